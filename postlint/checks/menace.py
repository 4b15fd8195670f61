"""Threats by what they are made of: somebody is hurt, as announced or demanded; or knowledge, tools, conditions and
hints come together about somebody."""

from __future__ import annotations

from postlint.checks.signs import add_up, windows
from postlint.document.people import SOMEBODY, anybody, clause, persons
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.lexicon import Hit

WEIGHTS = {
    "known-of": 1.5,
    "weapon": 1.5,
    "whereabouts": 1.0,
    "menace-end": 1.5,
    "on-condition": 1.0,
    "threat-wish": 1.0,
    "sort-out": 0.5,
    "menace-hint": 1.0,
    "dear-part": 1.0,
    "dear-thing": 0.5,
    "harm-thing": 1.0,
    "harm-soft": 1.0,
    "menace": 0.5,
}
ENOUGH = 2.5
_GRAVE = frozenset(
    "known-of weapon dear-part harm-thing harm-soft menace-hint menace-end on-condition threat-wish".split()
)
_OBJECT = 4  # words from a verb to whom it hurts
_THING = 8  # words from a verb to the body or the house it hurts
_ANYBODY = (*SOMEBODY, "they")
_OWN = frozenset("din dit dine jeres hans hendes deres your his her their".split())
_NOT = frozenset("ikke not don't never aldrig ingen nobody won't wouldn't nor can't cannot couldn't shouldn't".split())
_MINE = frozenset("my our min mit mine vores".split())
_PRESENT = frozenset("jeg vi".split())


def announced(document: Document) -> Iterator[tuple[int, int]]:
    """Yield harm that the author, or some with him, will do to somebody, or that somebody should do or suffer."""
    for verb in document.hits.get("hurt", ()):
        end = _victim(document, verb)
        if end and _ahead(document, verb) and not _excepted(document, verb.first, end):
            yield verb.first, end
    for verb in document.hits.get("hurt-passive", ()):
        if _demanded(document, verb) and not _excepted(document, verb.first, verb.last):
            yield verb.first, verb.last


def hinted(document: Document) -> Iterator[tuple[int, int]]:
    """Yield stretches of up to three sentences where signs of a threat to somebody come together."""
    for first, last in windows(document, "known-of weapon menace-hint menace-end dear-part", 3):
        if any(document.any(family, first, last) for family in ("menace-not", "harmless-setting", "threat-not")):
            continue
        found = add_up(document, WEIGHTS, first, last)
        if found.weight < ENOUGH or len(found.kinds & _GRAVE) < 2 or not anybody(document, first, last):
            continue
        if _aimed(document, first, last) or ("on-condition" in found.kinds and found.weight > ENOUGH):
            yield found.first, found.last


def _aimed(document: Document, first: int, last: int) -> bool:
    """Say whether the author, or a *you*, or a wish is in it."""
    return anybody(document, first, last, ("author", "you")) or document.any("threat-wish", first, last)


def _victim(document: Document, verb: Hit) -> int:
    """Return the token after whom or what a verb hurts, or 0."""
    sentence = document.sentence_at(verb.first)
    inside = next((p for p in persons(document, verb.first, verb.last, _ANYBODY) if not p.owner), None)
    if inside is not None:
        return verb.last
    for person in persons(document, verb.last, min(sentence.last, verb.last + _OBJECT), _ANYBODY):
        if _numbered(document, person.last):
            continue
        if person.owner or document.words[person.first - 1] in _MINE or _subject(document, person.first, verb):
            continue
        if person.first - verb.last <= 2:
            return person.last
    stop = min(sentence.last, verb.last + _THING)
    for thing in document.within(("dear-part", "dear-thing"), verb.last, stop):
        before = document.words[max(verb.last, thing.first - 3) : thing.first]
        owners = persons(document, verb.last, thing.first, SOMEBODY)
        if _OWN & set(before) or any(p.owner for p in owners):
            return thing.last
    for thing in document.within(("dear-part",), verb.last, stop):
        if anybody(document, thing.last, stop, ("you", "he", "name", "handle")):
            return thing.last
    return 0


def _numbered(document: Document, token: int) -> bool:
    """Say whether a number follows a capitalised word, as in the name of a thing: "Form 12"."""
    return token < len(document.words) and document.words[token].isdigit() and document.between(token) == " "


def _subject(document: Document, token: int, verb: Hit) -> bool:
    """Say whether a Danish *han* or *du* right after the verb is who does it: "så smadrer han"."""
    return token == verb.last and document.words[token] in ("du", "han", "hun", "i", "de", "he", "she", "they")


def _ahead(document: Document, verb: Hit) -> bool:
    """Say whether the verb is announced or demanded: "I'll …", "nogen burde …", "så smadrer jeg …"."""
    first, _ = clause(document, verb.first)
    if _NOT & set(document.words[max(first, verb.first - 4) : verb.first]):
        return False
    sentence = document.sentence_at(verb.first)
    near = max(sentence.first, verb.first - 6)
    if any(document.any(family, near, verb.first) for family in ("sort-out", "hurt-should")):
        return "?" not in document.prose[sentence.start : sentence.end]
    present = sentence.lang == "da" and document.words[verb.first].endswith("r")
    beside = document.words[max(first, verb.first - 1) : verb.first] + document.words[verb.first + 1 : verb.first + 2]
    return present and bool(_PRESENT & set(beside)) and "?" not in document.prose[sentence.start : sentence.end]


def _demanded(document: Document, verb: Hit) -> bool:
    """Say whether somebody should, or will, suffer what is said: "dem burde man …", "he deserves a …"."""
    sentence = document.sentence_at(verb.first)
    near = max(sentence.first, verb.first - 8)
    if _NOT & set(document.words[near : verb.first]) or "?" in document.prose[sentence.start : sentence.end]:
        return False
    if not document.any("hurt-should", near, verb.last):
        return False
    return any(not p.owner for p in persons(document, max(sentence.first, verb.first - 14), verb.first, _ANYBODY))


def _excepted(document: Document, first: int, last: int) -> bool:
    """Say whether the words are an idiom, or the scene is a game, a recipe, a story, or care."""
    sentence = document.sentence_at(first)
    if document.any("hurt-not", max(sentence.first, first - 1), min(sentence.last, last + 5)):
        return True
    number = document.sentence_of[first]
    beside = document.sentences[max(0, number - 1) : number + 2]
    start, end = beside[0].first, beside[-1].last
    return any(document.any(family, start, end) for family in ("menace-not", "harmless-setting"))
