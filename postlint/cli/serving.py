"""``postlint serve``: the options, the address, and what is told at the start and at the end."""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import asking, parameters
from postlint.cli.describing import said
from postlint.cli.telling import note, tell
from postlint.problem import PostlintError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.server.gate import Access
    from postlint.server.reloading import Rules

HOST = "127.0.0.1"
_UNSAID = -1
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ORIGIN = re.compile(r"[a-z][a-z0-9.+-]*://[a-z0-9.-]+(:\d{1,5})?|[a-z][a-z0-9.+-]*://\[[0-9a-f:]+\](:\d{1,5})?")
_NAME = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:]+\]):\d{1,5}")


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    def text(name: str, default: str = "", metavar: str = "file-metavar") -> Any:
        code = {"ui-lang": "ui-lang"}.get(name, name)
        return parameters.option(default, f"--{name}", help=said(code, lang), metavar=said(metavar, lang))  # fmt: skip

    def many(name: str, metavar: str) -> Any:
        return parameters.option([], f"--{name}", help=said(name, lang), metavar=said(metavar, lang))

    def serve(
        ctx: click.Context, config: str = text("config"),
        host: str = text("host", HOST, "host-metavar"),
        port: int = parameters.option(_UNSAID, "--port", help=said("port", lang), max=65535, metavar="PORT"),
        origin: list[str] = many("origin", "origin-metavar"),  # noqa: B008
        allow_host: list[str] = many("allow-host", "named-port-metavar"),  # noqa: B008
        token_file: str = text("token-file"),
        new_token: bool = parameters.option(False, "--new-token", help=said("new-token", lang)),
        reachable: bool = parameters.option(False, "--reachable-by-others", help=said("reachable", lang)),
        now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        _check_names(origin, allow_host)
        if port < _UNSAID:
            raise PostlintError(Problem("number-low", {"key": "--port", "least": 0}))
        if host not in LOOPBACK and not reachable:
            raise PostlintError(Problem("server-reachable", {"host": host}))
        if not all(map(_is_there, ("starlette", "uvicorn", "python_multipart"))):
            raise PostlintError(Problem("server-extra", {}))
        asked = _Asked(host, port, origin, allow_host, token_file, new_token, now or asking.asked(ctx, "now"), lang)
        return asked.serve(asking.configuration(ctx, config))

    return serve


class _Asked:
    """What the command line asked for."""

    def __init__(
        self, host: str, port: int, origins: Sequence[str], hosts: Sequence[str], token_file: str, new_token: bool,
        now: str, lang: str,
    ) -> None:  # fmt: skip
        self.host, self.port, self.origins, self.hosts = host, port, origins, hosts
        self.token_file, self.new_token, self.now, self.lang = token_file, new_token, now, lang

    def serve(self, config: str) -> int:
        """Answer until told to stop, and return the exit status. Raises PostlintError."""
        from postlint.server.application import Service
        from postlint.server.limits import Limits
        from postlint.server.reloading import Rules
        from postlint.server.running import listening, serve
        from postlint.server.tokens import secrets_of, token_file

        path = os.path.abspath(self.token_file or token_file())
        rules = Rules(config)
        settings = rules.ready.linter.settings.server
        _check_names(settings.origins, (), config)
        secrets, limits = secrets_of(path, renew=self.new_token), Limits()
        made = listening(self.host, settings.port if self.port == _UNSAID else self.port)
        port = int(made.getsockname()[1])
        access = self._access(port, secrets.token, (*self.origins, *settings.origins))
        service = Service(rules, secrets, access, limits=limits, now=self.now, told=self._changed)
        serve(service.application(), made, limits, lambda: self._told(port, path, service.pairing.code))
        note("server-stopped", self.lang)
        return 0

    def _access(self, port: int, token: str, origins: Sequence[str]) -> Access:
        from postlint.server.gate import Access

        names = LOOPBACK[:2] if self.host != "::1" else ("[::1]", "localhost")
        own = {f"{name}:{port}" for name in names} | set(self.hosts)
        same = {f"http://{name}" for name in own}
        return Access(_bytes(own), _bytes(same), _bytes(set(origins)), token, self.lang)

    def _told(self, port: int, path: str, code: str) -> None:
        """Tell where the service is; only now, for only now it answers."""
        if self.host not in LOOPBACK:
            tell(Problem("server-reachable-warning", {"host": self.host}), self.lang, warning=True)
        name = f"[{self.host}]" if ":" in self.host else self.host if self.host in LOOPBACK else HOST
        address = f"http://{name}:{port}"
        note("server-ready", self.lang, address=address)
        note("server-ready-page", self.lang, link=f"{address}/#code={code}")
        note("server-ready-token", self.lang, path=path)
        note("server-ready-stop", self.lang)

    def _changed(self, rules: Rules) -> None:
        if rules.problem is None:
            note("server-reloaded", self.lang)
        else:
            tell(rules.problem, self.lang)
            note("server-kept", self.lang)


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ValueError:  # somebody has put nothing in its place
        return False


def _check_names(origins: Sequence[str], hosts: Sequence[str], config: str = "") -> None:
    """Raise PostlintError for an origin or a name that could not be compared exactly with what browsers send."""
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise PostlintError(Problem("server-origin-wrong", {"origin": origin}, config))
    for host in hosts:
        if not _NAME.fullmatch(host):
            raise PostlintError(Problem("server-host-wrong", {"host": host}))


def _bytes(names: set[str]) -> frozenset[bytes]:
    return frozenset(name.encode() for name in names)
