"""What stands in a cell: channels, pictures, people, roles, a status."""

from __future__ import annotations

import re
from datetime import datetime, time

from postlint.readers.calendar.names import CANCELLED, CHANNELS, LANGUAGES, NOBODY, ROLES, UNKNOWN, folded, table, words
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.office.workbook import Value

_CHANNELS, _LANGUAGES, _ROLES = table(CHANNELS), table(LANGUAGES), table(ROLES)
_CANCELLED, _NOBODY, _UNKNOWN = words(CANCELLED), words(NOBODY), words(UNKNOWN)
_YES, _NO = words("ja, yes, true, sand, 1, x"), words("nej, no, false, falsk, 0")
_BETWEEN = re.compile(r"\s*(?:[,;|&+/\n]|\bog\b|\band\b)\s*")
_LISTED = re.compile(r"\s*[,;|\n]\s*")


def written(value: Value | None) -> str:
    """Return a cell's value as words; empty for a cell without any, and for what is not there to read."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    return value.isoformat() if isinstance(value, datetime | time) else ""


def channels(text: str) -> list[str]:
    """Return the channels that a cell names, by the names of the contract where they are known."""
    text = text.strip().strip("[]")
    if whole := _CHANNELS.get(folded(text)):
        return [whole]
    parts = [part.strip(" \"'") for part in _BETWEEN.split(text)]
    return list(dict.fromkeys(_CHANNELS.get(folded(part), part) for part in parts if part))


def images(files: str, alt: str, facts: dict[str, object]) -> list[dict[str, object]]:
    """Return the pictures of a post. One alternative text a picture where there are as many as pictures, each on its
    line; else the one text is the first picture's. ``facts`` are those of a single picture."""
    names = [name for name in _LISTED.split(files.strip().strip("[]")) if name.strip(" \"'")]
    found: list[dict[str, object]] = [{"file": name.strip(" \"'")} for name in names]
    if alt.strip() or facts:
        found = found or [{}]
    texts = [line.strip() for line in alt.split("\n") if line.strip()]
    if len(texts) != len(found):
        texts = [alt] if alt.strip() else []
    for image, text in zip(found, texts, strict=False):
        image["alt"] = text
    if len(found) == 1:
        found[0].update(facts)
    return found


def people(text: str) -> object:
    """Return who is in a picture: names, nobody, or that it is not known."""
    name = folded(text)
    if name in _NOBODY:
        return []
    return "unknown" if name in _UNKNOWN else [part for part in _LISTED.split(text.strip()) if part]


def role(text: str) -> str:
    """Return a role by its name in the contract; a word that is none stays, to be told."""
    return _ROLES.get(folded(text), text.strip())


def language(text: str) -> str:
    """Return a language as the contract has it; a word that is none stays, to be told."""
    return _LANGUAGES.get(folded(text.partition("-")[0]), text.strip())


def flag(text: str) -> object:
    """Return true or false for what people write for it; other words stay, to be told."""
    name = folded(text)
    return True if name in _YES else False if name in _NO else text


def is_cancelled(text: str) -> bool:
    """Say whether a status means that the post will not appear."""
    return folded(text) in _CANCELLED
