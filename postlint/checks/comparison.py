"""``comparison``: being better, cheaper or the only one, said in trade and without a source.

Compared is with a competitor, or with all others; a superlative compares with all. Progress of one's own,
a wish, a taste and praise of people compare with nobody.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.checks.by_weight import heaviest
from postlint.checks.quotation import is_name
from postlint.draft import Match
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_REACH = 6
_THAN = frozenset("end than som as".split())
_WE = frozenset("vi vores vore os we our ours us we're we've min mit mine my".split())
_TRADERS = ("official", "vendor")
_PLURAL = frozenset("vi vores vore os we our ours us we're we've".split())
_RIVALS = ("competitor", "competitor-product")
_OURS = ("organisation", "product")


class Claim(NamedTuple):
    """Tokens ``first`` to ``last`` (half open) that compare with ``other``."""

    first: int
    last: int
    other: str


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match a text, on the first comparison without a source."""
    if draft.role not in _TRADERS and not draft.post.author.employee:
        return
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        for sentence in document.sentences:
            claim = _claim(draft, document, sentence)
            if claim is not None and not _excused(document, claim, sentence):
                reason = "" if claim.other else "superlative"
                facts = {"other": claim.other} if claim.other else {}
                yield Match(document.field, document, *span(document, claim.first, claim.last), reason, facts)
                break
        else:
            yield from _outweighed(draft, document, rule)


def _outweighed(draft: Draft, document: Document, rule: Rule) -> Iterator[Match]:
    """Yield the words that weigh most as a comparison, where nothing excuses them."""
    place = heaviest(document, rule.id)
    if place is None:
        return
    rival = next((mention.who for mention in document.mentions if mention.kind in _RIVALS), "")
    sentence = document.sentence_at(place[0])
    in_trade = bool(rival) or _in_trade(draft, document, sentence)
    if in_trade and not _excused(document, Claim(*place, rival), sentence):
        facts = {"other": rival} if rival else {}
        reason = "" if rival else "superlative"
        yield Match(document.field, document, *span(document, *place), reason, facts, by_weight=True)


def _claim(draft: Draft, document: Document, sentence: Sentence) -> Claim | None:
    """Return the first comparison in a sentence."""
    rivals = [m for m in document.mentions_in(sentence.first, sentence.last) if m.kind in _RIVALS]
    for rival in rivals:
        claim = _against(document, sentence, rival)
        if claim is not None:
            return claim
    if not rivals and (claim := _carried_on(document, sentence)) is not None:
        return claim
    if not _in_trade(draft, document, sentence):
        return None
    found = _against_all(document, sentence) or _superlative(draft, document, sentence)
    if found is None and draft.role in _TRADERS:
        found = _slogan(document, sentence) or _nobody_does(document, sentence) or _boast(document, sentence)
    return found


def _against(document: Document, sentence: Sentence, rival: Mention) -> Claim | None:
    """Return a comparison with a competitor."""
    first, last = sentence.first, sentence.last
    for hit in document.within(("compared-with",), max(first, rival.first - 3), rival.first):
        if hit.last >= rival.first - 1 and _says_more(document, rival.last, last, first, hit.first):
            return Claim(hit.first, rival.last, rival.who)
    for hit in document.within(("surpass",), first, last):
        if -4 <= rival.first - hit.last <= 3 and not _surpasses_us(document, rival, hit.first):
            return Claim(hit.first, hit.last, rival.who)
    for hit in document.within(("cannot-match",), rival.last, last):
        if {"os", "us", "vi", "we"} & set(document.words[hit.first : min(last, hit.last + 2)]):
            return Claim(hit.first, hit.last, rival.who)
    if (
        document.words[first] in ("hvor", "where", "mens", "while")
        and rival.first - first <= 2
        and _contrasts(document, rival, last)
    ):
        return Claim(first, rival.last, rival.who)
    for hit in document.within(("switch-gain",), first, last):
        return Claim(hit.first, hit.last, rival.who)
    return (
        _set_against(document, sentence, rival)
        or _graded(document, sentence, rival)
        or _share_of(document, sentence, rival)
    )


def _set_against(document: Document, sentence: Sentence, rival: Mention) -> Claim | None:
    """Return "so-and-so takes an hour, ours takes ten minutes": a clause each, with a number in one of them."""
    words = document.words[sentence.first : sentence.last]
    if rival.first - sentence.first > 1 or not any(word in _NUMBERS or word.isdigit() for word in words):
        return None
    for at in range(rival.last + 2, sentence.last - 1):
        own = document.words[at] in _OWN_ONES or document.words[at : at + 2] == ["hos", "os"]
        if own and "," in document.between(at):
            return Claim(rival.first, at + 1, rival.who)
    return None


def _carried_on(document: Document, sentence: Sentence) -> Claim | None:
    """Return "we get you there faster" soon after a sentence on a competitor: a comparison that names no other."""
    number = document.sentence_of[sentence.first] if sentence.first < sentence.last else 0
    if not number or document.words[sentence.first] not in _WE:
        return None
    before = document.sentences[max(0, number - 2)].first
    rival = next((m for m in document.mentions_in(before, sentence.first) if m.kind in _RIVALS), None)
    if rival is None or _THAN & set(document.words[sentence.first : sentence.last]):
        return None
    for hit in document.within(("quality-comparative",), sentence.first, sentence.last):
        if document.words[hit.first].endswith(("er", "ere", "better", "bedre")):
            return Claim(hit.first, hit.last, rival.who)
    return None


def _share_of(document: Document, sentence: Sentence, rival: Mention) -> Claim | None:
    """Return "half the price of so-and-so": a share or a multiple of what a competitor has."""
    for of in range(max(sentence.first + 1, rival.first - 3), rival.first):
        if document.words[of] in _OF:
            for at in range(max(sentence.first, of - 4), of):
                if document.words[at] in _SHARES and document.any("wares", at, of):
                    return Claim(at, rival.last, rival.who)
    return None


def _contrasts(document: Document, rival: Mention, last: int) -> bool:
    """Say whether "we" do something else after the comma: "where so-and-so …, we …"."""
    for at in range(rival.last + 1, last):
        if "," in document.between(at):
            return bool(_WE & set(document.words[at : at + 3]))
    return False


def _says_more(document: Document, after: int, last: int, first: int, before: int) -> bool:
    """Say whether something is claimed beside "unlike so-and-so"."""
    return last - after >= 2 or before - first >= 3


def _surpasses_us(document: Document, rival: Mention, verb: int) -> bool:
    """Say whether it is the competitor who wins; "they can't keep up" is a loss."""
    return rival.last <= verb and not document.any("cannot-match", verb, verb + 4)


def _graded(document: Document, sentence: Sentence, rival: Mention) -> Claim | None:
    """Return "cheaper than so-and-so", or "so-and-so is dearer than us"."""
    for than in range(sentence.first, sentence.last):
        if document.words[than] not in _THAN:
            continue
        grade = _grade(document, sentence, than)
        if grade is None:
            continue
        if 0 < rival.first - than <= _REACH:
            return Claim(grade, than + 1, rival.who)
        ours = bool(_WE & set(document.words[than + 1 : than + 4])) or any(
            m.kind in _OURS and 0 < m.first - than <= 3 for m in document.mentions
        )
        if (
            ours
            and rival.last <= grade
            and (document.any("worse", grade, than) or document.any("multiple", grade, than))
        ):
            return Claim(grade, than + 1, rival.who)
    return None


def _grade(document: Document, sentence: Sentence, than: int) -> int | None:
    """Return where the comparative stands that "than" belongs to, or ``None``."""
    floor = max(sentence.first, than - _REACH)
    if document.words[than] in ("som", "as"):
        families: Sequence[str] = ("multiple",)
    else:
        families = ("quality-comparative", "comparative", "multiple")
    for hit in document.within(families, floor, than):
        if hit.family == "multiple" or not document.words[hit.first].endswith(("est", "este", "st", "ste")):
            return hit.first
    return None


def _against_all(document: Document, sentence: Sentence) -> Claim | None:
    """Return a comparison with all others: "faster than the rest", "no other app …", "unlike everybody else"."""
    first, last = sentence.first, sentence.last
    for than in range(first, last):
        if document.words[than] in _THAN and _all_others(document, than + 1, min(last, than + 6)):
            grade = _grade(document, sentence, than)
            if grade is not None:
                return Claim(grade, than + 1, "")
    for hit in document.within(("nobody-else",), first, last):
        return Claim(hit.first, hit.last, "")
    for hit in document.within(("compared-with",), first, last):
        if _all_others(document, hit.last, min(last, hit.last + 4)):
            return Claim(hit.first, hit.last, "")
    for hit in document.within(("surpass",), first, last):
        if _all_others(document, hit.last, min(last, hit.last + 4)):
            return Claim(hit.first, hit.last, "")
    return _none_better(document, sentence)


def _slogan(document: Document, sentence: Sentence) -> Claim | None:
    """Return "Fastest across. Cheapest by car.": short lines without a verb that begin with a superlative, two at
    least."""
    lines = [
        hit
        for line in document.sentences
        for hit in document.within(("superlative",), line.first, min(line.last, line.first + 1))
        if line.last - line.first <= _LINE and document.words[hit.first].endswith(("st", "est"))
    ]
    mine = next((hit for hit in lines if sentence.first <= hit.first < sentence.last), None)
    return Claim(mine.first, mine.last, "") if mine is not None and len(lines) > 1 else None


def _boast(document: Document, sentence: Sentence) -> Claim | None:
    """Return "the cheapest in Denmark": a short line that begins with a superlative and names a market."""
    for hit in document.within(("superlative",), sentence.first, min(sentence.last, sentence.first + 2)):
        short = sentence.last - sentence.first <= _LINE
        praised = document.any("not-wares", hit.last, sentence.last)
        if short and not praised and document.any("market-scope", hit.last, sentence.last):
            return Claim(hit.first, hit.last, "")
    return None


def _nobody_does(document: Document, sentence: Sentence) -> Claim | None:
    """Return "no ferry in the country is quicker", "nobody looks after it better"."""
    words = document.words
    for at in range(sentence.first, sentence.last - 2):
        if words[at] not in _NOBODY or (at > sentence.first and words[at - 1] not in ("and", "og")):
            continue
        for hit in document.within(("quality-comparative",), at + 2, min(sentence.last, at + 14)):
            if words[hit.first].endswith(("er", "ere", "bedre")) and not _THAN & set(words[hit.last : hit.last + 1]):
                return Claim(at, hit.last, "")
    return None


def _all_others(document: Document, first: int, last: int) -> bool:
    """Say whether the others are meant; *andre* before a noun is only "other"."""
    for hit in document.within(("all-others",), first, last):
        alone = hit.last - hit.first > 1 or document.words[hit.first] != "andre"
        if alone or hit.last >= len(document.words) or document.between(hit.last) != " ":
            return True
    return False


def _none_better(document: Document, sentence: Sentence) -> Claim | None:
    """Return "there is no … easier than ours"."""
    words = document.words
    for hit in document.within(("none-such",), sentence.first, sentence.last):
        for than in range(hit.last, sentence.last):
            ours = _WE & set(words[than + 1 : than + 4])
            if words[than] in ("end", "than") and ours and _grade(document, sentence, than) is not None:
                return Claim(hit.first, hit.last, "")
    return None


def _superlative(draft: Draft, document: Document, sentence: Sentence) -> Claim | None:
    """Return a superlative with the market, the country or the world beside it."""
    first, last = sentence.first, sentence.last
    for hit in document.within(("leading",), first, last):
        if document.any("not-wares", hit.last, min(last, hit.last + 3)):
            continue
        if draft.role in _TRADERS or _of_wares(document, hit.last, last) or _ours(document, sentence):
            return Claim(hit.first, hit.last, "")
    for hit in document.within(("superlative",), first, last):
        if not _scoped(document, sentence, hit.first, hit.last) or document.any(
            "not-wares", hit.last, min(last, hit.last + 3)
        ):
            continue
        own = draft.role in _TRADERS and bool(_PLURAL & set(document.words[first:last]))
        if own or _of_wares(document, hit.last, last) or _ours(document, sentence):
            return Claim(hit.first, hit.last, "")
    for owner in document.within(("market-owner",), first, last):
        word = document.words[owner.last] if owner.last + 1 < last else ""
        if document.words[max(first, owner.first - 2) : owner.first] in _AMONG and not _ours(document, sentence):
            continue  # "en af landets dybeste søer" compares no wares
        best = word.endswith(_MOST) and not word.startswith(_ILL) and word not in _NOT_MOST
        if best and not document.any("not-wares", owner.last, owner.last + 3):
            return Claim(owner.first, owner.last + 1, "")
    return None


_AMONG = (["en", "af"], ["et", "af"], ["one", "of"])
_ILL = ("dyr", "vaer", "daarlig", "grim", "langsom", "ringe", "farlig", "kedelig", "mindst")


def _of_wares(document: Document, first: int, last: int) -> bool:
    return document.any("wares", first, min(last, first + 4))


def _ours(document: Document, sentence: Sentence) -> bool:
    return any(m.kind in _OURS for m in document.mentions_in(sentence.first, sentence.last))


def _scoped(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a market is named: "Denmark's best", "the cheapest on the market"."""
    if document.any("market-owner", max(sentence.first, first - 3), first):
        return True
    if document.any("market-scope", last, min(sentence.last, last + _REACH)):
        return True
    before = first - 1
    if before < sentence.first or (before and document.words[before] in ("den", "det", "de", "the")):
        return False
    place = document.words[before]
    return (
        place.endswith("s")
        and is_name(document, before)
        and not any(m.first <= before < m.last for m in document.mentions)
    )


def _in_trade(draft: Draft, document: Document, sentence: Sentence) -> bool:
    """Say whether the sentence speaks for wares: the organisation's or the author's own, or none but wares."""
    words = document.words[sentence.first : sentence.last]
    if document.any("not-trade", sentence.first, sentence.last):
        return False
    if draft.role in _TRADERS or _ours(document, sentence):
        return True
    if _WE & set(words):
        return document.any("wares", sentence.first, sentence.last)
    return len(words) <= _SLOGAN and not _PERSONS & set(words)


_OWN_ONES = frozenset("ours vores vore vi we".split())
_NUMBERS = frozenset(
    "en et to tre fire fem seks ti hundrede en time timer minutter dage uger an one two three four five ten twenty "
    "hour hours minutes days weeks half".split()
)
_LINE = 6  # words of a line without a verb
_NOBODY = frozenset("no nobody none ingen intet".split())
_OF = frozenset("of af".split())
_SHARES = frozenset("half third quarter twice double triple halvdelen tredjedel fjerdedel dobbelt halve".split())
# The ending of a superlative, whatever the adjective, right after whose market it is; and what only ends so.
_MOST = ("este", "est")
_NOT_MOST = frozenset("naeste seneste fleste nyeste rest test interest guest forest west quest protest latest".split())
_SLOGAN = 9  # words of a line that praises without saying who speaks
_PERSONS = frozenset("jeg i i'm i've han hun he she they du you det it min mit mine my this that den dette".split())


def _excused(document: Document, claim: Claim, sentence: Sentence) -> bool:
    """Say whether the comparison has a source, is a wish or a taste, is somebody else's, or denied."""
    first, last = claim.first, claim.last
    if in_others_words(document, first) or is_conditional(document, first) or is_rejected(document, first):
        return True
    if "?" in document.prose[max(sentence.start, sentence.end - 3) : sentence.end]:
        return True
    negative = any(document.any(f, first, last) for f in ("nobody-else", "none-such", "cannot-match"))
    if not negative and is_negated(document, first, last):
        return True
    if document.any("own-progress", first, min(sentence.last, last + 4)):
        return True
    if any(document.any(family, sentence.first, sentence.last) for family in ("aspiration", "taste")):
        return True
    return _documented(document, sentence)


def _documented(document: Document, sentence: Sentence) -> bool:
    """Say whether a source stands in the sentence or in one beside it."""
    number = document.sentences.index(sentence)
    if any(sp.kind in ("url", "domain") and sentence.start <= sp.start <= sentence.end for sp in document.specials):
        return True
    return any(
        document.any("named-source", near.first, near.last) or document.any("source-frame", near.first, near.last)
        for near in document.sentences[max(0, number - 1) : number + 3]
    )
