"""Scorn in any wording for people, or for a workplace, that a stretch of text is about.

The signs of ``stance`` are weighed by a table of their own, together with those that only people meet: wits that are
wanting, a likeness with a beast, a sigh, a mock honour. Weak signs never add up to scorn by themselves: at least
one of the manner's ``keys`` must stand there, in earnest and in the author's own words.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_conditional, is_negated, is_rejected
from postlint.checks.stance import COPULA, PLURAL, Sign, Target, run, signs, weigh
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention

# Families of the lexicon that speak against people as people.
PEOPLE = (
    "exasperation", "dim-idiom", "mock-contest", "ruin-place", "sorry-outfit", "humble-task", "low-creature", "wits",
    "ill-trait", "specimen", "never-seen", "sighed-tally", "to-the-core", "plain-likeness", "thinks-itself",
)  # fmt: skip
MOST = 2  # signs of one kind that count
_APART = 3  # words between wits and their want
_NEAR = 5  # words between a copula and a trait
_FRAGMENT = 9  # words of a sentence that only comments
_FONDLY = 5  # words after a likeness in which its thing stands
_VERDICT = 4  # words of one that only judges
_ROLLING = frozenset("🙄🤡💩🤦🙃🫠😒🥱😏🚮")
_CLAPPING = frozenset("👏🏆🥇🎉")
_LIKE = frozenset("som like than end er var are were".split())
# What may stand between the frame of a likeness and the beast; after "of" only of what beasts have.
_ARTICLES = frozenset("en et a an the of af nogle some flok bunke herd flock pack bunch bande".split())
_HAD = frozenset(
    "brain brains memory backbone spine span iq intelligence grace patience charm direction energy subtlety wit wits "
    "personality charisma vision manners sense hjerne rygrad hukommelse opmaerksomhedsspan taalmodighed manerer charme "
    "overblik retningssans empati fantasi humor situationsfornemmelse pli arbejdsmoral energi temperament selvindsigt "
    "doemmekraft ynde visioner".split()
)
_OTHERS = ("competitor", "competitor-product")
_HE = frozenset("han hun ham hende de dem deres he she him her they them their they're vedkommende".split())
_WE = frozenset("vi we we're we've we'd we'll os us".split())
# Kinds that a condition or a question does not weaken: the frame is the joke.
_FRAMED = frozenset(
    ("mock-contest", "humble-task", "simile", "likeness", "hyperbole", "exasperation", "dim-idiom", "creature",
     "plain-likeness")
)  # fmt: skip


# What somebody may have "of a thing" without a likeness.
_LENT = frozenset(
    "use choice run help support opportunity chance advantage benefit protection comfort view option backing right "
    "price name number cost help start end part member saint lion angel hero hawk pro patience".split()
)
_LIKENESSES = frozenset(("likeness", "plain-likeness", "creature", "of-a", "simile"))
_JUDGING = frozenset(("negative", "ridicule", "incompetence"))
_VERDICTS = frozenset(("specimen", "negative", "ridicule", "exasperation", "ill-trait", "sorry-outfit"))
_POINTS = frozenset("til at to for with fordi because".split())


class Manner(NamedTuple):
    """How scorn for a kind of target is weighed: what signs weigh, those of which at least one must be there, and
    how much is enough."""

    weights: Mapping[str, float]
    keys: frozenset[str]
    enough: float = 1.0


def scorned(document: Document, target: Mention | Target, manner: Manner) -> Sign | None:
    """Return the sign that weighs most, if what is said of the target is scorn."""
    found = [sign for sign in _all(document, target, _about(document, target)) if _counts(document, sign)]
    keys = [sign for sign in found if sign.kind in manner.keys]
    if not keys or round(weigh(found, manner.weights, MOST), 2) < manner.enough:
        return None
    best = max(keys, key=lambda sign: (manner.weights.get(sign.kind, 0.0), sign.last - sign.first))
    return None if is_rejected(document, best.first) else best


def _about(document: Document, target: Mention | Target) -> list[Sentence]:
    """Return the sentences that go on about the target, and a sigh that follows within two of them."""
    home = document.sentence_at(target.first)
    about = [s for s in run(document, target) if s == home or _of_target(document, s)]
    number = document.sentence_of[target.first]
    for sentence in document.sentences[number + 1 : number + 3]:
        if sentence not in about and document.any("exasperation", sentence.first, sentence.last):
            about.append(sentence)
    return about


def _of_target(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence beside the target's goes on about the same people: by a pronoun, or as a comment that
    is too short for a subject of its own."""
    words = document.words[sentence.first : sentence.last]
    if any(document.mentions_in(sentence.first, sentence.last)):
        return False
    if _WE & set(words[:3]):
        return False
    sighs = document.any("exasperation", sentence.first, sentence.last)
    return bool(_HE & set(words)) or len(words) <= _FRAGMENT or sighs


def _all(document: Document, target: Mention | Target, about: Sequence[Sentence]) -> Iterator[Sign]:
    for sign in signs(document, target, about, PEOPLE):
        yield from _read(document, target, sign)
    for sentence in about:
        yield from _drawn(document, sentence)
        if _of_a(document, sentence, target):
            yield Sign("of-a", target.first, target.last)
        if any(document.within(("service-care", "own-blame"), sentence.first, sentence.last)):
            yield Sign("care", sentence.first, sentence.last)
        if _we_did(document, target, sentence):
            yield Sign("we", sentence.first, sentence.last)


def _read(document: Document, target: Mention | Target, sign: Sign) -> Iterator[Sign]:
    """Yield a sign as what it is here: wits only where they are wanting, a beast only in a likeness."""
    if sign.kind == "wits":
        if _wanting(document, sign):
            yield Sign("witless", sign.first, sign.last)
    elif sign.kind == "low-creature":
        if _likened(document, sign.first):
            yield Sign("creature", sign.first, sign.last)
    else:
        yield sign
        if sign.kind == "ill-trait" and _called(document, target, sign):
            yield Sign("called", sign.first, sign.last)
        elif sign.kind in _JUDGING and _called(document, target, sign):
            yield Sign("to-a-point" if _has_point(document, sign) else "judged", sign.first, sign.last)
        if sign.kind in _VERDICTS and _is_verdict(document, target, sign):
            yield Sign("verdict", sign.first, sign.last)


def _of_a(document: Document, sentence: Sentence, target: Mention | Target) -> bool:
    """Say whether the target has "the work ethic of a wet towel", "rygrad som en vingummi"."""
    words = document.words
    if not document.any("of-a-frame", target.last, sentence.last):
        return False
    for at in range(target.last, min(sentence.last - 3, target.last + 4)):
        if words[at] in ("have", "has", "had", "with") and words[at + 1] in ("the", "all"):
            following = words[at + 2 : min(sentence.last, at + 7)]
            if "of" in following and not _LENT & set(following):
                return True
        if words[at] in ("har", "havde") and words[at + 2] == "som" and words[at + 1] in _HAD:
            return True
    return False


def _has_point(document: Document, sign: Sign) -> bool:
    """Say whether what is bad is told too: "hopeless at listening", "elendig til at lytte"."""
    return bool(_POINTS & set(document.words[sign.last : sign.last + 1]))


def _is_verdict(document: Document, target: Mention | Target, sign: Sign) -> bool:
    """Say whether the words stand by themselves: "Pathetic."."""
    sentence = document.sentence_at(sign.first)
    home = sentence.first <= target.first < sentence.last
    return not home and sentence.last - sentence.first <= _VERDICT


def _wanting(document: Document, sign: Sign) -> bool:
    """Say whether wits are said to be missing or small, and that is not denied."""
    sentence = document.sentence_at(sign.first)
    first, last = max(sentence.first, sign.first - 6), min(sentence.last, sign.last + 6)
    for hit in document.within(("wanting",), first, last):
        if sign.first - hit.last <= _APART and hit.first - sign.last <= _APART:
            taken_back = any(True for _ in document.within(("negator",), hit.last, sign.first))
            return not taken_back and not is_negated(document, hit.first, hit.last)
    return False


def _likened(document: Document, token: int) -> bool:
    """Say whether a word is what something is likened to: "som en …", "like a herd of …"."""
    floor = document.sentence_at(token).first
    if document.any("at-play", floor, document.sentence_at(token).last):
        return False
    if document.any("simile", max(floor, token - 10), token) or document.any("likeness", max(floor, token - 10), token):
        return True
    for at in range(token - 1, max(floor, token - 5) - 1, -1):
        if document.words[at] in _LIKE or ":" in document.between(at + 1):
            return not is_negated(document, token, token + 1)
        if document.words[at] in ("of", "af") and _HAD & set(document.words[max(floor, at - 2) : at]):
            return True
        if "," in document.between(at + 1) or (document.words[at] not in _ARTICLES and at < token - 1):
            return False
    return False


def _called(document: Document, target: Mention | Target, sign: Sign) -> bool:
    """Say whether a trait is said of the target: right before it, or after a verb of being or a colon."""
    if 0 <= target.first - sign.last <= 1:
        return True
    if sign.first < target.last:
        return False
    between = document.words[target.last : sign.first]
    colon = any(c in document.between(at) for at in range(target.last, sign.first + 1) for c in ":–—")
    return colon or (len(between) <= _NEAR + 3 and bool((COPULA | PLURAL) & set(between[-_NEAR:])))


def _drawn(document: Document, sentence: Sentence) -> Iterator[Sign]:
    """Yield what pictures say: rolled eyes, or applause."""
    text = document.text[sentence.start : sentence.end + 3]
    if any(sign in _ROLLING for sign in text):
        yield Sign("eye-roll", sentence.last - 1, sentence.last)
    if any(sign in _CLAPPING for sign in text):
        yield Sign("applause", sentence.last - 1, sentence.last)


def _we_did(document: Document, target: Mention | Target, sentence: Sentence) -> bool:
    """Say whether the sentence tells what we did or failed to do, which is self-criticism."""
    return any(
        document.words[at] in _WE
        for at in range(sentence.first, sentence.last)
        if not target.first - 1 <= at < target.last
    )


def _counts(document: Document, sign: Sign) -> bool:
    """Say whether a sign is stated in earnest, in the author's own words."""
    if in_others_words(document, sign.first):
        return False
    if sign.kind in _LIKENESSES and document.any("fond-likeness", sign.first, sign.last + _FONDLY):
        return False
    if sign.kind in _FRAMED:
        return True
    sentence = document.sentence_at(sign.first)
    asked = "?" in document.prose[sentence.start : sentence.end] and sign.kind not in ("mocking-emoji", "eye-roll")
    return not asked and not is_conditional(document, sign.first)


def is_own(document: Document, target: Target) -> bool:
    """Say whether those served are the author's own, as far as the words before them say."""
    before = document.within(("of-others",), target.first - 2, target.first)
    return not any(before) and not any(
        m.kind in _OTHERS and target.first - 2 <= m.first < target.last + 3 for m in document.mentions
    )
