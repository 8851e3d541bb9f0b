"""The process in which a query runs, so that it can be killed: a request on standard input, the answer on standard output.

The first line of the answer is a JSON object: what sort of answer follows, or the error.
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

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def ask(store: Store, query: str, *, default_graph: str = "union") -> Answer:
    """Run a query in this process; UsageProblem, with the place, where it is broken."""
    union = default_graph == "union" and not has_dataset(query)
    try:
        return store.oxigraph.query(query, prefixes=prefixes(), use_default_graph_as_union=union)
    except SyntaxError as error:
        raise broken(query, error) from error


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    out = sys.stdout.buffer
    try:
        with open_store(request["store"], write=False) as store:
            answer = ask(store, request["query"], default_graph=request["default_graph"])
            _write(answer, request["format"], out)
    except KgError as error:
        _head(out, error=type(error).__name__, message=str(error))
    except (OSError, RuntimeError, ValueError) as error:
        _head(out, error="CannotRun", message=f"the query failed: {error}")


def _write(answer: Answer, format: str, out: BinaryIO) -> None:
    if isinstance(answer, ox.QueryTriples):
        _head(out, sort="triples")
        rows = sorted(answer, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
        serialize_few(rows, out)
    else:
        _head(out, sort="boolean" if isinstance(answer, ox.QueryBoolean) else "solutions")
        answer.serialize(out, RESULTS.get(format, ox.QueryResultsFormat.JSON))


def _head(out: BinaryIO, **words: str) -> None:
    out.write(json.dumps(words).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    main()
