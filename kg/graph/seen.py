"""The inputs whose documents a store holds, so that the next build need not read them: a small database beside the store's own files.

It only ever spares work, and is made anew where it is broken. Whether the store still holds a document just as it was read, the store says.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.graph.provenance import Activity, activity_node
from kg.graph.store import Store
from kg.narrative.model import Document

FILE = "inputs.sqlite"

OFTEN = 200
"""After how many inputs what is new is written down."""


class Seen:
    """Which documents came of which input, by the digest of the input, each with the activity that read it.

    What reads now is asked for only when an input is known or kept.
    """

    def __init__(self, store: Store, activity: Callable[[], Activity], *, with_text: bool = True) -> None:
        self._store, self._activity, self._with_text = store, activity, with_text
        self._base = _base(Path(store.path) / FILE)
        self._new = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with closing(self._base), suppress(sqlite3.Error):
            self._base.commit()

    @cached_property
    def _reader(self) -> str:
        return json.dumps([asdict(self._activity()), self._with_text])

    def same(self, digest: str) -> Sequence[str] | None:
        """The ids of an input's documents where the store holds all of them as this reader reads them; else None."""
        try:
            found = self._base.execute("SELECT reader, documents FROM inputs WHERE digest = ?", (digest,)).fetchone()
        except sqlite3.Error:
            return None
        known: dict[str, str] = json.loads(found[1]) if found and found[0] == self._reader else {}
        return list(known) if known and all(self._store.has_read(name, node) for name, node in known.items()) else None

    def keep(self, digest: str, documents: Sequence[Document]) -> None:
        """Remember an input, in place of the one that had the same documents before."""
        known = {one.id: activity_node(one, self._activity(), with_text=self._with_text).value for one in documents}
        row = (json.dumps(list(known)), digest, self._reader, json.dumps(known))
        with suppress(sqlite3.Error):
            self._base.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?)", row)
            self._new += 1
            if self._new % OFTEN == 0:
                self._base.commit()


def _base(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE IF NOT EXISTS inputs (ids TEXT PRIMARY KEY, digest TEXT, reader TEXT, documents TEXT)")
    base.execute("CREATE INDEX IF NOT EXISTS by_digest ON inputs (digest)")
    return base
