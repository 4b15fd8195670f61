"""Paths of keys in structured input, and the places where they stand in a file."""

from __future__ import annotations

from collections.abc import Callable

from postlint.record import NamedTuple

Key = tuple[str | int, ...]
SHOWN = 40  # letters of a wrong key or value that a problem may repeat


class Place(NamedTuple):
    """Where something stands: line and column from 1 (0: unknown), and the line itself if it may be shown."""

    line: int = 0
    column: int = 0
    source: str = ""


Locate = Callable[[Key], Place]


def nowhere(key: Key) -> Place:
    """Return no place: for values that come from no file."""
    return Place()


def dotted(key: Key) -> str:
    """Return a key path as people write it: ``images[0].people``."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in key]
    return "".join(parts).removeprefix(".")


def undotted(path: str) -> Key:
    """Return the key path that ``dotted`` wrote, for keys without dots and brackets in them."""
    parts = path.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdigit() else part for part in parts if part)


def shown(word: object) -> str:
    """Return a word from the input fit for a message: short, and on one line."""
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in str(word)[: SHOWN + 1])
    return clean if len(clean) <= SHOWN else clean[: SHOWN - 1] + "…"
