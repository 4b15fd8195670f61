"""The offending line with a line of marks under its words, measured in the cells of a terminal."""

from __future__ import annotations

from postlint.record import NamedTuple
from postlint.writers.escaping import visible

_TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


class Sign(NamedTuple):
    """One code point as a terminal shows it, and how many cells it takes."""

    shown: str
    cells: int


class Excerpt(NamedTuple):
    """The line as shown, and the marks to print under it."""

    line: str
    marks: str


def excerpt(text: str, start: int, end: int, room: int) -> Excerpt:
    """Return the line of ``text`` on which code point ``start`` stands, at most ``room`` cells wide.

    The code points up to ``end`` are marked, those of further lines not. A longer line is shortened around
    them; an empty stretch gets one mark where it stands.
    """
    first, last = _line_around(text, start)
    start = min(start, last)
    end = min(max(end, start), last)
    # Every code point but a joined one takes a cell, so a few times the room holds all that can be seen.
    low, high = max(first, start - 2 * room), min(last, start + 2 * room)
    found = signs(text[low:high])
    begin, stop = start - low, min(end, high) - low
    left, right = 0, len(found)
    if (low, high) != (first, last) or sum(sign.cells for sign in found) > room:
        left, right = _window(found, begin, stop, room)
    before, after = "…" * (left > 0 or low > first), "…" * (right < len(found) or high < last)
    line = before + "".join(sign.shown for sign in found[left:right]) + after
    blank = len(before) + sum(sign.cells for sign in found[left:begin])
    marked = sum(sign.cells for sign in found[begin : min(stop, right)])
    return Excerpt(line.rstrip(), " " * blank + "^" * max(marked, 1))


def cells(text: str) -> int:
    """Return how many terminal cells a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(sign.cells for sign in signs(text))


def signs(text: str) -> list[Sign]:
    """Return each code point of ``text`` as shown: controls visible, wide letters and emoji two cells."""
    if text.isprintable() and max(text, default="") < "\u0300":
        return [Sign(letter, 1) for letter in text]
    found: list[Sign] = []
    before = ""
    for letter in text:
        if letter == _EMOJI_STYLE and found and found[-1].cells == 1:
            found[-1] = Sign(found[-1].shown, 2)
        found.append(_sign(letter, before))
        before = letter
    return found


def _sign(letter: str, before: str) -> Sign:
    if letter < "\u0300":
        shown = _TAB if letter == "\t" else visible(letter)
        return Sign(shown, len(shown))
    shown = visible(letter)
    if shown != letter:
        return Sign(shown, len(shown))
    return Sign(letter, _letter_cells(letter, before))


def _letter_cells(letter: str, before: str) -> int:
    from unicodedata import category, east_asian_width

    if before == _JOINER or (before and "\U0001f3fb" <= letter <= "\U0001f3ff"):
        return 0
    if category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def _line_around(text: str, start: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    if last > first and text[last - 1] == "\r":
        return first, last - 1
    return first, last if last >= 0 else len(text)


def _window(found: list[Sign], begin: int, stop: int, room: int) -> tuple[int, int]:
    """Return which signs to show: the marked ones, with as many around them as there is room for."""
    spare = room - 2 - sum(sign.cells for sign in found[begin:stop])
    right, _ = _reach(found, stop, 1, spare - spare // 2) if spare > 0 else _reach(found, begin, 1, room - 2)
    left, rest = _reach(found, begin, -1, spare - sum(sign.cells for sign in found[stop:right]))
    if right > stop:
        right, _ = _reach(found, right, 1, rest)
    while left < begin and not found[left].cells:  # An accent or the tail of an emoji has lost its head.
        left += 1
    return _at_word(found, left, begin, 1), _at_word(found, right, max(stop, 1), -1)


def _reach(found: list[Sign], index: int, step: int, room: int) -> tuple[int, int]:
    """Walk from ``index`` as far as ``room`` cells allow; return where that is and the cells left over."""
    while 0 <= (here := index if step > 0 else index - 1) < len(found) and found[here].cells <= room:
        room -= found[here].cells
        index += step
    return index, room


def _at_word(found: list[Sign], index: int, limit: int, step: int) -> int:
    """Move a cut to the edge of a word, where one is near; else leave it."""
    if index in (0, len(found)):
        return index
    for here in range(index - step, index + 16 * step, step):
        if (limit - here) * step <= 0:
            break
        if found[here if step > 0 else here - 1].shown.isspace():
            return here + step
    return index
