"""What a text weighs: for each rule that has weights, whether what some of its sentences show together speaks for a
breach, and which words speak most.

This is for the many ways to say a thing that no list foresees. It is the last to be asked: checks that know a
construction by name come first, and what weighs enough is still held against quotation, negation and the facts of
the post by the check of its rule.
"""

from __future__ import annotations

from postlint.document.traits import shown, traits
from postlint.document.weights import Weights, shipped
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.document.document import Document
    from postlint.document.weights import Scale

NOTHING = -99.0  # what a stretch weighs for a rule that is not about it
TOGETHER = 3  # neighbouring sentences that are weighed as one


class Weighed(NamedTuple):
    """What the heaviest stretch of a text weighs for the breach of a rule. Where that is enough, tokens ``first`` to
    ``last`` (half open) carry it; else they are equal. ``clear``: it is so much that nothing else explains it.
    ``slight``: all that is shown speaks against a breach."""

    weight: float
    first: int
    last: int
    slight: bool
    clear: bool

    @property
    def is_enough(self) -> bool:
        """Whether the weight is enough for a breach."""
        return self.first < self.last


def weighed(document: Document) -> Mapping[str, Weighed]:
    """Return what a text weighs for every rule that has weights; nothing where it has no words.

    A stretch speaks only for the rule that it weighs most for: what insults somebody for where he comes from is
    not told as a threat as well.
    """
    if not document.words:
        return {}
    table = shipped()
    seen = shown(document)
    shows = [traits(document, sentence, number, seen) for number, sentence in enumerate(document.sentences)]
    sums = [table.total(one) for one in shows]
    stretches = [
        tuple(map(sum, zip(*sums[start : start + TOGETHER], strict=True)))
        for start in range(max(1, len(sums) - TOGETHER + 1))
    ]
    weights = [
        {
            rule: table.of(scale, *stretch) if _is_about(scale, shows[start : start + TOGETHER]) else NOTHING
            for rule, scale in table.rules.items()
        }
        for start, stretch in enumerate(stretches)
    ]
    foremost = [max(one, key=one.__getitem__) for one in weights]
    found: dict[str, Weighed] = {}
    for rule, scale in table.rules.items():
        most, at = max((one[rule], -number) for number, one in enumerate(weights))
        words = (0, 0)
        if most >= scale.enough and foremost[-at] == rule:
            words = _words(table, scale, shows[-at : TOGETHER - at])
        slight = NOTHING < most < scale.start + scale.least
        found[rule] = Weighed(most, *words, slight, most >= scale.clear)
    return found


def _is_about(scale: Scale, shows: Sequence[Mapping[str, int]]) -> bool:
    return not scale.about or any(trait in one for one in shows for trait in scale.about)


def _words(table: Weights, scale: Scale, shows: Sequence[Mapping[str, int]]) -> tuple[int, int]:
    """Return the stretch of words, within one sentence, that speaks most."""
    best, found = 0.0, (0, 1)
    for one in shows:
        if not one:
            continue
        carried: dict[int, float] = {}
        for trait, token in one.items():
            row = table.row(trait)
            if row:
                carried[token] = carried.get(token, 0.0) + table.of(scale._replace(start=0.0), row, 1)
        first, total = min(carried, default=0), 0.0
        for token in range(first, max(carried, default=-1) + 1):
            if total <= 0.0:
                first, total = token, 0.0
            total += carried.get(token, 0.0)
            if total > best:
                best, found = total, (first, token + 1)
    return found
