"""The process in which a query runs, so that it can be killed: a request on standard input, the answer on standard output.

The first line of the answer says what sort of answer follows. After the exit code FAILED what came so far is void, and
standard error holds the kind of error and its message as JSON.
"""

import errno
import json
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import KgError, UsageProblem
from kg.graph.serialization import serialize, serialize_few
from kg.graph.sparql import broken, has_dataset, prefixes
from kg.graph.store import Store, open_store

RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

TRIPLES = {
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""The formats of triples besides Turtle."""

Names = Mapping[str, Sequence[str]]
"""The IRIs of the graphs that a request names, under ``default`` and ``named``."""

FAILED = 3
"""The exit code when the query could not be answered; any other but 0 means that the process was ended from outside."""

_UNKNOWN_FUNCTION = re.compile(r"function (<[^>]*>) is not supported")

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def ask(store: Store, query: str, *, default_graph: str = "union", dataset: Names | None = None, base: str | None = None) -> Answer:
    """Run a query in this process; UsageProblem, with the place, where it is broken.

    A dataset that the request names stands for the one in the query (SPARQL 1.1 Protocol, 2.1.4).
    """
    union = default_graph == "union" and not has_dataset(query)
    try:
        if dataset and any(dataset.values()):
            return store.oxigraph.query(
                query,
                base_iri=base,
                prefixes=prefixes(),
                default_graph=list(_graphs(dataset["default"])),
                named_graphs=list(_graphs(dataset["named"])),
            )
        return store.oxigraph.query(query, base_iri=base, prefixes=prefixes(), use_default_graph_as_union=union)
    except SyntaxError as error:
        raise broken(query, error) from error
    except RuntimeError as error:
        if unknown := _UNKNOWN_FUNCTION.search(str(error)):
            raise UsageProblem(f"the query calls the function {unknown[1]}, which is not known here") from error
        raise


def _graphs(names: Sequence[str]) -> Iterator[ox.NamedNode]:
    try:
        yield from (ox.NamedNode(name) for name in names)
    except ValueError as error:
        raise UsageProblem(f"the name of a graph is no IRI: {error}") from error


def main() -> int:
    """Answer one request."""
    request = json.load(sys.stdin)
    limits = request["limits"]
    _limit(**limits)
    try:
        with open_store(request["store"], write=False) as store:
            asked = {name: request[name] for name in ("default_graph", "dataset", "base")}
            answer = ask(store, request["query"], **asked)
            write_answer(answer, request["format"], sys.stdout.buffer)
            sys.stdout.buffer.flush()
    except KgError as error:
        return _fail(type(error).__name__, str(error))
    except (OSError, RuntimeError, ValueError) as error:
        if getattr(error, "errno", None) == errno.EFBIG:
            return _fail("UsageProblem", f"the answer is larger than {limits['size'] >> 20} MB; ask for less, for example with LIMIT")
        return _fail("CannotRun", f"the query failed: {error}")
    return 0


def _limit(memory: int | None, size: int | None, seconds: float | None) -> None:
    """Hold this process to its limits by what the system offers: a write or an allocation beyond fails, an alarm ends it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not everywhere

    for what, limit in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_FSIZE, size)):
        if limit is not None:
            resource.setrlimit(what, (limit, limit))
    if seconds is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)


def write_answer(answer: Answer, format: str, out: BinaryIO) -> None:
    """A line that says what sort of answer it is, and the answer in a format."""
    if isinstance(answer, ox.QueryTriples):
        write_triples(answer, format, out)
    else:
        out.write(b"boolean\n" if isinstance(answer, ox.QueryBoolean) else b"solutions\n")
        answer.serialize(out, RESULTS.get(format, ox.QueryResultsFormat.JSON))


def write_triples(found: Iterable[ox.Triple], format: str, out: BinaryIO) -> None:
    """Triples as an answer, in a fixed order."""
    out.write(b"triples\n")
    triples = sorted(found, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    if format in TRIPLES:
        serialize(triples, out, TRIPLES[format])
    else:
        serialize_few(triples, out)


def _fail(kind: str, message: str) -> int:
    """Tell of an error; what is still to be written of an answer would fail again when the process ends."""
    json.dump([kind, message], sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
