"""Fixes are applied whole or not at all, once, and always in the same order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.finding import Edit, Fix
from postlint.fixing import apply, chosen

TEXT = "Blåbærgrød 🎉 er godt"


def fix(*edits: Edit, safe: bool = True) -> Fix:
    return Fix("ret det", safe, edits)


@pytest.mark.parametrize(
    ("fixes", "expected"),
    [
        pytest.param([], TEXT, id="nothing to do"),
        pytest.param([fix(Edit(0, 10, "Øllebrød"))], "Øllebrød 🎉 er godt", id="replacement"),
        pytest.param([fix(Edit(11, 13, ""))], "Blåbærgrød er godt", id="an emoji is one code point"),
        pytest.param([fix(Edit(0, 10, "Øllebrød"), safe=False)], TEXT, id="a mere suggestion is left"),
        pytest.param([fix(Edit(20, 20, "!"))] * 2, TEXT + "!", id="equal insertions once"),
        pytest.param(
            [fix(Edit(20, 20, " #reklame")), fix(Edit(20, 20, " #annonce"))],
            TEXT + " #annonce #reklame",
            id="unlike insertions in the order of their text",
        ),
        pytest.param([fix(Edit(0, 5, "")), fix(Edit(0, 5, ""))], "rgrød 🎉 er godt", id="equal deletions"),
        pytest.param(
            [fix(Edit(3, 8, "X")), fix(Edit(0, 5, "Y"))], "Yrgrød 🎉 er godt", id="the first of two"
        ),
        pytest.param(
            [fix(Edit(0, 5, "Y")), fix(Edit(3, 8, "X"), Edit(20, 20, "!"))],
            "Yrgrød 🎉 er godt",
            id="a fix that overlaps is left out whole",
        ),
        pytest.param(
            [fix(Edit(5, 5, "-")), fix(Edit(0, 5, "Y")), fix(Edit(5, 10, "Z"))],
            "Y-Z 🎉 er godt",
            id="what only touches does not overlap",
        ),
        pytest.param([fix(Edit(0, 10, "Y")), fix(Edit(5, 5, "-"))], "Y 🎉 er godt", id="not within"),
        pytest.param([fix(Edit(0, 5, "Y"), Edit(3, 8, "X"))], TEXT, id="a fix at odds with itself"),
        pytest.param([fix()], TEXT, id="a fix without edits"),
    ],
)
def test_apply(fixes: list[Fix], expected: str) -> None:
    assert apply(TEXT, fixes) == expected


@pytest.mark.parametrize(
    "edit", [Edit(-1, 2, ""), Edit(3, 2, ""), Edit(0, 99, "")], ids=["before", "backwards", "after"]
)
def test_an_edit_outside_the_text_is_an_error(edit: Edit) -> None:
    with pytest.raises(ValueError, match="outside a text of 20 code points"):
        apply(TEXT, [fix(edit)])


def test_unsafe_edits_are_not_even_looked_at() -> None:
    assert apply(TEXT, [fix(Edit(0, 99, ""), safe=False)]) == TEXT


_TEXTS = st.text(st.sampled_from("abæø🎉\r\n "), min_size=0, max_size=12)


@st.composite
def texts_with_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    text = draw(_TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    edits = st.builds(
        lambda place, new: Edit(place[0], place[1], new), places, st.sampled_from(["", "x", "yy", "Å"])
    )
    plans = st.lists(edits, max_size=3).map(tuple)
    fixes = st.builds(Fix, st.just("ret"), st.booleans(), plans)
    return text, draw(st.lists(fixes, max_size=6))


@given(texts_with_fixes(), st.randoms(use_true_random=False))
def test_the_order_of_fixes_makes_no_difference(given_: tuple[str, list[Fix]], chance: random.Random) -> None:
    text, fixes = given_
    shuffled = [one._replace(edits=tuple(chance.sample(one.edits, len(one.edits)))) for one in fixes]
    chance.shuffle(shuffled)
    assert apply(text, shuffled) == apply(text, fixes)


@given(texts_with_fixes())
def test_what_no_edit_names_is_kept_and_each_edit_made_once(given_: tuple[str, list[Fix]]) -> None:
    text, fixes = given_
    edits = chosen(text, fixes)
    assert len(set(edits)) == len(edits)
    kept = {place for edit in edits for place in range(edit.start, edit.end)}
    assert len(kept) == sum(edit.end - edit.start for edit in edits)
    expected = "".join(
        "".join(edit.text for edit in edits if edit.start == place)
        + ("" if place in kept else text[place : place + 1])
        for place in range(len(text) + 1)
    )
    assert apply(text, fixes) == expected


@given(texts_with_fixes())
def test_a_fix_is_made_whole_or_not_at_all_and_the_first_always(given_: tuple[str, list[Fix]]) -> None:
    text, fixes = given_
    edits = set(chosen(text, fixes))
    safe = [one for one in fixes if one.safe]
    whole = {edit for one in safe if set(one.edits) <= edits for edit in one.edits}
    assert whole == edits
    if len(safe) == 1 and len(safe[0].edits) == 1:
        assert edits == set(safe[0].edits)
