"""The time of ``postlint.check`` in a process that lives on; run by ``speed.py`` with the installed postlint.

    python benchmarks/in_process.py COUNT CONFIGURATION...

Prints a JSON list: for every configuration the CPU milliseconds of each of COUNT posts of 280 characters.
"""

from __future__ import annotations

import json
import sys
from time import process_time_ns

import made_texts

import postlint

WARMING = 200  # posts that are checked first and not counted


def times(configurations: list[str], count: int) -> list[list[float]]:
    """Return the CPU milliseconds a post, configuration by configuration; these take turns post by post."""
    linters = [postlint.linter(path, now="2026-11-20T12:00:00+01:00") for path in configurations]
    found: list[list[float]] = [[] for _ in linters]
    for number, post in enumerate(made_texts.posts(WARMING + count)):
        for linter, spent in zip(linters, found, strict=True):
            start = process_time_ns()
            postlint.check(post, linter)
            if number >= WARMING:
                spent.append((process_time_ns() - start) / 1e6)
    return found


if __name__ == "__main__":
    print(json.dumps(times(sys.argv[2:], int(sys.argv[1]))))
