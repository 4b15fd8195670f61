"""SARIF holds against the schema of the standard, and says where, why and how to mend it."""

from __future__ import annotations

import pytest
from made_reports import FULL, finding, post, report, sarif, span_at

from postlint.finding import Report


def test_sarif_says_where_in_the_file() -> None:
    run = sarif(FULL)
    assert run["columnKind"] == "unicodeCodePoints"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert regions[:3] == [
        {"startLine": 4},
        {
            "startLine": 5,
            "startColumn": 43,
            "endLine": 5,
            "endColumn": 61,
            "snippet": {"text": "STRENGT FORTROLIGT"},
        },
        {"startLine": 6, "startColumn": 9, "endLine": 6, "endColumn": 20, "snippet": {"text": "█████"}},
    ]
    assert [result["level"] for result in run["results"]] == ["note", "error", "warning", "error", "error"]
    assert regions[4] == {"startLine": 9}


def test_sarif_names_rules_and_clauses() -> None:
    run = sarif(FULL)
    driver = run["tool"]["driver"]
    rule = driver["rules"][0]
    assert (rule["id"], rule["name"]) == ("confidential-marker", "ConfidentialMarker")
    assert rule["help"]["text"].startswith("Tag oplysningen ud")
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for taxon in result["taxa"]:
            taxonomy = run["taxonomies"][taxon["toolComponent"]["index"]]
            assert taxonomy["name"] == taxon["toolComponent"]["name"]
            assert taxonomy["taxa"][taxon["index"]]["id"] == taxon["id"]


def test_sarif_offers_safe_fixes_where_the_file_holds_the_text() -> None:
    results = sarif(FULL)["results"]
    assert ["fixes" in result for result in results] == [False, False, True, False, False]
    (change,) = results[2]["fixes"][0]["artifactChanges"]
    region = {"startLine": 6, "startColumn": 9, "endLine": 6, "endColumn": 20}
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "[fjernet]"}}]


def test_sarif_keeps_what_was_waived_as_suppressed() -> None:
    suppressed = [result for result in sarif(FULL)["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["customer-name"]
    assert suppressed[0]["suppressions"][0]["justification"] == "Kunden har sagt ja."


def fingerprints(given_: Report) -> list[str]:
    return [one["partialFingerprints"]["postlintContext/v1"] for one in sarif(given_)["results"]]


def test_fingerprints_do_not_move_with_the_lines() -> None:
    text = "Det er FORTROLIGT.\nDet er FORTROLIGT.\nOg mere FORTROLIGT.\n"
    moved = "Ny linje\n\n" + text
    places = [index for index in range(len(text)) if text.startswith("FORTROLIGT", index)]
    before = [finding()._replace(words="FORTROLIGT", span=span_at(text, at, at + 10)) for at in places]
    after = [
        one._replace(span=span_at(moved, at + 10, at + 20)) for one, at in zip(before, places, strict=True)
    ]
    prints = fingerprints(report(post(text, *before)))
    assert prints == fingerprints(report(post(moved, *after)))
    assert len(set(prints)) == 3


def test_fingerprints_hold_no_secret_that_could_be_guessed_back() -> None:
    texts = ("Ring 010190-1234", "Ring 0202909876")
    first, second = (fingerprints(report(post(text, finding(text, text[5:], secret=True)))) for text in texts)
    assert first == second


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        pytest.param("blog/blå kladde.md", "blog/bl%C3%A5%20kladde.md", id="letters and blanks"),
        pytest.param("blog\\kladde.md", "blog/kladde.md", id="Windows"),
        pytest.param("C:\\blog\\kladde.md", "file:///C%3A/blog/kladde.md", id="drive"),
        pytest.param("/hjem/kladde.md", "file:///hjem/kladde.md", id="absolute"),
        pytest.param("a:b#c?.md", "a%3Ab%23c%3F.md", id="no scheme, no query"),
        pytest.param("-", "stdin", id="standard input"),
    ],
)
def test_sarif_addresses(source: str, uri: str) -> None:
    (result,) = sarif(report(post("FORTROLIGT", finding("FORTROLIGT", "FORTROLIGT"), source=source)))[
        "results"
    ]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_messages_hold_no_links_and_no_placeholders() -> None:
    (result,) = sarif(report(post("x", finding(message="[klik](http://ond.example) {0}"))))["results"]
    assert result["message"]["text"] == "\\[klik\\](http://ond.example) {{0}}"
