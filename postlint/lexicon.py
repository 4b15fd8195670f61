"""Families of words and phrases, and an index that finds them in a text.

A compiled entry is ``(family, language, rest)``, filed under its first word (or the first four letters of its
stem), or under its first two where the second is one in particular, also behind a gap; ``rest`` holds the elements
that must follow. So a text costs two look-ups a word, and one a pair that begins a phrase, however many phrases there
are. How phrases are written stands in ``phrases``.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, Protocol

    class Table(Protocol):
        """Where the entries are filed: a dict, or a cache that reads only what is asked for."""

        def get(self, key: str, default: Any, /) -> Any:
            """Return what is filed under a key."""

    Element = tuple[frozenset[str], tuple[str, ...]] | None  # words, stems; None is a gap
    Entry = tuple[str, str, tuple[Element, ...]]
    Gapped = tuple[str, str, tuple[Element, ...], int]  # the last tells one phrase from another
    # Entries of one word, the second words of those filed under two, right after the first or behind a gap, and the
    # others.
    Node = tuple[Sequence[Entry], frozenset[str], frozenset[str], Sequence[Entry]]
    # What a key holds: a word, a pair of words (with a blank or two dots between), a stem (after a star).
    Filed = Node | Sequence[Entry] | Sequence[Gapped] | Sequence[tuple[str, Entry]]

GAP = 3  # words that a gap may hold
STEM = 4  # letters that a stem has at the least
REMEMBERED = 50_000
_UNSEEN: Node = ((), frozenset(), frozenset(), ())  # known by what it is, not by what it holds


class Hit(NamedTuple):
    """Words ``first`` to ``last`` (half open, token numbers) belong to a family."""

    family: str
    first: int
    last: int
    lang: str


class Index:
    """Finds entries by first word. Look-ups are remembered for the life of the index, within bounds."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._seen: dict[str, Node | None] = {}
        self._pairs: dict[str, Sequence[Any]] = {}

    def hits(self, words: Sequence[str], first: int, last: int, lang: str) -> Iterator[Hit]:
        """Yield the hits in words ``first`` to ``last`` (half open) of families in ``lang``, or in all languages
        where it is ``unsure``."""
        seen = self._seen
        for at in range(first, last):
            word = words[at]
            node = seen.get(word, _UNSEEN)  # one step: another thread may forget all between two
            if node is _UNSEEN:
                node = self._node(word)
            if node is None:
                continue
            alone, seconds, gapped, others = node
            for family, own, _ in alone:
                if own == lang or own == "any" or lang == "unsure":
                    yield Hit(family, at, at + 1, own)
            following = words[at + 1] if at + 1 < last else ""
            if following in seconds:
                for family, own, rest in self._filed(f"{_bare(word)} {following}"):
                    if own == lang or own == "any" or lang == "unsure":
                        end = _follow(rest, words, at + 2, last)
                        if end:
                            yield Hit(family, at, end, own)
            if gapped:
                yield from self._behind_gap(gapped, words, at, last, lang)
            for family, own, rest in others:
                if own == lang or own == "any" or lang == "unsure":
                    # Most entries fail at their next word; a call for each would cost more than all else.
                    head = rest[0]
                    if head and following not in head[0] and not (head[1] and following.startswith(head[1])):
                        continue
                    end = _follow(rest, words, at + 1, last)
                    if end:
                        yield Hit(family, at, end, own)

    def _node(self, word: str) -> Node | None:
        """Look up a word (folded); a hashtag is looked up without its sign."""
        if len(self._seen) > REMEMBERED:
            self._seen.clear()
        bare = _bare(word)
        node: Node | None = self._table.get(bare, None)
        stems: Sequence[tuple[str, Entry]] = self._table.get("*" + bare[:STEM], ()) if len(bare) >= STEM else ()
        begun = [entry for stem, entry in stems if bare.startswith(stem)]
        if begun:
            alone, seconds, gapped, others = node or ((), frozenset(), frozenset(), ())
            others = [*others, *(e for e in begun if e[2])]
            node = ([*alone, *(e for e in begun if not e[2])], seconds, gapped, others)
        self._seen[word] = node
        return node

    def _behind_gap(
        self, gapped: frozenset[str], words: Sequence[str], at: int, last: int, lang: str
    ) -> Iterator[Hit]:
        """Yield the hits of phrases whose first word stands at ``at``, and the second up to a gap behind it: each
        phrase once, where its second word is nearest."""
        met: set[int] = set()
        for start in range(at + 1, min(at + 1 + GAP, last - 1) + 1):
            if words[start] in gapped:
                for family, own, rest, number in self._filed(f"{_bare(words[at])} .. {words[start]}"):
                    if number not in met and (own == lang or own == "any" or lang == "unsure"):
                        end = _follow(rest, words, start + 1, last)
                        if end:
                            met.add(number)
                            yield Hit(family, at, end, own)

    def _filed(self, key: str) -> Sequence[Any]:
        """Look up a pair of words that begin phrases together."""
        found = self._pairs.get(key)
        if found is None:
            if len(self._pairs) > REMEMBERED:
                self._pairs.clear()
            found = self._pairs[key] = self._table.get(key, ())
        return found


def _bare(word: str) -> str:
    """Return a word as phrases have it: a hashtag without its sign."""
    return word[1:] if word[:1] == "#" else word


def _follow(rest: Sequence[Element], words: Sequence[str], at: int, stop: int) -> int:
    """Return where the elements that begin at word ``at`` end (half open), or 0; ``stop`` bounds them."""
    for number, element in enumerate(rest):
        if element is None:
            if number + 1 == len(rest):
                return at
            head = rest[number + 1]
            for start in range(at, min(at + GAP, stop) + 1):
                if head is None:
                    end = _follow(rest[number + 1 :], words, start, stop)
                elif start < stop and (words[start] in head[0] or words[start].startswith(head[1])):
                    end = _follow(rest[number + 2 :], words, start + 1, stop)
                else:
                    continue
                if end:
                    return end
            return 0
        if at >= stop:
            return 0
        word = words[at]
        if word not in element[0] and not (element[1] and word.startswith(element[1])):
            return 0
        at += 1
    return at
