"""A register to try things on, in an empty folder, through the command line itself; nobody in it exists."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from postlint.cli.start import main
from postlint.consent.database import read_rows
from postlint.consent.register import Consent

FILE = "consents.db"
NOW = "2027-03-10T12:00:00+01:00"


def consent(*words: str, register: str = FILE) -> int:
    """Run ``postlint consent`` with a register, at ``NOW`` where the command reckons with a day."""
    moment = ["--now", NOW] if words[0] in ("add", "list", "show", "check", "withdraw", "expire", "affected") else []
    return main(["consent", *words, "--register", register, *moment])


def add(person: str, *words: str) -> None:
    """Record a consent, which must succeed."""
    assert consent("add", "--person", person, *words) == 0


def rows() -> tuple[Consent, ...]:
    """Return what the register holds."""
    return read_rows(FILE)


def row(ref: str) -> Consent:
    """Return one row of the register."""
    return next(row for row in rows() if row.ref == ref)


def raw(*names: str) -> bytes:
    """Return the bytes of every file in this folder, or of those named, one after the other."""
    paths = [Path(name) for name in names] or [path for path in Path().rglob("*") if path.is_file()]
    return b"\0".join(path.read_bytes() for path in paths)


def tamper(*statements: str) -> None:
    """Change the register with SQL, past the program."""
    connection = sqlite3.connect(FILE)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
