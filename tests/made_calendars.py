"""Calendars for tests, made with a real library, and what comes out when they are read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from postlint.post import Post
from postlint.problem import Problem
from postlint.readers import Noted, Warned, read
from postlint.settings import Calendar
from postlint.whereabouts import at, told

HEADINGS = ("Dato", "Tidspunkt", "Kanal", "Tekst")


def workbook(path: Path, rows: list[tuple[Any, ...]], title: str = "Plan") -> Workbook:
    """Write a workbook with one sheet, and return it for what else a test wants in it (save it again then)."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return book


class Read:
    """What came out of a file: posts, the codes of problems, warnings and notes, and the sentences in Danish."""

    def __init__(self, path: Path, calendar: Calendar = Calendar()) -> None:  # noqa: B008
        items = list(read(str(path), calendar=calendar))
        self.posts = [item for item in items if isinstance(item, Post)]
        self.problems = [item for item in items if isinstance(item, Problem)]
        self.warned = [item.problem for item in items if isinstance(item, Warned)]
        self.noted = [item.problem for item in items if isinstance(item, Noted)]

    def codes(self) -> tuple[list[str], list[str]]:
        """Return the codes of the problems and of the warnings."""
        return [problem.code for problem in self.problems], [problem.code for problem in self.warned]

    def place(self, post: Post, field: str = "text", lang: str = "da") -> str:
        """Return where a field of a post stands."""
        spot = at(post.origin.places, field)
        assert spot is not None
        return told(spot, lang)


def where(problem: Problem, lang: str = "da") -> str:
    """Return where a problem lies in its file."""
    assert problem.spot is not None
    return told(problem.spot, lang)
