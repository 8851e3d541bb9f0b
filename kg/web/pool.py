"""The processes in which queries run: so many at once, so many that wait, each killed at its limit and when nobody waits for it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from kg.errors import CannotRun
from kg.graph.query import Answer, Dataset, Limits, QueryTimeout, Running, start

AT_ONCE: Final = 4
"""How many queries run at the same time."""

WAITING: Final = 60
"""How many may wait for their turn; more are sent away."""

MEMORY: Final = 2 << 30
"""Bytes of memory that one query may use."""

SIZE: Final = 128 << 20
"""Bytes of an answer."""

GRACE: Final = 5.0
"""Seconds after the limit at which a process whose server has gone ends by itself."""


class Busy(CannotRun):
    """Too many queries wait already."""


class Pool:
    """Runs queries over a store; to be used in one event loop."""

    def __init__(self, store: Path, timeout: float) -> None:
        self.timeout = timeout
        self._store = store
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._threads = ThreadPoolExecutor(AT_ONCE, "query")
        self._waiting = 0
        self._running: set[Running] = set()

    async def answer(self, query: str, *, format: str, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """Answer a query when its turn comes; QueryTimeout at the limit, Busy where too many wait, else the errors of ``start``."""
        if self._waiting >= WAITING:
            raise Busy(f"{AT_ONCE} queries run and {WAITING} wait already; try again in a moment")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.timeout):
                await self._turns.acquire()
        except TimeoutError:
            raise QueryTimeout(f"{AT_ONCE} other queries ran for all of {self.timeout:g} seconds; try again in a moment") from None
        finally:
            self._waiting -= 1
        try:
            return await self._run(query, format, dataset or Dataset(), base)
        finally:
            self._turns.release()

    async def _run(self, query: str, format: str, dataset: Dataset, base: str | None) -> Answer:
        """Wait for the process in a thread; when the wait is cancelled the process is killed, which ends the thread too."""
        limits = Limits(memory=MEMORY, size=SIZE, seconds=self.timeout + GRACE)
        running = start(self._store, query, format=format, dataset=dataset, base=base, limits=limits)
        self._running.add(running)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, running.answer, self.timeout)
        finally:
            running.kill()
            self._running.discard(running)

    def stop(self) -> None:
        """Kill whatever runs."""
        for running in tuple(self._running):
            running.kill()
        self._threads.shutdown(wait=False, cancel_futures=True)
