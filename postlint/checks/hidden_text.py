"""``hidden-text``: signs that nobody sees inside a word, and letters of another script that look like Latin ones.

They break search, screen readers and moderation, and come from copied text or from somebody who hides something.
Invisible signs count only between two letters or digits of Latin script, so that emoji, soft hyphens at a possible
break and scripts that need joiners are left alone. Look-alikes: Unicode UTS #39, mixed-script words.
"""

from __future__ import annotations

from postlint.draft import Match
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_LATIN = "A-Za-z0-9ÆØÅæøåÉéÄÖÜäöü"
_INVISIBLE = lazy(
    rf"[{_LATIN}]*[{_LATIN}][\u200b-\u200f\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069]+[{_LATIN}]"
    rf"[{_LATIN}\u200b-\u200f\u2060-\u2064\ufeff]*"
)
_MIXED = lazy(r"[^\W\d_]*(?:[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z])[^\W\d_]*")
_SIGN = lazy("[\u200b-\u200f\u2060-\u2069\ufeff\u180e\u202a-\u202e\u0370-\u04ff]")
_UNITS = ("μ", "Ω", "Δ", "π", "α", "β", "γ", "λ", "σ")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield the first hidden sign and the first look-alike of every text."""
    for document in draft.documents:
        if document.source.isascii() or _SIGN.search(document.source) is None:
            continue
        for pattern, reason in ((_INVISIBLE, "invisible"), (_MIXED, "lookalike")):
            for found in pattern.finditer(document.source):
                if not (reason == "lookalike" and any(unit in found[0] for unit in _UNITS)):
                    yield _match(document, found.start(), found.end(), reason)
                    break


def _match(document: Document, start: int, end: int, reason: str) -> Match:
    """Return the match on the normalised code points behind ``start`` to ``end`` of the post's own text."""
    token = next(
        (t for t in range(len(document.words)) if document.original(document.starts[t], document.ends[t])[1] > start), 0
    )
    facts = {"a": str(start + 1), "b": str(end)}
    if not document.words:
        return Match(document.field, facts=facts, reason=reason)
    return Match(document.field, document, document.starts[token], document.ends[token], reason, facts)
