"""What all sub-commands of ``postlint consent`` ask: which register, which day, who records."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from postlint.cli import parameters
from postlint.cli.arguments import choice
from postlint.cli.asking import asked, config, format, now, ui_lang
from postlint.cli.describing import said
from postlint.configuration import find, register_of
from postlint.consent.register import is_database
from postlint.moment import wrong_date, wrong_moment
from postlint.problem import PostlintError, Problem

__all__ = [
    "check_format", "config", "day", "flag", "format", "located", "many", "now", "recorder", "register", "text",
    "today", "ui_lang", "word", "writable",
]  # fmt: skip
FORMATS = ("text", "json")


def text(name: str, lang: str, metavar: str = "text-metavar", default: str = "", *, help: str = "") -> Any:
    """Return an option that takes a word; its help stands under ``help-consent-HELP``, else that of its name."""
    metavar = said(metavar, lang) if metavar.endswith("-metavar") else metavar
    told = said(f"consent-{help or name}", lang)
    return parameters.option(default, f"--{name}", help=told, metavar=metavar)


def many(name: str, lang: str) -> Any:
    """Return an option that takes a word and may be repeated."""
    metavar = said(f"consent-{name}-metavar", lang)
    return parameters.option([], f"--{name}", help=said(f"consent-{name}", lang), metavar=metavar)


def flag(name: str, lang: str) -> Any:
    """Return an option that takes nothing."""
    return parameters.option(False, f"--{name}", help=said(f"consent-{name}", lang))


def word(lang: str, name: str = "word") -> Any:
    """Return the argument that means a row or a person."""
    metavar = said(f"consent-{name}-metavar", lang)
    return parameters.argument(..., help=said(f"consent-{name}", lang), metavar=metavar)


def register(lang: str) -> Any:
    """Return the option for the register's file."""
    return text("register", lang, "file-metavar")


def located(ctx: click.Context, register: str, config: str) -> str:
    """Return the path of the register: the option's, else that of the configuration. Raises PostlintError."""
    config = config or asked(ctx, "config")
    path = register or register_of(config or find(os.getcwd()))
    if not path:
        raise PostlintError(Problem("consent-which", {}))
    return path


def writable(path: str) -> str:
    """Return a path where a register in SQLite is or may be made. Raises PostlintError for one in CSV."""
    there = os.path.exists(path)
    if path.lower().endswith(".csv") if not there else os.path.isfile(path) and not is_database(path):
        raise PostlintError(Problem("consent-read-only", {"path": path}, path))
    return path


def today(ctx: click.Context, now: str) -> str:
    """Return the day that counts as today (ISO 8601)."""
    from datetime import date

    now = now or asked(ctx, "now")
    wrong = wrong_moment(now) if now else ""
    if wrong and wrong != "moment-without-time":
        raise PostlintError(Problem(wrong, {"key": "--now"}))
    return now[:10] or date.today().isoformat()


def day(value: str, name: str, default: str = "") -> str:
    """Return the date that an option gives, or the default. Raises PostlintError where it is none."""
    wrong = wrong_date(value) if value else ""
    if wrong:
        raise PostlintError(Problem(wrong, {"key": f"--{name}"}))
    return value or default


def recorder(by: str) -> str:
    """Return who records: as given, else the user's name on this machine, if it has one."""
    import getpass

    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def check_format(value: str) -> None:
    """Raise PostlintError for a form of the answer that there is not."""
    if value not in FORMATS:
        raise choice("--format", value, FORMATS)


def answer(question: str) -> str:
    """Ask a person, on standard error, and return the answer. Raises PostlintError where nobody answers."""
    print(f"{question} ", end="", file=sys.stderr, flush=True)
    try:
        return input().strip()
    except EOFError:
        print(file=sys.stderr)
        raise PostlintError(Problem("consent-unanswered", {})) from None
