"""What ``postlint consent`` prints: lines, tables, values for programs; and ``postlint consent verify``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import typer

from postlint.cli.consents import asking
from postlint.consent.register import is_database
from postlint.problem import PostlintError, Problem
from postlint.wording import say
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def print_line(line: str) -> None:
    """Print a line, its control characters made visible, as the stream can write it."""
    encoding = sys.stdout.encoding or "utf-8"
    print(visible(line).encode(encoding, "replace").decode(encoding), flush=True)


def say_line(code: str, lang: str, **facts: str | int) -> None:
    """Print one sentence of what was done."""
    print_line(say(code, lang, **facts))


def warn(code: str, lang: str, **facts: str | int) -> None:
    """Say something beside the result, on standard error."""
    print(f"postlint: {visible(say(code, lang, **facts))}", file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value for programs, in UTF-8 whatever the terminal."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under a heading, in columns as wide as their widest cell."""
    cells = [list(heading), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    for row in cells:
        print_line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def verify(lang: str) -> Callable[..., int]:
    """Return the function that compares a register with its log."""

    def consent_verify(
        ctx: typer.Context, head: str = asking.text("head", lang, "hash-metavar"), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint.consent.database import opened
        from postlint.consent.verifying import verify as verified

        asking.check_format(format)
        path = asking.located(ctx, register, config)
        if not is_database(path):
            raise PostlintError(Problem("consent-no-log", {}, path))
        with opened(path) as connection:
            found = verified(connection, head)
        if format == "json":
            wrong = [{"code": code, "number": number, "message": say(code, lang, number=number)} for code, number in
                     found.wrong]  # fmt: skip
            print_json({"entries": found.entries, "head": found.head, "wrong": wrong})
            return int(bool(found.wrong))
        for code, number in found.wrong:
            say_line(code, lang, number=number)
        if not found.wrong:
            say_line("consent-whole", lang, entries=found.entries, head=found.head or "-")
        return int(bool(found.wrong))

    return consent_verify
