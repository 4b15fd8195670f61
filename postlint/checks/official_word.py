"""``official-word``: a post on somebody's own account that reads as the organisation's official word."""

from __future__ import annotations

from postlint.checks.by_weight import heaviest
from postlint.checks.fact_text import approved, holds, published
from postlint.checks.role import at
from postlint.checks.standing import Place, is_ours, is_quoted, is_spokesperson, organisation_voice, own_voice
from postlint.document.disclaimers import disclaims
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft, Match, Unknown
    from postlint.rule import Rule

_UNDER = frozenset(
    "at that hvis if om whether naar when fordi because hvorfor why som which da since hvordan how while mens "
    "hvad what siden selvom although until indtil synes think like end than".split()
)
_AMONG = frozenset("i hos paa ved at from fra".split())
_OPINION = frozenset("jeg i'm i've i'd i'll my me mig gid burde should hope wish maaske perhaps".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match, the plainest claim first."""
    if not draft.post.author.employee or is_spokesperson(draft) or approved(draft, rule.id):
        return
    if any(holds(document, "union-voice") for document in published(draft)):
        return
    for document in published(draft):
        claim = _claim(document)
        if claim is not None:
            yield at(claim, "claim")
            return
    if own_voice(draft):
        return
    place = organisation_voice(draft) or _first(draft)
    if place is not None:
        yield at(place)
    elif (place := _outweighed(draft, rule)) is not None:
        yield at(place)._replace(by_weight=True)


def _outweighed(draft: Draft, rule: Rule) -> Place | None:
    for document in published(draft):
        place = heaviest(document, rule.id)
        told = "already-public" in document.hits or disclaims(document, draft.post.author.name or "")
        if place is not None and not told:
            return Place(document.field, document, *place)
    return None


def _first(draft: Draft) -> Place | None:
    for document in published(draft):
        if disclaims(document, draft.post.author.name or ""):
            continue
        place = _acts(document) or _confirms(draft, document) or _promises(draft, document)
        if place is not None:
            return place
    return None


def _claim(document: Document) -> Place | None:
    """Return where a text says that it speaks for the organisation, or calls itself official."""
    for hit in document.hits.get("speaks-for", ()):
        sentence = document.sentence_at(hit.first)
        if is_quoted(document, hit.first) or _denied(document, hit.first, sentence):
            continue
        if _is_for_us(document, hit.first, hit.last, sentence):
            return Place(document.field, document, hit.first, hit.last)
    for hit in document.hits.get("official-label", ()):
        sentence = document.sentence_at(hit.first)
        after = document.letter_after(document.ends[hit.last - 1])
        ours = (
            document.words[hit.first] in ("vores", "vort", "our", "det", "dette", "that", "this", "the")
            or hit.last - hit.first > 3
        )
        if is_quoted(document, hit.first) or _denied(document, hit.first, sentence):
            continue
        if (hit.first == sentence.first and after == ":") or ours:
            return Place(document.field, document, hit.first, hit.last)
    return None


def _is_for_us(document: Document, first: int, last: int, sentence: Sentence) -> bool:
    end = min(sentence.last, last + 4)
    ours = any(m.kind == "organisation" and first <= m.first < end for m in document.mentions)
    return ours or document.any("employer-any", first, end) or document.any("employer", first, end)


def _denied(document: Document, token: int, sentence: Sentence) -> bool:
    before = max(sentence.first, token - 5)
    return document.any("negator", before, token + 2) or document.words[token - 1 if token else 0] in (
        "uden",
        "without",
        "nor",
    )


def _acts(document: Document) -> Place | None:
    """Return where the organisation, as the subject of a main clause, holds, denies, regrets, decides."""
    for mention in document.mentions:
        if mention.kind != "organisation" or is_quoted(document, mention.first):
            continue
        sentence = document.sentence_at(mention.first)
        if _reported(document, sentence, mention):
            continue
        if mention.form == "genitive":
            for hit in document.within(("position-noun",), mention.last, min(sentence.last, mention.last + 4)):
                if hit.first == mention.last:
                    return Place(document.field, document, mention.first, hit.last)
        elif mention.form in ("name", "handle") and _is_subject(document, mention, sentence):
            for hit in document.within(("official-verb",), mention.last, min(sentence.last, mention.last + 7)):
                if hit.first - mention.last <= 1:
                    return Place(document.field, document, mention.first, hit.last)
            if _denies(document, mention, sentence):
                return Place(document.field, document, mention.first, min(sentence.last, mention.last + 3))
    return _positioned(document)


def _denies(document: Document, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a rumour is denied: "…, and the firm is not closing"."""
    before = document.sentences[max(0, document.sentence_of[mention.first] - 1)].first
    denied = document.any("negator", mention.last, min(sentence.last, mention.last + 3))
    return denied and document.any("rumour", before, sentence.last)


def _positioned(document: Document) -> Place | None:
    for hit in document.hits.get("official-label", ()):
        if document.words[hit.last - 1] in ("er", "is", "on") and not is_quoted(document, hit.first):
            return Place(document.field, document, hit.first, hit.last)
    return None


def _is_subject(document: Document, mention: Mention, sentence: Sentence) -> bool:
    """Say whether the name opens its clause, and the clause is no subordinate one and no question."""
    if "?" in document.prose[sentence.start : sentence.end]:
        return False
    if mention.first == sentence.first or not document.between(mention.first).isspace():
        opening = True
    else:
        opening = document.words[mention.first - 1] in (
            "og",
            "and",
            "men",
            "but",
            "so",
            "saa",
            "nej",
            "no",
            "ja",
            "yes",
        )
    if document.words[max(0, mention.first - 2)] in ("vi", "we") and document.words[mention.first - 1] in _AMONG:
        return True
    before = set(document.words[max(sentence.first, mention.first - 3) : mention.first])
    return opening and not before & _UNDER


def _reported(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Say whether a sentence reports with a source, as hearsay, or as the author's view."""
    first, last = sentence.first, sentence.last
    told = document.any("hearsay", first, mention.first) or document.any("attribution", first, last)
    if told or document.any("source-cue", first, mention.first) or document.any("source-cue", mention.last + 1, last):
        return not document.any("redress", first, last)
    if any(s.kind in ("url", "domain") for s in document.specials_in(sentence.start, sentence.end)):
        return True
    words = set(document.words[first:last])
    opinion = words & _OPINION or (sentence.lang == "en" and "i" in words)
    return bool(opinion) and not document.any("redress", first, last)


def _confirms(draft: Draft, document: Document) -> Place | None:
    """Return where *we* confirm, announce or regret something of a company's."""
    known = any(is_ours(m.kind) for m in document.mentions)
    for hit in document.hits.get("confirm-form", ()):
        if is_quoted(document, hit.first):
            continue
        sentence = document.sentence_at(hit.first)
        matter = document.any("company-matter", hit.last - 1, sentence.last)
        if matter or (known and draft.role == "employee"):
            return Place(document.field, document, hit.first, hit.last)
    return None


def _promises(draft: Draft, document: Document) -> Place | None:
    """Return where a customer is promised money or amends by the organisation."""
    ours = [m for m in document.mentions if is_ours(m.kind)]
    answering = draft.post.reply_to is not None and draft.role == "employee"
    for hit in document.hits.get("redress", ()):
        sentence = document.sentence_at(hit.first)
        if is_quoted(document, hit.first) or document.any("hypothetical", sentence.first, sentence.last):
            continue
        if "?" in document.prose[sentence.start : sentence.end]:
            continue
        near = any(abs(document.sentence_of[m.first] - document.sentence_of[hit.first]) <= 1 for m in ours)
        if near or answering:
            return Place(document.field, document, hit.first, hit.last)
    return None
