"""Waivers: findings that somebody answers for. Those that cover nothing are told, each with what is wrong with it."""

from __future__ import annotations

from postlint.finding import Finding, VoidWaiver, Waived
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from postlint.post import Waiver
    from postlint.rule import Rule


NEEDLESS = ("unused", "firm", "firm-minor")  # what is wrong with a waiver in the light of the findings


class Waiving(NamedTuple):
    """What waivers made of findings: those that stand, those that are covered, and the waivers without effect."""

    kept: Sequence[Finding]
    waived: tuple[Waived, ...] = ()
    void: tuple[VoidWaiver, ...] = ()


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], rules: Mapping[str, Rule], now: str, unseen: Collection[str]
) -> Waiving:
    """Return what ``waivers`` make of ``findings`` at ``now`` (ISO 8601).

    Of several that hold for a rule the first one counts. For the rules in ``unseen``, which were left out or could
    not be evaluated, nobody knows whether a waiver is needed.
    """
    if not waivers:
        return Waiving(findings)
    valid: dict[str, Waiver] = {}
    void: list[VoidWaiver] = []
    for number, waiver in enumerate(waivers):
        why, fact = _flaw(waiver, rules, now)
        if not why and (waiver.rule in valid or not _needed(waiver.rule, findings)):
            why = "" if waiver.rule in unseen and waiver.rule not in valid else "unused"
        elif not why:
            valid[waiver.rule] = waiver
            why = _firm(waiver.rule, findings, rules)
        if why:
            void.append(VoidWaiver(waiver.rule, why, number, waiver.line, fact))
    covered = [finding.waivable and finding.rule in valid for finding in findings]
    kept = [finding for finding, is_covered in zip(findings, covered, strict=True) if not is_covered]
    waived = [_waived(one, valid[one.rule]) for one, is_covered in zip(findings, covered, strict=True) if is_covered]
    return Waiving(kept, tuple(waived), tuple(void))


def _waived(finding: Finding, waiver: Waiver) -> Waived:
    return Waived(finding, waiver.reason or "", waiver.by or "", waiver.expires or "")


def _flaw(waiver: Waiver, rules: Mapping[str, Rule], now: str) -> tuple[str, str]:
    """Return what is wrong with a waiver by itself, and what to name; two empty strings where nothing is."""
    rule = rules.get(waiver.rule)
    if rule is None:
        from postlint.problem import nearest

        return "unknown", nearest(waiver.rule, rules)
    if not rule.waivable:
        return "unwaivable", ""
    if not (waiver.reason or "").strip():
        return "reasonless", ""
    if not (waiver.by or "").strip():
        return "nameless", ""
    if waiver.expires and _day(waiver.expires) < _day(now):
        return "expired", waiver.expires
    return "", ""


def _day(moment: str) -> str:
    """Return the day of an ISO 8601 moment as eight digits, whether it was written with hyphens or without."""
    return moment.replace("-", "")[:8]


def _needed(rule: str, findings: Sequence[Finding]) -> bool:
    return any(finding.rule == rule for finding in findings)


def _firm(rule: str, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """Return why a waiver does not cover all findings of its rule, or the empty string."""
    if all(finding.waivable for finding in findings if finding.rule == rule):
        return ""
    return "firm-minor" if "minor" in rules[rule].unwaivable else "firm"
