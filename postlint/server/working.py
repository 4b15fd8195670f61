"""Work that takes a while: done in a thread, within a time that all of it shares."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future
    from typing import Any

Result = TypeVar("Result")


class Work:
    """The work for one request: at most so many ``seconds`` from its first step on. Used from one event loop."""

    def __init__(self, threads: Executor, seconds: float) -> None:
        self.threads, self.seconds = threads, seconds
        self._loop = asyncio.get_running_loop()
        self._end = 0.0
        self._under_way: Future[Any] | None = None

    async def done(self, step: Callable[[], Result], late: Callable[[], Exception]) -> Result:
        """Return what a step gives. Raises what ``late`` returns where there is no time left for it; a step that has
        not begun by then never does."""
        self._end = self._end or self._loop.time() + self.seconds
        self._under_way = future = self.threads.submit(step)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._end - self._loop.time())
        except TimeoutError:
            raise late() from None

    def when_over(self, act: Callable[[], None]) -> None:
        """Call ``act`` when nothing is under way any more: a step that was given up still takes its share of the
        machine until it ends."""
        if self._under_way is None or self._under_way.done():
            act()
        else:
            self._under_way.add_done_callback(lambda _: self._soon(act))

    def _soon(self, act: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the service has stopped meanwhile
            self._loop.call_soon_threadsafe(act)
