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

    last: Told
    """The words of the last report."""
    said: Sequence[Said]
    entity: Entity | None = None

    @property
    def label(self) -> str:
        """What it is called."""
        return self.last.head


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


def things(said: Iterable[Said], entities: Mapping[str, Entity], country: str) -> list[Thing]:
    """Facts gathered by the thing that they mention, else by their words; those of most reports first."""
    gathered: dict[tuple[str, str], list[Said]] = {}
    for item in said:
        entity = entities.get(item.iri)
        key = (entity.hash if entity else told(item.fact, country).head, item.fact.polarity)
        gathered.setdefault(key, []).append(item)
    ordered = [sorted(held, key=lambda s: (-s.year, s.iri)) for held in gathered.values()]
    found = [Thing(told(held[0].fact, country), held, entities.get(held[0].iri)) for held in ordered]
    return sorted(found, key=lambda thing: (-len({s.source.id for s in thing.said}), thing.label.casefold()))


def of_kind(said: Iterable[Said], *kinds: type[Fact]) -> list[Said]:
    """The facts of these kinds."""
    return [item for item in said if isinstance(item.fact, kinds)]


def by_year(said: Iterable[Said], key: Callable[[Said], int]) -> list[tuple[int, list[Said]]]:
    """Facts by year, the newest first."""
    years: dict[int, list[Said]] = {}
    for item in said:
        years.setdefault(key(item), []).append(item)
    return sorted(years.items(), reverse=True)
