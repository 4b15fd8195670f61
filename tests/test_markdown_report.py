"""The report as a comment on a pull request: what it says, and that nothing in a draft becomes markup or a mention."""

from __future__ import annotations

import re

import pytest
from made_reports import CLEAN, FULL, finding, post, report, written
from markdown_it import MarkdownIt

from postlint.writers.markdown import ROOM, plain

HOSTILE = (
    "**fed** _kursiv_ ~~streg~~ `kode`", "[her](https://ond.example)", "![](https://ond.example/x.png)",
    "<img src=x onerror=alert(1)>", "</details></td>", "a | b \\| c", "# overskrift", "- led", "1. led", "---",
    "    kode", "https://ond.example og www.ond.example", "<https://ond.example>", "$x^2$ $$y$$", "[^1]", "&lt;b&gt;",
    "a\nb\n\n# c",
)  # fmt: skip
GITHUB = MarkdownIt("gfm-like", {"linkify": False})


def read_back(words: str) -> str:
    """Return the words that a reader of the comment sees where ``words`` stand in a list."""
    html = GITHUB.render(f"- {plain(words)}\n")
    inside = re.fullmatch(r"<ul>\n<li>(.*)</li>\n</ul>\n", html, re.DOTALL)
    assert inside is not None, html
    assert "<" not in inside[1], html
    seen = inside[1].replace("\u200b", "")
    return seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_shown_letter_for_letter(words: str) -> None:
    assert read_back(words) == " ".join(words.split())


@pytest.mark.parametrize(
    "words", ["@nogen", "se #12", "GH-12", "https://ond.example", "www.ond.example", "mailto:a@b.dk", "0a1b2c3"]
)
def test_nothing_becomes_a_mention_a_reference_or_a_link(words: str) -> None:
    assert "&#8203;" in plain(words)
    found = plain(words).replace("&#8203;", " ")
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.|mailto:\w|[0-9a-f]{7,}", found)


def test_a_table_row_for_each_finding() -> None:
    told = written(FULL, "md")
    rows = [line for line in told.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + 4
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert rows[3].startswith("| blog/kladde.md:6:9 | advarsel | personal-identifier |")


def test_a_bar_in_a_file_name_is_no_column() -> None:
    row = written(report(post("Hej.", finding("Hej.", "Hej"), source="a|b`.txt", id="x|y")), "md").splitlines()[6]
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_secret_words_are_hidden_unless_asked_for() -> None:
    assert "010190" not in written(FULL, "md")
    assert "010190" in written(FULL, "md", show_matches=True)


def test_a_comment_stays_within_what_github_takes() -> None:
    many = report(*(post("Hej.", finding("Hej.", "Hej", message="Hej " * 40), id=f"{n}") for n in range(2000)))
    told = written(many, "md")
    assert len(told) < ROOM + 5000 < 65_536
    shown = sum(line.startswith("| ") for line in told.splitlines()) - 1
    assert f"{2000 - shown} fund mere" in told


def test_what_was_set_aside_or_not_judged_is_folded() -> None:
    assert "<details><summary>Undtaget (1)</summary>" in written(FULL, "md")
    assert "Ikke vurderet" in written(CLEAN, "md")
    assert "<details>" not in written(FULL, "md", quiet=True)


def test_nothing_found_is_said_without_praise() -> None:
    assert written(CLEAN, "md", quiet=True, ui_lang="en") == "### postlint\n\n**Nothing was found in the post.**\n"
