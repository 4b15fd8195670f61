"""The browser extension when something is wrong, on pages that mean it ill, and with other choices than usual."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Any

import pytest
from browser_extension import ID, SITE, Inside, let_in, options, pair, wait_for
from browsing import axe, violations
from extension_setting import BADGE, LACKS_DISCLAIMER, ORIGIN, PANEL, TEXT, Setting, write
from served import Served, service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

pytest_plugins = ["extension_fixtures"]


# what goes wrong


def test_backend_off_is_said_and_it_comes_back(setting: Setting, tmp_path: Path) -> None:
    with service(tmp_path, *ORIGIN) as first:
        pair(setting.context, first.base, first.token)
        page, inside = setting.open("textarea")
        write(page, TEXT)
        inside.settle("findings")
        first.process.send_signal(signal.SIGTERM)
        first.process.wait(20)
        page.keyboard.insert_text(" Mere.")
        inside.settle("off")
        assert inside.do(f"{inside.find(BADGE)}.textContent") == "Slukket"
        assert inside.words() == []
        page.keyboard.press("Alt+Shift+P")
        told = inside.do(f"{inside.find(PANEL)}.textContent")
        assert "postlint serve" in told
        assert "Tjekket på" not in told
    with service(tmp_path, *ORIGIN, "--port", str(first.port)):
        inside.settle("findings", 12)  # without a keystroke
    page.close()
    pair(setting.context, setting.served.base, setting.served.token)


@pytest.mark.parametrize(
    ("token", "words", "state"),
    [("wrong" * 9, ORIGIN, "unpaired"), (None, (), "refused")],
    ids=["wrong-token", "origin-not-on-the-list"],
)
def test_refusals_are_said(
    setting: Setting, tmp_path: Path, token: str | None, words: tuple[str, ...], state: str
) -> None:
    with service(tmp_path, *words) as other:
        pair(setting.context, other.base, token or other.token)
        page, inside = setting.open("textarea")
        write(page, TEXT)
        inside.settle(state)
        assert inside.words() == []
        assert inside.do(f"{inside.find(BADGE)}.textContent") in ("Ikke forbundet", "Afvist")
    page.close()
    pair(setting.context, setting.served.base, setting.served.token)


def test_too_much_text_is_said(area: tuple[Page, Inside]) -> None:
    page, inside = area
    page.evaluate("() => { editor.value = 'signe@kobberdal.example ' + 'æ'.repeat(150_000) }")
    page.keyboard.insert_text(".")
    inside.settle("too-long", 15)
    assert inside.words() == []


@pytest.mark.parametrize("under_way", [False, True], ids=["idle", "check-under-way"])
def test_worker_that_ended_is_started_anew(setting: Setting, area: tuple[Page, Inside], under_way: bool) -> None:
    page, inside = area
    write(page, "Hej")
    inside.settle("nothing")
    inside.do(RECORD)
    with contextlib.ExitStack() as stack:
        if under_way:
            stack.enter_context(halted(setting.served))
        write(page, " signe@kobberdal.example")
        if under_way:
            wait_for(lambda: inside.state == "checking", "the check")
        stop_worker(setting.context)
    inside.settle("findings")
    assert inside.words() == ["signe@kobberdal.example"]
    assert set(inside.do("postlint.states")) == {"checking", "findings"}


RECORD = """(() => {
  const { list } = postlint.watcher;
  const { changed } = list;
  postlint.states = [];
  list.changed = (session) => { postlint.states.push(session.answer.state); changed(session); };
})()"""


@contextlib.contextmanager
def halted(served: Served) -> Iterator[None]:
    """Let the service hear nothing for a while, as when it is very busy."""
    served.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        served.process.send_signal(signal.SIGCONT)


def test_answer_about_an_older_text_is_dropped(setting: Setting, area: tuple[Page, Inside]) -> None:
    page, inside = area
    inside.do(RECORD)
    with halted(setting.served):
        write(page, "Skriv til signe@kobberdal.example")
        wait_for(lambda: inside.state == "checking", "the check")
        page.wait_for_timeout(100)
        page.keyboard.press("Control+A")
        write(page, "Skriv til hej@kobberdal.example")
        page.wait_for_timeout(500)
    inside.settle("nothing")
    assert set(inside.do("postlint.states")) == {"checking", "nothing"}


def stop_worker(context: BrowserContext) -> None:
    """End the worker, as the browser does with one that has been idle."""
    worker = context.service_workers[0]
    worker.evaluate("globalThis.before = true")
    with options(context) as page:
        browser_side = context.new_cdp_session(page)
        browser_side.send("ServiceWorker.enable")
        browser_side.send("ServiceWorker.stopAllWorkers")
        page.wait_for_timeout(200)
        page.evaluate("chrome.runtime.sendMessage({ kind: 'hello' })")
        assert [each.evaluate("globalThis.before") for each in context.service_workers] == [None]


# what a page can do


def test_page_cannot_look_in(area: tuple[Page, Inside], setting: Setting) -> None:
    page, inside = area
    write(page, TEXT)
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    seen = page.evaluate(
        """() => {
          const host = document.querySelector('[data-postlint]');
          const active = document.activeElement.shadowRoot;
          return [typeof postlint, String(host.shadowRoot), host.outerHTML, typeof chrome?.storage, String(active)];
        }"""
    )
    assert seen[:2] == ["undefined", "null"]
    assert seen[3:] == ["undefined", "null"]
    assert "arbejdsmail" not in page.content().lower()
    assert setting.served.token not in page.content()
    assert inside.do("chrome.storage.local.get().then(JSON.stringify, String)").startswith("Error: Access")


SPYING = """
  window.caught = [];
  for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Document.prototype, 'createElement']]) {
    const own = owner[name];
    owner[name] = function (...given) { caught.push(own.apply(this, given)); return caught.at(-1); };
  }
  Object.defineProperty(Object.prototype, 'findings', { set(value) { caught.push(value); } });
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) {
      const name = node.localName;
      if (name?.includes('-') && !customElements.get(name)) customElements.define(name, class extends HTMLElement {
        inner = this.attachInternals().shadowRoot;
      });
      if (node.shadowRoot || node.inner) caught.push(node);
    }
  }).observe(document, { childList: true, subtree: true });
"""


def test_page_that_lies_in_wait_catches_nothing(setting: Setting) -> None:
    """A page may get its scripts in first: change what its own world has, and name elements that come later."""
    page = setting.context.new_page()
    inside = Inside(page)
    page.add_init_script(SPYING)
    page.goto(f"{setting.site}/textarea.html")
    page.click("#editor")
    write(page, TEXT)
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    assert inside.do("postlint.watcher.list.open")
    assert page.evaluate("caught") == []
    page.close()


SEEN_MARKS = "[...CSS.highlights.values()].flatMap((marks) => [...marks]).map(String).sort()"


def test_page_sees_underlined_words_unless_they_are_drawn_on_top(setting: Setting, rich: tuple[Page, Inside]) -> None:
    page, inside = rich
    write(page, TEXT)
    inside.settle("findings")
    words = sorted(inside.words())
    assert page.evaluate(f"() => {SEEN_MARKS}") == words
    mark_with(setting.context, "drawn")
    inside.settle("findings")
    assert page.evaluate(f"() => {SEEN_MARKS}") == []
    assert sorted(inside.words()) == words
    at = page.evaluate("""() => {
      const range = document.createRange();
      range.selectNodeContents([...editor.childNodes].at(-1));
      return range.getBoundingClientRect().toJSON();
    }""")
    mark = next(mark for mark in inside.marks() if mark["words"] == "skrammel")
    assert at["x"] < mark["box"]["x"] < at["x"] + at["width"]
    assert mark["box"]["y"] == pytest.approx(at["y"], abs=30)
    mark_with(setting.context, "browser")


def mark_with(context: BrowserContext, way: str) -> None:
    """Choose in the options how marks are made."""
    with options(context) as page:
        page.select_option("#marks", way)
        page.click("button.main")
        page.wait_for_selector("#said:not(:empty)")


def test_editor_in_a_shadow_root_of_the_page(area: tuple[Page, Inside]) -> None:
    page, inside = area
    page.evaluate("""() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      root.innerHTML = '<div contenteditable id="inner" style="min-height: 60px"></div>';
    }""")
    page.click("#inner")
    write(page, TEXT)
    inside.settle("findings")
    assert set(inside.words()) == {"signe@kobberdal.example", "skrammel"}


def test_page_gets_nothing_from_the_extension_by_asking(area: tuple[Page, Inside]) -> None:
    page, _ = area
    asked = f"fetch('chrome-extension://{ID}/manifest.json').then((reply) => reply.status, () => 'refused')"
    assert page.evaluate(f"() => {asked}") == "refused"


@pytest.mark.parametrize("how", ["script", "covered", "too-early"])
def test_click_that_no_person_meant_changes_nothing(area: tuple[Page, Inside], how: str) -> None:
    page, inside = area
    write(page, LACKS_DISCLAIMER)
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    if how == "too-early":
        inside.click("button.fix")
    elif how == "script":
        page.wait_for_timeout(900)
        inside.do(f"{inside.find('button.fix')}.click()")
    else:
        faded = "document.querySelector('[data-postlint]').style.setProperty('opacity', '0.01', 'important')"
        page.evaluate(f"() => {{ {faded} }}")
        page.wait_for_timeout(900)
        inside.click("button.fix")
    page.wait_for_timeout(300)
    assert inside.text() == LACKS_DISCLAIMER


def test_keys_of_a_script_open_nothing(area: tuple[Page, Inside]) -> None:
    page, inside = area
    write(page, TEXT)
    inside.settle("findings")
    page.evaluate("() => dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyP', altKey: true, shiftKey: true }))")
    assert not inside.do("postlint.watcher.list.open")


# choices


def test_role_and_channel_of_the_popup_are_sent(setting: Setting, area: tuple[Page, Inside]) -> None:
    page, inside = area
    write(page, LACKS_DISCLAIMER)
    inside.settle("findings")
    with options(setting.context) as anywhere:
        tab = anywhere.evaluate("async (url) => (await chrome.tabs.query({ url }))[0].id", f"http://{SITE}/*")
        anywhere.goto(f"chrome-extension://{ID}/popup/popup.html?tab={tab}")
        anywhere.wait_for_selector("body[data-ready]")
        anywhere.wait_for_selector("#backend:text('svarer på 127.0.0.1:')")
        assert "social-media" in anywhere.inner_text("#policies")
        anywhere.select_option("#role", "official")
        inside.settle("nothing")
        anywhere.select_option("#channel", "x")
        anywhere.select_option("#role", "")
        inside.settle("findings")
        anywhere.select_option("#channel", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["options/options.html", "popup/popup.html"])
def test_pages_of_the_extension_are_accessible(setting: Setting, path: str, scheme: Any) -> None:
    page = setting.context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"chrome-extension://{ID}/{path}")
    page.wait_for_selector("#backend:text('svarer på')")
    assert violations(page, axe()) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_is_accessible(setting: Setting, area: tuple[Page, Inside], scheme: Any) -> None:
    """Looked at in a page of its own, with the same elements and looks: axe cannot see into a closed shadow root."""
    page, inside = area
    write(page, f"{TEXT}\n{LACKS_DISCLAIMER}")
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    elements, looks = inside.do("[postlint.watcher.stage.floor.outerHTML, postlint.css]")
    copy = setting.context.new_page()
    copy.emulate_media(color_scheme=scheme)
    looks = looks.replace(":host", ":root")
    copy.set_content(f"<html lang=da><title>x</title><style>{looks}</style><main><h1>x</h1>{elements}</main>")
    assert violations(copy, axe()) == []
    copy.close()


def test_english_is_spoken_where_it_is_chosen(setting: Setting) -> None:
    pair(setting.context, setting.served.base, setting.served.token, "en")
    page, inside = setting.open("textarea")
    write(page, "Solen skinner over havnen i dag.")
    inside.settle("nothing")
    assert inside.do(f"{inside.find(BADGE)}.textContent") == "Nothing found"
    page.close()
    pair(setting.context, setting.served.base, setting.served.token)


def test_link_of_the_service_pairs_once(setting: Setting) -> None:
    with options(setting.context) as page:
        for said in ("Gemt.", "Linket virker ikke mere"):
            page.fill("#token", f"{setting.served.base}/#code={setting.served.code}")
            page.click("button.main")
            page.wait_for_selector(f"#said:text('{said}')")
        page.wait_for_selector("#backend:text('svarer på')")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1.evil.example:8765", "https://kobberdal.example", "http://10.0.0.2:8765", ""]
)
def test_no_address_but_this_machines_is_taken(setting: Setting, address: str) -> None:
    with options(setting.context) as page:
        before = page.input_value("#address")
        page.evaluate("() => { document.querySelector('#address').required = false }")
        page.fill("#address", address)
        page.click("button.main")
        page.wait_for_selector("#said:text('Adressen skal være')")
        page.reload()
        page.wait_for_selector("body[data-ready]")
        assert page.input_value("#address") == before


def test_nothing_leaves_the_machine(setting: Setting) -> None:
    hosts = {url.split("/")[2].split(":")[0] for url in setting.asked if url.startswith(("http", "ws"))}
    assert hosts <= {SITE, "127.0.0.1"}
    assert any("/v1/check" in url for url in setting.asked)


def test_withdrawn_site_is_left_at_once(setting: Setting) -> None:
    page, inside = setting.open("textarea")
    write(page, TEXT)
    inside.settle("findings")
    with options(setting.context) as anywhere:
        anywhere.click("#sites button")
        anywhere.wait_for_selector("#sites-none:visible")
        wait_for(lambda: inside.do("postlint.watcher === null"), "the end of the watch")
    assert page.locator("[data-postlint]").count() == 0
    page.close()
    let_in(setting.context, f"http://{SITE}")
