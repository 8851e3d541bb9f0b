"""Reading of trafficking flows: people of a place are exploited, or trafficked, in or to a place."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.model import Certainty, Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_attributes import called_for, exploitation, inherited, of_end, of_others, qualified, suffered, victims
from kg.facts.reading.flow_before import told_before
from kg.facts.reading.flow_between import between
from kg.facts.reading.flow_context import Context, Ends, Memory, Received, Told
from kg.facts.reading.flow_ends import pairs
from kg.facts.reading.flow_evidence import evidence_of
from kg.facts.reading.flow_frames import Frame, frames
from kg.facts.reading.flow_hailing import hailing, received
from kg.facts.reading.flow_memory import complete, remember
from kg.facts.reading.flow_occurring import occurring
from kg.facts.reading.flow_onward import going_on
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_roles import by_role, without_onward
from kg.facts.reading.flow_routes import Route, routes, shared
from kg.facts.reading.flow_tally import tallies
from kg.facts.reading.flow_underway import happened
from kg.facts.reading.flow_visited import visited
from kg.facts.reading.roles import Called, called
from kg.facts.reading.subject import bidding
from kg.language.model import Annotated, Sentence
from kg.language.people import People
from kg.language.qualifiers import Qualified, qualify
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.role_words import role_of

_NEAR = 2
"""How many sentences behind people who are exploited their way may be told."""
_BEHIND = 5
"""How many tokens behind the places of a statement may tell its purpose."""
_BOTH = 4
"""How many tokens before a place "to and from" may begin."""
_TRIGGERS = ("trafficking", "exploitation")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read flows outside the recommendations."""
    roles = _roles(annotated)
    memory, section = Memory(roles=roles), ""
    told = {s.group for s in annotated.sentences if _tells(annotated, s)}
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or bidding(annotated, sentence):
            continue
        if sentence.section != section:
            memory, section = Memory(roles=roles), sentence.section
        if sentence.group in told or sentence.index - memory.counted <= 3:
            yield from tallies(annotated, sentence, memory)
        yield from visited(annotated, sentence)
        yield from between(annotated, sentence)
        if hailed := list(hailing(annotated, sentence, memory)):
            yield from hailed
            continue
        goes_on = memory.exploited and sentence.index - memory.index <= _NEAR and bool(sentence.of("place", "town"))
        if sentence.group in told or goes_on or _names_role(annotated, sentence) or _moved(sentence):
            said = [*_of_sentence(annotated, sentence, memory)]
            yield from said or occurring(annotated, sentence)


def _tells(annotated: Annotated, sentence: Sentence) -> bool:
    """True for sentences that speak of exploitation, of victims, or of people on their way to brothels."""
    if sentence.of(*_TRIGGERS) or any(m.value == "victim" for m in sentence.of("persons")):
        return True
    words = annotated.tokens[sentence.first : sentence.last]
    if sentence.of("service", "sectors") and any(t.lemma in flow_words("freeing") and t.pos == "VERB" for t in words):
        return True
    if not (sentence.of("service") and sentence.of("place")):
        return False
    headed = flow_words("way") | flow_words("bound") | flow_words("passage")
    return any(t.lower in headed for t in words)


def _roles(annotated: Annotated) -> frozenset[str]:
    """What the text calls the narrative's country."""
    home = {"home", annotated.document.country}
    return frozenset(
        r.role
        for s in annotated.sentences
        if _names_role(annotated, s)
        for c in called(annotated, s)
        if {p.code for p in c.places} <= home and qualify(annotated, s, c.first).polarity == "affirmed"
        for r in c.roles
    )


def _moved(sentence: Sentence) -> bool:
    """True where refugees or migrants are spoken of, for the sentences behind."""
    return any(m.value in {"refugees", "migrants"} for m in sentence.of("victims"))


def _names_role(annotated: Annotated, sentence: Sentence) -> bool:
    """True where a sentence has a role word."""
    return any(t.lower in role_of() for t in annotated.tokens[sentence.first : sentence.last])


def _of_sentence(annotated: Annotated, sentence: Sentence, memory: Memory) -> Iterator[Fact]:
    """The flows of one sentence, statement by statement."""
    held = tuple(called(annotated, sentence))
    yield from by_role(annotated, sentence, held)
    if sentence.index - memory.index > 1:
        memory.found, memory.told = (), ()
    same = memory.group == sentence.group
    known, told = (memory.found, memory.told) if same else ((), ())
    for frame in frames(annotated, sentence):
        role = _role(held, frame)
        complete(annotated, frame, memory, sentence)
        frame.said = without_onward(held, frame)
        found = evidence_of(annotated, sentence, frame, role)
        if known and (frame.alike or (not found and _gapped(annotated, frame))):
            found, frame.said = list(known), _with_forms(told, frame)
            frame.verbs = [v for v in frame.verbs if not frame.alike or v.value == "transit"]
        elif memory.found and _same_purpose(annotated, sentence, frame):
            found, frame.said = found or list(memory.found), _with_forms(memory.told, frame)
        found = found or going_on(annotated, sentence, frame, memory)
        at = Context(annotated, sentence, frame, role, memory, found)
        if role and frame.people and {p.code for p in role.places} <= {"home", annotated.document.country}:
            memory.called_for = called_for(at)
        if found and (frame.people or any(v.value == "trade" for v in found)):
            flows = list(_flows(at))
            yield from flows
            if here := next((f for f in flows if f.destination == annotated.document.country and f.polarity == "affirmed"), None):
                memory.received = Received(sentence.index, here.victims, here.exploitation, here.certainty)
        known, told = (found, frame.said) if found else (known, told)
        memory.found, memory.told = known, told
        remember(frame, memory, sentence, exploited=bool(found))
    memory.received = received(annotated, sentence, held, memory) or memory.received


def _role(held: Sequence[Called], frame: Frame) -> Called | None:
    """The role words that introduce the people of a statement."""
    if not frame.people:
        return None
    before = [c for c in held if c.last <= frame.people[0].first]
    return before[-1] if before else None


def _gapped(annotated: Annotated, frame: Frame) -> bool:
    """True for "and Moldovans in Ukraine": people and a place, the verb being that of the statement before."""
    placed = any(e.kind == "place" for e in frame.said)
    at_work = any(e.kind == "sector" for e in frame.said) and all(p.origins for g in frame.people for p in g.people)
    finite = any(t.pos == "AUX" for t in annotated.tokens[frame.first : frame.last])
    return bool(frame.people) and not frame.verbs and not finite and (placed or at_work)


def _with_forms(told: Sequence[Element], frame: Frame) -> list[Element]:
    """What is said of people without a verb, with the exploitation that the verb before was said with, unless they have their own."""
    said = [e for e in frame.said if not (frame.alike and any(g.first <= e.first < g.last for g in frame.people))]
    if any(e.kind in {"exploitation", "service", *(() if frame.alike else ("sector",))} for e in said):
        return frame.said
    told = [e._replace(kind="exploitation") if frame.alike and e.kind == "service" else e for e in told]
    return [*(e for e in told if e.kind in {"exploitation", "service"}), *(e for e in frame.said if e.kind != "service")]


def _flows(at: Context) -> Iterator[Flow]:
    state = qualified(at)
    for route, words in shared(_without_stops(at, routes(happened(at))), together=_same_purpose(at.annotated, at.sentence, at.frame)):
        for people in _people(at):
            for ends in pairs(at, people, route):
                if state.polarity == "affirmed" or ends.origin != ends.destination or _local(at, people):
                    yield _flow(at, people, (route, words), ends, state)
                    if back := _way_back(at, route, ends):
                        yield _flow(at, people, (route, words), back, state)


def _way_back(at: Context, route: Route, ends: Ends) -> Ends | None:
    """The other way of "trafficked *to and from* Cameroon"."""
    if not route.ends or ends.destination is None or ends.origin != at.home or any(e.value == "risk" for e in at.evidence):
        return None
    ahead = [t.lower for t in at.annotated.tokens[max(0, route.ends[0].first - _BOTH) : route.ends[0].first] if t.lower != "the"]
    both = ahead[-3:] in (["to", "and", "from"], ["from", "and", "to"])
    return ends._replace(origin=ends.destination, destination=at.home) if both else None


def _local(at: Context, people: People | None) -> bool:
    """True for "domestic victims", of whom it may be denied that there are any."""
    if people is None or people.kind != "victim":
        return False
    return any(at.annotated.tokens[o.first].lower in flow_words("local") for o in people.origins if o.code == "home")


def _without_stops(at: Context, held: list[Route]) -> list[Route]:
    """Without ways that end where people only stopped on the way of another ("flown to Baku and on to Dubai, where they are sold")."""
    stops = [(r, later) for r in held for later in held if r is not later and _stops(at, r, later)]
    for route, later in stops:
        if _gone_on(at, route, later) and not {p.code for p in route.ends} & {p.code for p in later.via}:
            later.via = [*route.via, *route.ends, *later.via]
    return [r for r in held if not any(r is route for route, _ in stops)]


def _stops(at: Context, route: Route, later: Route) -> bool:
    """True where people are only moved to the end of a way, and a later way goes on from there."""
    ending = _gone_on(at, route, later) if route.ends and later.ends else None
    if not route.ends or not later.ends or not (ending or _passed(route, later) or _left_home(at, route, later)):
        return False
    arrived, left = route.ends[0].first, (ending or later.ends[0]).first
    moved = [v for v in (*at.frame.verbs, *at.evidence) if v.kind == "verb" and v.first < arrived]
    exploited = any(e.kind in {"exploitation", "service", "verb"} and e.value != "move" for e in _between(at, arrived, left))
    return bool(moved) and all(v.value == "move" for v in moved) and not exploited


def _passed(route: Route, later: Route) -> bool:
    """True where a later way leads through the end of one."""
    return {p.code for p in route.ends} <= {p.code for p in later.via}


def _gone_on(at: Context, route: Route, later: Route) -> Element | None:
    """The words that people end up only at the end of the later way: "fly to Dubai, and *end up* in servitude in Iraq"."""
    tokens, home = at.annotated.tokens, {"home", at.annotated.document.country}
    arrived, left = route.ends[0].first, later.ends[0].first
    verbs = [v for v in at.evidence if arrived < v.first < left and v.value == "undergo" and tokens[v.last - 1].lower == "up"]
    travelled = route.cue == "to" and not {p.code for p in route.ends} & home
    return verbs[0] if verbs and travelled else None


def _left_home(at: Context, route: Route, later: Route) -> bool:
    """True for a place in the narrative's country from which people then go on abroad: "to Nairobi and then by way of Dubai to Oman"."""
    home = {"home", at.annotated.document.country}
    if not {p.code for p in route.ends} <= home or {p.code for p in later.ends} & home:
        return False
    return bool({t.lower for t in at.annotated.tokens[route.ends[-1].last : later.ends[0].first]} & flow_words("onward"))


def _between(at: Context, first: int, last: int) -> list[Element]:
    return [e for e in (*at.frame.verbs, *at.frame.said) if first < e.first < last]


def _same_purpose(annotated: Annotated, sentence: Sentence, frame: Frame) -> bool:
    """True where one way is said to have the purpose of another: "girls are taken to Oman for the same purposes"."""
    words = annotated.words(frame.first, min(sentence.last, frame.last + _BEHIND)).lower()
    return any(phrase in words for phrase in flow_words("same_purpose"))


def _people(at: Context) -> Iterator[People | None]:
    """The people of a statement."""
    if not at.frame.people:
        yield None
    for group in at.frame.people:
        yield from group.people


def _flow(at: Context, people: People | None, told: Told, ends: Ends, state: Qualified) -> Flow:
    route, words = told
    forms = exploitation(at, words) or inherited(at, people, words)
    sectors = [v for e in words if e.kind == "sector" and not of_others(at, people, e) for v in e.values]
    before = told_before(at.annotated, at.sentence) if not forms and _hail(at, people) and ends.destination == at.home else None
    certainty: Certainty = "possible" if ends.doubtful else before.certainty if before and state.certainty == "stated" else state.certainty
    if certainty == "stated" and (_told_of(at, route) or _heard_of(at, route, ends)):
        certainty = "reported"
    if certainty == "stated" and route.ends and state.polarity == "affirmed":
        certainty = of_end(at, route.ends[0])
    return Flow(
        doc=at.annotated.document.id,
        polarity=state.polarity,
        certainty=certainty,
        evidence=(of_tokens(at.annotated, *_span(at)),),
        rule=f"flow.{at.evidence[0].value if at.evidence[0].kind == 'verb' else 'condition'}",
        origin=ends.origin,
        destination=ends.destination,
        via=ordered(ends.via),
        victims=victims(at, people, ends.origin),
        exploitation=suffered(before.exploitation if before else forms, abroad=ends.origin != at.annotated.document.country),
        sectors=ordered((*sectors, *(before.sectors if before else ()))),
        means=ordered(v for e in at.frame.said if e.kind == "means" for v in e.values),
        from_place=ordered(p.town for p in (*route.origins, *(people.origins if people else ())) if p.town),
        to_place=ordered(p.town for p in route.ends if p.town),
    )


def _hail(at: Context, people: People | None) -> bool:
    """True where the victims just told of are only said to be from somewhere: "*the victims* were often *from Nepal*"."""
    if people is None or people.kind != "victim":
        return False
    first = at.annotated.tokens[people.first]
    definite = first.lower == "the" or first.tag == "CD" or first.lower in flow_words("share")
    places = [e.value for e in at.frame.said if e.kind == "place"]
    return definite and {e.value for e in at.evidence} == {"victims"} and bool(places) and set(places) == {"from"}


def _told_of(at: Context, route: Route) -> bool:
    """True for an end in a clause of its own that is only reported: "men are sold to Russia, and there are reports that some … in Oman"."""
    if not route.ends:
        return False
    place, verb = route.ends[0].first, min((v.last for v in at.evidence if v.first < route.ends[0].first), default=route.ends[0].first)
    if not any(t.lower == "that" for t in at.annotated.tokens[verb:place]):
        return False
    return qualify(at.annotated, at.sentence, place).certainty == "reported"


def _heard_of(at: Context, route: Route, ends: Ends) -> bool:
    """True for an end with a hearsay of its own: "to Russia and, *reportedly*, to Oman"."""
    tokens = at.annotated.tokens
    for place in (p for p in route.ends if p.code == ends.destination):
        before = place.first - 1
        while before > at.sentence.first and (tokens[before].lower in {"the", ","} or tokens[before].pos == "ADP"):
            before -= 1
        if tokens[before].lower in flow_words("hearsay"):
            return True
    return False


def _span(at: Context) -> tuple[int, int]:
    spans = [(e.first, e.last) for e in (*at.frame.verbs, *at.frame.said)]
    spans += [(g.first, g.last) for g in at.frame.people if at.sentence.first <= g.first < at.sentence.last]
    return min(s for s, _ in spans), max(e for _, e in spans)
