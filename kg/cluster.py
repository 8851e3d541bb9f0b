"""A cluster of machines: work is handed to the workers of a Dask scheduler, and what a dead worker had is done again."""

import importlib
import importlib.util
import logging
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec, TypeVar

from kg.errors import CannotRun, UsageProblem

Given = ParamSpec("Given")
Result = TypeVar("Result")

PATIENCE = 30.0
"""Seconds that a scheduler may take to answer, and that may pass without any worker."""

POLL = 2.0
"""Seconds after which somebody who waits looks whether there are workers still."""

_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):\d{1,5}")


class Deadly(Exception):
    """Work that ended every worker which was given it."""


@dataclass(slots=True)
class Cluster:
    """The workers of a scheduler."""

    address: str
    client: Any
    _width: int = 0
    _looked: float = field(default=float("-inf"))

    def width(self) -> int:
        """How many pieces of work can be done at the same time now; CannotRun where there was no worker for long."""
        if time.monotonic() - self._looked > POLL:
            self._width = sum(self._threads().values()) or self._wait()
            self._looked = time.monotonic()
        return self._width

    def submit(self, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> "Pending[Result]":
        """Begin some work on one of the workers."""
        try:
            return Pending(self, self.client.submit(work, *args, **kwargs, pure=False))
        except OSError as error:
            raise _lost(self.address) from error

    def _wait(self) -> int:
        """How many pieces of work can be done once there is a worker again."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := sum(self._threads().values()):
                return found
            time.sleep(min(POLL, PATIENCE / 10))
        raise CannotRun(
            f"the cluster {self.address} has no worker; start some with «dask worker {self.address} --nthreads 1» where tip-kg is "
            "installed, and run the same command again: what was stored stays"
        )

    def _threads(self) -> dict[str, int]:
        if self.client.status != "running":
            raise _lost(self.address)
        try:
            found: dict[str, int] = self.client.nthreads()
        except (OSError, TimeoutError) as error:
            raise _lost(self.address) from error
        return found


@dataclass(frozen=True, slots=True)
class Pending(Generic[Result]):
    """Some work under way."""

    cluster: Cluster
    future: Any

    def result(self) -> Result:
        """What came of the work; Deadly where it ended its workers, CannotRun where no worker or no scheduler is left."""
        from distributed import CancelledError, KilledWorker

        while True:
            try:
                found: Result = self.future.result(timeout=POLL)
            except TimeoutError:
                self.cluster.width()
            except KilledWorker as error:
                raise Deadly from error
            except (CancelledError, OSError) as error:
                raise _lost(self.cluster.address) from error
            except ModuleNotFoundError as error:
                raise CannotRun(f"a worker of {self.cluster.address} lacks tip-kg: install it there ({error})") from error
            else:
                return found


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """A cluster by its scheduler's address; UsageProblem where that is none, CannotRun where nobody answers or Dask is missing."""
    if not _ADDRESS.fullmatch(address):
        raise UsageProblem(f"{address!r} is no address of a scheduler; it looks like tcp://192.0.2.7:8786")
    if not importlib.util.find_spec("distributed"):
        raise CannotRun("--cluster needs Dask, which is not installed: pip install 'tip-kg[cluster]'")
    distributed: Any = importlib.import_module("distributed")
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what there is to say is said in one line, here
    try:
        client: Any = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise CannotRun(f"no scheduler answers at {address}; start one with «dask scheduler», or check the address") from error
    try:
        yield Cluster(address, client)
    finally:
        client.close(timeout=POLL)


def _lost(address: str) -> CannotRun:
    return CannotRun(f"the scheduler at {address} is gone; what was stored stays: start it and run the same command again")
