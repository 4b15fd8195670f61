"""``repeated-contact`` on a single post: it goes to somebody who has asked to be left alone."""

from __future__ import annotations

from postlint.checks.fact_text import holds, read
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for a recipient, for the post that is answered, or for words that own up to it."""
    post, text, reply = draft.post, draft.text, draft.post.reply_to
    if holds(text, "required-notice"):
        return
    for number, recipient in enumerate(post.recipients):
        if recipient.stop_requested:
            yield Match(f"recipients[{number}]", facts={"person": recipient.name, "words": recipient.name})
            return
    if reply is not None and (reply.stop_requested or "blocked" in reply.flags or _asks_to_stop(draft, reply.text)):
        if not holds(text, "farewell"):
            yield Match("reply_to", reason="" if reply.author else "stopped", facts={"person": reply.author or ""})
        return
    for hit in text.hits.get("stop-ignored", ()):
        if text.quotation_at(hit.first) is None:
            yield Match(text.field, text, text.starts[hit.first], text.ends[hit.last - 1], "words")
            return


def _asks_to_stop(draft: Draft, words: str | None) -> bool:
    return bool(words) and holds(read(draft, words or "", "reply_to.text"), "stop-request")
