"""The manifests of the W3C's test suites, read from the folder beside the repository; the suites are no part of the project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "w3c"

needed = pytest.mark.skipif(not FOLDER.is_dir(), reason="the W3C's test suites are not beside the repository, in ../shared/w3c")
"""For tests that cannot run without the suites."""

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")


@dataclass(frozen=True, slots=True)
class Entry:
    """A test of a manifest: its IRI, its type, and the graph that describes it."""

    iri: URIRef
    type: URIRef
    graph: Graph

    def file(self, node: Node | None) -> Path:
        """The file that a node stands for."""
        assert isinstance(node, URIRef)
        return Path(unquote(urlparse(node).path))

    def value(self, node: Node, property: URIRef) -> Node | None:
        """The one value of a property in the manifest."""
        return self.graph.value(node, property)


def entries(manifest: Path) -> Iterator[Entry]:
    """The tests of a manifest and of those that it includes; none where the suites are missing."""
    if not manifest.is_file():
        return
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    for included in graph.objects(None, MF.include):
        parts = Collection(graph, included) if (included, RDF.first, None) in graph else [included]
        for part in parts:
            yield from entries(Path(unquote(urlparse(str(part)).path)))
    for listed in graph.objects(None, MF.entries):
        for iri in Collection(graph, listed):
            assert isinstance(iri, URIRef)
            kind = graph.value(iri, RDF.type)
            assert isinstance(kind, URIRef)
            yield Entry(iri, kind, graph)


def parameters(found: list[Entry], failing: Mapping[str, str], root: str) -> list[object]:
    """The tests as parameters, named by the end of their IRI; those that are known to fail are expected to, for the reason given."""
    named = {entry.iri.removeprefix(root): entry for entry in found}
    assert not found or failing.keys() <= named.keys(), f"no such test: {sorted(failing.keys() - named.keys())}"
    return [
        pytest.param(entry, id=name, marks=[pytest.mark.xfail(reason=failing[name], strict=True)] if name in failing else [])
        for name, entry in named.items()
    ]
