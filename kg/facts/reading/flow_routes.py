"""Routes of a statement: from where, to where and through where, in the order in which the sentence says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.facts.reading.flow_parts import Element
from kg.language.unplaced import UNKNOWN
from kg.language.whereabouts import Whereabout
from kg.vocabulary.area_words import area_words


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
    headed: bool = False
    """True where people are on their way to its end."""
    onward: bool = False
    """True where it goes on from where people were before the statement."""
    shared: list[Whereabout] = field(default_factory=list)
    """Places on the way that were named before all ways: they are on each of them."""


def routes(said: Sequence[Element]) -> list[Route]:
    """The routes of a statement; ways that share people and exploitation, but not their places, are routes of their own."""
    told = _ended_last(_told(said))
    held, ahead, words = [Route()], list[Whereabout](), list[Element]()
    leading = next((e.kind != "place" for e in told if e.kind in _WHAT or e.value in {"to", "in"}), False)
    for n, element in enumerate(told):
        current = held[-1]
        items = list(element.places.items) if element.places else []
        if element.kind != "place":
            (words if leading else current.words).append(element)
        elif element.value == "from":
            current.shared = current.shared or ([] if current.ends or current.origins else list(ahead))
            _left(held, items)
        elif element.value == "via" and element.voice == "latter" and len(current.ends) > 1:
            held.append(Route(origins=current.origins, ends=[current.ends.pop()], via=[*current.via, *items], onward=current.onward))
        elif element.value == "via":
            ahead = _through(held, ahead, element, items, before_end=_before_end(told, n))
        elif element.value in {"to", "in"} and not (items[0].code == "there" and current.ends):
            current = _ended(held, element, items)
            current.via += ahead
            current.words += words
            ahead, words = [], []
    if len(held) > 1 and held[-1].cue == "onward" and not held[-1].ends and held[-2].ends:
        words = [*held.pop().words, *words]
    held[-1].via += ahead
    held[-1].words += words
    if len(held) > 1 and (held[1].passing or held[1].cue == "both") and not (held[0].origins or held[0].ends or held[0].via):
        empty = held.pop(0)
        held[0].words = empty.words + held[0].words
    return _settled(held)


_LISTED = 4
"""How many tokens stand between places of one list at most."""
_NEXT = 10
"""How many tokens stand at most between a place and the exploitation that is said to befall people elsewhere too."""
_WHAT = frozenset({"exploitation", "service"})
TRADES = frozenset({"trade", "owned"})
"""Voices of places that a demonym before a trade or a ship names; "owned" for ships that are only said to be owned from there."""


def _told(said: Sequence[Element]) -> list[Element]:
    """Without ships of one country in the waters of another, and without where people want to go after they were exploited elsewhere."""
    said = [e for e in said if e.voice != "hoped"]
    ships = any(e.voice == "trade" for e in said)
    said = [e for e in said if not (ships and e.value == "in" and e.voice not in TRADES and _at_sea(e))]
    named = [e for e in said if e.value in {"in", "to"} and e.voice not in {*TRADES, "way", "onward"} and _firm(e) and not _strange(e)]
    said = [e for e in said if not (named and e.value in {"in", "to"} and _strange(e))]
    passing = any(e.voice in {"alone", "both"} for e in said)
    said = [e for e in said if e.voice != "counted"]
    said = [
        e
        for e in said
        if not (named and e.value == "in" and not _firm(e) and e.places and e.places.items[0].code == "abroad" and _far(named, e, said))
    ]
    return [e for e in said if not (named and e.voice in TRADES and e.kind == "place") and (passing or not _late(named, e))]


def _ended_last(told: list[Element]) -> list[Element]:
    """With the end of a way behind the places on it: "are brought, *bound for Kuwait*, to India and thence through Burma"."""
    way = [e for e in told if e.kind == "place" and e.value != "from"]
    stops = way[1:]
    onward = bool(stops) and stops[-1].value == "via" and all(e.value in {"to", "via"} and e.voice != "way" for e in stops)
    if not onward or way[0].value != "to" or way[0].voice != "way" or any(e.kind in _WHAT for e in told):
        return told
    others = [e._replace(value="via", voice="") if e in stops else e for e in told if e is not way[0]]
    return [*others, way[0]]


def _far(named: Sequence[Element], element: Element, said: Sequence[Element]) -> bool:
    """True for "abroad" that is not listed with the places named, nor said of exploitation of its own behind them."""
    nearest = max((n.last for n in named if n.last <= element.first), default=-_NEXT)
    if any(e.kind == "exploitation" and 0 <= e.first - nearest < _NEXT and e.last <= element.first for e in said):
        return False
    return all(abs(e.last - element.first) > _LISTED and abs(element.last - e.first) > _LISTED for e in named)


def _at_sea(element: Element) -> bool:
    """True for seas and oceans, where ships are."""
    held = element.places.items if element.places else ()
    return bool(held) and all((p.code == "abroad" and p.town) or any(w in p.code for w in area_words("water")) for p in held)


def _firm(element: Element) -> bool:
    """True for places with a name, the country itself and the open sea."""
    return element.places is not None and any(p.code not in {"abroad", "there"} or p.town for p in element.places.items)


def _strange(element: Element) -> bool:
    """True for names that no table of countries has."""
    return element.places is not None and all(p.code == UNKNOWN for p in element.places.items)


def _late(named: Sequence[Element], element: Element) -> bool:
    """True for where people are on their way to, behind where they were exploited."""
    return element.voice == "way" and element.value != "via" and any(e.first < element.first and e.value == "in" for e in named)


def _left(held: list[Route], items: list[Whereabout]) -> None:
    """Places that a way begins at; "from there" goes on from where the last one ended."""
    current = held[-1]
    again = bool(current.ends) and all(p.town for p in items) and {p.code for p in items} <= {p.code for p in current.ends}
    if again:
        held.append(Route(origins=current.origins, via=list(items), cue="onward", onward=current.onward))
        return
    if items[0].code == "there" and current.ends:
        held.append(Route(origins=current.origins, via=[*current.via, *current.ends], cue="onward", onward=current.onward))
        return
    if items[0].code == "there":
        current.onward = True
        return
    if current.ends:
        held.append(Route(cue="from", fresh=True, via=list(current.shared), shared=current.shared))
    held[-1].origins += items


def _settled(held: list[Route]) -> list[Route]:
    """Without a trailing "from" that belongs to the route before it."""
    if len(held) > 1 and held[-1].origins and not held[-1].ends and not held[-1].passing and held[-1].cue == "from":
        last = held.pop()
        held[-1].words += last.words
        held[-1].via += [v for v in last.via if v not in held[-1].via]
        if all(p.town and p.code != "home" for p in last.origins):
            held[-1].via += last.origins
        elif not held[-1].origins:
            held[-1].origins += last.origins
    return held


def _before_end(told: Sequence[Element], n: int) -> bool:
    """True for "through" a place that "to" follows at once ("and, through Turkey, to Greece")."""
    following = told[n + 1] if n + 1 < len(told) else None
    return told[n].voice == "ahead" and following is not None and following.value in {"to", "in"} and following.first - told[n].last <= 1


def _through(
    held: list[Route], ahead: list[Whereabout], element: Element, items: list[Whereabout], *, before_end: bool
) -> list[Whereabout]:
    """Places on the way: of the ways just named, or of those to come."""
    current = held[-1]
    if before_end and current.ends:
        return ahead + items
    if element.voice == "both":
        held += [Route(origins=items, cue="both"), Route(origins=current.origins, via=items, passing=True)]
    elif element.voice == "every" and current.ends:
        for route in held:
            route.via += items
    elif element.voice == "alone":
        held.append(Route(origins=current.origins, via=items, passing=True))
    elif current.ends and not current.via and not ahead:
        current.via += items
    else:
        return ahead + items
    return ahead


def _ended(held: list[Route], element: Element, items: list[Whereabout]) -> Route:
    """The route that ends in these places: the last one, or a new one where that has an end already."""
    current = held[-1]
    both = current.passing and held[-2:][0].cue == "both"
    if current.passing and (both or element.voice == "way"):
        for route in held[-2:] if both else [current]:
            route.ends += items
        return current
    onward = element.voice == "onward"
    goes_on = onward and not current.ends
    if element.voice == "where" and {p.code for p in items} == {p.code for p in current.ends}:
        return current
    if current.ends or current.passing:
        going_on = onward and bool(current.ends)
        current = Route(origins=current.origins, via=[*current.via, *current.ends] if going_on else [], onward=current.onward)
        held.append(current)
    current.onward = current.onward or goes_on
    current.headed = current.headed or (element.voice == "way" and not current.ends)
    current.ends += items
    current.cue = element.value if current.cue in {"", "from"} else current.cue
    return current


def shared(held: Sequence[Route], *, together: bool) -> Iterator[tuple[Route, tuple[Element, ...]]]:
    """Each route with the exploitation and trades said of it: its own where the sentence pairs them one to one, else all."""
    everything = tuple(w for r in held for w in r.words)
    paired = not together and len(held) > 1 and all(any(w.kind in _WHAT for w in r.words) for r in held)
    for route in held:
        yield route, tuple(route.words) if paired else everything
