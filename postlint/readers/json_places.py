"""Where each key of a JSON text stands: read only when there is a problem to tell."""

from __future__ import annotations

import json
import re

from postlint.keys import Key, Place
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive: a string of megabytes must not leave a trail to go back on.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]', re.DOTALL)
_DEEPEST = 8  # no key of a post lies deeper


class JsonPlaces:
    """Finds keys in the valid JSON value that begins at ``start``, on line ``line`` of its file."""

    def __init__(self, text: str, start: int = 0, line: int = 1) -> None:
        self.text, self.start, self.line = text, start, line
        self.offsets: dict[Key, int] = {}
        self.twice: list[Key] = []

    def __call__(self, key: Key) -> Place:
        """Return the place of ``key``, or of the nearest thing around it that is found."""
        self._read()
        while key and key not in self.offsets:
            key = key[:-1]
        offset = self.offsets.get(key, self.start)
        column = offset - self.text.rfind("\n", 0, offset)
        return Place(self.line + self.text.count("\n", self.start, offset), column)

    def repeated(self) -> list[Key]:
        """Return the keys that are given twice."""
        self._read()
        return self.twice

    def _read(self) -> None:
        if self.offsets:
            return
        self.offsets[()] = self.start
        for key, offset in _keys(self.text, self.start):
            if key in self.offsets and key[:-1] not in self.twice:
                self.twice.append(key)
            self.offsets[key] = offset


def _keys(text: str, start: int) -> Iterator[tuple[Key, int]]:
    """Yield the path and the offset of every key and list entry of the value at ``start``."""
    if text[start] not in "{[":
        return
    around: list[str | int | None] = []  # the key or the number in each open object or list
    for found in _TOKEN.finditer(text, start):
        token = found.group()
        if token in "{[":
            around.append(None if token == "{" else 0)
        elif token in "}]":
            around.pop()
        elif token == ",":
            last = around[-1]
            around[-1] = last + 1 if isinstance(last, int) else None
        elif token != ":" and around and around[-1] is None:
            around[-1] = json.loads(token, strict=False)
            if len(around) <= _DEEPEST:
                yield _path(around), found.start()
        if token in "[," and around and isinstance(around[-1], int) and len(around) <= _DEEPEST:
            yield _path(around), _beyond_blanks(text, found.end())
        if not around:
            return


def _path(around: list[str | int | None]) -> Key:
    return tuple(part for part in around if part is not None)


def _beyond_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\r\n":
        offset += 1
    return offset
