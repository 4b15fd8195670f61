"""The notation of words and phrases in packs, and what it stands for.

Words separated by blanks, in any case; ``word*`` any ending; ``word/n``, ``word/a``, ``word/v`` the forms of a
noun, adjective or verb of the pack's language; ``(a|b c|d)`` one of these; ``(a|b)?`` the same or nothing; ``..``
a gap of up to three words. Hyphens count as blanks. See ``docs/packs.md``.
"""

from __future__ import annotations

import re

from postlint.fold import fold
from postlint.lexicon import STEM
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from postlint.lexicon import Element, Entry, Filed, Gapped

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
MOST = 500  # sequences that one phrase may stand for
_PLAIN = re.compile(r"[^\W_]+(?:'[^\W_]+)*(?: [^\W_]+(?:'[^\W_]+)*)*")
_WORD = re.compile(r"([^\W_]+(?:'[^\W_]+)*)(\*|/[nav])?", re.UNICODE)

Words = tuple[str, ...]  # one of these must stand here; "*" at the end marks a stem; none: a gap


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
    if lang == "da" and kind in "an" and word[-2:] in ("el", "er", "en") and len(word) > 4:
        # simpel, simple; sikker, sikre; gaffel, gaflen
        base = word[:-3] if word[-3] == word[-4] else word[:-2]
        endings = ("e", "ere", "est", "este") if kind == "a" else ("e", "er", "en", "erne", "ene", "et")
        found |= {base + word[-1] + ending for ending in endings}
    return {fold(form) for form in found}


def phrase_elements(phrase: str, lang: str) -> list[tuple[Words, bool]]:
    """Return the elements of a phrase with whether each may be left out; raises ``NotationError``."""
    elements: list[tuple[Words, bool]] = []
    for piece, group, optional in _pieces(phrase):
        if piece == ".." and not group:
            elements.append(((), False))
            continue
        words: Words = ()
        for choice in _split(piece) if group else [piece]:
            words += _choices(choice.strip(), lang, phrase)
        elements.append((words, optional))
    if not elements:
        raise NotationError(phrase, "phrase-empty")
    if elements[0][1] or not elements[0][0]:
        raise NotationError(phrase, "phrase-start")
    return elements


def _pieces(phrase: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the words and bracketed groups of a phrase as ``(text, is a group, may be left out)``."""
    text = phrase.replace("-", " ").replace("’", "'")
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] == "(":
            end = _closing(text, at, phrase)
            optional = text[end : end + 1] == "?"
            yield text[at + 1 : end - 1], True, optional
            at = end + optional
            if at < len(text) and not text[at].isspace():
                raise NotationError(phrase, "phrase-sign")
        else:
            end = next((n for n in range(at, len(text)) if text[n].isspace()), len(text))
            yield text[at:end], False, False
            at = end


def _closing(text: str, start: int, phrase: str) -> int:
    """Return the place after the bracket that closes the one at ``start``."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at + 1
    raise NotationError(phrase, "phrase-sign")


def _split(group: str) -> list[str]:
    """Return the choices of a group: what stands between bars, but for those in inner brackets."""
    choices, depth = [""], 0
    for letter in group:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += letter
    return choices


def _choices(text: str, lang: str, phrase: str) -> Words:
    if " " in text or "(" in text:
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


def unroll(phrase: str, lang: str) -> list[list[Words]]:
    """Return every sequence of required elements that the phrase stands for; raises ``NotationError``."""
    if _PLAIN.fullmatch(phrase):  # most phrases are nothing but words
        return [[(fold(word),) for word in phrase.lower().split()]]
    sequences: list[list[Words]] = [[]]
    for element, optional in phrase_elements(phrase, lang):
        whole = tuple(word for word in element if not word.startswith("\x00"))
        pieces = [[whole]] if whole or not element else []
        for word in element:
            if word.startswith("\x00"):
                pieces += unroll(word[1:], lang)
        extended = [sequence + piece for sequence in sequences for piece in pieces]
        sequences = extended + (sequences if optional else [])
        if len(sequences) > MOST:
            raise NotationError(phrase, "phrase-wide")
    return sequences


def entries(family: str, lang: str, phrases: Iterable[str]) -> Iterator[tuple[str, str, Entry]]:
    """Yield ``(first word, second word, entry)`` for every phrase; a stem ends in ``*``, and the second word is
    empty where it is not one word in particular. The entry holds what follows."""
    for phrase in phrases:
        for sequence in unroll(phrase, lang):
            second = sequence[1] if len(sequence) > 1 else ()
            plain = bool(second) and not any(word.endswith("*") for word in second)
            rest = tuple(_element(words) for words in sequence[2 if plain else 1 :])
            for first in sequence[0]:
                for following in second if plain and not first.endswith("*") else ("",):
                    whole = rest if following or not plain else (_element(second), *rest)
                    yield first, following, (family, lang, whole)


def _element(words: Words) -> Element:
    """Return an element as it is stored: the words it may be, and the stems; ``None`` is a gap."""
    if not words:
        return None
    plain = frozenset(word for word in words if not word.endswith("*"))
    return plain, tuple(sorted(word[:-1] for word in words if word.endswith("*")))


def _behind_gap(rest: tuple[Element, ...]) -> Sequence[str]:
    """Return the words one of which must stand behind a gap that comes right after the first word; none where the
    entry cannot be filed under them."""
    if len(rest) < 2 or rest[0] is not None or rest[1] is None or rest[1][1]:
        return ()
    return sorted(rest[1][0])


def table(families: Mapping[tuple[str, str], Iterable[str]]) -> dict[str, Filed]:
    """Return the table of an ``Index`` for phrases by ``(family, language)``; raises ``NotationError``."""
    alone: dict[str, dict[Entry, None]] = {}
    others: dict[str, dict[Entry, None]] = {}
    pairs: dict[str, dict[str, dict[Entry, None]]] = {}
    gaps: dict[str, dict[str, list[Gapped]]] = {}
    numbers: dict[tuple[str, Entry], int] = {}
    stems: dict[str, dict[tuple[str, Entry], None]] = {}
    for (family, lang), phrases in families.items():
        for first, second, entry in entries(family, lang, phrases):
            if first.endswith("*"):
                stems.setdefault("*" + first[:STEM], {})[first[:-1], entry] = None
            elif second:
                pairs.setdefault(first, {}).setdefault(second, {})[entry] = None
            elif _behind_gap(entry[2]):
                if (first, entry) not in numbers:
                    numbers[first, entry] = len(numbers)
                    for word in _behind_gap(entry[2]):
                        filed = (family, lang, entry[2][2:], numbers[first, entry])
                        gaps.setdefault(first, {}).setdefault(word, []).append(filed)
            else:
                (others if entry[2] else alone).setdefault(first, {})[entry] = None
    found: dict[str, Filed] = {key: tuple(filed) for key, filed in stems.items()}
    for first in {**alone, **pairs, **gaps, **others}:
        seconds = frozenset(pairs.get(first, ())), frozenset(gaps.get(first, ()))
        found[first] = tuple(alone.get(first, ())), *seconds, tuple(others.get(first, ()))
    for first, following in pairs.items():
        found.update((f"{first} {second}", tuple(entries)) for second, entries in following.items())
    for first, behind in gaps.items():
        found.update((f"{first} .. {second}", tuple(entries)) for second, entries in behind.items())
    return found
