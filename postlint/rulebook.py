"""All that the packs and policies say, ready for use: rules by id, policies by id, and the lexicon's index."""

from __future__ import annotations

import os

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from postlint.finding import Clause
    from postlint.lexicon import Index
    from postlint.policy import Policy
    from postlint.rule import Rule
    from postlint.settings import Settings


def rules_folder() -> str:
    """Return the folder of the packs that come with postlint: inside the package, or beside it."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "rules")


class Rulebook(NamedTuple):
    """The rules that were loaded, in a fixed order, the policies, and the index of all families."""

    rules: Mapping[str, Rule]
    policies: Mapping[str, Policy]
    lexicon: Index

    def active(self, settings: Settings) -> list[Rule]:
        """Return the rules that hold for an organisation: those that its policies carry, those of good craft that
        no clause demands (``clauseless``), its own, and those that it switched on, without those switched off."""
        grades = dict(settings.rules)
        carried = {rule for policy in self.policies.values() for clause in policy.clauses for rule in clause.rules}
        found: list[Rule] = []
        for rule in self.rules.values():
            grade = grades.get(rule.id)
            own = not rule.shipped or rule.options.get("clauseless", False)
            if grade == "off" or (grade is None and not (rule.on and (rule.id in carried or own))):
                continue
            found.append(rule)
        return found

    def clauses(self, rule: str, lang: str) -> tuple[Clause, ...]:
        """Return the clauses that a rule serves; those that fewest rules share are most its own and come first."""
        from postlint.finding import Clause

        found = [
            (len(clause.rules), Clause(policy.id, clause.id, clause.title.get(lang) or clause.title.get("en", "")))
            for policy in self.policies.values()
            for clause in policy.clauses
            if rule in clause.rules
        ]
        return tuple(clause for _, clause in sorted(found, key=lambda pair: pair[0]))
