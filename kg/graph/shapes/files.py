"""The files of ``shapes/``: one a subject, each a versioned ontology of shapes."""

from collections.abc import Sequence
from typing import Final

from kg.facts.kinds import KINDS
from kg.graph.shapes import base, kinds
from kg.graph.turtle import Block, block, iri, text, turtle
from kg.vocabulary.iris import BASE, DCTERMS, OA, ORG, OWL, PROV, QB, RDF, RDFS, SH, SHAPE, SKOS, TIP, XSD
from kg.vocabulary.schemes import schemes

VERSION: Final = "1.0.0"
"""The version of the shapes; a change of what is valid raises it."""

PREFIXES: Final = {
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "qb": QB,
    "rdf": RDF,
    "rdfs": RDFS,
    "sh": SH,
    "shape": SHAPE,
    "skos": SKOS,
    "tip": TIP,
    "xsd": XSD,
    **{scheme: f"{BASE}{scheme}/" for scheme in schemes()},
}


def files() -> dict[str, str]:
    """The Turtle of all shapes, by file name."""
    subjects = {
        "document": ("Shapes of documents and their sections", base.document()),
        "evidence": ("Shapes of evidence: the words of a document by position and quotation", base.evidence()),
        "provenance": ("Shapes of readings, programs, language models and organizations", base.provenance()),
        "fact": ("Shapes of what every fact has", base.fact()),
        **{kind.kind.name: (f"Shapes of facts of the kind “{kind.kind.label}”", kinds.shapes(kind)) for kind in KINDS},
    }
    return {f"{name.replace('_', '-')}.ttl": _file(name.replace("_", "-"), title, blocks) for name, (title, blocks) in subjects.items()}


def _file(name: str, title: str, blocks: Sequence[Block]) -> str:
    head = block(
        iri(f"{BASE}shapes/{name}"),
        ("a", "owl:Ontology"),
        ("dcterms:title", text(title, "en")),
        ("dcterms:license", iri("https://www.apache.org/licenses/LICENSE-2.0")),
        ("owl:versionInfo", text(VERSION)),
        ("owl:versionIRI", iri(f"{BASE}shapes/{name}/{VERSION}")),
    )
    comment = f"{title}. Generated from the declarations of kg/facts by python -m kg.graph.shapes; do not edit."
    return turtle(comment, PREFIXES, [head, *blocks])
