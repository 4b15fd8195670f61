"""``.csv``: a calendar or a list of posts, with commas, semicolons or tabs, in any of the known encodings."""

from __future__ import annotations

import csv
import re

from postlint.office.workbook import CELL_LIMIT, MOST_CELLS, MOST_ROWS, Grid, Row, Unread, Value
from postlint.post import Post, Spot
from postlint.problem import PostlintError, Problem
from postlint.problems import both
from postlint.readers.calendar.columns import UNUSED, header
from postlint.readers.calendar.tables import posts
from postlint.readers.source import MEGABYTE, Noted, Source, Warned, load
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab"}
CSV_LIMIT = 32 * MEGABYTE
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAMPLE = 20  # rows by which the delimiter is told


def read(source: Source) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the posts of a table."""
    decoded, warned = load(source, CSV_LIMIT)
    yield from warned
    delimiter, text = _delimiter(decoded.text, source)
    table = _grid(text, delimiter, source)
    code = f"delimiter-{DELIMITERS[delimiter]}"
    named = {"encoding": decoded.encoding, **both("delimiter", say(code, "da"), say(code, "en"))}
    yield Noted(Problem("calendar-csv", named, source.path))
    yield from _overflowing(table, source)
    yield from posts([table], source, decoded.encoding)


def grid(path: str) -> Grid:
    """Return the cells of a table. Raises PostlintError, or OSError where it cannot be opened."""
    with open(path, "rb") as stream:
        source = Source(path, path, stream)
        delimiter, text = _delimiter(load(source, CSV_LIMIT)[0].text, source)
        return _grid(text, delimiter, source)


def _delimiter(text: str, source: Source) -> tuple[str, str]:
    """Return the sign between cells and the text of the table: the sign by which the most columns are known."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5 and first.strip()[4] in DELIMITERS:
        return first.strip()[4], "\n" + rest  # Excel's own hint; the rows below keep their numbers
    best, most = ";", (-1, 0, 0)
    for delimiter in DELIMITERS:
        sample = _sample(text, delimiter, source)
        found = header(sample, source.calendar)
        known = sum(column.field not in UNUSED for column in found.columns) if found else 0
        widths = [max(row.cells) for row in sample.rows] or [0]
        head = max((column.number for column in found.columns), default=0) if found else 0
        # A sign that cuts texts into more cells than there are headings is one of the texts.
        if (mark := (known, -sum(width > head for width in widths), min(widths))) > most:
            best, most = delimiter, mark
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
    csv.field_size_limit(CSV_LIMIT)  # the limit on cells is our own, and told row by row
    lines = (found[0] for found in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
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


def _overflowing(table: Grid, source: Source) -> Iterator[Problem]:
    """Yield a problem for each row with more cells than the headings: a sign in its text has cut it in two."""
    found = header(table, source.calendar)
    if found is None or not found.row:
        return
    widest = max(column.number for column in found.columns)
    told = 0
    for row in table.rows:
        if row.number > found.row and max(row.cells) > widest and told < _SAMPLE:
            told += 1
            facts = {"cells": max(row.cells), "headings": widest}
            yield Problem("calendar-row-wide", facts, source.path, row.line, spot=Spot("row", "", row.number))
