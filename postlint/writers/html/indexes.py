"""The same findings by rule and by clause: how many, how grave, and in which posts."""

from __future__ import annotations

import re

from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.html.frame import text
from postlint.writers.html.posts import name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.finding import Report

_NONE = ' class="none"'
_SHOWN = 8  # posts named before the rest are folded away


class Met(NamedTuple):
    """One finding as an index sees it: its gravity, and the number of its post on the page."""

    severity: str
    post: int


def places(report: Report) -> dict[str, int]:
    """Return a number for each rule that found something, in the order of the alphabet."""
    rules = sorted({finding.rule for post in report.posts for finding in post.findings})
    return {rule: number for number, rule in enumerate(rules, 1)}


def by_rule(report: Report, numbers: Mapping[str, int], lang: str) -> Iterator[str]:
    """Yield the section by rule."""
    met: dict[str, list[Met]] = {rule: [] for rule in numbers}
    for number, post in enumerate(report.posts, 1):
        for finding in post.findings:
            met[finding.rule].append(Met(finding.severity, number))
    yield f'<section id="rules">\n<h2>{text(say("report-rules", lang))}</h2>'
    if met:
        yield from _table("column-rule", lang)
    for rule, found in met.items():
        yield _row(f'<a id="r{numbers[rule]}"></a><code>{text(rule)}</code>', found, report, lang)
    yield "</tbody>\n</table>\n</section>" if met else f"<p>{text(say('report-none', lang))}</p>\n</section>"


def by_clause(report: Report, lang: str) -> Iterator[str]:
    """Yield the section by clause: a table for each policy, its clauses in the order of their numbers."""
    yield f'<section id="clauses">\n<h2>{text(say("report-clauses", lang))}</h2>'
    policies = _clauses(report, lang)
    yield f"<p>{text(say('report-clauses-note' if policies else 'report-none', lang))}</p>"
    for policy in sorted(policies):
        yield f"<h3>{text(policy)}</h3>"
        yield from _table("coverage-clause", lang)
        for (clause, title), found in sorted(policies[policy].items(), key=lambda pair: _natural(pair[0][0])):
            yield _row(f"<b>{text(clause)}</b> {text(title)}", found, report, lang)
        yield "</tbody>\n</table>"
    yield "</section>"


def _clauses(report: Report, lang: str) -> dict[str, dict[tuple[str, str], list[Met]]]:
    """Return what was found under each clause, by policy; titles in the page's language where there is one."""
    titles: dict[tuple[str, str], str] = {}
    met: dict[tuple[str, str], list[Met]] = {}
    for number, post in enumerate(report.posts, 1):
        for finding in post.findings:
            for clause in finding.clauses:
                key = clause[:2]
                met.setdefault(key, []).append(Met(finding.severity, number))
                if key not in titles or finding.lang == lang:
                    titles[key] = clause.title
    policies: dict[str, dict[tuple[str, str], list[Met]]] = {}
    for (policy, clause_id), found in met.items():
        policies.setdefault(policy, {})[clause_id, titles[policy, clause_id]] = found
    return policies


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key by which S2.9 comes before S2.10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name)]


def _table(first: str, lang: str) -> Iterator[str]:
    heads = [say(first, lang), say("report-errors", lang), say("report-warnings", lang), say("report-infos", lang),
             say("report-in-posts", lang)]  # fmt: skip
    cells = "".join(f'<th role="columnheader" scope="col">{text(head)}</th>' for head in heads)
    # The roles keep it a table to a screen reader where a narrow screen lays it out as blocks.
    yield f'<table class="index" role="table">\n<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'
    yield '<tbody role="rowgroup">'


def _row(name: str, found: Sequence[Met], report: Report, lang: str) -> str:
    counts = [sum(one.severity == severity for one in found) for severity in ("error", "warning", "info")]
    words = [tally.severity_word(severity, lang) for severity in ("error", "warning", "info")]
    cells = "".join(
        f'<td role="cell"{"" if count else _NONE} data-name="{text(word)}">{count or "–"}</td>'
        for count, word in zip(counts, words, strict=True)
    )
    posts = _posts([one.post for one in found], report, lang)
    return f'<tr role="row"><th role="rowheader" scope="row">{name}</th>{cells}<td role="cell">{posts}</td></tr>'


def _posts(numbers: Sequence[int], report: Report, lang: str) -> str:
    """Return links to the posts, each once; a long list folds."""
    links = [f'<a href="#p{number}">{text(name(report.posts[number - 1]))}</a>' for number in dict.fromkeys(numbers)]
    listed = "".join(f"<li>{link}</li>" for link in links)
    if len(links) <= _SHOWN:
        return f"<ul>{listed}</ul>"
    told = text(say("count-post-many", lang, number=len(links)))
    return f"<details><summary>{told}</summary><ul>{listed}</ul></details>"
