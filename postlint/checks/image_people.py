"""``image-people``: a recognisable person in a picture without a consent that holds for it.

A consent holds for a person where the register has a row for this picture and channel that was given, has not
expired when the post appears, is not withdrawn, and names a guardian if the person is a minor. There is no
exemption for private or informal settings, nor for colleagues.

Whom the register knows is told by the pseudonymous id, never by name.
"""

from __future__ import annotations

from postlint.consent.holding import MISSING, Shown, is_author, rows_of, verdict
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.post import Image, Person
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every person without a consent, and for every picture whose author cannot tell."""
    for number, image in enumerate(draft.post.images):
        file = image.file or str(number + 1)
        if image.identifiable is False:
            continue
        if image.people is None:
            yield Unknown("people-not-said", {"file": file})
        elif isinstance(image.people, str):
            yield Match(f"images[{number}].people", reason="unknown", facts={"file": file, "words": file})
        else:
            yield from _people(draft, number, image)


def _people(draft: Draft, number: int, image: Image) -> Iterator[Match | Unknown]:
    for person in image.people if isinstance(image.people, tuple) else ():
        lacking = _lacks(draft, number, image, person)
        if lacking is not None:
            yield lacking
        if isinstance(lacking, Unknown):
            return


def _lacks(draft: Draft, number: int, image: Image, person: Person) -> Match | Unknown | None:
    """Return what is missing for a person to be shown in a picture, ``None`` where nothing is."""
    author, file = draft.post.author, image.file or str(number + 1)
    if is_author(author, person.name, minor=person.minor):
        return None
    register = draft.consents()
    if register is None:
        return Unknown("register-missing", {"file": file})
    rows = rows_of(register.rows, person.name)
    if any(is_author(author, row.person, minor=person.minor) for row in rows):
        return None  # who stands in the post by id
    found = verdict(rows, _shown(draft, image, person))
    if not found.miss:
        return None
    told = found.row.pseudonym if found.row else person.name
    facts = {
        "file": file,
        "person": told,
        "ref": found.row.ref if found.row else "",
        "words": told,
        "channel": draft.post.channel or "-",
        "concerns": "minor" if found.minor else "",
    }
    return Match(f"images[{number}].people", reason="" if found.miss == MISSING else found.miss, facts=facts)


def _shown(draft: Draft, image: Image, person: Person) -> Shown:
    """Return how a person is shown, on the day on which the post appears at the place of its own zone."""
    day = (draft.post.scheduled or draft.now)[:10]
    return Shown(person.minor, image.file or "", (draft.post.channel or "").lower(), day)
