"""The secrets of the service: the token that callers show, the key of fingerprints, and codes for pairing.

Both secrets are 32 random bytes, each in a file of mode 0600 in a folder of mode 0700. What runs as the same user
can read them; postlint cannot keep anything from that.
"""

from __future__ import annotations

import hmac
import os
import secrets
import sys
import time

from postlint.problem import PostlintError, Problem
from postlint.record import NamedTuple
from postlint.writing import put

SIZE = 32  # bytes
CODE_LIVES = 600.0  # seconds
TRIES = 5  # wrong codes before none is taken any more
TOKEN, KEY = "token", "fingerprint-key"


class Secrets(NamedTuple):
    """The token as callers send it, the key of fingerprints, and the folder that both lie in."""

    token: str
    key: bytes
    folder: str


def token_file() -> str:
    """Return where the token lies where nobody says otherwise: in the user's own folder for programs' state."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_STATE_HOME", "") or os.path.expanduser("~/.local/state")
    return os.path.join(base, "postlint", TOKEN)


def secrets_of(path: str, *, renew: bool = False) -> Secrets:
    """Return the secrets whose token lies at ``path``, made where there are none; ``renew`` makes a new token.

    Raises PostlintError where others may read them or they cannot be written.
    """
    path = os.path.abspath(path)
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _only_ours(folder, "server-folder-open")
        token = _kept(path, renew)
        key = _kept(os.path.join(folder, KEY), False)
    except OSError as error:
        raise PostlintError(Problem("server-secret-unwritten", {"reason": error.strerror or ""}, path)) from None
    return Secrets(token, key.encode(), folder)


def _kept(path: str, renew: bool) -> str:
    """Return the secret of a file, made and written first where there is none, or a new one is wanted."""
    if not renew and os.path.exists(path):
        _only_ours(path, "server-file-open")
        with open(path, encoding="ascii", errors="replace") as file:
            found = file.read(200).strip()
        if len(found) < SIZE or not found.isascii():
            raise PostlintError(Problem("server-secret-broken", {}, path))
        return found
    made = secrets.token_urlsafe(SIZE)
    put(path, f"{made}\n".encode(), 0o600)
    return made


def _only_ours(path: str, code: str) -> None:
    """Raise PostlintError where a file or folder belongs to somebody else, or is open to others."""
    if not hasattr(os, "getuid"):
        return
    found = os.stat(path)
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PostlintError(Problem(code, {}, path))


def same(given: str, wanted: str) -> bool:
    """Compare two secrets in a time that tells nothing about where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


class Pairing:
    """One code that is good for the token, once, for ten minutes; after some wrong tries it is good no more."""

    def __init__(self) -> None:
        self.code = secrets.token_urlsafe(16)
        self._until = time.monotonic() + CODE_LIVES
        self._tries = TRIES

    def take(self, given: str) -> bool:
        """Say whether ``given`` is the code, and use it up."""
        if self._tries <= 0 or time.monotonic() > self._until:
            return False
        if not same(given, self.code):
            self._tries -= 1
            return False
        self._tries = 0
        return True
