"""Whether a consent holds: for this person, in this picture, on this channel, on this day.

A row holds where it covers picture and channel, was given, has not expired, is not withdrawn, and names a guardian
if the person is a minor. Where two rows of one person are for the same picture, and one is withdrawn, the one that
was given later counts.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from postlint.fold import fold
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from postlint.consent.register import Consent
    from postlint.post import Author

MISSING = "missing"
# What is lacking, from the nearest miss to the farthest: the nearest is the one worth telling.
MISSES = ("withdrawn", "expired", "guardian", "channel", "not-yet", "image")


def unknown(row: Consent) -> bool:
    """Tell of a picture that nobody has looked at whether it is known again by a row's fingerprints: it is not."""
    return False


class Shown(NamedTuple):
    """Somebody shown in a picture that appears: the picture's file (empty: not said), the channel in small letters
    (empty: not said), the day (ISO 8601 date), and what tells whether the picture is one that a row has the
    fingerprints of."""

    minor: bool
    file: str
    channel: str
    day: str
    known: Callable[[Consent], bool] = unknown


class Verdict(NamedTuple):
    """``miss`` is empty where ``row`` holds; else it is ``MISSING``, without a row, or one of ``MISSES``, and
    ``row`` is the nearest one. ``minor``: the person is one, as the post or the register says."""

    miss: str
    row: Consent | None = None
    minor: bool = False


def rows_of(rows: Iterable[Consent], who: str) -> list[Consent]:
    """Return the rows of a person who is named as posts do it: by name, by id, or by the reference of one row."""
    asked, word = same(who), who.strip().lower()
    if not asked:
        return []
    rows = list(rows)
    names = {same(row.person) for row in rows if word in (row.id, row.ref.lower())} | {asked}
    return [row for row in rows if same(row.person) in names]


def verdict(rows: Sequence[Consent], shown: Shown) -> Verdict:
    """Return whether one of the rows of a person holds, else the nearest miss."""
    minor = shown.minor or any(row.minor for row in rows)
    misses: list[Verdict] = []
    for row in rows:
        lacking = _lacking(row, shown._replace(minor=minor))
        later = None if lacking else _withdrawal(row, rows, shown)
        if not lacking and later is None:
            return Verdict("", row, minor)
        misses.append(Verdict(lacking or "withdrawn", later or row, minor))
    if not misses:
        return Verdict(MISSING, None, minor)
    return min(misses, key=lambda miss: MISSES.index(miss.miss))


def covers(row: Consent, file: str, known: Callable[[Consent], bool] = unknown) -> bool:
    """Tell whether a row is for this picture: for any, by its name (which may be a fingerprint), or by the picture."""
    if not row.image and not row.hashes:
        return True
    if known(row) or file.lower() in row.hashes:
        return True
    base, pattern = file.replace("\\", "/").rsplit("/", 1)[-1], row.image.lower()
    return bool(pattern) and (fnmatchcase(file.lower(), pattern) or fnmatchcase(base.lower(), pattern))


def same(name: str) -> str:
    """Return a name in the one spelling in which names are compared."""
    return " ".join(fold(name).split())


def is_author(author: Author, name: str, *, minor: bool) -> bool:
    """Tell whether somebody in a picture is who writes, which needs no consent."""
    names = {same(author.name or ""), same(author.handle or ""), "author", "me", "mig"}
    return not minor and same(name) in names and bool(same(name))


def state(row: Consent, day: str) -> str:
    """Return how a row does on a day, whatever the picture: ``holds``, or one of ``MISSES``."""
    return _time(row, day) or ("guardian" if row.minor and not row.guardian else "holds")


def conflicts(rows: Sequence[Consent]) -> list[tuple[Consent, Consent]]:
    """Return pairs of rows for the same person, picture and channels of which one is withdrawn and one is not:
    first the one that counts."""
    by_person: dict[str, list[Consent]] = {}
    found = []
    for row in rows:
        for other in by_person.setdefault(same(row.person), []):
            if bool(row.withdrawn) != bool(other.withdrawn) and _same_scope(row, other):
                withdrawn, kept = (row, other) if row.withdrawn else (other, row)
                found.append((kept, withdrawn) if _is_later(kept, withdrawn) else (withdrawn, kept))
        by_person[same(row.person)].append(row)
    return found


def _lacking(row: Consent, shown: Shown) -> str:
    if not covers(row, shown.file, shown.known):
        return "image"
    timely = _time(row, shown.day)
    if timely in ("withdrawn", "expired"):
        return timely
    if shown.minor and not row.guardian:
        return "guardian"
    if row.channels and shown.channel not in {channel.lower() for channel in row.channels}:
        return "channel"
    return timely


def _time(row: Consent, day: str) -> str:
    if row.withdrawn and row.withdrawn[:10] <= day:
        return "withdrawn"
    if row.expires and row.expires[:10] < day:
        return "expired"
    return "not-yet" if row.given and row.given[:10] > day else ""


def _withdrawal(row: Consent, rows: Sequence[Consent], shown: Shown) -> Consent | None:
    """Return a row for the same picture that was given no earlier than ``row`` and is withdrawn, if there is one."""
    for other in rows:
        covered = not other.channels or shown.channel in {channel.lower() for channel in other.channels}
        withdrawn = other.withdrawn and other.withdrawn[:10] <= shown.day
        if withdrawn and covered and _same_picture(row, other) and not _is_later(row, other):
            return other
    return None


def _is_later(kept: Consent, withdrawn: Consent) -> bool:
    """Tell whether a consent was given after one that is withdrawn. Where the latter does not say when it was given,
    the withdrawal's own day counts; where the former does not, it was not."""
    return bool(kept.given) and kept.given[:10] > (withdrawn.given or withdrawn.withdrawn)[:10]


def _same_picture(row: Consent, other: Consent) -> bool:
    if set(row.hashes) & set(other.hashes):
        return True
    return row.image.lower() == other.image.lower() and bool(row.image or not (row.hashes or other.hashes))


def _same_scope(row: Consent, other: Consent) -> bool:
    channels = {channel.lower() for channel in row.channels}, {channel.lower() for channel in other.channels}
    return _same_picture(row, other) and channels[0] == channels[1]
