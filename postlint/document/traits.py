"""What a sentence shows that can be weighed: its words and how they begin, words beside one another, families of the
lexicon, who is in it, families beside persons, pictures and marks.

Names, handles, numbers and the organisation's world stand as what they are ("<name>", "<competitor>") and never as
themselves, so that nothing that is learnt from one text is about its people. Words inside a quotation are somebody
else's and are left out; that something is quoted is a trait.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.document.document import Document, Sentence
    from postlint.document.people import Person
    from postlint.lexicon import Hit

FORM = 1  # of the traits; weights belong to one form
_SHORT = 6  # letters; a word that has more stands for all its forms by its beginning
_HEAD, _STEM, _ROOT, _LONG = 5, 4, 7, 9  # letters of beginnings, and of a word that also has a long one
_SAYING = 3  # words; a quotation with more is somebody's saying, one with fewer a word held up
_MARKS = "?!"
_SYMBOLS = 0x2190  # the first code point of arrows, signs and pictures
_QUOTES = frozenset("“”‘’–—…•€™″′")


class Shown(NamedTuple):
    """A document as its sentences show it: for each, who is in it, and the hits that begin in it."""

    people: Sequence[Sequence[Person]]
    hits: Sequence[Sequence[Hit]]
    standing: dict[int, str]  # token: what stands for it; empty for the rest of a name


def shown(document: Document) -> Shown:
    """Return what traits are made of, sentence by sentence."""
    number = document.sentence_of
    people: list[list[Person]] = [[] for _ in document.sentences]
    hits: list[list[Hit]] = [[] for _ in document.sentences]
    standing: dict[int, str] = {}
    for person in document.people:
        people[number[person.first]].append(person)
        if person.kind in ("name", "handle"):
            standing.update(dict.fromkeys(range(person.first, person.last), ""))
            standing[person.first] = f"<{person.kind}'s>" if person.owner else f"<{person.kind}>"
    for mention in document.mentions:
        standing.update(dict.fromkeys(range(mention.first, mention.last), ""))
        standing[mention.first] = f"<{mention.kind}>"
    for found in document.hits.values():
        for hit in found:
            hits[number[hit.first]].append(hit)
    for quotation in document.quotations:
        first, last = document.token_at(quotation.start), document.token_at(quotation.end)
        if last - first > _SAYING:
            standing.update(dict.fromkeys(range(first, last), ""))
            standing[first] = "<quotation>"
    return Shown(people, hits, standing)


def traits(document: Document, sentence: Sentence, number: int, seen: Shown) -> dict[str, int]:
    """Return the traits of a sentence, each with the token where it first shows."""
    found: dict[str, int] = {}
    words = _words(document, sentence, seen.standing)
    _of_words(words, found)
    _of_families(seen.hits[number], seen.people[number], seen.standing, found)
    _of_people(seen.people[number], found)
    last = sentence.last - 1
    for sign in document.text[sentence.start : sentence.end]:
        if sign in _MARKS or (ord(sign) >= _SYMBOLS and sign not in _QUOTES and not sign.isalnum()):
            found.setdefault(sign, last)
    return found


def _words(document: Document, sentence: Sentence, standing: dict[int, str]) -> list[tuple[str, int]]:
    """Return the words of a sentence, or what stands for them, with their tokens."""
    words: list[tuple[str, int]] = []
    for token in range(sentence.first, sentence.last):
        instead = standing.get(token)
        if instead is None:
            words.append((_plain(document, token, sentence.first), token))
        elif instead:
            words.append((instead, token))
    return words


def _plain(document: Document, token: int, first: int) -> str:
    word = document.words[token]
    if word[0] in "#@":
        return "<tag>"
    if word[0].isdigit():
        return "<number>"
    raw = document.raw(token)
    if token > first and raw[0].isupper() and not raw.isupper():
        return "<capital>"
    return word


def _of_words(words: Sequence[tuple[str, int]], found: dict[str, int]) -> None:
    """Add words, their beginnings, neighbours, and words with one between."""
    before = further = "^"
    for word, token in words:
        found.setdefault(word, token)
        size = len(word)
        if word[0] != "<":
            if size > _STEM:
                found.setdefault(word[:_STEM] + "*", token)
            if size >= _LONG:
                found.setdefault(word[:_ROOT] + "*", token)
            if size >= _SHORT:
                word = word[:_HEAD] + "-"
        found.setdefault(f"{before} {word}", token)
        found.setdefault(f"{further}  {word}", token)
        further, before = before, word
    if words:
        found.setdefault(f"{before} $", words[-1][1])


def _of_families(
    hits: Sequence[Hit], people: Sequence[Person], standing: dict[int, str], found: dict[str, int]
) -> None:
    """Add families, by themselves and beside who is in the sentence."""
    who = {f"{person.kind}'s" if person.owner else person.kind for person in people}
    for hit in hits:
        if hit.first in standing:
            continue
        family = f":{hit.family}"
        if family not in found:
            found[family] = hit.first
            for one in who:
                found[f"{family} {one}"] = hit.first


def _of_people(people: Sequence[Person], found: dict[str, int]) -> None:
    """Add who is in the sentence, by themselves and two together."""
    who = {f"{person.kind}'s" if person.owner else person.kind: person.first for person in people}
    kinds = sorted(who)
    for number, one in enumerate(kinds):
        found[f"<<{one}"] = who[one]
        for other in kinds[number + 1 :]:
            found[f"<<{one} {other}"] = who[one]
