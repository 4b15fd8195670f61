"""Work in threads: what is late is told, what has not begun never begins, and room is made only when it is over."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from postlint.server.working import Work


class Late(Exception):
    pass


def test_a_step_gives_its_value() -> None:
    async def ask() -> int:
        with ThreadPoolExecutor(1) as threads:
            return await Work(threads, 5).done(lambda: 7, Late)

    assert asyncio.run(ask()) == 7


def test_the_steps_share_one_time() -> None:
    async def ask() -> None:
        with ThreadPoolExecutor(1) as threads:
            work = Work(threads, 0.3)
            await work.done(lambda: Event().wait(0.2), Late)
            with pytest.raises(Late):
                await work.done(lambda: Event().wait(0.2), Late)

    asyncio.run(ask())


def test_what_has_not_begun_never_begins_and_room_is_made_at_the_end() -> None:
    begun: list[str] = []
    room: list[str] = []
    hold = Event()

    async def ask(name: str, threads: ThreadPoolExecutor) -> None:
        work = Work(threads, 0.2)

        def step() -> None:
            begun.append(name)
            hold.wait(5)

        try:
            await work.done(step, Late)
        except Late:
            work.when_over(lambda: room.append(name))

    async def both() -> None:
        threads = ThreadPoolExecutor(1)
        await asyncio.gather(ask("first", threads), ask("second", threads))
        assert room == ["second"]  # the first is given up, but it still runs
        hold.set()
        threads.shutdown()
        await asyncio.sleep(0.05)
        assert room == ["second", "first"]

    asyncio.run(both())
    assert begun == ["first"]
