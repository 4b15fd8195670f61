"""``staffing`` over time: posts of one's own in one's working hours, more in a week than agreed."""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.history.timeline import Answer, grouped, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield one answer for every post above the week's number, by the author."""
    from postlint.working_days import hours

    settings = timeline.settings
    working = hours(settings.calendar.working_hours) if settings.calendar.working_hours else None
    if settings.sector == "public":
        return
    most = rule.limit("posts", 3)
    own = [one for one in timeline.posts() if _is_own(one)]
    timeless = [one for one in timeline.timeless() if _is_own(one)]
    lacking = [*own, *timeless] if working is None else timeless
    code = "working-hours-missing" if working is None else "time-not-said"
    for group in grouped(lacking, lambda one: one.sender):
        yield from (Answer(one, Unknown(code)) for one in group if len(group) > most)
    if working is None:
        return
    for group in grouped(own, lambda one: (one.sender, *_week(one))):
        inside = [one for one in group if working.hold(_moment(one)) and not one.staffed]
        for one in inside[most:]:
            yield Answer(one, Match("scheduled", reason="own", facts={"count": str(len(inside)), "most": str(most)}))


def _is_own(one: Entry) -> bool:
    return one.role in ("private", "employee") and bool(one.sender) and one.employee


def _moment(one: Entry) -> datetime:
    from postlint.working_days import from_stamp

    return from_stamp(when(one))


def _week(one: Entry) -> tuple[int, int]:
    """Return year and number of the week, as ISO 8601 counts them: some years have 53."""
    year, week, _ = _moment(one).isocalendar()
    return year, week
