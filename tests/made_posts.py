"""An invented world to try the engine in: a mill, its rival and their people; nobody here exists."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from postlint.checks import CHECKS
from postlint.document import Document
from postlint.engine import Linter
from postlint.finding import Finding, PostReport
from postlint.pack import compile_packs, read, shipped_files
from postlint.post import Post
from postlint.readers.records import read_record
from postlint.rulebook import Rulebook
from postlint.settings import Competitor, Organisation, Settings

NOW = "2027-03-10T12:00:00+01:00"  # a Wednesday
SEVEN = (
    "missing-disclaimer", "org-logo", "work-email", "unattributed-quote", "confidential-marker", "photo-consent",
    "competitor-disparagement",
)  # fmt: skip
MILL = Settings(
    organisation=Organisation(
        "Kvernholt", ("Kvernholt A/S",), ("@kvernholt",), ("#kvernholt",), ("Rugfin",),
        ("kvernholt.example", "møllen-kvernholt.example"), ("hej@kvernholt.example",), ("kvernholt-logo.svg",),
    ),
    competitors=(Competitor("Stampemo", ("Stampemo ApS",), ("@stampemo",), ("#stampemo",), ("Stampemel",)),),
)  # fmt: skip


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """Return the shipped rules, compiled without any cache."""
    return compile_packs([read(path, True) for path in shipped_files(("social-media",))], list(CHECKS))[0]


def linter(settings: Settings = MILL, *, now: str = NOW, **options: Any) -> Linter:
    """Return a linter for an organisation that checks the seven first rules, or the ones given, at ``NOW``."""
    options.setdefault("select", SEVEN)
    return Linter(settings, rulebook(), now=now, **options)


def check(text: str, settings: Settings = MILL, /, **fields: Any) -> PostReport:
    """Return what is found in a post with these fields of the contract."""
    return linter(settings).check(read_record({"text": text, **fields}))


def found(report: PostReport, rule: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in report.findings if finding.rule == rule]


def rules(report: PostReport, among: tuple[str, ...] = SEVEN) -> set[str]:
    """Return the rules that found something, among the seven first rules or the ones given."""
    return {finding.rule for finding in report.findings} & set(among)


def read_text(text: str, lang: str | None = None) -> Document:
    """Return a text as the checks see it."""
    world = linter()
    return Document(text, "text", world.world, world.rulebook.lexicon, lang)


def post(text: str, **fields: Any) -> Post:
    """Return a post with these fields of the contract."""
    return read_record({"text": text, **fields})
