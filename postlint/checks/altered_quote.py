"""``altered-quote``: a quotation, or somebody else's edited comment, that differs from what was said.

Compared are the words, not their case, blanks or quotation marks. Marked omissions ([…], …), insertions in
brackets and [sic] are allowed, and so is quoting a piece; a word that is missing, added or changed is not.
"""

from __future__ import annotations

import re

from postlint.checks.fact_text import holds, published, read
from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.draft import Draft
    from postlint.post import Quote
    from postlint.rule import Rule

_MARK = lazy(r"[\[(]\s*(?:\.\.\.|…|--?)\s*[\])]|\.\.\.+|…")
_INSERTED = lazy(r"\[[^\]]*\]")
_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every altered quotation, and one for an altered comment."""
    for number, quote in enumerate(draft.post.quotes):
        if quote.original is None:
            yield Unknown("original-not-said", {"start": _start(quote.text)})
            continue
        word = difference(quote.text, quote.original)
        if word is not None and not _paraphrased(draft, quote):
            reason = _translated(draft, quote)
            if not reason or not _marked_translation(draft):
                yield _match(draft, number, quote, word, reason)
    moderation = draft.post.moderation
    if moderation is None or moderation.action != "edit":
        return
    if moderation.before is None or moderation.after is None:
        yield Unknown("wording-not-said")
        return
    word = difference(moderation.after, moderation.before)
    if word is not None:
        yield Match("moderation.after", reason="comment", facts={"word": word, "words": word})


def difference(text: str, original: str) -> str | None:
    """Return the first word of ``text`` at which it leaves ``original``, or ``None`` where it does not."""
    said = _words(_INSERTED.sub(" ", original.replace("[sic]", " ")))
    at = 0
    for number, stretch in enumerate(_MARK.split(text)):
        first = at
        for piece in _pieces(stretch):
            place = _found(said, piece, at)
            if place < 0:
                return _leaves(said, piece, first if number else 0)
            at = place + len(piece)
    return None


def _pieces(stretch: str) -> list[list[str]]:
    """Return the words between insertions in brackets, each run by itself."""
    return [words for words in map(_words, _INSERTED.split(stretch)) if words]


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _found(said: Sequence[str], piece: Sequence[str], start: int) -> int:
    for place in range(start, len(said) - len(piece) + 1):
        if said[place : place + len(piece)] == piece:
            return place
    return -1


def _leaves(said: Sequence[str], piece: Sequence[str], start: int) -> str:
    """Return the word at which the longest common beginning ends."""
    best = 0
    for place in range(start, len(said)):
        length = 0
        while length < len(piece) and place + length < len(said) and said[place + length] == piece[length]:
            length += 1
        best = max(best, length)
    return piece[min(best, len(piece) - 1)]


def _paraphrased(draft: Draft, quote: Quote) -> bool:
    """Say whether the text gives the words without quotation marks, as a retelling may."""
    for document in published(draft):
        place = document.text.find(quote.text)
        if place >= 0 and not re.search("[\"“”„»«‘’']", quote.text):
            return not any(q.start <= place < q.end for q in document.quotations)
    return False


def _match(draft: Draft, number: int, quote: Quote, word: str, reason: str) -> Match:
    facts = {"word": word, "words": _start(quote.text)}
    for document in published(draft):
        place = document.text.find(quote.text.strip())
        if place >= 0:
            return Match(document.field, document, place, place + len(quote.text.strip()), reason, facts)
    return Match(f"quotes[{number}].text", reason=reason, facts=facts)


def _translated(draft: Draft, quote: Quote) -> str:
    """Return the sub-reason of a quotation in another language than its original; a difference is no sign then."""
    from postlint.document import Document

    world, index = draft.text.world, draft.text.index
    here = Document(quote.text, "quotes", world, index).language
    there = Document(quote.original or "", "quotes", world, index).language
    return "translation" if here != there else ""


def _marked_translation(draft: Draft) -> bool:
    """Say whether the post tells that it translates."""
    return any(holds(document, "translation-note") for document in draft.documents) or any(
        holds(read(draft, quote.source or "", "source"), "translation-note") for quote in draft.post.quotes
    )


def _start(text: str) -> str:
    return " ".join(text.split()[:6])
