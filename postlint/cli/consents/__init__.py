"""``postlint consent …``: the register of consents, kept and asked."""

from __future__ import annotations

import click

from postlint.cli import parameters
from postlint.cli.consents import asking, keeping, posts, showing, trading, verifying
from postlint.cli.describing import command, group, said


def build(lang: str) -> click.Group:
    """Return the group of sub-commands, its help in ``lang``."""
    bodies = {
        "add": keeping.add, "list": showing.list_rows, "show": showing.show, "check": posts.check,
        "withdraw": keeping.withdraw, "expire": keeping.expire, "erase": keeping.erase,
        "affected": posts.affected, "import": trading.import_rows, "export": trading.export,
        "verify": verifying.verify,
    }  # fmt: skip
    made = {
        name: parameters.command(body(lang), name, said(f"consent-{name}", lang), command(lang))
        for name, body in bodies.items()
    }
    return group(lang)(
        "consent", commands=made, callback=_helped, invoke_without_command=True, help=said("consent", lang),
        params=[parameters.parameter("ui_lang", str, asking.ui_lang(lang))],
    )  # fmt: skip


@click.pass_context
def _helped(context: click.Context, /, ui_lang: str) -> int:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0
