"""What in a text is not prose: code, addresses, links, HTML, Markdown; each found once, with its place."""

from __future__ import annotations

import re

from postlint.document.addresses import hidden_addresses
from postlint.patterns import lazy
from postlint.record import NamedTuple

# A cheap test that spares most posts the long expression.
_ANY = lazy(r"[@/<`]|www\.|\.[a-z]{2}", re.IGNORECASE)
_SPECIAL = lazy(
    r"(?P<code>^(?P<fence>```+|~~~+).*?(?:^(?P=fence)\s*$|\Z)|`[^`\n]+`)"
    r"|(?P<comment><!--.*?(?:-->|\Z))"
    r"|(?P<url>(?:https?|ftp)://[^\s<>\"”»]+|\bwww\.[^\s<>\"”»]+)"
    r"|(?P<mailto>mailto:[^\s)>\"]+)"
    r"|(?P<email>[\w.+%-]+@(?:[\w-]+\.)+[\w-]{2,})"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<target>(?<=\]\()[^()\s]+(?=\)))"
    r"|(?P<domain>(?<![\w@#.])(?:[a-zA-Z0-9æøåÆØÅ-]+\.)+[a-z]{2,}(?:/[^\s<>\"”»),;]*)?(?![\w]))",
    re.MULTILINE | re.DOTALL,
)
_TRAILING = ".,;:!?)]}'’…"


class Special(NamedTuple):
    """A stretch that is not prose: its kind and place in the normalised text."""

    kind: str
    start: int
    end: int


def specials(text: str) -> list[Special]:
    """Return the stretches of ``text`` that are not prose, in order."""
    found = [Special("email", start, end) for start, end in hidden_addresses(text)]
    if not _ANY.search(text):
        return found
    for match in _SPECIAL.finditer(text):
        kind = match.lastgroup if match.lastgroup != "fence" else "code"
        start, end = match.span()
        if kind in ("url", "domain"):
            end = start + len(match[0].rstrip(_TRAILING))
        if kind == "domain" and not _is_domain(match[0]):
            continue
        if not any(other.start < end and start < other.end for other in found if other.kind == "email"):
            found.append(Special(kind or "code", start, end))
    return sorted(found, key=lambda special: special.start)


def _is_domain(text: str) -> bool:
    """Tell a domain from a full stop without the blank after it ("slut.og") and from the name of a file
    ("report.pl"): the ending is a known kind."""
    host = text.split("/", 1)[0]
    ending = host.rsplit(".", 1)[1]
    return ending in _ENDINGS or "/" in text


_ENDINGS = frozenset(
    "com net org info biz eu dk no se de uk fi is fo gl nl be fr es it pt io ai app dev example test invalid "
    "local localhost intern internal me tv co us ca gov edu int nu site online shop cloud tech page blog".split()
)


def masked(text: str, stretches: list[Special]) -> str:
    """Return ``text`` with the special stretches blanked out; its length is the same, line ends are kept."""
    if not stretches:
        return text
    parts: list[str] = []
    at = 0
    for _, start, end in stretches:
        parts.append(text[at:start])
        parts.append("".join("\n" if character == "\n" else " " for character in text[start:end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)
