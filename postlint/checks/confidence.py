"""``confidence``: what a customer, or somebody in one's care, has entrusted to the writer is told to others.

A configured customer that is no public reference meets a contract, a deal, a loss, arrears or a complaint in the same
sentence or in the one that carries on about it. Somebody in care (a client, a patient, a pupil, a child of an age)
or a household described well enough to be known meets a detail of the case. Clients in general are left alone.
"""

from __future__ import annotations

from postlint.checks.assertion import span
from postlint.checks.by_weight import heaviest
from postlint.document.everyday import is_everyday
from postlint.draft import Match
from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_CARRIES = frozenset(
    "de dem deres den det they they're them their theirs it its he she han hun kunden customer client".split()
)
_SERVED = frozenset("kunde kunden lejer lejeren klient borgeren beboeren client customer tenant resident".split())
_ME = frozenset("mig min mit vores vi os jeg me my our us i'm we i'd i've".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match for every customer, and one for somebody in care, in every text."""
    if any(approval.rule in (None, rule.id) for approval in draft.post.approvals):
        return
    for document in draft.documents:
        if document.any("already-public", 0, len(document.words)):
            continue
        found = [*_customers(draft, document), *_in_care(document)]
        yield from found
        if not found and (place := heaviest(document, rule.id)) is not None:
            customer = next((who for who, _ in _named(draft, document)), "")
            if not customer and any(True for _ in _references(draft, document)):
                continue
            reason, facts = ("", {"customer": customer}) if customer else ("in-care", {})
            yield Match(document.field, document, *span(document, *place), reason, facts, by_weight=True)


def _customers(draft: Draft, document: Document) -> Iterator[Match]:
    if not draft.settings.customers or not ("client-matter" in document.hits or "client-loss" in document.hits):
        return
    told: set[str] = set()
    for who, token in _references(draft, document):
        lost = _matter(document, token, "client-loss")
        if who not in told and lost is not None and not _linked(document, token) and not _is_cited(document, token):
            told.add(who)
            yield Match(document.field, document, *lost, "", {"customer": who})
    for who, token in _named(draft, document):
        if who in told or _linked(document, token) or _is_cited(document, token):
            continue
        matter = _matter(document, token)
        if matter is not None:
            told.add(who)
            yield Match(document.field, document, *matter, "", {"customer": who})


def _references(draft: Draft, document: Document) -> Iterator[tuple[str, int]]:
    """Yield ``(customer, token)`` where a customer is named that may be named, but whose losses stay its own."""
    public = {customer.name for customer in draft.settings.customers if customer.public_reference}
    for mention in document.mentions:
        if mention.kind == "customer" and mention.who in public:
            yield mention.who, mention.first


def _named(draft: Draft, document: Document) -> Iterator[tuple[str, int]]:
    """Yield ``(customer, token)`` where a customer is named that is no public reference, by its first word too."""
    closed = {customer.name for customer in draft.settings.customers if not customer.public_reference}
    for mention in document.mentions:
        if mention.kind == "customer" and mention.who in closed:
            yield mention.who, mention.first
    named = {mention.first for mention in document.mentions}
    for name in sorted(closed):
        first = fold(name.split()[0])
        if len(name.split()) < 2 or len(first) < 5 or is_everyday(name.split()[0].lower()):
            continue
        for token, word in enumerate(document.words):
            if word in (first, first + "s", first + "'s") and token not in named and document.raw(token)[0].isupper():
                yield name, token


def _linked(document: Document, token: int) -> bool:
    """Say whether a link in the sentence, or right after it, shows where it is told already."""
    sentence = document.sentence_at(token)
    return any(
        special.kind in ("url", "domain") and sentence.start <= special.start <= sentence.end + 3
        for special in document.specials
    )


def _is_cited(document: Document, token: int) -> bool:
    quotation = document.quotation_at(token)
    return quotation is not None and quotation.inner_end - quotation.inner_start > 25


def _matter(document: Document, token: int, family: str = "client-matter") -> tuple[int, int] | None:
    """Return the place of what is told of the customer at ``token``, in words of ``family``."""
    number = document.sentence_of[token]
    for at in range(number, min(number + 3, len(document.sentences))):
        sentence = document.sentences[at]
        words = document.words[sentence.first : sentence.last]
        if at > number and not _CARRIES & set(words):
            continue
        for hit in document.hits.get(family, ()):
            if sentence.first <= hit.first < sentence.last and not _negated(document, sentence.first, hit.first):
                return document.starts[hit.first], document.ends[hit.last - 1]
    return None


def _negated(document: Document, first: int, token: int) -> bool:
    """Say whether nothing is told: "we never discuss contracts"."""
    return any(document.any(family, max(first, token - 5), token) for family in ("exposing-not",)) and document.any(
        "client-general", first, token + 1
    )


def _in_care(document: Document) -> Iterator[Match]:
    """Yield the first thing that is told of somebody in care or of a household that can be known."""
    for family in ("client-person", "client-child"):
        for hit in document.hits.get(family, ()):
            sentence = document.sentence_at(hit.first)
            if document.any("client-general", sentence.first, sentence.last) or _asks(document, sentence.end):
                continue
            if document.quotation_at(hit.first) is not None or not _is_met(
                document, family, sentence.first, sentence.last
            ):
                continue
            for detail in document.within(("client-detail",), sentence.first, _goes_on(document, sentence.first)):
                yield _care(document, detail.first, detail.last)
                return
    yield from _household(document)


def _goes_on(document: Document, token: int) -> int:
    """Return where what is told of somebody in the sentence of ``token`` ends: the next may go on with he or she."""
    number = document.sentence_of[token]
    if number + 1 < len(document.sentences):
        following = document.sentences[number + 1]
        if document.words[following.first] in ("hun", "han", "she", "he", "she's", "he's"):
            return following.last
    return document.sentences[number].last


def _is_met(document: Document, family: str, first: int, last: int) -> bool:
    """Say whether the writer met the one told of: "my patient", "in our group", "bit me"."""
    spoken = any(document.raw(at) == "I" for at in range(first, last)) and document.sentence_at(first).lang != "da"
    if spoken or _ME & set(document.words[first:last]) or document.any("at-work", 0, len(document.words)):
        return True
    return family == "client-person" and document.words[first].endswith(
        ("dagens", "ugens", "nattens", "today's", "yesterday's", "tonight's")
    )


def _household(document: Document) -> Iterator[Match]:
    for hit in document.hits.get("client-described", ()):
        sentence = document.sentence_at(hit.first)
        if document.any("client-general", sentence.first, sentence.last):
            continue
        if "at-work" not in document.hits and not _SERVED & set(document.words[hit.first : hit.last]):
            continue
        for owing in document.within(("client-owing", "client-detail"), sentence.first, sentence.last):
            yield _care(document, owing.first, owing.last)
            return


def _asks(document: Document, end: int) -> bool:
    return document.prose[:end].rstrip().endswith("?")


def _care(document: Document, first: int, last: int) -> Match:
    return Match(document.field, document, document.starts[first], document.ends[last - 1], "in-care")
