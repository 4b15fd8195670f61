"""``advertising``: a post for which something was given or agreed, without a clear label at its very beginning.

Danish practice asks for ``Reklame`` or ``Annonce`` as the first word; English for ``Ad``, ``Advert`` or
``Sponsored`` up front. A label among hashtags or at the end tells readers too late.
"""

from __future__ import annotations

from postlint.checks.fact_text import published, same
from postlint.checks.role import at
from postlint.checks.standing import Place, is_quoted
from postlint.draft import Match
from postlint.finding import Edit, Fix
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_FRONT = 4  # words within which a label is up front
_OWN = frozenset("jeg mig min mit mine i'm i've me my us du dig you your koden code rabatkoden".split())
_GOT = frozenset("got fik har received modtog new ny nyt nye".split())
_LABEL = {"da": "Reklame: ", "en": "Ad: "}


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match: where the facts tell of an agreement, or else the words."""
    agreed = _agreed(draft)
    if not agreed and draft.role == "official":
        return
    cue = None if agreed else _cue(draft)
    if (not agreed and cue is None) or _labelled(draft.text) or (agreed == "asked" and _tells_of_work(draft)):
        return
    if cue is not None:
        yield at(cue)
        return
    yield Match("commercial", facts={"words": agreed}, fixes=(_fix(draft),))


def _agreed(draft: Draft) -> str:
    """Return what the facts tell of: an agreement or a gift, a wish of the employer, or nothing."""
    commercial = draft.post.commercial
    if commercial is None:
        return ""
    ours = {same(name) for name in (draft.settings.organisation.name, *draft.settings.organisation.aliases)}
    if draft.role == "official" and same(commercial.partner or "") in {"", *ours}:
        return ""
    if commercial.paid or commercial.gift or commercial.affiliate or commercial.sponsored:
        return "agreed"
    return "asked" if commercial.asked_by_employer and draft.role != "official" else ""


def _tells_of_work(draft: Draft) -> bool:
    """Say whether the post itself, not only its profile, tells of the employment."""
    return any(
        not is_quoted(document, hit.first)
        for document in published(draft)
        for family in ("employment", "employer")
        for hit in document.hits.get(family, ())
    )


def _labelled(document: Document) -> bool:
    """Say whether a clear label stands in the first words, not denied, and not in a row of hashtags."""
    for hit in document.hits.get("ad-label", ()):
        if hit.first >= _FRONT or is_quoted(document, hit.first):
            continue
        tag = document.words[hit.first][0] == "#" and hit.first > 0
        if not tag and not document.sentence_of[hit.first] and not document.any("negator", 0, hit.first):
            return True
    opening = document.sentences[0].last if document.sentences else 0
    return any(hit.last - hit.first > 1 for hit in document.within(("ad-label",), 0, opening))


def _cue(draft: Draft) -> Place | None:
    """Return the words that tell of an agreement."""
    document = draft.text
    if document.hits.get("ad-denial"):
        return None
    for hit in document.hits.get("ad-cue", ()):
        told = not is_quoted(document, hit.first) and not _denied(document, hit.first)
        if told and _is_ours(document, hit.first):
            return Place(document.field, document, hit.first, hit.last)
    for hit in document.hits.get("ad-tag", ()):
        if document.words[hit.first][0] == "#":
            return Place(document.field, document, hit.first, hit.last)
    return _code(document) or _received(document)


def _denied(document: Document, token: int) -> bool:
    return document.any("negator", max(document.sentence_at(token).first, token - 3), token)


def _is_ours(document: Document, token: int) -> bool:
    """Say whether the author speaks of this post's own agreement, not of agreements in general."""
    sentence = document.sentence_at(token)
    words = set(document.words[sentence.first : sentence.last])
    if "?" in document.prose[sentence.start : sentence.end]:
        return False
    if document.words[token] == "sponsoreret" and token != sentence.first:
        return False
    if document.words[sentence.first] in _GOT:
        return True
    near = sentence.last - sentence.first <= 8 or token - sentence.first <= 3
    return near or bool(
        words
        & {
            "jeg",
            "mig",
            "min",
            "mit",
            "mine",
            "i",
            "i'm",
            "i've",
            "me",
            "my",
            "us",
            "du",
            "dig",
            "you",
            "your",
            "koden",
            "code",
        }
    )


def _code(document: Document) -> Place | None:
    """Return a code in capitals and digits beside words of saving."""
    for sentence in document.sentences:
        saving = "%" in document.prose[sentence.start : sentence.end]
        saving = saving or document.any("saving", sentence.first, sentence.last)
        if saving and document.any("code-word", sentence.first, sentence.last):
            for token in range(sentence.first, sentence.last):
                if _is_code(document.raw(token)):
                    return Place(document.field, document, token, token + 1)
    return None


def _is_code(raw: str) -> bool:
    return len(raw) >= 4 and raw.isupper() and any(c.isdigit() for c in raw) and any(c.isalpha() for c in raw)


def _received(document: Document) -> Place | None:
    """Return "in cooperation with" and "thanks to" beside something given by a business."""
    for hit in document.hits.get("together-with", ()):
        sentence = document.sentence_at(hit.first)
        if is_quoted(document, hit.first):
            continue
        mine = {"jeg", "vi", "mig", "os", "i", "i've", "we", "me", "us"} & set(
            document.words[sentence.first : sentence.last]
        )
        if (
            document.any("received", hit.last, sentence.last)
            and mine
            and hit.last - hit.first > 2 - (document.words[hit.first] != "thanks")
        ):
            return Place(document.field, document, hit.first, hit.last)
        business = any(m.kind == "customer" and 0 <= m.first - hit.last <= 1 for m in document.mentions)
        if (
            business
            and document.words[hit.first] in ("thanks", "tak", "thank")
            and {"for"} & set(document.words[hit.last : sentence.last])
        ):
            return Place(document.field, document, hit.first, hit.last)
    return None


def _fix(draft: Draft) -> Fix:
    """Return the fix that puts the label before the text."""
    lang = draft.text.language
    words = _LABEL[lang]
    return Fix(say("fix-advertising", lang, words=words.strip()), True, (Edit(0, 0, words),))
