"""Markings that keep a text inside, embargoes beside the time of appearing, and words that only look like them."""

from __future__ import annotations

import pytest
from made_posts import check, found

IN_USE = {
    "capitals-and-dash": "FORTROLIGT – udkast til ny melblanding",
    "label": "Fortroligt: udkast til ny melblanding",
    "brackets": "[Intern] Sådan går det med ovnen",
    "stamped": "Side to er stemplet »Strengt fortroligt«, men se lige den kurve!",
    "danish-level": "TIL TJENESTEBRUG: vagtplan for møllen",
    "in-house": "Kun til intern brug: priserne for næste år.",
    "not-to-be-passed-on": "Må ikke videregives: referatet fra mandag.",
    "not-for-publication": "Ikke til offentliggørelse. Her er tallene for maj.",
    "board-only": "Kun for bestyrelsen: vi flytter møllen.",
    "english-capitals": "CONFIDENTIAL: draft of the new blend",
    "english-in-a-danish-post": "Se lige den graf, den er mærket »Internal use only«.",
    "english-label": "Strictly confidential. Here is the plan for the mill.",
    "do-not-share": "DO NOT DISTRIBUTE: the numbers for May",
    "not-for-release": "Not for release: our new oven is ready.",
    "traffic-light": "TLP:AMBER new trick against bakeries",
    "traffic-light-strict": "TLP:AMBER+STRICT new trick against bakeries",
    "traffic-light-sloppy": "tlp-red: nyt trick mod bagerier",
    "uk-level": "OFFICIAL-SENSITIVE: rota for the mill",
    "nato": "NATO RESTRICTED: rota for the mill",
    "soft-hyphen-within": "FOR\u00adTROLIGT: udkast til ny melblanding",
    "full-width": "ＦＯＲＴＲＯＬＩＧＴ: udkast til ny melblanding",
}


@pytest.mark.parametrize("text", IN_USE.values(), ids=IN_USE)
def test_a_marking_in_use(text: str) -> None:
    findings = found(check(text), "confidential-marker")
    assert [(f.severity, f.secret) for f in findings] == [("error", True)]


NOT_IN_USE = {
    "in-confidence": "Alle samtaler med rådgiveren er fortrolige.",
    "handled-in-confidence": "Jeres svar behandles fortroligt af udvalget.",
    "noun": "Fortrolighed er noget, man gør sig fortjent til.",
    "what-it-means": "Hvad betyder »STRENGT FORTROLIGT« egentlig på en mappe?",
    "no-longer": "Planen er ikke længere fortrolig, den kom i avisen i dag.",
    "nothing-confidential": "Her er intet fortroligt, bare et billede af en bolle.",
    "trainee": "Vores nye intern hedder Liv og bager bedst af alle.",
    "internal-joke": "Det er en intern joke på holdet.",
    "internet": "Internet i møllen, endelig!",
    "secret-recipe": "Farmors hemmelige opskrift på rugbrød.",
    "secret-santa": "Secret Santa at the mill was great fun.",
    "restricted-diet": "I am on a restricted diet this month.",
    "classified-ads": "Found an old oven in the classified ads.",
    "official": "It is official: the mill is open again.",
    "clear": "TLP:CLEAR new trick against bakeries, share freely.",
    "helpline": "The helpline is confidential and free of charge.",
    "combustion": "Internal combustion engines are loud.",
    "trade-embargo": "En embargo mod hvede rammer alle bagere.",
    "levels-explained": "TLP:RED means nobody else, TLP:GREEN means the community.",
}


@pytest.mark.parametrize("text", NOT_IN_USE.values(), ids=NOT_IN_USE)
def test_words_that_mark_nothing(text: str) -> None:
    assert found(check(text), "confidential-marker") == []


@pytest.mark.parametrize(
    "image",
    [
        {"file": "STRENGT_FORTROLIGT_ovn.png"},
        {"file": "slides/confidential-oven.png"},
        {"file": "a.png", "alt": "En side, der er stemplet FORTROLIGT"},
    ],
    ids=["danish-file", "english-file", "alt-text"],
)
def test_a_marking_on_a_picture(image: dict[str, str]) -> None:
    report = check("Se lige den kurve!", images=[{"people": [], **image}])
    assert [f.field.startswith("images[0].") for f in found(report, "confidential-marker")] == [True]


@pytest.mark.parametrize("file", ["internet.png", "internat.jpg", "hemsedal.jpg", "confidence.png", "fest.jpg"])
def test_a_file_name_that_marks_nothing(file: str) -> None:
    assert found(check("Se her!", images=[{"file": file, "people": []}]), "confidential-marker") == []


LEAKS = [
    "Det må jeg egentlig ikke sige, men Kvernholt køber møllen i syd.",
    "Ikke offentligt endnu: Kvernholt får ny direktør.",
    "Don't tell anyone, but Kvernholt is buying the southern mill.",
]


@pytest.mark.parametrize("text", LEAKS)
def test_a_leak_that_is_announced_is_a_warning(text: str) -> None:
    assert [f.severity for f in found(check(text), "confidential-marker")] == ["warning"]


# Embargoes. The post is checked on Wednesday 10 March 2027 at noon, Danish time.

EMBARGOED = {
    "date-and-time": "Klausuleret til den 12. marts 2027 kl. 06.00: ny ovn hos Kvernholt",
    "weekday": "Pressemeddelelse, klausuleret til fredag kl. 6. Ny ovn!",
    "tomorrow": "EMBARGO til i morgen kl. 8: ny ovn",
    "english": "EMBARGOED until 09:00 CET 12 March 2027: a new oven",
    "english-weekday": "Under embargo until Friday 9 am. A new oven is here.",
    "earliest": "Må tidligst offentliggøres den 12. marts kl. 9: ny ovn hos os",
    "iso": "Embargo until 2027-03-12 09:00: new oven",
    "iso-with-t": "Embargo until 2027-03-12T09:00: new oven",
}
BEFORE, SAME, AFTER = "2027-03-10T13:00:00+01:00", "2027-03-12T09:00:00+01:00", "2027-03-15T09:00:00+01:00"


@pytest.mark.parametrize("text", EMBARGOED.values(), ids=EMBARGOED)
def test_a_post_that_appears_before_its_embargo_ends_is_an_error(text: str) -> None:
    assert [f.severity for f in found(check(text, scheduled=BEFORE), "confidential-marker")] == ["error"]


DATED = [
    pytest.param(text, id=name) for name, text in EMBARGOED.items() if "weekday" not in name and name != "tomorrow"
]


@pytest.mark.parametrize("text", DATED)
def test_a_post_that_appears_after_its_embargo_is_fine(text: str) -> None:
    assert found(check(text, scheduled=AFTER), "confidential-marker") == []


def test_a_post_that_appears_the_very_minute_is_fine() -> None:
    assert found(check("Embargo until 2027-03-12 09:00: new oven", scheduled=SAME), "confidential-marker") == []


@pytest.mark.parametrize(
    ("scheduled", "count"),
    [
        pytest.param("2027-03-12T07:59:00+00:00", 1, id="a-minute-before-in-another-zone"),
        pytest.param("2027-03-12T08:00:00+00:00", 0, id="the-minute-in-another-zone"),
        pytest.param("2027-03-12T08:00:00Z", 0, id="the-minute-in-utc"),
    ],
)
def test_zones_are_reckoned_with(scheduled: str, count: int) -> None:
    text = "EMBARGOED until 09:00 CET 12 March 2027: a new oven"
    assert len(found(check(text, scheduled=scheduled), "confidential-marker")) == count


def test_a_post_without_a_time_appears_now() -> None:
    assert len(found(check("Embargo til den 10. marts 2027 kl. 12.01: ny ovn"), "confidential-marker")) == 1
    assert found(check("Embargo til den 10. marts 2027 kl. 11.59: ny ovn"), "confidential-marker") == []


@pytest.mark.parametrize(
    "text", ["EMBARGO: ny ovn hos Kvernholt", "EMBARGO til snart: ny ovn", "UNDER EMBARGO: new oven"]
)
def test_an_embargo_without_a_readable_end_is_a_warning(text: str) -> None:
    assert [f.severity for f in found(check(text), "confidential-marker")] == ["warning"]


@pytest.mark.parametrize("text", ["Embargoen er ophævet, så nu må alle se ovnen!", "The embargo is over: a new oven!"])
def test_an_embargo_that_is_over_is_fine(text: str) -> None:
    assert found(check(text), "confidential-marker") == []


def test_an_embargo_points_at_its_words() -> None:
    text = "🎉 Klausuleret til den 12. marts 2027 kl. 06.00"
    finding = found(check(text, scheduled=BEFORE), "confidential-marker")[0]
    assert finding.words == "Klausuleret til den 12. marts 2027 kl. 06.00"
