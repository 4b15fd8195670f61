"""``answering``: a question to the organisation that nobody has answered in time, or a report.

Hours of a question run on working days alone; those of a report run on, also at night and at weekends. Spam,
trolling and questions that want no answer do not count.
"""

from __future__ import annotations

from bisect import bisect_left

from postlint.draft import Match, Unknown
from postlint.history.timeline import Answer, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule

_NOT_OURS_TO_ANSWER = frozenset(("spam", "troll"))


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield one answer for every question or report that waits, or had to wait, too long."""
    waiting = [one for one in timeline.inbound() if _asks(one)]
    if not waiting:
        return
    by_id, by_person = _answers(timeline, rule)
    for one in waiting:
        if one.at is None:
            yield Answer(one, Unknown("inbound-time-missing"))
            continue
        found = _told(timeline, rule, one, _answered(timeline, one, by_id, by_person))
        if found is not None:
            yield Answer(one, found)


def _asks(one: Entry) -> bool:
    assert one.inbound is not None
    flags = set(one.inbound.flags)
    if flags & _NOT_OURS_TO_ANSWER:
        return False
    if "report" in flags or one.inbound.question:
        return True
    return one.inbound.question is None and "question" in one.marks


def _answers(timeline: Timeline, rule: Rule) -> tuple[dict[str, float], dict[str, list[float]]]:
    """Return when we first answered each message that was named, and when we answered each person."""
    by_id: dict[str, float] = {}
    by_person: dict[str, list[float]] = {}
    for one in timeline.entries:
        if one.inbound is not None or one.role not in rule.roles:
            continue
        at = timeline.now if one.at is None else one.at
        if one.answered_id:
            by_id[one.answered_id] = min(at, by_id.get(one.answered_id, at))
        else:
            for person in {one.answered, *one.recipients} - {""}:
                by_person.setdefault(person, []).append(at)
    for times in by_person.values():
        times.sort()
    return by_id, by_person


def _answered(
    timeline: Timeline, one: Entry, by_id: dict[str, float], by_person: dict[str, list[float]]
) -> float | None:
    """Return when a message was answered, by its id, else by its author's name; ``None`` where it was not."""
    from postlint.working_days import stamp

    assert one.inbound is not None
    if one.inbound.answered:
        return stamp(one.inbound.answered)
    if one.id in by_id:
        return by_id[one.id]
    later: list[float] = []
    for person in one.authors:
        times = by_person.get(person, [])
        later += times[bisect_left(times, when(one)) :][:1]
    return min(later, default=None)


def _told(timeline: Timeline, rule: Rule, one: Entry, answered: float | None) -> Match | None:
    from postlint.working_days import from_stamp, working_hours_between, written

    assert one.inbound is not None
    end = timeline.now if answered is None else answered
    if "report" in one.inbound.flags:
        hours, most = (end - when(one)) / 3600, rule.limit("report_hours", 72)
        reason = "report" if answered is None else "report-late"
    else:
        hours, most = 0.0, rule.limit("hours", 24)
        reason = "" if answered is None else "late"
        if end - when(one) > most * 3600:  # spares counting where it cannot be late
            hours = working_hours_between(from_stamp(when(one)), from_stamp(end))
    if hours <= most:
        return None
    facts = {"date": written(from_stamp(when(one)), one.lang), "hours": str(int(hours)), "most": str(most)}
    return Match("inbound", reason=reason, facts=facts)
