"""The register in SQLite: what may be recorded, what a withdrawal leaves, what the log holds, what erasing removes."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from made_consents import FILE, add, consent, raw, row, rows, tamper

from postlint.consent import database
from postlint.consent.database import opened
from postlint.consent.log import entries
from postlint.consent.register import Consent, Register, read_register
from postlint.consent.verifying import verify
from postlint.problem import PostlintError


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def wrong(head: str = "") -> list[str]:
    """Return the codes of what is wrong with the register."""
    with opened(FILE) as connection:
        return [code for code, _ in verify(connection, head).wrong]


# Recording


def test_all_that_was_said_is_kept() -> None:
    add(
        "Bo Bly", "--picture", "fest*.jpg", "--channel", "LinkedIn,x", "--channel", "intranet", "--basis",
        "interest-assessment", "--purpose", "Jubilæet", "--given", "2027-01-02", "--expires", "2029-01-02",
        "--evidence", "sag 7", "--by", "Ida",
    )  # fmt: skip
    assert read_register(FILE) == Register(
        FILE,
        (
            Consent(
                "c-1", "Bo Bly", "fest*.jpg", ("linkedin", "x", "intranet"), "2027-01-02", "2029-01-02", id="p-1",
                basis="interest-assessment", purpose="Jubilæet", evidence="sag 7", recorded_by="Ida",
            ),
        ),
    )  # fmt: skip


def test_a_consent_is_given_today_unless_said_otherwise() -> None:
    add("Bo Bly")
    assert (row("c-1").given, row("c-1").basis) == ("2027-03-10", "consent")


def test_a_person_keeps_the_id() -> None:
    for person in ("Bo Bly", "Ida Skifer", "  bo  BLY ", "p-2"):
        add(person, "--purpose", person)
    assert [(row.ref, row.id) for row in rows()] == [("c-1", "p-1"), ("c-2", "p-2"), ("c-3", "p-1"), ("c-4", "p-2")]


def test_a_guardian_is_a_person_too_and_tells_of_a_minor() -> None:
    add("Liv Bly", "--guardian", "Bo Bly")
    assert (row("c-1").minor, row("c-1").guardian, row("c-1").guardian_id) == (True, "Bo Bly", "p-2")


def test_a_picture_that_is_there_is_known_by_its_bytes() -> None:
    Path("fest.jpg").write_bytes(b"\xff\xd8 not much of a picture")
    add("Bo Bly", "--picture", "fest.jpg")
    assert row("c-1").image == "fest.jpg"
    assert f"sha256:{sha256(Path('fest.jpg').read_bytes()).hexdigest()}" in row("c-1").hashes


def test_a_picture_may_be_given_by_its_fingerprint() -> None:
    add("Bo Bly", "--picture", "dhash:00ff00ff00ff00ff")
    assert (row("c-1").image, row("c-1").hashes) == ("dhash:00ff00ff00ff00ff", ("dhash:00ff00ff00ff00ff",))


REFUSED = {
    "minor-without-guardian": (["--minor"], "a minor's consent needs a guardian. Say who gave it (guardian)."),
    "own-guardian": (["--guardian", "liv bly"], "a minor cannot be their own guardian."),
    "unknown-basis": (
        ["--basis", "consnt"],
        "'consnt' cannot be used as '--basis'. Did you mean 'consent'? Allowed: consent, interest-assessment.",
    ),
    "no-date": (["--given", "1.2.2026"], "'--given' must be a date as ISO 8601 has it, such as 2026-12-01."),
    "no-such-date": (
        ["--expires", "2026-02-30"],
        "'--expires' is a date that does not exist. Look at the month and the day.",
    ),
    "expires-first": (["--expires", "2027-01-01"], "'expires' lies before the day on which the consent was given."),
    "unknown-person": (["--guardian", "p-7"], "the register does not know p-7."),
    "half-a-hash": (
        ["--picture", "sha256:ab12"],
        "'sha256:ab12' is no fingerprint of a picture. Write sha256: and 64 hex digits, or dhash: and 16.",
    ),
    "a-folder": (["--picture", "."], ".: this is not a regular file."),
    "a-device": (["--picture", os.devnull], f"{os.devnull}: this is not a regular file."),
}


@pytest.mark.parametrize(("words", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_contradicts_itself_is_refused(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert consent("add", "--person", "Liv Bly", *words) == 2
    assert capsys.readouterr().err == f"postlint: {sentence}\n"
    assert not Path(FILE).exists() or rows() == ()


def test_the_same_consent_is_not_recorded_twice(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly", "--picture", "fest*.jpg")
    assert consent("add", "--person", "bo bly", "--picture", "FEST*.jpg") == 2
    assert "the same consent is there as c-1" in capsys.readouterr().err


def test_a_reference_means_one_consent(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly", "--ref", "c-2")
    assert consent("add", "--person", "Ida Skifer", "--ref", "c-2") == 2
    assert "the reference c-2 belongs to another consent" in capsys.readouterr().err
    add("Ida Skifer")
    add("Ib Skifer")
    assert [row.ref for row in rows()] == ["c-2", "c-3", "c-4"]


# Withdrawing and expiring


def test_a_withdrawal_leaves_the_row() -> None:
    add("Bo Bly")
    assert consent("withdraw", "c-1", "--on", "2027-04-01") == 0
    assert consent("withdraw", "c-1") == 0
    assert row("c-1").withdrawn == "2027-04-01"


def test_a_person_withdraws_everything() -> None:
    for person in ("Bo Bly", "Ida Skifer", "Bo Bly"):
        add(person, "--purpose", f"Nummer {len(rows()) if Path(FILE).exists() else 0}")
    assert consent("withdraw", "p-1") == 0
    assert [row.withdrawn for row in rows()] == ["2027-03-10", "", "2027-03-10"]


def test_a_withdrawal_cannot_be_taken_back_past_the_program() -> None:
    add("Bo Bly")
    consent("withdraw", "c-1")
    with pytest.raises(sqlite3.IntegrityError, match="a withdrawal stands"):
        tamper("UPDATE consent SET withdrawn = ''")


def test_a_last_day_is_set() -> None:
    add("Bo Bly")
    assert consent("expire", "c-1", "--on", "2028-01-01") == 0
    assert row("c-1").expires == "2028-01-01"


def test_a_last_day_before_the_first_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly")
    assert consent("expire", "c-1", "--on", "2020-01-01") == 2
    assert "lies before the day" in capsys.readouterr().err


# The log


def test_every_change_is_in_the_log() -> None:
    add("Liv Bly", "--guardian", "Bo Bly")
    consent("expire", "c-1", "--on", "2028-01-01")
    consent("withdraw", "c-1")
    with opened(FILE) as connection:
        told = [(entry.action, entry.person, entry.consent) for entry in entries(connection)]
    assert told == [("person", 1, None), ("person", 2, None), ("add", 1, 1), ("expire", 1, 1), ("withdraw", 1, 1)]
    assert wrong() == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM log",
        "DELETE FROM detail",
        "DELETE FROM consent",
        "DELETE FROM person",
        "UPDATE log SET at = '2020-01-01'",
        "UPDATE detail SET body = '{}'",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = 1",
        "INSERT OR REPLACE INTO detail SELECT * FROM detail WHERE seq = 1",
    ],
)
def test_the_log_refuses(statement: str) -> None:
    add("Bo Bly")
    with pytest.raises(sqlite3.IntegrityError):
        tamper(statement)
    assert wrong() == []


_OFF = [f"DROP TRIGGER {name}" for name in ("log_kept", "log_unchanged", "detail_kept", "detail_unchanged")]
_CUT = ["DELETE FROM detail WHERE seq = 2", "DELETE FROM log WHERE seq = 2"]
TAMPERED = {
    "row-changed": (["UPDATE consent SET channels = 'x'"], "consent-row-changed"),
    "person-renamed": (["UPDATE person SET name = 'Ida Skifer'"], "consent-person-changed"),
    "row-added": (
        ["INSERT INTO consent SELECT NULL, 'c-9', person, image, hashes, channels, basis, purpose, given, expires, "
         "withdrawn, guardian, minor, evidence, recorded_by FROM consent"],
        "consent-row-changed",
    ),
    "trigger-dropped": (["DROP TRIGGER log_kept"], "consent-tables-changed"),
    "time-changed": ([*_OFF, "UPDATE log SET at = '2020-01-01' WHERE seq = 2"], "consent-entry-changed"),
    "detail-changed": ([*_OFF, "UPDATE detail SET body = replace(body, 'Bly', 'Sten')"], "consent-entry-changed"),
    "entry-removed": ([*_OFF, "DELETE FROM log WHERE seq = 1"], "consent-entry-gone"),
    "detail-removed": ([*_OFF, "DELETE FROM detail WHERE seq = 2"], "consent-detail-gone"),
    "end-cut-off": ([*_OFF, *_CUT], "consent-row-changed"),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "code"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found(statements: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly")
    tamper(*statements)
    assert code in wrong()
    assert consent("verify") == 1


def test_a_head_noted_earlier_betrays_a_cut_log() -> None:
    add("Bo Bly")
    with opened(FILE) as connection:
        head = verify(connection).head
    assert wrong(head) == []
    Path(FILE).unlink()
    add("Bo Bly")
    assert wrong(head) == ["consent-head-gone"]


# Erasing


CANARY = "Zqanarie Ørnefjær"


def test_an_erased_name_is_nowhere() -> None:
    Path("billede.jpg").write_bytes(b"x")
    add(CANARY, "--picture", "zqanarie-oernefjaer.jpg", "--evidence", f"mail fra {CANARY}", "--purpose", CANARY)
    add(CANARY, "--guardian", "Kim Bly", "--by", CANARY)
    add("Ida Skifer", "--evidence", f"{CANARY} var vidne", "--by", CANARY)
    consent("withdraw", "c-3", "--by", CANARY)
    add("Bo Bly", "--guardian", CANARY)
    assert b"Zqanarie" in raw()
    assert consent("erase", CANARY, "--yes") == 0
    consent("export", "alt.csv", "--full")
    left = raw().lower()
    for trace in ("zqanarie", "ørnefjær", "Ørnefjær", "oernefjaer", "kim bly"):
        assert trace.encode() not in left
    assert CANARY.encode("utf-16-le") not in raw()
    assert "ørnefjær".encode("cp1252") not in left
    assert wrong() == []


def test_erasing_leaves_the_others_and_the_events() -> None:
    add("Bo Bly", "--evidence", "sag 1")
    add("Ida Skifer", "--evidence", "sag 2")
    assert consent("erase", "p-1", "--yes") == 0
    with opened(FILE) as connection:
        told = [(entry.action, entry.person, entry.body is None) for entry in entries(connection)]
    assert told == [("person", 1, True), ("add", 1, True), ("person", 2, False), ("add", 2, False), ("erase", 1, False)]
    assert [(row.ref, row.evidence) for row in rows()] == [("c-2", "sag 2")]


def test_an_id_is_not_given_out_again() -> None:
    add("Bo Bly")
    consent("erase", "p-1", "--yes")
    add("Ida Skifer")
    assert [(row.ref, row.id) for row in rows()] == [("c-2", "p-2")]


def test_a_child_whose_guardian_is_erased_has_no_consent_that_holds(capsys: pytest.CaptureFixture[str]) -> None:
    add("Liv Bly", "--guardian", "Bo Bly")
    assert consent("erase", "Bo Bly", "--yes") == 0
    assert "no guardian any more and so do not hold: c-1" in capsys.readouterr().err
    assert (row("c-1").minor, row("c-1").guardian) == (True, "")


def test_erasing_asks_first(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly")
    for answer, left in (("nej", 1), ("", 1), ("ja", 0)):
        monkeypatch.setattr("builtins.input", lambda answer=answer: answer)
        consent("erase", "p-1")
        assert len(rows()) == left


def test_erasing_again_cleans_again() -> None:
    add("Bo Bly")
    assert consent("erase", "p-1", "--yes") == 0
    assert consent("erase", "p-1", "--yes") == 0
    assert wrong() == []


def test_erasing_says_where_a_reader_keeps_it_from_cleaning(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(database, "WAIT", 0.1)
    add(CANARY)
    reader = sqlite3.connect(FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM person").fetchall()
    assert consent("erase", "p-1", "--yes") == 2
    assert "another program has the register open" in capsys.readouterr().err
    reader.close()
    assert consent("erase", "p-1", "--yes") == 0
    assert b"Zqanarie" not in raw()


# The file


def test_only_the_owner_can_read_it_whatever_the_umask() -> None:
    before = os.umask(0)
    try:
        add("Bo Bly")
        with opened(FILE) as connection:
            connection.execute("BEGIN IMMEDIATE")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path().iterdir()}
        consent("export", "alt.csv")
    finally:
        os.umask(before)
    assert modes == {FILE: 0o600, f"{FILE}-wal": 0o600, f"{FILE}-shm": 0o600}
    assert stat.S_IMODE(Path("alt.csv").stat().st_mode) == 0o600


def test_a_register_that_is_there_keeps_its_mode() -> None:
    add("Bo Bly")
    os.chmod(FILE, 0o640)
    add("Ida Skifer")
    assert stat.S_IMODE(Path(FILE).stat().st_mode) == 0o640


def test_a_register_that_others_can_read_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    add("Bo Bly")
    os.chmod(FILE, 0o644)
    add("Ida Skifer")
    assert "other users of this machine can read consents.db" in capsys.readouterr().err


def test_a_dangling_link_is_not_followed_into_a_new_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path(FILE).symlink_to("elsewhere.db")
    assert consent("add", "--person", "Bo Bly") == 2
    assert not Path("elsewhere.db").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that refuses")
def test_a_register_in_a_folder_that_may_not_be_written_to_is_read() -> None:
    add("Bo Bly")
    os.chmod(".", 0o500)
    try:
        assert [row.ref for row in rows()] == ["c-1"]
    finally:
        os.chmod(".", 0o700)


def _foreign(_: Path) -> None:
    tamper("CREATE TABLE t (x)")


def _newer(_: Path) -> None:
    add("Bo Bly")
    tamper("PRAGMA user_version = 99")


def _damaged(path: Path) -> None:
    add("Bo Bly")
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xaa" * 3996
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_foreign, "the file is an SQLite database, but no consent register."),
        (_newer, "the register was written by a newer version of postlint."),
        (_damaged, "the register's file is damaged."),
    ],
)
def test_other_files_are_told(make: object, sentence: str) -> None:
    make(Path(FILE))  # type: ignore[operator]
    with pytest.raises(PostlintError, match=sentence):
        read_register(FILE)
    assert consent("add", "--person", "Ida Skifer") == 2


def test_damage_anywhere_is_told_or_does_no_harm() -> None:
    for number in range(4):
        add(f"Bo Bly {number}", "--evidence", "sag " * 100)
    consent("withdraw", "c-2")
    before, whole = rows(), Path(FILE).read_bytes()
    for seed in range(150):
        chance, data = random.Random(seed), bytearray(whole)
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        Path(FILE).write_bytes(data[: chance.randrange(len(data))] if seed % 10 == 0 else data)
        for name in ("-wal", "-shm"):
            Path(FILE + name).unlink(missing_ok=True)
        with contextlib.suppress(PostlintError):
            assert wrong() != [] or rows() == before


def test_a_pipe_is_no_register(capsys: pytest.CaptureFixture[str]) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(FILE)
    assert consent("list") == 2
    assert "this is not a regular file." in capsys.readouterr().err


def test_an_empty_file_is_an_empty_register() -> None:
    Path(FILE).touch()
    assert read_register(FILE) == Register(FILE)
    add("Bo Bly")
    assert len(rows()) == 1


def test_a_csv_register_costs_no_sqlite() -> None:
    Path("c.csv").write_text("ref,person,image,channels,given,expires,withdrawn,guardian\n1,Bo Bly,,,,,,\n", "utf-8")
    code = (
        "import sys; from postlint.consent.register import read_register; read_register('c.csv'); "
        "print('sqlite3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
