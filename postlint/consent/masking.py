"""Names taken out of running words: where a person's full name stands in a note or a picture's name, the id does."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# As file names spell them, and as a Mac takes them apart.
_LETTERS = {
    "æ": "(?:æ|ae)", "ø": "(?:ø|oe|o)", "å": "(?:å|a\u030a|aa|a)", "é": "(?:é|e\u0301|e)", "ö": "(?:ö|o\u0308|oe|o)",
}  # fmt: skip
_LOOSE = str.maketrans({"ø": "o", "å": "a", "é": "e", "ö": "o"})
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[A-ZÆØÅ][a-zæøåé]+")  # of FestMedBoBly


@lru_cache(maxsize=512)
def name_pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name in running words and in file names: ``Bo Bly``, ``bo-bly2``, ``BO_BLYs``.

    A name of one word is never found, for it may be any word.
    """
    words = ["".join(_LETTERS.get(letter, re.escape(letter)) for letter in word.lower()) for word in name.split()]
    if len(words) < 2:
        return re.compile(r"(?!)")
    return re.compile(r"(?<![^\W\d_])" + r"[\s._-]*".join(words) + r"(?:['’]?s)?(?![^\W\d_])", re.IGNORECASE)


def without(name: str, id: str, text: str) -> str:
    """Return a text with an id where the name stood; a digit that follows is kept apart from those of the id."""
    return name_pattern(name).sub(lambda found: id + "_" * text[found.end() : found.end() + 1].isdecimal(), text)


class Masks:
    """Takes many names at once out of words: ``names`` maps each to the id that stands in for it."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids = dict(names)
        self._by_word: dict[str, list[str]] = {}
        for name in names:
            for key in _keys((name.split() or [""])[0]):
                self._by_word.setdefault(key, []).append(name)

    def __call__(self, text: str, *own: str) -> str:
        """Return a text without names. ``own`` are names that are looked for even where no word begins with them."""
        found = {name for word in _words(text) for key in _keys(word) for name in self._by_word.get(key, ())}
        for name in sorted(found.union(own), key=lambda name: (-len(name), name)):
            text = without(name, self._ids.get(name, "…"), text)
        return text


def _words(text: str) -> Iterator[str]:
    composed = normalize("NFC", text)
    yield from _WORD.findall(composed)
    yield from _PART.findall(composed)


def _keys(word: str) -> set[str]:
    """Return the spellings under which the first word of a name is filed."""
    return {fold(word), fold(word.lower().translate(_LOOSE))}
