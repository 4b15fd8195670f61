"""Lines, columns and UTF-16 units of places in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from postlint.finding import Span
from postlint.patterns import lazy

_LINE_END = lazy(r"\r\n|\n|\r")
_WIDE = lazy("[\U00010000-\U0010ffff]")


class Places:
    """The places of one text. Lines end with LF, CR LF or CR, as editors count them."""

    def __init__(self, text: str) -> None:
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._wide = [found.start() for found in _WIDE.finditer(text)]

    def line(self, offset: int) -> tuple[int, int]:
        """Return line and column of a code point offset, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def utf16(self, offset: int) -> int:
        """Return a code point offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span of code points ``start`` to ``end``."""
        return Span(start, end, self.utf16(start), self.utf16(end), *self.line(start), *self.line(end))
