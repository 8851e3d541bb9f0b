"""Shortcuts and shown names follow from the facts of all documents."""

from pathlib import Path
from typing import Any

import pytest

from kg.facts.country_role import CountryRole
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.graph.query import select
from kg.graph.store import Store, open_store
from tests.graph.made import document, filled, flow, put, quoted

SHORTCUTS = "SELECT ?s ?p ?o { GRAPH <https://w3id.org/tip-kg/derived/shortcuts> { ?s ?p ?o } }"
NAMES = "SELECT ?name { GRAPH <https://w3id.org/tip-kg/derived/names> { ?body skos:prefLabel ?name } } ORDER BY ?name"


def shortcuts(store: Store | Path) -> set[tuple[str, ...]]:
    return {tuple(iri.rsplit("/", 1)[1] for iri in row.values()) for row in select(store, SHORTCUTS)}


def names(store: Store) -> list[str]:
    if store.writable:
        store.link()
    return [row["name"] for row in select(store, NAMES)]


def union(name: str, doc: str, **fields: Any) -> Organization:
    return Organization(doc=doc, name=name, evidence=(quoted("Women’s Union"),), **fields)


def test_a_stated_flow_gives_shortcuts_to_the_destination_and_through_the_way(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", (document(), [flow("VNM", "THA", via=("LAO", "MMR"))]))
    assert shortcuts(path) == {("VNM", "traffickedTo", "THA"), ("VNM", "traffickedThrough", "LAO"), ("VNM", "traffickedThrough", "MMR")}


def test_a_stated_role_gives_a_shortcut(tmp_path: Path) -> None:
    role = CountryRole(doc="LAO-2011", country="LAO", role="source", evidence=(quoted("Laos"),))
    assert shortcuts(filled(tmp_path / "s", (document(), [role]))) == {("LAO", "hasRole", "source")}


@pytest.mark.parametrize("doubt", [{"polarity": "negated"}, {"certainty": "possible"}, {"certainty": "reported"}, {"destination": None}])
def test_what_is_denied_doubtful_or_open_ended_gives_no_shortcut(tmp_path: Path, doubt: dict[str, Any]) -> None:
    assert shortcuts(filled(tmp_path / "s", (document(), [flow(**doubt)]))) == set()


def test_a_shortcut_stays_as_long_as_one_document_supports_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        for name in "AB":
            put(store, document(name), [flow(doc=name)])
        expected = {("LAO", "traffickedTo", "THA")}
        store.remove("A")
        assert shortcuts(store) == expected
        put(store, document("B"), [flow(doc="B", certainty="possible")])
        assert shortcuts(store) == set()


def test_two_flows_of_one_document_support_one_shortcut(tmp_path: Path) -> None:
    denied: list[Fact] = [flow(), flow(polarity="negated")]
    assert shortcuts(filled(tmp_path / "s", (document(), denied))) == {("LAO", "traffickedTo", "THA")}


def test_the_name_to_show_is_that_of_most_documents(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        shown = ("Lao Women's Union", "the Lao Women’s Union", "the Lao Women’s Union")
        for year, (doc, name) in enumerate(zip("ABC", shown, strict=True), 2011):
            put(store, document(doc, year=year), [union(name, doc)])
        assert names(store) == ["the Lao Women’s Union"]
        store.remove("C")
        assert names(store) == ["Lao Women's Union"], "of equally frequent names the first in the alphabet"
        store.remove("A")
        store.remove("B")
        assert names(store) == []


def test_bodies_of_different_countries_are_different(tmp_path: Path) -> None:
    facts = [(document(c, country=c), [union("Ministry of Labor", c, country=c)]) for c in ("LAO", "THA")]
    with open_store(filled(tmp_path / "s", *facts), write=False) as store:
        assert names(store) == ["Ministry of Labor", "Ministry of Labor"]
