"""The text of a post with its findings marked, each mark with a number that leads to what is said of it."""

from __future__ import annotations

import re
from itertools import pairwise

from postlint.finding import SEVERITIES
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.wording import say
from postlint.writers.html.frame import lines, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHOLE = 3000  # code points up to which a text is shown whole
_AROUND = 300  # code points shown around a finding of a longer one
_BLOCKS = re.compile("█+(?:[^\\S\n]*█+)*")


class Mark(NamedTuple):
    """A stretch to mark, in code points, half open; ``number`` is the finding's within its post, from 1."""

    number: int
    start: int
    end: int
    severity: str


class Paper(NamedTuple):
    """Whose text it is: ``post`` is its number on the page; ``hides`` says that blocks stand for hidden words."""

    post: int
    lang: str
    hides: bool


def marked(words: str, marks: Sequence[Mark], paper: Paper) -> Iterator[str]:
    """Yield the parts of a text in HTML: all of a short one, the surroundings of its findings of a long one."""
    end = 0
    for first, last in _windows(words, marks):
        if first > end:
            yield _gap(paper.lang)
        yield _body(words, first, last, marks, paper)
        end = last
    if end < len(words):
        yield _gap(paper.lang)


def hidden(told: str, paper: Paper) -> str:
    """Return HTML with a word in place of the blocks that stand for hidden words."""
    if not paper.hides or "█" not in told:
        return told
    return _BLOCKS.sub(f'<span class="gone">{text(say("report-hidden-words", paper.lang))}</span>', told)


def _windows(words: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    if len(words) <= WHOLE:
        return [(0, len(words))]
    joined: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda one: one.start):
        first = words.rfind("\n", 0, max(mark.start - _AROUND, 0)) + 1
        last = words.find("\n", min(mark.end + _AROUND, len(words)))
        first, last = max(first, mark.start - 2 * _AROUND), len(words) if last < 0 else last
        last = max(mark.end, min(last, mark.end + 2 * _AROUND))
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _gap(lang: str) -> str:
    return f'<p class="gap">{text(say("report-gap", lang))}</p>'


def _body(words: str, first: int, last: int, marks: Sequence[Mark], paper: Paper) -> str:
    """Return one stretch: cut where a mark begins or ends, so that marks may overlap."""
    within = [mark for mark in marks if mark.start <= last and mark.end >= first]
    cuts = sorted({first, last, *(max(mark.start, first) for mark in within), *(mark.end for mark in within)})
    parts = [_references([mark for mark in within if mark.start == mark.end == first], paper)]
    for start, end in pairwise(cuts):
        over = [mark for mark in within if mark.start <= start and end <= mark.end]
        parts.append(_piece(words[start:end], over, paper))
        ending = [mark for mark in within if mark.end == end and (mark.start < end or end > first)]
        parts.append(_references(ending, paper))
    return f'<p class="text">{"".join(parts)}</p>'


def _piece(words: str, over: Sequence[Mark], paper: Paper) -> str:
    told = hidden(lines(words), paper)
    if not over:
        return told
    worst = max((mark.severity for mark in over), key=SEVERITIES.index)
    return f'<mark class="{worst}">{told}</mark>'


def _references(marks: Sequence[Mark], paper: Paper) -> str:
    return "".join(_reference(mark, paper) for mark in marks)


def _reference(mark: Mark, paper: Paper) -> str:
    name = f"{paper.post}-{mark.number}"
    told = text(say("report-finding", paper.lang, number=mark.number))
    return f'<a class="ref" id="m{name}" href="#f{name}" aria-label="{told}">{mark.number}</a>'
