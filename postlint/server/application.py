"""The service itself: which path answers what. Whoever gets here has passed the gate."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from postlint.engine import moment_now
from postlint.post import LANGUAGES
from postlint.problems import hints
from postlint.server import bodies, feedback, looking_up, page
from postlint.server.answering import Answerer, late
from postlint.server.gate import Access, Gate
from postlint.server.limits import KILOBYTE, Limits, Turnstile
from postlint.server.openapi import description
from postlint.server.problem_details import Refused, language
from postlint.server.receiving import JSON, MULTIPART, body, kind
from postlint.server.tokens import Pairing
from postlint.server.working import Work
from postlint.writers.json import encode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from postlint.server.reloading import Rules
    from postlint.server.tokens import Secrets

WATCH = 1.0  # seconds between two looks at the files of rules and settings
THREADS = 2
SMALL = 64 * KILOBYTE  # bytes of a body that holds no post


class Service:
    """What the routes share. ``told`` is called when rules and settings have changed, or could not be used."""

    def __init__(
        self, rules: Rules, secrets: Secrets, access: Access, *, limits: Limits | None = None, now: str = "",
        told: Callable[[Rules], None] = lambda rules: None,
    ) -> None:  # fmt: skip
        self.rules, self.secrets, self.access, self.told, self.now = rules, secrets, access, told, now
        self.limits = limits or Limits()
        self.answerer = Answerer(secrets.key, self.limits, now)
        self.pairing = Pairing()
        self.turnstile = Turnstile(self.limits.checks)
        self.with_pictures = Turnstile(self.limits.checks_with_pictures)
        self.threads = ThreadPoolExecutor(THREADS, "check")

    def application(self) -> ASGIApp:
        """Return the ASGI application, gate and all."""
        get = {
            "/v1/health": self.health, "/v1/version": self.version, "/v1/policies": self.policies,
            "/v1/rules": self.all_rules, "/v1/rules/{rule}": self.one_rule, "/openapi.json": self.openapi,
        }  # fmt: skip
        post = {
            "/v1/check": self.check, "/v1/pairing": self.pair, "/v1/consents/query": self.consents,
            "/v1/feedback": self.feedback,
        }  # fmt: skip
        routes = [Route(path, answer, methods=["GET"]) for path, answer in (page.ROUTES | get).items()]
        routes += [Route(path, answer, methods=["POST"]) for path, answer in post.items()]
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
        """Return what is running."""
        return _json(looking_up.versions(self.rules, self._lang(request)))

    async def policies(self, request: Request) -> Response:
        """Return the policies in use."""
        return _json(looking_up.policies(self.rules.ready, self._asked_lang(request)))

    async def all_rules(self, request: Request) -> Response:
        """Return all rules."""
        return _json(looking_up.rules(self.rules.ready, self._asked_lang(request)))

    async def one_rule(self, request: Request) -> Response:
        """Return one rule; its examples are read from the packs, which takes a moment the first time."""
        ready, name = self.rules.ready, request.path_params["rule"]
        told = await asyncio.to_thread(looking_up.rule, ready, name, self._asked_lang(request))
        return _json(told)

    async def openapi(self, request: Request) -> Response:
        """Return the description of this interface."""
        linter = self.rules.ready.linter
        words = linter.settings.server.feedback_text
        return _json(description(self._lang(request), linter.rulebook.rules, feedback_text=words))

    async def pair(self, request: Request) -> Response:
        """Return the token for the code that was printed at the start, once."""
        asked = await self._body(request, bodies.PAIRING)
        if not self.pairing.take(asked["code"]):
            raise Refused("pairing")
        return _json({"token": self.secrets.token})

    async def consents(self, request: Request) -> Response:
        """Say who may be shown in a picture."""
        asked = await self._body(request, bodies.CONSENTS)
        now, lang = self.now or moment_now(), self._lang(request)
        return _json(looking_up.consents(self.rules.ready, asked, now, self.limits, lang))

    async def feedback(self, request: Request) -> Response:
        """Keep what somebody says of a finding; words only where the configuration allows them."""
        asked, lang = await self._body(request, bodies.FEEDBACK), self._lang(request)
        linter = self.rules.ready.linter
        if asked.get("text") and not linter.settings.server.feedback_text:
            raise bodies.wrong_field("server-feedback-text", "text", lang)
        bodies.check_feedback(asked, linter.rulebook.rules, lang)
        policies = [policy.sha256 for policy in self.rules.ready.policies]
        feedback.keep(self.secrets.folder, {**asked, "policies": policies}, self.now or moment_now())
        return Response(status_code=204)

    async def check(self, request: Request) -> Response:
        """Check the posts of the body."""
        form = kind(request, JSON, MULTIPART) == MULTIPART
        turnstile = self.with_pictures if form else self.turnstile
        if not turnstile.enter():
            raise Refused("busy")
        work = Work(self.threads, self.limits.checking)
        try:
            return Response(await self._checked(request, work, form=form), media_type=JSON)
        finally:
            work.when_over(turnstile.leave)

    async def _checked(self, request: Request, work: Work, *, form: bool) -> bytes:
        """Return the report on what a request asks for; small ones are checked at once. Raises Refused."""
        lang, ready, limits = self._lang(request), self.rules.ready, self.limits
        data = await body(request, limits.pictures if form else limits.body, limits.reading)
        if form:
            read = partial(self._form, data, request.headers["content-type"], lang)
        else:
            read = partial(bodies.read_check, data, limits, lang)
        if not form and len(data) <= limits.direct:
            return self.answerer.answer(read(), ready, lang)
        asked = await work.done(read, partial(late, limits, 1))
        check = partial(self.answerer.answer, asked, ready, lang)
        return await work.done(check, partial(late, limits, len(asked.posts)))

    def _form(self, data: bytes, content_type: str, lang: str) -> bodies.Asked:
        """Return what is asked with pictures. Raises Refused."""
        from postlint.server.multipart import parts

        read = parts(data, content_type)
        if len(read.request) > self.limits.body:
            raise bodies.too_big(self.limits.body)
        return bodies.with_pictures(bodies.read_check(read.request, self.limits, lang), read.pictures, lang)

    async def _body(self, request: Request, shape: Any) -> dict[str, Any]:
        kind(request, JSON)
        data = await body(request, SMALL, self.limits.reading)
        return bodies.read_body(shape, data, self._lang(request))

    def _lang(self, request: Request) -> str:
        return language(request.headers.get("accept-language", ""), self.access.lang)

    def _asked_lang(self, request: Request) -> str:
        """Return the language that the address asks for, else the caller's. Raises Refused for one there is not."""
        lang = request.query_params.get("lang", self._lang(request))
        if lang not in LANGUAGES:
            told = hints(lang[:100], LANGUAGES, always=True)
            raise bodies.wrong_field("choice-wrong", "lang", self._lang(request), value="…", **told)
        return lang


def _json(value: object) -> Response:
    return Response(encode(value).encode(), media_type=JSON)


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
