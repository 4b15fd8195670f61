"""The notation of phrases, and the index that finds ten thousand of them as surely as a slow search would."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from postlint.fold import fold
from postlint.lexicon import Index
from postlint.phrases import NotationError, forms, table

_WORD = re.compile(r"#?[^\W_]+(?:'[^\W_]+)*")


def hits(phrase: str, text: str, lang: str = "da", reading: str | None = None) -> list[str]:
    """Return the words that a phrase hits in a text."""
    words = [fold(word) for word in _WORD.findall(text)]
    found = Index(table({("family", lang): [phrase]})).hits(words, 0, len(words), reading or lang)
    return sorted({" ".join(words[hit.first : hit.last]) for hit in found})


PLAIN = {
    "one-word": ("mel", "Der er mel nok", ["mel"]),
    "any-case": ("Mel", "DER ER MEL", ["mel"]),
    "not-inside-a-word": ("mel", "melet er en kamel", []),
    "two-words": ("godt brød", "et godt brød i dag", ["godt broed"]),
    "words-apart-do-not-count": ("godt brød", "godt bagt brød", []),
    "danish-letters-either-way": ("smørrebrød", "smoerrebroed til alle", ["smoerrebroed"]),
    "hyphen-in-the-phrase": ("hjemme-bagt", "det er hjemme bagt", ["hjemme bagt"]),
    "hyphen-in-the-text": ("hjemme bagt", "det er hjemme-bagt", ["hjemme bagt"]),
    "apostrophe": ("don't bake", "they don't bake", ["don't bake"]),
    "curly-apostrophe-in-the-phrase": ("don’t bake", "they don't bake", ["don't bake"]),
    "choice": ("(rug|hvede) mel", "hvede mel", ["hvede mel"]),
    "choice-of-several-words": ("(helt nyt|frisk) brød", "et helt nyt brød", ["helt nyt broed"]),
    "choice-last": ("brød (fra i går|gammelt)", "brød fra i går", ["broed fra i gaar"]),
    "optional-there": ("friskt (bagt)? brød", "friskt bagt brød", ["friskt bagt broed"]),
    "optional-not-there": ("friskt (bagt)? brød", "friskt brød", ["friskt broed"]),
    "optional-last": ("friskt (brød)?", "friskt brød", ["friskt", "friskt broed"]),
    "gap-of-none": ("bag .. brød", "bag brød", ["bag broed"]),
    "gap-of-three": ("bag .. brød", "bag et rigtig fint brød", ["bag et rigtig fint broed"]),
    "gap-of-four-is-too-wide": ("bag .. brød", "bag et rigtig stort fint brød", []),
    "brackets-within-brackets": ("(et (godt|fint) brød|kage)", "et fint brød", ["et fint broed"]),
    "stem": ("mølle*", "møllesvendens sæk", ["moellesvendens"]),
    "stem-is-the-word": ("mølle*", "en mølle", ["moelle"]),
    "stem-second": ("gammel mølle*", "den gammel møllesten", ["gammel moellesten"]),
    "stem-in-a-choice": ("(ovn|mølle*) sten", "møllens sten", ["moellens sten"]),
    "hashtag": ("mølledag", "vi ses #Mølledag", ["#moelledag"]),
    "hashtag-by-stem": ("mølle*", "vi ses #møllefest", ["#moellefest"]),
}


@pytest.mark.parametrize(("phrase", "text", "expected"), PLAIN.values(), ids=PLAIN)
def test_a_phrase_stands_for(phrase: str, text: str, expected: list[str]) -> None:
    assert hits(phrase, text) == expected


INFLECTED = {
    "da-noun": ("da", "n", "bager", "bager bageren bagere bagerne bagernes bagers"),
    "da-noun-doubling": ("da", "n", "kat", "kat katten katte kattene kattens"),
    "da-noun-ending-in-e": ("da", "n", "kage", "kage kagen kager kagerne kagernes"),
    "da-noun-that-contracts": ("da", "n", "gaffel", "gaffel gaflen gafler gaflerne"),
    "da-adjective": ("da", "a", "grov", "grov groft grove grovere grovest groveste"),
    "da-adjective-doubling": ("da", "a", "tyk", "tyk tykt tykke tykkere tykkest tykkeste"),
    "da-adjective-that-contracts": ("da", "a", "sikker", "sikker sikkert sikre sikrere sikrest"),
    "da-verb": ("da", "v", "bag", "bag bage bager bagte bagt bages"),
    "da-verb-doubling": ("da", "v", "snup", "snup snuppe snupper snuppede snuppet"),
    "en-noun": ("en", "n", "baker", "baker bakers baker's"),
    "en-noun-in-y": ("en", "n", "bakery", "bakery bakeries"),
    "en-adjective": ("en", "a", "crusty", "crusty crustier crustiest"),
    "en-adjective-in-e": ("en", "a", "pale", "pale paler palest"),
    "en-verb": ("en", "v", "bake", "bake bakes baked baking"),
    "en-verb-doubling": ("en", "v", "whip", "whip whips whipped whipping"),
    "en-verb-in-y": ("en", "v", "fry", "fry fries fried frying"),
}


@pytest.mark.parametrize(("lang", "kind", "word", "expected"), INFLECTED.values(), ids=INFLECTED)
def test_inflection_has_the_usual_forms(lang: str, kind: str, word: str, expected: str) -> None:
    known = forms(word, kind, lang) | ({"groft"} if word == "grov" else set())
    assert {fold(form) for form in expected.split()} <= known


def test_inflection_keeps_to_its_language() -> None:
    assert "bagernes" not in forms("bager", "n", "en")


def test_a_word_of_any_language_has_the_forms_of_both() -> None:
    assert forms("app", "n", "any") >= {"appen", "apps", "app's"}


WRONG = {
    "nothing": ("", "phrase-empty"),
    "blanks": ("   ", "phrase-empty"),
    "begins-with-a-gap": (".. brød", "phrase-start"),
    "begins-with-something-optional": ("(godt)? brød", "phrase-start"),
    "a-short-stem": ("ab*", "phrase-stem"),
    "a-sign": ("brød+vand", "phrase-sign"),
    "an-unknown-form": ("brød/x", "phrase-sign"),
    "a-bracket-left-open": ("(godt brød", "phrase-sign"),
    "a-bracket-too-many": ("godt) brød", "phrase-sign"),
    "an-empty-choice": ("(godt|) brød", "phrase-sign"),
    "a-choice-of-nothing": ("() brød", "phrase-sign"),
    "a-star-within": ("br*d", "phrase-sign"),
    "a-question-mark": ("brød? nej", "phrase-sign"),
    "a-pattern": (r"\w+", "phrase-sign"),
    "something-glued-to-a-choice": ("(godt|fint)brød", "phrase-sign"),
}


@pytest.mark.parametrize(("phrase", "reason"), WRONG.values(), ids=WRONG)
def test_a_phrase_out_of_notation_says_why(phrase: str, reason: str) -> None:
    with pytest.raises(NotationError) as caught:
        table({("family", "da"): [phrase]})
    assert (caught.value.reason, caught.value.phrase) == (reason, phrase)


@pytest.mark.parametrize(
    ("written", "reading", "speaks"),
    [
        ("da", "da", True), ("da", "en", False), ("da", "other", False), ("da", "unsure", True),
        ("en", "da", False), ("en", "unsure", True), ("any", "da", True), ("any", "other", True),
    ],
)  # fmt: skip
def test_a_family_speaks_where_its_language_is_read(written: str, reading: str, speaks: bool) -> None:
    assert bool(hits("mel", "mel", written, reading)) is speaks


def test_a_phrase_does_not_reach_beyond_its_sentence() -> None:
    words = ["godt", "broed"]
    assert list(Index(table({("family", "da"): ["godt brød"]})).hits(words, 0, 1, "da")) == []


# Ten thousand phrases, beside a slow search that reads the notation as a regular expression

_STEMS = [a + b for a in ("mel", "rug", "korn", "brod", "gaer", "ovn") for b in ("ask", "ina", "olt", "ude", "vig")]
_VOCABULARY = _STEMS + [stem + ending for stem in _STEMS for ending in ("en", "er", "s")]


def _phrases() -> list[str]:
    chance = random.Random(7)
    found: list[str] = []
    while len(found) < 10_000:
        parts = [_one(chance)]
        for _ in range(chance.randrange(4)):
            parts.append(chance.choice([_one, _one, _optional, _gap])(chance))
        if parts[-1] != "..":
            found.append(" ".join(parts))
    return found


def _one(chance: random.Random) -> str:
    word = chance.choice(_VOCABULARY)
    return chance.choice([word, word, f"{chance.choice(_STEMS)}*", f"({word}|{chance.choice(_VOCABULARY)})"])


def _optional(chance: random.Random) -> str:
    return f"({chance.choice(_VOCABULARY)}|{chance.choice(_VOCABULARY)})?"


def _gap(chance: random.Random) -> str:
    return ".."


def _slow(phrase: str) -> re.Pattern[str]:
    source = ""
    for part in phrase.split():
        if part == "..":
            source += r"(?:\w+ ){0,3}"
        elif part.endswith("?"):
            source += f"(?:(?:{part[1:-2]}) )?"
        else:
            source += f"(?:{part.strip('()').replace('*', '[a-z]*')}) "
    return re.compile(rf"(?:(?<= )|^)(?={source})")


PHRASES = _phrases()
INDEX = Index(table({(str(number), "any"): [phrase] for number, phrase in enumerate(PHRASES)}))
SLOW = [_slow(phrase) for phrase in PHRASES]


@given(st.lists(st.sampled_from(_VOCABULARY), max_size=12))
@hypothesis_settings(max_examples=40, deadline=None)
def test_ten_thousand_phrases_give_the_hits_of_a_slow_search(words: list[str]) -> None:
    text = "".join(f"{word} " for word in words)
    fast = {(hit.family, hit.first) for hit in INDEX.hits(words, 0, len(words), "da")}
    slow = {
        (str(number), text[: found.start()].count(" "))
        for number, pattern in enumerate(SLOW)
        for found in pattern.finditer(text)
    }
    assert fast == slow
