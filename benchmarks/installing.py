"""A virtual environment with this checkout, as a wheel, and the peers that it is measured beside."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = {"proselint": "proselint>=0.16", "codespell": "codespell>=2.4"}
_START = "#!{python}\nimport sys\nfrom postlint.cli.start import main\nsys.exit(main())\n"


class Workshop:
    """A virtual environment in ``folder``; ``peers`` are those that could be installed, ``notes`` what was not."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = str(self.programs / "python")
        self.notes: list[str] = []
        self._make(folder)
        self._install_postlint()
        self.peers = [name for name, wanted in PEERS.items() if self._peer(name, wanted)]

    def program(self, name: str) -> str:
        """Return the path of an installed program."""
        return str(self.programs / name)

    def _make(self, folder: Path) -> None:
        """Make the environment; a Debian without python3-venv may still have virtualenv."""
        problem = _said([sys.executable, "-m", "venv", str(folder)])
        if problem and _said([sys.executable, "-m", "virtualenv", "--quiet", str(folder)]):
            raise SystemExit(f"No virtual environment can be made here: {problem}")

    def _pip(self, *words: str) -> str:
        options = ("--quiet", "--disable-pip-version-check", "--compile")
        return _said([self.python, "-m", "pip", "install", *options, *words])

    def _peer(self, name: str, wanted: str) -> bool:
        problem = self._pip(wanted)
        if problem:
            self.notes.append(f"{name} could not be installed and is left out: {problem}")
        return not problem

    def _install_postlint(self) -> None:
        problem = self._pip(str(ROOT))
        if problem:
            self.notes.append(f"pip could not build this checkout; it is put in place as a wheel would be: {problem}")
            self._put_in_place()

    def _put_in_place(self) -> None:
        """Copy what the wheel holds. A check needs none of the dependencies."""
        where = subprocess.check_output(
            [self.python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"], text=True
        )
        target = Path(where.strip()) / "postlint"
        shutil.copytree(ROOT / "postlint", target, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "rules", target / "rules")
        compileall.compile_dir(target, quiet=1)
        start = self.programs / "postlint"
        start.write_text(_START.format(python=self.python), encoding="utf-8")
        start.chmod(0o755)


def _said(command: list[str]) -> str:
    """Run a command and return what it complained about, in a line; empty where all went well."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stderr or done.stdout).strip().splitlines() or [f"status {done.returncode}"]
    errors = [line.strip() for line in lines if "ERROR:" in line]
    return (errors or lines)[-1] if done.returncode else ""
