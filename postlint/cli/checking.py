"""``postlint FILE…``: read the posts, check each with the configuration that holds for it, write the report."""

from __future__ import annotations

import os
import sys

from postlint.cli.options import COMMANDS, NEVER, Options
from postlint.cli.telling import Progress, tell
from postlint.finding import Report
from postlint.post import Post
from postlint.problem import PostlintError, Problem, nearest
from postlint.readers import STDIN, expand, read
from postlint.readers.source import Noted, Warned
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.engine import Linter
    from postlint.finding import PostReport
    from postlint.history import Timeline

_FOR_PROGRAMS = ("json", "sarif", "junit", "github", "html", "md")


class Draft(NamedTuple):
    """A post and the linter of the configuration that holds for it."""

    post: Post
    linter: Linter


def check(options: Options, paths: Sequence[str], lang: str) -> int:
    """Check the posts of ``paths``, write the report to standard output, and return the exit status."""
    if not paths:
        raise PostlintError(Problem("files-none", {}))
    check_moment(options.now)
    run = Run(options, lang)
    drafts = list(run.drafts(paths))
    reports = run.reports(drafts)
    if options.fix and not options.diff:
        from postlint.cli.fixing import mend

        reports = mend(run, drafts, reports)
    return conclude(run, drafts, run.looked_back(drafts, reports))


def conclude(run: Run, drafts: Sequence[Draft], reports: Sequence[PostReport | None]) -> int:
    """Write the report of a run to standard output, and return the exit status."""
    options = run.options
    report = Report(__version__, tuple(found for found in reports if found is not None))
    if options.baseline or options.write_baseline or options.record or options.by:
        from postlint.cli.keeping import keep

        report = keep(run, drafts, reports, report)
    status = 2 if run.told else _status(report, options.fail_on)
    if report.posts or not run.told or options.format in _FOR_PROGRAMS:
        now = options.now or next((draft.linter.now for draft in drafts), "")
        _write(report, options._replace(now=now), run.lang)
    return status


class Run:
    """One call of the command: its linters, by configuration, the problems that were told, and how files were
    understood."""

    def __init__(self, options: Options, lang: str) -> None:
        self.options, self.lang = options, lang
        self.told: dict[str, Problem] = {}
        self.noted: list[Problem] = []
        self._linters: dict[str, Linter | None] = {}
        self._found: dict[str, str] = {}
        self._timelines: dict[str, Timeline] = {}

    def tell(self, problem: Problem) -> None:
        """Tell what could not be used, each thing once."""
        sentence = problem.tell(self.lang)
        if sentence not in self.told:
            self.told[sentence] = problem
            tell(problem, self.lang)

    def drafts(self, paths: Sequence[str]) -> Iterator[Draft]:
        """Yield every post that can be read and has a configuration that holds; what cannot is told."""
        for item in expand(list(paths)):
            if isinstance(item, Problem):
                self.tell(_perhaps_command(item))
            elif (linter := self._linter(item)) is not None:
                yield from (Draft(post, linter) for post in self._posts(item, linter))

    def reports(self, drafts: Sequence[Draft]) -> list[PostReport | None]:
        """Return what is found in each draft; ``None`` where it could not be checked, which is told."""
        found: list[PostReport | None] = []
        self._keep_history(drafts)
        with Progress(len(drafts), self.lang, quiet=self.options.quiet) as progress:
            for draft in drafts:
                found.append(self.report(draft))
                progress.step()
        return found

    def report(self, draft: Draft) -> PostReport | None:
        """Return what is found in one draft; ``None`` where it could not be checked, which is told."""
        try:
            return draft.linter.check(draft.post, self._timelines.get(draft.linter.settings.path))
        except PostlintError as error:
            self.tell(error.problem)
            return None

    def looked_back(
        self, drafts: Sequence[Draft], reports: Sequence[PostReport | None]
    ) -> list[PostReport | None]:
        """Return the reports with what the posts show together, by account and time."""
        found = list(reports)
        if not self._timelines:
            return found
        from postlint.looking_back import look_back

        for path, timeline in self._timelines.items():
            numbers = [
                number for number, draft in enumerate(drafts)
                if draft.linter.settings.path == path and reports[number] is not None
            ]  # fmt: skip
            kept = [report for number in numbers if (report := reports[number]) is not None]
            for number, report in zip(numbers, look_back(drafts[numbers[0]].linter, timeline, kept), strict=True):
                found[number] = report
        return found

    def _keep_history(self, drafts: Sequence[Draft]) -> None:
        """Begin a timeline for every configuration with rules on history that holds for several posts."""
        met: set[str] = set()
        for draft in drafts:
            path = draft.linter.settings.path
            if path in met and path not in self._timelines and draft.linter.over_time:
                from postlint.history import Timeline

                self._timelines[path] = Timeline(draft.linter.settings, draft.linter.now)
            met.add(path)

    def _posts(self, path: str, linter: Linter) -> Iterator[Post]:
        stdin = sys.stdin.buffer.read() if path == STDIN else None
        for item in read(path, stdin=stdin, calendar=linter.settings.calendar):
            if isinstance(item, Problem):
                self.tell(item)
            elif isinstance(item, Warned):
                if not self.options.quiet:
                    tell(item.problem, self.lang, warning=True)
            elif isinstance(item, Noted):
                self.noted.append(item.problem)
            else:
                yield self._said(item)

    def _said(self, post: Post) -> Post:
        """Return the post with what the command says of posts that do not say it themselves."""
        if not self.options.lang and not self.options.channel:
            return post
        lang, channel = self.options.lang or None, self.options.channel or None
        return post._replace(lang=post.lang or lang, channel=post.channel or channel)

    def _linter(self, path: str) -> Linter | None:
        config = self.options.config or self._configuration(path)
        if config not in self._linters:
            self._linters[config] = self._prepared(config)
        return self._linters[config]

    def _configuration(self, path: str) -> str:
        from postlint.configuration import find

        folder = os.getcwd() if path == STDIN else os.path.dirname(os.path.abspath(path))
        if folder not in self._found:
            self._found[folder] = find(folder)
        return self._found[folder]

    def _prepared(self, config: str) -> Linter | None:
        from postlint.prepare import linter

        options = self.options
        role = {"role": options.role} if options.role else {}
        try:
            ready = linter(
                config, now=options.now, ui_lang=options.ui_lang or None, select=options.select,
                ignore=options.ignore, **role,
            )  # fmt: skip
        except PostlintError as error:
            self._tell_all(error.problem, config)
            return None
        self._warn_of_idle(ready)
        return ready

    def _tell_all(self, problem: Problem, config: str) -> None:
        """Tell a problem; where it is one of the configuration, tell the others that it has as well."""
        self.tell(problem)
        if config and problem.path == config:
            from postlint.configuration import look

            for other in look(config).problems:
                self.tell(other)

    def _warn_of_idle(self, linter: Linter) -> None:
        idle = set(self.options.select) - {rule.id for rule in linter.rules} - set(self.options.ignore)
        for rule in () if self.options.quiet else sorted(idle):
            tell(Problem("rule-idle", {"rule": rule}, linter.settings.path), self.lang, warning=True)


def _perhaps_command(problem: Problem) -> Problem:
    """Return a problem with a missing file, with the sub-command named that may have been meant."""
    if problem.code != "file-missing" or not problem.path.isalpha():
        return problem
    near = nearest(problem.path, COMMANDS)
    return problem._replace(code="file-or-command", facts={"command": near}) if near else problem


def check_moment(now: str) -> None:
    """Raise PostlintError where ``--now`` is no moment; empty is none."""
    if not now:
        return
    from postlint.moment import wrong_moment

    wrong = wrong_moment(now)
    if wrong:
        raise PostlintError(Problem(wrong, {"key": "--now"}))


def _status(report: Report, fail_on: str) -> int:
    return int(fail_on != NEVER and report.reaches(fail_on))


def _write(report: Report, options: Options, lang: str) -> None:
    from postlint.writers import colour_wanted, write

    stream = sys.stdout
    format = "diff" if options.diff else options.format
    if format in _FOR_PROGRAMS and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")
    colour = not options.no_colour and colour_wanted(stream, os.environ)
    write(
        report, format=format, stream=stream, ui_lang=lang, colour=colour, width=width(),
        show_matches=options.show_matches, fail_on=options.fail_on, quiet=options.quiet, now=options.now,
    )  # fmt: skip
    stream.flush()


def width() -> int:
    """Return the width of the terminal in cells; 80 where there is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80
