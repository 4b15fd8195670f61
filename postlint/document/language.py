"""Which language a piece of a post is written in: Danish, English, another one, or too close to call.

A naive-Bayes model over words, with letter trigrams for the words it does not know. Its weights come from
word frequencies (see ``scripts/train_language.py``) and are read from ``language.dat`` at first use. Nothing
here is random: the same text always gets the same answer.
"""

import re
from collections.abc import Mapping, Sequence
from os.path import dirname, join
from sys import byteorder

from postlint.document.listing import line_at
from postlint.patterns import lazy

GROUPS = ("da", "no", "sv", "en", "de", "nl", "romance", "is", "fi", "far")
"""The languages and groups of languages that are told apart, in the order of the model's weights."""
MIN_WORDS = 3
"""Fewer words than this need SHORT_MARGIN for any answer but ``unsure``."""
MIN_MARGIN = 0.5
"""How far the best language must lead, in natural-log units, before it is named."""
NORWEGIAN_MARGIN = 1.5
"""How far Norwegian must lead Danish: many short sentences are right in both."""
SHORT_MARGIN = 4.0
"""The lead that one or two words must have."""
MIN_EVIDENCE = 1.5
"""The score per word that Danish or English must reach; text in an unknown language stays below it."""

# Weights are kept in one integer per word, a lane of bits for each group, so that one addition adds them all.
_LANE = 32
_HALF = 1 << (_LANE - 1)
_MASK = (1 << _LANE) - 1
_UNITS = {letter: 2 << (_LANE * place) for place, letter in enumerate("DNSEGHRIFX")}  # a quarter point
_WEIGHTS = {letter + chr(33 + step): unit * step for letter, unit in _UNITS.items() for step in range(51)}
_UNKNOWN_LOW, _UNKNOWN_HIGH = -32, 12  # eighths of a point that an unknown word may count
_FOREIGN = 40 << (_LANE * 9)  # what a word in another script counts
_BYTES = 4 * len(GROUPS)
_ONES = sum(1 << (_LANE * place) for place in range(len(GROUPS)))
_DANISH_OR_ENGLISH = _MASK | _MASK << (_LANE * 3)
_CODEC = f"utf-32-{byteorder[0]}e"
_LAST_LATIN = "ɏ"
_CACHE_LIMIT = 20_000
_LONGEST = 40  # letters of a word that are looked at

_WORD = lazy(r"[^\W\d_]+")
_TOKEN = lazy(r"\S+")
_ENDS = str.maketrans(dict.fromkeys("!?:\n", "."))


class _Model:
    """The data file; a line is looked up and a word's record decoded when the word is first met."""

    def __init__(self, data: str) -> None:
        self.data = data
        self.words = data.index("\n\n") + 2  # where the lines of words begin, and those of trigrams
        self.trigrams = data.index("\n\n", self.words) + 2
        self.lines: dict[str, str] = {}
        self.cache: dict[str, int] = {}
        self.vectors: dict[str, int] = {}

    def weights(self, word: str) -> int:
        """The weights of a lower-case word, in lanes."""
        if len(self.cache) >= _CACHE_LIMIT:
            for kept in (self.cache, self.vectors, self.lines):
                kept.clear()
        found = self.cache[word] = self.listed(word) or self._guessed(word)
        return found

    def listed(self, word: str) -> int:
        """The weights of a word that the model's list has, none below 0; 0 when it has not."""
        line = self._line(word[:3] if len(word) > 2 else (word + "__")[:3], self.words, self.trigrams - 2)
        return _listed(line, " " + word[3:]) if line else 0

    def _line(self, key: str, first: int, last: int) -> str:
        """Return the line that begins with a key, or the empty string."""
        line = self.lines.get(key)
        if line is None:
            at = line_at(self.data, key, first, last)
            line = self.data[at : self.data.index("\n", at)] if at >= 0 else ""
            self.lines[key] = line
        return line

    def _guessed(self, word: str) -> int:
        """The weights that a word's trigrams suggest."""
        if word[:1] > _LAST_LATIN:
            return _FOREIGN
        known = self.vectors.get
        padded = f"^^{word[:_LONGEST]}$"
        total = 0
        for i in range(3, len(padded) + 1):
            trigram = padded[i - 3 : i]
            vector = known(trigram)
            total += self._vector(trigram) if vector is None else vector
        return _levelled(total)

    def _vector(self, trigram: str) -> int:
        """The weights of a trigram, each raised to be above 0; 0 when it is rare."""
        line = self._line(trigram[:2], self.trigrams, len(self.data))
        place = line.find(trigram[2], 2) + 1
        codes = line[place : place + len(GROUPS)] if place else ""
        self.vectors[trigram] = vector = int.from_bytes(codes.encode(_CODEC), byteorder)
        return vector


def _listed(line: str, key: str) -> int:
    """The weights of a word that stands in a line of the word list, or 0. Prefixes come first in a line."""
    start = line.find(key, 3) + len(key)
    if start <= len(key) or line[start] not in _UNITS:
        return 0
    end = line.find(" ", start)
    record = line[start:end] if end > 0 else line[start:]
    weights = 0
    characters = iter(record)
    for letter in characters:
        weights += _WEIGHTS[letter + next(characters)]
    return weights


def _levelled(total: int) -> int:
    """Trigram sums in lanes, shifted so that the likeliest group has _UNKNOWN_HIGH."""
    sums = memoryview(total.to_bytes(_BYTES, byteorder)).cast("I").tolist()
    shift = _UNKNOWN_HIGH - max(sums)
    least = _UNKNOWN_LOW - shift
    weights = 0
    for value in reversed(sums):
        weights = (weights << _LANE) + (value if value > least else least)
    return weights + shift * _ONES


def _unpacked(lanes: int) -> list[int]:
    """The signed number in each lane."""
    numbers = []
    for _ in GROUPS:
        number = ((lanes + _HALF) & _MASK) - _HALF
        numbers.append(number)
        lanes = (lanes - number) >> _LANE
    return numbers


_loaded: list[_Model] = []


def _model() -> _Model:
    """The model, read once per process."""
    if not _loaded:
        with open(join(dirname(__file__), "language.dat"), encoding="utf-8", newline="\n") as file:
            _loaded.append(_Model(file.read()))
    return _loaded[0]


def _prose(token: re.Match[str]) -> str:
    """A token without its hashtag; nothing of an address or a handle."""
    text = token[0]
    return "" if "@" in text or "//" in text or "www." in text else text.partition("#")[0]


def words_of(text: str) -> list[str]:
    """The words of a text without addresses, handles and hashtags, sentences not starting with a capital."""
    if "@" in text or "#" in text or "//" in text or "www." in text:
        text = _TOKEN.sub(_prose, text)
    words: list[str] = []
    for sentence in text.translate(_ENDS).split("."):
        found = _WORD.findall(sentence)
        if found:
            found[0] = found[0].lower()
            words += found
    return words


def scores(words: Sequence[str]) -> dict[str, float]:
    """The log-probability of the words, runs of letters, for each of GROUPS, relative to an unknown word's.

    Capitalised words, as names are, count a quarter, unless most words are capitalised. Totals of several
    segments can be added.
    """
    model = _model()
    known = model.cache.get
    names = sum(1 for word in words if word[:1].isupper())
    quarter = 2 * names <= len(words)
    full, little = 0, 0
    for word in words:
        lower = word.lower()
        value = known(lower)
        if value is None:
            value = model.weights(lower)
        if quarter and lower != word and len(word) > 1 and word[:1].isupper():
            little += value
        else:
            full += value
    return {group: number / 32 for group, number in zip(GROUPS, _unpacked(4 * full + little), strict=True)}


def verdict(scores: Mapping[str, float], words: int) -> str:
    """``da``, ``en``, ``other`` or ``unsure`` from the scores of that many words."""
    if words < 1:
        return "unsure"
    best, second = _lead(scores)
    margin = NORWEGIAN_MARGIN if best == "no" else MIN_MARGIN
    if scores[best] - second < (margin if words >= MIN_WORDS else SHORT_MARGIN):
        return "unsure"
    if best not in ("da", "en"):
        return "other"
    return best if scores[best] >= MIN_EVIDENCE * words else "unsure"


def _lead(scores: Mapping[str, float]) -> tuple[str, float]:
    """The best group, and the best score among those that would give another answer."""
    best = max(scores, key=lambda group: scores[group])
    rivals = ("da", "en") if best not in ("da", "en") else [group for group in scores if group != best]
    return best, max(scores[group] for group in rivals)


def identify(text: str) -> str:
    """``da``, ``en``, ``other`` or ``unsure`` for the prose of a sentence or a segment."""
    words = words_of(text)
    return verdict(scores(words), len(words))
