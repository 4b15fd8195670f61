"""How far each clause of a policy is checked here: by rules, partly, by people only, or not at all."""

from __future__ import annotations

from postlint.catalogue import title
from postlint.diagnosis import lacks
from postlint.grading import holds_for
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from postlint.policy import Policy, PolicyClause
    from postlint.rulebook import Rulebook
    from postlint.settings import Settings

CHECKED, PARTLY, PERSON, NO_RULE = STATUSES = ("checked", "partly", "needs-a-person", "not-a-rule")
ON, LIMITED, OFF, SILENT, UNBUILT = STATES = ("on", "limited", "off", "lacks-facts", "not-built")
WORKING = (ON, LIMITED)


class Carrier(NamedTuple):
    """A rule that a clause names, with its name in plain words. ``state`` is one of ``STATES``: ``limited`` where it
    leaves public employees' own posts alone, ``off`` in this configuration, ``lacks-facts`` where the configuration
    does not say what it needs, ``not-built`` where no pack has it. ``note`` says so to a person."""

    rule: str
    title: str
    state: str
    note: str = ""


class PostCount(NamedTuple):
    """How many findings of one rule a post has, by the id and the source of the post."""

    id: str
    source: str
    findings: int


class Tally(NamedTuple):
    """What one rule found in the posts given. ``waived`` counts findings that somebody answers for, which are not
    among ``findings``; ``not_evaluated`` counts posts that the rule could not judge."""

    rule: str
    findings: int
    waived: int
    not_evaluated: int
    posts: tuple[PostCount, ...]


class CoveredClause(NamedTuple):
    """One clause. ``status`` is one of ``STATUSES``; ``notes`` say what is left to people, and why."""

    id: str
    title: str
    status: str
    carriers: tuple[Carrier, ...]
    notes: tuple[str, ...]
    tallies: tuple[Tally, ...] = ()

    def findings(self) -> int:
        """Return the number of findings under the clause."""
        return sum(tally.findings for tally in self.tallies)


class CoveredPolicy(NamedTuple):
    """A policy, and whether the configuration uses it."""

    id: str
    title: str
    used: bool
    clauses: tuple[CoveredClause, ...]


class Coverage(NamedTuple):
    """Everything that the command shows. ``posts`` is the number of posts checked, ``None`` where none were given;
    ``beyond`` holds what was found by rules that no clause shown here names."""

    lang: str
    organisation: str
    config: str
    day: str
    policies: tuple[CoveredPolicy, ...]
    posts: int | None = None
    beyond: tuple[Tally, ...] = ()


def covered(policy: Policy, settings: Settings, rulebook: Rulebook, lang: str, *, used: bool) -> CoveredPolicy:
    """Return a policy with each clause's status; the rulebook is that of ``settings``."""
    active = {rule.id for rule in rulebook.active(settings)}
    clauses: list[CoveredClause] = []
    for clause in policy.clauses:
        carriers = tuple(_carrier(name, active, settings, rulebook, lang) for name in clause.rules)
        clauses.append(
            CoveredClause(
                clause.id, _in(clause.title, lang), _status(clause, carriers), carriers, _notes(clause, carriers, lang)
            )
        )
    return CoveredPolicy(policy.id, _in(policy.title, lang) or policy.id, used, tuple(clauses))


def counted(clauses: Sequence[CoveredClause]) -> dict[str, int]:
    """Return how many clauses have each status, in the order of ``STATUSES``."""
    statuses = [clause.status for clause in clauses]
    return {status: statuses.count(status) for status in STATUSES}


def findings(clauses: Sequence[CoveredClause]) -> int:
    """Return the number of findings under clauses, each counted once however many of them name its rule."""
    found = {tally.rule: tally.findings for clause in clauses for tally in clause.tallies}
    return sum(found.values())


def _in(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or next(iter(texts.values()), "")


def _carrier(name: str, active: set[str], settings: Settings, rulebook: Rulebook, lang: str) -> Carrier:
    rule = rulebook.rules.get(name)
    if rule is None:
        return Carrier(name, name, UNBUILT, say("coverage-not-built", lang, rule=name))
    told = title(rule, lang)
    if name not in active:
        return Carrier(name, told, OFF, say("coverage-off", lang, rule=name))
    # Without any configuration this shows what the policy's rules can do, not what an organisation has set up.
    lack = next((need.code for need in lacks(rule, settings) if need.vital), "") if settings.path else ""
    if lack:
        return Carrier(name, told, SILENT, say("coverage-lacks-facts", lang, rule=name, lack=say(lack, lang)))
    roles = [role for role in rule.roles if holds_for(rule, role, settings)]
    if len(roles) < len(rule.roles):
        return Carrier(name, told, LIMITED if roles else OFF, say("coverage-limited", lang, rule=name))
    return Carrier(name, told, ON)


def _status(clause: PolicyClause, carriers: Sequence[Carrier]) -> str:
    if not carriers:
        return PERSON if clause.person else NO_RULE
    states = [carrier.state for carrier in carriers]
    if not any(state in WORKING for state in states):
        return PERSON
    whole = all(state == ON for state in states) and not clause.why and not clause.person
    return CHECKED if whole else PARTLY


def _notes(clause: PolicyClause, carriers: Sequence[Carrier], lang: str) -> tuple[str, ...]:
    """Return the clause's own reason, unless no rule of it is on, and why single rules see nothing here."""
    works = not carriers or any(carrier.state in WORKING for carrier in carriers)
    own = [_in(clause.why, lang)] if clause.why and works else []
    return (*own, *(carrier.note for carrier in carriers if carrier.note))
