"""Addresses inside a network: private ranges of RFC 1918, names that only an organisation's own name service knows
(RFC 6762 appendix G: intranet, internal, private, corp, home, lan; ``.local``), and shares of file servers.

Not taken for one: the loop-back address, ranges for documentation (RFC 5737), and the addresses that routers for the
home come with.
"""

from __future__ import annotations

from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = lazy(r"\d\.\d{1,3}\.\d|\.(?:intern|corp|lan|local|intra|priv|ad)|\\\\\w")
_ADDRESS = lazy(
    r"(?<![\w.])(?:10(?:\.\d{1,3}){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|192\.168(?:\.\d{1,3}){2})"
    r"(?:/\d{1,2})?(?![\w]|\.\d)"
)
_HOST = lazy(
    r"(?<![\w@.-])(?:[a-z0-9æøå][\wæøå-]{0,62}\.){1,6}(?:intern|internal|intra|corp|lan|local|priv|ad)(?:\.[\wæøå-]{1,62}){0,6}"
    r"(?![\w-]|\.\w)", 2
)  # fmt: skip
_SHARE = lazy(r"\\\\[\w.-]{2,}\\[\w$.-]+")
_HOME = frozenset("0.1 0.2 1.1 1.254 0.254 2.1 8.1 178.1 50.1 100.1".split())
_EXAMPLE = ("example.local", "foo.", "bar.", "my", "your", "din", "min")


def internal_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, kind)`` of internal addresses and names; ``kind`` is ``address`` or ``host``."""
    if _SIGN.search(text) is None:
        return
    for found in _HOST.finditer(text):
        if not found[0].lower().startswith(_EXAMPLE):
            yield found.start(), found.end(), "host"
    for found in _SHARE.finditer(text):
        yield found.start(), found.end(), "host"
    for found in _ADDRESS.finditer(text):
        if _is_address(found[0].split("/")[0]):
            yield found.start(), found.end(), "address"


def _is_address(address: str) -> bool:
    parts = [int(part) for part in address.split(".")]
    if max(parts) > 255:
        return False
    if address.startswith("192.168."):
        return address[8:] not in _HOME
    return address not in ("10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.138", "10.1.1.1", "10.10.10.10", "172.16.0.0")
