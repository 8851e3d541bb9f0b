"""Quads on their way from one process to another and into a store: as N-Quads, which take a tenth of the time of Python's own form."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize


@dataclass(frozen=True, slots=True)
class Lines:
    """Quads as N-Quads, how many they are, and the names of the graphs that they belong to."""

    text: bytes
    number: int
    graphs: frozenset[str]


def packed(quads: Collection[Quad]) -> Lines:
    """Quads as lines; their graphs must have names."""
    graphs = frozenset(cast(NamedNode, name).value for name in {quad.graph_name for quad in quads})
    return Lines(cast(bytes, serialize(quads, format=RdfFormat.N_QUADS)), len(quads), graphs)


def joined(*lines: Lines) -> Lines:
    """Lines as one."""
    graphs = frozenset[str]().union(*(some.graphs for some in lines))
    return Lines(b"".join(some.text for some in lines), sum(some.number for some in lines), graphs)


def unpacked(lines: Iterable[Lines]) -> Iterator[Quad]:
    """The quads of some lines, in their order."""
    for some in lines:
        yield from parse(some.text, format=RdfFormat.N_QUADS, lenient=True)
