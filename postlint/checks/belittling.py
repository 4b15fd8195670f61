"""Talking down by what it is made of: explaining to somebody who is thought slow, comparing with children, praise
from above, pet names, and those who know set against those who do not."""

from __future__ import annotations

from postlint.checks.signs import add_up, windows
from postlint.document.people import anybody
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

WEIGHTS = {
    "condescending": 1.25,
    "you-lot": 1.25,
    "pat-head": 1.0,
    "small-child": 1.0,
    "grown-ups": 1.0,
    "step-aside": 1.0,
    "slow-manner": 1.0,
    "unlearned": 1.0,
    "explain-to": 1.0,
    "common-lore": 1.0,
}
PET = 1.25
ENOUGH = 2.0
_HEARD = ("you",)


def put_downs(document: Document) -> Iterator[tuple[int, int]]:
    """Yield stretches of up to two sentences where signs of talking down to somebody come together."""
    lead = "you-lot pat-head small-child grown-ups step-aside slow-manner unlearned explain-to pet-word"
    for first, last in windows(document, lead, 2):
        if document.any("belittle-not", first, last):
            continue
        found = add_up(document, WEIGHTS, first, last)
        called = _pet(document, first, last)
        if not found.kinds or found.weight + (PET if called else 0.0) < ENOUGH:
            continue
        lore = found.kinds >= {"common-lore", "small-child"}
        if called or lore or anybody(document, first, last, _HEARD) or _ordered(document, first, last):
            yield found.first, found.last


def _pet(document: Document, first: int, last: int) -> bool:
    """Say whether somebody is called by a pet name: alone between commas or at the edge of a sentence."""
    for hit in document.within(("pet-word",), first, last):
        sentence = document.sentence_at(hit.first)
        begins = hit.first == sentence.first or not document.between(hit.first).isspace()
        ends = hit.last == sentence.last or not document.between(hit.last).isspace()
        if (ends or _named(document, hit.last, sentence.last)) and (begins or hit.first - sentence.first <= 2):
            return True
    return False


def _named(document: Document, token: int, last: int) -> bool:
    """Say whether a name that is called out follows: "dear Tom, …"."""
    name = next((p for p in document.people if p.first == token and p.kind == "name"), None)
    return name is not None and (name.last == last or not document.between(name.last).isspace())


def _ordered(document: Document, first: int, last: int) -> bool:
    """Say whether a sentence begins with an order to read, to learn or to step aside."""
    return any(
        document.sentence_at(hit.first).first >= hit.first - 1
        for hit in document.within(("unlearned", "step-aside"), first, last)
    )
