"""Two processes that write to one register at once, and one that is killed in the middle: nothing confirmed is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_consents import FILE, consent, raw, rows

from postlint.consent.database import opened
from postlint.consent.verifying import verify

# Records consents one by one through the command line, which prints each when it has been confirmed.
COMMAND = """
import sys
from postlint.cli import application, consents
from postlint.cli.start import main
who, count = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    words = ["--person", f"{who} {number}", "--evidence", "x" * (number * 37 % 3000), "--register", "consents.db"]
    assert main(["consent", "add", *words]) == 0
"""
# The same without what the command line itself takes, so that a kill comes more often in the middle of a write.
RECORDER = """
import sys
from postlint.consent.database import opened, writing
from postlint.consent.recording import add
from postlint.consent.register import Consent
who, count = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    with opened("consents.db", create=True) as connection, writing(connection):
        done = add(connection, Consent("", f"{who} {number}", evidence="x" * (number * 37 % 3000)))
    print(f"{done.ref}: recorded.", flush=True)
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def writer(who: str, count: int, code: str = COMMAND) -> subprocess.Popen[str]:
    """Start a writer and wait until it is ready; it begins when its standard input gets a line."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", code, who, str(count)], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def begin(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def is_whole() -> bool:
    with opened(FILE) as connection:
        return verify(connection).wrong == ()


def test_two_writers_at_once_lose_nothing() -> None:
    writers = [writer(who, 40) for who in ("Ib Storm", "Ida Storm")]
    for process in writers:
        begin(process)
    told = [process.communicate(timeout=60)[0] for process in writers]
    assert [process.returncode for process in writers] == [0, 0]
    refs = [line.split(":")[0] for output in told for line in output.splitlines()]
    assert len(refs) == len(set(refs)) == 80
    assert {row.ref for row in rows()} == set(refs)
    assert is_whole()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(12))
def test_a_killed_writer_loses_nothing_that_was_confirmed(seed: int) -> None:
    longest = 0.03 if seed < 6 else 0.5  # seconds; the first are killed while the register is being made
    process = writer("Bo Bly", 10_000, RECORDER)
    begin(process)
    time.sleep(random.Random(seed).uniform(0.0, longest))
    process.send_signal(signal.SIGKILL)
    told = process.communicate()[0]
    assert process.returncode == -signal.SIGKILL
    confirmed = {line.split(":")[0] for line in told.splitlines() if line.endswith("recorded.")}
    if not Path(FILE).exists():
        assert confirmed == set()
        return
    found = [row.ref for row in rows()]
    assert confirmed <= set(found)
    assert len(found) - len(confirmed) <= 1  # written, but not yet told
    assert is_whole()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_erasing_after_a_kill_leaves_nothing_in_the_write_ahead_log() -> None:
    process = writer("Zqanarie Ørnefjær", 10_000)
    begin(process)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert b"Zqanarie" in raw()
    for row in rows():
        assert consent("erase", row.id, "--yes") == 0
    assert b"zqanarie" not in raw().lower()
    assert is_whole()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_register_goes_on_after_a_kill() -> None:
    for round in range(3):
        process = writer(f"Bo Bly {round}", 10_000)
        begin(process)
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert first.split(":")[0] in {row.ref for row in rows()}
    assert is_whole()
