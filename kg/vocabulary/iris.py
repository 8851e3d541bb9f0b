"""The names of the graph, as plain strings, so that no RDF library is needed to name a thing."""

from functools import cache, lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

BASE: Final = "https://w3id.org/tip-kg/"
TIP: Final = BASE + "ontology/"
SHAPE: Final = BASE + "shape/"
FACT: Final = BASE + "fact/"
DOCUMENT: Final = BASE + "document/"
GRAPH: Final = BASE + "graph/"
EVIDENCE: Final = BASE + "evidence/"
SECTION: Final = BASE + "section/"
ACTIVITY: Final = BASE + "activity/"
AGENT: Final = BASE + "agent/"
ORGANIZATION: Final = BASE + "organization/"
ENTITY: Final = BASE + "entity/"
PLACE: Final = BASE + "place/"
REGION: Final = BASE + "region/"

CATALOGUE: Final = BASE + "catalogue"
"""The graph that says which format the store has."""
TELLINGS: Final = BASE + "tellings/"
"""What the names of the graphs begin with that say in which words documents tell the narrative of a country, year and report."""
DERIVED: Final = BASE + "derived/"
"""What the names of all graphs begin with that follow from the facts of several documents."""
SHORTCUTS: Final = DERIVED + "shortcuts"
"""The graph of plain triples derived from stated, affirmed facts."""
NAMES: Final = DERIVED + "names"
"""The graph of the names to show for organizations that several documents mention."""
SENTENCES: Final = DERIVED + "sentences"
"""The graph of the words of each fact in one piece, so that questions need not put them together."""
ORGANIZATIONS: Final = DERIVED + "organizations"
"""The graph of the organizations that are one over years and documents."""
AGREEMENTS: Final = DERIVED + "agreements/"
"""What the names of the graphs begin with that hold agreements over years and documents, one graph a country."""
COUNTRIES: Final = DERIVED + "countries/"
"""What the names of the graphs begin with that link the facts about one country over the years."""
STATISTICS: Final = BASE + "dataset/statistics"
"""The RDF Data Cube dataset that every statistic is an observation of."""

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
QB: Final = "http://purl.org/linked-data/cube#"
SH: Final = "http://www.w3.org/ns/shacl#"

PREFIXES: Final[dict[str, str]] = {
    "tip": TIP,
    "fact": FACT,
    "document": DOCUMENT,
    "evidence": EVIDENCE,
    "section": SECTION,
    "activity": ACTIVITY,
    "agent": AGENT,
    "organization": ORGANIZATION,
    "entity": ENTITY,
    "place": PLACE,
    "region": REGION,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "org": ORG,
    "qb": QB,
}
"""The prefixes that are always known; those of the schemes are added where needed."""


def token_iri(scheme: str, token: str) -> str:
    """The IRI of a vocabulary value: it ends in ``/<scheme>/<token>``."""
    return f"{BASE}{scheme}/{_escaped(token)}"


@lru_cache(10_000)
def token_of(scheme: str, iri: str) -> str | None:
    """The token that an IRI of the scheme names, or None for any other IRI.

    >>> token_of("role", token_iri("role", "transit"))
    'transit'
    """
    return _after(f"{BASE}{scheme}/", iri)


def place_iri(code: str) -> str:
    """The IRI of a country or region.

    >>> place_iri("LAO"), place_iri("region:western-europe")
    ('https://w3id.org/tip-kg/place/LAO', 'https://w3id.org/tip-kg/region/western-europe')
    """
    words = code.removeprefix("region:")
    return (PLACE if words == code else REGION) + _escaped(words)


@lru_cache(10_000)
def place_of(iri: str) -> str | None:
    """The code that a place's or region's IRI names, or None for any other IRI."""
    country, region = _after(PLACE, iri), _after(REGION, iri)
    return country if region is None else f"region:{region}"


def document_iri(id: str) -> str:
    """The IRI of a document."""
    return DOCUMENT + _escaped(id)


def document_of(iri: str) -> str | None:
    """The id of the document that an IRI names, or None for any other IRI.

    >>> document_of(document_iri("a/LAO 2011"))
    'a/LAO 2011'
    """
    return _after(DOCUMENT, iri)


def graph_iri(id: str) -> str:
    """The IRI of a document's named graph."""
    return GRAPH + _escaped(id)


def graph_of(iri: str) -> str | None:
    """The id of the document whose named graph an IRI is, or None for any other IRI."""
    return _after(GRAPH, iri)


def hashed(namespace: str, *parts: str) -> str:
    """The IRI of a thing that is identified by ``parts``: the namespace and the first 80 bits of their SHA-256.

    >>> hashed("u:", "a", "b") == hashed("u:", "ab")
    False
    """
    return namespace + sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@cache
def camel(name: str) -> str:
    """The local name of a field's property: ``penalty_min_months`` is ``penaltyMinMonths``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


@lru_cache(10_000)
def _escaped(part: str) -> str:
    return quote(part, safe="/")


def _after(namespace: str, iri: str) -> str | None:
    return unquote(iri[len(namespace) :]) if iri.startswith(namespace) else None
