"""The words of a part of a text document (WordprocessingML, ECMA-376 part 1, chapter 17), paragraph by paragraph.

Everything that is stored is read: tables, text boxes, content controls and insertions in the order of the document;
what was deleted with tracked changes, and hidden text, apart from it. Drawings are written twice for old programs;
they are read once.
"""

from __future__ import annotations

from postlint.post import Spot
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.whereabouts import cell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from postlint.office.package import Package

MOST_PARAGRAPHS = 100_000  # of one part, its notes and pictures counted too: some 3,000 pages
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_DELETED = ("del", "moveFrom")
_EMBED = ("embed", "link", "id")


class Paragraph:
    """A paragraph: its words, those that were deleted or hidden, and where it stands, without its number."""

    __slots__ = ("deleted", "hidden", "kind", "name", "number", "words")

    def __init__(self, kind: str, name: str, number: int) -> None:
        self.kind, self.name, self.number = kind, name, number
        self.words: list[str] = []
        self.deleted: list[str] = []
        self.hidden: list[str] = []


class Picture(NamedTuple):
    """A picture in a part: the id of its relationship, and its alternative text if it has one."""

    relation: str
    alt: str | None


class Note(NamedTuple):
    """A note or comment: the numbers of its first paragraph and of the one after its last, from 0."""

    first: int
    last: int


class Story:
    """What one part says. ``kind`` is that of its paragraphs: ``body``, ``header`` …; ``notes`` has where each note of
    a part with notes (elements called ``noted``) stands. Raises PostlintError where the part cannot be used."""

    def __init__(self, package: Package, part: str, kind: str, noted: str = "") -> None:
        self.package, self.part, self.kind, self.noted = package, part, kind, noted
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.pictures: list[Picture] = []
        self.inserts: list[str] = []  # ids of relationships of documents inserted into this one
        self._open: list[Paragraph] = []
        self._around: list[_Table] = []
        self._boxes = self._box = self._tables = self._gone = 0
        self._vanished = self._skipped = False
        self._alternatives: list[int] = []
        self._alt: str | None = None
        self._read()

    def _read(self) -> None:
        skipping = 0  # elements open within one that is left out
        for event in self.package.events(self.part):
            if skipping:
                skipping += 1 if event.opens else -1
            elif event.opens:
                skipping = int(not self._begins(event.name, event.element))
            else:
                self._ends(event.name, event.element)

    def _begins(self, name: str, element: Any) -> bool:
        """Take in that an element begins; return whether what is in it is read."""
        if len(self.paragraphs) + len(self.notes) + len(self.pictures) + len(self.inserts) > MOST_PARAGRAPHS:
            raise self.package.error("office-paragraphs", part=self.part, most=MOST_PARAGRAPHS)
        if name == "p":
            self._begin_paragraph()
        elif name in _DELETED:
            self._gone += 1
        elif name == "r":
            self._vanished = False
        elif name == "vanish":
            self._vanished = _value(element, "val") not in ("0", "false", "off")
        elif name in ("tbl", "tr", "tc"):
            self._table(name, element)
        elif name == "txbxContent":
            self._boxes += 1
            self._box += 1
        elif name == "AlternateContent":
            self._alternatives.append(self._size())
        elif name == "Fallback":
            return bool(self._alternatives) and self._alternatives[-1] == self._size()
        elif name == self.noted:
            self._begin_note(element)
        else:
            self._picture(name, element)
        return True

    def _ends(self, name: str, element: Any) -> None:
        if name in ("t", "delText"):
            self._say(element.text or "", deleted=name == "delText")
        elif name in _SIGNS and not list(element):
            if name != "tab" or not element.attrib:  # a tab with attributes is the stop, not the sign
                self._say(_SIGNS[name])
        elif name == "p" and self._open:
            self._open.pop()
        elif name in _DELETED:
            self._gone = max(self._gone - 1, 0)
        elif name == "tbl" and self._around:
            self._around.pop()
        elif name == "txbxContent":
            self._box -= 1
        elif name == "AlternateContent" and self._alternatives:
            self._alternatives.pop()
        elif name == self.noted and self.notes and self.notes[-1].last < 0:
            self.notes[-1] = self.notes[-1]._replace(last=len(self.paragraphs))

    def _begin_paragraph(self) -> None:
        if self._box:
            made = Paragraph("textbox", "", self._boxes)
        elif self._around and self.kind == "body":
            table = self._around[-1]
            made = Paragraph("table", cell(table.column, table.row), table.number)
        else:
            made = Paragraph(self.kind, "", 0)
        self.paragraphs.append(made)
        self._open.append(made)

    def _table(self, name: str, element: Any) -> None:
        if name == "tbl":
            self._tables += 1
            self._around.append(_Table(self._tables))
        elif self._around and name == "tr":
            self._around[-1].row += 1
            self._around[-1].column = 0
        elif self._around:
            self._around[-1].column += 1

    def _begin_note(self, element: Any) -> None:
        kind = _value(element, "type")
        first = len(self.paragraphs)
        # Separators and the like are notes only in the file.
        self.notes.append(Note(first, -1 if kind in ("", "normal") else first))

    def _picture(self, name: str, element: Any) -> None:
        if name == "docPr":
            self._alt = element.get("descr") or element.get("title")
        elif name == "shape":
            self._alt = element.get("alt")
        elif name == "altChunk":
            self.inserts.append(_relation(element))
        elif name in ("blip", "imagedata") and (relation := _relation(element)):
            self.pictures.append(Picture(relation, self._alt))
            self._alt = None

    def _say(self, words: str, *, deleted: bool = False) -> None:
        if not self._open:
            return
        paragraph = self._open[-1]
        if deleted or self._gone:
            paragraph.deleted.append(words)
        elif self._vanished:
            paragraph.hidden.append(words)
        else:
            paragraph.words.append(words)

    def _size(self) -> int:
        return len(self.paragraphs) + len(self.pictures)

    def spots(self, number: int = 0) -> Iterator[tuple[Paragraph, Spot]]:
        """Yield each paragraph with something in it and where it stands; paragraphs count by their kind."""
        counts: dict[tuple[str, str, int], int] = {}
        for paragraph in self.paragraphs:
            key = paragraph.kind, paragraph.name, paragraph.number
            if filled(paragraph):
                counts[key] = counts.get(key, 0) + 1
                inner = 0 if paragraph.kind == "table" else counts[key]
                yield paragraph, Spot(paragraph.kind, paragraph.name, paragraph.number or number, inner)


class _Table:
    __slots__ = ("column", "number", "row")

    def __init__(self, number: int) -> None:
        self.number, self.row, self.column = number, 0, 0


def filled(paragraph: Paragraph) -> bool:
    """Say whether a paragraph has any words."""
    return any("".join(words).strip() for words in (paragraph.words, paragraph.deleted, paragraph.hidden))


def _value(element: Any, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _relation(element: Any) -> str:
    return next((value for name in _EMBED if (value := _value(element, name))), "")
