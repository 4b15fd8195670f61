"""``contempt``: those one works for are run down: customers as a group, one customer, or the own organisation.

A group is run down by what is said right of it ("customers are …", "can't even …") or right before it
("clueless users"); complaints about service, and what customers feel, are left alone. The own organisation is
run down by words of scorn alone: criticism with a point, however sharp, is welcome.
"""

from __future__ import annotations

from postlint.checks.assertion import clause_start, in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_BEING = frozenset("er var bliver blev is are was were be they're being becomes become".split())
_PREDICATE = 6  # words between "are" and what they are
_BEFORE = 2  # words between a judgement and those it is put before
_MOCKING = frozenset("🤡💩🙄😂🤣🙃😏🤭🙈🤦🤷😅🥴😆😹🫠")
_SELF = frozenset("som as like jeg i mig me myself".split())
_AFTER_NOUN = frozenset(
    "er var der som in on at to who that i paa med fra today again igen is are was and og men but this this_week har "
    "had has asked ringer calls called calling wants vil skal of på til idag from with for".split()
)
_FEELING = frozenset("foele foeler foelte feel feels felt feeling behandl* treated treat treats treating".split())


def customers(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text: a group of customers, a single one, or a customer by name."""
    if not draft.post.author.employee:
        return
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        hit = _of_group(document) or _mocked_story(document) or _of_named(document)
        if hit is not None:
            yield Match(document.field, document, *span(document, hit[0], hit[1]))


def _of_group(document: Document) -> tuple[int, int] | None:
    """Return the words that run a group down."""
    for hit in document.hits.get("customer-scorn", ()):
        if _meant(document, hit.first, hit.last):
            return hit.first, hit.last
    for noun in document.hits.get("customer-noun", ()):
        sentence = document.sentence_at(noun.first)
        if _own_part(document, noun.first):
            continue
        found = _said_before(document, sentence, noun) or _said_after(document, sentence, noun)
        if found is not None and _meant(document, *found):
            return found
    return None


def _own_part(document: Document, token: int) -> bool:
    """Say whether the author is the customer: "as a customer", "I am a patient here"."""
    before = document.words[max(document.sentence_at(token).first, token - 3) : token]
    return any(word in ("som", "as", "jeg", "i'm", "like") for word in before)


def _said_before(document: Document, sentence: Sentence, noun: Hit) -> tuple[int, int] | None:
    """Return a judgement put before the noun: "hysterical parent"; a noun that goes on ("user manual") is no person."""
    for hit in document.within(("belittling", "belittling-put"), max(sentence.first, noun.first - _BEFORE - 1), noun.first):
        if noun.first - hit.last <= 1 and not any(c in ",.;:" for c in document.between(noun.first)):
            if noun.last >= sentence.last or not _goes_on(document, noun):
                return hit.first, noun.last
    return None


def _goes_on(document: Document, noun: Hit) -> bool:
    """Say whether an English noun is the first part of another: "user interface"."""
    if noun.lang == "da" or document.words[noun.last - 1].endswith("s"):
        return False
    return document.between(noun.last) == " " and document.any("customer-thing", noun.last, noun.last + 1)


def _said_after(document: Document, sentence: Sentence, noun: Hit) -> tuple[int, int] | None:
    """Return what is said of the noun: "are idiots", "can't even read", "should have a guardian"."""
    stop = sentence.last
    for hit in document.within(("unable-person",), noun.last, min(stop, noun.last + 8)):
        return hit.first, hit.last
    for hit in document.within(("belittling", "belittling-being"), noun.last, min(stop, noun.last + 10)):
        between = document.words[noun.last : hit.first]
        if hit.first - noun.last > _PREDICATE + 2 or _FEELING & set(between):
            continue
        if set(between[-_PREDICATE:]) & _BEING and not _other_subject(document, noun.last, hit.first):
            return hit.first, hit.last
    return None


def _other_subject(document: Document, first: int, last: int) -> bool:
    """Say whether something else comes between that is judged instead: "kunderne siger, at appen er …"."""
    for at in range(first, last):
        if document.words[at] in ("at", "that", "how", "hvor", "naar", "when", "fordi", "because", "hvad", "what", "om"):
            return True
        if "," in document.between(at) and at > first:
            return True
    return document.any("speech-verb", first, last)


def _meant(document: Document, first: int, last: int) -> bool:
    """Say whether the words are the author's own judgement, and no question."""
    sentence = document.sentence_at(first)
    if in_others_words(document, first) or is_conditional(document, first) or is_rejected(document, first):
        return False
    if document.any("service-care", sentence.first, sentence.last):
        return False
    negated = is_negated(document, first, min(last, first + 1)) and not document.any("unable-person", first, last)
    return not negated and not _asked(document, sentence)


def _asked(document: Document, sentence: Sentence) -> bool:
    text = document.prose[sentence.start : sentence.end]
    return "?" in text and not document.any("customer-scorn", sentence.first, sentence.last)


def _mocked_story(document: Document) -> tuple[int, int] | None:
    """Return a customer whose story is told to be laughed at: a support case, a blunder, and a sign of scorn."""
    cases = document.hits.get("support-case", ())
    nouns = document.hits.get("customer-noun", ())
    if not nouns or not cases or not any(sign in _MOCKING for sign in document.text):
        return None
    blunders = document.hits.get("blunder", ())
    if not blunders or document.hits.get("first-person-blunder") or document.hits.get("service-care"):
        return None
    return blunders[0].first, blunders[0].last


def _of_named(document: Document) -> tuple[int, int] | None:
    """Return the words that run down a customer by name."""
    for mention in document.mentions:
        if mention.kind != "customer":
            continue
        number = document.sentence_of[mention.first]
        near = document.sentences[number : number + 3]
        if any(document.any(f, near[0].first, near[0].last) for f in ("fair-play", "service-care")):
            continue
        for at, sentence in enumerate(near):
            if at and any(m.first >= sentence.first and m.first < sentence.last and m.who != mention.who for m in document.mentions):
                break
            for hit in document.within(("belittling", "belittling-being", "belittling-put", "customer-burden", "ridicule", "unable-person"), sentence.first, sentence.last):
                if _aimed(document, sentence, hit, at) and _meant(document, hit.first, hit.last):
                    return hit.first, hit.last
    return None


def _aimed(document: Document, sentence: Sentence, hit: Hit, at: int) -> bool:
    """Say whether a judgement is aimed at the customer, not at the author or at what the author did."""
    words = document.words[clause_start(document, hit.first) : hit.first]
    if {"jeg", "i", "i'm", "mig", "me", "my", "min", "vores", "our", "we", "vi"} & set(words):
        return False
    return at == 0 or sentence.last - sentence.first <= 8 or bool({"de", "they", "their", "deres", "dem", "them"} & set(document.words[sentence.first : sentence.last]))


def employer(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text, on the words of scorn."""
    if not draft.post.author.employee:
        return
    public = draft.settings.sector == "public" and draft.role in ("private", "employee")
    families = ("gross-scorn",) if public else ("gross-scorn", "employer-scorn")
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        hit = _scorned(document, families)
        if hit is not None:
            reason = "public-sector" if public else ""
            yield Match(document.field, document, *span(document, hit.first, hit.last), reason)


def _scorned(document: Document, families: tuple[str, ...]) -> Hit | None:
    """Return the first words of scorn for the own organisation."""
    for sentence in document.sentences:
        hits = sorted(document.within(families, sentence.first, sentence.last), key=lambda hit: (hit.first, -hit.last))
        for hit in hits:
            if _about_employer(document, sentence, hit) and _sincere(document, hit):
                gross = hit.family == "gross-scorn"
                if gross or not document.any("work-facts", 0, len(document.words)):
                    return hit
    return None


def _sincere(document: Document, hit: Hit) -> bool:
    if in_others_words(document, hit.first) or is_conditional(document, hit.first) or is_rejected(document, hit.first):
        return False
    sentence = document.sentence_at(hit.first)
    asked = "?" in document.prose[sentence.start : sentence.end]
    return not asked and not is_negated(document, hit.first, hit.first + 1)


def _about_employer(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the employer stands in the sentence, or in one of the two before that it carries on."""
    number = document.sentence_of[sentence.first]
    for back in range(3):
        if number - back < 0:
            break
        near = document.sentences[number - back]
        if _names_employer(document, near):
            return back == 0 or not _names_other(document, sentence)
        if _names_other(document, near):
            return False
    following = document.sentences[number + 1 : number + 2]
    short = sentence.last - sentence.first <= 9
    return bool(following) and short and _names_employer(document, following[0])


def _names_employer(document: Document, sentence: Sentence) -> bool:
    if any(m.kind == "organisation" and sentence.first <= m.first < sentence.last for m in document.mentions):
        return True
    return document.any("own-employer", sentence.first, sentence.last)


def _names_other(document: Document, sentence: Sentence) -> bool:
    """Say whether the sentence is about another company."""
    return any(
        m.kind in ("competitor", "competitor-product", "customer") and sentence.first <= m.first < sentence.last
        for m in document.mentions
    )
