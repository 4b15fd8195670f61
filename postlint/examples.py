"""The examples that rules carry, run: every bad one must be found by its rule, no good one may be."""

from __future__ import annotations

import os

from postlint.engine import Linter
from postlint.finding import Finding
from postlint.pack import PackFile, compile_packs, read, shipped_files, toml_files
from postlint.post import Post
from postlint.prepare import pack_paths
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.rulebook import rules_folder
from postlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

MOMENT = "2026-12-01T12:00:00+01:00"  # examples are run as if it were then, so that they never grow old
SHIPPED_ORGANISATION = os.path.join("example-organisation", "postlint.toml")


class Example(NamedTuple):
    """One example: a text, or a mapping with the fields of a post. ``line`` counts from 1."""

    rule: str
    lang: str
    bad: bool
    given: Any
    path: str
    line: int

    def told(self) -> str:
        """Return the example on one line, its other facts behind the text."""
        if isinstance(self.given, str):
            return " ".join(self.given.split())
        import json

        facts = {key: value for key, value in self.given.items() if key != "text"}
        if "history" in facts:  # what was said before is enough, the rest of it would fill the page
            facts["history"] = [one.get("text", "") for one in facts["history"]]
        text = " ".join(str(self.given.get("text", "")).split())
        return f"{text}  {json.dumps(facts, ensure_ascii=False)}" if facts else text


class Trial(NamedTuple):
    """What is to be tried: the files with the examples, and the linter that they are tried with."""

    files: tuple[PackFile, ...]
    linter: Linter


def shipped_trial(now: str = MOMENT) -> Trial:
    """Return the trial of the packs that come with postlint, with the example organisation they are written for.

    Raises PostlintError.
    """
    from postlint.configuration import load

    settings = load(os.path.join(rules_folder(), SHIPPED_ORGANISATION))
    return _trial(shipped_files(()), settings, now)


def pack_trial(pack: str, config: str = "", now: str = MOMENT) -> Trial:
    """Return the trial of an organisation's own pack; ``config`` names another configuration than its own.

    Raises PostlintError.
    """
    from postlint.configuration import load

    paths = [os.path.abspath(path) for path in toml_files(pack)]
    if not paths:
        code = "pack-empty" if os.path.exists(pack) else "file-missing"
        raise PostlintError(Problem(code, {"path": pack}, "" if os.path.exists(pack) else pack))
    config = config or own_configuration(pack)
    return _trial(paths, load(config) if config else Settings(), now)


def own_configuration(pack: str) -> str:
    """Return the configuration inside or beside a pack, else the nearest one upwards, else the empty string."""
    from postlint.configuration import FILE, find

    inside = os.path.join(pack, FILE)
    return inside if os.path.isfile(inside) else find(os.path.dirname(os.path.abspath(pack)))


def collect(files: Sequence[PackFile]) -> list[Example]:
    """Return the examples of pack files, in their order."""
    from postlint.toml_source import TomlPlaces

    found: list[Example] = []
    for file in files:
        places = TomlPlaces(file.source)
        for number, part in enumerate(file.data.get("rule", ())):
            for lang in ("da", "en"):
                for kind in ("bad", "good"):
                    for index, given in enumerate(part.get(lang, {}).get(kind, ())):
                        line = places(("rule", number, lang, kind, index)).line
                        found.append(Example(part["id"], lang, kind == "bad", given, file.path, line))
    return found


def failure(linter: Linter, example: Example) -> Problem | None:
    """Return what is wrong with an example: its rule is silent where it must speak, or speaks where it must not.

    Raises PostlintError where the example is no post.
    """
    found = [finding for finding in linter.check(_post(example)).findings if finding.rule == example.rule]
    if bool(found) is example.bad:
        return None
    facts = {"rule": example.rule, "language": example.lang, "text": example.told(), "words": _words(found)}
    return Problem("example-missed" if example.bad else "example-reported", facts, example.path, example.line)


def lacking(files: Sequence[PackFile]) -> Iterator[Problem]:
    """Yield the rules that have a wording in these files but no bad or no good example in that language."""
    examples = {(example.rule, example.lang, example.bad) for example in collect(files)}
    told: set[tuple[str, str]] = set()
    for file in files:
        for part in file.data.get("rule", ()):
            for lang in ("da", "en"):
                worded = "message" in part.get(lang, {}) and (part["id"], lang) not in told
                if worded and not {(part["id"], lang, True), (part["id"], lang, False)} <= examples:
                    told.add((part["id"], lang))
                    yield Problem("examples-lacking", {"rule": part["id"], "language": lang}, file.path)


def _trial(paths: Sequence[str], settings: Settings, now: str) -> Trial:
    """Return a trial with every rule of the files switched on, whatever the settings say."""
    from postlint.checks import CHECKS

    sources = [(path, shipped) for path, shipped in pack_paths(settings) if path not in paths]
    shipped = {path for path, _ in pack_paths(Settings())}
    tried = [read(path, path in shipped) for path in paths]
    rulebook, _ = compile_packs([*(read(*source) for source in sources), *tried], list(CHECKS))
    named = [part["id"] for file in tried for part in file.data.get("rule", ())]
    grades = {rule: rulebook.rules[rule].severity for rule in named} | {
        rule: grade for rule, grade in settings.rules if grade != "off"
    }
    return Trial(tuple(tried), Linter(settings._replace(rules=tuple(grades.items())), rulebook, now=now))


def _post(example: Example) -> Post:
    if isinstance(example.given, str):
        return Post("-", example.given)
    from postlint.readers.records import read_record

    return read_record(dict(example.given))


def _words(found: Sequence[Finding]) -> str:
    return ", ".join(finding.words or finding.field for finding in found)
