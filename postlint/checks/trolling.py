"""``trolling``: an answer that keeps a quarrel with a troll going, or calls somebody one."""

from __future__ import annotations

from postlint.checks.by_weight import by_weight
from postlint.checks.fact_text import holds
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_FLAGS = frozenset(("troll", "trold", "blocked", "deleted"))


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for an answer in a flagged thread, or for the words of such a quarrel in an answer to anybody."""
    reply, text = draft.post.reply_to, draft.text
    for hit in text.hits.get("troll-talk", ()):
        if text.quotation_at(hit.first) is None:
            yield Match(text.field, text, text.starts[hit.first], text.ends[hit.last - 1], "words")
            return
    if reply is None or reply.question:
        return
    if not _FLAGS & {flag.lower() for flag in reply.flags}:
        yield from (match._replace(reason="words") for match in by_weight(text, rule))
        return
    if holds(text, "closing-answer") or _answers_with_facts(draft):
        return
    yield Match("reply_to.flags", facts={"words": reply.author or "troll"})


def _answers_with_facts(draft: Draft) -> bool:
    """Say whether it is a first answer that shows its source, without teasing."""
    text = draft.text
    sourced = any(special.kind in ("url", "domain") for special in text.specials) or holds(text, "source-cue")
    return sourced and not holds(text, "troll-taunt") and not holds(text, "repetition")
