"""Run the example lines of a rule reference through postlint and list those that come out wrong.

    python benchmarks/reference_lines.py REFERENCE.md postlint.toml [RULE ...]

The reference is Markdown with a heading a rule (``### 2.1 missing-disclaimer``) and lines such as
``- DA ✗ text ¦ text`` (must be reported) and ``✓`` (must not). An example may begin with a role in backquotes
(``[O]``), or be facts in YAML (``images:[{file: a.png}]``). The reference is not part of the project.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import postlint
from postlint.problem import PostlintError

ROLES = {"P": "private", "I": "employee", "O": "official", "V": "vendor", "M": "moderator"}
LINE = re.compile(r"(?:^- |\s— )(DA/EN|DA|EN)? ?([✗✓]) ")
FACTS = re.compile(r"^(images|logos|avatar|banner|author|reply_to|account):? ?")


class Example(NamedTuple):
    """One example: the rule, whether it must be reported, and its text as the reference has it."""

    rule: str
    bad: bool
    text: str


def examples(source: str) -> list[Example]:
    """Return the examples of a reference."""
    found: list[Example] = []
    rule = ""
    for line in source.splitlines():
        heading = re.match(r"### [\d.]+ ([a-z-]+)", line)
        if line.startswith("#"):
            rule = heading[1] if heading else ""
        if not rule or not line.startswith("- "):
            continue
        pieces = LINE.split(line)
        for mark, text in zip(pieces[2::3], pieces[3::3], strict=False):
            found += [Example(rule, mark == "✗", part.strip()) for part in text.split(" ¦ ")]
    return found


def post(text: str) -> dict[str, Any] | None:
    """Return an example as a post, or ``None`` where it is a description and no draft."""
    made: dict[str, Any] = {}
    for tag in re.findall(r"`\[([^\]]*)\]`", text):
        if tag in ROLES:
            made["role"] = ROLES[tag]
        elif tag == "author.is_employee=false":
            made["author"] = {"employee": False}
        elif tag == "schedule earlier":
            made["scheduled"] = "2026-11-23T08:00:00+01:00"
        elif tag != "public_mailboxes":
            return None
    text = re.sub(r"\s*`\[[^\]]*\]`\s*", " ", text).strip()
    if not FACTS.match(text):
        return {**made, "text": text.replace("> ", "> ", 1)}
    return _facts(text, made)


def _facts(text: str, made: dict[str, Any]) -> dict[str, Any] | None:
    try:
        facts = yaml.safe_load(re.sub(r"([:,])(?=\S)", r"\1 ", text).replace("logo: ", "logo:"))
    except yaml.YAMLError:
        return None
    if not isinstance(facts, dict):
        return None
    for key in ("avatar", "banner"):
        if key in facts:
            facts["images"] = [{"file": f"{key}.png", **facts.pop(key)}]
    if "logos" in facts:
        facts["images"] = [{"file": "a.png", "shows": [f"logo:{name}" for name in facts.pop("logos") or []]}]
    for image in facts.get("images", []):
        image.setdefault("people", [])
    return {**made, "text": "", **facts}


def main(argv: list[str]) -> int:
    """Print what comes out wrong, and a line of figures a rule; return 1 where anything is wrong."""
    linter = postlint.linter(argv[1], now="2026-11-20T12:00:00+01:00")
    wanted = set(argv[2:]) or {rule.id for rule in linter.rules}
    tally: dict[str, list[int]] = {}
    for example in examples(Path(argv[0]).read_text(encoding="utf-8")):
        if example.rule not in wanted:
            continue
        right, total, skipped = tally.setdefault(example.rule, [0, 0, 0])
        draft = post(example.text)
        try:
            found = draft and {finding.rule for finding in postlint.check(draft, linter).findings}
        except PostlintError:
            draft, found = None, None
        if draft is None:
            tally[example.rule] = [right, total, skipped + 1]
            continue
        good = (example.rule in (found or set())) == example.bad
        tally[example.rule] = [right + good, total + 1, skipped]
        if not good:
            print(f"{'missed' if example.bad else 'alarm '} {example.rule:26} {example.text}")
    for rule, (right, total, skipped) in tally.items():
        print(f"{rule:28}{right:4} of {total:3} right, {skipped} descriptions left out")
    return int(any(right < total for right, total, _ in tally.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
