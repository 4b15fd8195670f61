"""``.html``: a page, or text pasted from an editor or a content management system, as one post.

The text is what a reader of the page sees, a paragraph a line. Hidden words, comments in the source, and the addresses
of links are fields of their own, since they go along. Scripts and styles are no words. Nothing is fetched.
"""

from __future__ import annotations

import re

from postlint.post import Image, Origin, Post, Spot
from postlint.problem import PostlintError, Problem
from postlint.readers.markup import pieces
from postlint.readers.parts import Parts
from postlint.readers.records import build
from postlint.readers.source import MEGABYTE, Noted, Source, Warned, load
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HTML_LIMIT = 8 * MEGABYTE
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary "
    "table tbody td tfoot th thead title tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_WORDLESS = frozenset("script style template noscript object svg math iframe".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NAMES = {"description": "description", "og:description": "description", "og:title": "title", "keywords": "keywords"}
_ADDRESS = re.compile(r"(?:https?:|mailto:|tel:)", re.IGNORECASE)


def read(source: Source) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the one post of a page."""
    decoded, warned = load(source, HTML_LIMIT)
    yield from warned
    page = Page()
    page.read(decoded.text)
    if not len(page.parts) and not page.images:
        raise PostlintError(Problem("file-empty", {}, source.path))
    origin = Origin(source.path, encoding=decoded.encoding, places=page.parts.stretches())
    given: dict[str, object] = {"text": page.parts.text(), "extra": page.parts.extra(), "images": tuple(page.images)}
    yield build(given, source.name, origin)


class Page:
    """A page being read: its words by field, and its pictures."""

    def __init__(self) -> None:
        self.parts = Parts()
        self.images: list[Image] = []
        self._line: list[str] = []
        self._counts: dict[str, int] = {}
        self._open: list[tuple[str, bool, bool]] = []  # tag, and whether it hides and silences what is in it
        self._tags: dict[str, int] = {}
        self._hidden = self._silent = 0

    def read(self, text: str) -> None:
        """Take in a whole page."""
        for piece in pieces(text):
            if piece.kind == "open":
                self._begins(piece.text, piece.attributes)
            elif piece.kind == "close":
                self._ends(piece.text)
            elif piece.kind == "words":
                self._line += [] if self._silent else [piece.text]
            elif not piece.text.lstrip().startswith("[if"):  # those are for old programs
                self._add("comments", piece.text, "markup-comment")
        self._end_line()

    def _begins(self, tag: str, given: dict[str, str | None]) -> None:
        hides = "hidden" in given or bool(_HIDING.search(given.get("style") or ""))
        if tag in _BLOCKS or (hides and not self._hidden):
            self._end_line()
        if tag == "img":
            self._picture(given)
        elif tag == "a" and _ADDRESS.match(given.get("href") or "") and not self._silent:
            self._add("hyperlinks", given["href"] or "", "hyperlink")
        elif tag == "meta":
            field = _NAMES.get((given.get("name") or given.get("property") or "").lower(), "")
            self._fact(field, given.get("content") or "")
        if tag not in _VOID:
            silences = tag in _WORDLESS
            self._open.append((tag, hides, silences))
            self._tags[tag] = self._tags.get(tag, 0) + 1
            self._hidden += hides
            self._silent += silences

    def _ends(self, tag: str) -> None:
        """Take in that an element ends, and with it all that was left open in it."""
        if tag in _BLOCKS:
            self._end_line()
        while self._tags.get(tag):
            name, hides, silences = self._open.pop()
            self._tags[name] -= 1
            if hides and self._hidden == 1:
                self._end_line()
            self._hidden -= hides
            self._silent -= silences
            if name == tag:
                return

    def _end_line(self) -> None:
        """End the paragraph, and put its words into the field they belong to."""
        words, self._line = "".join(self._line), []
        pre = self._tags.get("pre") or self._tags.get("textarea")
        words = words.strip("\r\n") if pre else _BLANKS.sub(" ", words).strip(" ")
        if self._tags.get("title") and not self._tags.get("body"):
            self._fact("title", words)
        else:
            field = "hidden" if self._hidden else "text"
            self._add(field, words, "hidden" if self._hidden else "body")

    def _add(self, field: str, words: str, kind: str) -> None:
        words = words if field in ("text", "hidden") else _BLANKS.sub(" ", words).strip()
        if words.strip():
            self._counts[kind] = number = self._counts.get(kind, 0) + 1
            spot = Spot(kind, inner=number) if kind in ("body", "hidden") else Spot(kind, number=number)
            self.parts.add(field, words, spot)

    def _fact(self, field: str, words: str) -> None:
        if field and field not in self.parts:
            self.parts.add(field, words.strip(), Spot("property", field))

    def _picture(self, given: dict[str, str | None]) -> None:
        number = len(self.images)
        file = given.get("src") or ""
        file = file.partition(",")[0] if file.startswith("data:") else file  # the picture itself is in the address
        alt = (given["alt"] or "") if "alt" in given else None
        spot = Spot("picture", number=number + 1)
        for key in ("", ".file", ".alt"):
            self.parts.point(f"images[{number}]{key}", spot)
        self.images.append(Image(file or None, alt=alt))
