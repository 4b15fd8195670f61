"""The browser extension in chromium, against the real service: what is read, what is marked, and the list of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from extension_setting import BADGE, LACKS_DISCLAIMER, NFD, PANEL, TEXT, Setting, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser_extension import Inside
    from playwright.sync_api import Page

pytest_plugins = ["extension_fixtures"]


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
