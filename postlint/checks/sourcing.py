"""``sourcing``: studies, rankings and figures about others, without a word on where they come from.

Figures of one's own, prices, dates and figures of speech need no source.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, span
from postlint.checks.quotation import is_name
from postlint.draft import Match
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_FIGURE = lazy(r"\d[\d.,]*\s?(?:%|procent\b|pct\b|percent\b|per cent\b)", 2)
_LINKS = ("url", "domain", "target")
_FIRST = frozenset("vi vores vore os mine min mit jeg we our us my i we've i've we're".split())
_REACH = 8  # words between a figure and those it is about


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match a text, on the first claim without a source."""
    for document in draft.documents:
        if document.field.endswith(".alt") or _has_link(document) or any(quote.source for quote in draft.post.quotes):
            continue
        for first, last in _claims(document):
            if not is_sourced(document, first):
                yield Match(document.field, document, *span(document, first, last))
                break


def _has_link(document: Document) -> bool:
    return any(special.kind in _LINKS for special in document.specials)


def _claims(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the claims that call for a source, in order."""
    found = [(hit.first, hit.last) for hit in document.hits.get("study-claim", ()) if not _dismissed(document, hit)]
    found += [(hit.first, hit.last) for hit in document.hits.get("ratio-claim", ()) if not _dismissed(document, hit)]
    found += _ratios(document)
    found += _figures(document)
    yield from sorted(place for place in found if not in_others_words(document, place[0]))


def _dismissed(document: Document, hit: Hit) -> bool:
    """Say whether the words ask for a study, or tell of one's own."""
    sentence = document.sentence_at(hit.first)
    if "?" in document.prose[sentence.start : sentence.end]:
        return True
    return bool(_FIRST & set(document.words[max(sentence.first, hit.first - 2) : hit.first]))


def _ratios(document: Document) -> Iterator[tuple[int, int]]:
    """Yield "8 out of 10 Danes": two numbers with a word between, and people after them."""
    words = document.words
    for at in range(len(words) - 3):
        if words[at + 1] not in ("ud", "out", "af", "of", "in") or not _is_number(words[at]):
            continue
        end = at + 2 + (words[at + 2] in ("af", "of"))
        small = words[at] in _SMALL and end < len(words) and words[end] in _SMALL
        if not small and end < len(words) and _is_number(words[end]) and _people(document, end + 1, end + 4):
            yield at, end + 1


def _is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


_SMALL = frozenset("en et to tre one two three 1 2 3".split())  # as many as a family has
_NUMBERS = frozenset(
    "to tre fire fem seks syv otte ni ti hundrede two three four five six seven eight nine ten hundred en one".split()
)


def _figures(document: Document) -> Iterator[tuple[int, int]]:
    """Yield percentages about a population, the country or the market."""
    for match in _FIGURE.finditer(document.prose):
        token = document.token_at(match.start())
        sentence = document.sentence_at(token)
        if _FIRST & set(document.words[sentence.first : sentence.last]):
            continue
        near = (max(sentence.first, token - _REACH), min(sentence.last, token + _REACH))
        if _people(document, *near) and not document.any("figure-of-speech", sentence.first, sentence.last):
            yield token, token + 1


def _people(document: Document, first: int, last: int) -> bool:
    return document.any("population", first, min(last, len(document.words)))


def is_sourced(document: Document, token: int) -> bool:
    """Say whether the sentence of a token, or one beside it, says where the claim comes from."""
    number = document.sentence_of[token]
    for sentence in document.sentences[max(0, number - 1) : number + 2]:
        if document.any("named-source", sentence.first, sentence.last):
            return True
    here = document.sentences[number]
    return any(_names(document, at) for at in range(here.first, here.last))


def _names(document: Document, token: int) -> bool:
    """Say whether a name stands where a source does: after "from", "at", "by", or at the head of the sentence."""
    if not is_name(document, token):
        return False
    before = document.words[max(0, token - 2) : token]
    if _FROM & set(before):
        return True
    sentence = document.sentence_at(token)
    if token != sentence.first or token + 1 >= sentence.last:
        return False
    return document.between(token + 1)[:1] == ":" or document.raw(token + 1)[:1].isupper()


_FROM = frozenset("fra af hos ved from by at ifoelge foelge jf iflg via in i".split())
