"""Starting, stopping and carrying on: the address, the secrets, the signals, and rules that change meanwhile."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import httpx
import pytest
from served import EXTENSION, NOW, START, Served, everything, service

if TYPE_CHECKING:
    from collections.abc import Callable

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and signals are those of Unix")


def refused(folder: Path, *words: str, lang: str = "en") -> str:
    """Start the service where it must not start, and return what it says."""
    command = [sys.executable, "-c", START, "serve", "--port", "0", "--now", NOW, "--ui-lang", lang, *words]
    if "--token-file" not in words:
        command += ["--token-file", str(folder / "state" / "token")]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_it_listens_on_loopback_only(tmp_path: Path) -> None:
    with service(tmp_path) as served:
        assert served.client().get("/v1/health").status_code == 200
        if sys.platform == "linux":  # all of 127/8 is this machine there
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.2", served.port), 2)
        assert "network" not in served.words()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "kobberdal.example"])
def test_an_address_that_others_reach_needs_a_yes(tmp_path: Path, host: str) -> None:
    assert "--reachable-by-others" in refused(tmp_path, "--host", host)


def test_with_a_yes_it_warns_and_still_looks_at_the_host(tmp_path: Path) -> None:
    with service(tmp_path, "--host", "0.0.0.0", "--reachable-by-others") as served:
        assert "others on the network can reach" in served.words()
        hostile = httpx.get(f"{served.base}/v1/health", headers={"Host": f"192.168.1.2:{served.port}"})
        assert hostile.status_code == 403


def test_another_name_is_answered_where_it_was_allowed(tmp_path: Path) -> None:
    with service(tmp_path, "--allow-host", "kobberdal.example:80") as served:
        assert httpx.get(f"{served.base}/v1/health", headers={"Host": "kobberdal.example:80"}).status_code == 200
        assert httpx.get(f"{served.base}/v1/health", headers={"Host": "kobberdal.example"}).status_code == 403


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--origin", "*"), "'*' cannot be an --origin"), (("--origin", "null"), "'null' cannot be"),
        (("--origin", "https://kobberdal.example/"), "without a path"),
        (("--origin", "kobberdal.example"), "cannot be"), (("--origin", "https://*.kobberdal.example"), "cannot be"),
        (("--allow-host", "*"), "cannot be an --allow-host"),
        (("--allow-host", "kobberdal.example"), "name and port"), (("--port", "-7"), "--port"),
        (("--config", "none.toml"), "none.toml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_cannot_be_used_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    assert told in refused(tmp_path, *words)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"kan ikke lyttes på 127.0.0.1, port {port}" in refused(tmp_path, "--port", port, lang="da")


def test_origins_and_port_may_stand_in_the_configuration(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (tmp_path / "postlint.toml").write_text(f'[server]\norigins = ["{EXTENSION}"]\nport = {port}\n', encoding="utf-8")
    with service(tmp_path, "--port", "-1", config=tmp_path / "postlint.toml") as served:
        assert served.port == port
        assert served.client(Origin=EXTENSION).get("/v1/version").status_code == 200


def test_a_wildcard_in_the_configuration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('[server]\norigins = ["*"]\n', encoding="utf-8")
    assert "postlint.toml: '*' cannot be" in refused(tmp_path, "--config", "postlint.toml")


@POSIX
@pytest.mark.parametrize(("file", "folder"), [(0o644, 0o700), (0o600, 0o755), (0o640, 0o700)], ids=oct)
def test_secrets_that_others_can_read_are_refused(tmp_path: Path, file: int, folder: int) -> None:
    state = tmp_path / "state"
    state.mkdir(mode=0o700)
    (state / "token").write_text("x" * 43)
    (state / "token").chmod(file)
    state.chmod(folder)
    assert "chmod" in refused(tmp_path)


@POSIX
def test_an_empty_token_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o700)
    (tmp_path / "state" / "token").touch(mode=0o600)
    assert "no token in this file" in refused(tmp_path)


@POSIX
def test_the_token_is_kept_until_a_new_one_is_asked_for(tmp_path: Path) -> None:
    tokens = []
    for words in ((), (), ("--new-token",)):
        with service(tmp_path, *words) as served:
            tokens.append(served.token)
            if len(tokens) == 3:
                old = httpx.get(f"{served.base}/v1/version", headers={"Authorization": f"Bearer {tokens[0]}"})
                assert old.status_code == 401
            assert served.token not in served.words()
    assert tokens[0] == tokens[1] != tokens[2]
    assert stat.S_IMODE((tmp_path / "state" / "token").stat().st_mode) == 0o600


@POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_a_signal_stops_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with service(tmp_path, lang="da") as served:
        idle = socket.create_connection(("127.0.0.1", served.port))
        served.process.send_signal(number)
        assert served.process.wait(10) == 0
        assert everything(idle) == b""
        assert "postlint er stoppet." in served.words()
        assert "Traceback" not in served.words()


@POSIX
def test_what_is_under_way_is_answered_before_it_stops(tmp_path: Path) -> None:
    body = json.dumps({"text": "Vi har åbent. " * 4000}).encode()
    with service(tmp_path) as served, socket.create_connection(("127.0.0.1", served.port), 20) as wire:
        head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {served.token}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        wire.sendall(head.encode() + body)
        time.sleep(0.1)
        served.process.send_signal(signal.SIGTERM)
        assert everything(wire).startswith(b"HTTP/1.1 200 ")
        assert served.process.wait(10) == 0


PACK = """
[[rule]]
id = "code-names"
[rule.da]
title = "Kodenavne"
message = "»{words}« er et kodenavn."
advice = "Skriv det ikke."
phrases = ["%s"]
bad = ["%s"]
good = ["Vi har åbent."]
"""


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def finds(served: Served, text: str) -> bool:
    answer = served.client().post("/v1/check", json={"text": text, "lang": "da"})
    return "code-names" in {one["rule"] for one in answer.json()["posts"][0]["findings"]}


def stale(served: Served) -> str | None:
    found: str | None = served.client().get("/v1/version").json()["stale"]
    return found


def test_rules_are_taken_in_while_it_answers_and_broken_ones_are_told(tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text(PACK % (("Havørn",) * 2), encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('packs = ["pack.toml"]\n', encoding="utf-8")
    statuses: set[int] = set()
    over = Event()
    with service(tmp_path, config=tmp_path / "postlint.toml") as served:

        def keep_asking() -> None:
            with served.client() as client:
                while not over.wait(0.1):
                    statuses.add(client.post("/v1/check", json={"text": "Vi har åbent."}).status_code)

        asking = Thread(target=keep_asking)
        asking.start()
        try:
            before = served.client().get("/v1/version").json()["packs"][-1]
            assert before["name"] == "pack.toml"
            assert finds(served, "Projekt Havørn")
            assert not finds(served, "Projekt Lomvie")
            pack.write_text(PACK % (("Lomvie",) * 2), encoding="utf-8")
            assert within(40, lambda: finds(served, "Projekt Lomvie"))
            assert served.client().get("/v1/version").json()["packs"][-1]["sha256"] != before["sha256"]
            pack.write_text("[[rule]]\nid = \n", encoding="utf-8")
            assert within(40, lambda: stale(served) is not None)
            assert finds(served, "Projekt Lomvie")
            assert within(20, lambda: "still hold" in served.words())
            assert "pack.toml:2" in served.words()
            pack.write_text(PACK % (("Skarv",) * 2), encoding="utf-8")
            assert within(40, lambda: finds(served, "Projekt Skarv"))
            assert stale(served) is None
        finally:
            over.set()
            asking.join()
    assert statuses == {200}


def test_a_consent_that_is_withdrawn_counts_at_once(tmp_path: Path) -> None:
    heading = "ref,person,image,channels,given,expires,withdrawn,guardian\n"
    (tmp_path / "postlint.toml").write_text('[consent]\nregister = "consents.csv"\n', encoding="utf-8")
    (tmp_path / "consents.csv").write_text(f"{heading}R-1,Bo Fantasi,,,2026-01-01,,,\n", encoding="utf-8")
    asked = {"sha256": "0" * 64, "people": ["R-1"]}
    with service(tmp_path, config=tmp_path / "postlint.toml") as served:

        def said() -> str:
            answer: str = served.client().post("/v1/consents/query", json=asked).json()["people"][0]["answer"]
            return answer

        assert said() == "yes"
        (tmp_path / "consents.csv").write_text(f"{heading}R-1,Bo Fantasi,,,2026-01-01,,2026-02-01,\n", encoding="utf-8")
        assert within(40, lambda: said() == "no")


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    hide = "import sys\nsys.modules['starlette'] = None\n"
    command = [sys.executable, "-c", hide + START, "serve", "--ui-lang", "da"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "pip install 'postlint[server]'" in done.stderr
