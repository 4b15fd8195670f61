"""Families of words and phrases: their notation, their inflection, and an index that finds them in a text.

Notation (see ``docs/packs.md``): words separated by blanks, in any case; ``word*`` any ending; ``word/n``,
``word/a``, ``word/v`` the forms of a noun, adjective or verb of the pack's language; ``(a|b c|d)`` one of
these; ``(a|b)?`` the same or nothing; ``..`` a gap of up to three words. Hyphens count as blanks.

A compiled entry is ``(family, language, rest)``, filed under its first word (or the first four letters of its
stem); ``rest`` holds the elements that must follow, so that a text costs one look-up a word however many
phrases there are.
"""

from __future__ import annotations

import re

from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    class Table(Protocol):
        """Where the entries are filed: a dict, or a cache that reads only what is asked for."""

        def get(self, key: str, default: tuple[()], /) -> Sequence[Any]:
            """Return what is filed under a key."""


GAP = 3
STEM = 4
REMEMBERED = 50_000
ENDINGS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("da", "n"): ("", "s", "n", "ns", "t", "ts", "r", "rs", "rne", "rnes", "ne", "nes", "e", "es", "en", "ens", "et",
                  "ets", "er", "ers", "erne", "ernes", "ene", "enes"),
    ("da", "a"): ("", "t", "e", "s", "es", "ere", "est", "este"),
    ("da", "v"): ("", "e", "er", "r", "es", "s", "te", "de", "ede", "t", "et", "ende", "tes", "edes"),
    ("en", "n"): ("", "s", "es", "'s", "s'"),
    ("en", "a"): ("", "er", "est", "ly", "r", "st"),
    ("en", "v"): ("", "s", "es", "d", "ed", "ing"),
}  # fmt: skip
_VOWELS = frozenset("aeiouyæøå")
_TOKEN = lazy(r"\(([^()]*)\)(\?)?|(\S+)")
_WORD = lazy(r"([^\W_]+(?:'[^\W_]+)*)(\*|/[nav])?", re.UNICODE)

Element = tuple[str, ...]  # one of these words must stand here; a word that ends in "*" is a stem
Rest = tuple[Element, ...]  # the empty element is a gap
Entry = tuple[str, str, Rest]


class NotationError(ValueError):
    """A phrase that does not follow the notation; ``reason`` is a code of ``postlint.wording``."""

    def __init__(self, phrase: str, reason: str) -> None:
        super().__init__(f"{reason}: {phrase}")
        self.phrase = phrase
        self.reason = reason


def forms(word: str, kind: str, lang: str) -> set[str]:
    """Return the inflected forms of ``word`` (``kind`` n, a or v), folded; ``any`` has those of all languages."""
    if lang == "any":
        return forms(word, kind, "da") | forms(word, kind, "en")
    found = {word + ending for ending in ENDINGS.get((lang, kind), ("",))}
    last = word[-1:]
    if last == "e":
        found |= {word[:-1] + ending for ending in ENDINGS.get((lang, kind), ()) if ending[:1] in "aeiouy" and ending}
    elif last and last not in _VOWELS and word[-2:-1] in _VOWELS and word[-3:-2] not in _VOWELS:
        found |= {word + last + ending for ending in ENDINGS.get((lang, kind), ()) if ending[:1] in "aeiouy" and ending}
    if lang == "en" and last == "y":
        found |= {word[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily")}
    if lang == "da" and kind == "a" and word[-2:] in ("el", "er", "en") and len(word) > 4:
        found |= {word[:-2] + word[-1] + ending for ending in ("e", "ere", "est", "este")}
    if lang == "da" and kind == "n" and word[-2:] in ("el", "er", "en") and len(word) > 4:
        found |= {word[:-2] + word[-1] + ending for ending in ("e", "er", "en", "erne", "ene", "et")}
    return {fold(form) for form in found}


def phrase_elements(phrase: str, lang: str) -> list[tuple[Element, bool]]:
    """Return the elements of a phrase with whether each may be left out; raises ``NotationError``."""
    elements: list[tuple[Element, bool]] = []
    for group, optional, plain in _TOKEN.findall(phrase.replace("-", " ").replace("’", "'")):
        if plain == "..":
            elements.append(((), False))
        elif plain:
            elements.append((_choices(plain, lang, phrase), False))
        else:
            words: tuple[str, ...] = ()
            for choice in group.split("|"):
                words += _choices(choice.strip(), lang, phrase)
            elements.append((words, bool(optional)))
    if not elements:
        raise NotationError(phrase, "phrase-empty")
    if elements[0][1] or not elements[0][0]:
        raise NotationError(phrase, "phrase-start")
    return elements


def _choices(text: str, lang: str, phrase: str) -> Element:
    if " " in text:
        # A choice of several words is kept whole and opened when the phrase is unrolled.
        return ("\x00" + text,)
    match = _WORD.fullmatch(text)
    if match is None:
        raise NotationError(phrase, "phrase-sign")
    word, mark = match[1].lower(), match[2]
    if mark == "*":
        if len(fold(word)) < STEM:
            raise NotationError(phrase, "phrase-stem")
        return (fold(word) + "*",)
    if mark:
        return tuple(sorted(forms(word, mark[1], lang)))
    return (fold(word),)


def unroll(phrase: str, lang: str) -> list[list[Element]]:
    """Return every sequence of required elements that the phrase stands for; raises ``NotationError``."""
    sequences: list[list[Element]] = [[]]
    for element, optional in phrase_elements(phrase, lang):
        whole = tuple(word for word in element if not word.startswith("\x00"))
        pieces = [[whole]] if whole or not element else []
        for word in element:
            if word.startswith("\x00"):
                pieces += unroll(word[1:], lang)
        extended = [sequence + piece for sequence in sequences for piece in pieces]
        sequences = extended + (sequences if optional else [])
    return sequences


def entries(family: str, lang: str, phrases: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield ``(key, entry)`` for every phrase: the key is a folded word, or a stem that ends in ``*``."""
    for phrase in phrases:
        for sequence in unroll(phrase, lang):
            rest = tuple(sequence[1:])
            for first in sequence[0]:
                yield first, (family, lang, rest)


class Hit(NamedTuple):
    """Words ``first`` to ``last`` (half open, token numbers) belong to a family."""

    family: str
    first: int
    last: int
    lang: str


class Index:
    """Entries by first word, and ``(stem, entry)`` pairs by ``*`` and the stem's first four letters.

    Look-ups are remembered for the life of the index, within bounds.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._seen: dict[str, Sequence[Entry]] = {}

    def candidates(self, word: str) -> Sequence[Entry]:
        """Return the entries that may begin with ``word`` (folded); a hashtag is looked up without its sign."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) > REMEMBERED:
                self._seen.clear()
            found = self._seen[word] = self._look_up(word[1:] if word[:1] == "#" else word)
        return found

    def _look_up(self, word: str) -> Sequence[Entry]:
        exact: Sequence[Entry] = self._table.get(word, ())
        stems: Sequence[tuple[str, Entry]] = self._table.get("*" + word[:STEM], ()) if len(word) >= STEM else ()
        return [*exact, *(entry for stem, entry in stems if word.startswith(stem))]


def match(entry: Entry, words: Sequence[str], first: int, stop: int) -> int:
    """Return where the entry that begins at token ``first`` ends (half open), or 0; ``stop`` bounds it."""
    return _follow(entry[2], words, first + 1, stop) if entry[2] else first + 1


def _follow(rest: Rest, words: Sequence[str], at: int, stop: int) -> int:
    for number, element in enumerate(rest):
        if not element:
            for skip in range(GAP + 1):
                end = _follow(rest[number + 1 :], words, at + skip, stop)
                if end:
                    return end
            return 0
        if at >= stop or not _fits(element, words[at]):
            return 0
        at += 1
    return at


def _fits(element: Element, word: str) -> bool:
    if word in element:
        return True
    return any(choice[-1] == "*" and word.startswith(choice[:-1]) for choice in element)


def build(families: Mapping[tuple[str, str], Iterable[str]]) -> dict[str, tuple[object, ...]]:
    """Return the table of an ``Index`` for phrases by ``(family, language)``; raises ``NotationError``."""
    table: dict[str, dict[object, None]] = {}
    for (family, lang), phrases in families.items():
        for key, entry in entries(family, lang, phrases):
            if key.endswith("*"):
                table.setdefault("*" + key[:STEM], {})[key[:-1], entry] = None
            else:
                table.setdefault(key, {})[entry] = None
    return {key: tuple(filed) for key, filed in table.items()}
