"""The picture that a consent is recorded for: its name, and the fingerprints of its file."""

from __future__ import annotations

import os
import stat
from hashlib import file_digest
from importlib import import_module

from postlint.consent.register import is_hash
from postlint.decoding import unreadable
from postlint.problem import PostlintError, Problem
from postlint.record import NamedTuple

_LIMIT = 512 * 2**20  # bytes


class Picture(NamedTuple):
    """``image`` is what a row has under that name; ``hashes`` are empty where there was no file to read."""

    image: str = ""
    hashes: tuple[str, ...] = ()


def picture(word: str) -> Picture:
    """Return the picture that a word means: a file, a fingerprint, or the name or pattern of files elsewhere.

    Raises PostlintError for a file that cannot be read.
    """
    if not word:
        return Picture()
    if is_hash(word):
        return Picture(word, (word,))
    if not os.path.lexists(word):
        return Picture(word)
    hashes = [f"sha256:{_sha256(word)}", *_look(word)]
    return Picture(os.path.basename(word), tuple(hashes))


def _sha256(path: str) -> str:
    """Return the hash of a regular file's bytes, as hex digits."""
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise PostlintError(Problem("consent-no-file", {}, path))
        if found.st_size > _LIMIT:
            raise PostlintError(Problem("file-too-big", {"limit": _LIMIT // 2**20}, path))
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError) as error:
        raise PostlintError(unreadable(path, error)) from None


def _look(path: str) -> list[str]:
    """Return the fingerprint of what the picture looks like, where images can be read here."""
    try:
        value = str(import_module("postlint.pictures.hashing").difference_hash(path))
    except (ImportError, PostlintError, OSError, ValueError):
        return []
    return [value if is_hash(value) else f"dhash:{value}"]
