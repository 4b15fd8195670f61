"""Where the text of a post stands in a JSON file, and what to write there so that nothing else changes."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache

from postlint.readers.json_file import beyond_blanks
from postlint.readers.json_places import JsonPlaces
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.decoding import Decoded
    from postlint.keys import Key
    from postlint.mending import Change, Stretch

_STRING = r'"(?:[^"\\]|\\.)*+"'
_PAIR = re.compile(rf"{_STRING}\s*:\s*({_STRING})", re.DOTALL)
_LETTER = re.compile(  # one code point, as the string spells it
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


def string_stretch(change: Change, decoded: Decoded, path: str) -> Stretch | None:
    """Return what to replace in a file's text, or ``None`` where the post's string is not certain to be found."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in (".json", ".jsonl"):
        return None
    strings = _in_line if ending == ".jsonl" else _in_file
    found = [at for at in strings(decoded.text, change.post.origin.line) if _says(decoded.text, at, change.post.text)]
    return _changed(decoded, found[0], change) if len(found) == 1 else None


def _in_line(source: str, line: int) -> Iterator[tuple[int, int]]:
    """Yield where the ``text`` of the record on a line stands, with its quotes."""
    places = JsonPlaces(source, beyond_blanks(source, _lines(source)[line - 1]))
    places.repeated()
    yield from _value(source, places.offsets.get(("text",)))


def _in_file(source: str, line: int) -> Iterator[tuple[int, int]]:
    """Yield where the ``text`` of the records that begin on a line stands, with the quotes."""
    for first, at in _records(source):
        if first == line:
            yield from _value(source, at)


@lru_cache(maxsize=1)
def _lines(source: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source))]


@lru_cache(maxsize=1)
def _records(source: str) -> list[tuple[int, int | None]]:
    """Return the line of each record of a JSON file, and where its key ``text`` stands."""
    places = JsonPlaces(source, beyond_blanks(source, 0))
    places.repeated()
    listed: list[Key] = [key for key in places.offsets if len(key) == 1 and isinstance(key[0], int)]
    keys = listed or [()]
    return [(places(key).line, places.offsets.get((*key, "text"))) for key in keys]


def _value(source: str, at: int | None) -> Iterator[tuple[int, int]]:
    found = _PAIR.match(source, at) if at is not None else None
    if found:
        yield found.span(1)


def _says(source: str, at: tuple[int, int], text: str) -> bool:
    return bool(json.loads(source[at[0] : at[1]], strict=False) == text)


def _changed(decoded: Decoded, at: tuple[int, int], change: Change) -> Stretch | None:
    """Return the smallest stretch of the string that has to change, every other letter spelt as it was."""
    from postlint.mending import Stretch

    before, after = change.post.text, change.text
    letters = [found.span() for found in _LETTER.finditer(decoded.text, at[0] + 1, at[1] - 1)]
    if len(letters) != len(before):
        return None
    first = _shared(before, after)
    last = _shared(before[first:][::-1], after[first:][::-1])
    plain = decoded.text.isascii() or not decoded.encoding.startswith("utf")
    spelt = json.dumps(after[first : len(after) - last], ensure_ascii=plain)[1:-1]
    starts = [start for start, _ in letters] + [at[1] - 1]
    return Stretch(starts[first], starts[len(before) - last], spelt)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
