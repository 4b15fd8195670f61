"""The report for programs: the JSON of the contract, one post a line, the same bytes for the same report."""

from __future__ import annotations

import json
import re

from postlint.record import TYPE_CHECKING
from postlint.whereabouts import told
from postlint.writers.place import spot
from postlint.writers.tally import void_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from postlint.finding import Finding, Fix, PostReport, Report, VoidWaiver, Waived
    from postlint.writers import View

# What JSON may hold as it is, but no terminal or text file should: shown by its number, so nothing is lost.
_RAW = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)


def encode(value: Any) -> str:
    """Return ``value`` as JSON on one line, readable letters as they are, control characters by number."""
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the report as JSON: version, summary, posts."""
    yield f'{{"postlint": {encode(report.version)},\n "summary": {encode(summary(report))},\n "posts": ['
    comma = ""
    for post in report.posts:
        yield f"{comma}\n  {encode(post_value(post, view.ui_lang))}"
        comma = ","
    yield "]"
    if report.baselined is not None:
        yield f',\n "gone": {encode([entry._asdict() for entry in report.baselined.gone])}'
    yield "}\n"


def summary(report: Report) -> dict[str, int]:
    """Return the counts of a report."""
    return {
        "posts": len(report.posts),
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "waived": sum(len(post.waived) for post in report.posts),
    } | ({"baselined": report.baselined.known} if report.baselined is not None else {})


def post_value(post: PostReport, lang: str = "en") -> dict[str, Any]:
    """Return one post's part of the JSON; waivers without effect (told in ``lang``) and findings that a baseline knows
    only where there are some."""
    value = {
        "id": post.id,
        "source": post.source,
        "role": post.role,
        "languages": list(post.languages),
        "findings": [finding_value(finding) | _place(post, finding, lang) for finding in post.findings],
        "not_evaluated": [{"rule": missing.rule, "reason": missing.reason} for missing in post.not_evaluated],
        "waived": [_waived_value(waived) for waived in post.waived],
    }
    if post.places:
        value["place"] = told(post.places[0].spot, lang)
    value |= {"void_waivers": [_void_value(void, lang) for void in post.void]} if post.void else {}
    return value | ({"baselined": len(post.known)} if post.known else {})


def _place(post: PostReport, finding: Finding, lang: str) -> dict[str, str]:
    return {"place": spot(post, finding, lang)} if post.places else {}


def finding_value(finding: Finding) -> dict[str, Any]:
    """Return one finding's part of the JSON."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "lang": finding.lang,
        "field": finding.field,
        "span": finding.span._asdict() if finding.span else None,
        "clauses": [clause._asdict() for clause in finding.clauses],
        "fixes": [_fix_value(fix) for fix in finding.fixes],
    }


def _fix_value(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]}


def _void_value(void: VoidWaiver, lang: str) -> dict[str, Any]:
    field, line = f"waivers[{void.number}]", void.line or None
    return {"rule": void.rule, "why": void.why, "message": void_reason(void, lang), "field": field, "line": line}


def _waived_value(waived: Waived) -> dict[str, Any]:
    waiver = {"reason": waived.reason, "by": waived.by, "expires": waived.expires}
    return {**finding_value(waived.finding), "waiver": waiver}
