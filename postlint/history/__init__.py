"""The posts of one run, or of a post's own history, looked at together: by account and time.

A post leaves an ``Entry`` behind: who, when, to whom, and prints of its words and links, never its text. When all
posts are read, each rule on history goes through the entries once; the work grows with their number and no faster.
"""

from __future__ import annotations

from postlint.history import answering, cadence, contact, derailing, hours, repetition, sharing
from postlint.history.entry import Entry
from postlint.history.timeline import Answer, Timeline
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from postlint.rule import Rule

    Look = Callable[[Timeline, Rule], Iterator[Answer]]

__all__ = ["LOOKS", "Answer", "Entry", "Timeline"]

# By the kind of check that a rule names; one file each.
LOOKS: Mapping[str, Look] = {
    "answering": answering.find,
    "cadence": cadence.find,
    "derailing": derailing.find,
    "incitement": repetition.find,
    "repeated-contact": contact.find,
    "sharing": sharing.find,
    "staffing": hours.find,
}
