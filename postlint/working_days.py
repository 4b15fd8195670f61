"""Danish time, public holidays, working days, and hours of the day.

Public holidays are those of the Danish Church's calendar that give time off: New Year's Day, Maundy Thursday,
Good Friday, Easter Day and Easter Monday, Ascension Day, Whit Sunday and Whit Monday, Christmas Day and Boxing
Day; store bededag, the fourth Friday after Easter, until 2023 (act on the consequences of abolishing store
bededag as a public holiday, "lov om konsekvenser ved afskaffelsen af store bededag som helligdag", adopted on
28 February 2023, in force on 1 January 2024). Constitution Day and Christmas Eve are no public holidays.

Moments are aware ``datetime`` values in Danish time. The hours of summer follow directive 2000/84/EC: from the last
Sunday of March to the last of October, both at 01:00 UTC; they are counted here because not every system has the
zone database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_BEDEDAG = 2023
_WINTER, _SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
_DAY = timedelta(days=1)
_COUNTED = 400  # days that are looked at one by one; of longer times five days in seven are working days


class Hours(NamedTuple):
    """A stretch of the day, from ``start`` to before ``end``; ``weekends`` takes Saturdays, Sundays and public
    holidays along."""

    start: time
    end: time
    weekends: bool = False

    def hold(self, moment: datetime) -> bool:
        """Say whether a moment lies within these hours."""
        if not self.weekends and not is_working_day(moment.date()):
            return False
        clock = moment.time()
        if self.end <= self.start:  # past midnight
            return clock >= self.start or clock < self.end
        return self.start <= clock < self.end


class Period(NamedTuple):
    """Days ``first`` to ``last``, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether a day lies within the period."""
        return self.first <= day <= self.last


def moment(value: str) -> datetime:
    """Return an ISO 8601 date-time in Danish time; without a zone it is Danish time. Raises ValueError."""
    read = datetime.fromisoformat(value)
    if not 2 <= read.year <= 9998:  # at the ends of the calendar no zone can be reckoned with
        return read.replace(tzinfo=read.tzinfo or _WINTER)
    if read.tzinfo is None:
        return read.replace(tzinfo=_zone((read - timedelta(hours=1)).replace(tzinfo=UTC)))
    return read.astimezone(_zone(read))


def written(day: datetime, lang: str) -> str:
    """Return the date of a moment as people write it: "8. marts 2027", "8 March 2027"."""
    from postlint.wording import say

    return say("history-date", lang, day=day.day, month=say(f"month-{day.month}", lang), year=day.year)


def stamp(value: str) -> float:
    """Return the POSIX time stamp (seconds) of an ISO 8601 date-time, kept within years that can be reckoned with."""
    first, last = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (3, 9998))
    return min(max(moment(value).timestamp(), first), last)


def from_stamp(seconds: float) -> datetime:
    """Return the moment of a POSIX time stamp (seconds)."""
    return moment((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat())


def _zone(instant: datetime) -> timezone:
    """Return the zone that Danish clocks follow at an instant."""
    first, last = (datetime(instant.year, month, 31, 1, tzinfo=UTC) for month in (3, 10))
    begins, ends = (day - timedelta(days=(day.weekday() + 1) % 7) for day in (first, last))
    return _SUMMER if begins <= instant < ends else _WINTER


def easter(year: int) -> date:
    """Return Easter Day of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, over = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - over) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """Return the Danish public holidays of a year, Sundays among them."""
    sunday = easter(year)
    offsets = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year <= LAST_BEDEDAG else [])
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    return frozenset([*fixed, *(sunday + timedelta(days=offset) for offset in offsets)])


def is_working_day(day: date) -> bool:
    """Say whether a day is one from Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield the days after ``first`` and before ``last``."""
    for number in range(1, (last - first).days):
        yield first + number * _DAY


def working_hours_between(start: datetime, end: datetime) -> float:
    """Return the hours from ``start`` to ``end`` that pass on working days, all day round."""
    hours, day = 0.0, start.date()
    if (end - start).days > _COUNTED:
        beyond = (end - start).days - _COUNTED
        hours, end = beyond * 24 * 5 / 7, end - beyond * _DAY
    while day <= end.date():
        if is_working_day(day):
            begins = moment(datetime.combine(day, time()).isoformat())
            ends = moment(datetime.combine(day + _DAY, time()).isoformat())
            hours += max(0.0, (min(end, ends) - max(start, begins)).total_seconds() / 3600)
        day += _DAY
    return hours


def hours(value: str, *, weekends: bool = False) -> Hours | None:
    """Return the hours that "08:00-16:00" stands for; ``None`` where it does not say any."""
    start, _, end = value.partition("-")
    try:
        return Hours(_clock(start), _clock(end), weekends)
    except ValueError:
        return None


def _clock(value: str) -> time:
    value = value.strip()
    return time(0) if value == "24:00" else time.fromisoformat(value)


def period(value: str) -> Period | None:
    """Return the days that "2027-07-12/2027-07-30", or a single date, stands for; ``None`` where it says none."""
    first, _, last = value.partition("/")
    try:
        found = Period(date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip()))
    except ValueError:
        return None
    return found if found.first <= found.last else None
