"""Count what is found in ordinary texts, where next to nothing should be.

    python benchmarks/ordinary.py [--config postlint.toml] [--show N] TEXTS.jsonl...

Every line is a JSON object with a ``text``, or a string. Prints the findings per 1,000 sentences by rule and
severity, and up to N examples of each (default 3).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import postlint
from postlint.post import Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.engine import Linter

NOW = "2026-11-20T12:00:00+01:00"


class Count(NamedTuple):
    """Sentences read, findings by ``(rule, severity)``, and the sentences of some of them."""

    sentences: int
    found: Counter[tuple[str, str]]
    examples: dict[tuple[str, str], list[str]]


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of JSONL files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                entry = json.loads(line)
                yield entry if isinstance(entry, str) else entry["text"]


def count(pieces: Iterable[str], linter: Linter, show: int) -> Count:
    """Check every text and count what is found."""
    sentences = 0
    found: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in pieces:
        post = Post("-", text)
        sentences += len(linter.read(post).text.sentences)
        for finding in linter.check(post).findings:
            key = finding.rule, finding.severity
            found[key] += 1
            if len(examples[key]) < show:
                examples[key].append(f"[{finding.words}] {' '.join(text.split())[:160]}")
    return Count(sentences, found, examples)


def told(counted: Count) -> str:
    """Return the table, with the examples below it."""
    share = 1_000 / max(counted.sentences, 1)
    total = counted.found.total()
    lines = [f"{counted.sentences:,} sentences, {total} findings, {total * share:.2f} in 1,000 sentences", ""]
    for (rule, severity), number in counted.found.most_common():
        lines.append(f"{rule:28} {severity:8} {number:5} {number * share:7.2f}")
    for (rule, severity), shown in counted.examples.items():
        lines += ["", f"{rule} ({severity})", *(f"  {example}" for example in shown)]
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    """Print the table for the files given."""
    parser = argparse.ArgumentParser(description="Findings per 1,000 sentences of ordinary text.")
    parser.add_argument("--config", default="")
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args(argv)
    print(told(count(texts(given.files), postlint.linter(given.config, now=NOW), given.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
