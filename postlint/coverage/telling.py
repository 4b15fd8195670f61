"""The sentences that the terminal and the page share: counts, and what was found."""

from __future__ import annotations

from postlint.coverage.clauses import CHECKED, NO_RULE, PARTLY, PERSON, counted
from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers.place import slashed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.coverage.clauses import CoveredClause, PostCount, Tally

SHOWN = 3  # posts named for one rule before the rest are only counted


def status_word(status: str, lang: str) -> str:
    """Return the word that a person reads for a status."""
    return say(f"coverage-{status}", lang)


def counts(clauses: Sequence[CoveredClause], lang: str) -> str:
    """Return one sentence with the number of clauses of each status."""
    number = counted(clauses)
    return say(
        "coverage-counts", lang, clauses=number_of("clause", len(clauses), lang), checked=number[CHECKED],
        partly=number[PARTLY], person=number[PERSON], none=number[NO_RULE],
    )  # fmt: skip


def number_of(thing: str, number: int, lang: str) -> str:
    """Return a number with its noun: ``1 clause``, ``2 clauses``."""
    return say(f"count-{thing}-one" if number == 1 else f"count-{thing}-many", lang, number=number)


def tally_line(tally: Tally, lang: str) -> str:
    """Return what one rule gave: how often, in which posts, and what was waived or could not be judged."""
    parts = [f"{number_of('finding', tally.findings, lang)} ({_posts(tally.posts, lang)})"] if tally.findings else []
    if tally.waived:
        parts.append(say("coverage-waived", lang, number=tally.waived))
    if tally.not_evaluated:
        parts.append(say("coverage-unjudged", lang, posts=number_of("post", tally.not_evaluated, lang)))
    return f"{tally.rule}: {', '.join(parts)}"


def name(post: PostCount) -> str:
    """Return the file of a post, with its line or its own id where it has one."""
    source = "<stdin>" if post.source == "-" else post.source
    file = slashed(post.source).rpartition("/")[2]
    if post.id in (post.source, file, file.rpartition(".")[0], ""):
        return source
    for told in (post.source, file):
        if told and post.id.startswith(f"{told}:"):
            return source + post.id[len(told) :]
    return f"{source} [{post.id}]" if source else post.id


def _posts(posts: Sequence[PostCount], lang: str) -> str:
    told = [name(post) + (f" × {post.findings}" if post.findings > 1 else "") for post in posts[:SHOWN]]
    if len(posts) > SHOWN:
        told.append(say("coverage-more-posts", lang, number=len(posts) - SHOWN))
    return ", ".join(told)
