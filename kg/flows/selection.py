"""Which flows a still picture shows where there are more than one can read, and what it says of the rest."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kg.flows.network import Network

READABLE: Final = 60
"""More flows than this nobody reads on one map."""

WAYS: Final = 6
"""One in so many is kept for flows through a third place, of which reports tell less often, so that a picture never lacks them all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a network that is drawn, and a sentence about the rest."""

    graph: Network
    note: str


def most_stated(graph: Network, limit: int = READABLE) -> Shown:
    """The flows with most statements, among equals those between the places that most statements name; some of them through a third.

    Places keep the roles that they play in all flows.
    """
    edges = {key: (origin, destination, data) for origin, destination, key, data in graph.edges(data=True, keys=True)}
    if len(edges) <= limit:
        return Shown(graph, "")
    places = {key: {origin, *data["via"], destination} for key, (origin, destination, data) in edges.items()}
    named: Counter[str] = Counter()
    for key, (_, _, data) in edges.items():
        named.update(dict.fromkeys(places[key], data["statements"]))

    def rank(key: str) -> tuple[int, int, int, str]:
        origin, destination, data = edges[key]
        return -data["statements"], -min(named[origin], named[destination]), -named[origin] - named[destination], key

    ranked = sorted(edges, key=rank)
    ways = [key for key in ranked if edges[key][2]["via"]][: limit // WAYS]
    kept = {*ways, *[key for key in ranked if key not in ways][: limit - len(ways)]}
    part = graph.copy()
    part.remove_edges_from([(*edges[key][:2], key) for key in edges.keys() - kept])
    part.remove_nodes_from(set(graph) - set().union(*(places[key] for key in kept)))
    through = f", {len(ways)} at least through a third place" if ways else ""
    rest = f"those with most statements, then those between the places named most{through}; {len(edges) - limit} are left out."
    return Shown(part, f"{limit} of {len(edges)} flows are shown, {rest}")
