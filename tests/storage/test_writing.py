"""The only writer: one at a time, what is urgent first, and nobody for ever last."""

from __future__ import annotations

import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.writing import WriterLock


async def order_of(urgencies: list[bool]) -> list[int]:
    """Let them all ask while somebody holds the lock; gives the order in which they get it."""
    lock, got = WriterLock(), list[int]()

    async def ask(number: int, urgent: bool) -> None:
        await lock.acquire(urgent=urgent)
        got.append(number)
        lock.release()

    await lock.acquire()
    tasks = [asyncio.create_task(ask(number, urgent)) for number, urgent in enumerate(urgencies)]
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*tasks)
    return got


async def test_what_is_urgent_goes_first_but_not_twice_in_a_row() -> None:
    assert await order_of([False, False, False, True, True]) == [3, 0, 4, 1, 2]


async def test_among_equals_who_asked_first_goes_first() -> None:
    assert await order_of([False] * 4) == await order_of([True] * 4) == [0, 1, 2, 3]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["works", "fails", "leaves"])), max_size=30))
def test_one_at_a_time_and_nobody_is_forgotten_whoever_fails_or_leaves(
    people: list[tuple[bool, str]],
) -> None:
    async def play() -> None:
        lock, inside, worked = WriterLock(), 0, 0

        async def work(urgent: bool, how: str) -> None:
            nonlocal inside, worked
            await lock.acquire(urgent=urgent)
            try:
                inside += 1
                assert inside == 1
                await asyncio.sleep(0)
                if how == "fails":
                    raise OSError
                worked += 1
            finally:
                inside -= 1
                lock.release()

        tasks = [asyncio.create_task(work(*person)) for person in people]
        chance = random.Random(len(people))
        for task, (_, how) in zip(tasks, people, strict=True):
            if how == "leaves":
                for _ in range(chance.randrange(4)):
                    await asyncio.sleep(0)
                task.cancel()
        async with asyncio.timeout(5):
            await asyncio.gather(*tasks, return_exceptions=True)
            await lock.acquire()  # it is free again
        assert worked >= sum(how == "works" for _, how in people)

    asyncio.run(play())


async def test_who_leaves_in_the_moment_of_getting_it_hands_it_on() -> None:
    lock = WriterLock()
    await lock.acquire()
    leaving = asyncio.create_task(lock.acquire())
    next_one = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)

    lock.release()
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving

    await asyncio.wait_for(next_one, 1)


async def test_who_left_before_is_passed_over() -> None:
    lock = WriterLock()
    await lock.acquire()
    leaving = asyncio.create_task(lock.acquire(urgent=True))
    next_one = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)

    leaving.cancel()
    lock.release()  # before the one that leaves has noticed

    await asyncio.wait_for(next_one, 1)
    assert leaving.cancelled()
