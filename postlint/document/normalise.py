"""A text made comparable, with an exact map back to where every character stood.

Composed letters are made one (NFC), compatibility letters plain (NFKC: full width, mathematical, circled),
invisible characters are dropped, and Greek or Cyrillic look-alikes inside Latin words become Latin. Dashes,
quotation marks, ellipses, fractions and signs such as ™ are left as they are. See Unicode UAX #15 and UTS #39.
"""

from __future__ import annotations

import unicodedata

from postlint.patterns import lazy
from postlint.record import NamedTuple

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0e"
_DROPPED = lazy(f"[{_INVISIBLE}\U000e0000-\U000e007f]")
# What needs no work: Latin letters as typed, common punctuation, arrows, emoji with their variation selector.
_PLAIN = lazy(
    "[\\x00-\\x7f\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff"
    "\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u3000-\u3002\ufe0f\U0001f000-\U0001f0ff\U0001f1e6-\U0001faff]*"
)
_LOOKALIKE_LETTERS = "АВЕЅІЈКМНОРСТХУаеіјосрѕхуԁɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ"
_LATIN_LETTERS = "ABESIJKMHOPCTXYaeijocpsxydgABEZHIKMNOPTYXaivopu"
_LOOKALIKES = str.maketrans(_LOOKALIKE_LETTERS, _LATIN_LETTERS)
_MIXED = lazy(rf"[a-zA-ZæøåÆØÅ0-9{_LOOKALIKE_LETTERS}]+")
_LATIN = lazy(r"[a-zA-ZæøåÆØÅ]")


class Normalised(NamedTuple):
    """The comparable text. ``starts[i]`` and ``ends[i]`` are the original code points (half open) of its
    character ``i``; both are ``None`` where nothing was changed."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original text behind ``text[start:end]``, in code points."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normalised:
    """Return the comparable form of ``text``."""
    plain = _PLAIN.match(text)
    if plain is not None and plain.end() == len(text):
        return Normalised(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for character in _comparable(text[start:end]):
            out.append(character)
            starts.append(start)
            ends.append(end)
    return Normalised(_unmask("".join(out)), starts, ends)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a base character with its combining marks, in code points."""
    clusters: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        if clusters and unicodedata.combining(character):
            clusters[-1] = (clusters[-1][0], index + 1)
        else:
            clusters.append((index, index + 1))
    return clusters


def _comparable(cluster: str) -> str:
    if _DROPPED.match(cluster):
        return ""
    if cluster in "ⓐⒶ":  # written for the at sign in addresses
        return "@"
    composed = unicodedata.normalize("NFC", cluster)
    plain = _PLAIN.match(composed)
    if plain is not None and plain.end() == len(composed):
        return composed
    if unicodedata.category(composed[0]) == "No":
        return composed
    compatible = unicodedata.normalize("NFKC", composed)
    return compatible if any(c.isalnum() or c in "@.:/" for c in compatible) else composed


def _unmask(text: str) -> str:
    """Replace look-alike letters, but only in words that also have Latin ones."""
    if text.translate(_LOOKALIKES) == text:
        return text
    return _MIXED.sub(lambda m: m[0].translate(_LOOKALIKES) if _LATIN.search(m[0]) else m[0], text)
