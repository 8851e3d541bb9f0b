"""Routes of a statement: from where, to where and through where, in the order in which the sentence says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.facts.reading.flow_elements import Element
from kg.language.whereabouts import Whereabout


@dataclass(slots=True)
class Route:
    """Places of one way; each list is empty where nothing is said."""

    origins: list[Whereabout] = field(default_factory=list)
    ends: list[Whereabout] = field(default_factory=list)
    via: list[Whereabout] = field(default_factory=list)
    words: list[Element] = field(default_factory=list)
    """What is said of exploitation and trades beside these places."""
    cue: str = ""


def routes(said: Sequence[Element]) -> list[Route]:
    """The routes of a statement; ways that share people and exploitation, but not their places, are routes of their own."""
    held = [Route()]
    pending_via: list[Whereabout] = []
    for element in said:
        current = held[-1]
        if element.kind != "place" or element.places is None:
            current.words.append(element)
            continue
        items = list(element.places.items)
        if element.value == "from":
            if current.ends or current.origins:
                current = Route()
                held.append(current)
            current.origins += items
        elif element.value == "via":
            if current.ends and not current.via and not pending_via:
                current.via += items
            else:
                pending_via += items
        elif element.value in {"to", "in"}:
            if current.ends:
                current = Route(origins=current.origins)
                held.append(current)
            current.ends += items
            current.cue = element.value
            current.via += pending_via
            pending_via = []
    held[-1].via += pending_via
    return held


def shared(held: Sequence[Route]) -> Iterator[tuple[Route, tuple[Element, ...]]]:
    """Each route with the exploitation and trades said of it: its own where the sentence pairs them one to one, else all."""
    everything = tuple(w for r in held for w in r.words)
    paired = len(held) > 1 and all(any(w.kind in {"exploitation", "service"} for w in r.words) for r in held)
    for route in held:
        yield route, tuple(route.words) if paired else everything
