"""What is wrong with a record of structured input: gathered, with names for what was wanted and found."""

from __future__ import annotations

from collections.abc import Iterable

from postlint.keys import Key, Locate, dotted, nowhere, shown
from postlint.problem import Problem, nearest
from postlint.wording import say

MOST = 20  # problems told about one record: more would bury the first


class Problems:
    """What is wrong with one record of the file ``path``; ``locate`` finds the line of a key.

    ``yaml``: the record was YAML, where ``no`` and ``on`` are read as true or false.
    """

    def __init__(self, path: str = "", locate: Locate = nowhere, *, yaml: bool = False) -> None:
        self.path, self.locate, self.yaml = path, locate, yaml
        self.found: list[Problem] = []

    def add(self, code: str, key: Key, **facts: str | int) -> None:
        """Note that ``key`` has the problem ``code``."""
        if not self.full():
            self.found.append(Problem(code, {"key": dotted(key), **facts}, self.path, *self.locate(key)))

    def full(self) -> bool:
        """Whether no more will be noted."""
        return len(self.found) >= MOST

    def unknown(self, key: Key, known: Iterable[str]) -> None:
        """Note a key that is not among ``known``; the nearest one is suggested, else all are named."""
        if not self.full():
            self.add("key-unknown", key, **hints(str(key[-1]), known))

    def wrong_choice(self, key: Key, value: str, allowed: Iterable[str]) -> None:
        """Note a value that is not among ``allowed``."""
        if not self.full():
            self.add("choice-wrong", key, value=shown(value), **hints(value, allowed, always=True))

    def wrong_type(self, key: Key, wanted: tuple[str, str], value: object) -> object:
        """Note a value that is not what was ``wanted``, said in Danish and English; return ``None``."""
        got = both("got", *type_name(value))
        if not key:
            self.add("post-not-keys", key, **got)
        elif self.yaml and isinstance(value, bool) and wanted == NAMES[str]:
            self.add("text-is-flag", key)
        else:
            self.add("type-wrong", key, **both("wanted", *wanted), **got)
        return None


def both(fact: str, danish: str, english: str) -> dict[str, str]:
    """Return the fact in both languages, as sentences ask for it: ``{wanted_da}`` and ``{wanted_en}``."""
    return {f"{fact}_da": danish, f"{fact}_en": english}


def hints(word: str, known: Iterable[str], *, always: bool = False) -> dict[str, str]:
    """Return the facts ``hint_da`` and ``hint_en``: the nearest known word, and the known words themselves
    where none is near (``always``: there too)."""
    words = list(known)
    near = nearest(word[:100], words)
    told = ["", ""]
    for i, lang in enumerate(("da", "en")):
        if near:
            told[i] += say("did-you-mean", lang, word=near)
        if words and (always or not near):
            told[i] += say("allowed", lang, words=", ".join(words))
    return both("hint", *told)


NAMES: dict[type, tuple[str, str]] = {
    str: ("tekst", "text"),
    bool: ("sandt eller falsk (true, false)", "true or false"),
    int: ("et helt tal", "a whole number"),
    float: ("et tal", "a number"),
    list: ("en liste", "a list"),
    dict: ("nøgler med værdier", "keys with values"),
    type(None): ("tom", "empty"),
}


def type_name(value: object) -> tuple[str, str]:
    """Return what sort of value it is, in Danish and English."""
    for kind, name in NAMES.items():
        if isinstance(value, kind):
            return name
    return ("en dato", "a date")
