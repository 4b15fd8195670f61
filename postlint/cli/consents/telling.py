"""What ``postlint consent`` prints: lines, tables, values for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from postlint.wording import say
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def print_line(line: str) -> None:
    """Print a line, its control characters made visible, as the stream can write it."""
    encoding = sys.stdout.encoding or "utf-8"
    print(visible(line).encode(encoding, "replace").decode(encoding), flush=True)


def say_line(code: str, lang: str, **facts: str | int) -> None:
    """Print one sentence of what was done."""
    print_line(say(code, lang, **facts))


def warn(code: str, lang: str, **facts: str | int) -> None:
    """Say something beside the result, on standard error."""
    print(f"postlint: {visible(say(code, lang, **facts))}", file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value for programs, in UTF-8 whatever the terminal."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under a heading, in columns as wide as their widest cell."""
    cells = [list(heading), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    for row in cells:
        print_line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
