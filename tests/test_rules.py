"""Rules prove themselves: every example of the shipped packs, run against the example organisation."""

from __future__ import annotations

from functools import cache

import pytest

from postlint import examples
from postlint.examples import Example, Trial

LEAST = 5  # good and bad examples of each rule in each language


@cache
def trial() -> Trial:
    return examples.shipped_trial()


ALL = examples.collect(trial().files)


def name(example: Example) -> str:
    return f"{example.rule}-{example.lang}-{'bad' if example.bad else 'good'}-{example.line}"


@pytest.mark.parametrize("example", ALL, ids=name)
def test_example_comes_out_right(example: Example) -> None:
    problem = examples.failure(trial().linter, example)
    assert problem is None, problem.tell("en")


def test_every_rule_has_both_languages() -> None:
    lonely = [rule.id for rule in trial().linter.rulebook.rules.values() if set(rule.wording) != {"da", "en"}]
    assert lonely == []


@pytest.mark.parametrize("rule", sorted(trial().linter.rulebook.rules))
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("bad", [True, False], ids=["bad", "good"])
def test_enough_examples(rule: str, lang: str, bad: bool) -> None:
    found = [one for one in ALL if (one.rule, one.lang, one.bad) == (rule, lang, bad)]
    assert len(found) >= LEAST


def test_no_rule_lacks_examples() -> None:
    assert list(examples.lacking(trial().files)) == []
