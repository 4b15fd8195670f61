"""``postlint install-native-host``: tells this user's browsers of the native host."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from postlint.cli import asking, parameters
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
        config: str = asking.config(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint.native.manifests import BROWSERS, Place, check_ids, fitting_browsers, install

        for one in browser:
            asking.check_choice("--browser", one, BROWSERS)
        if not extension:
            raise PostlintError(Problem("native-extension", {}))
        chosen = browser or fitting_browsers(extension)
        check_ids(extension, chosen)
        found = asking.configuration(ctx, config)
        words = [sys.executable, "-c", _START, *(["--config", os.path.abspath(found)] if found else []), "native-host"]
        for written in install(Place(os.path.expanduser("~")), chosen, extension, words):
            note("native-written", lang, browser=written.browser, path=written.path)
            if written.command:
                note("native-registry", lang, command=written.command)
        return 0

    return install_native_host
