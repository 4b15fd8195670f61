"""Scorn in wordings that no list holds, for those served and for the workplace, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import postlint

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """
policies = ["social-media"]
sector = "{sector}"
[organisation]
name = "Tjørnehøj"
[[competitors]]
name = "Lavbjerg"
[[customers]]
name = "Snekkersund Bådværft"
"""


def found(folder: Path, text: str, sector: str = "private") -> set[str]:
    """Return the rules that a text breaks."""
    config = folder / "postlint.toml"
    config.write_text(CONFIG.format(sector=sector), encoding="utf-8")
    linter = postlint.linter(config, now="2026-11-20T12:00:00+01:00")
    return {finding.rule for finding in postlint.check({"text": text}, linter).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Vores kunder har rygrad som en våd karklud.",
        "Endnu en bruger med eksamen fra Google University 🤡",
        "Sommergæsterne har nul hjerne og endnu mindre tålmodighed.",
        "At hjælpe en borger med en formular er som at læse digte for en mursten.",
        "Lejere: evigt fornærmede, aldrig taknemmelige.",
        "Dagens gæst spurgte, om søen var våd. Hvor graver de dem frem?",
        "Our guests have the patience and the brain of a pea.",
        "Another parent with a degree from Google University 🤡",
        "Explaining a form to our users is like reading poems to a brick.",
        "Nobody wastes a morning quite like Snekkersund Bådværft. World champions at moaning. What a client 🫠",
    ],
)
def test_scorn_for_those_served_is_told_in_any_wording(tmp_path: Path, text: str) -> None:
    assert "customer-disparagement" in found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Vores kunder ventede to timer i telefonen, og det er håbløst af os.",
        "Som gæst på mit eget hotel følte jeg mig som en guldfisk i en bowle.",
        "Lavbjergs kunder er som høns, der løber efter et tilbud.",
        "»Vores brugere har jo nul hjerne«, sagde min gamle chef. Det var derfor, jeg rejste.",
        "Eleverne legede, at de var aber, køer og høns.",
        "Vores lejere er som en familie for mig.",
        "Patienterne mangler ikke hjerne, de mangler svar.",
        "A user spotted the bug in our letter. Genius!",
        "Users can't find the door because we hid it behind a plant. Sorry.",
        "A guest restored my faith in humanity: she paid for the next ten coffees.",
    ],
)
def test_pain_points_and_affection_are_left_alone(tmp_path: Path, text: str) -> None:
    assert "customer-disparagement" not in found(tmp_path, text)


SCORNED = [
    "Hvis rod var en sport, ville vores ledelse vinde guld hvert år.",
    "Tjørnehøj er en båd uden ror.",
    "Min chef ville fare vild i en elevator.",
    "Ledelsen har rygrad som en vingummi.",
    "Our bosses could make a birthday cake sound like a spreadsheet.",
    "My employer has all the direction of a compass in a microwave.",
    "Tjørnehøj's leadership is a row of trained parrots.",
]


@pytest.mark.parametrize("text", SCORNED)
def test_scorn_for_the_workplace_is_told_in_any_wording(tmp_path: Path, text: str) -> None:
    assert "employer-disparagement" in found(tmp_path, text)


@pytest.mark.parametrize("text", SCORNED[:2])
def test_public_employees_may_scorn(tmp_path: Path, text: str) -> None:
    assert "employer-disparagement" not in found(tmp_path, text, sector="public")


@pytest.mark.parametrize(
    "text",
    [
        "Vi lavede en kæmpe brøler på Tjørnehøj i dag, og her er, hvad vi lærte.",
        "Ledelsen er elendig til at lytte, og det har jeg sagt til dem.",
        "Ledelsen har skåret bemandingen ned, og vi er en skude uden styrmand om natten.",
        "Tjørnehøj er hverken et cirkus eller en fiasko.",
        "At arbejde på Tjørnehøj er som at komme hjem.",
        "Jeg stod som en skræmt kylling foran direktionen.",
        "My boss is a genius at cake.",
        "My manager laughs like a hyena and we love it.",
        "I was a useless trainee when I came to Tjørnehøj.",
    ],
)
def test_criticism_and_self_criticism_are_left_alone(tmp_path: Path, text: str) -> None:
    assert "employer-disparagement" not in found(tmp_path, text)
