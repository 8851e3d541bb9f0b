"""The same narrative told by several documents: the first by its id says the facts, the others are its copies, kept as further sources.

Each document of a year leaves a sketch of its words in a graph for its country, year and report. Which documents are copies follows
from these sketches alone, so neither the order of inputs nor the number of builds matters. What a copy says is laid aside, packed,
so that it can take its place again when the first document goes or changes. Both stand on the name of the document's graph: who asks
what is said of a document is not told of them.
"""

import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, cast
from urllib.parse import quote

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.facts.kinds import KINDS
from kg.graph.terms import document_node, graph_node, tip, type_
from kg.narrative import likeness
from kg.narrative.likeness import Sketch
from kg.narrative.model import Document
from kg.vocabulary.iris import ACTIVITY, AGENT, CATALOGUE, DOCUMENT, SECTION, TELLINGS, document_of, graph_of

COPY, SKETCH, ASIDE, PENDING = tip("copyOf"), tip("wordSketch"), tip("laidAside"), tip("pendingCopies")

OWN = (DOCUMENT, SECTION, ACTIVITY, AGENT)
"""What the IRIs begin with of what a copy's graph says: all but facts, their evidence and organizations."""


class Form(NamedTuple):
    """How a document is held: the quads of its graph, and what was laid aside."""

    graph: set[Quad]
    aside: set[Quad]


def telling(document: Document) -> set[Quad]:
    """The sketch of a document's words, in the graph of its country, year and report; nothing where it can be no copy."""
    key, sketch = likeness.key(document), likeness.sketch(document)
    if not (key and sketch):
        return set()
    return {Quad(graph_node(document.id), SKETCH, Literal(likeness.packed(sketch)), NamedNode(TELLINGS + quote(key)))}


def told(store: Store, id: str) -> set[Quad]:
    """The sketch that the store has of a document."""
    return set(store.quads_for_pattern(graph_node(id), SKETCH, None))


def others(store: Store, graph: NamedNode, id: str) -> bool:
    """Whether a graph has the sketch of any document but this one."""
    return any(quad.subject != graph_node(id) for quad in store.quads_for_pattern(None, SKETCH, None, graph))


def heads(store: Store, graph: NamedNode, id: str | None = None, line: Iterable[Quad] = ()) -> dict[str, str]:
    """The copies of a graph, each with its document; with the sketch that one document is about to have."""
    lines = [quad for quad in store.quads_for_pattern(None, SKETCH, None, graph) if id is None or quad.subject != graph_node(id)]
    return likeness.copies({_held(quad): _sketch(quad) for quad in (*lines, *line)})


def copy_of(store: Store, id: str) -> str | None:
    """The document of which a stored one is a copy."""
    return next((_id(quad.object) for quad in store.quads_for_pattern(document_node(id), COPY, None, graph_node(id))), None)


def all_copies(store: Store) -> dict[str, str]:
    """All copies by id, each with the id of its document, in the order of their ids."""
    return dict(sorted((_id(quad.subject), _id(quad.object)) for quad in store.quads_for_pattern(None, COPY, None)))


def form(id: str, whole: set[Quad], head: str | None) -> Form:
    """How a document is held that says all this, given of which document it is a copy."""
    if head is None:
        return Form(whole, set())
    own = {quad for quad in whole if cast(NamedNode, quad.subject).value.startswith(OWN)}
    link = Quad(document_node(id), COPY, document_node(head), graph_node(id))
    lines = "".join(sorted(f"{quad.triple} .\n" for quad in whole - own))
    aside = b64encode(zlib.compress(lines.encode(), 9)).decode()
    return Form(own | {link}, {Quad(graph_node(id), ASIDE, Literal(aside), NamedNode(TELLINGS[:-1]))})


def is_copy(graph: Iterable[Quad]) -> bool:
    """Whether a document's graph says that it is a copy."""
    return any(quad.predicate == COPY for quad in graph)


def laid_aside(store: Store, id: str) -> set[Quad]:
    """What a copy says, packed, as the store has it."""
    return set(store.quads_for_pattern(graph_node(id), ASIDE, None))


def whole(id: str, held: Form) -> set[Quad]:
    """All that a document says, whether or not it is held as a copy."""
    graph = {quad for quad in held.graph if quad.predicate != COPY}
    packed = (b64decode(cast(Literal, quad.object).value) for quad in held.aside)
    found = (quad for some in packed for quad in ox.parse(zlib.decompress(some), format=ox.RdfFormat.N_TRIPLES))
    return graph | {Quad(quad.subject, quad.predicate, quad.object, graph_node(id)) for quad in found}


def kinds(quads: Iterable[Quad]) -> Counter[str]:
    """How many facts of each kind some quads tell of."""
    names = {tip(kind.kind.term): kind.kind.name for kind in KINDS}
    return Counter(names[cast(NamedNode, q.object)] for q in quads if q.predicate == type_ and q.object in names)


def marks(graphs: Iterable[NamedNode]) -> set[Quad]:
    """The marks of graphs of sketches whose documents may have become copies, or be copies no more."""
    return {Quad(NamedNode(CATALOGUE), PENDING, graph, NamedNode(CATALOGUE)) for graph in graphs}


def pending(store: Store) -> list[NamedNode]:
    """The graphs of sketches that are marked, in a fixed order."""
    found = (cast(NamedNode, quad.object) for quad in store.quads_for_pattern(NamedNode(CATALOGUE), PENDING, None))
    return sorted(found, key=lambda graph: graph.value)


def changed(store: Store, graph: NamedNode) -> dict[str, str | None]:
    """The documents of a graph of sketches that must be held otherwise, each with the document that it is a copy of from now on."""
    now = heads(store, graph)
    ids = sorted(_held(quad) for quad in store.quads_for_pattern(None, SKETCH, None, graph))
    return {doc: now.get(doc) for doc in ids if copy_of(store, doc) != now.get(doc)}


def _id(node: object) -> str:
    return document_of(cast(NamedNode, node).value) or ""


def _held(quad: Quad) -> str:
    """The document whose sketch a quad gives."""
    return graph_of(cast(NamedNode, quad.subject).value) or ""


def _sketch(quad: Quad) -> Sketch:
    return likeness.unpacked(cast(Literal, quad.object).value)
