"""How grave a finding is: what the organisation says, then what the rule says, then what nobody may exceed.

Two circumstances set a limit, each declared in a rule's ``by_reason`` under its own name. ``public-sector``: a public
employee writes on an account of his or her own, and the law protects what is said; ``off`` there silences the rule.
``whistle-blowing``: somebody reports breaches of the law. No configuration lifts such a limit.
"""

from __future__ import annotations

from postlint.finding import SEVERITIES
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.rule import Rule
    from postlint.settings import Settings

PUBLIC = "public-sector"
WHISTLE = "whistle-blowing"
_PROTECTED = "public-"  # how the sub-reasons begin that only a public employee's opinion has


def speaks_freely(role: str, settings: Settings) -> bool:
    """Say whether a public employee speaks as a citizen, whose freedom of speech the law protects."""
    return settings.sector == "public" and role in ("private", "employee")


def holds_for(rule: Rule, role: str, settings: Settings) -> bool:
    """Say whether a rule, where it is on, looks at posts of a role."""
    silenced = speaks_freely(role, settings) and rule.by_reason.get(PUBLIC) == "off"
    return role in rule.roles and not silenced


def is_protected(rule: Rule, reason: str, role: str, settings: Settings) -> bool:
    """Say whether a finding is about an opinion that a public employee is free to publish."""
    return speaks_freely(role, settings) and (PUBLIC in rule.by_reason or reason.startswith(_PROTECTED))


def severity(
    rule: Rule, reason: str, role: str, settings: Settings, circumstances: Sequence[str] | None = None
) -> str:
    """Return the severity of a finding.

    A grade in ``[rules]`` stands in place of ``strict`` and of what the rule says of a role; a sub-reason, which
    tells that less is sure, may only lower it. ``circumstances`` are those that hold, and by default what role and
    settings say; none of their limits is exceeded.
    """
    graded = dict(settings.rules).get(rule.id)
    grade = graded or _of_role(rule, role, settings)
    own = rule.by_reason.get(reason)
    if own in SEVERITIES:
        grade = _lower(own, grade) if graded or _is_advisory(rule, settings) else own
    if circumstances is None:
        circumstances = (PUBLIC,) if speaks_freely(role, settings) else ()
    for circumstance in circumstances:
        limit = rule.by_reason.get(circumstance)
        if limit in SEVERITIES:
            grade = _lower(limit, grade)
    return grade


def _of_role(rule: Rule, role: str, settings: Settings) -> str:
    """Return the grade that the rule itself has for a role."""
    usual = rule.severity if settings.strict else rule.advisory
    if role in rule.raised:
        usual = SEVERITIES[min(SEVERITIES.index(usual) + 1, len(SEVERITIES) - 1)]
    own = rule.by_role.get(role, usual)
    return _lower(own, usual) if _is_advisory(rule, settings) else own


def _is_advisory(rule: Rule, settings: Settings) -> bool:
    """Say whether the policy's own advisory level holds, which nothing but a role that is ``raised`` lifts."""
    return not settings.strict and rule.advisory != rule.severity


def _lower(one: str, other: str) -> str:
    return min(one, other, key=SEVERITIES.index)
