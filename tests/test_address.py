"""Work addresses however they are spelt, and all that only looks like one."""

from __future__ import annotations

from typing import Any

import pytest
from made_posts import MILL, check, found

from postlint.settings import Organisation, Settings

SPELT = {
    "plain": "bo@kvernholt.example",
    "capitals": "BO@KVERNHOLT.EXAMPLE",
    "plus": "bo+brød@kvernholt.example",
    "dots": "bo.bly@kvernholt.example",
    "danish-local-part": "søren.ærø@kvernholt.example",
    "quoted-local-part": '"bo"@kvernholt.example',
    "digits": "bo2@kvernholt.example",
    "sub-domain": "bo@post.kvernholt.example",
    "two-sub-domains": "bo@a.b.kvernholt.example",
    "round-at": "bo (at) kvernholt.example",
    "square-at": "bo[at]kvernholt.example",
    "curly-at": "bo {at} kvernholt.example",
    "capital-at": "bo (AT) kvernholt.example",
    "mixed-at": "bo (At) kvernholt (dot) example",
    "round-dot": "bo (at) kvernholt (dot) example",
    "square-dot": "bo [at] kvernholt [dot] example",
    "bare-words": "bo at kvernholt dot example",
    "capital-words": "bo AT kvernholt DOT example",
    "danish": "bo snabel-a kvernholt punktum example",
    "danish-in-brackets": "bo (snabel-a) kvernholt (punktum) example",
    "danish-in-one-word": "bo snabela kvernholt prik example",
    "danish-mixed": "bo [snabel-a] kvernholt.example",
    "dotted-local-part": "bo (punktum) bly (snabel-a) kvernholt (punktum) example",
    "blanks": "bo @ kvernholt.example",
    "blanks-around-the-dot": "bo@kvernholt . example",
    "circled-at": "bo ⓐ kvernholt.example",
    "circled-at-close": "boⓐkvernholt.example",
    "full-width-at": "bo＠kvernholt.example",
    "full-width": "ｂｏ＠ｋｖｅｒｎｈｏｌｔ．ｅｘａｍｐｌｅ",
    "mathematical": "𝐛𝐨@𝐤𝐯𝐞𝐫𝐧𝐡𝐨𝐥𝐭.example",
    "zero-width": "bo@\u200bkvern\u200bholt.example",
    "soft-hyphen": "bo@kvern\u00adholt.example",
    "look-alike-letters": "bo@kvernhоlt.example",
    "mailto": "mailto:bo@kvernholt.example",
    "mailto-percent": "mailto:bo%40kvernholt.example",
    "markdown-link": "[skriv](mailto:bo@kvernholt.example)",
    "html-link": '<a href="mailto:bo@kvernholt.example">skriv</a>',
    "angle-brackets": "Bo Bly <bo@kvernholt.example>",
    "code": "`bo@kvernholt.example`",
    "full-stop-after": "bo@kvernholt.example.",
    "comma-after": "bo@kvernholt.example, tak",
    "exclamation-after": "bo@kvernholt.example!",
    "square-brackets-around": "[bo@kvernholt.example]",
    "colon-before": "Mail:bo@kvernholt.example",
    "idn": "bo@møllen-kvernholt.example",
    "idn-decomposed": "bo@mo\u0308llen-kvernholt.example".replace("o\u0308", "ø"),
    "idn-in-ascii": "bo@moellen-kvernholt.example",
    "idn-punycode": "bo@" + "møllen-kvernholt.example".encode("idna").decode(),
    "idn-capitals": "bo@MØLLEN-KVERNHOLT.EXAMPLE",
    "idn-sub-domain": "bo@post.møllen-kvernholt.example",
}


@pytest.mark.parametrize("address", SPELT.values(), ids=SPELT)
@pytest.mark.parametrize("frame", ["Skriv til mig: {}", "Contact {}"], ids=["danish", "english"])
def test_a_work_address_is_found(address: str, frame: str) -> None:
    findings = found(check(frame.format(address)), "work-email")
    assert [f.severity for f in findings] == ["error"]


OTHER = {
    "private": "Skriv til bo@privat.example",
    "longer-domain": "Skriv til bo@kvernholt.example.org",
    "glued-before": "Skriv til bo@notkvernholt.example",
    "hyphen-before": "Skriv til bo@not-kvernholt.example",
    "hyphen-after": "Skriv til bo@kvernholt.example-shop.org",
    "another-ending": "Skriv til bo@kvernholt.dk",
    "obfuscated-private": "Skriv til bo (at) privat (dot) example",
    "obfuscated-longer-domain": "Skriv til bo (at) kvernholt (dot) example (dot) org",
    "handle": "Følg @kvernholt her på siden",
    "handle-with-dot": "Følg @kvernholt.example på Bluesky",
    "link": "Læs mere på https://kvernholt.example/job",
    "bare-domain": "Besøg kvernholt.example i dag",
    "public-mailbox": "Skriv til hej@kvernholt.example",
    "public-mailbox-capitals": "Skriv til Hej@Kvernholt.Example",
    "public-mailbox-obfuscated": "Skriv til hej (at) kvernholt (dot) example",
    "prose-at": "Meet us at kvernholt.example tomorrow",
    "prose-at-sign": "Find us @ kvernholt.example",
    "works-at": "I work at kvernholt these days",
    "fediverse": "Følg @bo@social.example",
    "path": "Se social.example/@kvernholt",
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_is_no_work_address(text: str) -> None:
    assert found(check(text), "work-email") == []


FIELDS: dict[str, dict[str, Any]] = {
    "author": {"author": {"email": "bo@kvernholt.example"}},
    "reply": {"reply_to": {"author": "bo@kvernholt.example"}},
    "alt-text": {"images": [{"file": "a.jpg", "people": [], "alt": "Et kort, hvor der står bo@kvernholt.example"}]},
    "file": {"images": [{"file": "bo@kvernholt.example.png", "people": []}]},
}


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "file"])
def test_an_address_outside_the_text_is_found(name: str) -> None:
    assert len(found(check("", **FIELDS[name]), "work-email")) == 1


def test_every_address_is_told() -> None:
    findings = found(check("bo@kvernholt.example, ida@kvernholt.example og liv@privat.example"), "work-email")
    assert [f.words for f in findings] == ["bo@kvernholt.example", "ida@kvernholt.example"]


def test_the_message_spells_an_obfuscated_address_out() -> None:
    finding = found(check("Skriv til bo (snabel-a) kvernholt (punktum) example"), "work-email")[0]
    assert finding.words == "bo (snabel-a) kvernholt (punktum) example"


@pytest.mark.parametrize("domain", ["kvernholt.example.", "KVERNHOLT.EXAMPLE", "kvernholt.example"])
def test_a_domain_may_be_configured_in_any_dress(domain: str) -> None:
    settings = Settings(organisation=Organisation("Kvernholt", email_domains=(domain,)))
    assert found(check("bo@kvernholt.example", settings), "work-email")


def test_a_domain_may_be_configured_as_punycode() -> None:
    domain = "møllen-kvernholt.example"
    settings = Settings(organisation=Organisation("K", email_domains=(domain.encode("idna").decode(),)))
    assert found(check(f"bo@{domain}", settings), "work-email")


def test_a_domain_with_a_dot_is_no_pattern() -> None:
    assert found(check("bo@kvernholtxexample.org"), "work-email") == []


def test_without_a_domain_nothing_is_a_work_address() -> None:
    assert found(check("bo@kvernholt.example", Settings()), "work-email") == []


def test_a_very_long_address_is_read_in_time() -> None:
    assert found(check("a." * 4000 + " snabel-a " * 400 + "@" * 500, MILL), "work-email") == []
