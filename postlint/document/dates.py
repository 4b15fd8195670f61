"""Dates and times as people write them in Danish and English, read against a moment they are near."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from postlint.patterns import lazy

_MONTHS = (
    "januar|january|jan", "februar|february|feb", "marts|march|mar", "april|apr", "maj|may", "juni|june|jun",
    "juli|july|jul", "august|aug", "september|sept|sep", "oktober|october|okt|oct", "november|nov", "december|dec",
)  # fmt: skip
_WEEKDAYS = (
    "mandag|monday|mon", "tirsdag|tuesday|tues|tue", "onsdag|wednesday|wed", "torsdag|thursday|thurs|thu",
    "fredag|friday|fri", "lørdag|loerdag|saturday|sat", "søndag|soendag|sunday|sun",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_WEEKDAY_NAMES = "|".join(name for day in _WEEKDAYS for name in day.split("|") if len(name) > 5)
_DAY_MONTH = lazy(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_MONTH_DAY = lazy(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_ISO = lazy(r"\b(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):?(\d\d))?(?!\d)")
_SLASHED = lazy(r"\b(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\b(?![.:]\d)")
_WEEKDAY = lazy(
    rf"\b({_WEEKDAY_NAMES})(?:en|ens|s)?\b"
    # Short names only before a time or a date: "man" and "sun" are words too.
    r"|\b(mon|tue|tues|wed|thu|thurs|fri|sat|sun|man|tir|ons|tor|fre|lør|søn)\b(?=\.?,?\s*(?:kl\b|d\.|at\b|\d))",
    re.IGNORECASE,
)
_RELATIVE = lazy(r"\b(i morgen|tomorrow|i overmorgen|i dag|today|tonight|i aften)\b", re.IGNORECASE)
_DAYS_AHEAD = {"i morgen": 1, "tomorrow": 1, "i overmorgen": 2}
_CLOCK = lazy(
    r"(?:\bkl\.?\s*|\bat\s+)?\b(\d{1,2})[.:](\d\d)\s*(am|pm|a\.m|p\.m)?\b(?!\.\d)|\bkl\.?\s*(\d{1,2})\b|\b(\d{1,2})\s*(am|pm|a\.m|p\.m)\b"
    r"|\b(\d\d)(\d\d)\s*(?:CEST|CET|GMT|UTC|BST|hrs|hours)\b",
    re.IGNORECASE,
)
_NAMED = lazy(r"\b(midnat|midnight|noon|middag)\b", re.IGNORECASE)
_ZONE = lazy(r"\b(CEST|CET|GMT|UTC|BST|EST)\b|(?<=\d)(Z)\b|(?<=\d)([+-]\d\d):?(\d\d)\b")
_ZONES = {"CEST": 2, "CET": 1, "GMT": 0, "UTC": 0, "BST": 1, "EST": -5, "Z": 0}


def moment(text: str, near: datetime, ahead: bool = False) -> datetime | None:
    """Return the first date and time of ``text``, or ``None`` where it names none.

    ``near`` (with zone) settles what is left out: the year that brings it closest, the next such weekday on
    or after that day, the zone. A date without a time means its beginning. ``ahead``: a weekday whose time is
    already past means the one a week later.
    """
    day = _day(text, near)
    clock = _clock(text)
    if day is None and clock is None:
        return None
    base = day or near
    hour, minute = clock or (0, 0)
    zone = _ZONE.search(text)
    tz = _offset(zone) if zone else near.tzinfo
    found = base.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=tz)
    weekday_only = _WEEKDAY.search(text) and not (
        _DAY_MONTH.search(text) or _MONTH_DAY.search(text) or _ISO.search(text)
    )
    return found + timedelta(days=7) if ahead and weekday_only and found <= near else found


def _offset(zone: re.Match[str]) -> timezone:
    if zone[3]:
        minutes = int(zone[3]) * 60 + int(zone[3][0] + zone[4])
        return timezone(timedelta(minutes=minutes))
    return timezone(timedelta(hours=_ZONES[zone[1] or zone[2]]))


def _day(text: str, near: datetime) -> datetime | None:
    found = _ISO.search(text)
    if found:
        return _made(near, int(found[1]), int(found[2]), int(found[3]))
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.search(text)
        if found:
            return _closest(near, found[3], _month(found[month]), int(found[day]))
    found = _SLASHED.search(_CLOCK.sub(" ", text) if not re.search(r"\d\s*[/]\s*\d", text) else text)
    if found:
        return _closest(near, found[3], int(found[2]), int(found[1]))
    found = _RELATIVE.search(text)
    if found:
        return near + timedelta(days=_DAYS_AHEAD.get(found[1].lower(), 0))
    found = _WEEKDAY.search(text)
    return near + timedelta(days=(_weekday(found[1] or found[2]) - near.weekday()) % 7) if found else None


def _month(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if word.lower() in month.split("|"))


def _weekday(word: str) -> int:
    return next(
        number
        for number, day in enumerate(_WEEKDAYS)
        if any(name.startswith(word.lower()[:3]) for name in day.split("|"))
    )


def _closest(near: datetime, year: str | None, month: int, day: int) -> datetime | None:
    if year:
        return _made(near, int(year) + (2000 if len(year) == 2 else 0), month, day)
    made = [_made(near, near.year + step, month, day) for step in (-1, 0, 1)]
    return min((date for date in made if date), key=lambda date: abs(date - near), default=None)


def _made(near: datetime, year: int, month: int, day: int) -> datetime | None:
    try:
        return near.replace(year=year, month=month, day=day)
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int] | None:
    iso = _ISO.search(text)
    if iso and iso[4]:
        return int(iso[4]), int(iso[5])
    for found in _CLOCK.finditer(text):
        hour = int(found[1] or found[4] or found[5] or found[7])
        minute = int(found[2] or found[8] or 0)
        half = (found[3] or found[6] or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        if hour < 24 and minute < 60:
            return hour, minute
    named = _NAMED.search(text)
    if named:
        return (0, 0) if named[1].lower().startswith("midn") else (12, 0)
    return None
