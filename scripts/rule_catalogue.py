"""Write docs/rules.md, the catalogue of the rules that come with postlint, from their packs.

    python scripts/rule_catalogue.py           writes the file
    python scripts/rule_catalogue.py --check   says whether it is up to date (exit status 1 if not)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from postlint import catalogue, pack  # noqa: E402
from postlint.checks import CHECKS  # noqa: E402
from postlint.settings import POLICIES, Settings  # noqa: E402
from postlint.wording import say  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.rule import Rule
    from postlint.rulebook import Rulebook

FILE = ROOT / "docs" / "rules.md"
HEADS = {
    "da": ("Dansk", "Alvor", "Uden `strict`", "Roller", "Punkter", "Besked", "Råd"),
    "en": ("English", "Severity", "Without `strict`", "Roles", "Clauses", "Message", "Advice"),
}


def text() -> str:
    """Return the whole catalogue."""
    settings = Settings(policies=POLICIES)
    rulebook = pack.load([(path, True) for path in pack.shipped_files(POLICIES)], list(CHECKS))
    lines = [
        "# The rules · Reglerne",
        "",
        "Made from the packs by `scripts/rule_catalogue.py`; change those, not this file. `postlint explain RULE`",
        "shows examples. · Lavet ud fra regelpakkerne; ret i dem, ikke her. `postlint explain REGEL` viser eksempler.",
        "",
    ]
    for rule in rulebook.rules.values():
        lines += [f"## {rule.id}", "", *_facts(rule, rulebook, settings)]
    return "\n".join(lines).rstrip() + "\n"


def _facts(rule: Rule, rulebook: Rulebook, settings: Settings) -> Iterator[str]:
    for lang in rule.wording:
        here, severity, advisory, roles, clauses, message, advice = HEADS[lang]
        entry = catalogue.entry(rule, settings, rulebook, lang, on=True)
        milder = catalogue.entry(rule, settings._replace(strict=False), rulebook, lang, on=True)
        yield f"**{here}: {entry.title}**"
        yield ""
        yield f"- {severity}: {catalogue.grade(entry, lang)}"
        if milder.grades != entry.grades:
            yield f"- {advisory}: {catalogue.grade(milder, lang)}"
        yield f"- {roles}: {catalogue.roles(rule, lang)}"
        firm = catalogue.firm(rule, lang)
        if firm:
            yield f"- {say('explain-firm', lang)} {' '.join(firm)}"
        numbers = [f"{policy} {clause}" for policy, clause, _ in entry.clauses]
        yield f"- {clauses}: {', '.join(numbers) or say('no-clauses', lang)}"
        yield f"- {message}: {rule.wording[lang].message}"
        yield f"- {advice}: {rule.wording[lang].advice}"
        yield ""


def main(argv: list[str]) -> int:
    """Write the catalogue, or compare it with what it should be."""
    made = text()
    if "--check" in argv:
        return int(not FILE.exists() or FILE.read_text(encoding="utf-8") != made)
    FILE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
