"""The report for a person at a terminal: calm, a handful of lines a finding.

On the way of every cold start: imports nothing heavy.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence, visible
from postlint.writers.excerpt import cells, excerpt
from postlint.writers.place import own_id, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.finding import Clause, Finding, Fix, PostReport, Report
    from postlint.writers import View

_INDENT = 4
_NARROWEST = 40
_INKS = {"error": "31", "warning": "33", "info": "36", "place": "1", "aside": "2"}


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the findings, a blank line after each, then the summary (none when ``view.quiet``)."""
    for post in report.posts:
        for finding in post.findings:
            yield "\n".join(_block(post, finding, view)) + "\n\n"
    if not view.quiet:
        yield "\n".join(_closing(report, view)) + "\n"


def _block(post: PostReport, finding: Finding, view: View) -> Iterator[str]:
    yield _heading(post, finding, view)
    yield from _marked(post, finding, view)
    yield from _wrapped(finding.message, view)
    yield from (_ink(line, "aside", view) for line in _wrapped(_clauses(finding.clauses, finding.lang), view))
    yield from _wrapped(finding.advice, view, "→ ")
    yield from _fixes(finding.fixes, finding.lang, view)


def _heading(post: PostReport, finding: Finding, view: View) -> str:
    where = _ink(visible(place(post, finding, view.ui_lang)), "place", view)
    severity = _ink(tally.severity_word(finding.severity, view.ui_lang), finding.severity, view)
    name = own_id(post)
    parts = [where, f"[{visible(name)}]" if name else "", severity, visible(finding.rule)]
    if finding.field != "text":
        parts.append(_ink(visible(finding.field), "aside", view))
    return "  ".join(part for part in parts if part)


def _marked(post: PostReport, finding: Finding, view: View) -> Iterator[str]:
    text = post.fields.get(finding.field)
    if finding.span is None or not text:
        return
    shown = excerpt(text, finding.span.start, finding.span.end, _room(view))
    if not shown.line.strip():
        return
    yield " " * _INDENT + shown.line
    marks = shown.marks.lstrip()
    yield " " * (_INDENT + len(shown.marks) - len(marks)) + _ink(marks, finding.severity, view)


def _clauses(clauses: Sequence[Clause], lang: str) -> str:
    """Return the first clause with its title, and the others by name."""
    if not clauses:
        return ""
    names = [f"{clause.policy} {clause.clause}" for clause in clauses]
    also = say("clause-also", lang, names=", ".join(names[1:])) if names[1:] else ""
    return f"{names[0]}: {clauses[0].title}{also}"


def _fixes(fixes: Sequence[Fix], lang: str, view: View) -> Iterator[str]:
    for safe, code in ((True, "fix-safe"), (False, "fix-suggested")):
        titles = " · ".join(fix.title for fix in fixes if fix.safe is safe)
        if titles:
            yield from _wrapped(say(code, lang, titles=titles), view)


def _closing(report: Report, view: View) -> Iterator[str]:
    yield from _wrapped(tally.verdict(report, view.ui_lang), view, indent=0)
    for line in tally.baselined(report, view.ui_lang):
        yield from _wrapped(line, view, indent=0)
    parts = (
        ("gone-heading", tally.gone(report, view.ui_lang)),
        ("waived-heading", tally.waived(report, view.ui_lang)),
        ("void-heading", tally.void(report, view.ui_lang)),
        ("not-evaluated-heading", tally.not_evaluated(report, view.ui_lang)),
    )
    for code, lines in parts:
        if lines:
            yield say(code, view.ui_lang)
        for line in lines:
            yield from _wrapped(line, view, "- ", indent=2)


def _room(view: View) -> int:
    return max(view.width, _NARROWEST) - _INDENT


def _wrapped(text: str, view: View, lead: str = "", indent: int = _INDENT) -> Iterator[str]:
    """Yield running text in lines as wide as the view, the first after ``lead``; nothing for no text."""
    room = max(view.width, _NARROWEST) - indent - len(lead)
    margin, line = " " * indent + lead, ""
    for word in sentence(text).split(" "):
        if line and cells(line) + 1 + cells(word) > room:
            yield margin + line
            margin, line = " " * (indent + len(lead)), ""
        line = f"{line} {word}" if line else word
    if line:
        yield margin + line


def _ink(text: str, kind: str, view: View) -> str:
    return f"\033[{_INKS[kind]}m{text}\033[0m" if view.colour else text
