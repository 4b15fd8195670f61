"""The page in a real browser: quick, accessible, within its width, by keyboard, on paper, and without a connection."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from browsing import axe, chromium, violations
from made_reports import FULL, MISSING, WAIVED, finding, post, report, written

from postlint.finding import VoidWaiver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTHS = [pytest.param(1280, id="desktop"), pytest.param(375, id="phone")]
WORDS = "Svinghjul laver elendige cykler, og cyklerne er KUN TIL INTERN BRUG. " * 8


def many(number: int) -> str:
    """Return the page of a year's calendar with findings of every kind in each post."""
    posts = []
    for n in range(number):
        found = [
            finding(WORDS, "elendige", rule="competitor-disparagement", severity="warning", lang="en"),
            finding(WORDS, "KUN TIL INTERN BRUG", secret=True, clauses=FULL.posts[0].findings[1].clauses),
            finding(WORDS, "cyklerne er KUN", rule=f"rule-{n % 40}", severity="info"),
            finding(rule="photo-consent", field="images[0].file"),
        ]
        day = f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}T08:00:00+01:00"
        void = (VoidWaiver("profanity", "reasonless", 0),)
        aside = {"not_evaluated": MISSING, "waived": (WAIVED,), "void": void}
        posts.append(post(WORDS, *found, id=f"k-{n}", scheduled=day, **aside))
    return written(report(*posts, post("Hej.")), "html", now="2026-11-20T12:00:00+01:00")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("pages")
    made = {"many": many(1000), "few": many(12), "full": written(FULL, "html"), "none": written(report(), "html")}
    for name, source in made.items():
        (folder / f"{name}.html").write_text(source, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def opened(browser: Any, address: str, width: int = 1280, scheme: str = "light") -> Any:
    # The page's own policy keeps scripts out, also that of axe-core: it is set aside here and tested elsewhere.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    return page


def test_a_thousand_posts_open_within_two_seconds(browser: Any, pages: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    began = time.perf_counter()
    page.goto(pages["many"])
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert time.perf_counter() - began < 2
    assert page.locator("article").count() == 1000
    page.close()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [("few", 1280, "light"), ("few", 1280, "dark"), ("few", 375, "light"), ("few", 375, "dark"), ("full", 375, "light"),
     ("full", 1280, "dark"), ("none", 1280, "light")],
)  # fmt: skip
def test_axe_core_finds_nothing(browser: Any, pages: dict[str, str], name: str, width: int, scheme: str) -> None:
    page = opened(browser, pages[name], width, scheme)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert violations(page, axe()) == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(browser: Any, pages: dict[str, str], width: int) -> None:
    page = opened(browser, pages["few"], width)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_nothing_is_asked_of_anybody(browser: Any, pages: dict[str, str]) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(pages["full"])
    assert asked == [pages["full"]]
    assert told == []  # the page's own policy would speak up here
    page.close()


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    words = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    made = post(words, finding(words, words[:30], message=words), id=words, source=words)
    (tmp_path / "page.html").write_text(written(report(made), "html", show_matches=True), encoding="utf-8")
    page = opened(browser, (tmp_path / "page.html").as_uri())  # even where the policy is set aside
    assert page.title() == "Hvad der er fundet i opslagene"
    assert page.locator("img, script").count() == 0
    assert page.locator("mark").inner_text() == words[:30]
    page.context.close()


def test_by_keyboard_from_a_mark_to_what_is_said_and_back(browser: Any, pages: dict[str, str]) -> None:
    page = opened(browser, pages["full"])
    page.locator("a.ref").first.focus()
    page.keyboard.press("Enter")
    assert "#f1-" in page.url
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "number"
    page.keyboard.press("Enter")
    assert "#m1-" in page.url
    page.context.close()


def test_a_screen_reader_meets_headings_and_names(browser: Any, pages: dict[str, str]) -> None:
    page = opened(browser, pages["full"])
    for name in ("Uge for uge", "Opslag", "Regler", "Politikkens punkter"):
        assert page.get_by_role("heading", name=name, level=2, exact=True).count() == 1
    assert page.get_by_role("navigation", name="Indhold").count() == 1
    assert page.get_by_role("article").count() == 2
    assert page.get_by_role("table").count() >= 2
    assert page.get_by_role("link", name="Fund 2", exact=True).count() >= 1
    page.context.close()


def test_on_a4_nothing_is_cut_off(browser: Any, pages: dict[str, str]) -> None:
    page = opened(browser, pages["full"])
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in paper or b"/MediaBox [0 0 595" in paper
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 without its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    page.context.close()
