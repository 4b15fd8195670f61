"""Erasing a person from a consent register: rows, name, guardianship, what the log told, and other people's rows
in whose words the name stands. The events themselves remain in the log, by number.
"""

from __future__ import annotations

import re

from postlint.consent import log
from postlint.consent.recording import columns
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_WORDS = ("ref", "image", "purpose", "evidence", "recorded_by")  # columns in which a name may stand
# As file names spell them, and as a Mac takes them apart.
_LETTERS = {
    "æ": "(?:æ|ae)", "ø": "(?:ø|oe|o)", "å": "(?:å|a\u030a|aa|a)", "é": "(?:é|e\u0301|e)", "ö": "(?:ö|o\u0308|oe|o)",
}  # fmt: skip
_DETAILS = "DELETE FROM detail WHERE seq IN (SELECT seq FROM log WHERE {column} = ? AND seq < ?)"


class Erased(NamedTuple):
    """What an erasure did: rows that are gone, rows of others that lack a guardian now, and rows of others in
    whose words the name stood, by reference."""

    rows: int
    unguarded: tuple[str, ...]
    redacted: tuple[str, ...]


def erase(connection: sqlite3.Connection, person: int, by: str) -> Erased:
    """Erase a person, and guardians whom no row needs any more; within a transaction, before ``wipe``."""
    name = connection.execute("SELECT name FROM person WHERE number = ?", (person,)).fetchone()[0]
    unguarded = _refs(connection, "guardian = ? AND person <> ?", person, person)
    rows = len(_refs(connection, "person = ?", person))
    _remove(connection, person, by)
    for orphan in _orphans(connection, person):
        _remove(connection, orphan, by)
    return Erased(rows, unguarded, _redact(connection, name, person, by))


def name_pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name in running words and in file names: ``Bo Bly``, ``bo-bly2``, ``BO_BLYs``."""
    words = ["".join(_LETTERS.get(letter, re.escape(letter)) for letter in word.lower()) for word in name.split()]
    return re.compile(r"(?<![^\W\d_])" + r"[\s._-]*".join(words) + r"(?:['’]?s)?(?![^\W\d_])", re.IGNORECASE)


def masked(text: str, names: Mapping[str, str]) -> str:
    """Return a text with every name of ``names`` (of more than one word) as the id that it stands for."""
    for name, id in names.items():
        if " " in name and text:
            text = name_pattern(name).sub(id, text)
    return text


def _remove(connection: sqlite3.Connection, person: int, by: str) -> None:
    log.append(connection, "erase", person, by=by)
    last = connection.execute("SELECT max(seq) FROM log").fetchone()[0]
    connection.execute(_DETAILS.format(column="person"), (person, last))
    connection.execute("DELETE FROM consent WHERE person = ?", (person,))
    connection.execute("DELETE FROM person WHERE number = ?", (person,))


def _orphans(connection: sqlite3.Connection, person: int) -> list[int]:
    """Return people of whom nothing is left but their name: guardians of somebody who has been erased."""
    found = connection.execute(
        "SELECT number FROM person WHERE number NOT IN (SELECT person FROM consent) AND number NOT IN "
        "(SELECT guardian FROM consent WHERE guardian IS NOT NULL)"
    )
    return [number for (number,) in found]


def _refs(connection: sqlite3.Connection, where: str, *values: int) -> tuple[str, ...]:
    return tuple(ref for (ref,) in connection.execute(f"SELECT ref FROM consent WHERE {where}", values))


def _redact(connection: sqlite3.Connection, name: str, person: int, by: str) -> tuple[str, ...]:
    """Put the person's id where the name stands in what was recorded with other people's rows; return those."""
    names = columns()
    redacted = []
    for number, *values in connection.execute("SELECT * FROM consent").fetchall():
        row = dict(zip(names, values, strict=True))
        changed = {key: masked(row[key], {name: f"p-{person}"}) for key in _WORDS}
        told = _told(connection, number)
        if changed == {key: row[key] for key in _WORDS} and masked(told, {name: ""}) == told:
            continue
        row |= changed
        assignments = ", ".join(f"{key} = ?" for key in names)
        connection.execute(f"UPDATE consent SET {assignments} WHERE number = ?", (*row.values(), number))
        log.append(connection, "redact", row["person"], number, **row)
        last = connection.execute("SELECT max(seq) FROM log").fetchone()[0]
        connection.execute(_DETAILS.format(column="consent"), (number, last))
        redacted.append(row["ref"])
    return tuple(redacted)


def _told(connection: sqlite3.Connection, consent: int) -> str:
    """Return all that the log tells of a row, such as who withdrew it."""
    bodies = connection.execute("SELECT body FROM detail JOIN log USING (seq) WHERE consent = ?", (consent,))
    return "\n".join(body for (body,) in bodies)
