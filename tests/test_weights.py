"""What texts weigh: the table, the traits, what is found by weight alone, and what is let go for want of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import postlint
from postlint.document.traits import FORM, shown, traits
from postlint.document.weights import MIDDLE, SLOTS, Head, Scale, Weights, _head, origin_of, packed, shipped
from postlint.post import Post

ROOT = Path(__file__).parent.parent
WORLD = """policies = ["social-media", "os2samtale", "oktech", "ecxo"]
[organisation]
name = "Kobberdal"
products = ["Klokkeklang"]
[[competitors]]
name = "Svinghjul"
"""


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("world") / "postlint.toml"
    path.write_text(WORLD, encoding="utf-8")
    return postlint.linter(path, now="2026-11-20T12:00:00+01:00")


def table(rows: dict[str, list[int]], rules: int = 2) -> Weights:
    head = Head(FORM, "made-here", {f"rule-{n}": Scale(n, 0.5, -1.0, 2.0, 4.0, -3.0) for n in range(rules)})
    data = packed(head, rows)
    start = data.index(b"\n") + 1
    length = int.from_bytes(data[start : start + 4], "little")
    told = data[start + 4 : start + 4 + length].decode()
    return Weights(memoryview(data), _head(told), start + 4 + length)


def of(weights: Weights, shows: list[str]) -> list[float]:
    total = weights.total(shows)
    return [weights.of(scale, *total) for scale in weights.rules.values()]


def test_a_table_is_read_as_it_was_written() -> None:
    weights = table({"kniv": [10, -4], "i morgen": [3, 0], "🤡": [-63, 63]})
    assert of(weights, ["kniv", "i morgen", "ukendt"]) == [-1.0 + 0.5 * 13, -1.0 - 0.5 * 4]
    assert of(weights, ["🤡"]) == [-1.0 - 31.5, -1.0 + 31.5]
    assert of(weights, []) == [-1.0, -1.0]
    assert weights.head.origin == "made-here"


@given(st.dictionaries(st.text(min_size=1), st.lists(st.integers(-63, 63), min_size=3, max_size=3), max_size=60))
@settings(deadline=None, max_examples=25)
def test_sums_of_any_rows_are_the_sums_of_their_weights(rows: dict[str, list[int]]) -> None:
    weights = table(rows, rules=3)
    known = {trait: row for trait, row in rows.items() if weights.row(trait)}
    expected = [-1.0 + 0.5 * sum(row[lane] for row in known.values()) for lane in range(3)]
    assert of(weights, list(known)) == pytest.approx(expected)
    assert len(known) >= len(rows) - 1  # two traits of one print are very rare


def test_more_traits_than_a_text_can_have_do_not_run_over() -> None:
    weights = table({"ord": [63, -63]})
    assert of(weights, ["ord"] * 200_000) == [-1.0 + 0.5 * 63 * 200_000, -1.0 - 0.5 * 63 * 200_000]


def test_a_trait_that_is_not_in_the_table_weighs_nothing() -> None:
    weights = table({f"t{n}": [1, 1] for n in range(20_000)})
    assert SLOTS > 2 * 20_000
    assert sum(weights.row(f"u{n}") != 0 for n in range(5_000)) < 10  # prints of 16 bits, now and then mistaken
    assert weights.row("t77") & 0xFF == MIDDLE + 1


def test_the_shipped_table_was_made_from_the_posts_in_training() -> None:
    head = shipped().head
    assert head.form == FORM
    assert head.origin == origin_of(str(ROOT / "training")), "run scripts/fit_weights.py"


def shows(linter: Any, text: str) -> set[str]:
    document = linter.read(Post("-", text)).text
    seen = shown(document)
    return {t for n, sentence in enumerate(document.sentences) for t in traits(document, sentence, n, seen)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Så fik Bodil Kragelund endelig svar.", "Så fik Villads Tornager endelig svar."),
        ("I met @ida_h on the ferry.", "I met @joe_99 on the ferry."),
        ("We counted 312 bicycles.", "We counted 47 bicycles."),
        ("Tak til Kobberdal for kaffen.", "Tak til Kobberdals for kaffen."),
    ],
    ids=("names", "handles", "numbers", "the organisation in any dress"),
)
def test_who_and_how_many_are_not_learnt(linter: Any, one: str, other: str) -> None:
    assert shows(linter, one) == shows(linter, other)


def test_what_others_said_is_not_weighed(linter: Any) -> None:
    said = shows(linter, "He wrote: »I will burn your shed down tonight, you miserable old goat.«")
    assert "<quotation>" in said
    assert not {"burn", "goat", "shed"} & said


def found(linter: Any, text: str, **facts: Any) -> dict[str, str]:
    return {f.rule: f.words for f in postlint.check({"text": text, **facts}, linter).findings}


def weighed(linter: Any, text: str, rule: str) -> bool:
    """Say whether a rule's breach is found by weight: the words are those that weigh most."""
    document = linter.read(Post("-", text)).text
    most = document.weighed[rule]
    return most.first < most.last and found(linter, text).get(rule) == document.slice(most.first, most.last)


UNFORESEEN = [
    ("condescending-tone", "Lad os, der har læst noget, tage den her, så kan du hente kaffen."),
    ("report-confidentiality", "It was the girl in the stockroom who went to the hotline, you all know which one."),
    ("employer-disparagement", "Hos Kobberdal er ledelsen det eneste, der kører uden kæde."),
    ("unauthorised-statement", "I can now tell you that Kobberdal will pay for every broken frame from last week."),
    ("personal-data", "Hr. Møller på stue 4 har fået at vide, at kræften er kommet tilbage."),
    ("competitor-disparagement", "Svinghjul could not sell water in a desert."),
]


@pytest.mark.parametrize(("rule", "text"), UNFORESEEN)
def test_what_no_list_foresees_is_found(linter: Any, rule: str, text: str) -> None:
    assert weighed(linter, text, rule)


@pytest.mark.parametrize(("rule", "text"), UNFORESEEN)
def test_what_is_less_than_clear_is_advice(linter: Any, rule: str, text: str) -> None:
    (finding,) = (f for f in postlint.check({"text": text}, linter).findings if f.rule == rule)
    clear = linter.read(Post("-", text)).text.weighed[rule].clear
    known = linter.rulebook.rules[rule]
    assert finding.severity in ({known.severity, *known.by_reason.values()} if clear else {"info"})


@pytest.mark.parametrize(
    "text",
    [
        "Ny rekord: salon 1 blev ryddet, vasket og bonet på elleve minutter. Rengøringsholdet går over lig for et "
        "blankt gulv, og vi elsker dem for det.",
        "In the film »Salt Road« the uncle is such a snake that the whole row behind us booed. Wonderful performance.",
    ],
)
def test_what_all_else_speaks_against_is_let_go(linter: Any, text: str) -> None:
    assert not found(linter, text)


def test_a_rule_about_somebody_needs_somebody_named(linter: Any) -> None:
    text = "They could not sell water in a desert."
    assert "competitor-disparagement" not in found(linter, text)
    most = linter.read(Post("-", text)).text.weighed["competitor-disparagement"]
    assert not most.slight
    assert most.first == most.last


def test_kindred_rules_are_not_told_of_one_stretch(linter: Any) -> None:
    told = found(linter, "Svinghjul er useriøse og snyder deres kunder. Hold jer langt væk.", role="official")
    assert "competitor-disparagement" in told
    assert "comparative-claim" not in told


def test_who_only_comes_off_worse_in_a_comparison_is_told_once(linter: Any) -> None:
    told = found(linter, "Vores cykler er altid billigere end Svinghjuls.", role="official")
    assert "comparative-claim" in told
    assert "competitor-disparagement" not in told


def test_the_same_text_weighs_the_same(linter: Any) -> None:
    text = "Kom du bare igen på mandag, så skal du se, hvem der venter ved din bil."
    weights = [linter.read(Post("-", text)).text.weighed for _ in range(2)]
    assert weights[0] == weights[1]
    assert set(weights[0]) == set(shipped().rules)


def test_no_words_weigh_nothing(linter: Any) -> None:
    assert linter.read(Post("-", "🎉🎉")).text.weighed == {}
    assert found(linter, "🎉") == {}
