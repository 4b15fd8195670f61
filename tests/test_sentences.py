"""Where sentences end in posts: not at abbreviations and numbers, but at emoji, lines and lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document.sentences import breaks


def sentences(text: str) -> list[str]:
    """Return the sentences of a text without the blanks around them."""
    ends = breaks(text)
    return [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False) if text[a:b].strip()]


ONE = {
    "bl.a.": "Vi bager bl.a. Rugbrød og boller.",
    "f.eks.": "Tag f.eks. Per og mig med.",
    "fx": "Vi kan fx. Bage om natten.",
    "dvs.": "I morgen, dvs. Fredag, holder vi lukket.",
    "ca.": "Der kommer ca. 40 gæster.",
    "nr.": "Vi bor i nr. 14 på hjørnet.",
    "kl.": "Vi åbner kl. 6.30 og lukker kl. 17.",
    "tlf.": "Ring på tlf. 00 00 00 00 i dag.",
    "jf.": "Se jf. Bagerloven for resten.",
    "cand.mag.": "Hun er cand.mag. Og god til dej.",
    "pga.": "Lukket pga. Mus i melet.",
    "inkl.": "Det koster 40 kr. inkl. moms.",
    "mio.-before-a-small-letter": "De har bagt 3 mio. boller i år.",
    "kr.-before-a-small-letter": "Den koster 25 kr. stykket.",
    "osv.-before-a-small-letter": "Mel, gær osv. findes i skabet.",
    "initial": "Brødet er af M. Mølgaard fra byen.",
    "ordinal-date": "Vi ses d. 3. maj ved ovnen.",
    "ordinal": "Det er 2. gang, vi prøver.",
    "king": "Det skete under Christian 4. i byen.",
    "thousands-and-decimals": "Ovnen kostede 1.000,50 kr. i alt.",
    "version": "Vi er nu på version 2.11.3 af appen.",
    "clock": "Dejen hæver fra 22.15 til 05.45 om morgenen.",
    "domain": "Læs mere på rugfin.example om dejen.",
    "english-eg": "Bring flour, e.g. Rye, to the bakery.",
    "english-ie": "The best one, i.e. Mine, won.",
    "english-mr": "Please ask Mr. Rye about it.",
    "english-dr": "Then Dr. Crust came by.",
    "english-no-dot": "We open at 6.30 a.m. every day.",
    "english-vs": "It was rye vs. Wheat again.",
    "ellipsis-within": "Og så … kom den ud af ovnen.",
    "dots-within": "Og så... kom den ud af ovnen.",
    "question-inside-quotation": "»Er den bagt?« spurgte hun stille.",
    "shout-inside-quotation": "»Nu er den bagt!« råbte hun.",
    "wrapped-line": "Vi har bagt hele natten og er nu\ngodt trætte alle sammen.",
    "wrapped-after-comma": "Vi har bagt hele natten,\nså nu sover vi.",
    "emoji-within": "Vi elsker 🥐 og kaffe.",
    "emoji-last": "Vi er færdige 🎉",
    "interrobang": "Hvad i alverden?!",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


SEVERAL = {
    "a-contraction": ["It isn't.", "I've read the terms.", "They don't.", "We do."],
    "full-stops": ["Dejen hæver.", "Ovnen er varm."],
    "question-and-shout": ["Er den klar?", "Ja!", "Kom og smag."],
    "ellipsis": ["Og så kom regnen …", "Vi blev inde."],
    "dots": ["Og så kom regnen...", "Vi blev inde."],
    "quotation": ["»Den er bagt.«", "Så spiste vi."],
    "english-quotation": ["“It is baked.”", "Then we ate."],
    "parenthesis": ["(Den var bagt.)", "Så spiste vi."],
    "abbreviation-that-ends": ["Vi har mel, gær osv.", "Nu bager vi."],
    "kroner-that-end": ["Den koster 25 kr.", "Det er billigt."],
    "year-that-ends": ["Det var i 2019.", "Nu bager vi igen."],
    "amount-that-ends": ["Der kom 40.", "Alle fik kage."],
    "english": ["The dough is ready.", "We can bake."],
    "short-word": ["Det er os.", "Vi bager."],
    "danish-i": ["Hvad er det for en vane, I er begyndt på i?", "Svar mig."],
}


@pytest.mark.parametrize("parts", SEVERAL.values(), ids=SEVERAL)
def test_several_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


LINES = {
    "emoji-as-full-stop": ("Dejen er klar 🎉 Nu bager vi", ["Dejen er klar 🎉", "Nu bager vi"]),
    "several-emoji": ("Dejen er klar 🎉🥐 Nu bager vi", ["Dejen er klar 🎉🥐", "Nu bager vi"]),
    "emoji-after-full-stop": ("Dejen er klar. 🎉 Nu bager vi", ["Dejen er klar. 🎉", "Nu bager vi"]),
    "emoji-with-joiners": ("Hele holdet 👩‍🍳 Nu bager vi", ["Hele holdet 👩‍🍳", "Nu bager vi"]),
    "lines": ("Dejen er klar\nNu bager vi", ["Dejen er klar", "Nu bager vi"]),
    "windows-lines": ("Dejen er klar\r\nNu bager vi", ["Dejen er klar", "Nu bager vi"]),
    "paragraphs": ("dejen er klar\n\nnu bager vi", ["dejen er klar", "nu bager vi"]),
    "windows-paragraphs": ("dejen er klar\r\n\r\nnu bager vi", ["dejen er klar", "nu bager vi"]),
    "dash-list": ("Vi skal bruge\n- mel\n- vand", ["Vi skal bruge", "- mel", "- vand"]),
    "star-list": ("Vi skal bruge\n* mel\n* vand", ["Vi skal bruge", "* mel", "* vand"]),
    "bullets": ("Vi skal bruge\n• mel\n• vand", ["Vi skal bruge", "• mel", "• vand"]),
    "numbers": ("Sådan\n1. mel i\n2. vand i", ["Sådan", "1. mel i", "2. vand i"]),
    "bars": ("Mel og vand | Salt og gær", ["Mel og vand |", "Salt og gær"]),
    "hashtag-line": ("Dejen er klar\n#brød", ["Dejen er klar", "#brød"]),
    "block": ("Hun skrev\n> dejen er klar", ["Hun skrev", "> dejen er klar"]),
}


@pytest.mark.parametrize(("text", "parts"), LINES.values(), ids=LINES)
def test_emoji_lines_and_lists(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="ab A.,!?… \n\r\t🎉|•-1»«", max_size=80))
def test_sentences_follow_one_another_to_the_end_of_the_text(text: str) -> None:
    ends = breaks(text)
    assert (ends == sorted(ends), ends[-1]) == (True, len(text))
