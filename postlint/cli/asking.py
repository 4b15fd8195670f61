"""What several sub-commands ask in the same words, and what they make of the answers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from postlint.cli import parameters
from postlint.cli.arguments import choice
from postlint.cli.describing import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click


def config(lang: str) -> Any:
    """Return the option for the configuration."""
    return parameters.option("", "--config", help=said("config", lang), metavar=said("file-metavar", lang))


def ui_lang(lang: str) -> Any:
    """Return the option for the language."""
    return parameters.option("", "--ui-lang", help=said("ui-lang", lang), metavar="da|en")


def format(lang: str, formats: str = "text|json", help: str = "format") -> Any:
    """Return the option for the form of the answer."""
    return parameters.option("text", "--format", help=said(help, lang), metavar=formats)


def now(lang: str) -> Any:
    """Return the option for the moment that counts as now."""
    return parameters.option("", "--now", help=said("now", lang), metavar=said("moment-metavar", lang))


def asked(ctx: click.Context, name: str) -> str:
    """Return an option that stood before the sub-command; empty where there was none."""
    return str((ctx.find_root().obj or {}).get(name, "") or "")


def configuration(ctx: click.Context, given: str) -> str:
    """Return the path of the configuration that holds: as given, else the nearest one upwards; empty: none."""
    from postlint.configuration import find

    return given or asked(ctx, "config") or find(os.getcwd())


def check_choice(key: str, value: str, allowed: Iterable[str]) -> None:
    """Raise PostlintError for a value that is none of those allowed."""
    if value not in allowed:
        raise choice(key, value, allowed)
