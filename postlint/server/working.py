"""Work that takes a while: done in a thread, within a time that all of it shares."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from typing import Any

Result = TypeVar("Result")


class Work:
    """The work for one request: at most so many ``seconds`` from its first step on. Used from one event loop."""

    def __init__(self, threads: Executor, seconds: float) -> None:
        self.threads, self.seconds = threads, seconds
        self._end = 0.0
        self._under_way: asyncio.Future[Any] | None = None

    async def done(self, step: Callable[[], Result], late: Callable[[], Exception]) -> Result:
        """Return what a step gives. Raises what ``late`` returns where there is no time left for it."""
        loop = asyncio.get_running_loop()
        self._end = self._end or loop.time() + self.seconds
        self._under_way = running = loop.run_in_executor(self.threads, step)
        try:
            return await asyncio.wait_for(asyncio.shield(running), self._end - loop.time())
        except TimeoutError:
            raise late() from None

    def when_over(self, act: Callable[[], None]) -> None:
        """Call ``act`` when nothing is under way any more: work that was given up still takes its share of the machine
        until it ends."""
        if self._under_way is None or self._under_way.done():
            act()
        else:
            self._under_way.add_done_callback(lambda ended: _over(ended, act))


def _over(ended: asyncio.Future[Any], act: Callable[[], None]) -> None:
    if not ended.cancelled():
        ended.exception()  # taken note of, so that nobody logs it
    act()
