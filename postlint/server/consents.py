"""Whether a picture may be shown: yes, no or expired for each person, by id and never by name."""

from __future__ import annotations

from postlint.consent.holding import Shown, rows_of, verdict
from postlint.pictures.hashing import known_again
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.consent.register import Consent, Register

YES, NO, EXPIRED = "yes", "no", "expired"


def answers(register: Register, people: Sequence[str], picture: Sequence[str], channel: str, day: str) -> list[str]:
    """Return the answer for each of ``people``, named by id, or by the reference of a row.

    ``picture`` are the hashes of the picture (``sha256:…``, ``dhash:…``), ``channel`` is empty where it is not said,
    ``day`` is an ISO 8601 date.
    """

    def known(row: Consent) -> bool:
        return known_again((row.image, *row.hashes), picture)

    shown = Shown(False, "", channel.lower(), day, known)
    return [_answer(verdict(rows_of(register.rows, who), shown).miss) for who in people]


def _answer(miss: str) -> str:
    return {"": YES, "expired": EXPIRED}.get(miss, NO)
