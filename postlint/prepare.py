"""From a configuration to a linter: settings, packs and the consent register, compiled once and cached."""

from __future__ import annotations

import os

from postlint import store
from postlint.engine import Linter
from postlint.lexicon import Index
from postlint.policy import Policy, PolicyClause
from postlint.record import TYPE_CHECKING
from postlint.rule import Rule, Wording
from postlint.rulebook import Rulebook
from postlint.settings import Competitor, Customer, Disclaimer, Organisation, Quotations, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def linter(config: str = "", *, now: str = "", ui_lang: str | None = None, select: Sequence[str] = (),
           ignore: Sequence[str] = (), **overrides: str) -> Linter:  # fmt: skip
    """Return the linter for a configuration file (empty: the defaults). ``overrides`` are top-level settings,
    such as ``role``. Raises PostlintError."""
    settings, rulebook = load(config)
    settings = settings._replace(**overrides) if overrides else settings  # type: ignore[arg-type]
    _known_rules(settings, rulebook, [*select, *ignore])
    return Linter(settings, rulebook, now=now, ui_lang=ui_lang, select=select, ignore=ignore)


def load(config: str = "") -> tuple[Settings, Rulebook]:
    """Return settings and rulebook of a configuration file, from the cache where it holds. Raises PostlintError."""
    cached = store.load(_name(config))
    if cached is not None:
        return _unpacked(cached)
    from postlint.checks import CHECKS
    from postlint.configuration import load as read_settings
    from postlint.pack import compile_packs, read

    settings = read_settings(config) if config else Settings()
    paths = pack_paths(settings)
    rulebook, table = compile_packs([read(path, shipped) for path, shipped in paths], list(CHECKS))
    _known_rules(settings, rulebook, ())
    store.save(_name(config), _stamps(config, settings, paths), _packed(settings, rulebook), table)
    return settings, rulebook


def pack_paths(settings: Settings) -> list[tuple[str, bool]]:
    """Return the pack files of a configuration as ``(path, shipped)``: the shipped ones, then its own."""
    from postlint.pack import shipped_files, toml_files

    own = [policy for policy in settings.policies if os.sep in policy or "/" in policy]
    paths = [(path, True) for path in shipped_files(settings.policies) if path not in own]
    for pack in settings.packs:
        paths += [(path, False) for path in toml_files(pack)]
    return paths + [(path, False) for path in own]


def _name(config: str) -> str:
    return os.path.abspath(config) if config else ""


def _stamps(config: str, settings: Settings, paths: Sequence[tuple[str, bool]]) -> list[store.Stamp]:
    from postlint.pack import rules_folder

    folders = {os.path.dirname(path) for path, _ in paths} | {pack for pack in settings.packs if os.path.isdir(pack)}
    folders.add(rules_folder())
    here = os.path.dirname(__file__)
    # What compiles the packs counts too: a changed notation must not meet an old cache.
    files = [os.path.join(here, name) for name in ("pack.py", "phrases.py", "rule.py")]
    files += [path for path, _ in paths] + ([config] if config else [])
    return [store.stamp(path) for path in [*files, *sorted(folders)]]


def _known_rules(settings: Settings, rulebook: Rulebook, named: Sequence[str]) -> None:
    """Raise PostlintError where the configuration or the command names a rule that there is not."""
    for rule in [*(rule for rule, _ in settings.rules), *named]:
        if rule not in rulebook.rules:
            from postlint.pack import unknown_rule

            raise unknown_rule(rule, rulebook.rules, settings.path if rule in dict(settings.rules) else "")


def _packed(settings: Settings, rulebook: Rulebook) -> object:
    """Return settings and rules as plain values that ``marshal`` takes."""
    return (
        _plain(settings), tuple(_plain(rule) for rule in rulebook.rules.values()),
        tuple(_plain(policy) for policy in rulebook.policies.values()),
    )  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _unpacked(cached: store.Cached) -> tuple[Settings, Rulebook]:
    plain_settings, plain_rules, plain_policies = cached.head
    rules = [
        Rule._make([*plain[:-1], {lang: Wording(*wording) for lang, wording in plain[-1].items()}])
        for plain in plain_rules
    ]
    policies = [
        Policy(name, title, tuple(PolicyClause(*clause) for clause in clauses))
        for name, title, clauses in plain_policies
    ]
    rulebook = Rulebook(
        {rule.id: rule for rule in rules}, {policy.id: policy for policy in policies}, Index(cached.table)
    )
    return _settings(plain_settings), rulebook


def _settings(plain: Any) -> Settings:
    settings = Settings(*plain)
    return settings._replace(
        organisation=Organisation(*settings.organisation),
        competitors=tuple(Competitor(*rival) for rival in settings.competitors),
        customers=tuple(Customer(*customer) for customer in settings.customers),
        disclaimer=Disclaimer(*settings.disclaimer),
        quotations=Quotations(*settings.quotations),
    )
