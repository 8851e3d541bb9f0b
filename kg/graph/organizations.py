"""Organizations as bodies that several facts may mention, after the W3C organization ontology."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.facts.organization import Organization
from kg.graph.linking.words import without_country, words
from kg.graph.terms import org, skos, tip, type_
from kg.graph.values import Statement
from kg.vocabulary.iris import ORGANIZATION, hashed


def triples(fact: Organization, node: NamedNode) -> Iterator[Statement]:
    """The body that a fact mentions; its names in this document are labels, the one to show is derived over all documents."""
    if fact.name is None:
        return
    body = organization_node(fact.name, fact.country)
    yield node, tip("organization"), body
    yield body, type_, org("Organization")
    for name in filter(None, (fact.name, fact.acronym)):
        yield body, skos("altLabel"), Literal(name)


def organization_node(name: str, country: str | None) -> NamedNode:
    """The node of a body: one for each normalized name and country."""
    return NamedNode(hashed(ORGANIZATION, normalized(name, country), country or ""))


def normalized(name: str, country: str | None = None) -> str:
    """A name without what may differ between mentions of one body: case, spelling, common words, its own country before it.

    >>> normalized("The  Lao Women’s Union", "LAO"), normalized("Women's Union", "LAO")
    ('women union', 'women union')
    """
    return " ".join(without_country(words(name), country)) or " ".join(name.casefold().split())
