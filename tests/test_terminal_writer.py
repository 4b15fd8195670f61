"""What a person reads: the exact output, in Danish and in English."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_reports import CLEAN, FULL, MISSING, SLIDES, WAIVED, finding, post, report, written

from postlint.finding import Clause, Edit, Fix, NotEvaluated, Report
from postlint.writers import colour_wanted, write
from postlint.writers.excerpt import cells

DANISH = """\
blog/kladde.md:4  bemærkning  image-people-unknown  images[0].file
    Det vides ikke, hvem der er på billedet.

blog/kladde.md:5:43  fejl  confidential-marker
    …slides 🎉 fra ledergruppen: STRENGT FORTROLIGT, men del dem gerne med…
                                 ^^^^^^^^^^^^^^^^^^
    »STRENGT FORTROLIGT« siger, at oplysningen ikke er til offentligheden.
    social-media S2.36: Fortrolige oplysninger bliver i huset (også os2samtale
    4.2)
    → Tag oplysningen ud, eller få den frigivet af den, der ejer den, før du
      slår opslaget op.
    Kun et forslag: skriv uden tallene

blog/kladde.md:6:9  advarsel  personal-identifier
    Ring på 010190-1234 🇩🇰
            ^^^^^^^^^^^
    »010190-1234« ligner et CPR-nummer.
    social-media S2.36: Fortrolige oplysninger bliver i huset
    → Fjern nummeret.
    Sikker rettelse: fjern nummeret

opslag.jsonl:9  [k-17]  fejl  confidential-marker
    Kontrakten er FORTROLIG.
                  ^^^^^^^^^
    »FORTROLIG« siger, at noget er fortroligt.

Fundet: 2 fejl, 1 advarsel og 1 bemærkning i 2 opslag.
Undtaget:
  - customer-name: Kunden har sagt ja (Vera Vinge, til og med 2026-12-31)
Ikke vurderet:
  - image-nudity, photo-consent: Billedanalyse er ikke installeret (2 opslag)
  - working-hours: Det vides ikke, hvornår opslaget kommer op (1 opslag)
"""

ENGLISH_POST = "Our roadmap is CONFIDENTIAL 🙈 but here you go.\n"
ENGLISH_FINDING = finding(
    ENGLISH_POST,
    "CONFIDENTIAL",
    message="'CONFIDENTIAL' says that this is not for the public.",
    advice="Leave it out, or have it released by whoever owns it.",
    lang="en",
    clauses=(Clause("social-media", "S2.36", "Confidential matters stay inside"),),
    fixes=(Fix("add a disclaimer", True, (Edit(0, 0, "Views are my own. "),)),),
)
ENGLISH = """\
draft.txt:1:16  error  confidential-marker
    Our roadmap is CONFIDENTIAL 🙈 but here you go.
                   ^^^^^^^^^^^^
    'CONFIDENTIAL' says that this is not for the public.
    social-media S2.36: Confidential matters stay inside
    → Leave it out, or have it released by whoever owns it.
    Safe fix: add a disclaimer

Found: 1 error in 1 post.
Not evaluated:
  - photo-consent: image analysis is not installed
"""


def english() -> Report:
    missing = (NotEvaluated("photo-consent", "image analysis is not installed"),)
    return report(
        post(ENGLISH_POST, ENGLISH_FINDING, id="draft.txt", source="draft.txt", not_evaluated=missing)
    )


def test_the_terminal_in_danish() -> None:
    assert written(FULL, "terminal") == DANISH


def test_the_terminal_in_english() -> None:
    assert written(english(), "terminal", ui_lang="en") == ENGLISH


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param(
            "da",
            "Der er ikke fundet noget i opslaget.\nIkke vurderet:\n"
            "  - image-nudity, photo-consent: Billedanalyse er ikke installeret\n"
            "  - working-hours: Det vides ikke, hvornår opslaget kommer op\n",
            id="da",
        ),
        pytest.param(
            "en",
            "Nothing was found in the post.\nNot evaluated:\n"
            "  - image-nudity, photo-consent: Billedanalyse er ikke installeret\n"
            "  - working-hours: Det vides ikke, hvornår opslaget kommer op\n",
            id="en",
        ),
    ],
)
def test_a_clean_run_says_what_nobody_judged(lang: str, expected: str) -> None:
    assert written(CLEAN, "terminal", ui_lang=lang) == expected


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        pytest.param(report(), "Der var ingen opslag at læse.\n", id="no posts"),
        pytest.param(
            report(*[post("Hej")] * 12), "Der er ikke fundet noget i de 12 opslag.\n", id="many posts"
        ),
        pytest.param(
            report(post(SLIDES, waived=(WAIVED, WAIVED))),
            "Der er ikke fundet andet end det, der er undtaget.\nUndtaget:\n"
            "  - customer-name: Kunden har sagt ja (Vera Vinge, til og med 2026-12-31, 2\n    gange)\n",
            id="only what is waived",
        ),
    ],
)
def test_the_closing_of_a_run_without_findings(given_: Report, expected: str) -> None:
    assert written(given_, "terminal") == expected


def test_five_hundred_posts_do_not_repeat_the_same_sentence() -> None:
    told = written(report(*[post("Hej", not_evaluated=MISSING * 2)] * 500), "terminal")
    assert told.count("Billedanalyse") == 1
    assert "ikke installeret (500 opslag)" in told


def test_quiet_leaves_only_the_findings() -> None:
    assert written(CLEAN, "terminal", quiet=True) == ""
    assert written(FULL, "terminal", quiet=True) == DANISH[: DANISH.index("Fundet")]


def test_the_terminal_shows_its_owner_the_secret() -> None:
    assert "010190-1234" in written(FULL, "terminal")


def test_colour_adds_nothing_but_colour() -> None:
    told = written(FULL, "terminal", colour=True)
    for code in ("0", "1", "2", "31", "33", "36"):
        told = told.replace(f"\033[{code}m", "")
    assert told == DANISH


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "wanted"),
    [
        pytest.param(Screen(), {}, True, id="terminal"),
        pytest.param(io.StringIO(), {}, False, id="file"),
        pytest.param(Screen(), {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(Screen(), {"NO_COLOR": ""}, True, id="NO_COLOR is empty"),
        pytest.param(Screen(), {"TERM": "dumb"}, False, id="dumb"),
    ],
)
def test_when_colour_is_welcome(stream: io.StringIO, environ: dict[str, str], wanted: bool) -> None:
    assert colour_wanted(stream, environ) is wanted


def test_a_code_page_without_emoji_is_no_reason_to_fail() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="")
    write(FULL, format="terminal", stream=stream, ui_lang="da")
    stream.flush()
    assert "slides ? fra ledergruppen: STRENGT FORTROLIGT" in raw.getvalue().decode("cp1252")


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("width", [10, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    told = written(FULL, "terminal", width=width, ui_lang=lang)
    lines = [line for line in told.splitlines() if line.startswith(" ")]
    assert max(cells(line) for line in lines) <= max(width, 40)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_terminal_never_praises(lang: str) -> None:
    for given_ in (FULL, CLEAN, report()):
        told = written(given_, "terminal", ui_lang=lang).lower()
        assert not any(word in told for word in ("approved", "godkendt", "passed", "bestået", "ok"))


def test_the_way_to_the_terminal_imports_nothing_heavy() -> None:
    code = (
        "import sys, postlint.finding as f, io; from postlint.writers import write; "
        "write(f.Report('1', ()), format='terminal', stream=io.StringIO(), ui_lang='da'); "
        "print(sorted({'json', 'textwrap', 'difflib', 'xml', 'rich', 'hashlib', 'regex', 'unicodedata'}"
        " & set(sys.modules)))"
    )
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
