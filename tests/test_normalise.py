"""A text made comparable, and the way back to where every letter stood."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from postlint.document.normalise import normalise

COMPARABLE = {
    "decomposed": ("A\u030arhus og bro\u0308d", "Århus og bröd"),
    "several-marks": ("e\u0301\u0323n", "ẹ́n"),
    "full-width": ("Ｍｅｌ＠ｅｘａｍｐｌｅ．ｄｋ", "Mel@example.dk"),
    "mathematical": ("𝐌𝐞𝐥 𝓶𝓮𝓵 𝕞𝕖𝕝 𝟏𝟐", "Mel mel mel 12"),
    "circled": ("ⓜⓔⓛ", "mel"),
    "circled-a-is-the-at-sign": ("bo ⓐ mel", "bo @ mel"),
    "ligature": ("oﬃciel", "officiel"),
    "soft-hyphen": ("mel\u00adsæk", "melsæk"),
    "zero-width-space": ("mel\u200bsæk", "melsæk"),
    "zero-width-joiner-in-a-word": ("mel\u200dsæk", "melsæk"),
    "word-joiner": ("mel\u2060sæk", "melsæk"),
    "byte-order-mark": ("\ufeffmel", "mel"),
    "direction-marks": ("\u202emel\u202c \u2066mel\u2069", "mel mel"),
    "tags": ("mel\U000e0061\U000e007f", "mel"),
    "cyrillic-in-a-latin-word": ("mоlle", "molle"),
    "greek-in-a-latin-word": ("Αvn", "Avn"),
    "a-cyrillic-word-stays": ("мука", "мука"),
    "an-all-look-alike-word-stays": ("сор", "сор"),
    "non-breaking-space": ("mel\u00a0sæk", "mel\u00a0sæk"),
    "dashes-and-marks-stay": ("– — … » « „ “ ’", "– — … » « „ “ ’"),
    "fractions-and-powers-stay": ("½ m² ™", "½ m² ™"),
    "only-invisible": ("\u200b\u00ad", ""),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), COMPARABLE.values(), ids=COMPARABLE)
def test_comparable_form(text: str, expected: str) -> None:
    assert normalise(text).text == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize("text", [t for t, _ in COMPARABLE.values()], ids=COMPARABLE)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


UNCHANGED = {
    "danish": 'Blåbærgrød på en ø i søen, 27" og 1.000,50 kr.',
    "english": "Nothing to see here – it’s “plain” text…",
    "emoji": "Tak 🎉 og ❤️ til 🇩🇰",
    "lines": "En\r\nto\ttre\rfire\n",
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED)
def test_where_nothing_changes_text_and_places_are_the_same(text: str) -> None:
    n = normalise(text)
    assert (n.text, n.original(2, 7)) == (text, (2, 7))


PLACES = {
    "after-decomposed": ("a\u030a mel", "mel"),
    "after-family-emoji": ("👨‍👩‍👧‍👦 mel", "mel"),
    "after-flag": ("🇩🇰 mel", "mel"),
    "after-skin-colour": ("👍🏽 mel", "mel"),
    "after-keycap": ("1️⃣ mel", "mel"),
    "after-ligature": ("ﬃ mel", "mel"),
    "after-what-is-dropped": ("\u200b\u00ad mel", "mel"),
    "with-soft-hyphen-inside": ("se m\u00adel her", "m\u00adel"),
    "with-full-width-letters": ("se ｍｅｌ her", "ｍｅｌ"),
    "with-mathematical-letters": ("se 𝐦𝐞𝐥 her", "𝐦𝐞𝐥"),
    "with-mark-at-the-end": ("a\u030a mel\u0323 her", "mel\u0323"),
}


@pytest.mark.parametrize(("text", "words"), PLACES.values(), ids=PLACES)
def test_words_are_found_where_they_stand(text: str, words: str) -> None:
    n = normalise(text)
    plain = normalise(words).text
    start = n.text.index(plain)
    begin, end = n.original(start, start + len(plain))
    assert text[begin:end] == words


def test_an_empty_stretch_stays_empty() -> None:
    n = normalise("a\u030a mel")
    assert n.original(2, 2) == (3, 3)


def test_the_end_of_the_text_is_a_place_too() -> None:
    n = normalise("mel a\u030a")
    assert n.original(len(n.text), len(n.text)) == (6, 6)


ODD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("aæøå \u030a\u0323\u00ad\u200b\u200d\ufe0f🎉👩🏽ﬃｍ𝐦ⓐАо½²\r\n\u0345\u1100\u1161\u11a8ǅ\ufdfa"),
    ),
    max_size=60,
)


@given(ODD)
@hypothesis_settings(deadline=None, max_examples=500)
def test_every_stretch_comes_from_inside_the_text_in_order(text: str) -> None:
    n = normalise(text)
    spans = [n.original(i, i + 1) for i in range(len(n.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(spans))


@given(ODD)
@hypothesis_settings(deadline=None, max_examples=500)
def test_no_visible_letter_is_lost(text: str) -> None:
    n = normalise(text)
    kept = {at for i in range(len(n.text)) for at in range(*n.original(i, i + 1))}
    lost = [character for at, character in enumerate(text) if at not in kept]
    assert not any(character.isalnum() for character in lost)


@given(ODD)
@hypothesis_settings(deadline=None, max_examples=500)
def test_every_letter_is_a_form_of_what_stood_there(text: str) -> None:
    n = normalise(text)
    for i, character in enumerate(n.text):
        start, end = n.original(i, i + 1)
        stood = text[start:end]
        known = normalise(stood).text + unicodedata.normalize("NFKC", stood)
        # A look-alike is only told from its neighbours.
        assert character in known or (character.isascii() and not stood.isascii())


@given(st.text(alphabet="abcæøåÆØÅ .,!?\n\t–»«0123456789@#", max_size=80), st.data())
def test_plain_text_maps_to_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert (normalise(text).text, normalise(text).original(start, end)) == (text, (start, end))
