"""The sub-commands, each a few lines around a module that does the work."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import parameters
from postlint.cli.arguments import choice
from postlint.cli.describing import said
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def _config(lang: str) -> Any:
    metavar = said("file-metavar", lang)
    return parameters.option("", "--config", help=said("config", lang), metavar=metavar)


def _ui_lang(lang: str) -> Any:
    return parameters.option("", "--ui-lang", help=said("ui-lang", lang), metavar="da|en")


def _format(lang: str) -> Any:
    return parameters.option("text", "--format", help=said("format", lang), metavar="text|json")


def _rules(lang: str) -> Callable[..., int]:
    def rules(
        ctx: click.Context, format: str = _format(lang), config: str = _config(lang), ui_lang: str = _ui_lang(lang)
    ) -> int:
        from postlint import catalogue
        from postlint.prepare import load

        _check_choice("--format", format, ("text", "json"))
        found = catalogue.entries(*load(_configuration(ctx, config)), lang)
        if format == "json":
            _print_json([catalogue.value(entry) for entry in found])
        else:
            _print(catalogue.table(found, lang))
        return 0

    return rules


def _explain(lang: str) -> Callable[..., int]:
    def explain(
        ctx: click.Context,
        rule: str = parameters.argument(..., help=said("rule", lang), metavar=said("rule-metavar", lang)),
        config: str = _config(lang), ui_lang: str = _ui_lang(lang),
    ) -> int:  # fmt: skip
        from postlint import catalogue
        from postlint.pack import unknown_rule
        from postlint.prepare import load

        settings, rulebook = load(_configuration(ctx, config))
        if rule not in rulebook.rules:
            raise unknown_rule(rule, rulebook.rules)
        on = any(rule == active.id for active in rulebook.active(settings))
        entry = catalogue.entry(rulebook.rules[rule], settings, rulebook, lang, on=on)
        _print(catalogue.explanation(entry, _examples(rule, settings, lang), lang))
        return 0

    return explain


def _coverage(lang: str) -> Callable[..., int]:
    def coverage(
        ctx: click.Context,
        words: list[str] = parameters.argument([], help=said("cover-words", lang), metavar=said("cover-metavar", lang)),  # noqa: B008
        format: str = parameters.option("text", "--format", help=said("cover-format", lang), metavar="text|json|html"),
        config: str = _config(lang), ui_lang: str = _ui_lang(lang),
        now: str = parameters.option("", "--now", help=said("now", lang), metavar=said("moment-metavar", lang)),
    ) -> int:  # fmt: skip
        from postlint.cli.covering import FORMATS, cover, told

        _check_choice("--format", format, FORMATS)
        found, status = cover(_configuration(ctx, config), words, now or _asked(ctx, "now"), lang)
        if format == "json":
            from postlint.coverage.values import value

            _print_json(value(found))
        else:
            if format == "html":
                _speak_utf_8()
            _print(told(found, format))
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
        config: str = _config(lang), ui_lang: str = _ui_lang(lang),
        now: str = parameters.option("", "--now", help=said("now", lang), metavar=said("moment-metavar", lang)),
    ) -> int:  # fmt: skip
        from postlint.examples import MOMENT, pack_trial, shipped_trial

        moment = now or MOMENT
        chosen = config or _asked(ctx, "config")
        trials = [pack_trial(pack, chosen, moment) for pack in packs] or [shipped_trial(moment)]
        failed = [trial for trial in trials if _run_trial(trial, lang)]
        return int(bool(failed))

    return test


def _run_trial(trial: Any, lang: str) -> bool:
    """Print the failures of a trial and its counts; say whether there were any."""
    from postlint.examples import collect, failure, lacking

    examples = collect(trial.files)
    problems = [*lacking(trial.files), *filter(None, (failure(trial.linter, example) for example in examples))]
    _print(problem._replace(path=_nearer(problem.path)).tell(lang) for problem in problems)
    rules = {example.rule for example in examples}
    _print([say("examples-counted", lang, examples=len(examples), rules=len(rules), failures=len(problems))])
    return bool(problems)


def _doctor(lang: str) -> Callable[..., int]:
    def doctor(ctx: click.Context, config: str = _config(lang), ui_lang: str = _ui_lang(lang)) -> int:
        from postlint import diagnosis
        from postlint.cli.doctoring import lines
        from postlint.prepare import load

        path = _configuration(ctx, config)
        problems = diagnosis.broken(path)
        for problem in dict.fromkeys(problem.tell(lang) for problem in problems):
            print(f"postlint: {problem}", file=sys.stderr)
        if problems:
            return 2
        settings, rulebook = load(path)
        _print(lines(settings, rulebook, diagnosis.cache_state(path), lang))
        return 0

    return doctor


def _schema(lang: str) -> Callable[..., int]:
    def schema(
        what: str = parameters.argument(..., help=said("what", lang), metavar="post|config|pack"),
        ui_lang: str = _ui_lang(lang),
    ) -> int:
        from postlint.pack_shape import PACK
        from postlint.post_shape import POST
        from postlint.schema import json_schema
        from postlint.settings_shape import CONFIGURATION

        _check_choice("schema", what, _SCHEMAS)
        table = {"post": POST, "config": CONFIGURATION, "pack": PACK}[what]
        _print_json(json_schema(table, f"postlint {what}", lang))
        return 0

    return schema


def _asked(ctx: click.Context, name: str) -> str:
    """Return an option that stood before the sub-command."""
    return str((ctx.find_root().obj or {}).get(name, "") or "")


def _configuration(ctx: click.Context, config: str) -> str:
    from postlint.configuration import find

    return config or _asked(ctx, "config") or find(os.getcwd())


def _check_choice(key: str, value: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise choice(key, value, allowed)


def _nearer(path: str) -> str:
    """Return a path as seen from the current folder, where that is shorter."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return near if len(near) < len(path) else path


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        encoding = sys.stdout.encoding or "utf-8"
        print(line.encode(encoding, "replace").decode(encoding))


def _speak_utf_8() -> None:
    """Write UTF-8 from here on, whatever the terminal: what follows is a file for another program."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")


def _print_json(value: object) -> None:
    import json

    _speak_utf_8()
    print(json.dumps(value, ensure_ascii=False, indent=2))
