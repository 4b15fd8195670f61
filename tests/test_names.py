"""Whatever an organisation or a competitor is called, the same text gives the same findings."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from made_posts import check, rules

from postlint.fold import fold
from postlint.settings import Competitor, Organisation, Settings


class Called(NamedTuple):
    """A name in the configuration, and what people write when they mean it."""

    name: str
    why: str

    @property
    def short(self) -> str:
        return re.sub(r" (A/S|ApS)$", "", self.name)

    @property
    def possessive(self) -> str:
        return self.short + ("'" if self.short[-1] in "sxz" else "s")

    @property
    def english_possessive(self) -> str:
        return self.short + ("'" if self.short[-1] in "sxz" else "'s")

    @property
    def tag(self) -> str:
        return fold(re.sub(r"\W", "", self.short))

    def write(self, template: str) -> str:
        return template.format(
            n=self.short, full=self.name, s=self.possessive, es=self.english_possessive, small=self.short.lower(),
            caps=self.short.upper(), handle=f"@{self.tag}", tag=f"#{self.tag}",
        )  # fmt: skip


NAMES = [
    Called("Kvernholt", "plain"),
    Called("Molbrus", "ends-in-s"),
    Called("Grantex", "ends-in-x"),
    Called("Fyrholz", "ends-in-z"),
    Called("Blåskærvø", "danish-letters"),
    Called("Rolsted Vang", "two-words"),
    Called("Brandtoft & Ulle", "ampersand"),
    Called("Mulvig A/S", "legal-form-A/S"),
    Called("Rævling ApS", "legal-form-ApS"),
    Called("Kompas", "everyday-word"),
    Called("Varmkilden", "ends-in-en"),
    Called("Ypt", "three-letters"),
    Called("Molt4", "digit"),
    Called("Nord-Elmo", "hyphen"),
]
EVERY_NAME = pytest.mark.parametrize("called", [pytest.param(name, id=name.why) for name in NAMES])

ABOUT_US = {
    "name": "Jeg synes, at {n} har lavet en fin app i år.",
    "genitive-at-the-head": "{s} nye app er alt for tung, synes jeg.",
    "genitive-within": "Det bedste er {s} nye priser, hvis du spørger mig.",
    "full-name": "Så blev jeg endelig fastansat i {full} efter tre år.",
    "compound-with-hyphen": "Som {n}-medarbejder synes jeg, at prisen er rimelig.",
    "compound-in-one-word": "Som {n}medarbejder synes jeg, at prisen er rimelig.",
    "handle": "Sikke et hold, og sikke en vinter {handle}",
    "hashtag": "Sikke et hold, og sikke en vinter {tag}",
    "small-letters-after-hos": "Min første dag hos {small} var i mandags, og den gik over al forventning.",
    "all-capitals": "I går åbnede {caps} sin nye afdeling i byen, og det er på høje tid.",
    "english-name": "I think {n} has built a really good app this year.",
    "english-genitive": "If you ask me, {es} new prices are the best part.",
    "english-staff": "As a {n} employee I find the new price fair.",
    "english-handle": "What a team, and what a winter {handle}",
}
ABOUT_THEM = {
    "name-at-the-head": "{n} er dybt useriøse, og de snyder deres egne kunder.",
    "warning-off": "Bliv endelig væk fra {n}, for det er den rene svindel.",
    "genitive": "Hvem gider dog slås med {s} elendige app en hel eftermiddag?",
    "next-sentence": "Så er der igen nedbrud hos {n}. De er nogle amatører.",
    "compound": "Til alle {n}-kunder: jeg har ondt af jer, den app er ubrugelig 😂",
    "handle": "{handle} er til grin, og deres support er ubrugelig.",
    "hashtag": "Den support er til grin, og folkene er løgnere. {tag}",
    "small-letters-after-hos": "Jeg køber aldrig noget hos {small}, de lyver for alle.",
    "all-capitals": "Alle ved da, at {caps} er bondefangere og snyder os.",
    "english-name": "Everybody knows that {n} is a joke and their support is useless.",
    "english-warning": "Do stay away from {n}, the whole thing is a scam.",
    "english-genitive": "I wasted a whole day on {es} useless app.",
}
FAIR = {
    "praise": "Tillykke til {n} med den nye butik ved havnen. Flot arbejde!",
    "own-failure": "Min egen kage blev elendig, så jeg købte en hos {n} i stedet.",
    "denied": "Det passer ikke, at {n} er useriøse. Tværtimod.",
    "english-praise": "Congratulations to {n} on the new shop by the harbour. Great work!",
}


def organisation(called: Called) -> Settings:
    return Settings(
        organisation=Organisation(called.name, handles=(f"@{called.tag}",), hashtags=(f"#{called.tag}",)),
        competitors=(Competitor("Tvillingdal"),),
    )


def rival(called: Called) -> Settings:
    return Settings(
        organisation=Organisation("Tvillingdal"),
        competitors=(Competitor(called.name, handles=(f"@{called.tag}",), hashtags=(f"#{called.tag}",)),),
    )


@EVERY_NAME
@pytest.mark.parametrize("template", ABOUT_US.values(), ids=ABOUT_US)
def test_whatever_we_are_called_a_post_about_us_needs_a_disclaimer(called: Called, template: str) -> None:
    assert rules(check(called.write(template), organisation(called))) == {"missing-disclaimer"}


@EVERY_NAME
@pytest.mark.parametrize("template", ABOUT_THEM.values(), ids=ABOUT_THEM)
def test_whatever_they_are_called_running_them_down_is_told(called: Called, template: str) -> None:
    assert rules(check(called.write(template), rival(called))) == {"competitor-disparagement"}


@EVERY_NAME
@pytest.mark.parametrize("template", FAIR.values(), ids=FAIR)
def test_whatever_they_are_called_fair_words_are_left_alone(called: Called, template: str) -> None:
    assert rules(check(called.write(template), rival(called))) == set()


@EVERY_NAME
def test_whatever_we_are_called_a_denial_that_names_us_is_a_disclaimer(called: Called) -> None:
    text = called.write("Appen fra {n} er for tung. Det er min mening og ikke {s} holdning.")
    assert rules(check(text, organisation(called))) == set()


EVERYDAY = {
    "small-letters": ("Kompas", "Vi for vild, fordi et gammelt kompas viste forkert."),
    "definite": ("Kompas", "Kompasset var elendigt, og kortet var endnu værre."),
    "plural-at-the-head": ("Bølge", "Bølger på tre meter, og jeg var elendig til at styre."),
    "noun-at-the-head": ("Bølge", "Bølge efter bølge slog ind over molen i nat."),
    "article": ("Svale", "En svale har bygget rede under tagskægget."),
    "adjective-before": ("Anker", "Vi lå for anker i en stille vig hele natten."),
    "notice": ("Anker", "Anker sælges billigt, lidt rust, hentes på havnen."),
    "compound-of-its-own": ("Bølge", "Bølgebryderen er i stykker, det er noget skrald."),
    "english-noun": ("Harbour", "We walked down to the harbour in terrible rain."),
    "english-at-the-head": ("Harbour", "Harbour seals slept on the rocks all morning."),
    "english-verb": ("Spark", "A small fire can spark a useless argument."),
    "longer-word": ("Ypt", "Kryptisk besked fra naboen, og ægyptisk musik hele natten."),
}


@pytest.mark.parametrize(("name", "text"), EVERYDAY.values(), ids=EVERYDAY)
def test_an_everyday_word_does_not_name_the_organisation(name: str, text: str) -> None:
    assert rules(check(text, organisation(Called(name, "")))) == set()


@pytest.mark.parametrize(("name", "text"), EVERYDAY.values(), ids=EVERYDAY)
def test_an_everyday_word_does_not_name_a_competitor(name: str, text: str) -> None:
    assert rules(check(text, rival(Called(name, "")))) == set()


def test_the_people_behind_a_competitor_are_the_competitor() -> None:
    assert rules(check("Folkene bag Kvernholt er useriøse, og de snyder deres kunder.", rival(NAMES[0]))) == {
        "competitor-disparagement"
    }


def test_two_rivals_are_told_apart() -> None:
    settings = Settings(competitors=(Competitor("Stampemo"), Competitor("Rugbjerg")))
    report = check("Stampemo er svindlere, og de lyver. Rugbjerg laver til gengæld et godt brød.", settings)
    assert [finding.message.count("Stampemo") for finding in report.findings] == [1]
