"""``image-logo``: a picture that shows the organisation's logo, by its facts, its name, its alt text, or its pixels."""

from __future__ import annotations

import re

from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft
    from postlint.post import Image
    from postlint.rule import Rule

_REACH = 6  # words between the name and the word for a logo
_PART = lazy(r"[^\W_]+")
_CAMEL = lazy(r"(?<=[a-zæøå0-9])(?=[A-ZÆØÅ])")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every picture with a sign of the logo, the surest sign first."""
    alts = {document.field: document for document in draft.documents}
    for number, image in enumerate(draft.post.images):
        match = _sign(draft, number, image, alts.get(f"images[{number}].alt")) or _seen(draft, number, image)
        if isinstance(match, Unknown):
            yield match
        elif match is not None:
            incidental = image.incidental is True
            yield match._replace(
                reason="incidental" if incidental else match.reason,
                facts={"file": image.file or image.alt or str(number + 1), **match.facts},
            )


def _sign(draft: Draft, number: int, image: Image, alt: Document | None) -> Match | None:
    place = f"images[{number}]"
    for shown in image.shows:
        kind, _, name = shown.partition(":")
        if kind.strip().lower() == "logo" and _is_ours(draft, name):
            return Match(f"{place}.shows", facts={"words": name.strip()})
    if image.file and _file_shows(draft, image.file):
        return Match(f"{place}.file", facts={"words": image.file})
    return _alt_shows(alt) if alt is not None else None


def _seen(draft: Draft, number: int, image: Image) -> Match | Unknown | None:
    """Return where the logo was found in the picture itself, or that it could not be looked for."""
    seen = draft.seen(number) if draft.settings.organisation.logos else None
    if seen is None or not seen.logos:
        return Unknown("seen-logos-missing", {"file": image.file or ""}) if seen and seen.logoless else None
    logo = seen.logos[0]
    if logo[:4] == (0, 0, 1, 1):  # the picture is the logo, whatever it is called
        return Match(f"images[{number}].file", facts={"words": logo.name})
    where = say(logo.where(), draft.ui_lang or draft.post.lang or draft.text.language)
    return Match(f"images[{number}].file", reason="seen", facts={"where": where, "words": logo.name})


def _is_ours(draft: Draft, name: str) -> bool:
    return fold(re.sub(r"\W", "", _without_form(name))) in draft.text.world.organisation


def _without_form(name: str) -> str:
    return re.sub(r"[\s,]+(?:a/s|aps|i/s)\s*$", "", name.strip(), flags=re.IGNORECASE)


def _file_shows(draft: Draft, path: str) -> bool:
    """Say whether a file name is a configured logo, or names both the organisation and a logo."""
    base = re.split(r"[/\\]", path)[-1].lower()
    if base in {re.split(r"[/\\]", logo)[-1].lower() for logo in draft.settings.organisation.logos}:
        return True
    stem = base.rsplit(".", 1)[0]
    for logo in draft.settings.organisation.logos:
        known = re.split(r"[/\\]", logo)[-1].lower().rsplit(".", 1)[0]
        if known and re.search(rf"(?<![^\W_]){re.escape(known)}(?![^\W\d_])", stem):
            return True
    original = re.split(r"[/\\]", path)[-1].rsplit(".", 1)[0]
    parts = [fold(part) for part in _PART.findall(_CAMEL.sub(" ", original))]
    joined = "".join(parts)
    return any(_is_mark(part) for part in parts) and any(name in joined for name in draft.text.world.organisation)


def _is_mark(part: str) -> bool:
    return part in _FILE_MARKS or any(part.endswith(mark) for mark in _FILE_MARKS if len(mark) > 5)


_FILE_MARKS = frozenset(
    "logo logos logoet logotype logotyp bomaerke bomaerket navnetraek vaabenskjold wordmark brandmark crest letterhead "
    "brevpapir brevhoved emblem".split()
)


def _alt_shows(alt: Document) -> Match | None:
    """Return where an alt text speaks of our logo: a word for it near our name, or "our logo"."""
    for hit in alt.hits.get("logo-own", ()):
        return Match(alt.field, alt, alt.starts[hit.first], alt.ends[hit.last - 1])
    for hit in alt.hits.get("logo-mark", ()):
        sentence = alt.sentence_at(hit.first)
        for mention in alt.mentions:
            near = sentence.first <= mention.first < sentence.last
            near = near and _near(mention.first, mention.last, hit.first, hit.last)
            denied = alt.any("negator", max(sentence.first, hit.first - 3), hit.first)
            if mention.kind in ("organisation", "product") and near and not denied:
                first, last = min(mention.first, hit.first), max(mention.last, hit.last)
                return Match(alt.field, alt, alt.starts[first], alt.ends[last - 1])
    return None


def _near(first: int, last: int, other_first: int, other_last: int) -> bool:
    return max(first - other_last, other_first - last) <= _REACH
