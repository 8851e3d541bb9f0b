"""Validation: shapes, then quotations compared with the text; for a document that is being built, a store, or a file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Quad
from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.errors import DataProblem, UsageProblem
from kg.facts.model import Fact
from kg.graph import quotes, shacl
from kg.graph.conformance import conforms
from kg.graph.findings import Finding, findings, report
from kg.graph.mapping import fact_node, in_graph, quads, statements
from kg.graph.nodes import Nodes, arranged, gathered
from kg.graph.provenance import Activity
from kg.graph.store import Store
from kg.narrative.model import Document
from kg.vocabulary.iris import SHAPE, TIP

__all__ = ["Checked", "Finding", "check", "report", "validate_file", "validate_graph", "validate_store"]

SYNTAXES = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nquads",
    ".jsonld": "json-ld",
    ".json": "json-ld",
    ".rdf": "xml",
    ".xml": "xml",
}


class Checked(NamedTuple):
    """The facts of a document that violate nothing, all that was found, and the document's graph with these facts, as quads and by node."""

    facts: tuple[Fact, ...]
    findings: list[Finding]
    quads: list[Quad]
    nodes: Nodes


def check(document: Document, facts: Sequence[Fact], activity: Activity, *, with_text: bool = True) -> Checked:
    """Compare what was read from a document with the shapes; a violation without a fact is the document's own."""
    stated = statements(document, facts, activity, with_text=with_text)
    nodes, said = arranged(stated), list(in_graph(document, stated))
    if conforms(nodes) and quotes.agree(nodes):
        return Checked(tuple(facts), [], said, nodes)
    found = validate_graph(shacl.graph(said))
    bad = {finding.fact for finding in found if finding.severity == "violation"}
    kept = tuple(fact for fact in facts if fact_node(fact).value not in bad)
    if bad:
        said = list(quads(document, kept, activity, with_text=with_text))
    return Checked(kept, found, said, gathered(said))


def validate_graph(data: Graph) -> list[Finding]:
    """All that is wrong or doubtful in a graph, violations first."""
    return findings(data, [*shacl.results(data), *quotes.results(data)])


def validate_store(store: Store) -> Iterator[tuple[str, list[Finding]]]:
    """The id of each document, ordered, and what was found in its graph."""
    for name in store.ids():
        yield name, validate_graph(shacl.graph(store.graph(name)))


def validate_file(path: Path) -> list[Finding]:
    """What was found in an RDF file, of which one that is about nothing here fails; DataProblem, with the line, where it cannot be read."""
    data = _parsed(path)
    found = validate_graph(data)
    if (None, URIRef(TIP + "doc"), None) in data:
        return found
    documents = (None, RDF.type, URIRef(TIP + "Document")) in data
    message = "The file holds no facts of this ontology, so there was nothing to compare with the shapes."
    name = URIRef(SHAPE + "FileHoldsFacts")
    result = shacl.Result("warning" if documents else "violation", name, (), None, message, name, name)
    return [*found, Finding(result, None, path.name, None)]


def _parsed(path: Path) -> Graph:
    syntax = SYNTAXES.get(path.suffix.lower())
    if not path.is_file():
        raise UsageProblem(f"the file {path} does not exist")
    if syntax is None:
        raise UsageProblem(f"the file {path} has no known ending; RDF files end in {', '.join(SYNTAXES)}")
    try:
        return _union(Dataset(default_union=True).parse(path, format=syntax))
    except BadSyntax as error:
        raise DataProblem(f"{path}, line {error.lines + 1}: this is no valid {syntax}: {error._why}") from error
    except Exception as error:
        # the parsers of the other syntaxes raise whatever they like
        raise DataProblem(f"{path}: this is no valid {syntax}: {' '.join(str(error).split())}") from error


def _union(dataset: Graph) -> Graph:
    data = Graph(bind_namespaces="none")
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    return data
