"""The findings post by post: the text with its marks, and what is said of each."""

from __future__ import annotations

from postlint.post import ROLES
from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.html.frame import moment_told, text
from postlint.writers.html.marking import Mark, Paper, hidden, marked
from postlint.writers.place import exact, file_line, own_id, slashed, spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.finding import Finding, Fix, PostReport, Report
    from postlint.writers import View


def name(post: PostReport) -> str:
    """Return what a person calls a post: its file, with its line or its own id where it has one."""
    source = "<stdin>" if post.source == "-" else slashed(post.source)
    own = own_id(post)
    file = source.rpartition("/")[2]
    if not own and post.places and post.id.startswith(f"{file}!"):  # a cell of a calendar
        return source + post.id[len(file) :]
    line = f":{post.line}" if post.line > 1 and not post.verbatim and not own else ""
    return f"{source}{line} [{own}]" if own else f"{source}{line}"


def without(report: Report) -> list[str]:
    """Return the names of the posts in which nothing was found."""
    return [name(post) for post in report.posts if not post.findings and not post.known]


def known(report: Report) -> list[str]:
    """Return the names of the posts in which only such things were found as a baseline knows."""
    return [name(post) for post in report.posts if post.known and not post.findings]


def section(report: Report, rules: Mapping[str, int], view: View) -> Iterator[str]:
    """Yield the section with every post in which something was found; ``rules`` numbers the rules of the page."""
    yield f'<section id="posts">\n<h2>{text(say("report-posts", view.ui_lang))}</h2>'
    if not any(post.findings for post in report.posts):
        yield f"<p>{text(tally.verdict(report, view.ui_lang))}</p>"
    for number, post in enumerate(report.posts, 1):
        if post.findings:
            yield from _post(number, post, rules, view)
    yield "</section>"


def _post(number: int, post: PostReport, rules: Mapping[str, int], view: View) -> Iterator[str]:
    yield f'<article class="post" id="p{number}" aria-labelledby="h{number}">'
    yield f'<h3 id="h{number}">{text(name(post))}</h3>'
    yield f'<p class="facts">{text(_facts(post, view.ui_lang))}</p>'
    paper = Paper(number, view.ui_lang, view.hides)
    for field in sorted(post.fields, key=lambda one: (one != "text", one)):
        yield from _field(field, post, paper)
    yield '<ol class="findings">'
    for place, finding in enumerate(post.findings, 1):
        yield from _finding(place, finding, post, paper, rules)
    yield "</ol>\n</article>"


def _facts(post: PostReport, lang: str) -> str:
    counts = [(one, sum(finding.severity == one for finding in post.findings)) for one in ("error", "warning", "info")]
    told = [say(f"count-{one}-{'one' if many == 1 else 'many'}", lang, number=many) for one, many in counts if many]
    told.append(say(f"report-role-{post.role}", lang) if post.role in ROLES else post.role)
    if post.scheduled:
        told.append(say("report-scheduled", lang, moment=moment_told(post.scheduled, lang)))
    return " · ".join(told)


def _field(field: str, post: PostReport, paper: Paper) -> Iterator[str]:
    """Yield one field's text with its marks; nothing where no words of it were found."""
    marks = [
        Mark(number, finding.span.start, finding.span.end, finding.severity)
        for number, finding in enumerate(post.findings, 1)
        if finding.field == field and finding.span is not None
    ]
    if not marks:
        return
    if field != "text":
        yield f'<p class="field">{text(field)}</p>'
    spoken = [one for one in post.languages if one in ("da", "en")]
    lang = f' lang="{spoken[0]}"' if len(spoken) == 1 and spoken[0] != paper.lang else ""
    yield f'<div class="draft"{lang}>{"".join(marked(post.fields[field], marks, paper))}</div>'


def _finding(
    number: int, finding: Finding, post: PostReport, paper: Paper, rules: Mapping[str, int]
) -> Iterator[str]:
    own = f"{paper.post}-{number}"
    lang = f' lang="{finding.lang}"' if finding.lang != paper.lang and finding.lang in ("da", "en") else ""
    yield f'<li id="f{own}" class="{finding.severity}"{lang}>'
    severity = text(tally.severity_word(finding.severity, finding.lang))
    yield f'<p class="what">{_number(number, finding, paper)} <span class="badge {finding.severity}">{severity}</span> '
    yield f"{hidden(text(finding.message), paper)}</p>"
    if finding.advice:
        yield f'<p class="advice">{hidden(text(finding.advice), paper)}</p>'
    yield from (f'<p class="fix">{hidden(text(told), paper)}</p>' for told in _fixes(finding.fixes, finding.lang))
    if finding.clauses:
        yield f'<p class="clause">{text(_clauses(finding))}</p>'
    yield f'<p class="place"><a href="#r{rules[finding.rule]}">{text(finding.rule)}</a>{_place(post, finding)}</p></li>'


def _number(number: int, finding: Finding, paper: Paper) -> str:
    """Return the finding's number: a link back to its mark where words carry it."""
    if finding.span is None:
        return f'<span class="number">{number}</span>'
    own = f"{paper.post}-{number}"
    told = text(say("report-to-mark", paper.lang, number=number))
    return f'<a class="number" href="#m{own}" aria-label="{told}">{number}</a>'


def _fixes(fixes: Sequence[Fix], lang: str) -> Iterator[str]:
    for safe, code in ((True, "fix-safe"), (False, "fix-suggested")):
        titles = " · ".join(fix.title for fix in fixes if fix.safe is safe)
        if titles:
            yield say(code, lang, titles=titles)


def _clauses(finding: Finding) -> str:
    names = [f"{clause.policy} {clause.clause}" for clause in finding.clauses]
    also = say("clause-also", finding.lang, names=", ".join(names[1:])) if names[1:] else ""
    return f"{names[0]}: {finding.clauses[0].title}{also}"


def _place(post: PostReport, finding: Finding) -> str:
    told = []
    where = spot(post, finding, finding.lang)
    if where:
        told.append(where)
    elif exact(post, finding):
        told.append(say("report-line", finding.lang, line=file_line(post, finding)))
    if finding.field != "text":
        told.append(finding.field)
    return "".join(f" · {text(one)}" for one in told)
