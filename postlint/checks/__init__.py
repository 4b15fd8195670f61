"""The kinds of looking, one file each. A check is ``find(draft, rule)`` and yields what it saw, or which fact
it lacks; severity, wording, waivers and redaction are not its business. A new kind is one file and one line."""

from __future__ import annotations

from postlint.checks import (
    address,
    image_logo,
    image_people,
    marking,
    obligation,
    person_attack,
    personal_data,
    phrase,
    quotation,
    secret_exposure,
    swearing,
    target_evaluation,
)
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from postlint.draft import Draft, Match, Unknown
    from postlint.rule import Rule

    Check = Callable[[Draft, Rule], Iterator[Match | Unknown]]

CHECKS: Mapping[str, Check] = {
    "address": address.find,
    "image-logo": image_logo.find,
    "image-people": image_people.find,
    "marking": marking.find,
    "obligation": obligation.find,
    "person-attack": person_attack.find,
    "personal-data": personal_data.find,
    "phrase": phrase.find,
    "quotation": quotation.find,
    "secret-exposure": secret_exposure.find,
    "swearing": swearing.find,
    "target-evaluation": target_evaluation.find,
}
