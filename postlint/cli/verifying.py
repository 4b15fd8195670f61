"""``postlint verify RECORD POST…``: whether posts are still those that were looked through, under the same rules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from postlint.cli import parameters
from postlint.cli.arguments import parse
from postlint.cli.asking import asked, check_choice
from postlint.cli.checking import Draft, Run, check_moment
from postlint.cli.describing import said
from postlint.cli.keeping import SAID
from postlint.cli.printing import print_json, print_lines
from postlint.recording import comparing, prints
from postlint.recording.making import configuration
from postlint.wording import say
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.cli.options import Options


class Verification(NamedTuple):
    """What came out. ``rules`` are what a configuration rests on and has changed, ``expired`` the waivers that have
    run out (post, rule, last day), ``unasked`` the recorded posts that nobody asked about."""

    record: dict[str, Any]
    states: tuple[comparing.State, ...]
    rules: list[tuple[str, str]]
    expired: list[tuple[str, str, str]]
    unasked: int

    def changed(self) -> bool:
        """Say whether anything is not as it was."""
        return bool(self.rules or self.expired or any(state.changed() for state in self.states))


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    def words(name: str) -> Any:
        return parameters.argument(..., help=said(name, lang), metavar=said(f"{name}-metavar", lang))

    def option(name: str, metavar: str, default: str = "", helped: str = "") -> Any:
        return parameters.option(default, f"--{name}", help=said(helped or name, lang), metavar=metavar)

    file = said("file-metavar", lang)

    def verify(
        ctx: click.Context, record: str = words("verify-record"), posts: list[str] = words("verify-posts"),  # noqa: B008
        format: str = option("format", "text|json", "text"), config: str = option("config", file, "", "config-each"),
        ui_lang: str = option("ui-lang", "da|en"), now: str = option("now", said("moment-metavar", lang)),
    ) -> int:  # fmt: skip
        check_choice("--format", format, ("text", "json"))
        now = now or asked(ctx, "now")
        check_moment(now)
        read = comparing.read(record)
        options = parse([]).options._replace(
            config=config or asked(ctx, "config"), now=now, record=record, **_said(read.value)
        )
        found, told = _verified(read, posts, options, lang)
        if format == "json":
            print_json(_value(found))
        elif found.states or not told:
            print_lines(_lines(found, lang))
        return 2 if told else int(found.changed())

    return verify


def _said(record: dict[str, Any]) -> dict[str, Any]:
    """Return what the recorded command said of the posts, for they are to be read as they were then."""
    given = {name: record["said"].get(name, "") for name in SAID[:3]}
    return given | {name: tuple(record["said"].get(name, ())) for name in SAID[3:]}


def _verified(
    read: comparing.Recorded, posts: Sequence[str], options: Options, lang: str
) -> tuple[Verification, bool]:
    """Return what came out, and whether something could not be used, which is told."""
    run = Run(options, lang)
    drafts = list(run.drafts(posts))
    found = [prints.of_post(draft.post) for draft in drafts]
    names = {os.path.basename(path) for path in posts}
    whole = any(os.path.isdir(path) for path in posts)
    compared = comparing.compared(read, found, lambda one: whole or one.source in names)
    asked = [read.value["posts"][number] for number in compared.asked]
    expired = comparing.expired(asked, drafts[0].linter.now) if drafts else []
    rules = _rules(read.value, drafts)
    return Verification(read.value, compared.states, rules, expired, compared.unasked), bool(run.told)


def _rules(record: dict[str, Any], drafts: Sequence[Draft]) -> list[tuple[str, str]]:
    """Return what has changed of the configurations that hold for the posts, as against the recorded ones."""
    houses = list({draft.linter.settings.path: draft.linter.settings for draft in drafts}.values())
    found: list[tuple[str, str]] = []
    for settings in houses:
        now = configuration(settings)
        changes = [comparing.rules_changed(before, now) for before in _like(record, now)]
        found += sorted(changes, key=len)[0] if changes else []
    return list(dict.fromkeys(found))


def _like(record: dict[str, Any], now: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the recorded configurations that may be this one: those from a file of that name, else all."""
    same = [one for one in record["configurations"] if one.get("file") == now["file"]]
    return same or record["configurations"]


def _value(found: Verification) -> dict[str, Any]:
    record = {name: found.record[name] for name in ("checked", "by", "postlint") if name in found.record}
    return {
        "record": record, "unchanged": not found.changed(),
        "posts": [{"id": one.id, "source": one.source, "states": list(one.states)} for one in found.states],
        "rules_changed": [{"kind": kind, "name": name} for kind, name in found.rules],
        "expired_waivers": [{"post": post, "rule": rule, "expires": day} for post, rule, day in found.expired],
        "not_asked": found.unasked,
    }  # fmt: skip


def _lines(found: Verification, lang: str) -> Iterator[str]:
    from postlint.writers.html.frame import moment_told

    record = found.record
    by = say("verify-by", lang, name=visible(record["by"])) if record.get("by") else ""
    moment = visible(moment_told(record["checked"], lang))
    yield say("verify-head", lang, moment=moment, by=by, version=visible(str(record.get("postlint", ""))))
    for state in found.states:
        name = state.id if state.id.startswith(state.source) else f"{state.source} [{state.id}]"
        yield f"{visible(name)}: {', '.join(say(f'verify-{one}', lang) for one in state.states)}"
    yield from (say(f"verify-{kind}", lang, name=visible(name)) for kind, name in found.rules)
    for post, rule, date in found.expired:
        yield say("verify-expired", lang, post=visible(post), rule=visible(rule), date=visible(date))
    if found.unasked:
        yield say("verify-unasked-one" if found.unasked == 1 else "verify-unasked-many", lang, number=found.unasked)
    yield say("verify-not-same" if found.changed() else "verify-same", lang)
