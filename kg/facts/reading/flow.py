"""Reading of trafficking flows: people of a place are exploited, or trafficked, in or to a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.flow import Flow
from kg.facts.model import CERTAINTIES, Certainty, Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_elements import Element
from kg.facts.reading.flow_frames import Frame, frames
from kg.facts.reading.flow_routes import Route, routes, shared
from kg.facts.reading.roles import Called, called
from kg.language.model import Annotated, Sentence
from kg.language.people import Group, People
from kg.language.qualifiers import Qualified, qualify
from kg.language.whereabouts import Whereabout

_TRIGGERS = ("trafficking", "exploitation")


@dataclass(slots=True)
class _Memory:
    """What the sentences before spoke of: people and places."""

    people: Sequence[Group] = ()
    places: Sequence[Whereabout] = ()


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read flows outside the recommendations."""
    memory, section = _Memory(), ""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not sentence.of(*_TRIGGERS):
            continue
        if sentence.section != section:
            memory, section = _Memory(), sentence.section
        held = tuple(called(annotated, sentence))
        for frame in frames(annotated, sentence):
            yield from _flows(annotated, sentence, frame, memory, _role(held, frame))


def _role(held: Sequence[Called], frame: Frame) -> Called | None:
    """The role words that introduce the people of a statement."""
    if not frame.people:
        return None
    before = [c for c in held if c.last <= frame.people[0].first]
    return before[-1] if before else None


def _flows(annotated: Annotated, sentence: Sentence, frame: Frame, memory: _Memory, role: Called | None) -> Iterator[Fact]:
    if not frame.people and frame.pronoun:
        frame.people = list(memory.people)
    if not frame.people and not _bare(frame):
        return
    if not _exploited(frame):
        _remember(frame, memory)
        return
    qualified = _qualified(annotated, sentence, frame)
    for route, words in shared(routes(frame.said)):
        for people in _people(frame, memory):
            for ends in _pairs(annotated.document.country, people, route, role, memory):
                yield _flow(annotated, sentence, frame, people, route, words, ends, qualified)
    _remember(frame, memory)


def _bare(frame: Frame) -> bool:
    """True for trafficking from one named place to another without people."""
    cues = {e.value for e in frame.said if e.kind == "place"}
    return {"from", "to"} <= cues and any(v.value in {"trade", "exploit"} for v in frame.verbs)


def _exploited(frame: Frame) -> bool:
    """True where what is said amounts to exploitation."""
    kinds = {e.kind for e in frame.said}
    classes = {v.value for v in frame.verbs}
    if "exploit" in classes:
        return True
    if "exploitation" in kinds:
        return bool(classes) or any(e.kind == "exploitation" for e in frame.said)
    if "force" in classes and ("service" in kinds or "sector" in kinds):
        return True
    return "trade" in classes and any(e.kind == "place" and e.value in {"in", "to", "from"} for e in frame.said)


def _qualified(annotated: Annotated, sentence: Sentence, frame: Frame) -> Qualified:
    """How the statement is qualified: by its most certain verb; what may befall people is possible."""
    found: list[Qualified] = []
    for verb in [v for v in frame.verbs if v.value != "move"] or frame.verbs:
        one = qualify(annotated, sentence, verb.first)
        found.append(one._replace(certainty="possible") if verb.value == "risk" else one)
    if not found:
        one = next((e for e in frame.said if e.kind == "exploitation"), None)
        found.append(qualify(annotated, sentence, one.first if one else frame.first))
    return min(found, key=lambda q: CERTAINTIES.index(q.certainty))


def _people(frame: Frame, memory: _Memory) -> Iterator[People | None]:
    if not frame.people:
        yield None
    for group in frame.people:
        for people in group.people:
            if people.deictic and not people.origins and memory.people:
                known = next((p for g in memory.people for p in g.people if p.origins), None)
                people = people._replace(origins=known.origins if known else ())
            yield people


def _pairs(
    home: str, people: People | None, route: Route, role: Called | None, memory: _Memory
) -> Iterator[tuple[str | None, str | None, tuple[str, ...], Certainty | None]]:
    """Each origin with each destination, the places on the way, and what a hedge before one of them makes of it."""
    origins = _resolved(home, route.origins or (people.origins if people else ()), memory)
    ends = _resolved(home, route.ends, memory)
    via = tuple(code for code, _ in _resolved(home, route.via, memory) if code)
    only_transit = role is not None and {r.role for r in role.roles} == {"transit"}
    if role is not None and only_transit:
        via = ordered((*via, *(home if p.code == "home" else p.code for p in role.places)))
    if role is not None and not only_transit and not origins and not ends:
        return
    for origin, doubt in origins or _default_origins(home, people, ends, route):
        for end, other in ends or _default_ends(home, origin, via):
            if origin is None and end is None:
                continue
            yield origin, end, tuple(v for v in via if v not in {origin, end}), "possible" if doubt or other else None


Resolved = list[tuple[str | None, bool]]


def _resolved(home: str, places: Sequence[Whereabout], memory: _Memory) -> Resolved:
    found: Resolved = []
    for place in places:
        if place.code in {"there", "deixis"}:
            found += _resolved(home, [p for p in memory.places if p.code not in {"there", "deixis"}], memory)
        else:
            found.append(({"home": home, "abroad": None}.get(place.code, place.code), place.hedged))
    return list(dict.fromkeys(found))


def _default_origins(home: str, people: People | None, ends: Resolved, route: Route) -> Resolved:
    """Where people come from of whom nothing is said: from the narrative's country, unless they are brought to it or have come to it."""
    moved = people is not None and {"migrants", "refugees"} & set(people.victims)
    inside = not ends or any(code == home for code, _ in ends)
    if inside and (moved or (route.cue == "to" and ends and all(e.code != "home" for e in route.ends))):
        return [(None, False)]
    return [(home, False)]


def _default_ends(home: str, origin: str | None, via: tuple[str, ...]) -> Resolved:
    return [(None, False)] if via else [(home, False)]


def _flow(
    annotated: Annotated,
    sentence: Sentence,
    frame: Frame,
    people: People | None,
    route: Route,
    words: Sequence[Element],
    ends: tuple[str | None, str | None, tuple[str, ...], Certainty | None],
    qualified: Qualified,
) -> Flow:
    origin, destination, via, doubt = ends
    return Flow(
        doc=annotated.document.id,
        polarity=qualified.polarity,
        certainty=doubt or qualified.certainty,
        evidence=(of_tokens(annotated, *_span(sentence, frame)),),
        rule=_rule(frame),
        origin=origin,
        destination=destination,
        via=ordered(via),
        victims=_victims(frame, people),
        exploitation=_exploitation(frame, words),
        sectors=ordered(v for e in words if e.kind == "sector" for v in e.values),
        means=ordered(v for e in frame.said if e.kind == "means" for v in e.values),
        from_place=ordered(p.town for p in (*route.origins, *(people.origins if people else ())) if p.town),
        to_place=ordered(p.town for p in route.ends if p.town),
    )


def _rule(frame: Frame) -> str:
    classes = [v.value for v in frame.verbs]
    return "flow." + next((c for c in ("exploit", "force", "undergo", "risk", "victims", "trade", "move") if c in classes), "condition")


def _span(sentence: Sentence, frame: Frame) -> tuple[int, int]:
    spans = [(e.first, e.last) for e in (*frame.verbs, *frame.said)] + [
        (g.first, g.last) for g in frame.people if sentence.first <= g.first < sentence.last
    ]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _victims(frame: Frame, people: People | None) -> tuple[str, ...]:
    values = set(people.victims if people else ())
    if people and any(v.value == "move" for v in frame.verbs) and "migrants" in values:
        values.add("migrants")
    return ordered(values or {"nationals"}) if people else ()


def _exploitation(frame: Frame, words: Sequence[Element]) -> tuple[str, ...]:
    strong = [v for e in words if e.kind == "exploitation" for v in e.values]
    classes = {v.value for v in frame.verbs}
    weak = [v for e in words if e.kind == "service" for v in e.values] if classes & {"exploit", "force"} else []
    sectors = {v for e in words if e.kind == "sector" for v in e.values} - {"hospitality", "commercial_sex"}
    if not strong and not weak and sectors and classes & {"force", "exploit"}:
        weak = ["forced_labor"]
    return ordered((*strong, *weak))


def _remember(frame: Frame, memory: _Memory) -> None:
    if frame.people:
        memory.people = tuple(frame.people)
    places = [p for e in frame.said if e.kind == "place" and e.places for p in e.places.items]
    if named := [p for p in places if p.code not in {"home", "abroad", "there"}]:
        memory.places = tuple(named)
    elif frame.people and (origins := [o for g in frame.people for p in g.people for o in p.origins]):
        memory.places = tuple(origins)
