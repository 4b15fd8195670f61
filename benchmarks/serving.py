"""How fast the service answers, on loopback: latency against a bare echo on the same stack, and memory over time.

    python benchmarks/serving.py            # about a minute
    python benchmarks/serving.py --quick    # some seconds

It starts ``postlint serve`` of this Python with the configuration of ``examples/`` and a secret folder of its own, and
an echo: the same Starlette router, uvicorn and settings, with no gate and no check. Every request is a new post. It
only prints; nothing fails because something is slow.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import made_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

ROOT = Path(__file__).resolve().parent.parent
START = "import sys; from postlint.cli.start import main; sys.exit(main(sys.argv[1:]))"
ECHO = """
import socket
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from postlint.server.limits import Limits
from postlint.server.running import serve
async def echo(request: Request) -> Response:
    return Response(await request.body(), media_type="application/json")
made = socket.create_server(("127.0.0.1", 0))
made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else head and body of an answer wait for each other
router = Router([Route("/v1/check", echo, methods=["POST"])])
serve(router, made, Limits(), lambda: print(f":{made.getsockname()[1]}/#code=none", flush=True))
"""
CONNECTIONS = 8


class Target(NamedTuple):
    """A service to ask: its process, its port, and its token (empty: it needs none)."""

    process: subprocess.Popen[str]
    port: int
    token: str


@contextmanager
def started(command: Sequence[str], token: Path | None = None) -> Iterator[Target]:
    """Run a service until the context ends."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, env=dict(os.environ)
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if found := re.search(r":(\d+)/#code=", line):
                yield Target(process, int(found[1]), token.read_text().strip() if token else "")
                break
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def postlint(folder: Path) -> AbstractContextManager[Target]:
    """Run postlint's own service."""
    token = folder / "state" / "token"
    command = [sys.executable, "-c", START, "--config", "examples/postlint.toml", "serve", "--port", "0"]
    return started([*command, "--token-file", str(token)], token)


def echo() -> AbstractContextManager[Target]:
    """Run a bare echo on the same stack."""
    return started([sys.executable, "-c", ECHO])


async def ask(target: Target, bodies: Sequence[bytes], taken: list[float]) -> None:
    """Send bodies over one connection, one after the other; note the milliseconds that each takes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
    head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\nContent-Type: application/json\r\n"
    head += f"Authorization: Bearer {target.token}\r\n"
    for body in bodies:
        start = time.perf_counter()
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        told = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", told)
        assert told.startswith(b"HTTP/1.1 200 "), told
        assert length, told
        await reader.readexactly(int(length[1]))
        taken.append((time.perf_counter() - start) * 1000)
    writer.close()


def latencies(target: Target, bodies: Sequence[bytes], connections: int) -> list[float]:
    """Return the sorted milliseconds of all requests, shared out over so many connections."""
    taken: list[float] = []

    async def all_of_them() -> None:
        await asyncio.gather(*(ask(target, bodies[number::connections], taken) for number in range(connections)))

    asyncio.run(all_of_them())
    return sorted(taken)


def texts(count: int, length: int) -> list[bytes]:
    """Return so many bodies with posts of about so many letters."""
    found = []
    made = made_texts.posts(count * (length // 280 + 1))
    for number in range(count):
        text, other = "", number
        while len(text) < length:
            text += made[other % len(made)]["text"] + "\n\n"
            other += count
        found.append(json.dumps({"text": text[:length]}).encode())
    return found


def line(name: str, taken: Sequence[float]) -> str:
    """Return one line of the table."""
    p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99))
    return f"{name:44} {p50:8.2f} {p95:8.2f} {p99:8.2f}"


def spent(target: Target) -> float:
    """Return the milliseconds of CPU that a service has used so far; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{target.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def resident(target: Target) -> float:
    """Return the resident megabytes of a service; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{target.process.pid}/statm").read_text().split()[1]) * 4096 / 2**20
    except OSError:
        return 0.0


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    options.add_argument("--quick", action="store_true", help="fewer requests")
    quick = options.parse_args(argv).quick
    count, many = (200, 1000) if quick else (2000, 20_000)
    short, long = texts(count, 280), texts(count // 10, 3000)
    print(f"{'milliseconds':44} {'p50':>8} {'p95':>8} {'p99':>8}")
    with tempfile.TemporaryDirectory() as folder, echo() as bare, postlint(Path(folder)) as target:
        latencies(target, short[:200], 1), latencies(bare, short[:200], 1)
        for connections in (1, CONNECTIONS):
            before = spent(bare), spent(target)
            echoed, checked = latencies(bare, short, connections), latencies(target, short, connections)
            print(line(f"echo, 280 letters, {connections} connection(s)", echoed))
            print(line(f"check, 280 letters, {connections} connection(s)", checked))
            print(f"    p50 against the echo: {checked[len(checked) // 2] / echoed[len(echoed) // 2]:.1f} ×")
            used = (spent(bare) - before[0]) / count, (spent(target) - before[1]) / count
            print(f"    CPU a request: echo {used[0]:.2f} ms, check {used[1]:.2f} ms")
        print(line("check, 3,000 letters, 1 connection", latencies(target, long, 1)))
        held = resident(target)
        for done in range(0, many, count):
            latencies(target, short, CONNECTIONS)
            if done == 0:
                held = resident(target)
        print(f"memory after {count} and {many} requests: {held:.1f} and {resident(target):.1f} MB")


if __name__ == "__main__":
    main()
