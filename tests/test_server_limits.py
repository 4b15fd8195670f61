"""Too much, too slow, too deep: refused quickly, and the service goes on. (Threats 6, 8 and 15.)"""

from __future__ import annotations

import json
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from served import Served, everything, service

from postlint.server.limits import Limits, Turnstile

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS = Limits()
MEGABYTE = 2**20


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with service(tmp_path_factory.mktemp("limits")) as running:
        yield running


@pytest.fixture(autouse=True)
def _goes_on(served: Served) -> Iterator[None]:
    """Whatever a test does, the service answers afterwards."""
    yield
    assert served.client().post("/v1/check", json={"text": "Vi har åbent."}).status_code == 200
    assert served.process.poll() is None


def head(served: Served, *lines: str, token: bool = True) -> bytes:
    """Return the head of a request to check, with more headers."""
    own = ["POST /v1/check HTTP/1.1", f"Host: 127.0.0.1:{served.port}", "Content-Type: application/json"]
    own += [f"Authorization: Bearer {served.token}"] if token else []
    return "\r\n".join([*own, *lines, "", ""]).encode()


def memory(served: Served) -> int:
    """Return the resident bytes of the service."""
    told = Path(f"/proc/{served.process.pid}/statm").read_text()
    return int(told.split()[1]) * 4096


@pytest.mark.parametrize("line", ["Content-Length: 60000000", "Transfer-Encoding: chunked"], ids=["said", "chunks"])
@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read as on Linux")
def test_sixty_megabytes_are_refused_quickly(served: Served, line: str) -> None:
    before, start = memory(served), time.monotonic()
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as wire:
        wire.sendall(head(served, line))
        piece = b"10000\r\n" + b"x" * 65536 + b"\r\n" if "chunked" in line else b"x" * 65536
        try:
            for _ in range(60_000_000 // 65536):
                wire.sendall(piece)
        except OSError:
            pass  # the service has closed, as it should
        answer = everything(wire)
    assert time.monotonic() - start < 5
    assert b" 413 " in answer.partition(b"\r\n")[0] or answer == b""
    assert memory(served) - before < 20 * MEGABYTE


def test_a_big_body_is_refused_before_it_comes(served: Served) -> None:
    start = time.monotonic()
    answer = served.raw(head(served, "Content-Length: 60000000"))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("length", ["-1", "1e9", "99999999999999999999999999", "0x10", "5, 6"])
def test_lengths_that_are_none(served: Served, length: str) -> None:
    assert served.raw(head(served, f"Content-Length: {length}", "Connection: close") + b"{}")[9:12] in (b"400", b"413")


def test_the_body_may_be_as_big_as_the_cap_and_no_bigger(served: Served) -> None:
    body = json.dumps({"text": "x " * 1000})
    exact = body + " " * (LIMITS.body - len(body))
    headers = {"Content-Type": "application/json"}
    assert served.client().post("/v1/check", content=exact, headers=headers).status_code == 200
    assert served.client().post("/v1/check", content=exact + " ", headers=headers).status_code == 413


def test_ten_thousand_posts_are_refused_quickly(served: Served) -> None:
    start = time.monotonic()
    answer = served.client().post("/v1/check", json={"posts": [{"text": "a"}] * 10_000})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/posts"
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    "body",
    [b"[" * 200_000, b'{"a":' * 40_000, b'{"text": "", "images": ' + b"[" * 100_000,
     b'{"posts": [' + b"[" * 900 + b"]" * 900 + b"]}"],
    ids=["lists", "objects", "within a post", "within posts"],
)  # fmt: skip
def test_deep_json_is_refused(served: Served, body: bytes) -> None:
    start = time.monotonic()
    answer = served.client().post("/v1/check", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert time.monotonic() - start < 4


@pytest.mark.parametrize(
    "body",
    [b'{"text": ' + b"9" * 200_000 + b"}", b'{"text": "' + b"\\u0041" * 40_000 + b'"}',
     b"{" + b",".join(b'"k%d": 1' % number for number in range(15_000)) + b"}",
     b'{"text": "", "images": [' + b",".join([b"{}"] * 50_000) + b"]}"],
    ids=["digits", "escapes", "keys", "pictures"],
)  # fmt: skip
def test_broad_json_is_borne(served: Served, body: bytes) -> None:
    start = time.monotonic()
    answer = served.client().post("/v1/check", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (200, 400, 422)
    assert time.monotonic() - start < 6


def test_a_compressed_body_is_not_read(served: Served) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert served.client().post("/v1/check", content=b"\x1f\x8b", headers=headers).status_code == 415


SLOW = {
    "says nothing": lambda served: b"",
    "half a line": lambda served: b"POST /v1/che",
    "head without end": lambda served: head(served)[:-2],
    "no token, no end": lambda served: head(served, token=False)[:-2],
    "body does not come": lambda served: head(served, "Content-Length: 100"),
    "body in part": lambda served: head(served, "Content-Length: 100") + b'{"text"',
    "chunk in part": lambda served: head(served, "Transfer-Encoding: chunked") + b"5\r\n{",
}  # fmt: skip


def test_slow_clients_are_given_up_while_others_are_answered(served: Served) -> None:
    with ExitStack() as held:
        wires = {name: held.enter_context(socket.create_connection(("127.0.0.1", served.port), 15)) for name in SLOW}
        for name, begun in SLOW.items():
            wires[name].sendall(begun(served))
        start = time.monotonic()
        for _ in range(20):
            assert served.client().post("/v1/check", json={"text": "Vi har åbent."}).status_code == 200
        answers = {name: everything(wire) for name, wire in wires.items()}
        assert time.monotonic() - start < LIMITS.reading + 4
    assert answers["says nothing"] == answers["half a line"] == answers["head without end"] == b""
    assert answers["body in part"].startswith(b"HTTP/1.1 408 ")


def test_a_second_request_on_a_connection_may_not_dawdle_either(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), 15) as wire:
        wire.sendall(head(served, "Content-Length: 12") + b'{"text": ""}')
        time.sleep(0.5)
        wire.sendall(b"GET /v1/hea")
        start = time.monotonic()
        assert everything(wire).startswith(b"HTTP/1.1 200 ")
        assert time.monotonic() - start < LIMITS.reading + 3


def test_no_more_than_so_many_at_once(served: Served) -> None:
    with ExitStack() as held:
        for _ in range(LIMITS.checks):
            wire = held.enter_context(socket.create_connection(("127.0.0.1", served.port), 15))
            wire.sendall(head(served, "Content-Length: 100"))
        time.sleep(0.5)
        answer = served.client().post("/v1/check", json={"text": "Vi har åbent."})
        assert answer.status_code == 429
        assert answer.headers["retry-after"] == "1"
        assert served.client().get("/v1/health").status_code == 200
    time.sleep(0.3)


def test_a_turnstile_counts() -> None:
    turnstile = Turnstile(1)
    assert turnstile.enter()
    assert not turnstile.enter()
    turnstile.leave()
    assert turnstile.enter()


def test_too_many_connections_are_closed(served: Served) -> None:
    with ExitStack() as held:
        wires = [
            held.enter_context(socket.create_connection(("127.0.0.1", served.port), 5))
            for _ in range(LIMITS.connections + 5)
        ]
        start = time.monotonic()
        assert everything(wires[-1]) == b""
        assert time.monotonic() - start < 2
    time.sleep(0.5)


EVIL = """
[[rule]]
id = "evil"
check = "phrase"
[rule.en]
title = "Evil"
message = "Evil."
advice = "None."
patterns = ['(?:(?:a|aa)+)+$', '(?:a*)*b']
[rule.da]
title = "Ond"
message = "Ond."
advice = "Intet."
patterns = ['(?:(?:a|aa)+)+$', '(?:a*)*b']
"""


def test_patterns_that_never_end_are_cut_off_and_told(tmp_path: Path) -> None:
    (tmp_path / "evil.toml").write_text(EVIL, encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('packs = ["evil.toml"]\n', encoding="utf-8")
    text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
    with service(tmp_path, config=tmp_path / "postlint.toml") as running:
        start = time.monotonic()
        answer = running.client().post("/v1/check", json={"text": text, "lang": "en"}).json()
        assert time.monotonic() - start < 10
        assert "evil" in {one["rule"] for one in answer["posts"][0]["not_evaluated"]}
        many = {"posts": [{"text": text, "lang": "en"}] * 100}
        late = running.client().post("/v1/check", json=many)
        assert late.status_code == 503
        assert "/posts/99" in late.json()["not_evaluated"]
        with ThreadPoolExecutor(4) as pool:
            others = list(pool.map(lambda _: running.client().get("/v1/health").status_code, range(8)))
        assert others == [200] * 8
