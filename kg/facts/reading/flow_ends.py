"""The ends of a flow: where people come from and where they are exploited, what is said and what follows from who they are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.facts.reading.flow_attributes import victims
from kg.facts.reading.flow_context import POINTING, Context, Ends, Resolved
from kg.facts.reading.flow_onward import on_way
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_routes import Route
from kg.language.clauses import FINITE
from kg.language.people import People
from kg.language.unplaced import UNKNOWN
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.localities import is_town_of, only_country_of


def pairs(at: Context, people: People | None, route: Route) -> Iterator[Ends]:
    """Each origin with each destination, the places on the way, and whether a hedge stands before one of them."""
    origins, left = _left(at, people, route)
    ends = _resolved(at, _without_rest(at, route.ends))
    if not ends and _pointing_nowhere(at, route.ends):
        return
    soldiers = any(e.voice == "enlisted" for e in at.frame.said)
    if (_unknown(ends, route.ends) and not soldiers) or _unknown(origins, (*(people.origins if people else ()), *route.origins)):
        return
    via = [code for code, _ in (*_before(at, people, route), *_resolved(at, route.via), *left) if code]
    part = _part(at, route, origins, ends)
    origins = origins or list(part.sources)
    if at.role is not None and not part.transit and not origins and not ends:
        return
    via += part.places if part.transit else ()
    ends = list(part.ends) or ends
    if part.also:
        yield from (Ends(origin, at.home, (), doubt) for origin, doubt in origins)
    through = at.home in via
    for origin, doubt in origins or _default_origins(at, people, ends, route, through):
        for end, other in ends or [(_default_end(at, origin, via, route), False)]:
            if not ends and end is None and origin == at.home and set(via) <= {at.home}:
                continue  # who passes through a place at home has not left it
            if (origin is not None or end is not None) and (origin != end or origin == at.home):
                passed = (*via, *part.places) if part.crossed and end is not None and at.home not in {origin, end} else via
                yield Ends(origin, end, tuple(v for v in dict.fromkeys(passed) if v not in {origin, end}), doubt or other)


_PAPERS = 7
"""How many tokens behind "arrive" may name the visas on which people do."""
_AMONG = 3
"""How many tokens may stand between "third countries" and the first of those named among them."""


def _without_rest(at: Context, places: Sequence[Whereabout]) -> Sequence[Whereabout]:
    """Without "third countries" before the names of some of them."""
    return [p for n, p in enumerate(places) if not (p.code == "abroad" and not p.town and _explained(at, p, places[n + 1 :]))]


def _explained(at: Context, place: Whereabout, behind: Sequence[Whereabout]) -> bool:
    """True where names follow that are among the countries just mentioned, not beside them."""
    between = at.annotated.tokens[place.last : behind[0].first] if behind else ()
    return 0 < len(between) <= _AMONG and bool({t.lower for t in between} & flow_words("enumerated"))


class _Part(NamedTuple):
    """The part that role words give to a place on a way."""

    places: tuple[str, ...] = ()
    transit: bool = False
    """True where people pass it."""
    crossed: bool = False
    """True where they may pass it, as the narrative's country."""
    ends: Sequence[tuple[str | None, bool]] = ()
    """Where they are exploited, as far as the role says it."""
    also: bool = False
    """True where some are exploited in the narrative's country, and others beyond."""
    sources: Sequence[tuple[str | None, bool]] = ()
    """Where they come from, as far as the role says it."""


def _part(at: Context, route: Route, origins: Resolved, ends: Resolved) -> _Part:
    """The part of the places that a statement's role words name."""
    if at.role is None:
        return _Part()
    roles = {r.role for r in at.role.roles}
    places = tuple(at.home if p.code == "home" else p.code for p in at.role.places)
    own = places == (at.home,)
    here = own and "destination" in roles and _elsewhere(at, route, origins)
    transit = roles == {"transit"} or ("transit" in roles and (here or places_apart(origins, ends, at.home)))
    only = roles == {"destination"} and (here or not (own or ends))
    told = [(p, False) for p in places] if only else []
    sent = [(p, False) for p in places] if roles == {"source"} and not own and not origins else []
    return _Part(places, transit, "transit" in roles and own, told, here and roles == {"transit", "destination"}, sent)


def _elsewhere(at: Context, route: Route, origins: Resolved) -> bool:
    """True for foreigners trafficked only "abroad", or looking for work in a third country: those for whom this one is a destination."""
    if not route.ends or not origins or any(code in {at.home, None} for code, _ in origins):
        return False
    first = route.ends[0].first
    ahead = {t.lower for t in at.annotated.tokens[max(at.sentence.first, first - 5) : first]}
    return {p.code for p in route.ends} == {"abroad"} or bool(ahead & flow_words("promised"))


def _unknown(held: Resolved, said: Sequence[Whereabout]) -> bool:
    """True where all that is said of an end is a name that no table has: nothing else may be put in its place."""
    return not held and any(p.code == UNKNOWN for p in said)


def places_apart(origins: Resolved, ends: Resolved, home: str) -> bool:
    """True for a way from one foreign place to another."""
    return bool(origins and ends) and all(code not in {home, None} for code, _ in (*origins, *ends))


def _default_end(at: Context, origin: str | None, via: Sequence[str], route: Route) -> str | None:
    """Where people are exploited of whom it is not said: in the narrative's country, unless they pass it or leave it."""
    if route.passing or at.home in via or (via and origin in {None, at.home}):
        return None
    return at.home


def _left(at: Context, people: People | None, route: Route) -> tuple[Resolved, Resolved]:
    """Where people come from, and a country that they are taken from without being of it."""
    own = _resolved(at, people.origins if people else ())
    named = _resolved(at, route.origins)
    fled = [o for o in own if o[0] not in {at.home, None}]
    if people and "refugees" in people.victims and fled and not route.origins and at.home in {code for code, _ in own}:
        return fled, [(at.home, False)]
    verb = min((v.first for v in at.frame.verbs), default=at.frame.last)
    behind = bool(route.origins) and route.origins[0].first > verb
    if not own or not named or route.fresh or {code for code, _ in own} <= {None}:
        return named or own, []
    if {code for code, _ in named} == {at.home} and at.home not in {code for code, _ in own}:
        return own, named
    leading = (route.onward or at.frame.points_back) and at.annotated.tokens[at.sentence.first].lower == "from"
    return (own, named) if behind or leading else ([*own, *named], [])


def _before(at: Context, people: People | None, route: Route) -> Resolved:
    """The way up to where a statement goes on from: that of the same people before it, else the narrative's country."""
    if through := _come_through(at, route):
        return through
    going = route.onward or (route.headed and at.frame.points_back and not route.via)
    if at.frame.points_back and at.memory.path and going:
        path, named = _resolved(at, at.memory.path), [code for code, _ in _resolved(at, route.origins)]
        if {code for code, _ in _resolved(at, route.ends)} & {code for code, _ in path}:
            return []  # of those bound for one of several ends, none comes through the others
        again = max((n for n, (code, _) in enumerate(path) if code in named), default=len(path))
        return path[: again + 1]
    foreign = people is not None and bool({o.code for o in people.origins} - {"home", at.home})
    if foreign and at.frame.points_back and not at.role and _beyond(at, route):
        return [(at.home, False)]
    begun = route.onward and not at.frame.points_back and any(o.code.isupper() and o.code != at.home for o in route.origins)
    going = (going and not begun) or (not route.via and _in_transit(at, route))
    onward = (foreign and not at.role and (going or at.frame.same_way)) or on_way(at.annotated, at.sentence, at.frame.last)
    return [(at.home, False)] if onward else []


def _come_through(at: Context, route: Route) -> Resolved:
    """The way that people had come before they were exploited at its end: "travel through Sudan; once in Libya, some are sold"."""
    way = (
        [e for e in at.memory.way if e.places and e.value in {"to", "in", "via"}]
        if at.frame.points_back and not (route.onward or at.role)
        else []
    )
    ends = {code for code, _ in _resolved(at, route.ends)} or {at.home}
    headed = _codes(at, [e for e in way if e.voice in {"way", "hoped"} and e.value != "via"])
    reached = _codes(at, [e for e in way if e.voice not in {"way", "hoped"} and e.value != "via"])
    onward = bool(headed) and ends <= headed
    if not (onward or (reached <= ends and any(e.value == "via" for e in way))):
        return []
    path = list(dict.fromkeys(c for e in way if e.value == "via" or e.voice not in {"way", "hoped"} for c in _resolved(at, _items(e))))
    return path[: next((n for n, (code, _) in enumerate(path) if code in ends), len(path))]


def _codes(at: Context, held: Sequence[Element]) -> set[str | None]:
    return {code for e in held for code, _ in _resolved(at, _items(e))}


def _items(element: Element) -> Sequence[Whereabout]:
    return element.places.items if element.places else ()


def _in_transit(at: Context, route: Route) -> bool:
    """True for people "in transit to" another country, who are in the narrative's one."""
    if not route.ends or at.home in {code for code, _ in _resolved(at, route.ends)}:
        return False
    ahead = at.annotated.tokens[max(at.sentence.first, route.ends[0].first - 4) : route.ends[0].first]
    return bool({t.lower for t in ahead} & {"transit", "transiting"})


def _beyond(at: Context, route: Route) -> bool:
    """True where others of the people who pass the narrative's country go on by ways of their own ("others go through Juba to")."""
    passed = {p.code for p in at.memory.path} & {"home", at.home}
    return bool(passed and route.via and route.ends) and at.home not in {c for c, _ in _resolved(at, (*route.ends, *route.origins))}


def _resolved(at: Context, places: Sequence[Whereabout]) -> Resolved:
    found: Resolved = []
    for n, place in enumerate(places):
        if place.code in POINTING:
            found += _resolved(at, _named_before(at, place) or _told_from(at, place) or _remembered(at, place))
        elif place.code == UNKNOWN:
            town = place.town or ""
            if n + 1 < len(places) and _in_country(at, place, places[n + 1]):
                continue
            code = _elsewhere_named(at, town) or (at.home if is_town_of(town, at.home) else only_country_of(town))
            found += [(code, place.hedged)] if code else []
        else:
            found.append(({"home": at.home, "abroad": None}.get(place.code, place.code), place.hedged))
    return list(dict.fromkeys(found))


def _remembered(at: Context, place: Whereabout) -> Sequence[Whereabout]:
    """The places told before; of "these countries" where only the narrative's own was named, those that the people came from."""
    told = [p for p in at.memory.places if p.code not in POINTING] or _in_sentence(at, place)
    lands = any(t.lower in flow_words("lands") for t in at.annotated.tokens[place.first : place.last])
    abroad = [p for p in told if p.code not in {"home", at.home}]
    theirs = [o for g in at.memory.people for p in g.people for o in p.origins if o.code not in {"home", at.home, "abroad", *POINTING}]
    return theirs if lands and theirs and not abroad else told


def _in_sentence(at: Context, place: Whereabout) -> Sequence[Whereabout]:
    """The countries named before in the same sentence, for "these countries"."""
    if not any(t.lower in flow_words("lands") for t in at.annotated.tokens[place.first : place.last]):
        return []
    held = [m for m in at.sentence.of("place") if m.last <= place.first and m.form == "name" and m.value != at.home]
    return [Whereabout(m.value, m.first, m.last) for m in held]


def _pointing_nowhere(at: Context, places: Sequence[Whereabout]) -> bool:
    """True for "these countries" of which none is known."""
    words = [t.lower for p in places if p.code in POINTING for t in at.annotated.tokens[p.first : p.last]]
    return any(word in flow_words("lands") for word in words)


def _named_before(at: Context, place: Whereabout) -> Sequence[Whereabout]:
    """The places of the statement itself that "there" points to: "abducted in Niger and exploited there", not where people come from."""
    near = max((e for e in at.frame.said if e.places and e.places.items[0].first < place.first), key=lambda e: e.first, default=None)
    if near is None or near.places is None or at.annotated.tokens[near.first].lower not in {"in", "through", "across"}:
        return []
    return [p for p in near.places.items if p.first < place.first and p.code not in {"abroad", *POINTING}]


def _told_from(at: Context, place: Whereabout) -> Sequence[Whereabout]:
    """Where those are in the country who tell of "there": "an NGO *on the Riviera* estimates that 20 girls are exploited there"."""
    tokens, first = at.annotated.tokens, at.sentence.first
    told = next((i for i in range(first, place.first) if tokens[i].lemma in flow_words("telling") and tokens[i].tag in FINITE), -1)
    home = {"home", at.home}
    if told < 0 or at.frame.points_back or any(m.value not in home for m in at.sentence.of("place", "town") if m.first < place.first):
        return []
    for i in range(first, told - 1):
        at_name = i + 1 + (tokens[i + 1].lower == "the")
        near = tokens[i].lower in flow_words("at_place") and tokens[at_name].tag in {"NNP", "NNPS"}
        if near and at_name < told and tokens[at_name].lower not in flow_words("unplaced"):
            return [Whereabout("home", at_name, at_name + 1)]
    return []


def _in_country(at: Context, place: Whereabout, behind: Whereabout) -> bool:
    """True for a town right before its country: "in Santiago, Chile"."""
    near = behind.first - place.last == 1 and at.annotated.tokens[place.last].text in {",", "("}
    return near and not behind.town and is_town_of(place.town or "", behind.code)


def _elsewhere_named(at: Context, town: str) -> str | None:
    """The other country of the sentence that has a town of this name, where it is not the country that the people are from."""
    theirs = {o.code for g in at.frame.people for p in g.people for o in p.origins} | {"home", at.home}
    named = {m.value for m in at.sentence.of("place") if m.first < at.frame.last} - theirs
    having = [code for code in sorted(named) if is_town_of(town, code)]
    return having[0] if len(having) == 1 else None


def _default_origins(at: Context, people: People | None, ends: Resolved, route: Route, through: bool) -> Resolved:
    """Where people come from of whom nothing is said: from the narrative's country, unless they have come to it or pass through it."""
    moved = people is not None and bool({"migrants", "refugees"} & set(victims(at, people))) and not _displaced(at, people)
    before = [o.code for g in at.memory.people for p in g.people for o in p.origins]
    foreign = people is not None and _in_households(at, people) and not ends and bool(before) and not {"home", at.home} & set(before)
    inside = not ends or any(code == at.home for code, _ in ends)
    brought = route.cue == "to" and ends and all(e.code != "home" and not e.town for e in route.ends)
    fled = people is not None and "refugees" in people.victims and not _displaced(at, people)
    workers = people is not None and not people.victims and _at_work(at, people) and at.memory.roles and "source" not in at.memory.roles
    agent = at.frame.agent
    theirs = 0 <= agent < at.sentence.last and at.annotated.tokens[agent].lower == "from" and not inside
    foreign = foreign or theirs or (inside and _admitted(at)) or (bool(workers) and all(code == at.home for code, _ in ends))
    return [(None, False)] if fled or through or foreign or (inside and (moved or brought)) else [(at.home, False)]


def _in_households(at: Context, people: People) -> bool:
    """True for domestic workers, who are foreigners where foreigners were spoken of."""
    words = {t.lower for t in at.annotated.tokens[people.first : people.last]}
    return people.kind == "person" and bool(words & flow_words("household"))


def _at_work(at: Context, people: People) -> bool:
    """True for workers, who are foreigners in a country that is no source."""
    words = {t.lower for t in at.annotated.tokens[people.first : people.last]}
    return people.kind == "person" and bool(words & (flow_words("household") | flow_words("worker")))


def _admitted(at: Context) -> bool:
    """True for people who "arrive on artiste visas": they have come from elsewhere."""
    words = at.annotated.tokens[at.frame.first : min(at.sentence.last, at.frame.last + _PAPERS)]
    came = next((n for n, t in enumerate(words) if t.lower in {"arrive", "arrived", "enter", "entered", "come", "came"}), len(words))
    ahead = [t.lower for t in words[came : came + _PAPERS]]
    return "on" in ahead and any(word in {"visa", "visas", "permit", "permits"} for word in ahead)


def _displaced(at: Context, people: People) -> bool:
    """True for people displaced within their country."""
    return any(t.lower in flow_words("displaced") for t in at.annotated.tokens[people.first : people.last])
