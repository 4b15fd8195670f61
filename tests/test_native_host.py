"""Native messaging: the real host as a process, spoken to in frames, and the manifests that browsers read."""

from __future__ import annotations

import json
import os
import stat
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from served import EXAMPLES, NOW, START, service

from postlint.native.manifests import BROWSERS, Place, install, manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROME, FIREFOX = "abcdefghijklmnopabcdefghijklmnop", "postlint@kobberdal.example"
POST = {"text": "FORTROLIGT 🎉: skriv til ida@kobberdal.example"}
Host = subprocess.Popen[bytes]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    command = [sys.executable, "-c", START, "--config", str(EXAMPLES), "native-host", "--now", NOW, "--ui-lang", "en"]
    command += ["--token-file", str(tmp_path / "state" / "token")]
    with (tmp_path / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, cwd=tmp_path, env=dict(os.environ)
        )
    yield process
    process.kill()
    process.wait(20)
    assert "FORTROLIGT" not in (tmp_path / "said.txt").read_text(encoding="utf-8")


def send(host: Host, message: bytes, length: int | None = None) -> None:
    assert host.stdin is not None
    host.stdin.write(struct.pack("=I", len(message) if length is None else length) + message)
    host.stdin.flush()


def receive(host: Host) -> bytes:
    assert host.stdout is not None
    (length,) = struct.unpack("=I", host.stdout.read(4))
    return host.stdout.read(length)


def ask(host: Host, value: object) -> dict[str, object]:
    send(host, json.dumps(value).encode())
    answer: dict[str, object] = json.loads(receive(host))
    return answer


def test_it_answers_as_the_service_does(host: Host, tmp_path: Path) -> None:
    with service(tmp_path) as served:
        by_http = served.client().post("/v1/check", json=POST).content
    send(host, json.dumps(POST).encode())
    assert receive(host) == by_http


def test_one_process_answers_many(host: Host) -> None:
    answers = [ask(host, {"text": f"Vi har åbent i dag, nummer {number}."})["summary"] for number in range(5)]
    assert answers == [{"posts": 1, "errors": 0, "warnings": 0, "infos": 0, "waived": 0}] * 5


@pytest.mark.parametrize(
    ("message", "status"),
    [(b"", 400), (b"[", 400), (b"[" * 100_000, 400), (b"\xff\xfe", 400), (b'{"txt": "x"}', 422), (b"[]", 422)],
    ids=["nothing", "cut off", "deep", "no UTF-8", "unknown field", "a list"],
)
def test_what_cannot_be_read_is_refused_and_the_next_answered(host: Host, message: bytes, status: int) -> None:
    send(host, message)
    assert json.loads(receive(host))["status"] == status
    assert "posts" in ask(host, POST)


def test_a_message_above_the_cap_is_read_over(host: Host) -> None:
    send(host, b"x" * (2**20 + 1))
    assert json.loads(receive(host))["status"] == 413
    assert "posts" in ask(host, POST)


def test_an_answer_above_the_cap_is_refused(host: Host) -> None:
    many = {"posts": [{"text": "ida@kobberdal.example " * 60}] * 100}
    assert ask(host, many)["status"] == 413
    assert "posts" in ask(host, POST)


@pytest.mark.parametrize("rest", [b"", b"\x05\x00", b"\x05\x00\x00\x00ab"], ids=["before", "in the length", "inside"])
def test_it_ends_with_its_browser(host: Host, rest: bytes) -> None:
    assert host.stdin is not None
    host.stdin.write(rest)
    host.stdin.close()
    assert host.wait(20) == 0


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_manifests_stand_where_browsers_look(tmp_path: Path, system: str) -> None:
    written = install(Place(str(tmp_path), system), BROWSERS, [CHROME, FIREFOX], ["python", "-c", "x"])
    assert [one.browser for one in written] == list(BROWSERS)
    for one in written:
        told = json.loads(Path(one.path).read_text(encoding="utf-8"))
        assert told["name"] == Path(one.path).stem == "postlint"
        assert Path(told["path"]).is_file()
        assert one.command.startswith("reg add") is (system == "win32")


def test_only_the_extensions_named_are_let_in() -> None:
    assert manifest("chromium", [CHROME, FIREFOX], "/p")["allowed_origins"] == [f"chrome-extension://{CHROME}/"]
    assert manifest("firefox", [CHROME, FIREFOX], "/p")["allowed_extensions"] == [FIREFOX]


def installed(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", START, "--config", str(EXAMPLES), "install-native-host", "--ui-lang", "en", *words]
    environ = {**os.environ, "HOME": str(home)}
    return subprocess.run(command, cwd=home, env=environ, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")
def test_the_program_that_was_written_starts_the_host(tmp_path: Path) -> None:
    done = installed(tmp_path, "--extension", CHROME)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / ".config/chromium/NativeMessagingHosts/postlint.json").read_text())
    assert stat.S_IMODE(os.stat(found["path"]).st_mode) == 0o700
    assert not (tmp_path / ".mozilla").exists()
    message = json.dumps(POST).encode()
    environ = {**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    host = subprocess.run(
        [found["path"], f"chrome-extension://{CHROME}/"], input=struct.pack("=I", len(message)) + message,
        cwd="/", env=environ, capture_output=True, check=False,
    )  # fmt: skip
    rules = {finding["rule"] for finding in json.loads(host.stdout[4:])["posts"][0]["findings"]}
    assert {"confidential-marker", "work-email"} <= rules


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "say with --extension"),
        (("--extension", "short"), "'short' is no extension's id"),
        (("--extension", CHROME, "--browser", "firefox"), "none of the ids fits firefox"),
        (("--extension", CHROME, "--browser", "firefocks"), "Did you mean 'firefox'?"),
    ],
    ids=["none", "no id", "another browser's", "misspelt"],
)
def test_what_cannot_be_installed_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = installed(tmp_path, *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []
