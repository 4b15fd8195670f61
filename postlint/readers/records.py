"""From a record (keys with values, wherever they stood) to a post."""

from __future__ import annotations

from postlint.post import Origin, Post
from postlint.post_shape import POST
from postlint.problem import PostlintError, Problem
from postlint.problems import Problems
from postlint.readers.source import MEGABYTE, TEXT_LIMIT
from postlint.record import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.keys import Key, Locate


def read_record(record: object, name: str = "-", origin: Origin = Origin("-")) -> Post:  # noqa: B008
    """Return the post that a record holds, as for a program that has it in memory.

    Raises PostlintError with the first problem.
    """
    for read in posts(record, name, origin, Problems(origin.path)):
        if isinstance(read, Post):
            return read
        raise PostlintError(read)
    raise AssertionError("a record gives a post or a problem")


def posts(record: object, name: str, origin: Origin, problems: Problems) -> Iterator[Post | Problem]:
    """Yield the one post of a record, or all that is wrong with it; ``name`` is the id for want of one."""
    given = cast("dict[str, object] | None", POST.read(record, (), problems))
    if given is None:
        yield from problems.found
    else:
        place_waivers(given, problems.locate)
        yield build(given, name, origin)


def place_waivers(given: dict[str, object], locate: Locate, under: Key = ()) -> None:
    """Say of each waiver in the fields ``given`` on which line of the file it stands."""
    waivers = given.get("waivers")
    if isinstance(waivers, tuple):
        lines = [locate((*under, "waivers", number)).line for number in range(len(waivers))]
        given["waivers"] = tuple(one._replace(line=line) for one, line in zip(waivers, lines, strict=True))


def build(given: dict[str, object], name: str, origin: Origin) -> Post | Problem:
    """Return the post of fields that were read, unless its text is too long."""
    text = cast("str", given["text"])
    if len(text) * 4 > TEXT_LIMIT and len(text.encode("utf-8")) > TEXT_LIMIT:
        facts = {"limit": TEXT_LIMIT // MEGABYTE}
        return Problem("text-too-long", facts, origin.path, origin.line)
    given["id"] = given.get("id") or name
    return Post(**given, origin=origin)  # type: ignore[arg-type]
