"""The files of ``ontology/``: a root that imports small modules by subject, and one file a vocabulary."""

from collections.abc import Iterable
from typing import Final

from kg.graph.ontology import facts, links, statistics, terms, vocabularies
from kg.graph.ontology.terms import Term, written
from kg.graph.turtle import Block, block, iri, text, turtle
from kg.vocabulary.iris import BASE, PREFIXES
from kg.vocabulary.schemes import schemes

VERSION: Final = "1.0.0"
"""The version of the ontology; a change of what a term means raises it."""

ALL_PREFIXES: Final = {**PREFIXES, "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#"}

GENERATED = "Generated from the declarations and tables of kg by python -m kg.graph.ontology; do not edit."

SUBJECTS: Final[dict[str, tuple[str, Iterable[Term]]]] = {
    "documents": ("Documents", terms.DOCUMENTS),
    "provenance": ("Readers of documents", terms.PROVENANCE),
    "evidence": ("Evidence of facts", (*terms.EVIDENCE, *terms.SENTENCES)),
    "place-terms": ("Terms for places", terms.PLACES),
    "organizations": ("Organizations", terms.ORGANIZATIONS),
    "links": ("Things over documents, and links between facts", tuple(links.terms())),
    "shortcuts": ("Shortcuts derived from stated facts", terms.SHORTCUTS),
}


def files() -> dict[str, str]:
    """The Turtle of the ontology, by path below ``ontology/``."""
    found = {name: _module(name, title, [written(t, module(name)) for t in many]) for name, (title, many) in SUBJECTS.items()}
    classes = [*(written(t, module("facts")) for t in facts.kinds()), facts.disjoint()]
    fields = [written(t, module("facts")) for t in facts.properties()]
    found["facts"] = _module("facts", "Kinds of fact and their properties", [*classes, *fields])
    found["statistics"] = _module("statistics", "Statistics as an RDF Data Cube", statistics.blocks())
    tables = {name: vocabularies.scheme(name) for name in schemes()} | {"place": vocabularies.countries(), "region": vocabularies.regions()}
    tables["htcds"] = vocabularies.case_data()
    for name, blocks in tables.items():
        found[f"schemes/{name}"] = _module(f"schemes/{name}", f"Vocabulary: {name.replace('_', ' ')}", blocks)
    return {f"{name}.ttl": content for name, content in found.items()} | {"tip-kg.ttl": _root(sorted(found))}


def module(name: str) -> str:
    """The IRI of a module, as Turtle."""
    return iri(f"{BASE}module/{name}")


def _module(name: str, title: str, blocks: Iterable[Block]) -> str:
    return turtle(f"{title}. {GENERATED}", ALL_PREFIXES, [_head(module(name), f"{BASE}module/{name}", title, []), *blocks])


def _root(names: list[str]) -> str:
    title = "Ontology of facts in Trafficking in Persons narratives"
    return turtle(f"{title}. {GENERATED}", ALL_PREFIXES, [_head(module("tip-kg"), f"{BASE}module/tip-kg", title, names)])


def _head(subject: str, address: str, title: str, imports: list[str]) -> Block:
    return block(
        subject,
        ("a", "owl:Ontology"),
        ("dcterms:title", text(title, "en")),
        ("dcterms:license", iri("https://www.apache.org/licenses/LICENSE-2.0")),
        ("owl:versionInfo", text(VERSION)),
        ("owl:versionIRI", iri(f"{address}/{VERSION}")),
        ("owl:imports", [module(name) for name in imports]),
    )
