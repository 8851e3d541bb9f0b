"""What the store holds, as pages need it: opened once, read once, and read again when somebody has built into it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from kg.errors import KgError
from kg.facts.model import Fact
from kg.flows.statements import FlowStatement, read_statements
from kg.graph.query import select
from kg.graph.recall import CLASSES, facts_in
from kg.graph.store import Store, open_store, store_state
from kg.vocabulary.iris import document_of, place_of
from kg.vocabulary.places import name_of

Result = TypeVar("Result")

AGAIN: Final = 5.0
"""Seconds after which it is looked whether the store has changed."""


KEPT: Final = 100
"""Maps that are kept."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as lists name it."""

    id: str
    country: str
    year: int | None
    title: str | None
    copy_of: str | None = None
    """The id of the document that tells the same narrative and says its facts."""

    @property
    def heading(self) -> str:
        """What to call it: the title, else country and year."""
        return self.title or f"{name_of(self.country)}{f', {self.year}' if self.year else ''}"


@dataclass(frozen=True, slots=True)
class Said:
    """A fact and the document that says it."""

    iri: str
    fact: Fact
    source: Source

    @property
    def year(self) -> int:
        """The year of the report, 0 where it has none, so that facts can be put in order."""
        return self.source.year or 0


DOCUMENTS = """
SELECT ?id ?country ?year ?title ?first WHERE {
  GRAPH ?g {
    ?document a tip:Document ; dcterms:identifier ?id ; tip:country ?country .
    OPTIONAL { ?document tip:year ?year }
    OPTIONAL { ?document dcterms:title ?title }
    OPTIONAL { ?document tip:copyOf ?first }
  }
}
"""

KINDS = """
SELECT ?kind (COUNT(?fact) AS ?n) WHERE { VALUES ?kind { %s } GRAPH ?g { ?fact a ?kind } } GROUP BY ?kind
"""


def literal(words: str) -> str:
    """A string of SPARQL.

    >>> print(literal('a "b"'))
    "a \\"b\\""
    """
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _classes() -> str:
    return " ".join(f"<{term.value}>" for term in CLASSES)


class Holdings:
    """One state of a store; everything is read when it is first asked for, by one thread."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = threading.RLock()
        self._kept: dict[str, Any] = {}
        self._facts = lru_cache(maxsize=400)(self._read_facts)
        self._made: OrderedDict[Hashable, Any] = OrderedDict()

    def _once(self, name: str, read: Callable[[], Result]) -> Result:
        if name not in self._kept:
            with self._lock:
                if name not in self._kept:
                    self._kept[name] = read()
        return cast(Result, self._kept[name])

    def kept(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """What was made under a key before, else made now; the last few are kept."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
                if len(self._made) > KEPT:
                    self._made.popitem(last=False)
            self._made.move_to_end(key)
            return cast(Result, self._made[key])

    def select(self, sparql: str) -> list[dict[str, str]]:
        """The rows of one of the program's own questions."""
        return select(self.store, sparql)

    @property
    def sources(self) -> Mapping[str, Source]:
        """All documents by id, in the order of countries' names and years."""
        return self._once("sources", self._read_sources)

    def _read_sources(self) -> dict[str, Source]:
        found = [
            Source(
                row["id"],
                place_of(row["country"]) or "",
                int(row["year"]) if "year" in row else None,
                row.get("title"),
                document_of(row.get("first", "")),
            )
            for row in self.select(DOCUMENTS)
        ]
        return {source.id: source for source in sorted(found, key=lambda s: (name_of(s.country), s.year or 0, s.id))}

    @property
    def statements(self) -> list[FlowStatement]:
        """All statements of flows."""
        return self._once("statements", lambda: read_statements(self.store))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many facts there are by the IRI of their class."""
        return self._once("counts", lambda: {row["kind"]: int(row["n"]) for row in self.select(KINDS % _classes())})

    @property
    def years(self) -> list[int]:
        """The years of the reports."""
        return sorted({source.year for source in self.sources.values() if source.year})

    def copies(self, id: str) -> list[Source]:
        """The documents that tell the same narrative as this one, which says the facts."""
        return [source for source in self.sources.values() if source.copy_of == id]

    @property
    def narratives(self) -> list[Source]:
        """The documents that are no copies of others, in the order of all documents."""
        return [source for source in self.sources.values() if source.copy_of is None]

    def about(self, country: str) -> list[Source]:
        """The narratives about a country, by year."""
        return [source for source in self.narratives if source.country == country]

    def facts(self, source: Source) -> list[Said]:
        """What a document says, in the order of its text."""
        return self._facts(source)

    def _read_facts(self, source: Source) -> list[Said]:
        return [Said(iri, fact, source) for iri, fact in facts_in(self.store.graph(source.id))]

    def said_about(self, country: str) -> Iterator[Said]:
        """What all documents about a country say, by year."""
        for source in self.about(country):
            yield from self.facts(source)


class Shelf:
    """Keeps the holdings of a store, and gets new ones when the files of the store have changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._seen = store_state(self._path)
        self._looked = time.monotonic()
        self._holdings = Holdings(open_store(path, write=False))

    def current(self) -> Holdings:
        """The holdings as of a few seconds ago at most; the old ones while the store cannot be opened."""
        with self._lock:
            if time.monotonic() - self._looked > AGAIN:
                self._looked = time.monotonic()
                self._look()
            return self._holdings

    def _look(self) -> None:
        state = store_state(self._path)
        if state != self._seen:
            try:
                self._holdings = Holdings(open_store(self._path, write=False))
                self._seen = state
            except KgError:  # somebody writes to it at this moment: the state is another one next time
                return
