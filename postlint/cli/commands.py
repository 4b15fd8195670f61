"""The sub-commands, each a few lines around a module that does the work."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import asking, parameters
from postlint.cli.describing import said
from postlint.cli.printing import print_json, print_lines, speak_utf_8
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHEMAS = ("post", "config", "pack")
# Sub-commands with a file of their own, whose ``build(lang)`` returns the function, or a group of functions.
_ELSEWHERE = {
    "init": "postlint.cli.starting_questions",
    "consent": "postlint.cli.consents",
    "images": "postlint.cli.showing_pictures",
    "calendar": "postlint.cli.planning",
    "verify": "postlint.cli.verifying",
    "watch": "postlint.cli.watching",
    "lsp": "postlint.cli.serving_editors",
    "serve": "postlint.cli.serving",
    "native-host": "postlint.cli.native_hosting",
    "install-native-host": "postlint.cli.native_installing",
}


def build(name: str, lang: str) -> Callable[..., int] | click.Group:
    """Return the function of a sub-command, or its group of sub-commands, their options described in ``lang``."""
    bodies: dict[str, Callable[[str], Callable[..., int]]] = {
        "rules": _rules, "explain": _explain, "coverage": _coverage, "test": _test, "doctor": _doctor,
        "schema": _schema,
    }  # fmt: skip
    if name in bodies:
        return bodies[name](lang)
    built: Callable[..., int] | click.Group = import_module(_ELSEWHERE[name]).build(lang)
    return built


def _rules(lang: str) -> Callable[..., int]:
    def rules(
        ctx: click.Context, format: str = asking.format(lang), config: str = asking.config(lang),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint import catalogue
        from postlint.prepare import load

        asking.check_choice("--format", format, ("text", "json"))
        found = catalogue.entries(*load(asking.configuration(ctx, config)), lang)
        if format == "json":
            print_json([catalogue.value(entry) for entry in found])
        else:
            print_lines(catalogue.table(found, lang))
        return 0

    return rules


def _explain(lang: str) -> Callable[..., int]:
    def explain(
        ctx: click.Context,
        rule: str = parameters.argument(..., help=said("rule", lang), metavar=said("rule-metavar", lang)),
        config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint import catalogue
        from postlint.pack import unknown_rule
        from postlint.prepare import load

        settings, rulebook = load(asking.configuration(ctx, config))
        if rule not in rulebook.rules:
            raise unknown_rule(rule, rulebook.rules)
        on = any(rule == active.id for active in rulebook.active(settings))
        entry = catalogue.entry(rulebook.rules[rule], settings, rulebook, lang, on=on)
        print_lines(catalogue.explanation(entry, _examples(rule, settings, lang), lang))
        return 0

    return explain


def _coverage(lang: str) -> Callable[..., int]:
    def coverage(
        ctx: click.Context,
        words: list[str] = parameters.argument([], help=said("cover-words", lang), metavar=said("cover-metavar", lang)),  # noqa: B008
        format: str = asking.format(lang, "text|json|html", "cover-format"),
        config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang),
        now: str = asking.now(lang),
    ) -> int:  # fmt: skip
        from postlint.cli.covering import FORMATS, cover, told

        asking.check_choice("--format", format, FORMATS)
        found, status = cover(asking.configuration(ctx, config), words, now or asking.asked(ctx, "now"), lang)
        if format == "json":
            from postlint.coverage.values import value

            print_json(value(found))
        else:
            if format == "html":
                speak_utf_8()
            print_lines(told(found, format))
        return status

    return coverage


def _examples(rule: str, settings: Any, lang: str) -> list[tuple[bool, str]]:
    from postlint.examples import collect
    from postlint.pack import read
    from postlint.prepare import pack_paths

    found = collect([read(path, shipped) for path, shipped in pack_paths(settings)])
    return [(one.bad, one.told()) for one in found if one.rule == rule and one.lang == lang]


def _test(lang: str) -> Callable[..., int]:
    def test(
        ctx: click.Context,
        packs: list[str] = parameters.argument([], help=said("packs", lang), metavar=said("pack-metavar", lang)),  # noqa: B008
        config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang),
        now: str = asking.now(lang),
    ) -> int:  # fmt: skip
        from postlint.examples import MOMENT, pack_trial, shipped_trial

        moment = now or MOMENT
        chosen = config or asking.asked(ctx, "config")
        trials = [pack_trial(pack, chosen, moment) for pack in packs] or [shipped_trial(moment)]
        failed = [trial for trial in trials if _run_trial(trial, lang)]
        return int(bool(failed))

    return test


def _run_trial(trial: Any, lang: str) -> bool:
    """Print the failures of a trial and its counts; say whether there were any."""
    from postlint.examples import collect, failure, lacking

    examples = collect(trial.files)
    problems = [*lacking(trial.files), *filter(None, (failure(trial.linter, example) for example in examples))]
    print_lines(problem._replace(path=_nearer(problem.path)).tell(lang) for problem in problems)
    rules = {example.rule for example in examples}
    print_lines([say("examples-counted", lang, examples=len(examples), rules=len(rules), failures=len(problems))])
    return bool(problems)


def _doctor(lang: str) -> Callable[..., int]:
    def doctor(ctx: click.Context, config: str = asking.config(lang), ui_lang: str = asking.ui_lang(lang)) -> int:
        from postlint import diagnosis
        from postlint.cli.doctoring import lines
        from postlint.prepare import load

        path = asking.configuration(ctx, config)
        problems = diagnosis.broken(path)
        for problem in dict.fromkeys(problem.tell(lang) for problem in problems):
            print(f"postlint: {problem}", file=sys.stderr)
        if problems:
            return 2
        settings, rulebook = load(path)
        print_lines(lines(settings, rulebook, diagnosis.cache_state(path), lang))
        return 0

    return doctor


def _schema(lang: str) -> Callable[..., int]:
    def schema(
        what: str = parameters.argument(..., help=said("what", lang), metavar="post|config|pack"),
        ui_lang: str = asking.ui_lang(lang),
    ) -> int:
        from postlint.pack_shape import PACK
        from postlint.post_shape import POST
        from postlint.schema import json_schema
        from postlint.settings_shape import CONFIGURATION

        asking.check_choice("schema", what, _SCHEMAS)
        table = {"post": POST, "config": CONFIGURATION, "pack": PACK}[what]
        print_json(json_schema(table, f"postlint {what}", lang))
        return 0

    return schema


def _nearer(path: str) -> str:
    """Return a path as seen from the current folder, where that is shorter."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return near if len(near) < len(path) else path
