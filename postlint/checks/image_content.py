"""``image-content``: a picture that shows nakedness, sex, violence, injury or death, by its facts, its alt text,
or a warning in the file itself."""

from __future__ import annotations

from postlint.checks.fact_text import holds, published, read
from postlint.draft import Match
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_TOLD = ("nudity", "sexual", "violence", "injury")  # those whose names exist in both languages


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a picture: what its facts say, else what its description or the text does."""
    alts = {document.field: document for document in draft.documents}
    for number, image in enumerate(draft.post.images):
        shown = [what for what in image.shows if not what.lower().startswith("logo")]
        flags = [what for what in shown if holds(read(draft, what, "shows"), "sensitive-flag", "graphic")]
        if flags:
            reason = "noted" if _noted(draft, alts.get(f"images[{number}].alt")) else ""
            yield Match(
                f"images[{number}].shows", reason=reason, facts={"words": flags[0], "flag": _flag(draft, flags)}
            )
            continue
        alt = alts.get(f"images[{number}].alt")
        if alt is not None and not shown and alt.hits.get("graphic") and not _noted(draft, alt):
            hit = alt.hits["graphic"][0]
            start, end = alt.starts[hit.first], alt.ends[hit.last - 1]
            yield Match(alt.field, alt, start, end, "description", {"flag": alt.slice(hit.first, hit.last)})
            continue
        seen = draft.seen(number) if image.file else None
        if seen is not None and seen.metadata.warned:
            yield Match(f"images[{number}].file", reason="in-file", facts={"words": image.file or ""})
    if draft.post.images:
        yield from _announced(draft)


def _announced(draft: Draft) -> Iterator[Match]:
    for document in published(draft):
        for hit in document.hits.get("graphic-scene", ()):
            start, end = document.starts[hit.first], document.ends[hit.last - 1]
            flag = document.slice(hit.first, hit.last)
            yield Match(document.field, document, start, end, "description", {"flag": flag})
            return


def _noted(draft: Draft, alt: Document | None) -> bool:
    """Say whether an official post warns of the picture, or tells that it is art or teaching."""
    if draft.role != "official":
        return False
    return holds(draft.text, "content-note") or (alt is not None and holds(alt, "content-note"))


def _flag(draft: Draft, flags: list[str]) -> str:
    lang = draft.post.lang or draft.text.language
    return ", ".join(say(f"shows-{flag}", lang) if flag in _TOLD else flag for flag in flags)
