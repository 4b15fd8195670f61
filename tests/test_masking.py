"""Names taken out of notes and file names, however they are spelt there, and other words left alone."""

from __future__ import annotations

import pytest

from postlint.consent.masking import Masks, name_pattern

NAMES = {"Bo Bly": "p-1", "Søren Ærø": "p-2", "Åse Marie Holm": "p-3", "Fest": "p-4", "Bo Bly-Sten": "p-5"}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mail fra Bo Bly, 3. marts", "mail fra p-1, 3. marts"),
        ("BO  BLYs fødselsdag", "p-1 fødselsdag"),
        ("Bo Bly's birthday", "p-1 birthday"),
        ("bo-bly2.jpg", "p-1_2.jpg"),
        ("2027_bo_bly.jpg", "2027_p-1.jpg"),
        ("FestBoBly.jpg", "FestBoBly.jpg"),
        ("BoBly.jpg", "p-1.jpg"),
        ("soeren-aeroe.jpg", "p-2.jpg"),
        ("soren_ærø.jpg", "p-2.jpg"),
        ("A\u030ase Marie Holm", "p-3"),
        ("aase.marie.holm", "p-3"),
        ("Bo Bly-Sten og Bo Bly", "p-5 og p-1"),
        ("Bo Blyant", "Bo Blyant"),
        ("Turbo Bly", "Turbo Bly"),
        ("fest.jpg", "fest.jpg"),
        ("Bo", "Bo"),
        ("", ""),
    ],
)
def test_a_full_name_becomes_the_id(text: str, masked: str) -> None:
    assert Masks(NAMES)(text) == masked


def test_a_name_that_is_a_pattern_is_taken_by_the_letter() -> None:
    assert name_pattern("B. (Bo) Bly").sub("p-1", "B. (Bo) Bly og B. Bo Bly") == "p-1 og B. Bo Bly"


@pytest.mark.parametrize("name", ["", " ", "Bo", "-", "**"])
def test_what_is_no_full_name_is_never_found(name: str) -> None:
    assert Masks({name: "p-1"})("Bo - ** Bly", name) == "Bo - ** Bly"
