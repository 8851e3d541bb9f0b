"""Exports of a store: every RDF syntax, facts as JSON Lines, tables as a CSV package; the same store gives the same bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from kg.errors import UsageProblem
from kg.facts.interchange import line
from kg.facts.model import Fact
from kg.files import whole
from kg.graph.jsonld import write_jsonld
from kg.graph.recall import facts_in
from kg.graph.selection import ALL, Selection, ids, selected
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
"""What the IRIs of things begin with, in the order in which they are written."""

RANK = {namespace: n for n, namespace in enumerate(ORDER)}


def write(store: Store, format: str, output: BinaryIO, selection: Selection = ALL) -> None:
    """Write what is selected of a store in one of FORMATS; UsageProblem for any other."""
    if format == "jsonld":
        write_jsonld(triples_by_document(store, selection), output)
    elif format in TRIPLES:
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
    for name in ids(store, selection):
        for iri, fact in facts_in(store.graph(name)):
            if not selection.kinds or fact.kind.name in selection.kinds:
                yield iri, fact if selection.evidence else replace(fact, evidence=())


def triples(store: Store, selection: Selection = ALL) -> Iterator[Triple]:
    """The selected documents and facts without the names of their graphs, each triple once, in a fixed order."""
    for some in triples_by_document(store, selection):
        yield from some


def triples_by_document(store: Store, selection: Selection = ALL) -> Iterator[list[Triple]]:
    """The triples of one document, or derived graph, after the other; what several documents share is with the first."""
    shared: set[Triple] = set()
    for some in graphs(store, selection):
        found = [quad.triple for quad in some if quad.triple not in shared]
        shared.update(triple for triple in found if cast(NamedNode, triple.subject).value.startswith((AGENT, ORGANIZATION)))
        if found:
            yield found


def quads(store: Store, selection: Selection = ALL) -> Iterator[Quad]:
    """The selected graphs, in a fixed order; with everything selected, the derived graphs too."""
    for some in graphs(store, selection, derived=selection == ALL):
        yield from some


def graphs(store: Store, selection: Selection, *, derived: bool = False) -> Iterator[list[Quad]]:
    """What is selected of one graph after the other; of the derived ones those that are named, or all."""
    for name in ids(store, selection):
        yield ordered(selected(list(store.graph(name)), selection))
    for graph in store.derived_graphs() if derived or selection.derived else ():
        if derived or graph.value in selection.derived:
            yield ordered(store.named_graph(graph))


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Quads of one graph in a fixed order: the document first, then by subject, the type first, then by property and value."""
    return sorted(quads, key=lambda q: (_rank(_name(q)), _name(q), q.predicate != type_, q.predicate.value, str(q.object)))


def _name(quad: Quad) -> str:
    return cast(NamedNode, quad.subject).value


def _rank(iri: str) -> int:
    return RANK.get(iri[: iri.rfind("/") + 1], len(ORDER))


def write_to(store: Store, format: str, path: Path, selection: Selection = ALL) -> None:
    """Write to a file, which appears whole or not at all."""
    with whole(path) as output:
        write(store, format, output, selection)
