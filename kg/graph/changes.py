"""Changes of a store: what goes and what comes, at once."""

from collections.abc import Iterable

from pyoxigraph import Quad, Store


def replace(store: Store, gone: Iterable[Quad], come: Iterable[Quad]) -> bool:
    """Remove and add quads in one transaction; False where there are none."""
    removed, added = list(gone), list(come)
    if removed:
        store.update(f"DELETE DATA {{ {_data(removed)} }} ; INSERT DATA {{ {_data(added)} }}")
    elif added:
        store.extend(added)
    return bool(removed or added)


def _data(quads: list[Quad]) -> str:
    return " ".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads)
