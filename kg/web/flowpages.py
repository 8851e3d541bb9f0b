"""The pages of flows: the map of all, a list of some, and one corridor with its sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.flows.filters import UNKNOWN, described, end_name, is_at
from kg.flows.grouping import grouped
from kg.flows.inline import inline
from kg.flows.looks import MARKS, drawn_as, titles_as
from kg.flows.network import Network, corridor, network
from kg.flows.statements import FlowStatement
from kg.flows.words import words
from kg.graph.recall import CLASSES
from kg.vocabulary.places import name_of
from kg.web.holdings import Holdings
from kg.web.pages import corridor_path, holdings, missing, render, safe
from kg.web.sheets import SHEETS, framed
from kg.web.view import DENIED, View, read_view
from kg.web.wording import way

LISTED: Final = 300
"""The flows of a list after which it is cut; the CSV file has all."""


class Corridor(NamedTuple):
    """A line of a list of flows."""

    name: str
    path: str
    via: tuple[str, ...]
    statements: int
    years: Sequence[int]
    exploitation: Sequence[str]
    line: str
    """The surest certainty, or ``denied``."""


def corridors(graph: Network) -> list[Corridor]:
    """The flows of a network, those with most statements first."""
    found = [
        Corridor(
            way(origin, data["via"], destination),
            corridor_path(origin, destination),
            data["via"],
            data["statements"],
            data["years"],
            data["exploitation"],
            data["certainty"] if data["polarity"] == "affirmed" else DENIED,
        )
        for origin, destination, data in graph.edges(data=True)
    ]
    return sorted(found, key=lambda flow: (-flow.statements, flow.name))


def drawn(held: Holdings, statements: Sequence[FlowStatement], view: View, name: str, sheet: str = "wide") -> Markup:
    """The picture of some statements; kept under the name and the view, for drawing takes longer than all the rest."""
    return held.kept((name, view, sheet), lambda: safe(_draw(statements, view, sheet)))


def wanted_sheet(request: Request) -> str | None:
    """The width for which a page asks the picture alone; None where the whole page is asked for."""
    return next((name for name in SHEETS if name == request.query_params.get("sheet")), None)


def _draw(statements: Sequence[FlowStatement], view: View, sheet: str) -> str:
    graph = network(statements)
    said = words(graph, statements, view.flows, marks=MARKS[view.show])
    picture, titles = drawn_as(view.show, statements, said, SHEETS[sheet]), titles_as(view.show, statements)
    return framed(inline(picture, titles, partial(_link, graph, view), partial(_place, view)), sheet, view.show)


def _link(graph: Network, view: View, keys: Sequence[str]) -> str:
    """Where an arrow leads: to its corridor, or to the list of all that it stands for; on the map of a year, for that year."""
    if view.show == "years":
        year = int(keys[0].partition(" ")[0])
        view, keys = replace(view, years=(year,), show="map"), [key.partition(" ")[2] for key in keys]
    if len(keys) > 1:
        return view.link("/flows", flow=keys)
    origin, destination, via = next((o, d, data["via"]) for o, d, key, data in graph.edges(data=True, keys=True) if key == keys[0])
    return view.link(corridor_path(origin, destination), via=via)


def _place(view: View, code: str) -> str:
    return view.link("/flows", place=code) if code == UNKNOWN or code.startswith("region:") else view.link(f"/country/{code}")


def home(request: Request) -> Response:
    """The map of all flows, and what the store holds."""
    held, view = holdings(request), read_view(request.query_params)
    statements = view.matching(held.statements)
    if sheet := wanted_sheet(request):
        return HTMLResponse(drawn(held, statements, view, "home", sheet))
    countries = Counter(source.country for source in held.narratives)
    return render(
        request,
        "home.html",
        view=view,
        map=drawn(held, statements, view, "home"),
        flows=held.kept(("most stated", view), lambda: corridors(network(statements))[:30]),
        statements=len(statements),
        documents=len(held.narratives),
        countries=sorted(((name_of(code), code, count) for code, count in countries.items()), key=lambda c: c[0].casefold()),
        kinds=_kinds(held),
        described=described(view.flows),
        hidden=len(view.of_any_certainty().matching(held.statements)) - len(statements),
    )


def prepare(held: Holdings) -> None:
    """Read and draw what the first page shows, so that nobody waits for it."""
    view = View()
    drawn(held, view.matching(held.statements), view, "home")


def _kinds(held: Holdings) -> list[tuple[str, int]]:
    counts = [(kind.kind.label, held.counts.get(term.value, 0)) for term, kind in CLASSES.items()]
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))


def flows(request: Request) -> Response:
    """A list of flows: those named in the address, those that touch a place, or all."""
    held, view = holdings(request), read_view(request.query_params)
    keys, place = set(request.query_params.getlist("flow")), request.query_params.get("place", "")
    statements = [s for s in view.matching(held.statements) if (not keys or corridor(s) in keys) and (not place or touches(s, place))]
    found = held.kept(("corridors", view, place, frozenset(keys)), lambda: corridors(network(statements)))
    return render(
        request,
        "flows.html",
        view=view,
        flows=found[:LISTED],
        total=len(found),
        place=place,
        place_name=end_name(place) if place else "",
        keys=sorted(keys),
    )


def touches(statement: FlowStatement, place: str) -> bool:
    """Whether a flow begins or ends in a place or leads through it."""
    return any(is_at(end, [place]) for end in (statement.origin, *statement.via, statement.destination))


def leads(statement: FlowStatement, origin: str | None, destination: str | None) -> bool:
    """Whether a flow begins and ends in these places."""
    return is_at(statement.origin, [origin or ""]) and is_at(statement.destination, [destination or ""])


def one_corridor(request: Request) -> Response:
    """The statements of one corridor with their sentences."""
    held, view = holdings(request), read_view(request.query_params)
    origin, destination = request.path_params["origin"], request.path_params["destination"]
    via = tuple(sorted(request.query_params.getlist("via")))
    every = [s for s in grouped(held.statements, view.by) if leads(s, origin, destination)]
    if not every:
        raise missing(f"No document says anything of a way from {end_name(origin)} to {end_name(destination)}.")
    here = [s for s in every if not via or s.via == via]
    shown = sorted(view.matching(here), key=lambda s: -(s.year or 0))
    others = {s.via for s in every} - ({via} if via else set())
    return render(
        request,
        "corridor.html",
        view=view,
        name=way(origin, via, destination),
        origin=origin,
        destination=destination,
        via=via,
        statements=shown,
        hidden=len(here) - len(shown),
        by_year=_by_year(shown),
        ways=_ways(held, shown) if view.by == "region" else {},
        others=sorted((way(origin, other, destination), other) for other in others) if len({s.via for s in every}) > 1 else [],
        ends=[end for end in (origin, *via, destination) if end != UNKNOWN and not end.startswith("region:")],
    )


def _ways(held: Holdings, shown: Sequence[FlowStatement]) -> dict[str, str]:
    """The way between countries that each statement tells of, by fact."""
    facts = {statement.fact for statement in shown}
    return {s.fact: way(s.origin, s.via, s.destination) for s in held.statements if s.fact in facts}


def _by_year(statements: Iterable[FlowStatement]) -> list[tuple[int, dict[str, int]]]:
    """How many statements of each certainty the reports of a year make."""
    years: dict[int, Counter[str]] = {}
    for s in statements:
        years.setdefault(s.year or 0, Counter())[DENIED if s.polarity == "negated" else s.certainty] += 1
    return sorted((year, dict(counts)) for year, counts in years.items())
