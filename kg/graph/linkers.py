"""Links worked out by other processes than the one that writes, from the store as it stood when they began."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from kg.errors import KgError
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
    found, done = list[Links | None](), set[Bucket]()
    try:
        reader = _reader(store)
        for bucket in share:
            links = None if bucket in done else work_out(reader, bucket)
            done |= links.worked if links else set()
            found.append(links)
    except (KgError, OSError, RuntimeError):  # a file went while the writer put others in order: the writer works out the rest
        found += [None] * (len(share) - len(found))
    return found


@cache
def _reader(store: Path) -> Reader:
    """The store as it stands when it is first asked for: a process is there for one run."""
    return Reader(open_store(store, write=False).oxigraph)
