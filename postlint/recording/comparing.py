"""Holding posts against a record: which are still those that were looked through, and what else has changed since."""

from __future__ import annotations

import json

from postlint.decoding import read_file
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.recording.making import FORMAT, VERSION
from postlint.recording.prints import Picture, Prints, of_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

_LIMIT = 256 * 2**20  # bytes
UNCHANGED, TEXT, FACTS, PICTURE = "unchanged", "text-changed", "facts-changed", "picture-changed"
NEW, GONE = "not-in-record", "no-longer-there"
EMPTY = of_text("")  # says nothing of which post it is


class Recorded(NamedTuple):
    """A record that was read; ``posts`` stand beside their prints, in order."""

    value: dict[str, Any]
    prints: tuple[Prints, ...]


class State(NamedTuple):
    """How a post stands to the record: one of the states above, or several changes."""

    id: str
    source: str
    states: tuple[str, ...]

    def changed(self) -> bool:
        """Say whether it is not the one that was looked through."""
        return self.states != (UNCHANGED,)


def read(path: str) -> Recorded:
    """Return the record in a file. Raises PostlintError where there is none that can be used."""
    try:
        value = json.loads(read_file(path, _LIMIT).text)
        if value["format"] != FORMAT or value["format_version"] != VERSION:
            raise ValueError
        _look_over(value)
        return Recorded(value, tuple(_prints(post) for post in value["posts"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PostlintError(Problem("record-format", {"version": VERSION}, path)) from None


def _look_over(value: dict[str, Any]) -> None:
    """Raise where a record lacks what is asked of it later, or has it in another shape."""
    words = [value["checked"], value.get("by", "")]
    for said in value["said"].values():
        words += said if isinstance(said, list) else [said]
    for one in value["configurations"]:
        words += [part for entry in (*one["policies"], *one["packs"]) for part in (entry["name"], entry["sha256"])]
        words += [one["settings"], one["register"] or ""]
    for post in value["posts"]:
        words += [part for waiver in post["waived"] for part in (waiver["rule"], waiver["expires"] or "")]
        if not 0 <= post["configuration"] < len(value["configurations"]):
            raise ValueError
    if not all(isinstance(word, str) for word in words):
        raise TypeError


def _prints(post: dict[str, Any]) -> Prints:
    pictures = tuple(Picture(one["field"], one["sha256"] or "") for one in post["pictures"])
    found = Prints(post["id"], post["source"], post["text_sha256"], post["facts_sha256"], pictures)
    if not all(isinstance(part, str) for part in (*found[:4], *(part for one in pictures for part in one))):
        raise TypeError
    return found


class Comparison(NamedTuple):
    """How posts stand to a record: each post, then the recorded ones that were asked about and are no longer there.

    ``asked`` are the numbers of the recorded posts that were found again, ``unasked`` how many nobody asked about.
    """

    states: tuple[State, ...]
    asked: tuple[int, ...]
    unasked: int


def compared(record: Recorded, posts: Sequence[Prints], wanted: Callable[[Prints], bool]) -> Comparison:
    """Return how posts stand to a record; of the recorded ones that are not found again those ``wanted`` are missed.

    A post is taken for the recorded one with the same text, however it is called, before one with the same name.
    """
    left: dict[int, Prints] = dict(enumerate(record.prints))
    before: dict[int, Prints] = {}
    for likeness in (_whole, _name_and_text, _text_and_facts, _text, _name):
        _pair(likeness, posts, left, before)
    states = [
        State(post.id, post.source, _states(before[number], post) if number in before else (NEW,))
        for number, post in enumerate(posts)
    ]
    gone = [one for one in left.values() if wanted(one)]
    states += [State(one.id, one.source, (GONE,)) for one in gone]
    asked = tuple(number for number in range(len(record.prints)) if number not in left)
    return Comparison(tuple(states), asked, len(left) - len(gone))


def _pair(
    likeness: Callable[[Prints], tuple[object, ...] | None],
    posts: Sequence[Prints], left: dict[int, Prints], before: dict[int, Prints],
) -> None:  # fmt: skip
    """Pair posts that have no recorded one yet with those ``left`` that are like them, in the order of both."""
    places: dict[tuple[object, ...], list[int]] = {}
    for place, one in left.items():
        if (like := likeness(one)) is not None:
            places.setdefault(like, []).append(place)
    for number, post in enumerate(posts):
        like = likeness(post)
        if number not in before and like is not None and places.get(like):
            before[number] = left.pop(places[like].pop(0))


def _whole(one: Prints) -> tuple[object, ...]:
    return one


def _name_and_text(one: Prints) -> tuple[object, ...]:
    return one.id, one.source, one.text


def _text_and_facts(one: Prints) -> tuple[object, ...] | None:
    return (one.text, one.facts) if one.text != EMPTY else None


def _text(one: Prints) -> tuple[object, ...] | None:
    return (one.text,) if one.text != EMPTY else None


def _name(one: Prints) -> tuple[object, ...]:
    return one.id, one.source


def _states(before: Prints, now: Prints) -> tuple[str, ...]:
    same = {
        TEXT: before.text == now.text,
        FACTS: before.facts == now.facts,
        PICTURE: sorted(one.print for one in before.pictures) == sorted(one.print for one in now.pictures),
    }
    if same[FACTS]:  # then the same pictures stand in the same places
        same[PICTURE] = before.pictures == now.pictures
    return tuple(state for state, kept in same.items() if not kept) or (UNCHANGED,)


def rules_changed(before: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what a configuration rests on and is no longer the same: ``(kind, name)``."""
    found: list[tuple[str, str]] = []
    for kind in ("policies", "packs"):
        old, new = ({one["name"]: one["sha256"] for one in side[kind]} for side in (before, now))
        found += [(kind, name) for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    found += [(kind, "") for kind in ("settings", "register") if before[kind] != now[kind]]
    return found


def expired(posts: Iterable[dict[str, Any]], now: str) -> list[tuple[str, str, str]]:
    """Return the waivers that have run out by ``now``: post, rule, and the last day on which they held."""
    return [
        (post["id"], waiver["rule"], waiver["expires"])
        for post in posts
        for waiver in post["waived"]
        if waiver["expires"] and waiver["expires"].replace("-", "")[:8] < now.replace("-", "")[:8]
    ]
