"""``postlint consent add``, ``withdraw``, ``expire`` and ``erase``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from postlint.cli import parameters
from postlint.cli.arguments import choice
from postlint.cli.consents import asking
from postlint.cli.consents.picture import picture as looked_at
from postlint.cli.consents.showing import about_to_expire
from postlint.cli.consents.telling import say_line, warn
from postlint.cli.describing import said
from postlint.consent import recording
from postlint.consent.database import opened, person_number, rows, rows_with, wipe, writing
from postlint.consent.erasing import erase as erase_person
from postlint.consent.holding import conflicts, same
from postlint.consent.register import BASES, Consent
from postlint.problem import PostlintError, Problem
from postlint.wording import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def add(lang: str) -> Callable[..., int]:
    """Return the function that records one consent."""

    def consent_add(
        ctx: click.Context,
        person: str = asking.text("person", lang, "name-metavar"),
        picture: str = asking.text("picture", lang, "file-metavar"),
        channel: list[str] = asking.many("channel", lang),  # noqa: B008
        basis: str = asking.text("basis", lang, "|".join(BASES), BASES[0]),
        purpose: str = asking.text("purpose", lang), given: str = asking.text("given", lang, "date-metavar"),
        expires: str = asking.text("expires", lang, "date-metavar"),
        guardian: str = asking.text("guardian", lang, "name-metavar"), minor: bool = asking.flag("minor", lang),
        evidence: str = asking.text("evidence", lang), by: str = asking.text("by", lang, "name-metavar"),
        ref: str = asking.text("ref", lang), register: str = asking.register(lang),
        config: str = asking.config(lang), now: str = asking.now(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        if basis not in BASES:
            raise choice("--basis", basis, BASES)
        path = asking.writable(asking.located(ctx, register, config))
        today = asking.today(ctx, now)
        shown = looked_at(picture)
        row = Consent(
            ref, person or asking.answer(say("consent-whose", lang)), shown.image, _channels(channel),
            asking.day(given, "given", today), asking.day(expires, "expires"), guardian=guardian, basis=basis,
            purpose=purpose, minor=minor, hashes=shown.hashes, evidence=evidence, recorded_by=asking.recorder(by),
        )  # fmt: skip
        recording.check(row)  # before a register is made for it
        new = not os.path.exists(path)
        with opened(path, create=True) as connection:
            with writing(connection):
                done = recording.add(connection, row)
            others = rows_with(connection, "person", person_number(done.id))
        say_line("consent-added", lang, ref=done.ref, id=done.id)
        _note(path, new, done, others, lang)
        if picture and not shown.hashes and not set(picture) & set("*?["):
            warn("consent-picture-unseen", lang)
        return 0

    return consent_add


def withdraw(lang: str) -> Callable[..., int]:
    """Return the function that withdraws a consent, or all of a person's."""

    def consent_withdraw(
        ctx: click.Context, word: str = asking.word(lang), on: str = asking.text("on", lang, "date-metavar"),
        by: str = asking.text("by", lang, "name-metavar"), register: str = asking.register(lang),
        config: str = asking.config(lang), now: str = asking.now(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        path = asking.writable(asking.located(ctx, register, config))
        day = asking.day(on, "on", asking.today(ctx, now))
        with opened(path) as connection, writing(connection):
            found = recording.meant(rows(connection), word)
            news = [recording.withdraw(connection, row, day, asking.recorder(by)) for row in found]
        for row, is_new in zip(found, news, strict=True):
            code, on = ("consent-withdrawn-now", day) if is_new else ("consent-withdrawn-before", row.withdrawn)
            say_line(code, lang, ref=row.ref, id=row.id, date=on)
        if any(news):
            warn("consent-see-affected", lang, word=found[0].id if len(found) > 1 else found[0].ref)
        return 0

    return consent_withdraw


def expire(lang: str) -> Callable[..., int]:
    """Return the function that lists what expires, or gives a consent its last day."""

    def consent_expire(
        ctx: click.Context,
        word: str = parameters.argument("", help=said("consent-expire-word", lang),
                                   metavar=f"[{said('consent-word-metavar', lang)}]"),
        within: int = parameters.option(30, "--within", help=said("consent-within", lang), min=0,
                                   metavar=said("consent-days-metavar", lang)),
        on: str = asking.text("on", lang, "date-metavar", help="until"), names: bool = asking.flag("names", lang),
        by: str = asking.text("by", lang, "name-metavar"), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang), now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        asking.check_format(format)
        path, today = asking.located(ctx, register, config), asking.today(ctx, now)
        if not word:
            return about_to_expire(path, today, within, format, lang, names=names)
        if not on:
            raise PostlintError(Problem("option-valueless", {"option": "--on"}))
        asking.writable(path)
        asking.day(on, "on")
        with opened(path) as connection, writing(connection):
            found = recording.meant(rows(connection), word)
            for row in found:
                recording.expire(connection, row, on, asking.recorder(by))
        for row in found:
            say_line("consent-expires-now", lang, ref=row.ref, id=row.id, date=on)
        return 0

    return consent_expire


def erase(lang: str) -> Callable[..., int]:
    """Return the function that erases a person."""

    def consent_erase(
        ctx: click.Context, word: str = asking.word(lang, "person-word"), yes: bool = asking.flag("yes", lang),
        by: str = asking.text("by", lang, "name-metavar"), register: str = asking.register(lang),
        config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        path = asking.writable(asking.located(ctx, register, config))
        with opened(path) as connection:
            number = _person(connection, word)
            if number and not yes and asking.answer(say("consent-sure", lang, id=f"p-{number}")) not in _YES:
                raise PostlintError(Problem("consent-not-erased", {}))
            if number:
                _erase(connection, number, asking.recorder(by), lang)
            else:
                say_line("consent-erased-before", lang)
            wipe(connection, path)
        return 0

    return consent_erase


_YES = ("yes", "y", "ja", "j")


def _erase(connection: sqlite3.Connection, number: int, by: str, lang: str) -> None:
    with writing(connection):
        done = erase_person(connection, number, by)
    say_line("consent-erased", lang, id=f"p-{number}", rows=done.rows)
    if done.unguarded:
        warn("consent-unguarded", lang, refs=", ".join(done.unguarded))
    if done.redacted:
        warn("consent-redacted", lang, refs=", ".join(done.redacted))


def _person(connection: sqlite3.Connection, word: str) -> int:
    """Return the number of the person whom a word means, 0 where that one was erased. Raises PostlintError."""
    people = recording.people(connection)
    if same(word) in people:
        return people[same(word)]
    number = person_number(word)
    if number and connection.execute("SELECT 1 FROM log WHERE action = 'erase' AND person = ?", (number,)).fetchone():
        return 0
    return person_number(recording.meant(rows_with(connection, "ref", word), word)[0].id)


def _channels(words: list[str]) -> tuple[str, ...]:
    channels = (channel.lower() for word in words for channel in word.replace(",", " ").split())
    return tuple(dict.fromkeys(channels))


def _note(path: str, new: bool, done: Consent, others: tuple[Consent, ...], lang: str) -> None:
    """Say what is worth knowing of a new row: where its register came to lie, and which rows contradict it."""
    if new and _in_repository(path):
        warn("consent-in-repository", lang, path=path)
    if os.name == "posix" and os.stat(path).st_mode & 0o004:
        warn("consent-open", lang, path=path)
    for counts, other in conflicts(others):
        if done.ref in (counts.ref, other.ref):
            warn("consent-conflict", lang, ref=counts.ref, other=other.ref)


def _in_repository(path: str) -> bool:
    folder = os.path.dirname(os.path.abspath(path))
    while folder != os.path.dirname(folder):
        if os.path.exists(os.path.join(folder, ".git")):
            return True
        folder = os.path.dirname(folder)
    return False
