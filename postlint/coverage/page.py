"""The coverage as one self-contained HTML page: no scripts, nothing loaded from anywhere, fit for printing."""

from __future__ import annotations

from html import escape

from postlint.coverage.clauses import STATUSES, WORKING, counted, findings
from postlint.coverage.style import STYLE
from postlint.coverage.telling import counts, number_of, status_word, tally_line
from postlint.record import TYPE_CHECKING
from postlint.version import __version__
from postlint.wording import say
from postlint.writers.html.frame import INLINE, opening
from postlint.writers.html.frame import text as _text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.coverage.clauses import Coverage, CoveredClause, CoveredPolicy, Tally


def page(coverage: Coverage) -> Iterator[str]:
    """Yield the lines of the page, in UTF-8."""
    lang = coverage.lang
    heading = say("coverage-heading", lang)
    title = f"{heading} – {coverage.organisation}" if coverage.organisation else heading
    yield from opening(title, lang, STYLE, INLINE)
    yield from _header(coverage, heading)
    yield "<main>"
    yield from _overview(coverage)
    for policy in coverage.policies:
        yield from _section(policy, coverage)
    yield from _beyond(coverage)
    yield "</main>"
    yield f"<footer>{_text(say('coverage-footer', lang, version=__version__))}</footer>\n</body>\n</html>"


def _header(coverage: Coverage, heading: str) -> Iterator[str]:
    lang = coverage.lang
    yield f"<header>\n<h1>{_text(heading)}</h1>"
    facts = [coverage.organisation, coverage.day]
    if coverage.posts is not None:
        facts.append(say("coverage-read", lang, posts=number_of("post", coverage.posts, lang)))
    yield f'<p class="facts">{" · ".join(_text(fact) for fact in facts if fact)}</p>'
    yield f"<p>{_text(say('coverage-intro', lang))}</p>"
    if not coverage.config:
        yield f"<p>{_text(say('coverage-defaults', lang))}</p>"
    yield "<dl>"
    for status in STATUSES:
        meaning = _text(say(f"coverage-{status}-means", lang))
        yield f"<div><dt>{_badge(status, lang)}</dt><dd>{meaning}</dd></div>"
    yield "</dl>\n</header>"


def _badge(status: str, lang: str) -> str:
    return f'<span class="badge {status}">{_text(status_word(status, lang))}</span>'


def _overview(coverage: Coverage) -> Iterator[str]:
    """Yield one row for each policy: its numbers, and a bar of them."""
    lang = coverage.lang
    heads = [say("coverage-policy", lang), say("column-clauses", lang)]
    heads += [status_word(status, lang) for status in STATUSES]
    heads += [say("coverage-findings", lang)] * (coverage.posts is not None)
    yield f'<section>\n<h2>{_text(say("coverage-overview", lang))}</h2>\n<table class="overview">\n<thead><tr>'
    yield "".join(f'<th scope="col">{_text(head)}</th>' for head in heads) + "</tr></thead>\n<tbody>"
    for policy in coverage.policies:
        link = f'<a href="#{_anchor(policy)}">{_text(policy.title)}</a>'
        yield _numbers(link, policy.clauses, coverage)
    if len(coverage.policies) > 1:
        every = tuple(clause for policy in coverage.policies for clause in policy.clauses)
        yield '</tbody>\n<tbody class="total">'
        yield _numbers(_text(say("coverage-in-all", lang)), every, coverage)
    yield "</tbody>\n</table>\n</section>"


def _numbers(name: str, clauses: tuple[CoveredClause, ...], coverage: Coverage) -> str:
    number = counted(clauses)
    counts = [len(clauses), *number.values()]
    counts += [findings(clauses)] * (coverage.posts is not None)
    cells = "".join(f"<td>{count}</td>" for count in counts)
    return f'<tr><th scope="row">{name}{_bar(number)}</th>{cells}</tr>'


def _bar(number: dict[str, int]) -> str:
    parts = [f'<i class="{status}" style="flex-grow:{count}"></i>' for status, count in number.items() if count]
    return f'<span class="bar" aria-hidden="true">{"".join(parts)}</span>'


def _anchor(policy: CoveredPolicy) -> str:
    return escape("policy-" + "".join(sign if sign.isalnum() else "-" for sign in policy.id))


def _section(policy: CoveredPolicy, coverage: Coverage) -> Iterator[str]:
    lang, with_posts = coverage.lang, coverage.posts is not None
    yield f'<section class="policy" id="{_anchor(policy)}">\n<h2>{_text(policy.title)}</h2>'
    yield f'<p class="counts">{_text(counts(policy.clauses, lang))}</p>'
    if coverage.config and not policy.used:
        yield f"<p>{_text(say('coverage-unused', lang))}</p>"
    names = ["coverage-clause", "coverage-status", "coverage-how"] + ["coverage-findings"] * with_posts
    heads = "".join(f'<th scope="col">{_text(say(name, lang))}</th>' for name in names)
    kind = "clauses with-posts" if with_posts else "clauses"
    yield f'<table class="{kind}">\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    for clause in policy.clauses:
        yield from _row(clause, lang, with_posts)
    yield "</tbody>\n</table>\n</section>"


def _row(clause: CoveredClause, lang: str, with_posts: bool) -> Iterator[str]:
    yield f'<tr>\n<th scope="row"><b>{_text(clause.id)}</b> {_text(clause.title)}</th>'
    yield f"<td>{_badge(clause.status, lang)}</td>\n<td>"
    rules = [carrier for carrier in clause.carriers if carrier.state in WORKING]
    if rules:
        items = "".join(f"<li>{_text(rule.title)} <code>{_text(rule.rule)}</code></li>" for rule in rules)
        yield f"<ul>{items}</ul>"
    yield from (f'<p class="note">{_text(note)}</p>' for note in clause.notes)
    yield "</td>"
    if with_posts:
        number = f'<b class="number">{clause.findings()}</b>' if clause.carriers else "–"
        yield f"<td>{number}{_tallies(clause.tallies, lang)}</td>"
    yield "</tr>"


def _tallies(tallies: tuple[Tally, ...], lang: str) -> str:
    items = "".join(f"<li>{_text(tally_line(tally, lang))}</li>" for tally in tallies)
    return f"<ul>{items}</ul>" if items else ""


def _beyond(coverage: Coverage) -> Iterator[str]:
    if coverage.beyond:
        yield f"<section>\n<h2>{_text(say('coverage-beyond', coverage.lang))}</h2>"
        yield f"{_tallies(coverage.beyond, coverage.lang)}\n</section>"
