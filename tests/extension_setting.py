"""What the tests of the browser extension share: texts, the browser with all that it needs, and how one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser_extension import ID, Inside

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page
    from served import Served

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


def write(page: Page, text: str) -> None:
    """Type: paragraphs with the Enter key, the rest as the keyboard's input method gives it."""
    for number, line in enumerate(text.split("\n")):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(line)
