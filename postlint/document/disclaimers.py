"""Whether a text says that it speaks for its writer alone, or not for the employer.

People put it in words of their own, so it is read from its parts in one sentence: whose words they are (*own*
beside an utterance), who speaks (the writer, by name or pronoun, with a verb of speaking), and for whom not
(a negation beside the employer). See section 4 of the rule's documentation for what is not enough: an opinion
marked as one, a disclosure of employment, somebody else's disclaimer, a denial.
"""

from __future__ import annotations

import re

from postlint.document.everyday import is_everyday
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.document.document import Document, Sentence

_OWN = frozenset("egne egen eget mine own private personal personlige privat".split())
_MY = frozenset("my mine min mit mine our".split())
_ME = frozenset("me mig i i'm jeg myself selv i've".split())
_THEIRS = frozenset("theirs they them their de dem deres andres andre anybody's anyone's".split())
_FOCUS = frozenset(
    "it's its this that's det her kun bare only just som as alene purely udelukkende strictly me mig".split()
)
_OBJECT = frozenset("me mig myself".split())
_ONLY = frozenset("only just kun bare alene udelukkende purely strictly solely simply merely blot".split())
_NOBODY = frozenset("nobody no ingen not ikke".split())
_ELSE = frozenset("else andre anden else's one noone andres".split())
_POSTING = frozenset("posting tweeting tweets poster tweeter represent repraesenterer".split())
_OTHERS = frozenset("sine deres their his her jeres your vores our".split())
# Words that may stand between a negation and the employer: "ikke på firmaets vegne", "not for the company".
_LINKS = frozenset(
    "som paa for fra til af hos den det der min mit mine vores the as of on my our a an from to at in by necessarily "
    "noedvendigvis noget nogen any one anybody anyone with behalf vegne those dem og and altsaa least mindst it is "
    "this er dette her".split()
)
# What stands right before the one who did something, or the place where it was done.
_AGENT = frozenset("by af fra from with the my min at hos i in".split())
_REACH = 6
_CAMEL = lazy(r"(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])")


def disclaims(document: Document, author: str = "", bio: bool = False) -> bool:
    """Say whether ``document`` holds a disclaimer; ``author`` is the writer's name, ``bio`` says that the text
    is a profile, which speaks of the writer anyway."""
    names = {fold(part) for part in re.findall(r"\w+", author) if len(part) > 2}
    if any(_says_so(document, sentence, names, bio) for sentence in document.sentences):
        return True
    return any(_tag_says_so(document, tag, names) for tag in document.words if tag[0] == "#" and len(tag) > 9)


def _says_so(document: Document, sentence: Sentence, names: set[str], bio: bool) -> bool:
    first, last = sentence.first, sentence.last
    if _quoted(document, sentence) or document.any("not-disclaimer", first, last) or _of_others(document, first, last):
        return False
    if any(not _blocked(document, hit.first) for hit in document.within(("disclaimer",), first, last)):
        return True
    if _own_utterance(document, first, last):
        return True
    if bio and _profile_speaks(document, first, last):
        return True
    if _writer_speaks(document, first, last, names) == 2:
        return True
    away = _not_employer(document, first, last, bio)
    if not away:
        return False
    parts = ("utterance", "voice", "capacity")
    spoken = any(document.any(part, first, last) for part in parts)
    if spoken or _writer_speaks(document, first, last, names) or _contrasted(document, first, away, names):
        return True
    return last - first <= 4 and _voiced_before(document, first)


def _of_others(document: Document, first: int, last: int) -> bool:
    """Say whether the sentence speaks of another firm: "ikke Svinghjuls holdning" is no disclaimer here."""
    ours = any(m.kind in ("organisation", "product") for m in document.mentions_in(first, last))
    return not ours and any("competitor" in m.kind for m in document.mentions_in(first, last))


def _profile_speaks(document: Document, first: int, last: int) -> bool:
    """Say whether a line of a profile tells how its posts are to be read; other lines tell of work and hobbies."""
    if document.any("utterance", first, last) or any(
        document.words[t] in ("mine", "me", "mig", "myself") for t in range(first, last)
    ):
        return True
    words = set(document.words[first:last])
    if words & _POSTING or (words & {"her", "here"} and document.any("voice", first, last)):
        return True
    denied = document.any("negator", first, last) or "0" in words
    return denied and any(document.any(part, first, last) for part in ("capacity", "voice", "employer-any"))


def _quoted(document: Document, sentence: Sentence) -> bool:
    quotation = document.quotation_at(sentence.first)
    return quotation is not None and quotation.end >= sentence.end - 2


def _blocked(document: Document, token: int) -> bool:
    """Say whether a disclaimer's words stand in a quotation, belong to somebody else, or are negated."""
    quotation = document.quotation_at(token)
    if quotation is not None:
        return True
    if token and any(m.last == token and m.form == "genitive" for m in document.mentions_in(token - 4, token)):
        return True
    return token > 0 and document.words[token - 1] in ("ikke", "not", "never", "aldrig", "ingen")


def _own_utterance(document: Document, first: int, last: int) -> bool:
    """Say whether an utterance is called the writer's own: "mine egne tanker", "bugs and typos all mine"."""
    words = document.words
    for hit in document.within(("utterance",), first, last):
        before = words[max(first, hit.first - 3) : hit.first]
        after = words[hit.last : min(last, hit.last + _REACH)]
        beside = words[hit.first - 1] if hit.first > first else ""
        if document.quotation_at(hit.first) is not None:
            continue
        own = "egne" in before or "own" in before or (beside in _OWN and last - first <= 8)
        own = own or _belongs(document, hit.last, last)
        if own and not _OTHERS & set(before) and not _foreign(document, hit.first, before):
            return _contrast_or_general(document, first, last, hit.first, before)
        if (
            "mine" in after
            or ("my" in after and "own" in after)
            or ("er" in after and ("min" in after or "mit" in after))
        ) and not {"ikke", "not", "no"} & set(after[: _first_own(after)]):
            return True
    return False


def _contrast_or_general(document: Document, first: int, last: int, token: int, before: Sequence[str]) -> bool:
    return (
        "egne" in before
        or "own" in before
        or bool(_OWN & set(before))
        or last - first <= 10
        or bool(_not_employer(document, first, last, True))
    )


def _belongs(document: Document, token: int, last: int) -> bool:
    """Say whether an utterance is said to belong to a person: "ordene her tilhører …"."""
    return any(document.words[t] in ("tilhoerer", "belong", "belongs") for t in range(token, min(last, token + 4)))


def _first_own(after: Sequence[str]) -> int:
    return min((number for number, word in enumerate(after) if word in _OWN | _MY), default=len(after))


def _foreign(document: Document, token: int, before: Sequence[str]) -> bool:
    start = token - len(before)
    return any(m.form == "genitive" for m in document.mentions_in(start - 1, token))


def _not_employer(document: Document, first: int, last: int, bio: bool) -> list[int]:
    """Return the negations that keep the employer out: "ikke firmaets", "Kobberdal neither read nor approved",
    "not read or approved by the firm", "nobody at work has seen this"."""
    found: list[int] = []
    for hit in document.within(("negator",), first, last):
        if _denies_own_claim(document, hit.first, hit.last):
            continue
        if any(
            _keeps_out(document, hit.first, hit.last, place, end, last)
            for place, end in _employers(document, first, last, bio)
        ):
            found.append(hit.first)
    return found


def _keeps_out(document: Document, no: int, after: int, place: int, end: int, last: int) -> bool:
    words = document.words
    if after <= place:
        between = words[after:place]
        if len(between) < _REACH and all(word in _LINKS or word in _THEIRS for word in between):
            return True
        if len(between) in (2, 3, 4) and between[-1] in ("fra", "from", "hos", "at", "paa"):
            # "ikke revisoren fra …", "not the man from …"
            return True
        # "not read, approved or paid for by the firm", "nobody at work has seen this"
        agent = bool(between) and between[-1] in _AGENT
        if len(between) <= 10 and agent and document.any("capacity", no, place):
            return True
        stands_for = any(
            word.startswith(("represent", "repraesent", "reflect", "afspejl", "express", "udtrykk")) for word in between
        )
        return len(between) <= 3 and (stands_for or document.any("capacity", end, min(last, end + 6)))
    gap = no - end
    if gap <= 8 and document.any("capacity", no, min(last, after + _REACH + 2)):
        return True
    return gap <= 2 and document.any("voice", after, min(last, after + 3))


def _denies_own_claim(document: Document, no: int, after: int) -> bool:
    """Say whether the author denies having said something: "jeg siger ikke, at …", "I'm not saying …"."""
    before = set(document.words[max(0, no - 2) : no]) & {"i", "i'm", "jeg", "vi", "we"}
    following = document.words[after : after + 2]
    speaks = any(
        document.any("voice", t, t + 1) or document.any("speech-verb", t, t + 1)
        for t in (*range(max(0, no - 1), no), *range(after, min(after + 2, len(document.words))))
    )
    return (
        bool(before)
        and speaks
        and not {"for", "vegne", "behalf"} & {*following, *document.words[after + 2 : after + 4]}
    )


def _employers(document: Document, first: int, last: int, bio: bool) -> list[tuple[int, int]]:
    found = [(m.first, m.last) for m in document.mentions_in(first, last) if m.kind == "organisation"]
    found += [(hit.first, hit.last) for hit in document.within(("employer-any",), first, last)]
    found += [
        (t, t + 1)
        for t in range(first, last)
        if document.words[t] in _THEIRS and (bio or document.words[t] in ("theirs", "de", "they"))
    ]
    return found


def _writer_speaks(document: Document, first: int, last: int, names: set[str]) -> int:
    """Return 2 where the writer is put forward by name as the one who speaks, 1 where a pronoun is, else 0."""
    verbs = [hit.first for hit in document.within(("voice",), first, last)]
    for token in range(first, last):
        word = document.words[token]
        bare = word.partition("'")[0] if "'" in word else word
        if word not in _ME and bare not in names:
            continue
        near = any(abs(verb - token) <= 7 for verb in verbs)
        before = document.words[max(first, token - 4) : token]
        focused = any(b in _FOCUS for b in before)
        if bare in names and near and focused:
            return 2
        if bare in names and focused and before and before[-1] in ("som", "as", "for", "bare", "kun", "just"):
            return 2
        if word in _ME and near and _alone(document, token, first, last):
            return 2
        if word in _ME and near and focused:
            return 1
    return 0


def _alone(document: Document, token: int, first: int, last: int) -> bool:
    """Say whether the pronoun at ``token`` stands for the only one who speaks: "kun mig", "me, nobody else"."""
    before = document.words[max(first, token - 3) : token]
    if bool(before) and before[-1] in _ONLY and document.words[token] in _OBJECT:
        return not {"not", "ikke", "isn't", "wasn't"} & set(before)
    words = document.words
    after = range(token + 1, min(last, token + 8) - 1)
    return any(words[t] in _NOBODY and words[t + 1] in _ELSE for t in after)


def _voiced_before(document: Document, first: int) -> bool:
    """Say whether the sentence before tells who speaks: "It's the mother of three talking. Not the company."."""
    if not first:
        return False
    before = document.sentence_at(first - 1)
    return document.any("voice", before.first, before.last) or document.any("utterance", before.first, before.last)


def _contrasted(document: Document, first: int, away: Sequence[int], names: set[str]) -> bool:
    """Say whether the writer stands against the employer: "her er jeg bare Farida og ikke firmaet"."""
    for token in away:
        stretch = document.words[max(first, token - 8) : token]
        comma = token > first and (
            not document.between(token).isspace() or document.words[token - 1] in ("og", "and", "men", "but")
        )
        if comma and any(word in _ME or word in names or word in _MY or word in _OWN for word in stretch):
            return True
    return False


def _tag_says_so(document: Document, tag: str, names: set[str]) -> bool:
    """Say whether a hashtag is a disclaimer once it is cut into words (#MineOrdIkkeFirmaets)."""
    from postlint.document.document import Document as Text

    raw = next(document.raw(t) for t in range(len(document.words)) if document.words[t] == tag)
    words = _CAMEL.sub(" ", raw[1:]).split()
    if len(words) < 2:
        words = _cut(raw[1:].lower(), {name for name in document.world.organisation if name})
    if len(words) < 2:
        return False
    text = Text(" ".join(words), document.field, document.world, document.index, "unsure")
    return any(_says_so(text, sentence, names, True) for sentence in text.sentences)


def _cut(text: str, names: set[str]) -> list[str]:
    """Return the fewest known words that make up ``text``, or nothing."""
    best: list[list[str] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 16), end):
            known = best[start]
            word = text[start:end]
            if known is None or not (word in names or (len(word) > 1 and is_everyday(word)) or word in ("i", "my")):
                continue
            if best[end] is None or len(known) + 1 < len(best[end] or []):
                best[end] = [*known, word]
    return best[len(text)] or []
