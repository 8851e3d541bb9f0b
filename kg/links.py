"""Links worked out in processes of this machine, which are given shares of them."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg.graph.early import Share
from kg.graph.linkers import forget, shares, work_out_apart, work_out_early
from kg.graph.linking.buckets import Bucket
from kg.graph.linking.linking import MANY, Links
from kg.processes import readers

Shared = TypeVar("Shared", Share, list[Bucket])

AHEAD = 4
"""How many shares a process may be ahead of the one whose links are waited for."""


def links_in_processes(store: Path, processes: int, marked: Sequence[Bucket]) -> Generator[Links | None]:
    """Work out links in processes of this machine, a few of which wait to be written at a time."""
    yield from _in_shares(processes, partial(work_out_apart, store), shares(marked))


def early_links(processes: int, store: Path, early: Sequence[Share]) -> Generator[Links | None]:
    """Work out links of what waits to be written, in this process or in several."""
    if processes > 1 and sum(len(share.buckets) for share in early) >= MANY:
        yield from _in_shares(processes, partial(work_out_early, store), iter(early))
    else:
        try:
            for share in early:
                yield from work_out_early(store, share)
        finally:
            forget()


def _in_shares(processes: int, work: Callable[[Shared], list[Links | None]], given: Iterator[Shared]) -> Generator[Links | None]:
    waiting = deque[Future[list[Links | None]]]()
    with readers(processes) as pool:
        for share in given:
            waiting.append(pool.submit(work, share))
            if len(waiting) > AHEAD * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
