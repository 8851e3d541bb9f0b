"""SPARQL over a store: in this process for the program's own questions, in one that can be killed for anybody else's."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast

import pyoxigraph as ox

import kg
from kg import errors
from kg.errors import CannotRun, KgError, UsageProblem
from kg.graph.sparql import must_be_allowed
from kg.graph.store import Store, open_store
from kg.graph.table import table
from kg.graph.worker import FAILED, ask

FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "turtle")

DefaultGraph = Literal["union", "strict"]
Sort = Literal["solutions", "boolean", "triples"]


class QueryTimeout(CannotRun):
    """The query was stopped at the time limit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: the bytes in the format asked for, and what sort of answer it is."""

    sort: Sort
    body: bytes


def select(store: Store | Path | str, sparql: str, timeout: float | None = None) -> list[dict[str, str]]:
    """The rows of a SELECT, each from column to value, unbound ones left out; ``timeout`` is in seconds.

    Without a limit the query runs in this process and is trusted.
    """
    if timeout is not None:
        return _rows(run(store, sparql, format="json", timeout=timeout).body)
    opened = store if isinstance(store, Store) else open_store(store, write=False)
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
) -> Answer:
    """Answer a query in a process of its own, which is killed after ``timeout`` seconds (QueryTimeout).

    ``width`` is that of the terminal, to which a table is fitted. UsageProblem for an unknown format, a broken query,
    SERVICE and updates.
    """
    if format not in FORMATS:
        raise UsageProblem(f"the format {format!r} is not known; formats are {', '.join(FORMATS)}")
    must_be_allowed(sparql)
    path = store.path if isinstance(store, Store) else Path(store)
    request = {"store": str(path), "query": sparql, "format": format, "default_graph": default_graph}
    answer = _answer(json.dumps(request).encode(), timeout)
    _must_fit(answer, format)
    return Answer(answer.sort, table(answer.body, width).encode()) if format == "table" and answer.sort != "triples" else answer


def _answer(request: bytes, timeout: float | None) -> Answer:
    """What the worker answers; QueryTimeout when it was killed at the limit."""
    path = os.pathsep.join(filter(None, (str(Path(kg.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "kg.graph.worker"]
    try:
        done = subprocess.run(
            command, input=request, capture_output=True, timeout=timeout, env={**os.environ, "PYTHONPATH": path}, check=False
        )
    except subprocess.TimeoutExpired:
        raise QueryTimeout(f"the query was stopped after {timeout:g} seconds; ask for less, or raise the limit with --timeout") from None
    if done.returncode == FAILED:
        raise _error(done.stderr)
    if done.returncode != 0:
        raise CannotRun(f"the query was ended from outside (code {done.returncode}), perhaps for want of memory; ask for less")
    sort, _, body = done.stdout.partition(b"\n")
    return Answer(cast(Sort, sort.decode()), body)


def _error(written: bytes) -> KgError:
    """The error that the worker tells of; what is no such message is a fault of the program."""
    kind, message = json.loads(written)
    raised: type[KgError] = getattr(errors, kind)
    return raised(message)


def _must_fit(answer: Answer, format: str) -> None:
    if answer.sort == "triples" and format not in ("table", "turtle"):
        raise UsageProblem(f"CONSTRUCT and DESCRIBE give triples: use the format turtle, not {format}")
    if answer.sort != "triples" and format == "turtle":
        raise UsageProblem(f"turtle is for CONSTRUCT and DESCRIBE; formats for SELECT and ASK are {', '.join(FORMATS[:-1])}")


def _rows(body: bytes) -> list[dict[str, str]]:
    found = json.loads(body)
    if "results" not in found:
        raise UsageProblem("the query is no SELECT, which alone has rows")
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]
