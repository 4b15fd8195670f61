"""``threat``: harm to somebody is announced, wished, or hung on a condition; or somebody's whereabouts are told in
a way that frightens. Idioms, games and machines are left alone, and threats that are reported or condemned."""

from __future__ import annotations

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
_ASKING = frozenset("hvad what ved do does kan can er".split())
_KNOWS = ("whereabouts",)
_NEAR = 2  # sentences beside that belong to the same threat


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text."""
    for document in draft.documents:
        for first, last in _threats(document):
            if used(document, first, last) and not imagined(document, first):
                yield Match(document.field, document, document.starts[first], document.ends[last - 1])
                break


def _threats(document: Document) -> Iterator[tuple[int, int]]:
    for hit in in_pronouns(document, "threat"):
        if not _denied(document, hit) and not _harmless(document, hit):
            yield hit.first, hit.last
    yield from _wished(document)
    yield from _conditional(document)
    yield from _veiled(document)


def _denied(document: Document, hit: Hit) -> bool:
    """Say whether the words before deny it: "jeg vil ikke slå dig", "nobody wants to hurt you"."""
    first, _ = clause(document, hit.first)
    return bool(_NOT & set(document.words[max(first, hit.first - 3) : hit.first])) or document.any(
        "threat-not", max(0, hit.first - 3), min(len(document.words), hit.last + 4)
    )


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
            if anybody(document, first, last, ("you", "he", "name", "handle")) and not _harmless(document, soft):
                yield (
                    min(condition.first, soft.first),
                    min(max(condition.last, soft.last), document.sentence_at(max(condition.last, soft.last) - 1).last),
                )
                break


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
        speaker = _watched(document, place, beside[0].first, beside[-1].last)
        if speaker and len({m.first for m in others}) >= 2:
            yield place.first, place.last


def _watched(document: Document, place: Hit, first: int, last: int) -> bool:
    """Say whether the author, or some with him, is there too: "vi ved …", "I'll be waiting"."""
    return anybody(document, first, last, ("author",)) or bool(
        {"ved", "know", "knows"} & set(document.words[max(0, place.first - 4) : place.first])
    )
