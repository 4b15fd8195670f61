"""``role``: the role that a post gives itself, against what its facts and its words say."""

from __future__ import annotations

from postlint.checks.fact_text import bare, read
from postlint.checks.standing import (
    Place,
    about_organisation,
    is_account,
    is_spokesperson,
    organisation_voice,
    our_we,
    own_voice,
    works_there,
)
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one contradiction; for an official post without account or author, what is missing."""
    if own_voice(draft):
        return
    if draft.role == "official":
        yield from _official(draft)
        return
    post = draft.post
    for field, name in (("account", post.account), ("author.handle", post.author.handle)):
        if is_account(draft, name):
            yield Match(field, reason="own-account", facts={"words": name or "", "account": name or ""})
            return
    place = organisation_voice(draft)
    if place is None and draft.role == "private" and post.author.employee:
        place = our_we(draft)
        if place is None and _profile_contradicts(draft):
            yield Match("author.bio", reason="profile", facts={"words": post.author.bio or ""})
            return
    if place is not None:
        yield at(place, "we")


def at(place: Place, reason: str = "", **facts: str) -> Match:
    """Return a match on a place."""
    document = place.document
    if document is None:
        return Match(place.field, reason=reason, facts={"words": place.field, **facts})
    return Match(place.field, document, document.starts[place.first], document.ends[place.last - 1], reason, facts)


def _official(draft: Draft) -> Iterator[Match | Unknown]:
    """Judge an official post: it comes from the organisation's account or from a spokesperson."""
    post, organisation = draft.post, draft.settings.organisation
    accounts = [name for name in (post.account, post.author.handle) if name]
    if any(_is_ours(draft, name) for name in accounts) or is_spokesperson(draft):
        return
    if not organisation.handles and not organisation.spokespersons:
        yield Unknown("accounts-not-configured")
    elif accounts and organisation.handles:
        field = "account" if post.account else "author.handle"
        yield Match(field, reason="not-own-account", facts={"words": accounts[0], "account": accounts[0]})
    elif post.author.name and organisation.spokespersons:
        facts = {"words": post.author.name, "account": post.author.name}
        yield Match("author.name", reason="not-own-account", facts=facts)
    else:
        yield Unknown("account-not-said")


def _is_ours(draft: Draft, name: str) -> bool:
    """Say whether an account is the organisation's: configured, or called by its name."""
    compact = bare(name)
    return is_account(draft, name) or any(
        len(core) >= 4 and compact.startswith(core) for core in draft.text.world.organisation
    )


def _profile_contradicts(draft: Draft) -> bool:
    """Say whether the profile names the employer that a private post is about."""
    bio = draft.post.author.bio
    return bool(bio) and about_organisation(draft) is not None and works_there(read(draft, bio or "", "author.bio"))
