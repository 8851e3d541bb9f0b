"""A picture of the ontology: its classes as boxes, its object properties as arrows, as SVG."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from kg.graph.table import short
from kg.vocabulary.iris import OA, ORG, SKOS, TIP

WIDTH, HEIGHT = 1180, 760

LINE: Final = 17
"""The height of a line of text, in pixels."""

SPOTS: Final = {
    TIP + "Entity": (150, 150),
    TIP + "Document": (150, 430),
    TIP + "Section": (150, 660),
    ORG + "Organization": (590, 60),
    TIP + "Fact": (590, 370),
    OA + "SpecificResource": (590, 690),
    TIP + "Place": (1040, 150),
    SKOS + "Concept": (1040, 500),
}
"""Where the middle of each class at the top of its hierarchy is drawn; others stand in a row at the bottom."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class with the classes below it."""

    iri: str
    x: float
    y: float
    below: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height, in pixels."""
        return 30 + LINE * -(-len(self.below) // self.columns)

    @property
    def columns(self) -> int:
        """The columns in which the classes below stand."""
        return 2 if len(self.below) > 8 else 1

    @property
    def width(self) -> float:
        """The width, in pixels."""
        longest = max(len(short(name)) for name in (self.iri, *self.below))
        return 24 + 7.6 * longest * self.columns

    def towards(self, x: float, y: float) -> tuple[float, float]:
        """Where a line from the middle to a point leaves the box."""
        dx, dy = x - self.x, y - self.y
        reach = min((self.width / 2 + 3) / abs(dx) if dx else 9e9, (self.height / 2 + 3) / abs(dy) if dy else 9e9)
        return self.x + dx * reach, self.y + dy * reach


def diagram(ontology: Graph) -> str:
    """The picture; it has a title, and a link from each class to its place on the page."""
    boxes = {box.iri: box for box in _boxes(ontology)}
    arrows = [_arrow(boxes[start], boxes[end], names) for (start, end), names in sorted(_properties(ontology, boxes).items())]
    title = "<title>The classes of the ontology and the properties between them</title>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" class="diagram">{title}{_TIP}'
    lines, labels = "".join(line for line, _ in arrows), "".join(label for _, label in arrows)
    return f"{head}{lines}{''.join(map(_drawn, boxes.values()))}{labels}</svg>"


_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">'
    '<path d="M0 0L10 5L0 10z"/></marker></defs>'
)


def top(ontology: Graph, name: Node) -> str:
    """The class above all that are above a class, of those that the ontology itself defines."""
    above = sorted(str(c) for c in ontology.objects(name, RDFS.subClassOf) if (c, RDF.type, OWL.Class) in ontology)
    return top(ontology, URIRef(above[0])) if above else str(name)


def _boxes(ontology: Graph) -> Iterator[Box]:
    below: dict[str, list[str]] = defaultdict(list)
    for name in ontology.subjects(RDF.type, OWL.Class):
        above = top(ontology, name)
        below[above].extend([] if str(name) == above else [str(name)])
    ranges = {str(o) for p in _object_properties(ontology) for o in ontology.objects(p, RDFS.range)}
    for end in ranges:
        below[top(ontology, URIRef(end))].extend([])
    rest = sorted(set(below) - set(SPOTS))
    for iri in sorted(below):
        x, y = SPOTS.get(iri) or (150 + 200 * rest.index(iri), HEIGHT - 25)
        yield Box(iri, x, y, tuple(sorted(below[iri])))


def _object_properties(ontology: Graph) -> list[URIRef]:
    return sorted(URIRef(str(name)) for name in ontology.subjects(RDF.type, OWL.ObjectProperty))


def _properties(ontology: Graph, boxes: dict[str, Box]) -> dict[tuple[str, str], list[str]]:
    """The properties from one box to another, by the boxes."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in _object_properties(ontology):
        for start in ontology.objects(name, RDFS.domain):
            for end in ontology.objects(name, RDFS.range):
                pair = top(ontology, start), top(ontology, end)
                found[pair].append(short(str(name)).removeprefix("tip:"))
    return {pair: sorted(set(names)) for pair, names in found.items() if set(pair) <= set(boxes)}


def _arrow(start: Box, end: Box, names: Sequence[str]) -> tuple[str, str]:
    """A line with its tip, and the names of the properties on it."""
    if start == end:
        x, y = start.x - start.width / 2 + 10, start.y + start.height / 2
        line = f'<path class="arrow" d="M{x:.0f} {y:.0f}c0 34 28 34 28 0" marker-end="url(#tip)"/>'
        return line, _label(x - 8, y + 22, _wrapped(names, 1), "end")
    (x1, y1), (x2, y2) = start.towards(end.x, end.y), end.towards(start.x, start.y)
    line = f'<path class="arrow" d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" marker-end="url(#tip)"/>'
    return line, _label((x1 + x2) / 2, (y1 + y2) / 2, _wrapped(names, 2 if abs(x2 - x1) > 160 else 1), "middle")


def _wrapped(names: Sequence[str], wide: int) -> list[str]:
    return [", ".join(names[at : at + wide]) for at in range(0, len(names), wide)]


def _label(x: float, y: float, lines: Sequence[str], anchor: str) -> str:
    begin = y - LINE * (len(lines) - 1) / 2 + 4
    words = "".join(f'<tspan x="{x:.0f}" y="{begin + LINE * n:.0f}">{escape(line)}</tspan>' for n, line in enumerate(lines))
    return f'<text class="label" text-anchor="{anchor}">{words}</text>'


def _drawn(box: Box) -> str:
    left, up = box.x - box.width / 2, box.y - box.height / 2
    frame = f'<rect x="{left:.0f}" y="{up:.0f}" width="{box.width:.0f}" height="{box.height:.0f}" rx="5"/>'
    names = [_class(box.iri, box.x, up + 20, "name")]
    rows = -(-len(box.below) // box.columns)
    for n, name in enumerate(box.below):
        x = box.x if box.columns == 1 else box.x + (-0.25, 0.25)[n // rows] * box.width
        names.append(_class(name, x, up + 20 + LINE * (1 + n % rows), "below"))
    return f"<g>{frame}{''.join(names)}</g>"


def _class(iri: str, x: float, y: float, style: str) -> str:
    words = f'<text class="{style}" text-anchor="middle" x="{x:.0f}" y="{y:.0f}">{escape(short(iri))}</text>'
    return f'<a href="#{iri.removeprefix(TIP)}">{words}</a>' if iri.startswith(TIP) else words
