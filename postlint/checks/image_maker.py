"""Whom a picture's file names as its maker or owner, where its post gives no credit: part of ``image-credit``."""

from __future__ import annotations

import re

from postlint.checks.fact_text import bare
from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.pictures.metadata import Metadata

_NOTICE = re.compile(r"©|\(c\)|\bcopyright\b|\bophavsret\b|\ball rights reserved\b|\balle rettigheder forbeholdes\b"
                     r"|\b(?:19|20)\d\d\b", re.IGNORECASE)  # fmt: skip


def somebody_else(draft: Draft, number: int, file: str) -> Iterator[Match | Unknown]:
    """Yield a match where the file names a maker who is neither the author nor the organisation, nor in the post."""
    seen = draft.seen(number)
    makers = _makers(seen.metadata) if seen is not None else []
    if not makers or any(_is_ours(draft, maker) or _is_told(draft, maker) for maker in makers):
        return
    if draft.post.author.name is None and draft.role != "official":
        yield Unknown("maker-not-compared", {"file": file, "maker": makers[0]})
        return
    facts = {"file": file, "words": makers[0], "maker": makers[0]}
    yield Match(f"images[{number}].file", reason="in-file", facts=facts)


def _makers(metadata: Metadata) -> list[str]:
    """Return who made a picture as its file says it; where it names no maker, whose it is."""
    if metadata.creators:
        return list(metadata.creators)
    owned = (" ".join(_NOTICE.sub(" ", words).split()).strip(" .,;:-/") for words in (metadata.credit, metadata.rights))
    return [words for words in owned if any(letter.isalpha() for letter in words)]


def _is_ours(draft: Draft, maker: str) -> bool:
    if any(name in bare(maker) for name in draft.text.world.organisation):
        return True
    author, organisation = draft.post.author, draft.settings.organisation
    own = [author.name or "", author.handle or "", *organisation.spokespersons]
    return any(_alike(maker, name) for name in own)


def _is_told(draft: Draft, maker: str) -> bool:
    return any(bare(maker) in bare(document.source) for document in draft.documents)


def _alike(one: str, other: str) -> bool:
    """Say whether two names may be of one person: all the names of one are among those of the other."""
    mine, theirs = (set(re.findall(r"[^\W\d_]{2,}", fold(name))) for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
