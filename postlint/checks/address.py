"""``address``: a mail address at one of the organisation's domains, however it is spelt.

Read: sub-domains, plus-addresses, ``mailto:`` with ``%40``, blanks and brackets around at and dot, ``snabel-a``
and ``punktum``, full width and hidden characters (undone by the document), punycode and ASCII spellings of
domains with æøå (RFC 3492; ``ængby``, ``aengby``, ``xn--ngby-uoa``). Not read as ours: handles, links,
look-alike domains, and the public mailboxes of the configuration.
"""

from __future__ import annotations

import re
from functools import lru_cache

from postlint.document.addresses import AT, DOT, DOT_WORD, LOCAL, OPEN, SHUT
from postlint.draft import Match
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule
    from postlint.settings import Settings


# What stands before a lone "@" that only means "at".
_BEFORE_AT = frozenset(
    "us os me mig at her here find follow følg foelg siden online mere more visit job team us now nu live".split()
)


# A further label of the domain, spelt out.
_MORE = rf"\s*{OPEN}{DOT_WORD}{SHUT}\s*[\w-]|\s+(?:dot|punktum|prik)\s+[\w-]"


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield every address in the texts, the author's own and the one answered."""
    if not draft.settings.organisation.email_domains:
        return
    for document in draft.documents:
        yield from _in_document(document, draft.settings)
    for field, text in _facts(draft):
        for address, _ in _addresses(text, draft.settings):
            yield Match(field, facts={"words": address})


def _facts(draft: Draft) -> Iterable[tuple[str, str]]:
    post = draft.post
    yield "author.email", post.author.email or ""
    if post.reply_to is not None:
        yield "reply_to.author", post.reply_to.author or ""
    for number, image in enumerate(post.images):
        yield f"images[{number}].file", image.file or ""


def _in_document(document: Document, settings: Settings) -> Iterator[Match]:
    for address, (start, end) in _addresses(document.text, settings):
        yield Match(document.field, document, start, end, facts={"words": address})


def _addresses(text: str, settings: Settings) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield work addresses in ``text`` as ``(address, place)``."""
    organisation = settings.organisation
    for needle, pattern in _patterns(organisation.email_domains):
        if needle not in fold(text):
            continue
        for found in pattern.finditer(text):
            if _is_prose(found):
                continue
            address = _plain(found["local"]) + "@" + _plain(found["domain"])
            if address.lower() not in {mailbox.lower() for mailbox in organisation.public_mailboxes}:
                yield address, found.span()


def _is_prose(found: re.Match[str]) -> bool:
    """Tell "see you at tangvig.example" and "follow us @ tangvig.example" from an address."""
    if found["plain"]:
        return re.search(r"dot|punktum|prik|[\[({]", found["domain"], re.IGNORECASE) is None
    at = found.string[found.end("local") : found.start("domain")]
    return at.strip() == "@" and at != "@" and found["local"].lower() in _BEFORE_AT


def _plain(part: str) -> str:
    """Return an obfuscated part of an address as it would be typed."""
    dotted = re.sub(rf"\s*{OPEN}{DOT_WORD}{SHUT}\s*|\s+(?:dot|punktum|prik)\s+", ".", part, flags=re.IGNORECASE)
    return re.sub(r"\s+", "", dotted)


@lru_cache(maxsize=32)
def _patterns(domains: tuple[str, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """Return ``(a word that must occur, folded, the pattern)`` for every spelling of every domain."""
    found: dict[str, re.Pattern[str]] = {}
    for domain in domains:
        for spelling in _spellings(domain.lower().strip(".")):
            labels = rf"{DOT}".join(re.escape(label) for label in spelling.split("."))
            sub = rf"(?:[\w-]+{DOT}){{0,3}}?"
            source = rf"(?<![\w.+%@-]){LOCAL}{AT}(?P<domain>{sub}{labels})(?![\w-]|\.[\w-]|{_MORE})"
            found.setdefault(spelling, lazy(source, re.IGNORECASE))
    return [(fold(spelling.split(".")[0]), pattern) for spelling, pattern in found.items()]


def _spellings(domain: str) -> list[str]:
    spellings = [domain]
    if not domain.isascii():
        spellings += [fold(domain), domain.encode("idna").decode("ascii")]
    elif "xn--" in domain:
        spellings.append(domain.encode("ascii").decode("idna"))
    return spellings
