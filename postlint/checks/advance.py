"""Sexual remarks by what they are made of: somebody, a body or a bed, and wanting; or marks for looks; or a post
that somebody is said to have got in bed."""

from __future__ import annotations

from postlint.checks.signs import add_up, windows
from postlint.document.people import anybody
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

WEIGHTS = {
    "intimate": 1.5,
    "lust": 1.25,
    "slept-up": 1.25,
    "bedroom": 1.0,
    "longing": 1.0,
    "rating": 0.75,
    "body-near": 0.75,
}
ENOUGH = 2.0
BOLD = frozenset("😏🥵🤤👅💦🍑🍆")
WARM = frozenset("😍😘🔥😉😈")
_SOMEBODY = ("you", "he", "name", "handle", "role")
_BODILY = frozenset(("intimate", "lust", "bedroom", "slept-up"))
_SPAN = 2  # sentences


def remarks(document: Document) -> Iterator[tuple[int, int]]:
    """Yield stretches of up to two sentences where signs of desire for somebody come together."""
    for first, last in windows(document, "intimate lust bedroom slept-up rating body-near", _SPAN):
        if document.any("lust-not", first, last) or document.any("sexual-not", first, last):
            continue
        found = add_up(document, WEIGHTS, first, last)
        weight = found.weight + _glance(document, first, last)
        bodily = found.kinds & _BODILY or ("body-near" in found.kinds and weight > found.weight)
        if weight >= ENOUGH and bodily and anybody(document, first, last, _SOMEBODY):
            yield found.first, found.last


def _glance(document: Document, first: int, last: int) -> float:
    """Return what the emoji in and right after the words weigh."""
    stretch = document.text[document.starts[first] : document.ends[last - 1] + 4]
    if any(sign in BOLD for sign in stretch):
        return 1.5
    return 0.5 if any(sign in WARM for sign in stretch) else 0.0
