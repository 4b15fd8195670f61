"""Breaches that no construction known by name shows, but that what a text shows weighs enough for.

The last thing a check asks, after what it knows by name and after its own exceptions.
"""

from __future__ import annotations

from itertools import pairwise

from postlint.checks.assertion import is_rejected
from postlint.checks.use import imagined, used
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.rule import Rule

_SHORT = 10  # words of a sentence that is about what it denies
_IS = frozenset("er var bliver blev is are was were am be been".split())
_LACKS = _IS | frozenset("mangler manglede mangle".split())
_ONESELF = frozenset("i jeg".split())
_SOME = frozenset("a an en et the so such too saa selv bare just".split())
_NOT = frozenset("ikke hverken not neither".split())
_IS_NOT = frozenset("isn't aren't wasn't weren't ain't".split())


def by_weight(document: Document, rule: Rule) -> Iterator[Match]:
    """Yield the words that weigh most for the breach of a rule, where they weigh enough."""
    place = heaviest(document, rule.id)
    if place is not None:
        start, end = document.starts[place[0]], document.ends[place[1] - 1]
        yield Match(document.field, document, start, end, by_weight=True)


def heaviest(document: Document, rule: str) -> tuple[int, int] | None:
    """Return the words that weigh most for the breach of a rule, where they are used in earnest."""
    found = document.weighed.get(rule)
    if found is None or not found.is_enough:
        return None
    first, last = found.first, found.last
    if not used(document, first, last) or imagined(document, first) or is_rejected(document, first):
        return None
    sentence = document.sentence_at(first)
    if sentence.last - sentence.first <= _SHORT and _says_not(document, sentence):
        return None
    if _says_of_oneself(document, sentence):
        return None
    return first, last


def _says_of_oneself(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence begins with what the author is or was: "I was a useless trainee"."""
    words = document.words[sentence.first : sentence.first + 3]
    return len(words) == 3 and words[0] in _ONESELF and words[1] in _IS and words[2] in _SOME


def _says_not(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence says what somebody or something is not."""
    words = document.words[sentence.first : sentence.last]
    return bool(_IS_NOT & set(words)) or any(
        one in _LACKS and other in _NOT for one, other in pairwise(words)
    )
