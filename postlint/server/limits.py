"""How much a request may cost: sizes in bytes, times in seconds, numbers of things."""

from __future__ import annotations

from postlint.record import NamedTuple

KILOBYTE = 2**10
MEGABYTE = 2**20


class Limits(NamedTuple):
    """The caps of the service. ``body`` holds for JSON, ``pictures`` for a request that carries pictures.

    ``reading`` is how long a client may take to send a request, ``checking`` how long the check may take. ``checks``
    run at once, of those with pictures fewer; ``connections`` are open at once. A body of at most ``direct`` bytes is
    checked at once: handing it to a thread would take longer than the check.
    """

    body: int = 256 * KILOBYTE
    pictures: int = 20 * MEGABYTE
    posts: int = 200
    people: int = 100
    reading: float = 5.0
    checking: float = 5.0
    checks: int = 32
    checks_with_pictures: int = 2
    connections: int = 256
    direct: int = 2 * KILOBYTE


class Turnstile:
    """Counts who is inside and lets no more than ``most`` in. Used from one event loop."""

    def __init__(self, most: int) -> None:
        self.most, self.inside = most, 0

    def enter(self) -> bool:
        """Say whether there was room; whoever got in must ``leave``."""
        if self.inside >= self.most:
            return False
        self.inside += 1
        return True

    def leave(self) -> None:
        """Make room for the next."""
        self.inside -= 1
