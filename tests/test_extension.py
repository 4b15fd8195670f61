"""The browser extension in chromium, against the real service: what is marked, said, put in, and kept to itself."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Any

import pytest
from browser_extension import ID, SITE, Inside, browser, install_editors, let_in, options, pages, pair, wait_for
from browsing import axe, violations
from served import Served, service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

ORIGIN = ("--origin", f"chrome-extension://{ID}")
KINDS = ("textarea", "rich", "quill", "lexical")
NFD = "a\u030a"
TEXT = (
    f"Hej 🎉👩‍🔬 fra væ{NFD}rkstedet!\nSkriv 📧 til signe@kobberdal.example på lørdag.\n\n"
    "Lejecyklerne fra Svinghjul er noget værre skrammel 🚲 og det er synd."
)
LACKS_DISCLAIMER = "Sikke en uge 🎉 hos Kobberdal! Vi er flyttet ind i det nye værksted.\n\nKom forbi på lørdag 👩‍🔬"
BADGE, PANEL = ".badge", ".panel"


class Setting:
    """A browser with the extension, paired with a service, let in on the made-up site."""

    def __init__(self, context: BrowserContext, site: str, lib: list[Path], served: Served) -> None:
        self.context, self.site, self.lib, self.served = context, site, lib, served
        self.asked: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))

    def open(self, kind: str) -> tuple[Page, Inside]:
        page = self.context.new_page()
        inside = Inside(page)
        page.goto(f"{self.site}/{kind}.html")
        page.click("#editor")
        return page, inside


@pytest.fixture(scope="module")
def lib(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_editors(tmp_path_factory.mktemp("npm"))


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setting]:
    folder = tmp_path_factory.mktemp("extension")
    lib: list[Path] = []
    with browser(folder) as context, service(folder, *ORIGIN, lang="da") as served, pages(lib) as site:
        pair(context, served.base, served.token)
        let_in(context, f"http://{SITE}")
        yield Setting(context, site, lib, served)


@pytest.fixture(params=KINDS)
def editor(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    """A page with one of the four kinds of editor, the caret in it."""
    yield from _page(setting, request)


@pytest.fixture(params=["textarea"])
def area(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    yield from _page(setting, request)


@pytest.fixture(params=["rich"])
def rich(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    yield from _page(setting, request)


def _page(setting: Setting, request: pytest.FixtureRequest) -> Iterator[tuple[Page, Inside]]:
    if request.param in ("quill", "lexical"):
        setting.lib[:] = [request.getfixturevalue("lib")]
    page, inside = setting.open(request.param)
    yield page, inside
    page.close()


def write(page: Page, text: str) -> None:
    """Type: paragraphs with the Enter key, the rest as the keyboard's input method gives it."""
    for number, line in enumerate(text.split("\n")):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(line)


def found(setting: Setting, text: str) -> list[dict[str, Any]]:
    """Return what the service itself finds in a text."""
    with setting.served.client() as client:
        told: list[dict[str, Any]] = client.post("/v1/check", json={"text": text}).json()["posts"][0]["findings"]
    return told


def sliced(text: str, span: dict[str, int]) -> str:
    """Return a span's words, counted in UTF-16 units as a browser counts."""
    return text.encode("utf-16-le")[2 * span["utf16_start"] : 2 * span["utf16_end"]].decode("utf-16-le")


def value(page: Page) -> str:
    """Return the text as the page's own code has it: a textarea's value, or the editor's model."""
    told: str = page.evaluate("window.model?.() ?? document.querySelector('#editor').value ?? editor.innerText")
    return told


# what is read, and what is marked


def test_marked_words_are_the_findings_words(setting: Setting, editor: tuple[Page, Inside]) -> None:
    page, inside = editor
    write(page, TEXT)
    inside.settle("findings")
    assert inside.text() == TEXT
    expected = [sliced(TEXT, one["span"]) for one in found(setting, TEXT)]
    assert set(expected) == {"signe@kobberdal.example", "skrammel"}
    assert set(inside.words()) == set(expected)


def test_marks_stay_on_their_words_while_one_types(editor: tuple[Page, Inside]) -> None:
    page, inside = editor
    write(page, TEXT)
    inside.settle("findings")
    before = inside.words()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("🚲 Åh, ")
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" Ses 🙂")
    assert inside.words() == before  # at once, before the next answer
    inside.settle("findings")
    assert inside.words() == before
    assert inside.text() == f"🚲 Åh, {TEXT} Ses 🙂"


def test_a_word_that_is_changed_loses_its_mark_at_once(area: tuple[Page, Inside]) -> None:
    page, inside = area
    write(page, "Skriv til signe@kobberdal.example")
    inside.settle("findings")
    page.keyboard.press("Backspace")
    assert inside.words() == []


READINGS = {
    "paragraphs": ("<p>Kun til internt</p><p>brug</p>", "Kun til internt\nbrug"),
    "first-line-bare": ("Kun til internt<div>brug</div>", "Kun til internt\nbrug"),
    "break": ("internt<br>brug", "internt\nbrug"),
    "break-that-only-holds-the-line-open": ("<div>internt<br></div><div>brug</div>", "internt\nbrug"),
    "empty-line": ("<p>a</p><p><br></p><p>b</p>", "a\n\nb"),
    "two-breaks": ("a<br><br>b", "a\n\nb"),
    "words-in-pieces": ("for<b>tro</b><i><u>lig</u>t</i>", "fortroligt"),
    "list": ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    "blanks-of-the-source": ("<p>\n  a   b\n</p>\n\n<p>c</p>", "a b \nc"),
    "no-break-space-that-the-browser-typed": ("a&nbsp; b", "a  b"),
    "kept-blanks": ("<pre>a  b\nc</pre>", "a  b\nc"),
    "emoji-as-picture": ('Hej <img alt="🎉" src="data:,"> du', "Hej 🎉 du"),
    "picture-that-is-no-emoji": ('Hej <img alt="hund" src="data:,"> du', "Hej du"),
    "hidden": ('a<span style="display:none">b</span><span aria-hidden="true">c</span>', "a"),
    "a-name-that-cannot-be-edited": ('Hej <span contenteditable="false">@Svinghjul</span>!', "Hej @Svinghjul!"),
    "decomposed": (f"bl{NFD}", f"bl{NFD}"),
    "nothing": ("<p><br></p>", ""),
}


@pytest.fixture(scope="module")
def sheet(setting: Setting) -> Iterator[tuple[Page, Inside]]:
    """One page for all readings."""
    page, inside = setting.open("rich")
    yield page, inside
    page.close()


@pytest.mark.parametrize(("markup", "text"), READINGS.values(), ids=READINGS)
def test_text_is_read_as_one_sees_it(sheet: tuple[Page, Inside], markup: str, text: str) -> None:
    page, inside = sheet
    page.evaluate("(markup) => { editor.innerHTML = markup }", markup)
    assert inside.do("postlint.read(document.querySelector('#editor')).text") == text


def test_every_place_leads_back_to_its_node(sheet: tuple[Page, Inside]) -> None:
    page, inside = sheet
    page.evaluate("""() => {
      editor.innerHTML = 'Hej <b>🎉du</b><p>og <i>æøå</i></p><img alt="👩‍🔬" src="data:,">';
    }""")
    wrong = inside.do("""(() => {
      const root = document.querySelector('#editor');
      const { text, pieces } = postlint.read(root);
      const wrong = [];
      const words = text.length - '👩‍🔬'.length; // the picture is in a range as a whole or not at all
      const places = [...Array(words + 1).keys(), text.length];
      for (const start of places) {
        for (const end of places.filter((place) => place > start)) {
          const range = postlint.rangeOf(root, pieces, start, end);
          const images = [...range.cloneContents().querySelectorAll('img')].map((image) => image.alt);
          const told = range.toString() + images.join('');
          if (told !== text.slice(start, end).replaceAll('\\n', '')) wrong.push([start, end, told]);
        }
      }
      return wrong;
    })()""")
    assert wrong == []


def test_marks_lie_over_the_words_of_a_textarea(area: tuple[Page, Inside]) -> None:
    page, inside = area
    looks = "font: 20px/30px monospace; letter-spacing: 0; padding: 10px 14px; height: 100px"
    page.add_style_tag(content=f"#editor {{ {looks} }}")
    width = page.evaluate(
        "() => { const pen = document.createElement('canvas').getContext('2d');"
        " pen.font = '20px monospace'; return pen.measureText('x').width }"
    )
    write(page, "x\n" * 8 + "Skriv til signe@kobberdal.example i dag")
    inside.settle("findings")
    for scrolled in (0, 130, 175):
        page.evaluate("(top) => { editor.scrollTop = top }", scrolled)
        page.wait_for_timeout(60)
        area_box = page.locator("#editor").bounding_box()
        assert area_box
        (mark,) = inside.marks()
        scroll = page.evaluate("editor.scrollTop")
        assert mark["box"]["x"] == pytest.approx(area_box["x"] + 3 + 14 + 10 * width, abs=1)
        assert mark["box"]["y"] == pytest.approx(area_box["y"] + 3 + 10 + 8 * 30 - scroll, abs=5)
        assert mark["box"]["width"] == pytest.approx(23 * width, abs=1)


def test_fields_that_are_no_posts_are_not_read(area: tuple[Page, Inside]) -> None:
    page, inside = area
    for name in ("#line", "#password", "#card", "#fixed"):
        page.click(name)
        page.keyboard.insert_text("signe@kobberdal.example")
    page.wait_for_timeout(600)
    assert inside.do("[...postlint.watcher.sessions.keys()].map((editor) => editor.id)") == ["editor"]


def test_an_editor_that_comes_later_and_is_emptied_by_the_page(rich: tuple[Page, Inside]) -> None:
    page, inside = rich
    page.evaluate("""() => { document.body.insertAdjacentHTML('beforeend', '<textarea id="late"></textarea>') }""")
    page.click("#late")
    write(page, TEXT)
    inside.settle("findings")
    page.evaluate("() => { late.value = '' }")
    inside.settle("empty")
    assert inside.words() == []
    assert inside.do(f"{inside.find(BADGE)}.hidden")


def test_the_last_answer_counts(area: tuple[Page, Inside]) -> None:
    page, inside = area
    page.keyboard.type("Skriv til signe@kobberdal.example", delay=15)
    for _ in range(4):
        page.wait_for_timeout(310)
        page.keyboard.type(" ja", delay=5)
    inside.settle("findings")
    assert inside.words() == ["signe@kobberdal.example"]
    assert inside.text() == "Skriv til signe@kobberdal.example ja ja ja ja"


# the list


def test_fix_goes_into_the_text_on_a_click(editor: tuple[Page, Inside]) -> None:
    page, inside = editor
    write(page, LACKS_DISCLAIMER)
    inside.settle("findings")
    assert inside.words() == ["Kobberdal"]
    page.keyboard.press("Alt+Shift+P")
    page.wait_for_timeout(900)
    inside.click("button.fix")
    inside.settle("nothing")
    assert inside.text() == f"{LACKS_DISCLAIMER}\n\nEgne holdninger."
    assert " ".join(value(page).split()) == " ".join(f"{LACKS_DISCLAIMER} Egne holdninger.".split())
    page.keyboard.insert_text(" Tak!")
    assert value(page).rstrip().endswith("Egne holdninger. Tak!")


def test_keyboard_opens_walks_and_leaves_the_list(editor: tuple[Page, Inside]) -> None:
    page, inside = editor
    write(page, TEXT)
    inside.settle("findings")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.evaluate("() => { window.heard = []; document.addEventListener('keydown', ({ key }) => heard.push(key)) }")
    page.keyboard.press("Alt+Shift+P")
    focused = "postlint.watcher.stage.focused?.textContent ?? ''"
    assert inside.do(focused) == "Vis i teksten"
    page.keyboard.press("ArrowUp")
    assert inside.do(focused) == "×"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not inside.do("postlint.watcher.list.open")
    assert {"P", "ArrowUp", "ArrowDown", "Escape"}.isdisjoint(page.evaluate("heard"))
    page.keyboard.insert_text("!")
    assert inside.text() == f"{TEXT[:-5]}!{TEXT[-5:]}"


def test_show_in_text_selects_the_words(editor: tuple[Page, Inside]) -> None:
    page, inside = editor
    write(page, TEXT)
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    selected = "String(getSelection()) || editor.value.slice(editor.selectionStart, editor.selectionEnd)"
    assert page.evaluate(f"() => {selected}") == "signe@kobberdal.example"


def test_screen_reader_hears_of_the_findings(area: tuple[Page, Inside]) -> None:
    page, inside = area
    write(page, TEXT)
    inside.settle("findings")
    page.keyboard.press("Alt+Shift+P")
    tree = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in inside.cdp.send("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]
    assert ("button", "postlint: 3 fund. Åbn listen (Alt+Skift+P)") in tree
    assert ("region", "3 fund") in tree
    assert [role for role, _ in tree].count("listitem") == 3
    assert ("StaticText", "Arbejdsmailen »signe@kobberdal.example« står i et privat opslag.") in tree
    assert ("StaticText", "social-media S2.16: ") in tree
    assert ("StaticText", "postlint: 3 fund") in tree  # the live region
    assert ("button", "Luk listen") in tree


DIALOGS = {
    "modal-of-the-browser": "dialog.showModal()",
    "that-takes-the-focus-back": (
        "dialog.show(), document.addEventListener('focusin',"
        " ({ target }) => dialog.contains(target) || dialog.firstElementChild.focus())"
    ),
}


@pytest.mark.parametrize("opening", DIALOGS.values(), ids=DIALOGS)
def test_list_works_in_a_dialog(area: tuple[Page, Inside], opening: str) -> None:
    page, inside = area
    dialog = '<dialog id="dialog"><textarea rows="6" cols="40"></textarea></dialog>'
    page.evaluate("(dialog) => { document.body.insertAdjacentHTML('beforeend', dialog) }", dialog)
    page.evaluate(f"() => {{ {opening} }}")
    page.click("#dialog textarea")
    write(page, LACKS_DISCLAIMER)
    inside.settle("findings")
    inside.click(BADGE)
    assert inside.do("postlint.watcher.stage.focused?.textContent") == "Vis i teksten"
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(700)
    page.keyboard.press("Enter")
    inside.settle("nothing")
    assert inside.text() == f"{LACKS_DISCLAIMER}\n\nEgne holdninger."


def test_nothing_found_is_not_called_right(area: tuple[Page, Inside]) -> None:
    page, inside = area
    write(page, f"{LACKS_DISCLAIMER}\n\nEgne holdninger.")
    inside.settle("nothing")
    page.keyboard.press("Alt+Shift+P")
    told = inside.do(f"{inside.find(PANEL)}.textContent")
    assert "Intet fundet" in told
    assert "Ikke vurderet (" in told
    assert "anonymous-post" in told


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
