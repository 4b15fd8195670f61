"""``image-alt``: a picture without words for those who cannot see it."""

from __future__ import annotations

from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every picture whose alt text is missing or empty."""
    for number, image in enumerate(draft.post.images):
        if not (image.alt or "").strip():
            file = image.file or str(number + 1)
            yield Match(f"images[{number}].alt", facts={"file": file, "words": file})
