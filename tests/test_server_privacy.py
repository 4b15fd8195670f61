"""What the service keeps to itself: drafts, names and findings in no log, error or file; no file of this machine is
opened for a caller, and no connection made. (Threats 7, 13, 14, 16, 17, 20 and 24.)"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import struct
import sys
import zlib
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import served as serving
from served import Served, service

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "Kanariefugl7193"
SECRET = f"FORTROLIGT: {CANARY} åbner i {CANARY}. Skriv til {CANARY}@kobberdal.example, CPR 010190-1234"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the service runs in, with a register and a picture that a post could name."""
    made = tmp_path_factory.mktemp("privacy")
    (made / "consents.csv").write_text(
        f"ref,person,image,channels,given,expires,withdrawn,guardian\nR-1,{CANARY},,,2026-01-01,2027-01-01,,\n",
        encoding="utf-8",
    )
    (made / "postlint.toml").write_text(
        '[organisation]\nname = "Kobberdal"\nemail_domains = ["kobberdal.example"]\n'
        '[consent]\nregister = "consents.csv"\n', encoding="utf-8",
    )  # fmt: skip
    (made / "fest.txt").write_text(CANARY, encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(made / "fest.png")  # whoever opens it waits for ever
    return made


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    with service(folder, config=folder / "postlint.toml") as running:
        yield running


LEAKS: dict[str, tuple[str, str, Any]] = {
    "a draft": ("POST", "/v1/check", {"text": SECRET}),
    "many": ("POST", "/v1/check", {"posts": [{"text": SECRET, "id": CANARY}] * 30}),
    "a value that will not do": ("POST", "/v1/check", {"text": SECRET, "role": CANARY, "audience": CANARY}),
    "a date that is none": ("POST", "/v1/check", {"text": SECRET, "scheduled": CANARY}),
    "a type that is wrong": ("POST", "/v1/check", {"text": [SECRET], "images": CANARY}),
    "a language that is none": ("POST", "/v1/check", {"posts": [{"text": SECRET}], "ui_lang": CANARY}),
    "broken JSON": ("POST", "/v1/check", f'{{"text": "{SECRET}"'.encode()),
    "a path": ("GET", f"/v1/{CANARY}", None),
    "a rule": ("GET", f"/v1/rules/{CANARY}?lang={CANARY}", None),
    "a question": ("GET", f"/v1/rules?lang={CANARY}", None),
    "a code": ("POST", "/v1/pairing", {"code": CANARY}),
    "feedback": ("POST", "/v1/feedback", {"verdict": CANARY, "rule": CANARY, "text": CANARY, "fingerprint": CANARY}),
    "a channel": ("POST", "/v1/consents/query", {"sha256": CANARY, "channel": CANARY, "people": ["R-1"]}),
}


@pytest.mark.parametrize("name", LEAKS)
def test_an_error_repeats_nothing(served: Served, name: str) -> None:
    method, path, body = LEAKS[name]
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "X-Canary": CANARY}
    answer = served.client().request(method, path, content=data, headers=headers)
    if answer.status_code != 200:
        assert CANARY not in answer.text
        assert answer.headers["content-type"] == "application/problem+json"


def test_hostile_heads_are_not_repeated_either(served: Served) -> None:
    for head in (f"GET / HTTP/1.1\r\nHost: {CANARY}\r\n\r\n", f"{CANARY} nonsense\r\n\r\n",
                 f"GET /v1/version HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {CANARY}\r\n\r\n",
                 f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: http://{CANARY}\r\n\r\n"):  # fmt: skip
        assert CANARY.encode() not in served.raw(head.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").encode())


def files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_nothing_of_it_is_kept_or_logged(served: Served) -> None:
    for name in LEAKS:
        test_an_error_repeats_nothing(served, name)
    kept = files(served.state, Path(os.environ["POSTLINT_CACHE"]))
    assert len(kept) >= 3  # the token, the key, the cache of packs: they are looked at
    for path in [*kept, served.said]:
        assert CANARY.encode() not in path.read_bytes(), path
        assert b"010190" not in path.read_bytes(), path


def test_what_is_secret_is_hidden_in_the_messages(served: Served) -> None:
    findings = served.client().post("/v1/check", json={"text": SECRET}).json()["posts"][0]["findings"]
    assert {"confidential-marker", "personal-data"} <= {one["rule"] for one in findings}
    assert "010190" not in json.dumps(findings)
    assert all("█████" in one["message"] for one in findings if one["rule"] == "confidential-marker")


def test_fingerprints_cannot_be_found_by_trying(served: Served, tmp_path: Path) -> None:
    post = {"text": "CPR 010190-1234", "lang": "da"}
    prints = served.client().post("/v1/check", json=post).json()["posts"][0]["fingerprints"]
    words = ["010190-1234", "personal-data", "personal-data\0text\0010190-1234", "cpr 010190-1234"]
    plain = {hashlib.sha256(word.encode()).hexdigest()[:32] for word in words}
    with service(tmp_path, config=served.state.parent / "postlint.toml") as other:
        elsewhere = other.client().post("/v1/check", json=post).json()["posts"][0]["fingerprints"]
    assert prints
    assert not plain & set(prints)
    assert not set(prints) & set(elsewhere)


def test_a_consent_is_told_without_the_name(served: Served) -> None:
    answer = served.client().post("/v1/consents/query", json={"sha256": "0" * 64, "people": ["R-1"]})
    assert answer.json()["people"] == [{"id": "R-1", "answer": "yes"}]
    assert CANARY not in answer.text


TRAVERSALS = (
    "fest.png", "./fest.png", "../state/token", "{folder}/fest.png", "{folder}/fest.txt", "fest.txt", "/dev/zero",
    "/etc/passwd", "\\\\kobberdal.example\\share\\x.png", "C:\\x.png", "file:///etc/passwd", "state/token",
    "..\\state\\token", "~/.ssh/id", "fe\u0301st.png", "fest.png\0.jpg",
)  # fmt: skip


@pytest.mark.parametrize("file", TRAVERSALS)
def test_a_file_that_a_post_names_is_never_opened(served: Served, folder: Path, file: str) -> None:
    """A pipe stands there: whoever opened it would wait for ever, and a file that was read would show."""
    image = {"file": file.format(folder=folder), "alt": "en fest"}
    client = served.client()
    answer = client.post("/v1/check", json={"text": "Se vores fest", "images": [image]}, timeout=5)
    assert answer.status_code == 200
    assert CANARY not in answer.text
    assert served.token not in answer.text


def test_no_address_is_ever_fetched(served: Served) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/pixel.png"
        post = {"text": f"Se {url}", "images": [{"file": url, "source": url, "alt": url}], "quotes": [
            {"text": "x", "source": url}]}  # fmt: skip
        assert served.client().post("/v1/check", json=post).status_code == 200
        with pytest.raises(TimeoutError):
            listening.accept()


def bomb() -> bytes:
    """Return a PNG of 60,000 by 60,000 pixels in some kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 7501 * 2000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_that_would_fill_the_memory_does_not(served: Served) -> None:
    request = json.dumps({"text": "Se vores fest", "images": [{"file": "fest.png", "alt": "en fest"}]})
    form = {"request": (None, request), "image0": ("fest.png", bomb())}
    assert served.client().post("/v1/check", files=form, timeout=10).status_code == 200
    if sys.platform == "linux":
        peak = Path(f"/proc/{served.process.pid}/status").read_text().partition("VmHWM:")[2].split()[0]
        assert int(peak) < 400_000  # kilobytes


WATCHED = """
import sys
def watch(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.exec", "os.system"):
        if event != "socket.getaddrinfo" or details[0] not in ("127.0.0.1", None):
            print("WENT OUT:", event, file=sys.stderr, flush=True)
sys.addaudithook(watch)
"""


def test_no_connection_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service runs with a hook that tells of every connection, look-up and program it would start."""
    monkeypatch.setattr(serving, "START", WATCHED + serving.START)
    with service(tmp_path) as running:
        client = running.client()
        assert client.post("/v1/check", json={"text": SECRET + " https://kobberdal.example/x.png"}).status_code == 200
        assert client.get("/v1/rules/work-email").status_code == 200
        assert client.get("/").status_code == 200
        assert "WENT OUT" not in running.words()


def test_the_hook_would_tell() -> None:
    import subprocess

    code = WATCHED + "import socket\nsocket.socket().connect_ex(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "WENT OUT: socket.connect" in done.stderr


def test_a_mistake_of_ours_says_where_and_not_what(served: Served, tmp_path: Path) -> None:
    """The real service with one part broken on purpose: the answer is a bare 500, the log has no word of the draft."""
    broken = "import postlint.engine as e\ndef check(self, post, timeline=None):\n    raise ValueError(post.text)\n"
    broken += "e.Linter.check = check\n"
    keep = serving.START
    serving.START = broken + keep
    try:
        with service(tmp_path) as running:
            answer = running.client().post("/v1/check", json={"text": SECRET})
            long = running.client().post("/v1/check", json={"text": SECRET * 100})
            said = running.words()
    finally:
        serving.START = keep
    assert (answer.status_code, long.status_code) == (500, 500)
    assert CANARY not in answer.text + long.text + said
    assert "ValueError" in said


def test_the_threads_of_the_service_are_few(served: Served) -> None:
    post = {"text": "Vi har åbent. " * 400}
    threads = [Thread(target=lambda: served.client().post("/v1/check", json=post)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if sys.platform == "linux":
        assert len(list(Path(f"/proc/{served.process.pid}/task").iterdir())) < 30
