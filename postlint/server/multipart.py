"""A request with pictures: one part ``request`` with the JSON, and parts ``image0``, ``image1`` … with the files that
``images[0]``, ``images[1]`` … of the post name. All of it stays in memory."""

from __future__ import annotations

import re

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from postlint.record import NamedTuple
from postlint.server.problem_details import Refused

REQUEST = "request"
MOST = 21  # parts: the JSON and twenty pictures
_IMAGE = re.compile(r"image(0|[1-9]\d?)", re.ASCII)


class Parts(NamedTuple):
    """The JSON, and the pictures by their number."""

    request: bytes
    pictures: dict[int, bytes]


def parts(data: bytes, content_type: str) -> Parts:
    """Return what a body holds. Raises Refused for what is no form, and for parts that there are not."""
    boundary = parse_options_header(content_type)[1].get(b"boundary", b"")
    reading = _Reading()
    try:
        parser = MultipartParser(boundary, reading.callbacks())  # type: ignore[arg-type]
        parser.write(data)
        parser.finalize()
    except (FormParserError, ValueError):
        raise Refused("form") from None
    if not reading.ended or REQUEST not in reading.found:
        raise Refused("form")
    request = reading.found.pop(REQUEST)
    return Parts(bytes(request), {int(name[5:]): bytes(part) for name, part in reading.found.items()})


class _Reading:
    """Takes the pieces that the parser finds."""

    def __init__(self) -> None:
        self.found: dict[str, bytearray] = {}
        self.ended = False
        self._header, self._value, self._name = b"", b"", ""

    def callbacks(self) -> dict[str, object]:
        """Return the methods by the names that the parser calls them by."""
        names = ("part_begin", "part_data", "header_field", "header_value", "header_end", "headers_finished", "end")
        return {f"on_{name}": getattr(self, name) for name in names}

    def part_begin(self) -> None:
        self._header, self._value, self._name = b"", b"", ""

    def header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._name = parse_options_header(self._value)[1].get(b"name", b"").decode("latin-1")
        self._header = self._value = b""

    def headers_finished(self) -> None:
        known = self._name == REQUEST or _IMAGE.fullmatch(self._name)
        if not known or self._name in self.found or len(self.found) >= MOST:
            raise Refused("form")
        self.found[self._name] = bytearray()

    def part_data(self, data: bytes, start: int, end: int) -> None:
        self.found[self._name] += data[start:end]

    def end(self) -> None:
        self.ended = True
