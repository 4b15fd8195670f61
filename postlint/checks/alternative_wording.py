"""``alternative-wording``: words that have a ready alternative. A family whose name begins with ``instead:`` holds
the words, and its name says what to write instead. Titles held by somebody, and quoted words, are left alone."""

from __future__ import annotations

from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_FAMILY = "instead:"


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield a match for every such word."""
    for document in draft.documents:
        for family, hits in document.hits.items():
            if family.startswith(_FAMILY):
                yield from _matches(document, hits, family.removeprefix(_FAMILY).strip())


def _matches(document: Document, hits: list[Hit], instead: str) -> Iterator[Match]:
    for hit in hits:
        if document.quotation_at(hit.first) is None and not _title_held(document, hit):
            start, end = document.starts[hit.first], document.ends[hit.last - 1]
            yield Match(document.field, document, start, end, facts={"instead": instead})


def _title_held(document: Document, hit: Hit) -> bool:
    """Say whether a name follows at once: "Formand Anker Påfund" holds that title."""
    return any(person.kind == "name" and person.first in (hit.first, hit.last) for person in document.people)
