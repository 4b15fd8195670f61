"""From bytes to text: UTF-8, UTF-16 with its mark, or Windows-1252; never binary data."""

from __future__ import annotations

import codecs

from postlint.problem import PostlintError, Problem
from postlint.record import NamedTuple

GUESSED = "cp1252"
_SIGNATURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP, AVI"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, docx, xlsx"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "doc, xls"),
    (b"\x7fELF", "ELF"),
)
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")))


class Decoded(NamedTuple):
    """A file's text without its byte order mark, newlines as they are, and the encoding as Python names it.

    ``open(path, encoding=encoding, newline="")`` gives the same text.
    """

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """Return the text of ``data``; an encoding of ``GUESSED`` deserves a warning.

    Raises PostlintError where it is binary or in no encoding known here.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", path)
    _refuse_binary(data, path)
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, "utf-8-sig", path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        # Nearly any bytes are Windows-1252, so control characters must give binary data away.
        if len(data.translate(None, _CONTROL)) < len(data):
            raise PostlintError(Problem("file-binary", {"sort": "?"}, path)) from None
        return _strict(data, GUESSED, path)


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise PostlintError(Problem("file-not-text", {}, path)) from None
    if "\0" in text:
        raise PostlintError(Problem("file-binary", {"sort": "NUL"}, path))
    return Decoded(text, encoding)


def _refuse_binary(data: bytes, path: str) -> None:
    nul = b"\0" in data
    for signature, sort in _SIGNATURES:
        # A text may begin with the letters GIF8; a picture goes on with bytes that no text has.
        if data.startswith(signature) and (nul or not signature.isalnum()):
            raise PostlintError(Problem("file-binary", {"sort": sort}, path))
    if nul:
        raise PostlintError(Problem("file-binary", {"sort": "NUL"}, path))


def guessed(path: str) -> Problem:
    """Return the warning about a text that was read in the guessed encoding."""
    return Problem("encoding-guessed", {"encoding": "Windows-1252"}, path)


def read_file(path: str, limit: int) -> Decoded:
    """Return the text of a file of at most ``limit`` bytes. Raises PostlintError where that cannot be had."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise PostlintError(unreadable(path, error)) from None
    if len(data) > limit:
        raise PostlintError(Problem("file-too-big", {"limit": limit // 2**20}, path))
    return decode(data, path)


def unreadable(path: str, error: Exception) -> Problem:
    """Return the problem of a file that the system does not give us."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem("file-missing", {}, path)
    if isinstance(error, PermissionError):
        return Problem("file-forbidden", {}, path)
    if isinstance(error, IsADirectoryError):
        return Problem("file-is-folder", {}, path)
    return Problem("file-failed", {"reason": str(getattr(error, "strerror", None) or error)}, path)
