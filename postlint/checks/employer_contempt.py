"""``employer-contempt``: the own organisation, or those who lead it, meet nothing but scorn.

A word of scorn counts where the organisation is what it is said of: as the subject of a verb of being, before a
colon, or in an exclamation beside the name. Criticism with a point, however sharp, is welcome, and so is all
that is said in earnest about conditions of work. For public employees only coarse contempt is told, as advice.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.checks.by_weight import heaviest
from postlint.checks.scorn import Manner, scorned
from postlint.checks.stance import Target
from postlint.draft import Match
from postlint.grading import speaks_freely
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.checks.stance import Sign
    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_BEING = frozenset("er var bliver blev is was are were be becomes became it's that's".split())
_PREDICATE = 7  # words between a verb of being and the scorn
_EXCLAIMED = 8  # words of an exclamation
_PREPOSITIONS = frozenset("hos i paa for fra med til ved at in for from with to of by under about som as".split())
_TAKES_UP = frozenset(
    "det de den stedet she he it they this that everything alt hele them that's it's sikke sikken what how hvor".split()
)
_EXCLAMATION = frozenset("sikke sikken what et en a another endnu ren rent det the hvilket hvilken total".split())
_LEADERS = frozenset("ledelse direktion topledelse bestyrelse chefer management leadership board bosses ceo".split())
_OTHERS = ("competitor", "competitor-product", "customer")

# What signs weigh against a workplace and those who lead it. A bad word alone is criticism.
_MANNER = Manner(
    {
        "mock-contest": 1.2, "ruin-place": 1.2, "sorry-outfit": 1.0,
        "witless": 1.0, "dim-idiom": 0.9, "creature": 1.0,
        "humble-task": 1.0, "to-the-core": 0.3, "judged": 0.4,
        "to-a-point": -0.6, "verdict": 0.3, "plain-likeness": 0.6, "of-a": 1.0, "thinks-itself": 0.6,
        "exasperation": 0.6, "ill-trait": 0.4, "called": 0.4, "specimen": 0.5, "never-seen": 0.3,
        "loses": 0.8, "cannot": 0.3, "eye-roll": 0.4, "applause": 0.2, "mocking-emoji": 0.3, "sighed-tally": 0.1,
        "ridicule": 0.7, "incompetence": 0.6, "simile": 0.6, "likeness": 0.5, "hyperbole": 0.5, "sarcasm": 0.6,
        "innuendo": 0.3, "negative": 0.4, "predicated": 0.5, "negated-praise": 0.4, "understatement-negative": 0.4,
        "mock-sympathy": 0.5, "irony": 0.4, "scare-quotes": 0.3, "valence-negative": 0.1, "negative-mild": 0.2,
        "intensifier": 0.1, "outcry": 0.1, "dishonest": 0.2, "neglect": 0.0, "failure": -0.2,
        "positive": -0.2, "valence-positive": -0.1, "warm-emoji": -0.7, "own-fault": -0.8, "we": -0.8, "care": -0.8,
        "fair-play": -1.4, "togetherness": -0.6, "source-cue": -0.6, "business-event": -0.4, "career": -0.4,
        "earnest-question": -0.8, "denied": -0.5, "understatement-positive": -0.8, "elsewhere": -0.3, "aside": -0.4,
        "market-place": -0.5,
    },
    frozenset(
        ("mock-contest", "ruin-place", "sorry-outfit", "witless", "dim-idiom", "creature", "humble-task",
         "exasperation", "called", "judged", "specimen", "loses", "ridicule", "simile", "likeness", "sarcasm",
         "predicated", "plain-likeness", "of-a", "thinks-itself")
    ),
)  # fmt: skip
_GATE = (
    "mock-contest", "ruin-place", "sorry-outfit", "wits", "dim-idiom", "low-creature", "humble-task", "exasperation",
    "ill-trait", "specimen", "ridicule", "simile", "likeness", "sarcasm", "negative", "quality-comparative",
    "incompetence", "plain-likeness", "thinks-itself", "of-a-frame",
)  # fmt: skip


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text, on the words of scorn."""
    if not draft.post.author.employee:
        return
    public = speaks_freely(draft.role, draft.settings)
    families = ("gross-scorn",) if public else ("gross-scorn", "employer-scorn", "scorn-noun")
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        hit = _scorned(document, families) or (None if public else _weighed(document))
        place = (hit.first, hit.last) if hit is not None else None
        alone = place is None
        if alone and not public:
            place = heaviest(document, rule.id)
        if place is not None:
            yield Match(document.field, document, *span(document, *place), by_weight=alone)


def _scorned(document: Document, families: Sequence[str]) -> Hit | None:
    """Return the first words of scorn for the own organisation."""
    with_point = any(document.hits.get(family) for family in ("work-facts", "mirth"))
    for hit in sorted(document.within(families, 0, len(document.words)), key=lambda hit: (hit.first, -hit.last)):
        if (with_point and hit.family != "gross-scorn") or not _sincere(document, hit):
            continue
        sentence = document.sentence_at(hit.first)
        if hit.family == "scorn-noun":
            if _said_of_employer(document, sentence, hit):
                return hit
        elif _near_employer(document, sentence, hit):
            return hit
    return None


def _sincere(document: Document, hit: Hit) -> bool:
    if in_others_words(document, hit.first) or is_conditional(document, hit.first) or is_rejected(document, hit.first):
        return False
    sentence = document.sentence_at(hit.first)
    asked = "?" in document.prose[sentence.start : sentence.end]
    return not asked and not is_negated(document, hit.first, hit.first + 1)


def _employers(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the own organisation stands in tokens ``first`` to ``last`` (half open)."""
    found = [(m.first, m.last) for m in document.mentions if m.kind == "organisation" and first <= m.first < last]
    found += [(hit.first, hit.last) for hit in document.within(("own-employer",), first, last)]
    # "the circus we call Kobberdal" gives the name to nothing else.
    own = document.world.organisation
    for hit in document.within(("scorn-naming",), first, last):
        for end in range(hit.last + 1, min(last, hit.last + 3) + 1):
            if "".join(document.words[hit.last : end]) in own:
                found.append((hit.last, end))
    return sorted(found)


def _others(document: Document, first: int, last: int) -> bool:
    """Say whether another company is named."""
    return any(m.kind in _OTHERS and first <= m.first < last for m in document.mentions)


def _near_employer(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the organisation stands in the sentence, or in one beside it that it carries on."""
    if _others(document, sentence.first, hit.first):
        return False
    if _employers(document, sentence.first, sentence.last):
        return True
    number = document.sentence_of[sentence.first]
    for before in reversed(document.sentences[max(0, number - 2) : number]):
        if _others(document, before.first, before.last):
            return False
        if _employers(document, before.first, before.last):
            return True
    short = sentence.last - sentence.first <= _EXCLAIMED
    following = document.sentences[number + 1 : number + 2]
    return short and any(_employers(document, s.first, s.last) for s in following)


def _said_of_employer(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether a noun of scorn is what the organisation is called."""
    if _others(document, sentence.first, hit.first):
        return False
    verb = _verb_before(document, sentence, hit)
    if verb is not None:
        return _is_subject(document, sentence, verb)
    if _after_colon(document, sentence, hit) or _called(document, sentence, hit):
        return True
    opening = document.words[sentence.first]
    exclaimed = (
        opening in _EXCLAMATION and sentence.last - sentence.first <= _EXCLAIMED and hit.first - sentence.first <= 4
    )
    return exclaimed and not _placed(document, sentence) and _near_employer(document, sentence, hit)


def _verb_before(document: Document, sentence: Sentence, hit: Hit) -> int | None:
    """Return the verb of being that the noun belongs to."""
    for at in range(hit.first - 1, max(sentence.first - 1, hit.first - _PREDICATE), -1):
        if document.words[at] in _BEING:
            return at
        if any(sign in ",;:–—" for sign in document.between(at + 1)):
            return None
    return None


def _is_subject(document: Document, sentence: Sentence, verb: int) -> bool:
    """Say whether the organisation is the subject of a verb, or what its pronoun takes up."""
    for first, last in _employers(document, sentence.first, verb):
        head = first == sentence.first or document.words[first - 1] not in _PREPOSITIONS
        if head and verb - last <= 4:
            return True
    for first, _ in _employers(document, verb + 1, min(sentence.last, verb + 3)):
        if first == verb + 1:
            return True
    subject = document.words[max(sentence.first, verb - 2) : verb + 1]
    if not _TAKES_UP & set(subject):
        return False
    number = document.sentence_of[verb]
    before = document.sentences[max(0, number - 1) : number]
    return any(_employers(document, s.first, s.last) and not _others(document, s.first, s.last) for s in before)


def _after_colon(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the noun follows the name and a colon or a dash: "Kobberdal: a circus"."""
    for _, last in _employers(document, sentence.first, hit.first):
        if (
            last < len(document.words)
            and document.between(last).strip()[:1] in (":", "–", "—")
            and hit.first - last <= 6
        ):
            return True
    return False


def _called(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the noun is given to the organisation: "this circus called …", "run by clowns"."""
    named = document.any("scorn-naming", hit.last, min(sentence.last, hit.last + 5))
    named = named or document.any("scorn-naming", max(sentence.first, hit.first - 3), hit.first)
    led = document.any("scorn-frame", max(sentence.first, hit.first - 6), hit.first)
    if led and _near_employer(document, sentence, hit):
        return True
    return (named or led) and bool(_employers(document, sentence.first, sentence.last))


def _placed(document: Document, sentence: Sentence) -> bool:
    """Say whether the exclamation is about an occasion: "what a party at …"."""
    return document.any("mirth", sentence.first, sentence.last)


def _weighed(document: Document) -> Sign | None:
    """Return the sign that weighs most where all that is said of the organisation is scorn, whatever the wording."""
    if not any(family in document.hits for family in _GATE):
        return None
    if any(family in document.hits for family in ("work-facts", "mirth", "fair-play")):
        return None
    for target in _targets(document):
        sign = scorned(document, target, _MANNER)
        if sign is not None:
            return sign
    return None


def _targets(document: Document) -> Iterator[Target | Mention]:
    """Yield where the organisation and its management stand as themselves, one for a sentence where no other
    company is named."""
    told: set[int] = set()
    named = [m for m in document.mentions if _is_itself(document, m)]
    targets: list[Target | Mention] = [*named]
    targets += [Target(hit.first, hit.last) for hit in document.hits.get("own-employer", ())]
    targets += [Target(hit.first, hit.first + 1) for hit in document.hits.get("own-leaders", ())]
    for target in sorted(targets, key=lambda target: target.first):
        number = document.sentence_of[target.first]
        sentence = document.sentences[number]
        if number not in told and not _others(document, sentence.first, sentence.last):
            told.add(number)
            yield target


def _is_itself(document: Document, mention: Mention) -> bool:
    """Say whether a mention stands for the organisation, or for its management ("Fjordens ledelse")."""
    if mention.kind != "organisation" or mention.form == "compound":
        return False
    led = bool(_LEADERS & set(document.words[mention.last : mention.last + 1]))
    return mention.form != "genitive" or led
