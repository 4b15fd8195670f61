"""``audience``: a post about the organisation and people of its daily life, when it is not said who will see it,
or when the text takes a smaller circle for granted than the post has."""

from __future__ import annotations

from postlint.checks.fact_text import published, same
from postlint.checks.role import at
from postlint.checks.standing import Place, about_organisation, is_quoted, own_voice
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match."""
    if own_voice(draft) or not draft.post.author.employee:
        return
    audience = draft.post.audience
    if audience == "public":
        place = _said(draft, "just-friends")
        if place is not None:
            yield at(place, "circle")
            return
        place = _said(draft, "away-home")
        if place is not None:
            yield at(place, "away")
        return
    if (
        audience is None
        and draft.post.channel not in ("intranet", "community")
        and about_organisation(draft) is not None
    ):
        place = _said(draft, "close-people")
        if place is not None:
            yield at(place)
        elif any(_shows_others(draft, number) for number in range(len(draft.post.images))):
            yield Match("audience", facts={"words": "images"})


def _said(draft: Draft, family: str) -> Place | None:
    for document in published(draft):
        for hit in document.hits.get(family, ()):
            if not is_quoted(document, hit.first):
                return Place(document.field, document, hit.first, hit.last)
    return None


def _shows_others(draft: Draft, number: int) -> bool:
    people = draft.post.images[number].people
    if not isinstance(people, tuple):
        return people == "unknown"
    return any(
        same(person.name) not in (same(draft.post.author.name or ""), "author", "mig", "me") for person in people
    )
