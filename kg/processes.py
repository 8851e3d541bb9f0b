"""Processes of this machine to which work is handed: on Linux copies of one that has loaded all, elsewhere each loads for itself."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver, get_context, parent_process, resource_tracker

from kg.errors import CannotRun

COLLECT = (100_000, 20, 20)
"""How many new objects, and how many passes, Python's search for garbage in circles waits for."""

READY = "kg.ready"
"""The module that the process which is copied imports first."""

COPIED = sys.platform == "linux"
"""Whether processes can be copies of one: Windows has none, and on macOS the system's own libraries forbid it."""


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for garbage in circles seldom: the many small objects of reading go by themselves."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECT)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def prepare() -> None:
    """Let the process that will be copied load what readers need, while this one does other things."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for the new processes: each is to have one thread
    if COPIED:
        forkserver.set_forkserver_preload([READY])
        resource_tracker.ensure_running()  # before the signal is blocked, because it lets it through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which the new process keeps: the keyboard is not for it
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def readers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Some processes, which are gone afterwards; CannotRun where one was ended from outside."""
    prepare()
    pool = ProcessPoolExecutor(number, get_context("forkserver" if COPIED else "spawn"), _settle)
    try:
        with _undisturbed():  # an interruption in between would leave a process without what it was promised
            _start(pool, number)
        yield pool
    except BrokenProcessPool as error:
        raise CannotRun(
            "a reading process ended from outside, perhaps for want of memory; what was stored stays: "
            f"run the same command again, with --processes {max(1, number // 2)}"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(pool: ProcessPoolExecutor, number: int) -> None:
    """Start all processes at once; BrokenProcessPool where one ended already, or none can be had."""
    try:
        for _ in range(number):
            pool.submit(os.getpid)  # which starts a process
    except OSError as error:  # the pool closes its pipes as soon as one of its processes has ended
        raise BrokenProcessPool from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interruption from the keyboard wait."""
    if threading.current_thread() is not threading.main_thread():
        yield  # interruptions reach the main thread only
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        signal.raise_signal(signal.SIGINT)


def _settle() -> None:
    """Make a process leave the keyboard to the first one, and end when that one ends."""
    gc.set_threshold(*COLLECT)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(CannotRun.exit_code)
