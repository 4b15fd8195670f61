"""The formats for programs, and what holds of every format: safe, valid, the same each time."""

from __future__ import annotations

import json
import time
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import (
    CLEAN,
    CONTROLS,
    FULL,
    MARKING,
    SLIDES,
    finding,
    harmless,
    post,
    report,
    sarif,
    span_at,
    written,
)

from postlint.finding import Clause, Edit, Fix, NotEvaluated, Report, Waived
from postlint.writers import FORMATS

# JSON.


def test_the_example_of_the_contract() -> None:
    text = "FORTROLIGT\n"
    fix = Fix("…", True, (Edit(0, 0, "…"),))
    made = finding(
        text, "FORTROLIGT", message="…", clauses=(Clause("social-media", "S2.36", "…"),), fixes=(fix,)
    )
    missing = (NotEvaluated("photo-consent", "…"),)
    told = written(
        report(post(text, made, id="draft.txt", source="draft.txt", not_evaluated=missing)), "json"
    )
    example = """{"postlint": "0.1.0",
 "summary": {"posts": 1, "errors": 1, "warnings": 0, "infos": 0, "waived": 0},
 "posts": [
  {"id": "draft.txt", "source": "draft.txt", "role": "private", "languages": ["da"],
   "findings": [{"rule": "confidential-marker", "severity": "error", "message": "…", "lang": "da",
     "field": "text", "span": {"start": 0, "end": 10, "utf16_start": 0, "utf16_end": 10,
                               "line": 1, "column": 1, "end_line": 1, "end_column": 11},
     "clauses": [{"policy": "social-media", "clause": "S2.36", "title": "…"}],
     "fixes": [{"title": "…", "safe": true, "edits": [{"start": 0, "end": 0, "text": "…"}]}]}],
   "not_evaluated": [{"rule": "photo-consent", "reason": "…"}],
   "waived": []}]}
"""
    assert told.split() == example.split()
    assert told.endswith("]}\n")


def test_json_orders_by_field_then_start_then_rule() -> None:
    text = "a b c"
    made = [
        finding(text, "c", rule="a"),
        finding(text, "b", rule="z"),
        finding(text, "b", rule="b"),
        finding(rule="y"),
        finding(rule="x", field="images[0].file"),
    ]
    told = json.loads(written(report(post(text, *made)), "json"))
    assert [one["rule"] for one in told["posts"][0]["findings"]] == ["x", "y", "b", "z", "a"]
    assert written(report(post(text, *reversed(made))), "json") == written(report(post(text, *made)), "json")


def test_only_the_text_itself_has_the_lines_of_the_file() -> None:
    titled = finding("en\nto", "to", field="title")
    made = report(post("Hej", titled, fields={"title": "en\nto"}, line=7))
    assert written(made, "terminal").startswith(
        "kladde.txt:7  fejl  confidential-marker  title\n    to\n    ^^\n"
    )
    assert written(made, "github").startswith("::error file=kladde.txt,line=7,title=")


def test_json_tells_what_was_waived() -> None:
    told = json.loads(written(FULL, "json"))
    assert told["summary"] == {"posts": 2, "errors": 2, "warnings": 1, "infos": 1, "waived": 1}
    (waived,) = told["posts"][0]["waived"]
    assert waived["rule"] == "customer-name"
    assert waived["waiver"] == {
        "reason": "Kunden har sagt ja.",
        "by": "Vera Vinge",
        "expires": "2026-12-31",
    }


def test_json_leaves_letters_readable_and_numbers_controls() -> None:
    told = written(report(post("x", finding(message="blå 🎉 \x1b \x9b \u202e \ud800"))), "json")
    assert '"blå 🎉 \\u001b \\u009b \\u202e \\ud800"' in told
    assert json.loads(told)["posts"][0]["findings"][0]["message"] == "blå 🎉 \x1b \x9b \u202e \ud800"


# JUnit.


def junit(given_: Report, **options: Any) -> ElementTree.Element:
    return ElementTree.fromstring(written(given_, "junit", **options))


def test_junit_has_a_suite_for_each_source_and_a_case_for_each_post() -> None:
    rows = [post("a", id=str(number), source="b.csv") for number in range(3)]
    root = junit(report(rows[0], post("x"), *rows[1:]))
    assert [(suite.get("name"), len(suite)) for suite in root] == [("b.csv", 3), ("kladde.txt", 1)]
    assert (root.get("tests"), root.get("failures")) == ("4", "0")


@pytest.mark.parametrize(
    ("fail_on", "rules"),
    [
        pytest.param("error", "confidential-marker", id="error"),
        pytest.param("warning", "confidential-marker, personal-identifier", id="warning"),
        pytest.param("info", "image-people-unknown, confidential-marker, personal-identifier", id="info"),
    ],
)
def test_junit_fails_from_a_severity_on(fail_on: str, rules: str) -> None:
    case = junit(FULL, fail_on=fail_on)[0][0]
    (failure,) = case.findall("failure")
    assert failure.get("message") == rules
    assert (failure.text or "").count("\n") == rules.count(",")
    out = case.findtext("system-out") or ""
    assert ("personal-identifier" in out) == (fail_on == "error")
    assert "Ikke vurderet: photo-consent" in out


# GitHub.


def test_github_annotations() -> None:
    first, second, third, last = written(FULL, "github", quiet=True).splitlines()
    assert first == (
        "::notice file=blog/kladde.md,line=4,title=image-people-unknown::"
        "Det vides ikke, hvem der er på billedet."
    )
    assert second == (
        "::error file=blog/kladde.md,line=5,col=43,endColumn=61,title=confidential-marker::"
        "»STRENGT FORTROLIGT« siger, at oplysningen ikke er til offentligheden. "
        "(social-media S2.36, os2samtale 4.2)%0A"
        "Tag oplysningen ud, eller få den frigivet af den, der ejer den, før du slår opslaget op."
    )
    assert third == (
        "::warning file=blog/kladde.md,line=6,col=9,endColumn=20,title=personal-identifier::"
        "»█████« ligner et CPR-nummer. (social-media S2.36)%0AFjern nummeret."
    )
    assert last == (
        "::error file=opslag.jsonl,line=9,title=confidential-marker::"
        "k-17: »FORTROLIG« siger, at noget er fortroligt."
    )


def test_github_escapes_what_could_be_a_command() -> None:
    evil = finding(message="50 %\n::error::ejet\r\n::set-output::x")
    told = written(report(post("x", evil, source="a,line=9:b%.md\n::error::x", id="x\n::error::y")), "github")
    first, second = told.splitlines()
    assert first == (
        "::error file=a%2Cline=9%3Ab%25.md␊%3A%3Aerror%3A%3Ax,line=1,title=confidential-marker::"
        "x ::error::y: 50 %25 ::error::ejet ::set-output::x"
    )
    assert second.startswith("::notice title=postlint::Fundet: 1 fejl")


def test_github_marks_more_lines_without_columns() -> None:
    text = "en\nto\n"
    told = written(report(post(text, finding(text, "en\nto"), line=3)), "github", quiet=True)
    assert told.startswith("::error file=kladde.txt,line=3,endLine=4,title=")


# The diff.


def test_the_diff_of_safe_fixes() -> None:
    told = written(FULL, "diff", show_matches=True)
    assert told == (
        "--- blog/kladde.md\n+++ blog/kladde.md\n@@ -1,3 +1,3 @@\n Kære alle 👩‍💻\n"
        " \tHer er de nye slides 🎉 fra ledergruppen: STRENGT FORTROLIGT, men del dem gerne med alle, "
        "I møder på vejen.\n-Ring på 010190-1234 🇩🇰\n+Ring på [fjernet] 🇩🇰\n"
    )
    assert "010190" not in written(FULL, "diff")


def test_the_diff_says_where_the_last_line_has_no_end() -> None:
    fix = Fix("", True, (Edit(3, 3, "!"),))
    told = written(report(post("Hej", finding()._replace(fixes=(fix,)), id="7", source="o.csv")), "diff")
    end = "\\ No newline at end of file\n"
    assert told == f"--- o.csv (7)\n+++ o.csv (7)\n@@ -1 +1 @@\n-Hej\n{end}+Hej!\n{end}"


def test_no_fixes_no_diff() -> None:
    assert written(report(post(SLIDES, MARKING)), "diff") == ""


# All of them.


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        written(CLEAN, "pdf")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_bytes(format: str) -> None:
    assert written(FULL, format) == written(FULL, format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_format_ends_its_last_line(format: str, lang: str) -> None:
    assert written(FULL, format, ui_lang=lang).endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("verbatim", [True, False], ids=["verbatim", "record"])
def test_each_control_character_is_made_harmless_everywhere(format: str, verbatim: bool) -> None:
    for letter in CONTROLS:
        evil = f"a{letter}b"
        fix = Fix(evil, True, (Edit(1, 2, f"{letter}{letter}"),))
        one = finding(evil, evil, rule=evil, advice=evil, clauses=(Clause(evil, evil, evil),), fixes=(fix,))
        waived = (Waived(one, evil, evil, evil),)
        missing = (NotEvaluated(evil, evil),)
        made = post(
            evil, one, one._replace(field=evil), id=evil, source=evil, waived=waived, not_evaluated=missing,
            verbatim=verbatim, fields={"text": evil, evil: evil},
        )  # fmt: skip
        told = written(report(made), format)
        assert harmless(told, "\n\t" if format == "diff" else "\n"), hex(ord(letter))


NASTY = st.text(
    st.sampled_from(
        "\x00\x07\x1b\x7f\x85\x9b\u202e\u2066\u2028\ufeff\ufffe\ud800\r\n\t<&>\"'%:,][{aåÅ🎉\u0301\u200d"
    ),
    max_size=20,
)


@st.composite
def nasty_reports(draw: st.DrawFn) -> Report:
    text = draw(NASTY)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    fix = Fix(draw(NASTY), True, (Edit(start, end, draw(NASTY)),))
    one = finding(
        rule=draw(NASTY),
        message=draw(NASTY),
        advice=draw(NASTY),
        field=draw(st.one_of(st.just("text"), NASTY)),
        clauses=(Clause(draw(NASTY), draw(NASTY), draw(NASTY)),),
        fixes=(fix,),
        secret=draw(st.booleans()),
    )._replace(span=span_at(text, start, end), words=text[start:end])
    return report(
        post(
            text,
            one,
            id=draw(NASTY),
            source=draw(NASTY),
            verbatim=draw(st.booleans()),
            fields={"text": text, one.field: text},
            not_evaluated=(NotEvaluated(draw(NASTY), draw(NASTY)),),
            waived=(Waived(one, draw(NASTY), draw(NASTY), draw(NASTY)),),
        )
    )


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None)
@given(given_=nasty_reports())
def test_no_control_character_reaches_any_output(format: str, given_: Report) -> None:
    told = written(given_, format)
    assert harmless(told, "\n\t" if format == "diff" else "\n")
    told.encode("utf-8")


@settings(deadline=None)
@given(given_=nasty_reports())
def test_whatever_stands_in_a_post_xml_and_json_stay_valid(given_: Report) -> None:
    assert junit(given_).tag == "testsuites"
    assert json.loads(written(given_, "json", show_matches=True))["posts"][0]["id"] == given_.posts[0].id
    sarif(given_)
    lines = written(given_, "github").splitlines()
    assert len(lines) == 2
    assert all(line.startswith(("::error ", "::notice ")) for line in lines)


def test_ten_thousand_posts_take_seconds_at_most() -> None:
    many = report(*FULL.posts * 5000)
    began = time.process_time()
    assert written(many, "json").count('"rule": "personal-identifier"') == 5000
    assert time.process_time() - began < 10
