"""``.yaml``: one post, a list of posts, or several documents of either."""

from __future__ import annotations

from postlint.post import Origin, Post
from postlint.problem import PostlintError, Problem
from postlint.problems import Problems
from postlint.readers.records import posts
from postlint.readers.source import FILE_LIMIT, Source, Warned, load
from postlint.readers.yaml_values import Documents, Entries, Keys, locator, repeated
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(source: Source) -> Iterator[Post | Problem | Warned]:
    """Yield the posts of a YAML file; several are named by their number."""
    decoded, warned = load(source, FILE_LIMIT)
    yield from warned
    row = 0
    for record, line, alone in _records(Documents(decoded.text, source.path)):
        row += 1
        name = source.name if alone else f"{source.name}:{row}"
        yield from _one(record, name, Origin(source.path, line, encoding=decoded.encoding))
    if not row:
        raise PostlintError(Problem("posts-none", {}, source.path))


def _records(documents: Documents) -> Iterator[tuple[object, int, bool]]:
    """Yield each record with its line, and whether it is the only one and not in a list."""
    held: tuple[object, int] | None = None  # the first document, until it is known whether others follow
    count = 0
    broken: PostlintError | None = None
    read = iter(documents)
    while True:
        try:
            document = next(read)
        except StopIteration:
            break
        except PostlintError as error:
            broken = error
            break
        if document is None:
            continue
        count += 1
        if held is not None:
            yield from _spread(*held, alone=False)
        held = document, documents.line
    if held is not None:
        yield from _spread(*held, alone=count == 1 and broken is None)
    if broken is not None:
        raise broken


def _spread(document: object, line: int, *, alone: bool) -> Iterator[tuple[object, int, bool]]:
    if isinstance(document, Entries):
        for record, (at, _) in zip(document, document.places, strict=True):
            yield record, at, False
    else:
        yield document, document.line if isinstance(document, Keys) else line, alone


def _one(record: object, name: str, origin: Origin) -> Iterator[Post | Problem]:
    problems = Problems(origin.path, locator(record), yaml=True)
    for key in repeated(record):
        problems.add("key-twice", key)
    found = posts(record, name, origin, problems)
    for item in found:
        yield item if isinstance(item, Post) or item.line else item._replace(line=origin.line)
