"""What an organisation can say in packs of its own, and what it is told where a pack is broken."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from made_posts import NOW, SEVEN, found, post, rules

from postlint import linter
from postlint.checks import CHECKS
from postlint.engine import Linter
from postlint.finding import PostReport
from postlint.pack import compile_packs, read, shipped_files, toml_files
from postlint.problem import PostlintError
from postlint.rulebook import rules_folder
from postlint.settings import Organisation, Settings

HEAD = '[organisation]\nname = "Kvernholt"\n\n[[competitors]]\nname = "Stampemo"\n'
OWN = ("code-names",)
RULE = """\
[[rule]]
id = "code-names"
severity = "warning"
[rule.da]
title = "Projektnavn"
message = "»{words}« er et projekt hos {organisation}."
advice = "Spørg først."
phrases = ["projekt (sneugle|havtorn)"]
[rule.en]
title = "Project name"
message = "'{words}' is a project of {organisation}."
advice = "Ask first."
phrases = ["project (snowy owl|buckthorn)"]
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POSTLINT_CACHE", "off")


def write(name: str, content: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")
    return name


def checked(
    text: str, pack: str, *, config: str = "", name: str = "own/words.toml", role: str = "private"
) -> PostReport:
    """Return what is found in a text with a pack beside the configuration."""
    write(name, pack)
    write("postlint.toml", f'packs = ["{name.partition("/")[0]}"]\n{config}{HEAD}')
    return linter("postlint.toml", now=NOW).check(post(text, role=role))


FEW = [read(f"{rules_folder()}/{name}.toml", True) for name in ("core/rules", "da/rules", "en/rules")]


def beside_few(pack: str) -> Linter:
    """Return a linter for a pack beside the shipped rules without their many words: quick to make."""
    own = read(write("own/words.toml", pack), False)
    return Linter(
        Settings(organisation=Organisation("Kvernholt")), compile_packs([*FEW, own], list(CHECKS))[0], now=NOW
    )


# A pack adds


@pytest.mark.parametrize("name", ["own/words.toml", "own/deep/er/words.toml", "own.toml"])
def test_a_rule_of_ones_own_speaks_from_a_folder_or_a_file(name: str) -> None:
    report = checked("Nu går Projekt Sneugle i luften!", RULE, name=name)
    assert [(f.rule, f.severity, f.words, f.message) for f in report.findings] == [
        ("code-names", "warning", "Projekt Sneugle", "»Projekt Sneugle« er et projekt hos Kvernholt.")
    ]


def test_a_rule_of_ones_own_speaks_english_too() -> None:
    report = checked("We are all looking forward to Project Buckthorn next week!", RULE)
    assert [f.message for f in report.findings] == ["'Project Buckthorn' is a project of Kvernholt."]


def test_words_that_a_post_only_quotes_are_left_alone_by_a_rule_of_ones_own() -> None:
    assert rules(checked("Min datter spurgte: »Hvad er projekt sneugle for noget?«", RULE), OWN) == set()


def test_a_rule_may_hold_for_some_roles_only() -> None:
    pack = RULE.replace('severity = "warning"', 'severity = "warning"\nroles = ["official"]')
    text = "Projekt Sneugle er klar nu."
    found = {role: rules(checked(text, pack, role=role), OWN) for role in ("private", "official")}
    assert found == {"private": set(), "official": {"code-names"}}


def test_a_rule_that_is_not_on_waits_to_be_asked_for() -> None:
    pack = RULE.replace('severity = "warning"', 'severity = "warning"\non = false')
    assert rules(checked("Projekt Sneugle er klar nu.", pack), OWN) == set()
    asked = write("asked.toml", f'packs = ["own"]\n{HEAD}\n[rules]\ncode-names = "error"\n')
    assert rules(linter(asked).check(post("Projekt Sneugle er klar nu.")), OWN) == {"code-names"}


def test_a_pattern_of_ones_own_is_found_at_its_place() -> None:
    pack = RULE.replace('phrases = ["projekt (sneugle|havtorn)"]', r"patterns = ['\bKV-\d{4}\b']")
    report = checked("🎉 Sagen hedder KV-2041 hos os.", pack)
    assert [f.words for f in report.findings] == ["KV-2041"]


def test_a_shipped_family_grows() -> None:
    text = "Folk siger det samme: Stampemo er vrangvillige."
    family = 'language = "da"\n[[family]]\nname = "dishonest"\nwords = ["vrangvillig/a"]\n'
    assert rules(checked(text, "")) == set()
    assert rules(checked(text, family)) == {"competitor-disparagement"}


def test_a_shipped_rule_is_graded_and_reworded() -> None:
    pack = '[[rule]]\nid = "missing-disclaimer"\nseverity = "info"\n[rule.da]\nmessage = "Husk forbeholdet."\n'
    report = checked("Den nye mølle hos Kvernholt er flot.", pack)
    assert [(f.severity, f.message) for f in found(report, "missing-disclaimer")] == [("info", "Husk forbeholdet.")]


def test_phrases_can_be_added_to_a_shipped_rule() -> None:
    pack = '[[rule]]\nid = "confidential-marker"\n[rule.da]\nphrases = ["kun til møllestuen"]\n'
    assert rules(checked("Kun til møllestuen: den nye vagtplan.", pack)) == {"confidential-marker"}


def test_a_policy_of_ones_own_carries_rules_and_clauses() -> None:
    write("house.toml", '[policy]\nid = "house"\nda = "Huset"\n[[clause]]\nid = "H4"\nda = "Hold det privat"\n'
          'rules = ["missing-disclaimer"]\n')  # fmt: skip
    config = write("postlint.toml", f'policies = ["./house.toml"]\n{HEAD}')
    report = linter(config).check(post("Den nye mølle hos Kvernholt er flot. Stampemo er svindlere og snyder alle."))
    assert [(f.rule, [c.clause for c in f.clauses]) for f in report.findings] == [("missing-disclaimer", ["H4"])]


# A broken pack

ID = '[[rule]]\nid = "code-names"\n'
BROKEN = {
    "unknown-key": (ID + 'severty = "info"\n', 3, 1, "severity"),
    "unknown-key-of-a-wording": (ID + '[rule.da]\nmesage = "x"\n', 4, 1, "message"),
    "unknown-check": (ID + 'check = "marknig"\n[rule.da]\nmessage = "x"\n', 3, 1, "marking"),
    "wrong-severity": (ID + 'severity = "fatal"\n[rule.da]\nmessage = "x"\n', 3, 1, "error"),
    "wrong-role": (ID + 'roles = ["privat"]\n[rule.da]\nmessage = "x"\n', 3, 1, "private"),
    "wrong-type": (ID + 'on = "yes"\n[rule.da]\nmessage = "x"\n', 3, 1, "true"),
    "no-id": ('[[rule]]\nseverity = "info"\n', 1, 1, "id"),
    "no-wording": (ID, 2, 1, "message"),
    "broken-toml": (ID + "severity = \n", 3, 12, ""),
    "never-closed": (ID + 'severity = "info\n', 3, 17, ""),
    "a-sign-in-a-phrase": (ID + '[rule.da]\nmessage = "x"\nphrases = ["fin", "a+b"]\n', 5, 1, "a+b"),
    "a-phrase-that-may-be-nothing": (ID + '[rule.da]\nmessage = "x"\nphrases = ["(fin)? dag"]\n', 5, 1, "dag"),
    "a-stem-too-short": (ID + '[rule.da]\nmessage = "x"\nphrases = ["ab*"]\n', 5, 1, "ab*"),
    "a-broken-pattern": (ID + "[rule.da]\nmessage = \"x\"\npatterns = ['(a']\n", 5, 1, "(a"),
    "a-rule-that-a-clause-misspells": (
        '[policy]\nid = "house"\n[[clause]]\nid = "1"\nrules = ["work-emial"]\n', 5, 1, "work-email",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pack", "line", "column", "names"), BROKEN.values(), ids=BROKEN)
def test_a_broken_pack_is_told_with_its_place_and_what_is_allowed(
    pack: str, line: int, column: int, names: str
) -> None:
    with pytest.raises(PostlintError) as caught:
        beside_few(pack)
    problem, said = caught.value.problem, str(caught.value)
    assert (problem.path.endswith("own/words.toml"), problem.line) == (True, line)
    assert problem.column >= column
    assert names in said
    assert pack.split("\n")[line - 1].strip() in said


@pytest.mark.parametrize("pack", [pack for pack, _, _, _ in BROKEN.values()], ids=BROKEN)
def test_a_broken_pack_is_told_in_danish_as_well(pack: str) -> None:
    with pytest.raises(PostlintError) as caught:
        beside_few(pack)
    assert caught.value.problem.tell("da") != caught.value.problem.tell("en")


@pytest.mark.parametrize("policy", ["no-such", "./no-such.toml"])
def test_a_policy_that_is_not_there_is_told(policy: str) -> None:
    write("postlint.toml", f'policies = ["{policy}"]\n')
    with pytest.raises(PostlintError) as caught:
        linter("postlint.toml")
    assert "no-such" in str(caught.value)


def test_a_pack_that_is_not_there_is_told() -> None:
    write("postlint.toml", 'packs = ["nowhere"]\n')
    with pytest.raises(PostlintError) as caught:
        linter("postlint.toml")
    assert "nowhere" in str(caught.value)


@pytest.mark.parametrize(("misspelt", "meant"), [("work-emial", "work-email"), ("photo-concent", "photo-consent")])
def test_a_misspelt_rule_of_the_configuration_is_told(misspelt: str, meant: str) -> None:
    write("postlint.toml", f'{HEAD}\n[rules]\n{misspelt} = "off"\n')
    with pytest.raises(PostlintError) as caught:
        linter("postlint.toml")
    assert (caught.value.problem.line, meant in str(caught.value)) == (8, True)


# A pack does no harm


SPACE_OUT = "Se her: " + "a" * 40 + " og så er det ikke mere."


def slow(count: int = 1) -> str:
    patterns = ", ".join(f"'(a|aa)+{chr(33) * number}$'" for number in range(count))
    return f'{ID}[rule.da]\nmessage = "x"\npatterns = [{patterns}]\n'


def timed(pack: str, text: str = SPACE_OUT) -> PostReport:
    """Return what is found, unless that takes two seconds or more."""
    prepared = beside_few(pack)
    before = time.perf_counter()
    report = prepared.check(post(text))
    assert time.perf_counter() - before < 2
    return report


@pytest.mark.parametrize("text", [SPACE_OUT, "a" * 40, "a" * 40 + "!", ("a" * 40 + "! ") * 50], ids=range(4))
@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(a|a)*b", "(a*)*b", "(.*)*,(.*)*;$", r"(\w+\s?)+\d$"])
def test_no_pattern_holds_a_post_up(pattern: str, text: str) -> None:
    timed(f"{ID}[rule.da]\nmessage = \"x\"\npatterns = ['{pattern}']\n", text)


@pytest.mark.parametrize("count", [1, 60], ids=["one-pattern", "sixty-patterns"])
def test_a_rule_whose_patterns_never_end_is_not_evaluated_and_never_clean(count: int) -> None:
    assert [entry.rule for entry in timed(slow(count)).not_evaluated] == ["code-names"]


def test_a_slow_pattern_does_not_take_other_rules_with_it() -> None:
    report = timed(RULE + slow().replace("code-names", "slow"), f"Projekt Sneugle er klar. {SPACE_OUT}")
    assert (rules(report, OWN), [entry.rule for entry in report.not_evaluated]) == (set(OWN), ["slow"])


def test_many_slow_rules_share_one_budget() -> None:
    report = timed("".join(slow().replace("code-names", f"slow-{number}") for number in range(40)))
    assert len(report.not_evaluated) == 40


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(ID + 'check = "os.system"\n[rule.da]\nmessage = "x"\n', id="a-function-as-check"),
        pytest.param(ID + 'check = "../../evil"\n[rule.da]\nmessage = "x"\n', id="a-path-as-check"),
    ],
)
def test_a_pack_cannot_name_code_to_run(pack: str) -> None:
    with pytest.raises(PostlintError):
        beside_few(pack)


@pytest.mark.parametrize("name", ["words.py", "conftest.py", "__init__.py"])
def test_python_in_a_pack_is_never_run(name: str) -> None:
    write(f"own/{name}", "import pathlib\npathlib.Path('ran').touch()\n")
    checked("Nu går Projekt Sneugle i luften!", RULE)
    assert not Path("ran").exists()


def test_a_message_cannot_reach_into_the_program() -> None:
    pack = RULE.replace(
        "»{words}« er et projekt hos {organisation}.", "{words.__class__} {0} {} {organisation!r} 100 %"
    )
    report = checked("Nu går Projekt Sneugle i luften!", pack)
    assert [f.message for f in report.findings] == ["{words.__class__} {0} {} {organisation!r} 100 %"]


# The shipped packs

SHIPPED = [read(path, True) for path in shipped_files(("social-media", "os2samtale", "oktech", "ecxo"))]


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("rule", SEVEN)
def test_every_shipped_rule_is_worded_and_shown_by_examples(rule: str, lang: str) -> None:
    said: dict[str, list[object]] = {key: [] for key in ("title", "message", "advice", "bad", "good")}
    for file in SHIPPED:
        for part in file.data.get("rule", ()):
            for key, kept in said.items():
                value = part.get(lang, {}).get(key, []) if part["id"] == rule else []
                kept.extend(value if isinstance(value, list) else [value])
    assert all(said[key] for key in ("title", "message", "advice"))
    assert min(len(said["bad"]), len(said["good"])) >= 5


def families(lang: str) -> set[str]:
    files = [read(path, True) for path in toml_files(f"{rules_folder()}/{lang}")]
    return {family["name"] for file in files for family in file.data.get("family", ())}


def test_both_languages_have_the_same_families() -> None:
    assert shared(families("da")) == shared(families("en"))


def test_no_family_is_called_as_a_rule_is() -> None:
    """The phrases of a rule are filed under its id, so a family of that name would add its words to the rule."""
    rules_of = {rule["id"] for file in SHIPPED for rule in file.data.get("rule", ())}
    assert rules_of
    assert (families("da") | families("en")) & rules_of == set()


def shared(names: set[str]) -> set[str]:
    """Return the families that a language must have: all but inclusive wordings, which each language has its own of,
    and given names, of which English words need a list of their own."""
    return {name for name in names if not name.startswith("instead: ") and name != "first-name"}


def test_every_clause_has_a_rule_or_says_why_not() -> None:
    bare = [
        clause["id"]
        for file in SHIPPED
        for clause in file.data.get("clause", ())
        if not clause.get("rules") and set(clause.get("why", {})) != {"da", "en"}
    ]
    assert bare == []
