"""The process in which queries run, so that it can be killed: requests on standard input, each a line; the answer on standard output.

The first line of an answer says what sort of answer follows. At its end a line on standard error tells whether it failed, with the
kind of error and its message, and whether the process can be asked again; after a failure what was written is void.
"""

import errno
import json
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyoxigraph as ox

from kg.errors import KgError, UsageProblem
from kg.graph.rows import Rows, no_more
from kg.graph.serialization import serialize, serialize_few
from kg.graph.sparql import broken, has_dataset, prefixes
from kg.graph.store import Store, open_store, store_state

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

TOLD = b"\x1e"
"""The beginning of the line that tells of the end of a query (RFC 7464); the libraries write none such."""

TIRED = 512 << 20
"""A process that has used so many bytes of memory is not asked again, for it does not give all of them back."""

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
    """Answer requests until there are no more."""
    opened = _Opened()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        limits = request["limits"]
        _limit(limits["memory"], limits["size"], limits["seconds"])
        failed, sound = _answered(opened, request)
        _limit(seconds=0)
        again = sound and _memory() < TIRED
        sys.stderr.buffer.write(TOLD + json.dumps({"failed": failed, "again": again}).encode() + b"\n")
        sys.stderr.buffer.flush()
        if not again:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be written would fail again
            break
    return 0


class _Opened:
    """The store that was asked last; it is opened again when its files have changed."""

    def __init__(self) -> None:
        self._store: Store | None = None
        self._state: object = None

    def at(self, path: str) -> Store:
        """The store at a path as it is now."""
        state = (path, store_state(Path(path)))
        if self._store is None or state != self._state:
            self._store, self._state = open_store(path, write=False), state
        return self._store


def _answered(opened: _Opened, request: dict[str, Any]) -> tuple[tuple[str, str] | None, bool]:
    """Write the answer; the kind and message of the error, if there is one, and whether the process is as sound as before."""
    try:
        asked = {name: request[name] for name in ("default_graph", "dataset", "base")}
        answer = ask(opened.at(request["store"]), request["query"], **asked)
        write_answer(answer, request["format"], sys.stdout.buffer, request["limits"]["rows"])
        sys.stdout.buffer.flush()
    except KgError as error:
        return (type(error).__name__, str(error)), True
    except (OSError, RuntimeError, ValueError) as error:
        if getattr(error, "errno", None) == errno.EFBIG:
            size = request["limits"]["size"] >> 20
            return ("UsageProblem", f"the answer is larger than {size} MB; ask for less, for example with LIMIT"), False
        return ("CannotRun", f"the query failed: {error}"), False
    return None, True


def _memory() -> int:
    """The most memory that this process has used so far, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not everywhere

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def _limit(memory: int | None = None, size: int | None = None, seconds: float | None = None) -> None:
    """Hold this process to its limits by what the system offers: a write or an allocation beyond fails, an alarm ends it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not everywhere

    for what, limit in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_FSIZE, size)):
        if limit is not None:
            resource.setrlimit(what, (limit, limit))
    if seconds is not None:
        signal.setitimer(signal.ITIMER_REAL, seconds)


def write_answer(answer: Answer, format: str, out: BinaryIO, rows: int | None = None) -> None:
    """A line that says what sort of answer it is, and the answer in a format; UsageProblem where it has more than so many rows."""
    if isinstance(answer, ox.QueryTriples):
        write_triples(answer if rows is None else no_more(answer, rows), format, out)
    else:
        out.write(b"boolean\n" if isinstance(answer, ox.QueryBoolean) else b"solutions\n")
        if rows is not None and isinstance(answer, ox.QuerySolutions):
            out = cast(BinaryIO, Rows(out, rows, format))
        answer.serialize(out, RESULTS.get(format, ox.QueryResultsFormat.JSON))


def write_triples(found: Iterable[ox.Triple], format: str, out: BinaryIO) -> None:
    """Triples as an answer, in a fixed order."""
    out.write(b"triples\n")
    triples = sorted(found, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    if format in TRIPLES:
        serialize(triples, out, TRIPLES[format])
    else:
        serialize_few(triples, out)


if __name__ == "__main__":
    sys.exit(main())
