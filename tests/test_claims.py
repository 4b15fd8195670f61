"""Claims about others and about oneself, sales and links: what is told, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import postlint

CONFIG = """
policies = ["social-media", "ecxo"]
sector = "{sector}"
[organisation]
name = "Rågstrup Vand"
[[competitors]]
name = "Brøndkilde"
products = ["KildeApp"]
[[customers]]
name = "Egedal Vaskeri"
"""


def found(tmp_path: Path, text: str, sector: str = "private", **facts: Any) -> dict[str, str]:
    """Return the severity of every rule that a post breaks."""
    config = tmp_path / "postlint.toml"
    config.write_text(CONFIG.format(sector=sector), encoding="utf-8")
    linter = postlint.linter(config, now="2026-11-20T12:00:00+01:00")
    return {f.rule: f.severity for f in postlint.check({"text": text, **facts}, linter).findings}


ACCUSED = [
    "Jens Holgersen har hånden i klubkassen.",
    "Vores kasserer har tømt foreningens konto og stukket af.",
    "Kristoffer Damm bruger foreningens dankort til sine egne ferier.",
    "Kommunaldirektøren gav sin svoger tre kontrakter uden udbud. Det er korruption.",
    "Brøndkilde forfalskede deres klimaregnskab.",
    "Terry Bluntley is a crook.",
    "The headteacher altered the exam results before the inspectors came.",
    "Pete Lowrie sold the club mower and kept the cash.",
    "Egedal Vaskeri cheats on its taxes.",
]
NOT_ACCUSED = [
    "Min cykel blev stjålet i nat.",
    "Jens Holgersen er ikke en tyv.",
    "Hvis Jens Holgersen stjal af kassen, ville vi vide det.",
    "Er borgmesteren korrupt?",
    "Jens Holgersen er dømt for underslæb.",
    "Mågen er en tyv, den tog min is.",
    "Jens stjal showet til festen.",
    "Scammers are calling people at night.",
    "In this novel the mayor takes bribes.",
    "The former director was sentenced for fraud.",
    "I think the council is wasting money.",
    "They robbed us! Never a penalty.",
]


@pytest.mark.parametrize("text", ACCUSED)
def test_an_accusation_is_told_as_a_warning(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text).get("defamation") == "warning"


@pytest.mark.parametrize("text", NOT_ACCUSED)
def test_what_accuses_nobody_is_left_alone(tmp_path: Path, text: str) -> None:
    assert "defamation" not in found(tmp_path, text)


def test_public_employees_are_only_advised(tmp_path: Path) -> None:
    assert found(tmp_path, "Borgmesteren er korrupt.", sector="public").get("defamation") == "info"


@pytest.mark.parametrize(
    "text",
    [
        "Turister er nogle får.",
        "Endnu en hysterisk patient i røret.",
        "Forældre er den værste del af jobbet. Hysteriske, alle sammen.",
        "Egedal Vaskeri er simpelthen en prøvelse.",
        "Our tenants are a bunch of whiners.",
        "Parents these days: entitled and rude.",
        "Half our users can't even find the on switch.",
    ],
)
def test_contempt_for_customers_is_told(tmp_path: Path, text: str) -> None:
    assert "customer-disparagement" in found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kunderne er ikke dumme, vores brev var uklart.",
        "Som patient følte jeg mig dum.",
        "Det er irriterende for kunderne, når prisen skifter.",
        "Our user manual is stupid and we are rewriting it.",
        "The stupid customer database is down again.",
        "Some patients can't read small print, so we made it bigger.",
    ],
)
def test_pain_points_are_left_alone(tmp_path: Path, text: str) -> None:
    assert "customer-disparagement" not in found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rågstrup Vand er et cirkus.",
        "Sikke en farce! Endnu et møde i Rågstrup Vand.",
        "Det galehus, vi kalder Rågstrup Vand.",
        "I work for a bunch of clowns at Rågstrup Vand.",
        "Rågstrup Vand: a madhouse with a logo.",
    ],
)
def test_scorn_for_the_employer_is_advice(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text).get("employer-disparagement") == "info"
    assert "employer-disparagement" not in found(tmp_path, text, sector="public")


@pytest.mark.parametrize(
    "text",
    [
        "Vi var i cirkus med Rågstrup Vand.",
        "Brøndkilde er et synkende skib, men Rågstrup Vand står stærkt.",
        "Rågstrup Vand tager fejl, og bemandingen er for lav.",
        "My first draft at Rågstrup Vand was a joke.",
        "Rågstrup Vand is not a circus.",
    ],
)
def test_criticism_and_other_circuses_are_left_alone(tmp_path: Path, text: str) -> None:
    assert "employer-disparagement" not in found(tmp_path, text)


def test_gross_form_is_told_in_the_public_sector_as_info(tmp_path: Path) -> None:
    answer = found(tmp_path, "Rågstrup Vand kan rende mig.", sector="public")
    assert answer.get("employer-disparagement") == "info"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vi er billigere end Brøndkilde.", True),
        ("KildeApp koster dobbelt så meget som vores.", True),
        ("Hvor Brøndkilde lader dig vente, svarer vi straks.", True),
        ("Danmarks bedste aftale er vores.", True),
        ("Nobody beats our prices.", True),
        ("Our pumps are twice as fast as anyone else's.", True),
        ("Vandet er renere end sidste år.", False),
        ("Danmarks bedste kunder fortjener en tak.", False),
        ("Ifølge Forbrugertesten er vi billigere end Brøndkilde.", False),
        ("We want to be the best in the country.", False),
        ("Nothing beats candles and a board game.", False),
    ],
)
def test_comparisons(tmp_path: Path, text: str, told: bool) -> None:
    assert ("comparative-claim" in found(tmp_path, text, role="official")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Studier viser, at vand gør klogere.", True),
        ("Ifølge en ny undersøgelse er vand sundt.", True),
        ("72 procent af alle ledere mangler feedback.", True),
        ("Ifølge en undersøgelse fra Aalborg Universitet er vand sundt.", False),
        ("Forskning viser, at vand er sundt: https://vand.example", False),
        ("Vores egen måling viser, at 60 % af medarbejderne vil have frugt.", False),
        ("Two out of three kids asleep.", False),
    ],
)
def test_sources(tmp_path: Path, text: str, told: bool) -> None:
    assert ("missing-source" in found(tmp_path, text)) == told


@pytest.mark.parametrize(
    ("text", "facts", "told"),
    [
        ("Book en gratis demo i dag!", {"role": "vendor"}, True),
        ("Upgrade to Pro today and save 40 euros.", {"role": "vendor"}, True),
        ("Jeg tilbyder coaching til 500 kr. i timen. Skriv PM.", {}, True),
        ("Book en gratis demo i dag!", {"role": "vendor", "reply_to": {"question": True}}, False),
        ("Book en gratis demo i dag!", {"role": "vendor", "commercial": {"sponsored": True}}, False),
        ("Book en gratis demo i dag!", {"role": "vendor", "approvals": [{"by": "Ada"}]}, False),
        ("Book en gratis demo i dag!", {"role": "official"}, False),
        ("Min bog samler ti års fejl, og kapitel 5 bruger jeg selv.", {}, False),
        ("Ring 112, hvis I ser røg.", {}, False),
    ],
)
def test_sales(tmp_path: Path, text: str, facts: dict[str, Any], told: bool) -> None:
    assert ("sales-pitch" in found(tmp_path, text, **facts)) == told


@pytest.mark.parametrize(
    ("text", "facts", "told"),
    [
        ("https://a.example/1", {}, True),
        ("Ny artikel 👇 https://a.example/1", {}, True),
        ("Great stuff! https://a.example/1 #water", {}, True),
        ("https://a.example/1", {"reply_to": {"question": True}}, False),
        ("Her er linket, du bad om: https://a.example/1", {}, False),
        ("Jeg er uenig i konklusionen, men tallene er gode: https://a.example/1", {}, False),
    ],
)
def test_links(tmp_path: Path, text: str, facts: dict[str, Any], told: bool) -> None:
    assert ("bare-link-share" in found(tmp_path, text, **facts)) == told
