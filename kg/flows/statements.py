"""What documents say of flows, one statement a fact, read from the graph by SPARQL."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kg.facts.flow import Flow
from kg.facts.model import Certainty, Polarity, declared, ordered
from kg.facts.values import ValueType
from kg.graph.query import select
from kg.graph.store import Store
from kg.vocabulary.iris import TIP, camel, place_of, token_of
from kg.vocabulary.places import name_of
from kg.vocabulary.relative import seen_from


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStatement:
    """One document's statement of a flow, with the exact words that make it."""

    fact: str
    """The fact's IRI."""
    doc: str
    title: str | None = None
    """The document's title."""
    country: str | None = None
    """The country that the document is about."""
    year: int | None = None
    """The year of the report."""
    origin: str | None = None
    """A relative area ("neighboring countries") has the code of that of the document's country."""
    destination: str | None = None
    via: tuple[str, ...] = ()
    """The places that the way leads through; in which order, the fact does not say."""
    victims: tuple[str, ...] = ()
    exploitation: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"
    quotes: tuple[str, ...] = ()
    """The quoted words, in the order of the text."""

    @property
    def heading(self) -> str:
        """What to call the document: its title, else its country and year, else its id."""
        if self.title:
            return self.title
        if self.country:
            return f"{name_of(self.country)}, {self.year}" if self.year else name_of(self.country)
        return self.doc


FACTS = """
SELECT ?fact ?property ?value WHERE {
  GRAPH ?g { ?fact a tip:Flow ; ?property ?value }
  FILTER(?property IN (
    tip:doc, tip:origin, tip:destination, tip:via, tip:victims, tip:exploitation, tip:sectors, tip:polarity, tip:certainty))
}
"""

QUOTES = """
SELECT ?fact ?start ?quote WHERE {
  GRAPH ?g {
    ?fact a tip:Flow ; tip:evidence ?evidence .
    ?evidence oa:hasSelector ?position .
    ?position oa:start ?start .
    ?evidence oa:hasSelector ?words .
    ?words oa:exact ?quote .
  }
}
"""

DOCUMENTS = """
SELECT ?document ?id ?country ?title ?year WHERE {
  GRAPH ?g {
    ?document a tip:Document ; dcterms:identifier ?id ; tip:country ?country .
    OPTIONAL { ?document dcterms:title ?title }
    OPTIONAL { ?document tip:year ?year }
  }
}
"""

Row = Mapping[str, str]
Values = Mapping[str, list[str]]
"""The values of a fact by property."""


def read_statements(store: Store | Path | str) -> list[FlowStatement]:
    """All statements of flows in a store, ordered by document, place in the text, and fact."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in select(store, FACTS):
        facts[row["fact"]][row["property"]].append(row["value"])
    quotes: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for row in select(store, QUOTES):
        quotes[row["fact"]].add((int(row["start"]), row["quote"]))
    documents = {row["document"]: row for row in select(store, DOCUMENTS)}
    statements = _statements(facts, {fact: sorted(found) for fact, found in quotes.items()}, documents)
    return [statement for _, statement in sorted(statements, key=lambda pair: pair[0])]


def _statements(
    facts: Mapping[str, Values], quotes: Mapping[str, list[tuple[int, str]]], documents: Mapping[str, Row]
) -> Iterator[tuple[tuple[str, int, str], FlowStatement]]:
    for fact, values in facts.items():
        document = documents[values[TIP + "doc"][0]]
        words = quotes.get(fact, [])
        place = words[0][0] if words else 0
        yield (document["id"], place, fact), _statement(fact, values, [quote for _, quote in words], document)


def _statement(fact: str, values: Values, quotes: Iterable[str], document: Row) -> FlowStatement:
    country = place_of(document["country"])

    def places(field: str) -> tuple[str, ...]:
        return ordered(seen_from(code, country) for value in values.get(TIP + camel(field), ()) if (code := place_of(value)))

    def tokens(field: str) -> tuple[str, ...]:
        scheme = _scheme(declared(Flow)[field].type)
        return ordered(token for value in values.get(TIP + camel(field), ()) if (token := token_of(scheme, value)))

    def qualifier(field: str) -> str:
        return token_of(field, values[TIP + field][0]) or ""

    return FlowStatement(
        fact=fact,
        doc=document["id"],
        title=document.get("title"),
        country=country,
        year=int(document["year"]) if "year" in document else None,
        origin=next(iter(places("origin")), None),
        destination=next(iter(places("destination")), None),
        via=places("via"),
        victims=tokens("victims"),
        exploitation=tokens("exploitation"),
        sectors=tokens("sectors"),
        polarity=cast(Polarity, qualifier("polarity")),
        certainty=cast(Certainty, qualifier("certainty")),
        quotes=tuple(quotes),
    )


def _scheme(type: ValueType) -> str:
    return cast(str, getattr(type, "scheme"))  # noqa: B009
