"""``.xlsx``: a workbook whose sheets hold one post a row. Hidden rows and sheets are read like the others, and told."""

from __future__ import annotations

from postlint.office.drawings import drawings
from postlint.office.package import Package
from postlint.office.workbook import Grid, Workbook
from postlint.post import Post
from postlint.problem import PostlintError, Problem
from postlint.readers.calendar.tables import posts
from postlint.readers.source import FILE_LIMIT, MEGABYTE, Noted, Source, Warned
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MOST_SHEETS = 100


def read(source: Source) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the posts of a workbook."""
    refuse_big(source.stream, source.path)
    workbook = Workbook(Package(source.stream, source.path))
    if workbook.macros:
        yield Warned(Problem("office-macros", {}, source.path))
    if workbook.comments:
        yield Noted(Problem("calendar-comments", {}, source.path))
    if len(workbook.sheets) > MOST_SHEETS:
        raise PostlintError(Problem("office-sheets", {"most": MOST_SHEETS}, source.path))
    grids: list[Grid] = []
    for sheet in workbook.sheets:
        try:
            lying = drawings(workbook.package, sheet.part)
            grids.append(workbook.grid(sheet)._replace(drawn=lying.pictures))
            if lying.words:
                yield Warned(Problem("calendar-boxes", {"sheet": sheet.name}, source.path))
        except PostlintError as error:
            if len(workbook.sheets) == 1:
                raise
            yield error.problem
    yield from posts(grids, source, "utf-8")


def refuse_big(stream: BinaryIO, path: str) -> None:
    """Raise PostlintError where a file is larger than is read."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if size > FILE_LIMIT:
        raise PostlintError(Problem("file-too-big", {"limit": FILE_LIMIT // MEGABYTE}, path))
