"""``postlint consent verify``: whether a register is as its log says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from postlint.cli.consents import asking
from postlint.cli.consents.telling import print_json, say_line
from postlint.consent.database import opened
from postlint.consent.register import is_database
from postlint.consent.verifying import verify as verified
from postlint.problem import PostlintError, Problem
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable


def verify(lang: str) -> Callable[..., int]:
    """Return the function that compares a register with its log."""

    def consent_verify(
        ctx: click.Context, head: str = asking.text("head", lang, "hash-metavar"), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
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
