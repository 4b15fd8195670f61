"""How somebody is belittled without one insulting word: by a merit that is not there ("without an ounce of …"), by
a likeness ("the tact of a …", "a walking …"), by one who has more of it ("more spine than you"), by an ability that
is denied ("wouldn't know … if it …"), by mock praise ("congratulations to Ida on ruining …").

Only what is said is found here; of whom it is said is for ``person_attack`` to settle, but where the turn names its
target itself. Likeness to what is honoured ("the memory of an elephant", "a walking encyclopaedia") is none.
"""

from __future__ import annotations

from postlint.checks.predication import COPULA, FUSED
from postlint.document.people import SOMEBODY, persons
from postlint.lexicon import Hit
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document

OPEN = "put-down"  # said of somebody who stands elsewhere in the text
SAID = "put-down-said"  # what somebody is said to be, by a verb of being or in a clause of its own
NAMED = "put-down-named"  # what somebody is said to be, by a verb of being alone
AIMED = "put-down-aimed"  # holds its target
_LIKE = frozenset("som like as of".split())
_ONE = frozenset("en et a an".split())
_THAN = frozenset("end than".split())
_MORE = frozenset("mere more flere".split())
_WOULD = frozenset("wouldn't couldn't ville kunne".split())
_NOT = frozenset("ikke aldrig not never".split())
_SENSE = frozenset(
    "know recognise recognize spot notice find see hear understand kende genkende opdage finde se hoere forstaa".split()
)
_IF = frozenset("if hvis om".split())
_IT = frozenset("it den det they de".split())
_SUCH = frozenset("som like".split())
_BECOME = frozenset("vaere be being blive".split())
_SO = frozenset("saa so this that".split())
_SMALL = frozenset("lille little old gammel smaa".split())
_REACH = 4


def put_downs(document: Document) -> Iterator[Hit]:
    """Yield turns that belittle, of the families ``OPEN``, ``SAID``, ``NAMED`` and ``AIMED``."""
    yield from _lacking(document)
    yield from _likened(document)
    yield from _outdone(document)
    yield from _lost_on(document)
    yield from _mocked(document)
    yield from _pictured(document)
    yield from _measured(document)
    yield from _being_so(document)


def _lacking(document: Document) -> Iterator[Hit]:
    """Yield merits that are said not to be there: "nul …", "without a shred of …"."""
    for hit in document.hits.get("without", ()):
        sentence = document.sentence_at(hit.first)
        for merit in document.within(("merit",), hit.first, min(sentence.last, hit.last + 2)):
            if merit.last >= hit.last:
                yield Hit(OPEN, hit.first, merit.last, hit.lang)


def _likened(document: Document) -> Iterator[Hit]:
    """Yield merits that are likened to those of something: "tact like a …", "the patience of a …"."""
    for family in ("merit", "merit-wide"):
        for hit in document.hits.get(family, ()):
            last = document.sentence_at(hit.first).last
            if hit.last + 2 >= last or document.words[hit.last] not in _LIKE:
                continue
            if document.words[hit.last + 1] in _ONE and not _worthy(document, hit.last + 2, last):
                yield Hit(OPEN, hit.first, min(last, hit.last + 3), hit.lang)


def _worthy(document: Document, first: int, last: int) -> bool:
    last = min(last, first + 3)
    return document.any("worthy", first, last) or document.any("positive", first, last)


def _outdone(document: Document) -> Iterator[Hit]:
    """Yield "more spine than you": a merit of which something has more than somebody."""
    for hit in document.hits.get("merit", ()):
        sentence = document.sentence_at(hit.first)
        if hit.last >= sentence.last - 1 or document.words[hit.last] not in _THAN:
            continue
        if not _MORE & set(document.words[max(sentence.first, hit.first - 2) : hit.first]):
            continue
        target = next(persons(document, hit.last + 1, min(sentence.last, hit.last + 4), SOMEBODY), None)
        if target is not None and not target.owner:
            yield Hit(AIMED, hit.first, target.last, hit.lang)


def _lost_on(document: Document) -> Iterator[Hit]:
    """Yield "wouldn't know a good idea if it …": what somebody would not notice though it stood there."""
    words = document.words
    for sentence in document.sentences:
        for at in range(sentence.first, sentence.last - 4):
            if words[at] not in _WOULD or not (words[at].endswith("n't") or _NOT & set(words[at + 1 : at + 3])):
                continue
            verb = next((t for t in range(at + 1, min(at + 5, sentence.last)) if words[t] in _SENSE), None)
            if verb is None:
                continue
            for token in range(verb + 2, sentence.last - 1):
                if words[token] in _IF and words[token + 1] in _IT:
                    yield Hit(OPEN, at, token, sentence.lang)
                    break


def _mocked(document: Document) -> Iterator[Hit]:
    """Yield praise of somebody for what nobody is praised for."""
    for hit in document.hits.get("mock-honour", ()):
        sentence = document.sentence_at(hit.first)
        if hit.first - sentence.first > 2:
            continue
        target = next(persons(document, hit.last, min(sentence.last, hit.last + 5), SOMEBODY), None)
        if target is None or (target.owner and target.kind == "you"):
            continue
        deed = next(document.within(("poor-deed",), target.last, sentence.last), None)
        if deed is not None:
            yield Hit(AIMED, hit.first, deed.last, hit.lang)


def _pictured(document: Document) -> Iterator[Hit]:
    """Yield "a walking …", "a slimy little …": somebody made into a likeness or a little something."""
    for hit in document.hits.get("metaphor-adjective", ()):
        sentence = document.sentence_at(hit.first)
        at = hit.first - 1
        if at < sentence.first or document.words[at] not in _ONE or hit.last >= sentence.last:
            continue
        if not _worthy(document, hit.last, sentence.last):
            yield Hit(SAID, hit.first, hit.last + 1, hit.lang)
    for hit in document.hits.get("dull-thing", ()):
        sentence = document.sentence_at(hit.first)
        before = set(document.words[max(sentence.first, hit.first - 3) : hit.first])
        if before & _ONE and before & (COPULA | FUSED | {"som", "like"}):
            yield Hit(NAMED, hit.first, hit.last, hit.lang)
    for hit in document.hits.get("sour-adjective", ()):
        sentence = document.sentence_at(hit.first)
        if hit.last + 1 >= sentence.last or document.words[hit.last] not in _SMALL:
            continue
        headed = hit.first > sentence.first and document.words[hit.first - 1] in _ONE
        if headed and not document.any("blamed-thing", hit.last + 1, hit.last + 2):
            yield Hit(SAID, hit.first, hit.last + 2, hit.lang)


def _measured(document: Document) -> Iterator[Hit]:
    """Yield an insulting word with somebody as its measure: "a gossip like Torben", "fools like you"."""
    for family in ("insult", "insult-weak"):
        for hit in document.hits.get(family, ()):
            last = document.sentence_at(hit.first).last
            if hit.last >= last or document.words[hit.last] not in _SUCH:
                continue
            who = next(persons(document, hit.last + 1, min(last, hit.last + 4), SOMEBODY), None)
            if who is not None and who.first == hit.last + 1 and not who.owner and who.kind != "role":
                yield Hit(AIMED, hit.first, who.last, hit.lang)


def _being_so(document: Document) -> Iterator[Hit]:
    """Yield "did you practise being so dense": a running-down adjective in what somebody addressed is or does."""
    words = document.words
    for hit in document.hits.get("insult-adjective", ()):
        sentence = document.sentence_at(hit.first)
        if hit.first - sentence.first < 3 or words[hit.first - 1] not in _SO or words[hit.first - 2] not in _BECOME:
            continue
        if any(p.kind == "you" and not p.owner for p in persons(document, sentence.first, hit.first - 2, ("you",))):
            yield Hit(AIMED, hit.first - 2, hit.last, hit.lang)
