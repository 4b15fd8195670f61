"""Waivers: what they cover, what they cannot, and how the report tells of those that cover nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from made_posts import MILL, NOW, found, rulebook
from made_reports import post as made_post
from made_reports import report as made_report
from made_reports import sarif, written

from postlint.catalogue import entry, explanation
from postlint.cli.start import main
from postlint.consent.register import Register
from postlint.engine import Linter
from postlint.finding import Finding, PostReport, VoidWaiver
from postlint.readers.records import read_record

ABOUT_US = "Den nye mølle hos Kvernholt er blevet rigtig flot."
WAIVER = {"rule": "missing-disclaimer", "reason": "Står i profilen", "by": "Bo Bly", "expires": "2027-03-10"}
FIRM = ("threat", "discriminatory-language", "security-exposure")


def check(text: str, waivers: list[dict[str, Any]], /, select: tuple[str, ...] = (), **fields: Any) -> PostReport:
    every = tuple(rule for rule in rulebook().rules)
    settings = MILL._replace(rules=tuple((rule, rulebook().rules[rule].severity) for rule in every if rule in FIRM))
    linter = Linter(settings, rulebook(), now=NOW, select=select)
    linter._register = Register("-", ())
    return linter.check(read_record({"text": text, "waivers": waivers, **fields}))


def void(report: PostReport) -> list[tuple[str, str]]:
    return [(one.rule, one.why) for one in report.void]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"expires": "2027-03-09"}, "expired", id="expired"),
        pytest.param({"expires": "20270309"}, "expired", id="expired-without-hyphens"),
        pytest.param({"expires": "2027-03-09T23:59"}, "expired", id="expired-with-a-time"),
        pytest.param({"reason": " "}, "reasonless", id="blank-reason"),
        pytest.param({"by": None}, "nameless", id="nobody"),
        pytest.param({"rule": "profanity"}, "unused", id="matches-nothing"),
        pytest.param({"rule": "audience-check", "by": ""}, "nameless", id="both-told-as-one"),
        pytest.param({"rule": "missing-disclaimers"}, "unknown", id="no-such-rule"),
        pytest.param({"rule": "threat"}, "unwaivable", id="not-to-be-waived"),
        pytest.param({"expires": "20270310"}, None, id="last-day-without-hyphens"),
        pytest.param({}, None, id="holds"),
    ],
)
def test_a_waiver_without_effect_is_told_and_covers_nothing(change: dict[str, Any], why: str | None) -> None:
    waiver = {key: value for key, value in (WAIVER | change).items() if value is not None}
    report = check(ABOUT_US, [waiver])
    assert void(report) == ([(waiver["rule"], why)] if why else [])
    assert len(found(report, "missing-disclaimer")) + len(report.waived) == 1
    assert bool(report.waived) == (why is None)


def test_of_two_waivers_for_one_rule_the_second_is_not_needed() -> None:
    report = check(ABOUT_US, [WAIVER, WAIVER | {"by": "Ida Is"}])
    assert (report.waived[0].by, void(report), report.void[0].number) == (
        "Bo Bly", [("missing-disclaimer", "unused")], 1,
    )  # fmt: skip


def test_a_rule_that_was_left_out_or_not_evaluated_leaves_its_waiver_alone() -> None:
    assert void(check(ABOUT_US, [WAIVER], select=("profanity",))) == []
    waiver = WAIVER | {"rule": "photo-consent"}
    assert void(check("En dag ved åen.", [waiver], images=[{"file": "a.jpg"}])) == []
    assert void(check("En dag ved åen.", [waiver])) == [("photo-consent", "unused")]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("threat", "Jeg slår dig ihjel."),
        ("discriminatory-language", "Alle indvandrere er parasitter."),
        ("security-exposure", "Adgangskoden til gæstenettet er Sommer2026!"),
    ],
)
def test_no_waiver_covers_these_rules(rule: str, text: str) -> None:
    report = check(text, [WAIVER | {"rule": rule}])
    assert (len(found(report, rule)), report.waived, void(report)) == (1, (), [(rule, "unwaivable")])


PEOPLE = [{"name": "Ib Tænkt", "minor": True}, {"name": "Anker Påfund"}]


def test_consent_can_be_waived_for_adults_only() -> None:
    report = check("Sommerfest.", [WAIVER | {"rule": "photo-consent"}], images=[{"file": "a.jpg", "people": PEOPLE}])
    (left,) = found(report, "photo-consent")
    assert "Ib Tænkt" in left.message
    assert ["Anker Påfund" in one.finding.message for one in report.waived] == [True]
    assert void(report) == [("photo-consent", "firm-minor")]


def test_consent_for_adults_is_waived_without_a_word() -> None:
    images = [{"file": "a.jpg", "people": PEOPLE[1:]}, {"file": "b.jpg", "people": "unknown"}]
    report = check("Sommerfest.", [WAIVER | {"rule": "photo-consent"}], images=images)
    assert (found(report, "photo-consent"), len(report.waived), report.void) == ([], 2, ())


def test_a_waiver_for_a_rule_on_history_is_judged_when_all_posts_are_read() -> None:
    linter = Linter(MILL, rulebook(), now=NOW)
    waivers = [WAIVER | {"rule": "over-sharing"}, WAIVER | {"rule": "profanity"}]
    facts = {"account": "@kvernholt", "role": "official", "scheduled": "2027-03-10T12:00:00+01:00"}
    given = read_record({"text": "Åen er stille i dag.", "waivers": waivers, **facts})
    assert void(linter.check(given)) == [("profanity", "unused")]
    assert void(linter.check_run([given])[0]) == [("profanity", "unused"), ("over-sharing", "unused")]


# The report


def a_report(*void: VoidWaiver, source: str = "kladde.md", **facts: Any) -> Any:
    return made_report(made_post("Hej", source=source, id=source, **facts)._replace(void=void))


VOID = (VoidWaiver("org-logo", "expired", 0, 4, "2020-01-01"), VoidWaiver("org-logos", "unknown", 1, 0, "org-logo"))


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "da",
            "Undtagelser uden virkning:\n  - kladde.md:4: org-logo: gjaldt kun til og med 2020-01-01\n"
            "  - kladde.md, waivers[1]: org-logos: der er ingen regel med det navn. Mente du\n    »org-logo«?\n",
        ),
        (
            "en",
            "Waivers without effect:\n  - kladde.md:4: org-logo: held only until 2020-01-01\n"
            "  - kladde.md, waivers[1]: org-logos: there is no rule of that name. Did you\n    mean 'org-logo'?\n",
        ),
    ],
)
def test_the_terminal_has_a_line_for_each_with_file_and_place(lang: str, lines: str) -> None:
    assert lines in written(a_report(*VOID), "terminal", ui_lang=lang)
    assert lines.splitlines()[0] not in written(a_report(*VOID), "terminal", ui_lang=lang, quiet=True)
    assert lines.splitlines()[0] not in written(a_report(), "terminal", ui_lang=lang)


def test_json_tells_of_waivers_without_effect_only_where_there_are_some() -> None:
    told = json.loads(written(a_report(*VOID), "json", ui_lang="en"))
    assert told["summary"]["waived"] == 0
    assert told["posts"][0]["void_waivers"][0] == {
        "rule": "org-logo", "why": "expired", "message": "held only until 2020-01-01", "field": "waivers[0]", "line": 4,
    }  # fmt: skip
    assert "void_waivers" not in json.loads(written(a_report(), "json"))["posts"][0]


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_junit_fails_from_no_severity_on_where_nothing_is_to_fail(fail_on: str) -> None:
    made = made_report(made_post("Hej", Finding("x", "error", "Nej.", "", "da", "text", None, "Hej")))
    assert ("<failure" in written(made, "junit", fail_on=fail_on)) == (fail_on == "error")


@pytest.mark.parametrize("format", ["github", "junit"])
def test_other_formats_tell_of_them_too(format: str) -> None:
    assert "kladde.md:4: org-logo: gjaldt kun" in written(a_report(*VOID), format)


def test_sarif_notes_them_beside_the_suppressions() -> None:
    (first, _) = sarif(a_report(*VOID))["invocations"][0]["toolExecutionNotifications"]
    assert (first["level"], "kladde.md:4: org-logo:" in first["message"]["text"]) == ("note", True)


def test_a_secret_written_as_a_rule_is_hidden() -> None:
    secret = Finding("x", "error", "", "", "da", "text", None, "010190-1234", secret=True)
    made = made_report(made_post("Hej", secret)._replace(void=(VoidWaiver("010190-1234", "unknown", 0),)))
    assert "010190" not in written(made, "json")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.md", '---\ntitle: Hej\nwaivers:\n  - {{rule: {0}, reason: x, by: y}}\n---\n\nHej.\n', 4),
        ("b.md", '---\npostlint:\n  waivers:\n    - rule: {0}\n      reason: x\n      by: y\n---\nHej.\n', 4),
        ("c.md", '+++\ntitle = "Hej"\n\n[[waivers]]\nrule = "{0}"\nreason = "x"\nby = "y"\n+++\nHej.\n', 4),
        ("d.json", '{{"text": "Hej.",\n "waivers": [\n  {{"rule": "{0}", "reason": "x", "by": "y"}}]}}', 3),
        ("e.jsonl", '{{"text": ""}}\n{{"text": "", "waivers": [{{"rule": "{0}", "reason": "x", "by": "y"}}]}}\n', 2),
        ("f.yaml", 'text: Hej.\nwaivers:\n- rule: {0}\n  reason: x\n  by: y\n', 3),
    ],
)  # fmt: skip
def test_the_line_is_that_of_the_waiver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, content: str,
    line: int,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(content.format("org-logo"), encoding="utf-8")
    assert main(["--ui-lang", "en", name]) == 0
    told = capsys.readouterr().out
    assert f"{name}:{line}" in told
    assert "org-logo: matches nothing in the post" in told


# Explanations


@pytest.mark.parametrize(
    ("rule", "told", "offered"),
    [
        *((rule, "No post can set it aside.", False) for rule in FIRM),
        ("photo-consent", "where it concerns a minor", True),
        ("profanity", "", True),
    ],
)
def test_an_explanation_says_what_cannot_be_waived(rule: str, told: str, offered: bool) -> None:
    found_rule = entry(rulebook().rules[rule], MILL, rulebook(), "en", on=True)
    lines = "\n".join(explanation(found_rule, (), "en"))
    assert ("It cannot be waived:" in lines) == bool(told)
    assert told in lines
    assert ("waivers:" in lines) is offered
