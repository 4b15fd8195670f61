"""What whole processes cost: CPU seconds and peak memory, each command's own, taken in turns."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from statistics import median
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LIMIT = 180.0  # seconds on the clock after which a process is given up


class Command(NamedTuple):
    """A command, the folder it is run in, and the exit statuses that mean it did its work."""

    words: tuple[str, ...]
    folder: Path
    statuses: tuple[int, ...] = (0, 1)


class Used(NamedTuple):
    """What a process used: CPU seconds (user and system), and at most so many bytes of memory."""

    seconds: float
    peak: int


class MeasureError(Exception):
    """A command that ended otherwise than it should; the message says which and how."""


def run(command: Command, environ: Mapping[str, str]) -> Used | None:
    """Run a command, its output thrown away, and return what it used; ``None`` where it took too long.

    Raises ``MeasureError`` where it ended with an unexpected status: a figure for nothing done is worth nothing.
    """
    process = subprocess.Popen(
        command.words, cwd=command.folder, env=dict(environ), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    watch = Timer(LIMIT, process.kill)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.cancel()
    if process.returncode < 0:
        return None
    if process.returncode not in command.statuses:
        raise MeasureError(f"{' '.join(command.words)} ended with status {process.returncode}")
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def in_turns(commands: Mapping[str, Command], rounds: int, environ: Mapping[str, str]) -> dict[str, list[float]]:
    """Return the CPU seconds of every round of each command. They take turns, so that a busy moment of the
    machine falls on all; a first round, which fills caches, is not counted."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            used = run(command, environ)
            if number and used is not None:
                found[name].append(used.seconds)
    return found


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """Return the median of the ratios of two commands, round by round."""
    return median(one / other for one, other in zip(above, below, strict=True))


def surroundings(cache: Path) -> dict[str, str]:
    """Return the environment of the processes: this one's, but with bytecode, with no Python path of its own,
    and with a cache of packs that nobody else uses."""
    kept = dict(os.environ)
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTHONPYCACHEPREFIX"):
        kept.pop(name, None)
    return {**kept, "POSTLINT_CACHE": str(cache)}
