"""Rows counted while an answer is written, whatever its texts hold and wherever its pieces are cut."""

import io
from typing import IO, cast

import pyoxigraph as ox
import pytest

from kg.errors import UsageProblem
from kg.graph.rows import Rows, no_more

FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
TEXTS = ['a "q}} {} \n x\\ }}', '"', '""', "<result>", "}}\\", ", \r\n", "{}}}}", '\\"}}']
QUERIES = ["SELECT ?s ?p ?o { ?s ?p ?o }", "SELECT ?none { ?s ?p ?o }", "SELECT ?o { ?s ?p ?o }"]


@pytest.fixture(scope="module")
def store() -> ox.Store:
    held = ox.Store()
    held.extend(ox.Quad(ox.NamedNode(f"http://a/{n}"), ox.NamedNode("http://p"), ox.Literal(text)) for n, text in enumerate(TEXTS))
    return held


def bytes_of(store: ox.Store, query: str, format: str) -> bytes:
    out = io.BytesIO()
    answer = store.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    answer.serialize(out, FORMATS[format])
    return out.getvalue()


def write(rows: Rows, pieces: list[bytes]) -> None:
    for piece in pieces:
        rows.write(piece)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("piece", [1, 2, 3, 7, 64, 5000])
def test_as_many_rows_as_may_pass_and_not_one_more(store: ox.Store, query: str, format: str, piece: int) -> None:
    whole = bytes_of(store, query, format)
    pieces = [whole[start : start + piece] for start in range(0, len(whole), piece)]
    out = io.BytesIO()
    write(Rows(out, len(TEXTS), format), pieces)
    assert out.getvalue() == whole
    for most in (len(TEXTS) - 1, 0):
        with pytest.raises(UsageProblem, match=f"more than {most} rows"):
            write(Rows(io.BytesIO(), most, format), pieces)


@pytest.mark.parametrize("format", FORMATS)
def test_the_writer_of_the_store_is_stopped(store: ox.Store, format: str) -> None:
    answer = store.query(QUERIES[0])
    assert isinstance(answer, ox.QuerySolutions)
    with pytest.raises(UsageProblem, match="more than 3 rows"):
        answer.serialize(cast(IO[bytes], Rows(io.BytesIO(), 3, format)), FORMATS[format])


def test_triples_are_counted_too() -> None:
    assert list(no_more([1, 2], 2)) == [1, 2]
    with pytest.raises(UsageProblem, match="more than 2 rows"):
        list(no_more([1, 2, 3], 2))
