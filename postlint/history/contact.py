"""``repeated-contact`` over time: somebody asked to be left alone, or has not answered three messages.

A message from that person starts anew: whoever writes again may be answered again.
"""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.history.timeline import DAY, Answer, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule


class _Line:
    """What went from one sender to one person: times of messages without an answer, and a request to stop."""

    def __init__(self) -> None:
        self.unanswered: list[float] = []
        self.stopped = False


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield one answer for every post that writes to such a person."""
    lines: dict[str, dict[str, _Line]] = {}  # by person, then by sender
    most, window = rule.limit("messages", 3), rule.limit("days", 14)
    for one in timeline.in_order():
        if one.inbound is not None:
            _hear(lines, one)
        elif one.sender and one.role in rule.roles:
            told = _write(lines, one, most, window)
            if told is not None:
                yield Answer(one, told)
    yield from _lacking(timeline, rule, most)


def _hear(lines: dict[str, dict[str, _Line]], one: Entry) -> None:
    """Note a message from somebody: an answer, or a request to stop."""
    assert one.inbound is not None
    stop = "stop-request" in one.marks or "stop" in one.inbound.flags
    for person in one.authors:
        known = lines.setdefault(person, {})
        if stop:
            known.setdefault("", _Line())
        for line in known.values():
            line.unanswered.clear()
            line.stopped = stop


def _write(lines: dict[str, dict[str, _Line]], one: Entry, most: int, window: int) -> Match | None:
    """Note a post, and return what is wrong with it."""
    people = dict.fromkeys((*one.recipients, *((one.answered,) if one.answered else ()), *one.named))
    found: Match | None = None
    for person in people:
        known = lines.setdefault(person, {})
        line = known.setdefault(one.sender, _Line())
        everybody = known.get("")
        if "asked-to-stop" in one.marks and person == one.answered:
            line.stopped = True
            continue  # the post itself is told of by the check of a single post
        if (line.stopped or (everybody is not None and everybody.stopped)) and "required-notice" not in one.marks:
            found = found or Match(_field(one, person), reason="stopped")
        elif person in one.recipients and person != one.answered and "required-notice" not in one.marks:
            line.unanswered = [at for at in line.unanswered if at > when(one) - window * DAY]
            if len(line.unanswered) >= most:
                facts = {"count": str(len(line.unanswered)), "days": str(window)}
                found = found or Match(_field(one, person), reason="unanswered", facts=facts)
            line.unanswered.append(when(one))
        if person == one.answered:
            line.unanswered.clear()
    return found


def _field(one: Entry, person: str) -> str:
    if person in one.recipients:
        return "recipients"
    return "reply_to.author" if person == one.answered else "text"


def _lacking(timeline: Timeline, rule: Rule, most: int) -> Iterator[Answer]:
    """Yield what cannot be judged: more messages to one person than allowed, without a time or a sender."""
    times: dict[str, list[Entry]] = {}
    for one in timeline.entries:
        if one.inbound is None and one.role in rule.roles and (one.at is None or not one.sender):
            for person in one.recipients:
                times.setdefault(person, []).append(one)
    lacking = {one.number: one for group in times.values() if len(group) > most for one in group}
    for one in lacking.values():
        yield Answer(one, Unknown("history-facts-missing"))
