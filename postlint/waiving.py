"""Waivers: findings that somebody answers for. Expired ones are void; unused ones are told."""

from __future__ import annotations

from postlint.finding import Finding, Waived
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.post import Waiver
    from postlint.rule import Rule


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], rules: Mapping[str, Rule], now: str
) -> tuple[list[Finding], tuple[Waived, ...]]:
    """Return the findings that stand, and those that a waiver covers at ``now`` (ISO 8601)."""
    if not waivers:
        return list(findings), ()
    valid = {
        waiver.rule: waiver
        for waiver in waivers
        if waiver.rule in rules and rules[waiver.rule].waivable
        if (waiver.reason or "").strip() and (waiver.by or "").strip() and (waiver.expires or "9999") >= now[:10]
    }
    kept = [finding for finding in findings if finding.rule not in valid]
    waived = [
        Waived(f, valid[f.rule].reason or "", valid[f.rule].by or "", valid[f.rule].expires or "")
        for f in findings
        if f.rule in valid
    ]
    return kept, tuple(waived)
