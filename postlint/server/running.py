"""Running the service: the socket, uvicorn without its logs, and connections that may not dawdle."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import socket
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from postlint.problem import PostlintError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from postlint.server.limits import Limits

GRACE = 3  # seconds that answers under way get when the service is told to stop
IDLE = 30  # seconds that a connection may stay open without a request


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises PostlintError where it cannot."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        made = socket.socket(family, kind, protocol)
        if hasattr(signal, "SIGHUP"):  # on Windows this would let another program take the same port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", "") or type(error).__name__
        raise PostlintError(Problem("server-address", {"host": host, "port": port, "reason": reason})) from None
    return made


def serve(application: ASGIApp, made: socket.socket, limits: Limits, ready: Callable[[], None]) -> None:
    """Answer until SIGINT or SIGTERM comes; what is being answered then is answered. ``ready`` is called first."""
    config = uvicorn.Config(
        application, http=_in_time(limits), ws="none", lifespan="on", log_config=None, log_level="critical",
        access_log=False, server_header=False, proxy_headers=False, timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=GRACE,
    )  # fmt: skip
    gc.collect()
    gc.freeze()  # the rules stay; looking through them for garbage again and again would hold up answers
    # uvicorn sends itself the signal again once it has stopped; that it came is nothing to die of.
    kept = {number: signal.signal(number, _nothing) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        _Server(config, ready).run(sockets=[made])
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _nothing(number: int, frame: object) -> None:
    """Take note of a signal and go on."""


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _in_time(limits: Limits) -> type[asyncio.Protocol]:
    """Return uvicorn's protocol with a clock on the head of each request, which it has none for itself."""
    base: Any = AutoHTTPProtocol

    class Protocol(base):  # type: ignore[misc]
        _clock: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if len(self.connections) > limits.connections:
                transport.abort()
                return
            self._clock = self.loop.call_later(limits.reading, self._give_up)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self._is_answering():
                self._stop_clock()
            elif self._clock is None:
                self._clock = self.loop.call_later(limits.reading, self._give_up)

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_clock()
            super().connection_lost(exc)

        def _is_answering(self) -> bool:
            return self.cycle is not None and not self.cycle.response_complete

        def _stop_clock(self) -> None:
            if self._clock is not None:
                self._clock.cancel()
                self._clock = None

        def _give_up(self) -> None:
            self._clock = None
            if not self._is_answering():
                with contextlib.suppress(OSError):
                    self.transport.close()

    return Protocol
