"""Who is said to be something: the subject of a verb of being, read backwards from what is said.

The verb-second order of Danish is minded ("er du …"), fused English forms ("you're"), relative clauses, and
things that only belong to somebody ("hans plan er …", "your plan is …").
"""

from __future__ import annotations

from postlint.document.people import SOMEBODY, clause, persons
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.document import Document
    from postlint.document.people import Person

OTHERS = (*SOMEBODY, "they")
COPULA = frozenset(
    "er var bliver blev forbliver ligner virker vaeret vaere is are was were 's 're be been being becomes "
    "became seems seem looks sounds acts lyder opfoerer remains isn't aren't wasn't".split()
)
FUSED = frozenset("you're youre he's she's they're theyre i'm we're im that's it's who's".split())
_THINGS = frozenset("det that it this dette what that's it's hvad der".split())
_WHO = frozenset("som der who that".split())
_WOULD = frozenset("ville kunne would could might 'd you'd he'd i'd they'd she'd".split())
_ADVERBS = frozenset(
    "jo da bare altid simpelthen really just always all both sgu godt nok virkelig alle i lot two".split()
)


def subject(document: Document, token: int) -> tuple[str, Person | None]:
    """Return who is said to be something at ``token``: ``person`` with whom, ``thing``, or ``none`` where no
    verb of being stands before it in the clause."""
    first, _ = clause(document, token)
    words = document.words
    copula = next((t for t in range(token - 1, first - 1, -1) if words[t] in COPULA or words[t] in FUSED), None)
    if copula is None:
        return "none", None
    if words[copula] in ("be", "vaere", "being") and _WOULD & set(words[first:copula]):
        return "thing", None
    if words[copula] in FUSED:
        return _fused(document, copula, first)
    after = next(iter(persons(document, copula + 1, min(copula + 3, token), (*OTHERS, "author"))), None)
    before = list(persons(document, first, copula, (*OTHERS, "author")))
    plain = [p for p in before if not p.owner]
    nearest = plain[-1] if plain else None
    if nearest is not None and not _other_subject(document, nearest, copula):
        return "person", nearest
    if after is not None and not after.owner and (copula == first or not plain):
        return "person", after
    if before and before[-1].owner:
        return "thing", None
    if copula - first <= 1 and not (_THINGS & set(words[first:copula]) - _WHO):
        sentence = document.sentence_at(token)
        earlier = [p for p in persons(document, sentence.first, first, (*OTHERS, "author")) if not p.owner]
        near = earlier and (earlier[-1].kind != "you" or earlier[-1].first == sentence.first)
        if earlier and near and earlier[-1].kind in ("role", "name", "handle", "he", "you"):
            return "person", earlier[-1]
    return "thing", None


def _fused(document: Document, copula: int, first: int) -> tuple[str, Person | None]:
    word = document.words[copula]
    if word in ("that's", "it's"):
        return "thing", None
    here = next(iter(persons(document, copula, copula + 1, (*OTHERS, "author"))), None)
    return ("person", here) if here is not None else ("thing", None)


def _other_subject(document: Document, person: Person, copula: int) -> bool:
    """Say whether something else stands between a person and the verb: "det, du skrev, er", "the plan you sent is"."""
    between = document.words[person.last : copula]
    if len(between) > 4 and person.kind != "role":
        return True
    if (
        person.kind == "you"
        and between
        and between[-1] not in _ADVERBS
        and len(between) > 1
        and "og" not in between
        and "and" not in between
    ):
        return True
    return person.kind == "they" and len(between) > 3
