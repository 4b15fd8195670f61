"""``postlint consent import`` and ``export``: the register from and to a CSV file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from postlint.cli import parameters
from postlint.cli.consents import asking
from postlint.cli.consents.telling import say_line, warn
from postlint.cli.describing import said
from postlint.cli.telling import tell
from postlint.consent import recording
from postlint.consent.csv_file import read_csv, written
from postlint.consent.database import opened, writing
from postlint.consent.holding import conflicts
from postlint.consent.register import read_register
from postlint.problem import PostlintError, Problem
from postlint.writing import write_whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from postlint.consent.register import Consent


def import_rows(lang: str) -> Callable[..., int]:
    """Return the function that records the rows of a CSV file: all of them, or none where one is wrong."""

    def consent_import(
        ctx: click.Context,
        file: str = parameters.argument(..., help=said("consent-csv", lang), metavar=said("file-metavar", lang)),
        by: str = asking.text("by", lang, "name-metavar"), register: str = asking.register(lang),
        config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        path = asking.writable(asking.located(ctx, register, config))
        rows = [row._replace(recorded_by=row.recorded_by or asking.recorder(by)) for row in read_csv(file)]
        try:
            with opened(path, create=True) as connection, writing(connection):
                added, known = _add(connection, rows, file)
        except _Refused as refused:
            for problem in refused.problems:
                tell(problem, lang)
            warn("consent-import-nothing", lang)
            return 2
        say_line("consent-imported", lang, added=added, known=known)
        for counts, other in conflicts(rows):
            warn("consent-import-conflict", lang, line=counts.line, other=other.line)
        return 0

    return consent_import


def export(lang: str) -> Callable[..., int]:
    """Return the function that writes the register to a CSV file, with names, for its owner's eyes only."""

    def consent_export(
        ctx: click.Context,
        file: str = parameters.argument(..., help=said("consent-csv-out", lang), metavar=said("file-metavar", lang)),
        full: bool = asking.flag("full", lang), force: bool = asking.flag("force", lang),
        register: str = asking.register(lang), config: str = asking.config(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        path = asking.located(ctx, register, config)
        rows = read_register(path).rows
        if os.path.lexists(file) and not force:
            raise PostlintError(Problem("consent-exists", {}, file))
        if os.path.exists(file) and os.path.samefile(file, path):
            raise PostlintError(Problem("consent-onto-itself", {}, file))
        write_whole(file, written(rows, full=full), 0o600, "consent-unwritten")
        warn("consent-exported", lang, rows=len(rows), path=file)
        return 0

    return consent_export


class _Refused(Exception):
    """Undoes an import; ``problems`` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


def _add(connection: sqlite3.Connection, rows: Sequence[Consent], file: str) -> tuple[int, int]:
    """Record rows; return how many were recorded, and how many stood there already. Raises ``_Refused``."""
    people = recording.people(connection)
    problems: list[Problem] = []
    known = 0
    for row in rows:
        try:
            recording.add(connection, row, action="import", known=people)
        except PostlintError as error:
            if error.problem.code == "consent-twice":
                known += 1
            else:
                problems.append(error.problem._replace(path=file, line=row.line))
    if problems:
        raise _Refused(problems)
    return len(rows) - known, known


