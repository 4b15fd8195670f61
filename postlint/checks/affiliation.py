"""``affiliation``: an employee praises the organisation, defends it, or runs a competitor down, and readers
cannot see that an employee writes."""

from __future__ import annotations

from postlint.checks import target_evaluation
from postlint.checks.fact_text import published
from postlint.checks.role import at
from postlint.checks.standing import Place, discloses, is_ours, is_quoted
from postlint.checks.stance import run
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_PRAISE = ("positive", "mock-praise", "understatement-positive")
_BLAME = ("negative", "negative-mild", "failure", "dishonest", "incompetence")
_REACH = 10  # words between the name and what is said of it


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match."""
    if not draft.post.author.employee:
        return
    reason = "public-sector" if draft.settings.sector == "public" else ""
    place = _sides(draft)
    if place is not None:
        if not discloses(draft):
            yield at(place, reason)
        return
    for answer in target_evaluation.find(draft, rule):
        if isinstance(answer, Match) and not discloses(draft):
            yield answer._replace(reason=reason or "competitor")
            return


def _sides(draft: Draft) -> Place | None:
    """Return where a text takes the organisation's side, or claims to stand outside."""
    for document in published(draft):
        for mention in document.mentions:
            if is_ours(mention.kind) and not is_quoted(document, mention.first):
                place = _side(draft, document, mention)
                if place is not None:
                    return place
    return None


def _side(draft: Draft, document: Document, mention: Mention) -> Place | None:
    here = Place(document.field, document, mention.first, mention.last)
    commercial = draft.post.commercial
    if commercial is not None and commercial.asked_by_employer:
        return here
    for hit in document.hits.get("false-distance", ()):
        if not is_quoted(document, hit.first):
            return Place(document.field, document, hit.first, hit.last)
    sentences = run(document, mention)
    return here if any(_speaks_for(document, mention, sentence) for sentence in sentences) else None


def _speaks_for(document: Document, mention: Mention, sentence: Sentence) -> bool:
    first, last = sentence.first, sentence.last
    if _recommends(document, mention, first, last) or _defends(document, first, last):
        return True
    home = first <= mention.first < last
    return home and _praises(document, mention, first, last)


def _recommends(document: Document, mention: Mention, first: int, last: int) -> bool:
    for hit in document.within(("recommend",), first, last):
        if not _turned(document, hit.first, first):
            return True
    for hit in document.within(("recommend-verb",), first, last):
        gap = mention.first - hit.last
        if first <= mention.first < last and 0 <= gap <= 2 and _urges(document, hit.first, first):
            return not _turned(document, hit.first, first)
    return False


def _urges(document: Document, token: int, first: int) -> bool:
    """Say whether a verb is an imperative: at the head of its clause, or after a word that urges."""
    if token == first or not document.between(token).isspace():
        return True
    return document.words[token - 1] in (
        "og", "and", "so", "saa", "just", "bare", "please", "then", "eller", "or", "go", "kan", "can", "should", "boer",
        "skal", "must", "to", "at", "lige", "endelig", "now", "nu", "hellere", "do",
    )  # fmt: skip


def _defends(document: Document, first: int, last: int) -> bool:
    return document.any("criticism-noun", first, last) and (
        document.any("unfounded", first, last) or document.any("rejection", first, last)
    )


def _praises(document: Document, mention: Mention, first: int, last: int) -> bool:
    """Say whether good is said of the name in its clause, and nothing bad."""
    good = [
        hit for hit in document.within(_PRAISE, first, last)
        if not _turned(document, hit.first, first) and abs(hit.first - mention.first) <= _REACH
        and not mention.first <= hit.first < mention.last
    ]  # fmt: skip
    bad = any(
        True
        for _ in document.within(("negative", "negative-mild", "failure", "dishonest", "incompetence"), first, last)
    )
    wishes = document.any("wish", first, last)
    return bool(good) and not bad and not wishes


def _turned(document: Document, token: int, first: int) -> bool:
    """Say whether a negation, a wish or a condition turns a word."""
    from postlint.checks.stance import is_negated

    return is_negated(document, token, first)
