"""Whether a word is an everyday word of Danish or English: then a name spelt like it proves little.

The words stand in ``everyday.dat`` (see ``scripts/everyday_words.py``), which is read at first use.
"""

from __future__ import annotations

from functools import lru_cache
from os.path import dirname, join

from postlint.document.listing import line_at

_DEFINITE = ("ens", "ets", "en", "et", "erne", "ene", "ne", "n", "t", "s", "er", "e", "r")


@lru_cache(maxsize=1)
def _list() -> str:
    with open(join(dirname(__file__), "everyday.dat"), encoding="utf-8", newline="\n") as file:
        return file.read()


@lru_cache(maxsize=8192)
def is_everyday(word: str) -> bool:
    """Say whether a lower-case word is listed."""
    text = _list()
    return line_at(text, word + "\n", text.index("\n") + 1, len(text)) >= 0


def is_everyday_form(word: str) -> bool:
    """Say whether a lower-case word is listed, or is an inflected form of one that is."""
    if is_everyday(word):
        return True
    return any(
        word.endswith(ending) and len(word) - len(ending) > 3
        and (is_everyday(word[: -len(ending)]) or is_everyday(word[: -len(ending)] + "e"))
        for ending in _DEFINITE
    )  # fmt: skip
