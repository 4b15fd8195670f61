"""What ``postlint doctor`` tells, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.catalogue import entries
from postlint.diagnosis import lacks
from postlint.post import ROLES
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.catalogue import Entry
    from postlint.rulebook import Rulebook
    from postlint.settings import Settings

_NONE = "–"


def lines(settings: Settings, rulebook: Rulebook, cache: tuple[str, str], lang: str) -> Iterator[str]:
    """Yield the configuration, a table of rules by role and language, the missing facts, and the cache."""
    yield say("doctor-configuration", lang, path=settings.path) if settings.path else say("doctor-defaults", lang)
    yield ""
    found = entries(settings, rulebook, lang)
    yield from _table(found, settings, lang)
    yield ""
    yield from _missing(found, settings, lang)
    folder, state = cache
    yield say(f"doctor-cache-{state}", lang, folder=folder)


def _table(found: list[Entry], settings: Settings, lang: str) -> Iterator[str]:
    rows = [[say("column-rule", lang), *ROLES, say("column-languages", lang)]]
    for entry in found:
        silent = any(need.vital for need in lacks(entry.rule, settings))
        grades = {} if silent else entry.grades
        told = [say(f"severity-{grades[role]}", lang) if role in grades else _NONE for role in ROLES]
        rows.append([entry.rule.id, *told, " ".join(entry.rule.wording)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _missing(found: list[Entry], settings: Settings, lang: str) -> Iterator[str]:
    needs: dict[str, dict[str, bool]] = {}
    for entry in found:
        for need in lacks(entry.rule, settings) if entry.grades else ():
            needs.setdefault(need.code, {})[entry.rule.id] = need.vital
    if not needs:
        yield say("doctor-complete", lang)
    for code, rules in needs.items():
        vital = [rule for rule, silent in rules.items() if silent]
        partly = [rule for rule, silent in rules.items() if not silent]
        if vital:
            yield f"- {say(code, lang)} {say('doctor-silent', lang, rules=', '.join(vital))}"
        if partly:
            yield f"- {say(code, lang)} {say('doctor-partly', lang, rules=', '.join(partly))}"
