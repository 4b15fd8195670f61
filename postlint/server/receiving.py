"""Taking in the body of a request: the type that is read here, no more than the limit, and in time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from postlint.server.bodies import too_big
from postlint.server.problem_details import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

JSON, MULTIPART = "application/json", "multipart/form-data"
_PLAIN = ("", "identity")


def kind(request: Request, *allowed: str) -> str:
    """Return the media type of a body. Raises Refused for one that is not ``allowed``, or compressed."""
    given = request.headers.getlist("content-type")
    found = given[0].partition(";")[0].strip().lower() if len(given) == 1 else ""
    if found not in allowed or request.headers.get("content-encoding", "").strip().lower() not in _PLAIN:
        raise Refused("media-type", allowed=" / ".join(allowed))
    return found


async def body(request: Request, limit: int, seconds: float) -> bytes:
    """Return the body. Raises Refused where it is bigger than ``limit`` bytes or takes longer than ``seconds``."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and (len(length) > 12 or int(length) > limit):
        raise too_big(limit)
    try:
        async with asyncio.timeout(seconds):
            return await _within(request, limit)
    except (TimeoutError, ClientDisconnect):
        raise Refused("slow", seconds=f"{seconds:g}") from None


async def _within(request: Request, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise too_big(limit)
        parts.append(part)
    return b"".join(parts)
