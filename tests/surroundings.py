"""Real surroundings for tests that install postlint: a copy of the repository, clean environments, real git."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_NO_INDEX = re.compile("No matching distribution|Could not find a version|Max retries|Temporary failure in name")
_IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")


def run(command: list[str], folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with nothing of this test run's Python in its environment."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")}
    return subprocess.run(
        command, cwd=folder, env={**kept, **environ}, capture_output=True, text=True, encoding="utf-8", check=False
    )


def must(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a command said; skip where it wanted a package index that cannot be reached."""
    told = done.stdout + done.stderr
    if done.returncode and _NO_INDEX.search(told):
        pytest.skip("pip reaches no package index here")
    assert done.returncode == 0, told
    return told


def copy_repository(target: Path) -> None:
    """Copy the files that belong to the repository, as they are now."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git repository")
    listed = run(["git", "ls-files", "-co", "--exclude-standard", "-z"], ROOT)
    for name in filter(None, must(listed).split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def git(folder: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run git with an identity of its own, whatever this machine's configuration says."""
    return run(["git", *_IDENTITY, *words], folder, GIT_CONFIG_GLOBAL=os.devnull, **environ)


def environment(folder: Path) -> Path:
    """Make a virtual environment with pip and return its folder of programs."""
    must(run([sys.executable, "-m", "virtualenv", "--quiet", "--no-periodic-update", str(folder)], folder.parent))
    return folder / ("Scripts" if os.name == "nt" else "bin")
