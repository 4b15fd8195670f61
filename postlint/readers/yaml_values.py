"""YAML as plain values that remember where their keys stood.

Values are put together from the parser's events, so that no tag ever makes an object, nothing is read deeper
or wider than the limits, a date stays the text that was written, and a key is a word even where it is
``no``.
"""

from __future__ import annotations

import re

import yaml

from postlint.keys import Key, Locate, Place
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

DEEPEST = 64  # lists and tables in one another
MOST_VALUES = 500_000  # in one file
MOST_REPEATED = 100_000  # values, or thousands of letters, that aliases may add
_TRUE, _FALSE = ("yes", "true", "on"), ("no", "false", "off")
_NULL = ("", "~", "null")
_NUMBER = re.compile(r"[-+]?(?:0o?[0-7]+|0x[0-9a-fA-F]+|\d[\d_]*|(?:\d[\d_]*)?\.\d+(?:e[-+]?\d+)?)", re.ASCII)
_BROKEN = (
    ("mapping values are not allowed", "yaml-colon"),
    ("nested too", "nesting-deep"),
    ("exceeded maximum depth", "nesting-deep"),
    ("control characters are not allowed", "yaml-letter"),
    ("special characters are not allowed", "yaml-letter"),
)


class Keys(dict[str, object]):
    """A table; ``places`` has the line and column of each key, ``repeated`` the keys that came again."""

    __slots__ = ("line", "places", "repeated")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.places: dict[str, tuple[int, int]] = {}
        self.repeated: list[str] = []


class Entries(list[object]):
    """A list; ``places`` has the line and column of each entry."""

    __slots__ = ("line", "places")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.places: list[tuple[int, int]] = []


class Documents:
    """The documents of a YAML text in their order. Iterating raises PostlintError where it is broken."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.values = self.repeated = 0
        self.anchors: dict[str, tuple[object, int]] = {}
        self.line = 1

    def __iter__(self) -> Iterator[object]:
        """Yield the value of each document; ``line`` is then the line it begins on."""
        try:
            self.loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
            self.loader.get_event()
            while not isinstance(event := self.loader.get_event(), yaml.StreamEndEvent):
                self.line = event.start_mark.line + 1
                self.anchors = {}
                yield self._value(self.loader.get_event(), 0)
                self.loader.get_event()
        except yaml.YAMLError as error:
            raise self._broken(error) from None

    def _value(self, event: Any, depth: int) -> object:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if self.values >= MOST_VALUES:
            raise self._error("yaml-too-much", event)
        if depth > DEEPEST:
            raise self._error("nesting-deep", event)
        before = self.values + self.repeated
        self.values += 1
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value, weight = scalar(event), len(event.value) // 1000
        elif isinstance(event, yaml.MappingStartEvent):
            value, weight = self._keys(event, depth), 0
        else:
            value, weight = self._entries(event, depth), 0
        if event.anchor:
            self.anchors[event.anchor] = value, self.values + self.repeated - before + weight
        return value

    def _alias(self, event: Any) -> object:
        if event.anchor not in self.anchors:
            raise self._error("yaml-alias", event, alias=event.anchor[:40])
        value, weight = self.anchors[event.anchor]
        self.repeated += weight
        if self.repeated > MOST_REPEATED:
            raise self._error("yaml-aliases", event)
        return value

    def _entries(self, start: Any, depth: int) -> Entries:
        entries = Entries(start.start_mark.line + 1)
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            entries.places.append(_place(event))
            entries.append(self._value(event, depth + 1))
        return entries

    def _keys(self, start: Any, depth: int) -> Keys:
        keys = Keys(start.start_mark.line + 1)
        merged: list[object] = []
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            name = self._key(event, depth)
            value = self._value(self.loader.get_event(), depth + 1)
            if name == "<<" and isinstance(value, dict | list):
                merged += value if isinstance(value, list) else [value]
                continue
            if name in keys:
                keys.repeated.append(name)
            keys[name] = value
            keys.places[name] = _place(event)
        for other in merged:
            _merge(keys, other)
        return keys

    def _key(self, event: Any, depth: int) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._value(event, depth + 1)
            return str(event.value)
        value = self._value(event, depth + 1)
        return value if isinstance(value, str) else "?"

    def _error(self, code: str, event: Any, **facts: str) -> PostlintError:
        return PostlintError(Problem(code, facts, self.path, *_place(event)))

    def _broken(self, error: Any) -> PostlintError:
        what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            offset = int(getattr(error, "position", 0) or 0)
            return PostlintError(Problem(_code(what), {}, self.path, self.text.count("\n", 0, offset) + 1))
        lines = self.text.split("\n", mark.line + 1)
        line = lines[mark.line] if mark.line < len(lines) else ""
        tab = "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column : mark.column + 1] == "\t"
        code = "yaml-tab" if tab else _code(what)
        return PostlintError(Problem(code, {}, self.path, mark.line + 1, mark.column + 1))


def _code(what: str) -> str:
    return next((code for words, code in _BROKEN if words in what), "yaml-broken")


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _merge(keys: Keys, other: object) -> None:
    if isinstance(other, Keys):
        for name, value in other.items():
            if name not in keys:
                keys[name] = value
                keys.places[name] = other.places[name]


def scalar(event: Any) -> object:
    """Return what a single value means: text, a number, true or false, or ``None``."""
    text: str = event.value
    if event.style or event.tag or len(text) > 100:
        return text
    folded = text.lower()
    if folded in _NULL:
        return None
    if folded in _TRUE or folded in _FALSE:
        return folded in _TRUE
    if _NUMBER.fullmatch(text):
        return _number(text.replace("_", ""))
    return text


def _number(text: str) -> int | float:
    try:
        return int(text, 10)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return int(text, 0 if "0x" in text or "0o" in text else 8)


def locator(root: object) -> Locate:
    """Return what finds the place of a key in the value ``root``: its own, or of the nearest thing around."""

    def locate(key: Key) -> Place:
        value = root
        place = (value.line, 1) if isinstance(value, Keys | Entries) else (0, 0)
        for part in key:
            if not isinstance(value, Keys | Entries):
                break
            try:
                place, value = value.places[part], value[part]  # type: ignore[index]
            except (LookupError, TypeError):
                break
        return Place(*place)

    return locate


def repeated(value: object, key: Key = ()) -> list[Key]:
    """Return the paths of the keys that are given twice in a value."""
    found: list[Key] = []
    if isinstance(value, Keys):
        found += [(*key, name) for name in value.repeated]
        for name, item in value.items():
            found += repeated(item, (*key, name)) if isinstance(item, Keys | Entries) else []
    elif isinstance(value, Entries):
        for i, item in enumerate(value):
            found += repeated(item, (*key, i)) if isinstance(item, Keys | Entries) else []
    return found
