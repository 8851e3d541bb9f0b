"""Where words go: data to standard output or a file, messages and progress to standard error."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.files import whole

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
    with whole(Path(output)) as file:
        file.write(body)


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
