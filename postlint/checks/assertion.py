"""Whether the author states something: in earnest, in the author's own words, and not under a negation.

Used by the checks that weigh claims. A question, a condition, a quotation, a denial and a reported claim that is
rejected state nothing.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.document import Document, Sentence

_REACH = 5  # words between a negation and what it negates
_CUTS = frozenset(
    "men but mens while fordi because da naar when indtil until although selvom though som der who which that at "
    "saa so og and".split()
)
_CONDITION = frozenset("hvis if hvorvidt whether saafremt unless medmindre om".split())
_BEHIND = frozenset("ikke ikk aldrig ej".split())  # what a Danish verb has behind it
_SCARE = 3  # words that a quotation may have and still be the author's own
_OTHERS = frozenset("they they're they've them their de dem deres".split())
_DENIAL = _OTHERS | frozenset(
    "det it that this he she han hun er var goer gjorde har havde vil kan passer is are was were do does did has have "
    "no nej not ikke aldrig never overhovedet slet bestemt simply just at all true right so the case sandt rigtigt "
    "saadan tilfaeldet simpelthen bare helt virkelig faktisk rigtig sand korrekt correct fair rimeligt aren "
    "isn don doesn didn haven hasn wasn weren ain t og and".split()
)


def clause_start(document: Document, token: int) -> int:
    """Return the first token of the clause of ``token``: cut at commas, dashes and conjunctions."""
    floor = document.sentence_at(token).first
    for at in range(token, floor, -1):
        if any(sign in ",;:–—()" for sign in document.between(at)) or document.words[at - 1] in _CUTS:
            return at
    return floor


def clause_end(document: Document, token: int) -> int:
    """Return where the clause of ``token`` ends (half open)."""
    stop = document.sentence_at(token).last
    for at in range(token + 1, stop):
        if any(sign in ",;:–—()" for sign in document.between(at)) or document.words[at] in _CUTS:
            return at
    return stop


def in_others_words(document: Document, token: int) -> bool:
    """Say whether a token stands in a quotation that is more than a scare quote, or is a word that is mentioned."""
    quotation = document.quotation_at(token)
    if quotation is None:
        return False
    return len(document.text[quotation.inner_start : quotation.inner_end].split()) > _SCARE


def is_negated(document: Document, first: int, last: int) -> bool:
    """Say whether a negation in the same clause stands before the words, among them or, after a Danish verb, behind
    them."""
    if is_negated_before(document, first):
        return True
    stop = min(clause_end(document, last - 1), last + 2)
    return any(
        hit.last <= last or (hit.last <= stop and hit.first >= last and document.words[hit.first] in _BEHIND)
        for hit in document.within(("negator",), first + 1, stop)
        if not _looks_alike(document, hit.first)
    )


def is_negated_before(document: Document, token: int, floor: int = 0) -> bool:
    """Say whether a negation in the same clause stands before a token, but not before token ``floor``."""
    start = max(clause_start(document, token), token - _REACH, floor)
    return any(
        hit.last <= token and not _looks_alike(document, hit.first)
        for hit in document.within(("negator",), start, token)
    )


def _looks_alike(document: Document, token: int) -> bool:
    return any(other.first <= token < other.last for other in document.hits.get("not-negator", ()))


def is_conditional(document: Document, token: int) -> bool:
    """Say whether the words hang on a condition, or are imagined."""
    sentence = document.sentence_at(token)
    if any(document.words[at] in _CONDITION for at in range(sentence.first, token)):
        return True
    return any(
        hit.first == sentence.first or not document.raw(hit.first)[0].isupper()
        for hit in document.within(("hypothetical",), sentence.first, token)
    )


def is_rejected(document: Document, token: int) -> bool:
    """Say whether the sentence, or the next, rejects what is said, and nothing takes it on."""
    number = document.sentence_of[token]
    near = document.sentences[max(0, number - 1) : number + 2]
    first, last = near[0].first, near[-1].last
    if document.any("endorsement", first, last):
        return False
    here = document.sentences[number]
    if document.any("rejection", here.first, here.last):
        return True
    if any(is_denial(document, following) for following in document.sentences[number + 1 : number + 2]):
        return True
    return document.any("hearsay", first, here.last) and document.any("rejection", first, last)


def is_denial(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence only denies what was said before: "Det gør de ikke.", "They aren't."."""
    words = {word.partition("'")[0] for word in document.words[sentence.first : sentence.last]}
    about = words & (_OTHERS | {"det", "it", "that", "he", "she", "han", "hun"})
    return bool(about) and words <= _DENIAL and document.any("negator", sentence.first, sentence.last)



def span(document: Document, first: int, last: int) -> tuple[int, int]:
    """Return the code points of tokens ``first`` to ``last`` (half open)."""
    return document.starts[first], document.ends[last - 1]
