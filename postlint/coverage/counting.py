"""What was found under each clause in the posts of a run."""

from __future__ import annotations

from postlint.coverage.clauses import Coverage, PostCount, Tally
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.finding import PostReport


def with_findings(coverage: Coverage, reports: Sequence[PostReport]) -> Coverage:
    """Return the coverage with what the posts gave. A finding counts under every clause that names its rule."""
    tallies = {tally.rule: tally for tally in _tallies(reports)}
    named: set[str] = set()
    policies = []
    for policy in coverage.policies:
        clauses = []
        for clause in policy.clauses:
            rules = [carrier.rule for carrier in clause.carriers]
            named.update(rules)
            clauses.append(clause._replace(tallies=tuple(tallies[rule] for rule in rules if rule in tallies)))
        policies.append(policy._replace(clauses=tuple(clauses)))
    beyond = tuple(tally for rule, tally in tallies.items() if rule not in named)
    return coverage._replace(policies=tuple(policies), posts=len(reports), beyond=beyond)


def _tallies(reports: Sequence[PostReport]) -> list[Tally]:
    """Return what each rule gave, by rule; rules that gave nothing are left out."""
    found = {rule: [] for rule in _rules(reports)}  # type: dict[str, list[PostCount]]
    waived = dict.fromkeys(found, 0)
    unjudged = dict.fromkeys(found, 0)
    for report in reports:
        rules = [finding.rule for finding in report.findings]
        for rule in dict.fromkeys(rules):
            found[rule].append(PostCount(report.id, report.source, rules.count(rule)))
        for one in report.waived:
            waived[one.finding.rule] += 1
        for rule in {missing.rule for missing in report.not_evaluated}:
            unjudged[rule] += 1
    return [
        Tally(rule, sum(post.findings for post in posts), waived[rule], unjudged[rule], tuple(posts))
        for rule, posts in found.items()
    ]


def _rules(reports: Iterable[PostReport]) -> list[str]:
    names: set[str] = set()
    for report in reports:
        names.update(finding.rule for finding in report.findings)
        names.update(one.finding.rule for one in report.waived)
        names.update(missing.rule for missing in report.not_evaluated)
    return sorted(names)
