"""What a picture itself says of the people in it, held against what its post says: part of ``image-people``.

A face that was found and a name in the file can contradict a post; no face found clears nobody. A picture that is
known again by its fingerprint brings its consents along, whatever it is called now: those that hold, and those that
were withdrawn.
"""

from __future__ import annotations

from postlint.consent.holding import covers, same
from postlint.draft import Match, Unknown
from postlint.pictures.hashing import known_again
from postlint.pictures.looking import NOT_OURS
from postlint.post import Person
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postlint.consent.register import Consent
    from postlint.draft import Draft
    from postlint.pictures.looking import Seen
    from postlint.post import Image

    Lacks = Callable[[Person], Match | Unknown | None]

ADULT = 18
_NO_RELEASE = "MR-NON"
_NOT_NAMED = ("", "image")  # what is missing where the register knows nothing for somebody in this picture


def look(draft: Draft, number: int, image: Image, lacks: Lacks) -> Iterator[Match | Unknown]:
    """Yield what the picture of a number adds to what its post says, or what could not be looked for.

    ``lacks`` returns what is missing for somebody to be shown in it, ``None`` where nothing is.
    """
    seen = draft.seen(number)
    file, silent = image.file or str(number + 1), image.people is None and image.identifiable is not False
    if seen is None or seen.broken:
        if silent:
            yield Unknown("people-not-said", {"file": file})
        if seen is not None:
            yield from _unopened(draft, number, file, seen)
        return
    told = list(_all(draft, image, seen, lacks))
    for answer in told:
        if isinstance(answer, Match):
            facts = {"file": file, "words": file, **answer.facts}
            yield answer._replace(field=f"images[{number}].file", facts=facts)
        else:
            yield answer
    if silent and not told:
        yield from _open_questions(file, seen)


def _unopened(draft: Draft, number: int, file: str, seen: Seen) -> Iterator[Match | Unknown]:
    if seen.broken in NOT_OURS:
        yield Unknown(f"seen-{seen.broken}", {"file": file})
        return
    why = say(seen.broken, draft.ui_lang or draft.post.lang or draft.text.language, **dict(seen.facts))
    facts = {"file": file, "words": file, "why": why}
    yield Match(f"images[{number}].file", reason="unreadable", facts=facts)


def _open_questions(file: str, seen: Seen) -> Iterator[Unknown]:
    """Yield what is still open where the post does not say who is in a picture, and the picture tells nothing."""
    if seen.faces is None:
        yield Unknown("people-not-said", {"file": file})
        yield Unknown(f"seen-{seen.faceless}", {"file": file})
    elif not seen.faces:
        yield Unknown("seen-no-face", {"file": file})


def _all(draft: Draft, image: Image, seen: Seen, lacks: Lacks) -> Iterator[Match | Unknown]:
    if image.identifiable is False:
        if seen.faces:
            yield Match("", reason="face-in-crowd", facts=_counted(seen))
        return
    rows = _rows_for(draft, image, seen)
    others = _others(image, seen, rows)
    yield from _unsaid(image, others, lacks)
    yield from _minor(image, seen, [*_named(image), *others, *_persons(rows)], lacks)
    yield from _faces(image, seen, rows, others, lacks)
    if image.people is None and seen.metadata.release == _NO_RELEASE and not seen.faces:
        yield Match("", reason="no-release")


def _named(image: Image) -> list[Person]:
    return list(image.people) if isinstance(image.people, tuple) else []


def _rows_for(draft: Draft, image: Image, seen: Seen) -> list[Consent]:
    """Return the rows of the register that are for this very picture, by its name or by a fingerprint."""
    register = draft.consents()
    rows = register.rows if register is not None else ()
    return [
        row for row in rows
        if (row.image or row.hashes) and covers(row, image.file or "", lambda row: _is_this(row, seen))
    ]  # fmt: skip


def _is_this(row: Consent, seen: Seen) -> bool:
    return known_again((row.image, *row.hashes), seen.fingerprints)


def _persons(rows: list[Consent]) -> list[Person]:
    """Return the people of rows, called as reports call them: by their ids."""
    return [Person(row.pseudonym, row.minor or bool(row.guardian)) for row in rows if row.person]


def _others(image: Image, seen: Seen, rows: list[Consent]) -> list[Person]:
    """Return those whom the post does not name, but the file or, by a fingerprint, the register."""
    known = {same(person.name) for person in _named(image)}
    found: dict[str, Person] = {}
    unnamed = [row for row in rows if _is_this(row, seen) and not known & {same(row.person), same(row.ref), row.id}]
    by_register = _persons(unnamed)
    for person in [*by_register, *(Person(name) for name in seen.metadata.persons)]:
        if same(person.name) not in known:
            found.setdefault(same(person.name), person)
    return list(found.values())


def _unsaid(image: Image, others: list[Person], lacks: Lacks) -> Iterator[Match | Unknown]:
    """Yield what those lack whom only the file or the register names; in one match, if the post says nobody."""
    names = []
    for person in others:
        missing = lacks(person)
        if missing is None:
            continue
        if isinstance(missing, Match) and missing.reason not in _NOT_NAMED:
            yield missing
        elif image.people == ():
            names.append(person.name)
        elif isinstance(missing, Match):
            yield Match("", reason="name-in-file", facts={"person": person.name, "words": person.name})
        else:
            yield missing
    if names:
        yield Match("", reason="name-in-empty", facts={"person": ", ".join(names), "words": names[0]})


def _minor(image: Image, seen: Seen, people: list[Person], lacks: Lacks) -> Iterator[Match]:
    """Yield a match where the file says that a child is shown, and no guardian has agreed."""
    age = seen.metadata.age
    if age is None or age >= ADULT:
        return
    if not any(lacks(person._replace(minor=True)) is None for person in people):
        yield Match("", reason="minor-in-file", facts={"age": str(age), "concerns": "minor"})


def _faces(image: Image, seen: Seen, rows: list[Consent], others: list[Person], lacks: Lacks) -> Iterator[Match]:
    """Yield a match where there are more faces than the post, the file and the register account for."""
    if not seen.faces or isinstance(image.people, str):
        return
    counted = _counted(seen)
    if image.people is None:
        covered = {same(person.name) for person in _persons(rows) if lacks(person) is None}
        covered |= {same(person.name) for person in others}
        if len(covered) < len(seen.faces):
            yield Match("", reason="faces", facts={**counted, "consents": str(len(covered))})
    elif not image.people:
        yield Match("", reason="face-in-empty", facts=counted)
    elif len(seen.faces) > len(image.people) + len(others):
        named = str(len(image.people) + len(others))
        yield Match("", reason="more-faces", facts={**counted, "named": named})


def _counted(seen: Seen) -> dict[str, str]:
    return {"faces": str(len(seen.faces or ()))}
