"""What may happen to a consent register: consents are recorded, withdrawn, and given another last day.

Each function is called within a transaction and writes its own entry in the log.
"""

from __future__ import annotations

from postlint.consent import log
from postlint.consent.database import person_id, person_number, rows_with
from postlint.consent.holding import rows_of, same
from postlint.consent.register import BASES, DATES, HASHES, Consent
from postlint.keys import shown
from postlint.moment import wrong_date
from postlint.problem import PostlintError, Problem
from postlint.problems import hints
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_INSERT = "INSERT INTO consent VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_KEPT = ("image", "purpose", "given", "expires", "withdrawn", "evidence", "recorded_by")


def add(
    connection: sqlite3.Connection, row: Consent, *, action: str = "add", known: dict[str, int] | None = None
) -> Consent:
    """Record a consent and return it as it stands there, with a reference (``c-12`` where it has none of its own).

    ``person`` and ``guardian`` are names, or ids of people that the register knows; ``known`` are the ``people``
    of the register, for whoever adds many rows. Raises PostlintError where something is missing or contradicts
    itself, or where the same consent stands there already.
    """
    check(row)
    known = people(connection) if known is None else known
    person = _person(connection, row.person, known)
    guardian = _person(connection, row.guardian, known) if row.guardian else None
    if guardian == person:
        raise PostlintError(Problem("consent-own-guardian", {}))
    row = row._replace(ref=row.ref or _next_ref(connection), minor=row.minor or bool(guardian))
    _refuse_twice(connection, row, person)
    values = {**stored(row), "person": person, "guardian": guardian}
    number = connection.execute(_INSERT, [values[name] for name in columns()]).lastrowid
    log.append(connection, action, person, number, **values)
    return rows_with(connection, "ref", row.ref)[0]


def people(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the numbers of all people of the register, by name in the one spelling, and by id."""
    found: dict[str, int] = {}
    for number, name in connection.execute("SELECT number, name FROM person"):
        found |= {same(name): number, person_id(number): number}
    return found


def check(row: Consent) -> None:
    """Raise PostlintError for a consent that cannot be recorded as it is."""
    if not row.person.strip():
        raise PostlintError(Problem("row-person", {}))
    for name in DATES:
        wrong = wrong_date(getattr(row, name)) if getattr(row, name) else ""
        if wrong:
            raise PostlintError(Problem(wrong, {"key": name}))
    if row.given and row.expires and row.expires[:10] < row.given[:10]:
        raise PostlintError(Problem("consent-backwards", {"key": "expires"}))
    if row.minor and not row.guardian:
        raise PostlintError(Problem("consent-guardian-missing", {}))
    if row.basis and row.basis not in BASES:
        facts = {"key": "basis", "value": shown(row.basis), **hints(row.basis, BASES, always=True)}
        raise PostlintError(Problem("choice-wrong", facts))
    _check_hashes(row.hashes)


def withdraw(connection: sqlite3.Connection, row: Consent, on: str, by: str) -> bool:
    """Withdraw a consent from the day ``on``; the row stays. Say whether that was news."""
    if row.withdrawn:
        return False
    return _set(connection, row, "withdraw", withdrawn=on, by=by)


def expire(connection: sqlite3.Connection, row: Consent, on: str, by: str) -> bool:
    """Let a consent end with the day ``on``. Say whether that was news."""
    if row.expires == on:
        return False
    if row.given and on[:10] < row.given[:10]:
        raise PostlintError(Problem("consent-backwards", {"key": "expires"}))
    return _set(connection, row, "expire", expires=on, by=by)


def meant(found: Iterable[Consent], word: str) -> list[Consent]:
    """Return the rows that a reference, a person's id or a name means. Raises PostlintError where there is none."""
    rows = list(found)
    means = [row for row in rows if same(row.ref) == same(word)] or rows_of(rows, word)
    if not means:
        raise PostlintError(Problem("consent-unknown", {}))  # without the word, which may be a name
    return means


def stored(row: Consent) -> dict[str, str | int | None]:
    """Return the columns of a row as the table has them, but for the numbers of people."""
    fields: dict[str, str | int | None] = {name: " ".join(getattr(row, name).split()) for name in _KEPT}
    fields |= {"ref": row.ref, "basis": row.basis or BASES[0], "minor": int(row.minor)}
    return fields | {"channels": " ".join(row.channels), "hashes": " ".join(row.hashes).lower()}


def columns() -> tuple[str, ...]:
    """Return the columns of the table, without the number, in its order."""
    return (
        "ref", "person", "image", "hashes", "channels", "basis", "purpose", "given", "expires", "withdrawn",
        "guardian", "minor", "evidence", "recorded_by",
    )  # fmt: skip


def _set(connection: sqlite3.Connection, row: Consent, action: str, *, by: str, **field: str) -> bool:
    (name, value), *_ = field.items()
    number = connection.execute("SELECT number FROM consent WHERE ref = ?", (row.ref,)).fetchone()[0]
    connection.execute(f"UPDATE consent SET {name} = ? WHERE number = ?", (value, number))
    log.append(connection, action, person_number(row.id), number, by=by, **field)
    return True


def _person(connection: sqlite3.Connection, word: str, known: dict[str, int]) -> int:
    """Return the number of the person whom a name or an id means; a new name is recorded."""
    name = " ".join(word.split())
    if same(name) in known:
        return known[same(name)]
    if person_number(name):
        raise PostlintError(Problem("consent-person-unknown", {"id": shown(name)}))
    number = connection.execute("INSERT INTO person VALUES (NULL, ?)", (name,)).lastrowid or 0
    known |= {same(name): number, person_id(number): number}
    log.append(connection, "person", number, name=name)
    return number


def _next_ref(connection: sqlite3.Connection) -> str:
    """Return the first free reference after all that were ever given out."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'consent'").fetchone()
    number = (last[0] if last else 0) + 1
    while connection.execute("SELECT 1 FROM consent WHERE ref = ?", (f"c-{number}",)).fetchone():
        number += 1
    return f"c-{number}"


def _refuse_twice(connection: sqlite3.Connection, row: Consent, person: int) -> None:
    for other in rows_with(connection, "person", person):
        if _repeats(row, other):
            raise PostlintError(Problem("consent-twice", {"ref": other.ref}))
    if rows_with(connection, "ref", row.ref):
        raise PostlintError(Problem("consent-ref-taken", {"ref": shown(row.ref)}))


def _repeats(row: Consent, other: Consent) -> bool:
    """Tell whether a row says nothing that another one of the same person does not say."""
    for name in ("purpose", "basis", "hashes"):  # columns that a CSV file need not have
        if getattr(row, name) and _small(getattr(row, name)) != _small(getattr(other, name)):
            return False
    names = ("image", "channels", "given", "expires", "withdrawn")
    return all(_small(getattr(row, name)) == _small(getattr(other, name)) for name in names)


def _small(value: str | tuple[str, ...]) -> object:
    return value.lower() if isinstance(value, str) else {one.lower() for one in value}


def _check_hashes(hashes: Iterable[str]) -> None:
    lengths = dict(zip(HASHES, (64, 16), strict=True))
    for hash in hashes:
        kind, _, digits = hash.lower().partition(":")
        if len(digits) != lengths.get(f"{kind}:") or set(digits) - set("0123456789abcdef"):
            raise PostlintError(Problem("consent-hash", {"hash": shown(hash)}))
