"""What a reader is given, and what it gives back."""

from __future__ import annotations

from postlint.decoding import GUESSED, Decoded, decode, guessed
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.settings import Calendar

if TYPE_CHECKING:
    from typing import BinaryIO

MEGABYTE = 2**20
TEXT_LIMIT = 20 * MEGABYTE  # bytes of UTF-8 in one post's text
FILE_LIMIT = 64 * MEGABYTE  # bytes of a file, or of a line of .jsonl, whose posts are read at once


class Source(NamedTuple):
    """A file to read: its path as given (``-``: standard input), the name that its posts get, its bytes, and what the
    configuration says of calendars."""

    path: str
    name: str
    stream: BinaryIO
    calendar: Calendar = Calendar()


class Warned(NamedTuple):
    """Something to tell about a file whose posts are read all the same."""

    problem: Problem


class Noted(NamedTuple):
    """How a file was understood: told only where somebody asks for it."""

    problem: Problem


def load(source: Source, limit: int) -> tuple[Decoded, list[Warned]]:
    """Return the whole text of a file of at most ``limit`` bytes, and what to tell about its encoding.

    Raises PostlintError where it is too big, empty, binary or in no known encoding.
    """
    data = source.stream.read(limit + 1)
    if len(data) > limit:
        raise PostlintError(Problem("file-too-big", {"limit": limit // MEGABYTE}, source.path))
    decoded = decode(data, source.path)
    if not decoded.text or decoded.text.isspace():
        raise PostlintError(Problem("file-empty", {}, source.path))
    return decoded, [Warned(guessed(source.path))] if decoded.encoding == GUESSED else []
