"""``-``: text, or JSON where it begins as a record or a list of records does."""

from __future__ import annotations

import io
import re

from postlint.readers import json_file, json_lines, plain
from postlint.readers.source import FILE_LIMIT, Source, Warned, load
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.post import Post
    from postlint.problem import Problem

# A post may well begin "[Video]" or "{{name}}". What begins like this is a record, and if it is a broken
# one, that must be told rather than checked as prose.
_RECORD = re.compile(r'\s*\[?\s*\{\s*(?:"|\}\s*[\],]?\s*\Z)')
_RECORD_LINES = re.compile(r"\s*\{.*\}[ \t]*\r?\n\s*\{")


def read(source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the posts of standard input: JSON, JSON Lines, or one text with or without front matter."""
    decoded, warned = load(source, FILE_LIMIT)
    yield from warned
    if not _RECORD.match(decoded.text):
        yield from plain.read_text(decoded, source)
    elif _RECORD_LINES.match(decoded.text):
        data = io.BytesIO(decoded.text.encode("utf-8"))
        yield from json_lines.read(source._replace(stream=data))
    else:
        yield from json_file.read_text(decoded.text, source, decoded.encoding)
