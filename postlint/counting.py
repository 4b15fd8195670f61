"""How long a text is, counted as the platforms count.

Units: ``characters`` (code points), ``utf-16`` (UTF-16 units), ``bytes`` (UTF-8), ``graphemes`` (what a reader sees
as one sign, Unicode UAX #29), ``weighted`` (X: twitter-text, configuration 3), ``mastodon``, ``bluesky`` and
``threads`` (graphemes with exceptions, told at each), ``hashtags`` and ``links`` (different ones).
"""

from __future__ import annotations

import re

from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Piece = tuple[int, int]  # the code point where it begins, and what it counts

UNITS = (
    "characters", "utf-16", "bytes", "graphemes", "weighted", "mastodon", "bluesky", "threads", "hashtags", "links",
)  # fmt: skip
LINK = 23  # what a link counts on X and Mastodon, however long it is
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # twitter-text: these weigh 1, all others 2
_PATH, _SHOWN, _DOTS = 15, 13, 3  # Bluesky's app cuts paths longer than 15 to 13 letters and three dots

_HASHTAG = lazy(r"(?<![\w&/#@])#\w*[^\W\d_]\w*")
# Mastodon: the server's name after a remote handle does not count.
_REMOTE = lazy(r"(?<![\w/@.])(@\w+(?:[\w.-]*\w)?)@[\w.-]*\w")
_SCHEME = lazy(r"https?://", re.IGNORECASE)
# Emoji as they are drawn: by nature, or made so by a variation selector, a keycap or a flag's letters.
_EMOJI = r"\p{Emoji_Presentation}|\ufe0f|\u20e3|[\U0001f1e6-\U0001f1ff]"


def measure(text: str, unit: str, most: int, links: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """Return how much a text counts in a unit of ``UNITS``, and the code point at which ``most`` is passed.

    ``links`` are the stretches of links in code points, in order. Where ``most`` is not passed, the second number
    is the length of the text.
    """
    total, passed = 0, len(text)
    for start, weight in _pieces(text, unit, links):
        if total <= most < total + weight:
            passed = start
        total += weight
    return total, passed


def _pieces(text: str, unit: str, links: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    if unit == "hashtags":
        return ((found.start(), 1) for found in _HASHTAG.finditer(text))
    if unit == "links":
        return _different(text, links)
    return _with_exceptions(text, unit, _exceptions(text, unit, links))


def _different(text: str, links: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    seen: set[str] = set()
    for start, end in links:
        if text[start:end] not in seen:
            seen.add(text[start:end])
            yield start, 1


def _with_exceptions(text: str, unit: str, exceptions: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
    """Yield the pieces of a text: exceptions as one piece each, and everything between them sign by sign."""
    at = 0
    for start, end, weight in exceptions:
        yield from _signs(text, at, start, unit)
        yield start, weight
        at = end
    yield from _signs(text, at, len(text), unit)


def _exceptions(text: str, unit: str, links: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return the stretches that do not count sign by sign, as (start, end, what they count)."""
    if unit == "weighted":
        return [(start, end, LINK) for start, end in links]
    if unit == "bluesky":
        return [(start, end, _shown(text[start:end])) for start, end in links]
    if unit == "mastodon":
        found = [(start, end, LINK) for start, end in links if _SCHEME.match(text, start)]
        found += [
            (remote.start(), remote.end(), len(remote[1]))
            for remote in _REMOTE.finditer(text)
            if not any(start <= remote.start() < end for start, end in links)
        ]
        return sorted(found)
    return []


def _shown(link: str) -> int:
    """Return how long Bluesky shows a link: without the scheme, a long path cut."""
    host, slash, path = _SCHEME.sub("", link).partition("/")
    path = slash + path if path else ""
    return len(host) + (len(path) if len(path) <= _PATH else _SHOWN + _DOTS)


def _signs(text: str, start: int, end: int, unit: str) -> Iterator[Piece]:
    if unit in ("characters", "utf-16", "bytes"):
        for at in range(start, end):
            yield at, _plain_weight(text[at], unit)
        return
    if start < end and max(text[start:end]) < "\u0300" and "\r" not in text:
        # Letters below the combining marks are one sign each, of the lightest weight.
        for at in range(start, end):
            yield at, 1
        return
    import regex

    emoji = regex.compile(_EMOJI)
    for found in regex.finditer(r"\X", text, pos=start, endpos=end):
        sign = found[0]
        if unit == "weighted":
            yield found.start(), 2 if emoji.search(sign) else _weight(sign)
        elif unit == "threads" and emoji.search(sign):
            yield found.start(), len(sign.encode("utf-8", "surrogatepass"))
        else:
            yield found.start(), 1


def _plain_weight(sign: str, unit: str) -> int:
    if sign == "\r":  # a line end counts once
        return 0
    if unit == "utf-16":
        return 2 if ord(sign) > 0xFFFF else 1
    return len(sign.encode("utf-8", "surrogatepass")) if unit == "bytes" else 1


def _weight(sign: str) -> int:
    """Return what one grapheme weighs on X, composed (NFC) as twitter-text has it."""
    import unicodedata

    total = 0
    for letter in unicodedata.normalize("NFC", sign.replace("\r", "")):
        total += 1 if any(low <= ord(letter) <= high for low, high in _LIGHT) else 2
    return total
