"""A store that another program serves, read over the SPARQL 1.1 Protocol as if it were a folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast
from urllib.parse import urlencode

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.errors import CannotRun, UsageProblem
from kg.graph.endpoint import Endpoint, Login, Reply, split_login
from kg.graph.sparql import has_dataset, keywords, prefixes
from kg.graph.store import Store, open_store
from kg.graph.terms import BOOLEAN, dcterms, tip
from kg.graph.values import Term
from kg.graph.worker import write_answer, write_triples
from kg.vocabulary.iris import DERIVED, document_of

ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)

SOLUTIONS: Final = "application/sparql-results+json"
TRIPLES: Final = {"text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES, "text/plain": ox.RdfFormat.N_TRIPLES}
DESCRIBED: Final = "application/n-triples, text/turtle;q=0.9"
"""What to ask for where the answer is triples; a list of both kinds leads servers astray."""

CUT_SHORT: Final = "X-SPARQL-MaxRows"
"""The header by which Virtuoso says that it gave no more rows than it is set to."""

ASKED: Final = "__ASK_RETVAL"
"""The column in which Virtuoso gives the yes or no of an ASK: with a row for yes, without one for no."""

Rows = list[dict[str, Term]]


def is_address(place: Path | str) -> bool:
    """Whether a store is served at an address, and is no folder."""
    return isinstance(place, str) and ADDRESS.match(place) is not None


def open_to_read(place: Path | str) -> Store:
    """Open the store in a folder, or the one that a server offers at an address, for reading; the errors are those of ``open_store``."""
    return RemoteStore(*split_login(str(place))) if is_address(place) else open_store(place, write=False)


class RemoteStore(Store):
    """A store at an address; what reading needs is there, as questions to the server."""

    def __init__(self, address: str, login: Login) -> None:
        self.path = address
        self.writable = False
        self._endpoint = Endpoint(address, login)

    def close(self) -> None:
        """Nothing is held open."""

    def ask(self, query: str, *, timeout: float | None = 60, default_graph: str = "union") -> Reply:
        """The server's reply to a query, which may use the known prefixes; UsageProblem where the server finds it broken."""
        parameters = {"union-default-graph": ""} if default_graph == "union" and not has_dataset(query) else {}
        body = urlencode({"query": f"{_declarations(query)}{query}", **parameters}).encode()
        triples = any(word in ("CONSTRUCT", "DESCRIBE") for word in keywords(query))
        headers = {"Accept": DESCRIBED if triples else SOLUTIONS, "Content-Type": "application/x-www-form-urlencoded"}
        reply = self._endpoint.send("POST", body=body, headers=headers, timeout=timeout)
        if limit := reply.headers.get(CUT_SHORT):
            raise CannotRun(f"{self.path} gives no more than {limit} rows, so that the answer is not whole; have its limit raised")
        return reply

    def rows(self, query: str) -> Rows:
        """The rows of a SELECT, each from column to term, unbound ones left out."""
        reply = self.ask(query)
        found = parsed(reply)
        if not isinstance(found, ox.QuerySolutions):
            raise UsageProblem("the query is no SELECT, which alone has rows")
        names = [variable.value for variable in found.variables]
        return [{name: _plain(cast(Term, term)) for name, term in zip(names, row, strict=True) if term is not None} for row in found]

    def derived_graphs(self) -> list[NamedNode]:
        """The names of the graphs that follow from the facts of several documents, sorted."""
        found = self.rows(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{DERIVED}')) }}")
        return [NamedNode(name) for name in sorted(row["g"].value for row in found)]

    def ids(self) -> list[str]:
        """The ids of all documents, sorted."""
        return sorted(row["id"].value for row in self.rows(f"SELECT ?id {{ GRAPH ?g {{ ?d {dcterms('identifier')} ?id }} }}"))

    def copies(self) -> dict[str, str]:
        """The documents that tell a narrative which another one tells, by id, each with the id of the other."""
        found = self.rows(f"SELECT DISTINCT ?copy ?head {{ GRAPH ?g {{ ?copy {tip('copyOf')} ?head }} }}")
        named = ((document_of(row["copy"].value), document_of(row["head"].value)) for row in found)
        return dict(sorted((copy, head) for copy, head in named if copy and head))

    def whole(self, id: str) -> set[Quad]:
        """All that the server has of a document; what a copy says is not sent to a server."""
        return set(self.graph(id))

    def named_graph(self, name: NamedNode) -> Iterator[Quad]:
        """The quads of any graph, in no order."""
        for row in self.rows(f"SELECT ?s ?p ?o {{ GRAPH {name} {{ ?s ?p ?o }} }}"):
            yield Quad(cast(NamedNode, row["s"]), cast(NamedNode, row["p"]), row["o"], name)

    def facts_like(self, iri: str, *, whole: bool) -> list[tuple[str, str]]:
        """The facts whose IRI is this one, or begins with it, each with the IRI of its document; in the order of the IRIs."""
        meant = f"FILTER(?f = <{iri}>)" if whole else f"FILTER(STRSTARTS(STR(?f), '{iri}'))"
        found = self.rows(f"SELECT DISTINCT ?f ?d {{ GRAPH ?g {{ ?f a {tip('Fact')} ; {tip('doc')} ?d {meant} }} }}")
        return sorted((row["f"].value, row["d"].value) for row in found)


def parsed(reply: Reply) -> ox.QuerySolutions | ox.QueryBoolean:
    """The rows, or the yes or no, of a reply; CannotRun where it is something else."""
    try:
        found = ox.parse_query_results(reply.body, format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions) or [variable.value for variable in found.variables] != [ASKED]:
            return found
        told = b'{"head":{},"boolean":%s}' % (b"true" if list(found) else b"false")
        return ox.parse_query_results(told, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise CannotRun(f"the server's answer is no SPARQL result ({reply.type}): is it the address of a SPARQL endpoint?") from error


def answer(store: RemoteStore, query: str, *, format: str, timeout: float | None, default_graph: str, out: BinaryIO) -> None:
    """Write the server's answer as a process of our own would write it; ServerTimeout at the limit."""
    reply = store.ask(query, timeout=timeout, default_graph=default_graph)
    if reply.type in TRIPLES:
        write_triples((quad.triple for quad in ox.parse(reply.body, format=TRIPLES[reply.type])), format, out)
    else:
        write_answer(parsed(reply), format, out)


def _plain(term: Term) -> Term:
    """A term as this program writes it: Virtuoso writes what is true as 1."""
    if isinstance(term, ox.Literal) and term.datatype == BOOLEAN and term.value in ("0", "1"):
        return ox.Literal(bool(int(term.value)))
    return term


def _declarations(query: str) -> str:
    """What declares the known prefixes that a query seems to use; its own declarations come later and hold."""
    used = set(re.findall(r"([A-Za-z][\w.-]*):", query))
    return "".join(f"PREFIX {name}: <{iri}> " for name, iri in sorted(prefixes().items()) if name in used)
