"""Writing safe fixes back into the files that posts came from, and touching nothing else there.

A text that stands in its file letter for letter is replaced; in JSON only the letters that change are, inside
the post's own string. Where that cannot be done exactly, nothing is.
"""

from __future__ import annotations

import os

from postlint.decoding import GUESSED, Decoded, decode, unreadable
from postlint.fixing import apply
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.writing import put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.finding import PostReport
    from postlint.post import Post

_ROUNDS = 8  # a fix that waits for another comes in the next round; more would be fixes that feed each other


class Change(NamedTuple):
    """A post as it was read, and its text with the safe fixes made."""

    post: Post
    text: str


class Stretch(NamedTuple):
    """Replace code points ``start`` to ``end`` of a file's text."""

    start: int
    end: int
    text: str


def mended(post: Post, report: PostReport, check: Callable[[Post], PostReport]) -> tuple[Post, PostReport]:
    """Return the post with the safe fixes of its text made, and what is found in it then."""
    for _ in range(_ROUNDS):
        fixes = [fix for finding in report.findings if finding.field == "text" for fix in finding.fixes]
        text = apply(post.text, fixes)
        if text == post.text:
            break
        post = post._replace(text=text)
        report = check(post)
    return post, report


def write_back(path: str, changes: Sequence[Change]) -> list[Post]:
    """Write changed texts into the file they came from; return the posts for which that is not exactly possible.

    The file keeps its encoding, its byte order mark, its line ends and its mode, and is replaced in one step.
    Raises PostlintError where it cannot be read or written, or is no longer what was read.
    """
    data = _read(path)
    decoded = decode(data, path)
    found = [_stretch(change, decoded, path) for change in changes]
    stretches = sorted(stretch for stretch in found if stretch is not None)
    if stretches:
        parts, end = [], 0
        for stretch in stretches:
            parts += [decoded.text[end : stretch.start], stretch.text]
            end = stretch.end
        _replace(path, _encoded("".join([*parts, decoded.text[end:]]), decoded.encoding, data, path))
    return [change.post for change, stretch in zip(changes, found, strict=True) if stretch is None]


def writable(path: str) -> bool:
    """Say whether fixes can be written into files of this kind at all."""
    return os.path.splitext(path)[1].lower() in (".txt", ".md", ".markdown", ".json", ".jsonl")


def _stretch(change: Change, decoded: Decoded, path: str) -> Stretch | None:
    origin = change.post.origin
    if not origin.verbatim:
        from postlint.mending_json import string_stretch

        if decoded.encoding == GUESSED and origin.encoding != GUESSED:
            return None  # lines in different encodings: one file text is not all of them
        return string_stretch(change, decoded, path)
    if decoded.text[origin.offset :] != change.post.text:
        raise PostlintError(Problem("file-changed", {}, path))
    return Stretch(origin.offset, len(decoded.text), change.text)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise PostlintError(unreadable(path, error)) from None


def _encoded(text: str, encoding: str, before: bytes, path: str) -> bytes:
    """Return the bytes of a text as its file had them, mark included."""
    if encoding == "utf-16":
        return before[:2] + text.encode("utf-16-be" if before[:2] == b"\xfe\xff" else "utf-16-le")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        raise PostlintError(Problem("fix-encoding", {"encoding": "Windows-1252"}, path)) from None


def _replace(path: str, data: bytes) -> None:
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(None, os.strerror(13))
        put(path, data, keep=True)
    except OSError as error:
        raise PostlintError(Problem("fix-unwritten", {"reason": str(error.strerror or error)}, path)) from None
