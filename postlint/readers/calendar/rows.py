"""From the rows of a calendar to posts: one a row, and one for each further text and follow-up comment in it."""

from __future__ import annotations

from postlint.keys import shown
from postlint.office.pictures import SIGN
from postlint.office.workbook import Grid, Row, Unread
from postlint.post import Origin, Post, ReplyTo, Spot, Stretch
from postlint.problem import Problem
from postlint.problems import MOST, Problems
from postlint.readers.calendar import cells
from postlint.readers.calendar.facts import FACTS, put
from postlint.readers.calendar.moments import Moments
from postlint.readers.records import build
from postlint.readers.source import Noted, Source, Warned
from postlint.record import TYPE_CHECKING, cast
from postlint.whereabouts import cell, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.readers.calendar.columns import Column, Header

_EXTRA = ("title", "description", "hashtags")
_PLAIN = ("id", "audience", "account")
_SHARED = ("role", "author", "account", "audience", "scheduled")  # with the comments that follow a post
_PUBLISHED = ("text", "follow_up", "alt", *_EXTRA)  # columns whose words must be read, or be told


class Calendar:
    """One table of a file, with its headings. ``sheeted`` says that ids need the sheet's name to be told apart."""

    def __init__(self, grid: Grid, header: Header, source: Source, encoding: str, *, sheeted: bool) -> None:
        self.grid, self.header, self.source, self.encoding = grid, header, source, encoding
        self.sheeted = sheeted
        self.moments = Moments(grid, header, source.calendar.date_order)
        self.body = [row for row in grid.rows if row.number > header.row and not self._is_heading(row)]
        self._facts = [column for column in header.columns if column.field in FACTS]
        self._drawn: dict[int, list[tuple[str, str | None]]] = {}
        for row, part, alt in grid.drawn:
            self._drawn.setdefault(row, []).append((f"{source.name}{SIGN}{part}", alt))
        self._hold_merged()
        self.hidden: list[int] = []
        self.cancelled: list[int] = []
        self._unread = self.posts_made = 0

    def posts(self) -> Iterator[Post | Problem | Warned | Noted]:
        """Yield the posts of the table, what is wrong with single rows, and what is to be said of it all."""
        for row in self.body:
            if cells.is_cancelled(self._words(row, "status")):
                self.cancelled.append(row.number)
                continue
            before = self.posts_made
            yield from self._row(row)
            if row.hidden and self.posts_made > before:
                self.hidden.append(row.number)
        yield from self._remarks()

    def _is_heading(self, row: Row) -> bool:
        """Say whether a row has the headings once more, as at the top of each month."""
        named = [column for column in self.header.columns if column.field and column.heading]
        return bool(named) and all(self._cell(row, column).strip() == column.heading for column in named)

    def _cell(self, row: Row, column: Column) -> str:
        return cells.written(row.cells.get(column.number))

    def _row(self, row: Row) -> Iterator[Post | Problem]:
        yield from self._unreadable(row)
        texts = [column for column in self.header.of("text") if self._cell(row, column).strip()]
        record = self._record(row)
        parent = ""
        for column in texts or (self.header.of("text")[:1] if self._is_post(record) else []):
            parent = parent or self._id(row, column, record)
            yield from self._post(row, column, record, self._id(row, column, record) if len(texts) > 1 else parent)
        for column in self.header.of("follow_up"):
            if self._cell(row, column).strip():
                yield from self._follow_up(row, column, record, parent)

    def _is_post(self, record: dict[str, object]) -> bool:
        return bool(record.get("images") or record.get("extra"))

    def _id(self, row: Row, column: Column, record: dict[str, object]) -> str:
        name = cell(column.number, row.number)
        place = f"{self.grid.name}!{name}" if self.sheeted else name
        given = record.get("id")
        several = len(self.header.of("text")) > 1
        return f"{given}!{name}" if given and several else str(given or f"{self.source.name}!{place}")

    def _record(self, row: Row) -> dict[str, object]:
        """Return what a row says of its post, besides its text."""
        record: dict[str, object] = {}
        for field in _PLAIN:
            if words := self._words(row, field):
                record[field] = words
        author = {
            field.partition(".")[2]: words
            for field in ("author.name", "author.handle", "author.email", "author.bio")
            if (words := self._words(row, field))
        }
        if author:
            record["author"] = author
        for column in self._facts:
            if words := self._cell(row, column).strip():
                put(record, column.field, words)
        if words := self._words(row, "role"):
            record["role"] = cells.role(words)
        if words := self._words(row, "lang"):
            record["lang"] = cells.language(words)
        if scheduled := self.moments.of(row):
            record["scheduled"] = scheduled
        if images := self._images(row):
            record["images"] = images
        if extra := [(field, words) for field in _EXTRA if (words := self._words(row, field))]:
            record["extra"] = extra
        record["channels"] = cells.channels(self._words(row, "channel"))
        return record

    def _images(self, row: Row) -> list[dict[str, object]]:
        facts: dict[str, object] = {}
        if words := self._words(row, "credit"):
            facts["credit"] = words
        if words := self._words(row, "people"):
            facts["people"] = cells.people(words)
        files, alt = self._words(row, "image"), self._words(row, "alt")
        drawn = self._drawn.get(row.number, []) if not files else []
        found = cells.images(files or "\n".join(file for file, _ in drawn), alt, facts if files or drawn else {})
        for image, (_, own) in zip(found, drawn, strict=False):
            if own is not None:
                image.setdefault("alt", own)
        return found

    def _post(self, row: Row, column: Column, record: dict[str, object], name: str) -> Iterator[Post | Problem]:
        given = {key: value for key, value in record.items() if key not in ("channels", "extra", "id")}
        named = [column.channel] if column.channel else cast("list[str]", record["channels"])
        given["text"] = self._cell(row, column)
        if named:
            given["channel"] = named[0]
        if column.lang:
            given.setdefault("lang", column.lang)
        extra = tuple(cast("list[tuple[str, str]]", record.get("extra", [])))
        yield from self._built(row, column, given, name, tuple(named[1:]), extra)

    def _follow_up(self, row: Row, column: Column, record: dict[str, object], parent: str) -> Iterator[Post | Problem]:
        given: dict[str, object] = {key: record[key] for key in _SHARED if key in record}
        named = [column.channel] if column.channel else cast("list[str]", record["channels"])
        given["text"] = self._cell(row, column)
        if named:
            given["channel"] = named[0]
        place = cell(column.number, row.number)
        name = f"{self.source.name}!{self.grid.name}!{place}" if self.sheeted else f"{self.source.name}!{place}"
        for item in self._built(row, column, given, name, tuple(named[1:]), ()):
            yield _below(item, parent) if isinstance(item, Post) and parent else item

    def _built(
        self, row: Row, column: Column, given: dict[str, object], name: str, also_on: tuple[str, ...],
        extra: tuple[tuple[str, str], ...],
    ) -> Iterator[Post | Problem]:  # fmt: skip
        from postlint.post_shape import POST

        self.posts_made += 1
        problems = Problems(self.source.path)
        read = cast("dict[str, object] | None", POST.read(given, (), problems))
        if read is None:
            yield from (self._placed(problem, row) for problem in problems.found)
            return
        origin = Origin(
            self.source.path, row.line, encoding=self.encoding, places=self._places(row, column, given, extra)
        )
        made = build({**read, "id": name}, name, origin)
        yield made._replace(also_on=also_on, extra=extra) if isinstance(made, Post) else made

    def _places(
        self, row: Row, text: Column, given: dict[str, object], extra: tuple[tuple[str, str], ...]
    ) -> tuple[Stretch, ...]:  # fmt: skip
        """Return where each field of a post stands."""
        places = [Stretch("text", 0, self.spot(row.number, text.number))]
        names = {field: field for field, _ in extra}
        names |= {key: key for key in given if key != "images"}
        if "scheduled" in names and not self.header.of("scheduled"):
            names["scheduled"] = "date"
        for number, image in enumerate(cast("list[dict[str, object]]", given.get("images", []))):
            names |= {f"images[{number}].{key}": "image" if key == "file" else key for key in image}
            names.setdefault(f"images[{number}]", "image")
        for field, heading in names.items():
            for column in self.header.of(heading)[:1] if field != "text" else []:
                places.append(Stretch(field, 0, self.spot(row.number, column.number)))
        return tuple(places)

    def _placed(self, problem: Problem, row: Row) -> Problem:
        key = str(problem.facts.get("key", ""))
        head = key.partition("[")[0].partition(".")[0]
        fields = (key, {"images": "image"}.get(head, head))
        column = next((column for field in fields for column in self.header.of(field)), None)
        return problem._replace(spot=self.spot(row.number, column.number if column else 0))

    def spot(self, row: int, column: int) -> Spot:
        """Return a place in this table."""
        return Spot("cell" if self.grid.name else "row", self.grid.name, row, column)

    def _words(self, row: Row, field: str) -> str:
        column = next(iter(self.header.of(field)), None)
        if column is None:
            return ""
        return cells.written(row.cells.get(column.number)).strip()

    def _hold_merged(self) -> None:
        """Let a fact that is merged over several rows hold for all of them; words are those of one post."""
        if not self.grid.merged:
            return
        by_number = {row.number: row for row in self.body}
        facts = {column.number for column in self.header.columns if column.field not in _PUBLISHED}
        for first, left, last, _ in self.grid.merged:
            top = by_number.get(first)
            if top is None or left not in facts or left not in top.cells:
                continue
            for number in range(first + 1, min(last, first + 1000) + 1):
                if number in by_number:
                    by_number[number].cells.setdefault(left, top.cells[left])

    def _unreadable(self, row: Row) -> Iterator[Problem]:
        """Yield a problem for each cell of published words that is not there to read."""
        for column in self.header.columns:
            value = row.cells.get(column.number)
            if column.field in _PUBLISHED and isinstance(value, Unread):
                self._unread += 1
                self.posts_made += 1
                if self._unread <= MOST:
                    facts = {"name": shown(column.heading)}
                    spot = self.spot(row.number, column.number)
                    yield Problem(f"calendar-cell-{value.why}", facts, self.source.path, spot=spot)

    def _remarks(self) -> Iterator[Problem | Warned | Noted]:
        path = self.source.path
        if self._unread > MOST:
            yield Problem("calendar-cells-more", {"number": self._unread - MOST}, path)
        for problem in self.moments.problems(path):
            yield Warned(problem)
        for code, rows in (("calendar-rows-hidden", self.hidden), ("calendar-rows-cancelled", self.cancelled)):
            if rows:
                sheet = f"{self.grid.name}: " if self.grid.name else ""
                facts: dict[str, str | int] = {"number": len(rows), "rows": _some(rows), "sheet": sheet}
                yield Warned(Problem(code, facts, path))
        hidden = [column for column in self.header.columns if self.grid.hides(column.number)]
        if named := [letters(column.number) for column in hidden if column.field in _PUBLISHED]:
            yield Warned(Problem("calendar-columns-hidden", {"columns": ", ".join(named)}, path))


def _below(comment: Post, parent: str) -> Post:
    """Return a comment as what it is: its author's own answer to the post ``parent``."""
    author = comment.account or comment.author.handle or comment.author.name
    return comment._replace(reply_to=ReplyTo(id=parent, author=author))


def _some(rows: list[int]) -> str:
    told = ", ".join(str(row) for row in rows[:10])
    return told + (" …" if len(rows) > 10 else "")
