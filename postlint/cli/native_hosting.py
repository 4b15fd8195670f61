"""``postlint native-host``: what a browser starts and speaks to over standard input and output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from postlint.cli import asking, parameters
from postlint.cli.describing import said
from postlint.cli.telling import note, tell

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from postlint.server.reloading import Rules


def build(lang: str) -> Callable[..., int]:
    """Return the function that is the host, its options described in ``lang``."""

    def native_host(
        ctx: click.Context,
        config: str = asking.config(lang),
        token_file: str = parameters.option("", "--token-file", help=said("token-file", lang),
                                       metavar=said("file-metavar", lang)),
        now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint.native.host import Host
        from postlint.server.reloading import Rules as Read
        from postlint.server.tokens import secrets_of
        from postlint.server.tokens import token_file as usual

        rules = Read(asking.configuration(ctx, config))
        secrets = secrets_of(token_file or usual())
        host = Host(rules, secrets.key, lang, now=now or asking.asked(ctx, "now"), told=lambda now: _changed(now, lang))
        given, taken = _streams()
        host.run(given, taken)
        return 0

    return native_host


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for messages; whatever else would be printed goes to standard error."""
    taken = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(sys.stdin.fileno(), os.O_BINARY)
        msvcrt.setmode(taken.fileno(), os.O_BINARY)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, taken


def _changed(rules: Rules, lang: str) -> None:
    if rules.problem is None:
        note("server-reloaded", lang)
    else:
        tell(rules.problem, lang)
        note("server-kept", lang)
