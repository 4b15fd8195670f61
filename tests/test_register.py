from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.consent.register import COLUMNS, Consent, Register, read_register
from postlint.problem import PostlintError

HEAD = ",".join(COLUMNS)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(content: str | bytes) -> str:
    Path("c.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return "c.csv"


def test_rows_are_read() -> None:
    source = (
        f"{HEAD}\nS-1,Søren Ærø,fest*.jpg,linkedin x,2026-01-01,2027-01-01,,\n\nS-2,Eva,,,,,2026-02-02,Bo\n"
    )
    assert read_register(write(source)) == Register(
        "c.csv",
        (
            Consent("S-1", "Søren Ærø", "fest*.jpg", ("linkedin", "x"), "2026-01-01", "2027-01-01", line=2),
            Consent("S-2", "Eva", withdrawn="2026-02-02", guardian="Bo", line=4),
        ),
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(f"{HEAD}\n1,Åse,,,,,,\n".encode(), id="utf-8"),
        pytest.param(f"{HEAD}\r\n1,Åse,,,,,,\r\n".encode("utf-8-sig"), id="utf-8-with-mark"),
        pytest.param(f"{HEAD}\n1,Åse,,,,,,\n".encode("cp1252"), id="windows"),
        pytest.param(f"{HEAD}\n1,Åse,,,,,,\n".replace(",", ";").encode(), id="semicolons"),
        pytest.param(
            b"Ref, Person ,IMAGE,channels,given,expires,withdrawn,guardian,,\n1,\xc3\x85se", id="spreadsheet"
        ),
        pytest.param(
            b"person,ref,image,channels,given,expires,withdrawn,guardian\n\xc3\x85se,1", id="other-order"
        ),
        pytest.param(f'{HEAD}\n"1","Åse","","","","","",""\n'.encode(), id="quotes"),
    ],
)
def test_forms_of_csv(data: bytes) -> None:
    assert read_register(write(data)).rows == (Consent("1", "Åse", line=2),)


def test_a_row_of_several_lines_is_told_by_its_first() -> None:
    rows = read_register(write(f'{HEAD}\n1,Ida,"a\nb",,,,,\n2,Bo,,,,,,\n')).rows
    assert [row.line for row in rows] == [2, 4]


def test_a_register_may_be_empty_of_rows() -> None:
    assert read_register(write(HEAD)).rows == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param("ref,person\n", "c.csv:1: the column 'image' is missing.", id="missing-column"),
        pytest.param("", "c.csv:1: the column 'ref' is missing.", id="empty"),
        pytest.param(
            HEAD.replace("guardian", "guardien"),
            "c.csv:1: unknown column 'guardien'. Did you mean 'guardian'?",
            id="unknown-column",
        ),
        pytest.param(f"{HEAD},ref\n", "c.csv:1: the column 'ref' is there twice.", id="column-twice"),
        pytest.param(
            f"{HEAD}\n1,Ida,,,1.2.2026,,,\n",
            "c.csv:2: 'given' must be a date as ISO 8601 has it, such as 2026-12-01.",
            id="danish-date",
        ),
        pytest.param(
            f"{HEAD}\n1,Ida,,,,,,\n1,Ida,,,,2026-02-30,,\n",
            "c.csv:3: 'expires' is a date that does not exist. Look at the month and the day.",
            id="no-such-date",
        ),
        pytest.param(
            f"{HEAD}\n1,Ida,a,b,,,,,Bo\n",
            "c.csv:2: the row has more fields than there are columns."
            " Put quotes around fields that hold a separator.",
            id="too-many-fields",
        ),
        pytest.param(
            f"{HEAD}\n1,,a,b,,,,\n", "c.csv:2: the row does not say whose consent it is.", id="nobody"
        ),
        pytest.param(f'{HEAD}\n1,Ida\n"2,Bo\n', "c.csv:3: the row cannot be read as CSV.", id="open-quote"),
        pytest.param(
            b"PK\x03\x04\0", "c.csv: the file holds no text, but binary data (ZIP, docx, xlsx).", id="xlsx"
        ),
    ],
)
def test_problems_name_the_line(content: str | bytes, sentence: str) -> None:
    with pytest.raises(PostlintError) as error:
        read_register(write(content))
    assert str(error.value) == sentence


def test_a_missing_file() -> None:
    with pytest.raises(PostlintError, match=r"^no\.csv: there is no such file\.$"):
        read_register("no.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text(alphabet='a,;"\n\r2026-0æ').map(lambda rows: f"{HEAD}\n{rows}".encode()))
def test_any_bytes_give_a_register_or_a_problem(data: bytes) -> None:
    try:
        path = read_register(write(data)).path
    except PostlintError as error:
        path = error.problem.path
    assert path == "c.csv"
