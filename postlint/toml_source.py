"""TOML with the place of every key, which the standard library's reader does not tell."""

from __future__ import annotations

import re

from postlint.decoding import read_file
from postlint.keys import Key, Place, undotted
from postlint.problem import PostlintError, Problem

_KEY = re.compile(r"""[ \t]*("[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_BLANKS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SCALAR = re.compile(
    r"""
    "{3}(?:[^\\]|\\.)*?"{3,5}
    | '{3}.*?'{3,5}
    | "[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"
    | '[^'\n]*'
    | [^,\]\}\#\n]+
    """,
    re.DOTALL | re.VERBOSE,
)
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


_BROKEN = (
    ("Cannot overwrite", "toml-twice"),
    ("Cannot declare", "toml-twice"),
    ("Cannot mutate", "toml-twice"),
    ("Cannot redefine", "toml-twice"),
    ("Duplicate", "toml-twice"),
    ("Invalid value", "toml-value"),
    ("Expected '=' after a key", "toml-equals"),
    ("Unclosed", "toml-unclosed"),
    ("Unterminated", "toml-unclosed"),
    ("Expected ']'", "toml-unclosed"),
    ("Expected '}'", "toml-unclosed"),
)
_LIMIT = 4 * 2**20  # bytes of a file


def parse(path: str) -> tuple[str, dict[str, object]]:
    """Return the text of a TOML file and its tables.

    Raises PostlintError where it cannot be read, with line and column where it is broken.
    """
    source = read_file(path, _LIMIT).text
    return source, parse_text(source, path)


def locate(source: str, place: str, phrase: str = "") -> Place:
    """Return the place of a key such as ``rule[0].da.phrases`` in a valid TOML text; with ``phrase``, of its
    first occurrence from there on the same line or below, where there is one."""
    places = TomlPlaces(source)
    key = undotted(place)
    return places.within(key, phrase) if phrase else places(key)


def parse_text(source: str, path: str, *, show: bool = True) -> dict[str, object]:
    """Return the tables of a TOML text; ``show``: a problem may repeat the line it is about.

    Raises PostlintError with line and column.
    """
    import tomllib

    try:
        return tomllib.loads(source.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise PostlintError(_broken(str(error), source, path, show)) from None
    except RecursionError:
        raise PostlintError(Problem("nesting-deep", {}, path)) from None


def _broken(what: str, source: str, path: str, show: bool) -> Problem:
    found = _AT.search(what)
    lines = (source if found else source.rstrip()).split("\n")
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    shown = lines[line - 1] if show and line <= len(lines) else ""
    code = next((code for words, code in _BROKEN if what.startswith(words)), "toml-broken")
    return Problem(code, {}, path, line, column, shown)


class TomlPlaces:
    """Finds keys in a TOML text that ``parse`` accepts. ``places(("images", 0, "file"))``"""

    def __init__(self, source: str) -> None:
        self.source = source
        self.offsets: dict[Key, int] = {}

    def __call__(self, key: Key) -> Place:
        """Return the place of ``key``, or of the nearest thing around it that is found."""
        return self._place(self._offset(key))

    def within(self, key: Key, phrase: str) -> Place:
        """Return the place of ``phrase`` in the value of ``key``, else that of the key."""
        offset = self._offset(key)
        later = [at for other, at in self.offsets.items() if at > offset and other[: len(key)] != key]
        found = self.source.find(phrase, max(offset, 0), min(later, default=len(self.source)))
        return self._place(offset if found < 0 else found)

    def _offset(self, key: Key) -> int:
        if not self.offsets:
            self.offsets = {(): -1, **_Walk(self.source).offsets}
        while key not in self.offsets:
            key = key[:-1]
        return self.offsets[key]

    def _place(self, offset: int) -> Place:
        if offset < 0:
            return Place()
        start = self.source.rfind("\n", 0, offset) + 1
        line = self.source[start:].partition("\n")[0].rstrip("\r")
        return Place(self.source.count("\n", 0, offset) + 1, offset - start + 1, line)


class _Walk:
    """One walk over a TOML text, which is known to be valid."""

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.offsets: dict[Key, int] = {}
        self.tables: dict[Key, int] = {}  # the number of the last table of each array
        self.table: Key = ()
        while self._skip():
            if source[self.at] == "[":
                self._header()
            else:
                self._pair(self.table)

    def _skip(self) -> bool:
        """Go on to what is no blank and no comment; tell whether there is something."""
        found = _BLANKS.match(self.source, self.at)
        self.at = found.end() if found else self.at
        return self.at < len(self.source)

    def _names(self) -> list[tuple[str, int]]:
        """Read a dotted key."""
        names = []
        while found := _KEY.match(self.source, self.at):
            names.append((_unquoted(found[1]), found.start(1)))
            self.at = found.end()
            if self.source[self.at : self.at + 1] != ".":
                break
            self.at += 1
        return names

    def _note(self, key: Key, offset: int) -> None:
        self.offsets.setdefault(key, offset)

    def _header(self) -> None:
        array = self.source.startswith("[[", self.at)
        opening = self.at
        self.at += 2 if array else 1
        key: Key = ()
        names = self._names()
        for name, offset in names[:-1]:
            key = self._last((*key, name))
            self._note(key, offset)
        key = (*key, names[-1][0]) if names else key
        if array:
            self._note(key, opening)
            self.tables[key] = self.tables.get(key, -1) + 1
            key = (*key, self.tables[key])
        self._note(key, opening)
        self.table = key
        self._end_of_line()

    def _last(self, key: Key) -> Key:
        return (*key, self.tables[key]) if key in self.tables else key

    def _end_of_line(self) -> None:
        end = self.source.find("\n", self.at)
        self.at = len(self.source) if end < 0 else end + 1

    def _pair(self, table: Key) -> None:
        names = self._names()
        if not names:
            self._end_of_line()  # cannot be: the text is valid
            return
        key = table
        for name, offset in names:
            key = (*key, name)
            self._note(key, offset)
        self.at += 1  # the equals sign
        self._skip()
        self._value(key)

    def _value(self, key: Key) -> None:
        opening = self.source[self.at : self.at + 1]
        if opening in ("[", "{") and opening:
            self.at += 1
            self._within(key, "]" if opening == "[" else "}")
        elif found := _SCALAR.match(self.source, self.at):
            self.at = found.end()
        else:
            self._end_of_line()

    def _within(self, key: Key, closing: str) -> None:
        """Read the entries of a list or of an inline table up to ``closing``."""
        number = 0
        while self._skip() and self.source[self.at] != closing:
            if self.source[self.at] == ",":
                self.at += 1
            elif closing == "}":
                self._pair(key)
            else:
                self._note((*key, number), self.at)
                self._value((*key, number))
                number += 1
        self.at += 1


def _unquoted(name: str) -> str:
    if name[0] == "'":
        return name[1:-1]
    if name[0] == '"' and "\\" in name:
        import tomllib

        return next(iter(tomllib.loads(f"{name} = 1")))
    return name.strip('"')
