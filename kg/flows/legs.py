"""The flows of a network as parts of ways: what is drawn as one line from place to place, and what stays within a place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from kg.flows.network import Network
from kg.flows.palette import Form, form

Part = Literal["whole", "into", "onward", "within"]
"""``into`` leads from an origin to a transit place, ``onward`` from there to the destination; ``within`` stays in a place."""

THROUGH: Final[tuple[Part, ...]] = ("into", "onward")
"""The parts of a way through a transit place; a map must not let them look like flows of their own."""


class _Look(NamedTuple):
    """Flows that share it are drawn as one line."""

    start: str
    end: str
    part: Part
    form: Form
    line: str


@dataclass(frozen=True, slots=True)
class Leg:
    """One line from place to place, with the flows that lead along it."""

    start: str
    end: str
    part: Part
    form: Form
    line: str
    """The surest certainty of its flow, or ``denied``."""
    statements: int
    flows: tuple[str, ...]
    """The keys of the network's edges."""


def legs(graph: Network) -> list[Leg]:
    """The lines of a network, ordered; ways through several places lead through each on its own, for their order is not known."""
    gathered: dict[_Look, dict[str, int]] = defaultdict(dict)
    for origin, destination, key, data in graph.edges(data=True, keys=True):
        line = data["certainty"] if data["polarity"] == "affirmed" else "denied"
        for start, end, part in _parts(origin, data["via"], destination):
            gathered[_Look(start, end, part, form(data["exploitation"]), line)][key] = data["statements"]
    found = [Leg(*look, statements=sum(flows.values()), flows=tuple(sorted(flows))) for look, flows in gathered.items()]
    return sorted(found, key=lambda leg: (leg.start, leg.end, leg.part, leg.form.name, leg.line))


def _parts(origin: str, via: tuple[str, ...], destination: str) -> Iterator[tuple[str, str, Part]]:
    between = [place for place in via if place not in (origin, destination)]
    if not between:
        yield origin, destination, "within" if origin == destination else "whole"
    for place in between:
        yield origin, place, "into"
        yield place, destination, "onward"
