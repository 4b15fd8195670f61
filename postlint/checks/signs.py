"""Adding up signs that say little alone: what several families of words weigh together in neighbouring sentences.

A writer who threatens, calls to the chase, or talks down seldom does so in one fixed phrase; he names a place, a
tool, a time and a person, each harmless alone. Every sign counts once, however often it stands there, and one
word cannot be two signs.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from postlint.document import Document
    from postlint.lexicon import Hit


class Sum(NamedTuple):
    """What was found in tokens ``first`` to ``last`` (half open): the families, with their weight together."""

    weight: float
    kinds: frozenset[str]
    first: int
    last: int


def windows(document: Document, lead: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield tokens (half open) of up to ``width`` sentences that begin at each sentence; a window is left out where
    ``document`` has no hit of ``lead`` families (separated by blanks) in it."""
    for number in range(len(document.sentences)):
        stretch = document.sentences[number : number + width]
        first, last = stretch[0].first, stretch[-1].last
        if any(document.any(family, first, last) for family in lead.split()):
            yield first, last


def add_up(document: Document, weights: Mapping[str, float], first: int, last: int) -> Sum:
    """Return what the families of ``weights`` weigh together in tokens ``first`` to ``last`` (half open), the
    heavier ones first; signs within quotations count nothing."""
    taken: list[Hit] = []
    for family in sorted(weights, key=weights.__getitem__, reverse=True):
        hit = next((hit for hit in document.within((family,), first, last) if _free(document, hit, taken)), None)
        if hit is not None:
            taken.append(hit)
    if not taken:
        return Sum(0.0, frozenset(), first, first)
    weight = sum(weights[hit.family] for hit in taken)
    kinds = frozenset(hit.family for hit in taken)
    return Sum(weight, kinds, min(hit.first for hit in taken), max(hit.last for hit in taken))


def _free(document: Document, hit: Hit, taken: list[Hit]) -> bool:
    """Say whether no other sign holds the words of ``hit``, and whether they are the author's own."""
    clear = all(hit.last <= other.first or hit.first >= other.last for other in taken)
    return clear and document.quotation_at(hit.first) is None
