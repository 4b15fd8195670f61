"""Which of the breaches that were found in one post are told, where one stretch of text seems to hold several.

What is known by its construction comes before what weight alone finds: a stretch that insults somebody is not told as
a threat as well, only because insults and threats share their words.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.draft import Match
    from postlint.rule import Rule

COMPARED = "compared"  # the reason of a match where somebody only comes off worse in a comparison
NEAR = 2  # sentences between two places of one stretch
# Rules whose breaches share their words.
KINDRED = (
    frozenset(("personal-attack", "threat", "harassment", "discriminatory-language", "sexualised-language",
               "condescending-tone")),
    frozenset(("competitor-disparagement", "comparative-claim")),
)  # fmt: skip


def settled(found: Sequence[tuple[Rule, Match]]) -> Iterator[tuple[Rule, Match]]:
    """Yield what was found, without what weight alone finds beside a breach of a kindred rule known by name, and
    without a rival who only comes off worse in a comparison that is told as one."""
    named = [(rule.id, _place(match)) for rule, match in found if not match.by_weight]
    for rule, match in found:
        sure = is_clear(rule, match) and match.reason != COMPARED
        if sure or not _beside(rule.id, _place(match), named):
            yield rule, match


def is_clear(rule: Rule, match: Match) -> bool:
    """Say whether a match stands by itself: known by its construction, or so heavy that nothing else explains it."""
    if not match.by_weight or match.document is None:
        return True
    weighed = match.document.weighed.get(rule.id)
    return weighed is None or weighed.clear


def _place(match: Match) -> tuple[str, int]:
    number = match.document.sentence_around(match.start) if match.document is not None else 0
    return match.field, number


def _beside(rule: str, place: tuple[str, int], named: Sequence[tuple[str, tuple[str, int]]]) -> bool:
    kin = next((kindred for kindred in KINDRED if rule in kindred), frozenset()) - {rule}
    return any(
        other in kin and place[0] == field and abs(place[1] - number) <= NEAR for other, (field, number) in named
    )
