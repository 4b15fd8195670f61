"""``postlint consent check`` and ``affected``: the people in the pictures of posts, held against the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from postlint.cli import parameters
from postlint.cli.consents import asking
from postlint.cli.consents.recognising import Recogniser
from postlint.cli.consents.showing import Telling
from postlint.cli.consents.telling import print_json, print_line, warn
from postlint.cli.describing import said
from postlint.cli.telling import tell
from postlint.consent.appearing import Appearance, appearances, touched
from postlint.consent.recording import meant
from postlint.consent.register import read_register
from postlint.post import Post
from postlint.problem import Problem
from postlint.readers import STDIN, expand, read
from postlint.readers.source import Warned
from postlint.version import __version__
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence



def check(lang: str) -> Callable[..., int]:
    """Return the function that says for each person in each picture whether a consent holds."""

    def consent_check(
        ctx: click.Context,
        files: list[str] = parameters.argument(..., help=said("consent-files", lang), metavar=said("files", lang)),  # noqa: B008
        names: bool = asking.flag("names", lang), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang), now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        asking.check_format(format)
        found, today = read_register(asking.located(ctx, register, config)), asking.today(ctx, now)
        reading = Reading(files, lang)
        recognise = Recogniser()
        people = [(post, list(appearances(post, found.rows, today, recognise))) for post in reading]
        telling = Telling(found.rows, today, lang, names=names)
        _print(people, telling, format, found.path)
        lacking = any(one.lacks for _, shown in people for one in shown)
        return 2 if reading.failed else int(lacking)

    return consent_check


def affected(lang: str) -> Callable[..., int]:
    """Return the function that lists the posts that a withdrawal touches."""

    def consent_affected(
        ctx: click.Context, word: str = asking.word(lang),
        files: list[str] = parameters.argument(..., help=said("consent-files", lang), metavar=said("files", lang)),  # noqa: B008
        published: bool = asking.flag("published", lang), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang), now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        asking.check_format(format)
        found, today = read_register(asking.located(ctx, register, config)), asking.today(ctx, now)
        means = meant(found.rows, word)
        reading = Reading(files, lang)
        coming = [post for post in reading if published or not post.scheduled or post.scheduled[:10] >= today]
        recognise = Recogniser()
        people = [(post, list(touched(post, found.rows, means, today, recognise))) for post in coming]
        people = [(post, shown) for post, shown in people if shown]
        _print(people, Telling(found.rows, today, lang, names=False), format, found.path)
        _tell_unseen(coming, found.rows, today, lang)
        if not people and format == "text":
            print_line(say("consent-untouched", lang))
        lacking = any(one.lacks for _, shown in people for one in shown)
        return 2 if reading.failed else int(lacking)

    return consent_affected


class Reading:
    """The posts of files and folders, in order; what cannot be read is told, and ``failed`` says that it was."""

    def __init__(self, paths: Sequence[str], lang: str) -> None:
        self.paths, self.lang, self.failed = paths, lang, False

    def __iter__(self) -> Iterator[Post]:
        for path in expand(list(self.paths)):
            for item in [path] if isinstance(path, Problem) else read(path, stdin=_stdin(path)):
                if isinstance(item, Problem):
                    self.failed = True
                    tell(item, self.lang)
                elif isinstance(item, Warned):
                    tell(item.problem, self.lang, warning=True)
                elif isinstance(item, Post):
                    yield item


def _stdin(path: str) -> bytes | None:
    import sys

    return sys.stdin.buffer.read() if path == STDIN else None


def _print(people: list[tuple[Post, list[Appearance]]], telling: Telling, format: str, register: str) -> None:
    if format == "json":
        posts = [
            {"id": post.id, "source": post.origin.path, "scheduled": post.scheduled, "channel": post.channel,
             "people": [_value(one, telling) for one in shown]}
            for post, shown in people
        ]  # fmt: skip
        print_json({"postlint": __version__, "register": register, "posts": posts})
        return
    for post, shown in people:
        print_line(_heading(post))
        for one in shown:
            print_line(f"  {telling.words(one.file, one.verdict.row)}  {_who(one, telling)}  {_told(one, telling)}")


def _heading(post: Post) -> str:
    place = post.id if post.origin.path in (post.id, "-") else f"{post.origin.path}: {post.id}"
    return f"{place} ({post.scheduled})" if post.scheduled else place


def _who(one: Appearance, telling: Telling) -> str:
    """Return what to call somebody: the id, and the name only where names are asked for; a stranger, the place."""
    row = one.verdict.row
    if telling.names and one.name:
        return f"{one.name} ({telling.person(row)})" if telling.person(row) else one.name
    return telling.person(row) or one.field


def _told(one: Appearance, telling: Telling) -> str:
    row = one.verdict.row
    ref = telling.words(row.ref, row) if row else ""
    return telling.said(one.state, row) + (f" ({ref})" if ref else "")


def _value(one: Appearance, telling: Telling) -> dict[str, Any]:
    row = one.verdict.row
    value: dict[str, Any] = {
        "field": one.field, "file": telling.words(one.file, row), "person": telling.person(row) or None,
        "ref": (telling.words(row.ref, row) or None) if row else None, "state": one.state,
        "minor": one.verdict.minor,
    }  # fmt: skip
    return value | ({"name": one.name or None} if telling.names else {})


def _tell_unseen(posts: list[Post], rows: Sequence[Any], today: str, lang: str) -> None:
    """Say how many pictures may show the person without saying so."""
    unseen = sum(one.state in ("unknown", "not-said") for post in posts for one in appearances(post, rows, today))
    if unseen:
        warn("consent-unseen", lang, number=unseen)
