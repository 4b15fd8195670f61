"""The real service as a process of its own, for tests: started on a free port, asked over the network, stopped."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "postlint.toml"
NOW = "2026-11-20T12:00:00+01:00"
EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
START = "import sys; from postlint.cli.start import main; sys.exit(main(sys.argv[1:]))"


class Served(NamedTuple):
    """A service that runs: its process, port, token, state folder, pairing code, and what it says."""

    process: subprocess.Popen[bytes]
    port: int
    token: str
    state: Path
    code: str
    said: Path

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, **headers: str) -> httpx.Client:
        """Return a client that shows the token."""
        known = {"Authorization": f"Bearer {self.token}", **headers}
        return httpx.Client(base_url=self.base, headers=known, timeout=20)

    def raw(self, request: bytes, seconds: float = 10) -> bytes:
        """Send bytes as they are and return all that comes back until the service closes, or time is up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as wire:
            wire.sendall(request)
            return everything(wire)

    def words(self) -> str:
        """Return all that the service has said so far."""
        return self.said.read_text(encoding="utf-8")


def everything(wire: socket.socket) -> bytes:
    """Return what comes until the other side closes or nothing comes any more."""
    parts = []
    try:
        while part := wire.recv(65536):
            parts.append(part)
    except (TimeoutError, ConnectionError):
        pass
    return b"".join(parts)


@contextmanager
def service(folder: Path, *words: str, config: Path = EXAMPLES, lang: str = "en") -> Iterator[Served]:
    """Run the service with a state folder of its own; it is stopped at the end."""
    said, state = folder / "said.txt", folder / "state"
    token = state / "token"
    command = [sys.executable, "-c", START, "--config", str(config), "serve", "--port", "0", "--now", NOW]
    command += ["--token-file", str(token), "--ui-lang", lang, *words]
    with said.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder, env=dict(os.environ))
    try:
        port, code = _address(process, said)
        yield Served(process, port, token.read_text().strip(), state, code, said)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(20)


def _address(process: subprocess.Popen[bytes], said: Path) -> tuple[int, str]:
    for _ in range(600):
        found = re.search(r":(\d+)/#code=(\S+)", said.read_text(encoding="utf-8"))
        if found:
            return int(found[1]), found[2]
        assert process.poll() is None, said.read_text(encoding="utf-8")
        time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8"))
