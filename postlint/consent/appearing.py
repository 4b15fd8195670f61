"""Who appears in the pictures of a post, and whether the register has a consent that holds for it."""

from __future__ import annotations

from postlint.consent.holding import MISSING, Shown, Verdict, covers, is_author, rows_of, verdict
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.consent.register import Consent
    from postlint.post import Image, Person, Post

_FINE = ("holds", "author", "not-identifiable", "not-said")


class Appearance(NamedTuple):
    """Somebody in a picture of a post, or, without a name, a picture that does not say who is in it.

    ``field`` is the place in the post (``images[0].people[1]``); ``name`` is as the post has it, a name or an id.
    ``state`` is ``holds``, a miss of ``holding``, ``author`` or ``not-identifiable`` (no consent is needed),
    ``unknown`` (the author cannot tell), ``not-said``, or ``without`` (holds now, but not after a withdrawal).
    """

    field: str
    file: str
    state: str
    verdict: Verdict = Verdict(MISSING)
    name: str = ""

    @property
    def lacks(self) -> bool:
        """Return whether a consent is needed and none holds."""
        return self.state not in _FINE


def appearances(post: Post, rows: Sequence[Consent], today: str) -> Iterator[Appearance]:
    """Yield everybody in the pictures of a post, held against the rows of a register. ``today`` counts where the post
    is not scheduled."""
    for number, image in enumerate(post.images):
        field, file = f"images[{number}].people", image.file or f"images[{number}]"
        if image.identifiable is False:
            yield Appearance(field, file, "not-identifiable")
        elif image.people is None:
            yield Appearance(field, file, "not-said")
        elif isinstance(image.people, str):
            yield Appearance(field, file, "unknown")
        else:
            for place, person in enumerate(image.people):
                yield _appearance(Appearance(f"{field}[{place}]", file, ""), post, image, person, rows, today)


def touched(post: Post, rows: Sequence[Consent], withdrawn: Sequence[Consent], today: str) -> Iterator[Appearance]:
    """Yield the appearances that rest on some rows, each judged as if those were withdrawn already."""
    refs = {row.ref for row in withdrawn}
    after = [row._replace(withdrawn=row.withdrawn or today) if row.ref in refs else row for row in rows]
    for number, image in enumerate(post.images):
        people = image.people if isinstance(image.people, tuple) and image.identifiable is not False else ()
        for place, person in enumerate(people):
            if any(_rests(row, image, post) for row in rows_of(withdrawn, person.name)):
                start = Appearance(f"images[{number}].people[{place}]", image.file or f"images[{number}]", "")
                found = _appearance(start, post, image, person, after, today)
                before = _appearance(start, post, image, person, rows, today)
                yield found._replace(state="without") if found.lacks and not before.lacks else found


def _appearance(
    start: Appearance, post: Post, image: Image, person: Person, rows: Sequence[Consent], today: str
) -> Appearance:
    own = rows_of(rows, person.name)
    if any(is_author(post.author, name, minor=person.minor) for name in (person.name, *(row.person for row in own))):
        return start._replace(state="author", name=person.name)
    day = (post.scheduled or today)[:10]
    found = verdict(own, Shown(person.minor, image.file or "", (post.channel or "").lower(), day))
    return start._replace(state=found.miss or "holds", verdict=found, name=person.name)


def _rests(row: Consent, image: Image, post: Post) -> bool:
    channel = (post.channel or "").lower()
    on_it = not row.channels or not channel or channel in {one.lower() for one in row.channels}
    return on_it and covers(row, image.file or "")
