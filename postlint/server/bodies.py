"""What may stand in the body of a request, read with the same shapes as files; nothing of it is repeated in errors."""

from __future__ import annotations

from postlint.keys import Key, Place
from postlint.post import LANGUAGES, Origin, Post
from postlint.post_shape import POST
from postlint.problem import PostlintError, nearest
from postlint.problems import Problems, hints
from postlint.readers.json_file import Values, beyond_blanks
from postlint.readers.json_places import JsonPlaces
from postlint.readers.records import build, place_waivers
from postlint.record import TYPE_CHECKING, NamedTuple, cast
from postlint.server.problem_details import Fault, Refused, pointer
from postlint.shape import Field, Items, Table, Text
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from postlint.server.limits import Limits

VERDICTS = ("false-positive", "missed", "ok")
PRINT = 32  # hexadecimal digits of a fingerprint
FILLED = Text(filled=True)
CHECK = Table(
    Field("posts", Items(POST, least=1), "opslagene", "the posts", required=True),
    Field("ui_lang", Text(choices=LANGUAGES), "sproget i beskederne", "the language of the messages"),
    nulls=True,
)
PAIRING = Table(Field("code", FILLED, "koden fra terminalen", "the code from the terminal", required=True))
CONSENTS = Table(
    Field("sha256", FILLED, "filens SHA-256", "the SHA-256 of the file"),
    Field("dhash", FILLED, "billedets dhash", "the dhash of the picture"),
    Field("channel", Text(), "hvor billedet skal stå", "where the picture will appear"),
    Field("people", Items(FILLED, least=1), "personernes id'er", "the ids of the people", required=True),
    nulls=True,
)
FEEDBACK = Table(
    Field("verdict", Text(choices=VERDICTS), "hvad du siger om fundet", "what you say of the finding", required=True),
    Field("fingerprint", FILLED, "fundets fingeraftryk", "the fingerprint of the finding"),
    Field("rule", FILLED, "reglen", "the rule"),
    Field("text", Text(), "dine egne ord, hvis de må gemmes", "words of your own, where they may be kept"),
    nulls=True,
)


class Asked(NamedTuple):
    """The posts of a request, the language that messages are to be in (empty: each post's own), and the pictures that
    came with the one post, by their number (``None``: it was no request with pictures)."""

    posts: tuple[Post, ...]
    ui_lang: str
    pictures: Mapping[int, bytes] | None = None


class Pointed(Problems):
    """Problems that also know the path of keys of each, and the nearest key to one that is unknown."""

    def __init__(self, locate: JsonPlaces) -> None:
        super().__init__("", locate)
        self.keys: list[Key] = []
        self.near: dict[Key, str] = {}

    def add(self, code: str, key: Key, **facts: str | int) -> None:
        before = len(self.found)
        super().add(code, key, **facts)
        if len(self.found) > before:
            self.keys.append(key)

    def unknown(self, key: Key, known: Iterable[str]) -> None:
        super().unknown(key, known)
        self.near[key] = nearest(str(key[-1])[:100], known)

    def faults(self, lang: str) -> tuple[Fault, ...]:
        """Return what is wrong, told in ``lang`` without the values that were given."""
        told = zip(self.found, self.keys, strict=True)
        return tuple(
            Fault(one.code, pointer(key), say(one.code, lang, **{**one.facts, "value": "…"}), self.near.get(key, ""))
            for one, key in told
        )


def read_check(data: bytes, limits: Limits, lang: str) -> Asked:
    """Return the posts of a body: one post, or an object with ``posts``. Raises Refused."""
    value, problems = _parsed(data)
    many = isinstance(value, dict) and "posts" in value
    if many and isinstance(listed := cast("dict[str, Any]", value)["posts"], list) and len(listed) > limits.posts:
        raise wrong_field("server-list-long", "posts", lang, most=limits.posts)
    given = _fields(CHECK if many else POST, value, problems, lang)
    records = given["posts"] if many else [given]
    posts = tuple(_post(record, f"-:{row}" if many else "-", problems) for row, record in enumerate(records, 1))
    return Asked(posts, given.get("ui_lang") or "" if many else "")


def with_pictures(asked: Asked, pictures: Mapping[int, bytes], lang: str) -> Asked:
    """Return what was asked with the pictures that came along. Raises Refused where they belong to nothing."""
    if len(asked.posts) > 1:
        raise wrong_field("server-list-long", "posts", lang, most=1)
    for number in pictures:
        if number >= len(asked.posts[0].images):
            raise wrong_field("server-image-none", f"image{number}", lang, number=number)
    return asked._replace(pictures=pictures)


def read_body(shape: Table, data: bytes, lang: str) -> dict[str, Any]:
    """Return the fields of a body of one of the shapes above. Raises Refused."""
    return _fields(shape, *_parsed(data), lang)


def wrong_field(code: str, key: str, lang: str, **facts: str | int) -> Refused:
    """Return the refusal of one field whose value will not do."""
    fault = Fault(code, pointer((key,)), say(code, lang, key=key, **facts))
    return Refused("fields", faults=(fault,), first=fault.detail)


def check_feedback(said: dict[str, Any], rules: Iterable[str], lang: str) -> None:
    """Look that feedback names a rule and a fingerprint as there are, so that neither can smuggle in words.

    Raises Refused; one of them must be there.
    """
    print, rule = said.get("fingerprint"), said.get("rule")
    if print is None and rule is None:
        raise wrong_field("key-missing", "fingerprint", lang)
    if print is not None and not (len(print) == PRINT and set(print) <= set("0123456789abcdef")):
        raise wrong_field("server-hash", "fingerprint", lang, digits=PRINT)
    if rule is not None and rule not in rules:
        raise wrong_field("choice-wrong", "rule", lang, value="…", **hints(rule[:100], rules))


def too_big(limit: int) -> Refused:
    """Return the refusal of more than ``limit`` bytes."""
    return Refused("size", limit=limit)


def _parsed(data: bytes) -> tuple[object, Pointed]:
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
    told = {lang: say(code, lang) for lang in LANGUAGES}
    return Refused("json", line=place.line, column=place.column, what_da=told["da"], what_en=told["en"])


def _fields(shape: Table, value: object, problems: Pointed, lang: str) -> dict[str, Any]:
    given = cast("dict[str, Any] | None", shape.read(value, (), problems))
    if given is None or problems.found:
        faults = problems.faults(lang)
        raise Refused("fields", faults=faults, first=faults[0].detail)
    return given


def _post(record: dict[str, object], name: str, problems: Pointed) -> Post:
    place_waivers(record, problems.locate)
    built = build(record, name, Origin("-"))
    if not isinstance(built, Post):
        raise too_big(int(built.facts["limit"]))
    return built
