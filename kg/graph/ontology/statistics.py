"""Statistics as an RDF Data Cube: the dataset and its structure."""

from collections.abc import Iterator

from kg.facts.model import declared
from kg.facts.statistic import Statistic
from kg.graph.turtle import Block, block, iri, text
from kg.vocabulary.iris import STATISTICS, camel

MEASURES = ("value", "min", "max")
ATTRIBUTES = ("comparator", "unit", "place")


def blocks() -> Iterator[Block]:
    """The dataset, its structure, and one component for each field of a statistic.

    A figure that the text leaves open has no value for the dimension: the cube is not made well-formed by inventing one
    (integrity constraint 11 of the RDF Data Cube vocabulary).
    """
    structure = iri(f"{STATISTICS}/structure")
    components = {name: iri(f"{STATISTICS}/component/{camel(name)}") for name in ("doc", "period", *declared(Statistic))}
    yield block(
        iri(STATISTICS),
        ("a", "qb:DataSet"),
        ("dcterms:title", text("Figures of the narratives", "en")),
        ("skos:definition", text("Every number that the narratives give about law enforcement, victims, money or training.", "en")),
        ("qb:structure", structure),
    )
    yield block(structure, ("a", "qb:DataStructureDefinition"), ("qb:component", list(components.values())))
    for name, component in components.items():
        role = "measure" if name in MEASURES else "attribute" if name in ATTRIBUTES else "dimension"
        yield block(component, ("a", "qb:ComponentSpecification"), (f"qb:{role}", f"tip:{camel(name)}"))
        yield block(f"tip:{camel(name)}", ("a", f"qb:{role.capitalize()}Property"))
