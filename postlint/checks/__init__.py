"""The kinds of looking, one file each. A check is ``find(draft, rule)`` and yields what it saw, or which fact
it lacks; severity, wording, waivers and redaction are not its business. A new kind is one file and one line."""

from __future__ import annotations

from postlint.checks import (
    accusation,
    address,
    advertising,
    affiliation,
    altered_quote,
    audience,
    authorship,
    comparison,
    confidence,
    contact,
    customer_contempt,
    employer_contempt,
    hidden_text,
    image_alt,
    image_content,
    image_credit,
    image_logo,
    image_people,
    link_share,
    incitement,
    marking,
    moderation,
    obligation,
    official_word,
    person_attack,
    persona,
    personal_data,
    phrase,
    quotation,
    report_confidentiality,
    role,
    secret_exposure,
    selling,
    sourcing,
    swearing,
    target_evaluation,
    threat,
    trolling,
)
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from postlint.draft import Draft, Match, Unknown
    from postlint.rule import Rule

    Check = Callable[[Draft, Rule], Iterator[Match | Unknown]]

CHECKS: Mapping[str, Check] = {
    "accusation": accusation.find,
    "address": address.find,
    "advertising": advertising.find,
    "affiliation": affiliation.find,
    "altered-quote": altered_quote.find,
    "audience": audience.find,
    "authorship": authorship.find,
    "comparison": comparison.find,
    "confidence": confidence.find,
    "contact": contact.find,
    "customer-contempt": customer_contempt.find,
    "employer-contempt": employer_contempt.find,
    "hidden-text": hidden_text.find,
    "image-alt": image_alt.find,
    "image-content": image_content.find,
    "image-credit": image_credit.find,
    "image-logo": image_logo.find,
    "image-people": image_people.find,
    "link-share": link_share.find,
    "incitement": incitement.find,
    "marking": marking.find,
    "moderation": moderation.find,
    "obligation": obligation.find,
    "official-word": official_word.find,
    "person-attack": person_attack.find,
    "persona": persona.find,
    "personal-data": personal_data.find,
    "phrase": phrase.find,
    "quotation": quotation.find,
    "report-confidentiality": report_confidentiality.find,
    "role": role.find,
    "secret-exposure": secret_exposure.find,
    "selling": selling.find,
    "sourcing": sourcing.find,
    "swearing": swearing.find,
    "target-evaluation": target_evaluation.find,
    "threat": threat.find,
    "trolling": trolling.find,
}
