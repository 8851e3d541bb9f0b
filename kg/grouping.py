"""Documents in groups that are read together, and so many of them under way that nobody who reads has to wait."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TypeVar

from kg.narrative.model import Document

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

AHEAD = 32
"""How many documents a process may be ahead of the one that is being stored: enough to read on while many are written together."""

AHEAD_CHARACTERS = 1_000_000
"""How much text a process may be ahead at most, where there are more than two groups for each."""

GROUP = 12
"""How many documents are parsed side by side at most: the parser's time for each falls until about there."""

GROUP_CHARACTERS = 200_000
"""How much text they hold at most, where there is more than one."""

GROUP_ITEMS = 100
"""How many inputs a group is waited for at most, where nearly all are held already."""


def sizes(readers: int) -> Iterator[int]:
    """How many documents a group may have: with several readers few at first, so that each of them soon has work."""
    growing = (size for size in range(1, GROUP) for _ in range(readers)) if readers > 1 else ()
    return chain(growing, repeat(GROUP))


def groups(items: Iterable[Item], sizes: Iterator[int]) -> Iterator[list[Item]]:
    """The inputs in groups of so many documents at most, and not too much text; what is no document waits for one that is before it."""
    group: list[Item] = []
    documents, characters, size = 0, 0, next(sizes)
    for item in items:
        length = len(item.text) if isinstance(item, Document) else 0
        if documents and characters + length > GROUP_CHARACTERS:
            yield group
            group, documents, characters, size = [], 0, 0, next(sizes)
        group.append(item)
        documents, characters = documents + isinstance(item, Document), characters + length
        if documents in (0, size) or len(group) >= GROUP_ITEMS:
            yield group
            size = next(sizes) if documents else size
            group, documents, characters = [], 0, 0
    if group:
        yield group


def ahead(
    waited_for: Iterable[Sequence[Item]], start: Callable[[Sequence[Item]], Callable[[], Iterable[Outcome]]], width: Callable[[], int]
) -> Iterator[Outcome]:
    """What comes of each group, in their order: as many as keep ``width`` readers busy are started before the first is waited for."""
    waiting: deque[tuple[int, int, Callable[[], Iterable[Outcome]]]] = deque()
    documents = characters = 0
    for group in waited_for:
        lengths = [len(item.text) for item in group if isinstance(item, Document)]
        waiting.append((len(lengths), sum(lengths), start(group)))
        documents, characters = documents + len(lengths), characters + sum(lengths)
        while documents >= width() * AHEAD or (characters > width() * AHEAD_CHARACTERS and len(waiting) > 2 * width()):
            number, size, outcomes = waiting.popleft()
            documents, characters = documents - number, characters - size
            yield from outcomes()
    while waiting:
        yield from waiting.popleft()[2]()
