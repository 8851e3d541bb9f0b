"""The process in which a query runs, so that it can be killed: a request on standard input, the answer on standard output.

The first line of the answer says what sort of answer follows. After the exit code FAILED what came so far is void, and
standard error holds the kind of error and its message as JSON.
"""

import json
import sys
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.serialization import serialize_few
from kg.graph.sparql import broken, has_dataset, prefixes
from kg.graph.store import Store, open_store

RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

FAILED = 3
"""The exit code when the query could not be answered; any other but 0 means that the process was ended from outside."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def ask(store: Store, query: str, *, default_graph: str = "union") -> Answer:
    """Run a query in this process; UsageProblem, with the place, where it is broken."""
    union = default_graph == "union" and not has_dataset(query)
    try:
        return store.oxigraph.query(query, prefixes=prefixes(), use_default_graph_as_union=union)
    except SyntaxError as error:
        raise broken(query, error) from error


def main() -> int:
    """Answer one request."""
    request = json.load(sys.stdin)
    try:
        with open_store(request["store"], write=False) as store:
            answer = ask(store, request["query"], default_graph=request["default_graph"])
            _write(answer, request["format"], sys.stdout.buffer)
    except KgError as error:
        return _fail(type(error).__name__, str(error))
    except (OSError, RuntimeError, ValueError) as error:
        return _fail("CannotRun", f"the query failed: {error}")
    return 0


def _write(answer: Answer, format: str, out: BinaryIO) -> None:
    if isinstance(answer, ox.QueryTriples):
        out.write(b"triples\n")
        serialize_few(sorted(answer, key=lambda t: (str(t.subject), str(t.predicate), str(t.object))), out)
    else:
        out.write(b"boolean\n" if isinstance(answer, ox.QueryBoolean) else b"solutions\n")
        answer.serialize(out, RESULTS.get(format, ox.QueryResultsFormat.JSON))


def _fail(kind: str, message: str) -> int:
    json.dump([kind, message], sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
