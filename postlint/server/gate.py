"""The gate: who may come in at all. It stands before the routing, so that no path and no method goes round it.

In this order: the name in ``Host`` must be the service's own, exactly; an ``Origin``, where there is one, must be on
the list; and all but the few open paths need the token, whether or not there is an ``Origin``.
"""

from __future__ import annotations

import json
import sys

from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.server.problem_details import MEDIA_TYPE, Refused, language
from postlint.server.tokens import same
from postlint.wording import say

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What anybody on this machine may see: that the service is there, the page without a word in it, and pairing.
PAGE = frozenset({"/", "/page.css", "/page.js", "/page.json"})
OPEN_PATHS = PAGE | {"/v1/health", "/v1/pairing"}
SAFE = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
NOTHING = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
_JSON_KINDS = (b"*/*", b"application/*", b"application/json")
_METHODS, _HEADERS = b"GET, POST", b"authorization, content-type, accept-language"


class Access(NamedTuple):
    """Who may come in: names with port as in ``Host``, the service's own origins, those configured, the token."""

    hosts: frozenset[bytes]
    own: frozenset[bytes]
    origins: frozenset[bytes]
    token: str
    lang: str = "en"


class Gate:
    """An ASGI application around another."""

    def __init__(self, inside: ASGIApp, access: Access) -> None:
        self.inside, self.access = inside, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.inside(scope, receive, send)
        elif scope["type"] == "http":
            await self._let(scope, receive, Answering(send, self._granted(scope)))

    async def _let(self, scope: Scope, receive: Receive, send: Answering) -> None:
        try:
            if refused := self._refusal(scope):
                raise refused
            if scope["method"] == "OPTIONS" and send.granted:
                await preflight(send)
            else:
                await self.inside(scope, receive, send)
        except Refused as refused:
            await refuse(refused, self.language(scope), send)
        except Exception as error:
            complain(error, self.access.lang)
            await refuse(Refused("unexpected"), self.language(scope), send)

    def _refusal(self, scope: Scope) -> Refused | None:
        hosts = given(scope, b"host")
        if len(hosts) != 1 or hosts[0] not in self.access.hosts:
            return Refused("host")
        origins = given(scope, b"origin")
        if origins and (len(origins) > 1 or origins[0] not in self.access.own | self.access.origins):
            return Refused("origin")
        if scope["method"] == "OPTIONS" and origins and origins[0] in self.access.origins:
            return None  # a browser asks before it sends the token
        if scope["path"] not in OPEN_PATHS and not self._shows_token(scope):
            return Refused("token")
        return None if scope["path"] in PAGE or takes_json(given(scope, b"accept")) else Refused("accept")

    def _shows_token(self, scope: Scope) -> bool:
        shown = given(scope, b"authorization")
        scheme, _, token = shown[0].decode("latin-1").partition(" ") if len(shown) == 1 else ("", "", "")
        return same(token.strip(), self.access.token) and scheme.lower() == "bearer"

    def _granted(self, scope: Scope) -> bytes:
        """Return the origin whose pages may read the answer: one that was configured, else none."""
        origins = given(scope, b"origin")
        return origins[0] if len(origins) == 1 and origins[0] in self.access.origins else b""

    def language(self, scope: Scope) -> str:
        """Return the language that the caller wants to be answered in."""
        wanted = b",".join(given(scope, b"accept-language")).decode("latin-1")
        return language(wanted, self.access.lang)


class Answering:
    """Sends an answer with the headers that every answer has; notes whether one was begun."""

    def __init__(self, send: Send, granted: bytes = b"") -> None:
        self.send, self.granted, self.begun = send, granted, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = list(message.get("headers", ()))
            headers += SAFE
            if not any(name == NOTHING[0] for name, _ in headers):
                headers.append(NOTHING)
            if self.granted:
                headers += [(b"access-control-allow-origin", self.granted), (b"vary", b"Origin")]
            message = {**message, "headers": headers}
        await self.send(message)


def given(scope: Scope, name: bytes) -> list[bytes]:
    """Return every value of a header."""
    return [value for key, value in scope["headers"] if key == name]


def takes_json(accepted: list[bytes]) -> bool:
    """Say whether a caller takes JSON: where it says nothing, it does."""
    if not b"".join(accepted).strip():
        return True
    for part in b",".join(accepted).lower().replace(b" ", b"").split(b","):
        kind, _, weight = part.partition(b";q=")
        refused = bool(weight) and not weight.strip(b"0.")
        if kind.partition(b";")[0] in _JSON_KINDS and not refused:
            return True
    return False


async def refuse(refused: Refused, lang: str, send: Answering) -> None:
    """Answer with the problem details of a refusal, unless an answer has begun."""
    if send.begun:
        return
    body = json.dumps(refused.details(lang), ensure_ascii=False).encode()
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode())]
    headers += [(b"content-language", lang.encode()), *_more_headers(refused)]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _more_headers(refused: Refused) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []
    if refused.status == 401:
        found.append((b"www-authenticate", b"Bearer"))
    if refused.code == "method":
        found.append((b"allow", str(refused.facts["allowed"]).encode()))
    if refused.status in (429, 503):
        found.append((b"retry-after", b"1"))
    if refused.code in ("host", "origin", "size", "slow", "media-type"):
        found.append((b"connection", b"close"))  # what is left of the body is not worth reading
    return found


async def preflight(send: Answering) -> None:
    """Tell the browser of a configured origin what it may send."""
    headers = [
        (b"access-control-allow-methods", _METHODS), (b"access-control-allow-headers", _HEADERS),
        (b"access-control-max-age", b"600"),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def complain(error: Exception, lang: str) -> None:
    """Tell of a mistake of ours on standard error: what sort and where, and nothing of what was being read."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_name}:{last.tb_lineno}" if last else ""
    print(f"postlint: {say('unexpected', lang, what=type(error).__name__, where=where)}", file=sys.stderr, flush=True)
