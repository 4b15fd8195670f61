"""SHA-256 prints of posts, pictures and rules: equal as long as what they are of is equal."""

from __future__ import annotations

import json
import os
import stat
from hashlib import file_digest, sha256

from postlint.pack import shipped_files, toml_files
from postlint.pictures.reaching import reach
from postlint.problem import PostlintError
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.rulebook import rules_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from postlint.post import Post
    from postlint.settings import Settings

_LIMIT = 200 * 2**20  # bytes of a picture
_PLACES = ("origin", "line")  # where something stands in its file


class Picture(NamedTuple):
    """A picture of a post; ``print`` is that of its file, empty where it could not be read."""

    field: str
    print: str


class Prints(NamedTuple):
    """A post as a record knows it. ``text`` is the print of its text in UTF-8, unchanged; ``facts`` that of all else
    that it says, as JSON with sorted keys and without blanks."""

    id: str
    source: str
    text: str
    facts: str
    pictures: tuple[Picture, ...]


def of_post(post: Post) -> Prints:
    """Return the prints of a post; only pictures in its own folder or below are read."""
    source = "-" if post.origin.path == "-" else os.path.basename(post.origin.path)
    pictures = tuple(
        Picture(f"images[{number}].file", _of_picture(image.file, post))
        for number, image in enumerate(post.images) if image.file
    )  # fmt: skip
    facts = _plain(post._replace(id="", text=""))
    return Prints(post.id, source, of_text(post.text), of_value(facts), pictures)


def of_text(text: str) -> str:
    """Return the print of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def of_value(value: Any) -> str:
    """Return the print of a plain value as canonical JSON."""
    return of_text(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _plain(value: Any) -> Any:
    """Return a value without tuples, without places in files, and without what is as when nothing is said."""
    if hasattr(value, "_fields"):
        usual = value._field_defaults
        said = {name: part for name, part in value._asdict().items() if name not in _PLACES}
        return {name: _plain(part) for name, part in said.items() if name not in usual or usual[name] != part}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def of_file(path: str) -> str:
    """Return the print of a file's bytes; the empty string where it cannot be read or is no file."""
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_size > _LIMIT:
                return ""
            return file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _of_picture(name: str, post: Post) -> str:
    """Return the print of a picture; the empty string where its name leads out of the post's folder, or nowhere."""
    try:
        path = reach(name, "" if post.origin.path == "-" else os.path.dirname(post.origin.path))
    except PostlintError:
        return ""
    return of_file(path) if os.path.isfile(path) else ""


def of_rules(settings: Settings) -> dict[str, Any]:
    """Return the prints of all that decides a check: settings, policies, packs, and the consent register."""
    shipped = os.path.join(rules_folder(), "policies")
    policies = [name if os.path.isabs(name) else os.path.join(shipped, f"{name}.toml") for name in settings.policies]
    packs = [("postlint", rules_folder(), shipped_files(()))]
    packs += [(_name(pack), os.path.dirname(pack), toml_files(pack)) for pack in settings.packs]
    return {
        "settings": of_value(_plain(settings._replace(path="", register="", packs=(), policies=()))),
        "policies": [{"name": _name(path), "sha256": of_file(path)} for path in policies],
        "packs": [{"name": name, "sha256": of_files(paths, folder)} for name, folder, paths in packs],
        "register": of_file(settings.register) if settings.register else None,
    }


def of_files(paths: Iterable[str], folder: str) -> str:
    """Return one print of several files: their names as seen from a folder, and their contents."""
    return of_value(sorted([os.path.relpath(path, folder).replace(os.sep, "/"), of_file(path)] for path in paths))


def _name(path: str) -> str:
    return os.path.basename(path).removesuffix(".toml")
