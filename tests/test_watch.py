"""Watching a folder, with the real command in a process of its own and real files that come, change and go."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from postlint.cli.start import main

pytest.importorskip("watchfiles", reason="watchfiles is not installed")

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = """
[organisation]
name = "Kobberdal"
[[competitors]]
name = "Svinghjul"
[rules]
undisclosed-affiliation = "off"
"""
RIVAL = "Svinghjul laver elendige cykler.\n"
PROGRAM = "import sys; from postlint.cli.start import main; sys.exit(main())"
WAIT = 30.0  # seconds for a machine that is busy with other things


class Watch:
    """The running command, and what it has said so far."""

    def __init__(self, folder: Path, *argv: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *(argv or ("watch", "opslag")), "--ui-lang", "da"], cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        self._lines: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self.start = self.until("I alt:")

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, words: str) -> str:
        """Return what is said up to the line with these words."""
        told, last = "", time.monotonic() + WAIT
        while words not in told:
            try:
                told += self._lines.get(timeout=max(last - time.monotonic(), 0))
            except Empty:
                raise AssertionError(f"{words!r} was never said, only {told!r}") from None
        return told

    def write(self, name: str, text: str) -> None:
        (self.folder / "opslag" / name).write_text(text, encoding="utf-8")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(WAIT)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "postlint.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "opslag").mkdir()
    (tmp_path / "opslag" / "a.txt").write_text(RIVAL, encoding="utf-8")
    (tmp_path / "opslag" / "b.txt").write_text("Vi ses på lørdag.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watch(house: Path) -> Iterator[Watch]:
    if os.name == "nt":
        pytest.skip("Windows sends no SIGINT to one process")
    made = Watch(house)
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.wait(WAIT)


def test_it_begins_with_what_is_there_and_ends_quietly(watch: Watch) -> None:
    assert watch.start == "Holder øje med opslag. Ctrl-C slutter.\nI alt: Fundet: 1 fejl i 2 opslag.\n"
    assert watch.end() == 0
    assert watch.process.stdout is not None
    assert watch.process.stdout.read().strip() == ""


def test_only_what_was_saved_is_told(watch: Watch) -> None:
    watch.write("b.txt", f"Vi ses. {RIVAL}")
    told = watch.until("I alt:")
    assert "opslag/b.txt:1:25  fejl  competitor-disparagement" in told
    assert "a.txt" not in told
    assert told.endswith("I alt: Fundet: 2 fejl i 2 opslag.\n")
    watch.write("b.txt", "Vi ses.")
    told = watch.until("I alt:")
    assert "Der er ikke fundet noget i opslaget." in told
    assert told.endswith("I alt: Fundet: 1 fejl i 2 opslag.\n")


def test_files_come_and_go(watch: Watch) -> None:
    watch.write("c.txt", RIVAL)
    assert watch.until("I alt:").endswith("I alt: Fundet: 2 fejl i 3 opslag.\n")
    (watch.folder / "opslag" / "a.txt").unlink()
    told = watch.until("I alt:")
    assert "opslag/a.txt er væk" in told
    assert told.endswith("I alt: Fundet: 1 fejl i 2 opslag.\n")


def test_an_editor_that_saves_by_renaming_is_followed(watch: Watch) -> None:
    draft = watch.folder / "opslag" / ".b.txt.swp"
    draft.write_text(RIVAL, encoding="utf-8")
    os.replace(draft, watch.folder / "opslag" / "b.txt")
    assert "opslag/b.txt:1:17" in watch.until("I alt:")


def test_one_file_is_watched_through_renaming(house: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows sends no SIGINT to one process")
    made = Watch(house, "watch", "opslag/b.txt")
    assert made.start.endswith("I alt: Der er ikke fundet noget i opslaget.\n")
    for text in (RIVAL, "Vi ses.\n", RIVAL):
        (house / "ny").write_text(text, encoding="utf-8")
        os.replace(house / "ny", house / "opslag" / "b.txt")
        assert ("competitor-disparagement" in made.until("I alt:")) == (text == RIVAL)
    assert made.end() == 0


def test_broken_and_half_written_files_are_borne(watch: Watch) -> None:
    (watch.folder / "opslag" / "c.json").write_bytes(b'{"text": "Svinghjul laver elen')
    assert "opslag/c.json:1:" in watch.until("I alt:")
    (watch.folder / "opslag" / "d.txt").write_bytes(b"\x00\x01\x02")
    assert "opslag/d.txt" in watch.until("I alt:")
    watch.write("c.json", json.dumps({"text": RIVAL}))
    assert "c.json" in watch.until("competitor-disparagement")
    assert watch.process.poll() is None


def test_all_files_may_vanish(watch: Watch) -> None:
    for name in ("a.txt", "b.txt"):
        (watch.folder / "opslag" / name).unlink()
    watch.until("Der var ingen opslag at læse.")
    watch.write("a.txt", RIVAL)
    assert watch.until("I alt: Fundet:").endswith("I alt: Fundet: 1 fejl i 1 opslag.\n")


def test_a_changed_configuration_holds_for_everything(watch: Watch) -> None:
    path = watch.folder / "postlint.toml"
    path.write_text(HOUSE + 'competitor-disparagement = "off"\n', encoding="utf-8")
    told = watch.until("I alt:")
    assert "konfigurationen er ændret" in told
    assert told.endswith("I alt: Der er ikke fundet noget i de 2 opslag.\n")


def test_a_broken_configuration_is_told_and_mended(watch: Watch) -> None:
    path = watch.folder / "postlint.toml"
    path.write_text("[organisation]\nnavn = 1\n", encoding="utf-8")
    assert "»organisation.navn« kendes ikke" in watch.until("I alt:")
    path.write_text(HOUSE, encoding="utf-8")
    watch.write("a.txt", RIVAL + RIVAL)
    assert "I alt: Fundet: " in watch.until("I alt: Fundet:")


def test_rules_on_history_see_the_whole_folder(house: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows sends no SIGINT to one process")
    front = "---\naccount: '@kobberdal'\nrole: official\nchannel: linkedin\n{}---\n"
    days = [f"scheduled: 2026-12-0{number}T08:00:00+01:00\n" for number in range(1, 5)]
    same = "Kom forbi værkstedet på lørdag til kaffe, kanelsnegle og en gratis tur med olie på kæden.\n"
    for number, day in enumerate(days, 1):
        (house / "opslag" / f"{number}.md").write_text(front.format(day) + same, encoding="utf-8")
    made = Watch(house, "--select", "over-sharing,posting-cadence,harassment", "watch", "opslag")
    (house / "opslag" / "5.md").write_text(front.format(days[3]) + same, encoding="utf-8")
    told = made.until("I alt:")
    alone = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--select", "over-sharing,posting-cadence,harassment", "--ui-lang", "da",
         "--format", "json", "opslag"], cwd=house, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    expected = [
        finding["message"] for post in json.loads(alone.stdout)["posts"] if post["id"] == "5.md"
        for finding in post["findings"]
    ]  # fmt: skip
    assert expected, told
    assert [message for message in expected if message not in " ".join(told.split())] == [], told
    assert made.end() == 0


@pytest.mark.parametrize("path", ["none", "-"])
def test_what_is_not_there_cannot_be_watched(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", path]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["watch", "."]) == 2
    assert 'pip install "postlint[watch]"' in capsys.readouterr().err
