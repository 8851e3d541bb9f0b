"""Quads on their way from one process to another and into a store: as N-Quads, which take a tenth of the time of Python's own form."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from io import RawIOBase
from typing import IO, cast

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


class _Joined(RawIOBase):
    """What is read of lines, one after another."""

    def __init__(self, lines: Iterable[Lines]) -> None:
        self._lines = iter(lines)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size`` of them; none at the end."""
        while not self._left:
            if (some := next(self._lines, None)) is None:
                return b""
            self._left = memoryview(some.text)
        size = len(self._left) if size < 0 else size
        found, self._left = bytes(self._left[:size]), self._left[size:]
        return found


def joined(lines: Iterable[Lines]) -> IO[bytes]:
    """Lines as one file, without a copy of all of them."""
    return cast(IO[bytes], _Joined(lines))


def unpacked(lines: Iterable[Lines]) -> Iterator[Quad]:
    """The quads of some lines, in their order."""
    for some in lines:
        yield from parse(some.text, format=RdfFormat.N_QUADS, lenient=True)
