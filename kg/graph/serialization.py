"""RDF syntaxes by the store's own writer, made to give the same bytes for the same statements in the same order.

The writer takes the prefixes from a hash table, whose order changes from run to run: its head is put in order here.
"""

from collections.abc import Iterable, Sequence
from typing import IO, BinaryIO, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from kg.graph.sparql import prefixes


def serialize(statements: Iterable[Triple] | Iterable[Quad], output: BinaryIO, format: RdfFormat) -> None:
    """Write statements in the order given, with the known prefixes."""
    if format in (RdfFormat.TURTLE, RdfFormat.TRIG):
        _turtle(statements, output, format, prefixes())
    elif format == RdfFormat.RDF_XML:
        head = _xml_head()
        output.write(head)
        _write(statements, output, format, prefixes(), head)
    else:
        ox.serialize(statements, output, format)


def serialize_few(triples: Sequence[Triple], output: BinaryIO) -> None:
    """Write triples as Turtle, with no more prefixes than they use."""
    names = {term.value for t in triples for term in (t.subject, t.predicate, t.object) if isinstance(term, NamedNode)}
    used = {prefix: iri for prefix, iri in prefixes().items() if any(name.startswith(iri) for name in names)}
    _turtle(triples, output, RdfFormat.TURTLE, used)


def _turtle(statements: Iterable[Triple] | Iterable[Quad], output: BinaryIO, format: RdfFormat, prefixes: dict[str, str]) -> None:
    lines = sorted(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    output.write("".join(lines).encode() + b"\n")
    _write(statements, output, format, prefixes, b"".join(line.encode() for line in lines))


def _xml_head() -> bytes:
    """The XML declaration and the root element's tag up to its end, the namespaces in order."""
    empty = ox.serialize([], None, RdfFormat.RDF_XML, prefixes=prefixes()) or b""
    head, _, _ = empty.rpartition(b">\n</rdf:RDF>")
    before, root, names = head.partition(b"<rdf:RDF ")
    return before + root + b" ".join(sorted(names.split(b" ")))


def _write(
    statements: Iterable[Triple] | Iterable[Quad], output: BinaryIO, format: RdfFormat, prefixes: dict[str, str], head: bytes
) -> None:
    """Write all but the writer's own head, which is as long as the one in order that stands there already."""
    body = _Body(output, len(head), b"&#13;" if format == RdfFormat.RDF_XML else b"\r")
    ox.serialize(statements, cast(IO[bytes], body), format, prefixes=prefixes)


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
