"""The entries of a run in the order of time, and what a rule on history answers about one of them."""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.history.entry import Entry, entry
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from postlint.draft import Draft
    from postlint.finding import Finding
    from postlint.settings import Settings

DAY = 86400.0  # seconds


class Answer(NamedTuple):
    """What a rule says of one entry."""

    entry: Entry
    told: Match | Unknown


class Timeline:
    """Posts that belong together. ``now`` is the moment of checking, ISO 8601."""

    def __init__(self, settings: Settings, now: str) -> None:
        from postlint.working_days import stamp

        self.settings = settings
        self.now = stamp(now)
        self.entries: list[Entry] = []
        self._sorted: list[Entry] = []

    def add(self, draft: Draft, findings: Iterable[Finding], number: int | None = None) -> Entry:
        """Keep what later rules need of a post, as the ``number``th of the run."""
        kept = entry(draft, len(self.entries) if number is None else number, findings)
        self.entries.append(kept)
        return kept

    def posts(self) -> list[Entry]:
        """Return our own posts that have a time, in its order; equal times in the order of the run."""
        return [one for one in self._in_order() if one.inbound is None]

    def inbound(self) -> list[Entry]:
        """Return the messages to us, in the order of the run."""
        return [one for one in self.entries if one.inbound is not None]

    def in_order(self) -> list[Entry]:
        """Return all entries that have a time, messages to us among them, in its order."""
        return self._in_order()

    def timeless(self) -> Iterator[Entry]:
        """Yield our own posts without a time."""
        return (one for one in self.entries if one.inbound is None and one.at is None)

    def _in_order(self) -> list[Entry]:
        timed = [one for one in self.entries if one.at is not None]
        if len(self._sorted) != len(timed):
            self._sorted = sorted(timed, key=when)
        return self._sorted


def when(one: Entry) -> float:
    """Return the time stamp of an entry that has one."""
    return one.at or 0.0


def grouped(entries: Iterable[Entry], key: Callable[[Entry], object]) -> list[list[Entry]]:
    """Return the entries by what ``key`` says, in order."""
    groups: dict[object, list[Entry]] = {}
    for one in entries:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())
