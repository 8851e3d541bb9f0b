"""Files that the program writes: each appears whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageProblem

WAITING = "waiting.nq"
"""The file in a store's folder in which a build keeps what it has read until it writes that into the store."""


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when the block ends well, and leaves nothing behind when it does not.

    The errors are those of ``writable``.
    """
    part = writable(path).with_name(path.name + ".part")
    try:
        with part.open("wb") as output:
            yield output
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def writable(path: Path) -> Path:
    """The path; UsageProblem where its folder does not exist, or it is a folder, a device or a pipe.

    A device must not be written to: the file that is written aside would take its place.
    """
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise UsageProblem(f"{path} is no file but a device or a pipe; leave -o out and send standard output there")
    if not path.parent.is_dir():
        raise UsageProblem(f"the folder {path.parent} does not exist; make it first")
    return path
