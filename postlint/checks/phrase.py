"""``phrase``: words or patterns that a rule lists. What organisations write their own rules with.

Patterns run under a time limit each and one budget for the whole post: an expression that takes too long is reported as
not evaluated, never as clean. (The ``regex`` engine watches the clock; the standard one cannot.)
"""

from __future__ import annotations

import time
from functools import lru_cache

from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from postlint.document import Document
    from postlint.draft import Draft
    from postlint.rule import Rule

TIMEOUT = 0.05  # seconds for one pattern on one text


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield every hit of the rule's phrases and patterns that is the author's own use of the words."""
    for document in draft.documents:
        yield from _phrases(document, rule)
        for lang, wording in rule.wording.items():
            for pattern in wording.patterns:
                before = time.perf_counter()
                try:
                    if draft.budget.left <= 0:
                        raise TimeoutError
                    yield from _pattern(document, pattern, lang)
                except TimeoutError:
                    yield Unknown("rule-out-of-time", {"rule": rule.id})
                draft.budget.left -= time.perf_counter() - before


def _phrases(document: Document, rule: Rule) -> Iterator[Match]:
    for hit in document.hits.get(rule.id, ()):
        if rule.options.get("quoted", False) or document.quotation_at(hit.first) is None:
            start, end = document.starts[hit.first], document.ends[hit.last - 1]
            yield Match(document.field, document, start, end, lang=_lang(hit.lang))


def _lang(lang: str) -> str:
    return lang if lang in ("da", "en") else ""


def _pattern(document: Document, pattern: str, lang: str) -> Iterator[Match]:
    found = [match.span() for match in compiled(pattern).finditer(document.text, timeout=TIMEOUT)]
    for start, end in found:
        if end > start and _reads(document, start, lang):
            yield Match(document.field, document, start, end, lang=lang)


def _reads(document: Document, start: int, lang: str) -> bool:
    for sentence in document.sentences:
        if sentence.start <= start < sentence.end:
            return sentence.lang in (lang, "unsure")
    return True


@lru_cache(maxsize=256)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Return a pattern as the ``regex`` engine holds it; raises ``regex.error``."""
    import regex

    return regex.compile(pattern, regex.IGNORECASE | regex.VERSION1)
