"""The page, in a real browser: pairing, marks in the right place, mending, the keyboard, and nothing from elsewhere."""

from __future__ import annotations

import os
import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from served import Served, service

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

BROWSER = next(filter(os.path.exists, ("/usr/bin/chromium", shutil.which("chromium") or "")), "")
pytestmark = pytest.mark.skipif(not BROWSER, reason="there is no chromium here")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP evil.example 127.0.0.1",
)  # fmt: skip
DRAFT = "🎉👩‍🔬 FORTROLIGT: vi åbner en butik.\nSkriv til ida@kobberdal.example <img src=x onerror=alert(1)> nu 🎉"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with service(tmp_path_factory.mktemp("page")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """Open the page in Danish, with the token, and look that nothing was asked of anybody else."""
    context = browser.new_context(locale="da-DK")
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.goto(f"{served.base}/#token={served.token}")
    opened.locator("#draft").wait_for()
    yield opened
    context.close()
    assert wrong == []
    assert all(url.startswith((served.base, "data:")) for url in asked)
    assert not any(served.token in url for url in asked)


def write(page: Page, text: str) -> None:
    page.locator("#draft").fill(text)
    page.locator("#findings li").first.wait_for()


def test_the_link_pairs_once_and_leaves_the_address_clean(browser: Browser, served: Served) -> None:
    context = browser.new_context(locale="en-GB")
    opened = context.new_page()
    opened.goto(f"{served.base}/#code={served.code}")
    opened.locator("#draft").wait_for()
    assert opened.url == f"{served.base}/"
    assert opened.evaluate("() => sessionStorage.getItem('token')") == served.token
    opened.reload()
    opened.locator("#draft").wait_for()
    other = browser.new_context(locale="da-DK").new_page()
    other.goto(f"{served.base}/#code={served.code}")
    playwright.expect(other.get_by_role("alert")).to_contain_text("Linket er brugt")
    assert other.locator("#draft").is_hidden()


def test_a_pasted_token_connects_and_a_wrong_one_is_told(browser: Browser, served: Served) -> None:
    opened = browser.new_context(locale="da-DK").new_page()
    opened.goto(served.base)
    opened.get_by_label("Adgangsnøgle").fill("forkert")
    opened.get_by_role("button", name="Forbind").click()
    playwright.expect(opened.get_by_role("alert")).to_contain_text("passer ikke")
    opened.get_by_label("Adgangsnøgle").fill(served.token)
    opened.keyboard.press("Enter")
    opened.get_by_label("Dit udkast").wait_for()


def test_marks_stand_on_the_words_after_emoji_and_markup_stays_text(page: Page) -> None:
    write(page, DRAFT)
    assert page.locator("#shown mark").all_text_contents() == ["FORTROLIGT", "ida@kobberdal.example"]
    assert page.locator("#shown").text_content() == DRAFT
    assert page.locator("#shown img").count() == 0
    assert "»ida@kobberdal.example«" in (page.locator("#findings").text_content() or "")


def test_status_and_languages(page: Page) -> None:
    write(page, "FORTROLIGT: nyt værksted.")
    status = page.get_by_role("status")
    playwright.expect(status).to_have_text("1 fund.")
    page.get_by_role("button", name="English").click()
    playwright.expect(status).to_have_text("1 finding.")
    assert page.evaluate("() => document.documentElement.lang") == "en"
    page.get_by_label("Your draft").fill("Sikke en dejlig dag ved havnen i dag.")
    playwright.expect(status).to_contain_text("Nothing was found.")
    assert "approved" not in page.content()


def test_a_fix_is_put_into_the_draft(page: Page) -> None:
    write(page, "Jeg er glad for at arbejde hos Kobberdal 🎉")
    page.get_by_role("button", name="Ret: Tilføj").click()
    mended = "Jeg er glad for at arbejde hos Kobberdal 🎉\n\nEgne holdninger."
    playwright.expect(page.locator("#draft")).to_have_value(mended)


def test_the_keyboard_is_enough(page: Page) -> None:
    page.locator("#draft").focus()
    page.keyboard.type("FORTROLIGT: nyt værksted.")
    page.keyboard.press("Control+Enter")
    page.locator("#findings li").first.wait_for()
    names = []
    for _ in range(6):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.ariaLabel ?? document.activeElement.textContent"))
    assert names[:5] == ["Tjek", "Ryd", "Udkastet med fundene markeret", "Vis i teksten", "Forklar reglen"]


def test_every_control_has_a_name(page: Page) -> None:
    write(page, DRAFT)
    unnamed = page.evaluate(
        "() => [...document.querySelectorAll('input, select, textarea')].filter(one => !one.labels.length).length"
        " + [...document.querySelectorAll('button')].filter(one => !one.textContent.trim()).length"
    )
    assert unnamed == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(browser: Browser, served: Served, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(locale="da-DK", bypass_csp=True, color_scheme=scheme)  # axe comes as a script
    opened = context.new_page()
    opened.goto(served.base)
    opened.locator("#token").wait_for()
    before = axe.Axe().run(opened).response["violations"]
    opened.goto(f"{served.base}/#token={served.token}")
    opened.reload()
    opened.locator("#draft").wait_for()
    write(opened, DRAFT)
    after = axe.Axe().run(opened).response["violations"]
    context.close()
    assert [one["id"] for one in [*before, *after]] == []


def test_the_rule_explains_itself(page: Page) -> None:
    write(page, "FORTROLIGT: nyt værksted.")
    page.get_by_role("button", name="Forklar reglen").click()
    playwright.expect(page.locator("#findings li p").last).to_contain_text("ejer")


class Hostile(BaseHTTPRequestHandler):
    """A page of somebody else's on this machine."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><p>hello")

    def log_message(self, *_: object) -> None:
        pass


def hostile() -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def test_a_name_that_was_bound_to_this_machine_reads_nothing(browser: Browser, tmp_path: Path) -> None:
    """DNS rebinding: to the browser it is the same origin, and only the Host gives it away."""
    elsewhere = hostile()
    port = elsewhere.server_address[1]
    opened = browser.new_context().new_page()
    opened.goto(f"http://evil.example:{port}/")
    elsewhere.shutdown()
    elsewhere.server_close()
    with service(tmp_path, "--port", str(port)):
        for path in ("/v1/health", "/", "/v1/version"):
            assert opened.evaluate("async path => (await fetch(path)).status", path) == 403


def test_a_strange_page_can_neither_read_nor_frame(browser: Browser, served: Served) -> None:
    server = hostile()
    try:
        opened = browser.new_context().new_page()
        opened.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        read = "async url => { try { return await (await fetch(url)).text() } catch (error) { return error.name } }"
        assert opened.evaluate(read, f"{served.base}/v1/health") == "TypeError"
        frame = "url => { const made = document.createElement('iframe'); made.src = url; document.body.append(made) }"
        with opened.expect_console_message(lambda message: "frame-ancestors" in message.text):
            opened.evaluate(frame, served.base)
    finally:
        server.shutdown()
