"""From the bytes of a request to the bytes of the answer, whatever carries them: HTTP or native messaging.

The findings are those of ``--format json``, byte for byte. Fingerprints stand beside them: keyed, so that nobody
without the key can find the words by trying.
"""

from __future__ import annotations

import hashlib
import hmac
import time

from postlint.finding import Report
from postlint.keys import Key, Place
from postlint.post import LANGUAGES, Origin, Post
from postlint.post_shape import POST
from postlint.problem import PostlintError
from postlint.problems import Problems
from postlint.readers.json_file import Values, beyond_blanks
from postlint.readers.json_places import JsonPlaces
from postlint.readers.records import build, place_waivers
from postlint.record import TYPE_CHECKING, NamedTuple, cast
from postlint.server.problem_details import Fault, Refused, pointer
from postlint.shape import Field, Items, Table, Text
from postlint.version import __version__
from postlint.wording import say
from postlint.writers.json import encode, post_value, summary
from postlint.writers.place import in_order, waived_in_order
from postlint.writers.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from postlint.engine import Linter
    from postlint.finding import Finding, PostReport
    from postlint.server.limits import Limits
    from postlint.server.reloading import Ready

API = 1
UNITS = {"start": "code point", "end": "code point", "utf16_start": "UTF-16", "utf16_end": "UTF-16"}
UI_LANG = Field("ui_lang", Text(choices=LANGUAGES), "sproget i beskederne", "the language of the messages")
ENVELOPE = Table(Field("posts", Items(POST, least=1), "opslagene", "the posts", required=True), UI_LANG, nulls=True)

CODE = Table(Field("code", Text(filled=True), "koden fra terminalen", "the code from the terminal", required=True))


class Asked(NamedTuple):
    """The posts of a request, and the language that messages are to be in (empty: each post's own)."""

    posts: tuple[Post, ...]
    ui_lang: str


class Pointed(Problems):
    """Problems that also know the path of keys of each."""

    def __init__(self, locate: JsonPlaces) -> None:
        super().__init__("", locate)
        self.keys: list[Key] = []

    def add(self, code: str, key: Key, **facts: str | int) -> None:
        before = len(self.found)
        super().add(code, key, **facts)
        if len(self.found) > before:
            self.keys.append(key)

    def faults(self, lang: str) -> tuple[Fault, ...]:
        """Return what is wrong, told in ``lang`` without the values that were given."""
        found = zip(self.found, self.keys, strict=True)
        return tuple(Fault(one.code, pointer(key), _told(one.code, one.facts, lang)) for one, key in found)


def _told(code: str, facts: Any, lang: str) -> str:
    return say(code, lang, **{**facts, "value": "…"})


def parsed(data: bytes, lang: str) -> tuple[object, Pointed]:
    """Return the JSON value of a body, and where to note what is wrong with it. Raises Refused."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_json("server-json-utf8", Place(1, 1)) from None
    values = Values(text, "")
    try:
        start = beyond_blanks(text, 0)
        value, end = values.value(start)
        if beyond_blanks(text, end) < len(text):
            raise values.broken("Extra data", end)
    except PostlintError as error:
        raise _not_json(error.problem.code, Place(error.problem.line, max(error.problem.column, 1))) from None
    places = JsonPlaces(text, start)
    problems = Pointed(places)
    for key in places.repeated() if values.twice else []:
        problems.add("key-twice", key)
    return value, problems


def _not_json(code: str, place: Place) -> Refused:
    return Refused(
        "json", line=place.line, column=place.column, what_da=say(code, "da"), what_en=say(code, "en")
    )  # fmt: skip


def fields_refused(problems: Pointed, lang: str) -> Refused:
    """Return the refusal of a body whose JSON is sound and whose fields are not."""
    faults = problems.faults(lang)
    return Refused("fields", faults=faults, first=faults[0].detail)


def read(data: bytes, limits: Limits, lang: str) -> Asked:
    """Return the posts of a body: one post, or an object with ``posts``. Raises Refused."""
    value, problems = parsed(data, lang)
    many = isinstance(value, dict) and "posts" in value
    if many and isinstance(listed := cast("dict[str, Any]", value)["posts"], list) and len(listed) > limits.posts:
        raise too_many(limits.posts, "posts")
    shape = ENVELOPE if many else POST
    given = cast("dict[str, Any] | None", shape.read(value, (), problems))
    if given is None or problems.found:
        raise fields_refused(problems, lang)
    records = given["posts"] if many else [given]
    posts = tuple(_post(record, f"-:{row}" if many else "-", problems) for row, record in enumerate(records, 1))
    return Asked(posts, given.get("ui_lang") or "" if many else "")


def read_code(data: bytes, lang: str) -> str:
    """Return the code of a request for pairing. Raises Refused."""
    value, problems = parsed(data, lang)
    given = cast("dict[str, str] | None", CODE.read(value, (), problems))
    if given is None or problems.found:
        raise fields_refused(problems, lang)
    return given["code"]


def _post(record: dict[str, object], name: str, problems: Pointed) -> Post:
    place_waivers(record, problems.locate)
    built = build(record, name, Origin("-"))
    if not isinstance(built, Post):
        raise too_many(int(built.facts["limit"]), "bytes")
    return built


def too_many(limit: int, what: str) -> Refused:
    """Return the refusal of more than ``limit`` of something (``bytes``, ``posts``)."""
    return Refused("size", limit=limit, what_da=say(f"server-{what}", "da"), what_en=say(f"server-{what}", "en"))


class Answerer:
    """Checks what was asked for with the rules in use. ``key`` is that of the fingerprints."""

    def __init__(self, key: bytes, limits: Limits, now: str = "") -> None:
        self.key, self.limits, self.now = key, limits, now

    def answer(self, asked: Asked, ready: Ready, lang: str) -> bytes:
        """Return the JSON of the report. Raises Refused where time runs out or the register cannot be read."""
        linter = ready.at(self.now, asked.ui_lang or None)
        try:
            reports = self._reports(linter, asked.posts)
        except PostlintError:
            raise Refused("packs") from None
        reports = [_ordered(report) for report in reports]
        prints = [[self.fingerprint(report, one) for one in report.findings] for report in reports]
        report = redact(Report(__version__, tuple(reports)))
        told = zip(asked.posts, report.posts, prints, strict=True)
        values = [self._value(post, found, own, asked.ui_lang or lang) for post, found, own in told]
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

    def _value(self, post: Post, report: PostReport, prints: list[str], lang: str) -> dict[str, Any]:
        sha256 = hashlib.sha256(post.text.encode()).hexdigest()
        return {**post_value(report, lang), "text_sha256": sha256, "fingerprints": prints}

    def fingerprint(self, report: PostReport, finding: Finding) -> str:
        """Return what tells a finding from others without telling its words: the same for the same rule and words."""
        words = " ".join(finding.words.split()).casefold() or finding.message
        told = "\0".join((finding.rule, finding.field, words))
        return hmac.new(self.key, told.encode(), hashlib.sha256).hexdigest()[:32]


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
