"""Everyday words: what a capital at the start of a sentence does not make a name."""

import pytest

from postlint.document.everyday import is_everyday, is_everyday_form


@pytest.mark.parametrize("word", ["og", "ikke", "glæder", "kompas", "because", "tonight", "harbour"])
def test_everyday_words_are_listed(word: str) -> None:
    assert is_everyday(word)


@pytest.mark.parametrize("word", ["", "xqzzt", "gewesen", "123", "привет", "Og"])
def test_other_words_are_not(word: str) -> None:
    assert not is_everyday(word)


@pytest.mark.parametrize("word", ["svalen", "kompasset", "nålene", "trøst"])
def test_inflected_forms_count(word: str) -> None:
    assert is_everyday_form(word)


def test_an_invented_name_is_no_form() -> None:
    assert not is_everyday_form("fjordkvist")
