"""``selling``: a sales pitch among members.

A pitch is an offer (a price, a discount, something free, wares of one's own) beside a call to act, or beside a
deadline. Whoever answers a question, tells of a book or a talk of one's own, or has leave, sells nothing.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, span
from postlint.checks.by_weight import by_weight
from postlint.draft import Match
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_PRICE = lazy(
    r"(?:\bkr\.?|\bdkk|€|\$|£)\s?\d|\d[\d.,]*\s?(?:kr\b|kroner|,-|dkk|€|eur\b|euros?\b|pounds?\b)"
    r"|\b(?:fra|from|kun|only|for|til|at) \d{2,3}(?:[.,]?\d{3})?\b"
    r"(?![-–:.,]\d|-|\s?(?:%|procent|percent|pct|\w*[a-zæøå]))"
    r"|\b\d{2,3}(?:[.,]\d{3})? (?:now|nu|instead of|i stedet for|a head|each|apiece|stykket|a month|om måneden|i timen"
    r"|an hour)\b"
    r"|\d{1,2}\s?(?:%|pct\.?|procent|percent)\s+(?:rabat|off|discount|på|on)",
)
_REBATE = lazy(r"\d\s?(?:%|pct|procent|percent|per cent)")
_PITCH = ("offer", "own-wares", "scarcity", "call-to-act")
_NOT = frozenset("ikke not don't never aldrig ingen no".split())
_OWN = frozenset("vores vore vi our we min mit mine my us os".split())
_SPOKEN = _OWN | frozenset("du dig din dit jer jeres you your yours".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match on the call to act, or else on the offer."""
    document = draft.text
    if _exempt(draft):
        return
    hits = {name: _used(document, name) for name in _PITCH}
    priced = _PRICE.search(document.prose.lower()) is not None
    if not _pitches(draft, document, hits, priced):
        yield from by_weight(document, rule)
        return
    for name in ("call-to-act", "offer", "own-wares", "scarcity"):
        for hit in hits[name]:
            place = span(document, hit.first, hit.last)
            yield Match(document.field, document, *place, _reason(document, hits, priced))
            return


def _exempt(draft: Draft) -> bool:
    """Say whether the post is an answer, a private person's sale of used things, is paid for openly, or has leave."""
    post = draft.post
    if draft.role in ("private", "employee") and draft.text.hits.get("private-sale"):
        return True
    if post.reply_to is not None and (post.reply_to.question or "?" in (post.reply_to.text or "")):
        return True
    if post.commercial is not None and post.commercial.sponsored:
        return True
    return any(not approval.rule or approval.rule == "sales-pitch" for approval in post.approvals)


def _used(document: Document, family: str) -> list[Hit]:
    """Return the hits of a family in the author's own words that nothing denies."""
    found = []
    for hit in document.hits.get(family, ()):
        before = document.words[max(document.sentence_at(hit.first).first, hit.first - 3) : hit.first]
        if not in_others_words(document, hit.first) and not _NOT & set(before):
            found.append(hit)
    return found


def _pitches(draft: Draft, document: Document, hits: dict[str, list[Hit]], priced: bool) -> bool:
    """Say whether the parts make a pitch."""
    if document.hits.get("no-pitch") or (document.hits.get("own-work") and not (priced or hits["scarcity"])):
        return False
    offers = bool(hits["offer"]) or priced
    acts = bool(hits["call-to-act"])
    wares = bool(hits["own-wares"])
    scarce = bool(hits["scarcity"])
    event = bool(document.hits.get("own-event"))
    words = set(document.words)
    # A catalogue has prices and says how long they hold; it speaks to nobody.
    to_somebody = scarce and (bool(_SPOKEN & words) or _REBATE.search(document.prose) is not None)
    if (acts and offers) or (wares and (acts or offers)) or (offers and (event or to_somebody)):
        return True
    return draft.role == "vendor" and ((offers and bool(_OWN & words)) or (event and acts))


def _reason(document: Document, hits: dict[str, list[Hit]], priced: bool) -> str:
    """Return ``event`` for an invitation of one's own, which the administrators may allow."""
    return "event" if document.hits.get("own-event") and not priced and not hits["offer"] else ""
