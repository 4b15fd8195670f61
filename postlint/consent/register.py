"""The consent register as checks read it: who has agreed to which picture where, and until when.

It is kept in a CSV file, which people edit, or in a SQLite file, which ``postlint consent`` keeps.
"""

from __future__ import annotations

import os

from postlint.problem import PostlintError, Problem
from postlint.record import NamedTuple

COLUMNS = ("ref", "person", "image", "channels", "given", "expires", "withdrawn", "guardian")
DATES = ("given", "expires", "withdrawn")
BASES = ("consent", "interest-assessment")
HASHES = ("sha256:", "dhash:")  # how the value of a picture's fingerprint begins
_SQLITE = b"SQLite format 3\0"


class Consent(NamedTuple):
    """One row. ``image`` and ``channels`` empty: any. Dates are ISO 8601, empty where there is none.

    ``image`` is a file name, a pattern or a fingerprint; ``hashes`` are the fingerprints of the picture
    (``sha256:`` and 64 hex digits, ``dhash:`` and 16). ``line`` is the row's first line in a CSV file, else 0.
    ``id`` is the person's pseudonymous id (``p-17``), ``ref`` that of the row; ``basis`` is one of ``BASES``,
    or empty where it is not said.
    """

    ref: str
    person: str
    image: str = ""
    channels: tuple[str, ...] = ()
    given: str = ""
    expires: str = ""
    withdrawn: str = ""
    guardian: str = ""
    line: int = 0
    id: str = ""
    basis: str = ""
    purpose: str = ""
    minor: bool = False
    hashes: tuple[str, ...] = ()
    evidence: str = ""
    recorded_by: str = ""
    guardian_id: str = ""

    @property
    def pseudonym(self) -> str:
        """Return what reports call the person: the id, else the reference of the row, else the name."""
        return self.id or self.ref or self.person


class Register(NamedTuple):
    """All consents of the file ``path``, in its order."""

    path: str
    rows: tuple[Consent, ...] = ()


def read_register(path: str) -> Register:
    """Return the register that a CSV or a SQLite file holds; which one it is, its first bytes tell.

    Raises PostlintError where the file cannot be read, is no register, or a row is wrong.
    """
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        raise PostlintError(Problem("consent-no-file", {}, path))  # a pipe or a device might never end
    if is_database(path):
        from postlint.consent.database import read_rows

        return Register(path, read_rows(path))
    from postlint.consent.csv_file import read_csv

    return Register(path, read_csv(path))


def is_database(path: str) -> bool:
    """Tell whether a file is one of SQLite; an empty one is, unless it is called ``.csv``. Raises nothing."""
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            head = file.read(len(_SQLITE))
    except (OSError, ValueError):
        return False
    return head == _SQLITE or (not head and not path.lower().endswith(".csv"))


def is_hash(image: str) -> bool:
    """Tell whether the picture of a row is named by its fingerprint."""
    return image.lower().startswith(HASHES)
