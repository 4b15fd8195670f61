"""Baselines: what stays known when a repository changes around it, what becomes new, and what the file gives away."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.start import main

RIVAL = "Svinghjul laver elendige cykler."
MAIL = "Skriv til mig på bo@kobberdal.example, så finder vi ud af det."
CALM = "Vi ses på lørdag."
NUMBER = "Mit CPR-nummer er 010190-1234."
HOUSE = """
[organisation]
name = "Kobberdal"
email_domains = ["kobberdal.example"]
[[competitors]]
name = "Svinghjul"
[consent]
register = "consents.csv"
[rules]
undisclosed-affiliation = "off"
"""
HEAD = '{"format": "postlint-baseline", "format_version": %d, "salt": "%s", "entries": [%s]}'
REGISTER = "ref,person,image,channels,given,expires,withdrawn,guardian\n"


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "postlint.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "consents.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "opslag").mkdir()
    monkeypatch.chdir(tmp_path)
    write("a.txt", f"{CALM} {RIVAL} {CALM}\n\n{MAIL}\n")
    write("b.txt", CALM)
    assert baselined() == 0
    return tmp_path


def write(name: str, text: str) -> None:
    Path("opslag", name).write_text(text, encoding="utf-8")


def baselined(*more: str) -> int:
    return main(["--write-baseline", "base.json", "--quiet", "--ui-lang", "da", *(more or ("opslag",))])


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    """Return the JSON of a check that is held against the baseline."""
    capsys.readouterr()
    main([*(argv or ("opslag",)), "--baseline", "base.json", "--format", "json", "--ui-lang", "da"])
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def new(report: dict[str, Any]) -> list[str]:
    return [finding["rule"] for post in report["posts"] for finding in post["findings"]]


def gone(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(entry["file"], entry["rule"]) for entry in report["gone"]]


def test_what_was_there_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    report = told(capsys)
    assert report["summary"]["baselined"] == 2
    assert report["summary"]["errors"] == 0
    assert new(report) == []
    assert gone(report) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"\n\n\n{CALM} {RIVAL} {CALM}\n\n{MAIL}\n", id="lines moved"),
        pytest.param(f"{MAIL}\n{CALM}\n{RIVAL}\n", id="sentences in another order"),
        pytest.param(f"{RIVAL} Kom forbi til kaffe! {MAIL}\n", id="other sentences changed"),
        pytest.param(f"Svinghjul  laver\telendige cykler.\n\n{MAIL}\n", id="other blanks"),
        pytest.param(f"---\nchannel: linkedin\n---\n{CALM} {RIVAL} {CALM}\n\n{MAIL}\n", id="front matter added"),
    ],
)
def test_changes_elsewhere_break_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", text)
    report = told(capsys)
    assert new(report) == []
    assert gone(report) == []


def test_a_changed_sentence_is_new_and_its_old_entry_gone(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", f"Svinghjul laver nu elendige cykler.\n\n{MAIL}\n")
    report = told(capsys)
    assert new(report) == ["competitor-disparagement"]
    assert gone(report) == [("opslag/a.txt", "competitor-disparagement")]


def test_the_same_sentence_twice_is_one_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", f"{RIVAL}\n\n{MAIL} {MAIL}\n")
    assert new(told(capsys)) == ["work-email"]


def test_twice_is_known_where_it_was_twice(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", f"{MAIL} {MAIL}\n")
    baselined()
    assert told(capsys)["summary"]["baselined"] == 2
    write("a.txt", f"{MAIL}\n")
    report = told(capsys)
    assert new(report) == []
    assert gone(report) == [("opslag/a.txt", "work-email")]


def test_a_file_may_be_renamed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("opslag/a.txt").rename("opslag/z.txt")
    report = told(capsys)
    assert new(report) == []
    assert gone(report) == []


def test_a_sentence_may_move_to_another_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", MAIL)
    write("b.txt", RIVAL)
    assert new(told(capsys)) == []


def test_a_copy_in_another_file_is_new_even_when_that_file_is_checked_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("b.txt", RIVAL)
    assert new(told(capsys, "opslag/b.txt")) == ["competitor-disparagement"]
    assert new(told(capsys)) == ["competitor-disparagement"]


def test_files_and_rules_that_were_left_out_are_not_gone(capsys: pytest.CaptureFixture[str]) -> None:
    assert gone(told(capsys, "opslag/b.txt")) == []
    write("a.txt", CALM)
    assert gone(told(capsys, "opslag", "--select", "work-email")) == [("opslag/a.txt", "work-email")]
    assert len(gone(told(capsys))) == 2


def test_writing_again_drops_what_is_gone_and_keeps_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.txt", RIVAL)
    write("a.txt", MAIL)
    baselined("opslag/b.txt")
    files = {(one["file"], one["rule"]) for one in json.loads(Path("base.json").read_text("utf-8"))["entries"]}
    assert ("opslag/b.txt", "competitor-disparagement") in files
    assert ("opslag/a.txt", "competitor-disparagement") in files  # its file was not looked through
    baselined()
    files = {(one["file"], one["rule"]) for one in json.loads(Path("base.json").read_text("utf-8"))["entries"]}
    assert files == {("opslag/b.txt", "competitor-disparagement"), ("opslag/a.txt", "work-email")}
    assert gone(told(capsys)) == []


def test_writing_again_without_changes_gives_the_same_bytes() -> None:
    before = Path("base.json").read_bytes()
    baselined()
    assert Path("base.json").read_bytes() == before


def test_two_baselines_share_no_key() -> None:
    first = Path("base.json").read_text("utf-8")
    Path("base.json").unlink()
    baselined()
    second = Path("base.json").read_text("utf-8")
    assert set(re.findall(r"[0-9a-f]{32}", first)).isdisjoint(re.findall(r"[0-9a-f]{32}", second))


def test_no_word_of_a_post_stands_in_the_file() -> None:
    write("a.txt", f"{RIVAL} {MAIL} {NUMBER}\n")
    baselined()
    source = Path("base.json").read_text("utf-8")
    assert not re.search("Svinghjul|elendige|kobberdal|010190|1234|CPR", source)


def test_the_key_of_a_secret_does_not_depend_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", NUMBER)
    baselined()
    write("a.txt", NUMBER.replace("010190-1234", "020290-4321"))
    report = told(capsys)  # the price, said in docs/reports.md: another number in the same sentence is known too
    assert report["summary"]["baselined"] == 1
    write("a.txt", f"Her er {NUMBER}")
    assert new(told(capsys)) == ["personal-data"]


def test_a_known_secret_is_hidden_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", NUMBER)
    baselined()
    write("a.txt", f"{NUMBER} {RIVAL}")
    capsys.readouterr()
    main(["opslag", "--baseline", "base.json", "--format", "html", "--ui-lang", "da"])
    page = capsys.readouterr().out
    assert "elendige" in page
    assert "010190" not in page


def test_what_cannot_be_waived_is_never_known(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", "Kodeordet til vores server er Hemmelig123!\n")
    assert baselined() == 1
    assert json.loads(Path("base.json").read_text("utf-8"))["entries"] == []
    assert new(told(capsys)) == ["security-exposure"]


def test_a_picture_is_known_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    front = "---\nimages:\n{}  - {{file: {}.jpg, people: [Bo Fantasi]}}\n---\nHej.\n"
    write("a.txt", front.format("", "fest"))
    baselined()
    write("a.txt", front.format("  - {file: hus.jpg, people: []}\n", "fest"))
    assert new(told(capsys)) == []
    write("a.txt", front.format("", "tur"))
    assert new(told(capsys)) == ["photo-consent"]


def test_the_closing_lines_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", RIVAL)
    capsys.readouterr()
    assert main(["opslag", "--baseline", "base.json", "--ui-lang", "da"]) == 0
    said = capsys.readouterr().out
    assert "Der er ikke fundet noget nyt.\n1 fund er kendt fra baselinen.\n" in said
    assert "I baselinen, men ikke i opslagene længere:\n  - opslag/a.txt: work-email\n" in said


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param(HEAD % (2, "", ""), id="later version"),
        pytest.param(HEAD % (1, "x", ""), id="no salt"),
        pytest.param(HEAD % (1, "00", "1"), id="no entry"),
        pytest.param("[" * 5000, id="deep"),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("base.json").write_text(content, encoding="utf-8")
    assert main(["opslag", "--baseline", "base.json"]) == 2
    said = capsys.readouterr()
    assert "base.json: the file is no baseline" in said.err or "base.json: the file is empty" in said.err
    assert said.out == ""


def test_a_missing_baseline_is_an_error() -> None:
    assert main(["opslag", "--baseline", "none.json"]) == 2


def test_nothing_is_written_when_something_could_not_be_read() -> None:
    before = Path("base.json").read_bytes()
    write("c.json", "{")
    assert baselined() == 2
    assert Path("base.json").read_bytes() == before


def test_a_baseline_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["opslag", "--write-baseline", "no/such/folder.json"]) == 2
    assert "could not be written" in capsys.readouterr().err


def test_a_baseline_may_lie_among_the_posts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("base.json").rename("opslag/base.json")
    assert main(["opslag", "--write-baseline", "opslag/base.json", "--quiet"]) == 0
    assert main(["opslag", "--baseline", "opslag/base.json"]) == 0
    assert "2 findings are known" in capsys.readouterr().out
