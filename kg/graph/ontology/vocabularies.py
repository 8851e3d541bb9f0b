"""The SKOS schemes of the closed vocabularies, of countries and of regions, from their tables."""

from collections.abc import Iterator

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, declared
from kg.facts.values import Token
from kg.graph.turtle import Block, block, iri, text, with_article
from kg.vocabulary import places
from kg.vocabulary.iris import BASE, place_iri, token_iri
from kg.vocabulary.places import Place
from kg.vocabulary.schemes import Concept, concepts, schemes

COUNTRY_AUTHORITY = "http://publications.europa.eu/resource/authority/country/"
"""The country authority table of the Publications Office of the European Union."""


CASE_DATA = BASE + "htcds/"

CASE_DATA_STANDARD = "https://github.com/UNMigration/HTCDS"
"""Where the International Organization for Migration keeps the standard."""


def scheme(name: str) -> list[Block]:
    """A scheme and its concepts."""
    return [_scheme(name, name.replace("_", " ").capitalize(), f"The values of {_users(name)}."), *_concepts(name)]


def countries() -> list[Block]:
    """The scheme of countries."""
    definition = "Countries and territories by ISO 3166-1 alpha-3 code."
    return [_scheme("place", "Countries", definition), *(_place("place", place, "tip:Country") for place in places.places())]


def regions() -> list[Block]:
    """The scheme of the regions that have a name and a centre of their own."""
    definition = "Areas that are no country and have a name and a centre of their own."
    return [_scheme("region", "Regions", definition), *(_place("region", place, "tip:Region") for place in places.regions())]


def case_data() -> list[Block]:
    """The scheme of those values of the Human Trafficking Case Data Standard to which concepts are matched.

    The standard names fields and values and gives them no IRIs, so they get some here; what they mean, the standard says.
    """
    matched = {match.partition(" htcds:")[2] for name in schemes() for concept in concepts(name) for match in concept.matches}
    definition = "Values of fields of the Human Trafficking Case Data Standard (HTCDS) to which the vocabularies are matched."
    head = _scheme("htcds", "Human Trafficking Case Data Standard", definition)
    return [Block(head.subject, [*head.properties, ("dcterms:source", [iri(CASE_DATA_STANDARD)])]), *map(_case_value, sorted(matched))]


def _case_value(name: str) -> Block:
    field, _, value = name.partition(".")
    return block(
        iri(CASE_DATA + name),
        ("a", "skos:Concept"),
        ("skos:inScheme", iri(BASE + "htcds")),
        ("skos:topConceptOf", iri(BASE + "htcds")),
        ("skos:notation", text(value)),
        ("skos:prefLabel", text(f"{field}: {value}", "en")),
        ("skos:definition", text(f"The value {value} of the field {field} of HTCDS.", "en")),
        ("rdfs:seeAlso", iri(CASE_DATA_STANDARD)),
    )


def _scheme(name: str, title: str, definition: str) -> Block:
    return block(
        iri(BASE + name),
        ("a", "skos:ConceptScheme"),
        ("dcterms:title", text(title, "en")),
        ("skos:definition", text(definition, "en")),
    )


def _users(name: str) -> str:
    """The fields that take their values from the scheme, in words."""
    fields = [
        (f"“{field.replace('_', ' ')}” of {with_article(kind.kind.label.lower())}")
        for kind in KINDS
        for field, value in declared(kind).items()
        if isinstance(value.type, Token) and value.type.scheme == name
    ]
    fields += [f"“{field}” of every fact" for field, value in COMMON.items() if isinstance(value.type, Token) and value.type.scheme == name]
    return ", ".join(fields) or "fields that hold a party, where no name is given"


def _concepts(name: str) -> Iterator[Block]:
    for concept in concepts(name):
        yield block(
            iri(token_iri(name, concept.token)),
            ("a", "skos:Concept"),
            ("skos:inScheme", iri(BASE + name)),
            ("skos:topConceptOf", iri(BASE + name)),
            ("skos:notation", text(concept.token)),
            ("skos:prefLabel", text(concept.label, "en")),
            ("skos:definition", text(concept.definition, "en")),
            ("skos:scopeNote", [text(f"Only for the field “{concept.only}”.", "en")] if concept.only else []),
            *_matches(concept),
        )


def _matches(concept: Concept) -> Iterator[tuple[str, str]]:
    for match in concept.matches:
        relation, _, value = match.partition(" ")
        yield f"skos:{relation}", iri(CASE_DATA + value.removeprefix("htcds:"))


def _place(name: str, place: Place, type: str) -> Block:
    return block(
        iri(place_iri(place.code)),
        ("a", type),
        ("skos:inScheme", iri(BASE + name)),
        ("skos:topConceptOf", iri(BASE + name)),
        ("skos:notation", text(place.code)),
        ("skos:prefLabel", text(place.name, "en")),
        ("skos:altLabel", [text(n, "en") for n in sorted(set(place.names) - {place.name})]),
        ("tip:demonym", [text(d) for d in sorted(set(place.demonyms))]),
        ("geo:lat", str(place.latitude)),
        ("geo:long", str(place.longitude)),
        ("skos:exactMatch", [iri(COUNTRY_AUTHORITY + place.code)] if _is_iso(place) else []),
    )


def _is_iso(place: Place) -> bool:
    """Whether the code is one that ISO 3166-1 assigns: the codes from XAA to XZZ are left to users."""
    return len(place.code) == 3 and not place.code.startswith("X")
