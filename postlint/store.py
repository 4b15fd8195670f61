"""The cache of compiled packs and settings: what was read and checked once is not read again.

One file per configuration, in the user's own cache folder (mode 0600), valid as long as every file it was made
from has the size and time it had. It holds configuration and rules, never a draft. The lexicon lies in buckets
by the hash of the key, so that a draft costs only the buckets that its words fall in, however many phrases there
are. The values are plain (``marshal``); a file that is not ours, is open to others, or fails its checksum is not
read. ``POSTLINT_CACHE`` names another folder, or ``off``.
"""

from __future__ import annotations

import marshal
import os
import sys
from zlib import crc32

from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

BUCKETS = 16384
_MAGIC = f"postlint {__version__} {sys.version_info[0]}.{sys.version_info[1]} 2\n".encode()
_WIDTH = 8  # bytes of an offset

Stamp = tuple[str, int, int]  # path, modification time in nanoseconds, size in bytes


class Cached(NamedTuple):
    """What a cache file held: the plain head, and the lexicon's table."""

    head: Any
    table: Table


class Table:
    """The lexicon's table, bucket by bucket; each is decoded when a key first falls in it."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = memoryview(data)
        self._start = start
        self._buckets: dict[int, Mapping[str, Any]] = {}

    def get(self, key: str, default: Any, /) -> Any:
        """Return what is filed under a key."""
        number = crc32(key.encode()) % BUCKETS
        bucket = self._buckets.get(number)
        if bucket is None:
            at = self._start + number * _WIDTH
            place = int.from_bytes(self._data[at : at + _WIDTH], "little")
            bucket = self._buckets[number] = marshal.loads(self._data[place:]) if place else {}
        return bucket.get(key, default)


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
            data = file.read()
    except OSError:
        return None
    start = len(_MAGIC) + 4
    if not data.startswith(_MAGIC) or crc32(memoryview(data)[start:]) != int.from_bytes(
        data[len(_MAGIC) : start], "little"
    ):
        return None
    size = int.from_bytes(data[start : start + _WIDTH], "little")
    stamps, head = marshal.loads(data[start + _WIDTH : start + _WIDTH + size])
    if any(stamp(path) != (path, time, length) for path, time, length in stamps):
        return None
    return Cached(head, Table(data, start + _WIDTH + size))


def save(name: str, stamps: Sequence[Stamp], head: Any, table: Mapping[str, object]) -> None:
    """Write the cache file for ``name``; a folder that cannot be written to is nobody's trouble."""
    path = _path(name)
    if not path:
        return
    data = _encoded((tuple(stamps), head), table)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        draft = f"{path}.{os.getpid()}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError:
        return


def _path(name: str) -> str:
    base = folder()
    return os.path.join(base, f"{crc32(name.encode()):08x}{len(name):04x}.packs") if base else ""


def _ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _encoded(head: Any, table: Mapping[str, object]) -> bytes:
    buckets: dict[int, dict[str, Any]] = {}
    for key, filed in table.items():
        buckets.setdefault(crc32(key.encode()) % BUCKETS, {})[key] = filed
    first = marshal.dumps(head)
    place = len(_MAGIC) + 4 + _WIDTH + len(first) + BUCKETS * _WIDTH
    offsets, bodies = bytearray(), bytearray()
    for number in range(BUCKETS):
        body = marshal.dumps(buckets[number]) if number in buckets else b""
        offsets += (place if body else 0).to_bytes(_WIDTH, "little")
        bodies += body
        place += len(body)
    rest = len(first).to_bytes(_WIDTH, "little") + first + bytes(offsets) + bytes(bodies)
    return _MAGIC + crc32(rest).to_bytes(4, "little") + rest
