"""Platform limits: each platform counts in its own way."""

from __future__ import annotations

from typing import Any

import pytest
from made_posts import linter, post

from postlint.counting import UNITS, measure
from postlint.finding import Finding

FAMILY = "👨‍👩‍👧‍👦"
LINKS = "Se https://møllen.example/opskrifter/rugbroed-med-kerner og møllen.example/sti"


def told(text: str, channel: str | None, ui_lang: str | None = None, **fields: Any) -> list[Finding]:
    """Return what the rule finds in a post for a channel."""
    checker = linter(select=("channel-limit",), ui_lang=ui_lang)
    return list(checker.check(post(text, channel=channel, **fields) if channel else post(text, **fields)).findings)


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("æøå", "weighted", 3),
        ("a\u030a", "weighted", 1),
        ("日本", "weighted", 4),
        ("«…»", "weighted", 4),
        (FAMILY, "weighted", 2),
        ("🇩🇰👍🏽1️⃣", "weighted", 6),
        (FAMILY, "characters", 7),
        (FAMILY, "utf-16", 11),
        (FAMILY, "bytes", 25),
        (FAMILY, "graphemes", 1),
        (FAMILY + "æ", "threads", 26),
        ("æøå 1", "bytes", 8),
        ("a\r\nb", "characters", 3),
        ("a\r\nb", "graphemes", 3),
        ("@ida@vaerft.social, ring!", "mastodon", 11),
        ("skriv til ida@vaerft.social", "mastodon", 27),
        ("#a #b2 x#c #1 ##d &#39;", "hashtags", 2),
    ],
)
def test_count(text: str, unit: str, count: int) -> None:
    assert measure(text, unit, 0)[0] == count


@pytest.mark.parametrize(
    ("unit", "count"),
    [("weighted", 3 + 23 + 4 + 23), ("mastodon", 3 + 23 + 22), ("bluesky", 3 + 30 + 4 + 18), ("links", 2)],
)
def test_links(unit: str, count: int) -> None:
    first = LINKS.index(" og")
    assert measure(LINKS, unit, 0, [(3, first), (first + 4, len(LINKS))])[0] == count


def test_where_the_limit_is_passed() -> None:
    assert measure("abcdef", "characters", 4) == (6, 4)
    assert measure("ab" + FAMILY + "c", "weighted", 3) == (5, 2)
    assert measure("abcd", "characters", 4) == (4, 4)


@pytest.mark.parametrize(
    ("channel", "fits"),
    [("x", 280), ("linkedin", 3000), ("facebook", 63206), ("instagram", 2200), ("threads", 500), ("bluesky", 300),
     ("mastodon", 500), ("tiktok", 2200)],
)  # fmt: skip
def test_limits(channel: str, fits: int) -> None:
    assert told("ø" * fits, channel) == []
    assert len(told("ø" * (fits + 1), channel)) == 1


def test_every_limit_has_a_known_unit_and_a_source() -> None:
    options = linter().rulebook.rules["channel-limit"].options
    for channel, lines in options.items():
        if isinstance(lines, tuple) and channel != "aliases":
            limits = [line for line in lines[1:] if not line.startswith("https://")]
            assert {line.split(" ")[1].removesuffix("?") for line in limits} <= set(UNITS)
            assert limits
            assert len(limits) < len(lines) - 1
    assert isinstance(options["as_of"], str)


def test_message_says_how_much_and_in_what() -> None:
    finding = told("Kaffe! " + "☕" * 137, "x", "da")[0]
    assert finding.severity == "warning"
    assert "er 1 vægtet tegn for lang: X tager højst 280, og her er 281 vægtede tegn" in finding.message
    finding = told("ø" * 3010, "linkedin", "en")[0]
    assert "is 10 characters too long: LinkedIn takes at most 3,000, and this is 3,010 characters." in finding.message


def test_span_is_what_is_too_much() -> None:
    finding = told("  " + "ja " * 94, "x")[0]
    assert finding.span is not None
    assert (finding.span.start, finding.span.end) == (2 + 279, 2 + 281)


def test_hashtags_of_instagram() -> None:
    tags = [f"#sejl{n}" for n in range(31)]
    assert [one.severity for one in told(" ".join(tags), "instagram")] == ["warning"]
    assert [one.severity for one in told(" ".join(tags[:30]), "instagram")] == ["info"]
    assert told(" ".join(tags[:5]), "Instagram") == []


def test_unknown_channels_and_messages_have_no_limit() -> None:
    assert told("ø" * 70000, None) == []
    assert told("ø" * 70000, "opslagstavle") == []
    assert told("ø" * 70000, "aliases") == []
    assert told("ø" * 400, "x", audience="direct") == []


def test_names_at_the_head_of_a_reply_are_free_on_x() -> None:
    text = "@ida @mads " + "ø" * 275
    assert len(told(text, "x")) == 1
    assert told(text, "x", reply_to={"author": "@ida", "text": "Hvad nu?"}) == []
