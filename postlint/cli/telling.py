"""What the command tells besides its result: problems, warnings and progress, on standard error."""

from __future__ import annotations

import sys

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers.escaping import visible

if TYPE_CHECKING:
    from postlint.problem import Problem

MANY = 200  # posts from which a person wants to see that something happens
_CELLS = 30


def tell(problem: Problem, lang: str, *, warning: bool = False) -> None:
    """Write one problem, or one warning, in the language ``lang``; control characters are made visible."""
    head = f"postlint: {say('severity-warning', lang)}: " if warning else "postlint: "
    lines = [visible(line) for line in problem.tell(lang).split("\n")]
    print(head + "\n".join(lines), file=sys.stderr)


def note(code: str, lang: str, **facts: str | int) -> None:
    """Write one sentence of what was done."""
    print(f"postlint: {say(code, lang, **facts)}", file=sys.stderr)


class Progress:
    """A bar on standard error for many posts; silent where nobody watches. Used as a context."""

    def __init__(self, total: int, lang: str, *, quiet: bool = False) -> None:
        self.total, self.lang = total, lang
        self.shown = not quiet and total >= MANY and sys.stderr.isatty()
        self.done = self.filled = 0

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """Count one more post; draw only where the bar changes."""
        self.done += 1
        if self.shown and (filled := self.done * 100 // self.total) != self.filled:
            self.filled = filled
            bar = "#" * (filled * _CELLS // 100)
            told = say("progress", self.lang, done=self.done, total=self.total)
            print(f"\r[{bar:{_CELLS}}] {told}", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
