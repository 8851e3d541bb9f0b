"""The classes of the kinds of fact and the properties of their fields, from the declarations."""

from collections.abc import Iterator

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, Fact, declared
from kg.facts.values import Token, Value
from kg.graph.ontology.terms import ANY, CLASS, DATA, OBJECT, Term
from kg.graph.turtle import Block, block, listed
from kg.vocabulary.iris import BASE, camel

OF_DOCUMENTS = {
    "country": "The country that the document is about.",
    "year": "The year of the report.",
    "tier": "The tier that the document’s header names.",
}
"""Fields of facts whose properties a document has too."""

RANGES = {
    "text": "xsd:string",
    "integer": "xsd:integer",
    "number": "xsd:decimal",
    "year": "xsd:integer",
    "boolean": "xsd:boolean",
    "place": "tip:Place",
    "token": "skos:Concept",
}
"""The range of each type of value; a party has none, for it is a place, a concept or a name."""

SORTS = {"place": OBJECT, "token": OBJECT, "party": ANY}


def kinds() -> Iterator[Term]:
    """The class of all facts, and one class a kind."""
    yield Term(
        "Fact",
        CLASS,
        "Fact",
        "One thing that a document says, with the words that say it.",
        "fact:fbea523bd331c90531b5",
        (("rdfs:subClassOf", "prov:Entity"),),
    )
    for kind in KINDS:
        parents = "tip:Fact, qb:Observation" if kind.kind.name == "statistic" else "tip:Fact"
        yield Term(kind.kind.term, CLASS, kind.kind.label, kind.kind.definition, kind.kind.example, (("rdfs:subClassOf", parents),))


def disjoint() -> Block:
    """A fact is of one kind."""
    return block("[]", ("a", "owl:AllDisjointClasses"), ("owl:members", listed(f"tip:{kind.kind.term}" for kind in KINDS)))


def properties() -> Iterator[Term]:
    """One property for each name of a field, whatever kinds declare it."""
    users: dict[str, list[tuple[type[Fact], Value]]] = {}
    for kind in KINDS:
        for name, value in declared(kind).items():
            users.setdefault(name, []).append((kind, value))
    for name, value in COMMON.items():
        yield _property(name, [(Fact, value)])
    for name, declarations in users.items():
        yield _property(name, declarations)


def _property(name: str, declarations: list[tuple[type[Fact], Value]]) -> Term:
    values = [value for _, value in declarations]
    sorts = {SORTS.get(value.type.name, DATA) for value in values}
    (sort,) = sorts if len(sorts) == 1 else {ANY}
    more = [*_domain(name, declarations), *_range(values, sort), *_schemes(values)]
    return Term(camel(name), sort, name.replace("_", " "), _definition(name, declarations), values[0].example, tuple(more))


def _definition(name: str, declarations: list[tuple[type[Fact], Value]]) -> str:
    """What the field means; where kinds or documents differ, each in turn."""
    meanings = {"Document": OF_DOCUMENTS[name]} if name in OF_DOCUMENTS else {}
    meanings |= {kind.kind.label: value.definition for kind, value in declarations if kind is not Fact}
    distinct = set(meanings.values()) or {value.definition for _, value in declarations}
    if len(distinct) == 1:
        return distinct.pop()
    return " ".join(f"{label}: {meaning[0].lower()}{meaning[1:]}" for label, meaning in meanings.items())


def _domain(name: str, declarations: list[tuple[type[Fact], Value]]) -> list[tuple[str, str]]:
    """The one kind that has the field, else all facts; none where documents have it too."""
    if name in OF_DOCUMENTS:
        return []
    kinds = [kind for kind, _ in declarations if kind is not Fact]
    return [("rdfs:domain", f"tip:{kinds[0].kind.term}" if len(kinds) == 1 else "tip:Fact")]


def _range(values: list[Value], sort: str) -> list[tuple[str, str]]:
    ranges = {RANGES.get(value.type.name) for value in values}
    return [("rdfs:range", found) for found in ranges if found and len(ranges) == 1 and sort != ANY]


def _schemes(values: list[Value]) -> list[tuple[str, str]]:
    schemes = sorted({value.type.scheme for value in values if isinstance(value.type, Token)})
    return [("rdfs:seeAlso", ", ".join(f"<{BASE}{scheme}>" for scheme in schemes))] if schemes else []
