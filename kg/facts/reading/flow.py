"""Reading of trafficking flows: people of a place are exploited, or trafficked, in or to a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.facts.flow import Flow
from kg.facts.model import CERTAINTIES, Certainty, Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_elements import Element
from kg.facts.reading.flow_evidence import evidence_of
from kg.facts.reading.flow_frames import Frame, frames
from kg.facts.reading.flow_routes import Route, routes, shared
from kg.facts.reading.roles import Called, called
from kg.language.model import Annotated, Sentence
from kg.language.people import Group, People
from kg.language.qualifiers import Qualified, qualify
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.role_words import role_of

_TRIGGERS = ("trafficking", "exploitation")
_POINTING = frozenset({"there", "deixis"})


@dataclass(slots=True)
class _Memory:
    """What was spoken of before: people, and places with a name."""

    people: Sequence[Group] = ()
    places: Sequence[Whereabout] = ()
    way: Sequence[Element] = ()
    """The places of the last statement, with their cues."""
    index: int = -2
    """The index of its sentence."""


class _Ends(NamedTuple):
    origin: str | None
    destination: str | None
    via: tuple[str, ...]
    doubtful: bool


Resolved = list[tuple[str | None, bool]]
"""Codes, and whether a hedge stands before them."""


_Told = tuple[Route, Sequence[Element]]
"""A route and what is said of exploitation and trades on it."""


class _Context(NamedTuple):
    """A statement with all that its reading needs."""

    annotated: Annotated
    sentence: Sentence
    frame: Frame
    role: Called | None
    memory: _Memory
    evidence: Sequence[Element]

    @property
    def home(self) -> str:
        """The narrative's country."""
        return self.annotated.document.country


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read flows outside the recommendations."""
    memory, section = _Memory(), ""
    told = {s.group for s in annotated.sentences if s.of(*_TRIGGERS) or any(m.value == "victim" for m in s.of("persons"))}
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not (sentence.group in told or _names_role(annotated, sentence)):
            continue
        if sentence.section != section:
            memory, section = _Memory(), sentence.section
        yield from _of_sentence(annotated, sentence, memory)


def _names_role(annotated: Annotated, sentence: Sentence) -> bool:
    """True where a sentence has a role word."""
    return any(t.lower in role_of() for t in annotated.tokens[sentence.first : sentence.last])


def _of_sentence(annotated: Annotated, sentence: Sentence, memory: _Memory) -> Iterator[Fact]:
    """The flows of one sentence, statement by statement."""
    held = tuple(called(annotated, sentence))
    yield from _by_role(annotated, sentence, held)
    known: Sequence[Element] = ()
    for frame in frames(annotated, sentence):
        role = _role(held, frame)
        _complete(frame, memory, sentence)
        found = evidence_of(annotated, sentence, frame, role) or (known if _gapped(frame) else ())
        if found and (frame.people or any(v.value == "trade" for v in found)):
            yield from _flows(_Context(annotated, sentence, frame, role, memory, found))
        known = found or known
        _remember(frame, memory, sentence)


def _complete(frame: Frame, memory: _Memory, sentence: Sentence) -> None:
    """Give a statement the people and the places that it takes from what stands before it."""
    points_back = frame.pronoun and not frame.people
    if points_back:
        frame.people = list(memory.people)
    points_back = points_back or any(p.deictic and not p.origins for g in frame.people for p in g.people)
    ends = [e for e in frame.said if e.kind == "place" and e.value in {"in", "to", "via"}]
    named = [e for e in ends if e.places and e.places.items[0].code != "there"]
    if points_back and not named and sentence.index - memory.index <= 1:
        frame.said = [*memory.way, *(e for e in frame.said if e not in ends)] if memory.way else frame.said
    elif not ends:
        frame.said = [*frame.setting, *frame.said]


def _role(held: Sequence[Called], frame: Frame) -> Called | None:
    """The role words that introduce the people of a statement."""
    if not frame.people:
        return None
    before = [c for c in held if c.last <= frame.people[0].first]
    return before[-1] if before else None


def _by_role(annotated: Annotated, sentence: Sentence, held: Sequence[Called]) -> Iterator[Fact]:
    """Flows of the narrative's people to the places that it calls their destinations, and from those it calls sources."""
    home = annotated.document.country
    for one in held:
        for place in one.places:
            elsewhere = place.code not in {"home", home, "abroad", *_POINTING}
            for role in {r.role for r in one.roles} - {"transit"} if elsewhere and not _introduces(annotated, sentence, one) else ():
                qualified = qualify(annotated, sentence, one.first)
                yield Flow(
                    doc=annotated.document.id,
                    polarity=qualified.polarity,
                    certainty=qualified.certainty,
                    evidence=(of_tokens(annotated, min(one.first, place.first), max(one.last, place.last)),),
                    rule="flow.role",
                    origin=home if role == "destination" else place.code,
                    destination=place.code if role == "destination" else home,
                    victims=("nationals",),
                )


def _introduces(annotated: Annotated, sentence: Sentence, one: Called) -> bool:
    """True where people follow whom the role is about."""
    return any(t.lower == "for" for t in annotated.tokens[one.last : min(sentence.last, one.last + 2)])


def _gapped(frame: Frame) -> bool:
    """True for "and Moldovans in Ukraine": people and a place, the verb being that of the statement before."""
    return bool(frame.people) and not frame.verbs and any(e.kind == "place" for e in frame.said)


def _flows(at: _Context) -> Iterator[Fact]:
    qualified = _qualified(at)
    for route, words in shared(routes(_happened(at)), together=_same_purpose(at)):
        for people in _people(at):
            for ends in _pairs(at, people, route):
                if qualified.polarity == "affirmed" or ends.origin != ends.destination:
                    yield _flow(at, people, (route, words), ends, qualified)


def _happened(at: _Context) -> list[Element]:
    """What is said without the places that people were promised or set out for, where the sentence then says where they were exploited."""
    verb = min(e.first for e in at.evidence)
    ends = [e for e in at.frame.said if e.kind == "place" and e.value in {"in", "to"} and e.voice != "trade" and e.places]
    later = [e for e in ends if e.first > verb and any(p.code.isupper() or ":" in p.code for p in (e.places.items if e.places else ()))]
    return [e for e in at.frame.said if not (later and e in ends and e.first < verb and _hoped_for(at, e))]


def _hoped_for(at: _Context, element: Element) -> bool:
    """True for "abroad", and for the place of a job that was offered."""
    if element.places and {p.code for p in element.places.items} == {"abroad"}:
        return True
    if element.voice == "way" or at.annotated.tokens[element.first].lower in flow_words("bound"):
        return True
    ahead = at.annotated.tokens[max(at.sentence.first, element.first - 4) : element.first]
    return bool({t.lower for t in ahead} & flow_words("promised"))


def _same_purpose(at: _Context) -> bool:
    """True where one way is said to have the purpose of another."""
    return "same purpose" in at.annotated.words(at.frame.first, at.frame.last).lower()


def _qualified(at: _Context) -> Qualified:
    """How the statement is qualified: by its most certain verb; what may befall people is possible."""
    found = [_of_verb(at, verb) for verb in at.evidence]
    return min(found, key=lambda q: CERTAINTIES.index(q.certainty))


_RISKY = ("vulnerable", "at risk", "susceptible")
"""Cues that make a risk possible, and say nothing of what is done to others in the same clause."""
_NEGATIONS = frozenset({"no", "not", "never", "n't", "neither", "nor", "none", "no longer"})


def _of_verb(at: _Context, verb: Element) -> Qualified:
    one = qualify(at.annotated, at.sentence, verb.first)
    ahead = [t.lower for t in at.annotated.tokens[at.sentence.first : verb.first]]
    unreported = {a for a, b in pairwise(ahead) if a == "no" and b in flow_words("unreported")}
    near = set(ahead[-5:]) | unreported
    certainty = one.certainty
    if certainty == "possible" and verb.value != "risk" and all(c.lower().startswith(_RISKY) for c in one.cues):
        certainty = "stated"
    if certainty == "stated" and ahead[:2] == ["as", "reported"]:
        certainty = "reported"
    if certainty != "possible" and verb.value == "undergo" and _hedged_behind(at, verb):
        certainty = "possible"
    denied = one.polarity == "negated" and bool(near & _NEGATIONS)
    if denied and unreported:
        certainty = "stated"
    return one._replace(polarity="negated" if denied else "affirmed", certainty="possible" if verb.value == "risk" else certainty)


def _hedged_behind(at: _Context, verb: Element) -> bool:
    """True for "face conditions that could amount to forced labor"."""
    named = next((e.first for e in at.frame.said if e.kind == "exploitation" and e.first > verb.last), verb.last)
    return any(t.lower in flow_words("modal") for t in at.annotated.tokens[verb.last : named])


def _people(at: _Context) -> Iterator[People | None]:
    """The people of a statement; "these women" come from where the women before came from."""
    if not at.frame.people:
        yield None
    known = next((p.origins for g in at.memory.people for p in g.people if p.origins), ())
    for group in at.frame.people:
        for people in group.people:
            yield people._replace(origins=known) if people.deictic and not people.origins else people


def _pairs(at: _Context, people: People | None, route: Route) -> Iterator[_Ends]:
    """Each origin with each destination, the places on the way, and whether a hedge stands before one of them."""
    origins, left = _left(at, people, route)
    ends = _resolved(at, route.ends)
    via = [code for code, _ in (*_resolved(at, route.via), *left) if code]
    if at.role is not None:
        transit = {r.role for r in at.role.roles} == {"transit"}
        places = [at.home if p.code == "home" else p.code for p in at.role.places]
        via += places if transit else []
        if not transit and not origins and not ends:
            return
        if places != [at.home] and not transit and {r.role for r in at.role.roles} == {"destination"}:
            ends = ends or [(p, False) for p in places]
    through = at.home in via
    for origin, doubt in origins or _default_origins(at, people, ends, route, through):
        for end, other in ends or [(None if via or route.passing else at.home, False)]:
            if (origin is not None or end is not None) and (origin != end or origin == at.home):
                yield _Ends(origin, end, tuple(v for v in via if v not in {origin, end}), doubt or other)


def _left(at: _Context, people: People | None, route: Route) -> tuple[Resolved, Resolved]:
    """Where people come from, and a country that they are taken from without being of it."""
    own = _resolved(at, people.origins if people else ())
    named = _resolved(at, route.origins)
    verb = min((v.first for v in at.frame.verbs), default=at.frame.last)
    behind = bool(route.origins) and route.origins[0].first > verb
    if not own or not named or route.fresh or {code for code, _ in own} <= {None}:
        return named or own, []
    return (own, named) if behind else ([*own, *named], [])


def _resolved(at: _Context, places: Sequence[Whereabout]) -> Resolved:
    found: Resolved = []
    for place in places:
        if place.code in _POINTING:
            found += _resolved(at, [p for p in at.memory.places if p.code not in _POINTING])
        else:
            found.append(({"home": at.home, "abroad": None}.get(place.code, place.code), place.hedged))
    return list(dict.fromkeys(found))


def _default_origins(at: _Context, people: People | None, ends: Resolved, route: Route, through: bool) -> Resolved:
    """Where people come from of whom nothing is said: from the narrative's country, unless they have come to it or pass through it."""
    moved = people is not None and bool({"migrants", "refugees"} & set(_victims(at, people))) and not _displaced(at, people)
    before = [o.code for g in at.memory.people for p in g.people for o in p.origins]
    foreign = people is not None and _in_households(at, people) and not ends and bool(before) and not {"home", at.home} & set(before)
    inside = not ends or any(code == at.home for code, _ in ends)
    brought = route.cue == "to" and ends and all(e.code != "home" and not e.town for e in route.ends)
    fled = people is not None and "refugees" in people.victims and not _displaced(at, people)
    return [(None, False)] if fled or through or foreign or (inside and (moved or brought)) else [(at.home, False)]


def _in_households(at: _Context, people: People) -> bool:
    """True for domestic workers, who are foreigners where foreigners were spoken of."""
    words = {t.lower for t in at.annotated.tokens[people.first : people.last]}
    return people.kind == "person" and bool(words & flow_words("household"))


def _displaced(at: _Context, people: People) -> bool:
    """True for people displaced within their country."""
    return any(t.lower in flow_words("displaced") for t in at.annotated.tokens[people.first : people.last])


def _flow(at: _Context, people: People | None, told: _Told, ends: _Ends, qualified: Qualified) -> Flow:
    route, words = told
    certainty: Certainty = "possible" if ends.doubtful else qualified.certainty
    return Flow(
        doc=at.annotated.document.id,
        polarity=qualified.polarity,
        certainty=certainty,
        evidence=(of_tokens(at.annotated, *_span(at)),),
        rule=f"flow.{at.evidence[0].value if at.evidence[0].kind == 'verb' else 'condition'}",
        origin=ends.origin,
        destination=ends.destination,
        via=ordered(ends.via),
        victims=_victims(at, people),
        exploitation=_exploitation(at, words),
        sectors=ordered(v for e in words if e.kind == "sector" for v in e.values),
        means=ordered(v for e in at.frame.said if e.kind == "means" for v in e.values),
        from_place=ordered(p.town for p in (*route.origins, *(people.origins if people else ())) if p.town),
        to_place=ordered(p.town for p in route.ends if p.town),
    )


def _span(at: _Context) -> tuple[int, int]:
    spans = [(e.first, e.last) for e in (*at.frame.verbs, *at.frame.said)]
    spans += [(g.first, g.last) for g in at.frame.people if at.sentence.first <= g.first < at.sentence.last]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _victims(at: _Context, people: People | None) -> tuple[str, ...]:
    if people is None:
        return ()
    migrated = any(at.annotated.tokens[v.first].lemma == "migrate" for v in at.frame.verbs)
    values = set(people.victims) | ({"migrants"} if migrated else set())
    return ordered(values or {"nationals"})


_UNNAMED = frozenset({"hospitality", "commercial_sex"})
"""Trades that do not by themselves say that labor is forced."""


def _exploitation(at: _Context, words: Sequence[Element]) -> tuple[str, ...]:
    """The forms named; what people are forced into; else forced labor where a trade is named."""
    strong = [v for e in words if e.kind == "exploitation" for v in e.values]
    classes = {v.value for v in at.frame.verbs} | {e.value for e in at.evidence if e.kind == "verb"}
    first = min((v.first for v in at.frame.verbs if v.value in _INTO or v in at.evidence), default=at.frame.last)
    services = [e for e in _services(words) if e.last > first and not _sought(at, e)]
    weak = [v for e in services for v in e.values] if classes & {*_INTO, "move", "undergo", "trade"} else []
    sectors = {v for e in words if e.kind == "sector" for v in e.values} - _UNNAMED
    labored = "labor" in classes or (sectors and classes & {"force", "exploit"})
    if (not strong and not weak and labored) or (classes & {"exploit"} and any(_purpose(at, e) for e in words)):
        weak.append("forced_labor")
    return ordered((*strong, *weak))


_INTO = frozenset({"exploit", "force"})


def _sought(at: _Context, element: Element) -> bool:
    """True for the work that people look for."""
    plain = element.values == ("forced_labor",) and element.last - element.first == 1
    return plain and at.annotated.tokens[element.first - 1].lower in flow_words("sought")


def _purpose(at: _Context, element: Element) -> bool:
    """True for a trade that people are trafficked for or into ("for begging and street vending"), not one in which they are."""
    if element.kind != "sector" or set(element.values) & _UNNAMED:
        return False
    ahead = at.annotated.tokens[max(at.sentence.first, element.first - 12) : element.first]
    preposition = next((t.lower for t in reversed(ahead) if t.tag == "IN"), "")
    return preposition in {"for", "into"}


def _services(words: Sequence[Element]) -> Iterator[Element]:
    """The services named; plain work counts only where nothing nearer is named behind it ("work in brothels")."""
    held = [e for e in words if e.kind == "service"]
    for n, element in enumerate(held):
        following = held[n + 1] if n + 1 < len(held) else None
        nearer = following is not None and following.first - element.last < 6 and "forced_labor" not in following.values
        if not (nearer and element.values == ("forced_labor",)):
            yield element


def _remember(frame: Frame, memory: _Memory, sentence: Sentence) -> None:
    if frame.people:
        memory.way, memory.index = tuple(e for e in frame.said if e.kind == "place"), sentence.index
    if frame.people:
        memory.people = tuple(frame.people)
    places = [p for e in frame.said if e.kind == "place" and e.places for p in e.places.items]
    if named := [p for p in places if p.code not in {"home", "abroad", *_POINTING}]:
        memory.places = tuple(named)
    elif frame.people and (origins := [o for g in frame.people for p in g.people for o in p.origins]):
        memory.places = tuple(origins)
