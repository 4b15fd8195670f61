"""Dates and times as people write them in calendars, and in which order day and month stand.

A date that can mean two days is never guessed: the order is known from the other dates of the column, from the
configuration, or not at all.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY_MONTH, MONTH_DAY = "day-month", "month-day"
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januar january", "feb februar february", "mar mrt marts march", "apr april", "maj may", "jun juni june",
         "jul juli july", "aug august", "sep sept september", "okt oct oktober october", "nov november",
         "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?)"
    r"\.?(?:\s+d(?:en|\.))?[,\s]+", re.IGNORECASE)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s,]+)")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ]{1,2})(\d{1,2})[-/. ]{1,2}(\d{4})(?:$|[T\s,]+)")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+([^\W\d]{3,9})\.?,?[\s-]+(\d{4})(?:$|[T\s,]+)")
_NAMED_DAY = re.compile(r"([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:$|[T\s,]+)")
_CLOCK = re.compile(
    r"(?:kl(?:\.|okken)?\s*)?(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)  # fmt: skip
_NO_YEAR = re.compile(r"\d{1,2}[-/. ]{1,2}(?:\d{1,2}|[^\W\d]{3,9})[-/.]?(?:\s*\d{2})?")


class Day(NamedTuple):
    """A date as written: year, and day and month in the order in which they stand; ``order`` is empty where it is
    told by nothing. ``rest`` is what follows, such as a time."""

    year: int
    first: int
    second: int
    order: str
    rest: str = ""

    def clue(self) -> str:
        """Return the order that this date alone allows; empty where it allows both."""
        if self.order or self.first == self.second:
            return self.order or DAY_MONTH
        if self.first > 12 >= self.second:
            return DAY_MONTH
        return MONTH_DAY if self.second > 12 >= self.first else ""

    def date(self, order: str) -> date | None:
        """Return the day that is meant where ``order`` holds for the column; ``None`` where there is no such day."""
        order = self.clue() or order
        day, month = (self.first, self.second) if order == DAY_MONTH else (self.second, self.first)
        try:
            return date(self.year, month, day) if order else None
        except ValueError:
            return None


def read_day(words: str) -> Day | None:
    """Return the date with which ``words`` begins, with its year; ``None`` where there is none."""
    words = _WEEKDAY.sub("", words.strip()[:100], count=1)
    if found := _ISO.match(words):
        year, month, day = (int(part) for part in found.groups())
        return Day(year, day, month, DAY_MONTH, words[found.end() :])
    if found := _NUMBERS.match(words):
        # Nobody writes the month first with full stops.
        order = DAY_MONTH if "." in found[2] else ""
        return Day(int(found[4]), int(found[1]), int(found[3]), order, words[found.end() :])
    if found := _DAY_NAMED.match(words):
        month, day = _MONTHS.get(found[2].lower(), 0), int(found[1])
    elif found := _NAMED_DAY.match(words):
        month, day = _MONTHS.get(found[1].lower(), 0), int(found[2])
    if found is None or not month:
        return None
    return Day(int(found[3]), day, month, DAY_MONTH, words[found.end() :])


def order_of(written: Iterable[str]) -> str:
    """Return the order in which the dates of a column have day and month: the one that some of them need and none
    speaks against; empty where it cannot be told, ``both`` where they disagree."""
    clues = set()
    for words in written:
        day = read_day(words)
        if day is not None and not day.order and day.first != day.second and day.clue():
            clues.add(day.clue())
    return "both" if len(clues) > 1 else next(iter(clues), "")


def read_clock(words: str) -> tuple[time, str] | None:
    """Return the time of day that ``words`` says, and its zone (``+01:00``, ``Z``, or empty); ``None`` for none."""
    found = _CLOCK.fullmatch(words.strip()[:40])
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    try:
        return time(hour, minute, second), found[5] or ""
    except ValueError:
        return None


def lacks_year(words: str) -> bool:
    """Say whether ``words`` are a date without a year of four digits."""
    return bool(_NO_YEAR.fullmatch(_WEEKDAY.sub("", words.strip()[:100], count=1)))


def looks_like_moment(value: object) -> bool:
    """Say whether a cell holds a date and a time of day."""
    if isinstance(value, datetime):
        return True
    day = read_day(value) if isinstance(value, str) else None
    return day is not None and read_clock(day.rest) is not None


def iso(day: date, clock: time, zone: str) -> str:
    """Return a moment as ISO 8601 with its zone; without one it is Danish time."""
    from postlint.working_days import moment

    written = datetime.combine(day, clock).isoformat()
    if zone:
        return written + ("+00:00" if zone in "Zz" else zone)
    return moment(written).isoformat()
