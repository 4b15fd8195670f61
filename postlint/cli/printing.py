"""Writing to standard output: for a person in what the terminal can say, for a program in UTF-8."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def print_lines(lines: Iterable[str]) -> None:
    """Write lines for a person; what the terminal's code page cannot say becomes ``?``."""
    for line in lines:
        encoding = sys.stdout.encoding or "utf-8"
        print(line.encode(encoding, "replace").decode(encoding))


def print_json(value: object) -> None:
    """Write a value as JSON for a program."""
    import json

    speak_utf_8()
    print(json.dumps(value, ensure_ascii=False, indent=2))


def speak_utf_8() -> None:
    """Write UTF-8 from here on, whatever the terminal: what follows is a file for another program."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
