"""Every shape has data that passes and data that fails, and the failing data fails for that reason alone.

The data that passes has one fact of each kind with every field; the data that fails is made from it, one change for
each constraint of each shape that has a target.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyshacl
import pytest
from rdflib import OWL, RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.facts.kinds import KINDS
from kg.graph import shacl
from kg.graph.mapping import quads
from kg.graph.shapes.files import files
from kg.graph.shapes.rules import NONE, RULES
from kg.graph.tellings import form
from kg.resources import folder
from kg.vocabulary.iris import BASE, OA, PROV, QB, RDFS, SHAPE, SKOS, TIP, camel
from tests.graph.made import ACTIVITY, document, examples

TARGETED = (SH.targetClass, SH.targetSubjectsOf)

CONSTRAINTS = (
    SH.minCount,
    SH.maxCount,
    SH.datatype,
    SH.minLength,
    SH.minInclusive,
    SH.maxInclusive,
    SH.pattern,
    SH["in"],
    SH["class"],
    SH.node,
    SH["or"],
    SH.lessThan,
    SH.lessThanOrEquals,
    SH.closed,
)

NAMES = {kind.kind.term: kind.kind.name for kind in KINDS}

OTHER = Literal("x", datatype=XSD.anyURI)
NOTHING = URIRef("https://example.org/nothing")


class Case(NamedTuple):
    """One constraint of one shape."""

    shape: URIRef
    constraint: URIRef


@cache
def shapes() -> Graph:
    return shacl.shapes()


def cases() -> Iterator[Case]:
    targeted = {shape for target in TARGETED for shape in shapes().subjects(target)}
    for shape in sorted(targeted, key=str):
        for constraint in CONSTRAINTS:
            if (shape, constraint, None) in shapes():
                yield Case(URIRef(str(shape)), constraint)


def valid() -> Graph:
    """Two documents, of which one has a fact of each kind with every field, and a copy of that one."""
    other, copy = document("THA-2012", country="THA", year=2012), document("LAO-2011-copy")
    told = form(copy.id, set(quads(copy, examples(copy.id), ACTIVITY)), "LAO-2011").graph
    return shacl.graph([*quads(document(), examples(), ACTIVITY), *quads(other, [], ACTIVITY), *told])


def path_of(shape: Node) -> list[URIRef]:
    """The properties of a shape's path, of which the last leads to the value."""
    path = shapes().value(shape, SH.path)
    assert path is not None
    several = shapes().value(path, SH.alternativePath) or path
    parts = list(Collection(shapes(), several)) if (several, RDF.first, None) in shapes() else [several]
    return [URIRef(str(part)) for part in parts]


def focus_of(data: Graph, shape: Node) -> URIRef:
    """A node that the shape looks at; a flow for what every fact has."""
    classes = sorted(shapes().objects(shape, SH.targetClass), key=lambda c: (c != URIRef(TIP + "Flow"), str(c)))
    found = sorted(data.subjects(RDF.type, classes[0]), key=str)
    path = path_of(shape)[0] if (shape, SH.path, None) in shapes() else RDF.type
    named = [n for n in found if not str(n).endswith("THA-2012") and (n, path, None) in data]
    return URIRef(str(named[0]))


def change(data: Graph, case: Case) -> None:
    """Make the data fail the constraint."""
    focus = focus_of(data, case.shape)
    if case.constraint == SH.closed:
        data.add((focus, URIRef(TIP + "unheardOf"), Literal("x")))
        return
    path = path_of(case.shape)
    alternatives = shapes().value(shapes().value(case.shape, SH.path), SH.alternativePath) is not None
    holders = [focus] if alternatives or len(path) == 1 else list(data.objects(focus, path[0]))
    properties = path if alternatives else path[-1:]
    held = [(s, p, o) for s in holders for p in properties for o in data.objects(s, p)]
    limit = shapes().value(case.shape, case.constraint)
    if case.constraint == SH.minCount and int(str(limit)) == 2 and properties[0] == RDF.type:
        data.remove((focus, RDF.type, URIRef(TIP + "Fact")))
    elif case.constraint == SH.minCount:
        for triple in held[int(str(limit)) - 1 :]:
            data.remove(triple)
    elif case.constraint == SH.maxCount and not held:
        data.add(
            (holders[0], properties[0], next(node for node in data.subjects(RDF.type, URIRef(TIP + "Document")) if node != holders[0]))
        )
    elif case.constraint == SH.maxCount:
        data.add((held[0][0], held[0][1], another(data, case.shape, held[0])))
    else:
        value = wrong(data, case, focus)
        free(data, case.shape, focus)
        data.remove(held[0])
        data.add((held[0][0], held[0][1], value))


def free(data: Graph, shape: Node, focus: URIRef) -> None:
    """Take away the other end of a range, lest the change of one end break the rule on both."""
    kind = str(shape).removeprefix(SHAPE).split("-")[0]
    for low, high in RULES.get(NAMES.get(kind, ""), NONE).ranges:
        ends = {URIRef(TIP + camel(name)) for name in (low, high)}
        for end in ends - {shapes().value(shape, SH.path)}:
            if ends & set(path_of(shape)) and not str(shape).endswith("NotAbove"):
                data.remove((focus, end, None))


def another(data: Graph, shape: Node, triple: tuple[Node, Node, Node]) -> Node:
    """A second value that is as good as the first."""
    value = triple[2]
    allowed = shapes().value(shape, SH["in"])
    if allowed is not None:
        return next(item for item in Collection(shapes(), allowed) if item != value)
    kind = shapes().value(shape, SH["class"])
    if kind is not None:
        return next(node for node in data.subjects(RDF.type, kind) if node != value)
    if isinstance(value, URIRef):
        return URIRef(BASE + ("place/VNM" if str(value) != BASE + "place/VNM" else "place/KHM"))
    assert isinstance(value, Literal)
    if value.datatype == XSD.boolean:
        return Literal("false" if str(value) == "true" else "true", datatype=XSD.boolean)
    if value.datatype == XSD.integer:
        return Literal(str(int(value) - 1), datatype=XSD.integer)
    if len(str(value)) == 64:
        return Literal(str(value)[::-1] if str(value) != str(value)[::-1] else "1" * 64)
    return Literal({"2010": "2011", "USD": "EUR", "2018/2022": "2019"}.get(str(value), str(value) + " too"))


def wrong(data: Graph, case: Case, focus: URIRef) -> Node:
    """A value that fails the constraint and, where that can be, no other of the shape."""
    if case.constraint in (SH.minInclusive, SH.maxInclusive):
        limit = int(str(shapes().value(case.shape, case.constraint)))
        return Literal(str(limit + (1 if case.constraint == SH.maxInclusive else -1)), datatype=XSD.integer)
    if case.constraint in (SH.lessThan, SH.lessThanOrEquals):
        bound = data.value(focus, shapes().value(case.shape, case.constraint))
        return Literal(str(int(str(bound)) + 1), datatype=XSD.integer)
    if case.constraint == SH.minLength:
        return Literal("")
    if case.constraint == SH.datatype:
        whole = shapes().value(case.shape, SH.datatype) == XSD.integer
        return Literal("999999.5", datatype=XSD.decimal) if whole else OTHER
    return Literal("not so") if case.constraint == SH.pattern else NOTHING


def failing(data: Graph) -> set[str]:
    return {str(result.shape).removeprefix(SHAPE) for result in shacl.results(data)}


def test_the_valid_data_gives_no_result_of_any_severity() -> None:
    assert shacl.results(valid()) == []


IMPLIED = {("Collaboration-actors", SH.minCount): {"Collaboration-actorsTwo"}}
"""A constraint that cannot fail without another: who has no actor has not two."""


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.shape.rsplit('/', 1)[1]} {case.constraint.rsplit('#', 1)[1]}")
def test_the_failing_data_fails_for_that_reason_alone(case: Case) -> None:
    data = valid()
    change(data, case)
    name = case.shape.removeprefix(SHAPE)
    assert failing(data) == {name} | IMPLIED.get((name, case.constraint), set())


def test_the_number_of_constraints_that_are_tried_is_known() -> None:
    assert len(list(cases())) == 304


def test_every_constraint_that_the_shapes_use_is_tried() -> None:
    other = {SH.path, SH.message, SH.severity, SH.property, SH.ignoredProperties, SH.alternativePath, SH.nodeKind, *TARGETED}
    used = {p for p in shapes().predicates() if str(p).startswith(str(SH))}
    assert used - other == set(CONSTRAINTS)


def test_the_shapes_are_well_formed_by_the_shapes_of_shacl() -> None:
    conforms, _, text = pyshacl.validate(valid(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_every_shape_with_a_target_says_in_a_sentence_what_must_hold() -> None:
    for case in cases():
        (message,) = shapes().objects(case.shape, SH.message)
        assert isinstance(message, Literal)
        assert message.language == "en"
        assert str(message)[0].isupper()
        assert str(message).endswith(".")


def test_the_files_are_what_the_declarations_give() -> None:
    kept = {path.relative_to(folder("shapes")).as_posix(): path.read_text(encoding="utf-8") for path in folder("shapes").rglob("*.ttl")}
    assert kept == files()


def test_every_file_is_a_versioned_ontology_of_its_own() -> None:
    for path in folder("shapes").glob("*.ttl"):
        found = Graph().parse(path)
        (ontology,) = found.subjects(RDF.type, OWL.Ontology)
        assert str(ontology) == f"{BASE}shapes/{path.stem}"
        (version,) = found.objects(ontology, OWL.versionInfo)
        assert found.value(ontology, OWL.versionIRI) == URIRef(f"{ontology}/{version}")


def test_the_properties_of_other_vocabularies_are_named_as_the_mapping_names_them() -> None:
    paths = {str(p) for shape in {case.shape for case in cases()} if (shape, SH.path, None) in shapes() for p in path_of(shape)}
    foreign = {path for path in paths if not path.startswith(TIP)}
    assert foreign <= {str(p) for p in valid().predicates()}
    assert {OA, PROV, RDFS, SKOS} <= {path.rsplit("/" if "#" not in path else "#", 1)[0] + "#" for path in foreign if "#" in path}
    assert QB + "dataSet" in {str(p) for p in valid().predicates()}


def test_the_shapes_need_no_vocabulary_beside_them(tmp_path: Path) -> None:
    everything = tmp_path / "shapes.ttl"
    everything.write_text("\n".join(files().values()), encoding="utf-8")
    conforms, _, text = pyshacl.validate(valid(), shacl_graph=str(everything))
    assert conforms, text
