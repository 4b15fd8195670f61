"""The report as JUnit XML: a suite for each source, a case for each post.

A case has at most one failure, which tells all findings at or above ``fail_on``: readers of the format show
only the first. The rest stands in ``system-out``.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence, visible
from postlint.writers.place import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.finding import Finding, PostReport, Report
    from postlint.writers import View


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the XML document, UTF-8."""
    suites: dict[str, list[PostReport]] = {}
    for post in report.posts:
        suites.setdefault(post.source, []).append(post)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="postlint" {_numbers(report.posts, view)}>\n'
    for source, posts in suites.items():
        yield f" <testsuite name={_attribute(source)} {_numbers(posts, view)}>\n"
        for post in posts:
            yield from _case(post, view)
        yield " </testsuite>\n"
    yield "</testsuites>\n"


def _numbers(posts: Iterable[PostReport], view: View) -> str:
    failed = [any(_fails(finding, view) for finding in post.findings) for post in posts]
    return f'tests="{len(failed)}" failures="{sum(failed)}" errors="0" skipped="0" time="0"'


def _case(post: PostReport, view: View) -> Iterator[str]:
    failing = [finding for finding in post.findings if _fails(finding, view)]
    others = [finding for finding in post.findings if not _fails(finding, view)]
    yield f'  <testcase name={_attribute(post.id)} classname={_attribute(post.source)} time="0">\n'
    if failing:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in failing))
        told = _text(_told(post, finding, view) for finding in failing)
        yield f'   <failure type="postlint" message={_attribute(rules)}>{told}</failure>\n'
    rest = [*(_told(post, finding, view) for finding in others), *_remarks(post, view)]
    if rest:
        yield f"   <system-out>{_text(rest)}</system-out>\n"
    yield "  </testcase>\n"


def _fails(finding: Finding, view: View) -> bool:
    return finding.reaches(view.fail_on)


def _told(post: PostReport, finding: Finding, view: View) -> str:
    severity = tally.severity_word(finding.severity, view.ui_lang)
    clauses = "; ".join(" ".join(clause) for clause in finding.clauses)
    parts = (finding.message, f"({clauses})" if clauses else "", finding.advice)
    return f"{place(post, finding, view.ui_lang)} {severity} {finding.rule}: {' '.join(part for part in parts if part)}"


def _remarks(post: PostReport, view: View) -> Iterator[str]:
    for waived in post.waived:
        yield f"{say('waived-heading', view.ui_lang)} {waived.finding.rule}: {waived.reason} ({waived.by})"
    for void in post.void:
        yield f"{say('void-heading', view.ui_lang)} {tally.void_line(post, void, view.ui_lang)}"
    for missing in post.not_evaluated:
        yield f"{say('not-evaluated-heading', view.ui_lang)} {missing.rule}: {missing.reason}"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(escape(sentence(line)) for line in lines)


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
