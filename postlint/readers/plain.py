"""``.txt`` and ``.md``: the text itself, after front matter where there is some."""

from __future__ import annotations

import re

from postlint.post import Origin, Post
from postlint.problem import Problem
from postlint.readers.records import build
from postlint.readers.source import TEXT_LIMIT, Source, Warned, load
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.decoding import Decoded

MARKS = ("---", "+++")
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSING = {mark: re.compile(rf"^{re.escape(mark)}[ \t]*(?:\r?\n|\Z)", re.MULTILINE) for mark in MARKS}
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")


class Front(NamedTuple):
    """Front matter: its mark, the lines between the marks (a line break in front, so that they count from the
    file's second line), and the code point at which the text begins."""

    mark: str
    block: str
    body: int


def read(source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the one post of a text file."""
    decoded, warned = load(source, TEXT_LIMIT)
    yield from warned
    yield from read_text(decoded, source)


def read_text(decoded: Decoded, source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the one post of a text, which stands in its file letter for letter."""
    front = split(decoded.text)
    if front is None:
        yield _post(decoded, source, 0, {})
    elif isinstance(front, str):
        yield Warned(Problem("front-unclosed", {"mark": front}, source.path, 1))
        yield _post(decoded, source, 0, {})
    else:
        yield from _with_front(decoded, source, front)


def _with_front(decoded: Decoded, source: Source, front: Front) -> Iterator[Post | Problem | Warned]:
    from postlint.readers.front_matter import facts

    read = facts(front.mark, front.block, source.path)
    yield from read.warned
    yield from read.problems
    if not read.problems:
        yield _post(decoded, source, front.body if read.given is not None else 0, read.given or {})


def _post(decoded: Decoded, source: Source, offset: int, given: dict[str, object]) -> Post | Problem:
    line = decoded.text.count("\n", 0, offset) + 1
    origin = Origin(source.path, line, offset, True, decoded.encoding)
    return build({**given, "text": decoded.text[offset:]}, source.name, origin)


def split(text: str) -> Front | str | None:
    """Return the front matter of a text, its mark alone where it is never closed, or ``None``."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    mark = opening.group(1)
    closing = _CLOSING[mark].search(text, opening.end())
    if closing is None:
        return mark
    blank = _BLANK_LINES.match(text, closing.end())
    body = blank.end() if blank else closing.end()
    return Front(mark, "\n" + text[opening.end() : closing.start()], body)
