"""``postlint lsp``: the language server for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from postlint.cli import parameters
from postlint.cli.describing import said
from postlint.problem import PostlintError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    def option(name: str, metavar: str, helped: str = "") -> Any:
        return parameters.option("", f"--{name}", help=said(helped or name, lang), metavar=metavar)

    def lsp(
        ctx: click.Context, config: str = option("config", said("file-metavar", lang), "config-each"),
        ui_lang: str = option("ui-lang", "da|en"), stdio: bool = parameters.option(False, "--stdio", hidden=True),
    ) -> int:  # fmt: skip
        try:
            from postlint.editors.server import serve
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "attrs", "cattrs"):
                raise
            raise PostlintError(Problem("lsp-extra-missing", {})) from None
        before = ctx.find_root().obj or {}
        serve(config or before.get("config") or "", ui_lang or before.get("ui_lang") or "", lang)
        return 0

    return lsp
