"""Whether words are used or only mentioned: quoted, named as words, reported, condemned, explained, imagined.

What a text holds up in order to answer it is nobody's tone but the one's it answers.
"""

from __future__ import annotations

from postlint.checks.assertion import is_negated
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.document import Document

REACH = 6  # words from a frame ("the word", "called me") to what it frames


def used(document: Document, first: int, last: int) -> bool:
    """Say whether tokens ``first`` to ``last`` are the author's own words, said in earnest."""
    if document.quotation_at(first) is not None:
        return False
    sentence = document.sentence_at(first)
    for hit in document.hits.get("mention-frame", ()):
        if sentence.first <= hit.first < sentence.last and (
            0 <= first - hit.last <= REACH or hit.first < first < hit.last
        ):
            return False
    for hit in document.hits.get("mention-after", ()):
        if last <= hit.first < min(sentence.last, last + REACH):
            return False
    return not reported(document, first) and not condemned(document, first)


def reported(document: Document, token: int) -> bool:
    """Say whether the sentence tells what somebody said or wrote, before ``token``, without agreeing."""
    sentence = document.sentence_at(token)
    if document.any("endorsement", sentence.first, sentence.last):
        return False
    return document.any("reported", sentence.first, token)


def condemned(document: Document, token: int) -> bool:
    """Say whether this sentence or one beside it turns against what is said."""
    number = document.sentence_of[token]
    beside = document.sentences[max(0, number - 1) : number + 2]
    return document.any("condemnation", beside[0].first, beside[-1].last)


def negated(document: Document, token: int) -> bool:
    """Say whether a negation holds for the word: "du er ikke dum", "no fool"."""
    return is_negated(document, token, token + 1)


def imagined(document: Document, token: int) -> bool:
    """Say whether the sentence only imagines somebody who speaks: "hvis nogen skrev …", "imagine calling …"."""
    sentence = document.sentence_at(token)
    return document.any("imagined-speech", sentence.first, token)
