"""The coverage for a person at a terminal: a few lines a clause, the counts at the end."""

from __future__ import annotations

import textwrap

from postlint.coverage.clauses import STATUSES, WORKING, counted, findings
from postlint.coverage.telling import number_of, status_word, tally_line
from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers.escaping import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.coverage.clauses import Coverage, CoveredClause, CoveredPolicy

_NARROWEST = 60


def lines(coverage: Coverage, width: int) -> Iterator[str]:
    """Yield the lines of the report, for a terminal of ``width`` cells."""
    width = max(width, _NARROWEST)
    if not coverage.config:
        yield from _wrapped(say("coverage-defaults", coverage.lang), width, 0)
        yield ""
    for policy in coverage.policies:
        yield from _policy(policy, coverage, width)
    yield from _closing(coverage, width)


def _policy(policy: CoveredPolicy, coverage: Coverage, width: int) -> Iterator[str]:
    yield sentence(f"{policy.title} ({policy.id})")
    if coverage.config and not policy.used:
        yield from _wrapped(say("coverage-unused", coverage.lang), width, 2)
    yield ""
    clause_width = max((len(clause.id) for clause in policy.clauses), default=0)
    status_width = max(len(status_word(status, coverage.lang)) for status in STATUSES)
    for clause in policy.clauses:
        yield from _clause(clause, coverage, clause_width, status_width, width)
    yield ""


def _clause(
    clause: CoveredClause, coverage: Coverage, clause_width: int, status_width: int, width: int
) -> Iterator[str]:
    head = f"  {clause.id:{clause_width}}  {status_word(clause.status, coverage.lang):{status_width}}  "
    yield from _wrapped(clause.title, width, len(head), head)
    margin = clause_width + 4
    rules = [carrier.rule for carrier in clause.carriers if carrier.state in WORKING]
    if rules:
        yield from _wrapped(", ".join(rules), width, margin)
    for note in clause.notes:
        yield from _wrapped(note, width, margin)
    for tally in clause.tallies:
        yield from _wrapped(tally_line(tally, coverage.lang), width, margin + 2, " " * margin + "→ ")


def _closing(coverage: Coverage, width: int) -> Iterator[str]:
    lang = coverage.lang
    if coverage.posts is not None:
        every = [clause for policy in coverage.policies for clause in policy.clauses]
        posts = number_of("post", coverage.posts, lang)
        told = number_of("finding", findings(every), lang)
        yield from _wrapped(say("coverage-found", lang, findings=told, posts=posts), width, 0)
        if coverage.beyond:
            yield say("coverage-beyond", lang)
        for tally in coverage.beyond:
            yield from _wrapped(tally_line(tally, lang), width, 2, "- ")
        yield ""
    yield from _counts(coverage)


def _counts(coverage: Coverage) -> Iterator[str]:
    """Yield a table: the policies, and how many of their clauses have each status."""
    lang = coverage.lang
    heads = ["", say("column-clauses", lang), *(status_word(status, lang) for status in STATUSES)]
    rows = [(policy.id, policy.clauses) for policy in coverage.policies]
    if len(rows) > 1:
        every = tuple(clause for _, clauses in rows for clause in clauses)
        rows.append((say("coverage-in-all", lang), every))
    first = max(len(name) for name, _ in rows)
    yield "  ".join([heads[0].ljust(first), *heads[1:]])
    for name, clauses in rows:
        numbers = [len(clauses), *counted(clauses).values()]
        cells = [str(number).rjust(len(head)) for number, head in zip(numbers, heads[1:], strict=True)]
        yield "  ".join([sentence(name).ljust(first), *cells])


def _wrapped(text: str, width: int, indent: int, lead: str | None = None) -> list[str]:
    """Return running text in lines, the first after ``lead``, the others after ``indent`` blanks."""
    margin = " " * indent
    return textwrap.wrap(
        sentence(text), width, initial_indent=margin if lead is None else lead, subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
