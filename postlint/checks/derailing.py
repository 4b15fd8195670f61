"""``derailing``: an answer that leaves the topic of its thread.

Words alone hardly show it. It is told where the post itself says so, where the answer changes the subject to offer
something, and where it drops a link or an offer into a thread whose topic it does not touch with a word.
"""

from __future__ import annotations

from postlint.checks.fact_text import holds, read
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft
    from postlint.rule import Rule

_OFFERS = ("pitch", "offer", "call-to-act", "own-wares", "own-plug", "own-event")
_LINKS = ("url", "domain", "target")
_STEM, _LEAST = 5, 4  # letters by which two words are compared, and that a word of content has at least


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match for an answer, or the fact that is missing."""
    reply, text = draft.post.reply_to, draft.text
    if reply is None or reply.question or holds(text, "off-topic-label"):
        return
    if reply.off_topic:
        yield Match("reply_to.off_topic")
        return
    offers = holds(text, *_OFFERS) or any(special.kind in _LINKS for special in text.specials)
    for hit in text.hits.get("subject-change", ()):
        if offers and text.quotation_at(hit.first) is None:
            yield Match(text.field, text, text.starts[hit.first], text.ends[hit.last - 1], "words")
            return
    if reply.topic and offers and not _touches(draft, f"{reply.topic}. {reply.text or ''}"):
        yield Match("reply_to.topic", reason="link", facts={"topic": reply.topic})
    elif not reply.topic and reply.off_topic is None:
        yield Unknown("topic-not-said")


def _touches(draft: Draft, thread: str) -> bool:
    """Say whether the answer has a word of content in common with the thread."""
    about = _stems(read(draft, thread, "reply_to.topic"))
    return not about or bool(about & _stems(draft.text))


def _stems(document: Document) -> set[str]:
    return {word.strip("@#")[:_STEM] for word in document.words if len(word) >= _LEAST}
