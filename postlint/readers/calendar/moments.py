"""When the posts of a calendar appear: the moment of each row, and what could not be told."""

from __future__ import annotations

from datetime import date, datetime, time

from postlint.office.workbook import Unread
from postlint.post import Spot
from postlint.problem import Problem
from postlint.readers.calendar import dates
from postlint.readers.calendar.cells import written
from postlint.record import TYPE_CHECKING
from postlint.whereabouts import letters

if TYPE_CHECKING:
    from postlint.office.workbook import Grid, Row, Value
    from postlint.readers.calendar.columns import Column, Header


class Moments:
    """The moments of one table. ``order`` is that of its dates; what cannot be told is gathered."""

    def __init__(self, grid: Grid, header: Header, order: str) -> None:
        self.grid = grid
        self.whole = next(iter(header.of("scheduled")), None)
        self.day = next(iter(header.of("date")), None)
        self.clock = next(iter(header.of("time")), None)
        self.known = bool(order)
        self.order = order or self._order(header.row)
        self._missed: dict[tuple[str, int], list[tuple[int, str]]] = {}

    def _order(self, head: int) -> str:
        column = self.whole or self.day
        if column is None:
            return ""
        cells = (row.cells.get(column.number) for row in self.grid.rows if row.number > head)
        found = dates.order_of(cell for cell in cells if isinstance(cell, str))
        return "" if found == "both" else found

    def of(self, row: Row) -> str | None:
        """Return when the post of a row appears, as ISO 8601; ``None`` where that is not said or not told."""
        column = self.whole if self.whole and row.cells.get(self.whole.number) is not None else self.day
        if column is None or (value := row.cells.get(column.number)) is None:
            return None
        if isinstance(value, str) and not value.strip():
            return None
        day, clock, zone = self._read(row, column, value)
        if day is None:
            return None
        if clock is not None:
            return dates.iso(day, clock, zone)
        if self.clock is None or row.cells.get(self.clock.number) is None:
            self._miss("calendar-time-missing", row, column, value)
        else:
            self._miss("calendar-time-unread", row, self.clock, row.cells[self.clock.number])
        return None

    def _read(self, row: Row, column: Column, value: Value) -> tuple[date | None, time | None, str]:
        if isinstance(value, datetime):
            clock = value.time() if column is self.whole or value.time() != time() else None
            beside = self._beside(row)
            return value.date(), *(beside or (clock, ""))
        if not isinstance(value, str):
            self._miss("calendar-date-unread", row, column, value)
            return None, None, ""
        day = dates.read_day(value)
        if day is None:
            yearless = dates.lacks_year(value)
            self._miss("calendar-date-yearless" if yearless else "calendar-date-unread", row, column, value)
            return None, None, ""
        meant = day.date(self.order)
        if meant is None:
            unclear = not day.clue() and not self.order
            self._miss("calendar-date-ambiguous" if unclear else "calendar-date-unread", row, column, value)
        return meant, *((dates.read_clock(day.rest) if day.rest.strip() else None) or self._beside(row) or (None, ""))

    def _beside(self, row: Row) -> tuple[time, str] | None:
        """Return the time of day that stands in a column of its own."""
        value = row.cells.get(self.clock.number) if self.clock else None
        if isinstance(value, datetime):
            return value.time(), ""
        if isinstance(value, time):
            return value, ""
        return dates.read_clock(value) if isinstance(value, str) else None

    def _miss(self, code: str, row: Row, column: Column, value: Value) -> None:
        shown = "=…" if isinstance(value, Unread) else written(value)[:30]
        self._missed.setdefault((code, column.number), []).append((row.number, shown))

    def problems(self, path: str) -> list[Problem]:
        """Return one sentence for each sort of date or time that could not be told, with its first row."""
        told = []
        for (code, column), rows in self._missed.items():
            number, words = rows[0]
            facts: dict[str, str | int] = {"number": len(rows), "words": " ".join(words.split())}
            spot = Spot("cell" if self.grid.name else "row", self.grid.name, number, column)
            told.append(Problem(code, facts, path, spot=spot))
        return told

    def note(self) -> dict[str, str] | None:
        """Return the facts of how the dates were read; ``None`` where there are none."""
        column = self.whole or self.day
        return {"column": letters(column.number), "order": self.order} if column else None
