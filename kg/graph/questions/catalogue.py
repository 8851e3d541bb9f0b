"""The questions described in RDF, as SHACL SPARQL executables with keywords and parameters."""

from collections.abc import Iterator

from kg.graph.questions import Parameter, Question, list_questions
from kg.graph.turtle import Block, block, iri, text, turtle
from kg.vocabulary.iris import BASE, DCTERMS, OWL, RDFS, SH, XSD

SCHEMA = "https://schema.org/"

DATATYPES = {"year": "xsd:integer", "number": "xsd:integer", "words": "xsd:string"}
"""The datatype of each type of parameter; all others are IRIs."""


def catalogue() -> str:
    """The catalogue as Turtle."""
    prefixes = {"dcterms": DCTERMS, "owl": OWL, "rdfs": RDFS, "schema": SCHEMA, "sh": SH, "xsd": XSD}
    comment = "The example questions. Generated from their files by python -m kg.graph.questions; do not edit."
    head = block(
        iri(BASE + "questions"),
        ("a", "owl:Ontology"),
        ("dcterms:title", text("Questions that the graph answers", "en")),
        ("dcterms:license", iri("https://www.apache.org/licenses/LICENSE-2.0")),
    )
    return turtle(comment, prefixes, [head, *(b for question in list_questions() for b in _question(question))])


def _question(question: Question) -> Iterator[Block]:
    node = f"{BASE}question/{question.name}"
    yield block(
        iri(node),
        ("a", ["sh:SPARQLExecutable", "sh:SPARQLSelectExecutable" if question.is_select else "sh:SPARQLAskExecutable"]),
        ("rdfs:label", text(question.name.replace("-", " "), "en")),
        ("rdfs:comment", text(question.description, "en")),
        ("schema:keywords", [text(tag) for tag in question.tags]),
        ("sh:parameter", [iri(f"{node}/{parameter.name}") for parameter in question.parameters]),
        ("sh:select" if question.is_select else "sh:ask", text(question.sparql)),
    )
    for parameter in question.parameters:
        yield _parameter(f"{node}/{parameter.name}", parameter)


def _parameter(node: str, parameter: Parameter) -> Block:
    return block(
        iri(node),
        ("a", "sh:Parameter"),
        ("sh:path", iri(node)),
        ("sh:name", text(parameter.name)),
        ("sh:description", text(parameter.meaning, "en")),
        ("sh:optional", "true"),
        ("sh:datatype" if parameter.type in DATATYPES else "sh:nodeKind", DATATYPES.get(parameter.type, "sh:IRI")),
        ("rdfs:comment", text(f"Without it: {parameter.default}.", "en") if parameter.default else []),
    )
