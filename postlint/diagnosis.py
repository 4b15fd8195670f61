"""What a configuration lets postlint see: rules that can fire, facts that they lack, files that are broken."""

from __future__ import annotations

import os
from functools import partial

from postlint import store
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.rule import Rule


class Need(NamedTuple):
    """A fact that rules of one check need: ``code`` names the sentence that says it is missing, ``given`` looks
    whether it is there. ``vital``: without it the rule never fires."""

    check: str
    code: str
    given: Callable[[Settings], bool]
    vital: bool = True
    target: str = ""


def _named(settings: Settings) -> bool:
    return bool(settings.organisation.name)


def _spells(settings: Settings) -> bool:
    from postlint.spelling.speller import speller

    return speller() is not None


def _looks(settings: Settings) -> bool:
    from importlib.util import find_spec

    return find_spec("cv2") is not None


NEEDS = (
    Need("obligation", "lacks-name", _named, vital=False),
    Need("image-logo", "lacks-name", _named),
    Need("image-logo", "lacks-logos", lambda settings: bool(settings.organisation.logos), vital=False),
    Need("address", "lacks-domains", lambda settings: bool(settings.organisation.email_domains)),
    Need("image-people", "lacks-register", lambda settings: bool(settings.register), vital=False),
    Need("image-people", "lacks-images", _looks, vital=False),
    Need("spelling", "lacks-spell", _spells),
    Need("staffing", "lacks-hours", lambda settings: any(settings.calendar[:2])),
    Need("target-evaluation", "lacks-competitors", lambda settings: bool(settings.competitors), target="competitor"),
    Need("target-evaluation", "lacks-name", _named, target="organisation"),
    Need("target-evaluation", "lacks-customers", lambda settings: bool(settings.customers), target="customer"),
)


def lacks(rule: Rule, settings: Settings) -> list[Need]:
    """Return the facts that a rule needs and the configuration does not give."""
    targets = rule.option("targets")
    return [
        need for need in NEEDS
        if need.check == rule.check and not need.given(settings) and (not need.target or need.target in targets)
    ]  # fmt: skip


def broken(config: str) -> list[Problem]:
    """Return everything that is wrong with a configuration, its packs and its register."""
    from postlint.configuration import look

    settings = Settings()
    if config:
        read = look(config)
        if read.problems:
            return list(read.problems)
        settings = read.settings
    return [*_broken_packs(settings), *_broken_whole(config), *_broken_register(settings.register)]


def _broken_packs(settings: Settings) -> list[Problem]:
    from postlint.pack import read
    from postlint.prepare import pack_paths

    return _problems([partial(read, path, shipped) for path, shipped in pack_paths(settings)])


def _broken_whole(config: str) -> list[Problem]:
    from postlint.prepare import load

    return _problems([partial(load, config)])


def _broken_register(path: str) -> list[Problem]:
    from postlint.consent.register import read_register

    return _problems([partial(read_register, path)]) if path else []


def _problems(steps: Sequence[Callable[[], object]]) -> list[Problem]:
    found: list[Problem] = []
    for step in steps:
        try:
            step()
        except PostlintError as error:
            found.append(error.problem)
    return found


def cache_state(config: str) -> tuple[str, str]:
    """Return the folder of the cache and how it does: ``off``, ``works`` or ``unwritable``.

    The packs must have been loaded once.
    """
    folder = store.folder()
    if not folder:
        return "", "off"
    works = store.load(os.path.abspath(config) if config else "") is not None
    return folder, "works" if works else "unwritable"
