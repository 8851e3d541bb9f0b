"""The quick look says of a graph what pyshacl says of it, over all data that passes and all that fails."""

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import Graph, URIRef

from kg.graph import quotes, shacl
from kg.graph.conformance import Unknown, compile_shapes, compiled, conforms
from kg.graph.mapping import quads
from kg.graph.nodes import gathered
from kg.vocabulary.iris import TIP
from tests.graph.made import ACTIVITY, document, examples
from tests.shapes.test_shapes import Case, cases, change, valid

CASES = list(cases())
SAID = list(quads(document(), examples(), ACTIVITY))
GRAPH = SAID[0].graph_name


def as_quads(data: Graph) -> list[Quad]:
    """An rdflib graph as the store library has it; a string keeps no datatype, as in the mapping."""
    text = data.serialize(format="nt").encode()
    return [Quad(t.subject, t.predicate, t.object, GRAPH) for t in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]


def found(said: Iterable[Quad]) -> list[shacl.Result]:
    """All that the reference finds."""
    data = shacl.graph(said)
    return [*shacl.results(data), *quotes.results(data)]


def quick(said: Iterable[Quad]) -> bool:
    nodes = gathered(said)
    return conforms(nodes) and quotes.agree(nodes)


def test_all_shapes_are_known() -> None:
    assert compiled() is not None
    assert len(CASES) >= 300


def test_what_passes_passes() -> None:
    assert (quick(SAID), found(SAID)) == (True, [])
    assert quick(as_quads(valid()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.shape.split('/')[-1]}-{case.constraint.split('#')[-1]}")
def test_what_fails_fails(case: Case) -> None:
    data = valid()
    change(data, case)
    assert not quick(as_quads(data))


@pytest.mark.parametrize("with_text", [True, False])
@pytest.mark.parametrize("year", [2011, None])
def test_warnings_and_infos_are_no_conformance(with_text: bool, year: int | None) -> None:
    said = list(quads(document(year=year), examples(), ACTIVITY, with_text=with_text))
    assert quick(said) == (found(said) == []) == (with_text and year is not None)


def test_a_quotation_that_is_not_in_the_text_is_seen() -> None:
    text = next(quad for quad in SAID if quad.predicate.value == TIP + "text")
    longer = Quad(text.subject, text.predicate, Literal("Yes. " + cast(Literal, text.object).value), GRAPH)
    said = [longer if quad == text else quad for quad in SAID]
    assert not quick(said)
    assert {str(result.shape).rsplit("/", 1)[-1] for result in found(said)} == {"QuoteInText", "TextAsRead"}


VALUES = st.sampled_from([quad.object for quad in SAID]) | st.builds(Literal, st.text(max_size=3) | st.integers(-2, 3000))


@settings(max_examples=25, deadline=None)
@given(
    places=st.lists(st.integers(0, len(SAID) - 1), min_size=1, max_size=3),
    values=st.lists(VALUES, min_size=3, max_size=3),
    add=st.booleans(),
)
def test_what_was_changed_anywhere_is_judged_as_pyshacl_does(places: list[int], values: list[Literal | NamedNode], add: bool) -> None:
    said = list(SAID)
    for place, value in zip(places, values, strict=False):
        old = SAID[place]
        new = Quad(old.subject, old.predicate, value, GRAPH)
        said = [*said, new] if add else [new if quad == old else quad for quad in said]
    said = list(dict.fromkeys(said))
    if quick(said):
        assert found(said) == []


def test_a_shape_with_another_constraint_is_not_known() -> None:
    shapes = Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; sh:disjoint <urn:p> .",
        format="turtle",
    )
    assert (URIRef("urn:s"), None, None) in shapes
    with pytest.raises(Unknown):
        compile_shapes(shapes)
