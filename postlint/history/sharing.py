"""``sharing``: the same account shares too much of its own, or the same again and again.

Shares of one's own count for people and suppliers, not for the organisation on its own account. The same text is
told by its print; a text in another language is another text, and so is the same one on another channel, until it
has gone to more channels than shares are allowed.
"""

from __future__ import annotations

from collections import deque

from postlint.draft import Match, Unknown
from postlint.history import prints
from postlint.history.timeline import DAY, Answer, grouped, when
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.history.entry import Entry
    from postlint.history.timeline import Timeline
    from postlint.rule import Rule

_EXCEPT = frozenset(("correction-label", "safety-notice", "required-notice"))
_KEYS = 4  # smallest hashes of a print under which it is filed


def find(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield an answer for every share above the number allowed, and for every text that was there before."""
    most, window = rule.limit("shares", 3), rule.limit("days", 7)
    posts = [one for one in timeline.posts() if _counts(one, rule)]
    for group in grouped((one for one in posts if one.sender), lambda one: one.sender):
        told = set()
        for answer in _again(group, most, window):
            told.add(answer.entry.number)
            yield answer
        for answer in _plugs(group, most, window):
            if answer.entry.number not in told:
                yield answer
    yield from _lacking(timeline, rule)


def _counts(one: Entry, rule: Rule) -> bool:
    return one.role in rule.roles and one.kind == "post" and not _EXCEPT & one.marks


def _plugs(posts: Sequence[Entry], most: int, window: int) -> Iterator[Answer]:
    recent: deque[float] = deque()
    for one in posts:
        if "own-plug" not in one.marks or one.role == "official":
            continue
        recent.append(when(one))
        while recent[0] <= when(one) - window * DAY:
            recent.popleft()
        if len(recent) > most:
            yield Answer(one, Match("text", facts={"count": str(len(recent)), "days": str(window)}))


class _Seen:
    """A text that was there: its print, its last time by channel, since its first within the window."""

    def __init__(self, one: Entry) -> None:
        self.words = one.words
        self.channels: dict[str, float] = {}

    def see(self, one: Entry, window: int) -> int:
        """Note a post with this text. Return on how many channels it has been lately, 0 where it was on this one."""
        since = when(one) - window * DAY
        again = self.channels.get(one.channel, float("-inf")) > since
        self.channels[one.channel] = when(one)
        return 0 if again else sum(at > since for at in self.channels.values())


def _again(posts: Sequence[Entry], most: int, window: int) -> Iterator[Answer]:
    filed: dict[int, _Seen] = {}
    for one in posts:
        seen = _known(filed, one)
        if seen is None:
            if one.words:
                seen = _Seen(one)
                seen.see(one, window)
                filed.update(dict.fromkeys(one.words[:_KEYS], seen))
            continue
        channels = seen.see(one, window)
        filed.update(dict.fromkeys(one.words[:_KEYS], seen))
        if channels == 0:
            yield Answer(one, Match("text", reason="again", facts={"days": str(window)}))
        elif channels > most:
            yield Answer(one, Match("text", reason="everywhere", facts={"count": str(channels), "days": str(window)}))


def _known(filed: dict[int, _Seen], one: Entry) -> _Seen | None:
    for key in one.words[:_KEYS]:
        seen = filed.get(key)
        if seen is not None and prints.alike(seen.words, one.words):
            return seen
    return None


def _lacking(timeline: Timeline, rule: Rule) -> Iterator[Answer]:
    """Yield what cannot be judged: several shares of one's own, or texts that are alike, without time or account."""
    lacking = [
        one for one in timeline.entries
        if one.inbound is None and _counts(one, rule) and (one.at is None or not one.sender)
    ]  # fmt: skip
    doubtful: set[int] = set()
    for group in grouped(lacking, lambda one: one.sender):
        plugs = [one for one in group if "own-plug" in one.marks and one.role != "official"]
        if len(plugs) > rule.limit("shares", 3):
            doubtful.update(one.number for one in plugs)
        doubtful |= _twins(group)
    for one in lacking:
        if one.number in doubtful:
            yield Answer(one, Unknown("history-facts-missing"))


def _twins(posts: Sequence[Entry]) -> set[int]:
    """Return the numbers of the posts whose text was there before on the same channel, at whatever time."""
    filed: dict[int, _Seen] = {}
    found: set[int] = set()
    for one in posts:
        seen = _known(filed, one)
        if seen is not None and one.channel in seen.channels:
            found.add(one.number)
        elif one.words:
            seen = seen or _Seen(one)
            seen.channels[one.channel] = 0.0
            filed.update(dict.fromkeys(one.words[:_KEYS], seen))
    return found
