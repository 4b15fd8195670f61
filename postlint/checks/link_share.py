"""``link-share``: a link that stands alone, without a word of the author's own on why.

Counted are the words that are left once links, handles, hashtags, quoted titles and the stock phrases of sharing
("ny artikel", "must read") are taken away.
"""

from __future__ import annotations

from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

ENOUGH = 6  # words of one's own that make a sentence
_WITH_REASON = 3  # words that are enough where they give a reason


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match on the first link where the author says too little."""
    document = draft.text
    links = [special for special in document.specials if special.kind in ("url", "domain", "target")]
    if not links or _asked_for(draft, document):
        return
    own = _own_words(document)
    if own >= ENOUGH or (own >= _WITH_REASON and document.hits.get("share-reason")):
        return
    yield Match(document.field, document, links[0].start, links[0].end)


def _asked_for(draft: Draft, document: Document) -> bool:
    """Say whether the link answers somebody: a question, or a request that the text speaks of."""
    reply = draft.post.reply_to
    if reply is not None and (reply.question or "?" in (reply.text or "") or document.hits.get("link-asked")):
        return True
    return bool(document.hits.get("link-asked"))


def _own_words(document: Document) -> int:
    """Return how many words are the author's own."""
    taken = {at for hit in document.hits.get("share-phrase", ()) for at in range(hit.first, hit.last)}
    return sum(
        word[0] not in "@#" and not word.isdigit() and at not in taken and document.quotation_at(at) is None
        for at, word in enumerate(document.words)
    )
