"""The page of a country: what its reports say of it, and where the flows of all reports touch it."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.facts.agreement import Agreement
from kg.facts.assessment import Assessment
from kg.facts.collaboration import Collaboration
from kg.facts.complicity import Complicity
from kg.facts.country_role import CountryRole
from kg.facts.facility import Facility
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.payment import Payment
from kg.facts.plan import Plan
from kg.facts.practice import Practice
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.flows.network import network
from kg.flows.statements import FlowStatement
from kg.vocabulary.places import name_of, places
from kg.web.figures import charts, figures
from kg.web.flowpages import Corridor, corridors, drawn, wanted_sheet
from kg.web.holdings import Said, Source
from kg.web.pages import holdings, missing, render
from kg.web.standing import standing
from kg.web.things import by_year, entities_of, of_kind, things
from kg.web.unreported import unreported
from kg.web.view import read_view

SECTIONS: Sequence[tuple[str, str, type[Fact]]] = (
    ("agencies", "Agencies and organizations", Organization),
    ("facilities", "Shelters and other facilities", Facility),
    ("laws", "Laws", Law),
    ("agreements", "Agreements", Agreement),
    ("plans", "Plans", Plan),
    ("complicity", "Complicity of officials", Complicity),
    ("assessments", "What the report judges", Assessment),
    ("practices", "What is done for victims", Practice),
    ("collaboration", "Who works together", Collaboration),
    ("payments", "Payments", Payment),
)
"""The kinds of fact that are listed by the thing that they mention: anchor, heading, kind."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The tier of a year; without one, whether the store has the report of that year."""

    year: int
    tier: str = ""
    said: Said | None = None
    read: bool = True


def country(request: Request) -> Response:
    """All that the store has about a country; it is asked for things over documents while the map is drawn."""
    held, view = holdings(request), read_view(request.query_params)
    code = request.path_params["code"]
    sources = held.about(code)
    statements = [s for s in held.statements if code in (s.origin, s.destination, *s.via)]
    if not sources and not statements:
        known = {place.code for place in places()}
        raise missing(f"The store has nothing about {name_of(code)}." if code in known else f"There is no country {code}.")
    flows = view.facts.plain
    seen, pictured = flows.matching(statements), view.plain.matching(statements)
    if sheet := wanted_sheet(request):
        return HTMLResponse(drawn(held, pictured, view.plain, code, sheet))
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(entities_of, held, code)
        picture = drawn(held, pictured, view.plain, code) if pictured else None
        said = [item for item in held.said_about(code) if view.shows(item.fact, item.source.year)]
        entities = asked.result()
    stand = standing(held, code, said)
    counted = _affirmed(of_kind(said, Statistic))
    table = figures(code, counted, [s for s in sources if not view.years or s.year in view.years], unreported(held, counted))
    return render(
        request,
        "country.html",
        view=view,
        code=code,
        name=name_of(code),
        sources=sources,
        facts=len(said),
        map=picture,
        unpictured=len(seen) - len(pictured),
        corridors=_corridors(code, seen),
        roles=things(_own(code, of_kind(said, CountryRole)), {}, code),
        tiers=_tiers(code, sources, said),
        sections=[(anchor, heading, things(of_kind(said, kind), entities, code)) for anchor, heading, kind in SECTIONS],
        figures=table,
        charts=charts(table),
        recommendations=by_year((s.said for s in stand), lambda s: s.year),
        standing={s.said.iri: s for s in stand},
    )


def _own(code: str, said: Iterable[Said]) -> list[Said]:
    return [item for item in said if getattr(item.fact, "country", code) in (None, code)]


def _affirmed(said: Iterable[Said]) -> list[Said]:
    return [item for item in said if item.fact.polarity == "affirmed"]


def _corridors(code: str, statements: Sequence[FlowStatement]) -> list[tuple[str, list[Corridor]]]:
    """The flows by the part that the country plays in them."""
    parts = {
        "Out of": [s for s in statements if s.origin == code and (s.destination != code or s.via)],
        "Into": [s for s in statements if s.destination == code and (s.origin != code or s.via)],
        "Through": [s for s in statements if code in s.via],
        "Within": [s for s in statements if s.origin == s.destination == code and not s.via],
    }
    return [(f"{part} {name_of(code)}", corridors(network(found))) for part, found in parts.items() if found]


def _tiers(code: str, sources: Sequence[Source], said: Sequence[Said]) -> list[Ranked]:
    """The tier of each report, as a fact says it."""
    found: dict[int, Ranked] = {}
    for item in _own(code, of_kind(said, TierRanking)):
        assert isinstance(item.fact, TierRanking)
        year = item.fact.year or item.year
        if item.fact.tier and item.fact.polarity == "affirmed":
            found[year] = Ranked(year, item.fact.tier, item)
    years = [source.year for source in sources if source.year]
    return [found.get(year, Ranked(year, read=year in years)) for year in range(min(years), max(years) + 1)] if years else []
