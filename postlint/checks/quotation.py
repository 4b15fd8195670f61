"""``quotation``: somebody's words without a word on whose they are.

Looked at are quotations long enough to be a saying of somebody; terms, titles, labels of buttons, the author's
own words and words that the post's facts account for are not. A source is a name, a role or an organisation
beside a verb of saying, a colon, a byline, a bracket or a link, in reach of the quotation.
"""

from __future__ import annotations

import re

from postlint.document.everyday import is_everyday
from postlint.draft import Match
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.document.quotations import Quotation
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

LONG = 75  # words; a longer quotation is more than its purpose calls for (Ophavsretsloven section 22)
_BYLINE = lazy(r"[\s,]*\n?\s*[–—\-~|/(\[]+\s*(?P<who>[^\n]{2,90})")
_LINK = lazy(r"\s{0,2}[(\[]?(?:https?://|www\.|\[?\d{1,2}\]|[¹²³⁴⁵]|@\w)")
_ANSWER = frozenset("ja nej jo yes no nope yep yeah jep næh naeh".split())
_PERSONAL = frozenset("han hun de he she they ham hende him her them".split())
_PLACES = frozenset("i på paa om in at on about into inside near ved til to for".split())
_INDEFINITE = frozenset(
    "en et an a nogen somebody someone man folk people mange many some one kilder sources andre others nogle they "
    "enhver".split()
)
_TAKING_UP = frozenset("det dette saadan saaledes it this that so those".split())
_NO_NAMES = frozenset(
    "i i'm i've i'd i'll de dem deres jer monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december english danish british european christmas "
    "easter q1 q2 q3 q4 it hr ceo".split()
)
# Definite Danish compounds of people's trades: "sognepræsten", "buschaufføren".
_TRADES = tuple(
    trade + ending
    for trade in "praest chauffoer laerer leder chef direktoer formand laege konsulent medarbejder tekniker ingenioer "
    "assistent plejerske paedagog minister mester haandvaerker traener dommer betjent instruktoer redaktoer forfatter "
    "forsker raadgiver vaert kvind mand pige dreng sekretaer kok bager sanger spiller".split()
    for ending in ("en", "ens", "n", "ns", "inden")
)
_WAS = frozenset("var er lyder loed was is came".split())
_COPULA = frozenset("er var har havde is was has had".split())
_TAKING_IN = ("read", "laes", "hoer", "hear", "saw")
_OPINING = ("think", "mene", "synes", "tror", "believe", "feel")
_SUBJECT = frozenset("jeg vi we i've i'd i'll".split())
_POSSESSIVE = frozenset("min mit mine vores my our din dit your hans hendes his her deres their".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield every quotation without a source, one whose source has no name, and one that is overlong."""
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        for quotation in document.quotations:
            reason = _missing(draft, document, quotation)
            if reason is not None:
                start, end = quotation.inner_start, quotation.inner_end
                words = " ".join(document.text[start:end].split()[:6])
                yield Match(document.field, document, start, end, reason, {"start": words})


def _missing(draft: Draft, document: Document, quotation: Quotation) -> str | None:
    """Return the sub-reason for which a quotation is told, or ``None``."""
    inner = document.text[quotation.inner_start : quotation.inner_end].strip()
    words = inner.split()
    least = draft.settings.quotations
    if len(words) < least.min_words or sum(c.isalpha() for c in inner) < least.min_letters:
        return None
    if not _says_something(document, quotation, inner) or _accounted(draft, inner) or _is_marking(document, quotation):
        return None
    if (
        _is_name_of_something(document, quotation, inner)
        or _own_words(document, quotation)
        or _answered(document, quotation, inner)
    ):
        return None
    source = _source(document, quotation)
    if source == "named":
        return "long-quote" if len(words) > LONG else None
    return source


def _says_something(document: Document, quotation: Quotation, inner: str) -> bool:
    """Say whether the words read as a sentence, which a list item or a signature does not."""
    if quotation.form == "dash":
        return len(inner.split()) >= 5 and inner.rstrip()[-1:] in '.!?…,"»«”' and any(c.islower() for c in inner)
    if quotation.form in ("block", "html"):
        return True
    if not quotation.closed or _woven_in(document, quotation, inner):
        return False
    capitals = sum(word[:1].isupper() for word in inner.split())
    return capitals < 0.6 * len(inner.split()) or inner.isupper()


def _woven_in(document: Document, quotation: Quotation, inner: str) -> bool:
    """Say whether the words are a piece of the author's own sentence, as a term or a name is: nothing announces
    them, and nothing in them ends a sentence."""
    before = document.letter_before(quotation.start)
    if not (before.isalnum() or before == ","):
        return False
    if before.isalnum() and not inner[:1].isupper():
        first, last = _before(document, quotation)
        if document.any("unnamed-source", first, last):
            return False
        verbs = document.within(("speech-verb",), first, last)
        said = any(not document.words[verb.first].startswith(_TAKING_IN) for verb in verbs)
        return len(inner.split()) < 8 or said
    short = len(inner.split()) < (8 if before.isalnum() else 5)
    return short and inner[-1:] not in ".!?" and document.prose[quotation.end : quotation.end + 1] != ","


def _is_marking(document: Document, quotation: Quotation) -> bool:
    """Say whether the words are a stamp, which has no speaker."""
    first, last = _range(document, quotation.inner_start, quotation.inner_end)
    capitals = document.text[quotation.inner_start : quotation.inner_end].isupper()
    for hit in document.within(("marking", "marking-label"), first, last):
        if hit.last - hit.first >= (last - first) / 2 or (capitals and hit.first == first):
            return True
    return False


def _accounted(draft: Draft, inner: str) -> bool:
    """Say whether the post's facts name the source: ``quotes``, or the post that is answered."""
    said = _bare(inner)
    for quote in draft.post.quotes:
        if quote.source and (said in _bare(quote.text) or _bare(quote.text) in said):
            return True
    reply = draft.post.reply_to
    return reply is not None and bool(reply.text) and bool(reply.author) and said in _bare(reply.text or "")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _range(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the tokens between two places of the normalised text."""
    from bisect import bisect_left

    return bisect_left(document.starts, start), bisect_left(document.starts, end)


def _before(document: Document, quotation: Quotation) -> tuple[int, int]:
    """Return the tokens of the sentence that leads up to the quotation; of the one before if that is empty and
    announces something."""
    number = document.sentence_around(quotation.start)
    first = document.sentences[number].start if number >= 0 else 0
    if number > 0 and not document.prose[first : quotation.start].strip(" \t\n\"'(>–—-"):
        start = document.sentences[number - 1].start
        if document.prose[start:first].rstrip().endswith(":"):
            return _range(document, start, first)
    return _range(document, first, quotation.start)


def _after(document: Document, quotation: Quotation) -> tuple[int, int]:
    """Return the tokens between the quotation and the end of its sentence."""
    around = max(0, document.sentence_around(quotation.end - 1))
    for sentence in document.sentences[around : around + 2]:
        if sentence.end >= quotation.end:
            gap = document.prose[quotation.end : sentence.end]
            if "\n" in gap[:2] and not gap.lstrip()[:1].islower():
                break
            return _range(document, quotation.end, sentence.end) if sentence.start < quotation.end else (0, 0)
    return 0, 0


def _is_name_of_something(document: Document, quotation: Quotation, inner: str) -> bool:
    """Say whether the words name a work, a button, a sign: a word for one stands right before."""
    if quotation.form not in ("marks", "single"):
        return False
    first, last = _before(document, quotation)
    announced = ":" in document.prose[document.ends[last - 1] : quotation.start] if last > first else False
    reach = {"work-title-noun": 1 if announced else 2, "title-cue": 6 if announced else 4, "interface-cue": 4}
    if any(document.any(family, max(first, last - words), last) for family, words in reach.items()):
        return True
    after_first, after_last = _after(document, quotation)
    return document.any("title-after", after_first, min(after_last, after_first + 4))


def _own_words(document: Document, quotation: Quotation) -> bool:
    """Say whether the author quotes the author: "I told them: …"."""
    before, after = _before(document, quotation), _after(document, quotation)
    near = ((max(before[0], before[1] - 6), before[1]), (after[0], min(after[1], after[0] + 3)))
    for first, last in near:
        for verb in document.within(("speech-verb", "thought-verb"), first, last):
            if document.words[verb.first].startswith(_OPINING) or {"who", "hvem"} & set(
                document.words[verb.first - 1 : verb.first]
            ):
                continue
            beside = range(max(before[0], verb.first - 3), min(last, verb.last + 1))
            if any(_is_subject(document, t) for t in beside) and not _passive(document, verb.first):
                return True
    return any(document.any("own-words", *frame) for frame in (before, after))


def _is_subject(document: Document, token: int) -> bool:
    """Say whether a token is the author as subject; ``I`` is one in English only."""
    return document.words[token] in _SUBJECT or (
        document.raw(token) == "I" and document.sentence_at(token).lang != "da"
    )


def _passive(document: Document, token: int) -> bool:
    return token > 0 and document.words[token - 1] in ("was", "were", "been", "blev", "bliver", "got", "is")


def _answered(document: Document, quotation: Quotation, inner: str) -> bool:
    """Say whether it is a question that the author puts and answers, or one of several as in a list of them."""
    if not inner.endswith("?"):
        return False
    token = document.token_at(quotation.end)
    asked = sum(document.text[q.inner_end - 1 : q.inner_end] == "?" for q in document.quotations)
    return asked > 1 or (token < len(document.words) and document.words[token] in _ANSWER)


def _source(document: Document, quotation: Quotation) -> str:
    """Return ``named``, ``unnamed-source``, or the empty string where nobody is in reach."""
    if _byline(document, quotation) or _LINK.match(document.text, quotation.end):
        return "named"
    verdict = ""
    if quotation.form == "dash":
        verdict = _frame(document, *_range(document, quotation.inner_start, quotation.inner_end), inside=True)
    for first, last in (_before(document, quotation), _after(document, quotation)):
        found = _frame(document, first, last)
        if found == "named":
            return found
        verdict = verdict or found
    if verdict == "named" or _said_after(document, *_after(document, quotation)):
        return "named"
    first, last = _before(document, quotation)
    if _announced(document, first, last, quotation):
        return "named"
    return verdict or _neighbours(document, quotation) or _taken_up(document, quotation)


def _said_after(document: Document, first: int, last: int) -> bool:
    """Say whether the words after a quotation give it a subject: ", siger lægen", ", var svaret fra ministeren"."""
    if first >= last:
        return False
    if document.words[first] in _WAS:
        return bool({"fra", "af", "from", "of"} & set(document.words[first + 1 : min(last, first + 6)]))
    for verb in document.within(("speech-verb",), first, min(last, first + 2)):
        if (
            verb.first == first
            and verb.last < last
            and document.words[verb.last] not in _PERSONAL | _INDEFINITE | _SUBJECT
        ):
            return True
    return False


def _frame(document: Document, first: int, last: int, inside: bool = False) -> str:
    """Judge the words around a quotation: a verb of saying or a frame with somebody, or with nobody in
    particular."""
    verbs = [
        hit for hit in document.within(("speech-verb", "attribution"), first, last)
        if not document.words[hit.first].startswith(_TAKING_IN)
    ]  # fmt: skip
    if not verbs:
        return ""
    if inside:
        # Within a dash reply the verb stands last, with its subject: "…, siger Vera Vinge".
        near = {t for verb in verbs for t in range(max(first, verb.first - 5), min(last, verb.last + 6))}
        return "named" if any(_somebody(document, token) for token in near) else ""
    if document.any("unnamed-source", first, last):
        return "unnamed-source"
    for token in range(first, last):
        if _somebody(document, token):
            return "named"
    if any(document.words[token] in _PERSONAL for token in range(first, last)):
        return "named" if _named_nearby(document, first) else ""
    return "named" if _says(document, first, last) else ""


def _says(document: Document, first: int, last: int) -> bool:
    """Say whether the words end in a verb of saying whose subject is somebody in particular, name or not."""
    for verb in document.within(("speech-verb",), max(first, last - 2), last):
        subject = document.words[max(first, verb.first - 6) : verb.first]
        return len(subject) > 0 and not set(subject) & (_INDEFINITE | _PERSONAL | _SUBJECT | {"i"})
    return False


def _somebody(document: Document, token: int) -> bool:
    """Say whether a token is a name, a handle, or a definite role or relation."""
    word = document.words[token]
    if word[0] == "@" or document.is_mention(token):
        return True
    if is_name(document, token):
        return True
    for hit in document.within(("person-role", "kin", "institution"), token, token + 1):
        return not _indefinite(document, hit.first)
    return word.endswith(_TRADES) and len(word) > 8


def _indefinite(document: Document, token: int) -> bool:
    return any(document.words[t] in _INDEFINITE for t in range(max(0, token - 3), token)) and not any(
        document.words[t] in _POSSESSIVE for t in range(max(0, token - 3), token)
    )


def is_name(document: Document, token: int) -> bool:
    """Say whether a token looks like a proper name: a capital that its place does not explain."""
    raw = document.raw(token)
    if not raw[0].isupper() or (raw.isupper() and len(raw) > 3) or len(raw) < 2 or fold(raw) in _NO_NAMES:
        return False
    if token != document.sentence_at(token).first and document.between(token)[-1:] in (" ", "\n"):
        return ":" not in document.between(token)
    if token + 1 >= len(document.words):
        return False
    if (
        document.between(token + 1) == " "
        and document.raw(token + 1)[0].isupper()
        and document.words[token + 1] not in _NO_NAMES
    ):
        return True
    # A capital that only begins a sentence is a name where a colon, a comma or a verb of saying follows.
    follows = (
        document.between(token + 1)[:1] in ":,"
        or document.words[token + 1] in _COPULA
        or document.any("speech-verb", token + 1, token + 2)
    )
    return follows and not is_everyday(raw.lower())


def _named_nearby(document: Document, token: int) -> bool:
    """Say whether a name or role stands in the paragraph before a pronoun."""
    start = document.prose.rfind("\n\n", 0, document.starts[token]) + 1 if token < len(document.starts) else 0
    first, _ = _range(document, start, start)
    return any(_somebody(document, t) for t in range(first, token))


def _announced(document: Document, first: int, last: int, quotation: Quotation) -> bool:
    """Say whether a colon follows somebody: "Vera Vinge, on the radio: …"."""
    if first >= last or ":" not in document.prose[document.ends[last - 1] : quotation.start]:
        return False
    for token in range(first, last):
        placed = token > first and document.words[token - 1] in _PLACES
        mentioned = document.is_mention(token)
        if (
            _somebody(document, token)
            and not placed
            and not (mentioned and document.words[token][0] != "@" and token - first > 1)
        ):
            return True
    return False


def _byline(document: Document, quotation: Quotation) -> bool:
    """Say whether a byline follows: a dash or bracket, then a name, a role, or a source."""
    found = _BYLINE.match(document.prose, quotation.end)
    if found is None and quotation.form in ("block", "dash", "marks"):
        found = re.compile(r"\s*\n\s*(?P<who>[^\n]{2,90})").match(document.prose, quotation.end)
        if found is not None and not _looks_like_credit(
            document, *_range(document, found.start("who"), found.end("who"))
        ):
            found = None
    inner = re.search(
        r"\n\s*[–—\-~]\s*(?P<who>[^\n]{2,80})\Z", document.prose[quotation.inner_start : quotation.inner_end]
    )
    if inner is not None:
        return True
    if found is None:
        return False
    first, last = _range(document, found.start("who"), found.end("who"))
    named = any(_credited(document, token) for token in range(first, min(last, first + 6)))
    return named or document.any("attribution", first, last)


def _credited(document: Document, token: int) -> bool:
    """Say whether a word of a byline names somebody; there a capital needs no other proof."""
    raw = document.raw(token)
    return _somebody(document, token) or (raw[0].isupper() and raw.isalpha() and not is_everyday(raw.lower()))


def _looks_like_credit(document: Document, first: int, last: int) -> bool:
    """Say whether a line begins with a full name ("Vera Vinge, 2024")."""
    if last - first < 2 or last - first > 14:
        return False
    two = all(document.raw(token)[0].isupper() for token in (first, first + 1))
    return (
        two
        and (is_name(document, first) or is_name(document, first + 1))
        and (last - first <= 4 or "," in document.between(first + 2))
    )


def _neighbours(document: Document, quotation: Quotation) -> str:
    """Look at the sentence before and the one after for somebody who says it."""
    number = document.sentence_around(quotation.start)
    for sentence in document.sentences[max(0, number) : number + 1]:
        if sentence.start <= quotation.start < sentence.end:
            if number and document.letter_before(quotation.start, " \n\t") == ":":
                before = document.sentences[number - 1]
                return _frame(document, before.first, before.last)
            if number and not document.prose[sentence.start : quotation.start].strip(" \n\t>–—-\"'"):
                return _leads_in(document, document.sentences[number - 1], quotation)
    return ""


def _taken_up(document: Document, quotation: Quotation) -> str:
    """Look at what follows for somebody who "wrote it", "said that"."""
    token = document.token_at(quotation.end)
    if token >= len(document.words):
        return ""
    sentence = document.sentence_at(token)
    for verb in document.within(("speech-verb",), sentence.first, min(sentence.last, sentence.first + 7)):
        takes_up = verb.last < sentence.last and document.words[verb.last] in _TAKING_UP
        if takes_up and any(_somebody(document, t) for t in range(sentence.first, verb.first)):
            return "named"
    return ""


def _leads_in(document: Document, before: Sentence, quotation: Quotation) -> str:
    """Judge the sentence before a quotation that stands by itself."""
    if "\n\n" in document.prose[before.end - 2 : quotation.start]:
        return ""
    if document.any("speech-event", before.first, before.last):
        return "named" if any(_somebody(document, token) for token in range(before.first, before.last)) else ""
    if document.any("speech-verb", max(before.first, before.last - 4), before.last):
        return _frame(document, before.first, before.last)
    return ""
