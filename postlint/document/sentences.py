"""Sentences of a post, with Danish and English abbreviations, lines, lists and emoji as people use them."""

from __future__ import annotations

import re

from postlint.patterns import lazy

EMOJI = "\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\U0001f1e6-\U0001f1ff"
_BREAK = lazy(
    rf"[.!?…]+[\"'»«”“’)\]*_]*(?=\s|[{EMOJI}]|$)(?:\s*[{EMOJI}]+)*|\n[ \t]*\n\s*|\n|[{EMOJI}]+(?=\s)|\s[|·•]\s"
)
# Never the end of a sentence; and those that may be, when a capital follows.
_ABBREVIATIONS = frozenset(
    "bl.a f.eks fx dvs ca nr kl tlf stk jf cand.mag cand dr hr fr frk pga p.g.a ift ifm iht mht maks evt inkl ekskl "
    "vedr vha ang adr alm sml skt iflg pag vol kap jan feb aug sep sept okt nov dec st kld e.g i.e vs mr mrs ms prof "
    "rev sgt approx dept u.s u.k ph.d jr sr pr d".split()
)
_MAY_END = frozenset("mio mia kr osv mv m.v m.m m.fl o.l o.lign etc a/s inc ltd a.m p.m sek tv th mf".split())
_LAST_WORD = lazy(r"[\w.'’]*\w\Z")  # "isn't" is one word: no single letter, as initials are
_LIST = lazy(r"\s*(?:[-–—*•▪◦>]|\d+[.)])\s")


def breaks(prose: str) -> list[int]:
    """Return where sentences end in ``prose`` (code points; each is the start of what follows)."""
    ends: list[int] = []
    for match in _BREAK.finditer(prose):
        if _ends_sentence(prose, match):
            ends.append(match.end())
    if not ends or ends[-1] != len(prose):
        ends.append(len(prose))
    return ends


def _ends_sentence(prose: str, match: re.Match[str]) -> bool:
    mark = match[0]
    if mark[0] == "\n":
        return "\n" in mark[1:] or _line_ends(prose, match.start(), match.end())
    if mark[0] in ".!?…":
        return _stop_ends(prose, match)
    # A lone emoji ends a sentence only where a new one plainly starts; so does a bar or a bullet.
    following = prose[match.end() : match.end() + 40].lstrip()
    return bool(following) and (mark[0].isspace() or following[0].isupper() or following[0] in "\"'»“„#@")


def _stop_ends(prose: str, match: re.Match[str]) -> bool:
    following = prose[match.end() : match.end() + 40].lstrip(" \t\"'»«”“„’‘(*_")
    if not following or following[0] == "\n":
        return True
    mark = match[0]
    lower = following[0].islower()
    if mark[0] == "…" or mark.startswith(".."):
        return not lower
    if mark[0] in "!?":
        return not (lower and mark[-1] in "\"'»«”“’")
    word = _LAST_WORD.search(prose, max(0, match.start() - 20), match.start())
    last = word[0].lower() if word else ""
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last not in "iåø"):
        return False
    if last in _MAY_END:
        return not lower and following[0].isalpha()
    if last.isdigit() and (lower or following[0].isdigit()):
        return False
    return not lower or len(last) > 3


def _line_ends(prose: str, start: int, end: int) -> bool:
    """Say whether a single line break ends a sentence: not where the line was only wrapped."""
    following = prose[end : end + 40]
    before = prose[max(0, start - 3) : start].rstrip()
    wrapped = following[:1].islower() and bool(before) and (before[-1].isalnum() or before[-1] in ",;-–")
    return not wrapped or bool(_LIST.match(following))
