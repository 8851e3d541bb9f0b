"""Exports of a store: every RDF syntax, facts as JSON Lines, tables as a CSV package; the same store gives the same bytes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from kg.errors import UsageProblem
from kg.facts.interchange import line
from kg.facts.model import Fact
from kg.graph.recall import facts_in
from kg.graph.selection import ALL, Selection, documents, selected
from kg.graph.serialization import serialize
from kg.graph.store import Store
from kg.graph.terms import type_
from kg.vocabulary.iris import ACTIVITY, AGENT, DOCUMENT, EVIDENCE, FACT, ORGANIZATION, SECTION

TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
QUADS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}

FORMATS = (*TRIPLES, *QUADS, "jsonl")
"""The formats that are one stream; ``csv`` is a folder, written by ``kg.graph.tables``."""


ORDER = (DOCUMENT, SECTION, ACTIVITY, AGENT, FACT, EVIDENCE, ORGANIZATION)


def write(store: Store, format: str, output: BinaryIO, selection: Selection = ALL) -> None:
    """Write what is selected of a store in one of FORMATS; UsageProblem for any other."""
    if format in TRIPLES:
        serialize(triples(store, selection), output, TRIPLES[format])
    elif format in QUADS:
        serialize(quads(store, selection), output, QUADS[format])
    elif format == "jsonl":
        for iri, fact in facts(store, selection):
            output.write(line(fact, id=iri).encode() + b"\n")
    else:
        raise UsageProblem(f"the format {format!r} is not known; formats are {', '.join(FORMATS)}")


def facts(store: Store, selection: Selection = ALL) -> Iterator[tuple[str, Fact]]:
    """The selected facts with their IRIs, document after document, in the order of the text."""
    for document in documents(store, selection):
        for iri, fact in facts_in(store.graph(document.id)):
            if not selection.kinds or fact.kind.name in selection.kinds:
                yield iri, fact


def triples(store: Store, selection: Selection = ALL) -> Iterator[Triple]:
    """The selected documents and facts without the names of their graphs, each triple once, in a fixed order."""
    shared: set[Triple] = set()
    for document in documents(store, selection):
        for quad in ordered(selected(list(store.graph(document.id)), selection)):
            triple = quad.triple
            if triple in shared:
                continue
            if _name(quad).startswith((AGENT, ORGANIZATION)):
                shared.add(triple)
            yield triple


def quads(store: Store, selection: Selection = ALL) -> Iterator[Quad]:
    """The selected graphs, in a fixed order; with everything selected, the derived graphs too."""
    for document in documents(store, selection):
        yield from ordered(selected(list(store.graph(document.id)), selection))
    if selection == ALL:
        for name in store.derived_graphs():
            yield from ordered(store.named_graph(name))


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Quads of one graph in a fixed order: the document first, then by subject, the type first, then by property and value."""
    return sorted(quads, key=lambda q: (_rank(_name(q)), _name(q), q.predicate != type_, q.predicate.value, str(q.object)))


def _name(quad: Quad) -> str:
    return cast(NamedNode, quad.subject).value


def _rank(iri: str) -> int:
    return next((n for n, namespace in enumerate(ORDER) if iri.startswith(namespace)), len(ORDER))


def write_to(store: Store, format: str, path: Path, selection: Selection = ALL) -> None:
    """Write to a file, which appears whole or not at all."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as output:
        write(store, format, output, selection)
    part.replace(path)
