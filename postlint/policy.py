"""A written policy: its clauses in our own words, and which rules carry each."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PolicyClause(NamedTuple):
    """One clause. ``title`` is said once per language. ``rules`` is empty for guidance, and ``why`` says why.

    Beside rules, ``why`` says what they leave to people. ``person``: the clause asks something of a post, but only
    people can judge it.
    """

    id: str
    title: Mapping[str, str]
    rules: tuple[str, ...]
    why: Mapping[str, str]
    person: bool = False


class Policy(NamedTuple):
    """A policy and its clauses, in the order of the text."""

    id: str
    title: Mapping[str, str]
    clauses: tuple[PolicyClause, ...]
