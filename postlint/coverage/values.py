"""The coverage for programs: plain values for JSON, with a version of their own."""

from __future__ import annotations

from postlint.coverage.clauses import counted
from postlint.record import TYPE_CHECKING
from postlint.version import __version__

if TYPE_CHECKING:
    from typing import Any

    from postlint.coverage.clauses import Coverage, CoveredClause, CoveredPolicy, Tally

VERSION = 1  # changes when a key changes its meaning or goes away; new keys may come


def value(coverage: Coverage) -> dict[str, Any]:
    """Return the coverage as plain values. ``posts`` and what was found are ``null`` where no posts were given."""
    with_posts = coverage.posts is not None
    clauses = [clause for policy in coverage.policies for clause in policy.clauses]
    return {
        "version": VERSION,
        "postlint": __version__,
        "lang": coverage.lang,
        "organisation": coverage.organisation,
        "summary": {"clauses": len(clauses), **counted(clauses)},
        "posts": coverage.posts,
        "policies": [_policy(policy, with_posts) for policy in coverage.policies],
        "beyond": [_tally(tally) for tally in coverage.beyond] if with_posts else None,
    }


def _policy(policy: CoveredPolicy, with_posts: bool) -> dict[str, Any]:
    return {
        "policy": policy.id,
        "title": policy.title,
        "used": policy.used,
        "summary": {"clauses": len(policy.clauses), **counted(policy.clauses)},
        "clauses": [_clause(clause, with_posts) for clause in policy.clauses],
    }


def _clause(clause: CoveredClause, with_posts: bool) -> dict[str, Any]:
    return {
        "clause": clause.id,
        "title": clause.title,
        "status": clause.status,
        "rules": [
            {"rule": carrier.rule, "title": carrier.title, "state": carrier.state} for carrier in clause.carriers
        ],
        "notes": list(clause.notes),
        "findings": clause.findings() if with_posts else None,
        "found": [_tally(tally) for tally in clause.tallies] if with_posts else None,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "rule": tally.rule,
        "findings": tally.findings,
        "waived": tally.waived,
        "not_evaluated": tally.not_evaluated,
        "posts": [post._asdict() for post in tally.posts],
    }
