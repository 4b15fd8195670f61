"""From the posts of a request to the bytes of the answer, whatever carries them: HTTP or native messaging.

The findings are those of ``--format json``, byte for byte. Fingerprints stand beside them: keyed, so that nobody
without the key can find the words by trying.
"""

from __future__ import annotations

import hashlib
import hmac
import time

from postlint.finding import Report
from postlint.problem import PostlintError
from postlint.record import TYPE_CHECKING
from postlint.server.bodies import PRINT
from postlint.server.problem_details import Refused
from postlint.version import __version__
from postlint.writers.json import encode, post_value, summary
from postlint.writers.place import in_order, waived_in_order
from postlint.writers.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from postlint.engine import Linter
    from postlint.finding import Finding, PostReport
    from postlint.post import Post
    from postlint.server.bodies import Asked
    from postlint.server.limits import Limits
    from postlint.server.reloading import Ready

API = 1
UNITS = {"start": "code point", "end": "code point", "utf16_start": "UTF-16", "utf16_end": "UTF-16"}


class Answerer:
    """Checks what was asked for with the rules in use. ``key`` is that of the fingerprints."""

    def __init__(self, key: bytes, limits: Limits, now: str = "") -> None:
        self.key, self.limits, self.now = key, limits, now

    def answer(self, asked: Asked, ready: Ready, lang: str) -> bytes:
        """Return the JSON of the report. Raises Refused where time runs out or the register cannot be read."""
        linter = ready.at(self.now, asked.ui_lang or None)
        linter.sent = asked.pictures or {}
        try:
            reports = self._reports(linter, asked.posts)
            pictures = _pictures(linter, asked.posts[0], reports[0].role)
        except PostlintError:
            raise Refused("packs") from None
        reports = [_ordered(report) for report in reports]
        prints = [[self.fingerprint(report, one) for one in report.findings] for report in reports]
        report = redact(Report(__version__, tuple(reports)))
        told = zip(asked.posts, report.posts, prints, strict=True)
        values = [_value(post, found, own, asked.ui_lang or lang) for post, found, own in told]
        if asked.pictures is not None:
            values[0]["pictures"] = pictures
        return encode({**_head(ready), "summary": summary(report), "posts": values}).encode()

    def _reports(self, linter: Linter, posts: tuple[Post, ...]) -> list[PostReport]:
        if len(posts) == 1:
            return [linter.check(posts[0])]
        return linter.check_run(self._in_time(posts))

    def _in_time(self, posts: tuple[Post, ...]) -> Iterator[Post]:
        """Yield the posts as long as there is time; whoever waits has been told that it was not enough."""
        end = time.monotonic() + self.limits.checking
        for number, post in enumerate(posts):
            if time.monotonic() > end:
                raise late(self.limits, len(posts), number)
            yield post

    def fingerprint(self, report: PostReport, finding: Finding) -> str:
        """Return what tells a finding from others without telling its words: the same for the same rule and words."""
        words = " ".join(finding.words.split()).casefold() or finding.message
        told = "\0".join((finding.rule, finding.field, words))
        return hmac.new(self.key, told.encode(), hashlib.sha256).hexdigest()[:PRINT]


def _value(post: Post, report: PostReport, prints: list[str], lang: str) -> dict[str, Any]:
    sha256 = hashlib.sha256(post.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {**post_value(report, lang), "text_sha256": sha256, "fingerprints": prints}


def late(limits: Limits, posts: int, done: int = 0) -> Refused:
    """Return the refusal of a check that takes too long, with the posts that were not evaluated."""
    missing = [f"/posts/{number}" for number in range(done, posts)] if posts > 1 else [""]
    return Refused("late", extra={"not_evaluated": missing}, seconds=f"{limits.checking:g}", missing=posts - done)


def _head(ready: Ready) -> dict[str, Any]:
    return {
        "postlint": __version__, "api": API, "offset_unit": UNITS,
        "policies": [policy._asdict() for policy in ready.policies], "packs": [pack._asdict() for pack in ready.packs],
    }  # fmt: skip


def _ordered(report: PostReport) -> PostReport:
    return report._replace(findings=in_order(report.findings), waived=waived_in_order(report.waived))


def _pictures(linter: Linter, post: Post, role: str) -> list[dict[str, Any]]:
    """Return what is said of the pictures that were sent along, in their order; ``dhash`` is empty for one that cannot
    be opened."""
    found = []
    for number, data in sorted(linter.sent.items()):
        seen = linter.seen(post, role, number)
        found.append({
            "image": number, "file": post.images[number].file, "sha256": hashlib.sha256(data).hexdigest(),
            "dhash": seen.dhash if seen else "", "looked_at": seen is not None and not seen.broken,
        })  # fmt: skip
    return found
