"""The report as SARIF 2.1.0 (OASIS), for code scanning and for editors."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence
from postlint.writers.json import encode
from postlint.writers.place import exact, file_line, slashed, spot
from postlint.writers.redaction import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from postlint.finding import Clause, Edit, Finding, PostReport, Report, Waived
    from postlint.writers import View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}

if TYPE_CHECKING:
    Value = dict[str, Any]


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the SARIF log: one run, its rules and policies taken from the findings."""
    yield encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}) + "\n"


def _run(report: Report, view: View) -> Value:
    findings = [finding for post in report.posts for finding in _all(post)]
    rules = _rules(findings)
    policies = _policies(findings)
    driver = {
        "name": "postlint",
        "version": report.version,
        "rules": list(rules.values()),
        "supportedTaxonomies": [{"name": name, "index": at} for at, name in enumerate(policies)],
    }
    void = [f"{say('void-heading', view.ui_lang)} {line}" for line in tally.void(report, view.ui_lang)]
    notes = [*void, *tally.not_evaluated(report, view.ui_lang)]
    told = [{"level": "note", "message": _message(note)} for note in notes]
    return {
        "tool": {"driver": driver},
        "language": view.ui_lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}],
        "taxonomies": [_taxonomy(name, clauses) for name, clauses in policies.items()],
        "results": list(_results(report, list(rules), _taxa(policies))),
    }


def _all(post: PostReport) -> tuple[Finding, ...]:
    return (*post.findings, *(waived.finding for waived in post.waived))


def _policies(findings: Sequence[Finding]) -> dict[str, list[Clause]]:
    """Return the clauses that findings name, by policy, both in a fixed order."""
    named = {(clause.policy, clause.clause): clause for finding in findings for clause in finding.clauses}
    policies: dict[str, list[Clause]] = {}
    for _, clause in sorted(named.items()):
        policies.setdefault(clause.policy, []).append(clause)
    return policies


def _taxonomy(name: str, clauses: Sequence[Clause]) -> Value:
    taxa = [{"id": one.clause, "shortDescription": _message(one.title or one.clause)} for one in clauses]
    return {"name": name, "taxa": taxa}


def _taxa(policies: dict[str, list[Clause]]) -> dict[tuple[str, str], Value]:
    """Return how results point at each clause."""
    taxa: dict[tuple[str, str], Value] = {}
    for number, (policy, clauses) in enumerate(policies.items()):
        component = {"name": policy, "index": number}
        for at, one in enumerate(clauses):
            taxa[policy, one.clause] = {"id": one.clause, "index": at, "toolComponent": component}
    return taxa


def _rules(findings: Sequence[Finding]) -> dict[str, Value]:
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.rule, finding)
    return {rule: _rule(first[rule]) for rule in sorted(first)}


def _rule(finding: Finding) -> Value:
    title = finding.clauses[0].title if finding.clauses else ""
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.rule.split("-")),
        "shortDescription": _message(title or finding.rule),
        "help": _message(finding.advice or title or finding.rule),
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _results(report: Report, rules: list[str], taxa: dict[tuple[str, str], Value]) -> Iterator[Value]:
    seen: dict[str, int] = {}
    numbers = {rule: number for number, rule in enumerate(rules)}
    for post in report.posts:
        suppressed = [None] * len(post.findings) + [_suppression(waived) for waived in post.waived]
        for finding, suppression in zip(_all(post), suppressed, strict=True):
            result = _result(post, finding) | {"ruleIndex": numbers[finding.rule]}
            mark = _fingerprint(post, finding)
            seen[mark] = seen.get(mark, 0) + 1
            result["partialFingerprints"] = {"postlintContext/v1": f"{mark}:{seen[mark]}"}
            named = dict.fromkeys((clause.policy, clause.clause) for clause in finding.clauses)
            result["taxa"] = [taxa[name] for name in named]
            yield result | ({"suppressions": [suppression]} if suppression else {})


def _result(post: PostReport, finding: Finding) -> Value:
    fixes = list(_fixes(post, finding))
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [{"physicalLocation": _location(post, finding), **_logical(post, finding)}],
        **({"fixes": fixes} if fixes else {}),
        "properties": {"post": post.id, "field": finding.field, "role": post.role, "lang": finding.lang},
    }


def _logical(post: PostReport, finding: Finding) -> Value:
    """Return the place in a document or calendar, which has no lines that anybody counts."""
    told = spot(post, finding, "en")
    return {"logicalLocations": [{"fullyQualifiedName": told}]} if told else {}


def _suppression(waived: Waived) -> Value:
    facts = {key: value for key, value in (("by", waived.by), ("expires", waived.expires)) if value}
    return {"kind": "inSource", "status": "accepted", "justification": waived.reason, "properties": facts}


def _location(post: PostReport, finding: Finding) -> Value:
    region: Value = {"startLine": file_line(post, finding)}
    span = exact(post, finding)
    if span:
        region["startColumn"] = span.column
        region["endLine"] = post.line + span.end_line - 1
        region["endColumn"] = span.end_column
        words = sentence(shown(post.fields.get(finding.field, "")[span.start : span.end]))
        region.update({"snippet": {"text": words}} if words else {})
    return {"artifactLocation": _artifact(post), "region": region}


def _artifact(post: PostReport) -> Value:
    """Return the file as a URI reference; a drive letter or a colon in a name is no scheme."""
    path = "stdin" if post.source == "-" else slashed(post.source)
    prefix = "file:///" if path[1:3] == ":/" else "file://" if path.startswith("/") else ""
    return {"uri": prefix + quote(path, safe="/", errors="surrogatepass")}


def _fingerprint(post: PostReport, finding: Finding) -> str:
    """Return what stays the same when lines move: the file, the rule, the field, the words and their line.

    Secret words are hidden before this, or their hash could be guessed back.
    """
    line = ""
    if finding.span:
        text = post.fields.get(finding.field, "")
        line = text[text.rfind("\n", 0, finding.span.start) + 1 :].partition("\n")[0]
    context = (post.source, finding.rule, finding.field, finding.words, " ".join(shown(line).split()))
    return sha256("\0".join(context).casefold().encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _fixes(post: PostReport, finding: Finding) -> Iterator[Value]:
    if not post.verbatim or finding.field != "text":
        return
    for fix in finding.fixes:
        if fix.safe and fix.edits:
            changes = [_replacement(post, edit) for edit in sorted(fix.edits)]
            change = {"artifactLocation": _artifact(post), "replacements": changes}
            yield {"description": _message(fix.title), "artifactChanges": [change]}


def _replacement(post: PostReport, edit: Edit) -> Value:
    line, column = _line_column(post, edit.start)
    end_line, end_column = _line_column(post, edit.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _line_column(post: PostReport, offset: int) -> tuple[int, int]:
    text = post.fields.get("text", "")
    return post.line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)


def _message(text: str) -> Value:
    """Return a SARIF message whose braces are no placeholders (3.11.5) and brackets no links (3.11.6)."""
    told = sentence(text).replace("{", "{{").replace("}", "}}")
    if "](" in told:
        told = told.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": told}
