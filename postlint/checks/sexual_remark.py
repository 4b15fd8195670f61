"""``sexual-remark``: a sexual remark on a person, or an advance: words that are one as they stand, a body beside
somebody and a sign of desire, or an emoji that means one. Health, education, and reports are left alone."""

from __future__ import annotations

from postlint.checks.advance import remarks
from postlint.checks.by_weight import by_weight
from postlint.checks.use import negated, used
from postlint.document.people import anybody, in_pronouns
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.document.people import Person
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_WHOSE = frozenset("din dit dine hendes hans your her his den det de those that these the".split())
_SOMEBODY = ("you", "he", "name", "handle", "role")
_MEANING = frozenset("😏🥵😘🔥😍🤤👅💦😉")
_BOLD = frozenset("😏🥵🤤👅💦")
_PLAIN = frozenset("🍆🍑")
_SHORT = 12  # words of a sentence that such an emoji can carry


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text."""
    for document in draft.documents:
        for first, last in _remarks(document):
            if used(document, first, last):
                yield Match(document.field, document, document.starts[first], document.ends[last - 1])
                break
        else:
            yield from by_weight(document, rule)


def _remarks(document: Document) -> Iterator[tuple[int, int]]:
    for hit in in_pronouns(document, "sexual"):
        if not _plain_talk(document, hit) and not _denied(document, hit):
            yield hit.first, hit.last
    for body in document.hits.get("body", ()):
        if _desired(document, body):
            yield body.first, body.last
    if any(sign in _PLAIN or sign in _MEANING for sign in document.text):
        for person in document.people:
            if person.kind in ("you", "handle", "name", "he") and _eyed(document, person):
                yield person.first, person.last
    yield from remarks(document)


def _eyed(document: Document, person: Person) -> bool:
    """Say whether an emoji that means a body is sent to somebody, or one of desire beside a body of theirs."""
    sentence = document.sentence_at(person.first)
    stretch = document.text[sentence.start : sentence.end + 3]
    if document.any("sexual-not", sentence.first, sentence.last):
        return False
    if any(sign in _PLAIN for sign in stretch):
        return sentence.last - sentence.first <= _SHORT
    families = ("body", "body-part") if any(sign in _BOLD for sign in stretch) else ("body-part",)
    bodies = any(document.any(family, sentence.first, sentence.last) for family in families)
    return bodies and any(sign in _MEANING for sign in stretch)


def _denied(document: Document, hit: Hit) -> bool:
    """Say whether the words are denied; "skal vi ikke …?" denies nothing."""
    sentence = document.sentence_at(hit.first)
    return "?" not in document.prose[sentence.start : sentence.end] and negated(document, hit.first)


def _plain_talk(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.first)
    bold = any(sign in _BOLD for sign in document.text[sentence.start : sentence.end + 3])
    return not bold and document.any("sexual-not", sentence.first, sentence.last)


def _desired(document: Document, body: Hit) -> bool:
    """Say whether a body, or what clings to it, is somebody else's, beside a sign of desire."""
    number = document.sentence_of[body.first]
    beside = document.sentences[max(0, number - 1) : number + 2]
    first, last = beside[0].first, beside[-1].last
    whose = set(document.words[max(beside[0].first, body.first - 3) : body.first]) & _WHOSE
    if not whose or not anybody(document, first, last, _SOMEBODY) or document.any("sexual-not", first, last):
        return False
    longing = any(h.last <= body.first or h.first >= body.last for h in document.within(("desire",), first, last))
    signs = any(sign in _MEANING for sign in document.text[beside[0].start : beside[-1].end + 3])
    if longing and signs:
        return True
    sentence = document.sentences[number]
    return (
        longing
        and document.any("desire", sentence.first, sentence.last)
        and bool(whose & {"din", "dit", "dine", "hendes", "hans", "your", "her", "his", "those"})
    )
