"""Quads as lines: what goes in comes out, and many are read as one file."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.graph.packing import Lines, joined, packed, unpacked


def quads(of: str, number: int) -> list[Quad]:
    graph = NamedNode(f"http://example.org/{of}")
    return [Quad(graph, NamedNode("http://example.org/says"), Literal(f"«{n}»\nand a line"), graph) for n in range(number)]


def test_quads_come_out_as_they_went_in() -> None:
    lines = packed([*quads("a", 3), *quads("b", 2)])
    assert (lines.number, sorted(lines.graphs)) == (5, ["http://example.org/a", "http://example.org/b"])
    assert list(unpacked([lines, packed([])])) == [*quads("a", 3), *quads("b", 2)]


@pytest.mark.parametrize("size", [1, 7, 1000, -1])
def test_many_lines_are_read_as_one_file(size: int) -> None:
    lines = [packed(quads("a", 3)), Lines(b"", 0, frozenset()), packed(quads("b", 2))]
    file, found = joined(lines), b""
    while some := file.read(size):
        assert size < 0 or len(some) <= size
        found += some
    assert found == b"".join(each.text for each in lines)
    assert list(parse(joined(lines), format=RdfFormat.N_QUADS)) == list(unpacked(lines))
