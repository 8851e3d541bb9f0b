"""What is on its way into a store: written at once, or, while it is built, with that of other documents straight into files."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.graph.changes import replace
from kg.graph.packing import Lines, joined, packed, unpacked

IN_MEMORY = 50_000
"""How many new quads Oxigraph's tables in memory may hold before they go to files; left alone they grow to most of a gigabyte."""

TOGETHER = 250_000
"""How many quads are written together, those of some 50 narratives: more take more memory, fewer make more files to be merged."""

FEW = 5_000
"""Up to how many quads are quicker written one by one than as files."""

WHOLE = 1_000_000
"""From how many quads on Oxigraph's loader writes them in several parts; fewer are there all at once or not at all."""


MANY = 2
"""From how many new sets of files on they are put in order: 0.2 s for 100,000 quads, after which questions take half the time."""


class Writer:
    """Writes to a store; everything that is read from it must be ``settled`` before."""

    def __init__(self, oxigraph: ox.Store) -> None:
        self._oxigraph = oxigraph
        self._gathers = False
        self._waiting: list[Lines] = []
        self._number = 0
        self._graphs: set[str] = set()
        self._in_memory = 0
        self._files = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let what only adds to the store wait for more of its kind, until it is much, somebody reads, or the block is left."""
        self._gathers = True
        try:
            yield
        finally:
            self._gathers = False
            self.settled()

    def settled(self, *graphs: NamedNode) -> ox.Store:
        """The store, in which nothing is missing from these graphs, or from any where none is named."""
        if self._waiting and (not graphs or any(graph.value in self._graphs for graph in graphs)):
            self._write_out()
        return self._oxigraph

    def write(self, gone: Collection[Quad], come: Collection[Quad]) -> None:
        """Remove and add quads, all at once or, after an interruption, not at all."""
        if not gone and (self._gathers or len(come) > FEW):
            self.add(packed(come))
        elif gone or come:
            replace(self.settled(), gone, come)
            self._make_room(len(gone) + len(come))

    def add(self, *lines: Lines) -> None:
        """Add what only adds to the store: all of it at once or, after an interruption, nothing of it."""
        for some in lines:
            self._waiting.append(some)
            self._number += some.number
            self._graphs |= some.graphs
        if not self._gathers or self._number >= TOGETHER:
            self._write_out()

    def _write_out(self) -> None:
        waiting, number = self._waiting, self._number
        self._waiting, self._number, self._graphs = [], 0, set()
        if FEW < number < WHOLE:
            self._oxigraph.bulk_load(joined(waiting), format=ox.RdfFormat.N_QUADS, lenient=True)
            self._files += 1
        else:
            self._oxigraph.extend(unpacked(waiting))
            self._make_room(number)

    def finish(self, *, order: bool) -> None:
        """Leave nothing in the log alone, which everyone who opens the store would have to read again, and put many files in order."""
        store = self.settled()
        store.flush()
        if order and self._files >= MANY:
            store.optimize()
            self._files = 0

    def _make_room(self, written: int) -> None:
        self._in_memory += written
        if self._in_memory > IN_MEMORY:
            self._oxigraph.flush()
            self._in_memory = 0
            self._files += 1
