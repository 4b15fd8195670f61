"""Reports made by hand, for the tests of the writers."""

from __future__ import annotations

import io
import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from postlint.finding import (
    Clause,
    Edit,
    Finding,
    Fix,
    NotEvaluated,
    PostReport,
    Report,
    Span,
    Waived,
)
from postlint.writers import write

SECRECY = Clause("social-media", "S2.36", "Fortrolige oplysninger bliver i huset")


def span_at(text: str, start: int, end: int) -> Span:
    """Return the span of code points ``start`` to ``end``, all its numbers counted afresh."""
    line, column = _line_column(text, start)
    end_line, end_column = _line_column(text, end)
    return Span(start, end, _units(text[:start]), _units(text[:end]), line, column, end_line, end_column)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return span_at(text, start, start + len(words))


def _line_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def finding(text: str = "", words: str = "", **facts: Any) -> Finding:
    """Return a finding on ``words`` in ``text``; without words, one that no text carries."""
    usual: dict[str, Any] = {
        "rule": "confidential-marker",
        "severity": "error",
        "message": f"»{words}« siger, at noget er fortroligt.",
        "advice": "",
        "lang": "da",
        "field": "text",
        "span": span_of(text, words) if words else None,
        "words": words,
    }
    return Finding(**{**usual, **facts})


def post(text: str, *findings: Finding, **facts: Any) -> PostReport:
    usual: dict[str, Any] = {
        "id": "kladde.txt",
        "source": "kladde.txt",
        "role": "private",
        "languages": ("da",),
        "findings": findings,
        "not_evaluated": (),
        "fields": {"text": text},
        "verbatim": True,
    }
    return PostReport(**{**usual, **facts})


def report(*posts: PostReport) -> Report:
    return Report("0.1.0", posts)


def written(given: Report, format: str, **options: Any) -> str:
    """Return what a writer writes, Danish unless said."""
    stream = io.StringIO()
    write(given, format=format, stream=stream, **{"ui_lang": "da", **options})
    return stream.getvalue()


def sarif(given: Report, **options: Any) -> dict[str, Any]:
    """Return the one run of the SARIF log, after holding the log against the schema."""
    log: dict[str, Any] = json.loads(written(given, "sarif", **options))
    _schema().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@cache
def _schema() -> Draft4Validator:
    path = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"
    return Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


def harmless(text: str, allowed: str = "") -> bool:
    """Say that a text holds no control, direction or line character and no half of a surrogate pair."""
    return not any(letter not in allowed and _controls(letter) for letter in text)


def _controls(letter: str) -> bool:
    bidi = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") or letter in bidi


CONTROLS = "".join(letter for letter in map(chr, range(0xD801)) if _controls(letter))


SLIDES = (
    "Kære alle 👩‍💻\r\n"
    "\tHer er de nye slides 🎉 fra ledergruppen: STRENGT FORTROLIGT, men del dem gerne med alle, "
    "I møder på vejen.\r\n"
    "Ring på 010190-1234 🇩🇰\r\n"
)
MARKING = finding(
    SLIDES,
    "STRENGT FORTROLIGT",
    message="»STRENGT FORTROLIGT« siger, at oplysningen ikke er til offentligheden.",
    advice="Tag oplysningen ud, eller få den frigivet af den, der ejer den, før du slår opslaget op.",
    clauses=(SECRECY, Clause("os2samtale", "4.2", "Ingen fortrolige data")),
    fixes=(Fix("skriv uden tallene", False, ()),),
)
NUMBER = finding(
    SLIDES,
    "010190-1234",
    rule="personal-identifier",
    severity="warning",
    message="»010190-1234« ligner et CPR-nummer.",
    advice="Fjern nummeret.",
    clauses=(SECRECY,),
    fixes=(Fix("fjern nummeret", True, (Edit(*span_of(SLIDES, "010190-1234")[:2], "[fjernet]"),)),),
    secret=True,
)
PICTURE = finding(
    rule="image-people-unknown",
    severity="info",
    message="Det vides ikke, hvem der er på billedet.",
    field="images[0].file",
)
MISSING = (
    NotEvaluated("photo-consent", "Billedanalyse er ikke installeret."),
    NotEvaluated("image-nudity", "Billedanalyse er ikke installeret."),
    NotEvaluated("working-hours", "Det vides ikke, hvornår opslaget kommer op."),
)
WAIVED = Waived(
    finding(SLIDES, "slides", rule="customer-name"), "Kunden har sagt ja.", "Vera Vinge", "2026-12-31"
)
FULL = report(
    post(
        SLIDES,
        NUMBER,
        MARKING,
        PICTURE,
        id="blog/kladde.md",
        source="blog/kladde.md",
        line=4,
        not_evaluated=MISSING,
        waived=(WAIVED,),
    ),
    post(
        "Kontrakten er FORTROLIG.",
        finding("Kontrakten er FORTROLIG.", "FORTROLIG"),
        id="k-17",
        source="opslag.jsonl",
        line=9,
        verbatim=False,
        not_evaluated=MISSING[:2],
    ),
)
CLEAN = report(post("Hej.", not_evaluated=MISSING))
