"""A process that answers queries one after another and that can be killed at any moment; ``kg.graph.worker`` is what runs in it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import IO, Any, Final, Literal, Self, cast

import kg
from kg import errors
from kg.errors import CannotRun, KgError, UsageProblem
from kg.graph.worker import TOLD

OUT_OF_MEMORY: Final = (b"memory allocation of", b"bad_alloc", b"MemoryError")
"""What the libraries and Python leave on standard error where memory was refused."""

TOO_DEEP: Final = (-signal.SIGSEGV, -signal.SIGABRT)
"""The exit codes of a process whose stack was too small for the query."""

Sort = Literal["solutions", "boolean", "triples"]


class QueryTimeout(CannotRun):
    """The query was stopped at the time limit."""


class QueryMemory(CannotRun):
    """The query was stopped because it needed more memory than it may use."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query as the process is told of it, in one line of JSON, and the format of its answer."""

    line: bytes
    format: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: the bytes in the format asked for, and what sort of answer it is."""

    sort: Sort
    body: bytes


@contextmanager
def _alarm(seconds: float | None, ring: Callable[[], None]) -> Iterator[None]:
    """Call something when the block takes longer than a limit."""
    timer = Timer(seconds, ring) if seconds is not None else None
    if timer:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        if timer:
            timer.cancel()


class Worker:
    """A process that waits for queries; to be used by one thread at a time, but for ``kill``."""

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, (str(Path(kg.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
        self._sound = True
        self._out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kg.graph.worker"],
            stdin=subprocess.PIPE,
            stdout=self._out,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def again(self) -> bool:
        """Whether it can be asked again."""
        return self._sound and self._process.poll() is None

    def answer(self, request: Request, timeout: float | None) -> Answer:
        """The answer to a query; at the limit (in seconds) the process is killed (QueryTimeout)."""
        stopped = Event()

        def stop() -> None:
            stopped.set()
            self.kill()

        with _alarm(timeout, stop):
            told, noise = self._ask(request)
        if stopped.is_set():
            raise QueryTimeout(f"the query was stopped after {timeout:g} seconds; ask for less, or raise the limit with --timeout")
        if told is None:
            raise self._ended(noise)
        self._sound = told["again"]
        if told["failed"]:
            kind, message = told["failed"]
            raise cast(type[KgError], getattr(errors, kind))(message)
        return self._written()

    def _ask(self, request: Request) -> tuple[dict[str, Any] | None, bytes]:
        """What the process tells at the end of a query, or None where it has ended, and what else it wrote to standard error."""
        assert self._process.stdin
        assert self._process.stderr
        self._out.seek(0)
        self._out.truncate()
        noise = b""
        try:
            self._process.stdin.write(request.line + b"\n")
            self._process.stdin.flush()
        except OSError:  # it has ended already; how, its exit code tells
            pass
        for line in self._process.stderr:
            if line.startswith(TOLD):
                return json.loads(line.removeprefix(TOLD)), noise
            noise += line
        return None, noise

    def _written(self) -> Answer:
        """The answer in the file; the process writes where this end of the file stands."""
        self._out.seek(0)
        sort = self._out.readline().strip().decode()
        return Answer(cast(Sort, sort), self._out.read())

    def _ended(self, noise: bytes) -> KgError:
        """Why a process has ended that should have answered."""
        self._sound = False
        code = self._process.wait()
        if any(sign in noise for sign in OUT_OF_MEMORY):
            return QueryMemory(
                "the query was stopped because it needed more memory than it may use; ask for less, or raise the limit with --memory"
            )
        if code in TOO_DEEP:
            return UsageProblem("the query is nested too deeply to be answered; write it with fewer brackets or shorter paths")
        return CannotRun(f"the query was ended from outside (code {code}), perhaps for want of memory; ask for less")

    def kill(self) -> None:
        """End the process now; the one who waits for the answer gets CannotRun."""
        self._sound = False
        self._process.kill()

    def close(self) -> None:
        """End the process, and let go of what belongs to it."""
        self.kill()
        with suppress(OSError), self._out, self._process:  # waits for its end; a request that it has not read cannot be flushed
            pass
