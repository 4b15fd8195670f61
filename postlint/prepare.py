"""From a configuration to a linter: settings, packs and the consent register, compiled once and cached."""

from __future__ import annotations

import os

from postlint import store
from postlint.engine import Linter
from postlint.lexicon import Index
from postlint.policy import Policy, PolicyClause
from postlint.record import TYPE_CHECKING
from postlint.rule import Rule, Wording
from postlint.rulebook import Rulebook, rules_folder
from postlint.settings import Calendar, Competitor, Customer, Disclaimer, Organisation, Quotations, Server, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    """Return settings and rulebook of a configuration file, from the cache where it holds. Raises PostlintError.

    Settings and packs are cached apart: whoever edits ``postlint.toml`` does not wait for the packs again.
    """
    settings = _settings_of(config) if config else Settings()
    return settings, rules_for(settings)


def rules_for(settings: Settings) -> Rulebook:
    """Return the rulebook of settings, from the cache where it holds. Raises PostlintError."""
    name = "\n".join(("packs", rules_folder(), *settings.policies, *settings.packs))
    cached = store.load(name)
    if cached is not None:
        cached.table.again = lambda: _compiled(name, settings)[1]
        rulebook = _rulebook(cached)
    else:
        rulebook, _ = _compiled(name, settings)
    _known_rules(settings, rulebook, ())
    return rulebook


def _compiled(name: str, settings: Settings) -> tuple[Rulebook, Mapping[str, Any]]:
    """Return the rulebook and the lexicon's table from the packs themselves, and keep them as ``name``."""
    from postlint.checks import CHECKS
    from postlint.pack import compile_packs, read

    paths = pack_paths(settings)
    rulebook, table = compile_packs([read(path, shipped) for path, shipped in paths], list(CHECKS))
    store.save(name, _pack_stamps(settings, paths), _packed(rulebook), table)
    return rulebook, table


def _settings_of(config: str) -> Settings:
    name = f"settings {os.path.abspath(config)}"
    cached = store.load(name)
    if cached is not None:
        return _settings(cached.head)
    from postlint.configuration import load as read_settings

    settings = read_settings(config)
    watched = [config, settings.register] if settings.register else [config]
    store.save(
        name,
        [store.stamp(path) for path in [*watched, *_code("settings.py", "settings_shape.py")]],
        _plain(settings),
        {},
    )
    return settings


def sources(settings: Settings) -> list[str]:
    """Return the files behind settings that their user may change: configuration, register, policies and packs."""
    from postlint.pack import toml_files

    own = [policy for policy in settings.policies if os.sep in policy or "/" in policy]
    paths = [settings.path, settings.register, *own, *settings.packs]
    paths += [path for pack in settings.packs for path in toml_files(pack)]
    return [path for path in dict.fromkeys(paths) if path]


def pack_paths(settings: Settings) -> list[tuple[str, bool]]:
    """Return the pack files of a configuration as ``(path, shipped)``: the shipped ones, then its own."""
    from postlint.pack import shipped_files, toml_files

    own = [policy for policy in settings.policies if os.sep in policy or "/" in policy]
    paths = [(path, True) for path in shipped_files(settings.policies) if path not in own]
    for pack in settings.packs:
        paths += [(path, False) for path in toml_files(pack)]
    return paths + [(path, False) for path in own]


def _pack_stamps(settings: Settings, paths: Sequence[tuple[str, bool]]) -> list[store.Stamp]:
    folders = {os.path.dirname(path) for path, _ in paths}
    folders.update(folder for pack in settings.packs for folder, _, _ in os.walk(pack))
    folders.add(rules_folder())
    # What compiles the packs counts too: a changed notation must not meet an old cache.
    files = [path for path, _ in paths] + _code("pack.py", "phrases.py", "lexicon.py", "rule.py")
    return [store.stamp(path) for path in [*files, *sorted(folders)]]


def _code(*names: str) -> list[str]:
    here = os.path.dirname(__file__)
    return [os.path.join(here, name) for name in names]


def _known_rules(settings: Settings, rulebook: Rulebook, named: Sequence[str]) -> None:
    """Raise PostlintError where the configuration or the command names a rule that there is not."""
    for rule in [*(rule for rule, _ in settings.rules), *named]:
        if rule not in rulebook.rules:
            from postlint.pack import unknown_rule

            raise unknown_rule(rule, rulebook.rules, settings.path if rule in dict(settings.rules) else "")


def _packed(rulebook: Rulebook) -> object:
    """Return the rules and policies as plain values that ``marshal`` takes."""
    rules = tuple(_plain(rule) for rule in rulebook.rules.values())
    return rules, tuple(_plain(policy) for policy in rulebook.policies.values())


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _rulebook(cached: store.Cached) -> Rulebook:
    plain_rules, plain_policies = cached.head
    rules = [
        Rule._make([*plain[:-1], {lang: Wording(*wording) for lang, wording in plain[-1].items()}])
        for plain in plain_rules
    ]
    policies = [
        Policy(name, title, tuple(PolicyClause(*clause) for clause in clauses))
        for name, title, clauses in plain_policies
    ]
    by_policy = {policy.id: policy for policy in policies}
    return Rulebook({rule.id: rule for rule in rules}, by_policy, Index(cached.table))


def _settings(plain: Any) -> Settings:
    settings = Settings(*plain)
    return settings._replace(
        organisation=Organisation(*settings.organisation),
        competitors=tuple(Competitor(*rival) for rival in settings.competitors),
        customers=tuple(Customer(*customer) for customer in settings.customers),
        disclaimer=Disclaimer(*settings.disclaimer),
        quotations=Quotations(*settings.quotations),
        calendar=Calendar(*settings.calendar),
        server=Server(*settings.server),
    )
