"""``affiliation``: an employee praises the organisation, defends it, or runs a competitor down, and readers
cannot see that an employee writes."""

from __future__ import annotations

from postlint.checks import target_evaluation
from postlint.checks.assertion import is_negated
from postlint.checks.by_weight import heaviest
from postlint.checks.fact_text import published
from postlint.checks.role import at
from postlint.checks.stance import PLURAL, is_aside, run
from postlint.checks.standing import Place, discloses, is_ours, is_quoted
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_PRAISE = ("positive", "mock-praise", "understatement-positive")
_LINKS = frozenset("til to for from fra af by gaaet done job arbejde work smoer the den det de vores our".split())
_REALMS = frozenset("danmarks landets byens verdens markedets nordens branchens egnens europas oeens".split())
_WORST = tuple("dyr vaer ring daarlig langsom dum sur grim kedel ugliest stup naes foerste".split())
_FIRST = frozenset("min mine my our vores jeg vi i we".split())
_BLAME = ("negative", "negative-mild", "failure", "dishonest", "incompetence")
_BREAKS = frozenset("da mens imens naar when while after efter foer before hvor where indtil until men but".split())
_REACH = 10  # words between the name and what is said of it


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match."""
    if not draft.post.author.employee:
        return
    match = next(_breaches(draft, rule), None)
    if match is not None and not discloses(draft):
        yield match


def _breaches(draft: Draft, rule: Rule) -> Iterator[Match]:
    """Yield what takes a side, what weighs as if it did, and words against a competitor."""
    place = _sides(draft)
    if place is not None:
        yield at(place)
    place = _outweighed(draft, rule)
    if place is not None:
        yield at(place)._replace(by_weight=True)
    for answer in target_evaluation.find(draft, rule):
        if isinstance(answer, Match):
            yield answer._replace(reason="competitor")


def _sides(draft: Draft) -> Place | None:
    """Return where a text takes the organisation's side, or claims to stand outside."""
    for document in published(draft):
        for mention in document.mentions:
            if is_ours(mention.kind) and not is_quoted(document, mention.first):
                place = _side(draft, document, mention)
                if place is not None:
                    return place
    return None


def _outweighed(draft: Draft, rule: Rule) -> Place | None:
    """Return the first mention of the organisation in a text that weighs as praise or defence of it."""
    for document in published(draft):
        if heaviest(document, rule.id) is not None:
            for mention in document.mentions:
                if is_ours(mention.kind) and not is_quoted(document, mention.first):
                    return Place(document.field, document, mention.first, mention.last)
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
    if _defends(document, sentences) or any(_speaks_for(document, mention, sentence) for sentence in sentences):
        return here
    return None


def _speaks_for(document: Document, mention: Mention, sentence: Sentence) -> bool:
    first, last = sentence.first, sentence.last
    if _recommends(document, mention, first, last):
        return True
    if "?" in document.prose[sentence.start : sentence.end] or is_aside(document, mention):
        return False
    if first <= mention.first < last:
        return _praises(document, mention, first, last)
    taken_up = document.words[first] in PLURAL or document.words[first] == "den"
    return taken_up and first >= mention.last and _praised_on(document, first, last)


def _recommends(document: Document, mention: Mention, first: int, last: int) -> bool:
    for hit in document.within(("recommend",), first, last):
        if not is_negated(document, hit.first, hit.last):
            return True
    for hit in document.within(("recommend-verb",), first, last):
        gap = mention.first - hit.last
        placed = document.words[mention.first - 1] in ("from", "fra", "hos", "at", "i")
        near = 0 <= gap <= (4 if placed else 2)
        if first <= mention.first < last and near and _urges(document, hit.first, first):
            return not is_negated(document, hit.first, hit.last)
    return False


def _urges(document: Document, token: int, first: int) -> bool:
    """Say whether a verb is an imperative: at the head of its clause, or after a word that urges."""
    if token == first or not document.between(token).isspace():
        return True
    return document.words[token - 1] in (
        "og", "and", "so", "saa", "just", "bare", "please", "then", "eller", "or", "go", "kan", "can", "should", "boer",
        "skal", "must", "to", "at", "lige", "endelig", "now", "nu", "hellere", "do",
    )  # fmt: skip


def _defends(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Say whether the text calls criticism wrong that is not the author's own."""
    first, last = sentences[0].first, sentences[-1].last
    critics = document.within(("criticism-noun",), first, last)
    blamed = [hit for hit in critics if not _is_own(document, hit.first, first)]
    return bool(blamed) and any(
        hit.first >= blamed[0].first and not is_negated(document, hit.first, hit.last)
        for hit in document.within(("unfounded", "rejection"), first, last)
    )


def _is_own(document: Document, token: int, first: int) -> bool:
    return bool(_FIRST & set(document.words[max(first, token - 2) : token]))


def _praises(document: Document, mention: Mention, first: int, last: int) -> bool:
    """Say whether good is said of the name in its clause, and nothing bad."""
    good = [
        hit for hit in document.within(_PRAISE, first, last)
        if not is_negated(document, hit.first, hit.last) and _said_of(document, hit, mention)
        and not _BREAKS & set(document.words[min(hit.last, mention.last) : max(hit.first, mention.first)])
    ]  # fmt: skip
    bad = any(
        True
        for _ in document.within(("negative", "negative-mild", "failure", "dishonest", "incompetence"), first, last)
    )
    wishes = document.any("wish", first, last)
    best = any(_is_superlative(document, token) for token in range(max(first, mention.first - 3), last))
    return (bool(good) or best) and not bad and not wishes


def _said_of(document: Document, hit: Hit, mention: Mention) -> bool:
    """Say whether good words belong to a name: they follow it, or stand right before it."""
    if hit.first >= mention.last:
        return hit.first - mention.last < _REACH
    between = document.words[hit.last : mention.first]
    return hit.last <= mention.first and (len(between) <= 1 or set(between[:-1]) <= _LINKS)


def _praised_on(document: Document, first: int, last: int) -> bool:
    """Say whether a sentence that takes a name up with a pronoun praises and does not blame."""
    good = any(not is_negated(document, hit.first, hit.last) for hit in document.within(_PRAISE, first, last))
    return good and not any(True for _ in document.within(_BLAME, first, last))


def _is_superlative(document: Document, token: int) -> bool:
    """Say whether a word is a superlative with somebody surpassed: "landets lækreste", "the creamiest"."""
    word, before = document.words[token], document.words[token - 1] if token else ""
    if len(word) < 6 or word.startswith(_WORST):
        return False
    if word.endswith("este"):
        return before.endswith("s") and len(before) > 4 and before in _REALMS
    return word.endswith("iest") and before == "the"
