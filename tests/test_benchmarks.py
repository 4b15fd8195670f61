"""The benchmarks run: every script can be imported, and its cheapest part does its work on a little input."""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import a script as it sees itself: with its own folder first."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module(name)


def write_lines(path: Path, entries: list[object]) -> Path:
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_imports(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert script(name, monkeypatch).__doc__


def test_made_texts_are_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = script("made_texts", monkeypatch)
    assert made.posts(20) == made.posts(20)
    assert {len(post["text"]) for post in made.posts(20)} == {made.LENGTH}
    assert len(set(made.phrases(500))) == 500
    made.write_text(tmp_path / "long.txt", 20_000)
    assert 20_000 <= (tmp_path / "long.txt").stat().st_size < 22_000


def test_in_process_with_phrases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, timing = script("made_texts", monkeypatch), script("in_process", monkeypatch)
    monkeypatch.setattr(timing, "WARMING", 1)
    few, many = (str(made.write_organisation(tmp_path / str(count), count)) for count in (10, 200))
    spent = timing.times([few, many], 3)
    assert [len(times) for times in spent] == [3, 3]
    assert all(time > 0 for times in spent for time in times)


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="whole processes are measured on Unix only")
def test_processes_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measuring = script("measuring", monkeypatch)
    environ = measuring.surroundings(tmp_path)
    used = measuring.run(measuring.Command((sys.executable, "-c", "sum(range(10**6))"), tmp_path), environ)
    assert 0 < used.seconds < 30
    assert used.peak > 1_000_000
    with pytest.raises(measuring.MeasureError, match="status 7"):
        measuring.run(measuring.Command((sys.executable, "-c", "raise SystemExit(7)"), tmp_path), environ)


def test_table_lines_up(monkeypatch: pytest.MonkeyPatch) -> None:
    speed = script("speed", monkeypatch)
    spent = {"postlint": [0.04, 0.05], "python": [0.01, 0.01], "codespell": [0.1, 0.1]}
    told = speed.table([*speed.start_rows(spent), *speed.peer_rows(spent)])
    assert len({len(line) for line in told.splitlines()}) == 1
    assert "4.50 × python" in told
    assert "not installed" in told
    assert speed.growth((1, 2), [1.0, 1.3]).verdict == "does not hold"


def test_ordinary_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    entries = [{"text": "Rain again today. I like it."}, "INTERNAL ONLY: new plan."]
    texts = write_lines(tmp_path / "texts.jsonl", entries)
    assert script("ordinary", monkeypatch).main([str(texts)]) == 0
    told = capsys.readouterr().out
    assert "3 sentences" in told
    assert "confidential-marker" in told


def test_accuracy_compares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accuracy = script("accuracy", monkeypatch)
    posts = [{"id": "a", "text": "INTERNAL ONLY: new plan."}, {"id": "b", "text": "INTERNAL ONLY: no plan."}]
    posts += [{"id": "c", "text": "Rain again today."}]
    marked = {"a": {"confidential-marker"}, "b": set(), "c": {"confidential-marker"}}
    found = accuracy.scores(posts, marked, accuracy.postlint.linter(now=accuracy.NOW))
    score = found["confidential-marker"]
    assert (score.right, score.alarms, score.missed) == (["a"], ["b"], ["c"])
    assert (score.precision(), score.recall()) == (0.5, 0.5)
    assert "50.0%" in accuracy.told(found, 1)


def test_serving_asks_the_real_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serving = script("serving", monkeypatch)
    bodies = serving.texts(6, 280)
    assert len({json.loads(body)["text"] for body in bodies}) == 6
    with serving.postlint(tmp_path) as target:
        taken = serving.latencies(target, bodies, 2)
    assert len(taken) == 6
    assert serving.line("check", taken).startswith("check ")
