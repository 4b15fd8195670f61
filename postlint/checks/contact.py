"""``contact``: a direct message to somebody who has not agreed to get one."""

from __future__ import annotations

from postlint.checks.fact_text import holds, same
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for recipients without permission, or for a text that tells how their names were found."""
    post = draft.post
    if post.audience not in (None, "direct") and not post.recipients:
        return
    cue = _harvested(draft.text)
    refused = [
        recipient.name for recipient in post.recipients if recipient.permission is False and _new(draft, recipient.name)
    ]
    unsaid = [
        recipient.name for recipient in post.recipients if recipient.permission is None and _new(draft, recipient.name)
    ]
    if refused and (draft.role not in ("official", "moderator") or holds(draft.text, "pitch", "harvested")):
        facts = {"who": ", ".join(refused[:3]) + (" …" if len(refused) > 3 else ""), "words": refused[0]}
        yield Match("recipients", facts=facts)
    elif cue is not None and draft.role not in ("official", "moderator") and (unsaid or not post.recipients):
        yield cue
    elif unsaid:
        yield Unknown("permission-not-said", {"who": unsaid[0]})


def _new(draft: Draft, name: str) -> bool:
    """Say whether the recipient is not the one whose message is answered."""
    reply = draft.post.reply_to
    return reply is None or same(reply.author or "") not in (same(name), "")


def _harvested(text: Document) -> Match | None:
    """Return where a text tells a stranger that the name comes from a list, with something to offer."""
    for hit in text.hits.get("harvested", ()):
        speaks = holds(text, "second-person") or text.words[hit.first] in ("uopfordret", "unsolicited")
        if speaks and holds(text, "pitch") and text.quotation_at(hit.first) is None:
            return Match(text.field, text, text.starts[hit.first], text.ends[hit.last - 1], "harvested")
    return None
