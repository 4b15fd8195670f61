"""``postlint images PICTURE…``: what can be seen in each picture, and what its file tells."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from postlint.cli import parameters
from postlint.cli.arguments import choice
from postlint.cli.describing import said
from postlint.cli.printing import print_lines
from postlint.cli.telling import note, tell
from postlint.problem import PostlintError, Problem
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from postlint.pictures.looking import Looker, Seen

_FORMATS = ("text", "json")


def build(lang: str) -> Callable[..., int]:
    """Return the function of the sub-command, its options described in ``lang``."""

    def option(default: Any, name: str, metavar: str | None, help: str = "") -> Any:
        told = said(help or name, lang)
        return parameters.option(default, f"--{name}", help=told, metavar=metavar)

    file, told, pictures_metavar = (said(code, lang) for code in ("file-metavar", "pictures", "pictures-metavar"))

    def images(
        ctx: click.Context,
        pictures: list[str] = parameters.argument(..., help=told, metavar=pictures_metavar),  # noqa: B008
        format: str = option("text", "format", "text|json"),
        annotate: str = option("", "annotate", file, "picture-annotate"),
        force: bool = option(False, "force", None),
        config: str = option("", "config", file), ui_lang: str = option("", "ui-lang", "da|en"),
    ) -> int:  # fmt: skip
        if format not in _FORMATS:
            raise choice("--format", format, _FORMATS)
        if annotate:
            _check_annotate(pictures, annotate, force=force)
        looker = _looker(config or str((ctx.find_root().obj or {}).get("config", "") or ""))
        found = [(picture, looker.at(picture) or _missing(picture)) for picture in pictures]
        _write(found, format, lang)
        if annotate and not found[0][1].broken:
            _annotate(found[0][1], annotate, lang)
        return 2 if any(seen.broken for _, seen in found) else 0

    return images


def _check_annotate(pictures: list[str], target: str, *, force: bool) -> None:
    from postlint.pictures.annotating import check_target

    if len(pictures) != 1:
        raise PostlintError(Problem("picture-copy-many", {}))
    check_target(target, pictures, force=force)


def _annotate(seen: Seen, target: str, lang: str) -> None:
    from postlint.pictures.annotating import annotate

    annotate(seen, target)
    note("annotated", lang, path=visible(target))


def _looker(config: str) -> Looker:
    from postlint.configuration import find
    from postlint.pictures.looking import looker_for
    from postlint.prepare import load

    settings, _ = load(config or find(os.getcwd()))
    return looker_for(settings)


def _missing(picture: str) -> Seen:
    from postlint.pictures.looking import Seen

    return Seen(picture, broken="picture-missing")


def _write(found: Iterable[tuple[str, Seen]], format: str, lang: str) -> None:
    from postlint.pictures.telling import lines, value

    for picture, seen in found:
        if seen.broken:
            tell(Problem(seen.broken, dict(seen.facts), picture), lang)
    if format == "json":
        _write_json([value(picture, seen) for picture, seen in found])
        return
    for picture, seen in found:
        if not seen.broken:
            print_lines(visible(line) for line in (picture, *(f"  {line}" for line in lines(seen, lang)), ""))


def _write_json(values: list[dict[str, object]]) -> None:
    import json

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(values, ensure_ascii=False, indent=2))
