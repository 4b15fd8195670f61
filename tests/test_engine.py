"""What the engine decides for every rule: severity, words, places, order, waivers, what was not evaluated."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from made_posts import MILL, NOW, check, found, linter, post, rules

import postlint
from postlint.finding import PostReport, Span
from postlint.post import Post
from postlint.settings import Settings

ABOUT_US = "Den nye mølle hos Kvernholt er blevet rigtig flot."
ABOUT_US_ENGLISH = "The new mill that Kvernholt has opened is a really fine one."
GROSS = "Alle ved da, at Stampemo er svindlere og snyder deres kunder."
SCORN = "Tillykke til Stampemo med endnu et nedbrud, flot klaret 👏🙃"


def only(report: PostReport, rule: str) -> Any:
    findings = found(report, rule)
    assert len(findings) == 1
    return findings[0]


# Severity


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(MILL, "error", id="strict"),
        pytest.param(MILL._replace(strict=False), "warning", id="advice"),
        pytest.param(MILL._replace(rules=(("missing-disclaimer", "info"),)), "info", id="own-grade-beats-strict"),
        pytest.param(
            MILL._replace(strict=False, rules=(("missing-disclaimer", "error"),)), "error", id="own-grade-beats-advice"
        ),
        pytest.param(MILL._replace(sector="public"), "info", id="public-employees-are-free-to-speak"),
        pytest.param(MILL._replace(sector="public", strict=False), "info", id="public-and-advice"),
    ],
)  # fmt: skip
def test_severity_follows_the_configuration(settings: Settings, expected: str) -> None:
    assert only(check(ABOUT_US, settings), "missing-disclaimer").severity == expected


def test_a_rule_that_is_off_finds_nothing() -> None:
    assert rules(check(ABOUT_US, MILL._replace(rules=(("missing-disclaimer", "off"),)))) == set()


def test_an_own_grade_also_holds_where_the_role_has_one() -> None:
    settings = MILL._replace(rules=(("work-email", "info"),))
    report = check("Skriv til bo@kvernholt.example om cyklen.", settings, role="employee")
    assert only(report, "work-email").severity == "info"


@pytest.mark.parametrize("role", ["private", "employee"])
@pytest.mark.parametrize("text", [ABOUT_US, GROSS], ids=["about-the-employer", "about-a-rival"])
def test_no_opinion_of_a_public_employee_is_an_error(text: str, role: str) -> None:
    assert "error" not in {f.severity for f in check(text, MILL._replace(sector="public"), role=role).findings}


def test_irony_is_never_more_than_advice() -> None:
    settings = MILL._replace(rules=(("competitor-disparagement", "error"),))
    assert {f.severity for f in found(check(SCORN, settings), "competitor-disparagement")} <= {"info"}


def test_a_public_employee_still_keeps_secrets() -> None:
    report = check("STRENGT FORTROLIGT: planen for næste år", MILL._replace(sector="public"))
    assert only(report, "confidential-marker").severity == "error"


def test_an_official_post_of_a_public_body_is_treated_as_everywhere() -> None:
    report = check(GROSS, MILL._replace(sector="public"), role="official")
    assert only(report, "competitor-disparagement").severity == "error"


@pytest.mark.parametrize(("option", "expected"), [("select", {"missing-disclaimer"}), ("ignore", {"work-email"})])
def test_rules_can_be_picked_and_left_out(option: str, expected: set[str]) -> None:
    picked = linter(**{option: ["missing-disclaimer"]})
    assert rules(picked.check(post(f"{ABOUT_US} Skriv til bo@kvernholt.example om det."))) == expected


# Waivers

WAIVER = {"rule": "missing-disclaimer", "reason": "Står i profilen", "by": "Bo Bly", "expires": "2027-03-10"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="until-today"),
        pytest.param({"expires": "2027-12-31"}, id="until-later"),
        pytest.param({"expires": None}, id="for-good"),
    ],
)
def test_a_valid_waiver_covers_its_finding(change: dict[str, Any]) -> None:
    waiver = {key: value for key, value in (WAIVER | change).items() if value is not None}
    report = check(ABOUT_US, waivers=[waiver])
    assert (rules(report), [w.finding.rule for w in report.waived]) == (set(), ["missing-disclaimer"])


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"expires": "2027-03-09"}, id="expired-yesterday"),
        pytest.param({"reason": ""}, id="empty-reason"),
        pytest.param({"reason": "   "}, id="blank-reason"),
        pytest.param({"reason": None}, id="no-reason"),
        pytest.param({"by": None}, id="nobody-answers"),
        pytest.param({"by": "  "}, id="blank-name"),
        pytest.param({"rule": "work-email"}, id="another-rule"),
        pytest.param({"rule": "no-such-rule"}, id="unknown-rule"),
    ],
)
def test_a_waiver_that_is_void_covers_nothing(change: dict[str, Any]) -> None:
    waiver = {key: value for key, value in (WAIVER | change).items() if value is not None}
    report = check(ABOUT_US, waivers=[waiver])
    assert (rules(report), report.waived) == ({"missing-disclaimer"}, ())


def test_the_last_of_two_waivers_does_not_undo_the_first() -> None:
    report = check(ABOUT_US, waivers=[WAIVER, WAIVER | {"expires": "2020-01-01"}])
    assert rules(report) == set()


# What could not be evaluated


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({"images": [{"file": "a.jpg"}]}, "photo-consent", id="nobody-said-who-is-in-it"),
        pytest.param({"images": [{"file": "a.jpg", "people": ["Bo Bly"]}]}, "photo-consent", id="no-register"),
    ],
)
def test_what_lacks_a_fact_is_told(fields: dict[str, Any], rule: str) -> None:
    report = check("En dag ved åen.", **fields)
    assert [(entry.rule, bool(entry.reason)) for entry in report.not_evaluated] == [(rule, True)]


def test_another_language_is_told_for_the_rules_that_read_text() -> None:
    report = check("Wir haben heute bei Kvernholt eine neue Mühle eröffnet, und das war ein schöner Tag für alle.")
    assert "missing-disclaimer" in {entry.rule for entry in report.not_evaluated} - rules(report)


# The language of messages


@pytest.mark.parametrize(
    ("text", "ui_lang", "expected"),
    [
        pytest.param(ABOUT_US, None, "da", id="danish-post"),
        pytest.param(ABOUT_US_ENGLISH, None, "en", id="english-post"),
        pytest.param(ABOUT_US, "en", "en", id="danish-post-english-reader"),
        pytest.param(ABOUT_US_ENGLISH, "da", "da", id="english-post-danish-reader"),
    ],
)
def test_messages_are_in_the_language_of_the_post_unless_asked(text: str, ui_lang: str | None, expected: str) -> None:
    finding = only(linter(ui_lang=ui_lang).check(post(text)), "missing-disclaimer")
    said = "på egne vegne" if expected == "da" else "speak for yourself"
    assert (finding.lang, said in finding.message) == (expected, True)


def test_a_message_names_the_words_and_the_clause() -> None:
    finding = only(check(ABOUT_US), "missing-disclaimer")
    assert ("Kvernholt" in finding.message, finding.clauses[0].clause) == (True, "S2.17")


# Places

BEFORE = {
    "nothing": "",
    "emoji": "🎉👨‍👩‍👧‍👦 ",
    "decomposed": unicodedata.normalize("NFD", "Så går det på åen. "),
    "windows-lines": "Første linje.\r\nAnden linje.\r\n",
    "old-mac-lines": "Første linje.\rAnden linje.\r",
    "tabs": "\t\tSådan.\t",
    "soft-hyphens": "Mel\u00adsæk\u00adke. ",
    "zero-width": "\u200b\u200b\ufeffNu. ",
    "mathematical": "𝐍𝐮 𝐞𝐫 𝐝𝐞𝐭 𝐧𝐮. ",
    "ligature": "Oﬃcielt. ",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_spans_point_at_the_very_words(before: str) -> None:
    text = f"{before}Skriv til bo@kvernholt.example i dag."
    span: Span = only(check(text), "work-email").span
    units = text.encode("utf-16-le")
    assert text[span.start : span.end] == "bo@kvernholt.example"
    assert units[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le") == "bo@kvernholt.example"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param("bo@kvernholt.example", 1, 1, id="first"),
        pytest.param("Hej.\r\nbo@kvernholt.example", 2, 1, id="windows-line"),
        pytest.param("Hej.\rbo@kvernholt.example", 2, 1, id="old-mac-line"),
        pytest.param("Hej.\n\n\tbo@kvernholt.example", 3, 2, id="tab-is-one-column"),
        pytest.param("🎉🎉 bo@kvernholt.example", 1, 4, id="columns-are-code-points"),
    ],
)
def test_lines_and_columns_count_from_one(text: str, line: int, column: int) -> None:
    span = only(check(text), "work-email").span
    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    "hidden", ["Kvern\u00adholt", "Kvern\u200bholt", "𝐊𝐯𝐞𝐫𝐧𝐡𝐨𝐥𝐭", "Кvernholt", "Ｋｖｅｒｎｈｏｌｔ"]
)
def test_a_disguised_name_is_found_and_shown_as_written(hidden: str) -> None:
    assert only(check(f"Den nye mølle hos {hidden} er flot."), "missing-disclaimer").words == hidden


# Order and sameness

MIXED = f"{GROSS} {ABOUT_US} Skriv til bo@kvernholt.example og ida@kvernholt.example. STRENGT FORTROLIGT: planen."
IMAGES: list[dict[str, Any]] = [{"file": f"{n}.jpg", "people": [], "alt": "Kvernholts logo"} for n in range(12)]


def test_findings_come_by_field_then_place_then_rule() -> None:
    findings = check(MIXED, images=IMAGES).findings
    keys = [(f.field, f.span.start if f.span else -1, f.rule) for f in findings]
    assert (len(findings) > 12, keys) == (True, sorted(keys))


def test_the_same_post_gives_the_same_answer_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from test_engine import MIXED, IMAGES; "
        "from made_posts import check; print(ascii(check(MIXED, images=IMAGES)))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("given", ["Hej", {"text": "Hej"}, Post("-", "Hej")], ids=["text", "mapping", "post"])
def test_python_checks_a_text_a_mapping_or_a_post(given: Any) -> None:
    assert postlint.check(given, linter()).findings == ()


# Anything at all

TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [*MIXED.split(), *"»«\"'“”„’—–->#@:\n\r\t.!?…", "\n\n", "\u200b", "a\u030a", "😂", "kl.", "6.30", "embargo",
             "til", "fredag", "```", "<q>", "31.2.", "99/99", "[", "](", "(at)", "punktum", "ikke", "de"]
        ), max_size=40,
    ).map(" ".join),
)  # fmt: skip
WORDS = st.text(max_size=30)
POSTS = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "role": st.sampled_from(["private", "employee", "official", "vendor", "moderator"]),
        "lang": st.sampled_from(["da", "en"]),
        "channel": WORDS.filter(bool),
        "author": st.fixed_dictionaries({}, optional={"name": WORDS, "email": WORDS, "bio": TEXTS}),
        "images": st.lists(st.fixed_dictionaries({}, optional={"file": WORDS, "alt": TEXTS, "people": st.just([])})),
        "reply_to": st.fixed_dictionaries({}, optional={"author": WORDS, "text": TEXTS}),
        "scheduled": st.sampled_from(["2027-03-10T12:00:00+01:00", "2027-03-10T12:00", "2027-03-10T12:00Z"]),
    },
)


@given(POSTS)
@hypothesis_settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_raises_and_every_span_lies_in_its_field(fields: dict[str, Any]) -> None:
    given_post = post(fields["text"], **{key: value for key, value in fields.items() if key != "text"})
    report = linter(now=NOW).check(given_post)
    for finding in report.findings:
        if finding.span is not None:
            text = report.fields[finding.field]
            assert 0 <= finding.span.start < finding.span.end <= len(text)
            assert text[finding.span.start : finding.span.end] == finding.words
            for fix in finding.fixes:
                assert all(0 <= edit.start <= edit.end <= len(given_post.text) for edit in fix.edits)
