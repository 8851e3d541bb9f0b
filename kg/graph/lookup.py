"""One fact of a store by its name."""

from pyoxigraph import NamedNode

from kg.errors import UsageProblem
from kg.facts.model import Fact
from kg.graph.recall import facts_in
from kg.graph.store import Store
from kg.graph.terms import tip
from kg.vocabulary.iris import FACT


def find(store: Store, name: str) -> tuple[str, Fact]:
    """A fact with its IRI; ``name`` is the IRI, or its end, with or without the prefix ``fact:``.

    UsageProblem where the store has no such fact.
    """
    iri = FACT + name.strip().strip("<>").removeprefix(FACT).removeprefix("fact:")
    graphs = _graphs(store, iri)
    found = [pair for graph in graphs for pair in facts_in(store.oxigraph.quads_for_pattern(None, None, None, graph)) if pair[0] == iri]
    if not found:
        raise UsageProblem(f"the store {store.path} has no fact {name!r}; kg export --format jsonl gives the id of each fact")
    return found[0]


def _graphs(store: Store, iri: str) -> list[NamedNode]:
    """The graphs that hold the fact: one, or none where the name cannot be an IRI."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return []
    quads = store.oxigraph.quads_for_pattern(node, tip("doc"), None)
    return [quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)]
