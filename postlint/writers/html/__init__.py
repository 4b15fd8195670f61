"""The report as one self-contained HTML page, to read, to show and to print: by post, by clause, by rule, by week.

No scripts and nothing loaded from anywhere; whatever folds is the browser's own. The page holds the texts in which
something was found, with the words of secret findings hidden, unless they were asked for.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.html import calendar, indexes, posts
from postlint.writers.html.frame import moment_told, opening, text
from postlint.writers.html.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.finding import Report
    from postlint.writers import View

_SECTIONS = ("calendar", "posts", "rules", "clauses", "rest")


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the page in UTF-8, line by line."""
    for line in _page(report, view):
        yield f"{line}\n"


def _page(report: Report, view: View) -> Iterator[str]:
    lang = view.ui_lang
    places = indexes.places(report)
    yield from opening(say("report-title", lang), lang, STYLE)
    yield from _header(report, view)
    yield from _contents(lang)
    yield "<main>"
    yield from calendar.section(report.posts, lang)
    yield from posts.section(report, places, view)
    yield from indexes.by_rule(report, places, lang)
    yield from indexes.by_clause(report, lang)
    yield from _rest(report, lang)
    yield "</main>"
    yield f"<footer><p>{text(say('report-footer', lang, version=report.version))}</p></footer>\n</body>\n</html>"


def _header(report: Report, view: View) -> Iterator[str]:
    lang = view.ui_lang
    yield f"<header>\n<h1>{text(say('report-title', lang))}</h1>"
    if view.now:
        yield f'<p class="facts">{text(say("report-checked", lang, moment=moment_told(view.now, lang)))}</p>'
    yield f'<p class="verdict">{text(tally.verdict(report, lang))}</p>'
    yield from (f"<p>{text(line)}</p>" for line in tally.baselined(report, lang))
    yield from _numbers(report, lang)
    yield f"<p>{text(say('report-intro', lang))}</p>"
    code = "report-hides" if view.hides else "report-shows"
    yield f'<p class="care">{text(say(code, lang))}</p>\n</header>'


def _numbers(report: Report, lang: str) -> Iterator[str]:
    with_findings = sum(bool(post.findings) for post in report.posts)
    without = len(posts.without(report))
    shown = [(severity, say(f"report-{severity}s", lang), report.count(severity))
             for severity in ("error", "warning", "info")]  # fmt: skip
    shown += [("with", say("report-posts-with", lang), with_findings),
              ("without", say("report-posts-without", lang), without)]  # fmt: skip
    cells = "".join(f'<div class="{kind}"><dt>{text(name)}</dt><dd>{number}</dd></div>' for kind, name, number in shown)
    yield f'<dl class="sums">{cells}</dl>'


def _contents(lang: str) -> Iterator[str]:
    items = "".join(f'<li><a href="#{name}">{text(say(f"report-{name}", lang))}</a></li>' for name in _SECTIONS)
    yield f'<nav aria-label="{text(say("report-contents", lang))}"><ul>{items}</ul></nav>'


def _rest(report: Report, lang: str) -> Iterator[str]:
    """Yield what is neither found nor to be mended: posts without findings, waivers, what nobody has judged."""
    yield f'<section id="rest">\n<h2>{text(say("report-rest", lang))}</h2>'
    yield from _list("report-posts-without", posts.without(report), lang, "report-no-praise", "names")
    yield from _list("report-posts-known", posts.known(report), lang, kind="names")
    yield from _list("report-gone", tally.gone(report, lang), lang)
    yield from _list("report-waived", tally.waived(report, lang), lang)
    yield from _list("report-void", tally.void(report, lang), lang)
    yield from _list("report-not-evaluated", tally.not_evaluated(report, lang), lang)
    yield "</section>"


def _list(heading: str, told: Sequence[str], lang: str, note: str = "", kind: str = "told") -> Iterator[str]:
    if not told:
        return
    yield f"<h3>{text(say(heading, lang))} ({len(told)})</h3>"
    if note:
        yield f'<p class="note">{text(say(note, lang))}</p>'
    items = "".join(f"<li>{text(line)}</li>" for line in told)
    yield f'<ul class="{kind}">{items}</ul>'
