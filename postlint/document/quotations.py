"""Quotations in a text: Danish and English marks of all styles, dash replies, Markdown and HTML blocks.

Danish marks follow Retskrivningsordbogen section 58, which lets the form vary: »…« «…» „…“ “…” ”…” "…" ›…‹
‘…’ ’…’ '…'. A mixed or unclosed pair ends with its paragraph at the latest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from postlint.patterns import lazy
from postlint.record import NamedTuple

_OPENERS = {
    "»": "«", "«": "»", "„": "“”\"", "“": "”“\"", "”": "”“\"", '"': "\"”“", "›": "‹", "‹": "›", "‘": "’'", "’": "’‘'",
    "'": "'’", "‚": "‘’",
}  # fmt: skip
_MARK = lazy("[»«„“”\"›‹‘’'‚]")
_SINGLE = "‘’'‚"
_DASH_LINE = lazy(r"^[ \t]*(?P<dash>[–—-])[ \t]+(?P<words>\S.*)$", re.MULTILINE)
_BLOCK_LINE = lazy(r"^[ \t]*>[ \t]?(?P<words>.*)$", re.MULTILINE)
_HTML = lazy(
    r"<(?P<tag>q|blockquote)\b[^>]*>(?P<words>.*?)(?:</(?P=tag)>|(?=\n[ \t]*\n)|\Z)", re.DOTALL | re.IGNORECASE
)
# Verbs that give a dash line away as somebody's reply among other dash lines.
_SIGNAL = lazy(
    r",?\s(?:siger|sagde|svarer|svarede|spørger|spurgte|fortæller|mener|råber|tilføjer|says|said|asks|asked|replies|"
    r"replied|answers|answered|adds)\b"
)
_PARAGRAPH_END = lazy(r"\r?\n[ \t]*\r?\n|\Z")


class Quotation(NamedTuple):
    """Somebody's words. ``start`` and ``end`` hold the marks too, ``inner_start`` and ``inner_end`` the words
    alone (code points of the normalised text). ``form``: ``marks``, ``single``, ``dash``, ``block``, ``html``.
    ``closed`` is false where no mark closes it."""

    form: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def quotations(text: str, prose: str) -> list[Quotation]:
    """Return the outermost quotations of ``text`` in order; ``prose`` is it with links and code blanked out."""
    found = _blocks(prose) + _html(text)
    found += _outside(found, _marked(prose))
    found += _outside(found, _dashes(text))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    apart: list[Quotation] = []
    for quotation in found:
        if not apart or quotation.start >= apart[-1].end:
            apart.append(quotation)
    return apart


def _outside(found: list[Quotation], more: list[Quotation]) -> list[Quotation]:
    """Return those of ``more`` that begin in none of ``found``."""
    inside = sorted(found, key=lambda quotation: quotation.start)
    starts = [quotation.start for quotation in inside]
    reach = list(accumulate((quotation.end for quotation in inside), max, initial=0))
    return [quotation for quotation in more if reach[bisect_right(starts, quotation.start)] <= quotation.start]


def _marked(prose: str) -> list[Quotation]:
    found: list[Quotation] = []
    at = 0
    while (match := _MARK.search(prose, at)) is not None:
        start = match.start()
        at = start + 1
        if not _opens(prose, start):
            continue
        end = _closing(prose, start)
        if end is not None and prose[start] in _SINGLE and end - start < 4:
            continue  # rock 'n' roll
        if end is not None:
            form = "single" if prose[start] in _SINGLE else "marks"
            found.append(Quotation(form, start, end + 1, start + 1, end))
            at = end + 1
        elif prose[start] not in _SINGLE and prose[start] not in '"”':
            ending = _PARAGRAPH_END.search(prose, start)
            stop = ending.start() if ending else len(prose)
            found.append(Quotation("marks", start, stop, start + 1, stop, False))
            at = stop
    return found


def _opens(prose: str, index: int) -> bool:
    """Say whether the mark at ``index`` may open a quotation: nothing wordlike before, something after."""
    before = prose[index - 1] if index else " "
    after = prose[index + 1] if index + 1 < len(prose) else " "
    if prose[index] == "«" and after == " " and not before.isalnum():  # « French spacing »
        closing = prose.find("»", index)
        return closing > 0 and "\n" not in prose[index:closing]
    if after.isspace() or before.isalnum():
        return False
    # Years and elided words: '90erne, 'cause, 'em.
    return not (prose[index] in _SINGLE and (after.isdigit() or before in '"“”»«'))


def _closing(prose: str, start: int) -> int | None:
    """Return where the quotation opened at ``start`` closes, or ``None`` within its paragraph."""
    closers = _OPENERS[prose[start]]
    single = prose[start] in _SINGLE
    ending = _PARAGRAPH_END.search(prose, start)
    stop = ending.start() if ending else len(prose)
    inside = 0  # quotations opened within this one by the same mark
    for found in _MARK.finditer(prose, start + 1, stop):
        index = found.start()
        if prose[index] == prose[start] and not single and _opens(prose, index) and prose[index - 1] in " (":
            inside += 1
        elif prose[index] in closers and _closes(prose, index, single):
            if not inside:
                return index
            inside -= 1
    return None


def _closes(prose: str, index: int, single: bool) -> bool:
    before = prose[index - 1]
    after = prose[index + 1] if index + 1 < len(prose) else " "
    if after.isalnum():
        return False
    if before.isspace():
        return prose[index] in "»«”"
    if not single and before.isdigit() and prose[index] == '"':
        return not after.isspace() or after == "\n"
    # An apostrophe that ends a genitive (Marx', the workers') closes only where nothing better follows.
    return not single or before not in "sxzSXZ" or not _closes_later(prose, index)


def _closes_later(prose: str, index: int) -> bool:
    rest = prose[index + 1 : index + 400].split("\n\n", 1)[0]
    return re.search(r"[\w.,!?…]['’](?!\w)", rest) is not None and rest[:1] == " "


def _dashes(text: str) -> list[Quotation]:
    """Return lines that reply with a dash, as Danish newspapers do; lists of such lines are left out."""
    lines = list(_DASH_LINE.finditer(text))
    found: list[Quotation] = []
    for number, match in enumerate(lines):
        beside = [lines[i] for i in (number - 1, number + 1) if 0 <= i < len(lines)]
        listed = any(other["dash"] == match["dash"] and _adjacent(text, other, match) for other in beside)
        if (not listed or _SIGNAL.search(match["words"])) and match["words"][:1].isupper():
            found.append(Quotation("dash", match.start("dash"), match.end(), match.start("words"), match.end()))
    return found


def _adjacent(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    first, second = sorted((one, other), key=lambda match: match.start())
    return text[first.end() : second.start()].count("\n") <= 1


def _blocks(prose: str) -> list[Quotation]:
    """Return Markdown block quotes: runs of lines that begin with ``>``."""
    found: list[Quotation] = []
    for match in _BLOCK_LINE.finditer(prose):
        last = found[-1] if found else None
        if last is not None and prose[last.end : match.start()] == "\n":
            found[-1] = last._replace(end=match.end(), inner_end=match.end())
        else:
            found.append(Quotation("block", match.start(), match.end(), match.start("words"), match.end()))
    return found


def _html(text: str) -> list[Quotation]:
    if "<" not in text:
        return []
    return [Quotation("html", m.start(), m.end(), m.start("words"), m.end("words")) for m in _HTML.finditer(text)]
