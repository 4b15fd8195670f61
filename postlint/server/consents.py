"""Whether a picture may be shown: yes, no or expired for each person, by id and never by name."""

from __future__ import annotations

from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.consent.register import Consent, Register

YES, NO, EXPIRED = "yes", "no", "expired"


def answers(register: Register, people: Sequence[str], picture: Sequence[str], channel: str, day: str) -> list[str]:
    """Return the answer for each of ``people``, named by the reference or the person of a row.

    ``picture`` are the hashes of the picture (``sha256:…``, ``dhash:…``), ``channel`` is empty where it is not said,
    ``day`` is an ISO 8601 date.
    """
    return [_answer([row for row in register.rows if _is(row, who)], picture, channel, day) for who in people]


def _is(row: Consent, who: str) -> bool:
    named = _same(who)
    return bool(named) and named in (_same(row.ref), _same(row.person), _same(getattr(row, "id", "")))


def _same(name: str) -> str:
    return " ".join(fold(name).split())


def _answer(rows: Sequence[Consent], picture: Sequence[str], channel: str, day: str) -> str:
    """Return the best that the rows of one person say."""
    said = [_row(row, channel, day) for row in rows if _covers(row, picture)]
    return next((answer for answer in (YES, EXPIRED) if answer in said), NO)


def _covers(row: Consent, picture: Sequence[str]) -> bool:
    """Tell whether a row is for the picture. One that names files is not: a hash says nothing of a file's name."""
    known = {row.image.lower(), *getattr(row, "hashes", ())} - {""}
    return not known or bool(known & set(picture))


def _row(row: Consent, channel: str, day: str) -> str:
    if row.withdrawn and row.withdrawn[:10] <= day:
        return NO
    if row.channels and channel.lower() not in {name.lower() for name in row.channels}:
        return NO
    if (row.given and row.given[:10] > day) or (getattr(row, "minor", False) and not row.guardian):
        return NO
    return EXPIRED if row.expires and row.expires[:10] < day else YES
