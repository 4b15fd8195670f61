"""The browser extension with a postlint that the browser starts itself, by native messaging: no service, no token.

The copy of the extension asks for ``nativeMessaging`` in its manifest, where the one that is shipped asks the person in
its options: no test can click the browser's question.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from browser_extension import EXTENSION, ID, SITE, Inside, browser, let_in, options, pages
from served import EXAMPLES, START

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="browsers look for the host elsewhere there")


@pytest.fixture
def context(tmp_path: Path) -> Iterator[BrowserContext]:
    copy = shutil.copytree(EXTENSION, tmp_path / "extension")
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    manifest["permissions"] += manifest.pop("optional_permissions")
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with browser(tmp_path, extension=copy, HOME=str(tmp_path), XDG_STATE_HOME=str(tmp_path / "state")) as context:
        let_in(context, f"http://{SITE}")
        with options(context) as page:
            page.select_option("#language", "da")
            page.select_option("#transport", "native")
            assert page.inner_text("#command") == f"postlint install-native-host --extension {ID}"
            assert not page.locator("#token").is_visible()
            page.click("button.main")
            page.wait_for_selector("#said:not(:empty)")
            page.wait_for_selector("#backend:text('kan ikke starte postlint')")
        yield context


def install(folder: Path) -> None:
    """Tell the browser of the host, as one does by hand; a profile elsewhere than usual looks in its own folder."""
    words = ["--config", str(EXAMPLES), "install-native-host", "--extension", ID, "--browser", "chromium"]
    environ = {**os.environ, "HOME": str(folder)}
    subprocess.run([sys.executable, "-c", START, *words], env=environ, check=True, capture_output=True)
    written = folder / ".config" / "chromium" / "NativeMessagingHosts"
    shutil.copytree(written, folder / "profile" / "NativeMessagingHosts", dirs_exist_ok=True)


def test_browser_starts_postlint_itself(context: BrowserContext, tmp_path: Path) -> None:
    with pages([]) as site:
        page = context.new_page()
        inside = Inside(page)
        page.goto(f"{site}/textarea.html")
        page.click("#editor")
        page.keyboard.insert_text("Hej 🎉 skriv til signe@kobberdal.example")
        inside.settle("not-started")
        assert "Kør kommandoen" in inside.do(f"{inside.find('.badge')}.ariaLabel")
        install(tmp_path)
        inside.settle("findings", 60)  # without a keystroke, but not before the program has read its rules
        assert inside.words() == ["signe@kobberdal.example"]
        page.keyboard.insert_text(", eller til hej@kobberdal.example")
        inside.settle("findings")
        assert inside.words() == ["signe@kobberdal.example"]
        with options(context) as anywhere:
            anywhere.wait_for_selector("#backend:text('browseren har startet det')")
