"""``.json``: one post, or a list of posts."""

from __future__ import annotations

import json
import re

from postlint.post import Origin, Post
from postlint.problem import PostlintError, Problem
from postlint.problems import Problems
from postlint.readers.json_places import JsonPlaces
from postlint.readers.records import posts
from postlint.readers.source import FILE_LIMIT, Source, Warned, load
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANKS = re.compile(r"[ \t\r\n]*")
_BROKEN = (
    ("Expecting property name", "json-name"),
    ("Illegal trailing comma", "json-name"),
    ("Expecting ',' delimiter", "json-comma"),
    ("Expecting ':' delimiter", "json-colon"),
    ("Unterminated string", "json-unclosed"),
    ("Invalid control character", "json-control"),
    ("Extra data", "json-more"),
    ("more on the line", "json-line-more"),
)
_KEPT = re.compile(r'\s*\{\s*"format": "postlint-(?:record|baseline)"')


class Values:
    """Reads JSON values one after the other out of one text."""

    def __init__(self, text: str, path: str, line: int = 1) -> None:
        self.text, self.path, self.first = text, path, line
        self.twice = False
        self.decoder = json.JSONDecoder(object_pairs_hook=self._pairs)

    def _pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = dict(pairs)
        self.twice = self.twice or len(keys) < len(pairs)
        return keys

    def value(self, offset: int) -> tuple[object, int]:
        """Return the value at ``offset`` and where it ends. Raises PostlintError where it is broken."""
        self.twice = False
        try:
            return self.decoder.raw_decode(self.text, offset)
        except json.JSONDecodeError as error:
            raise self.broken(error.msg, error.pos) from None
        except RecursionError:
            raise PostlintError(Problem("nesting-deep", {}, self.path, self.line(offset))) from None
        except ValueError:  # a number of thousands of digits
            raise self.broken("", offset) from None

    def line(self, offset: int) -> int:
        """Return the line of the file on which ``offset`` lies."""
        return self.first + self.text.count("\n", 0, offset)

    def broken(self, what: str, offset: int) -> PostlintError:
        """Return the error of JSON that is broken at ``offset``."""
        code = next((code for words, code in _BROKEN if what.startswith(words)), "json-broken")
        column = offset - self.text.rfind("\n", 0, offset)
        return PostlintError(Problem(code, {}, self.path, self.line(offset), column))


def read(source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the posts of a JSON file; none of a record or a baseline, which may lie among them."""
    decoded, warned = load(source, FILE_LIMIT)
    yield from warned
    if not _KEPT.match(decoded.text):
        yield from read_text(decoded.text, source, decoded.encoding)


def read_text(text: str, source: Source, encoding: str) -> Iterator[Post | Problem]:
    """Yield the posts of a JSON text: one, or those of a list, named by their number."""
    values = Values(text, source.path)
    start = beyond_blanks(text, 0)
    if text[start : start + 1] == "[":
        yield from _list(values, start, source, encoding)
        return
    record, end = values.value(start)
    _nothing_more(values, end)
    line = values.line(start)
    yield from one(values, record, start, source.name, Origin(source.path, line, encoding=encoding))


def one(values: Values, record: object, start: int, name: str, origin: Origin) -> Iterator[Post | Problem]:
    """Yield the post of the record that was just read at ``start``, or what is wrong with it."""
    places = JsonPlaces(values.text, start, origin.line)
    problems = Problems(origin.path, places)
    for key in places.repeated() if values.twice else []:
        problems.add("key-twice", key)
    yield from posts(record, name, origin, problems)


def _list(values: Values, start: int, source: Source, encoding: str) -> Iterator[Post | Problem]:
    text, line, row = values.text, values.line(start), 0
    at = beyond_blanks(text, start + 1)
    line += text.count("\n", start, at)
    while text[at : at + 1] != "]" or row:
        record, end = values.value(at)
        row += 1
        yield from one(values, record, at, f"{source.name}:{row}", Origin(source.path, line, encoding=encoding))
        after = beyond_blanks(text, end)
        if text[after : after + 1] == "]":
            _nothing_more(values, after + 1)
            return
        if text[after : after + 1] != ",":
            raise values.broken("Expecting ',' delimiter", after)
        start, at = at, beyond_blanks(text, after + 1)
        line += text.count("\n", start, at)
    raise PostlintError(Problem("posts-none", {}, source.path, line))


def _nothing_more(values: Values, end: int) -> None:
    end = beyond_blanks(values.text, end)
    if end < len(values.text):
        raise values.broken("Extra data", end)


def beyond_blanks(text: str, offset: int) -> int:
    """Return the offset of the next letter that is no blank, as JSON has them."""
    found = _BLANKS.match(text, offset)
    return found.end() if found else offset
