"""``derailing`` over time: the same link dropped into thread after thread, or answer after answer off the topic."""

from __future__ import annotations

from postlint.draft import Match
from postlint.history.timeline import DAY, Answer, grouped, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule

_OFF = frozenset(("off-topic", "subject-change"))


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield one answer for every reply from the third on."""
    most, window = rule.limit("times", 3), rule.limit("days", 7)
    replies = [one for one in timeline.posts() if one.role in rule.roles and _to_others(one)]
    for group in grouped(replies, lambda one: one.sender):
        threads: dict[int, dict[str, float]] = {}
        away: list[float] = []
        for one in group:
            since = when(one) - window * DAY
            if _dropped(one, threads, since, most):
                yield Answer(one, Match("text", reason="link", facts={"count": str(most), "days": str(window)}))
                continue
            if _OFF & one.marks:
                away = [at for at in away if at > since] + [when(one)]
                if len(away) >= most:
                    facts = {"count": str(len(away)), "days": str(window)}
                    yield Answer(one, Match("text", reason="again", facts=facts))


def _to_others(one: Entry) -> bool:
    """Say whether a post is an answer in somebody else's thread: a comment below one's own post derails nothing."""
    return one.kind == "reply" and bool(one.sender) and one.answered not in {one.sender, *one.authors}


def _dropped(one: Entry, threads: dict[int, dict[str, float]], since: float, most: int) -> bool:
    """Note the links of a reply; say whether one of them has gone into too many threads since a moment."""
    if one.reply_question:
        return False
    found = False
    for link in one.links:
        places = threads.setdefault(link, {})
        places[one.answered_id or one.answered or str(one.number)] = when(one)
        found = found or sum(at > since for at in places.values()) >= most
    return found
