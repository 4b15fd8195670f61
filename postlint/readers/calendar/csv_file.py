"""``.csv``: a calendar or a list of posts, with commas, semicolons or tabs, in any of the known encodings."""

from __future__ import annotations

import csv
import io

from postlint.office.workbook import CELL_LIMIT, MOST_CELLS, MOST_ROWS, Grid, Row, Unread, Value
from postlint.post import Post, Spot
from postlint.problem import PostlintError, Problem
from postlint.problems import both
from postlint.readers.calendar.columns import header
from postlint.readers.calendar.tables import posts
from postlint.readers.source import FILE_LIMIT, Noted, Source, Warned, load
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab"}
_SAMPLE = 20  # rows by which the delimiter is told


def read(source: Source) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the posts of a table."""
    decoded, warned = load(source, FILE_LIMIT)
    yield from warned
    delimiter, text = _delimiter(decoded.text, source)
    grid = _grid(text, delimiter, source)
    code = f"delimiter-{DELIMITERS[delimiter]}"
    named = {"encoding": decoded.encoding, **both("delimiter", say(code, "da"), say(code, "en"))}
    yield Noted(Problem("calendar-csv", named, source.path))
    yield from _overflowing(grid, source)
    yield from posts([grid], source, decoded.encoding)


def _delimiter(text: str, source: Source) -> tuple[str, str]:
    """Return the sign between cells and the text of the table: the sign by which the most columns are known."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5 and first.strip()[4] in DELIMITERS:
        return first.strip()[4], "\n" + rest  # Excel's own hint; the rows below keep their numbers
    best, most = ";", (-1, -1)
    for delimiter in DELIMITERS:
        grid = _sample(text, delimiter, source)
        found = header(grid, source.calendar)
        known = sum(column.field not in ("", "ignore") for column in found.columns) if found else 0
        widths = [max(row.cells) for row in grid.rows] or [0]
        if (known, min(widths)) > most:
            best, most = delimiter, (known, min(widths))
    return best, text


def _sample(text: str, delimiter: str, source: Source) -> Grid:
    rows = []
    try:
        for row in _rows(text, delimiter, source):
            rows.append(row)
            if len(rows) == _SAMPLE:
                break
    except PostlintError:
        pass  # told when the table itself is read
    return Grid("", rows)


def _grid(text: str, delimiter: str, source: Source) -> Grid:
    rows: list[Row] = []
    cells = 0
    for row in _rows(text, delimiter, source):
        rows.append(row)
        cells += len(row.cells)
        if len(rows) > MOST_ROWS or cells > MOST_CELLS:
            raise PostlintError(Problem("calendar-rows", {"most": MOST_ROWS, "sheet": source.name}, source.path))
    return Grid("", rows)


def _rows(text: str, delimiter: str, source: Source) -> Iterator[Row]:
    """Yield the rows with something in them. Raises PostlintError where quotation marks do not match."""
    csv.field_size_limit(FILE_LIMIT)  # the limit on cells is our own, and told row by row
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, line = 0, 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise PostlintError(Problem("calendar-quotes", {}, source.path, line)) from None
        number += 1
        found = {n: _value(cell) for n, cell in enumerate(cells, start=1) if cell.strip()}
        if found:
            yield Row(number, line, found)
        line = reader.line_num + 1


def _value(cell: str) -> Value:
    return cell.replace("\r\n", "\n") if len(cell) <= CELL_LIMIT else Unread("long")


def _overflowing(grid: Grid, source: Source) -> Iterator[Problem]:
    """Yield a problem for each row with more cells than the headings: a sign in its text has cut it in two."""
    found = header(grid, source.calendar)
    if found is None or not found.row:
        return
    widest = max(column.number for column in found.columns)
    told = 0
    for row in grid.rows:
        if row.number > found.row and max(row.cells) > widest and told < _SAMPLE:
            told += 1
            facts = {"cells": max(row.cells), "headings": widest}
            yield Problem("calendar-row-wide", facts, source.path, row.line, spot=Spot("row", "", row.number))
