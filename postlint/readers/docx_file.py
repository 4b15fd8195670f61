"""``.docx``: one post, whose text is the body; everything else that the file holds stands in fields of its own.

Nothing in the file is passed over without a word: notes, comments, headers, deleted and hidden text, properties and
addresses of links are read, because they go along when the file does; what cannot be read is named.
"""

from __future__ import annotations

from postlint.office.package import Package, relations
from postlint.office.pictures import SIGN
from postlint.office.story import Story
from postlint.post import Image, Origin, Post, Spot
from postlint.problem import PostlintError, Problem
from postlint.readers.calendar.xlsx_file import refuse_big
from postlint.readers.parts import Parts
from postlint.readers.records import build
from postlint.readers.source import Noted, Source, Warned
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.office.package import Relation
    from postlint.office.story import Paragraph

# Parts with notes: kind of relationship -> element of one note.
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_ROUND = {"header": "header", "footer": "footer", "diagramData": "drawing"}
_UNREAD = ("chart", "chartEx", "package", "oleObject", "aFChunk", "attachedToolbars")
_PROPERTIES = {
    "core-properties": ("title", "subject", "keywords", "description", "category", "contentStatus"),
    "extended-properties": ("Company", "Manager"),
}
_MOST_FIELDS = 2000  # of properties, notes and the like together


def read(source: Source) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the one post of a document."""
    refuse_big(source.stream, source.path)
    yield from Document(Package(source.stream, source.path), source).items()


class Document:
    """A document being read: its words by field, and its pictures."""

    def __init__(self, package: Package, source: Source) -> None:
        self.package, self.source = package, source
        self.parts = Parts()
        self.images: list[Image] = []
        self._unread: list[str] = []

    def items(self) -> Iterator[Post | Problem | Warned]:
        """Yield the post and what is to be said of the file."""
        root, related = self._root()
        links = relations(self.package, root)
        self._body(root, links)
        for link in links:
            self._part(link)
        self._properties(related)
        self._links(links)
        if any(name.endswith("vbaProject.bin") for name in self.package.names()):
            yield Warned(Problem("office-macros", {}, self.source.path))
        if self._unread:
            facts = {"parts": ", ".join(dict.fromkeys(self._unread))}
            yield Warned(Problem("docx-parts-unread", facts, self.source.path))
        if not len(self.parts) and not self.images:
            raise PostlintError(Problem("file-empty", {}, self.source.path))
        yield self._post()

    def _root(self) -> tuple[str, list[Relation]]:
        related = relations(self.package, "")
        for link in related:
            if link.kind == "officeDocument" and not link.external and "document" in link.target:
                return link.target, related
        raise self.package.error("office-no-document")

    def _post(self) -> Post | Problem:
        origin = Origin(self.source.path, places=self.parts.stretches())
        given: dict[str, object] = {
            "text": self.parts.text(), "extra": self.parts.extra(), "images": tuple(self.images)
        }  # fmt: skip
        return build(given, self.source.name, origin)

    def _body(self, root: str, links: list[Relation]) -> None:
        story = Story(self.package, root, "body")
        self._tell("text", story.spots())
        self._pictures(story, links)
        chunks = {link.id: link.target for link in links}
        self._unread += [chunks.get(insert, insert) for insert in story.inserts]

    def _part(self, link: Relation) -> None:
        if link.external or link.target not in self.package:
            return
        if link.kind in _NOTES:
            self._notes(link.target, _NOTES[link.kind])
        elif link.kind in _ROUND:
            kind = _ROUND[link.kind]
            story = Story(self.package, link.target, kind)
            number = 1 + sum(field.rstrip("0123456789") == kind for field in self.parts.names())
            self._tell(f"{kind}{number}", story.spots(number))
            self._pictures(story, relations(self.package, link.target))
        elif link.kind in _UNREAD:
            self._unread.append(link.target)

    def _notes(self, part: str, kind: str) -> None:
        story = Story(self.package, part, kind, noted=kind)
        places = {id(paragraph): (paragraph, spot) for paragraph, spot in story.spots()}
        number = 0
        for note in story.notes:
            inside = [places[id(p)] for p in story.paragraphs[note.first : note.last] if id(p) in places]
            if inside:
                number += 1
                first = inside[0][1].inner - 1
                moved = [(p, spot._replace(number=number, inner=spot.inner - first)) for p, spot in inside]
                self._tell(f"{kind}{number}", moved)

    def _tell(self, field: str, paragraphs: Iterable[tuple[Paragraph, Spot]]) -> None:
        """Put paragraphs into a field, and what is deleted or hidden in them into the fields for that."""
        for paragraph, spot in paragraphs:
            self.parts.add(field, "".join(paragraph.words), spot)
            for other, words in (("deleted", paragraph.deleted), ("hidden", paragraph.hidden)):
                self.parts.add(other, "".join(words), Spot(other, spot.kind, spot.number, spot.inner))

    def _pictures(self, story: Story, links: list[Relation]) -> None:
        targets = {link.id: link for link in links}
        for picture in story.pictures:
            link = targets.get(picture.relation)
            if link is None:
                continue
            file = link.target if link.external else f"{self.source.name}{SIGN}{link.target}"
            spot = Spot("picture", "", len(self.images) + 1)
            number = len(self.images)
            for key in ("", ".file", ".alt"):
                self.parts.point(f"images[{number}]{key}", spot)
            self.images.append(Image(file, alt=picture.alt))

    def _links(self, links: list[Relation]) -> None:
        for number, link in enumerate((link for link in links if link.kind == "hyperlink" and link.external), start=1):
            self.parts.add("hyperlinks", link.target, Spot("hyperlink", "", number))

    def _properties(self, related: list[Relation]) -> None:
        for link in related:
            if link.external or link.target not in self.package:
                continue
            name = ""
            for event in self.package.events(link.target) if link.kind.endswith("-properties") else ():
                if event.opens:
                    name = (event.element.get("name") or name) if event.name == "property" else name
                elif link.kind == "custom-properties" and event.name in ("lpwstr", "lpstr", "bstr"):
                    self._property(name, event.element.text or "")
                elif event.name in _PROPERTIES.get(link.kind, ()):
                    self._property(event.name, event.element.text or "")

    def _property(self, name: str, words: str) -> None:
        field = f"properties.{name[:80]}"
        if len(self.parts) < _MOST_FIELDS:
            self.parts.add(field, words, Spot("property", name[:80]))
