"""Who may come in: the Host, the Origin and the token, on every path and every method. (Threats 1-5.)"""

from __future__ import annotations

import stat
from itertools import product
from typing import TYPE_CHECKING

import pytest
from served import EXTENSION, Served, service

if TYPE_CHECKING:
    from collections.abc import Iterator

POST = b'{"text": "Vi har en god dag."}'
PATHS = ("/", "/v1/health", "/v1/check", "/v1/version", "/v1/nothing", "/page.js", "/openapi.json", "/v1/pairing")
METHODS = ("GET", "POST", "OPTIONS", "HEAD", "DELETE", "PROPFIND")
HOSTILE = (
    "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}",
    "127.0.0.1:{port}.evil.example", "LOCALHOST:{port}", "localhost.:{port}", "[::1]:{port}", "0.0.0.0:{port}",
    "127.1:{port}", "", "127.0.0.1:{port} ,evil.example", "user@127.0.0.1:{port}", "127.0.0.1:0{port}",
)  # fmt: skip
ORIGINS = (
    "https://evil.example", "http://evil.example", "null", "*", "http://127.0.0.1", "https://127.0.0.1:{port}",
    "http://127.0.0.1:{port}.evil.example", "http://localhost", "http://127.0.0.1:{port}/", "file://",
    "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "moz-extension://11111111-2222-3333-4444-555555555555",
    EXTENSION + ".evil.example", EXTENSION.upper(), "data:", "about:blank", "http://[::1]:{port}", "",
    "http://kobberdal.example", "http://127.0.0.1:{port} https://evil.example",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with service(tmp_path_factory.mktemp("gate"), "--origin", EXTENSION) as running:
        yield running


def ask(
    served: Served, *, method: str = "POST", path: str = "/v1/check", hosts: tuple[str, ...] = ("127.0.0.1:{port}",),
    token: str | None = "right", origin: str | None = None, kind: str = "application/json", body: bytes = POST,
) -> tuple[int, dict[str, str], bytes]:  # fmt: skip
    """Send one raw request; return status, headers and body."""
    lines = [f"{method} {path} HTTP/1.1", *(f"Host: {host}" for host in hosts), f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [f"Origin: {origin}"] if origin is not None else []
    lines += [f"Authorization: Bearer {served.token if token == 'right' else token}"] if token is not None else []
    lines += ["Connection: close", "", ""]
    head = "\r\n".join(lines).replace("{port}", str(served.port)).encode()
    answer, _, told = served.raw(head + body).partition(b"\r\n\r\n")
    first, *rest = answer.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}
    return int(first.split()[1]), headers, told


@pytest.mark.parametrize("host", HOSTILE)
def test_a_hostile_host_is_refused_even_with_the_token(served: Served, host: str) -> None:
    assert ask(served, hosts=(host,))[0] == 403


@pytest.mark.parametrize(("path", "method"), list(product(PATHS, METHODS)), ids="-".join)
def test_the_host_is_looked_at_on_every_path_and_method(served: Served, path: str, method: str) -> None:
    status, headers, body = ask(served, method=method, path=path, hosts=("evil.example:{port}",))
    assert status == 403
    assert "access-control-allow-origin" not in headers
    assert b"urn:postlint:problem:host" in body or method == "HEAD"


@pytest.mark.parametrize("hosts", [(), ("127.0.0.1:{port}", "evil.example"), ("127.0.0.1:{port}",) * 2], ids=len)
def test_there_is_one_host(served: Served, hosts: tuple[str, ...]) -> None:
    assert ask(served, hosts=hosts)[0] in (400, 403)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_its_own_names_are_answered(served: Served, host: str) -> None:
    assert ask(served, hosts=(host,))[0] == 200


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_a_strange_origin_is_refused_and_never_told_that_it_may_read(served: Served, origin: str, method: str) -> None:
    status, headers, _ = ask(served, origin=origin, method=method)
    assert status == 403
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/x-www-form-urlencoded", ""])
@pytest.mark.parametrize("token", ["right", "wrong", "", None], ids=str)
@pytest.mark.parametrize("origin", [None, EXTENSION, "http://127.0.0.1:{port}", "https://evil.example"], ids=str)
def test_origin_token_and_type_together(served: Served, origin: str | None, token: str | None, kind: str) -> None:
    status = ask(served, origin=origin, token=token, kind=kind)[0]
    if origin == "https://evil.example":
        assert status == 403
    elif token != "right":
        assert status == 401
    else:
        assert status == (200 if kind == "application/json" else 415)


def test_a_wrong_token_is_not_repeated(served: Served) -> None:
    status, headers, body = ask(served, token="gættet-hemmelighed")
    assert status == 401
    assert headers["www-authenticate"] == "Bearer"
    assert "gættet".encode() not in body


@pytest.mark.parametrize("path", ["/v1/version", "/v1/policies", "/v1/nothing", "/openapi.json"])
def test_all_but_the_open_paths_need_the_token(served: Served, path: str) -> None:
    assert ask(served, method="GET", path=path, token=None, body=b"")[0] == 401


def test_health_says_only_that_it_is_there(served: Served) -> None:
    status, headers, body = ask(served, method="GET", path="/v1/health", token=None, body=b"")
    assert (status, body) == (200, b'{"status": "ok"}')
    assert "server" not in headers


def test_a_configured_extension_may_read_and_is_told_so_before(served: Served) -> None:
    status, headers, _ = ask(served, origin=EXTENSION, method="OPTIONS", token=None, body=b"")
    assert (status, headers["access-control-allow-origin"]) == (204, EXTENSION)
    status, headers, _ = ask(served, origin=EXTENSION)
    assert (status, headers["access-control-allow-origin"], headers["vary"]) == (200, EXTENSION, "Origin")


def test_the_token_is_for_its_owner_only(served: Served) -> None:
    assert stat.S_IMODE((served.state / "token").stat().st_mode) == 0o600
    assert stat.S_IMODE((served.state / "fingerprint-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(served.state.stat().st_mode) == 0o700
    assert len(served.token) >= 43


def test_the_code_is_good_for_the_token_once(served: Served) -> None:
    code = f'{{"code": "{served.code}"}}'.encode()
    assert ask(served, path="/v1/pairing", token=None, body=b'{"code": "gaet"}')[0] == 401
    assert served.token.encode() in ask(served, path="/v1/pairing", token=None, body=code)[2]
    assert ask(served, path="/v1/pairing", token=None, body=code)[0] == 401
