"""``employer-contempt``: the own organisation, or those who lead it, meet nothing but scorn.

Criticism with a point, however sharp, is welcome, and so is everything said in earnest about conditions of work.
For public employees only coarse contempt is told, and only as advice.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a text, on the words of scorn."""
    if not draft.post.author.employee:
        return
    public = draft.settings.sector == "public" and draft.role in ("private", "employee")
    families = ("gross-scorn",) if public else ("gross-scorn", "employer-scorn")
    for document in draft.documents:
        if document.field.endswith(".alt"):
            continue
        hit = _scorned(document, families)
        if hit is not None:
            reason = "public-sector" if public else ""
            yield Match(document.field, document, *span(document, hit.first, hit.last), reason)


def _scorned(document: Document, families: tuple[str, ...]) -> Hit | None:
    """Return the first words of scorn for the own organisation."""
    for sentence in document.sentences:
        hits = sorted(document.within(families, sentence.first, sentence.last), key=lambda hit: (hit.first, -hit.last))
        for hit in hits:
            if _about_employer(document, sentence, hit) and _sincere(document, hit):
                gross = hit.family == "gross-scorn"
                if gross or not document.any("work-facts", 0, len(document.words)):
                    return hit
    return None


def _sincere(document: Document, hit: Hit) -> bool:
    if in_others_words(document, hit.first) or is_conditional(document, hit.first) or is_rejected(document, hit.first):
        return False
    sentence = document.sentence_at(hit.first)
    asked = "?" in document.prose[sentence.start : sentence.end]
    return not asked and not is_negated(document, hit.first, hit.first + 1)


def _about_employer(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the employer stands in the sentence, or in one of the two before that it carries on."""
    number = document.sentence_of[sentence.first]
    for back in range(3):
        if number - back < 0:
            break
        near = document.sentences[number - back]
        if _names_employer(document, near):
            return back == 0 or not _names_other(document, sentence)
        if _names_other(document, near):
            return False
    following = document.sentences[number + 1 : number + 2]
    short = sentence.last - sentence.first <= 9
    return bool(following) and short and _names_employer(document, following[0])


def _names_employer(document: Document, sentence: Sentence) -> bool:
    if any(m.kind == "organisation" and sentence.first <= m.first < sentence.last for m in document.mentions):
        return True
    return document.any("own-employer", sentence.first, sentence.last)


def _names_other(document: Document, sentence: Sentence) -> bool:
    """Say whether the sentence is about another company."""
    return any(
        m.kind in ("competitor", "competitor-product", "customer") and sentence.first <= m.first < sentence.last
        for m in document.mentions
    )
