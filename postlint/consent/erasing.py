"""Erasing a person from a consent register: rows, name, guardianship, what the log told, and other people's rows
in whose words the name stands. The events themselves remain in the log, by number.
"""

from __future__ import annotations

from postlint.consent import log
from postlint.consent.masking import name_pattern, without
from postlint.consent.recording import columns
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

_WORDS = ("ref", "image", "purpose", "evidence", "recorded_by")  # columns in which a name may stand
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
    names, told = columns(), _told(connection, name)
    redacted = []
    for number, *values in connection.execute("SELECT * FROM consent").fetchall():
        row = dict(zip(names, values, strict=True))
        changed = {key: without(name, f"p-{person}", row[key]) for key in _WORDS}
        if number not in told and changed == {key: row[key] for key in _WORDS}:
            continue
        row |= changed
        assignments = ", ".join(f"{key} = ?" for key in names)
        connection.execute(f"UPDATE consent SET {assignments} WHERE number = ?", (*row.values(), number))
        log.append(connection, "redact", row["person"], number, **row)
        last = connection.execute("SELECT max(seq) FROM log").fetchone()[0]
        connection.execute(_DETAILS.format(column="consent"), (number, last))
        redacted.append(row["ref"])
    return tuple(redacted)


def _told(connection: sqlite3.Connection, name: str) -> set[int | None]:
    """Return the rows of which the log tells with that name, such as who withdrew one."""
    found, pattern = set(), name_pattern(name)
    for entry in log.entries(connection):
        if any(isinstance(value, str) and pattern.search(value) for value in entry.detail().values()):
            found.add(entry.consent)
    return found
