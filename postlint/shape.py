"""Structured input, described once: fields, types, choices, nested tables, and what each is for.

A shape is declared with ``Table`` and the kinds ``Text``, ``Flag``, ``Number``, ``Items``, ``Map`` and
``Either``. From the declaration come the reading of a value (with problems that name file, line and key) and
its JSON Schema (``postlint.schema``). Reading never raises: what is wrong is added to a ``Problems``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from postlint.keys import Key
from postlint.problem import PostlintError
from postlint.problems import NAMES, Problems
from postlint.record import NamedTuple, Protocol


class Kind(Protocol):
    """What may stand as a value."""

    def takes(self, value: object) -> bool:
        """Whether the value is of the right type; what is in it is another question."""

    def read(self, value: object, key: Key, problems: Problems) -> object:
        """Return the value, made ready; what is wrong with it goes to ``problems``."""

    def name(self) -> tuple[str, str]:
        """Return what is wanted, in Danish and English."""


class Text(NamedTuple):
    """A string. ``choices``: only these, or what begins with one of ``prefixes``. ``known``: these are
    suggested, and read whatever their case, but others may stand. ``form``: ``date`` or ``date-time``, both
    ISO 8601, ``hours`` (08:00-16:00) or ``period`` (two dates with a stroke). ``filled``: more
    than blanks. ``make`` turns the string into something else."""

    choices: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    form: str = ""
    filled: bool = False
    make: Callable[[str], object] | None = None

    def takes(self, value: object) -> bool:
        # TOML has dates of its own, and they are text to us.
        return isinstance(value, str) or hasattr(value, "isoformat")

    def name(self) -> tuple[str, str]:
        return NAMES[str]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        if not isinstance(value, str):
            if not self.takes(value):
                return problems.wrong_type(key, self.name(), value)
            value = str(value.isoformat())  # type: ignore[attr-defined]
        value = whole(value)
        if self != _ANY_TEXT:
            value = self._narrow(value, key, problems)
        return self.make(value) if self.make else value

    def _narrow(self, value: str, key: Key, problems: Problems) -> str:
        if self.filled and not value.strip():
            problems.add("text-empty", key)
        elif self.choices and value not in self.choices and not self._prefixed(value):
            problems.wrong_choice(key, value, self.choices + tuple(f"{word}…" for word in self.prefixes))
        elif self.form:
            return _iso(value, self.form, key, problems)
        return value.lower() if value.lower() in self.known else value

    def _prefixed(self, value: str) -> bool:
        return any(value.startswith(word) and value != word for word in self.prefixes)


_ANY_TEXT = Text()


def whole(value: str) -> str:
    """Return the text with halves of letters (lone surrogates) replaced: they can be written nowhere."""
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _iso(value: str, form: str, key: Key, problems: Problems) -> str:
    from postlint.moment import wrong_date, wrong_hours, wrong_moment, wrong_period

    looks = {"date-time": wrong_moment, "hours": wrong_hours, "period": wrong_period}
    wrong = looks.get(form, wrong_date)(value)
    if wrong:
        problems.add(wrong, key)
    return value[:10] + "T" + value[11:] if value[10:11] == " " else value


class Flag(NamedTuple):
    """True or false."""

    def takes(self, value: object) -> bool:
        return isinstance(value, bool)

    def name(self) -> tuple[str, str]:
        return NAMES[bool]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        return value if isinstance(value, bool) else problems.wrong_type(key, self.name(), value)


class Number(NamedTuple):
    """A whole number from ``least`` to ``most``, both included; ``whole=False`` takes fractions too."""

    least: int | None = None
    most: int | None = None
    whole: bool = True

    def takes(self, value: object) -> bool:
        return isinstance(value, int if self.whole else int | float) and not isinstance(value, bool)

    def name(self) -> tuple[str, str]:
        return NAMES[int if self.whole else float]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        if not self.takes(value):
            return problems.wrong_type(key, self.name(), value)
        if self.least is not None and value < self.least:  # type: ignore[operator]
            problems.add("number-low", key, least=self.least)
        elif self.most is not None and value > self.most:  # type: ignore[operator]
            problems.add("number-high", key, most=self.most)
        return value


class Items(NamedTuple):
    """A list with at least ``least`` values of one kind; becomes a tuple."""

    kind: Kind
    least: int = 0

    def takes(self, value: object) -> bool:
        return isinstance(value, list | tuple)

    def name(self) -> tuple[str, str]:
        return NAMES[list]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        if not isinstance(value, list | tuple):
            return problems.wrong_type(key, self.name(), value)
        if len(value) < self.least:
            problems.add("list-short", key, least=self.least)
        return tuple(self.kind.read(item, (*key, i), problems) for i, item in enumerate(value))


class Map(NamedTuple):
    """A table whose keys are the writer's own (any, or those of ``keys``), all values of one kind; becomes a
    dict."""

    kind: Kind
    keys: tuple[str, ...] = ()

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def name(self) -> tuple[str, str]:
        return NAMES[dict]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        if not isinstance(value, dict):
            return problems.wrong_type(key, self.name(), value)
        for name in value:
            if self.keys and name not in self.keys:
                problems.unknown((*key, str(name)), self.keys)
        return {name: self.kind.read(item, (*key, name), problems) for name, item in value.items()}


class Either(NamedTuple):
    """One of several kinds, told apart by the type of what is given."""

    kinds: tuple[Kind, ...]

    def takes(self, value: object) -> bool:
        return any(kind.takes(value) for kind in self.kinds)

    def name(self) -> tuple[str, str]:
        names = [kind.name() for kind in self.kinds]
        return " eller ".join(da for da, _ in names), " or ".join(en for _, en in names)

    def read(self, value: object, key: Key, problems: Problems) -> object:
        for kind in self.kinds:
            if kind.takes(value):
                return kind.read(value, key, problems)
        return problems.wrong_type(key, self.name(), value)


class Field(NamedTuple):
    """One key of a table: its name, kind, and what it is for in Danish and English."""

    name: str
    kind: Kind
    da: str
    en: str
    required: bool = False


class Table:
    """Keys with values. ``make`` is called with the given fields by name (``dict`` keeps them as they are);
    ``nulls``: ``null`` means absent."""

    def __init__(self, *fields: Field, make: Callable[..., object] = dict, nulls: bool = False) -> None:
        self.fields, self.make, self.nulls = fields, make, nulls
        self.kinds: Mapping[str, Kind] = {field.name: field.kind for field in fields}
        self.required = tuple(field.name for field in fields if field.required)

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def name(self) -> tuple[str, str]:
        return NAMES[dict]

    def read(self, value: object, key: Key, problems: Problems) -> object:
        """Return what ``make`` makes of the fields, or ``None`` if anything is wrong so far."""
        if not isinstance(value, dict):
            return problems.wrong_type(key, self.name(), value)
        given = {}
        for name, item in value.items():
            kind = self.kinds.get(name)
            if kind is None:
                problems.unknown((*key, str(name)), self.kinds)
            elif item is not None or not self.nulls:
                given[name] = kind.read(item, (*key, name), problems)
        for name in self.required:
            if name not in given:
                problems.add("key-missing", (*key, name))
        return None if problems.found else self.make(**given)

    def require(self, data: object, path: str, source: str) -> object:
        """Return what the table makes of the data of a TOML file.

        Raises PostlintError with the first problem, its line and column.
        """
        from postlint.toml_source import TomlPlaces

        problems = Problems(path, TomlPlaces(source))
        value = self.read(data, (), problems)
        if problems.found:
            raise PostlintError(problems.found[0])
        return value
