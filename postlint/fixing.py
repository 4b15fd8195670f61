"""Applying fixes: the safe ones that do not get in each other's way, each exactly once."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.finding import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return ``text``, one field's own, with the edits of its safe fixes made.

    A fix is made whole or not at all: one with an edit that overlaps an edit of an earlier fix waits for the
    next run. The order in which fixes are given makes no difference.

    Raises ``ValueError`` for an edit outside the text.
    """
    parts, end = [], 0
    for edit in chosen(text, fixes):
        parts += [text[end : edit.start], edit.text]
        end = edit.end
    return "".join([*parts, text[end:]])


def chosen(text: str, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """Return the edits that ``apply`` makes, in the order of the text, equal ones once.

    Raises ``ValueError`` for an edit outside the text.
    """
    plans = sorted({tuple(sorted(set(fix.edits))) for fix in fixes if fix.safe})
    taken: set[Edit] = set()
    for plan in plans:
        _check(plan, len(text))
        wanted = [edit for edit in plan if edit not in taken]
        if not any(_collide(edit, other) for edit in wanted for other in (*taken, *plan) if other != edit):
            taken.update(wanted)
    return tuple(sorted(taken))


def _check(edits: Iterable[Edit], length: int) -> None:
    for edit in edits:
        if not 0 <= edit.start <= edit.end <= length:
            raise ValueError(f"edit {edit.start}-{edit.end} is outside a text of {length} code points")


def _collide(one: Edit, other: Edit) -> bool:
    """Say whether both change the same letters, or one puts text inside what the other replaces."""
    if one.start == one.end or other.start == other.end:
        point, stretch = (one, other) if one.start == one.end else (other, one)
        return stretch.start < point.start < stretch.end
    return one.start < other.end and other.start < one.end
