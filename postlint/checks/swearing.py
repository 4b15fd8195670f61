"""``swearing``: coarse words, also masked (``f*ck``, ``l0rt``), spaced (``f u c k``), drawn out, in a hashtag, or
as an emoji. Milder swearing is told as an outburst, or where it heaps up; single mild words are left alone.
"""

from __future__ import annotations

import re

from postlint.checks.use import condemned, used
from postlint.draft import Match
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_LONGEST = 14  # letters and figures of a word in disguise
_HEAPED = 2  # mild words that make a heap
_SIGNS = "*@$#!€£¢%+¤"
_MASKED = lazy(rf"(?<![\w@#*])[^\W\d_]*(?:[{re.escape(_SIGNS)}]+[^\W_]+|[^\W_]\*{{2,}}|[^\W_]+\*+[^\W_]*)[\w*@$#]*")
_HAS_SIGN = lazy(rf"\w[{re.escape(_SIGNS)}]+\w|\w\*\*")
_DRAWN = lazy(r"([^\W\d_])\1{2,}")
_LEET = str.maketrans("013457$!€@", "oieastsiea")
_LETTERS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "!": "i", "€": "e", "¢": "c"}
_COARSE_EMOJI = "🖕"


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a sentence: the coarse word first, else milder swearing."""
    masked = frozenset(fold(word) for word in rule.option("masked"))
    for document in draft.documents:
        told: set[int] = set()
        for first, last, reason in sorted(_found(document, masked), key=lambda place: (place[2], place[0])):
            sentence = document.sentence_of[first]
            if sentence not in told:
                told.add(sentence)
                yield Match(document.field, document, document.starts[first], document.ends[last - 1], reason)
        at = document.text.find(_COARSE_EMOJI)
        if at >= 0:
            yield Match(document.field, document, at, at + 1)


def _found(document: Document, masked: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    coarse = [*_plain(document, "swear-coarse"), *_disguised(document, masked)]
    for first, last in coarse:
        yield first, last, ""
    loud = list(_plain(document, "swear-loud"))
    mild = list(_plain(document, "swear-mild"))
    if loud or len(mild) >= _HEAPED:
        for first, last in loud or mild[:1]:
            yield first, last, "mild"


def _plain(document: Document, family: str) -> Iterator[tuple[int, int]]:
    for hit in document.hits.get(family, ()):
        if not _excepted(document, hit.first, hit.last) and _said(document, hit.first, hit.last):
            yield hit.first, hit.last


def _excepted(document: Document, first: int, last: int) -> bool:
    if any(hit.first < last and first < hit.last for hit in document.hits.get("swear-not", ())):
        return True
    raw = document.raw(first)
    placed = first and document.words[first - 1] in ("paa", "i", "in", "at", "from", "fra", "til", "to", "mr", "mrs")
    return bool(placed) and raw[:1].isupper() and not raw.isupper()


def _said(document: Document, first: int, last: int) -> bool:
    """Say whether a word is used: named, quoted and condemned words are not."""
    return used(document, first, last) and not (document.words[first][0] == "#" and condemned(document, first))


def _disguised(document: Document, masked: frozenset[str]) -> Iterator[tuple[int, int]]:
    text = document.prose
    if _HAS_SIGN.search(text):
        for found in _MASKED.finditer(text):
            token = document.token_at(found.start())
            if token < len(document.words) and _unmasked(found[0], masked) and document.quotation_at(token) is None:
                yield token, _last_token(document, token, found.end())
    if _DRAWN.search(text):
        yield from _drawn(document)
    yield from _figures_and_letters(document, masked)


def _last_token(document: Document, token: int, end: int) -> int:
    last = token + 1
    while last < len(document.words) and document.starts[last] < end:
        last += 1
    return last


def _unmasked(piece: str, masked: frozenset[str]) -> bool:
    """Say whether a piece with signs for letters may be a coarse word: every letter that is left agrees."""
    body = piece.strip("!?.,:;#@").lower()
    body = fold(body)
    if sum(c.isalpha() for c in body) < 2 and not re.fullmatch(r"[a-z]\*{2,}", body):
        return False
    pattern = "".join(_sign(c) for c in re.sub(r"([*@#%+])\1+", r"\1", body))
    longest = re.compile(pattern)
    return any(_agrees(longest, word, body) for word in masked)


def _agrees(pattern: re.Pattern[str], word: str, body: str) -> bool:
    if len(word) < 3 or (re.fullmatch(r"[a-z]\*+", body) and len(word) != max(4, len(body))):
        return False
    return pattern.fullmatch(word) is not None


def _sign(character: str) -> str:
    if character in "*@#%+€£¤":
        return "[a-z]{1,5}"
    return re.escape(_LETTERS.get(character, character))


def _drawn(document: Document) -> Iterator[tuple[int, int]]:
    for token, word in enumerate(document.words):
        if len(word) > 3 and _DRAWN.search(word):
            single, double = _DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word)
            for form in (single, double):
                if _is_coarse(document, form, token) and _said(document, token, token + 1):
                    yield token, token + 1
                    break


def _figures_and_letters(document: Document, masked: frozenset[str]) -> Iterator[tuple[int, int]]:
    words = document.words
    run = 0
    for token, word in enumerate(words):
        if len(word) == 1 and word.isalpha() and (not run or document.between(token).strip(" .-_*") == ""):
            run += 1
            continue
        if run >= 3:
            yield from _spelt(document, token - run, token, masked)
        run = 0
        if not word.isalpha() and _is_leet(document, word, token, masked) and used(document, token, token + 1):
            yield token, token + 1
    if run >= 3:
        yield from _spelt(document, len(words) - run, len(words), masked)


def _is_leet(document: Document, word: str, token: int, masked: frozenset[str]) -> bool:
    if not 3 <= len(word) <= _LONGEST or not word[0].isalnum():
        return False
    plain = word.translate(_LEET)
    if not plain.isalpha() or sum(c.isdigit() for c in word) > len(word) / 2:
        return False
    forms = (plain, word.replace("1", "l").translate(_LEET))
    return any(form in masked or _is_coarse(document, form, token) for form in forms)


def _spelt(document: Document, first: int, last: int, masked: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield a word spelt with blanks between its letters."""
    letters = "".join(document.words[first:last])
    if letters in masked and len(letters) > 2 and used(document, first, last):
        yield first, last


def _is_coarse(document: Document, word: str, token: int) -> bool:
    lang = document.sentence_at(token).lang
    return any(hit.family == "swear-coarse" for hit in document.index.hits([word], 0, 1, lang))
