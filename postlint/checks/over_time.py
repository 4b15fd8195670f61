"""Kinds of looking that only the posts of a whole run can answer; see ``postlint.history``."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Match, Unknown
    from postlint.rule import Rule

# The checks that look at a run when its posts are read; some of them look at a single post as well.
KINDS = frozenset(
    ("answering", "cadence", "derailing", "incitement", "repeated-contact", "sharing", "staffing")
)  # fmt: skip


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield nothing: one post alone shows nothing of the kind."""
    return iter(())
