"""``postlint consent …``: the register of consents, kept and asked."""

from __future__ import annotations

import typer

from postlint.cli.consents import asking, keeping, posts, showing, trading, verifying
from postlint.cli.describing import command, group, said


def build(lang: str) -> typer.Typer:
    """Return the group of sub-commands, its help in ``lang``."""
    consents = typer.Typer(
        rich_markup_mode=None, cls=group(lang), help=said("consent", lang), invoke_without_command=True
    )

    @consents.callback()
    def helped(ctx: typer.Context, ui_lang: str = asking.ui_lang(lang)) -> int:
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())
        return 0

    bodies = {
        "add": keeping.add, "list": showing.list_rows, "show": showing.show, "check": posts.check,
        "withdraw": keeping.withdraw, "expire": keeping.expire, "erase": keeping.erase,
        "affected": posts.affected, "import": trading.import_rows, "export": trading.export,
        "verify": verifying.verify,
    }  # fmt: skip
    for name, body in bodies.items():
        consents.command(name, help=said(f"consent-{name}", lang), cls=command(lang))(body(lang))
    return consents
