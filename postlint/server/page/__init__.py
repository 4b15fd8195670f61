"""The page for those without the extension: three files and its sentences, the same for everybody.

It is open without the token, for there is no word in it that is anybody's; what it shows, it asks for with the token.
"""

from __future__ import annotations

import json
import os

from starlette.requests import Request
from starlette.responses import Response

from postlint.post import CHANNELS, LANGUAGES, ROLES
from postlint.wording.serving import TEXTS

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_FILES = {
    "/": ("page.html", "text/html"), "/page.css": ("page.css", "text/css"), "/page.js": ("page.js", "text/javascript"),
}  # fmt: skip


def _file(name: str) -> bytes:
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
        return file.read()


_READ = {path: (_file(name), kind) for path, (name, kind) in _FILES.items()}


async def static(request: Request) -> Response:
    """Return one of the files."""
    data, kind = _READ[request.url.path]
    return Response(data, media_type=kind, headers={"content-security-policy": POLICY})


async def words(request: Request) -> Response:
    """Return the sentences of the page in both languages, and the choices that it offers."""
    said: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    for code, sentences in TEXTS.items():
        if code.startswith("page-"):
            said["da"][code[5:]], said["en"][code[5:]] = sentences
    told = {"said": said, "roles": ROLES, "channels": CHANNELS}
    return Response(json.dumps(told, ensure_ascii=False), media_type="application/json")


ROUTES = {**dict.fromkeys(_FILES, static), "/page.json": words}
