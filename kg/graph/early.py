"""Which documents wait to be written, by the buckets that they touch: links among them alone can be worked out before they are written.

A store that had nothing has nothing else to compare them with. It is asked about what is too much to be held in memory at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store

from kg.files import WAITING
from kg.graph.linking.buckets import ORGANIZATION, Bucket
from kg.graph.linking.members import Reader
from kg.graph.prepared import Prepared

SHARE = 8_000_000
"""How many bytes of documents a share has, where it has more than one bucket."""

MOST = 160_000_000
"""How many it has at most: what is more, the store is asked about."""

BODIES = 500
"""How many bodies are worked out together; all are compared with all."""

Piece = tuple[int, int]
"""Where something stands in the file of what waits, and its length, in bytes."""


class Share(NamedTuple):
    """Buckets that are worked out together, and all that is said of them."""

    buckets: tuple[Bucket, ...]
    pieces: tuple[Piece, ...]

    @property
    def of_bodies(self) -> bool:
        """Whether it has what is said of all bodies."""
        return self.buckets[0][0] == ORGANIZATION


class Early:
    """The documents that wait, as far as links are concerned."""

    def __init__(self) -> None:
        self._facts: list[Piece] = []
        self._bodies: list[Piece] = []
        self._touching: dict[Bucket, list[int]] = defaultdict(list)

    def note(self, start: int, document: Prepared) -> None:
        """Note a document that waits from this place of the file on."""
        facts, own, bodies = document.ends
        for bucket in document.buckets:
            self._touching[bucket].append(len(self._facts))
        self._facts.append((start, own))
        self._bodies.append((start + facts, bodies - facts))

    def shares(self) -> Iterator[Share]:
        """All buckets in a fixed order, but for those of which too much is said."""
        yield from self._of_facts(sorted(bucket for bucket in self._touching if bucket[0] != ORGANIZATION))
        if _weight(self._bodies) <= MOST:
            bodies = iter(sorted(bucket for bucket in self._touching if bucket[0] == ORGANIZATION))
            while some := tuple(islice(bodies, BODIES)):
                yield Share(some, tuple(self._bodies))

    def _of_facts(self, buckets: Iterable[Bucket]) -> Iterator[Share]:
        held = Share((), ())
        for bucket in buckets:
            own = {self._facts[n] for n in self._touching[bucket]}
            both = Share((*held.buckets, bucket), tuple(sorted({*held.pieces, *own})))
            if _weight(own) > MOST:
                continue
            if held.buckets and _weight(both.pieces) > SHARE:
                yield held
                both = Share((bucket,), tuple(sorted(own)))
            held = both
        if held.buckets:
            yield held


def _weight(pieces: Iterable[Piece]) -> int:
    return sum(length for _, length in pieces)


def reader(folder: Path, pieces: Iterable[Piece]) -> Reader:
    """What is said in some places of the file of what waits in a store's folder, read into memory."""
    store = Store()
    with (folder / WAITING).open("rb") as file:
        for start, length in pieces:
            file.seek(start)
            store.load(file.read(length), format=RdfFormat.N_QUADS, lenient=True)
    return Reader(store)
