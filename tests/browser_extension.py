"""The extension as it is shipped, in a real browser, for tests: paired, let in on a made-up site, and looked at.

No test can click the browser's own question whether a site is to be let in. It is answered beforehand, on the browser's
page of extensions; then the extension asks as ever, in its options, and gets its yes without a question.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "examples" / "browser-extension"
PAGES = ROOT / "tests" / "data" / "extension"
ID = "alflabgkagdeoghkpnfkggikokfmgeng"
SITE = "social.example"
EDITORS = ("quill@2.0.3", "lexical@0.36.2", "@lexical/rich-text@0.36.2", "@lexical/history@0.36.2")
FLAGS = (*ARGUMENTS, f"--host-resolver-rules=MAP {SITE} 127.0.0.1")


def chromium() -> str:
    """Return the program; skip where there is none that loads extensions from a folder (Google's own does not)."""
    for name in (os.environ.get("POSTLINT_CHROMIUM", ""), "chromium", "chromium-browser"):
        if name and (found := shutil.which(name)):
            return found
    pytest.skip("no chromium here: apt-get install chromium, or name one in POSTLINT_CHROMIUM")


def install_editors(folder: Path) -> Path:
    """Install Quill and Lexical from npm and return the folder of packages; skip where that cannot be done."""
    if not (npm := shutil.which("npm")):
        pytest.skip("no npm here, which Quill and Lexical come from")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefer-offline", "--fetch-retries=0")
    command = [npm, "install", *quiet, "--prefix", str(folder), *EDITORS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        pytest.skip(f"npm could not install Quill and Lexical: {done.stderr.strip()[-200:]}")
    return folder / "node_modules"


class _Pages(SimpleHTTPRequestHandler):
    """Serves the pages of the tests, and packages of npm under ``/lib/``."""

    def __init__(self, *given: Any, lib: list[Path], **named: Any) -> None:
        self.lib = lib
        super().__init__(*given, directory=str(PAGES), **named)

    def translate_path(self, path: str) -> str:
        if self.lib and path.startswith("/lib/"):
            return str(self.lib[0] / path.removeprefix("/lib/"))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


_Pages.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}


@contextmanager
def pages(lib: list[Path]) -> Iterator[str]:
    """Serve the pages and yield the made-up site's address. ``lib`` holds the folder of packages, once it is there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, lib=lib))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{SITE}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser(
    folder: Path, *, lang: str = "da", extension: Path = EXTENSION, **environ: str
) -> Iterator[BrowserContext]:
    """Run chromium with the extension, in a profile of its own."""
    program = chromium()
    from playwright.sync_api import Error, sync_playwright

    flags = [*FLAGS, f"--lang={lang}", f"--disable-extensions-except={extension}", f"--load-extension={extension}"]
    with sync_playwright() as playwright:
        try:
            context = playwright.chromium.launch_persistent_context(
                folder / "profile", executable_path=program, channel="chromium", headless=True, args=flags,
                viewport={"width": 1000, "height": 760}, env={**os.environ, "LANGUAGE": lang, **environ},
            )  # fmt: skip
        except Error as error:
            pytest.skip(f"{program} does not start here: {error.message.splitlines()[0]}")
        context.set_default_timeout(10_000)
        try:
            if not context.service_workers:
                context.wait_for_event("serviceworker")
            yield context
        finally:
            context.close()


@contextmanager
def options(context: BrowserContext) -> Iterator[Page]:
    """Open the options."""
    page = context.new_page()
    page.goto(f"chrome-extension://{ID}/options/options.html")
    page.wait_for_selector("body[data-ready]")
    yield page
    page.close()


def let_in(context: BrowserContext, site: str) -> None:
    """Let the extension in on a site, in its options."""
    page = context.new_page()
    page.goto("chrome://extensions/")
    page.evaluate("([id, site]) => chrome.developerPrivate.addHostPermission(id, site)", [ID, f"{site}/*"])
    page.close()
    with options(context) as page:
        page.fill("#site", site)
        page.click("#add button")
        page.wait_for_selector("#added:not(:empty)")
        assert page.locator("#sites li").count() == 1


def pair(context: BrowserContext, address: str, token: str, language: str = "da") -> None:
    """Do what a person does in the options: put in address and token, and save."""
    with options(context) as page:
        page.fill("#address", address)
        page.fill("#token", token)
        page.select_option("#language", language)
        page.click("button.main")
        page.wait_for_selector("#said:not(:empty)")


class Inside:
    """The extension's own world in a page, where its content scripts live. Pages cannot see it; a debugger can."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cdp = page.context.new_cdp_session(page)
        self.worlds: list[int] = []
        self.cdp.on("Runtime.executionContextCreated", self._met)
        self.cdp.send("Runtime.enable")

    def _met(self, event: dict[str, Any]) -> None:
        if event["context"]["origin"].startswith("chrome-extension://"):
            self.worlds.append(event["context"]["id"])

    def do(self, expression: str) -> Any:
        """Evaluate an expression there and return its value."""
        wait_for(lambda: self.worlds, "the extension's world in the page")
        asked = {"expression": expression, "contextId": self.worlds[-1], "returnByValue": True, "awaitPromise": True}
        told = self.cdp.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    @property
    def state(self) -> str:
        """The state of the current editor, such as ``findings``."""
        return self.do("globalThis.postlint?.watcher?.current?.answer.state ?? ''")

    def settle(self, state: str, seconds: float = 8) -> None:
        """Wait until the editor is in a state, with its text as it is now."""
        same = "postlint.watcher?.current?.settled"
        wait_for(lambda: self.state == state and self.do(same), f"the state {state}", seconds, lambda: self.state)

    def marks(self) -> list[dict[str, Any]]:
        """Return what is marked: words, severity, box; in the order of the findings."""
        return self.do("postlint.watcher.current.surface.marks()")

    def words(self) -> list[str]:
        """Return the marked words."""
        return [mark["words"] for mark in self.marks()]

    def text(self) -> str:
        """Return the text as the extension reads it."""
        return self.do("postlint.watcher.current.surface.read()")

    def find(self, selector: str) -> str:
        """Return an expression for an element in the closed shadow root."""
        return f"postlint.watcher.stage.floor.querySelector({json.dumps(selector)})"

    def click(self, selector: str) -> None:
        """Click there with the mouse, as a person does."""
        box = self.do(f"{self.find(selector)}.getBoundingClientRect().toJSON()")
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def wait_for(true: Any, what: str, seconds: float = 8, told: Any = lambda: "") -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited {seconds} s for {what}; {told()}"
        time.sleep(0.03)
