"""A workbook (``.xlsx``): its sheets, read row by row from the XML parts.

The parts are read here rather than by a library because a linter must see what a library for values leaves out:
hidden rows and columns, formulas that were never computed, merged cells, and where each cell stands. Formulas and
macros are never run. Names of elements are those of ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from postlint.office.package import Package, relations
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from postlint.office.drawings import Drawn
    from postlint.office.package import Relation

MOST_ROWS = 20_000  # rows with something in them, of one sheet
MOST_CELLS = 1_000_000  # cells with something in them, of one sheet
CELL_LIMIT = 100_000  # code points; Excel itself takes 32,767
_MOST_COLUMNS = 16_384  # as many as Excel has
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# The built-in number formats that show a date or a time (18.8.30).
_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Unread(NamedTuple):
    """A cell whose words are not there to read: a formula never computed, an error, or far too many letters.

    ``why`` is ``formula``, ``error`` or ``long``.
    """

    why: str


Value = str | float | datetime | time | Unread


class Row(NamedTuple):
    """A row of a table: its number and the line of the file it begins on, both from 1, and the cells that hold
    something, by column from 1."""

    number: int
    line: int
    cells: dict[int, Value]
    hidden: bool = False


class Sheet(NamedTuple):
    """A sheet, not yet read. ``state`` is ``visible``, ``hidden`` or ``veryHidden``."""

    name: str
    state: str
    part: str


class Grid(NamedTuple):
    """What a sheet or table holds. ``name`` is empty where the file has no sheets; ``merged`` has the first and last
    row and column of each merged area, ``hidden_columns`` the first and last column of each hidden stretch; ``hidden``
    says that the sheet is. ``drawn`` has the pictures that lie on it."""

    name: str
    rows: list[Row]
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    drawn: tuple[Drawn, ...] = ()

    def hides(self, column: int) -> bool:
        """Say whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


class Workbook:
    """An open workbook. Raises PostlintError where it cannot be used."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.sheets: list[Sheet] = []
        self.macros = any(name.endswith("vbaProject.bin") for name in package.names())
        self.comments = any("comments" in name.lower() and name.endswith(".xml") for name in package.names())
        self._from_1904 = False
        root = _root(package)
        related = relations(package, root)
        self._open(root, {relation.id: relation.target for relation in related})
        self._strings = _strings(package, _of_kind(related, "sharedStrings"))
        self._dates = _date_styles(package, _of_kind(related, "styles"))

    def _open(self, root: str, targets: dict[str, str]) -> None:
        for event in self.package.events(root):
            if event.opens:
                continue
            got = event.element.get
            if event.name == "workbookPr":
                self._from_1904 = got("date1904") in ("1", "true")
            elif event.name == "sheet":
                part = targets.get(got(_RELATION) or got(_STRICT_RELATION) or "", "")
                if "/worksheets/" in part:
                    self.sheets.append(Sheet(got("name") or "", got("state") or "visible", part))

    def grid(self, sheet: Sheet) -> Grid:
        """Return the cells of a sheet. Raises PostlintError where there are more than are read."""
        rows: list[Row] = []
        columns: list[tuple[int, int]] = []
        merged: list[tuple[int, int, int, int]] = []
        cells = 0
        for name, element in self._elements(sheet):
            if name == "col" and _true(element.get("hidden")):
                columns.append((_number(element.get("min")), _number(element.get("max"))))
            elif name == "mergeCell":
                merged += _area(element.get("ref") or "")
            if len(merged) > MOST_ROWS or len(columns) > _MOST_COLUMNS:
                raise self.package.error("calendar-rows", sheet=sheet.name, most=MOST_ROWS)
            if name == "row":
                row = self._row(element, rows[-1].number if rows else 0)
                cells += len(row.cells)
                if row.cells:
                    rows.append(row)
                if len(rows) > MOST_ROWS or cells > MOST_CELLS:
                    raise self.package.error("calendar-rows", sheet=sheet.name, most=MOST_ROWS)
        return Grid(sheet.name, rows, tuple(columns), tuple(merged), sheet.state != "visible")

    def _elements(self, sheet: Sheet) -> Iterator[tuple[str, Any]]:
        """Yield the rows, columns and merged areas of a sheet."""
        for event in self.package.events(sheet.part, ("row",)):
            if not event.opens and event.name in ("row", "col", "mergeCell"):
                yield event.name, event.element

    def _row(self, element: Any, before: int) -> Row:
        number = _number(element.get("r")) or before + 1
        cells: dict[int, Value] = {}
        column = 0
        for cell in element:
            column = _column(cell.get("r") or "") or column + 1
            value = self._value(cell)
            if value is not None:
                cells[column] = value
        return Row(number, number, cells, _true(element.get("hidden")))

    def _value(self, cell: Any) -> Value | None:
        kind, written, formula = cell.get("t") or "n", None, False
        for child in cell:
            name = child.tag.rpartition("}")[2]
            if name == "v":
                written = child.text
            elif name == "is":
                return _cut(_runs(child))
            formula = formula or name == "f"
        if written is None or (not written and kind != "str"):
            return Unread("formula") if formula else None
        return self._meant(kind, written, _number(cell.get("s")))

    def _meant(self, kind: str, written: str, style: int) -> Value | None:
        if kind == "s":
            index = _number(written)
            return (self._strings[index] or None) if index < len(self._strings) else Unread("error")
        if kind == "e":
            return Unread("error")
        if kind != "n":
            return _moment(written) if kind == "d" else _cut(unescaped(written))
        try:
            number = float(written)
        except ValueError:
            return Unread("error")
        return self._date(number) if style in self._dates else number

    def _date(self, days: float) -> Value:
        """Return the moment that a serial number stands for (18.17.4.1); below one it is a time of day."""
        start = datetime(1904, 1, 1) if self._from_1904 else datetime(1899, 12, 30)
        try:
            moment = start + timedelta(seconds=round(days * 86_400))
        except (OverflowError, ValueError):
            return days
        return moment.time() if 0 <= days < 1 else moment


def unescaped(text: str) -> str:
    """Return text with the escapes of control characters (``_x000D_``, 22.9.2.19) made into what they stand for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")


def _root(package: Package) -> str:
    """Return the name of the main part, as the package says it (part 2, 9.3)."""
    root = _of_kind(relations(package, ""), "officeDocument")
    if "workbook" not in root:
        raise package.error("office-no-workbook")
    return root


def _of_kind(related: Sequence[Relation], kind: str) -> str:
    return next((relation.target for relation in related if relation.kind == kind), "")


def _strings(package: Package, name: str) -> list[str | Unread]:
    """Return the shared strings; phonetic runs are left out."""
    found: list[str | Unread] = []
    for event in package.events(name, ("si",)) if name in package else ():
        if not event.opens and event.name == "si":
            found.append(_cut(_runs(event.element)))
    return found


def _runs(element: Any) -> str:
    """Return the words of a rich text."""
    parts: list[str] = []
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts += [part.text or "" for part in child if part.tag.endswith("}t")]
    return unescaped("".join(parts))


def _cut(text: str) -> str | Unread:
    return text if len(text) <= CELL_LIMIT else Unread("long")


def _date_styles(package: Package, name: str) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a date or a time."""
    own: set[int] = set()
    styles: list[int] = []
    inside = False
    for event in package.events(name) if name in package else ():
        if event.name == "cellXfs":
            inside = event.opens
        elif event.opens and event.name == "numFmt" and shows_date(event.element.get("formatCode") or ""):
            own.add(_number(event.element.get("numFmtId")))
        elif event.opens and event.name == "xf" and inside:
            styles.append(_number(event.element.get("numFmtId")))
    return frozenset(n for n, form in enumerate(styles) if form in own or form in _BUILT_IN)


def shows_date(form: str) -> bool:
    """Say whether a number format shows a date or a time: it has a letter of one outside quotes and brackets."""
    shown = _NOT_SHOWN.sub("", form[:1000].partition(";")[0]).lower()
    return shown != "general" and any(letter in shown for letter in "ydhms")


def _moment(written: str) -> Value:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return written


def _area(reference: str) -> Sequence[tuple[int, int, int, int]]:
    ends = [_CELL.fullmatch(end) for end in reference.split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return []
    return [(int(ends[0][2]), _column(ends[0][0]), int(ends[1][2]), _column(ends[1][0]))]


def _column(reference: str) -> int:
    found = _CELL.fullmatch(reference)
    column = 0
    for letter in found[1] if found else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _number(written: str | None) -> int:
    return int(written) if written and len(written) < 10 and written.isascii() and written.isdigit() else 0


def _true(written: str | None) -> bool:
    return written in ("1", "true")
