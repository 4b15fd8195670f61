"""The consent register as CSV: who has agreed to which picture where, and until when."""

from __future__ import annotations

from postlint.decoding import read_file
from postlint.keys import shown
from postlint.moment import wrong_date
from postlint.problem import PostlintError, Problem
from postlint.problems import hints
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("ref", "person", "image", "channels", "given", "expires", "withdrawn", "guardian")
DATES = ("given", "expires", "withdrawn")
_LIMIT = 64 * 2**20  # bytes


class Consent(NamedTuple):
    """One row. ``image`` and ``channels`` empty: any. ``image`` is a name, a pattern or a fingerprint, ``hashes`` are
    more fingerprints (``sha256:HEX``, ``dhash:HEX16``). Dates are ISO 8601, empty where there is none. ``line`` is
    the row's first line in the file."""

    ref: str
    person: str
    image: str = ""
    channels: tuple[str, ...] = ()
    given: str = ""
    expires: str = ""
    withdrawn: str = ""
    guardian: str = ""
    line: int = 0
    hashes: tuple[str, ...] = ()


class Register(NamedTuple):
    """All consents of the file ``path``, in its order."""

    path: str
    rows: tuple[Consent, ...] = ()


def read_register(path: str) -> Register:
    """Return the register that a CSV file holds (UTF-8 or Windows-1252; ``,`` or ``;`` between fields).

    Raises PostlintError where the file cannot be read, lacks a column or has one too many, or a row is wrong.
    """
    text = read_file(path, _LIMIT).text
    rows = _rows(text, path)
    names = _columns(next(rows, (1, []))[1], path)
    return Register(path, tuple(_consent(names, row, path, line) for line, row in rows))


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row that is not blank, with its first line."""
    import csv
    import io

    heading = text.lstrip().partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            raise PostlintError(Problem("row-broken", {}, path, line)) from None
        if row is None:
            return
        if any(field.strip() for field in row):
            yield line, row


def _columns(row: list[str], path: str) -> list[str]:
    names = [name.strip().lower() for name in row]
    while names and not names[-1]:
        names.pop()  # what a spreadsheet leaves at the end
    for i, name in enumerate(names):
        if name not in COLUMNS:
            raise PostlintError(Problem("column-unknown", {"key": shown(name), **hints(name, COLUMNS)}, path, 1))
        if name in names[:i]:
            raise PostlintError(Problem("column-twice", {"key": name}, path, 1))
    for name in COLUMNS:
        if name not in names:
            raise PostlintError(Problem("column-missing", {"key": name}, path, 1))
    return names


def _consent(names: list[str], row: list[str], path: str, line: int) -> Consent:
    if any(field.strip() for field in row[len(names) :]):
        raise PostlintError(Problem("row-long", {}, path, line))
    fields = dict.fromkeys(COLUMNS, "") | {name: row[i].strip() for i, name in enumerate(names) if i < len(row)}
    if not fields["person"]:
        raise PostlintError(Problem("row-person", {}, path, line))
    for name in DATES:
        wrong = wrong_date(fields[name]) if fields[name] else ""
        if wrong:
            raise PostlintError(Problem(wrong, {"key": name}, path, line))
    channels = tuple(fields.pop("channels").split())
    return Consent(**fields, channels=channels, line=line, hashes=())
