"""The options and arguments of a sub-command: said as the defaults of its function, made into Click's own.

A function says all there is to say of a parameter once: its name and type as Python has them, and as its default what
``option`` or ``argument`` returns. ``command`` turns the whole into a command of Click.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

import click

if TYPE_CHECKING:
    from collections.abc import Callable


class Said(NamedTuple):
    """What a function says of one parameter. ``default`` is ``...`` where it must be given; ``least`` and ``most``
    bound a number."""

    kind: str
    default: Any
    name: str = ""
    help: str = ""
    metavar: str | None = None
    least: int | None = None
    most: int | None = None
    hidden: bool = False


class Argument(click.Argument):
    """An argument with a help text, which Click's own have not."""

    def __init__(self, help: str, **given: Any) -> None:
        super().__init__(**given)
        self.help = help


def option(
    default: Any, name: str, *, help: str = "", metavar: str | None = None, min: int | None = None,
    max: int | None = None, hidden: bool = False,
) -> Any:  # fmt: skip
    """Return the default of a parameter that is an option, such as ``--role``."""
    return Said("option", default, name, help, metavar, min, max, hidden)


def argument(default: Any, *, help: str = "", metavar: str | None = None) -> Any:
    """Return the default of a parameter that is an argument; ``...``: it must be given."""
    return Said("argument", default, "", help, metavar)


def command(
    function: Callable[..., int], name: str, help: str, cls: type[click.Command] = click.Command
) -> click.Command:
    """Return a command that calls a function with what was given; a parameter that is a ``click.Context`` gets that."""
    types = get_type_hints(function)
    said = {key: found.default for key, found in inspect.signature(function).parameters.items()}
    takers = [key for key in said if types.get(key) is click.Context]
    several = {key for key, kind in types.items() if kind == list[str]}

    @click.pass_context
    def called(context: click.Context, /, **given: Any) -> int:
        values = {key: list(value or ()) if key in several else value for key, value in given.items()}
        return function(**values, **dict.fromkeys(takers, context))

    made = [parameter(key, types[key], one) for key, one in said.items() if isinstance(one, Said)]
    return cls(name, callback=called, params=made, help=help)


def parameter(key: str, kind: Any, said: Said) -> click.Parameter:
    """Return a parameter of Click for one of a function: its name there, its type, and what is said of it."""
    several = kind == list[str]
    numbered = click.IntRange(said.least, said.most) if kind is int else click.STRING
    if said.kind == "argument":
        default = {} if several or said.default is ... else {"default": said.default}
        return Argument(
            said.help, param_decls=[key], metavar=said.metavar, type=numbered, nargs=-1 if several else 1,
            required=said.default is ..., **default,
        )  # fmt: skip
    given: dict[str, Any] = {"help": said.help, "hidden": said.hidden}
    if kind is bool:
        return click.Option([said.name, key], is_flag=True, default=bool(said.default), **given)
    if not several:
        given["default"] = said.default
    return click.Option([said.name, key], type=numbered, metavar=said.metavar, multiple=several, **given)
