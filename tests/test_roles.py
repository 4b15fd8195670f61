"""The same post in every role: what changes is what the policy says must change, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_posts import MILL, SEVEN, check, found

from postlint.post import ROLES
from postlint.settings import Settings

E, W, NONE = "error", "warning", ""
POSTS: dict[str, dict[str, Any]] = {
    "missing-disclaimer": {"text": "Den nye mølle hos Kvernholt er blevet rigtig flot."},
    "org-logo": {"text": "Ny kop i køkkenet.", "images": [{"file": "kvernholt-logo.svg", "people": []}]},
    "work-email": {"text": "Skriv endelig til mig på bo@kvernholt.example om cyklen."},
    "unattributed-quote": {"text": "»Et brød uden salt er som en sommer uden regn og sol.« Så sandt!"},
    "confidential-marker": {"text": "STRENGT FORTROLIGT: tallene for næste kvartal ligger her."},
    "photo-consent": {
        "text": "Fest i går!",
        "channel": "linkedin",
        "images": [{"file": "f.jpg", "people": ["Bo Bly"]}],
    },
    "competitor-disparagement": {"text": "Alle ved da, at Stampemo er svindlere og snyder deres kunder."},
}
EVERYWHERE = dict.fromkeys(ROLES, E)
OWN_ACCOUNT = {"private": E, "employee": E, "official": NONE, "vendor": NONE, "moderator": NONE}
STRICT = {
    "missing-disclaimer": OWN_ACCOUNT,
    "org-logo": OWN_ACCOUNT,
    "work-email": OWN_ACCOUNT | {"employee": W},
    "unattributed-quote": EVERYWHERE,
    "confidential-marker": EVERYWHERE,
    "photo-consent": EVERYWHERE,
    "competitor-disparagement": EVERYWHERE,
}
ADVISORY = STRICT | {
    # Where the author is known as an employee, a missing disclaimer weighs one level more.
    "missing-disclaimer": OWN_ACCOUNT | {"private": W, "employee": E},
    "unattributed-quote": dict.fromkeys(ROLES, W),
    "competitor-disparagement": dict.fromkeys(ROLES, W),
}


@pytest.fixture
def mill(tmp_path: Path) -> Settings:
    register = tmp_path / "consents.csv"
    register.write_text("ref,person,image,channels,given,expires,withdrawn,guardian\n", encoding="utf-8")
    return MILL._replace(register=str(register))


def grade(rule: str, role: str, settings: Settings) -> str:
    findings = found(check(POSTS[rule]["text"], settings, **{**POSTS[rule], "role": role}), rule)
    assert len(findings) <= 1
    return findings[0].severity if findings else NONE


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("rule", SEVEN)
def test_severity_by_role_where_the_policy_is_strict(rule: str, role: str, mill: Settings) -> None:
    assert grade(rule, role, mill) == STRICT[rule][role]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("rule", SEVEN)
def test_severity_by_role_where_the_policy_is_advice(rule: str, role: str, mill: Settings) -> None:
    assert grade(rule, role, mill._replace(strict=False)) == ADVISORY[rule][role]


@pytest.mark.parametrize("rule", SEVEN)
def test_a_role_left_out_is_that_of_the_configuration(rule: str, mill: Settings) -> None:
    for role in ROLES:
        report = check(POSTS[rule]["text"], mill._replace(role=role), **POSTS[rule])
        assert bool(found(report, rule)) is bool(STRICT[rule][role])


@pytest.mark.parametrize("rule", SEVEN)
def test_an_official_post_gives_no_other_findings_than_a_private_one(rule: str, mill: Settings) -> None:
    private = check(POSTS[rule]["text"], mill, **{**POSTS[rule], "role": "private"})
    official = check(POSTS[rule]["text"], mill, **{**POSTS[rule], "role": "official"})
    assert {f.rule for f in official.findings} <= {f.rule for f in private.findings}


def test_somebody_who_is_not_employed_needs_no_disclaimer(mill: Settings) -> None:
    assert not found(check(POSTS["missing-disclaimer"]["text"], mill, author={"employee": False}), "missing-disclaimer")
