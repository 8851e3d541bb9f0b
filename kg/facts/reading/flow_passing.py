"""The way of people of whom exploitation was told before: a statement that only says through where gets the ends told there."""

from collections.abc import Sequence

from kg.facts.reading.flow_context import POINTING, Memory
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_sharing import THEM
from kg.language.model import Annotated, Sentence, Token
from kg.language.people import People
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_words

_GOING = frozenset({"move", "transit", "same"})
_THINGS = frozenset({"exploitation", "service", "sector"})
_THERE = frozenset({"it", "them", "there", "these"})
_PAPERS = 8
"""How many tokens behind "where" may tell of the papers that people get there."""
_HEAD = 6
"""How many tokens before the first place on a way may tell whose way it is."""


def tells_way(annotated: Annotated, sentence: Sentence, frame: Frame) -> bool:
    """True where no people are named, and their way is spoken of: "the usual route leads through Iraq", "using Iraq as a corridor"."""
    said = [] if frame.people else _stopping(annotated.tokens, frame)
    through = next((e for e in said if e.value == "via" or _from_there(e)), None)
    if through is None or not _only_goes(frame, said):
        return False
    if through.voice == "used":
        return True
    ahead = annotated.tokens[max(sentence.first, min(e.first for e in said) - _HEAD) : through.first]
    words = {t.lower for t in ahead if t.lower not in flow_words("routes") or t.pos == "NOUN"}
    if words & flow_words("roads") and words & flow_words("usual"):
        return True
    if words & (flow_words("fled") | flow_words("goods")):
        return False
    whose = {"those", "ones"} if _led(said) else flow_words("whose_way")
    return bool(words & (whose | flow_words("routes")))


def passing(annotated: Annotated, frame: Frame, memory: Memory) -> list[Element] | None:
    """What is said of people of whom exploitation was told before and now only their way, with its ends; None of others."""
    if not (frame.points_back and memory.exploited) or frame.object_of or way_of_others(frame):
        return None
    said = _stopping(annotated.tokens, frame)
    through = any(e.value == "via" for e in said)
    if not through or not _only_goes(frame, said) or _led(said):
        return None
    return [*said, *_ends_before(memory, annotated.document.country)]


def of_those(annotated: Annotated, frame: Frame, memory: Memory) -> bool:
    """True for some of those exploited before, of whom only their way there is told: "many of the Malians arrive through Niger"."""
    people = [p for g in frame.people for p in g.people]
    told = [e for e in frame.said if e.kind in {"exploitation", "service"} or e.value == "back"]
    if not people or not memory.exploited or told or any(v.value not in _GOING for v in frame.verbs):
        return False
    if not any(e.value == "via" and e.places for e in frame.said):
        return False
    home = annotated.document.country
    spoken = {v for g in memory.people for p in g.people for v in p.victims}
    known = {o.code for g in memory.people for p in g.people for o in p.origins or (Whereabout("home", 0, 0),)}
    known |= {"home", home or "home"} if known & {"home", home} else set()
    return _there_before(frame, memory, home) and all(
        {o.code for o in p.origins or (Whereabout("home", 0, 0),)} <= known
        and (set(p.victims) <= spoken if p.victims else _definite(annotated.tokens, p))
        for p in people
    )


def way_of_others(frame: Frame) -> bool:
    """True for a way that others go who are named before the people: "officials travelled through Sudan to meet *the victims*"."""
    through = next((e for e in frame.said if e.value == "via"), None)
    between = frame.people and through is not None and frame.first < through.first and through.last <= frame.people[0].first < frame.last
    return bool(between) and not frame.object_of


def _definite(tokens: Sequence[Token], people: People) -> bool:
    """True for "the Malians" and "many of the Malians"."""
    return any(t.lower in {"the", "these", "those"} for t in tokens[max(0, people.first - 1) : people.last])


def _there_before(frame: Frame, memory: Memory, home: str | None) -> bool:
    """True where no end of a way is named that was not told before."""
    ends = {p.code for e in frame.said if e.value in {"to", "in"} and e.places for p in e.places.items}
    told = {p.code for e in memory.way if e.value in {"to", "in"} and e.places for p in e.places.items}
    known = told or {"home", home or "home"}
    return ends <= (known | {"home", home or "home"} if known & {"home", home} else known)


def _led(said: Sequence[Element]) -> bool:
    """True where the statement itself says to where."""
    return any(e.value in {"to", "in"} and e.places for e in said)


def _only_goes(frame: Frame, said: Sequence[Element]) -> bool:
    """True where nothing but a way is told, and no way back."""
    return all(v.value in _GOING for v in frame.verbs) and not any(e.kind in _THINGS or e.value == "back" for e in said)


def _stopping(tokens: Sequence[Token], frame: Frame) -> list[Element]:
    """What is said, with places where people only stop told apart from the ends of their way."""
    said = list(frame.said)
    ending = next((n for n in range(len(said) - 1, -1, -1) if _from_there(said[n])), -1)
    reaching = any(tokens[v.first].lemma == "reach" and tokens[v.last].lower in _THERE for v in frame.verbs)
    them = next((i for i in range(frame.first, frame.last) if tokens[i].lower in THEM), -1)
    found = list[Element]()
    for n, element in enumerate(said):
        if element.value == "in" and element.places and (element.first < them or element.places.items[0].code in POINTING):
            continue
        crossed = element.value == "in" and bool(frame.verbs) and tokens[element.first].lower == "across"
        papers = _for_papers(tokens, element, said[n + 1 :])
        if n == ending and n > 0 and not any(e.value in {"to", "in"} for e in said[n + 1 :]):
            continue
        if element.voice == "where" and _of_papers(tokens, element):
            continue
        first = (
            bool(found)
            and element.voice == "onward"
            and "first" in {t.lower for t in tokens[max(0, found[-1].first - 3) : found[-1].first]}
        )
        stop = crossed or _boarded(tokens, frame, element) or (element.value == "to" and (n < ending or reaching or papers or first))
        found.append(element._replace(value="via") if stop else element)
    return found


def _boarded(tokens: Sequence[Token], frame: Frame, element: Element) -> bool:
    """True for where the boats or buses leave that carry people, who come from elsewhere: "the boats that carry them leave from Togo"."""
    if element.value != "from" or not element.places or {p.code for p in element.places.items} & {*POINTING, "home"}:
        return False
    ahead = [t.lower for t in tokens[frame.first : element.first]]
    return bool(set(ahead[-3:]) & flow_words("leaving")) and bool(set(ahead) & flow_words("conveyance"))


def _for_papers(tokens: Sequence[Token], element: Element, behind: Sequence[Element]) -> bool:
    """True for a place where people get papers: "to Iraq, where passports are forged"."""
    return any(e.voice == "where" and e.places and element.places and _of_papers(tokens, e) for e in behind[:1])


def _of_papers(tokens: Sequence[Token], element: Element) -> bool:
    return any(t.lower in flow_words("identity") for t in tokens[element.last : element.last + _PAPERS])


def _from_there(element: Element) -> bool:
    return element.value == "from" and element.places is not None and element.places.items[0].code in POINTING


def _ends_before(memory: Memory, home: str | None) -> Sequence[Element]:
    """The places where the people were said to be exploited; those at home are on no way through other countries."""
    own = {"home", home, *POINTING}
    local = {o.code for g in memory.people for p in g.people for o in p.origins} <= {"home", home}
    held = [e for e in memory.way if e.value in {"to", "in"} and e.places]
    return [e for e in held if e.places and not (local and own & {p.code for p in e.places.items})]
