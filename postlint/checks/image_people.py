"""``image-people``: a recognisable person in a picture without a consent that holds for it.

A consent holds for a person where the register has a row for this picture and channel that was given, has not
expired when the post appears, is not withdrawn, and names a guardian if the person is a minor. There is no
exemption for private or informal settings, nor for colleagues.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.consent.register import Consent
    from postlint.draft import Draft
    from postlint.post import Image, Person
    from postlint.rule import Rule

# What is missing, from the nearest miss to the farthest: the nearest is the one worth telling.
_MISSES = ("withdrawn", "expired", "guardian", "channel", "not-yet", "image")


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
    file = image.file or str(number + 1)
    if _is_author(draft, person):
        return None
    if draft.consents() is None:
        return Unknown("register-missing", {"file": file})
    miss = _miss(draft, number, image, person)
    if miss is None:
        return None
    facts = {
        "file": file,
        "person": person.name,
        "ref": miss[1],
        "words": person.name,
        "channel": draft.post.channel or "-",
        "concerns": "minor" if person.minor else "",
    }
    return Match(f"images[{number}].people", reason=miss[0], facts=facts)


def _is_author(draft: Draft, person: Person) -> bool:
    author = draft.post.author
    names = {_same(person.name)}
    return not person.minor and (
        bool(names & {_same(author.name or ""), _same(author.handle or "")})
        or _same(person.name) in ("author", "me", "mig")
    )


def _same(name: str) -> str:
    return " ".join(fold(name).split())


def _miss(draft: Draft, number: int, image: Image, person: Person) -> tuple[str, str] | None:
    """Return why no consent covers the person, with the reference of the nearest one; ``None`` if one does."""
    register = draft.consents()
    rows = [row for row in register.rows if _same(row.person) == _same(person.name)] if register else []
    misses: list[tuple[str, str]] = []
    for row in rows:
        miss = _row_miss(draft, number, image, person, row)
        if miss is None:
            return None
        misses.append((miss, row.ref))
    return min(misses, key=lambda miss: _MISSES.index(miss[0])) if misses else ("", "")


def _row_miss(draft: Draft, number: int, image: Image, person: Person, row: Consent) -> str | None:
    when = _day(draft)
    if (row.image or row.hashes) and not (
        _covers(row.image, image.file or "") or _is_known_again(draft, number, row)
    ):
        return "image"
    if row.withdrawn and row.withdrawn[:10] <= when:
        return "withdrawn"
    if row.expires and row.expires[:10] < when:
        return "expired"
    if person.minor and not row.guardian:
        return "guardian"
    if row.channels and draft.post.channel and draft.post.channel.lower() not in {c.lower() for c in row.channels}:
        return "channel"
    if row.channels and not draft.post.channel:
        return "channel"
    return "not-yet" if row.given and row.given[:10] > when else None


def _day(draft: Draft) -> str:
    """Return the day on which the post appears, at the place of its own zone (ISO 8601 date)."""
    return (draft.post.scheduled or draft.now)[:10]


def _is_known_again(draft: Draft, number: int, row: Consent) -> bool:
    """Say whether the picture is the one that was agreed to, whatever its file is called now."""
    seen = draft.seen(number)
    if seen is None or seen.broken:
        return False
    from postlint.pictures.hashing import known_again

    return known_again((row.image, *row.hashes), seen.fingerprints)


def _covers(pattern: str, file: str) -> bool:
    base = file.replace("\\", "/").rsplit("/", 1)[-1]
    return fnmatchcase(file.lower(), pattern.lower()) or fnmatchcase(base.lower(), pattern.lower())
