"""The namespaces of the graph, as plain strings, so that no RDF library is needed to name a thing."""

from typing import Final

BASE: Final = "https://w3id.org/tip-kg/"
TIP: Final = BASE + "ontology/"
FACT: Final = BASE + "fact/"
DOCUMENT: Final = BASE + "document/"
EVIDENCE: Final = BASE + "evidence/"
PLACE: Final = BASE + "place/"
REGION: Final = BASE + "region/"


def token_iri(scheme: str, token: str) -> str:
    """The IRI of a vocabulary value: it ends in ``/<scheme>/<token>``."""
    return f"{BASE}{scheme}/{token}"
