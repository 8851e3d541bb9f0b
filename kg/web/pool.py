"""The processes in which queries run: kept warm, so many at once, so many that wait, killed at the limit and when nobody waits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from kg.errors import CannotRun
from kg.graph.query import Answer, Dataset, Limits, QueryMemory, QueryTimeout, Request, Worker, answered, request

AT_ONCE: Final = 4
"""How many queries run at the same time."""

WAITING: Final = 60
"""How many may wait for their turn; more are sent away."""

SHORT: Final = 2.0
"""Seconds for which a query is tried, one at a time, while all turns are taken, so that short ones are not held up by long ones."""

MEMORY: Final = 2 << 30
"""Bytes of memory that one query may use."""

SIZE: Final = 128 << 20
"""Bytes of an answer."""

ROWS: Final = 500_000
"""Rows of an answer, or triples."""

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
        self._trial = asyncio.Lock()
        self._threads = ThreadPoolExecutor(AT_ONCE + 1, "query")
        self._waiting = 0
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._stopped = False
        self._spare()

    async def answer(self, query: str, *, format: str, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """Answer a query when its turn comes; QueryTimeout at the limit, Busy where too many wait, else the errors of ``start``."""
        if self._waiting >= WAITING:
            raise Busy(f"{AT_ONCE} queries run and {WAITING} wait already; try again in a moment")
        limits = Limits(memory=MEMORY, size=SIZE, rows=ROWS, seconds=self.timeout + GRACE)
        asked = request(self._store, query, format=format, dataset=dataset or Dataset(), base=base, limits=limits)
        self._waiting += 1
        try:
            async with asyncio.timeout(self.timeout):
                tried = await self._tried(asked)
                if tried:
                    return tried
                await self._turns.acquire()
        except TimeoutError:
            raise QueryTimeout(f"{AT_ONCE} other queries ran for all of {self.timeout:g} seconds; try again in a moment") from None
        finally:
            self._waiting -= 1
        try:
            return await self._run(asked, self.timeout)
        finally:
            self._turns.release()

    async def _tried(self, asked: Request) -> Answer | None:
        """The answer to a query that is short, where all turns are taken; None where it is not, or a turn has come free."""
        if not self._turns.locked():
            return None
        async with self._trial:
            if not self._turns.locked():
                return None
            try:
                return await self._run(asked, SHORT)
            except QueryTimeout:
                return None

    async def _run(self, asked: Request, seconds: float) -> Answer:
        """Wait for a process in a thread; when the wait is cancelled the process is killed, which ends the thread too."""
        worker = self._taken()
        self._spare()
        done = asyncio.get_running_loop().run_in_executor(self._threads, answered, worker, asked, seconds)
        try:
            return await asyncio.shield(done)
        except QueryMemory as error:  # its words name an option of the command line, which a server does not have
            raise CannotRun(f"the query was stopped because it needed more than {MEMORY >> 20:,} MB of memory; ask for less") from error
        except asyncio.CancelledError:
            worker.kill()
            await asyncio.gather(done, return_exceptions=True)
            raise
        finally:
            self._back(worker)

    def _taken(self) -> Worker:
        """A process that waits, else a new one; those that have ended meanwhile are let go."""
        while self._idle:
            worker = self._idle.pop()
            if worker.again:
                return worker
            self._let_go(worker)
        return self._started()

    def _let_go(self, worker: Worker) -> None:
        self._workers.discard(worker)
        worker.close()

    def _started(self) -> Worker:
        worker = Worker()
        self._workers.add(worker)
        return worker

    def _spare(self) -> None:
        """Have a process wait for the next query, so that its start is not waited for."""
        if not self._stopped and not self._idle and len(self._workers) <= AT_ONCE:
            self._idle.append(self._started())

    def _back(self, worker: Worker) -> None:
        """Take a process back after its query; another stands in for one that cannot go on."""
        if worker.again:
            self._idle.append(worker)
        else:
            self._let_go(worker)
            self._spare()

    def stop(self) -> None:
        """End all processes."""
        self._stopped = True
        for worker in tuple(self._workers):
            worker.kill()
        for worker in self._idle:
            worker.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
