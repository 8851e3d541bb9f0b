"""Quads as lines: what goes in comes out, and many become one."""

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.packing import joined, packed, unpacked


def quads(of: str, number: int) -> list[Quad]:
    graph = NamedNode(f"http://example.org/{of}")
    return [Quad(graph, NamedNode("http://example.org/says"), Literal(f"«{n}»\nand a line"), graph) for n in range(number)]


def test_quads_come_out_as_they_went_in() -> None:
    lines = packed([*quads("a", 3), *quads("b", 2)])
    assert (lines.number, sorted(lines.graphs)) == (5, ["http://example.org/a", "http://example.org/b"])
    assert list(unpacked([lines, packed([])])) == [*quads("a", 3), *quads("b", 2)]


def test_many_lines_become_one() -> None:
    lines = [packed(quads("a", 3)), packed([]), packed(quads("b", 2))]
    one = joined(*lines)
    assert (one.number, sorted(one.graphs)) == (5, ["http://example.org/a", "http://example.org/b"])
    assert list(unpacked([one])) == list(unpacked(lines))
