"""Places in a text as editors count them: line and character from 0, characters in the units that were agreed on.

The lines are those of the Language Server Protocol 3.17 (section "Text Documents"): they end with LF, CRLF or CR.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from postlint.record import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")
UNITS = ("utf-8", "utf-16", "utf-32")


class Place(NamedTuple):
    """A line and a character, both from 0."""

    line: int
    character: int


class Lines:
    """A text by its lines. ``unit`` is one of ``UNITS``."""

    def __init__(self, text: str, unit: str = "utf-16") -> None:
        self.text, self.unit = text, unit
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        """Return where a code point stands; one beyond the text is its end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        return Place(line, self._length(self.text[self._starts[line] : offset]))

    def offset(self, place: Place) -> int:
        """Return the code point at a place; one beyond its line is the line's end, inside a character its start."""
        if place.line >= len(self._starts):
            return len(self.text)
        start, end = self.line(max(place.line, 0))
        for offset in range(start, end):
            if self._length(self.text[start : offset + 1]) > place.character:
                return offset
        return end

    def line(self, number: int) -> tuple[int, int]:
        """Return where a line, counted from 0, begins and ends without its line end; the last one beyond them."""
        number = min(max(number, 0), len(self._starts) - 1)
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def _length(self, words: str) -> int:
        if self.unit == "utf-32":
            return len(words)
        if self.unit == "utf-8":
            return len(words.encode("utf-8", "surrogatepass"))
        return len(words.encode("utf-16-le", "surrogatepass")) // 2
