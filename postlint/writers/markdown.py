"""The report as Markdown for a comment on a pull request: a table of findings, then what was set aside or not judged.

What people wrote is made plain text: no markup, no links, no mentions, no references to issues, no HTML.
"""

from __future__ import annotations

import re

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers import tally
from postlint.writers.escaping import sentence
from postlint.writers.place import own_id, place, slashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.finding import Finding, PostReport, Report
    from postlint.writers import View

# GitHub takes 65,536 characters a comment, as its API says ("body is too long"); the rest keeps room for the lists.
ROOM = 50_000
_LISTED = 40  # lines of a folded list
_MARKUP = re.compile(r"[\\`*_\[\]#|~$]|(?<!\w):(?=[\w+-]+:)|\A(?:[-+=]|\d+(?=[.)]))")
_BREAKER = "&#8203;"  # a blank of no width: after it nothing is a mention, a reference or a link
_LINKS = re.compile(
    r"@(?=\w)|\\#(?=\w)|\bGH-(?=\d)|\b(?:www)(?=\.)|\b[a-z][a-z+.-]*:(?=//)|\b(?:mailto|xmpp):"
    r"|(?<![0-9a-z])[0-9a-f]{3}(?=[0-9a-f]{4,61}(?![0-9a-z]))",  # the last: the number of a commit
    re.IGNORECASE,
)


def plain(words: str) -> str:
    """Return running text that Markdown shows letter for letter, as plain text."""
    told = sentence(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told = _MARKUP.sub(_escaped, told)
    return _LINKS.sub(lambda found: found[0] + _BREAKER, told)


def _escaped(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield the comment, line by line."""
    lang = view.ui_lang
    yield f"### postlint\n\n**{plain(tally.verdict(report, lang))}**\n"
    yield from (f"\n{plain(line)}\n" for line in tally.baselined(report, lang))
    yield from _table(report, lang)
    if not view.quiet:
        yield from _folded("report-gone", tally.gone(report, lang), lang)
        yield from _folded("report-waived", tally.waived(report, lang), lang)
        yield from _folded("report-void", tally.void(report, lang), lang)
        yield from _folded("report-not-evaluated", tally.not_evaluated(report, lang), lang)


def _table(report: Report, lang: str) -> Iterator[str]:
    found = [(post, finding) for post in report.posts for finding in post.findings]
    if not found:
        return
    heads = [_capital(say(head, lang)) for head in ("report-place", "column-severity", "column-rule", "report-what")]
    yield f"\n| {' | '.join(heads)} |\n|---|---|---|---|\n"
    room = ROOM
    for number, (post, finding) in enumerate(found):
        row = _row(post, finding, lang)
        room -= len(row)
        if room < 0:
            yield f"\n{plain(say('report-cut', lang, number=len(found) - number))}\n"
            return
        yield row


def _row(post: PostReport, finding: Finding, lang: str) -> str:
    name = own_id(post)
    where = slashed(place(post, finding, lang)) + (f" [{name}]" if name else "")
    severity = tally.severity_word(finding.severity, lang)
    told = "<br>".join(plain(line) for line in (finding.message, finding.advice, _clauses(finding)) if line)
    return f"| {plain(where)} | {plain(severity)} | {plain(finding.rule)} | {told} |\n"


def _clauses(finding: Finding) -> str:
    names = [f"{clause.policy} {clause.clause}" for clause in finding.clauses]
    if not names:
        return ""
    also = say("clause-also", finding.lang, names=", ".join(names[1:])) if names[1:] else ""
    return f"{names[0]}: {finding.clauses[0].title}{also}"


def _folded(heading: str, told: Sequence[str], lang: str) -> Iterator[str]:
    """Yield a list that folds, and no more of it than a comment has room for."""
    if not told:
        return
    yield f"\n<details><summary>{plain(_capital(say(heading, lang)))} ({len(told)})</summary>\n\n"
    yield from (f"- {plain(line[:300])}\n" for line in told[:_LISTED])
    if len(told) > _LISTED:
        yield f"- {plain(say('coverage-more-posts', lang, number=len(told) - _LISTED))}\n"
    yield "\n</details>\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
