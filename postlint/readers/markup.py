"""Markup cut into tags, words and comments, in one pass whatever is left open.

``html.parser`` of Python 3.11 needs quadratic time for tags and comments that never end (4,000 half tags: 2.4 seconds),
and ends with an AssertionError on half sections, so it is of no use for files that anybody may have made.
"""

from __future__ import annotations

import re
from html import unescape

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z][^\s/><\"']*")
_STOP = re.compile(r"[\"'<>]")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")
# Elements whose content is no markup, up to their own end.
RAW = ("script", "style", "textarea", "title", "xmp", "noembed")
_SILENT = ("script", "style", "xmp", "noembed")


class Piece(NamedTuple):
    """``kind`` is ``open``, ``close``, ``words`` or ``comment``; ``text`` a tag in small letters, or the words."""

    kind: str
    text: str
    attributes: dict[str, str | None]


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a page, character references read. A sign that opens nothing is a word."""
    at = begun = 0
    cut = _Cut(text)
    while (sign := text.find("<", at)) >= 0:
        found = cut.comment(sign) or cut.declaration(sign) or cut.tag(sign)
        if found is None:
            at = sign + 1
            continue
        if begun < sign:
            yield Piece("words", unescape(text[begun:sign]), {})
        piece, at = found
        if piece is not None:
            yield piece
            if piece.kind == "open" and piece.text in RAW:
                end = cut.raw_end(piece.text, at)
                if piece.text not in _SILENT and end > at:
                    yield Piece("words", unescape(text[at:end]), {})
                at = end
        begun = at
    if begun < len(text):
        yield Piece("words", unescape(text[begun:]), {})


class _Cut:
    """Cuts one piece at a time; remembers what does not come again, so that nothing is looked for twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._gone: set[str] = set()

    def comment(self, at: int) -> tuple[Piece, int] | None:
        if not self.text.startswith("<!--", at):
            return None
        end = self._find("-->", at + 4)
        return Piece("comment", self.text[at + 4 : end], {}), min(end + 3, len(self.text))

    def declaration(self, at: int) -> tuple[None, int] | None:
        if self.text[at + 1 : at + 2] not in ("!", "?"):
            return None
        return None, min(self._find(">", at) + 1, len(self.text))

    def tag(self, at: int) -> tuple[Piece, int] | None:
        closes = self.text.startswith("/", at + 1)
        name = _NAME.match(self.text, at + 1 + closes)
        end = self._end(name.end()) if name else -1
        if name is None or end < 0:
            return None
        given = {} if closes else _attributes(self.text[name.end() : end])
        return Piece("close" if closes else "open", name[0].lower(), given), end + 1

    def raw_end(self, name: str, at: int) -> int:
        """Return where the content of a raw element ends."""
        if name in self._gone:
            return len(self.text)
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, at)
        if found is None:
            self._gone.add(name)
            return len(self.text)
        return found.start()

    def _end(self, at: int) -> int:
        """Return where the tag ends that begins before ``at``; -1 where another begins first."""
        while stop := _STOP.search(self.text, at):
            if stop[0] == ">":
                return stop.start()
            if stop[0] == "<":
                return -1
            closing = self._find(stop[0], stop.end())
            at = closing + 1 if closing < len(self.text) else stop.end()
        return -1

    def _find(self, sign: str, at: int) -> int:
        """Return where a sign comes next, or the end of the text."""
        found = -1 if sign in self._gone else self.text.find(sign, at)
        if found < 0:
            self._gone.add(sign)
        return found if found >= 0 else len(self.text)


def _attributes(inside: str) -> dict[str, str | None]:
    """Return the attributes of a tag, the first of each name; ``None`` for one without a value."""
    given: dict[str, str | None] = {}
    for found in _ATTRIBUTE.finditer(inside):
        value = next((part for part in found.groups()[1:] if part is not None), None)
        given.setdefault(found[1].lower(), unescape(value) if value is not None else None)
    return given
