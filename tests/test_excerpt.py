"""The marks stand under the words, whatever stands before them, and the line fits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import harmless

from postlint.writers.excerpt import cells, excerpt


@pytest.mark.parametrize(
    ("text", "words", "line", "marks"),
    [
        pytest.param(
            "Det er FORTROLIGT.", "FORTROLIGT", "Det er FORTROLIGT.", "       ^^^^^^^^^^", id="plain"
        ),
        pytest.param("blå grød og øl", "øl", "blå grød og øl", "            ^^", id="æøå"),
        pytest.param("🎉🎉 hemmeligt 🎉", "hemmeligt", "🎉🎉 hemmeligt 🎉", "     ^^^^^^^^^", id="emoji"),
        pytest.param("her 🎉!", "🎉", "her 🎉!", "    ^^", id="an emoji itself"),
        pytest.param("👩‍👩‍👧 👍🏽 ❤️ nu", "nu", "👩‍👩‍👧 👍🏽 ❤️ nu", "         ^^", id="joined emoji"),
        pytest.param("🇩🇰 nu", "nu", "🇩🇰 nu", "   ^^", id="flag"),
        pytest.param("日本語 nu", "nu", "日本語 nu", "       ^^", id="wide letters"),
        pytest.param("cafe\u0301 nu", "nu", "cafe\u0301 nu", "     ^^", id="accent of its own"),
        pytest.param("\ta\tnu", "nu", "    a    nu", "         ^^", id="tabs"),
        pytest.param("a\r\nb nu\r\nc", "nu", "b nu", "  ^^", id="CRLF"),
        pytest.param("a \x1b[2Jnu", "nu", "a ␛[2Jnu", "      ^^", id="escape sequence"),
        pytest.param("a\u202enu", "nu", "a<U+202E>nu", "         ^^", id="direction"),
        pytest.param("en\nto", "en\nto", "en", "^^", id="over two lines"),
    ],
)
def test_marks_stand_under_the_words(text: str, words: str, line: str, marks: str) -> None:
    start = text.index(words)
    assert excerpt(text, start, start + len(words), 76) == (line, marks)


def test_a_place_without_letters_gets_one_mark() -> None:
    assert excerpt("Hej du", 3, 3, 40) == ("Hej du", "   ^")
    assert excerpt("Hej du", 6, 6, 40) == ("Hej du", "      ^")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("ord " * 2000 + "HEMMELIG " + "flere " * 500, "HEMMELIG", id="words"),
        pytest.param("x" * 5000 + "HEMMELIG" + "y" * 5000, "HEMMELIG", id="one word of 10,000 letters"),
        pytest.param("🎉" * 5000 + "HEMMELIG" + "👩‍💻" * 2000, "HEMMELIG", id="emoji"),
        pytest.param("HEMMELIG" + " ord" * 3000, "HEMMELIG", id="at the start"),
        pytest.param("ord " * 3000 + "HEMMELIG", "HEMMELIG", id="at the end"),
        pytest.param("\t" * 5000 + "HEMMELIG", "HEMMELIG", id="tabs"),
    ],
)
@pytest.mark.parametrize("room", [36, 56, 76])
def test_a_long_line_is_shortened_around_the_words(text: str, words: str, room: int) -> None:
    start = text.index(words)
    line, marks = excerpt(text, start, start + len(words), room)
    assert room // 2 - 4 < cells(line) <= room
    before, _, _ = line.partition(words)
    assert marks == " " * cells(before) + "^" * len(words)
    assert line.startswith("…") == (start > 0)
    assert line.endswith("…") == (start + len(words) < len(text))


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(36, 120))
def test_any_line_fits_and_has_its_marks(text: str, start: int, length: int, room: int) -> None:
    start = min(start, len(text))
    line, marks = excerpt(text, start, min(start + length, len(text)), room)
    assert cells(line) <= room
    assert marks.lstrip(" ").strip("^") == ""
    assert "^" in marks
    assert harmless(line)
