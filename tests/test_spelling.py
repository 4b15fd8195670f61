"""Spelling: what two dictionaries and the organisation's own words know, and what is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made_posts import MILL, linter, post

from postlint.diagnosis import lacks
from postlint.finding import Finding, PostReport
from postlint.settings import Customer, Settings
from postlint.spelling import speller

SPELLED = MILL._replace(rules=(("spelling", "info"),), customers=(Customer("Gryndal Brødhus"),))
installed = pytest.mark.skipif(speller.speller() is None, reason="postlint[spell] is not installed")


def report(text: str, settings: Settings = SPELLED, ui_lang: str | None = None, **fields: Any) -> PostReport:
    checker = linter(settings, select=("spelling",), ui_lang=ui_lang)
    return checker.check(post(text, **fields))


def found(text: str, settings: Settings = SPELLED, **fields: Any) -> list[Finding]:
    return list(report(text, settings, **fields).findings)


def words(text: str, settings: Settings = SPELLED, **fields: Any) -> list[str]:
    return [finding.words for finding in found(text, settings, **fields)]


@installed
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Vi glæder os til at se jer alle på onsdga i møllen.", ["onsdga"]),
        ("Hvertfald er der frisk rugbrød til alle i morgen.", ["Hvertfald"]),
        ("We will recieve the flour before the weekend.", ["recieve"]),
        ("The colours of the programme were organised by our neighbours.", []),
        ("Rugbrødsbageriets efterårsferielukning begynder på mandag.", []),
        ("Vi har fået et dashboard, og dashboardvisningen hænger i hallen.", []),
        ("Vi åbner kl. 9, bl.a. for skoler, evt. også foreninger, ca. 20 ad gangen.", []),
        ("Paa moellen maler vi ogsaa rug, og vi glaeder os til at se jer.", []),
        ("Mel- og grynsalget åbner, og/eller vi ses på torvet.", []),
        ("Åååårh, hvor dejligt, hahaha, KÆMPEFEDT og 3D-printet!", []),
        ("Skriv til onsdga@tilmeling.example eller se tilmeling.example/onsdga #onsdga @tilmeling.", []),
        ("Kør `tilmeling --onsdga` i terminalen, så kommer listen frem.", []),
        ("Han sagde: »Das Mehl ist heute leider schon ausverkauft.« Så vi gik hjem igen.", []),
        ("Hun sagde: »Vi holder lukket på onsdga i næste uge.« Så det er der.", ["onsdga"]),
        ("Mjölet är slut för i dag, men vi får nytt i morgon bitti klockan åtta.", []),
        ("I går kom Brynhildur Quistorf forbi. Brynhildur Quistorf køber ind.", []),
    ],
    ids=[
        "danish", "at-the-head", "english", "british", "compound", "mixed-compound", "abbreviations",
        "foreign-keyboard", "cut", "sounds", "addresses", "code", "german-quotation", "danish-quotation",
        "swedish", "names",
    ],
)  # fmt: skip
def test_words(text: str, wrong: list[str]) -> None:
    assert words(text) == wrong


@installed
@pytest.mark.parametrize(
    "word", ["Kvernholts", "kvernholtfolket", "Rugfin", "rugfinmelet", "stampemo", "gryndal", "minikvernholt"]
)
def test_ones_own_words_are_right(word: str) -> None:
    assert words(f"Der er kommet meget {word} til møllen i dag.") == []


@installed
def test_words_that_only_begin_like_ones_own_are_not() -> None:
    assert words("Der er kommet meget kvernholtqv til møllen i dag.") == ["kvernholtqv"]


@installed
def test_configured_words_are_right(tmp_path: Path) -> None:
    from postlint.configuration import load

    text = "Vi har købt en ny sigteflurp til valsestolen."
    assert words(text) == ["sigteflurp"]
    (tmp_path / "postlint.toml").write_text('[spelling]\nwords = ["sigteflurp"]\n', encoding="utf-8")
    settings = load(str(tmp_path / "postlint.toml"))
    assert settings.words == ("sigteflurp",)
    assert words(text, settings._replace(rules=SPELLED.rules)) == []


@installed
def test_suggestion_is_an_unsafe_fix_at_its_place() -> None:
    text = "😀 Velkommen, og husk tilmeling før fredag."
    finding = found(text)[0]
    assert finding.severity == "info"
    assert finding.message.startswith("»tilmeling« står ikke i ordbøgerne. Mente du »tilmelding«")
    fix = finding.fixes[0]
    edit = fix.edits[0]
    assert fix.safe is False
    assert text[: edit.start] + edit.text + text[edit.end :] == "😀 Velkommen, og husk tilmelding før fredag."


@installed
def test_message_in_english() -> None:
    finding = report("The accomodation is near the mill and the sea.", ui_lang="en").findings[0]
    assert finding.message == "'accomodation' is in neither dictionary. Did you mean 'accommodation'?"


@installed
def test_a_word_is_told_once_and_only_the_first_get_suggestions() -> None:
    text = (
        "Der er tilmeling på onsdga. Der er tilmeling igen på torsdga. "
        "Så er der rugbrøt til alle og interresant selskab i møllen."
    )
    findings = found(text)
    assert [finding.words for finding in findings] == ["tilmeling", "onsdga", "torsdga", "rugbrøt", "interresant"]
    assert [bool(finding.fixes) for finding in findings] == [True, True, True, False, False]


@installed
def test_danish_dictionary_says_whose_it_is() -> None:
    folder = Path(speller.FOLDER)
    assert "MPL version 1.1" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert "MOZILLA PUBLIC LICENSE" in (folder / "MPL-1.1.txt").read_text(encoding="utf-8")


def test_off_unless_asked_for() -> None:
    assert "spelling" not in {rule.id for rule in linter(MILL, select=()).rules}


def test_without_the_extra_the_rule_is_not_evaluated(tmp_path: Path) -> None:
    """Run where neither library can be imported: one sentence, no finding, no traceback."""
    (tmp_path / "postlint.toml").write_text('[rules]\nspelling = "info"\n', encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Vi ses på onsdga i møllen til rugbrød.\n", encoding="utf-8")
    code = (
        "import sys; sys.modules['hunspell'] = sys.modules['spellchecker'] = None\n"
        "from postlint.cli.start import main\n"
        "sys.exit(max(main(['draft.txt', '--select', 'spelling', '--ui-lang', lang]) for lang in ('da', 'en')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={"POSTLINT_CACHE": "cache", "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "stavekontrollen er ikke installeret" in done.stdout
    assert "the spelling check is not installed" in done.stdout
    assert done.stderr == ""


@installed
def test_doctor_misses_nothing_where_it_is_installed() -> None:
    assert lacks(linter().rulebook.rules["spelling"], SPELLED) == []
