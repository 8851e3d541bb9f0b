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
    fresh: bool = False
    """True where a "from" of its own begins it behind another route."""
    passing: bool = False
    """True where people only pass ("to or through")."""


def routes(said: Sequence[Element]) -> list[Route]:
    """The routes of a statement; ways that share people and exploitation, but not their places, are routes of their own."""
    held, ahead = [Route()], list[Whereabout]()
    for element in said:
        current = held[-1]
        items = list(element.places.items) if element.places else []
        if element.kind != "place":
            current.words.append(element)
        elif element.value == "from" and items[0].code == "there" and current.ends:
            held.append(Route(origins=current.origins, via=list(current.ends), cue="onward"))
        elif element.value == "from":
            if current.ends or current.origins:
                held.append(Route(cue="from", fresh=True))
            held[-1].origins += items
        elif element.value == "via":
            ahead = _through(held, ahead, element, items)
        elif element.value in {"to", "in"} and not (items[0].code == "there" and current.ends):
            held[-1] = _ended(held, element, items)
            held[-1].via += ahead
            ahead = []
    held[-1].via += ahead
    return _settled(held)


def _settled(held: list[Route]) -> list[Route]:
    """Without "abroad" where a country abroad is named, and without a trailing "from" that belongs to the route before it."""
    if len(held) > 1 and held[-1].origins and not held[-1].ends and not held[-1].passing and held[-1].cue == "from":
        last = held.pop()
        held[-1].words += last.words
        if all(p.town and p.code != "home" for p in last.origins):
            held[-1].via += last.origins
        elif not held[-1].origins:
            held[-1].origins += last.origins
    named = any(p.code.isupper() or ":" in p.code for r in held for p in r.ends)
    vague = [
        r
        for r in held
        if named and r.ends and {p.code for p in r.ends} == {"abroad"} and not any(w.kind == "exploitation" for w in r.words)
    ]
    for route in vague:
        held.remove(route)
        held[0].words += route.words
    return held


def _through(held: list[Route], ahead: list[Whereabout], element: Element, items: list[Whereabout]) -> list[Whereabout]:
    """Places on the way: of the ways just named, or of those to come."""
    current = held[-1]
    if element.voice == "alone":
        held.append(Route(origins=current.origins, via=items, passing=True))
    elif current.ends and not current.via and not ahead:
        current.via += items
    else:
        return ahead + items
    return ahead


def _ended(held: list[Route], element: Element, items: list[Whereabout]) -> Route:
    """The route that ends in these places: the last one, or a new one where that has an end already."""
    current = held[-1]
    if current.ends or current.passing:
        onward = element.voice == "onward"
        current = Route(origins=current.origins, via=[*current.via, *current.ends] if onward else [])
        held.append(current)
    current.ends += items
    current.cue = element.value if current.cue in {"", "from"} else current.cue
    return current


def shared(held: Sequence[Route], *, together: bool) -> Iterator[tuple[Route, tuple[Element, ...]]]:
    """Each route with the exploitation and trades said of it: its own where the sentence pairs them one to one, else all."""
    everything = tuple(w for r in held for w in r.words)
    paired = not together and len(held) > 1 and all(any(w.kind in {"exploitation", "service"} for w in r.words) for r in held)
    for route in held:
        yield route, tuple(route.words) if paired else everything
