"""The hand parser: from what stands on the command line to options and paths.

It exists because any parser of the standard library would cost more than the check itself.
"""

from __future__ import annotations

from postlint.cli.options import ALL, COMMANDS, EXITS, OPTIONS, Option, Options
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BY_NAME = {option.name: option for option in OPTIONS}
_END = "--"  # what follows are paths, whatever they begin with


class Arguments(NamedTuple):
    """What was asked for, and the paths in the order given. ``exits`` holds ``--help`` and ``--version``."""

    options: Options
    paths: tuple[str, ...]
    exits: tuple[str, ...] = ()


def parse(argv: Sequence[str]) -> Arguments:
    """Return options and paths. Raises PostlintError for an option or a choice that there is not."""
    given: dict[str, list[str]] = {}
    paths: list[str] = []
    exits: list[str] = []
    rest = iter(argv)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == _END:
            paths += rest
        elif word == "-" or not word.startswith("-"):
            paths.append(word)
        elif (name := "--help" if word == "-h" else name) in EXITS:
            exits.append(name)
        else:
            option = _option(name)
            given.setdefault(option.key, []).append(_value(option, value if equals else None, rest))
    return Arguments(_options(given), tuple(paths), tuple(exits))


def command(argv: Sequence[str]) -> str:
    """Return the sub-command that the command line names, or the empty string."""
    rest = iter(argv)
    for word in rest:
        option = _BY_NAME.get(word)
        if option is not None and option.kind != "flag":
            next(rest, "")
        elif not word.startswith("-") or word == "-":
            return word if word in COMMANDS else ""
        elif word == _END:
            return ""
    return ""


def ui_language(argv: Sequence[str], environ: dict[str, str]) -> str:
    """Return ``da`` or ``en``: what ``--ui-lang`` says, else the environment, whatever else is wrong."""
    for number, word in enumerate(argv):
        name, equals, value = word.partition("=")
        if name == "--ui-lang":
            value = value if equals else "".join(argv[number + 1 : number + 2])
            if value in ("da", "en"):
                return value
    said = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "da" if said.lower().startswith("da") else "en"


def choice(key: str, value: str, allowed: Iterable[str]) -> PostlintError:
    """Return the error of a value that is not among ``allowed``."""
    from postlint.problems import hints

    return PostlintError(Problem("choice-wrong", {"key": key, "value": value, **hints(value, allowed, always=True)}))


def unknown(name: str, known: Iterable[str] = ALL) -> PostlintError:
    """Return the error of an option that there is not."""
    from postlint.problems import both, hints

    hint = hints(name, known)
    if "--" in hint["hint_en"].partition(":")[2]:  # all of them would be more than one sentence
        hint = both("hint", "", "")
    return PostlintError(Problem("option-unknown", {"option": name, **hint}))


def _option(name: str) -> Option:
    if name not in _BY_NAME:
        raise unknown(name)
    return _BY_NAME[name]


def _value(option: Option, value: str | None, rest: Iterable[str]) -> str:
    if option.kind == "flag":
        if value is not None:
            raise PostlintError(Problem("option-flag", {"option": option.name}))
        return "yes"
    if value is None:
        value = next(iter(rest), "")
    if not value or value in ALL:
        raise PostlintError(Problem("option-valueless", {"option": option.name}))
    if option.choices and value not in option.choices:
        raise choice(option.name, value, option.choices)
    return value.lower() if value.lower() in option.known else value


def _options(given: dict[str, list[str]]) -> Options:
    values: dict[str, str | bool | tuple[str, ...]] = {}
    for option in OPTIONS:
        words = given.get(option.key, [])
        if option.kind == "flag":
            values[option.key] = bool(words)
        elif option.kind == "list":
            names = (name.strip() for word in words for name in word.split(","))
            values[option.key] = tuple(name for name in names if name)
        else:
            values[option.key] = words[-1] if words else option.default
    return Options(**values)  # type: ignore[arg-type]
