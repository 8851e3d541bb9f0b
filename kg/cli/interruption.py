"""Interruptions from the keyboard that Python would lose.

One that comes while a finalizer or a callback runs, of which importing has many, is only told as «exception ignored», and the program goes
on (`sys.unraisablehook <https://docs.python.org/3/library/sys.html#sys.unraisablehook>`_).
"""

import _thread
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SOON = 0.05
"""Seconds after which a lost interruption comes again, when what could not be interrupted is over."""


@contextmanager
def kept() -> Iterator[None]:
    """Let an interruption that was lost come again, until the block is left."""
    before, waiting = sys.unraisablehook, list[threading.Timer]()

    def told(lost: "sys.UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            timer = threading.Timer(SOON, _thread.interrupt_main)
            timer.daemon = True
            waiting.append(timer)
            timer.start()
        else:
            before(lost)

    sys.unraisablehook = told
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in waiting:
            timer.cancel()
