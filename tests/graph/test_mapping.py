"""Documents and facts as RDF, and back."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kg.facts.kinds import KINDS
from kg.facts.model import Evidence, Fact
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.graph.mapping import fact_node, facts_of, quads
from kg.graph.recall import facts_in
from kg.graph.store import open_store
from kg.graph.stored import stored_document
from kg.vocabulary.iris import TIP
from tests.graph.made import ACTIVITY, TEXT, document, example, examples, fact_lists, facts_of_kind, filled, flow, quoted


def through_a_store(found: Iterable[Quad]) -> Store:
    """The quads as a store gives them back, written as SPARQL as the store on disk gets them."""
    store = Store()
    words = " ".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in found)
    store.update(f"INSERT DATA {{ {words} }}")
    return store


def lines_about(found: Iterable[Quad], node: NamedNode) -> list[str]:
    return sorted(f"{q.predicate} {q.object}".replace(TIP, "tip:") for q in found if q.subject == node)


@given(fact_lists("LAO-2011"))
def test_facts_of_all_kinds_read_back_as_they_went_in(facts: list[Fact]) -> None:
    store = through_a_store(quads(document(), facts, ACTIVITY))
    assert dict(facts_in(store)) == {fact_node(fact).value: fact for fact in facts}


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_with_every_field_reads_back_as_it_went_in(kind: type[Fact]) -> None:
    fact = example(kind)
    assert facts_in(through_a_store(quads(document(), [fact], ACTIVITY))) == [(fact_node(fact).value, fact)]


@given(st.sampled_from(KINDS).flatmap(lambda kind: facts_of_kind(kind, "d", TEXT)))
def test_a_quad_read_from_a_store_is_the_one_that_was_put_there(fact: Fact) -> None:
    went_in = set(quads(document("d"), [fact], ACTIVITY))
    assert set(through_a_store(went_in)) == went_in


@given(fact_lists("LAO-2011"))
def test_the_order_of_facts_does_not_change_the_graph(facts: list[Fact]) -> None:
    assert set(quads(document(), facts, ACTIVITY)) == set(quads(document(), facts[::-1], ACTIVITY))


def test_each_quad_comes_once() -> None:
    found = list(quads(document(), [flow(), flow("VNM")], ACTIVITY))
    assert len(found) == len(set(found))


def test_no_node_is_blank_and_no_other_graph_is_touched() -> None:
    found = list(quads(document(), examples(), ACTIVITY))
    assert {type(q.subject).__name__ for q in found} == {"NamedNode"}
    assert {type(q.object).__name__ for q in found} == {"NamedNode", "Literal"}
    assert {q.graph_name for q in found} == {NamedNode("https://w3id.org/tip-kg/graph/LAO-2011")}


def test_a_flow_is_a_node_with_a_property_for_each_field() -> None:
    fact = flow(via=("MMR",), victims=("women",), from_place=("Savannakhet",))
    found = list(quads(document(), [fact], ACTIVITY))
    base = "<https://w3id.org/tip-kg/"
    (activity,) = {str(q.object) for q in found if q.predicate.value.endswith("wasGeneratedBy")}
    (evidence,) = {str(q.object) for q in found if q.predicate.value == TIP + "evidence"}
    assert lines_about(found, fact_node(fact)) == sorted(
        [
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <tip:Fact>",
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <tip:Flow>",
            f"<http://www.w3.org/ns/prov#wasGeneratedBy> {activity}",
            f"<tip:certainty> {base}certainty/stated>",
            f"<tip:destination> {base}place/THA>",
            f"<tip:doc> {base}document/LAO-2011>",
            f"<tip:evidence> {evidence}",
            '<tip:fromPlace> "Savannakhet"',
            f"<tip:origin> {base}place/LAO>",
            f"<tip:polarity> {base}polarity/affirmed>",
            f"<tip:via> {base}place/MMR>",
            f"<tip:victims> {base}victims/women>",
        ]
    )


def test_evidence_has_a_position_and_a_quotation_with_its_context() -> None:
    found = list(quads(document(), [flow()], ACTIVITY))
    (node,) = {q.object for q in found if q.predicate.value == TIP + "evidence"}
    assert isinstance(node, NamedNode)
    about = [lines_about(found, NamedNode(node.value + part)) for part in ("", "-position", "-quote")]
    oa, kind = "<http://www.w3.org/ns/oa#", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    whole = '"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert about == [
        sorted(
            [
                f"{kind} {oa}SpecificResource>",
                f"{oa}hasSelector> <{node.value}-position>",
                f"{oa}hasSelector> <{node.value}-quote>",
                f"{oa}hasSource> <https://w3id.org/tip-kg/document/LAO-2011>",
            ]
        ),
        sorted([f"{kind} {oa}TextPositionSelector>", f'{oa}start> "36{whole}', f'{oa}end> "87{whole}']),
        sorted(
            [
                f"{kind} {oa}TextQuoteSelector>",
                f'{oa}exact> "Lao women are trafficked to Thailand through Burma."',
                f'{oa}prefix> "s a source country for women. "',
                f'{oa}suffix> " Authorities did not report co"',
            ]
        ),
    ]


def test_a_statistic_is_an_observation_of_the_data_cube() -> None:
    fact = Statistic(doc="LAO-2011", measure="convictions", value=0, evidence=(quoted("none"),))
    found = [line for line in lines_about(quads(document(), [fact], ACTIVITY), fact_node(fact)) if "cube#" in line or "value" in line]
    assert found == [
        "<http://purl.org/linked-data/cube#dataSet> <https://w3id.org/tip-kg/dataset/statistics>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/linked-data/cube#Observation>",
        '<tip:value> "0"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]


def test_a_recommendation_is_told_by_its_words_and_not_by_its_place() -> None:
    here, there = (Recommendation(doc="d", evidence=(Evidence(s, s + 13, q),)) for s, q in ((3, "Train  police"), (50, "train police")))
    assert fact_node(here) == fact_node(there)


def test_the_iri_of_a_fact_stays_from_version_to_version() -> None:
    assert fact_node(flow()).value == "https://w3id.org/tip-kg/fact/fbea523bd331c90531b5"


def test_two_facts_with_one_identity_are_refused() -> None:
    with pytest.raises(ValueError, match="two facts with one identity"):
        list(quads(document(), [flow(), flow(victims=("men",))], ACTIVITY))


def test_a_fact_of_another_document_is_refused() -> None:
    with pytest.raises(ValueError, match="the document 'other' is given with the document 'LAO-2011'"):
        list(quads(document(), [flow(doc="other")], ACTIVITY))


def test_a_document_reads_back_as_it_went_in() -> None:
    found = stored_document(quads(document(), [], ACTIVITY))
    assert found is not None
    it = document()
    assert (found.id, found.text, found.country, found.year, found.tier, found.sections, found.title, found.source, found.media_type) == (
        it.id,
        it.text,
        it.country,
        it.year,
        it.tier,
        it.sections,
        it.title,
        it.source,
        it.media_type,
    )


def test_a_document_may_be_stored_without_its_text() -> None:
    found = stored_document(quads(document(), [], ACTIVITY, with_text=False))
    assert found is not None
    assert (found.text, found.sha256) == (None, sha256(TEXT.encode()).hexdigest())


def test_facts_of_a_store_come_document_by_document_in_the_order_of_the_text(tmp_path: Path) -> None:
    late = Statistic(doc="B", measure="convictions", value=0, evidence=(quoted("none"),))
    path = filled(tmp_path / "s", (document("B", year=2012), [late, flow(doc="B")]), (document("A"), [flow(doc="A")]))
    with open_store(path, write=False) as store:
        assert [fact for _, fact in facts_of(store)] == [flow(doc="A"), flow(doc="B"), late]
        assert [fact for _, fact in facts_of(store, "A")] == [flow(doc="A")]
