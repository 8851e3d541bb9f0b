"""Links worked out by other processes than the one that writes: from what waits, or from the store as it stood when they began."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from kg.errors import KgError
from kg.graph import early
from kg.graph.early import Piece, Share
from kg.graph.linking.buckets import Bucket
from kg.graph.linking.linking import Links, work_out
from kg.graph.linking.members import Reader
from kg.graph.store import open_store

TOGETHER = 50
"""How many buckets a process is given at a time."""


def shares(marked: Sequence[Bucket]) -> Iterator[list[Bucket]]:
    """Buckets as processes are given them."""
    waiting = iter(marked)
    while some := list(islice(waiting, TOGETHER)):
        yield some


def work_out_apart(store: Path, share: Sequence[Bucket]) -> list[Links | None]:
    """The links of some buckets, in their order; None for those of another one's group, and from where the store cannot be read."""
    found = list[Links | None]()
    try:
        found.extend(_worked_out(_reader(store), share))
    except (KgError, OSError, RuntimeError):  # a file went while the writer put others in order: the writer works out the rest
        found += [None] * (len(share) - len(found))
    return found


def work_out_early(store: Path, share: Share) -> list[Links | None]:
    """The links of a share of what waits to be written, in the order of its buckets; None for those of another one's group.

    None for all where the file cannot be read: who writes it will say so, or the store will be asked.
    """
    try:
        reader = _bodies(store, share.pieces) if share.of_bodies else early.reader(store, share.pieces)
    except (OSError, SyntaxError):
        return [None] * len(share.buckets)
    return list(_worked_out(reader, share.buckets))


def _worked_out(reader: Reader, share: Sequence[Bucket]) -> Iterator[Links | None]:
    done = set[Bucket]()
    for bucket in share:
        links = None if bucket in done else work_out(reader, bucket)
        done |= links.worked if links else set()
        yield links


@cache
def _bodies(store: Path, pieces: tuple[Piece, ...]) -> Reader:
    """What waits of all bodies, read once for many shares."""
    return early.reader(store, pieces)


def forget() -> None:
    """Give back the memory of what was read of all bodies."""
    _bodies.cache_clear()


@cache
def _reader(store: Path) -> Reader:
    """The store as it stands when it is first asked for: a process is there for one run."""
    return Reader(open_store(store, write=False).oxigraph)
