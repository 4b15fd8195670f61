"""The Typer application: the help, and the sub-commands. Imported only when one of them is asked for.

The options of ``postlint FILE…`` come from the same table as the hand parser's.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import typer

from postlint.cli import commands, describing
from postlint.cli.arguments import unknown
from postlint.cli.options import COMMANDS, OPTIONS, Option
from postlint.problem import PostlintError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def run(argv: list[str], lang: str) -> int:
    """Run the help or a sub-command, and return the exit status. Raises PostlintError."""
    application = build(lang)
    try:
        return int(application(args=argv, prog_name="postlint", standalone_mode=False) or 0)
    except typer.Abort:
        return 130
    except Exception as error:
        # Which module defines the errors of the command line has changed from one Typer to the next.
        if not hasattr(error, "format_message"):
            raise
        raise PostlintError(_usage_problem(error)) from None


def build(lang: str) -> typer.Typer:
    """Return the application with its help in ``lang``."""
    application = typer.Typer(
        add_completion=False, rich_markup_mode=None, cls=describing.group(lang), invoke_without_command=False,
        help=describing.said("postlint", lang),
    )  # fmt: skip
    application.callback()(_callback(lang))
    for name in COMMANDS:
        body = commands.build(name, lang)
        if isinstance(body, typer.Typer):
            application.add_typer(body, name=name)
            continue
        application.command(name, help=describing.said(name, lang), cls=describing.command(lang))(body)
    return application


def _callback(lang: str) -> Callable[..., None]:
    """Return the function that takes the options of the table and keeps them for the sub-command."""

    def keep(ctx: typer.Context, **given: Any) -> None:
        ctx.obj = given

    parameters = [inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    parameters += [_parameter(option, lang) for option in OPTIONS]
    version = typer.Option(False, "--version", help=describing.said("version", lang))
    parameters.append(inspect.Parameter("version", inspect.Parameter.KEYWORD_ONLY, annotation=bool, default=version))
    keep.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    keep.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return keep


def _parameter(option: Option, lang: str) -> inspect.Parameter:
    here = 0 if lang == "da" else 1
    help = option.en if here else option.da
    help += describing.said("default", lang).format(option.default) if option.default else ""
    if option.kind == "flag":
        annotation, default = bool, typer.Option(False, option.name, help=help)
    else:
        annotation = list[str] if option.kind == "list" else str  # type: ignore[assignment]
        empty: Any = [] if option.kind == "list" else option.default
        metavar = option.metavar[here] or "|".join(option.choices)
        default = typer.Option(empty, option.name, help=help, metavar=metavar, show_default=False)
    return inspect.Parameter(option.key, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _usage_problem(error: Any) -> Problem:
    """Return what is wrong with a command line, as far as Typer tells."""
    context = getattr(error, "ctx", None)
    name = getattr(error, "option_name", "")
    if type(error).__name__ == "NoSuchOption":
        known = [word for parameter in context.command.params for word in parameter.opts] if context else []
        return unknown(name, [*known, "--help"]).problem
    if name:
        return Problem("option-valueless", {"option": name})
    if type(error).__name__ == "MissingParameter":
        return Problem("argument-missing", {"command": context.command_path.partition(" ")[2] if context else ""})
    return Problem("usage", {"command": context.command_path if context else "postlint"})
