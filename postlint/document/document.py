"""The document: everything that checks ask of a text, each thing computed at most once.

Places are token numbers, or code points of the normalised text; ``Document.original`` turns the latter into
code points of the post's own text. Checks never scan the text again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter

from postlint.document import language
from postlint.document.markup import Special, masked, specials
from postlint.document.mentions import Mention, World
from postlint.document.normalise import normalise
from postlint.document.people import Person, people
from postlint.document.quotations import Quotation, quotations
from postlint.document.sentences import breaks
from postlint.fold import fold
from postlint.lexicon import Hit, Index
from postlint.patterns import lazy
from postlint.places import Places
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document.weighing import Weighed

_TOKEN = lazy(r"[@#]\w[\w.]*(?<!\.)|[^\W_]+(?:['’ʼ´`][^\W_]+)*")
_first, _start = attrgetter("first"), attrgetter("start")
_FEW, _DOUBT = 10, 4.0  # words, and natural-log units by which another language may lead Danish
_ALONE = 25  # letters below which a sentence does not decide its own language


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` and code points ``start`` to ``end`` (both half open), and the language:
    ``da``, ``en``, ``other`` or ``unsure``."""

    first: int
    last: int
    start: int
    end: int
    lang: str


class Document:
    """One text of a post. ``field`` is its path in the post, such as ``text`` or ``images[0].alt``."""

    def __init__(self, text: str, field: str, world: World, index: Index, lang: str | None = None) -> None:
        self.field = field
        self.source = text
        self.world = world
        self.index = index
        self._lang = lang
        self._normalised = normalise(text)
        # One kind of line end, in as many letters, spares every expression below the thought of the others.
        self.text = self._normalised.text.replace("\r\n", " \n").replace("\r", "\n")
        self.specials: list[Special] = specials(self.text)
        self.prose = masked(self.text, self.specials)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for found in _TOKEN.finditer(self.prose):
            self.words.append(fold(found[0]))
            self.starts.append(found.start())
            self.ends.append(found.end())

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the post's own text behind normalised code points ``start`` to ``end``."""
        return self._normalised.original(start, end)

    def raw(self, token: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[token] : self.ends[token]]

    def between(self, token: int) -> str:
        """Return what stands between a token and the one before it (or the beginning)."""
        before = self.ends[token - 1] if token else 0
        return self.prose[before : self.starts[token]] if token < len(self.words) else self.prose[before:]

    def slice(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last`` (half open) as written."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    @cached_property
    def places(self) -> Places:
        """Lines, columns and UTF-16 units of the post's own text."""
        return Places(self.source)

    @cached_property
    def _cuts(self) -> list[tuple[int, int, int, int]]:
        """Sentences without their language: (first, last, start, end)."""
        cuts: list[tuple[int, int, int, int]] = []
        token, start, count = 0, 0, len(self.words)
        for end in breaks(self.prose):
            first = token
            while token < count and self.starts[token] < end:
                token += 1
            if token > first:
                cuts.append((first, token, start, end))
                start = end
        return cuts

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that hold any word, in order."""
        if self._lang is not None:
            return [Sentence(*cut, self._lang) for cut in self._cuts]
        scored = [self._scores(start, end) for _, _, start, end in self._cuts]
        total: dict[str, float] = {}
        for scores, _, _ in scored:
            for group, score in scores.items():
                total[group] = total.get(group, 0.0) + score
        words = sum(count for _, count, _ in scored)
        whole = _judged(total, words) if words else "unsure"
        return [
            Sentence(*cut, _settled(_judged(scores, words), letters, words, whole))
            for cut, (scores, words, letters) in zip(self._cuts, scored, strict=True)
        ]

    def _scores(self, start: int, end: int) -> tuple[dict[str, float], int, int]:
        words = language.words_of(self.prose[start:end])
        return language.scores(words), len(words), sum(map(len, words))

    @cached_property
    def sentence_of(self) -> list[int]:
        """For every token, the number of its sentence."""
        return [number for number, cut in enumerate(self._cuts) for _ in range(cut[0], cut[1])]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the sentences, by first appearance."""
        return tuple(dict.fromkeys(sentence.lang for sentence in self.sentences))

    @cached_property
    def language(self) -> str:
        """The language that a message about this text is written in: ``da`` or ``en``."""
        weight = {"da": 0, "en": 0}
        for sentence in self.sentences:
            if sentence.lang in weight:
                weight[sentence.lang] += sentence.end - sentence.start
        return "en" if weight["en"] > weight["da"] else "da"

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The outermost quotations, in order."""
        return quotations(self.text, self.prose)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Where the organisation's world is named, in order."""
        return self.world.mentions(self)

    @cached_property
    def people(self) -> list[Person]:
        """Who is addressed and who is spoken of, in order."""
        return people(self)

    @cached_property
    def hits(self) -> dict[str, list[Hit]]:
        """The lexicon's hits by family, in order; a family speaks only where its language is read."""
        found: dict[str, list[Hit]] = {}
        for first, last, _, _, lang in self.sentences:
            for hit in self.index.hits(self.words, first, last, lang):
                found.setdefault(hit.family, []).append(hit)
        return found

    @cached_property
    def weighed(self) -> Mapping[str, Weighed]:
        """What the text weighs for the breach of every rule that has weights."""
        from postlint.document.weighing import weighed

        return weighed(self)

    def within(self, families: Sequence[str], first: int, last: int) -> Iterator[Hit]:
        """Yield the hits of ``families`` that lie in tokens ``first`` to ``last`` (half open)."""
        for family in families:
            hits = self.hits.get(family)
            if hits is not None:
                yield from self._inside(hits, first, last)

    def any(self, family: str, first: int, last: int) -> bool:
        """Say whether a hit of ``family`` lies in tokens ``first`` to ``last`` (half open)."""
        hits = self.hits.get(family)
        return hits is not None and any(True for _ in self._inside(hits, first, last))

    @staticmethod
    def _inside(hits: list[Hit], first: int, last: int) -> Iterator[Hit]:
        """Yield the hits that lie in tokens ``first`` to ``last``; the list is in order of the first token."""
        start = bisect_left(hits, first, key=_first) if len(hits) > 8 else 0
        for number in range(start, len(hits)):
            hit = hits[number]
            if hit.first >= last:
                return
            if hit.first >= first and hit.last <= last:
                yield hit

    def mentions_in(self, first: int, last: int) -> Iterator[Mention]:
        """Yield the mentions that begin in tokens ``first`` to ``last`` (half open)."""
        mentions = self.mentions
        for number in range(bisect_left(mentions, first, key=_first), len(mentions)):
            if mentions[number].first >= last:
                return
            yield mentions[number]

    def is_mention(self, token: int) -> bool:
        """Say whether a token is part of a mention."""
        return any(mention.first <= token < mention.last for mention in self.mentions_in(token - 4, token + 1))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_around(self, place: int) -> int:
        """Return the number of the sentence that code point ``place`` stands in; -1 before the first."""
        return bisect_right(self._sentence_starts, place) - 1

    def quotations_in(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that begin at code points ``start`` to ``end`` (half open)."""
        first = bisect_left(self.quotations, start, key=_start)
        return self.quotations[first : bisect_left(self.quotations, end, first, key=_start)]

    def specials_in(self, start: int, end: int) -> Sequence[Special]:
        """Return the links and the like that begin at code points ``start`` to ``end`` (half open)."""
        first = bisect_left(self.specials, start, key=_start)
        return self.specials[first : bisect_left(self.specials, end, first, key=_start)]

    def letter_before(self, place: int, passed: str = " ") -> str:
        """Return the last letter before ``place`` that is none of ``passed``; empty at the beginning."""
        while place and self.prose[place - 1] in passed:
            place -= 1
        return self.prose[place - 1 : place]

    def letter_after(self, place: int, passed: str = " ") -> str:
        """Return the first letter from ``place`` on that is none of ``passed``; empty at the end."""
        while self.prose[place : place + 1] and self.prose[place] in passed:
            place += 1
        return self.prose[place : place + 1]

    @cached_property
    def small_letters(self) -> int:
        """How many letters of the text are small."""
        return sum(map(str.islower, self.text))

    def sentence_at(self, token: int) -> Sentence:
        """Return the sentence of a token."""
        return self.sentences[self.sentence_of[token]]

    def quotation_at(self, token: int) -> Quotation | None:
        """Return the quotation that a token stands in, or ``None``."""
        at = self.starts[token]
        number = bisect_right(self.quotations, at, key=_start) - 1
        quotation = self.quotations[number] if number >= 0 else None
        return quotation if quotation is not None and at < quotation.end else None

    def token_at(self, place: int) -> int:
        """Return the first token that ends after code point ``place`` of the normalised text."""
        return bisect_right(self.ends, place)


def _judged(scores: dict[str, float], words: int) -> str:
    """Return the language of some words. Short Danish that might as well be Norwegian is read, not passed over."""
    verdict = language.verdict(scores, words)
    if verdict == "other" and words <= _FEW and scores["da"] >= max(scores.values()) - _DOUBT:
        return "unsure"
    return verdict


def _settled(verdict: str, letters: int, words: int, whole: str) -> str:
    """Return a sentence's language: its own where it is long enough to tell, else that of the whole text."""
    if verdict == "unsure" or letters < _ALONE or words < language.MIN_WORDS:
        return whole
    return verdict
