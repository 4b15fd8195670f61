"""The service itself: which path answers what. Whoever gets here has passed the gate."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, Router

from postlint.server.answering import API, Answerer, Asked, late, read, read_code, too_many
from postlint.server.gate import Access, Gate
from postlint.server.limits import KILOBYTE, Limits, Turnstile
from postlint.server.problem_details import Refused, language
from postlint.server.tokens import Pairing
from postlint.version import __version__
from postlint.writers.json import encode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from postlint.server.reloading import Rules
    from postlint.server.tokens import Secrets

JSON = "application/json"
WATCH = 1.0  # seconds between two looks at the files of rules and settings
THREADS = 2


class Service:
    """What the routes share. ``told`` is called when rules and settings have changed, or could not be used."""

    def __init__(
        self, rules: Rules, secrets: Secrets, access: Access, *, limits: Limits | None = None, now: str = "",
        told: Callable[[Rules], None] = lambda rules: None,
    ) -> None:  # fmt: skip
        self.rules, self.secrets, self.access, self.told = rules, secrets, access, told
        self.limits = limits or Limits()
        self.answerer = Answerer(secrets.key, self.limits, now)
        self.pairing = Pairing()
        self.turnstile = Turnstile(self.limits.checks)
        self.threads = ThreadPoolExecutor(THREADS, "check")

    def application(self) -> ASGIApp:
        """Return the ASGI application, gate and all."""
        routes = [
            Route("/v1/health", self.health, methods=["GET"]),
            Route("/v1/version", self.version, methods=["GET"]),
            Route("/v1/policies", self.policies, methods=["GET"]),
            Route("/v1/check", self.check, methods=["POST"]),
            Route("/v1/pairing", self.pair, methods=["POST"]),
        ]
        # The router alone: the gate does what the layers that Starlette puts around it would do, and logs nothing.
        return Gate(_refusing(Router(routes, redirect_slashes=False, lifespan=self._living)), self.access)

    @contextlib.asynccontextmanager
    async def _living(self, _: object) -> AsyncIterator[None]:
        watching = asyncio.create_task(self._watch())
        yield
        watching.cancel()
        self.threads.shutdown(wait=False, cancel_futures=True)

    async def _watch(self) -> None:
        """Look at the files from time to time; answers go on with the old rules until the new ones are ready."""
        while True:
            await asyncio.sleep(WATCH)
            if await asyncio.to_thread(self.rules.look):
                self.told(self.rules)

    async def health(self, request: Request) -> Response:
        """Say that the service is there, and nothing else."""
        return Response('{"status": "ok"}', media_type=JSON)

    async def version(self, request: Request) -> Response:
        """Return what is running: version, interface, policies and packs, and whether the files are broken now."""
        ready, problem = self.rules.ready, self.rules.problem
        return _json({
            "postlint": __version__, "api": API, "policies": [policy._asdict() for policy in ready.policies],
            "packs": [pack._asdict() for pack in ready.packs],
            "stale": problem.tell(self._lang(request)) if problem else None,
        })  # fmt: skip

    async def policies(self, request: Request) -> Response:
        """Return the policies in use."""
        lang, ready = self._lang(request), self.rules.ready
        found = []
        for printed in ready.policies:
            policy = ready.linter.rulebook.policies[printed.id]
            title = policy.title.get(lang) or next(iter(policy.title.values()), "")
            found.append({**printed._asdict(), "title": title, "clauses": len(policy.clauses)})
        return _json(found)

    async def pair(self, request: Request) -> Response:
        """Return the token for the code that was printed at the start, once."""
        _wants_json(request)
        data = await body(request, KILOBYTE, self.limits.reading)
        if not self.pairing.take(read_code(data, self._lang(request))):
            raise Refused("pairing")
        return _json({"token": self.secrets.token})

    async def check(self, request: Request) -> Response:
        """Check the posts of the body."""
        _wants_json(request)
        if not self.turnstile.enter():
            raise Refused("busy")
        under_way: asyncio.Future[bytes] | None = None
        try:
            data = await body(request, self.limits.body, self.limits.reading)
            asked, ready, lang = read(data, self.limits, self._lang(request)), self.rules.ready, self._lang(request)
            if len(data) <= self.limits.direct:
                return Response(self.answerer.answer(asked, ready, lang), media_type=JSON)
            under_way = asyncio.get_running_loop().run_in_executor(
                self.threads, self.answerer.answer, asked, ready, lang
            )
            return Response(await self._in_time(under_way, asked), media_type=JSON)
        finally:
            # A check that was given up still takes its share of the machine until it ends.
            if under_way is None or under_way.done():
                self.turnstile.leave()
            else:
                under_way.add_done_callback(self._left)

    def _left(self, ended: asyncio.Future[bytes]) -> None:
        ended.exception()  # taken note of, so that nobody logs it
        self.turnstile.leave()

    async def _in_time(self, running: asyncio.Future[bytes], asked: Asked) -> bytes:
        """Return what a check gives. Raises Refused where it takes too long."""
        try:
            return await asyncio.wait_for(asyncio.shield(running), self.limits.checking)
        except TimeoutError:
            raise late(self.limits, len(asked.posts)) from None

    def _lang(self, request: Request) -> str:
        return language(request.headers.get("accept-language", ""), self.access.lang)


def _json(value: object) -> Response:
    return Response(encode(value).encode(), media_type=JSON)


def _wants_json(request: Request) -> None:
    """Raise Refused for a body of another type, or one that is compressed."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON or request.headers.get("content-encoding", "identity") != "identity":
        raise Refused("media-type", allowed=JSON)


async def body(request: Request, limit: int, seconds: float) -> bytes:
    """Return the body. Raises Refused where it is bigger than ``limit`` bytes or takes longer than ``seconds``."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and (len(length) > 12 or int(length) > limit):
        raise too_many(limit, "bytes")
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise too_many(limit, "bytes")
                parts.append(part)
    except TimeoutError:
        raise Refused("slow", seconds=f"{seconds:g}") from None
    except ClientDisconnect:
        raise Refused("slow", seconds=f"{seconds:g}") from None
    return b"".join(parts)


def _refusing(router: Router) -> ASGIApp:
    """Return the router, with its own refusals turned into ours."""

    async def route(scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = router  # so that it raises where there is nothing, instead of answering in plain text
        try:
            await router(scope, receive, send)
        except HTTPException as error:
            if error.status_code == 405:
                raise Refused("method", allowed=(error.headers or {}).get("Allow", "GET, POST")) from None
            raise Refused("path") from None

    return route
