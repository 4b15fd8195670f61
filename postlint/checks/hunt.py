"""Calls to go after somebody by what they are made of: a call to many, what they are to do, and what is to come of
it."""

from __future__ import annotations

from postlint.checks.signs import add_up, windows
from postlint.document.people import persons
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

WEIGHTS = {
    "crowd-harm": 1.5,
    "drive-out": 1.5,
    "dox-ask": 1.5,
    "pile-on": 1.5,
    "crowd": 1.0,
    "crowd-scale": 1.0,
    "contact-place": 0.5,
}
ENOUGH = 3.0
_GRAVE = frozenset(("crowd-harm", "drive-out", "dox-ask", "pile-on"))
_TARGETS = ("he", "name", "handle", "role")


def hunts(document: Document) -> Iterator[tuple[int, int]]:
    """Yield stretches of up to two sentences that call to go after somebody who is named there or right before."""
    for first, last in windows(document, "crowd-harm drive-out dox-ask", 2):
        found = add_up(document, WEIGHTS, first, last)
        if found.weight < ENOUGH or not found.kinds & _GRAVE or _harmless(document, first, last, found.first):
            continue
        if _called(document, first, last, found.kinds) and _target(document, first, last):
            yield found.first, found.last


def _harmless(document: Document, first: int, last: int, call: int) -> bool:
    """Say whether the call is kind or lawful, or is called off right where it begins (token ``call``)."""
    return document.any("crowd-not", first, last) or document.any("call-not", max(0, call - 6), call + 5)


def _called(document: Document, first: int, last: int, kinds: frozenset[str]) -> bool:
    """Say whether others are called upon: a crowd, or an order at the head of a sentence."""
    return "crowd" in kinds or any(
        hit.first in (sentence.first, sentence.first + 1)
        for sentence in document.sentences
        if first <= sentence.first < last
        for family in ("crowd-harm", "contact-place")
        for hit in document.within((family,), sentence.first, sentence.last)
    )


def _target(document: Document, first: int, last: int) -> bool:
    """Say whether he, she or somebody named is spoken of here or in the two sentences before."""
    number = max(0, document.sentence_of[first] - 2)
    return next(persons(document, document.sentences[number].first, last, _TARGETS), None) is not None
