"""Whether a graph conforms to the shapes beyond doubt: the same SHACL core, made into functions over the graph as the store library has it.

It only ever says yes where pyshacl finds nothing; whatever it doubts, finds wrong or does not know is pyshacl's to judge. Nearly every
document of a build is without a finding, and to see that takes a tenth of the time that a report takes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import cast

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.nodes import Fields, Nodes
from kg.graph.shacl import shapes
from kg.graph.terms import BOOLEAN, DECIMAL, INTEGER, STRING, type_
from kg.graph.values import Term
from kg.vocabulary.iris import RDFS

SUBCLASS = NamedNode(RDFS + "subClassOf")

WELL_FORMED = {
    INTEGER: re.compile(r"[+-]?\d+"),
    DECIMAL: re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    BOOLEAN: re.compile(r"true|false|0|1"),
    STRING: re.compile(r".*", re.DOTALL),
}
"""The forms that are certainly a value of a datatype; of any other there is doubt."""

NO_CONSTRAINT = frozenset({RDF.type, SH.path, SH.targetClass, SH.targetSubjectsOf, SH.severity, SH.message, SH.ignoredProperties})
"""What a shape says beside its constraints; the property shapes carry their targets themselves."""

OF_MORE = frozenset({SH.minCount, SH.closed, SH.lessThan, SH.lessThanOrEquals})
"""The constraints that are about more than each of the values there are: where there is none, they may be broken, or in doubt."""

Values = list[Term]
Holds = Callable[[Nodes, Fields, Values], bool]
"""Whether a constraint holds, given the graph, the fields of the focus node, and the values at the path."""

Way = Callable[[Nodes, Fields], Values]
"""From the fields of a focus node to the values at a path, each once."""


class Unknown(Exception):
    """A part of SHACL that is not known here; the shapes are then left to pyshacl altogether."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with targets."""

    classes: frozenset[Term]
    subjects_of: frozenset[NamedNode]
    way: Way | None
    """To the values of a property shape; a node shape is about the node itself."""
    constraints: tuple[Holds, ...]
    name: NamedNode | None = None
    """The property at which the values are, where the path is one property and no value at all is no fault."""


def conforms(nodes: Nodes) -> bool:
    """Whether a graph violates nothing beyond doubt, neither warning nor info included."""
    known = compiled()
    if known is None or any(SUBCLASS in fields for fields in nodes.values()):
        return False
    applied: dict[tuple[tuple[Term, ...], tuple[NamedNode, ...]], list[Shape]] = {}
    for node, fields in nodes.items():
        sort = (tuple(fields.get(type_, ())), tuple(fields))
        if sort not in applied:
            applied[sort] = _applied(fields, *known)
        for shape in applied[sort]:
            if not _fits(shape, nodes, node, fields):
                return False
    return True


def _applied(fields: Fields, by_class: Mapping[Term, Sequence[Shape]], others: Sequence[Shape]) -> list[Shape]:
    """The shapes that a node with such classes and properties must fit; those are left out that ask nothing of what is not there."""
    found = {id(shape): shape for name in fields.get(type_, ()) for shape in by_class.get(name, ())}
    found |= {id(shape): shape for shape in others if any(name in fields for name in shape.subjects_of)}
    return [shape for shape in found.values() if shape.name is None or shape.name in fields]


def _fits(shape: Shape, nodes: Nodes, node: NamedNode, fields: Fields) -> bool:
    values: Values = [node] if shape.way is None else shape.way(nodes, fields)
    return all(holds(nodes, fields, values) for holds in shape.constraints)


@cache
def compiled() -> tuple[dict[Term, list[Shape]], list[Shape]] | None:
    """The project's shapes by target class, and those with other targets; None where a part of them is not known here."""
    try:
        return _by_target(compile_shapes(shapes()))
    except Unknown:
        return None


def _by_target(found: Iterable[Shape]) -> tuple[dict[Term, list[Shape]], list[Shape]]:
    by_class: dict[Term, list[Shape]] = {}
    others = []
    for shape in found:
        for name in shape.classes:
            by_class.setdefault(name, []).append(shape)
        if shape.subjects_of:
            others.append(shape)
    return by_class, others


def compile_shapes(graph: Graph) -> list[Shape]:
    """The shapes with targets of a graph of shapes; Unknown where they use what is not known here."""
    targets = {SH.targetClass, SH.targetSubjectsOf, SH.targetNode, SH.targetObjectsOf, SH.target}
    named = sorted({shape for target in targets for shape in graph.subjects(target, None)}, key=str)
    return [_shape(graph, node) for node in named]


def _shape(graph: Graph, node: Node) -> Shape:
    path = graph.value(node, SH.path)
    return Shape(
        frozenset(term(name) for name in graph.objects(node, SH.targetClass)),
        frozenset(cast(NamedNode, term(name)) for name in graph.objects(node, SH.targetSubjectsOf)),
        None if path is None else _way(graph, path),
        tuple(_constraints(graph, node)),
        NamedNode(path) if isinstance(path, URIRef) and not OF_MORE.intersection(graph.predicates(node)) else None,
    )


def _constraints(graph: Graph, node: Node) -> Iterator[Holds]:
    for predicate, value in sorted(graph.predicate_objects(node), key=lambda pair: str(pair[0])):
        if predicate in COMPONENTS:
            yield COMPONENTS[predicate](graph, node, value)
        elif predicate not in NO_CONSTRAINT:
            raise Unknown(predicate)


def _way(graph: Graph, path: Node) -> Way:
    if isinstance(path, URIRef):
        name = NamedNode(path)
        return lambda _, fields: fields.get(name, [])
    if (path, RDF.first, None) in graph:
        return _sequence([_way(graph, part) for part in Collection(graph, path)])
    choices = graph.value(path, SH.alternativePath)
    if choices is None or len(list(graph.predicate_objects(path))) != 1:
        raise Unknown(path)
    ways = [_way(graph, part) for part in Collection(graph, choices)]
    return lambda nodes, fields: list(dict.fromkeys(value for way in ways for value in way(nodes, fields)))


def _sequence(ways: Sequence[Way]) -> Way:
    def follow(nodes: Nodes, fields: Fields) -> Values:
        reached = [fields]
        for way in ways[:-1]:
            reached = [nodes[value] for at in reached for value in way(nodes, at) if isinstance(value, NamedNode) and value in nodes]
        return list(dict.fromkeys(value for at in reached for value in ways[-1](nodes, at)))

    return follow


def term(node: Node) -> Term:
    """A term of a graph of shapes as the store library has it."""
    if isinstance(node, URIRef):
        return NamedNode(node)
    if isinstance(node, rdflib.Literal) and node.language is None:
        return Literal(str(node), datatype=NamedNode(node.datatype)) if node.datatype else Literal(str(node))
    raise Unknown(node)


def _min_count(_: Graph, __: Node, least: Node) -> Holds:
    number = int(str(least))
    return lambda _, __, values: len(values) >= number


def _max_count(_: Graph, __: Node, most: Node) -> Holds:
    number = int(str(most))
    return lambda _, __, values: len(values) <= number


def _datatype(_: Graph, __: Node, name: Node) -> Holds:
    datatype = NamedNode(str(name))
    if datatype not in WELL_FORMED:
        raise Unknown(name)
    form = WELL_FORMED[datatype]
    return lambda _, __, values: all(
        isinstance(value, Literal) and value.datatype == datatype and form.fullmatch(value.value) for value in values
    )


def _node_kind(_: Graph, __: Node, kind: Node) -> Holds:
    if kind != SH.IRI:
        raise Unknown(kind)
    return lambda _, __, values: all(isinstance(value, NamedNode) for value in values)


def _class(_: Graph, __: Node, name: Node) -> Holds:
    wanted = NamedNode(str(name))
    return lambda nodes, _, values: all(
        isinstance(value, NamedNode) and value in nodes and wanted in nodes[value].get(type_, ()) for value in values
    )


def _in(graph: Graph, _: Node, head: Node) -> Holds:
    allowed = {term(item) for item in Collection(graph, head)}
    return lambda _, __, values: all(value in allowed for value in values)


def _pattern(graph: Graph, shape: Node, pattern: Node) -> Holds:
    if (shape, SH.flags, None) in graph or not str(pattern).startswith("^"):
        raise Unknown(pattern)
    search = cache_of(re.compile(str(pattern)).search)
    return lambda _, __, values: all(search(value.value) for value in values)


def cache_of(search: Callable[[str], object]) -> Callable[[str], bool]:
    """Whether a pattern is found in a string, kept for the few that come again and again."""
    seen: dict[str, bool] = {}

    def found(words: str) -> bool:
        if words not in seen:
            if len(seen) > 10_000:
                seen.clear()
            seen[words] = search(words) is not None
        return seen[words]

    return found


def _min_length(_: Graph, __: Node, least: Node) -> Holds:
    number = int(str(least))
    return lambda _, __, values: all(len(value.value) >= number for value in values)


def _bound(_: Graph, __: Node, bound: Node, holds: Callable[[Decimal, Decimal], bool]) -> Holds:
    limit = _number(term(bound))
    if limit is None:
        raise Unknown(bound)
    return lambda _, __, values: all((number := _number(value)) is not None and holds(number, limit) for value in values)


def _order(name: Node, holds: Callable[[Decimal, Decimal], bool]) -> Holds:
    other = NamedNode(str(name))

    def ordered(_: Nodes, fields: Fields, values: Values) -> bool:
        mine, others = [_number(v) for v in values], [_number(v) for v in fields.get(other, ())]
        return not (None in mine or None in others) and all(holds(cast(Decimal, a), cast(Decimal, b)) for a in mine for b in others)

    return ordered


def _number(value: Term) -> Decimal | None:
    """The number that a literal certainly is."""
    if not isinstance(value, Literal) or value.datatype not in (INTEGER, DECIMAL):
        return None
    try:
        return Decimal(value.value)
    except InvalidOperation:
        return None


def _node(graph: Graph, _: Node, shape: Node) -> Holds:
    inner = _inner(graph, shape)
    return lambda nodes, _, values: all(inner(nodes, value) for value in values)


def _or(graph: Graph, _: Node, head: Node) -> Holds:
    choices = [_inner(graph, shape) for shape in Collection(graph, head)]
    return lambda nodes, _, values: all(any(inner(nodes, value) for inner in choices) for value in values)


def _inner(graph: Graph, shape: Node) -> Callable[[Nodes, Term], bool]:
    """Whether a value fits a node shape, which is about the value itself."""
    if (shape, SH.path, None) in graph or (shape, SH.property, None) in graph or (shape, SH.severity, None) in graph:
        raise Unknown(shape)
    constraints = tuple(_constraints(graph, shape))

    def fits(nodes: Nodes, value: Term) -> bool:
        fields = nodes.get(value, {}) if isinstance(value, NamedNode) else {}
        return all(holds(nodes, fields, [value]) for holds in constraints)

    return fits


def _closed(graph: Graph, shape: Node, closed: Node) -> Holds:
    ignored = graph.value(shape, SH.ignoredProperties)
    if str(closed) != "true" or ignored is None:
        raise Unknown(closed)
    allowed = {term(name) for name in Collection(graph, ignored)}
    return lambda _, fields, __: fields.keys() <= allowed


COMPONENTS: dict[Node, Callable[[Graph, Node, Node], Holds]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH["class"]: _class,
    SH["in"]: _in,
    SH.pattern: _pattern,
    SH.minLength: _min_length,
    SH.minInclusive: lambda graph, shape, bound: _bound(graph, shape, bound, lambda a, b: a >= b),
    SH.maxInclusive: lambda graph, shape, bound: _bound(graph, shape, bound, lambda a, b: a <= b),
    SH.lessThan: lambda _, __, name: _order(name, lambda a, b: a < b),
    SH.lessThanOrEquals: lambda _, __, name: _order(name, lambda a, b: a <= b),
    SH.node: _node,
    SH["or"]: _or,
    SH.closed: _closed,
}
"""The constraint components that are known, each made into a function."""
