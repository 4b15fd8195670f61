"""What the service refuses, and how it says so: problem details (RFC 9457) in the language that was asked for.

A refusal never repeats what was sent but the names of keys, which the caller needs to mend them.
"""

from __future__ import annotations

from postlint.record import NamedTuple
from postlint.wording import say

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "json": 400, "form": 400, "token": 401, "pairing": 401, "host": 403, "origin": 403, "path": 404, "rule": 404,
    "method": 405, "accept": 406, "slow": 408, "size": 413, "media-type": 415, "fields": 422, "busy": 429,
    "unexpected": 500, "late": 503, "packs": 503, "full": 507,
}  # fmt: skip
Detail = dict[str, object]


class Fault(NamedTuple):
    """One thing that is wrong with a body: its code, where (RFC 6901 pointer), a sentence, and the nearest key to one
    that is unknown."""

    code: str
    pointer: str
    detail: str
    nearest: str = ""


class Refused(Exception):
    """A request that is not answered. ``code`` is one of ``STATUS``; ``extra`` are further members."""

    def __init__(
        self, code: str, *, faults: tuple[Fault, ...] = (), extra: Detail | None = None, **facts: str | int
    ) -> None:
        super().__init__(code)
        self.code, self.faults, self.extra, self.facts = code, faults, extra or {}, facts

    @property
    def status(self) -> int:
        """Return the HTTP status."""
        return STATUS[self.code]

    def details(self, lang: str) -> Detail:
        """Return the problem details in ``lang``."""
        told: Detail = {
            "type": f"urn:postlint:problem:{self.code}",
            "title": say(f"server-{self.code}", lang),
            "status": self.status,
            "detail": say(f"server-{self.code}-how", lang, **self.facts),
        }
        if self.faults:
            told["errors"] = [_value(fault) for fault in self.faults]
        return told | self.extra


def _value(fault: Fault) -> Detail:
    return {name: value for name, value in fault._asdict().items() if value or name != "nearest"}


def pointer(key: tuple[str | int, ...]) -> str:
    """Return the JSON pointer (RFC 6901) of a path of keys."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in key)


def language(accepted: str, otherwise: str) -> str:
    """Return ``da`` or ``en``: the one that an Accept-Language header likes best, else ``otherwise``."""
    best, liked = otherwise, 0.0
    for part in accepted.lower().split(",")[:20]:
        name, _, weight = part.strip().partition(";q=")
        lang = name.partition("-")[0].strip()
        if lang in ("da", "en") and (likes := _weight(weight)) > liked:
            best, liked = lang, likes
    return best


def _weight(words: str) -> float:
    try:
        return float(words) if words else 1.0
    except ValueError:
        return 0.0
