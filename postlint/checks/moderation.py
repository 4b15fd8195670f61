"""``moderation``: somebody else's words removed, hidden, changed or shut off without a factual reason."""

from __future__ import annotations

from postlint.checks.fact_text import holds, read
from postlint.draft import Match
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match where the reason is missing, or none of those that house rules know."""
    moderation = draft.post.moderation
    if moderation is None:
        return
    reason = (moderation.reason or "").strip()
    if any(c.isalnum() for c in reason) and holds(read(draft, reason, "moderation.reason"), "fair-reason"):
        return
    action = say(f"moderation-{moderation.action}", draft.post.lang or draft.text.language)
    why = "close-comments" if moderation.action == "close-comments" else ""
    yield Match("moderation.reason", reason=why, facts={"action": action, "words": reason or action})
