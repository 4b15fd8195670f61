"""``threat``: harm to somebody is announced, wished, or hung on a condition; or somebody's whereabouts are told in
a way that frightens. Idioms, games and machines are left alone, and threats that are reported or condemned."""

from __future__ import annotations

from postlint.checks.by_weight import by_weight
from postlint.checks.menace import announced, hinted
from postlint.checks.use import imagined, used
from postlint.document.people import SOMEBODY, anybody, clause, in_pronouns
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_NOT = frozenset("ikke not don't never aldrig ingen nobody won't wouldn't didn't nor or eller".split())
_AFTER_HER = frozenset(
    "up down with when if in on and for again so or before after until one next this that tonight now right "
    "dead like at by to over out off the".split()
)
_RECEIVERS = frozenset("you dig jer him her ham hende".split())
_GIVEN = frozenset("a an some another en et nogle more".split())
_NEAR = 2  # sentences beside that belong to the same threat


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text."""
    for document in draft.documents:
        for first, last in _threats(document):
            if used(document, first, last) and not imagined(document, first):
                yield Match(document.field, document, document.starts[first], document.ends[last - 1])
                break
        else:
            yield from by_weight(document, rule)


def _threats(document: Document) -> Iterator[tuple[int, int]]:
    for hit in in_pronouns(document, "threatening"):
        if not _denied(document, hit) and not _harmless(document, hit):
            yield hit.first, hit.last
    yield from _wished(document)
    yield from _conditional(document)
    yield from _armed(document)
    yield from _veiled(document)
    yield from announced(document)
    yield from hinted(document)


def _denied(document: Document, hit: Hit) -> bool:
    """Say whether the words before deny it: "jeg vil ikke slå dig", "nobody wants to hurt you"."""
    first, _ = clause(document, hit.first)
    given = hit.last < len(document.words) and document.words[hit.last] in _GIVEN
    if given and document.between(hit.last) == " " and document.words[hit.last - 1] in _RECEIVERS:
        return True  # "find you a seat"
    if document.words[hit.last - 1] == "her" and _owns(document, hit.last):
        return True
    return bool(_NOT & set(document.words[max(first, hit.first - 3) : hit.first])) or document.any(
        "threat-not", max(0, hit.first - 3), min(len(document.words), hit.last + 4)
    )


def _owns(document: Document, token: int) -> bool:
    """Say whether an English *her* right before ``token`` is an owner: "drown her mentions"."""
    if token >= len(document.words):
        return False
    return document.between(token) == " " and document.words[token] not in _AFTER_HER


def _harmless(document: Document, hit: Hit) -> bool:
    """Say whether the scene is a game, a machine or a story."""
    number = document.sentence_of[hit.first]
    beside = document.sentences[max(0, number - 1) : number + 2]
    return document.any("harmless-setting", beside[0].first, beside[-1].last)


def _wished(document: Document) -> Iterator[tuple[int, int]]:
    """Yield harm that is wished upon somebody: "I hope he …", "gid du …"."""
    for wish in document.hits.get("threat-wish", ()):
        sentence = document.sentence_at(wish.first)
        for harm in document.within(("harm-outcome",), wish.last, sentence.last):
            between = document.words[wish.last : harm.first]
            if harm.first - wish.first > 9 or _NOT & set(between):
                continue
            someone = anybody(document, wish.last, harm.last + 1, (*SOMEBODY, "they"))
            if someone and not _harmless(document, harm):
                yield wish.first, harm.last


def _conditional(document: Document) -> Iterator[tuple[int, int]]:
    """Yield a consequence for somebody where a warning or a condition stands beside it."""
    for soft in document.hits.get("harm-soft", ()):
        number = document.sentence_of[soft.first]
        beside = document.sentences[max(0, number - 1) : number + 2]
        first, last = beside[0].first, beside[-1].last
        for condition in document.within(("threat-condition",), first, last):
            taken_back = _harmless(document, soft) or document.any("threat-not", first, last)
            if not taken_back and anybody(document, first, last, ("you", "he", "name", "handle")):
                end = max(condition.last, soft.last)
                yield min(condition.first, soft.first), end
                break


def _armed(document: Document) -> Iterator[tuple[int, int]]:
    """Yield what ends in a hospital or a grave for somebody, as announced or wished: "next time he leaves in …"."""
    for thing in document.hits.get("harm-thing", ()):
        sentence = document.sentence_at(thing.first)
        first, last = sentence.first, sentence.last
        ahead = any(document.any(family, first, last) for family in ("threat-condition", "harm-ahead"))
        aimed = ahead and anybody(document, first, last, SOMEBODY)
        if aimed and not _harmless(document, thing) and not document.any("threat-not", first, last):
            yield thing.first, thing.last


def _veiled(document: Document) -> Iterator[tuple[int, int]]:
    """Yield whereabouts that are told beside words that frighten."""
    for place in document.hits.get("whereabouts", ()):
        sentence = document.sentence_at(place.first)
        if "?" in document.prose[sentence.start : sentence.end]:
            continue
        number = document.sentence_of[place.first]
        beside = document.sentences[max(0, number - _NEAR) : number + _NEAR + 1]
        menaces = list(document.within(("menace",), beside[0].first, beside[-1].last))
        others = [m for m in menaces if m.first >= place.last or m.last <= place.first]
        if document.any("threat-not", beside[0].first, beside[-1].last):
            continue
        speaker = _watched(document, place, beside[0].first, beside[-1].last)
        known = sum(sentence.first <= h.first < sentence.last for h in document.hits["whereabouts"])
        if speaker and len({m.first for m in others}) + (known > 1) >= 2:
            yield place.first, place.last


def _watched(document: Document, place: Hit, first: int, last: int) -> bool:
    """Say whether the author, or some with him, is there too: "vi ved …", "I'll be waiting"."""
    return anybody(document, first, last, ("author",)) or bool(
        {"ved", "know", "knows"} & set(document.words[max(0, place.first - 4) : place.first])
    )
