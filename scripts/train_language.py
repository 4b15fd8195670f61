"""Write postlint/document/language.dat, the model behind postlint.document.language.

    pip install wordfreq==3.1.1
    python scripts/train_language.py postlint/document/language.dat

Downloads nothing: all frequencies come with the wordfreq package (data CC BY-SA 4.0). The same version of
wordfreq gives the same file, byte for byte.

For each group of languages the model holds ``log(P(word) / EPSILON)``. Words that no list knows
get a share of EPSILON that a letter-trigram model hands out, so a word that looks Danish counts a little for
Danish. Only words for which the list says more than the trigrams are written.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import wordfreq

# Group letter (its place is the place in a trigram's vector) -> wordfreq languages.
GROUPS = {
    "D": ("da",),
    "N": ("nb",),
    "S": ("sv",),
    "E": ("en",),
    "G": ("de",),
    "H": ("nl",),
    "R": ("fr", "es", "it", "pt", "ca", "ro"),
    "I": ("is",),
    "F": ("fi",),
    "X": ("pl", "cs", "sk", "sl", "sh", "tr", "hu", "lt", "lv", "id", "fil"),
}
# How many of its most frequent words each group brings into the model.
SIZES = dict(zip(GROUPS, (12000, 9500, 4500, 8000, 3000, 2000, 2200, 700, 700, 1200), strict=True))
CUT = 1e-6  # rarer words are noise, and the short lists do not have them
EPSILON = 1.4e-6  # the probability of an unknown word
SCALE, LOW, HIGH = 0.5, -4.0, 1.5  # the trigrams' say: tempered, the likeliest group at HIGH, none below LOW
WORD_STEP, NGRAM_STEP = 0.25, 0.125
FLOOR, SPAN = 2, 28  # a weight is written from this many steps on, and if this near the word's highest
# A word is written if it tells this much more than its trigrams: D from N, the NEAR first groups, or any.
NORDIC_GAIN, GAIN, FAR_GAIN, NEAR = 0.6, 1.8, 4.0, 5
NGRAM_LIMIT = 5000  # most frequent trigrams kept

TOKEN = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[a-zß-öø-ÿāăąćčďđēęěğģīįıķļľłńņňőœřśşšșťţțūůűųźżžș]+")

# Nynorsk has no list of its own in wordfreq; its most frequent words: words per million, roughly.
NYNORSK = """
13000: ein
7000: ikkje
6000: dei
5000: eg eit
4000: frå
3000: eller så
2000: vere vi vart ho skal etter
1500: noko me
1200: alle
1000: kva berre meir då også mange andre
800: mykje vore òg no
700: mellom
600: sjølv blei saman nokre fleire kjem får
500: nokon første nye vera
400: korleis kvar gjer seier heile sidan ny norsk fekk slik folk
300: kven kvifor dykk vorte gjere gjorde veit arbeid tek gir gong anna utan
200: hennar seie heilt arbeidet kome fått gongen difor likevel aldri alltid viktig betre trur meiner
  medan kroner rett
150: gjev gonger eigen eige slike stad mogleg menneske kommunen tida finst større bruke skriv seinare
  spørsmål
100: hjå sei fyrste teke gje annan eigne framleis enno heim heime kvart høg stader vanleg skule skulen
  dagar åra verda byrja gjera brukar les ønskjer ute innan millionar
80: viktige elevane veke lenger eldre utvikling
60: samanheng
50: hovud ettersom kvarandre høgare høge verkeleg eigentleg offentleg åleine skular elevar kommunar
  veker dagane tenke lese ynskjer håpar
40: tydeleg byrjar koma yngre lærar lærarane tilsette søkje ønskje forsking opplæring
30: komen dagleg vekene tenkje tenkjer lærarar søkjer eigar
20: lesar eigarar
"""
# Danish as written in chats and comments: spoken spellings, abbreviations: per million, roughly.
CHAT = """
15000: ikke
3000: vil
2000: jo bare lige
1500: tak
1000: nok
800: nogen
600: nogle
500: vel jer
300: altså hej okay del
200: sgu super
150: dejlig
100: ligesom haha vildt fedt tillykke weekend ca pga glæder
80: sku hygge tusind
60: ik ikk opslag
50: ku hahaha hva hyggeligt mvh idag
40: hehe sygt fandme kæft knus godmorgen mon lort wow
30: mega igår imorgen skidt fucking skide følg
20: ka osse årh øhm øh træls kh iaften øv hejsa
10: lissom nåå nååh arh orh pisse nederen iøvrigt lorte
6: oss hvofor
4: hvorfo hvordn
3: iøvrig sygeste
1: vilk
"""
# Letters as typed without the national keys: (letter, spelling, share of the word's frequency).
PLAIN = {
    "D": (("æ", "ae"), ("ø", "oe"), ("å", "aa")),
    "N": (("æ", "ae"), ("ø", "oe"), ("å", "aa")),
    "G": (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")),
}
BARE = str.maketrans("æøåäöüé", "aoaaoue")


def language_table(language: str) -> dict[str, float]:
    """The frequencies of one language's words, cut into runs of letters."""
    table: dict[str, float] = defaultdict(float)
    for entry, frequency in wordfreq.get_frequency_dict(language, "best").items():
        if frequency >= CUT:
            for word in TOKEN.findall(entry):
                if LATIN.fullmatch(word):
                    table[word] += frequency
    return table


def per_million(text: str) -> dict[str, float]:
    """The frequencies in a block of ``number: words``, where a number holds until the next one."""
    table: dict[str, float] = {}
    frequency = 0.0
    for item in text.split():
        if item.endswith(":"):
            frequency = int(item[:-1]) * 1e-6
        else:
            table[item] = frequency
    return table


def raise_to(table: dict[str, float], extra: dict[str, float]) -> None:
    """Lift each word of ``extra`` to at least the frequency given there."""
    for word, frequency in extra.items():
        table[word] = max(table.get(word, 0.0), frequency)


def plain_spellings(group: str, table: dict[str, float]) -> dict[str, float]:
    """Frequent words typed without national letters, at a small share of their frequency."""
    extra: dict[str, float] = {}
    for word, frequency in table.items():
        if frequency < 3e-5:
            continue
        spelt = word
        for letter, letters in PLAIN.get(group, ()):
            spelt = spelt.replace(letter, letters)
        if spelt != word:
            extra[spelt] = max(extra.get(spelt, 0.0), frequency * 0.03)
        bare = word.translate(BARE)
        if group in "DNSG" and bare != word:
            extra[bare] = max(extra.get(bare, 0.0), frequency * 0.003)
    return extra


def group_tables() -> dict[str, dict[str, float]]:
    """The frequency table of each group: the highest among its languages."""
    tables: dict[str, dict[str, float]] = {}
    for group, languages in GROUPS.items():
        table: dict[str, float] = {}
        for language in languages:
            raise_to(table, language_table(language))
        tables[group] = table
    raise_to(tables["N"], per_million(NYNORSK))
    raise_to(tables["D"], per_million(CHAT))
    for group, table in tables.items():
        raise_to(table, plain_spellings(group, table))
    return tables


def trigrams(word: str) -> list[tuple[str, str]]:
    """(two letters before, letter) for each letter of a word and for its end."""
    padded = f"^^{word}$"
    return [(padded[i - 2 : i], padded[i]) for i in range(2, len(padded))]


Counts = dict[str, float]
Model = tuple[dict[str, Counts], dict[str, Counts], Counts]


def letter_model(table: dict[str, float]) -> Model:
    """Counts of letters after two, one and no letters; rare words count nearly as much as frequent ones."""
    two: dict[str, Counts] = defaultdict(lambda: defaultdict(float))
    one: dict[str, Counts] = defaultdict(lambda: defaultdict(float))
    none: Counts = defaultdict(float)
    for word, frequency in sorted(table.items()):
        weight = (frequency / CUT) ** 0.3
        for before, letter in trigrams(word):
            two[before][letter] += weight
            one[before[1]][letter] += weight
            none[letter] += weight
    return two, one, none


def letter_probability(model: Model, before: str, letter: str) -> float:
    """P(letter | two letters before), backing off by Witten and Bell's method."""
    probability = 1 / 60
    for counts in (model[2], model[1].get(before[1]), model[0].get(before)):
        if counts:
            total, kinds = sum(counts.values()), 2 * len(counts)
            probability = (counts.get(letter, 0.0) + kinds * probability) / (total + kinds)
    return probability


def trigram_vectors(tables: dict[str, dict[str, float]]) -> dict[str, list[int]]:
    """For each frequent trigram the quantised log ratio of each group to the groups' mean."""
    models = [letter_model(tables[group]) for group in GROUPS]
    weight: Counts = defaultdict(float)
    for model in models:
        for before, counts in model[0].items():
            total = sum(model[2].values())
            for letter, count in counts.items():
                weight[before + letter] += count / total
    frozen = sorted(weight, key=lambda key: (-weight[key], key))[:NGRAM_LIMIT]
    vectors = {}
    for key in sorted(frozen):
        logs = [math.log(letter_probability(model, key[:2], key[2])) for model in models]
        mean = sum(logs) / len(logs)
        vectors[key] = [max(-26, min(26, round(SCALE * (log - mean) / NGRAM_STEP))) for log in logs]
    return vectors


def guessed(word: str, vectors: dict[str, list[int]]) -> list[float]:
    """What the trigrams alone say about a word, as the run time computes it."""
    total = [0] * len(GROUPS)
    for before, letter in trigrams(word):
        for place, value in enumerate(vectors.get(before + letter, ())):
            total[place] += value
    shift = HIGH - max(total) * NGRAM_STEP
    return [max(LOW, value * NGRAM_STEP + shift) for value in total]


def choose_words(tables: dict[str, dict[str, float]]) -> list[str]:
    """The most frequent words of each group, as many as SIZES says."""
    chosen: set[str] = set()
    for group, table in tables.items():
        chosen.update(sorted(table, key=lambda word: (-table[word], word))[: SIZES[group]])
    return sorted(chosen)


def word_record(word: str, tables: dict[str, dict[str, float]], vectors: dict[str, list[int]]) -> str:
    """The word's weights as group letter and step, in turn; empty when the trigrams say enough."""
    guess = guessed(word, vectors)
    shares = [tables[group].get(word, 0.0) / EPSILON for group in GROUPS]
    told = [math.log(share + math.exp(value)) for share, value in zip(shares, guess, strict=True)]
    shift = sum(told) / len(told) - sum(guess) / len(guess)
    gains = [new - old - shift for new, old in zip(told, guess, strict=True)]
    far, near = max(map(abs, gains)), max(map(abs, gains[:NEAR]))
    if far < FAR_GAIN and near < GAIN and abs(gains[0] - gains[1]) < NORDIC_GAIN:
        return ""
    steps = [max(0, min(50, round(value / WORD_STEP))) for value in told]
    floor = max(FLOOR, max(steps) - SPAN)
    return "".join(group + chr(33 + step) for group, step in zip(GROUPS, steps, strict=True) if step >= floor)


HEADER = """\
# Language model of postlint. Made by scripts/train_language.py; do not edit.
# Derived from the word frequencies of wordfreq 3.1.1 by Robyn Speer, https://github.com/rspeer/wordfreq
# and licensed like its data under CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
# wordfreq includes data from the SUBTLEX lists by Marc Brysbaert et al., freely available at
# http://crr.ugent.be/programs-data/subtitle-frequencies, and from the sources that its README names.
# Words: first three letters (padded with _), then the rest of each word and its weights: D Danish,
# N Norwegian, S Swedish, E English, G German, H Dutch, R Romance, I Icelandic, F Finnish, X others;
# each followed by a character whose code less 33 is the weight in quarter points.
# Trigrams: two letters before (^ = start), then each next letter ($ = end) and its weights in the same order:
# character codes less 66 in eighths of a point.
"""


def write(path: Path) -> None:
    """Compute the model and write it."""
    tables = group_tables()
    vectors = trigram_vectors(tables)
    buckets: dict[str, list[str]] = defaultdict(list)
    count = 0
    for word in choose_words(tables):
        record = word_record(word, tables, vectors)
        if record:
            count += 1
            buckets[(word + "__")[:3]].append(f"{word[3:]}{record}")
    contexts: dict[str, list[str]] = defaultdict(list)
    for key, vector in vectors.items():
        contexts[key[:2]].append(key[2] + "".join(chr(66 + value) for value in vector))
    words = "\n".join(f"{key} {' '.join(records)}" for key, records in sorted(buckets.items()))
    letters = "\n".join(key + "".join(records) for key, records in sorted(contexts.items()))
    data = f"{HEADER}\n{words}\n\n{letters}\n".encode()
    path.write_bytes(data)
    print(f"{count} words, {len(vectors)} trigrams, {len(data)} bytes")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
