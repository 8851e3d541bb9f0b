"""The flow network: countries and regions as nodes, flows as directed edges, each with what the documents say of it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal

import networkx as nx

from kg.facts.model import CERTAINTIES, ordered
from kg.flows.filters import UNKNOWN, FlowFilter, corridor, end_name, matching
from kg.flows.statements import FlowStatement, read_statements
from kg.vocabulary.places import by_code

if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph

__all__ = ["ROLES", "UNKNOWN", "FlowFilter", "FlowStatement", "Network", "corridor", "matching", "network", "read_statements"]

Role = Literal["source", "transit", "destination", "internal"]

ROLES: Final[tuple[Role, ...]] = ("source", "transit", "destination", "internal")
"""What a place can be in the flows; ``internal``: people are exploited within it."""


def network(statements: Iterable[FlowStatement]) -> Network:
    """One edge for each corridor: the same origin, ways, destination and polarity; parallel edges where the ways differ.

    A node has label, kind (country, region, unknown), roles, and latitude and longitude where a map can show it.
    An edge's key is unique in the whole network. Every set is a sorted tuple.
    """
    gathered: dict[tuple[str, str, str], list[FlowStatement]] = {}
    for statement in statements:
        ends = (statement.origin or UNKNOWN, statement.destination or UNKNOWN)
        gathered.setdefault((*ends, corridor(statement)), []).append(statement)
    everything = [statement for found in gathered.values() for statement in found]
    graph = Network(
        statements=len(everything),
        documents=len({s.doc for s in everything}),
        years=tuple(sorted({s.year for s in everything if s.year is not None})),
    )
    roles = _roles(everything)
    for code in sorted(roles):
        graph.add_node(code, **_node(code, roles[code]))
    for origin, destination, key in sorted(gathered):
        graph.add_edge(origin, destination, key=key, **_edge(gathered[origin, destination, key]))
    return graph


def _roles(statements: Iterable[FlowStatement]) -> dict[str, set[Role]]:
    """The roles of every place that is named; a denied flow gives none."""
    roles: dict[str, set[Role]] = {}
    for statement in statements:
        origin, destination = statement.origin or UNKNOWN, statement.destination or UNKNOWN
        internal = origin == destination and not statement.via
        played: list[tuple[str, Role]] = [(place, "transit") for place in statement.via]
        played += [(origin, "internal" if internal else "source"), (destination, "internal" if internal else "destination")]
        for place, role in played:
            roles.setdefault(place, set()).update([role] if statement.polarity == "affirmed" else [])
    return roles


def _node(code: str, roles: set[Role]) -> dict[str, object]:
    known = by_code().get(code)
    kind = "unknown" if code == UNKNOWN else "region" if code.startswith("region:") else "country"
    centre = {"latitude": known.latitude, "longitude": known.longitude} if known else {}
    label = end_name(code)
    return {"label": label, "kind": kind, "roles": tuple(role for role in ROLES if role in roles), **centre}


def _edge(statements: Sequence[FlowStatement]) -> dict[str, object]:
    """What all statements of one corridor say together; the strongest certainty holds, as when facts are united."""
    count = {certainty: sum(s.certainty == certainty for s in statements) for certainty in CERTAINTIES}
    return {
        "via": statements[0].via,
        "exploitation": _all(s.exploitation for s in statements),
        "victims": _all(s.victims for s in statements),
        "sectors": _all(s.sectors for s in statements),
        "years": tuple(sorted({s.year for s in statements if s.year is not None})),
        "certainty": next(certainty for certainty in CERTAINTIES if count[certainty]),
        "polarity": statements[0].polarity,
        "statements": len(statements),
        "stated": count["stated"],
        "reported": count["reported"],
        "possible": count["possible"],
        "documents": len({s.doc for s in statements}),
        "docs": ordered(s.doc for s in statements),
        "facts": ordered(s.fact for s in statements),
        "quote": _example(statements),
    }


def _all(sets: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return ordered(value for values in sets for value in values)


def _example(statements: Sequence[FlowStatement]) -> str:
    """The shortest quote among the surest statements, so that one sentence shows what the edge stands for."""
    quotes = [(CERTAINTIES.index(s.certainty), len(quote), quote) for s in statements for quote in s.quotes]
    return min(quotes)[2] if quotes else ""
