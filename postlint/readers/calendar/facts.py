"""The single facts of a post that a column may hold under the name that the contract gives them."""

from __future__ import annotations

from postlint.post_shape import POST
from postlint.readers.calendar.cells import flag
from postlint.record import TYPE_CHECKING, cast
from postlint.settings import COLUMN_FIELDS
from postlint.shape import Flag, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.shape import Kind


def _single() -> Iterator[tuple[str, Kind]]:
    for field in POST.fields:
        if isinstance(field.kind, Table):
            yield from ((f"{field.name}.{inner.name}", inner.kind) for inner in field.kind.fields)
        else:
            yield field.name, field.kind


# ``reply_to.author`` … -> whether it is true or false; those that calendars have names of their own for are left out.
FACTS = {
    name: isinstance(kind, Flag)
    for name, kind in _single()
    if isinstance(kind, Text | Flag) and name not in COLUMN_FIELDS
}


def put(record: dict[str, object], field: str, words: str) -> None:
    """Put a fact into a record, where its name says."""
    value = flag(words) if FACTS[field] else words
    table, dot, key = field.partition(".")
    if dot:
        cast("dict[str, object]", record.setdefault(table, {}))[key] = value
    else:
        record[field] = value
