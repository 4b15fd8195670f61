"""Severity, statement by statement: what the contract and the policies' own level say, each as a case."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from made_posts import NOW, found

from postlint.catalogue import entry
from postlint.checks import CHECKS
from postlint.engine import Linter
from postlint.finding import Finding, PostReport, Report
from postlint.grading import severity
from postlint.pack import load, shipped_files
from postlint.readers.records import read_record
from postlint.rulebook import Rulebook
from postlint.settings import POLICIES, Competitor, Customer, Organisation, Settings
from postlint.version import __version__

FERRY = Settings(
    policies=POLICIES,
    organisation=Organisation("Tangvig Havn", ("Tangvig",), ("@tangvig",), email_domains=("tangvig.example",)),
    competitors=(Competitor("Rønsand", ("Rønsand Havn",)),),
    customers=(Customer("Mågebro Rederi"),),
)
ADVICE = FERRY._replace(strict=False)
PUBLIC = FERRY._replace(sector="public")
AUTHOR = {"name": "Karla Kvist", "handle": "@karlakvist"}

ABOUT_US = "Den nye mole i Tangvig Havn er blevet rigtig flot."
QUOTED = "»Vi har aldrig haft så travlt som i år, og det mærker alle på gulvet.« Tankevækkende."
RIVAL = "Rønsand Havn er svindlere, der snyder deres kunder."
SCORN = "Tangvig Havn kan rende mig, egne holdninger."
CLAIM = "På vegne af Tangvig Havn kan jeg sige, at ruten fortsætter."
CRIME = "Borgmesteren er korrupt."
BOSS = "Min chef er en idiot."
FRIEND = "Du er en idiot, Ole."
GUESTS = "Passagerer er altså nogle idioter, når det blæser."
WHISTLE = "Tangvig Havn dumper ulovligt olie i fjorden, og jeg har meldt det til tilsynet. "
CLIENT = "Mågebro Rederi har lige opsagt kontrakten."


@cache
def rulebook() -> Rulebook:
    return load([(path, True) for path in shipped_files(POLICIES)], list(CHECKS))


def check(text: str, settings: Settings = FERRY, /, **fields: Any) -> PostReport:
    fields.setdefault("author", AUTHOR)
    return Linter(settings, rulebook(), now=NOW).check(read_record({"text": text, **fields}))


def graded(settings: Settings, rule: str, grade: str) -> Settings:
    return settings._replace(rules=(*settings.rules, (rule, grade)))


def only(rule: str, text: str, settings: Settings = FERRY, /, **fields: Any) -> Finding:
    findings = found(check(text, settings, **fields), rule)
    assert len(findings) == 1
    return findings[0]


def level(rule: str, text: str, settings: Settings = FERRY, /, **fields: Any) -> str:
    """Return the severity of a rule's one finding, or the empty string where there is none."""
    findings = found(check(text, settings, **fields), rule)
    return only(rule, text, settings, **fields).severity if findings else ""


def fails(report: PostReport, fail_on: str = "error") -> bool:
    return Report(__version__, (report,)).reaches(fail_on)


# "strict = true (the default): … are errors …; strict = false: the policy's own advisory level. [rules] beats both."


@pytest.mark.parametrize(
    ("rule", "text"),
    [("missing-disclaimer", ABOUT_US), ("unattributed-quote", QUOTED), ("competitor-disparagement", RIVAL)],
)
def test_three_rules_follow_strict_and_what_is_configured_beats_both(rule: str, text: str) -> None:
    assert FERRY.strict
    assert level(rule, text) == "error"
    assert level(rule, text, ADVICE) == "warning"
    for grade in ("info", "warning", "error"):
        assert level(rule, text, graded(FERRY, rule, grade)) == grade
        assert level(rule, text, graded(ADVICE, rule, grade)) == grade
    assert level(rule, text, graded(FERRY, rule, "off")) == ""


def test_strict_changes_no_other_rule() -> None:
    changed = {rule.id for rule in rulebook().rules.values() if rule.advisory != rule.severity}
    assert changed == {"missing-disclaimer", "unattributed-quote", "competitor-disparagement"}


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("grade", ["info", "warning", "error"])
@pytest.mark.parametrize("role", ["private", "employee"])
def test_a_configured_grade_also_beats_what_the_rule_says_of_a_role(role: str, grade: str, strict: bool) -> None:
    settings = graded(FERRY._replace(strict=strict), "work-email", grade)
    assert level("work-email", "Skriv til karla@tangvig.example.", settings, role=role) == grade


@pytest.mark.parametrize(
    ("grade", "expected"), [("error", "info"), ("warning", "info"), ("info", "info")], ids=["error", "warning", "info"]
)
def test_a_configured_grade_does_not_make_the_less_certain_certain(grade: str, expected: str) -> None:
    rule = rulebook().rules["competitor-disparagement"]
    for reason in ("irony", "hint"):
        assert severity(rule, reason, "private", graded(FERRY, rule.id, grade)) == expected


# The policies' own level: the role of an employee raises two rules, a work address weighs less there.


@pytest.mark.parametrize("settings", [FERRY, ADVICE], ids=["strict", "advice"])
def test_what_an_employee_says_officially_is_one_level_graver(settings: Settings) -> None:
    assert level("unauthorised-statement", CLAIM, settings, role="private") == "warning"
    assert level("unauthorised-statement", CLAIM, settings, role="employee") == "error"


def test_an_employee_without_disclaimer_is_one_level_graver() -> None:
    assert level("missing-disclaimer", ABOUT_US, ADVICE, role="employee") == "error"
    assert level("missing-disclaimer", ABOUT_US, FERRY, role="employee") == "error"


@pytest.mark.parametrize("settings", [FERRY, ADVICE], ids=["strict", "advice"])
def test_a_work_address_of_an_employee_is_a_warning(settings: Settings) -> None:
    assert level("work-email", "Skriv til karla@tangvig.example.", settings, role="private") == "error"
    assert level("work-email", "Skriv til karla@tangvig.example.", settings, role="employee") == "warning"


# Section 0: error for what is forbidden outright, tied to law or security, or refused without exception; all
# that rests on judging an opinion is a warning at most. The index gives each rule its level.

INDEX = {
    "org-logo": "error", "work-email": "error", "confidential-marker": "error", "photo-consent": "error",
    "impersonation": "error", "discriminatory-language": "error", "sexualised-language": "error",
    "sensitive-imagery": "error", "threat": "error", "harassment": "error", "personal-data": "error",
    "security-exposure": "error", "unsolicited-contact": "error",
    "unclear-role": "warning", "unauthorised-statement": "warning", "undisclosed-affiliation": "warning",
    "anonymous-post": "warning", "profanity": "warning", "personal-attack": "warning", "defamation": "warning",
    "customer-disparagement": "warning", "comparative-claim": "warning", "undisclosed-advertising": "warning",
    "image-credit": "warning", "altered-quote": "warning", "client-information": "warning",
    "report-confidentiality": "warning", "comment-censorship": "warning", "sales-pitch": "warning",
    "bare-link-share": "warning",
    "condescending-tone": "info", "inclusive-language": "info", "employer-disparagement": "info",
    "missing-source": "info", "audience-check": "info", "troll-feeding": "info", "alt-text": "info",
    "hidden-text": "info",
}  # fmt: skip


@pytest.mark.parametrize(("rule", "expected"), INDEX.items(), ids=INDEX)
def test_the_level_of_the_index(rule: str, expected: str) -> None:
    assert {severity(rulebook().rules[rule], "", "private", settings) for settings in (FERRY, ADVICE)} == {expected}


# sector = "public", roles private and employee: "… are off, but an explicit claim … is still told, as info".


@pytest.mark.parametrize("role", ["private", "employee"])
@pytest.mark.parametrize(
    ("rule", "text", "facts"),
    [
        ("employer-disparagement", "Vores ledelse er en vittighed uden pointe.", {}),
        ("unauthorised-statement", "Tangvig Havn beklager forsinkelsen og betaler alle billetter tilbage.", {}),
        ("unclear-role", "Vi åbner kl. 7.", {"account": "@tangvig"}),
        ("audience-check", "Min kollega i Tangvig Havn faldt i vandet.", {"audience": None}),
    ],
    ids=["employer-disparagement", "unauthorised-statement", "unclear-role", "audience-check"],
)
def test_what_is_off_for_public_employees(rule: str, text: str, facts: dict[str, Any], role: str) -> None:
    facts = {key: value for key, value in facts.items() if value is not None}
    assert level(rule, text, FERRY, role=role, **facts) != ""
    assert level(rule, text, PUBLIC, role=role, **facts) == ""
    assert level(rule, text, graded(PUBLIC, rule, "error"), role=role, **facts) == ""


@pytest.mark.parametrize("name", ["unclear-role", "audience-check", "working-hours"])
def test_what_is_off_is_off_in_the_list_of_rules_too(name: str) -> None:
    rule = rulebook().rules[name]
    grades = entry(rule, PUBLIC, rulebook(), "da", on=True).grades
    assert not {"private", "employee"} & set(grades)
    assert {"private", "employee"} & set(entry(rule, FERRY, rulebook(), "da", on=True).grades)
    assert ("official" in grades) == ("official" in rule.roles)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param("unauthorised-statement", CLAIM, id="an explicit claim to speak for the organisation"),
        pytest.param("employer-disparagement", SCORN, id="unreasonably gross form"),
        pytest.param("missing-disclaimer", ABOUT_US, id="missing-disclaimer"),
        pytest.param("defamation", CRIME, id="defamation"),
        pytest.param("personal-attack", BOSS, id="personal-attack on managers"),
        pytest.param("competitor-disparagement", RIVAL, id="an opinion of another body"),
    ],
)
@pytest.mark.parametrize("role", ["private", "employee"])
def test_what_stays_at_info_for_public_employees(rule: str, text: str, role: str) -> None:
    for settings in (PUBLIC, PUBLIC._replace(strict=False), graded(PUBLIC, rule, "error")):
        finding = only(rule, text, settings, role=role)
        assert finding.severity == "info"
        assert "må gerne" in finding.message
        assert "må gerne" not in only(rule, text, FERRY, role=role).message or rule == "employer-disparagement"


def test_an_attack_on_somebody_who_leads_nobody_is_judged_as_everywhere() -> None:
    assert level("personal-attack", FRIEND, PUBLIC) == level("personal-attack", FRIEND, FERRY) == "warning"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_wording_for_public_employees_speaks_of_duty(lang: str) -> None:
    told = [
        " ".join(rule.wording[lang].reasons[reason]).lower()
        for rule in rulebook().rules.values()
        for reason in ("public-sector", "public-manager", "whistle-blowing")
        if reason in rule.wording[lang].reasons
    ]
    assert len(told) >= 12
    for words in told:
        assert not any(word in words for word in ("loyal", "illoyal", "skal ", "must ", "forbudt", "not allowed"))


@pytest.mark.parametrize("fail_on", ["info", "warning", "error"])
@pytest.mark.parametrize("text", [CLAIM, SCORN, ABOUT_US, CRIME, BOSS, RIVAL, GUESTS, SCORN + " " + RIVAL])
def test_no_opinion_of_a_public_employee_makes_the_exit_status_non_zero(text: str, fail_on: str) -> None:
    settings = PUBLIC._replace(rules=tuple((f.rule, "error") for f in check(text, role="employee").findings))
    report = check(text, settings, role="employee", audience="public")
    opinions = [finding for finding in report.findings if finding.protected]
    assert opinions
    assert not fails(report._replace(findings=tuple(opinions)), fail_on)
    assert fails(check(text, settings._replace(sector="private"), role="employee"), "error")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("confidential-marker", "STRENGT FORTROLIGT: planen for næste år"),
        ("personal-data", "Anker Påfunds cpr er 010157-5004."),
        ("threat", "Jeg slår dig ihjel."),
        ("work-email", "Skriv til karla@tangvig.example."),
    ],
)
def test_what_is_no_opinion_still_holds_for_public_employees(rule: str, text: str) -> None:
    report = check(text, PUBLIC, role="private")
    assert {finding.severity for finding in found(report, rule)} == {"error"}
    assert fails(report)


# "The official role is treated as everywhere", "role moderator answers as in the private sector".


@pytest.mark.parametrize("role", ["official", "moderator", "vendor"])
@pytest.mark.parametrize("text", [ABOUT_US, QUOTED, RIVAL, SCORN, CRIME, BOSS, CLAIM, WHISTLE])
def test_other_roles_are_treated_as_everywhere(text: str, role: str) -> None:
    facts: dict[str, Any] = {"role": role, "account": "@karlakvist"}
    if role == "moderator":
        facts["moderation"] = {"action": "delete"}
    assert check(text, PUBLIC, **facts).findings == check(text, FERRY, **facts).findings


def test_a_moderator_in_the_public_sector_needs_a_reason_to_delete() -> None:
    facts = {"role": "moderator", "moderation": {"action": "delete"}}
    assert level("comment-censorship", "Kommentaren er væk.", PUBLIC, **facts) == "warning"


# Whistle-blowing: "employer-disparagement, anonymous-post and client-information do not rise above info".


@pytest.mark.parametrize("grade", [None, "warning", "error"])
@pytest.mark.parametrize(
    ("rule", "text", "author"),
    [
        ("employer-disparagement", SCORN, AUTHOR),
        ("anonymous-post", "", {"name": "", "handle": "@x"}),
        ("client-information", CLIENT, AUTHOR),
    ],
    ids=["employer-disparagement", "anonymous-post", "client-information"],
)
def test_whistle_blowing_is_never_more_than_info(rule: str, text: str, author: Any, grade: str | None) -> None:
    settings = graded(FERRY, rule, grade) if grade else FERRY
    finding = only(rule, WHISTLE + text, settings, role="employee", author=author)
    assert (finding.severity, "histleblower" in finding.advice) == ("info", True)
    without = only(rule, "Tangvig Havn åbner kl. 7. " + text, settings, role="employee", author=author)
    assert without.severity == (grade or rulebook().rules[rule].severity)
    assert "histleblower" not in without.advice


def test_exactly_these_rules_yield_to_whistle_blowing() -> None:
    yielding = {rule.id for rule in rulebook().rules.values() if "whistle-blowing" in rule.by_reason}
    assert yielding == {"employer-disparagement", "anonymous-post", "client-information"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param("Rønsand dumper ulovligt olie i fjorden. " + CLIENT, {"role": "private"}, id="not-the-employer"),
        pytest.param(WHISTLE + CLIENT, {"role": "official"}, id="the-organisation-itself"),
        pytest.param("Tangvig Havn åbner i dag. " + CLIENT, {"role": "employee"}, id="no-cue"),
    ],
)
def test_what_is_no_whistle_blowing(text: str, facts: dict[str, Any]) -> None:
    assert level("client-information", text, FERRY, **facts) == "warning"


def test_whistle_blowing_in_english_too() -> None:
    text = "Tangvig Havn is dumping waste oil illegally. Mågebro Rederi has just cancelled their contract over it."
    finding = only("client-information", text, role="private")
    assert (finding.severity, "whistle-blower scheme" in finding.advice) == ("info", True)


def test_secrets_do_not_yield_to_whistle_blowing() -> None:
    assert level("confidential-marker", WHISTLE + "STRENGT FORTROLIGT: bilag 4", FERRY, role="employee") == "error"
