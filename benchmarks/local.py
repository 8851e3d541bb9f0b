"""A cluster on this machine: a scheduler of Dask and its workers, all of them processes of their own."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

PATIENCE = 60.0
"""Seconds that the scheduler may take to start."""


class Local(NamedTuple):
    """A scheduler on this machine with its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def program(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask, which is ended at the end."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen([sys.executable, "-m", *arguments], cwd=ROOT, stdout=quiet, stderr=quiet) as process:
        yield process
        process.kill()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Local]:
    """A scheduler with so many workers, all of them processes of their own."""
    file = folder / "scheduler.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    with program("distributed.cli.dask_scheduler", *where) as scheduler:
        end = time.monotonic() + PATIENCE
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        with ExitStack() as stack:
            running = [stack.enter_context(program("distributed.cli.dask_worker", *_worker(file))) for _ in range(workers)]
            yield Local(json.loads(file.read_text(encoding="utf-8"))["address"], scheduler, running)


def _worker(file: Path) -> tuple[str, ...]:
    return ("--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
