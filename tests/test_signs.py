"""Threats, calls to the chase, sexual remarks and talking down that no fixed phrase gives away: signs are added up.

Content note: the sentences that must be found are coarse.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import postlint
from postlint.engine import Linter

SETTINGS = 'policies = ["os2samtale", "oktech", "ecxo"]\nrole = "private"\nsector = "private"\n'
RULES = {"threat", "harassment", "sexualised-language", "condescending-tone"}

FOUND = (
    ("threat", "Jeg smadrer hver eneste rude i hans hus."),
    ("threat", "Jeg brænder dit skur af, hvis du ikke flytter hegnet."),
    ("threat", "Jeg kender din bil, og jeg har god tid."),
    ("threat", "I'm going to break every finger you type with."),
    ("threat", "Somebody ought to drag him behind a car."),
    ("threat", "We have your address now. See you on Friday."),
    ("harassment", "Læg hans nummer ud i alle grupper, og lad telefonen gløde."),
    ("harassment", "Folkens, vi fryser Jonas ud: ingen svarer ham, ingen hilser på ham."),
    ("harassment", "Everybody tag @lorna_pike in the worst pictures you can find until she blocks us all."),
    ("harassment", "Time to bury Denise in complaints, she has it coming."),
    ("sexualised-language", "Din røv i de bukser er en gave til afdelingen."),
    ("sexualised-language", "Hvor ville jeg gerne se dig uden den trøje, Kasper 😏"),
    ("sexualised-language", "I keep picturing you in nothing but that scarf."),
    ("sexualised-language", "Our new intern is a solid nine, ten with her blouse open."),
    ("condescending-tone", "Det lærer man altså på første semester."),
    ("condescending-tone", "Selv mit barnebarn på syv har styr på det."),
    ("condescending-tone", "I'll use short sentences so you don't get lost."),
    ("condescending-tone", "Cute theory. Come back when you have finished chapter one."),
)
LEFT_ALONE = (
    "Vi venter på dig ved indgangen efter mødet, så følges vi hen til festen.",
    "Jeg slår dig i skak på søndag.",
    "Pas på på vej hjem, der er glat.",
    "I know where you parked the van, I can move it for you.",
    "I keep a spade in my boot for snowy days.",
    "Your house could burn if the wiring is old; get it checked.",
    "Skriv til din borgmester i dag og sig din mening om cykelstien.",
    "Hvem ved, hvor Jonas arbejder nu? Jeg skylder ham en frokost.",
    "Let's all vote for Emma until she wins.",
    "Hotellet har lækre senge og en dejlig udsigt.",
    "Hun har flotte ben at gå på: tre maraton i år.",
    "Massage for runners: book your hour with Helen.",
    "Mine børn lærte alfabetet i børnehaven.",
    "I'll explain step by step how to apply, it's easy.",
    "Let me explain slowly: I was nervous and read the wrong page.",
)


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path: Path = tmp_path_factory.mktemp("signs") / "postlint.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    return postlint.linter(path, now="2026-11-20T12:00:00+01:00")


def found(text: str, linter: Linter) -> set[str]:
    return {finding.rule for finding in postlint.check({"text": text}, linter).findings} & RULES


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[text for _, text in FOUND])
def test_signs_add_up(rule: str, text: str, linter: Linter) -> None:
    assert rule in found(text, linter)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_one_sign_is_not_enough(text: str, linter: Linter) -> None:
    assert found(text, linter) == set()


def test_told_and_condemned_is_left_alone(linter: Linter) -> None:
    assert found("Nogen skrev til mig: »Jeg kender din bil, og jeg har god tid.« Jeg har meldt det.", linter) == set()
