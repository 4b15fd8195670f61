"""A written policy: its clauses in our own words, and which rules carry each."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PolicyClause(NamedTuple):
    """One clause. ``title`` is said once per language. ``rules`` is empty for guidance, and ``why`` says why."""

    id: str
    title: Mapping[str, str]
    rules: tuple[str, ...]
    why: Mapping[str, str]


class Policy(NamedTuple):
    """A policy and its clauses, in the order of the text."""

    id: str
    title: Mapping[str, str]
    clauses: tuple[PolicyClause, ...]
