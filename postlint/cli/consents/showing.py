"""``postlint consent list`` and ``show``: people by their id, and by name only where names are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from postlint.cli.arguments import choice
from postlint.cli.consents import asking
from postlint.cli.consents.telling import print_json, print_line, print_table
from postlint.consent.holding import MISSES, state
from postlint.consent.masking import Masks
from postlint.consent.recording import meant
from postlint.consent.register import Consent, is_database, is_hash, read_register
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from postlint.consent.log import Entry

STATES = ("holds", *(miss for miss in MISSES if miss not in ("image", "channel")))


def list_rows(lang: str) -> Callable[..., int]:
    """Return the function that lists all rows, or those in one state."""

    def consent_list(
        ctx: click.Context, names: bool = asking.flag("names", lang),
        wanted: str = asking.text("state", lang, "|".join(STATES)), format: str = asking.format(lang),
        register: str = asking.register(lang), config: str = asking.config(lang), now: str = asking.now(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        asking.check_format(format)
        if wanted and wanted not in STATES:
            raise choice("--state", wanted, STATES)
        path, today = asking.located(ctx, register, config), asking.today(ctx, now)
        found = read_register(path).rows
        shown = [row for row in found if wanted in ("", state(row, today))]
        print_rows(shown, Telling(found, today, lang, names=names), format)
        return 0

    return consent_list


def show(lang: str) -> Callable[..., int]:
    """Return the function that shows all that is recorded of a row or a person, and what happened to it."""

    def consent_show(
        ctx: click.Context, word: str = asking.word(lang), names: bool = asking.flag("names", lang),
        format: str = asking.format(lang), register: str = asking.register(lang),
        config: str = asking.config(lang), now: str = asking.now(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        asking.check_format(format)
        path, today = asking.located(ctx, register, config), asking.today(ctx, now)
        found = read_register(path).rows
        means = meant(found, word)
        telling = Telling(found, today, lang, names=names)
        events = _events(path, means)
        if format == "json":
            print_json([telling.value(row) | {"log": [_event(entry) for entry in events[row.ref]]} for row in means])
        else:
            for row in means:
                _print_row(row, telling, events[row.ref])
        return 0

    return consent_show


def about_to_expire(path: str, today: str, within: int, format: str, lang: str, *, names: bool) -> int:
    """Print the consents that have expired, and those that will within some days; withdrawn ones are left out."""
    from datetime import date, timedelta

    last = (date.fromisoformat(today) + timedelta(days=min(within, 36_500))).isoformat()
    found = read_register(path).rows
    due = [row for row in found if row.expires and row.expires[:10] <= last and state(row, today) != "withdrawn"]
    print_rows(sorted(due, key=lambda row: row.expires), Telling(found, today, lang, names=names), format)
    return 0


class Telling:
    """How rows are told: on which day, in which language, and whether with names. Without them, the names of all
    people of the register are masked in running words as well."""

    def __init__(self, rows: Iterable[Consent], today: str, lang: str, *, names: bool) -> None:
        self.today, self.lang, self.names = today, lang, names
        masks = {row.guardian: row.guardian_id or "…" for row in rows if row.guardian}
        self._masks = Masks(masks | {row.person: row.id or row.ref or "…" for row in rows})

    def words(self, text: str, row: Consent | None = None) -> str:
        """Return running words, such as a picture's name, fit to be shown; ``row`` is the one they stand in."""
        own = (row.person, row.guardian) if row else ()
        return text if self.names else self._masks(text, *own)

    def person(self, row: Consent | None) -> str:
        """Return what to call a row's person without a name: the id, else the reference; empty where it has none."""
        return (row.id or self.words(row.ref, row)) if row else ""

    def state(self, row: Consent) -> str:
        """Return in words how a row does today."""
        return self.said(state(row, self.today), row)

    def said(self, how: str, row: Consent | None) -> str:
        """Return in words one of the states of a row, or of an appearance, with the date that says so."""
        dates: dict[str, str] = {}
        if row is not None:
            how = "until" if how == "holds" and row.expires else how
            dates = {"withdrawn": row.withdrawn, "expired": row.expires, "until": row.expires, "not-yet": row.given}
        return say(f"consent-is-{how}", self.lang, date=dates.get(how, "")[:10])

    def picture(self, row: Consent) -> str:
        """Return the picture of a row in one word."""
        image = row.image or next(iter(row.hashes), "")
        shorter = image[:24] + "…" if is_hash(image) else image
        return self.words(shorter, row) or say("consent-any", self.lang)

    def value(self, row: Consent) -> dict[str, Any]:
        """Return a row for programs."""
        value: dict[str, Any] = {
            "ref": self.words(row.ref, row), "person": row.id or None, "state": state(row, self.today),
            "image": self.words(row.image, row), "hashes": list(row.hashes), "channels": list(row.channels),
            "basis": row.basis or None, "purpose": self.words(row.purpose, row), "given": row.given or None,
            "expires": row.expires or None, "withdrawn": row.withdrawn or None, "minor": row.minor,
            "guardian": row.guardian_id or None, "has_guardian": bool(row.guardian),
            "evidence": self.words(row.evidence, row), "recorded_by": self.words(row.recorded_by, row),
        }  # fmt: skip
        return value | ({"name": row.person, "guardian_name": row.guardian or None} if self.names else {})


def print_rows(rows: Iterable[Consent], telling: Telling, format: str) -> None:
    """Print rows as a table, or as JSON."""
    if format == "json":
        print_json([telling.value(row) for row in rows])
        return
    lang = telling.lang
    heading = [say(f"consent-column-{name}", lang) for name in ("ref", "person", "image", "channels", "state")]
    cells = [
        [telling.words(row.ref, row), row.id or "–", telling.picture(row), _channels(row, lang), telling.state(row)]
        for row in rows
    ]
    if telling.names:
        heading.append(say("consent-column-name", lang))
        cells = [[*line, row.person] for line, row in zip(cells, rows, strict=True)]
    if cells:
        print_table(heading, cells)
    else:
        print_line(say("consent-none", lang))


def _print_row(row: Consent, telling: Telling, events: Iterable[Entry]) -> None:
    lang = telling.lang
    guardian = row.guardian if telling.names else row.guardian_id or (row.guardian and say("consent-named", lang))
    fields = {
        "person": row.id or "–", "name": row.person if telling.names else "", "state": telling.state(row),
        "image": telling.words(row.image, row) or say("consent-any", lang), "hashes": " ".join(row.hashes),
        "channels": _channels(row, lang), "basis": row.basis and say(f"consent-basis-{row.basis}", lang),
        "purpose": telling.words(row.purpose, row), "given": row.given, "expires": row.expires,
        "withdrawn": row.withdrawn, "minor": say("consent-minor-yes", lang) if row.minor else "",
        "guardian": guardian, "evidence": telling.words(row.evidence, row), "by": telling.words(row.recorded_by, row),
    }  # fmt: skip
    print_line(telling.words(row.ref, row))
    for name, value in fields.items():
        if value:
            print_line(f"  {say(f'consent-column-{name}', lang)}: {value}")
    for entry in events:
        by = telling.words(str(entry.detail().get("by") or ""), row)
        told = say(f"consent-event-{entry.action}", lang) + (say("consent-event-by", lang, by=by) if by else "")
        print_line(f"  {entry.at.replace('T', ' ')[:16]} UTC  {told}")


def _channels(row: Consent, lang: str) -> str:
    return " ".join(row.channels) or say("consent-any-channel", lang)


def _events(path: str, rows: Iterable[Consent]) -> dict[str, list[Entry]]:
    """Return what the log tells of each row, by reference; nothing for a register that has no log."""
    found: dict[str, list[Entry]] = {row.ref: [] for row in rows}
    if is_database(path):
        from postlint.consent.database import opened
        from postlint.consent.log import entries

        with opened(path) as connection:
            refs = dict(connection.execute("SELECT number, ref FROM consent").fetchall())
            for entry in entries(connection):
                found.get(refs.get(entry.consent, ""), []).append(entry)
    return found


def _event(entry: Entry) -> dict[str, Any]:
    return {"seq": entry.seq, "at": entry.at, "action": entry.action, "hash": entry.hash}
