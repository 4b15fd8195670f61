"""Making a record: of each post its prints and its result, and under which rules that was."""

from __future__ import annotations

import os

from postlint.finding import Finding, PostReport, Report
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.recording import prints
from postlint.writers.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from postlint.post import Post
    from postlint.settings import Settings

FORMAT, VERSION = "postlint-record", 1


class Checked(NamedTuple):
    """A post, the settings that held for it, and what was found in it."""

    post: Post
    settings: Settings
    report: PostReport


class Occasion(NamedTuple):
    """When something was looked through (ISO 8601), by whom (empty: not said), with which postlint, and what the
    command said of posts that do not say it themselves."""

    now: str
    by: str
    version: str
    said: dict[str, Any]


def made(checked: Sequence[Checked], occasion: Occasion) -> dict[str, Any]:
    """Return the record as plain values."""
    houses: list[Settings] = []
    posts = []
    for one in checked:
        if one.settings not in houses:
            houses.append(one.settings)
        posts.append(_post(one, houses.index(one.settings)))
    who = {"by": occasion.by} if occasion.by else {}
    said = {name: value for name, value in occasion.said.items() if value}
    return {
        "format": FORMAT, "format_version": VERSION, "postlint": occasion.version, "checked": occasion.now, **who,
        "said": said, "summary": _summary([one.report for one in checked]),
        "configurations": [configuration(settings) for settings in houses], "posts": posts,
    }  # fmt: skip


def configuration(settings: Settings) -> dict[str, Any]:
    """Return what is recorded of a configuration: the name of its file, and the prints of all that it rests on."""
    return {"file": os.path.basename(settings.path) or None, **prints.of_rules(settings)}


def _summary(reports: Sequence[PostReport]) -> dict[str, int]:
    grades = ("error", "warning", "info")
    counts = {f"{name}s": sum(_count(report.findings, name) for report in reports) for name in grades}
    return {
        "posts": len(reports), **counts, "waived": sum(len(report.waived) for report in reports),
        "baselined": sum(len(report.known) for report in reports),
    }  # fmt: skip


def _count(findings: Iterable[Finding], severity: str) -> int:
    return sum(finding.severity == severity for finding in findings)


def _post(one: Checked, number: int) -> dict[str, Any]:
    found = prints.of_post(one.post)
    report = redact(Report("", (one.report,))).posts[0]  # a reason may repeat a secret word
    return {
        "id": found.id, "source": found.source, "role": report.role, "languages": list(report.languages),
        "configuration": number, "text_sha256": found.text, "facts_sha256": found.facts,
        "pictures": [{"field": one.field, "sha256": one.print or None} for one in found.pictures],
        "findings": _counted(report.findings), "waived": _waived(report),
        "void_waivers": [{"rule": void.rule, "why": void.why} for void in report.void],
        "baselined": _counted(report.known),
        "not_evaluated": sorted({missing.rule for missing in report.not_evaluated}),
    }  # fmt: skip


def _counted(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return how often each rule found something, and how grave; never its words."""
    times: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for finding in findings:
        key = finding.rule, finding.severity, tuple(f"{one.policy} {one.clause}" for one in finding.clauses)
        times[key] = times.get(key, 0) + 1
    return [
        {"rule": rule, "severity": severity, "clauses": list(clauses), "times": number}
        for (rule, severity, clauses), number in sorted(times.items())
    ]


def _waived(report: PostReport) -> list[dict[str, Any]]:
    times: dict[tuple[str, str, str, str], int] = {}
    for one in report.waived:
        key = one.finding.rule, one.reason, one.by, one.expires
        times[key] = times.get(key, 0) + 1
    return [
        {"rule": rule, "reason": reason, "by": by, "expires": expires or None, "times": number}
        for (rule, reason, by, expires), number in sorted(times.items())
    ]
