"""``postlint install-native-host``: tells this user's browsers of the native host."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from postlint.cli import parameters
from postlint.cli.describing import said
from postlint.cli.telling import note
from postlint.problem import PostlintError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

_START = "import sys; from postlint.cli.start import main; sys.exit(main(sys.argv[1:]))"


def build(lang: str) -> Callable[..., int]:
    """Return the function that writes the manifests, its options described in ``lang``."""

    def install_native_host(
        ctx: click.Context,
        extension: list[str] = parameters.option([], "--extension", help=said("extension", lang),  # noqa: B008
                                                 metavar="ID"),
        browser: list[str] = parameters.option([], "--browser", help=said("browser", lang),  # noqa: B008
                                          metavar="chrome|chromium|firefox"),
        config: str = parameters.option("", "--config", help=said("config", lang), metavar=said("file-metavar", lang)),
        ui_lang: str = parameters.option("", "--ui-lang", help=said("ui-lang", lang), metavar="da|en"),
    ) -> int:  # fmt: skip
        from postlint.cli.commands import _check_choice, _configuration
        from postlint.native.manifests import BROWSERS, Place, check_ids, fitting_browsers, install

        for one in browser:
            _check_choice("--browser", one, BROWSERS)
        if not extension:
            raise PostlintError(Problem("native-extension", {}))
        chosen = browser or fitting_browsers(extension)
        check_ids(extension, chosen)
        found = _configuration(ctx, config)
        words = [sys.executable, "-c", _START, *(["--config", os.path.abspath(found)] if found else []), "native-host"]
        for written in install(Place(os.path.expanduser("~")), chosen, extension, words):
            note("native-written", lang, browser=written.browser, path=written.path)
            if written.command:
                note("native-registry", lang, command=written.command)
        return 0

    return install_native_host
