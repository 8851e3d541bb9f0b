"""The page of an organization, a law, an agreement, a plan or a facility over the years: its names, and the facts about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from kg.facts.kinds import KINDS
from kg.facts.model import declared
from kg.vocabulary.iris import ENTITY, TIP, camel, document_iri, place_of
from kg.vocabulary.places import name_of
from kg.web.holdings import Holdings, Said, literal
from kg.web.pages import holdings, missing, render
from kg.web.things import by_year
from kg.web.view import read_view

ENTITY_FIELDS = """
SELECT ?property ?value WHERE { GRAPH ?g { <%s> a tip:Entity ; ?property ?value } }
"""

DOCUMENTS_OF = """
SELECT DISTINCT ?document WHERE { GRAPH ?e { <%s> tip:mention ?fact } GRAPH ?g { ?fact tip:doc ?document } }
"""

NAMED = """
SELECT ?fact ?document WHERE { GRAPH ?g { ?fact %s ?name ; tip:doc ?document } VALUES ?name { %s } }
"""

SKOS = "http://www.w3.org/2004/02/skos/core#"


def entity(request: Request) -> Response:
    """What the reports say of one thing."""
    held, view, name = holdings(request), read_view(request.query_params), request.path_params["hash"]
    found = thing_of(held, name)
    own, others = ([s for s in said if view.shows(s.fact, s.source.year)] for said in (found.own, found.others))
    country = found.country
    return render(
        request,
        "entity.html",
        view=view,
        hash=name,
        label=found.label,
        names=found.names,
        kind=found.own[0].fact.kind.label if found.own else "Thing",
        country=country,
        country_name=name_of(country) if country else "",
        reasons=found.reasons,
        said=by_year(own, lambda item: item.year),
        others=by_year(others, lambda item: item.year),
        shown=len(own) + len(others),
        hidden=len(found.own) + len(found.others) - len(own) - len(others),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """One thing over the reports."""

    label: str
    names: Sequence[str]
    country: str | None
    reasons: Sequence[str]
    own: Sequence[Said]
    """The facts that mention it."""
    others: Sequence[Said]
    """The facts that name it in a field of their own."""


def thing_of(held: Holdings, name: str) -> Known:
    """All that the store has about a thing, by its hash."""
    values: dict[str, list[str]] = {}
    if name.isalnum():
        for row in held.select(ENTITY_FIELDS % (ENTITY + name)):
            values.setdefault(row["property"], []).append(row["value"])
    if not values:
        raise missing(f"The store has no organization or other thing {name}.")
    label, names = values[SKOS + "prefLabel"][0], sorted(values.get(SKOS + "altLabel", []))
    mentions = set(values.get(TIP + "mention", []))
    said = _said(held, [row["document"] for row in held.select(DOCUMENTS_OF % (ENTITY + name))])
    return Known(
        label,
        names,
        place_of(values.get(TIP + "country", [""])[0]),
        sorted(values.get(TIP + "identifiedBy", [])),
        [item for item in said if item.iri in mentions],
        _naming(held, {label, *names}, mentions),
    )


def _said(held: Holdings, documents: list[str]) -> list[Said]:
    by_iri = {document_iri(source.id): source for source in held.sources.values()} if documents else {}
    return [item for iri in documents if iri in by_iri for item in held.facts(by_iri[iri])]


def _naming(held: Holdings, names: set[str], mentions: set[str]) -> list[Said]:
    """The facts that name it in one of their own fields: as who runs, agrees, approves, counts or works together."""
    properties = "|".join(
        sorted({f"tip:{camel(name)}" for kind in KINDS for name, value in declared(kind).items() if value.type.name == "party"})
    )
    rows = held.select(NAMED % (f"({properties})", " ".join(literal(name) for name in sorted(names))))
    facts = {row["fact"] for row in rows} - mentions
    return [item for item in _said(held, sorted({row["document"] for row in rows})) if item.iri in facts]
