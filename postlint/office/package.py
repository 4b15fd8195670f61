"""The archive of an office document: refused before it can do harm, and counted while it is read.

What an archive claims of its sizes is summed first, which costs no unpacking; what comes out is counted as well,
because the claim may be a lie.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import IO, Any, BinaryIO

MEGABYTE = 2**20
MOST_ENTRIES = 10_000
MOST_UNPACKED = 256 * MEGABYTE  # of the whole archive, pictures among it
MOST_XML = 64 * MEGABYTE  # of one part that is read as XML
RATIO = 150  # unpacked to packed; office documents lie between 2 and 40
_SMALL = 4 * MEGABYTE  # up to which any ratio goes: a short part of blanks is no bomb
_DEEPEST = 200  # elements in one another
_MOST_HELD = 200_000  # elements in one row or text that is looked at as a whole
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the OLE signature: .doc, .xls, and documents with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Event(NamedTuple):
    """An element that begins (``opens``) or has ended, with its name without the namespace."""

    opens: bool
    name: str
    element: Any


class Relation(NamedTuple):
    """A link of one part to another: ``kind`` is the last word of its type, ``target`` the name of a part, or an
    address where it is ``external``."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """An open archive. Every method raises PostlintError where the file ``path`` cannot be used."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self.path = path
        self._refuse_old(stream)
        try:
            self._archive = zipfile.ZipFile(stream)
        except _BROKEN:
            raise self.error("office-broken") from None
        self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        self._weigh(self._archive.infolist())

    def error(self, code: str, **facts: str | int) -> PostlintError:
        """Return the error of a document that cannot be used."""
        return PostlintError(Problem(code, facts, self.path))

    def names(self) -> list[str]:
        """Return the names of the parts, in the order of the archive."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def data(self, name: str, limit: int) -> bytes:
        """Return the bytes of a part of at most ``limit`` bytes."""
        if name not in self._entries:
            raise self.error("office-part-missing", part=name)
        try:
            with self._archive.open(self._entries[name]) as part:
                data = part.read(limit + 1)
        except (*_BROKEN, RuntimeError):
            raise self.error("office-broken") from None
        if len(data) > limit:
            raise self.error("office-part-big", part=name, limit=limit // MEGABYTE)
        return data

    def events(self, name: str, whole: Collection[str] = ()) -> Iterator[Event]:
        """Yield the beginnings and ends of the elements of an XML part, in their order.

        An element has its children only where it is one of ``whole`` or within one; all else is forgotten as soon as
        it has ended, so that memory stays flat.
        """
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import iterparse

        if name not in self._entries:
            raise self.error("office-part-missing", part=name)
        try:
            with self._archive.open(self._entries[name]) as part:
                counted: Any = _Counted(part)
                yield from self._walked(iterparse(counted, ("start", "end"), forbid_dtd=True), name, whole)
        except DefusedXmlException:
            raise self.error("office-doctype", part=name) from None
        except _TooMuchError:
            raise self.error("office-part-big", part=name, limit=MOST_XML // MEGABYTE) from None
        except (ParseError, RuntimeError, *_BROKEN):
            raise self.error("office-broken") from None

    def _walked(self, events: Any, name: str, whole: Collection[str]) -> Iterator[Event]:
        around: list[Any] = []
        kept = held = 0  # how many elements that stay whole are open, and what they hold
        for kind, element in events:
            tag = element.tag.rpartition("}")[2]
            if kind == "start":
                around.append(element)
                kept += tag in whole
                held += bool(kept)
                if len(around) > _DEEPEST or held > _MOST_HELD:
                    raise self.error("office-deep", part=name)
                yield Event(True, tag, element)
                continue
            around.pop()
            yield Event(False, tag, element)
            kept -= tag in whole
            if not kept:
                held = 0
                if around:
                    del around[-1][:]

    def _refuse_old(self, stream: BinaryIO) -> None:
        head = stream.read(len(OLD))
        if head == OLD:
            locked = _ENCRYPTED in stream.read(_SMALL)
            raise self.error("office-locked" if locked else "office-old")
        if not head:
            raise self.error("file-empty")
        stream.seek(0)

    def _weigh(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MOST_ENTRIES:
            raise self.error("office-entries", most=MOST_ENTRIES)
        if any(entry.flag_bits & 1 for entry in entries):
            raise self.error("office-locked")
        if len(self._entries) < len(entries):
            raise self.error("office-broken")  # two parts of one name: which would be read is anybody's guess
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise self.error("office-bomb", limit=MOST_UNPACKED // MEGABYTE)
        for entry in entries:
            if entry.file_size > max(_SMALL, entry.compress_size * RATIO):
                raise self.error("office-ratio", part=entry.filename, ratio=RATIO)


def relations(package: Package, part: str) -> list[Relation]:
    """Return the relationships of a part; of the whole package where ``part`` is empty (ECMA-376 part 2, 9.3)."""
    folder, _, name = part.rpartition("/")
    where = f"{folder}/_rels/{name}.rels".lstrip("/")
    found: list[Relation] = []
    for event in package.events(where) if where in package else ():
        if not event.opens and event.name == "Relationship":
            got = event.element.get
            target, external = got("Target") or "", got("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, target))[1:]
            found.append(Relation(got("Id") or "", (got("Type") or "").rpartition("/")[2], target, external))
    return found


class _TooMuchError(Exception):
    """More came out of a part than is read."""


class _Counted:
    """A part that is read up to the limit and no further."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._read = part, 0

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size if 0 <= size <= _SMALL else _SMALL)
        self._read += len(data)
        if self._read > MOST_XML:
            raise _TooMuchError
        return data
