"""What is on its way into a store: written at once, or, while it is built, with that of other documents straight into files."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.errors import CannotRun
from kg.graph.changes import replace
from kg.graph.packing import Lines, packed, unpacked
from kg.graph.waiting import Waiting

Written = Callable[[Iterable[int]], Iterable[int]]
"""Is given the numbers of quads of the parts that are written, one after another, and yields them again."""

IN_MEMORY = 50_000
"""How many new quads Oxigraph's tables in memory may hold before they go to files; left alone they grow to most of a gigabyte."""

TOGETHER = 12_000_000
"""How many quads are written together, those of some 4,500 narratives: with fewer, Oxigraph would merge its files again and again."""

PART = 30_000
"""How many of them its loader is given at a time: more take more memory, and no less time."""

LOADERS = 4
"""How many parts are written side by side where several processors may be used: most of them wait for Oxigraph to merge its files."""

FEW = 5_000
"""Up to how many quads are quicker written one by one than as files."""

WHOLE = 1_000_000
"""From how many quads on Oxigraph's loader writes them in several parts; fewer are there all at once or not at all."""

MANY = 2
"""From how many new sets of files on they are put in order: 0.2 s for 100,000 quads, after which questions take half the time."""

LITTLE = 0.1
"""Which part of what was put in order may come after it and be left as it is."""


class Writer:
    """Writes to a store; everything that is read from it must be ``settled`` before."""

    def __init__(self, oxigraph: ox.Store, folder: Path | None = None) -> None:
        """Take a store and, to write to it, its folder; what a killed writer left to be written, this one writes."""
        self._oxigraph = oxigraph
        self._gathers, self._loaders = False, 1
        self._waiting = Waiting(folder) if folder else None
        self._in_memory = 0
        self._files = self._loose = self._ordered = 0
        self.all_waits = len(list(islice(oxigraph, 2))) < 2  # one is the mark of its format
        """Whether the store had nothing and nothing was written to it, so that what waits is all."""
        self.settled()

    @contextmanager
    def together(self, width: int = 1) -> Iterator[None]:
        """Let what only adds to the store wait for more of its kind, until it is much, somebody reads, or the block is left.

        It is written by one thread, or by several where more than one processor may be used.
        """
        self._gathers, self._loaders = True, LOADERS if width > 1 else 1
        try:
            yield
        finally:
            self._gathers = False
            self.settled()
            self._loaders = 1

    def settled(self, *graphs: NamedNode, progress: Written = iter) -> ox.Store:
        """The store, in which nothing is missing from these graphs, or from any where none is named."""
        waiting = self._waiting
        if waiting and waiting.number and (not graphs or any(graph.value in waiting.graphs for graph in graphs)):
            self._write_out(waiting, progress)
        return self._oxigraph

    def write(self, gone: Collection[Quad], come: Collection[Quad]) -> None:
        """Remove and add quads, all at once or, after an interruption, not at all."""
        if not gone and (self._gathers or len(come) > FEW):
            self.add(packed(come))
        elif gone or come:
            self.all_waits = False
            replace(self.settled(), gone, come)
            self._make_room(len(gone) + len(come))

    def add(self, *lines: Lines) -> list[int]:
        """Add what only adds to the store: of each of these all or, after an interruption, nothing.

        Where in the file of what waits they stand, as long as that is not written.
        """
        assert self._waiting is not None
        places = [self._waiting.add(some) for some in lines if some.number]
        if not self._gathers or self._waiting.number >= TOGETHER:
            self.settled()
        return places

    def write_out(self, progress: Written = iter) -> None:
        """Write all that waits and put it in order, for who is about to read much of it."""
        self.settled(progress=progress)
        self._put_in_order()

    def _write_out(self, waiting: Waiting, progress: Written) -> None:
        """Write all that waits; where that is interrupted, the next writer does it again from the beginning."""
        self.all_waits = False
        written = 0
        with ThreadPoolExecutor(self._loaders) as pool:
            parts = _InTurn(pool, self._loaders, self._load, waiting.parts(PART), -(-waiting.number // PART))
            for number in progress(parts):
                written += number
                if _as_files(number):
                    self._has_files(number)
                else:
                    self._make_room(number)
        if written != waiting.number:
            raise CannotRun(
                f"{waiting.path} cannot be read to its end, so the disk may be broken; what is missing is read again by the same command"
            )
        waiting.clear()

    def _load(self, part: Lines) -> int:
        """Write a part, all at once, and say how many quads it has."""
        if _as_files(part.number):
            self._oxigraph.bulk_load(part.text, format=ox.RdfFormat.N_QUADS, lenient=True)
        else:
            self._oxigraph.extend(unpacked([part]))
        return part.number

    def finish(self, *, order: bool) -> None:
        """Leave nothing in the log alone, which everyone who opens the store would have to read again, and put many files in order."""
        self.settled().flush()
        if order and self._loose > LITTLE * self._ordered:
            self._put_in_order()

    def _put_in_order(self) -> None:
        if self._files >= MANY:
            self._oxigraph.optimize()
            self._ordered += self._loose
            self._files = self._loose = 0

    def _make_room(self, written: int) -> None:
        self._in_memory += written
        if self._in_memory > IN_MEMORY:
            self._oxigraph.flush()
            self._has_files(self._in_memory)
            self._in_memory = 0

    def _has_files(self, number: int) -> None:
        """Note a new set of files, of so many quads."""
        self._files += 1
        self._loose += number


def _as_files(number: int) -> bool:
    """Whether so many quads go straight into files."""
    return FEW < number < WHOLE


class _InTurn:
    """What comes of parts, in their order; no more of them are read ahead than are worked at."""

    def __init__(self, pool: Executor, width: int, work: Callable[[Lines], int], parts: Iterator[Lines], number: int) -> None:
        self._pool, self._width, self._work, self._parts, self._number = pool, width, work, parts, number

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[int]:
        under_way = deque(self._started(self._width))
        while under_way:
            yield under_way.popleft().result()
            under_way.extend(self._started(1))

    def _started(self, number: int) -> list[Future[int]]:
        return [self._pool.submit(self._work, part) for part in islice(self._parts, number)]
