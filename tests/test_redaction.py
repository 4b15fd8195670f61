"""No format but the terminal repeats a secret, in whatever words it comes back."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import finding, post, report, written

from postlint.finding import Edit, Finding, Fix, NotEvaluated, Report, Waived
from postlint.writers import FORMATS
from postlint.writers.redaction import MARK, redact, shown

TEXT = "Ring til Åse Lindø på 010190-1234, hun\nsvarer.\n"
SECRET = finding(TEXT, "010190-1234", message="»010190-1234« er et CPR-nummer.", secret=True)
HIDING = [format for format in FORMATS if format != "terminal"]


def only(*findings: Finding, text: str = TEXT) -> tuple[Finding, ...]:
    return redact(report(post(text, *findings))).posts[0].findings


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param("»010190-1234« er et nummer", f"»{MARK}« er et nummer", id="as it stands"),
        pytest.param("010190-1234 og 010190-1234", f"{MARK} og {MARK}", id="twice"),
        pytest.param("x010190-1234x", f"x{MARK}x", id="inside a word"),
        pytest.param("»010190-…«", f"»{MARK}…«", id="cut off"),
        pytest.param("et andet nummer, 020290-1234", "et andet nummer, 020290-1234", id="another number"),
        pytest.param("010190", "010190", id="a part is not the whole"),
        pytest.param("", "", id="empty"),
    ],
)
def test_the_words_in_other_messages(message: str, expected: str) -> None:
    assert only(SECRET, finding(message=message))[-1].message == expected


@pytest.mark.parametrize(
    ("words", "message", "expected"),
    [
        pytest.param("Åse Lindø", "ÅSE LINDØ", MARK, id="either case"),
        pytest.param("Åse Lindø", "A\u030ase Lindø", MARK, id="accent of its own"),
        pytest.param("Åse\nLindø", "Åse Lindø", MARK, id="over a line end"),
        pytest.param("a*b(c", "a*b(c", MARK, id="no pattern"),
        pytest.param("Bo", "Bo bor i Bogense", f"{MARK} bor i Bogense", id="a short name alone"),
        pytest.param("anan", "ananan", MARK, id="overlapping itself"),
    ],
)
def test_other_ways_to_say_it(words: str, message: str, expected: str) -> None:
    assert only(finding(words, words, message=message, secret=True), text=words)[0].message == expected


def test_everything_that_a_person_wrote_is_searched() -> None:
    told = "x 010190-1234 y"
    hidden = f"x {MARK} y"
    fix = Fix(told, True, (Edit(0, 1, told),))
    other = finding(message=told, advice=told, fixes=(fix,))
    one = post(
        TEXT,
        SECRET,
        other,
        not_evaluated=(NotEvaluated("photo-consent", told),),
        waived=(Waived(other, told, told, "2026-12-31"),),
    )
    made = redact(report(one)).posts[0]
    assert made.findings[1] == made.waived[0].finding
    assert (made.findings[1].message, made.findings[1].advice) == (hidden, hidden)
    assert made.findings[1].fixes == (Fix(hidden, False, (Edit(0, 1, hidden),)),)
    assert (made.not_evaluated[0].reason, made.waived[0].reason, made.waived[0].by) == (hidden,) * 3


def test_a_fix_that_takes_the_secret_out_stays_safe() -> None:
    fix = Fix("fjern nummeret", True, (Edit(22, 33, "[fjernet]"),))
    assert only(SECRET._replace(fixes=(fix,)))[0].fixes == (fix,)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("på 010190-1234, hun", f"på {MARK}, hun", id="around"),
        pytest.param("på 010190", MARK, id="over its beginning"),
        pytest.param("1234, hun", MARK, id="over its end"),
        pytest.param("0190", MARK, id="inside"),
        pytest.param("Åse Lindø", "Åse Lindø", id="beside"),
    ],
)
def test_words_that_overlap_a_secret(words: str, expected: str) -> None:
    other = finding(TEXT, words, message=f"»{words}«")
    made = only(SECRET, other)[-1]
    assert (made.words, made.message) == (expected, f"»{expected}«")
    assert made.span == other.span


def test_a_waived_secret_is_a_secret() -> None:
    one = post(TEXT, finding(message="010190-1234"), waived=(Waived(SECRET, "aftalt", "", ""),))
    assert redact(report(one)).posts[0].findings[0].message == MARK


def test_fields_keep_their_length_and_lines() -> None:
    text = "a 🎉 hemmelig\r\nplan b\n"
    made = redact(report(post(text, finding(text, "hemmelig\r\nplan", secret=True)))).posts[0].fields["text"]
    assert made == "a 🎉 ████████\r\n████ b\n"
    assert shown("Ring █████████ nu") == f"Ring {MARK} nu"


def test_posts_without_secrets_are_left_alone() -> None:
    given_ = report(post(TEXT, SECRET._replace(secret=False)))
    assert redact(given_) == given_


def test_the_report_of_the_caller_is_not_changed() -> None:
    given_ = report(post(TEXT, SECRET))
    redact(given_)
    assert given_.posts[0].fields == {"text": TEXT}


@pytest.mark.parametrize("format", HIDING)
def test_show_matches_shows_them(format: str) -> None:
    fix = Fix("ret", True, (Edit(0, 0, "Hej. "),))
    given_ = report(post(TEXT, SECRET._replace(fixes=(fix,))))
    assert "010190-1234" not in written(given_, format)
    assert "010190-1234" in written(given_, format, show_matches=True)


SECRETS = st.text(st.sampled_from('QZXqzx0189@#-. ÆØÅ🎉%&<\\"{['), min_size=5, max_size=14).filter(
    lambda word: word == word.strip() and any(letter in "QZXqzx@🎉" for letter in word)
)


@st.composite
def telling_reports(draw: st.DrawFn) -> tuple[Report, str]:
    """Return a report that repeats a secret wherever it can, and the secret."""
    secret = draw(SECRETS)
    told = st.sampled_from(
        ["", "hej", secret, f"hej {secret}.", f"{secret}{secret}", f"m{secret.upper()}m", f"{secret}…"]
    )
    text = f"{draw(told)}\n{secret} {draw(told)}\n{draw(told)}"
    fixes = (Fix(draw(told), True, (Edit(0, 0, draw(told)),)), Fix(draw(told), True, (Edit(1, 2, "🎈"),)))
    words = draw(st.sampled_from([secret, secret[:3], secret[2:], f"{secret} "]))
    one = finding(text, secret, message=draw(told), advice=draw(told), fixes=fixes, secret=True)
    other = finding(text, words, message=f"{draw(told)} {words}", advice=draw(told), fixes=fixes)
    waived = Waived(finding(message=draw(told)), draw(told), draw(told), "2026-12-31")
    missing = (NotEvaluated("photo-consent", draw(told)),)
    verbatim = draw(st.booleans())
    return report(post(text, one, other, waived=(waived,), not_evaluated=missing, verbatim=verbatim)), secret


@pytest.mark.parametrize("format", HIDING)
@settings(deadline=None)
@given(made=telling_reports())
def test_no_secret_reaches_any_output_but_the_terminal(format: str, made: tuple[Report, str]) -> None:
    given_, secret = made
    told = written(given_, format)
    in_json = json.dumps(secret, ensure_ascii=False)[1:-1]
    for escaped in (secret, in_json, escape(secret), secret.replace("%", "%25")):
        assert escaped.casefold() not in told.casefold()
    assert secret in written(given_, "terminal", width=1000)
