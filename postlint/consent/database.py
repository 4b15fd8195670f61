"""The consent register as a SQLite file: made for its owner's eyes only, opened, read, written and wiped.

The standard library's ``sqlite3`` does it all: five statements need no layer above them, and a check that reads
a register starts 2 ms later for it, not 200.

What was confirmed is kept: a write is one transaction (``BEGIN IMMEDIATE``, so that of two writers one waits),
synchronised to the disk before it is told (write-ahead log, ``synchronous=FULL``).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path

from postlint.consent.register import Consent
from postlint.consent.tables import APPLICATION, STEPS
from postlint.decoding import unreadable
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

WAIT = 15.0  # seconds that one writer waits for another
_ROWS = """
SELECT c.ref, p.name, c.image, c.channels, c.given, c.expires, c.withdrawn, coalesce(g.name, ''), p.number, c.basis,
  c.purpose, c.minor, c.hashes, c.evidence, c.recorded_by, g.number
FROM consent AS c JOIN person AS p ON p.number = c.person LEFT JOIN person AS g ON g.number = c.guardian"""


@contextmanager
def opened(path: str, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a register, bring its tables up to date, and close it. ``create``: make it where there is none.

    Raises PostlintError for all that SQLite and the system refuse, here and in the body.
    """
    if create:
        _make(path)
    connection = None
    try:
        connection = _connected(path)
        _bring_up_to_date(connection, path)
        yield connection
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where even a complaint of SQLite is damaged
        raise PostlintError(problem(error, path)) from None
    finally:
        if connection is not None:
            connection.close()


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what the body changes one transaction: all of it is on the disk when this returns, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def read_rows(path: str) -> tuple[Consent, ...]:
    """Return all rows of the register in a file, in the order in which they were recorded. Raises PostlintError."""
    if os.path.getsize(path) == 0:  # just being made
        return ()
    with opened(path) as connection:
        return rows(connection)


def rows(connection: sqlite3.Connection) -> tuple[Consent, ...]:
    """Return all rows of an open register, in the order in which they were recorded."""
    return _consents(connection.execute(f"{_ROWS} ORDER BY c.number"))


def rows_with(connection: sqlite3.Connection, column: str, value: str | int) -> tuple[Consent, ...]:
    """Return the rows with a value in the column ``ref``, ``person`` or ``guardian`` (people by number)."""
    return _consents(connection.execute(f"{_ROWS} WHERE c.{column} = ? ORDER BY c.number", (value,)))


def wipe(connection: sqlite3.Connection, path: str) -> None:
    """Rewrite the file and empty its write-ahead log, so that nothing deleted is left in either.

    Raises PostlintError where another program has the register open for so long that it cannot be done.
    """
    connection.execute("PRAGMA temp_store = MEMORY")  # else a copy of the register would pass through /tmp
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        busy = 1
    if busy:
        raise PostlintError(Problem("consent-unwiped", {}, path))


def person_number(id: str) -> int:
    """Return the number of a person's pseudonymous id; 0 for a word that is none."""
    digits = id.strip().lower().removeprefix("p-")
    return int(digits) if digits != id.strip().lower() and digits.isascii() and digits.isdecimal() else 0


def person_id(number: int | None) -> str:
    """Return the pseudonymous id of a person."""
    return f"p-{number}" if number else ""


def problem(error: Exception, path: str) -> Problem:
    """Return what is wrong, without any value of the register in it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Problem("consent-busy", {}, path)
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT) or isinstance(error, sqlite3.DataError | UnicodeError):
        return Problem("consent-broken", {}, path)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Problem("consent-refused", {"reason": str(error)}, path)
    if code == sqlite3.SQLITE_READONLY:
        return Problem("consent-forbidden", {}, path)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return Problem("consent-failed", {"reason": str(name)}, path)


def _make(path: str) -> None:
    """Make an empty file that is open to nobody else from its first moment on; SQLite's own files follow it."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _sync_folder(os.path.dirname(os.path.abspath(path)))
    except FileExistsError:
        return
    except FileNotFoundError:
        raise PostlintError(Problem("consent-no-folder", {}, path)) from None
    except (OSError, ValueError) as error:
        raise PostlintError(unreadable(path, error)) from None


def _sync_folder(folder: str) -> None:
    """Let the disk know a new file's name, which SQLite does only for files that it makes itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _connected(path: str) -> sqlite3.Connection:
    try:
        with open(path, "rb"):
            pass
    except (OSError, ValueError) as error:
        raise PostlintError(unreadable(path, error)) from None
    uri = Path(path).absolute().as_uri()
    try:
        return _prepared(f"{uri}?mode=rw")  # never made by SQLite itself, which would ask the umask
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _prepared(f"{uri}?immutable=1")  # in a folder where nothing may be written


def _prepared(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, timeout=WAIT, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA user_version").fetchone()  # the first that reads the file
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: str) -> None:
    version, application, empty = _marks(connection)
    if version == len(STEPS) and application == APPLICATION:
        return
    if version > len(STEPS) and application == APPLICATION:
        raise PostlintError(Problem("consent-newer", {}, path))
    if application != APPLICATION and not empty:
        raise PostlintError(Problem("consent-foreign", {}, path))
    if empty:
        _write_ahead(connection)
    with writing(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]  # another may have been here first
        for step in STEPS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _marks(connection: sqlite3.Connection) -> tuple[int, int, bool]:
    """Return the version of the tables, what the file says it is, and whether it is empty, all of one moment."""
    connection.execute("BEGIN")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.execute("COMMIT")
    return version, application, not tables and not application


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on, which SQLite does not wait for where another is just doing the same."""
    import time

    end = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.05)


def _consents(found: Iterable[tuple[Any, ...]]) -> tuple[Consent, ...]:
    try:
        return tuple(_consent(*row) for row in found)
    except (AttributeError, TypeError):  # bytes where words should be: a file that we did not write
        raise sqlite3.DataError from None


def _consent(
    ref: str, person: str, image: str, channels: str, given: str, expires: str, withdrawn: str, guardian: str,
    number: int, basis: str, purpose: str, minor: int, hashes: str, evidence: str, recorded_by: str,
    guardian_number: int | None,
) -> Consent:  # fmt: skip
    return Consent(
        ref, person, image, tuple(channels.split()), given, expires, withdrawn, guardian, 0, person_id(number), basis,
        purpose, bool(minor), tuple(hashes.split()), evidence, recorded_by, person_id(guardian_number),
    )  # fmt: skip
