"""Whether a consent register is as its log says: nothing changed, removed or added past it."""

from __future__ import annotations

from postlint.consent import log
from postlint.consent.recording import columns
from postlint.consent.tables import STEPS
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from postlint.consent.log import Entry

_Row = dict[str, object]


class Verification(NamedTuple):
    """The entries counted, the last one's hash, and what is wrong: codes of sentences with a number each, that of
    an entry, a row or a person."""

    entries: int
    head: str
    wrong: tuple[tuple[str, int], ...]


def verify(connection: sqlite3.Connection, head: str = "") -> Verification:
    """Look through an open register. ``head``: a hash noted earlier, which must still stand in the chain, so that
    entries cut off at the end are missed too."""
    connection.execute("BEGIN")
    try:
        entries = log.entries(connection)
        wrong = [*_file(connection), *_chain(entries), *_details(entries), *_state(connection, entries)]
    except (TypeError, ValueError, KeyError, AttributeError):  # values of a kind that we never write
        return Verification(0, "", (("consent-broken", 0),))
    finally:
        connection.execute("COMMIT")
    if head and head not in (entry.hash for entry in entries):
        wrong.append(("consent-head-gone", 0))
    return Verification(len(entries), entries[-1].hash if entries else "", tuple(wrong))


def _file(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        yield "consent-broken", 0
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    made = {statement for step in STEPS for statement in step} | {"CREATE TABLE sqlite_sequence(name,seq)"}
    if found != made:
        yield "consent-tables-changed", 0


def _chain(entries: Sequence[Entry]) -> Iterator[tuple[str, int]]:
    before = log.START
    for number, entry in enumerate(entries, start=1):
        if entry.seq != number:
            yield "consent-entry-gone", number
            return
        fields = (entry.seq, entry.at, entry.action, entry.person, entry.consent, entry.digest)
        if entry.hash != log.chained(before, *fields):
            yield "consent-entry-changed", entry.seq
            return
        before = entry.hash


def _details(entries: Sequence[Entry]) -> Iterator[tuple[str, int]]:
    erased = {entry.person: entry.seq for entry in entries if entry.action == "erase"}
    redacted = {entry.consent: entry.seq for entry in entries if entry.action == "redact"}
    for entry in entries:
        if entry.body is not None and entry.salt is not None:
            if log.digest(entry.salt, entry.body) != entry.digest:
                yield "consent-entry-changed", entry.seq
        elif max(erased.get(entry.person, 0), redacted.get(entry.consent, 0)) <= entry.seq:
            yield "consent-detail-gone", entry.seq


def _state(connection: sqlite3.Connection, entries: Sequence[Entry]) -> Iterator[tuple[str, int]]:
    """Compare the tables with what the log adds up to."""
    people, rows = _replayed(entries)
    now_people = dict(connection.execute("SELECT number, name FROM person").fetchall())
    for number in sorted(people.keys() | now_people.keys()):
        if people.get(number) != now_people.get(number):
            yield "consent-person-changed", number
    names = columns()
    found = connection.execute(f"SELECT number, {', '.join(names)} FROM consent").fetchall()
    now_rows = {number: dict(zip(names, values, strict=True)) for number, *values in found}
    for number in sorted(rows.keys() | now_rows.keys()):
        if rows.get(number) != now_rows.get(number):
            yield "consent-row-changed", number


def _replayed(entries: Sequence[Entry]) -> tuple[dict[int, object], dict[int, _Row]]:
    people: dict[int, object] = {}
    rows: dict[int, _Row] = {}
    for entry in entries:
        if entry.action == "erase":
            people.pop(entry.person, None)
            rows = {number: row for number, row in rows.items() if row["person"] != entry.person}
        elif entry.body is None:
            continue
        elif entry.action == "person":
            people[entry.person] = entry.detail().get("name")
        elif entry.consent is not None:
            told = {key: value for key, value in entry.detail().items() if key != "by"}
            rows[entry.consent] = rows.get(entry.consent, {"person": entry.person}) | told
    return people, rows
