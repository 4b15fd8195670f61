"""``authorship``: a post about the organisation whose author has no name, or none that is a name."""

from __future__ import annotations

import re

from postlint.checks.fact_text import bare, holds, published, read
from postlint.checks.role import at
from postlint.checks.standing import Place, about_organisation, is_quoted
from postlint.document.everyday import is_everyday
from postlint.draft import Match, Unknown
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.rule import Rule

_CAMEL = lazy(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_PART = 4  # letters that the parts of a made-up name have at the least
_PLACES = frozenset("i paa på fra ved under over bag on in at from by under behind with without the of og and".split())
_ARTICLES = frozenset(
    "the a an den det de en et din your mr mrs miss fru frk hr hin kaptajn captain lord lady sir".split()
)
# What surnames end in, in Denmark and in Britain.
_SURNAMES = tuple(
    "sen gaard gård holm bæk lund bjerg toft dal strup skov mose kær høj borg vang berg rup sted vad vig feldt kvist "
    "hill ton ley ford wood son well worth field brook bridge croft stead ham gate kins kens smith ward thorpe bury "
    "dale shaw combe cott ridge wick mann".split()
)


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match, or that the author is not said."""
    author = draft.post.author
    if not author.employee:
        return
    said = _says_so(draft)
    topic = about_organisation(draft)
    concerned = topic is not None or draft.role in ("employee", "vendor")
    if said is not None and (concerned or _works(draft)):
        yield at(said)
        return
    if not concerned:
        return
    if author.name is None:
        if author.handle is None:
            yield Unknown("author-not-said")
        return
    if not author.name.strip() or is_made_up(draft, author.name):
        yield Match("author.name", facts={"words": author.name or (author.handle or "")})


def _says_so(draft: Draft) -> Place | None:
    for document in published(draft):
        for hit in document.hits.get("anonymity", ()):
            if not is_quoted(document, hit.first):
                return Place(document.field, document, hit.first, hit.last)
    return None


def _works(draft: Draft) -> bool:
    return any(holds(document, "employment", "employer") for document in published(draft))


def is_made_up(draft: Draft, name: str) -> bool:
    """Say whether a name is a pseudonym: a handle, a description, or words that nobody is called."""
    text = read(draft, name, "author.name")
    if re.search(r"[\d_@#]", name) or holds(text, "anonymity", "nameless"):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", _CAMEL.sub(" ", name)) if word]
    if not words or holds(text, "given-name", "everyday-name"):
        return not words
    if _CAMEL.search(name) and " " not in name.strip() and not name.startswith(("Mc", "Mac", "De", "La", "Le")):
        return True
    lower = [word.lower() for word in words]
    if len(words) > 1 and _described(name):
        return True
    if all(len(word) == 1 for word in words):
        return True
    if len(words) > 1 and fold(lower[0]) not in _ARTICLES and _is_surname(lower[-1]):
        return False
    if len(words) == 1:
        return name[:1].islower() or _compounded(lower[0]) or _agent(lower[0])
    if fold(lower[0]) in ("the", "den", "det", "en", "et", "a", "your", "din"):
        return True
    if fold(lower[0]) in _ARTICLES and not any(len(word) == 1 for word in lower):
        return all(is_everyday(word) or _compounded(word) for word in lower[1:])
    as_handle = bare(name) == bare(draft.post.author.handle or "")
    return is_everyday(lower[0]) and (as_handle or all(_plain(word) for word in lower))


def _is_surname(word: str) -> bool:
    """Say whether a word is formed as surnames are, and is none of the words of every day: "Thornhill"."""
    return any(len(word) > len(end) + 2 and word.endswith(end) for end in _SURNAMES) and not is_everyday(word)


def _described(name: str) -> bool:
    """Say whether a small word of place or belonging joins everyday words, as in no name: "Seen from the quay"."""
    parts = name.split()
    small = [at for at, part in enumerate(parts) if part.lower() in _PLACES and 0 < at < len(parts) - 1]
    return any(is_everyday(parts[at - 1].lower()) or is_everyday(parts[at + 1].lower()) for at in small)


def _plain(word: str) -> bool:
    return is_everyday(word) or _compounded(word) or _agent(word) or (len(word) > _PART and _ends_plain(word))


def _ends_plain(word: str) -> bool:
    return any(
        word.endswith(ending) and is_everyday(word[: -len(ending)]) for ending in ("en", "et", "er", "erne", "s")
    )


def _agent(word: str) -> bool:
    """Say whether a word is an everyday word with somebody who does it: "bogbinderen", "the fixer"."""
    stems = (word.removesuffix("en"), word.removesuffix("eren"), word.removesuffix("erne"))
    return len(word) > 2 * _PART and any(stem != word and (is_everyday(stem) or _compounded(stem)) for stem in stems)


def _compounded(word: str) -> bool:
    """Say whether a word is made of two everyday words, as few names are."""
    least = _PART - 1
    return len(word) >= 2 * _PART - 1 and any(
        is_everyday(word[:cut]) and is_everyday(word[cut:]) for cut in range(least, len(word) - _PART + 1)
    )
