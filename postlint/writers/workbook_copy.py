"""A copy of a calendar with the findings in it: a comment in each cell with findings, and a column with the result.

The calendar itself is never touched. What is written can be no formula: a text that begins like one gets a sign in
front, as spreadsheets do it themselves.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import TYPE_CHECKING, Any

from postlint.problem import PostlintError, Problem
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from postlint.finding import Finding, PostReport

HEADING = "postlint"
_LONGEST = 2000  # code points of a comment; more than anybody reads in a cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = tuple[str, int, int]  # sheet, row, column


def annotate(
    path: str, copy: str, reports: Sequence[PostReport], problems: Sequence[Problem],
    heads: Mapping[str, int], lang: str,
) -> None:  # fmt: skip
    """Write the copy of the calendar ``path``. ``heads`` has the row with the headings of each sheet with posts, 0 for
    a sheet without.

    Raises PostlintError where it cannot be written.
    """
    book = _table(path) if path.lower().endswith(".csv") else _workbook(path)
    for (sheet, row, column), told in _comments(reports, problems, lang).items():
        _comment(_sheet(book, sheet), row, column, told)
    results = _results(reports, problems, lang)
    for sheet, head in heads.items():
        rows = {row: told for (name, row), told in results.items() if name == sheet}
        _result_column(_sheet(book, sheet), head, rows)
    _save(book, copy, path)


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, its control characters made visible."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _comments(reports: Iterable[PostReport], problems: Iterable[Problem], lang: str) -> dict[Cell, list[str]]:
    from postlint.whereabouts import at

    found: dict[Cell, list[str]] = {}
    for post in reports:
        for finding in post.findings:
            spot = at(post.places, finding.field, finding.span.start if finding.span else 0)
            if spot is not None:
                found.setdefault((spot.name, spot.number, spot.inner or 1), []).append(_told(finding, lang))
    for problem in problems:
        if problem.spot is not None:
            cell = (problem.spot.name, problem.spot.number, problem.spot.inner or 1)
            found.setdefault(cell, []).append(say(problem.code, lang, **problem.facts))
    return found


def _told(finding: Finding, lang: str) -> str:
    severity = tally.severity_word(finding.severity, lang)
    clause = f" ({finding.clauses[0].policy} {finding.clauses[0].clause})" if finding.clauses else ""
    advice = f"\n→ {sentence(finding.advice)}" if finding.advice else ""
    return f"{severity}: {finding.rule}\n{sentence(finding.message)}{clause}{advice}"


def _results(
    reports: Iterable[PostReport], problems: Iterable[Problem], lang: str
) -> dict[tuple[str, int], str]:
    """Return what is said of each row: how much was found in its posts, and what was not judged."""
    by_row: dict[tuple[str, int], list[PostReport]] = {}
    for post in reports:
        if post.places:
            spot = post.places[0].spot
            by_row.setdefault((spot.name, spot.number), []).append(post)
    told = {row: _result(posts, lang) for row, posts in by_row.items()}
    for problem in problems:
        if problem.spot is not None and problem.spot.number:
            row = (problem.spot.name, problem.spot.number)
            unread = say("status-unread", lang)
            told[row] = f"{unread}; {told[row]}" if row in told else unread
    return told


def _result(posts: Sequence[PostReport], lang: str) -> str:
    told = tally.counts(posts, lang) or say("status-nothing", lang)
    rules = sorted({missing.rule for post in posts for missing in post.not_evaluated})
    return say("status-not-evaluated", lang, told=told, rules=", ".join(rules)) if rules else told


def _workbook(path: str) -> Any:
    import openpyxl

    try:
        return openpyxl.load_workbook(path)
    except Exception:  # whatever it stumbles over; the file itself was read before
        raise PostlintError(Problem("annotate-unopened", {}, path)) from None


def _table(path: str) -> Any:
    """Return a workbook with the cells of a table, each a text."""
    import openpyxl

    from postlint.readers.calendar.csv_file import grid

    book: Any = openpyxl.Workbook()
    for row in grid(path).rows:
        for column, value in row.cells.items():
            cell = book.active.cell(row.number, column)
            cell.value = _storable(str(value) if isinstance(value, str) else "")
            cell.data_type = "s"  # never a formula, whatever it begins with
    return book


def _storable(text: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return str(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))[:32_767]


def _sheet(book: Any, name: str) -> Any:
    return book[name] if name in book.sheetnames else book.active


def _comment(sheet: Any, row: int, column: int, told: Sequence[str]) -> None:
    from openpyxl.comments import Comment

    cell = sheet.cell(row, column)
    before = f"{cell.comment.text}\n\n" if cell.comment is not None else ""
    words = before + safe("\n\n".join(told))
    comment = Comment(words if len(words) <= _LONGEST else words[:_LONGEST] + " …", HEADING)
    comment.width, comment.height = 380, 60 + 18 * min(words.count("\n") + len(words) // 55, 20)
    cell.comment = comment


def _result_column(sheet: Any, head: int, results: Mapping[int, str]) -> None:
    """Write the results into the column that an earlier copy has for them, else into the first free one."""
    from openpyxl.utils import get_column_letter

    filled = [
        cell for row in {head, *results} - {0} for cell in sheet[row] if cell.value is not None
    ]  # fmt: skip
    free = max((cell.column for cell in filled), default=0) + 1
    column = next((cell.column for cell in filled if cell.row == head and cell.value == HEADING), free)
    if head:
        sheet.cell(head, column).value = HEADING
    for row, told in results.items():
        cell = sheet.cell(row, column)
        cell.value = safe(told)
        cell.data_type = "s"
    sheet.column_dimensions[get_column_letter(column)].width = 34


def _save(book: Any, copy: str, path: str) -> None:
    """Write the workbook in one step, so that a copy is whole or not there."""
    folder = os.path.dirname(os.path.abspath(copy))
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(suffix=".xlsx", prefix=".", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            book.save(stream)
        shutil.copymode(path, temporary)
        os.replace(temporary, copy)
    except (OSError, ValueError) as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        reason = str(getattr(error, "strerror", None) or error)
        raise PostlintError(Problem("annotate-failed", {"reason": reason}, copy)) from None
