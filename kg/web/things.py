"""What several reports say of one thing: an organization, a law, a role, with the facts that say it, year by year."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.model import Fact
from kg.vocabulary.iris import AGREEMENTS, COUNTRIES, ENTITY, ORGANIZATIONS, place_iri
from kg.web.holdings import Holdings, Said
from kg.web.wording import Told, told


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing over documents, as the store has worked it out."""

    hash: str
    label: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing and what the reports say of it, the last report first."""

    label: str
    said: Sequence[Said]
    entity: Entity | None = None

    @property
    def last(self) -> Told:
        """The newest report's words."""
        return told(self.said[0].fact)

    @property
    def denied(self) -> bool:
        """Whether the newest report says that it is not so."""
        return self.said[0].fact.polarity == "negated"

    @property
    def certainty(self) -> str:
        """How sure the newest report is."""
        return self.said[0].fact.certainty


OF_COUNTRY = """
SELECT ?entity ?label ?fact WHERE {
  GRAPH <%s> { ?entity a tip:Entity ; skos:prefLabel ?label ; tip:mention ?fact }
}
"""

OF_AGREEMENTS = """
SELECT ?entity ?label ?fact WHERE {
  { SELECT DISTINCT ?fact WHERE { GRAPH ?g { ?d a tip:Document ; tip:country <%s> . ?fact tip:doc ?d ; a tip:Agreement } } }
  GRAPH ?a { ?entity tip:mention ?fact ; skos:prefLabel ?label }
  FILTER(STRSTARTS(STR(?a), "%s"))
}
"""

OF_ORGANIZATIONS = """
SELECT ?entity ?label ?fact WHERE {
  { SELECT DISTINCT ?fact WHERE { GRAPH ?g { ?d a tip:Document ; tip:country <%s> . ?fact tip:doc ?d ; a tip:Organization } } }
  GRAPH <%s> { ?entity tip:mention ?fact ; skos:prefLabel ?label }
}
"""


def entities_of(holdings: Holdings, country: str) -> Mapping[str, Entity]:
    """The things that the facts about a country mention, by the IRI of the fact."""
    place = place_iri(country)
    queries = (OF_COUNTRY % (COUNTRIES + country), OF_AGREEMENTS % (place, AGREEMENTS), OF_ORGANIZATIONS % (place, ORGANIZATIONS))
    rows = (row for query in queries for row in holdings.select(query))
    return {row["fact"]: Entity(row["entity"].removeprefix(ENTITY), row["label"]) for row in rows}


def things(said: Iterable[Said], entities: Mapping[str, Entity]) -> list[Thing]:
    """Facts gathered by the thing that they mention, else by their words; those of most reports first."""
    gathered: dict[tuple[str, str], list[Said]] = {}
    for item in said:
        entity = entities.get(item.iri)
        key = (entity.hash if entity else told(item.fact).head, item.fact.polarity)
        gathered.setdefault(key, []).append(item)
    found = [_thing(sorted(held, key=lambda s: (-s.year, s.iri)), entities) for held in gathered.values()]
    return sorted(found, key=lambda thing: (-len({s.source.id for s in thing.said}), thing.label.casefold()))


def _thing(said: Sequence[Said], entities: Mapping[str, Entity]) -> Thing:
    entity = entities.get(said[0].iri)
    label = told(said[0].fact).head
    return Thing(label, said, entity)


def of_kind(said: Iterable[Said], *kinds: type[Fact]) -> list[Said]:
    """The facts of these kinds."""
    return [item for item in said if isinstance(item.fact, kinds)]


def by_year(said: Iterable[Said], key: Callable[[Said], int]) -> list[tuple[int, list[Said]]]:
    """Facts by year, the newest first."""
    years: dict[int, list[Said]] = {}
    for item in said:
        years.setdefault(key(item), []).append(item)
    return sorted(years.items(), reverse=True)
