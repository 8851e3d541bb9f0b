"""The ontology: every term used is defined, every definition is whole, and nothing contradicts itself."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics  # type: ignore[import-untyped]
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, QB
from rdflib.term import Node

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, declared
from kg.facts.values import Token
from kg.graph import shacl, tellings
from kg.graph.mapping import quads
from kg.graph.ontology.files import files
from kg.graph.store import open_store
from kg.resources import folder
from kg.vocabulary.iris import BASE, GRAPH, OA, TELLINGS, TIP, camel, place_iri, token_iri
from kg.vocabulary.places import places, regions
from kg.vocabulary.schemes import concepts, schemes
from tests.graph.made import ACTIVITY, document, example, examples, put, quoted

ENTITIES = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


@cache
def ontology() -> Graph:
    found = Graph()
    for path in sorted(folder("ontology").rglob("*.ttl")):
        found.parse(path, format="turtle")
    return found


def terms() -> list[URIRef]:
    """The classes and properties of the project."""
    found = {s for kind in ENTITIES for s in ontology().subjects(RDF.type, kind) if str(s).startswith(TIP)}
    return sorted((URIRef(str(s)) for s in found), key=str)


def mentioned(graph: Graph) -> set[str]:
    """The terms of the project's ontology that a graph uses anywhere."""
    return {str(term) for triple in graph for term in triple if isinstance(term, URIRef) and str(term).startswith(TIP)}


def store_graph(tmp_path: Path) -> Graph:
    """Everything that a store holds, its derived graphs and catalogue included: two years with links, a copy, a year yet to be linked."""
    ranking, figure, advice = (
        next(kind for kind in KINDS if kind.kind.name == name) for name in ("tier_ranking", "statistic", "recommendation")
    )
    first = [
        *examples(),
        example(figure, measure="arrests", value=1, comparator=None),
        example(advice, evidence=(quoted("Train police."),)),
    ]
    second = [*examples("LAO-2012"), example(figure, "LAO-2012", measure="arrests", value=2, comparator=None)]
    second.append(example(ranking, "LAO-2012", tier="3", year=2012))
    with open_store(tmp_path / "s", write=True) as store:
        put(store, document(), first)
        put(store, document("LAO-2012", year=2012), second)
        store.link()
        put(store, document("LAO-2013", year=2013), examples("LAO-2013"))
        put(store, document("LAO-2013-copy", year=2013), examples("LAO-2013-copy"))
        store.oxigraph.extend(tellings.marks([NamedNode(TELLINGS + "LAO-2013-tip")]))
        return shacl.graph(store.oxigraph)


def test_the_files_are_what_the_declarations_and_tables_give() -> None:
    kept = {p.relative_to(folder("ontology")).as_posix(): p.read_text(encoding="utf-8") for p in folder("ontology").rglob("*.ttl")}
    assert kept == files()


def test_every_term_that_the_graph_uses_is_defined(tmp_path: Path) -> None:
    assert mentioned(store_graph(tmp_path)) <= {str(term) for term in terms()}


def test_every_term_that_the_shapes_use_is_defined() -> None:
    assert mentioned(shacl.shapes()) <= {str(term) for term in terms()}


def test_every_defined_term_is_used_in_the_graph_or_in_the_vocabularies(tmp_path: Path) -> None:
    used = mentioned(store_graph(tmp_path))
    in_vocabularies = {str(t) for s, p, o in ontology() if not str(s).startswith(TIP) for t in (p, o)}
    abstract = {TIP + "Place"}
    assert {str(term) for term in terms()} - used - in_vocabularies - abstract == set()


def test_every_term_that_the_ontology_mentions_is_defined() -> None:
    assert mentioned(ontology()) == {str(term) for term in terms()}


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.removeprefix(TIP))
def test_a_term_has_a_label_a_definition_an_example_and_a_module(term: URIRef) -> None:
    for said in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
        assert len(list(ontology().objects(term, said))) == 1
    (module,) = ontology().objects(term, RDFS.isDefinedBy)
    assert (module, RDF.type, OWL.Ontology) in ontology()


def test_no_two_terms_have_one_label() -> None:
    labels = Counter(str(label).casefold() for term in terms() for label in ontology().objects(term, RDFS.label))
    assert [label for label, n in labels.items() if n > 1] == []


def test_no_two_concepts_of_a_scheme_have_one_label() -> None:
    held = ontology().subject_objects(SKOS.inScheme)
    labels = Counter((scheme, str(ontology().value(concept, SKOS.prefLabel)).casefold()) for concept, scheme in held)
    assert [label for label, n in labels.items() if n > 1] == []


KNOWN = {str(DCTERMS): DCTERMS, str(PROV): PROV, str(ORG): ORG, str(QB): QB, str(SKOS): SKOS}


def test_the_terms_of_other_vocabularies_exist_there() -> None:
    found = {str(t) for triple in ontology() for t in triple if isinstance(t, URIRef) and str(t).startswith(tuple(KNOWN))}
    assert len(found) > 20
    assert [term for term in found if not any(namespace.__contains__(term) for namespace in KNOWN.values())] == []


def test_every_kind_has_a_class_and_every_field_a_property() -> None:
    assert {str(c) for c in ontology().subjects(RDFS.subClassOf, URIRef(TIP + "Fact"))} == {TIP + kind.kind.term for kind in KINDS}
    fields = {TIP + camel(name) for kind in KINDS for name in (*declared(kind), *COMMON)}
    assert fields <= {str(term) for term in terms()}


def test_a_property_of_one_kind_has_that_kind_as_its_domain() -> None:
    assert ontology().value(URIRef(TIP + "sectors"), RDFS.domain) == URIRef(TIP + "Flow")
    assert ontology().value(URIRef(TIP + "victims"), RDFS.domain) == URIRef(TIP + "Fact")
    assert ontology().value(URIRef(TIP + "country"), RDFS.domain) is None


def test_a_property_whose_values_are_of_several_sorts_has_no_range() -> None:
    for name in ("value", "actor", "parties", "place"):
        assert (URIRef(TIP + name), RDF.type, RDF.Property) in ontology()
        assert ontology().value(URIRef(TIP + name), RDFS.range) is None


@pytest.mark.parametrize("scheme", schemes())
def test_a_scheme_holds_the_concepts_of_its_table(scheme: str) -> None:
    held = {
        (str(c), str(ontology().value(c, SKOS.prefLabel)), str(ontology().value(c, SKOS.definition)))
        for c in ontology().subjects(SKOS.inScheme, URIRef(BASE + scheme))
    }
    assert held == {(token_iri(scheme, c.token), c.label, c.definition) for c in concepts(scheme)}


def test_every_scheme_that_a_field_names_has_a_table() -> None:
    named = {v.type.scheme for kind in KINDS for v in (*declared(kind).values(), *COMMON.values()) if isinstance(v.type, Token)}
    assert named | {"party"} == set(schemes())


def test_places_are_matched_to_the_country_authority_of_the_european_union() -> None:
    authority = "http://publications.europa.eu/resource/authority/country/"
    matched = {str(s): str(o) for s, o in ontology().subject_objects(SKOS.exactMatch) if str(o).startswith(authority)}
    codes = [place.code for place in places() if not place.code.startswith("X")]
    assert matched == {place_iri(code): authority + code for code in codes}
    assert {str(s) for s in ontology().subjects(RDF.type, URIRef(TIP + "Region"))} == {place_iri(r.code) for r in regions()}


def test_vocabularies_are_matched_to_values_of_the_case_data_standard() -> None:
    matches = {
        p: {(str(s), str(o)) for s, o in ontology().subject_objects(p)} for p in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)
    }
    assert (token_iri("means", "confiscated_documents"), BASE + "htcds/MethodsOfControl.WithholdsDocuments") in matches[SKOS.closeMatch]
    assert (token_iri("sectors", "herding"), BASE + "htcds/LabourIndustry.A_AgricultureForestryAndFishing") in matches[SKOS.broadMatch]
    related = {(str(s), str(o)) for s, o in ontology().subject_objects(SKOS.relatedMatch)}
    matched = {o for found in (*matches.values(), related) for _, o in found}
    assert matched == {str(c) for c in ontology().subjects(SKOS.inScheme, URIRef(BASE + "htcds"))}


def test_no_class_or_property_is_below_itself() -> None:
    for relation in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader):
        for node in set(ontology().subjects(relation)):
            above = set(ontology().transitive_objects(node, relation)) - {node}
            assert node not in {parent for upper in above for parent in ontology().objects(upper, relation)}


def test_the_root_imports_every_module() -> None:
    root = URIRef(BASE + "module/tip-kg")
    modules = {o for o in ontology().subjects(RDF.type, OWL.Ontology) if o != root}
    assert set(ontology().objects(root, OWL.imports)) == modules
    assert len(modules) == len(files()) - 1


def test_every_module_has_a_version() -> None:
    for module in ontology().subjects(RDF.type, OWL.Ontology):
        version = ontology().value(module, OWL.versionInfo)
        assert ontology().value(module, OWL.versionIRI) == URIRef(f"{module}/{version}")


def terms_alone() -> Graph:
    """The ontology without the vocabularies, whose thousands of labels say nothing to a reasoner."""
    found = Graph()
    for path in sorted(folder("ontology").glob("*.ttl")):
        found.parse(path, format="turtle")
    return found


def errors_of(graph: Graph) -> list[Node]:
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return list(graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))


def test_the_ontology_with_a_fact_of_each_kind_is_consistent_under_owl_rl() -> None:
    graph = terms_alone() + shacl.graph(quads(document(), examples(), ACTIVITY))
    assert errors_of(graph) == []


def test_a_fact_of_two_kinds_is_inconsistent_under_owl_rl() -> None:
    graph = terms_alone()
    for name in ("Flow", "Law"):
        graph.add((URIRef(BASE + "fact/x"), RDF.type, URIRef(TIP + name)))
    assert errors_of(graph) != []


def test_the_ontology_entails_that_a_flow_is_a_fact_and_an_entity() -> None:
    graph = terms_alone()
    node = URIRef(BASE + "fact/x")
    graph.add((node, RDF.type, URIRef(TIP + "Flow")))
    assert errors_of(graph) == []
    assert {(node, RDF.type, c) in graph for c in (URIRef(TIP + "Fact"), PROV.Entity)} == {True}


def test_statistics_are_described_as_a_data_cube() -> None:
    (structure,) = ontology().objects(URIRef(BASE + "dataset/statistics"), QB.structure)
    roles = {
        role: {str(o).removeprefix(TIP) for c in ontology().objects(structure, QB.component) for o in ontology().objects(c, role)}
        for role in (QB.measure, QB.attribute, QB.dimension)
    }
    assert roles == {
        QB.measure: {"value", "min", "max"},
        QB.attribute: {"comparator", "unit", "place"},
        QB.dimension: {"doc", "period", "measure", "actor", "exploitation", "victims", "nationality"},
    }


def test_no_iri_of_the_data_is_one_of_a_module() -> None:
    assert not any(str(m).startswith((GRAPH, TIP)) for m in ontology().subjects(RDF.type, OWL.Ontology))
    assert OA.endswith("#")
    assert (None, SH.path, None) not in ontology()
    assert all(isinstance(label, Literal) for label in ontology().objects(None, RDFS.label))
