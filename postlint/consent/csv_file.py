"""The consent register as CSV, as a spreadsheet reads and writes it.

Eight columns must be there; those of ``MORE`` may be. A field that a spreadsheet would take for a formula is
written with an apostrophe before it, and read without.
"""

from __future__ import annotations

from postlint.consent.register import BASES, COLUMNS, DATES, Consent, is_hash
from postlint.decoding import read_file
from postlint.keys import shown
from postlint.moment import wrong_date
from postlint.problem import PostlintError, Problem
from postlint.problems import hints
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MORE = ("basis", "purpose", "minor", "hashes", "evidence", "recorded_by")
_LIMIT = 64 * 2**20  # bytes
_YES = ("yes", "true", "1", "ja", "x")
_NO = ("", "no", "false", "0", "nej")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read_csv(path: str) -> tuple[Consent, ...]:
    """Return the rows of a CSV file (UTF-8 or Windows-1252; ``,`` or ``;`` between fields).

    Raises PostlintError where the file cannot be read, lacks a column or has one too many, or a row is wrong.
    """
    text = read_file(path, _LIMIT).text
    rows = _rows(text, path)
    names = _columns(next(rows, (1, []))[1], path)
    return tuple(_consent(names, row, path, line) for line, row in rows)


def written(rows: Iterable[Consent], *, full: bool = False) -> str:
    """Return rows as CSV, with the columns of ``MORE`` too where it shall be ``full``."""
    import csv
    import io

    names = (*COLUMNS, *MORE) if full else COLUMNS
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_guarded(_field(row, name)) for name in names] for row in rows)
    return stream.getvalue()


def _field(row: Consent, name: str) -> str:
    value = getattr(row, name)
    if name == "image" and not value:
        return " ".join(row.hashes[:1])
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def _guarded(field: str) -> str:
    return f"'{field}" if field.startswith(_FORMULA) else field


def _unguarded(field: str) -> str:
    return field[1:] if field[:1] == "'" and field[1:].startswith(_FORMULA) else field


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
        if name not in (*COLUMNS, *MORE):
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
    given = {name: _unguarded(row[i].strip()) for i, name in enumerate(names) if i < len(row)}
    fields = dict.fromkeys((*COLUMNS, *MORE), "") | given
    if not fields["person"]:
        raise PostlintError(Problem("row-person", {}, path, line))
    for name in DATES:
        wrong = wrong_date(fields[name]) if fields[name] else ""
        if wrong:
            raise PostlintError(Problem(wrong, {"key": name}, path, line))
    _check_choices(fields, path, line)
    channels = tuple(fields.pop("channels").split())
    hashes = fields.pop("hashes").split() + ([fields["image"]] if is_hash(fields["image"]) else [])
    minor = fields.pop("minor").lower() in _YES
    return Consent(**fields, channels=channels, hashes=tuple(dict.fromkeys(hashes)), minor=minor, line=line)


def _check_choices(fields: dict[str, str], path: str, line: int) -> None:
    for name, allowed in (("minor", (*_YES, *_NO)), ("basis", (*BASES, ""))):
        if fields[name].lower() not in allowed:
            shorter = ("yes", "no") if name == "minor" else BASES
            facts = {"key": name, "value": shown(fields[name]), **hints(fields[name], shorter, always=True)}
            raise PostlintError(Problem("choice-wrong", facts, path, line))
