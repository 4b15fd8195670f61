"""``group-hostility``: a protected group in general meets a hostile trait, habit, inability, or demand to be gone.

Words for groups are never reported by themselves, however they are used; slurs are, unless they are quoted or
condemned. A generalisation counts in one thought: the group's clause, what follows in its sentence, or a next
sentence that goes on about "them". Statistics with a source, demands for rights, the author's own group, and
what is denied or rejected are left alone.
"""

from __future__ import annotations

from postlint.checks.assertion import is_negated_before
from postlint.checks.by_weight import by_weight
from postlint.checks.use import imagined, used
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_REACH = 9  # words from the group to what is said of it
_CARRY = 2  # sentences after the group that may go on about them
_PREDICATES = (
    "group-trait", "group-act", "group-unable", "group-out", "insult", "insult-adjective", "incompetence",
)  # fmt: skip
_TRAITS = frozenset(("group-trait", "insult", "insult-adjective", "incompetence"))
_SAID_OF = frozenset(
    "accused called considered seen kaldt anklaget anklages beskyldt beskyldes opfattes kaldes regnes feel feels "
    "foeler".split()
)
_COPULA = frozenset("er var bliver blev are is were was become aren't ain't being be all alle they're de de're".split())
_THEM = frozenset("de dem deres they they're them their theirs they'll these those disse".split())
_OWN = frozenset("vi os we us our vores as som jeg i my mine".split())
_SOME = frozenset(
    "to tre fire fem seks syv otte ni ti nogle enkelte flere vores mine two three four five six our my some "
    "several few these both both many mange antal handful group these".split()
)
_ABOVE = frozenset("over under above past ovre".split())
_NOBODY = frozenset("nobody ingen anyone anybody folk people everyone alle dem one those".split())
_AGED = frozenset("should shouldn't must can't cannot belongs burde boer skal maa kan are er let".split())
_TENS = ("fyrre", "halvtreds", "tres", "halvfjerds", "forty", "fifty", "sixty", "seventy", "thirty", "tredive")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a sentence."""
    for document in draft.documents:
        told: set[int] = set()
        for first, last in _hostile(document):
            sentence = document.sentence_of[first]
            if sentence in told or not used(document, first, last) or imagined(document, first):
                continue
            told.add(sentence)
            yield Match(document.field, document, document.starts[first], document.ends[last - 1])
        if not told:
            yield from by_weight(document, rule)


def _hostile(document: Document) -> Iterator[tuple[int, int]]:
    for hit in document.hits.get("slur", ()):
        if not is_negated_before(document, hit.first):
            yield hit.first, hit.last
    for hit in document.hits.get("group-phrase", ()):
        if not is_negated_before(document, hit.first) and not _home(document, hit):
            yield hit.first, hit.last
    for group in document.hits.get("group", ()):
        place = _predicate(document, group)
        if place is not None:
            yield place
    for one in document.hits.get("group-single", ()):
        place = _generic(document, one)
        if place is not None:
            yield place
    yield from _jokes(document)
    yield from _ages(document)


def _generic(document: Document, one: Hit) -> tuple[int, int] | None:
    """Return what is said against one who stands for all ("a … can't be trusted"): inability, or being kept out;
    what one in particular did is told in other words."""
    sentence = document.sentence_at(one.first)
    if _fair(document, sentence) or document.words[one.last - 1] in ("mand", "man"):
        return None
    for hit in document.within(("group-before",), max(sentence.first, one.first - 6), one.last):
        if hit.last in (one.first, one.first + 1) and hit.last - hit.first > 1:
            return hit.first, one.last
    for hit in document.within(("group-unable", "group-out"), one.last, min(sentence.last, one.last + 6)):
        between = document.words[one.last : hit.first]
        if len(between) > 2 or _OWN & set(between) or _is_granted(document, hit):
            continue
        if hit.family == "group-out" or _unable(document, one, hit):
            return one.first, hit.last
    return None


def _is_granted(document: Document, hit: Hit) -> bool:
    """Say whether a group is said to be able to, or let to, do something: "can vote", "kan være med"."""
    said = set(document.words[hit.first : hit.last])
    sent_off = {"stay", "keep", "leave", "go", "get", "blive", "holde", "rejse"}
    return hit.family == "group-out" and bool({"can", "could", "kan"} & said) and not said & (_REFUSED | sent_off)


_REFUSED = frozenset("not never ikke aldrig cannot can't no".split())


def _jokes(document: Document) -> Iterator[tuple[int, int]]:
    """Yield jokes at a group's cost: "how many … does it take", "what do you call a …"."""
    for hit in document.hits.get("group-joke", ()):
        sentence = document.sentence_at(hit.first)
        if hit.first - sentence.first > 4:
            continue
        for family in ("group", "group-single"):
            for group in document.within((family,), hit.last, min(sentence.last, hit.last + 5)):
                if group.first - hit.last <= 2 and _is_joke(document, group, sentence):
                    yield hit.first, group.last


def _is_joke(document: Document, group: Hit, sentence: Sentence) -> bool:
    if _fair(document, sentence):
        return False
    others = any(document.any(family, group.last, sentence.last) for family in ("group", "group-single"))
    return not others and document.any("joke-turn", group.last, sentence.last)


def _home(document: Document, hit: Hit) -> bool:
    """Say whether a phrase about going back is no command to somebody: "I want to go back to where you came from"."""
    words = document.words
    if words[hit.first] not in ("hvor", "where", "hjem", "tilbage", "back"):
        return False
    before = words[max(0, hit.first - 4) : hit.first]
    return not {"go", "back", "rejs", "skrid", "tag", "smut", "pis", "return", "fly", "send", "sendes", "home"} & set(
        before
    )


def _predicate(document: Document, group: Hit) -> tuple[int, int] | None:
    """Return what is said against a group in general, or ``None``."""
    sentence = document.sentence_at(group.first)
    if _particular(document, group, sentence) or _fair(document, sentence):
        return None
    for hit in document.within(_PREDICATES, group.last, min(sentence.last, group.last + _REACH + 4)):
        if _meets(document, group, hit):
            return group.first, hit.last
    for hit in document.within(("group-before",), max(sentence.first, group.first - 6), group.last):
        if hit.last in (group.first, group.first + 1, group.first - 1):
            return hit.first, group.last
    return _carried(document, group, sentence)


def _particular(document: Document, group: Hit, sentence: Sentence) -> bool:
    """Say whether some in particular are meant, or the author's own: "to stolte …", "vi kvinder"."""
    words = document.words
    before = words[max(sentence.first, group.first - 2) : group.first]
    if before and (before[-1] in _SOME or before[-1] in _OWN or (len(before) > 1 and before[0] in _SOME)):
        return True
    if before and before[-1].isdigit():
        return True
    following = words[group.last] if group.last < sentence.last else ""
    return words[group.last - 1] in ("mand", "man") or (following in ("og", "and") and before[-1:] in (["min"], ["my"]))


def _fair(document: Document, sentence: Sentence) -> bool:
    return document.any("group-fair", sentence.first, sentence.last)


def _meets(document: Document, group: Hit, hit: Hit) -> bool:
    """Say whether a predicate is said of the group that stands before it."""
    words = document.words
    between = words[group.last : hit.first]
    breaks = sum(any(c in ",;:–—(" for c in document.between(t)) for t in range(group.last, hit.first + 1))
    resumed = bool(_THEM & set(between))
    if hit.first < group.last or (len(between) > _REACH) or breaks > 2 or (breaks and not resumed and len(between) > 4):
        return False
    if hit.family != "group-unable" and is_negated_before(document, hit.first, group.last):
        return False
    if _is_granted(document, hit):
        return False
    english = document.sentence_at(group.first).lang == "en"
    if ({"i", "we", "us"} if english else {"jeg", "vi", "os"}) & set(between):
        return False
    if _SAID_OF & set(between):
        return False
    if hit.family in _TRAITS:
        return _is_said(document, between, breaks)
    if hit.family == "group-unable":
        return len(between) <= 5 and _unable(document, group, hit)
    return len(between) <= 6 or resumed


def _is_said(document: Document, between: list[str], breaks: int) -> bool:
    """Say whether a trait is predicated: by a verb of being, or thrown after the group behind a comma."""
    return bool(_COPULA & set(between)) or (breaks == 1 and len(between) <= 2) or (not between and False)


_ABLE = frozenset("just simply jo bare simpelthen altsaa obviously clearly really".split())
_SENSES = frozenset(
    "blinde doeve deaf blind koerestolsbrugere disabled ordblinde dyslexics wheelchair handicappede hearing".split()
)
_HELD = frozenset(
    "faa get be afford adgang komme access vote stemme hear see se hoere laese read walk gaa reach naa find "
    "breathe bruge use leave vente wait betale pay sove sleep own eje vaelge choose expect".split()
)


def _unable(document: Document, group: Hit, hit: Hit) -> bool:
    """Say whether inability is held against a group: not what keeps it out ("cannot get in", "kan ikke høre")."""
    members = set(document.words[group.first : group.last])
    sentence = document.sentence_at(group.first)
    said = set(document.words[hit.first : hit.last])
    following = set(document.words[hit.last : min(sentence.last, hit.last + 3)])
    if members & _SENSES or following & _HELD:
        return False
    bare = hit.last - hit.first <= 3 and {"kan", "can't", "cannot", "don't", "won't", "aren't", "shouldn't"} & said
    return not bare or bool(said & _ABLE) or bool(document.words[hit.last - 1] not in ("ikke", "aldrig"))


def _carried(document: Document, group: Hit, sentence: Sentence) -> tuple[int, int] | None:
    """Return what the next sentences say against "them", where they are still about the group."""
    number = document.sentence_of[group.first]
    for following in document.sentences[number + 1 : number + 1 + _CARRY]:
        words = document.words[following.first : following.last]
        if _fair(document, following) or document.any("condemnation", following.first, following.last):
            return None
        if not _THEM & set(words) and not document.any("group", following.first, following.last):
            return None
        found = [
            hit
            for hit in document.within(_PREDICATES, following.first, following.last)
            if _THEM & set(document.words[max(following.first, hit.first - 6) : hit.last])
            and (
                hit.family not in _TRAITS
                or _COPULA & set(document.words[max(following.first, hit.first - 4) : hit.first + 3])
            )
            and (hit.family == "group-unable" or not is_negated_before(document, hit.first))
            and (hit.family != "group-unable" or hit.last - hit.first > 2)
        ]
        if found:
            return found[0].first, found[0].last
    return None


def _ages(document: Document) -> Iterator[tuple[int, int]]:
    """Yield demands that an age keep out: "nobody over fifty should …", "ingen over 50 bør …"."""
    words = document.words
    for token in range(1, len(words) - 2):
        if words[token] not in _ABOVE or words[token - 1] not in _NOBODY:
            continue
        age = words[token + 1]
        sentence = document.sentence_at(token)
        if not (age.isdigit() and 18 <= int(age[:3]) <= 99) and not age.startswith(_TENS):
            continue
        reach = words[token + 2 : min(sentence.last, token + 7)]
        hostile = any(document.within(_PREDICATES, token + 2, min(sentence.last, token + 12)))
        refused = (
            words[token - 1] in ("nobody", "ingen", "one")
            and bool(_AGED & set(reach))
            and bool({"be", "let", "should", "boer", "burde", "faa", "have", "lukkes", "ansaettes"} & set(reach))
        )
        if (hostile or refused) and not _fair(document, sentence):
            yield token - 1, min(sentence.last, token + 5)
