"""Places in documents and calendars, in words: ``Plan!C17``, "række 17, kolonne C", "sidefod 1, afsnit 2"."""

from __future__ import annotations

import re

from postlint.post import Spot
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.post import Stretch

_WITHIN = ("deleted", "hidden")  # words in another part, whose kind is the name
_PLAIN = re.compile(r"[^\W\d]\w*")


def told(spot: Spot, lang: str) -> str:
    """Return a place as people say it in ``lang``."""
    if spot.kind == "cell":
        return f"{_sheet(spot.name)}{cell(spot.inner, spot.number)}"
    if spot.kind == "row":
        column = letters(spot.inner)
        return say("spot-row" if column else "spot-row-whole", lang, row=spot.number, column=column)
    if spot.kind in _WITHIN and spot.name:
        around = told(spot._replace(kind=spot.name, name=""), lang)
        return say("spot-in", lang, part=say(f"spot-{spot.kind}", lang), inner=around)
    if spot.kind == "body":
        return say("spot-body", lang, inner=spot.inner)
    number = f" {spot.number}" if spot.number else ""
    part = say(f"spot-{spot.kind}", lang, number=number, name=spot.name)
    return say("spot-paragraph", lang, part=part, inner=spot.inner) if spot.inner else part


def cell(column: int, row: int) -> str:
    """Return the name of a cell, both counted from 1: ``C17``; of a whole row where the column is 0."""
    return f"{letters(column)}{row}" if column else str(row)


def letters(column: int) -> str:
    """Return the letters of a column as spreadsheets have them: 1 is A, 27 is AA, 0 none."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _sheet(name: str) -> str:
    if not name:
        return ""
    quoted = name if _PLAIN.fullmatch(name) else "'" + name.replace("'", "''") + "'"
    return f"{quoted}!"


def at(places: Sequence[Stretch], field: str, start: int = 0) -> Spot | None:
    """Return where the code point ``start`` of a field stands; of a field without a place, where the text does."""
    found: Spot | None = None
    for stretch in places:
        if stretch.field == field and (found is None or stretch.start <= start):
            found = stretch.spot
    if found is None and places and field != "text":
        return at(places, "text")
    return found
