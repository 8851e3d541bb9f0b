"""Where words go: data to standard output or a file, messages and progress to standard error."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from pathlib import Path
from typing import TypeVar

from kg.files import whole

Item = TypeVar("Item")

INTERVAL = 30.0
"""The seconds from one line of progress to the next, where there is no terminal."""

LEAST = 0.01
"""How much must be done before the rest is guessed at."""

SCALE = 1000
"""The steps of a bar."""

BAR = "{desc}, {percentage:3.0f} %|{bar}| {elapsed}, {remaining} left"
"""What a bar shows: how many, how fast, how much of all, since when and how long still."""


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


def progress(items: Iterable[Item], *, unit: str, share: Callable[[], float] | None = None) -> Iterator[Item]:
    """The items, while standard error tells how many there were, how fast they come and how long the rest takes.

    A terminal has a bar; anything else gets a line now and then. ``share`` says how much is done, from 0 to 1; without it the
    length of the items does, where they have one.
    """
    whole = len(items) if isinstance(items, Sized) else 0

    def done(count: int) -> float:
        return share() if share else count / whole if whole else 0.0

    return (_bar if sys.stderr.isatty() else _lines)(items, unit, done)


def _bar(items: Iterable[Item], unit: str, done: Callable[[int], float]) -> Iterator[Item]:
    from tqdm import tqdm

    begin = time.monotonic()
    with tqdm(total=SCALE, desc=f"0 {unit}", bar_format=BAR, smoothing=0.1, file=sys.stderr, leave=False) as bar:
        for count, item in enumerate(items, 1):
            yield item
            bar.set_description_str(_pace(count, unit, time.monotonic() - begin), refresh=False)
            bar.update(round(done(count) * SCALE) - bar.n)


def _lines(items: Iterable[Item], unit: str, done: Callable[[int], float]) -> Iterator[Item]:
    begin = said = time.monotonic()
    for count, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - said < INTERVAL:
            continue
        said, share = now, done(count)
        left = f", {share:.0%} of all, about {duration((now - begin) * (1 - share) / share)} left" if share >= LEAST else ""
        say(f"{_pace(count, unit, now - begin)}{left}")


def _pace(count: int, unit: str, seconds: float) -> str:
    return f"{count:,} {unit}, {count / max(seconds, 0.001):,.1f} a second"


def duration(seconds: float) -> str:
    """A time in words.

    >>> duration(3.94), duration(200), duration(40_000)
    ('3.9 s', '3 min 20 s', '11 h 06 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "fact"), counted(1200, "fact")
    ('1 fact', '1,200 facts')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
