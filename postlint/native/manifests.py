"""Telling browsers of the native host: a small program that starts it, and a manifest for each browser.

Everything is written for this user alone: nothing needs an administrator.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.writing import put

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "postlint"  # what an extension asks for
BROWSERS = ("chrome", "chromium", "firefox")
_CHROME_ID = re.compile(r"[a-p]{32}")
_FIREFOX_ID = re.compile(r"\{[0-9a-fA-F-]{36}\}|[A-Za-z0-9._-]*@[A-Za-z0-9._-]+")
# Where a browser looks, below the user's own folder.
_FOLDERS = {
    "linux": {
        "chrome": ".config/google-chrome/NativeMessagingHosts",
        "chromium": ".config/chromium/NativeMessagingHosts",
        "firefox": ".mozilla/native-messaging-hosts",
    },
    "darwin": {
        "chrome": "Library/Application Support/Google/Chrome/NativeMessagingHosts",
        "chromium": "Library/Application Support/Chromium/NativeMessagingHosts",
        "firefox": "Library/Application Support/Mozilla/NativeMessagingHosts",
    },
}
_REGISTRY = {
    "chrome": r"HKCU\Software\Google\Chrome\NativeMessagingHosts",
    "chromium": r"HKCU\Software\Chromium\NativeMessagingHosts",
    "firefox": r"HKCU\Software\Mozilla\NativeMessagingHosts",
}


class Written(NamedTuple):
    """A manifest that was written; ``command`` is what must still be run on Windows, empty elsewhere."""

    browser: str
    path: str
    command: str = ""


class Place(NamedTuple):
    """The user's own folder, and the system as Python names it."""

    home: str
    system: str = sys.platform

    def programs(self) -> str:
        """Return the folder for the program that starts the host."""
        if self.system == "win32":
            return os.path.join(self.home, "AppData", "Local", "postlint")
        if self.system == "darwin":
            return os.path.join(self.home, "Library", "Application Support", "postlint")
        return os.path.join(self.home, ".local", "share", "postlint")

    def manifests(self, browser: str) -> str:
        """Return the folder in which a browser looks for manifests; on Windows it finds them by the registry."""
        if self.system == "win32":
            return os.path.join(self.programs(), browser)
        folders = _FOLDERS["darwin" if self.system == "darwin" else "linux"]
        return os.path.join(self.home, *folders[browser].split("/"))


def fitting_browsers(ids: Sequence[str]) -> list[str]:
    """Return the browsers whose extensions have ids like these."""
    return [browser for browser in BROWSERS if _fitting(ids, browser)]


def check_ids(ids: Sequence[str], browsers: Sequence[str]) -> None:
    """Raise PostlintError for what is no extension's id, or where a browser would have none to let in."""
    for one in ids:
        if not _CHROME_ID.fullmatch(one) and not _FIREFOX_ID.fullmatch(one):
            raise PostlintError(Problem("native-id", {"id": one}))
    for browser in browsers:
        if not _fitting(ids, browser):
            raise PostlintError(Problem("native-id-none", {"browser": browser}))


def install(place: Place, browsers: Sequence[str], ids: Sequence[str], words: Sequence[str]) -> list[Written]:
    """Write the program and the manifests. ``words`` are what starts the host. Raises PostlintError."""
    program = os.path.join(place.programs(), "native-host.bat" if place.system == "win32" else "native-host")
    try:
        _write(program, _program(words, place.system), 0o700)
        return [_manifest(place, browser, ids, program) for browser in browsers]
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise PostlintError(Problem("native-unwritten", facts, str(error.filename or ""))) from None


def _manifest(place: Place, browser: str, ids: Sequence[str], program: str) -> Written:
    path = os.path.join(place.manifests(browser), f"{NAME}.json")
    _write(path, json.dumps(manifest(browser, ids, program), indent=2) + "\n", 0o600)
    key = f"{_REGISTRY[browser]}\\{NAME}"
    command = f'reg add "{key}" /ve /t REG_SZ /d "{path}" /f' if place.system == "win32" else ""
    return Written(browser, path, command)


def manifest(browser: str, ids: Sequence[str], program: str) -> dict[str, object]:
    """Return the manifest for a browser: only the extensions named may start the host."""
    told: dict[str, object] = {"name": NAME, "description": "postlint", "path": program, "type": "stdio"}
    fitting = _fitting(ids, browser)
    if browser == "firefox":
        return told | {"allowed_extensions": fitting}
    return told | {"allowed_origins": [f"chrome-extension://{one}/" for one in fitting]}


def _fitting(ids: Sequence[str], browser: str) -> list[str]:
    form = _FIREFOX_ID if browser == "firefox" else _CHROME_ID
    return [one for one in ids if form.fullmatch(one)]


def _program(words: Sequence[str], system: str) -> str:
    """Return a program that starts the host; what the browser adds to the command line says nothing we need."""
    if system == "win32":
        quoted = " ".join(f'"{word}"' for word in words).replace("%", "%%")
        return f"@echo off\r\n{quoted}\r\n"
    return f"#!/bin/sh\nexec {shlex.join(words)}\n"


def _write(path: str, text: str, mode: int) -> None:
    """Write a file anew, in a folder that is made where it is not there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    put(path, text.encode(), mode)
