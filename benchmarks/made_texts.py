"""Made-up drafts, posts, long texts and phrases for the benchmarks, in Danish and English; nothing in them is real.

Everything follows from the seed that is given, so two runs measure the same texts. The organisation is the
invented Kobberdal of ``examples/postlint.toml``.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LENGTH = 280  # code points of a post
ROLES = ("private", "private", "employee", "official")

# One sentence in six or so names somebody: the organisation, a product, a competitor.
SENTENCES = {
    "da": (
        "I {day} stod vi {number} mand høj ved {place} og så på {thing}.",
        "Jeg glæder mig allerede til {day}, for så skal {person} og jeg en tur til {place}.",
        "Er der nogen, der ved, hvor man køber {thing} nær {place}?",
        "{person} spurgte, om vi kunne nå det inden {day}, og det kunne vi heldigvis.",
        "Det regnede hele {day}, men {thing} holdt, og humøret var højt.",
        "»Man skal passe på sine ting,« siger {person}, der har boet ved {place} i {number} år.",
        "Hos Kobberdal fik vi {number} gæster i {day}, og de fleste ville se på {thing}.",
        "Tak for kaffen, {person}! ☕ Vi ses ved {place} kl. {number}.",
        "Læs mere om turen på https://turen.example/{number}, hvis du har lyst.",
        "Til {day} rykker vi {thing} hen til {place}; tag en ven med. #sommer",
        "For {number} år siden kunne man stadig finde {thing} på loppemarkedet.",
        "Børnene har malet {thing}, og naboen fra {place} kom forbi med boller.",
    ),
    "en": (
        "On {day} {number} of us met by {place} to look at {thing}.",
        "I am already looking forward to {day}, when {person} and I go to {place}.",
        "Does anybody know where to buy {thing} near {place}?",
        "{person} asked whether we could make it before {day}, and luckily we could.",
        "It rained all {day}, but {thing} held, and spirits were high.",
        "“You have to take care of your things,” says {person}, who has lived by {place} for {number} years.",
        "At Kobberdal we had {number} visitors on {day}, and most came to see {thing}.",
        "Thanks for the coffee, {person}! ☕ See you by {place} at {number}.",
        "Read more about the trip at https://trip.example/{number} if you like.",
        "By {day} we shall move {thing} over to {place}; bring a friend. #summer",
        "Some {number} years ago you could still find {thing} at the flea market.",
        "The children have painted {thing}, and a neighbour from {place} came by with buns.",
    ),
}
FILLINGS = {
    "da": {
        "day": "mandag tirsdag onsdag torsdag fredag lørdag søndag januar april juni oktober".split(),
        "place": "havnen;åen;stationen;den gamle mølle;fjorden;biblioteket;skoven;torvet;svømmehallen".split(";"),
        "thing": "en ladcykel;de nye lygter;et telt;tre kasser æbler;gyngen;en kajak;drivhuset;skiltet".split(";"),
    },
    "en": {
        "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January April June October".split(),
        "place": "the harbour;the river;the station;the old mill;the fjord;the library;the wood".split(";"),
        "thing": "a cargo bike;the new lamps;a tent;three crates of apples;the swing;a kayak;the sign".split(";"),
    },
}
PEOPLE = "Agnete Bertil Cilius Dagny Ejvind Frode Gudny Herdis Ingolf Jytte Kjeld Lilian".split()
SYLLABLES = "bal dre fi gry hok jus kla lom mun nep ors pli rav ske tro ull vam yng æbl øst ård".split()


def sentence(random: Random, lang: str) -> str:
    """Return one sentence in ``lang``."""
    facts = {name: random.choice(words) for name, words in FILLINGS[lang].items()}
    return random.choice(SENTENCES[lang]).format(number=random.randint(2, 990), person=random.choice(PEOPLE), **facts)


def example_paragraphs() -> list[str]:
    """Return the paragraphs of the drafts in ``examples/``."""
    names = ("dansk.txt", "english.txt", "uden-fund.txt")
    texts = [(EXAMPLES / name).read_text(encoding="utf-8") for name in names]
    lines = (EXAMPLES / "posts.jsonl").read_text(encoding="utf-8").splitlines()
    texts += [json.loads(line)["text"] for line in lines if line.strip()]
    return [paragraph.strip() for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]


def post(random: Random, examples: list[str]) -> str:
    """Return a post of 280 code points in one language; one in three begins as a draft of ``examples`` does."""
    lang = random.choice(("da", "en"))
    text = random.choice(examples) if random.random() < 1 / 3 else sentence(random, lang)
    while len(text) < LENGTH:
        text += random.choice((" ", " ", "\n\n")) + sentence(random, lang)
    return text[:LENGTH]


def posts(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Return posts with the fields ``id``, ``text`` and ``role``."""
    random, examples = Random(seed), example_paragraphs()
    return [
        {"id": str(number), "text": post(random, examples), "role": random.choice(ROLES)} for number in range(count)
    ]


def write_posts(path: Path, count: int) -> None:
    """Write posts as ``.jsonl``, one at a time: what is held here would show in the memory of the processes."""
    random, examples = Random(2), example_paragraphs()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            entry = {"id": str(number), "text": post(random, examples), "role": random.choice(ROLES)}
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def write_text(path: Path, size: int) -> None:
    """Write a text of at least ``size`` bytes of UTF-8: paragraphs of five sentences, each in one language."""
    random, written = Random(3), 0
    with path.open("wb") as file:
        while written < size:
            lang = random.choice(("da", "en"))
            paragraph = " ".join(sentence(random, lang) for _ in range(5))
            written += file.write(paragraph.encode() + b"\n\n")


def phrases(count: int, seed: int = 4) -> list[str]:
    """Return ``count`` phrases of one to four words, all different. In one of three the words are those of the
    posts, so that they are met, and the rest are words that nobody has written yet."""
    random = Random(seed)
    written = " ".join(text for texts in SENTENCES.values() for text in texts).split()
    known = sorted({word for word in written if word.isalpha() and len(word) > 2})
    found: dict[str, None] = {}
    while len(found) < count:
        if random.random() < 1 / 3:
            words = [random.choice(known) for _ in range(random.randint(2, 4))]
        else:
            words = ["".join(random.choices(SYLLABLES, k=3)) for _ in range(random.randint(1, 4))]
        found[" ".join(words).lower()] = None
    return list(found)


def write_organisation(folder: Path, count: int) -> Path:
    """Copy the organisation of ``examples/`` into a folder, with a pack of ``count`` phrases of its own (none
    where it is 0), and return the configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("postlint.toml", "consents.csv"):
        (folder / name).write_bytes((EXAMPLES / name).read_bytes())
    configuration = folder / "postlint.toml"
    if count:
        text = configuration.read_text(encoding="utf-8")
        configuration.write_text('packs = ["words.toml"]\n' + text, encoding="utf-8")
        (folder / "words.toml").write_text(_pack(phrases(count)), encoding="utf-8")
    return configuration


def _pack(words: list[str]) -> str:
    lines = ["[[rule]]", 'id = "house-words"', 'severity = "info"']
    for lang, own in (("da", words[::2]), ("en", words[1::2])):
        lines += [f"[rule.{lang}]", 'title = "Ord"', 'message = "»{words}« er et af husets ord."', 'advice = "Spørg."']
        lines.append(f"phrases = {json.dumps(own, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
