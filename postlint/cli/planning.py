"""``postlint calendar``: a calendar looked through, how it was read, and a copy with the findings in its cells."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from postlint.cli import parameters
from postlint.cli.arguments import parse
from postlint.cli.checking import Run, conclude
from postlint.cli.describing import said
from postlint.cli.printing import print_lines
from postlint.cli.telling import note
from postlint.problem import PostlintError, Problem
from postlint.readers import STDIN
from postlint.record import NamedTuple
from postlint.wording import say
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.finding import PostReport

ENDINGS = (".csv", ".xlsx", ".xlsm")
_PASSED_ON = ("role", "fail_on", "config", "now", "ui_lang", "channel", "lang")


class Asked(NamedTuple):
    """What was asked for besides the options of every check."""

    path: str
    annotate: str
    force: bool


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""
    file_metavar = said("file-metavar", lang)

    def calendar(
        ctx: click.Context,
        path: str = parameters.argument(..., help=said("calendar-file", lang), metavar=said("calendar-metavar", lang)),
        annotate: str = parameters.option("", "--annotate", help=said("annotate", lang), metavar=file_metavar),
        force: bool = parameters.option(False, "--force", help=said("force", lang)),
        role: str = parameters.option("", "--role", help=said("calendar-role", lang),
                                      metavar=said("text-metavar", lang)),
        fail_on: str = parameters.option("", "--fail-on", help=said("calendar-fail-on", lang),
                                    metavar="info|warning|error|never"),
        config: str = parameters.option("", "--config", help=said("config", lang), metavar=file_metavar),
        now: str = parameters.option("", "--now", help=said("now", lang), metavar=said("moment-metavar", lang)),
        ui_lang: str = parameters.option("", "--ui-lang", help=said("ui-lang", lang), metavar="da|en"),
    ) -> int:  # fmt: skip
        given = {"role": role, "fail_on": fail_on, "config": config, "now": now, "ui_lang": ui_lang}
        return look_through(Asked(path, annotate, force), _words(ctx, given), lang)

    return calendar


def _words(ctx: click.Context, given: dict[str, str]) -> list[str]:
    """Return the options as the hand parser reads them, those before the sub-command too."""
    before = ctx.find_root().obj or {}
    words: list[str] = []
    for key in _PASSED_ON:
        if value := given.get(key) or str(before.get(key) or ""):
            words += [f"--{key.replace('_', '-')}={value}"]
    return words


def look_through(asked: Asked, words: Sequence[str], lang: str) -> int:
    """Check a calendar, tell how it was read, and write the copy that was asked for; return the exit status."""
    known = os.path.splitext(asked.path)[1].lower() in ENDINGS
    if not known and (asked.path == STDIN or os.path.exists(asked.path)):
        raise PostlintError(Problem("calendar-not-one", {}, asked.path))
    if asked.annotate:
        _refuse(asked)
    run = Run(parse(words).options, lang)
    drafts = list(run.drafts([asked.path]))
    reports = run.looked_back(drafts, run.reports(drafts))
    _tell_reading(run, lang)
    status = conclude(run, drafts, reports)
    if asked.annotate and (drafts or any(problem.spot for problem in run.told.values())):
        _annotate(asked, run, reports, lang)
    return status


def _tell_reading(run: Run, lang: str) -> None:
    told = [problem for problem in run.noted if problem.code != "calendar-roleless" or not run.options.role]
    if told:
        print_lines([say("calendar-read", lang)])
    for problem in told:
        sheet = str(problem.facts.get("sheet", ""))
        where = visible(f"{sheet}: ") if sheet else ""
        print_lines([f"  - {where}{visible(say(problem.code, lang, **problem.facts))}"])
    if told:
        print_lines([""])


def _refuse(asked: Asked) -> None:
    """Raise PostlintError where the copy must not, or cannot, be written."""
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise PostlintError(Problem("calendar-extra-missing", {})) from None
    if os.path.splitext(asked.annotate)[1].lower() != ".xlsx":
        raise PostlintError(Problem("annotate-ending", {}, asked.annotate))
    if os.path.exists(asked.annotate):
        if os.path.exists(asked.path) and os.path.samefile(asked.annotate, asked.path):
            raise PostlintError(Problem("annotate-original", {}, asked.annotate))
        if not asked.force:
            raise PostlintError(Problem("annotate-exists", {}, asked.annotate))


def _annotate(asked: Asked, run: Run, reports: Sequence[PostReport | None], lang: str) -> None:
    from postlint.writers.workbook_copy import annotate

    heads = {
        str(problem.facts["sheet"]): int(problem.facts["row"])
        for problem in run.noted
        if problem.code in ("calendar-columns", "calendar-positions")
    }
    found = [report for report in reports if report is not None]
    annotate(asked.path, asked.annotate, found, list(run.told.values()), heads, lang)
    note("annotate-written", lang, path=asked.annotate)
