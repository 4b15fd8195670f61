"""``cadence``: the organisation's account lies silent for too long, in the past or in the plan.

Days count from one post of its own (no answer, no direct message) to the next on the same account and channel.
Public holidays and the days that the configuration names as closed are left out, and so is a pause that the
account has told its readers of.
"""

from __future__ import annotations

from itertools import pairwise

from postlint.draft import Match, Unknown
from postlint.history.timeline import DAY, Answer, grouped, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule

_COUNTED = 400  # days from which holidays make no difference
_FORGOTTEN = 365  # days of silence from which what was given is an archive


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield an answer for the post after each gap, and for the last one where nothing follows."""
    most = rule.limit("days", 14)
    posts = [one for one in timeline.posts() if one.role in rule.roles and one.kind == "post" and one.sender]
    everywhere = [one._replace(channel=name) for one in posts for name in (one.channel, *one.also_on)]
    told: set[tuple[int, str]] = set()
    for group in grouped(everywhere, lambda one: (one.sender, one.channel)):
        for answer in _gaps(timeline, group, most):
            key = answer.entry.number, str(answer.told)
            if key not in told:  # a gap on two channels is one gap of the post that ends it
                told.add(key)
                yield answer
    yield from _lacking(timeline, rule)


def _gaps(timeline: Timeline, posts: Sequence[Entry], most: int) -> Iterator[Answer]:
    for before, after in pairwise(posts):
        days = 0 if "pause-notice" in before.marks else _days(timeline, when(before), when(after), most)
        if days > most:
            yield Answer(after, _match(after, days, most))
    last = posts[-1]
    if "pause-notice" not in last.marks:
        days = _days(timeline, when(last), timeline.now, most)
        if most < days < _FORGOTTEN:
            yield Answer(last, _match(last, days, most, "silent"))


def _match(one: Entry, days: int, most: int, reason: str = "") -> Match:
    facts = {"days": str(days), "most": str(most), "account": one.account}
    return Match("scheduled", reason=reason, facts=facts)


def _days(timeline: Timeline, start: float, end: float, most: int) -> int:
    """Return the days between two moments that count."""
    if end - start <= most * DAY:
        return 0
    from postlint.working_days import days_between, from_stamp, period, public_holidays

    first, last = from_stamp(start).date(), from_stamp(end).date()
    if (last - first).days > most + _COUNTED:
        return (last - first).days
    closed = [found for text in timeline.settings.calendar.closed if (found := period(text)) is not None]
    free = sum(
        day in public_holidays(day.year) or any(pause.holds(day) for pause in closed)
        for day in days_between(first, last)
    )
    return (last - first).days - free


def _lacking(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield what cannot be judged: posts of the organisation without a time or an account, among several."""
    official = [one for one in timeline.entries if one.role in rule.roles and one.inbound is None]
    for one in official if len(official) > 1 else ():
        if one.kind == "post" and (one.at is None or not one.sender):
            yield Answer(one, Unknown("history-facts-missing"))
