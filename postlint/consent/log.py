"""The log of a consent register: every change, in order, held together by a chain of hashes."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime
from hashlib import sha256

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

START = ""  # what the first entry's hash builds on


class Entry(NamedTuple):
    """One change: when (ISO 8601, UTC), what, to whom and to which row, by number. ``body`` is what was recorded
    then, as JSON; ``None`` where it has been erased."""

    seq: int
    at: str
    action: str
    person: int
    consent: int | None
    digest: str
    hash: str
    salt: str | None
    body: str | None

    def detail(self) -> Mapping[str, str | int | None]:
        """Return what was recorded; nothing where it has been erased, or is not what was recorded."""
        try:
            told = json.loads(self.body or "{}")
        except ValueError:
            return {}
        return told if isinstance(told, dict) else {}


def append(
    connection: sqlite3.Connection, action: str, person: int, consent: int | None = None, /,
    **detail: str | int | None,
) -> None:  # fmt: skip
    """Write one entry, within the transaction of the change that it tells."""
    last = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone() or (0, START)
    seq, at = last[0] + 1, datetime.now(UTC).isoformat(timespec="seconds")
    salt, body = secrets.token_hex(32), json.dumps(detail, ensure_ascii=False, sort_keys=True)
    held = digest(salt, body)
    values = (seq, at, action, person, consent, held, chained(last[1], seq, at, action, person, consent, held))
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute("INSERT INTO detail VALUES (?, ?, ?)", (seq, salt, body))


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """Return the whole log, oldest first."""
    found = connection.execute("SELECT log.*, salt, body FROM log LEFT JOIN detail USING (seq) ORDER BY seq")
    return [Entry(*row) for row in found]


def digest(salt: str, body: str) -> str:
    """Return what holds a detail fast without telling it."""
    return sha256(f"{salt}{body}".encode()).hexdigest()


def chained(before: str, *fields: str | int | None) -> str:
    """Return the hash of an entry, which builds on that of the one before."""
    return sha256(json.dumps([before, *fields]).encode()).hexdigest()
