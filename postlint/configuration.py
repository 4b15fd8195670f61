"""Finding and reading the configuration: ``postlint.toml``, or ``[tool.postlint]`` in ``pyproject.toml``."""

from __future__ import annotations

import os

from postlint.decoding import read_file
from postlint.keys import Key, Place, shown
from postlint.problem import PostlintError, Problem
from postlint.problems import Problems, hints
from postlint.record import TYPE_CHECKING, NamedTuple, cast
from postlint.settings import POLICIES, Settings

if TYPE_CHECKING:
    from typing import Any

    from postlint.toml_source import TomlPlaces

FILE = "postlint.toml"
PROJECT = "pyproject.toml"
_LIMIT = 2**20  # bytes


class Configuration(NamedTuple):
    """A configuration that was read. ``problems`` are all that is wrong with it; ``settings`` are the
    defaults then."""

    settings: Settings
    places: Places
    problems: tuple[Problem, ...] = ()


class Places:
    """Where the keys of a configuration stand in its file: ``places(("rules", "private-data"))``."""

    def __init__(self, toml: TomlPlaces | None = None, within: Key = ()) -> None:
        self.toml, self.within = toml, within

    def __call__(self, key: Key) -> Place:
        """Return the place of a key, with its line to show; no place where the configuration is no file."""
        return self.toml((*self.within, *key)) if self.toml else Place()


def find(start: str) -> str:
    """Return the configuration that holds for a file or folder: the nearest one upwards, or the empty string.

    Raises nothing; what cannot be looked into is passed over.
    """
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        if os.path.isfile(path := os.path.join(folder, FILE)):
            return path
        if os.path.isfile(path := os.path.join(folder, PROJECT)) and _is_ours(path):
            return path
        if folder == os.path.dirname(folder):
            return ""
        folder = os.path.dirname(folder)


def load(path: str) -> Settings:
    """Return the settings of a configuration file. Raises PostlintError with the first problem."""
    return examine(path).settings


def examine(path: str) -> Configuration:
    """Return the settings of a configuration file and the places of its keys.

    Raises PostlintError with the first problem; see ``look`` for all of them.
    """
    read = look(path)
    if read.problems:
        raise PostlintError(read.problems[0])
    return read


def look(path: str) -> Configuration:
    """Return a configuration with all that is wrong with it. Raises nothing."""
    from postlint.toml_source import TomlPlaces, parse_text

    try:
        source = read_file(path, _LIMIT).text
        tables: object = parse_text(source, path)
        within: Key = ()
        if os.path.basename(path) == PROJECT:
            tables, within = _ours(cast("dict[str, object]", tables), path), ("tool", "postlint")
    except PostlintError as error:
        return Configuration(Settings(path=path), Places(), (error.problem,))
    places = Places(TomlPlaces(source), within)
    problems = Problems(path, places)
    settings = _settings(tables, path, problems)
    return Configuration(settings or Settings(path=path), places, tuple(problems.found))


def register_of(path: str) -> str:
    """Return the absolute path of the consent register that a configuration names, whether it is there or not; the
    empty string where it names none. Raises PostlintError where the configuration cannot be read so far."""
    from postlint.toml_source import parse_text

    if not path:
        return ""
    tables: Any = parse_text(read_file(path, _LIMIT).text, path)
    tables = _ours(tables, path) if os.path.basename(path) == PROJECT else tables
    consent = tables.get("consent", {}) if isinstance(tables, dict) else {}
    name = consent.get("register", "") if isinstance(consent, dict) else None
    if not isinstance(name, str):
        return load(path).register  # which tells what is wrong
    folder = os.path.dirname(os.path.abspath(path))
    return os.path.normpath(os.path.join(folder, os.path.expanduser(name))) if name else ""


def _is_ours(path: str) -> bool:
    """Tell whether a pyproject.toml speaks to us. A broken one does where it has our table."""
    from postlint.toml_source import parse_text

    try:
        source = read_file(path, _LIMIT).text
    except PostlintError:
        return False
    try:
        return "postlint" in source and "postlint" in cast("Any", parse_text(source, path)).get("tool", {})
    except PostlintError:
        return "[tool.postlint" in source
    except (AttributeError, TypeError):
        return False


def _ours(tables: dict[str, Any], path: str) -> object:
    tool = tables.get("tool")
    if not isinstance(tool, dict) or "postlint" not in tool:
        raise PostlintError(Problem("configuration-none", {}, path))
    return tool["postlint"]


def _settings(tables: object, path: str, problems: Problems) -> Settings | None:
    from postlint.settings_shape import CONFIGURATION

    given = cast("dict[str, Any] | None", CONFIGURATION.read(tables, (), problems))
    if given is None:
        return None
    folder = os.path.dirname(os.path.abspath(path))
    register = given.pop("consent", {}).get("register", "")
    given["register"] = _existing(folder, register, ("consent", "register"), problems) if register else ""
    given["words"] = given.pop("spelling", {}).get("words", ())
    model = given.pop("images", {}).get("face_model", "")
    given["face_model"] = _existing(folder, model, ("images", "face_model"), problems) if model else ""
    given["packs"] = _paths(folder, given.get("packs", ()), "packs", problems)
    given["policies"] = _policies(folder, given.get("policies", Settings().policies), problems)
    given["rules"] = tuple(given.get("rules", {}).items())
    return None if problems.found else Settings(path=path, **given)


def _paths(folder: str, names: tuple[str, ...], key: str, problems: Problems) -> tuple[str, ...]:
    return tuple(_existing(folder, name, (key, i), problems) for i, name in enumerate(names))


def _policies(folder: str, names: tuple[str, ...], problems: Problems) -> tuple[str, ...]:
    policies = []
    for i, name in enumerate(names):
        if name.endswith(".toml") or "/" in name or os.sep in name:
            policies.append(_existing(folder, name, ("policies", i), problems))
            continue
        if name not in POLICIES:
            known = hints(name, POLICIES, always=True)
            problems.add("policy-unknown", ("policies", i), value=shown(name), **known)
        policies.append(name)
    return tuple(policies)


def _existing(folder: str, name: str, key: Key, problems: Problems) -> str:
    """Return the absolute path of a file that the configuration names, which must be there."""
    path = os.path.normpath(os.path.join(folder, os.path.expanduser(name)))
    if not _exists(path):
        problems.add("path-missing", key, file=name)
    return path


def _exists(path: str) -> bool:
    try:
        return os.path.exists(path)
    except ValueError:
        return False
