"""Rule index, policies and packs compared with each other, and what ``postlint coverage`` makes of them."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.start import main
from postlint.coverage.clauses import STATUSES, covered
from postlint.pack import policies_of, read, shipped_files
from postlint.policy import Policy, PolicyClause
from postlint.prepare import load
from postlint.rulebook import Rulebook
from postlint.settings import POLICIES, Settings

CLAUSES = {"os2samtale": 23, "oktech": 35, "social-media": 52, "ecxo": 37}
# The rule index: every rule and the clauses that ask for it. S0 is os2samtale, S1 oktech, S2 social-media, S3 ecxo.
INDEX = {
    "missing-disclaimer": "S2.17 S2.19",
    "org-logo": "S2.15",
    "work-email": "S2.16 S3.37",
    "unattributed-quote": "S2.34 S2.35",
    "confidential-marker": "S2.9 S2.36 S2.39",
    "photo-consent": "S2.40 S2.41 S3.30",
    "competitor-disparagement": "S2.30",
    "unclear-role": "S0.16 S2.14",
    "unauthorised-statement": "S2.21",
    "undisclosed-affiliation": "S0.16 S2.20 S2.22",
    "anonymous-post": "S2.23",
    "impersonation": "S2.24",
    "profanity": "S1.13 S2.28 S3.4",
    "personal-attack": "S0.11 S0.12 S1.10 S1.11 S1.12 S1.13 S1.14 S1.20 S2.26 S3.5",
    "condescending-tone": "S0.5 S0.12 S0.18 S1.9 S1.14",
    "discriminatory-language": "S0.11 S1.7 S1.17 S1.20 S2.29 S3.6 S3.27",
    "inclusive-language": "S0.8",
    "sexualised-language": "S0.13 S1.18 S1.21 S3.32",
    "sensitive-imagery": "S1.18 S3.28",
    "threat": "S1.16 S3.29",
    "harassment": "S0.11 S1.15 S1.22 S3.6 S3.25",
    "defamation": "S2.27",
    "customer-disparagement": "S2.31",
    "employer-disparagement": "S2.32",
    "comparative-claim": "S2.33",
    "undisclosed-advertising": "S2.22 S2.33",
    "image-credit": "S2.34",
    "missing-source": "S2.35",
    "altered-quote": "S2.45",
    "personal-data": "S0.14 S1.19 S2.37",
    "client-information": "S2.38",
    "security-exposure": "S2.13",
    "report-confidentiality": "S0.20 S1.26 S1.27",
    "audience-check": "S2.12 S2.18",
    "troll-feeding": "S2.48",
    "comment-censorship": "S2.43 S2.44",
    "derailing": "S0.12 S0.15 S3.31",
    "unsolicited-contact": "S3.13 S3.14 S3.26",
    "repeated-contact": "S1.23 S3.29 S3.33",
    "sales-pitch": "S3.11 S3.15 S3.19 S3.20 S3.21 S3.22",
    "bare-link-share": "S3.16",
    "over-sharing": "S2.9 S3.17",
    "posting-cadence": "S2.49",
    "response-time": "S1.31 S2.50",
    "working-hours": "S2.51",
}
# Clauses whose own text asks for a rule that the index does not list under them.
ALSO = {("confidential-marker", "S2.37"), ("personal-attack", "S0.7")}
# S3.37 gives a contact address in a spelling that work-email must read; it forbids none.
ONLY_SHOWN = {("work-email", "S3.37")}
# Rules of good craft that no clause asks for.
CLAUSELESS = {"alt-text", "hidden-text", "spelling", "channel-limit"}
# Named by clauses, and not in the packs yet.
NOT_BUILT: set[str] = set()

HOUSE = """policies = ["social-media"]
[organisation]
name = "Ravfjord <&> Søn"
email_domains = ["ravfjord.example"]
[[competitors]]
name = "Havgus"
[rules]
profanity = "off"
image-credit = "off"
"""
SECRET = "STRENGT FORTROLIGT: planen for foråret er klar.\n"
MAIL = "Skriv til bo@ravfjord.example, hvis du vil med ud at sejle.\n"
OWN = """[policy]
id = "house"
en = "House rules"
[[clause]]
id = "1"
en = "No <b>work mail</b>"
rules = ["work-email"]
[[clause]]
id = "2"
en = "Be kind"
person = true
why = { en = "Kindness is for people to judge." }
"""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """Return the shipped rules with all four policies."""
    shipped = load()[1]
    files = [read(path, True) for path in shipped_files(POLICIES) if "policies" in path]
    return shipped._replace(policies=policies_of(files, shipped.rules))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("postlint.toml", HOUSE)
    write("secret.txt", SECRET)
    write("mail.txt", MAIL)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def carried(rulebook: Rulebook) -> set[tuple[str, str]]:
    """Return every pair of a rule and a clause that names it."""
    clauses = [clause for policy in rulebook.policies.values() for clause in policy.clauses]
    return {(rule, clause.id) for clause in clauses for rule in clause.rules}


def cover(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict[str, Any]:
    """Return what the command says in JSON."""
    assert main(["coverage", "--format", "json", *words]) == status
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def clauses(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {clause["clause"]: clause for policy in told["policies"] for clause in policy["clauses"]}


def test_all_clauses_of_the_four_policies_are_there(rulebook: Rulebook) -> None:
    assert {name: len(policy.clauses) for name, policy in rulebook.policies.items()} == CLAUSES
    for number, name in enumerate(CLAUSES):
        expected = [f"S{number}.{clause}" for clause in range(1, CLAUSES[name] + 1)]
        assert [clause.id for clause in rulebook.policies[name].clauses] == expected
    assert sum(CLAUSES.values()) == 147


def test_clauses_name_the_rules_of_the_index(rulebook: Rulebook) -> None:
    index = {(rule, clause) for rule, listed in INDEX.items() for clause in listed.split()}
    assert len(INDEX) == 45
    assert carried(rulebook) - index == ALSO
    assert index - carried(rulebook) == ONLY_SHOWN


def test_every_rule_that_a_clause_names_is_in_the_packs(rulebook: Rulebook) -> None:
    named = {rule for rule, _ in carried(rulebook)}
    assert named - set(rulebook.rules) == NOT_BUILT


def test_every_rule_of_the_packs_is_named_by_a_clause(rulebook: Rulebook) -> None:
    named = {rule for rule, _ in carried(rulebook)}
    assert set(rulebook.rules) - named <= CLAUSELESS
    assert named & CLAUSELESS == set()


def test_every_clause_has_rules_or_says_why_not(rulebook: Rulebook) -> None:
    for policy in rulebook.policies.values():
        for clause in policy.clauses:
            assert clause.rules or clause.why, clause.id
            assert set(clause.title) == {"da", "en"}, clause.id
            assert not clause.why or set(clause.why) == {"da", "en"}, clause.id
            assert not (clause.rules and clause.person), f"{clause.id}: rules with a why are partly already"


@pytest.mark.parametrize(
    ("rules", "why", "person", "status"),
    [
        pytest.param(["work-email"], False, False, "checked", id="all-rules-on"),
        pytest.param(["work-email"], True, False, "partly", id="why-beside-rules"),
        pytest.param(["work-email", "profanity"], False, False, "partly", id="one-rule-off"),
        pytest.param(["work-email", "no-such-rule"], False, False, "partly", id="one-rule-not-built"),
        pytest.param(["work-email", "org-logo"], False, False, "partly", id="one-rule-lacks-facts"),
        pytest.param(["profanity"], True, False, "needs-a-person", id="all-rules-off"),
        pytest.param(["no-such-rule"], False, False, "needs-a-person", id="rule-not-built"),
        pytest.param([], True, True, "needs-a-person", id="for-people"),
        pytest.param([], True, False, "not-a-rule", id="guidance"),
    ],
)
def test_status_of_a_clause(rules: list[str], why: bool, person: bool, status: str, rulebook: Rulebook) -> None:
    clause = PolicyClause("1", {"en": "A clause"}, tuple(rules), {"en": "So it is."} if why else {}, person)
    settings = Settings(path="postlint.toml", policies=POLICIES, rules=(("profanity", "off"),))
    settings = settings._replace(organisation=settings.organisation._replace(email_domains=("ravfjord.example",)))
    found = covered(Policy("house", {}, (clause,)), settings, rulebook, "en", used=True).clauses[0]
    assert found.status == status
    idle = [carrier.rule for carrier in found.carriers if carrier.state != "on"]
    assert [rule for note in found.notes for rule in rules if rule in note] == idle


@pytest.mark.parametrize(
    ("rule", "state", "status"),
    [
        pytest.param("audience-check", "off", "needs-a-person", id="in-no-role"),
        pytest.param("unclear-role", "limited", "partly", id="in-some-roles"),
        pytest.param("profanity", "on", "checked", id="in-all-roles"),
    ],
)
def test_public_employees_speak_freely(rule: str, state: str, status: str, rulebook: Rulebook) -> None:
    policy = Policy("house", {}, (PolicyClause("1", {"en": "A clause"}, (rule,), {}),))
    found = covered(policy, Settings(policies=POLICIES, sector="public"), rulebook, "en", used=True).clauses[0]
    assert (found.carriers[0].state, found.status) == (state, status)
    assert any("freedom of speech" in note for note in found.notes) is (state != "on")


def test_json_is_stable_and_counts(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = cover(capsys)
    assert list(told) == ["version", "postlint", "lang", "organisation", "summary", "posts", "policies", "beyond"]
    assert (told["version"], told["posts"], told["beyond"]) == (1, None, None)
    assert [policy["policy"] for policy in told["policies"]] == ["social-media"]
    statuses = [clause["status"] for clause in clauses(told).values()]
    assert told["summary"] == {"clauses": 52, **{status: statuses.count(status) for status in STATUSES}}
    assert all(told["summary"].values())
    [rule] = clauses(told)["S2.28"]["rules"]
    assert (rule["rule"], rule["state"]) == ("profanity", "off")
    assert clauses(told)["S2.17"]["found"] is None
    assert cover(capsys) == told


def test_findings_fall_under_their_clauses(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("both.txt", SECRET + "\n" + MAIL)
    waiver = {"rule": "work-email", "reason": "Aftalt", "by": "Bo Påfund"}
    write("waived.json", json.dumps({"id": "w7", "text": MAIL, "waivers": [waiver]}))
    told = cover(capsys, "secret.txt", "mail.txt", "both.txt", "waived.json")
    by_clause = clauses(told)
    assert told["posts"] == 4
    for clause in ("S2.36", "S2.39"):
        assert [(post["source"], post["findings"]) for post in by_clause[clause]["found"][0]["posts"]] == [
            ("secret.txt", 1), ("both.txt", 1),
        ]  # fmt: skip
    mail = by_clause["S2.16"]["found"][0]
    assert (mail["rule"], mail["findings"], mail["waived"]) == ("work-email", 2, 1)
    assert by_clause["S2.16"]["findings"] == 2
    assert by_clause["S2.30"]["findings"] == 0
    assert by_clause["S2.1"]["found"] == []


def test_findings_of_rules_that_no_clause_names_are_told_apart(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("hidden.txt", "En stille mor\u200bgen ved fjorden.\n")
    told = cover(capsys, "oktech", "hidden.txt", "mail.txt")
    assert [tally["rule"] for tally in told["beyond"]] == ["hidden-text"]
    assert not any(clause["findings"] for clause in clauses(told).values())


def test_posts_are_looked_at_together(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Kom til åbent værft på lørdag, der er pølser, rundvisning og gratis sejltur til alle børn."
    posts = [{"text": text, "account": "@ravfjord", "role": "official", "channel": "facebook",
              "scheduled": f"2026-12-0{day}T09:00:00+01:00"} for day in (1, 3)]  # fmt: skip
    write("posts.json", json.dumps(posts))
    told = cover(capsys, "ecxo", "posts.json", "--now", "2026-11-30T09:00:00+01:00")
    assert clauses(told)["S3.17"]["findings"] == 1


def test_posts_are_named_so_that_they_can_be_found(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("drafts").mkdir()
    lines = [json.dumps({"text": MAIL}), json.dumps({"id": "spring", "text": MAIL * 2})]
    write("drafts/posts.jsonl", "\n".join(lines))
    assert main(["coverage", "drafts", "mail.txt"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    file = str(Path("drafts/posts.jsonl"))
    assert f"work-email: 4 findings ({file}:1, {file} [spring] × 2, mail.txt)" in told


def test_posts_are_checked_with_the_policy_asked_for(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("sale.txt", "Køb vores nye ost i dag – spar 20 % med koden FJORD!\n")
    told = cover(capsys, "ecxo", "sale.txt")
    assert [(policy["policy"], policy["used"]) for policy in told["policies"]] == [("ecxo", False)]
    assert clauses(told)["S3.11"]["findings"] == 1


@pytest.mark.parametrize(
    ("words", "policies"),
    [
        pytest.param([], ["social-media"], id="those-of-the-configuration"),
        pytest.param(["ecxo"], ["ecxo"], id="one"),
        pytest.param(["oktech", "ecxo"], ["oktech", "ecxo"], id="several"),
        pytest.param(["house.toml"], ["house"], id="a-file"),
        pytest.param(["--config", "own.toml", "house"], ["house"], id="its-id"),
    ],
)
def test_which_policies(words: list[str], policies: list[str], house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("house.toml", OWN)
    write("own.toml", 'policies = ["oktech", "./house.toml"]\n')
    assert [policy["policy"] for policy in cover(capsys, *words)["policies"]] == policies


def test_without_a_configuration_all_four_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = cover(capsys)
    assert [policy["policy"] for policy in told["policies"]] == list(POLICIES)
    assert told["summary"]["clauses"] == 147
    assert clauses(told)["S2.16"]["status"] == "checked"  # facts that nobody was asked for are not missing


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("da", ["S2.28  kræver et menneske", "Reglen profanity er slået fra her.", "→ work-email: 1 fund (mail.txt)",
                "Under punkterne her: 2 fund i 2 opslag."]),
        ("en", ["S2.28  needs a person", "The rule profanity is switched off here.",
                "→ work-email: 1 finding (mail.txt)", "Under the clauses here: 2 findings in 2 posts."]),
    ],
    ids=["da", "en"],
)  # fmt: skip
def test_text(lang: str, words: list[str], house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--ui-lang", lang, "secret.txt", "mail.txt"]) == 0
    told = capsys.readouterr().out
    assert [word for word in words if word not in told] == []
    assert told.splitlines()[-1].split()[:2] == ["social-media", "52"]
    assert max(map(len, told.splitlines())) <= 80


class Page(HTMLParser):
    """Reads a page strictly: every element that opens must close, and nothing may be fetched or run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "data", "action")]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", ["da", "en"])
def test_page(lang: str, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("house.toml", OWN)
    name = "img.txt" if os.name == "nt" else "<img src=x>.txt"
    write(name, MAIL)
    assert main(["coverage", "--format", "html", "--ui-lang", lang, "house.toml", name]) == 0
    told = capsys.readouterr().out
    page = Page()
    page.feed(told)
    page.close()
    assert page.open == []
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert page.links == ["#policy-house"]
    assert told.startswith(f'<!DOCTYPE html>\n<html lang="{lang}">')
    assert "Ravfjord <&> Søn" in page.text
    assert "No <b>work mail</b>" in page.text
    assert name in page.text
    assert "url(" not in told
    assert "@import" not in told
    assert "@media print" in told
    assert ("ikke en godkendelse" if lang == "da" else "no approval") in page.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["okteck"], "neither a policy nor a file called 'okteck'. Did you mean 'oktech'?", id="near"),
        pytest.param(["zzz"], "Allowed: social-media, os2samtale, oktech, ecxo.", id="far"),
        pytest.param(["ecxo", "sosial-media"], "Did you mean 'social-media'?", id="second"),
        pytest.param(["drafts/none.txt"], "there is no such file", id="post"),
        pytest.param(["words.toml"], "words.toml: the file is no policy", id="file-without-policy"),
        pytest.param(["--format", "xml"], "Allowed: text, json, html", id="format"),
        pytest.param(["--now", "today"], "'--now' must be written as ISO 8601", id="moment"),
    ],
)
def test_mistakes_get_one_sentence(
    words: list[str], told: str, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("words.toml", '[[family]]\nname = "own"\nlanguage = "en"\nwords = ["cheese"]\n')
    assert main(["coverage", *words]) == 2
    streams = capsys.readouterr()
    assert told in streams.err
    assert streams.err.count("\n") == 1
    assert streams.out == ""


def test_an_unusable_post_does_not_stop_the_others(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("bad.json", '{"text": "x", "rool": "private"}')
    told = cover(capsys, "bad.json", "mail.txt", status=2)
    assert (told["posts"], clauses(told)["S2.16"]["findings"]) == (1, 1)
