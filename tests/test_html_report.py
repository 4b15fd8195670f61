"""The report as a page: what it shows and hides, where its links lead, and that nothing in a draft becomes markup."""

from __future__ import annotations

import base64
import hashlib
import html
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import CLEAN, FULL, MISSING, finding, post, report, span_of, written

from postlint.cli.start import main
from postlint.finding import Clause, Finding, PostReport
from postlint.writers.html.calendar import weeks
from postlint.writers.html.marking import WHOLE, Mark, Paper, marked

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'--></style><svg onload=alert(1)>",
    "&lt;b&gt;&amp;", "javascript:alert(1)", "</p></main><iframe srcdoc='<b>'>",
    "\u202eskjult\u202c \u200bord\x00\x1b[31m",
)  # fmt: skip
EMPTY = {"meta", "br", "line", "rect"}


class Page(HTMLParser):
    """A page as a browser takes it: tags with their attributes, words by tag, and whether all is closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def of(self, tag: str) -> list[str]:
        return [words for owner, words in self.words if owner == tag]

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def page(of: Any = FULL, **options: Any) -> Page:
    return Page(written(of, "html", **options))


def hostile(words: str) -> PostReport:
    """Return a post in which everything that people write is hostile."""
    text = f"{words} og {words}"
    made = finding(text, words, message=words, advice=words, rule="a-rule", lang="da")
    return post(text, made, id=words, source=words, role=words, scheduled=words, not_evaluated=MISSING)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_draft_becomes_markup(words: str) -> None:
    usual = {tag for tag, _ in page(report(hostile("ord"))).tags}
    made = page(report(hostile(words)), show_matches=True)
    assert {tag for tag, _ in made.tags} <= usual
    assert made.open == []
    assert not any(name.startswith("on") or name in ("src", "style") for _, kept in made.tags for name in kept)
    assert all(link.startswith("#") for link in made.attributes("href"))


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("of", [FULL, CLEAN, report()], ids=["findings", "none", "no posts"])
def test_all_is_closed_and_every_link_leads_somewhere(of: Any, lang: str) -> None:
    made = page(of, ui_lang=lang)
    ids = made.attributes("id")
    assert made.open == []
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in made.attributes("href")} <= set(ids)
    assert made.tags[0] == ("html", {"lang": lang})


def test_the_page_allows_itself_nothing_but_its_own_style() -> None:
    source = written(FULL, "html")
    style = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    policy = next(kept["content"] for tag, kept in Page(source).tags if "http-equiv" in kept)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert policy == f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    assert "url(" not in style[0]
    assert "@import" not in style[0]


def test_secret_words_are_hidden_unless_asked_for() -> None:
    assert "010190-1234" not in written(FULL, "html")
    assert "[skjult]" in page().of("span")
    assert "010190-1234" in written(FULL, "html", show_matches=True)
    assert "[skjult]" not in page(show_matches=True).of("span")


def test_the_page_says_whether_it_hides_words() -> None:
    assert "er skjult" in written(FULL, "html")
    assert "--show-matches" in written(FULL, "html", show_matches=True)


def test_the_marks_are_the_words_of_the_findings() -> None:
    text = "Hej 🎉👩‍🔬 dette er fortroligt,\r\nog Svinghjul er elendige <b>."
    made = page(report(post(text, finding(text, "fortroligt"), finding(text, "elendige <b>", severity="info"))))
    assert made.of("mark") == ["fortroligt", "elendige <b>"]


def test_overlapping_findings_are_both_marked() -> None:
    text = "Kun til intern brug her"
    marks = [Mark(1, 0, 15, "info"), Mark(2, 8, 19, "error"), Mark(3, 4, 4, "warning")]
    body = "".join(marked(text, marks, Paper(7, "da", False)))
    assert re.findall(r'<mark class="(\w+)">(.*?)</mark>', body) == [
        ("info", "Kun "), ("info", "til "), ("error", "intern "), ("error", "brug")
    ]  # fmt: skip
    assert re.findall(r'href="#(f7-\d)"', body) == ["f7-3", "f7-1", "f7-2"]
    assert re.sub("<a .*?</a>|<.*?>", "", body) == text


@st.composite
def marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a text and marks that may overlap, nest, touch and be empty."""
    text = draw(st.text("ab <&>\n🎉ø", max_size=30))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(["info", "error"])), max_size=6))
    return text, [Mark(n, min(one, two), max(one, two), grade) for n, (one, two, grade) in enumerate(pairs, 1)]


@given(marks())
def test_every_mark_keeps_the_text_and_gets_one_number(drawn: tuple[str, list[Mark]]) -> None:
    text, given_ = drawn
    body = "".join(marked(text, given_, Paper(1, "en", False)))
    assert html.unescape(re.sub(r"<a .*?</a>|<[^>]*>", "", body)) == text
    assert sorted(re.findall(r'href="#f1-(\d+)"', body), key=int) == [str(one.number) for one in given_]
    inside = "".join(html.unescape(part) for part in re.findall(r"<mark[^>]*>(.*?)</mark>", body, re.DOTALL))
    places = {place for one in given_ for place in range(one.start, one.end)}
    assert inside == "".join(text[place] for place in sorted(places))


def test_a_long_text_is_shown_around_its_findings() -> None:
    line = "Vi cykler rundt om søen hver lørdag.\n"
    text = line * 200 + "Her er det FORTROLIGE.\n" + line * 200
    body = "".join(marked(text, [Mark(1, *span_of(text, "FORTROLIGE")[:2], "error")], Paper(1, "da", True)))
    assert len(text) > WHOLE
    assert '<mark class="error">FORTROLIGE</mark>' in body
    assert body.count("udeladt") == 2
    assert len(body) < WHOLE


def test_a_line_without_ends_is_cut_too() -> None:
    text = "a" * 20_000 + "FORTROLIG" + "b" * 20_000
    body = "".join(marked(text, [Mark(1, 20_000, 20_009, "error")], Paper(1, "da", True)))
    assert "FORTROLIG" in body
    assert len(body) < WHOLE


def dated(day: str, *found: Finding) -> PostReport:
    return post("Hej.", *found, scheduled=day)


ERROR, NOTE = finding("Hej.", "Hej"), finding("Hej.", "Hej", severity="info")


def test_the_calendar_counts_by_week_and_keeps_empty_weeks() -> None:
    found = weeks([dated("2026-12-28T08:00:00+01:00", ERROR, NOTE), dated("2027-01-03", ERROR), dated("2027-01-11"),
                   dated(""), dated("engang")])  # fmt: skip
    assert [(str(week.monday), *week[1:]) for week in found] == [
        ("2026-12-28", 2, 2, 0, 1), ("2027-01-04", 0, 0, 0, 0), ("2027-01-11", 1, 0, 0, 0)
    ]  # fmt: skip


def test_a_date_far_away_does_not_make_the_chart_endless() -> None:
    assert len(weeks([dated("1970-01-01"), dated("2026-12-01")])) == 2
    assert len(written(report(dated("0001-01-01", ERROR), dated("9999-12-31")), "html")) < 60_000


def test_chart_and_table_tell_the_same() -> None:
    made = page(report(dated("2026-12-01", ERROR, ERROR, NOTE), dated("2026-12-09")))
    cells = [int(cell) for cell in made.of("td")[:10]]
    assert cells == [1, 3, 2, 0, 1, 1, 0, 0, 0, 0]
    told = made.of("title")[1]
    assert "2 opslag og 3 fund" in told
    columns = [kept["class"] for tag, kept in made.tags if tag == "rect" and float(kept["height"]) != 10]
    assert columns == ["posts", "error", "info", "posts"]


def test_posts_without_a_date_are_counted() -> None:
    assert any("1 opslag siger ikke" in words for words in page(report(dated(""), dated("2026-12-01"))).of("p"))


def test_posts_without_findings_are_listed_and_never_praised() -> None:
    made = page(CLEAN)
    assert "kladde.txt" in made.of("li")
    assert not re.search("godkendt|approved", written(CLEAN, "html") + written(CLEAN, "html", ui_lang="en"), re.I)


def test_by_rule_and_by_clause_name_the_posts() -> None:
    made = page()
    assert {"confidential-marker", "personal-identifier"} <= set(made.of("code"))
    assert "S2.36" in made.of("b")
    assert made.of("a").count("blog/kladde.md") >= 3


def test_clauses_come_in_the_order_of_their_numbers() -> None:
    clauses = tuple(Clause("p", name, "t") for name in ("S2.10", "S2.9", "app-a", "S10.1"))
    found = page(report(post("Hej.", finding("Hej.", "Hej", clauses=clauses)))).of("b")
    assert [name for name in found if name[0] in "Sa"] == ["S2.9", "S2.10", "S10.1", "app-a"]


def test_the_command_writes_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    draft = tmp_path / "kladde.txt"
    draft.write_text("KUN TIL INTERN BRUG: vi åbner på lørdag 🎉.\n", encoding="utf-8")
    asked = ["--format", "html", "--now", "2026-11-20T12:00+01:00", "--show-matches"]
    program = "import sys; from postlint.cli.start import main; sys.exit(main())"
    environ = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-c", program, str(draft), *asked]
    done = subprocess.run(command, capture_output=True, env=environ, check=False)
    assert done.returncode == 1, done.stderr
    assert "🎉".encode() in done.stdout
    assert b"on 20 November 2026 at 12:00" in done.stdout


def test_a_calendar_names_its_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "Dato;Tid;Tekst\n24-12-2026;08:00;KUN TIL INTERN BRUG: noget\n"
    (tmp_path / "plan.csv").write_text(rows, encoding="utf-8")
    main([str(tmp_path / "plan.csv"), "--format", "html", "--ui-lang", "da", "--quiet"])
    made = Page(capsys.readouterr().out)
    assert [name.rpartition("/")[2] for name in made.of("h3")][:1] == ["plan.csv!C2"]
    assert any("række 2, kolonne C" in words for words in made.of("p"))
    assert any(words.startswith("uge 52, fra 21. december 2026") for words in made.of("th"))


def test_the_command_gives_a_page_for_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Vi ses på lørdag.\n", encoding="utf-8")
    assert main([str(tmp_path), "--format", "html", "--ui-lang", "da"]) == 0
    told = capsys.readouterr().out
    assert "Der er ikke fundet noget i de 3 opslag." in told
    assert "Set igennem den " in told  # the moment of checking, also where --now does not say it
