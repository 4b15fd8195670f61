"""Prints of words and links: enough to know the same ones again, and nothing that could be read back."""

from __future__ import annotations

from zlib import crc32

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST_WORDS = 8  # fewer say too little to be called the same text: "God weekend!", "Good morning!"
_SHINGLE = 3  # words in a row
_KEPT = 24  # smallest hashes of a text that are kept
_SAME = 0.7  # share of equal three-word sequences from which two texts are the same


def of_words(words: Sequence[str]) -> tuple[int, ...]:
    """Return the print of a text: the smallest hashes of its word sequences, in order; empty where it is short."""
    if len(words) < LEAST_WORDS:
        return ()
    hashes = {crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1)}
    return tuple(sorted(hashes)[:_KEPT])


def of_links(links: Iterable[str]) -> tuple[int, ...]:
    """Return a hash for each link, without the parts that only say where a reader came from."""
    return tuple(dict.fromkeys(crc32(_plain(link).encode()) for link in links))


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether two prints are of nearly the same text.

    The share of common sequences is estimated from the smallest hashes of both (Broder, On the resemblance and
    containment of documents, 1997).
    """
    if not one or not other:
        return False
    smallest = sorted({*one, *other})[:_KEPT]
    both = set(one) & set(other)
    return sum(value in both for value in smallest) >= _SAME * len(smallest)


def _plain(link: str) -> str:
    link = link.strip().lower()
    for lead in ("https://", "http://", "www."):
        link = link.removeprefix(lead)
    address, mark, query = link.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid", "mc_"))]
    return address.partition("#")[0].rstrip("/") + (mark + "&".join(kept) if kept else "")
