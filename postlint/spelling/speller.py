"""Two dictionaries: Danish by hunspell and Stavekontrolden, English by pyspellchecker.

Both are loaded at first use (about a third of a second each). Danish compounds are put together by hunspell and the
dictionary's own rules: a home-made rule on top of them was measured to hide one misspelling in eight for a quarter
fewer false alarms. Only what hunspell cannot know is added: compounds of an English and a Danish word.
"""

from __future__ import annotations

import os
from functools import cache, cached_property

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "da_DK")
LONGEST = 24  # letters of a word for which anything is suggested
_NEAR = 12  # letters from which English suggestions are one edit away at the most; two take seconds
_PART = 5  # letters that each part of a mixed compound has at the least
_MOST = 3
_LIKE = 0.8  # below this a suggestion is a guess
# British endings and the American ones that the English dictionary has.
_BRITISH = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("iser", "izer"),
    ("ysed", "yzed"), ("ysing", "yzing"), ("yse", "yze"), ("our", "or"), ("lled", "led"), ("lling", "ling"),
    ("ller", "ler"), ("tre", "ter"), ("ogue", "og"), ("ence", "ense"), ("amme", "am"), ("que", "ck"), ("yre", "ire"),
    ("mould", "mold"), ("plough", "plow"), ("aeo", "eo"), ("oeu", "eu"), ("paed", "ped"), ("lfil", "lfill"),
)  # fmt: skip


class Speller:
    """Looks words up and suggests others; the same word always gets the same answer."""

    def __init__(self, hunspell: Any, english: Any) -> None:
        self._hunspell, self._spellchecker = hunspell, english
        self._known: dict[str, bool] = {}

    @cached_property
    def _danish(self) -> Any:
        return self._hunspell("da_DK", hunspell_data_dir=FOLDER)

    @cached_property
    def _english(self) -> Any:
        return self._spellchecker(language="en", distance=2)

    @cached_property
    def _english_near(self) -> Any:
        return self._spellchecker(language="en", distance=1)

    def known(self, word: str) -> bool:
        """Say whether a word, as written, is right in Danish or English. Raises nothing."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 50_000:
                self._known.clear()
            known = self._known[word] = self.danish(word) or self.english(word) or self._mixed(word.lower())
        return known

    def danish(self, word: str) -> bool:
        """Say whether the Danish dictionary has a word, in any form, or can put it together."""
        return bool(self._danish.spell(word))

    def english(self, word: str) -> bool:
        """Say whether the English dictionary has a word, in American or British spelling, or its genitive."""
        plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
        if plain in self._english:
            return True
        return any(
            british in plain and plain.replace(british, american) in self._english for british, american in _BRITISH
        )

    def _mixed(self, word: str) -> bool:
        """Say whether a word is a Danish compound that begins with an English word ("dashboardvisning")."""
        for at in range(_PART, len(word) - _PART + 1):
            rest = word[at:]
            if word[:at] in self._english and (self.danish(rest) or (rest[0] == "s" and self.danish(rest[1:]))):
                return True
        return False

    @cache  # noqa: B019 - there is one speller
    def suggestions(self, word: str, lang: str) -> tuple[str, ...]:
        """Return up to three words that may have been meant, likeliest first. Takes up to a second in Danish."""
        if len(word) > LONGEST:
            return ()
        found = self._english_words(word) if lang == "en" else [str(one) for one in self._danish.suggest(word)]
        found = [one for one in found if self.likeness(word, one) >= _LIKE]
        # A letter too many or too few in a double consonant is the likeliest slip of all.
        found.sort(key=lambda one: _squeezed(one) != _squeezed(word))
        return tuple(found[:_MOST])

    @staticmethod
    def likeness(word: str, other: str) -> float:
        """Return how like two words are, from 0 to 1; capitals and blanks do not count."""
        from difflib import SequenceMatcher

        return SequenceMatcher(None, word.lower(), other.lower().replace(" ", "")).ratio()

    def _english_words(self, word: str) -> list[str]:
        speller = self._english if len(word) <= _NEAR else self._english_near
        lower = word.lower()
        found = sorted(speller.candidates(lower) or (), key=lambda one: (-speller[one], one))
        return [one.capitalize() if word[:1].isupper() else one for one in found if one != lower]


def _squeezed(word: str) -> str:
    letters = word.lower()
    return "".join(letter for at, letter in enumerate(letters) if not at or letter != letters[at - 1])


@cache
def speller() -> Speller | None:
    """Return the speller, or ``None`` where ``postlint[spell]`` is not installed or does not work here."""
    from importlib import import_module

    try:
        return Speller(import_module("hunspell").Hunspell, import_module("spellchecker").SpellChecker)
    except (ImportError, AttributeError, OSError):
        return None
