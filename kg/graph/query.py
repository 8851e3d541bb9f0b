"""SPARQL over a store: in this process for the program's own questions, in one that can be killed for anybody else's."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final, Literal, cast

import pyoxigraph as ox

import kg
from kg import errors
from kg.errors import CannotRun, KgError, UsageProblem
from kg.graph.sparql import must_be_allowed
from kg.graph.store import Store, open_store
from kg.graph.table import table
from kg.graph.worker import FAILED, ask

FORMATS: Final = ("table", "csv", "tsv", "json", "xml", "turtle")

RDF_FORMATS: Final = ("turtle", "ntriples", "rdfxml", "jsonld")
"""The formats of what CONSTRUCT and DESCRIBE give."""

DefaultGraph = Literal["union", "strict"]
Sort = Literal["solutions", "boolean", "triples"]


class QueryTimeout(CannotRun):
    """The query was stopped at the time limit."""


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
    seconds: float | None = None
    """When the process ends by itself, so that it does not outlive a program that was killed."""


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
    answer = start(store, sparql, format=format, default_graph=default_graph).answer(timeout)
    return Answer(answer.sort, table(answer.body, width).encode()) if format == "table" and answer.sort != "triples" else answer


def start(
    store: Store | Path | str,
    sparql: str,
    *,
    format: str,
    default_graph: DefaultGraph = "union",
    dataset: Dataset = Dataset(),
    base: str | None = None,
    limits: Limits = Limits(),
) -> "Running":
    """Begin to answer a query in a process of its own; the errors are those of ``run``. Relative IRIs need a ``base``."""
    if format not in (*FORMATS, *RDF_FORMATS):
        raise UsageProblem(f"the format {format!r} is not known; formats are {', '.join(FORMATS)}")
    must_be_allowed(sparql)
    path = store.path if isinstance(store, Store) else Path(store)
    request = {
        "store": str(path),
        "query": sparql,
        "format": format,
        "default_graph": default_graph,
        "dataset": asdict(dataset),
        "base": base,
        "limits": asdict(limits),
    }
    return Running(json.dumps(request).encode(), format)


class Running:
    """A query that is being answered in a process of its own."""

    def __init__(self, request: bytes, format: str) -> None:
        path = os.pathsep.join(filter(None, (str(Path(kg.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
        self._request = request
        self._format = format
        self._out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kg.graph.worker"],
            stdin=subprocess.PIPE,
            stdout=self._out,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )

    def answer(self, timeout: float | None) -> Answer:
        """Wait for the answer; at the limit (in seconds) the process is killed (QueryTimeout)."""
        with self._out, self._process as process:
            try:
                _, errors = process.communicate(self._request, timeout)
            except subprocess.TimeoutExpired:
                raise QueryTimeout(
                    f"the query was stopped after {timeout:g} seconds; ask for less, or raise the limit with --timeout"
                ) from None
            finally:
                self.kill()
            answer = _answer(process.returncode, self._out, errors)
        _must_fit(answer, self._format)
        return answer

    def kill(self) -> None:
        """End the process now; the one who waits for the answer gets CannotRun."""
        self._process.kill()


def _answer(code: int, out: IO[bytes], errors: bytes) -> Answer:
    """What the process has written, by its exit code."""
    if code == FAILED:
        raise _error(errors)
    if code != 0:
        raise CannotRun(f"the query was ended from outside (code {code}), perhaps for want of memory; ask for less")
    out.seek(0)
    sort = out.readline().strip().decode()
    return Answer(cast(Sort, sort), out.read())


def _error(written: bytes) -> KgError:
    """The error that the worker tells of; what is no such message is a fault of the program."""
    kind, message = json.loads(written)
    raised: type[KgError] = getattr(errors, kind)
    return raised(message)


def _must_fit(answer: Answer, format: str) -> None:
    if answer.sort == "triples" and format not in ("table", *RDF_FORMATS):
        raise UsageProblem(f"CONSTRUCT and DESCRIBE give triples: use the format turtle, not {format}")
    if answer.sort != "triples" and format in RDF_FORMATS:
        raise UsageProblem(f"{format} is for CONSTRUCT and DESCRIBE; formats for SELECT and ASK are {', '.join(FORMATS[:-1])}")


def _rows(body: bytes) -> list[dict[str, str]]:
    found = json.loads(body)
    if "results" not in found:
        raise UsageProblem("the query is no SELECT, which alone has rows")
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]
