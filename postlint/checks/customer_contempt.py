"""``customer-contempt``: those an organisation serves are run down, as a group, one of them, or one by name.

A group is run down by what is said right of it ("customers are …", "can't even …") or right before it
("clueless users"); complaints about service, and what customers feel, are left alone.
"""

from __future__ import annotations

from postlint.checks.assertion import clause_start, in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.checks.by_weight import heaviest
from postlint.checks.scorn import Manner, is_own, scorned
from postlint.checks.stance import Target
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_BEING = frozenset("er var bliver blev is are was were be they're being becomes become get gets got getting".split())
_FRAGMENT = 6  # words of a sentence that only sums up
_PREDICATE = 6  # words between "are" and what they are
_BEFORE = 5  # words that a judgement before a noun may have
_BEING_ONE = frozenset((("jeg", "var"), ("jeg", "er"), ("i", "was"), ("i", "am"), ("var", "jeg"), ("er", "jeg")))
_HEADED = 9  # letters of a compound
_HEADS = tuple(
    "gaester gaesterne kunder kunderne passagerer passagererne brugere brugerne patienter patienterne borgere borgerne "
    "lejere lejerne elever eleverne foraeldre foraeldrene turister turisterne medlemmer medlemmerne".split()
)
_MOCKING = frozenset("🤡💩🙄😂🤣🙃😏🤭🙈🤦🤷😅🥴😆😹🫠")
_SELF = frozenset("som as like jeg i mig me myself".split())
_AFTER_NOUN = frozenset(
    "er var der som in on at to who that i paa med fra today again igen is are was and og men but this this_week har "
    "had has asked ringer calls called calling wants vil skal of på til idag from with for".split()
)
_VERBS = frozenset(
    "can can't cannot couldn't could should shouldn't would wouldn't needs never always still just really thinks "
    "wants demands rings says said thought wrote writes does doesn't didn't did gets got gave goes went ever".split()
)
_FEELING = frozenset("foele foeler foelte feel feels felt feeling treated treat treats treating gjort made".split())

# What signs weigh against those an organisation serves. Bad words for a service weigh little: they are more often
# about what people met than about the people; failures and neglect are the service's own.
_MANNER = Manner(
    {
        "exasperation": 1.0, "dim-idiom": 1.0, "witless": 1.2, "creature": 1.0, "unable-person": 0.7, "called": 0.6,
        "humble-task": 0.7, "ill-trait": 0.5, "specimen": 0.4, "verdict": 0.3, "mock-contest": 0.6, "sorry-outfit": 0.5,
        "never-seen": 0.6, "plain-likeness": 0.7, "of-a": 1.0, "thinks-itself": 0.6,
        "sighed-tally": 0.4, "eye-roll": 0.4, "applause": 0.1, "mocking-emoji": 0.3,
        "ridicule": 0.5, "incompetence": 0.4, "simile": 0.6, "sarcasm": 0.5, "likeness": 0.4, "hyperbole": 0.4,
        "predicated": 0.2, "cannot": 0.2, "mock-sympathy": 0.4, "mock-praise": 0.2, "innuendo": 0.3,
        "negated-praise": 0.2, "negative": 0.1, "dishonest": 0.1, "valence-negative": 0.1, "intensifier": 0.1,
        "failure": -0.3, "neglect": -0.4, "positive": -0.4, "valence-positive": -0.1, "warm-emoji": -0.7,
        "own-fault": -0.8, "we": -0.6, "care": -1.5, "fair-play": -1.5, "togetherness": -0.6, "source-cue": -0.6,
        "business-event": -0.4, "earnest-question": -0.8, "denied": -0.4, "career": -0.4, "elsewhere": -0.1,
        "understatement-positive": -0.5,
    },
    frozenset(
        ("exasperation", "dim-idiom", "witless", "creature", "called", "humble-task", "specimen", "mock-contest",
         "never-seen", "sighed-tally", "ridicule", "sarcasm", "simile", "likeness", "plain-likeness", "of-a",
         "thinks-itself")
    ),
)  # fmt: skip
# Families without which a text holds nothing that the table could tell.
_GATE = (
    "exasperation", "dim-idiom", "wits", "low-creature", "humble-task", "ill-trait", "specimen", "mock-contest",
    "never-seen", "sighed-tally", "ridicule", "sarcasm", "simile", "likeness", "plain-likeness", "thinks-itself",
    "of-a-frame",
)  # fmt: skip


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text: a group of customers, a single one, or a customer by name."""
    if not draft.post.author.employee:
        return
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        hit = _of_group(document) or _mocked_story(document) or _of_named(document) or _weighed(document)
        alone = hit is None
        hit = hit or heaviest(document, rule.id)
        if hit is not None:
            yield Match(document.field, document, *span(document, hit[0], hit[1]), by_weight=alone)


def _of_group(document: Document) -> tuple[int, int] | None:
    """Return the words that run a group down."""
    for hit in document.hits.get("customer-scorn", ()):
        if _meant(document, hit.first, hit.last):
            return hit.first, hit.last
    for noun in document.hits.get("customer-noun", ()):
        sentence = document.sentence_at(noun.first)
        if _own_part(document, noun.first) or _goes_on(document, noun):
            continue
        found = (
            _said_before(document, sentence, noun)
            or _said_after(document, sentence, noun)
            or _summed_up(document, sentence, noun)
        )
        if found is not None and _meant(document, *found):
            return found
    return None


def _own_part(document: Document, token: int) -> bool:
    """Say whether the author is the customer: "as a customer", "I am a patient here"."""
    start = clause_start(document, token)
    words = document.words[start : token + 1]
    if any((words[at], words[at + 1]) in _BEING_ONE for at in range(len(words) - 1)):
        return True
    before = document.words[max(document.sentence_at(token).first, token - 3) : token]
    return any(word in ("som", "as", "jeg", "i'm", "like", "am", "min", "mit") for word in before)


def _said_before(document: Document, sentence: Sentence, noun: Hit) -> tuple[int, int] | None:
    """Return a judgement put before the noun: "hysterical parent"; a noun that goes on ("user manual") is no person."""
    for hit in document.within(
        ("belittling", "belittling-put"), max(sentence.first, noun.first - _BEFORE - 1), noun.first
    ):
        if hit.last == noun.first and document.between(noun.first) == " ":
            return hit.first, noun.last
    return None


def _goes_on(document: Document, noun: Hit) -> bool:
    """Say whether an English noun is the first part of another: "user interface"."""
    word = document.words[noun.last - 1]
    if noun.lang == "da" or (word.endswith("s") and not word.endswith("'s")) or noun.last >= len(document.words):
        return False
    following = document.words[noun.last]
    if document.between(noun.last) != " " or following in _AFTER_NOUN or following.endswith("ed"):
        return False
    return document.any("customer-thing", noun.last, noun.last + 1) or following not in _VERBS


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


def _summed_up(document: Document, sentence: Sentence, noun: Hit) -> tuple[int, int] | None:
    """Return a fragment that sums them up: "…. Morons.", "parents: entitled and rude"."""
    colon = next((at for at in range(noun.last, sentence.last) if ":" in document.between(at)), None)
    if colon is not None and colon - noun.last <= 3:
        for hit in document.within(("belittling", "belittling-being"), colon, min(sentence.last, colon + 4)):
            return hit.first, hit.last
    number = document.sentence_of[noun.first]
    for following in document.sentences[number + 1 : number + 2]:
        if following.last - following.first > _FRAGMENT:
            continue
        for hit in document.within(("belittling", "belittling-being"), following.first, following.first + 2):
            if hit.first == following.first and not document.any("first-person", following.first, following.last):
                return hit.first, hit.last
    return None


def _other_subject(document: Document, first: int, last: int) -> bool:
    """Say whether something else comes between that is judged instead: "kunderne siger, at appen er …"."""
    for at in range(first, last):
        if document.words[at] in (
            "at",
            "that",
            "how",
            "hvor",
            "naar",
            "when",
            "fordi",
            "because",
            "hvad",
            "what",
            "om",
        ):
            return True
        if "," in document.between(at) and at > first:
            return True
    return document.any("speech-verb", first, last)


def _meant(document: Document, first: int, last: int) -> bool:
    """Say whether the words are the author's own judgement, and no question."""
    sentence = document.sentence_at(first)
    if in_others_words(document, first) or is_conditional(document, first) or is_rejected(document, first):
        return False
    before = document.sentences[max(0, document.sentence_of[first] - 1)]
    if document.any("service-care", sentence.first, sentence.last) or document.any(
        "own-blame", before.first, sentence.last
    ):
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
            if at and any(
                m.first >= sentence.first and m.first < sentence.last and m.who != mention.who
                for m in document.mentions
            ):
                break
            for hit in document.within(
                ("belittling", "belittling-being", "belittling-put", "customer-burden", "ridicule", "unable-person"),
                sentence.first,
                sentence.last,
            ):
                if _aimed(document, sentence, hit, at) and _meant(document, hit.first, hit.last):
                    return hit.first, hit.last
    return None


def _aimed(document: Document, sentence: Sentence, hit: Hit, at: int) -> bool:
    """Say whether a judgement is aimed at the customer, not at the author or at what the author did."""
    words = document.words[clause_start(document, hit.first) : hit.first]
    if {"jeg", "i", "i'm", "mig", "me", "my", "min", "vores", "our", "we", "vi"} & set(words):
        return False
    return (
        at == 0
        or sentence.last - sentence.first <= 8
        or bool({"de", "they", "their", "deres", "dem", "them"} & set(document.words[sentence.first : sentence.last]))
    )


def _weighed(document: Document) -> tuple[int, int] | None:
    """Return the words that weigh most where all that is said of a group, of one of them or of one by name is
    scorn, whatever the wording."""
    if not any(family in document.hits for family in _GATE):
        return None
    for target in _targets(document):
        sign = scorned(document, target, _MANNER)
        if sign is not None:
            return sign.first, sign.last
    return None


def _targets(document: Document) -> Iterator[Target | Mention]:
    """Yield those an organisation serves, by name or by noun, one for a sentence."""
    told = set()
    for mention in document.mentions:
        if mention.kind == "customer":
            told.add(document.sentence_of[mention.first])
            yield mention
    for noun in document.hits.get("customer-noun", ()):
        number = document.sentence_of[noun.first]
        target = Target(noun.first, noun.last)
        if number in told or _own_part(document, noun.first):
            continue
        thing = document.any("customer-thing", noun.last, noun.last + 1)
        if not thing and is_own(document, target):
            told.add(number)
            yield target
    yield from _compounds(document)


def _compounds(document: Document) -> Iterator[Target]:
    """Yield those served in a word that has their noun for its head: "sommergæsterne"."""
    for at, word in enumerate(document.words):
        if len(word) > _HEADED and word.endswith(_HEADS) and "sekund" not in word:
            yield Target(at, at + 1)
