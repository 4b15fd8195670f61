"""Where somebody's words begin and end, whichever marks they stand in, and what only looks like it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from postlint.document.quotations import Quotation, quotations

LINE = "Vi bager hver eneste morgen"


def quoted(text: str) -> list[str]:
    """Return the words of every quotation."""
    return [text[q.inner_start : q.inner_end] for q in quotations(text, text)]


def only(text: str) -> Quotation:
    found = quotations(text, text)
    assert len(found) == 1
    return found[0]


MARKS = ["»«", "«»", "„“", "„”", "“”", "””", '""', "›‹", "‹›", "‘’", "’’", "''", "‚‘", "‚’"]


@pytest.mark.parametrize("marks", MARKS)
def test_all_marks_open_and_close(marks: str) -> None:
    assert quoted(f"Hun sagde {marks[0]}{LINE}{marks[1]} til os.") == [LINE]


@pytest.mark.parametrize("marks", MARKS)
def test_marks_close_after_a_full_stop(marks: str) -> None:
    assert quoted(f"{marks[0]}{LINE}.{marks[1]}\nSådan er det.") == [f"{LINE}."]


@pytest.mark.parametrize("marks", MARKS)
def test_two_quotations_in_a_line_are_two(marks: str) -> None:
    text = f"Først {marks[0]}den ene ting{marks[1]} og siden {marks[0]}den anden ting{marks[1]} her."
    assert quoted(text) == ["den ene ting", "den anden ting"]


@pytest.mark.parametrize("marks", MARKS)
def test_the_place_holds_the_marks(marks: str) -> None:
    text = f"Ja: {marks[0]}{LINE}{marks[1]}."
    found = only(text)
    assert text[found.start : found.end] == f"{marks[0]}{LINE}{marks[1]}"


NOT_QUOTATIONS = {
    "genitive": "Marx' bøger og Lars' cykel står i skuret.",
    "curly-genitive": "Marx’ bøger og Lars’ cykel står i skuret.",
    "genitives-with-stops": "Det er Jens’. Det der er Hans’. Resten er mit.",
    "elision": "I don't know, and she can't say what it's about.",
    "curly-elision": "I don’t know, and she can’t say what it’s about.",
    "decade": "Huset er fra '90erne, og taget er fra ’70erne.",
    "clipped-words": "Rock 'n' roll fra 90'erne er bedst.",
    "inches": 'En 27" skærm og en 32" skærm til salg.',
    "feet-and-inches": "Båden er 18' 6\" lang og 7' 2\" bred.",
    "plural-owners": "The workers' lunch and the bakers' hats are ready.",
    "a-mark-alone": 'Der står bare et " midt i det hele.',
    "greater-and-less": "Prisen er > 20 og < 40 kroner.",
    "arrow": "Mel -> dej -> brød.",
    "app-forms": "Jeg har hentet app'en og sms'et til dem.",
    "minutes-and-seconds": "Den er på 3'20'' og så er den slut.",
}


@pytest.mark.parametrize("text", NOT_QUOTATIONS.values(), ids=NOT_QUOTATIONS)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


APOSTROPHES_WITHIN = {
    "elision": ("She said 'we don't bake on Sundays' and left.", "we don't bake on Sundays"),
    "curly-elision": ("She said ‘we don’t bake on Sundays’ and left.", "we don’t bake on Sundays"),
    "danish-form": ("Hun råbte ’vi har ikke flere sms’er tilbage’ ud i rummet.", "vi har ikke flere sms’er tilbage"),
    "genitive": ("Han sagde ’det er Lars’ cykel og ikke min’ og gik.", "det er Lars’ cykel og ikke min"),
    "straight-genitive": ("Han sagde 'det er Lars' cykel og ikke min' og gik.", "det er Lars' cykel og ikke min"),
    "inches": ('Hun sagde "en 27" skærm er nok" til os.', 'en 27" skærm er nok'),
}


@pytest.mark.parametrize(("text", "words"), APOSTROPHES_WITHIN.values(), ids=APOSTROPHES_WITHIN)
def test_apostrophes_within_do_not_close(text: str, words: str) -> None:
    assert quoted(text) == [words]


NESTED = {
    "guillemets-in-guillemets": ("»Han kaldte det »noget rod« i går«", "Han kaldte det »noget rod« i går"),
    "single-in-double": ("“She called it ‘a mess’ again”", "She called it ‘a mess’ again"),
    "double-in-guillemets": ('»Han kaldte det "noget rod" i går«', 'Han kaldte det "noget rod" i går'),
    "double-in-single": ("‘She called it “a mess” again’", "She called it “a mess” again"),
    "low-in-guillemets": ("»Han kaldte det „noget rod“ i går«", "Han kaldte det „noget rod“ i går"),
}


@pytest.mark.parametrize(("text", "words"), NESTED.values(), ids=NESTED)
def test_the_outermost_quotation_counts(text: str, words: str) -> None:
    assert quoted(f"Læs: {text} Sådan!") == [words]


# Unclosed


@pytest.mark.parametrize("mark", "»„“›«")
@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\n\n\n"], ids=["blank-line", "blanks", "two-blank-lines"])
def test_a_quotation_left_open_ends_with_its_paragraph(mark: str, gap: str) -> None:
    text = f"Hun sagde {mark}{LINE}{gap}Og så gik vi hjem."
    assert all(q.end <= text.index("Og så") for q in quotations(text, text))


@pytest.mark.parametrize("mark", "»„“")
def test_a_quotation_left_open_is_told_apart(mark: str) -> None:
    found = only(f"Hun sagde {mark}{LINE}.\n\nSlut.")
    assert found.closed is False


@pytest.mark.parametrize("marks", MARKS)
def test_a_mark_in_the_next_paragraph_closes_nothing(marks: str) -> None:
    text = f"Hun sagde {marks[0]}{LINE}\n\nog det var det{marks[1]} hele."
    assert all("\n\n" not in text[q.start : q.end] for q in quotations(text, text))


def test_windows_lines_end_paragraphs_too() -> None:
    text = f"Hun sagde »{LINE}\r\n\r\nOg så gik vi hjem."
    assert all(q.end <= text.index("Og så") for q in quotations(text, text))


# Dashes


@pytest.mark.parametrize("dash", "–—-")
def test_a_line_that_begins_with_a_dash_is_a_reply(dash: str) -> None:
    text = f"Vi spurgte bageren.\n\n{dash} {LINE}, siger han.\n\nSå spiste vi."
    found = only(text)
    assert (found.form, text[found.inner_start : found.inner_end]) == ("dash", f"{LINE}, siger han.")


LISTS = {
    "two": "- Mel og vand\n- Salt og gær",
    "three": "Husk:\n– Mel\n– Salt\n– Gær\n",
    "indented": "  - Mel og vand\n  - Salt og gær",
    "small-letters": "- mel og vand",
    "rule": "---\n",
    "number-below-zero": "-5 grader i nat",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_is_no_dialogue(text: str) -> None:
    assert quoted(text) == []


def test_a_dialogue_with_signal_verbs_is_no_list() -> None:
    text = f"– {LINE}, siger bageren.\n– Og vi sover aldrig, svarer møllersvenden."
    assert len(quotations(text, text)) == 2


# Blocks


def test_lines_with_an_arrow_are_one_block() -> None:
    text = f"Læs her:\n\n> {LINE}\n> og hver aften.\n\nEnig!"
    found = only(text)
    assert (found.form, text[found.start : found.end]) == ("block", f"> {LINE}\n> og hver aften.")


def test_two_blocks_are_two() -> None:
    text = f"> {LINE}\n\n> Og hver aften"
    assert [q.form for q in quotations(text, text)] == ["block", "block"]


def test_marks_within_a_block_are_not_told_twice() -> None:
    assert only(f"> »{LINE}«").form == "block"


@pytest.mark.parametrize("tag", ["q", "blockquote", "BLOCKQUOTE", 'blockquote cite="x"'])
def test_html_says_where_a_quotation_is(tag: str) -> None:
    found = only(text := f"Ja: <{tag}>{LINE}</{tag.split()[0]}> Tak.")
    assert (found.form, text[found.inner_start : found.inner_end]) == ("html", LINE)


def test_html_left_open_ends_with_its_paragraph() -> None:
    text = f"Ja: <q>{LINE}\n\nOg så gik vi hjem."
    assert all(q.end <= text.index("Og så") for q in quotations(text, text))


@given(st.text(alphabet="ab Z.,\n»«„“”\"›‹‘’'‚–->1<q/", max_size=80))
@example("»a b\n> c d« e")
@example("<q>a\n> b</q>")
@hypothesis_settings(deadline=None, max_examples=400)
def test_quotations_are_ordered_apart_and_inside_the_text(text: str) -> None:
    found = quotations(text, text)
    for q in found:
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text(alphabet="ab Z.,\n»«„“”\"›‹‘’'‚", max_size=80))
@hypothesis_settings(deadline=None, max_examples=400)
def test_no_marks_reach_beyond_the_paragraph(text: str) -> None:
    assert all("\n\n" not in text[q.start : q.end] for q in quotations(text, text))
