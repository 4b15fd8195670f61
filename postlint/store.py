"""The cache of compiled packs and settings: what was read and checked once is not read again.

One file per configuration, in the user's own cache folder (mode 0600), valid as long as every file it was made
from has the size and time it had. It holds configuration and rules, never a draft. The lexicon lies in buckets
by the hash of the key, and the file is mapped, so that a draft costs only the buckets that its words fall in,
however many phrases there are. The values are plain (``marshal``); a file that is not ours, is open to others, or
fails the checksum of its head is not read, and each bucket has a checksum of its own. ``POSTLINT_CACHE`` names
another folder, or ``off``.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from zlib import crc32

from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

KEYS = 4  # in a bucket, on average
_MAGIC = f"postlint {__version__} {sys.version_info[0]}.{sys.version_info[1]} 5\n".encode()
_SUM = 4  # bytes of a checksum
_WIDTH = 8  # bytes of an offset or a size
_START = len(_MAGIC) + _SUM + 3 * _WIDTH  # where the head begins

Stamp = tuple[str, int, int]  # path, modification time in nanoseconds, size in bytes


class Cached(NamedTuple):
    """What a cache file held: the plain head, and the lexicon's table."""

    head: Any
    table: Table


class Table:
    """The lexicon's table, bucket by bucket; each is decoded when a key first falls in it.

    ``again`` makes the whole table anew, should a bucket turn out to be damaged.
    """

    def __init__(self, data: mmap.mmap, start: int, size: int) -> None:
        self._data = memoryview(data)
        self._start = start
        self._size = size  # how many buckets there are
        self._buckets: dict[int, Mapping[str, Any]] = {}
        self._whole: Mapping[str, Any] | None = None
        self.again: Callable[[], Mapping[str, Any]] = dict

    def get(self, key: str, default: Any, /) -> Any:
        """Return what is filed under a key."""
        number = crc32(key.encode()) % self._size
        bucket = self._buckets.get(number)
        if bucket is None:
            bucket = self._buckets[number] = self._bucket(number)
        return bucket.get(key, default)

    def _bucket(self, number: int) -> Mapping[str, Any]:
        if self._whole is None:
            place = _number(self._data, self._start + number * _WIDTH)
            if not place:
                return {}
            body = place + _SUM + _WIDTH
            piece = self._data[body : body + _number(self._data, place + _SUM)]
            if crc32(piece) == int.from_bytes(self._data[place : place + _SUM], "little"):
                found: Mapping[str, Any] = marshal.loads(piece)
                return found
            self._whole = self.again()
        return self._whole


def folder() -> str:
    """Return the cache folder, or the empty string where there is to be none."""
    named = os.environ.get("POSTLINT_CACHE", "")
    if named:
        return "" if named == "off" else named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(base, "postlint") if os.path.isabs(base) else ""


def stamp(path: str) -> Stamp:
    """Return what tells whether a file or folder has changed; zeros where it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size


def load(name: str) -> Cached | None:
    """Return the cache file for ``name`` where it may be trusted and nothing has changed since, else ``None``."""
    try:
        with open(_path(name), "rb") as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    found = _head(data)
    if found is None:
        return None
    head, buckets = found
    stamps, plain = marshal.loads(head)
    if any(stamp(path) != (path, time, length) for path, time, length in stamps):
        return None
    return Cached(plain, Table(data, _START + len(head), buckets))


def _head(data: mmap.mmap) -> tuple[memoryview, int] | None:
    """Return the head of a file that is whole and its number of buckets, or ``None``. Before the head stand the
    checksum of head and offsets, the length of the whole file, that of the head, and the number of buckets."""
    if data[: len(_MAGIC)] != _MAGIC or len(data) < _START:
        return None
    whole, size, buckets = (_number(data, _START - count * _WIDTH) for count in (3, 2, 1))
    if len(data) != whole or size > whole or not 0 < buckets <= whole:
        return None
    checked = memoryview(data)[len(_MAGIC) + _SUM : _START + size + buckets * _WIDTH]
    if crc32(checked) != int.from_bytes(data[len(_MAGIC) : len(_MAGIC) + _SUM], "little"):
        return None
    return memoryview(data)[_START : _START + size], buckets


def _number(data: mmap.mmap | memoryview, at: int) -> int:
    return int.from_bytes(data[at : at + _WIDTH], "little")


def save(name: str, stamps: Sequence[Stamp], head: Any, table: Mapping[str, object]) -> None:
    """Write the cache file for ``name``; a folder that cannot be written to is nobody's trouble."""
    path = _path(name)
    if not path:
        return
    from postlint.writing import put  # only where rules were compiled: a start without it is quicker

    data = _encoded((tuple(stamps), head), table)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        put(path, data, 0o600)
    except OSError:
        return


def _path(name: str) -> str:
    base = folder()
    return os.path.join(base, f"{crc32(name.encode()):08x}{len(name):04x}.packs") if base else ""


def _ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _encoded(head: Any, table: Mapping[str, object]) -> bytes:
    size = max(1, len(table) // KEYS)
    buckets: dict[int, dict[str, Any]] = {}
    for key, filed in table.items():
        buckets.setdefault(crc32(key.encode()) % size, {})[key] = filed
    first = marshal.dumps(head)
    place = _START + len(first) + size * _WIDTH
    offsets, bodies = bytearray(), bytearray()
    for number in range(size):
        piece = _framed(marshal.dumps(buckets[number])) if number in buckets else b""
        offsets += (place if piece else 0).to_bytes(_WIDTH, "little")
        bodies += piece
        place += len(piece)
    checked = b"".join(count.to_bytes(_WIDTH, "little") for count in (place, len(first), size)) + first + offsets
    return _MAGIC + crc32(checked).to_bytes(_SUM, "little") + checked + bytes(bodies)


def _framed(body: bytes) -> bytes:
    """Return a bucket with its checksum and its length before it."""
    return crc32(body).to_bytes(_SUM, "little") + len(body).to_bytes(_WIDTH, "little") + body
