"""Compare what is found with what people have marked: precision and recall, rule by rule.

    python benchmarks/accuracy.py posts.jsonl labels.jsonl [--config postlint.toml] [--show N]

``posts.jsonl`` holds posts as ``postlint schema post`` describes them, each with an ``id``; ``labels.jsonl`` one
``{"id": ..., "rules": [...]}`` for every post that was looked at: the rules that it breaks, perhaps none. A rule is
right on a post or wrong on it, however many places it marks there.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import postlint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.engine import Linter

NOW = "2026-11-20T12:00:00+01:00"


class Score(NamedTuple):
    """The posts on which one rule spoke rightly, spoke wrongly, and was wrongly silent."""

    right: list[str]
    alarms: list[str]
    missed: list[str]

    def precision(self) -> float | None:
        """Return the share of what was found that is marked; ``None`` where nothing was found."""
        return _share(len(self.right), len(self.alarms))

    def recall(self) -> float | None:
        """Return the share of what is marked that was found; ``None`` where nothing is marked."""
        return _share(len(self.right), len(self.missed))


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def scores(posts: list[dict[str, Any]], marked: Mapping[str, set[str]], linter: Linter) -> dict[str, Score]:
    """Return the score of every rule that is marked or found; posts that nobody looked at are left out."""
    found: dict[str, Score] = {}
    for post in posts:
        if post["id"] not in marked:
            continue
        wanted, told = marked[post["id"]], {finding.rule for finding in postlint.check(post, linter).findings}
        for rule in wanted | told:
            score = found.setdefault(rule, Score([], [], []))
            (score.missed if rule not in told else score.right if rule in wanted else score.alarms).append(post["id"])
    return dict(sorted(found.items()))


def told(found: Mapping[str, Score], show: int) -> str:
    """Return the table, with the posts that came out wrong below it."""
    table = [f"{'rule':28} {'marked':>6} {'precision':>9} {'recall':>9}"]
    for rule, score in found.items():
        marked = len(score.right) + len(score.missed)
        table.append(f"{rule:28} {marked:6} {_percent(score.precision()):>9} {_percent(score.recall()):>9}")
    for rule, score in found.items():
        for word, wrong in (("alarm", score.alarms), ("missed", score.missed)):
            table += [f"{word:6} {rule}: {post}" for post in wrong[:show]]
    return "\n".join(table)


def _share(right: int, wrong: int) -> float | None:
    return right / (right + wrong) if right + wrong else None


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def main(argv: list[str]) -> int:
    """Print the table for one organisation's posts."""
    parser = argparse.ArgumentParser(description="Precision and recall of every rule on labelled posts.")
    parser.add_argument("posts", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--config", default="")
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args(argv)
    marked = {entry["id"]: set(entry["rules"]) for entry in lines(given.labels)}
    print(told(scores(lines(given.posts), marked, postlint.linter(given.config, now=NOW)), given.show))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
