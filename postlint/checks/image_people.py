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

    from postlint.consent.register import Consent
    from postlint.draft import Draft
    from postlint.post import Image, Person
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every person without a consent, for every picture whose author cannot tell, and for what
    the picture itself shows of people."""
    for number, image in enumerate(draft.post.images):
        if image.identifiable is not False:
            yield from _said(draft, number, image)
        yield from _looked_at(draft, number, image)


def _looked_at(draft: Draft, number: int, image: Image) -> Iterator[Match | Unknown]:
    from postlint.checks.image_faces import look

    return look(draft, number, image, lambda person: _lacks(draft, number, image, person))


def _said(draft: Draft, number: int, image: Image) -> Iterator[Match | Unknown]:
    """Yield what follows from the post alone."""
    file = image.file or str(number + 1)
    if isinstance(image.people, str):
        yield Match(f"images[{number}].people", reason="unknown", facts={"file": file, "words": file})
        return
    for person in image.people or ():
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
    found = verdict(rows, _shown(draft, number, image, person))
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


def _shown(draft: Draft, number: int, image: Image, person: Person) -> Shown:
    """Return how a person is shown, on the day on which the post appears at the place of its own zone."""
    day = (draft.post.scheduled or draft.now)[:10]

    def known(row: Consent) -> bool:
        return _is_known_again(draft, number, row)

    return Shown(person.minor, image.file or "", (draft.post.channel or "").lower(), day, known)


def _is_known_again(draft: Draft, number: int, row: Consent) -> bool:
    """Say whether the picture is the one that was agreed to, whatever its file is called now."""
    seen = draft.seen(number)
    if seen is None or seen.broken:
        return False
    from postlint.pictures.hashing import known_again

    return known_again((row.image, *row.hashes), seen.fingerprints)
