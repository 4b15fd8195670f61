"""``condescension``: talking down to somebody, or keeping newcomers out. The same words said of oneself, in thanks
or in encouragement, are left alone."""

from __future__ import annotations

from itertools import pairwise

from postlint.checks.belittling import put_downs
from postlint.checks.by_weight import by_weight
from postlint.checks.use import imagined, negated, used
from postlint.document.people import clause, persons
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_ALONG = frozenset((("with", "us"), ("with", "me"), ("med", "os"), ("hos", "os"), ("med", "mig")))


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text, the longest turn of phrase first."""
    for document in draft.documents:
        for first, last in _turns(document):
            if used(document, first, last) and not imagined(document, first):
                yield Match(document.field, document, document.starts[first], document.ends[last - 1])
                break
        else:
            yield from (match for match in by_weight(document, rule) if not _invites(document, match))


def _invites(document: Document, match: Match) -> bool:
    """Say whether the sentence asks somebody to come along: "You could take a course with us"."""
    sentence = document.sentence_at(document.token_at(match.start))
    return any(pair in _ALONG for pair in pairwise(document.words[sentence.first : sentence.last]))


def _turns(document: Document) -> Iterator[tuple[int, int]]:
    hits = sorted(document.hits.get("condescending", ()), key=lambda hit: (hit.first - hit.last, hit.first))
    for hit in hits:
        if not _excepted(document, hit) and not _of_author(document, hit) and _addressed(document, hit):
            yield hit.first, hit.last
    yield from put_downs(document)


def _excepted(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.first)
    return document.any("condescending-not", sentence.first, sentence.last)


_HARD = frozenset("raketvidenskab hjernekirurgi".split())
_ADDRESS = frozenset(
    "ven venner skat pige mand du dreng barn menneske frøken froeken mus pus trold hjerte sweetie sweetheart "
    "kiddo honey hun darling dear love buddy pal champ mate sunshine princess kid girl boy son petal missy "
    "man lady friend one fellow dame".split()
)


def _addressed(document: Document, hit: Hit) -> bool:
    """Say whether a pet name is called out to somebody, between commas or alone; other turns need no such place."""
    if document.words[hit.last - 1] not in _ADDRESS or hit.last - hit.first > 3:
        return not negated(document, hit.first) or document.words[hit.first] in _HARD
    sentence = document.sentence_at(hit.first)
    begins = hit.first == sentence.first or not document.between(hit.first).isspace()
    ends = hit.last == sentence.last or not document.between(hit.last).isspace()
    return ends and (begins or document.words[hit.first] in ("oh", "aw", "sweetie", "aah"))


def _of_author(document: Document, hit: Hit) -> bool:
    """Say whether the author speaks of the author: "jeg skulle selv google det", "did I even read it"."""
    first, _ = clause(document, hit.first)
    if any(persons(document, hit.first, hit.last, ("you",))):
        return False
    before = [p for p in persons(document, first, hit.first, ("author", "you", "he", "they")) if not p.owner]
    return bool(before) and before[-1].kind == "author" and hit.first - before[-1].last <= 4
