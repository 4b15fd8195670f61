"""``postlint watch FOLDER…``: what is saved is looked through again, and only that is told.

What was found in each file is kept in memory as long as the file is as it was, together with what the rules on
history need of it, so these still see the whole folder. Nothing is written anywhere.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from postlint import store
from postlint.cli import parameters
from postlint.cli.arguments import parse
from postlint.cli.checking import Run, check_moment, width
from postlint.cli.describing import said
from postlint.cli.printing import print_lines
from postlint.configuration import FILE, PROJECT
from postlint.finding import Report
from postlint.history import Timeline
from postlint.looking_back import look_back
from postlint.prepare import sources
from postlint.problem import PostlintError, Problem
from postlint.readers import STDIN, expand
from postlint.version import __version__
from postlint.wording import say
from postlint.writers import colour_wanted, tally, write
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from postlint.cli.options import Options
    from postlint.engine import Linter
    from postlint.finding import PostReport
    from postlint.history import Entry

_QUIET = 100  # milliseconds without a change after which a save is taken for done
_LONGEST = 1000  # milliseconds that a row of changes is waited for
_IDLE = 2000  # milliseconds after which the configuration is looked at, which may lie elsewhere
_TEXTS, _FLAGS = ("role", "channel", "lang", "config", "ui_lang", "now"), ("quiet", "no_colour")
_LISTS = ("select", "ignore")


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    def option(name: str, metavar: str, helped: str = "") -> Any:
        return parameters.option("", f"--{name}", help=said(helped or name, lang), metavar=metavar)

    def words(name: str) -> Any:
        return parameters.argument(..., help=said(name, lang), metavar=said(f"{name}-metavar", lang))

    file = said("file-metavar", lang)

    def watch(
        ctx: click.Context, folders: list[str] = words("watch-folders"),  # noqa: B008
        config: str = option("config", file, "config-each"), ui_lang: str = option("ui-lang", "da|en"),
    ) -> int:  # fmt: skip
        before = ctx.find_root().obj or {}
        given: dict[str, Any] = {name: before.get(name) or "" for name in _TEXTS}
        given |= {name: bool(before.get(name)) for name in _FLAGS}
        given |= {name: tuple(_names(before.get(name) or ())) for name in _LISTS}
        given |= {"config": config or given["config"], "ui_lang": ui_lang or given["ui_lang"]}
        check_moment(given["now"])
        return _watch(folders, parse([]).options._replace(**given), lang)

    return watch


def _names(words: Iterable[str]) -> Iterator[str]:
    """Yield the names in lists that may be separated by commas."""
    yield from (name.strip() for word in words for name in word.split(",") if name.strip())


def _watch(folders: list[str], options: Options, lang: str) -> int:
    watched = Watched(folders, options, lang)
    changes = _changes(folders)
    try:
        watched.begin()
        for changed in changes:
            watched.look_again(changed)
    except KeyboardInterrupt:
        print()
    return 0


def _changes(folders: list[str]) -> Iterator[set[str]]:
    """Return the sets of paths that change together. Raises PostlintError where nothing can be watched."""
    try:
        from watchfiles import watch
    except ImportError:
        raise PostlintError(Problem("watch-extra-missing", {})) from None
    for folder in folders:
        if folder == STDIN or not os.path.exists(folder):
            raise PostlintError(Problem("file-missing", {}, folder))
    # Of a file its folder is watched: whoever saves by renaming puts another file in its place.
    places = {folder if os.path.isdir(folder) else os.path.dirname(folder) or os.curdir for folder in folders}
    deep = any(os.path.isdir(folder) for folder in folders)
    found = watch(
        *places, debounce=_LONGEST, step=_QUIET, rust_timeout=_IDLE, yield_on_timeout=True, recursive=deep
    )
    return ({path for _, path in changes} for changes in found)


class Seen(NamedTuple):
    """A file as it was looked through: its stamp, and of each post its linter, report and entry in the history."""

    stamp: store.Stamp
    posts: list[tuple[Linter, PostReport, Entry]]


class Watched:
    """The folders that are watched, and what is known of their files."""

    def __init__(self, folders: list[str], options: Options, lang: str) -> None:
        self.folders, self.options, self.lang = folders, options, lang
        self.files: dict[str, Seen] = {}
        self._rules: set[store.Stamp] = set()
        self._told: set[str] = set()

    def begin(self) -> None:
        """Look through all that is there, and tell how much was found."""
        self._look()
        self._say(say("watch-begin", self.lang, folders=", ".join(self.folders)))
        self._whole()

    def look_again(self, changed: Iterable[str]) -> None:
        """Look through what has changed, and tell what is found in it now."""
        names = {os.path.basename(path) for path in changed}
        anew = bool(names & {FILE, PROJECT}) or any(store.stamp(one[0]) != one for one in self._rules)
        before = dict(self.files)
        if anew:
            self.files = {}
        self._look()
        if anew:
            self._heading(say("watch-rules-changed", self.lang))
        else:
            self._tell_files(before)
        if anew or self.files != before:
            self._whole()

    def _tell_files(self, before: dict[str, Seen]) -> None:
        for path in [path for path in before if path not in self.files]:
            self._heading(say("watch-gone", self.lang, path=path))
        reports = self._reports()
        for path, seen in self.files.items():
            if before.get(path) != seen:
                self._heading(path)
                if reports[path]:
                    self._write(Report(__version__, tuple(reports[path])))

    def _look(self) -> None:
        """Read and check the files that are not as they were, and forget those that are gone."""
        run = Run(self.options, self.lang)
        found: dict[str, Seen] = {}
        told: set[str] = set()
        for item in expand(self.folders):
            if isinstance(item, Problem):
                told.add(item.tell(self.lang))
                if item.tell(self.lang) not in self._told:
                    run.tell(item)
                continue
            stamp = store.stamp(item)
            kept = self.files.get(item)
            found[item] = kept if kept is not None and kept.stamp == stamp else Seen(stamp, self._checked(item, run))
        self.files, self._told = found, told
        linters = {id(linter): linter for seen in found.values() for linter, _, _ in seen.posts}
        self._rules = {store.stamp(path) for linter in linters.values() for path in sources(linter.settings)}

    def _checked(self, path: str, run: Run) -> list[tuple[Linter, PostReport, Entry]]:
        posts = []
        for draft in run.drafts([path]):
            timeline = Timeline(draft.linter.settings, draft.linter.now)
            try:
                report = draft.linter.check(draft.post, timeline)
            except PostlintError as error:
                run.tell(error.problem)
                continue
            posts.append((draft.linter, report, timeline.entries[-1]))
        return posts

    def _reports(self) -> dict[str, list[PostReport]]:
        """Return the reports of each file, with what all posts of a configuration show together."""
        found: dict[str, list[PostReport]] = {path: [] for path in self.files}
        houses: dict[str, list[tuple[str, Linter, PostReport, Entry]]] = {}
        for path, seen in self.files.items():
            for linter, report, entry in seen.posts:
                houses.setdefault(linter.settings.path, []).append((path, linter, report, entry))
        for posts in houses.values():
            linter = posts[-1][1]
            timeline = Timeline(linter.settings, linter.now)
            timeline.entries += [entry._replace(number=number) for number, (*_, entry) in enumerate(posts)]
            together = look_back(linter, timeline, [report for _, _, report, _ in posts])
            for (path, *_), report in zip(posts, together, strict=True):
                found[path].append(report)
        return found

    def _whole(self) -> None:
        """Tell how much is found in all files together."""
        posts = [post for reports in self._reports().values() for post in reports]
        self._say(say("watch-whole", self.lang, verdict=tally.verdict(Report(__version__, tuple(posts)), self.lang)))

    def _write(self, report: Report) -> None:
        colour = not self.options.no_colour and colour_wanted(sys.stdout, os.environ)
        write(report, format="terminal", stream=sys.stdout, ui_lang=self.lang, colour=colour, width=width(),
              quiet=self.options.quiet)  # fmt: skip
        sys.stdout.flush()

    def _heading(self, words: str) -> None:
        line = f"── {time.strftime('%H:%M:%S')}  {visible(words)} "
        self._say("\n" + line + "─" * max(width() - len(line), 3))

    def _say(self, words: str) -> None:
        print_lines([words])
        sys.stdout.flush()

