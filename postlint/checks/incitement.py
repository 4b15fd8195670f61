"""``incitement``: others are called upon to go after somebody, or somebody is told to disappear.

A call needs its target: he or she, a handle, a name. Lawful calls (a petition, a letter to a council, a
complaint to customer service) and calls to stop are left alone.
"""

from __future__ import annotations

from postlint.checks.by_weight import heaviest
from postlint.checks.hunt import hunts
from postlint.checks.use import imagined, used
from postlint.document.people import anybody, in_pronouns
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_TOLD = frozenset("they people somebody someone folk nogen de han hun he she blev was were har had".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text."""
    for document in draft.documents:
        called = next((span for span in _calls(document) if used(document, *span)), None)
        alone = called is None or imagined(document, called[0])
        if alone:
            called = heaviest(document, rule.id)
        if called is not None:
            start, end = document.starts[called[0]], document.ends[called[1] - 1]
            facts = {"person": _whom(document, called[0])}
            yield Match(document.field, document, start, end, facts=facts, by_weight=alone)


def _calls(document: Document) -> Iterator[tuple[int, int]]:
    for hit in document.hits.get("vanish", ()):
        if not _called_off(document, hit):
            yield hit.first, hit.last
    for hit in in_pronouns(document, "pile-on"):
        if not _called_off(document, hit) and not _told_of(document, hit) and _targeted(document, hit):
            yield hit.first, hit.last
    yield from hunts(document)


def _called_off(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.first)
    return document.any("call-not", max(sentence.first, hit.first - 8), min(sentence.last, hit.last + 4))


def _told_of(document: Document, hit: Hit) -> bool:
    """Say whether it is told that others did so, or do: "folk spammer hendes indbakke"."""
    sentence = document.sentence_at(hit.first)
    before = document.words[max(sentence.first, hit.first - 3) : hit.first]
    if "?" in document.prose[sentence.start : sentence.end]:
        return False
    return bool(_TOLD & set(before[-2:])) and not {"lad", "let's", "let"} & set(before)


def _targeted(document: Document, hit: Hit) -> bool:
    """Say whether one who is the target stands in the call, or was spoken of right before it."""
    number = document.sentence_of[hit.first]
    beside = document.sentences[max(0, number - 1) : number + 1]
    return anybody(document, beside[0].first, beside[-1].last, ("he", "name", "handle", "role", "they"))


def _whom(document: Document, token: int) -> str:
    number = document.sentence_of[token]
    first, last = document.sentences[max(0, number - 1)].first, document.sentences[number].last
    for person in document.people:
        if first <= person.first < last and person.kind in ("handle", "name"):
            return document.slice(person.first, person.last)
    return "en person" if document.sentence_at(token).lang == "da" else "a person"
