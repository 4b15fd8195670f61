"""Passes, and boards or notes with secrets on them, that a picture shows: as its description says, or the text."""

from __future__ import annotations

from postlint.checks.secret_exposure import SHOWN
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.lexicon import Hit

_NEAR = 2  # sentences between what is shown and the words that say so


def pictured(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the code points of the first pass, or board with secrets, that a picture shows so that it can be read."""
    if document.any("picture-blurred", 0, len(document.words)):
        return
    described = document.field.endswith(".alt") or document.words[:1] == ["alt"] or "picture-label" in document.hits
    for hit in document.within(SHOWN, 0, len(document.words)):
        if described or _is_readable(document, hit):
            yield document.starts[hit.first], document.ends[hit.last - 1]
            return


def _is_readable(document: Document, hit: Hit) -> bool:
    """Say whether the text tells that a picture shows it so closely that it can be read."""
    number = document.sentence_of[hit.first]
    near = document.sentences[max(0, number - _NEAR) : number + _NEAR + 1]
    return document.any("picture-close", near[0].first, near[-1].last)
