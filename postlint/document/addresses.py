"""How mail addresses are hidden from machines and still read by people: the pieces of such spellings."""

from __future__ import annotations

import re

from postlint.patterns import lazy

OPEN, SHUT = r"[\[({<]\s*", r"\s*[\])}>]"
AT_WORD = r"(?:at|ved|snabel[\s-]?a|alfa|a|@|curl)"
DOT_WORD = r"(?:dot|punktum|prik|punkt|\.)"
DOT = rf"(?:\s?\.\s?|\s*{OPEN}{DOT_WORD}{SHUT}\s*|\s+(?:dot|punktum|prik)\s+)"
# "at" in plain letters counts only beside a dot that is written out too: "see you at tangvig.example" is prose.
AT = rf"(?:\s*@\s*|%40|\s*{OPEN}{AT_WORD}{SHUT}\s*|\s+snabel[\s-]?a\s+|(?P<plain>\s+at\s+))"
LOCAL = (
    rf"(?P<local>\"[^\"\s]+\"|[\w%+'-]+(?:(?:\.|\s*{OPEN}{DOT_WORD}{SHUT}\s*|\s+(?:dot|punktum|prik)\s+)[\w%+'-]+)*)"
)

_HIDDEN_SIGN = lazy(
    rf"{OPEN}{AT_WORD}{SHUT}|snabel[\s-]?a\b|\s@\s|\sat\s.{{2,40}}\s(?:dot|punktum|prik)\s", re.IGNORECASE
)
_HIDDEN = lazy(
    rf"(?<![\w.+%@-]){LOCAL}(?:\s*{OPEN}{AT_WORD}{SHUT}\s*|\s+snabel[\s-]?a\s+|\s+@\s+|\s+at\s+(?=[\w-]+\s+(?:dot|punktum|prik)\s))"
    rf"[\w-]+(?:{DOT}[\w-]+)+(?![\w-])",
    re.IGNORECASE,
)


def hidden_addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses stand that are spelt out, of whatever domain."""
    if not _HIDDEN_SIGN.search(text):
        return []
    return [found.span() for found in _HIDDEN.finditer(text)]
