"""Measures of a flow network, each with a sentence that says what it means; all count what texts say, never people."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import networkx as nx
from networkx.algorithms.community import greedy_modularity_communities

from kg.flows.filters import UNKNOWN
from kg.flows.network import Network


@dataclass(frozen=True, slots=True)
class Measure:
    """A number about each place; ``meaning`` is the sentence for readers."""

    name: str
    label: str
    meaning: str
    zero: float = 0
    """Its value for a place that it says nothing of; a share is a float even there."""


class Flow(NamedTuple):
    """An affirmed edge of the network as the measures see it."""

    origin: str
    via: tuple[str, ...]
    destination: str
    statements: int
    docs: tuple[str, ...]

    @property
    def internal(self) -> bool:
        """True where nobody leaves the place."""
        return self.origin == self.destination and not self.via


Counts = Mapping[str, float]

COUNTED: Final = "counts statements, never victims"

OUT: Final = Measure("out", "out", f"How often people from the place are said to be exploited elsewhere; {COUNTED}.")
IN: Final = Measure("in", "in", f"How often people from elsewhere are said to be exploited in the place; {COUNTED}.")
THROUGH: Final = Measure("through", "through", f"How often people are said to be taken through the place to another; {COUNTED}.")
INTERNAL: Final = Measure("internal", "internal", f"How often people of the place are said to be exploited within it; {COUNTED}.")
DOCUMENTS: Final = Measure(
    "documents", "documents", "In how many documents a flow from, to, through or within the place stands; counts documents, never victims."
)
BETWEENNESS: Final = Measure(
    "betweenness",
    "between",
    "Of the pairs of other places between which people are said to be taken, the share whose way leads through the place (0 to 1; "
    "a pair with several ways counts in part). Ways are those that a text states: two flows that happen to meet make no way. "
    f"It {COUNTED}.",
    zero=0.0,
)

COMMUNITY: Final = Measure(
    "community",
    "group",
    "Places with one number are joined with each other by more statements than with the rest (0: joined with none); the numbers say "
    f"nothing else, 1 has most places. It {COUNTED}.",
)

MEASURES: Final = (OUT, IN, THROUGH, INTERNAL, DOCUMENTS, BETWEENNESS, COMMUNITY)


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers about the whole network; a denied flow counts in none."""

    statements: int
    documents: int
    places: int
    corridors: int
    """Distinct edges: origin, ways and destination."""
    internal: int
    """Corridors within one place."""
    reciprocity: float | None
    """None where there is no corridor between two places."""


RECIPROCITY: Final = (
    "Of the connections from one place to another, the share for which the opposite direction is stated too (0 to 1); counts connections, "
    "never victims."
)


def flows(graph: Network) -> list[Flow]:
    """The affirmed edges of a network."""
    return [
        Flow(origin, data["via"], destination, data["statements"], data["docs"])
        for origin, destination, data in graph.edges(data=True)
        if data["polarity"] == "affirmed"
    ]


def measured(graph: Network) -> Network:
    """A copy of the network whose nodes carry the measures."""
    copy = graph.copy()
    found = measures(graph)
    for measure in MEASURES:
        nx.set_node_attributes(copy, {node: found[measure.name].get(node, measure.zero) for node in graph}, measure.name)
    return copy


def measures(graph: Network) -> dict[str, Counts]:
    """Each measure's name, and its value for the places that have one above zero."""
    found = flows(graph)
    return {
        OUT.name: _sum(found, lambda f: [] if f.internal else [f.origin]),
        IN.name: _sum(found, lambda f: [] if f.internal else [f.destination]),
        THROUGH.name: _sum(found, lambda f: list(f.via)),
        INTERNAL.name: _sum(found, lambda f: [f.origin] if f.internal else []),
        DOCUMENTS.name: _documents(found),
        BETWEENNESS.name: _betweenness(found),
        COMMUNITY.name: _communities(found),
    }


def summary(graph: Network) -> Summary:
    """The numbers about the whole network."""
    found = flows(graph)
    docs = {doc for flow in found for doc in flow.docs}
    places = {place for flow in found for place in (flow.origin, *flow.via, flow.destination)} - {UNKNOWN}
    return Summary(
        statements=sum(flow.statements for flow in found),
        documents=len(docs),
        places=len(places),
        corridors=len(found),
        internal=sum(flow.internal for flow in found),
        reciprocity=_reciprocity(found),
    )


def _sum(found: list[Flow], places: Callable[[Flow], list[str]]) -> Counts:
    counts: dict[str, float] = defaultdict(int)
    for flow in found:
        for place in places(flow):
            counts[place] += flow.statements
    return dict(counts)


def _documents(found: list[Flow]) -> Counts:
    docs: dict[str, set[str]] = defaultdict(set)
    for flow in found:
        for place in {flow.origin, *flow.via, flow.destination}:
            docs[place].update(flow.docs)
    return {place: len(names) for place, names in docs.items()}


def _betweenness(found: list[Flow]) -> Counts:
    """Freeman's betweenness with the stated ways in the place of shortest paths, each weighted by its statements."""
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    through: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for flow in _between_places(found):
        pair = (flow.origin, flow.destination)
        pairs[pair] += flow.statements
        for place in set(flow.via) - set(pair):
            through[pair][place] += flow.statements
    shares: dict[str, float] = defaultdict(float)
    for pair, places in through.items():
        for place, statements in places.items():
            shares[place] += statements / pairs[pair]
    others = {place: sum(place not in pair for pair in pairs) for place in shares}
    return {place: round(share / others[place], 4) for place, share in shares.items()}


def _communities(found: list[Flow]) -> Counts:
    """Communities of greatest modularity (Clauset, Newman and Moore, 2004), numbered from the largest."""
    joined: dict[frozenset[str], int] = defaultdict(int)
    for flow in found:
        ways = [pair for place in flow.via for pair in ((flow.origin, place), (place, flow.destination))]
        for pair in {frozenset(pair) for pair in ways or [(flow.origin, flow.destination)]}:
            if len(pair) == 2 and UNKNOWN not in pair:
                joined[pair] += flow.statements
    if not joined:
        return {}
    edges = sorted((*sorted(pair), weight) for pair, weight in joined.items())
    graph: Any = nx.Graph()
    graph.add_nodes_from(sorted({place for pair in joined for place in pair}))
    graph.add_weighted_edges_from(edges)
    groups = sorted(map(sorted, greedy_modularity_communities(graph, weight="weight")), key=lambda group: (-len(group), group))
    return {place: number for number, group in enumerate(groups, 1) for place in group}


def _between_places(found: list[Flow]) -> Iterator[Flow]:
    return (flow for flow in found if flow.origin != flow.destination and UNKNOWN not in (flow.origin, flow.destination))


def _reciprocity(found: list[Flow]) -> float | None:
    simple: Any = nx.DiGraph((flow.origin, flow.destination) for flow in _between_places(found))
    return round(nx.overall_reciprocity(simple), 4) if simple.number_of_edges() else None
