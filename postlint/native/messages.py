"""Native messaging's frames: four bytes with the length in the machine's own order, then so many bytes of JSON."""

from __future__ import annotations

import struct

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

MOST = 2**20  # bytes of a message: what browsers take from a host, and what this host takes from them
_LENGTH = struct.Struct("=I")
_PIECE = 2**16


class TooBig(Exception):
    """A message of more than ``MOST`` bytes; it was read over, so that the next one can be read."""


def receive(stream: BinaryIO) -> bytes | None:
    """Return the next message, or ``None`` where there are no more, be it in the midst of one. Raises TooBig."""
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    length = int(_LENGTH.unpack(head)[0])
    if length <= MOST:
        return _exactly(stream, length)
    if _read_over(stream, length):
        raise TooBig
    return None


def send(stream: BinaryIO, message: bytes) -> None:
    """Write a message of at most ``MOST`` bytes."""
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < length:
        part = stream.read(length - len(parts))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _read_over(stream: BinaryIO, length: int) -> bool:
    """Read so many bytes and forget them; say whether all of them came."""
    while length > 0:
        part = stream.read(min(length, _PIECE))
        if not part:
            return False
        length -= len(part)
    return True
