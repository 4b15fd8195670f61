"""The rules and settings in use: read at the start, and again when a file changes; broken new ones are not used."""

from __future__ import annotations

import copy
import os

from postlint import prepare
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.recording.prints import of_file, of_files
from postlint.rulebook import rules_folder
from postlint.store import Stamp, stamp
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.engine import Linter
    from postlint.examples import Example
    from postlint.settings import Settings


class PolicyPrint(NamedTuple):
    """A policy in use: its version, and the hash of its file."""

    id: str
    version: str
    sha256: str


class PackPrint(NamedTuple):
    """A pack in use, with the hash over its files."""

    name: str
    sha256: str


class Ready(NamedTuple):
    """A linter and what it was made from."""

    linter: Linter
    policies: tuple[PolicyPrint, ...]
    packs: tuple[PackPrint, ...]
    stamps: tuple[Stamp, ...]
    read_examples: list[Example]

    def examples(self) -> list[Example]:
        """Return the examples of all rules, read from the packs when they are first asked for."""
        if not self.read_examples:
            from postlint.examples import collect
            from postlint.pack import read as read_pack

            files = [read_pack(path, shipped) for path, shipped in prepare.pack_paths(self.linter.settings)]
            self.read_examples.extend(collect(files))
        return self.read_examples

    def at(self, now: str, ui_lang: str | None) -> Linter:
        """Return the linter for one moment and one language; rules and register are shared with the others."""
        from postlint.engine import moment_now

        linter = copy.copy(self.linter)
        linter.now = now or moment_now()
        linter.ui_lang = ui_lang
        return linter


class Rules:
    """The rules in use. ``config`` is the configuration's path, or empty. Making it raises PostlintError.

    ``problem`` says what is wrong with the files as they are now, where those before are still in use.
    """

    def __init__(self, config: str) -> None:
        self.config = config
        self.ready = read(config)
        self.problem: Problem | None = None
        self._seen = self.ready.stamps

    def look(self) -> bool:
        """Read everything again where a file has changed; say whether one had. Raises nothing."""
        now = _stamps(_watched(self.config, self.ready.linter.settings))
        if now == self._seen:
            return False
        self._seen = now
        try:
            self.ready, self.problem = read(self.config), None
            self._seen = self.ready.stamps
        except PostlintError as error:
            self.problem = error.problem
        return True


def read(config: str) -> Ready:
    """Return the linter of a configuration, its consent register read too. Raises PostlintError."""
    before = _stamps([config] if config else [])
    linter = prepare.linter(config)
    linter.consents()
    settings = linter.settings
    stamps = _stamps(_watched(config, settings))
    # A change while it was being read is seen next time: the older stamp of the configuration counts.
    stamps = (*before, *stamps[len(before) :])
    return Ready(linter, tuple(_policies(settings)), tuple(_packs(settings)), stamps, [])


def _watched(config: str, settings: Settings) -> list[str]:
    """Return the files and folders whose change matters, the configuration first."""
    files = [path for path, _ in prepare.pack_paths(settings)]
    folders = {os.path.dirname(path) for path in files} | {rules_folder()}
    folders.update(folder for pack in settings.packs for folder, _, _ in os.walk(pack))
    register = [settings.register, f"{settings.register}-wal"] if settings.register else []
    return [*([config] if config else []), *register, *files, *sorted(folders)]


def _stamps(paths: Iterable[str]) -> tuple[Stamp, ...]:
    return tuple(stamp(path) for path in paths)


def _policies(settings: Settings) -> Iterable[PolicyPrint]:
    """Yield the policies that the pack files hold; one without a version of its own that came with postlint has
    postlint's."""
    from postlint.pack import read as read_pack

    shipped = os.path.join(rules_folder(), "policies")
    for path, ours in prepare.pack_paths(settings):
        if ours and os.path.dirname(path) != shipped:
            continue
        head = read_pack(path, ours).data.get("policy")
        if head:
            yield PolicyPrint(head["id"], head.get("version", __version__ if ours else ""), of_file(path))


def _packs(settings: Settings) -> Iterable[PackPrint]:
    from postlint.pack import toml_files

    for part in ("core", "da", "en"):
        folder = os.path.join(rules_folder(), part)
        yield PackPrint(part, of_files(toml_files(folder), folder))
    for pack in settings.packs:
        yield PackPrint(os.path.basename(pack), of_files(toml_files(pack), os.path.dirname(pack)))

