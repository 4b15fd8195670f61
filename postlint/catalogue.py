"""What the rules of an organisation are: told to a person, or as plain values for a program."""

from __future__ import annotations

from postlint.grading import holds_for, severity
from postlint.post import ROLES
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from postlint.rule import Rule
    from postlint.rulebook import Rulebook
    from postlint.settings import Settings

_SHOWN = 2  # examples of each sort that an explanation shows


class Entry(NamedTuple):
    """One rule as it holds here. ``grades`` maps each of its roles to a severity, and is empty where the rule
    is switched off; ``clauses`` holds ``(policy, clause, title)``."""

    rule: Rule
    title: str
    grades: dict[str, str]
    clauses: tuple[tuple[str, str, str], ...]


def entries(settings: Settings, rulebook: Rulebook, lang: str) -> list[Entry]:
    """Return every rule there is, in the order of the rulebook."""
    active = {rule.id for rule in rulebook.active(settings)}
    return [entry(rule, settings, rulebook, lang, on=rule.id in active) for rule in rulebook.rules.values()]


def entry(rule: Rule, settings: Settings, rulebook: Rulebook, lang: str, *, on: bool) -> Entry:
    """Return one rule as it holds here."""
    roles = [role for role in ROLES if holds_for(rule, role, settings)] if on else []
    grades = {role: severity(rule, "", role, settings) for role in roles}
    clauses = tuple((clause.policy, clause.clause, clause.title) for clause in rulebook.clauses(rule.id, lang))
    return Entry(rule, title(rule, lang), grades, clauses)


def title(rule: Rule, lang: str) -> str:
    """Return the rule's name in plain words, in another language where it has none in this."""
    wording = rule.wording.get(lang) or next(iter(rule.wording.values()))
    return wording.title


def value(found: Entry) -> dict[str, Any]:
    """Return an entry as plain values for JSON."""
    clauses = [dict(zip(("policy", "clause", "title"), clause, strict=True)) for clause in found.clauses]
    return {
        "rule": found.rule.id, "title": found.title, "on": bool(found.grades), "severity": found.grades,
        "roles": list(found.rule.roles), "languages": list(found.rule.wording), "clauses": clauses,
        "waivable": found.rule.waivable, "unwaivable": list(found.rule.unwaivable), "shipped": found.rule.shipped,
    }  # fmt: skip


def table(found: Sequence[Entry], lang: str) -> Iterator[str]:
    """Yield the lines of a table for a person."""
    heads = [say(f"column-{name}", lang) for name in ("rule", "severity", "roles", "clauses", "title")]
    rows = [
        heads,
        *([one.rule.id, grade(one, lang), roles(one.rule, lang), short_clauses(one), one.title] for one in found),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def grade(found: Entry, lang: str) -> str:
    """Return the severity that most roles have, and where it differs."""
    if not found.grades:
        return say("switched-off", lang)
    grades = list(found.grades.values())
    usual = max(dict.fromkeys(grades), key=grades.count)
    others = [f"{role}: {say(f'severity-{own}', lang)}" for role, own in found.grades.items() if own != usual]
    return ", ".join([say(f"severity-{usual}", lang), *others])


def roles(rule: Rule, lang: str) -> str:
    """Return the roles that a rule holds for, or one word for all of them."""
    return say("all-roles", lang) if set(ROLES) <= set(rule.roles) else ", ".join(rule.roles)


def short_clauses(found: Entry) -> str:
    """Return the clauses of an entry by number, the policy named where there are several."""
    policies = {policy for policy, _, _ in found.clauses}
    names = [clause if len(policies) == 1 else f"{policy} {clause}" for policy, clause, _ in found.clauses]
    return " ".join(names) if len(names) < 4 else " ".join([*names[:3], "…"])


def explanation(found: Entry, examples: Sequence[tuple[bool, str]], lang: str) -> Iterator[str]:
    """Yield the lines that explain a rule to a person. ``examples`` holds ``(is bad, as told)``."""
    wording = found.rule.wording.get(lang) or next(iter(found.rule.wording.values()))
    yield f"{found.rule.id}: {found.title}"
    yield ""
    yield from _section("explain-says", [wording.message, f"→ {wording.advice}"], lang)
    reasons = [
        line for message, advice in wording.reasons.values() for line in (message, f"→ {advice}" if advice else "")
    ]
    yield from _section("explain-also-says", [line for line in reasons if line], lang)
    yield from _section(
        "explain-clauses", [f"{policy} {clause}: {told}" for policy, clause, told in found.clauses], lang
    )
    grades = [f"{role}: {say(f'severity-{own}', lang)}" for role, own in found.grades.items()]
    yield from _section("explain-roles", grades or [say("switched-off", lang)], lang)
    for bad, code in ((True, "explain-bad"), (False, "explain-good")):
        yield from _section(code, [told for is_bad, told in examples if is_bad is bad][:_SHOWN], lang)
    yield from _section("explain-regrade", ["[rules]", f'{found.rule.id} = "off"   # off, info, warning, error'], lang)
    if found.rule.waivable:
        waiver = f'{{rule: {found.rule.id}, reason: "…", by: "…", expires: "{say("explain-date", lang)}"}}'
        yield from _section("explain-waive", ["waivers:", f"  - {waiver}"], lang)
    yield from _section("explain-firm", firm(found.rule, lang), lang)


def firm(rule: Rule, lang: str) -> list[str]:
    """Return where no waiver may set a rule aside; nothing for a rule that any post may."""
    if not rule.waivable:
        return [say("explain-firm-always", lang)]
    told = ["explain-firm-minor"] if "minor" in rule.unwaivable else []
    others = [reason for reason in rule.unwaivable if reason not in ("minor", "guardian")]
    return [say(code, lang) for code in told] + [say("explain-firm-reason", lang, reason=one) for one in others]


def _section(code: str, lines: Sequence[str], lang: str) -> Iterator[str]:
    if lines:
        yield say(code, lang)
        yield from (f"    {line}" for line in lines)
        yield ""
