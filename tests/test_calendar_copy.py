"""``postlint calendar``: how a calendar was read, and the copy with the findings in its cells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_calendars import HEADINGS, Read, workbook

from postlint.cli.start import main
from postlint.writers.workbook_copy import safe

MARKED = "Kun til internt brug"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    row = (None, None, "LinkedIn", MARKED, "", "")
    unread = (None, None, "LinkedIn", '="For"&"troligt"', "", "")
    quiet = (None, None, "LinkedIn", "Hej", "fest.jpg", "Folk til fest")
    workbook(path, [("Plan for april",), (*HEADINGS, "Billede", "Alt-tekst"), row, quiet, unread])
    return path


def copied(plan: Path, *words: str) -> Any:
    copy = plan.with_name("copy.xlsx")
    main(["calendar", str(plan), "--annotate", str(copy), "--ui-lang", "da", *words])
    return openpyxl.load_workbook(copy).active


def test_how_it_was_read_is_told(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", str(plan), "--ui-lang", "da"]) == 2
    out = capsys.readouterr().out
    assert "Plan: overskrifterne står i række 2: A Dato = date, B Tidspunkt = time, C Kanal = channel" in out
    assert "--role official" in out
    assert "plan.xlsx, Plan!D3  fejl  confidential-marker" in out


def test_findings_are_comments_and_results_a_column(plan: Path) -> None:
    sheet = copied(plan, "--role", "official")
    assert sheet["D3"].value == MARKED
    assert sheet["D3"].comment.text.startswith("fejl: confidential-marker\n")
    assert "→" in sheet["D3"].comment.text
    assert sheet["D4"].comment is None
    assert "ikke er regnet ud" in sheet["D5"].comment.text
    told = [sheet.cell(row, 7).value for row in range(2, 6)]
    assert told[0] == "postlint"
    assert told[1].startswith("1 fejl; ikke vurderet: ")
    assert told[2].startswith("intet fundet; ikke vurderet: photo-consent")
    assert told[3] == "kunne ikke læses"
    assert "godkendt" not in " ".join(str(cell.value) for row in sheet for cell in row)


def test_the_calendar_itself_is_untouched(plan: Path) -> None:
    before = plan.read_bytes()
    copied(plan)
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("plan.xlsx", "oven i kalenderen selv", id="the-calendar-itself"),
        pytest.param("there.xlsx", "--force", id="a-file-that-is-there"),
        pytest.param("copy.csv", ".xlsx", id="another-ending"),
        pytest.param("no/copy.xlsx", "ikke skrives", id="no-such-folder"),
    ],
)
def test_a_copy_that_is_refused(plan: Path, name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    (plan.parent / "there.xlsx").write_bytes(b"mine")
    assert main(["calendar", str(plan), "--annotate", str(plan.parent / name), "--ui-lang", "da"]) == 2
    assert words in capsys.readouterr().err
    assert (plan.parent / "there.xlsx").read_bytes() == b"mine"


def test_a_forced_copy_is_written_and_nothing_else_left(plan: Path) -> None:
    (plan.parent / "copy.xlsx").write_bytes(b"old")
    assert copied(plan, "--force")["D3"].comment is not None
    assert sorted(path.name for path in plan.parent.iterdir()) == ["copy.xlsx", "plan.xlsx"]


def test_a_copy_of_a_copy_keeps_one_column(plan: Path, tmp_path: Path) -> None:
    copied(plan)
    main(["calendar", str(tmp_path / "copy.xlsx"), "--annotate", str(tmp_path / "twice.xlsx"), "--ui-lang", "da"])
    sheet = openpyxl.load_workbook(tmp_path / "twice.xlsx").active
    assert [cell.value for cell in sheet[2]].count("postlint") == 1


def test_a_comment_that_was_there_stays(plan: Path) -> None:
    book = openpyxl.load_workbook(plan)
    book.active["D3"].comment = openpyxl.comments.Comment("Husk billede", "Bo")
    book.save(plan)
    assert copied(plan)["D3"].comment.text.startswith("Husk billede\n\n")


def test_a_table_becomes_a_workbook_without_formulas(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(f'Tekst;Kanal\n"=HYPERLINK(""http://x"") {MARKED}";=1+1\n', encoding="utf-8")
    sheet = copied(path)
    assert (sheet["A2"].value, sheet["A2"].data_type) == (f'=HYPERLINK("http://x") {MARKED}', "s")
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert (sheet["C1"].value, sheet["C2"].value) == ("postlint", "1 fejl")
    assert [post.text for post in Read(tmp_path / "copy.xlsx").posts] == [f'=HYPERLINK("http://x") {MARKED}']


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@a", "\tx", "\rx"])
def test_nothing_we_write_begins_like_a_formula(start: str) -> None:
    assert not safe(start).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_without_the_extra_it_says_what_to_install(plan: Path) -> None:
    program = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from postlint.cli.start import main\n"
        f"sys.exit(main(['calendar', {str(plan)!r}, '--annotate', 'copy.xlsx', '--ui-lang', 'da']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=plan.parent, check=False)
    assert done.returncode == 2
    assert 'pip install "postlint[calendar]"' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "words"), [("draft.txt", "no calendar"), (".", "no calendar"), ("-", "no calendar"), ("no.csv", "no such")]
)
def test_another_kind_of_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text("Hej", encoding="utf-8")
    assert main(["calendar", name]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "place"),
    [("github", "::Plan!D3: "), ("sarif", '"fullyQualifiedName": "Plan!D3"'), ("json", '"place": "Plan!D3"'),
     ("junit", "Plan!D3 error confidential-marker"), ("terminal", "Plan!D3  error  confidential-marker")],
)  # fmt: skip
def test_every_report_names_the_cell(
    plan: Path, form: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(plan), "--format", form])
    assert place in capsys.readouterr().out
