"""SPARQL over a store: in this process for the program's own questions, in one that can be killed for anybody else's."""

import json
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal, cast

import pyoxigraph as ox

from kg.errors import UsageProblem
from kg.graph.endpoint import ServerTimeout
from kg.graph.process import Answer, QueryMemory, QueryTimeout, Request, Sort, Worker
from kg.graph.remote import RemoteStore, is_address, open_to_read
from kg.graph.remote import answer as ask_server
from kg.graph.sparql import must_be_allowed, must_only_read
from kg.graph.store import Store
from kg.graph.table import table
from kg.graph.worker import ask

__all__ = ["Answer", "Dataset", "Limits", "QueryMemory", "QueryTimeout", "Request", "Worker", "answered", "request", "run", "select"]

ROW_FORMATS: Final = ("table", "csv", "tsv", "json", "xml")
"""The formats of what SELECT and ASK give."""

RDF_FORMATS: Final = ("turtle", "ntriples", "rdfxml", "jsonld")
"""The formats of what CONSTRUCT and DESCRIBE give."""

FORMATS: Final = (*ROW_FORMATS, *RDF_FORMATS)

DefaultGraph = Literal["union", "strict"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request wants a query to see, by their IRIs, whatever its FROM says; with none at all it names no dataset."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process of a query may use; None is no limit. Where the system knows no such limit it is not held."""

    memory: int | None = None
    """Bytes of memory."""
    size: int | None = None
    """Bytes of the answer; UsageProblem beyond."""
    rows: int | None = None
    """Rows of the answer, or its triples; UsageProblem beyond."""
    seconds: float | None = None
    """When the process ends by itself, so that it does not outlive a program that was killed."""


LIMITS: Final = Limits(memory=4 << 30)
"""What a query of ``run`` may use unless told otherwise."""


def select(store: Store | Path | str, sparql: str, timeout: float | None = None) -> list[dict[str, str]]:
    """The rows of a SELECT, each from column to value, unbound ones left out; ``timeout`` is in seconds.

    Without a limit the query runs in this process and is trusted.
    """
    if timeout is not None:
        return _rows(run(store, sparql, format="json", timeout=timeout).body)
    opened = store if isinstance(store, Store) else open_to_read(store)
    if isinstance(opened, RemoteStore):
        return [{name: term.value for name, term in row.items()} for row in opened.rows(sparql)]
    answer = ask(opened, sparql)
    if not isinstance(answer, ox.QuerySolutions):
        raise UsageProblem("the query is no SELECT, which alone has rows")
    names = [variable.value for variable in answer.variables]
    return [{name: term.value for name, term in zip(names, row, strict=True) if term is not None} for row in answer]


def run(
    store: Store | Path | str,
    sparql: str,
    *,
    format: str = "table",
    timeout: float | None = 30,
    default_graph: DefaultGraph = "union",
    width: int | None = None,
    limits: Limits = LIMITS,
    allow_service: bool = False,
) -> Answer:
    """Answer a query in a process of its own, which is killed after ``timeout`` seconds (QueryTimeout).

    ``width`` is that of the terminal, to which a table is fitted. UsageProblem for an unknown format, a broken query, updates,
    and SERVICE unless it is allowed. A store at an address is asked there: the limit of time holds, the others are the server's.
    """
    if isinstance(store, RemoteStore) or (isinstance(store, str) and is_address(store)):
        answer = _remote(store, sparql, format, timeout, default_graph)
    else:
        asked = request(store, sparql, format=format, default_graph=default_graph, limits=limits, allow_service=allow_service)
        with Worker() as worker:
            answer = answered(worker, asked, timeout)
    return Answer(answer.sort, table(answer.body, width).encode()) if format == "table" and answer.sort != "triples" else answer


def request(
    store: Store | Path | str,
    sparql: str,
    *,
    format: str,
    default_graph: DefaultGraph = "union",
    dataset: Dataset = Dataset(),
    base: str | None = None,
    limits: Limits = Limits(),
    allow_service: bool = False,
) -> Request:
    """A query for a ``Worker``; UsageProblem where it may not be asked. Relative IRIs need a ``base``."""
    _must_be_known(format)
    (must_only_read if allow_service else must_be_allowed)(sparql)
    path = store.path if isinstance(store, Store) else Path(store)
    fields = {
        "store": str(path),
        "query": sparql,
        "format": format,
        "default_graph": default_graph,
        "dataset": asdict(dataset),
        "base": base,
        "limits": asdict(limits),
    }
    return Request(json.dumps(fields).encode(), format)


def answered(worker: Worker, asked: Request, timeout: float | None) -> Answer:
    """What a process answers; UsageProblem where it is not what the format is for."""
    answer = worker.answer(asked, timeout)
    _must_fit(answer, asked.format)
    return answer


def _must_be_known(format: str) -> None:
    if format not in FORMATS:
        raise UsageProblem(f"the format {format!r} is not known; formats are {', '.join(FORMATS)}")


def _remote(store: Store | Path | str, sparql: str, format: str, timeout: float | None, default_graph: DefaultGraph) -> Answer:
    """What a server answers, in the form in which a process of our own would."""
    _must_be_known(format)
    must_be_allowed(sparql)
    opened = store if isinstance(store, Store) else open_to_read(store)
    assert isinstance(opened, RemoteStore)
    out = BytesIO()
    try:
        ask_server(opened, sparql, format=format, timeout=timeout, default_graph=default_graph, out=out)
    except ServerTimeout as error:
        raise QueryTimeout(str(error)) from error
    sort, _, body = out.getvalue().partition(b"\n")
    answer = Answer(cast(Sort, sort.decode()), body)
    _must_fit(answer, format)
    return answer


def _must_fit(answer: Answer, format: str) -> None:
    if answer.sort == "triples" and format not in ("table", *RDF_FORMATS):
        raise UsageProblem(f"CONSTRUCT and DESCRIBE give triples: use the format turtle, not {format}")
    if answer.sort != "triples" and format in RDF_FORMATS:
        raise UsageProblem(f"{format} is for CONSTRUCT and DESCRIBE; formats for SELECT and ASK are {', '.join(ROW_FORMATS)}")


def _rows(body: bytes) -> list[dict[str, str]]:
    found = json.loads(body)
    if "results" not in found:
        raise UsageProblem("the query is no SELECT, which alone has rows")
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]
