"""The tables of a calendar file: which of them hold posts, and what is said of the others."""

from __future__ import annotations

from postlint.keys import shown
from postlint.office.workbook import Grid
from postlint.post import Post
from postlint.problem import PostlintError, Problem
from postlint.readers.calendar.columns import UNUSED, Header, doubts, header, refuse_twice, seen
from postlint.readers.calendar.names import folded
from postlint.readers.calendar.rows import Calendar
from postlint.readers.source import Noted, Source, Warned
from postlint.record import TYPE_CHECKING
from postlint.whereabouts import letters

if TYPE_CHECKING:
    from collections.abc import Iterator


def posts(grids: list[Grid], source: Source, encoding: str) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the posts of all tables of a file. Raises PostlintError where no table has a column with text."""
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise PostlintError(Problem("file-empty", {}, source.path))
    found = [(grid, header(grid, source.calendar)) for grid in filled]
    known = [(grid, columns) for grid, columns in found if columns is not None]
    if not known:
        raise PostlintError(Problem("calendar-no-text", {"seen": seen(filled[0])}, source.path))
    for grid, columns in found:
        if columns is None:
            facts = {"sheet": grid.name, "seen": seen(grid)}
            code = "calendar-sheet-left-hidden" if grid.hidden else "calendar-sheet-left"
            yield Warned(Problem(code, facts, source.path))
    if hidden := [grid.name for grid, _ in known if grid.hidden]:
        facts = {"sheets": ", ".join(hidden)}
        yield Warned(Problem("calendar-sheets-hidden", facts, source.path))
    made = 0
    for grid, columns in known:
        try:
            calendar = _calendar(grid, columns, source, encoding, sheeted=len(known) > 1)
            yield from _told(grid, columns, source, calendar)
            yield from calendar.posts()
            made += calendar.posts_made + len(calendar.cancelled)
        except PostlintError as error:
            made += 1
            yield error.problem
    if not made:
        yield Problem("posts-none", {}, source.path)


def _calendar(grid: Grid, columns: Header, source: Source, encoding: str, *, sheeted: bool) -> Calendar:
    refuse_twice(columns, grid, source.path)
    return Calendar(grid, columns, source, encoding, sheeted=sheeted)


def _told(grid: Grid, columns: Header, source: Source, calendar: Calendar) -> Iterator[Warned | Noted]:
    """Yield what is doubtful about the headings, and how the table was understood."""
    yield from (Warned(problem) for problem in doubts(columns, grid, source.path))
    used = [column for column in columns.columns if column.field not in UNUSED]
    told = [f"{letters(c.number)}{f' {shown(c.heading)}' if c.heading else ''} = {c.field}" for c in used]
    rest = [shown(c.heading) for c in columns.columns if c.field in UNUSED and c.heading]
    facts: dict[str, str | int] = {"columns": ", ".join(told), "row": columns.row, "sheet": grid.name}
    yield Noted(Problem("calendar-columns" if columns.row else "calendar-positions", facts, source.path))
    headings = {folded(column.heading) for column in columns.columns}
    if missing := [shown(name) for name, _ in source.calendar.columns if folded(name) not in headings]:
        yield Noted(Problem("calendar-columns-missing", {"columns": ", ".join(missing)}, source.path))
    if columns.scheduler:
        yield Noted(Problem("calendar-scheduler", {"name": columns.scheduler}, source.path))
    if rest:
        yield Noted(Problem("calendar-columns-unused", {"columns": ", ".join(rest[:30])}, source.path))
    if order := calendar.moments.order:
        yield Noted(Problem(f"calendar-order-{order}", {}, source.path))
    if not columns.of("role"):
        yield Noted(Problem("calendar-roleless", {}, source.path))
