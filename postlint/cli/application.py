"""The application: the help, and the sub-commands. Imported only when one of them is asked for.

The options of ``postlint FILE…`` come from the same table as the hand parser's.
"""

from __future__ import annotations

from typing import Any

import click

from postlint.cli import commands, describing, parameters
from postlint.cli.arguments import unknown
from postlint.cli.options import COMMANDS, OPTIONS, Option
from postlint.problem import PostlintError, Problem


def run(argv: list[str], lang: str) -> int:
    """Run the help or a sub-command, and return the exit status. Raises PostlintError."""
    try:
        return int(build(lang).main(args=argv, prog_name="postlint", standalone_mode=False) or 0)
    except click.Abort:
        return 130
    except click.ClickException as error:
        raise PostlintError(_usage_problem(error)) from None


def build(lang: str) -> click.Group:
    """Return the application with its help in ``lang``."""
    application: click.Group = describing.group(lang)(
        "postlint", help=describing.said("postlint", lang), callback=_keep, params=_parameters(lang)
    )
    for name in COMMANDS:
        body = commands.build(name, lang)
        if not isinstance(body, click.Group):
            body = parameters.command(body, name, describing.said(name, lang), describing.command(lang))
        application.add_command(body, name)
    return application


@click.pass_context
def _keep(context: click.Context, /, **given: Any) -> None:
    """Keep the options that stand before a sub-command for it."""
    context.obj = given


def _parameters(lang: str) -> list[click.Parameter]:
    made = [_parameter(option, lang) for option in OPTIONS]
    version = parameters.option(False, "--version", help=describing.said("version", lang))
    return [*made, parameters.parameter("version", bool, version)]


def _parameter(option: Option, lang: str) -> click.Parameter:
    here = 0 if lang == "da" else 1
    help = option.en if here else option.da
    help += describing.said("default", lang).format(option.default) if option.default else ""
    if option.kind == "flag":
        return parameters.parameter(option.key, bool, parameters.option(False, option.name, help=help))
    metavar = option.metavar[here] or "|".join(option.choices)
    said = parameters.option(option.default, option.name, help=help, metavar=metavar)
    return parameters.parameter(option.key, list[str] if option.kind == "list" else str, said)


def _usage_problem(error: Any) -> Problem:
    """Return what is wrong with a command line, as far as Click tells."""
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
