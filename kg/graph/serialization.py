"""RDF syntaxes by the store's own writer, made to give the same bytes for the same statements in the same order.

The writer takes the prefixes from a hash table, whose order changes from run to run: its head is put in order here.
"""

from collections.abc import Iterable
from typing import IO, BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat, Triple

from kg.graph.sparql import prefixes


def serialize(statements: Iterable[Triple] | Iterable[Quad], output: BinaryIO, format: RdfFormat) -> None:
    """Write statements in the order given, with the known prefixes."""
    if format in (RdfFormat.TURTLE, RdfFormat.TRIG):
        lines = sorted(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
        _write(statements, output, format, "".join(lines).encode())
    elif format == RdfFormat.RDF_XML:
        _write(statements, output, format, _xml_head())
    else:
        ox.serialize(statements, output, format)


def _xml_head() -> bytes:
    """The XML declaration and the root element's tag up to its end, the namespaces in order."""
    empty = ox.serialize([], None, RdfFormat.RDF_XML, prefixes=prefixes()) or b""
    head, _, _ = empty.rpartition(b">\n</rdf:RDF>")
    before, root, names = head.partition(b"<rdf:RDF ")
    return before + root + b" ".join(sorted(names.split(b" ")))


def _write(statements: Iterable[Triple] | Iterable[Quad], output: BinaryIO, format: RdfFormat, head: bytes) -> None:
    output.write(head)
    body = _Body(output, len(head), b"&#13;" if format == RdfFormat.RDF_XML else b"\r")
    ox.serialize(statements, cast(IO[bytes], body), format, prefixes=prefixes())


class _Body:
    """An output without the first bytes, with carriage returns escaped where a reader would turn them into line feeds."""

    def __init__(self, output: BinaryIO, skip: int, carriage_return: bytes) -> None:
        self._output = output
        self._skip = skip
        self._carriage_return = carriage_return

    def write(self, data: bytes) -> int:
        kept = bytes(data)[self._skip :]
        self._skip = max(0, self._skip - len(data))
        self._output.write(kept.replace(b"\r", self._carriage_return))
        return len(data)

    def flush(self) -> None:
        self._output.flush()
