"""Language identification: Danish and English found, neighbours kept apart, never an exception."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postlint.document import language
from postlint.document.language import GROUPS, identify, scores, verdict, words_of

DANISH = [
    "Vi glæder os til at se jer alle sammen i morgen!",
    "Chefen er en idiot, og jeg siger op på mandag.",
    "Så er der fredagsbar, og kagen står klar i køkkenet.",
    "Husk at tilmelde dig vores webinar om cloud security og compliance",
    "Vi deployer den nye frontend i aften, så der kan være lidt downtime",
    "Vores nye dashboard er live – log ind og giv os feedback",
    "What a day! Tak til alle, der kom forbi vores stand i går",
    "Kan man få en refund, når produktet er gået i stykker?",
]
INFORMAL_DANISH = [
    "ej hvor er i bare seje allesammen",
    "jeg gider ik mere, ses i morgen",
    "sku du ikke ha været på arbejde idag?",
    "Saa er vi klar til en ny uge paa kontoret med kaffe og kage",
    "Vi glaeder os til at se jer alle sammen i morgen",
    "vi soger en ny kollega og du ma gerne dele opslaget",
    "altså seriøst hvad laver de derinde",
    "kunderne er sgu da ligeglade med det der",
    "hvor er det vildt at de ikk svarer paa mails",
    "Regeringen lyver, det er jo helt til grin 😡😡",
]
ENGLISH = [
    "Just shipped a new release, check it out",
    "We're hiring a senior developer in Copenhagen",
    "my boss is an idiot and I'm quitting on monday",
    "Honestly the worst customer service ever",
    "THIS IS NOT A DRILL, WE ARE LIVE",
    "Novo Nordisk and Maersk announce a partnership with Aarhus Universitet",
    "gonna be a long night at the office lol",
]
OTHER = {
    "nb": [
        "Vi gleder oss til å se dere alle sammen i morgen",
        "Jeg har fått ny jobb og begynner på mandag",
        "Ikke glem å melde deg på frokostmøtet vårt neste uke",
        "Sjefen min er helt håpløs og jeg orker ikke mer",
        "Noen som vet hvorfor nettet er nede?",
    ],
    "nn": [
        "Me gler oss til å sjå dykk alle saman i morgon",
        "Eg veit ikkje kva eg skal seie",
        "Dei nye lokala våre er mykje betre enn dei gamle",
    ],
    "sv": [
        "Vi ses imorgon på kontoret, jag längtar redan",
        "Jag orkar inte mer, chefen är helt dum i huvudet",
        "Glöm inte att anmäla er till vårt webbinarium",
    ],
    "de": ["Wir freuen uns auf euch alle morgen", "Mein Chef ist ein Idiot und ich kündige am Montag"],
    "nl": ["We zien elkaar morgen op kantoor", "Mijn baas is een idioot en ik neem ontslag"],
    "af": ["Ek weet nie wat om vandag te sê nie, my baas is siek"],
    "fr": ["On recrute un développeur à Paris", "Bon week-end à tous et à lundi"],
    "es": ["Mi jefe es un idiota y me voy el lunes"],
    "it": ["Il mio capo è un idiota e mi licenzio lunedì"],
    "pt": ["Estamos muito felizes em anunciar a novidade"],
    "fi": ["Etsimme uutta kehittäjää meidän tiimiimme"],
    "is": ["Við hlökkum til að sjá ykkur öll á morgun"],
    "fo": ["Vit gleða okkum til at síggja tykkum øll í morgin"],
    "pl": ["Szukamy nowego kolegi do naszego zespołu"],
    "tr": ["Yeni bir takım arkadaşı arıyoruz"],
    "ru": ["Мы рады видеть вас всех завтра"],
    "ar": ["نحن سعداء برؤيتكم جميعا غدا"],
    "zh": ["我们 很 高兴 明天 见到 你们"],
}
ODD = ["", " ", "\n\n", "😀😀😀", "123 456", "#", "@", "_", "a", "æ", "\ud800", "\x00", "İ", "ß", "ﬁ"]
ODD += ["http://", "https://example.com/hej-med-dig", "...", "²³", "e\u0301e\u0301", "\u200b", "A B C D"]
ODD += ["ça " * 2000, "a" * 5000]


@pytest.mark.parametrize("text", DANISH + INFORMAL_DANISH)
def test_danish_is_found(text: str) -> None:
    assert identify(text) == "da"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_found(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in OTHER.items() for text in texts])
def test_other_languages_are_other(lang: str, text: str) -> None:
    assert identify(text) == "other", lang


@pytest.mark.parametrize("text", ["Tusind tak", "Nice", "Hej Mette", "Jeg er enig", "Det må du selv om"])
def test_too_short_or_shared_text_is_not_another_language(text: str) -> None:
    assert identify(text) in ("da", "en", "unsure")


def test_names_weigh_little() -> None:
    danish = "Her er Department of Foreign Affairs and The New York Times på besøg hos os i dag"
    english = "We had a visit from Københavns Kommune and Styrelsen for Arbejdsmarked og Rekruttering"
    assert (identify(danish), identify(english)) == ("da", "en")


def test_addresses_handles_and_hashtags_do_not_count() -> None:
    plain = "Vi glæder os til at se jer"
    noisy = f"@visitnorway {plain} #throwbackthursday https://www.theguardian.com/the-news x@the.com"
    assert words_of(noisy) == words_of(plain)


def test_a_capital_that_starts_a_sentence_is_lowered() -> None:
    assert " ".join(words_of("Hej med dig. Det er Mette! Og Bo")) == "hej med dig det er Mette og Bo"


def test_a_very_long_token_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    identify("#" + "a" * 300_000 + " " + "b" * 300_000 + "@")
    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ODD)
def test_odd_input_gives_an_answer(text: str) -> None:
    assert identify(text) in ("da", "en", "other", "unsure")


@pytest.mark.parametrize(
    "words", [[], [""], ["", ""], ["don't"], ["e-mail"], ["\udfff\ud800"], ["x y"], ["Æ1"]]
)
def test_odd_words_get_scores(words: list[str]) -> None:
    assert tuple(scores(words)) == GROUPS


def test_nothing_is_unsure() -> None:
    assert identify("") == "unsure"
    assert verdict(scores([]), 0) == "unsure"


def test_scores_of_segments_add_up() -> None:
    first, second = words_of("vi ses i aften"), words_of("så snakker vi om det")
    together = scores(first + second)
    assert {group: scores(first)[group] + scores(second)[group] for group in GROUPS} == together
    assert verdict(together, len(first) + len(second)) == "da"


def test_norwegian_must_lead_danish_clearly() -> None:
    totals = dict.fromkeys(GROUPS, 0.0) | {"da": 40.0, "no": 40.0 + language.NORWEGIAN_MARGIN / 2}
    assert verdict(totals, 6) == "unsure"
    assert verdict(totals | {"no": 40.0 + language.NORWEGIAN_MARGIN}, 6) == "other"


def test_text_without_known_words_is_not_claimed() -> None:
    totals = dict.fromkeys(GROUPS, 0.0) | {"da": 6.0}
    assert verdict(totals, 6) == "unsure"


def test_same_answer_whatever_came_before() -> None:
    texts = DANISH + INFORMAL_DANISH + ENGLISH + [text for group in OTHER.values() for text in group] + ODD
    forward = [scores(words_of(text)) for text in texts]
    language._loaded.clear()
    backward = [scores(words_of(text)) for text in reversed(texts)]
    assert forward == backward[::-1]


def test_a_full_cache_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [scores(words_of(text)) for text in DANISH]
    language._loaded.clear()
    monkeypatch.setattr(language, "_CACHE_LIMIT", 3)
    assert [scores(words_of(text)) for text in DANISH] == expected


def test_same_answer_under_another_hash_seed() -> None:
    program = (
        "import sys; from postlint.document.language import scores, words_of;"
        "print(scores(words_of(sys.stdin.buffer.read().decode())))"
    )
    root = Path(language.__file__).parents[2]
    text = " ".join(DANISH + ENGLISH).encode()
    answers = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", program]
        env = os.environ | {"PYTHONHASHSEED": seed}
        run = subprocess.run(command, input=text, capture_output=True, check=True, cwd=root, env=env)
        answers.add(run.stdout)
    assert len(answers) == 1


def test_model_is_read_at_first_use_only() -> None:
    language._loaded.clear()
    identify("hej")
    first = language._model()
    identify("hello")
    assert language._model() is first


def test_data_file_names_its_source_and_licence() -> None:
    head = Path(language.__file__).with_name("language.dat").read_text(encoding="utf-8").split("\n\n")[0]
    assert "wordfreq" in head
    assert "CC BY-SA 4.0" in head
