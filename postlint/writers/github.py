"""The report as annotations of GitHub Actions: workflow commands that mark lines of a pull request.

The escaping is that of ``@actions/core``: in the message ``%``, carriage return and line feed, in a property
``:`` and ``,`` too. Other control characters are made visible.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence, visible
from postlint.writers.place import exact, file_line, own_id, slashed, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.finding import Finding, PostReport, Report
    from postlint.writers import View

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield one annotation a finding, and at the end one notice for the whole (none when ``view.quiet``)."""
    for post in report.posts:
        for finding in post.findings:
            properties = ",".join(f"{key}={_property(value)}" for key, value in _place(post, finding))
            yield f"::{_COMMANDS[finding.severity]} {properties}::{_message(post, finding, view.ui_lang)}\n"
    if not view.quiet:
        yield f"::notice title=postlint::{_closing(report, view)}\n"


def _place(post: PostReport, finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield the properties of an annotation; columns only where they are the file's and on one line."""
    if post.source != "-":
        yield "file", slashed(post.source)
    yield "line", str(file_line(post, finding))
    span = exact(post, finding)
    if span and span.line != span.end_line:
        yield "endLine", str(post.line + span.end_line - 1)
    elif span:
        yield "col", str(span.column)
        yield "endColumn", str(span.end_column)
    yield "title", finding.rule


def _message(post: PostReport, finding: Finding, lang: str) -> str:
    name = spot(post, finding, lang) or own_id(post)
    clauses = ", ".join(f"{clause.policy} {clause.clause}" for clause in finding.clauses)
    told = (f"{name}: " if name else "") + finding.message + (f" ({clauses})" if clauses else "")
    return "%0A".join(_data(line) for line in (told, finding.advice) if line)


def _closing(report: Report, view: View) -> str:
    lines = [tally.verdict(report, view.ui_lang), *tally.baselined(report, view.ui_lang)]
    for code, told in (
        ("gone-heading", tally.gone(report, view.ui_lang)),
        ("waived-heading", tally.waived(report, view.ui_lang)),
        ("void-heading", tally.void(report, view.ui_lang)),
        ("not-evaluated-heading", tally.not_evaluated(report, view.ui_lang)),
    ):
        lines += [say(code, view.ui_lang), *(f"- {line}" for line in told)] if told else []
    return "%0A".join(_data(line) for line in lines)


def _data(text: str) -> str:
    return sentence(text).replace("%", "%25")


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
