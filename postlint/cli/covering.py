"""``postlint coverage``: which clauses are checked how, and what the posts given show under each."""

from __future__ import annotations

import os

from postlint.cli.arguments import parse
from postlint.cli.checking import Run, check_moment, width
from postlint.coverage.clauses import Coverage, covered
from postlint.coverage.counting import with_findings
from postlint.engine import Linter
from postlint.pack import PackFile, policies_of, read
from postlint.prepare import load, rules_for
from postlint.problem import PostlintError, Problem
from postlint.problems import hints
from postlint.readers import STDIN
from postlint.record import TYPE_CHECKING
from postlint.rulebook import rules_folder
from postlint.settings import POLICIES

FORMATS = ("text", "json", "html")

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.rulebook import Rulebook
    from postlint.settings import Settings


def cover(config: str, words: Sequence[str], now: str, lang: str) -> tuple[Coverage, int]:
    """Return the coverage that a command line asks for, and the exit status: 2 where a post could not be read.

    ``words`` are an optional policy and then posts. Posts are checked with the one configuration, whatever
    others lie beside them, so that figures and clauses belong together. Raises PostlintError.
    """
    check_moment(now)
    settings, rulebook = load(config)
    asked, paths = _split(words, settings)
    used = set(rulebook.policies if config else POLICIES)
    wanted = asked or (settings.policies if config else POLICIES)
    if wanted != settings.policies:
        settings = settings._replace(policies=wanted)
        rulebook = _for_policies(settings, rulebook)
    linter = Linter(settings, rulebook, now=now, ui_lang=lang)
    policies = tuple(
        covered(policy, settings, rulebook, lang, used=policy.id in used) for policy in rulebook.policies.values()
    )
    coverage = Coverage(lang, settings.organisation.name, config, linter.now[:10], policies)
    if not paths:
        return coverage, 0
    run = _Run(linter, lang)
    drafts = list(run.drafts(paths))
    reports = run.looked_back(drafts, run.reports(drafts))
    found = [report for report in reports if report is not None]
    return with_findings(coverage, found), 2 if run.told else 0


def told(coverage: Coverage, format: str) -> Iterator[str]:
    """Return the lines for a person: ``text`` for the terminal, ``html`` for a page; none where no post that was
    given could be read, which is told."""
    if coverage.posts == 0:
        return iter(())
    if format == "html":
        from postlint.coverage.page import page

        return page(coverage)
    from postlint.coverage.text import lines

    return lines(coverage, width())


class _Run(Run):
    """A run in which one linter holds for all posts."""

    def __init__(self, linter: Linter, lang: str) -> None:
        super().__init__(parse([]).options, lang)
        self._only = linter

    def _linter(self, path: str) -> Linter:
        return self._only


def _split(words: Sequence[str], settings: Settings) -> tuple[tuple[str, ...], list[str]]:
    """Return the policies that the first words name, as the configuration would, and the paths of posts."""
    own = _own_policies(settings)
    asked: list[str] = []
    for number, word in enumerate(words):
        if word in POLICIES or word in own:
            asked.append(own.get(word, word))
        elif word.endswith(".toml") and os.path.isfile(word):
            asked.append(os.path.abspath(word))
        elif word == STDIN or os.path.exists(word) or _looks_like_path(word):
            return tuple(dict.fromkeys(asked)), list(words[number:])
        else:
            raise PostlintError(Problem("coverage-unknown", {"value": word, **hints(word, (*POLICIES, *own))}))
    return tuple(dict.fromkeys(asked)), []


def _for_policies(settings: Settings, rulebook: Rulebook) -> Rulebook:
    """Return the rulebook with the policies of ``settings`` instead of its own; the rules are compiled anew only
    where a policy brings some along. Raises PostlintError, also for a file that holds no policy."""
    folder = os.path.join(rules_folder(), "policies")
    files: list[PackFile] = []
    for name in settings.policies:
        own = os.path.isabs(name)
        files.append(read(name if own else os.path.join(folder, f"{name}.toml"), not own))
    for file in files:
        if "policy" not in file.data:
            raise PostlintError(Problem("policy-none", {}, file.path))
    if any("rule" in file.data or "family" in file.data for file in files):
        return rules_for(settings)
    return rulebook._replace(policies=policies_of(files, rulebook.rules))


def _own_policies(settings: Settings) -> dict[str, str]:
    """Return the policies of the organisation's own, by id, with their files."""
    shipped = os.path.join(rules_folder(), "policies")
    found: dict[str, str] = {}
    for path in settings.policies:
        if os.path.isabs(path) and not path.startswith(shipped):
            found[str(read(path, False).data.get("policy", {}).get("id", ""))] = path
    return found


def _looks_like_path(word: str) -> bool:
    return os.sep in word or "/" in word or "." in word
