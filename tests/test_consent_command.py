"""``postlint consent``: what each sub-command shows and asks, and that it shows nobody's name unasked."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from made_consents import FILE, NOW, add, consent, rows

from postlint.cli.start import main
from postlint.consent.csv_file import read_csv
from postlint.consent.register import COLUMNS, Consent

HEAD = ",".join(COLUMNS)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def post() -> Path:
    """Return a post of next month with one picture of Bo Bly, Ida Skifer and p-3, and one that does not say."""
    path = Path("post.md")
    path.write_text(
        "---\nchannel: linkedin\nscheduled: 2027-04-10T10:00:00+02:00\nauthor: {name: Ib Skriver}\nimages:\n"
        "  - file: fest_1.jpg\n    people: [Bo Bly, Ida Skifer, p-3, Ib Skriver, Ukendt Gæst]\n"
        "  - file: andet.jpg\n---\nTil lykke!\n",
        encoding="utf-8",
    )
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return what was printed as JSON, and forget what was said before."""
    return json.loads(capsys.readouterr().out)


def fill() -> None:
    """Record three people: one whose consent holds, one who has withdrawn, a child."""
    add("Bo Bly", "--picture", "fest*.jpg", "--expires", "2027-04-10")
    add("Ida Skifer", "--channel", "linkedin", "--given", "2026-01-01")
    add("Liv Bly", "--guardian", "Bo Bly", "--channel", "intranet")
    consent("withdraw", "c-2")


# Listing and showing


def test_a_list_tells_id_picture_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    capsys.readouterr()
    assert consent("list") == 0
    assert capsys.readouterr().out == (
        "ref  person  picture      channels  state\n"
        "c-1  p-1     fest*.jpg    any       holds until 2027-04-10\n"
        "c-2  p-2     any picture  linkedin  withdrawn 2027-03-10\n"
        "c-3  p-3     any picture  intranet  holds\n"
    )


def test_a_list_can_be_of_one_state(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    capsys.readouterr()
    consent("list", "--state", "withdrawn", "--format", "json")
    assert [row["ref"] for row in told(capsys)] == ["c-2"]


def test_an_unknown_state_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    assert consent("list", "--state", "withdrawed") == 2
    assert "Did you mean 'withdrawn'?" in capsys.readouterr().err


def test_a_row_shows_what_happened_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    capsys.readouterr()
    assert consent("show", "c-2", "--format", "json") == 0
    (row,) = told(capsys)
    assert (row["person"], row["state"], row["withdrawn"]) == ("p-2", "withdrawn", "2027-03-10")
    assert [event["action"] for event in row["log"]] == ["add", "withdraw"]


@pytest.mark.parametrize("word", ["c-3", "p-3", "Liv Bly", "liv  bly"])
def test_a_row_is_found_by_reference_id_or_name(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    capsys.readouterr()
    consent("show", word, "--format", "json")
    assert [row["ref"] for row in told(capsys)] == ["c-3"]


def test_what_is_unknown_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    assert consent("show", "Ulla Hemmelig") == 2
    assert "Hemmelig" not in capsys.readouterr().err


def test_what_expires_soon_is_listed_first_things_first(capsys: pytest.CaptureFixture[str]) -> None:
    for person, expires in (("Bo Bly", "2027-04-09"), ("Ida Skifer", "2027-04-10"), ("Ib Sten", "2027-03-10")):
        add(person, "--expires", expires)
    add("Ulla Sten", "--given", "2026-01-01", "--expires", "2027-03-01")
    capsys.readouterr()
    consent("expire", "--format", "json")
    assert [(row["ref"], row["state"]) for row in told(capsys)] == [
        ("c-4", "expired"),
        ("c-3", "holds"),
        ("c-1", "holds"),
    ]
    consent("expire", "--within", "31", "--format", "json")
    assert len(told(capsys)) == 4


# Names


CANARY = "Zqanarie Ørnefjær"
QUIET = [
    ["list"], ["list", "--format", "json"], ["show", "p-1"], ["show", "p-1", "--format", "json"], ["check", "p.md"],
    ["check", "p.md", "--format", "json"], ["affected", "p-1", "p.md"], ["affected", "p-1", "p.md", "--format", "json"],
    ["expire"], ["expire", "--format", "json"], ["verify"], ["verify", "--format", "json"], ["withdraw", "p-1"],
    ["withdraw", CANARY], ["expire", CANARY, "--on", "2028-01-01"], ["erase", CANARY, "--yes"], ["export", "alt.csv"],
]  # fmt: skip


@pytest.mark.parametrize("words", QUIET, ids=" ".join)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_name_is_told_unasked(words: list[str], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(
        CANARY, "--picture", "zqanarie_oernefjaer.jpg", "--evidence", f"mail fra {CANARY}", "--by", CANARY,
        "--purpose", f"{CANARY}s fest", "--expires", "2027-04-01", "--guardian", "Gzqardian Bly",
    )  # fmt: skip
    Path("p.md").write_text(
        f"---\nchannel: x\nscheduled: 2027-03-20T10:00:00+01:00\nimages: [{{file: zqanarie_oernefjaer.jpg, "
        f"people: [{CANARY}, Zqremmed Gæst]}}]\n---\nHej!\n",
        encoding="utf-8",
    )
    assert consent(*words, "--ui-lang", lang) in (0, 1)
    said = capsys.readouterr()
    assert not re.search("zq|fjær|fjaer", said.out + said.err, re.IGNORECASE)


@pytest.mark.parametrize("words", [["list"], ["show", "p-1"], ["check", "post.md"]])
def test_names_are_told_where_they_are_asked_for(
    words: list[str], post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill()
    capsys.readouterr()
    consent(*words, "--names")
    assert "Bo Bly" in capsys.readouterr().out


def test_a_finding_names_the_id(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    Path("postlint.toml").write_text(f'[consent]\nregister = "{FILE}"\n', encoding="utf-8")
    capsys.readouterr()
    main([str(post), "--now", NOW, "--select", "photo-consent", "--format", "json"])
    (checked,) = told(capsys)["posts"]
    messages = [finding["message"] for finding in checked["findings"]]
    assert [re.findall(r"p-\d|Ukendt Gæst|Ida|Liv|Bo", message) for message in messages] == [
        ["Ukendt Gæst"],
        ["p-2"],
        ["p-3"],
    ]


# Checking posts


def test_each_person_in_each_picture_is_judged(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    capsys.readouterr()
    assert consent("check", str(post)) == 1
    assert capsys.readouterr().out == (
        "post.md (2027-04-10T10:00:00+02:00)\n"
        "  fest_1.jpg  p-1  holds until 2027-04-10 (c-1)\n"
        "  fest_1.jpg  p-2  withdrawn 2027-03-10 (c-2)\n"
        "  fest_1.jpg  p-3  does not cover the channel (c-3)\n"
        "  fest_1.jpg  images[0].people[3]  writes the post\n"
        "  fest_1.jpg  images[0].people[4]  is not in the register\n"
        "  andet.jpg  images[1].people  it is not said who is in the picture\n"
    )


def test_all_is_well_is_status_0() -> None:
    add("Bo Bly")
    Path("p.md").write_text("---\nimages: [{file: a.jpg, people: [p-1]}]\n---\nHej!\n", encoding="utf-8")
    assert consent("check", "p.md") == 0


def test_a_post_that_cannot_be_read_is_status_2_and_the_others_are_checked(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill()
    assert consent("check", "no.md", str(post)) == 2
    said = capsys.readouterr()
    assert "no.md: there is no such file." in said.err
    assert "p-2" in said.out


def test_the_register_of_the_configuration_is_asked(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text('[consent]\nregister = "mine.db"\n', encoding="utf-8")
    assert main(["consent", "add", "--person", "Bo Bly"]) == 0
    assert Path("mine.db").exists()
    assert main(["consent", "check", str(post), "--config", "postlint.toml"]) == 1
    assert "p-1  holds" in capsys.readouterr().out


def test_no_register_at_all_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent", "list"]) == 2
    assert capsys.readouterr().err.startswith("postlint: which register? Give --register FILE")


# Affected posts


def test_a_withdrawal_touches_what_comes(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    text = post.read_text(encoding="utf-8")
    Path("ude.md").write_text(text.replace("2027-04", "2027-02"), encoding="utf-8")
    Path("uden-dato.md").write_text(text.replace("scheduled: 2027-04-10T10:00:00+02:00\n", ""), encoding="utf-8")
    Path("andet-billede.md").write_text(text.replace("fest_1", "sommer"), encoding="utf-8")
    capsys.readouterr()
    assert consent("affected", "c-1", ".", "--format", "json") == 1
    found = {post["id"]: [(one["person"], one["state"]) for one in post["people"]] for post in told(capsys)["posts"]}
    assert found == {"post.md": [("p-1", "without")], "uden-dato.md": [("p-1", "without")]}
    assert rows()[0].withdrawn == ""
    consent("affected", "c-1", ".", "--format", "json", "--published")
    assert {post["id"] for post in told(capsys)["posts"]} == {"post.md", "uden-dato.md", "ude.md"}


def test_a_post_covered_by_another_consent_is_touched_without_harm(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill()
    add("Bo Bly", "--channel", "linkedin")
    capsys.readouterr()
    assert consent("affected", "c-1", str(post)) == 0
    assert "p-1  holds (c-4)" in capsys.readouterr().out
    assert consent("affected", "p-1", str(post)) == 1


def test_a_consent_given_anew_is_what_a_withdrawal_would_take(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    add("Ida Skifer", "--channel", "linkedin", "--given", "2027-03-20")
    capsys.readouterr()
    assert consent("affected", "p-2", str(post)) == 1
    assert "p-2  is then without a consent" in capsys.readouterr().out
    consent("check", str(post))
    assert "p-2  holds (c-4)" in capsys.readouterr().out


def test_pictures_that_do_not_say_are_counted(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    consent("affected", "p-1", str(post))
    assert "pictures in the posts that do not say who is in them: 1" in capsys.readouterr().err


def test_nothing_touched_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly")
    Path("p.md").write_text("Hej!\n", encoding="utf-8")
    assert consent("affected", "p-1", "p.md") == 0
    assert "No scheduled post rests on it." in capsys.readouterr().out


# CSV in and out


def test_what_is_exported_is_imported_alike() -> None:
    fill()
    add("=Formel Sten", "--purpose", "@mig", "--evidence", 'sag, nr. "7"')
    assert consent("export", "alt.csv", "--full") == 0
    assert Path("alt.csv").read_text(encoding="utf-8").count("'=") == 1
    assert consent("import", "alt.csv", register="ny.db") == 0
    assert consent("export", "igen.csv", "--full", register="ny.db") == 0
    assert Path("igen.csv").read_bytes() == Path("alt.csv").read_bytes()


def test_an_export_has_the_eight_columns_of_the_contract() -> None:
    fill()
    consent("export", "alt.csv")
    assert Path("alt.csv").read_text(encoding="utf-8").splitlines() == [
        HEAD,
        "c-1,Bo Bly,fest*.jpg,,2027-03-10,2027-04-10,,",
        "c-2,Ida Skifer,,linkedin,2026-01-01,,2027-03-10,",
        "c-3,Liv Bly,,intranet,2027-03-10,,,Bo Bly",
    ]


def test_importing_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    consent("export", "alt.csv")
    before = rows()
    assert consent("import", "alt.csv") == 0
    assert "Recorded: 0. There before: 3." in capsys.readouterr().out
    assert rows() == before


def test_an_import_is_whole_or_not_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    Path("in.csv").write_text(
        f"{HEAD},minor\n1,Bo Bly,,,,,,,\n2,Liv Bly,,,,,,,yes\n3,Ib Sten,,,2027-02-01,2027-01-01,,,\n", encoding="utf-8"
    )
    assert consent("import", "in.csv") == 2
    assert capsys.readouterr().err.splitlines() == [
        "postlint: in.csv:3: a minor's consent needs a guardian. Say who gave it (guardian).",
        "postlint: in.csv:4: 'expires' lies before the day on which the consent was given.",
        "postlint: nothing was recorded. Mend the rows and try again.",
    ]
    assert rows() == ()


def test_rows_that_contradict_each_other_are_told_with_their_lines(capsys: pytest.CaptureFixture[str]) -> None:
    Path("in.csv").write_text(
        f"{HEAD}\n1,Bo Bly,,,2027-01-01,,2027-02-01,\n2,bo bly,,,2027-02-02,,,\n", encoding="utf-8"
    )
    assert consent("import", "in.csv") == 0
    assert "lines 3 and 2 are for the same person and picture" in capsys.readouterr().err


def test_more_columns_are_read() -> None:
    Path("in.csv").write_text(
        f"{HEAD},basis,purpose,minor,hashes,evidence,recorded_by\n"
        "1,Liv Bly,a.jpg,x,,,,Bo Bly,interest-assessment,Fest,ja,dhash:00ff00ff00ff00ff,sag 7,Ida\n",
        encoding="utf-8",
    )
    assert read_csv("in.csv") == (
        Consent(
            "1", "Liv Bly", "a.jpg", ("x",), guardian="Bo Bly", line=2, basis="interest-assessment", purpose="Fest",
            minor=True, hashes=("dhash:00ff00ff00ff00ff",), evidence="sag 7", recorded_by="Ida",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("column", "value"), [("basis", "consnt"), ("minor", "måske")])
def test_a_wrong_choice_in_csv_is_told(column: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("in.csv").write_text(f"{HEAD},{column}\n1,Bo Bly,,,,,,,{value}\n", encoding="utf-8")
    assert consent("list", register="in.csv") == 2
    assert f"in.csv:2: '{value}' cannot be used as '{column}'." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["add", "--person", "Bo Bly"],
        ["withdraw", "1"],
        ["expire", "1", "--on", "2028-01-01"],
        ["erase", "1", "--yes"],
        ["import", "c.csv"],
    ],
    ids=lambda words: words[0],
)
def test_a_csv_register_is_only_read(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    content = f"{HEAD}\n1,Bo Bly,,,,,,\n"
    Path("c.csv").write_text(content, encoding="utf-8")
    assert consent(*words, register="c.csv") == 2
    assert "a register in CSV is only read here" in capsys.readouterr().err
    assert Path("c.csv").read_text(encoding="utf-8") == content


def test_a_csv_register_is_shown_and_asked(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.csv").write_text(f"{HEAD}\nS-7,Bo Bly,,,,,,\n", encoding="utf-8")
    assert consent("list", register="c.csv") == 0
    assert consent("check", str(post), register="c.csv") == 1
    said = capsys.readouterr().out
    assert "S-7" in said
    assert "Bo Bly" not in said


def test_a_csv_row_without_a_reference_is_told_by_its_place(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.csv").write_text(f"{HEAD}\n,Bo Bly,,,,,,\n", encoding="utf-8")
    consent("check", str(post), register="c.csv")
    consent("list", register="c.csv")
    said = capsys.readouterr().out
    assert "images[0].people[0]  holds\n" in said
    assert "Bo" not in said


def test_an_export_does_not_write_over_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    fill()
    Path("alt.csv").write_text("mit\n", encoding="utf-8")
    assert consent("export", "alt.csv") == 2
    assert Path("alt.csv").read_text(encoding="utf-8") == "mit\n"
    assert consent("export", FILE, "--force") == 2
    assert consent("export", "alt.csv", "--force") == 0


# The rest


def test_the_register_in_a_repository_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".git").mkdir()
    add("Bo Bly")
    assert "lies in a git repository" in capsys.readouterr().err
    add("Ida Skifer")
    assert capsys.readouterr().err == ""


def test_a_name_may_be_given_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda: "Bo Bly")
    assert consent("add") == 0
    assert rows()[0].person == "Bo Bly"


def test_control_characters_do_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly", "--picture", "a\x1b[2Jb*.jpg")
    consent("list")
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["add", "list", "show", "check", "withdraw", "expire", "erase", "import", "export", "affected", "verify"]
)
@pytest.mark.parametrize(("lang", "word"), [("da", "Tilvalg:"), ("en", "Options:")])
def test_help(name: str, lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent", name, "--help", "--ui-lang", lang]) == 0
    assert word in capsys.readouterr().out


def test_without_a_sub_command_there_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent"]) == 0
    assert "withdraw" in capsys.readouterr().out


def test_a_missing_argument_names_the_sub_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent", "show"]) == 2
    assert (
        capsys.readouterr().err
        == "postlint: 'postlint consent show' needs more. 'postlint consent show --help' shows what.\n"
    )


def test_the_page_on_the_register_shows_what_happens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).resolve().parent.parent / "docs" / "consent.md").read_text(encoding="utf-8")
    Path("posts").mkdir()
    Path("posts/aabent-hus.md").write_text(
        "---\nchannel: linkedin\nscheduled: 2026-12-10T10:00:00+01:00\nimages:\n"
        "  - {file: aabent-hus-1.jpg, people: [Bo Fantasi, Storm Påfund]}\n---\nKom og se!\n",
        encoding="utf-8",
    )
    Path("postlint.toml").write_text('[consent]\nregister = "consents.db"\n', encoding="utf-8")
    (session,) = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    for step in session.removeprefix("$ postlint ").split("$ postlint "):
        command, _, expected = step.partition("\n")
        main(["--now", "2026-11-21T09:00:00+01:00", *shlex.split(command)])
        said = capsys.readouterr()
        assert said.out + said.err == expected
