"""The facts in front matter. Content repositories keep keys of their own there, which are left alone."""

from __future__ import annotations

from postlint.keys import Key, Locate, Place, shown
from postlint.post_shape import FRONT
from postlint.problem import PostlintError, Problem
from postlint.problems import MOST, Problems
from postlint.readers.records import place_waivers
from postlint.readers.source import Warned
from postlint.record import NamedTuple, cast

OURS = "postlint"  # the key under which all of our fields may stand
PUBLISHED = ("title", "description", "summary")
# What Jekyll, Hugo, Astro, Docusaurus and their like have: never a slip of the pen for one of ours.
THEIRS = (
    "aliases", "author_profile", "authors", "cascade", "categories", "category", "comments", "cover",
    "created", "date", "draft", "excerpt", "expirydate", "featured", "header", "hero", "icon", "image",
    "image_alt", "img", "keywords", "language", "languages", "last_modified_at", "lastmod", "layout",
    "linktitle", "locale", "locales", "markup", "menu", "modified", "nav_order", "og_image", "outputs",
    "parent", "path", "permalink", "pubdate", "publishdate", "published", "publisher", "related",
    "resources", "robots", "series", "share", "sidebar", "sidebar_label", "sidebar_position", "sitemap",
    "slug", "source", "sticky", "tag", "tags", "template", "thumbnail", "toc", "translationkey", "type",
    "updated", "url", "version", "videos", "weight",
)  # fmt: skip
_NEAR = 0.75  # likeness from which a key is taken for ours, misspelt


class Facts(NamedTuple):
    """What front matter says; ``given`` is ``None`` where it turned out to be no front matter at all."""

    given: dict[str, object] | None
    problems: list[Problem]
    warned: list[Warned]


def facts(mark: str, block: str, path: str) -> Facts:
    """Return the facts that stand between the ``mark`` lines of the file ``path``."""
    try:
        record, locate, twice = _yaml(block, path) if mark == "---" else _toml(block, path)
    except PostlintError as error:
        return Facts({}, [error.problem], [])
    if not isinstance(record, dict):
        return Facts(None, [], [Warned(Problem("front-not-keys", {"mark": mark}, path, 1))])
    problems = Problems(path, locate, yaml=mark == "---")
    for key in twice:
        if key[0] in FRONT.kinds or key[0] == OURS:
            problems.add("key-twice", key)
    given = _read(record, problems)
    return Facts(given, problems.found, _warnings(record, path, locate))


def _yaml(block: str, path: str) -> tuple[object, Locate, list[Key]]:
    from postlint.readers.yaml_values import Documents, locator, repeated

    record = next(iter(Documents(block, path)), {})
    return {} if record is None else record, locator(record), repeated(record)


def _toml(block: str, path: str) -> tuple[object, Locate, list[Key]]:
    from postlint.toml_source import TomlPlaces, parse_text

    # The lines may hold private words, so a problem does not show them.
    record = parse_text(block, path, show=False)
    places = TomlPlaces(block)

    def locate(key: Key) -> Place:
        return places(key)._replace(source="")

    return record, locate, []


def _read(record: dict[str, object], problems: Problems) -> dict[str, object]:
    ours = {key: record[key] for key in FRONT.kinds if key in record}
    given = cast("dict[str, object] | None", FRONT.read(_sensible(ours), (), problems)) or {}
    place_waivers(given, problems.locate)
    if record.get(OURS) is not None:
        under = cast("dict[str, object] | None", FRONT.read(record[OURS], (OURS,), problems)) or {}
        place_waivers(under, problems.locate, (OURS,))
        given.update(under)
    words = ((name, _words(record.get(name))) for name in PUBLISHED)
    given["extra"] = tuple((name, text) for name, text in words if text)
    return given


def _words(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def _sensible(ours: dict[str, object]) -> dict[str, object]:
    """Return the fields with what content repositories write in them put into our form."""
    read = dict(ours)
    author, images, lang = read.get("author"), read.get("images"), read.get("lang")
    if isinstance(author, list) and len(author) == 1:
        author = author[0]
    if isinstance(author, str):
        read["author"] = {"name": author}
    if isinstance(images, str | dict):
        images = [images]
    if isinstance(images, list):
        read["images"] = [{"file": image} if isinstance(image, str) else image for image in images]
    if isinstance(lang, str):
        read["lang"] = lang.replace("_", "-").partition("-")[0].lower()
    return read


def _warnings(record: dict[str, object], path: str, locate: Locate) -> list[Warned]:
    warned: list[Warned] = []
    for key in record:
        if len(warned) == MOST:
            break
        if key in FRONT.kinds or key == OURS or key.lower() in THEIRS or key in PUBLISHED:
            continue
        place = locate((key,))
        if key == "text":
            warned.append(Warned(Problem("front-text", {"key": key}, path, *place)))
        elif near := _near(key):
            facts = {"key": shown(key), "near": near}
            warned.append(Warned(Problem("front-near", facts, path, *place)))
    return warned


def _near(key: str) -> str:
    from difflib import get_close_matches

    word = key[:100].lower().replace("-", "_")
    return next(iter(get_close_matches(word, [*FRONT.kinds, OURS], n=1, cutoff=_NEAR)), "")
