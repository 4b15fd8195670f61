"""``persona``: a text or an account that comes as somebody else: the organisation, an authority, another person,
a customer of the competitor."""

from __future__ import annotations

from postlint.checks import target_evaluation
from postlint.checks.by_weight import heaviest
from postlint.checks.fact_text import approved, holds, published
from postlint.checks.quotation import is_name
from postlint.checks.role import at
from postlint.checks.standing import (
    discloses,
    is_account,
    is_other,
    is_ours,
    is_quoted,
    is_spokesperson,
    organisation_voice,
    signature,
    speaks_as,
)
from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_ME = frozenset("i i'm i've i'd i'll me my mine jeg mig min mit mine".split())
_BLAME = ("negative", "negative-mild", "failure", "dishonest", "incompetence")
_JOINED = frozenset("og and & i".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match."""
    if approved(draft, rule.id) or is_account(draft, draft.post.account):
        return
    if any(holds(document, "parody") for document in published(draft)):
        return
    place = organisation_voice(draft)
    if place is not None and not is_account(draft, draft.post.author.handle):
        yield at(place, "", who=draft.settings.organisation.name)
        return
    rival = speaks_as(draft.text, ("competitor", "customer"))
    if rival is not None and rival.document is not None:
        yield at(rival, "", who=rival.document.slice(rival.last - 1, rival.last))
        return
    found = _statement(draft) or _authority(draft.text) or _letter(draft) or _notice(draft.text)
    found = found or _officer(draft) or _another(draft)
    found = found or next(_customer(draft, rule), None) or _outweighed(draft, rule)
    if found is not None:
        yield found


def _outweighed(draft: Draft, rule: Rule) -> Match | None:
    """Return the words that weigh most as somebody else's voice."""
    place = heaviest(draft.text, rule.id) if draft.role == "private" else None
    if place is None or discloses(draft):
        return None
    return _told(draft.text, *place, say("somebody-else", draft.text.language))._replace(by_weight=True)


def _statement(draft: Draft) -> Match | None:
    """Return where a text calls itself a statement from a company: "an official statement from …"."""
    document = draft.text
    if draft.role == "official" or is_spokesperson(draft):
        return None
    for mention in document.mentions:
        first = document.sentence_at(mention.first).first
        before = document.words[first : mention.first]
        headed = 1 < len(before) <= 6 and before[-1] in _SENT and bool(_NOTICES & set(before))
        if headed and {"officiel", "official"} & set(before) and not is_quoted(document, mention.first):
            return _told(document, first, mention.last, document.slice(mention.first, mention.last))
    return None


def _authority(document: Document) -> Match | None:
    """Return where the text says that an authority is speaking: "this is the police with a notice"."""
    for hit in document.hits.get("self-introduction", ()):
        sentence = document.sentence_at(hit.first)
        if hit.first - sentence.first > 2 or is_quoted(document, hit.first):
            continue
        for body in document.within(("authority",), hit.last, min(sentence.last, hit.last + 5)):
            if any(
                cue.first - body.last in (0, 1, 2)
                for cue in document.within(("speaking-cue",), body.last, sentence.last)
            ):
                return _told(document, hit.first, body.last, document.slice(body.first, body.last))
    for body in document.hits.get("authority", ()):
        here = document.words[body.last] if body.last < len(document.words) else ""
        headed = body.first - document.sentence_at(body.first).first <= 1
        if headed and here in ("her", "here") and document.between(body.last + 1).strip() != "":
            return _told(document, body.first, body.last, document.slice(body.first, body.last))
    first, last = signature(document)
    if first < last <= first + 5:
        for body in document.within(("authority",), first, last):
            if body.first <= first + 1:
                return _told(document, first, last, document.slice(first, last))
    return None


def _letter(draft: Draft) -> Match | None:
    """Return where a text opens as a letter from a body to many: "Hello, this is your water company."."""
    document = draft.text
    if draft.role == "official" or not _YOURS & set(document.words):
        return None
    for sentence in document.sentences[:3]:
        for hit in document.within(("self-introduction",), sentence.first, sentence.last):
            who = document.words[hit.last : sentence.last]
            alone = len(who) <= _SENDER and not _GOES_ON & set(who)
            alone = alone and not any(is_ours(m.kind) for m in _named_in(document, hit, sentence))
            if hit.first - sentence.first > _SENDER or not who or not alone or is_quoted(document, hit.first):
                continue
            known = any(True for _ in document.within(("authority",), hit.last, sentence.last))
            known = known or any(m.kind in ("competitor", "customer") for m in _named_in(document, hit, sentence))
            if known or any(_is_called_a_body(document, at) for at in range(hit.last, sentence.last)):
                return _told(document, hit.first, sentence.last, document.slice(hit.last, sentence.last))
    return None


def _is_called_a_body(document: Document, token: int) -> bool:
    """Say whether a word is the name of a bank, a council or the like: "Stenby Sparekasse"."""
    return document.raw(token)[:1].isupper() and document.words[token].endswith(_BODIES)


def _named_in(document: Document, hit: Hit, sentence: Sentence) -> list[Mention]:
    """Return who of the organisation's world is named between the words of introduction and the sentence's end."""
    return list(document.mentions_in(hit.last, sentence.last))


def _notice(document: Document) -> Match | None:
    """Return where a body is said to send the text: "a notice from …", "we at the …", "official statement from …"."""
    for body in document.hits.get("authority", ()):
        first = document.sentence_at(body.first).first
        before = document.words[first : body.first]
        if is_quoted(document, body.first) or len(before) > 6 or document.between(body.last).strip() not in ("", ":"):
            continue
        sent = set(before) & _NOTICES and before[-1] in _SENT
        sent = sent and (":" in document.between(body.last) or bool({"officiel", "official"} & set(before)))
        plain = [word for word in before if word not in ("the", "den", "det")]
        we = len(plain) == 2 and plain[0] in ("vi", "we") and plain[1] in _SENT
        if sent or we:
            return _told(document, first, body.last, document.slice(body.first, body.last))
    return None


_SENDER = 4  # words of a greeting, and of who sends a letter
_YOURS = frozenset("dit din dine jeres alle bedes venligst du i your you please all everyone".split())
_GOES_ON = frozenset("der som who that which ikke not a an en et jeg i".split())
# How bodies that people obey are called, as the end of a word.
_BODIES = (
    "bank", "sparekasse", "banken", "kommune", "kommunen", "forsyning", "forsyningen", "styrelsen", "politi",
    "politiet", "vaerket", "company", "council", "office", "authority", "agency", "department", "police",
)  # fmt: skip
_NOTICES = frozenset("besked meddelelse notice message statement announcement warning varsel advarsel".split())
_SENT = frozenset("fra from i hos ved at in af of".split())


def _officer(draft: Draft) -> Match | None:
    """Return where another person's name is signed with an office: "Vibeke …, head teacher"."""
    document, author = draft.text, draft.post.author
    if not author.name or "office-title" not in document.hits:
        return None
    first, last = signature(document, dashes=False)
    for title in document.within(("office-title",), first, last):
        signed = _names(document, first, title.first)
        own = {part for name in (author.name, author.handle) if name for part in _parts(name)}
        if title.first - first in (2, 3) and len(signed) > 1 and not _is_own(signed, own):
            return _told(document, first, last, document.slice(first, last))
    return None


def _told(document: Document, first: int, last: int, who: str) -> Match:
    start, end = document.starts[first], document.ends[last - 1]
    return Match(document.field, document, start, end, "", {"who": who})


def _another(draft: Draft) -> Match | None:
    """Return where the text is signed, or introduced, by a person who is not the author."""
    document, author = draft.text, draft.post.author
    own = {part for name in (author.name, author.handle) if name for part in _parts(name)}
    if not author.name or len(_parts(author.name)) < 2:
        return None
    introduced = _introduced(document)
    if introduced is not None and not _is_own(introduced[2], own):
        return _told(document, introduced[0], introduced[1], " ".join(introduced[2]).title())
    first, last = signature(document, dashes=False)
    signed = _names(document, first, last)
    if len(signed) < 2 or _is_own(signed, own) or not _ME & set(document.words[:first]):
        return None
    elsewhere = any(part in own for part in document.words[:first] if len(part) > 2)
    return None if elsewhere else _told(document, first, last, document.slice(first, last))


def _parts(name: str) -> list[str]:
    return [
        part
        for part in fold(name).replace("@", " ").replace("_", " ").replace(".", " ").replace("-", " ").split()
        if part
    ]


def _is_own(signed: list[str], own: set[str]) -> bool:
    """Say whether one of the names is the author's, or short for it."""
    return any(
        part == mine or (min(len(part), len(mine)) > 2 and (part[:3] == mine[:3] or part in mine))
        for part in signed
        for mine in own
    )


def _names(document: Document, first: int, last: int) -> list[str]:
    """Return the capitalised words of a signature, folded; empty where it holds anything else."""
    found: list[str] = []
    for token in range(first, last):
        raw = document.raw(token)
        if document.words[token] in _JOINED:
            continue
        if not raw[0].isupper() or is_other(document, token) or not raw.replace("-", "").isalpha():
            return []
        found.append(document.words[token])
    return found


def _introduced(document: Document) -> tuple[int, int, list[str]] | None:
    """Return the place and name of somebody who says who is writing: "it's Sanne from no. 14 writing"."""
    for hit in document.hits.get("self-introduction", ()):
        sentence = document.sentence_at(hit.first)
        if hit.first - sentence.first > 2 or hit.last >= sentence.last or is_quoted(document, hit.first):
            continue
        named = document.words[hit.first] in ("mit", "my") or document.words[hit.last - 1] == "hedder"
        end = hit.last
        while (
            end < sentence.last
            and document.raw(end)[0].isupper()
            and document.between(end) in (" ", "")
            and is_name(document, end)
        ):
            end += 1
        if end == hit.last or any(is_other(document, t) for t in range(hit.last, end)):
            continue
        cues = document.within(("speaking-cue",), end, min(sentence.last, end + 7))
        spoken = any(cue.last == sentence.last or not document.between(cue.last).isspace() for cue in cues)
        if named or spoken:
            return hit.first, end, document.words[hit.last : end]
    return _at_the_head(document)


def _at_the_head(document: Document) -> tuple[int, int, list[str]] | None:
    """Return "Rosa here!", "Rosa her:" at the head of a text: the name is known, and the mark follows at once."""
    for token in range(1, min(3, len(document.words) - 1)):
        mark = document.between(token + 1).strip()[:1]
        if document.words[token] not in ("her", "here") or not mark or mark not in "!:.,–-":
            continue
        if all(_is_called(document, at) for at in range(token)):
            return 0, token + 1, document.words[:token]
    return None


def _is_called(document: Document, token: int) -> bool:
    """Say whether a word at the head of a text is a name: it is known as one, or comes back in the signature."""
    raw = document.raw(token)
    if not raw.isalpha() or not raw[0].isupper() or is_other(document, token):
        return False
    known = document.any("given-name", token, token + 1) or document.any("first-name", token, token + 1)
    first, last = signature(document)
    return known or document.words[token] in document.words[first:last]


def _customer(draft: Draft, rule: Rule) -> Iterator[Match]:
    """Yield where an employee runs a competitor down as its customer."""
    if draft.role != "private" or not draft.post.author.employee:
        return
    document = draft.text
    for mention in document.mentions:
        before = set(document.words[max(0, mention.first - 3) : mention.first])
        after = document.words[mention.last : mention.last + 1]
        posing = before & {"as", "som", "been", "vaeret"} and {"customer", "client", "kunde", "subscriber"} & set(after)
        if posing and mention.kind == "competitor" and not is_quoted(document, mention.first):
            if any(isinstance(answer, Match) for answer in target_evaluation.find(draft, rule)):
                start, end = document.starts[mention.first], document.ends[mention.last]
                yield Match(document.field, document, start, end, "customer", {"who": mention.who})
            return
    for hit in document.hits.get("customer-pose", ()):
        sentence = document.sentence_at(hit.first)
        mine = bool(_ME & set(document.words[sentence.first : sentence.last])) or hit.first == sentence.first
        rivals = [m for m in document.mentions if m.kind == "competitor"]
        rival = next((m for m in rivals if 0 <= m.first - hit.last <= 4), None)
        if rival is None and {"jeres", "your"} & set(document.words[max(0, hit.first - 1) : hit.last]):
            # A letter: the one addressed was named before.
            rival = next((m for m in rivals if m.first < hit.first), None)
        if (
            mine
            and rival is not None
            and not is_quoted(document, hit.first)
            and not holds(document, "employment", "employer")
        ):
            letter = rival.first < hit.first and any(family in document.hits for family in _BLAME)
            if letter or any(isinstance(answer, Match) for answer in target_evaluation.find(draft, rule)):
                start, end = document.starts[min(hit.first, rival.first)], document.ends[max(hit.last, rival.last) - 1]
                yield Match(document.field, document, start, end, "customer", {"who": rival.who})
            return
