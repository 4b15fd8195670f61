"""``.jsonl``: one post a line, read line by line, so that a file may be as long as it likes."""

from __future__ import annotations

import codecs
import io

from postlint.decoding import GUESSED, decode, guessed
from postlint.post import Origin, Post
from postlint.problem import PostlintError, Problem
from postlint.readers.json_file import Values, beyond_blanks, one
from postlint.readers.source import FILE_LIMIT, MEGABYTE, Source, Warned, load
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


def read(source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the posts of a file with a JSON object on each line; a broken line does not stop the others."""
    any_line = told = False
    for number, line in enumerate(_lines(source), start=1):
        if not line.strip():
            continue
        any_line = True
        for item in _line(line, number, source):
            if isinstance(item, Post) and item.origin.encoding == GUESSED and not told:
                told = True
                yield Warned(guessed(source.path))
            yield item
    if not any_line:
        raise PostlintError(Problem("file-empty", {}, source.path))


def _line(line: bytes, number: int, source: Source) -> Iterator[Post | Problem]:
    try:
        if len(line) > FILE_LIMIT:
            facts = {"limit": FILE_LIMIT // MEGABYTE}
            raise PostlintError(Problem("line-too-big", facts, source.path, number))
        text, encoding = decode(line, source.path)
        values = Values(text, source.path, number)
        start = beyond_blanks(text, 0)
        record, end = values.value(start)
        if beyond_blanks(text, end) < len(text):
            raise values.broken("more on the line", beyond_blanks(text, end))
        origin = Origin(source.path, number, encoding=encoding)
        yield from one(values, record, start, f"{source.name}:{number}", origin)
    except PostlintError as error:
        if error.problem.code == "file-binary":
            raise  # no line of it is worth reading
        yield error.problem._replace(line=number)


def _lines(source: Source) -> Iterator[bytes]:
    """Yield the lines as UTF-8, none longer than the limit and one byte; what is longer is cut."""
    stream: BinaryIO = source.stream
    line = stream.readline(FILE_LIMIT + 1)
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        rest = Source(source.path, source.name, io.BytesIO(line + stream.read(FILE_LIMIT + 1)))
        stream = io.BytesIO(load(rest, FILE_LIMIT)[0].text.encode("utf-8"))
        line = stream.readline()
    while line:
        yield line
        while len(line) > FILE_LIMIT and not line.endswith(b"\n"):
            line = stream.readline(FILE_LIMIT + 1)  # the rest of a line that was cut
        line = stream.readline(FILE_LIMIT + 1)
