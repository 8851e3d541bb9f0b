"""Where words go: data to standard output or a file, messages and progress to standard error."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.errors import UsageProblem

Item = TypeVar("Item")


def say(message: object = "") -> None:
    """Write a message to standard error."""
    sys.stderr.write(f"{message}\n")


def emit(data: str | bytes, output: str | None = None) -> None:
    """Write data to a file, which appears whole or not at all, or to standard output."""
    body = data.encode() if isinstance(data, str) else data
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        return
    path = writable(output)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(body)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def writable(output: str) -> Path:
    """The path to write to; UsageProblem where its folder does not exist, or it is a folder, a device or a pipe.

    A device must not be written to: the file that is written aside would take its place.
    """
    path = Path(output)
    if path.is_dir():
        raise UsageProblem(f"{output} is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise UsageProblem(f"{output} is no file but a device or a pipe; leave -o out and send standard output there")
    if not path.parent.is_dir():
        raise UsageProblem(f"the folder {path.parent} does not exist; make it first")
    return path


def progress(items: Iterable[Item], *, unit: str) -> Iterator[Item]:
    """The items, with a bar that counts them where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from tqdm import tqdm

    yield from tqdm(items, unit=f" {unit}", file=sys.stderr, leave=False)


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "fact"), counted(1200, "fact")
    ('1 fact', '1,200 facts')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
