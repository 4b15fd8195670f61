"""The files of the browser extension: what it asks for, what it says in both languages, what it must not hold."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from browser_extension import EXTENSION, ID

MANIFEST: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
CODE = sorted(path for path in EXTENSION.rglob("*") if path.suffix in (".js", ".html", ".css"))
CODE_IDS = [path.relative_to(EXTENSION).as_posix() for path in CODE]
LANGUAGES = ("da", "en")


def texts(lang: str) -> dict[str, str]:
    told = json.loads((EXTENSION / "_locales" / lang / "messages.json").read_text(encoding="utf-8"))
    return {name: entry["message"] for name, entry in told.items()}


def test_key_gives_the_id_that_the_readme_names() -> None:
    digest = hashlib.sha256(base64.b64decode(MANIFEST["key"])).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == ID
    assert f"chrome-extension://{ID}" in (EXTENSION / "README.md").read_text(encoding="utf-8")


def test_manifest_asks_for_no_site() -> None:
    assert MANIFEST["manifest_version"] == 3
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    assert set(MANIFEST["permissions"]) == {"activeTab", "scripting", "storage"}
    assert MANIFEST["optional_permissions"] == ["nativeMessaging"]
    assert {"content_scripts", "externally_connectable", "web_accessible_resources"}.isdisjoint(MANIFEST)
    assert "<all_urls>" not in json.dumps(MANIFEST)


def test_pages_may_load_nothing_from_elsewhere() -> None:
    rules = MANIFEST["content_security_policy"]["extension_pages"]
    assert rules.startswith("default-src 'none'")
    assert "unsafe" not in rules
    assert set(re.findall(r"https?://\S+?(?=[;\s])", rules)) == {"http://127.0.0.1:*"}


@pytest.mark.parametrize("path", CODE, ids=CODE_IDS)
def test_code_makes_no_markup_of_text_and_loads_none(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|importScripts|import\("
    assert re.findall(forbidden, text) == []
    assert not re.findall(r"https?://(?!127\.0\.0\.1)[a-z]", re.sub(r'"https?://\w+\.\w+/?\*?"', "", _bare(text)))


def _bare(text: str) -> str:
    """Return code without its comments, where addresses are examples."""
    return re.sub(r"(?m)^\s*(//|\*|/\*).*$|// .*$|/\*\*.*?\*/", "", text)


@pytest.mark.parametrize("path", CODE, ids=CODE_IDS)
def test_only_the_worker_sends_anything(path: Any) -> None:
    network = r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|connectNative|sendNativeMessage"
    allowed = ("worker/backend.js", "worker/native.js", "shared/texts.js")  # the last: the extension's own sentences
    if path.relative_to(EXTENSION).as_posix() not in allowed:
        assert re.findall(network, path.read_text(encoding="utf-8")) == []


def test_both_languages_say_the_same_things() -> None:
    danish, english = texts("da"), texts("en")
    assert list(danish) == list(english)
    for name in danish:
        assert danish[name]
        assert english[name]
        assert sorted(re.findall(r"\{\w+\}", danish[name])) == sorted(re.findall(r"\{\w+\}", english[name])), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_called_approved(lang: str) -> None:
    assert not re.search(r"godkend|approv|\bok\b", " ".join(texts(lang).values()), re.IGNORECASE)


def test_every_sentence_is_said_somewhere_and_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    known = set(texts("en"))
    named = set(re.findall(r'(?:\bsay\(|data-say=)"(\w+)"', code))
    assert named <= known
    made = {name for name in known if re.match(r"(state|short|severity|role|channel)_", name)}
    manifest = json.dumps(MANIFEST)
    quoted = {*re.findall(r"\"(\w+)\"", code), *re.findall(r"__MSG_(\w+)__", manifest)}
    assert known - made - quoted == set()


def test_every_state_has_words() -> None:
    shapes = (EXTENSION / "types.d.ts").read_text(encoding="utf-8")
    found = re.search(r"interface Answer \{\s*state: ([^;]+);", shapes)
    assert found
    states = {state.replace("-", "_") for state in re.findall(r'"([\w-]+)"', found[1])} - {"findings", "stale"}
    assert states == {name.removeprefix("state_") for name in texts("en") if name.startswith("state_")}
    assert states == {name.removeprefix("short_") for name in texts("en") if name.startswith("short_")}


def test_worker_loads_every_content_file() -> None:
    named = re.search(r"const SCRIPTS = \[(.*?)\]", (EXTENSION / "worker" / "sites.js").read_text("utf-8"), re.DOTALL)
    assert named
    there = {path.stem for path in (EXTENSION / "content").glob("*.js")}
    assert set(re.findall(r'"(\w+)"', named[1])) == there
