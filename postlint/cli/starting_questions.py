"""``postlint init``: six questions, or their answers as options, become a ``postlint.toml``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from postlint.cli import parameters
from postlint.cli.describing import said
from postlint.configuration import FILE, load
from postlint.problem import PostlintError, Problem
from postlint.starting import Answers, configuration_text
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    metavar = said("text-metavar", lang)

    def text(name: str) -> Any:
        return parameters.option("", f"--{name}", help=said(name, lang), metavar=metavar)

    def many(name: str) -> Any:
        return parameters.option([], f"--{name}", help=said(name, lang), metavar=metavar)

    def init(
        name: str = text("name"), alias: list[str] = many("alias"), email_domain: list[str] = many("email-domain"),  # noqa: B008
        account: list[str] = many("account"), competitor: list[str] = many("competitor"),  # noqa: B008
        spokesperson: list[str] = many("spokesperson"),  # noqa: B008
        yes: bool = parameters.option(False, "--yes", help=said("yes", lang)),
        force: bool = parameters.option(False, "--force", help=said("force", lang)),
        output: str = parameters.option(FILE, "--output", help=said("output", lang),
                                        metavar=said("file-metavar", lang)),
        ui_lang: str = parameters.option("", "--ui-lang", help=said("ui-lang", lang), metavar="da|en"),
    ) -> int:  # fmt: skip
        if os.path.exists(output) and not force:
            raise PostlintError(Problem("init-exists", {}, output))
        given = Answers(name, *(_split(words) for words in (alias, email_domain, account, competitor, spokesperson)))
        _write(output, configuration_text(_asked(given, lang) if not yes else given, lang))
        load(output)
        print(say("init-written", lang, path=output), file=sys.stderr)
        return 0

    return init


def _asked(given: Answers, lang: str) -> Answers:
    """Return the answers, asking for those that were not given."""
    found = given._asdict()
    for field, value in found.items():
        if not value:
            words = _ask(say(f"init-{field}", lang))
            found[field] = words if field == "name" else _split([words])
    return Answers(**found)


def _ask(question: str) -> str:
    print(f"{question} ", end="", file=sys.stderr, flush=True)
    try:
        return input().strip()
    except EOFError:
        print(file=sys.stderr)
        raise PostlintError(Problem("init-unanswered", {})) from None


def _split(words: Sequence[str]) -> tuple[str, ...]:
    parts = (part.strip() for word in words for part in word.split(","))
    return tuple(part for part in parts if part)


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise PostlintError(Problem("init-unwritten", facts, path)) from None
