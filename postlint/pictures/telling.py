"""What was seen in a picture, for people in plain words and for programs as values."""

from __future__ import annotations

from postlint.pictures.hashing import is_plain
from postlint.pictures.looking import EXTRA_MISSING
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.pictures.looking import Seen, Spot

_RELEASES = ("MR-NON", "MR-NAP", "MR-UMR", "MR-LMR")
_MADE_BY_MACHINE = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")


def lines(seen: Seen, lang: str) -> Iterator[str]:
    """Yield what was seen in a picture that was opened, one line each."""
    yield say("picture-size", lang, format=seen.format, width=seen.width, height=seen.height)
    yield say("picture-faces", lang, found=_spots(seen.faces, lang, names=False))
    if seen.logos is not None or seen.logoless:
        yield say("picture-logos", lang, found=_spots(seen.logos, lang, names=True))
    yield from _of_the_file(seen, lang)
    yield say("picture-known", lang, sha256=seen.sha256, dhash=seen.dhash)
    if is_plain(seen.dhash):
        yield say("picture-plain", lang)
    if EXTRA_MISSING in (seen.faceless, seen.logoless):
        yield say("picture-extra", lang)


def value(file: str, seen: Seen) -> dict[str, object]:
    """Return what was seen as values for JSON. A position is told as such, never where it is."""
    if seen.broken:
        return {"file": file, "problem": {"code": seen.broken, **dict(seen.facts)}}
    metadata = seen.metadata
    return {
        "file": file,
        "format": seen.format,
        "width": seen.width,
        "height": seen.height,
        "sha256": seen.sha256,
        "dhash": seen.dhash,
        "metadata": {
            "position": metadata.position,
            "persons": list(metadata.persons),
            "release": metadata.release,
            "youngest": metadata.age,
            "creators": list(metadata.creators),
            "credit": metadata.credit,
            "rights": metadata.rights,
            "digital_source": metadata.source,
            "adult_content_warning": metadata.warned,
            "unread": list(metadata.unread),
        },
        "faces": _values(seen, seen.faces),
        "logos": _values(seen, seen.logos),
        "not_evaluated": _not_evaluated(seen),
    }


def _not_evaluated(seen: Seen) -> list[dict[str, str]]:
    found = [("faces", seen.faceless), ("logos", seen.logoless or ("" if seen.logos is not None else "no-logos"))]
    return [{"what": what, "why": why} for what, why in found if why]


def _values(seen: Seen, spots: Sequence[Spot] | None) -> list[dict[str, object]] | None:
    """Return places in whole pixels of the picture itself, upright."""
    if spots is None:
        return None
    found: list[dict[str, object]] = []
    for spot in spots:
        left, top = round(spot.left * seen.width), round(spot.top * seen.height)
        width, height = round(spot.right * seen.width) - left, round(spot.bottom * seen.height) - top
        box: dict[str, object] = {"left": left, "top": top, "width": width, "height": height}
        found.append({**box, "name": spot.name} if spot.name else box)
    return found


def _spots(spots: Sequence[Spot] | None, lang: str, *, names: bool) -> str:
    if spots is None:
        return say("picture-not-looked", lang)
    if not spots:
        return say("picture-none-found", lang)
    places = [say(spot.where(), lang) for spot in spots]
    told = [f"{spot.name} {place}" if names and spot.name else place for spot, place in zip(spots, places, strict=True)]
    return f"{len(spots)} ({', '.join(told)})"


def _of_the_file(seen: Seen, lang: str) -> Iterator[str]:
    """Yield what the file says of itself, as far as it matters before publishing."""
    metadata = seen.metadata
    if metadata.position:
        yield say("picture-position", lang)
    if metadata.persons:
        yield say("picture-persons", lang, names=", ".join(metadata.persons))
    if metadata.release in _RELEASES:
        yield say(f"picture-release-{metadata.release[3:].lower()}", lang)
    if metadata.age is not None:
        yield say("picture-age", lang, age=metadata.age)
    if metadata.creators:
        yield say("picture-creators", lang, names=", ".join(metadata.creators))
    if metadata.credit or metadata.rights:
        yield say("picture-rights", lang, words=" / ".join(filter(None, (metadata.credit, metadata.rights))))
    if metadata.source in _MADE_BY_MACHINE:
        yield say("picture-machine", lang, source=metadata.source)
    if metadata.warned:
        yield say("picture-warned", lang)
    if metadata.unread:
        yield say("picture-unread", lang, parts=", ".join(metadata.unread))
