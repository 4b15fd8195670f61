"""``harassment`` by repetition: the same sender goes against the same person again and again.

What counts are posts with a finding of conduct of their own (see ``entry.CONDUCT``) of weight; talking often with
or about somebody is no harassment.
"""

from __future__ import annotations

from postlint.draft import Match
from postlint.history.timeline import DAY, Answer, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.history.timeline import Timeline
    from postlint.rule import Rule


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield one answer for every post from the third on within the window."""
    most, window = rule.limit("times", 3), rule.limit("days", 7)
    against: dict[tuple[str, str], list[float]] = {}
    for one in timeline.posts():
        if not one.sender or one.role not in rule.roles:
            continue
        counts = []
        for person in one.hit:
            times = against.setdefault((one.sender, person), [])
            times[:] = [at for at in times if at > when(one) - window * DAY] + [when(one)]
            counts.append(len(times))
        if counts and max(counts) >= most:
            facts = {"count": str(max(counts)), "days": str(window)}
            yield Answer(one, Match("text", reason="repeated", facts=facts))
