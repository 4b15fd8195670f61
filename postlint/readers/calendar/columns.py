"""Which column is what: by its heading, by the scheduler that the table is for, or as the configuration says."""

from __future__ import annotations

import re
from difflib import get_close_matches

from postlint.keys import shown
from postlint.office.workbook import Grid, Row
from postlint.post import Spot
from postlint.problem import PostlintError, Problem
from postlint.readers.calendar.facts import FACTS
from postlint.readers.calendar.names import (
    CHANNELS,
    FIELDS,
    HOOTSUITE,
    LANGUAGES,
    SCHEDULERS,
    UNCLEAR,
    folded,
    table,
    words,
)
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.whereabouts import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.settings import Calendar

_HEAD = 20  # rows among which the headings are looked for: titles and logos often stand above
_FIELDS, _CHANNELS, _LANGUAGES, _UNCLEAR = table(FIELDS), table(CHANNELS), table(LANGUAGES), words(UNCLEAR)
_CONTRACT = {folded(name): name for name in FACTS}
_NEAR = 0.82  # likeness from which a heading is taken for a known one, misspelt
_LIKE_TEXT = ("text", "follow_up")  # several may stand side by side, one for each channel or language
_BETWEEN = frozenset(("til", "på", "for", "on", "to", "i", "in"))
_WORDS = 15  # letters from which a cell below the name of a channel is no tick
UNUSED = ("", "ignore", "unclear", "channel-named")
_SPLIT = re.compile(r"[\s/(),:–-]+")
MOST_NAMED = 30  # headings that a sentence names


class Column(NamedTuple):
    """A column and what it holds; ``channel`` and ``lang`` where its heading says so ("Tekst (LinkedIn)")."""

    number: int
    heading: str
    field: str
    channel: str = ""
    lang: str = ""


class Header(NamedTuple):
    """The columns of a table, the row with the headings (0: none) and the scheduler whose table it is, if known."""

    columns: tuple[Column, ...]
    row: int
    scheduler: str = ""

    def of(self, field: str) -> list[Column]:
        """Return the columns that hold a field."""
        return [column for column in self.columns if column.field == field]


def header(grid: Grid, calendar: Calendar) -> Header | None:
    """Return the columns of a table, or ``None`` where no column with text is known."""
    if calendar.scheduler == "hootsuite":
        return _by_position(grid)
    best: Header | None = None
    for row in grid.rows[:_HEAD]:
        found = _read(row, calendar)
        if found.of("text") and (best is None or _known(found) > _known(best)):
            best = found if row is grid.rows[0] or _is_heading(found, row) else best
    return best or (_by_position(grid) if not calendar.columns and _is_hootsuite(grid) else None)


def seen(grid: Grid) -> str:
    """Return the headings that a table seems to have, for a sentence."""
    rows = grid.rows[:_HEAD]
    widest = max(rows, key=lambda row: len(row.cells), default=None)
    cells = [shown(value) for _, value in sorted(widest.cells.items()) if isinstance(value, str)] if widest else []
    return ", ".join(cells[:MOST_NAMED]) or "–"


def _read(row: Row, calendar: Calendar) -> Header:
    own = {folded(name): field for name, field in calendar.columns}
    headings = {number: value.strip() for number, value in sorted(row.cells.items()) if isinstance(value, str)}
    scheduler = calendar.scheduler or _scheduler(headings.values())
    theirs = {folded(name): field for name, field in SCHEDULERS.get(scheduler, ((), {}))[1].items()}
    columns = [_column(number, heading, {**theirs, **own}) for number, heading in headings.items()]
    return Header(tuple(columns), row.number, scheduler)


def _column(number: int, heading: str, own: dict[str, str]) -> Column:
    name = folded(heading)
    if field := own.get(name) or _FIELDS.get(name) or _CONTRACT.get(name, ""):
        return Column(number, heading, field, _CHANNELS.get(name, "") if field in _LIKE_TEXT else "")
    channel = lang = ""
    parts = [part for part in _SPLIT.split(heading[:80]) if part and folded(part) not in _BETWEEN]
    rest = list(parts)
    for part in parts:
        if meant := _CHANNELS.get(folded(part)):
            channel = meant
        elif meant := _LANGUAGES.get(folded(part)):
            lang = meant
        else:
            continue
        rest.remove(part)
    field = own.get(folded("".join(rest))) or _FIELDS.get(folded("".join(rest)), "")
    if field in _LIKE_TEXT and (channel or lang):
        return Column(number, heading, field, channel, lang)
    return Column(number, heading, "unclear" if name in _UNCLEAR else "channel-named" if name in _CHANNELS else "")


def _scheduler(headings: Iterable[str]) -> str:
    given = set(headings)
    return next((name for name, (needed, _) in SCHEDULERS.items() if given.issuperset(needed)), "")


def _known(found: Header) -> int:
    return sum(column.field not in ("", "channel-named") for column in found.columns)


def _is_heading(found: Header, row: Row) -> bool:
    """Say whether a row is one of headings, and not a row in which somebody wrote the word "post"."""
    return _known(found) > 1 or len(row.cells) == 1 or _known(found) * 2 >= len(row.cells)


def _by_position(grid: Grid) -> Header:
    width = max((max(row.cells) for row in grid.rows), default=0)
    columns = [Column(n, "", field) for n, field in enumerate(HOOTSUITE[:width], start=1)]
    return Header(tuple(columns), 0, "hootsuite")


def _is_hootsuite(grid: Grid) -> bool:
    """Say whether every row begins with a date and a time, with words after it and at most two cells more."""
    from postlint.readers.calendar.dates import looks_like_moment

    for row in grid.rows:
        first, second = row.cells.get(1), row.cells.get(2)
        if max(row.cells) > len(HOOTSUITE) or not isinstance(second, str) or not looks_like_moment(first):
            return False
    return bool(grid.rows)


def refuse_twice(found: Header, grid: Grid, path: str) -> None:
    """Raise PostlintError where two columns are the same thing: which of them holds is not for us to say."""
    met: dict[tuple[str, str, str], Column] = {}
    for column in found.columns:
        key = column.field, column.channel, column.lang
        if column.field in UNUSED:
            continue
        if (first := met.get(key)) is not None:
            facts = {
                "first": letters(first.number), "second": letters(column.number), "field": column.field,
                "name": shown(first.heading), "other": shown(column.heading),
            }  # fmt: skip
            raise PostlintError(Problem("calendar-column-twice", facts, path, spot=_spot(grid, found.row, column)))
        met[key] = column


def doubts(found: Header, grid: Grid, path: str) -> list[Problem]:
    """Return what is to be said of headings that nearly spell a known one, or may mean two things."""
    told: list[Problem] = []
    known = {*_FIELDS}
    for column in found.columns[:200]:
        spot = _spot(grid, found.row, column)
        if column.field == "unclear":
            told.append(Problem("calendar-column-unclear", {"name": shown(column.heading)}, path, spot=spot))
        elif column.field == "channel-named":
            if any(len(str(row.cells.get(column.number, ""))) > _WORDS for row in grid.rows if row.number > found.row):
                told.append(Problem("calendar-column-channel", {"name": shown(column.heading)}, path, spot=spot))
        elif not column.field and column.heading:
            near = get_close_matches(folded(column.heading), known, n=1, cutoff=_NEAR)
            if near and (field := _FIELDS[near[0]]) != "ignore":
                facts = {"name": shown(column.heading), "near": _spelt(near[0]), "field": field}
                told.append(Problem("calendar-column-near", facts, path, spot=spot))
    return told


def _spelt(name: str) -> str:
    every = (one.strip() for names in FIELDS.values() for one in names.split(","))
    return next((one for one in every if folded(one) == name), name)


def _spot(grid: Grid, row: int, column: Column) -> Spot:
    return Spot("cell" if grid.name else "row", grid.name, row, column.number)
