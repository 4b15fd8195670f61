"""What the program says, it says in both languages, with the same facts, from one place."""

from __future__ import annotations

import string
from importlib import import_module

import pytest

from postlint.wording import PARTS, say

FILES = {part: import_module(f"postlint.wording.{part}").TEXTS for part in ("sentences", *PARTS)}
SAID = [(part, code) for part, texts in FILES.items() for code in texts]


def facts(sentence: str) -> set[str]:
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    return {name.removesuffix("_da").removesuffix("_en") for name in names}


@pytest.mark.parametrize(("part", "code"), SAID, ids=[code for _, code in SAID])
def test_both_languages_tell_the_same_facts(part: str, code: str) -> None:
    danish, english = FILES[part][code]
    assert danish.strip()
    assert english.strip()
    assert facts(danish) == facts(english)


def test_a_code_stands_in_one_file() -> None:
    codes = [code for _, code in SAID]
    assert sorted(set(codes)) == sorted(codes)


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        say("no-such-sentence", "da")
