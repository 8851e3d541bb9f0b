"""What a statement takes from those before it: its people, where they come from, and the way that they have come so far."""

from collections.abc import Sequence

from kg.facts.reading.flow_context import POINTING, Memory
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_passing import of_those, passing, tells_way
from kg.facts.reading.flow_routes import routes
from kg.language.model import Annotated, Sentence
from kg.language.people import Group, People, among_them
from kg.language.phrases import phrase_at
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_phrases, flow_words

_NEAR = 2
"""How many sentences back people may have been named whom a pronoun stands for."""
_AROUND = 3
"""How many tokens around migrants may say that they moved within the country."""


def complete(annotated: Annotated, frame: Frame, memory: Memory, sentence: Sentence) -> None:
    """Give a statement the people and the places that it takes from what stands before it."""
    near = sentence.index - memory.index <= _NEAR
    home = {"home", annotated.document.country, *POINTING}
    frame.people = [_continued(g, memory, sentence) if near and _unplaced(frame) else g for g in frame.people]
    own = any(e.value == "from" and e.places and e.places.items[0].code not in home for e in frame.said)
    frame.people = [_pointing(annotated, g, memory, sentence.group) if near and not own else g for g in frame.people]
    spoken = near and memory.exploited and tells_way(annotated, sentence, frame)
    pronoun = (frame.pronoun or spoken) and not frame.people
    if pronoun:
        frame.people = list(memory.people)
    deictic = [p for g in frame.people for p in g.people if p.deictic]
    frame.points_back = (
        pronoun or any(not p.origins or _remembered(p, memory) for p in deictic) or (near and of_those(annotated, frame, memory))
    )
    frame.same_way = bool(frame.people and memory.exploited) and near and _same_way(annotated, sentence)
    ends = [e for e in frame.said if e.kind == "place" and e.value in {"in", "to", "via"}]
    named = [e for e in ends if e.places and e.places.items[0].code != "there"]
    way = passing(annotated, frame, memory) if near else None
    if way is not None:
        frame.said = way
    elif frame.points_back and not named and sentence.index - memory.index <= 1:
        arrived = any(phrase_at(annotated.tokens, i, sentence.last, flow_phrases("arrival")) > i for i in range(frame.first, sentence.last))
        frame.said = [*_way_so_far(memory, arrived=arrived), *(e for e in frame.said if e not in ends)] if memory.way else frame.said
    elif frame.same_way and not named:
        frame.said = [*(e for e in memory.way if e.value != "from"), *frame.said]
    elif not ends:
        frame.said = [*frame.setting, *frame.said]


def _way_so_far(memory: Memory, *, arrived: bool) -> Sequence[Element]:
    """The places of the statement before, without those that people were only on their way to or through if they have not arrived."""
    if arrived:
        return [e._replace(voice="") if e.voice in {"way", "hoped"} else e for e in memory.way]
    passing = not memory.exploited and any(e.voice in {"way", "hoped"} for e in memory.way)
    return [e for e in memory.way if e.value == "from"] if passing else memory.way


def _same_way(annotated: Annotated, sentence: Sentence) -> bool:
    """True where people are said to go the same way as those before."""
    words = annotated.words(sentence.first, sentence.last).lower()
    return any(f"the same {noun}" in words.replace("from the same", "") for noun in flow_words("way_noun"))


def _remembered(people: People, memory: Memory) -> bool:
    return people.origins == origins_before(memory)


def _pointing(annotated: Annotated, group: Group, memory: Memory, group_index: int) -> Group:
    """ "These women", and "the women" of whom the sentence before spoke, come from where those came from."""
    known = origins_before(memory) or _from_elsewhere(annotated, group, memory)
    if not known:
        return group
    spoken = tuple(dict.fromkeys(v for g in memory.people for v in g.victims))
    held = [p._replace(origins=known, deictic=True) if _points(annotated, p, memory, group_index) else p for p in group.people]
    same = memory.group == group_index
    among = among_them(annotated.tokens, group.last)
    held = [p._replace(origins=known) if _part_of(annotated, p, memory, same=same) or (among and not p.origins) else p for p in held]
    return group._replace(people=tuple(_spoken_of(p, spoken) if p.deictic else p for p in held))


def _spoken_of(people: People, spoken: tuple[str, ...]) -> People:
    """Persons and "these migrants" are those of whom the text spoke before: the *women and men* who migrated."""
    if people.kind == "person" and not people.victims:
        return people._replace(victims=spoken)
    return people._replace(victims=tuple(dict.fromkeys((*spoken, *people.victims)))) if people.victims == ("migrants",) else people


def _unplaced(frame: Frame) -> bool:
    """True where no place is named at all."""
    return not any(e.kind == "place" for e in frame.said)


def _continued(group: Group, memory: Memory, sentence: Sentence) -> Group:
    """Girls and boys right behind children from elsewhere, in a country that only receives them, come from where those come from."""
    known = [o for o in origins_before(memory) if o.code not in {"home", "abroad"}]
    spoken = {v for g in memory.people for p in g.people for v in p.victims}
    spoken |= {"girls", "boys"} if "children" in spoken else set()
    spoken |= {"children"} if {"girls", "boys"} & spoken else set()
    spoken |= {"girls", "boys"} if memory.group == sentence.group and "children" in spoken else set()
    receives = bool(memory.roles) and "source" not in memory.roles and memory.exploited and sentence.index - memory.index <= 1
    if not (receives and known and spoken & {"children", "girls", "boys"}):
        return group
    return group._replace(
        people=tuple(
            p._replace(origins=tuple(known), deictic=True) if p.victims and set(p.victims) <= spoken and not p.origins else p
            for p in group.people
        )
    )


def _points(annotated: Annotated, people: People, memory: Memory, group_index: int) -> bool:
    """True for people who are those named before: "these women", "those who go on", "the women", "the victims"."""
    if people.origins:
        return False
    tokens = annotated.tokens
    first = tokens[people.first].lower
    if people.deictic or (
        first == "those" and (tokens[people.last].lower in {"who", "whose", "whom"} or tokens[people.last].lower in flow_words("befallen"))
    ):
        return True
    spoken = {v for g in memory.people for v in g.victims}
    spoken |= {"girls", "boys"} if "children" in spoken else set()
    spoken |= {"women", "men"} if spoken & {"adults", "migrants", "refugees"} else set()
    foreign = {o.code for o in origins_before(memory)} - {"home", annotated.document.country}
    if memory.exploited and memory.group == group_index and foreign == {o.code for o in origins_before(memory)}:
        spoken |= {"women", "men", "girls", "boys", "children"}
    if people.kind == "victim" and tokens[people.first].tag == "CD" and tokens[people.first + 1].lower != "of":
        return False
    told = memory.exploited or memory.group == group_index or tokens[people.first].lower in flow_words("quantity")
    definite = first == "the" or [t.lower for t in tokens[people.first + 1 : people.first + 3]] == ["of", "the"]
    return told and (people.kind == "victim" or (definite and bool(spoken & set(people.victims))))


def _from_elsewhere(annotated: Annotated, group: Group, memory: Memory) -> tuple[Whereabout, ...]:
    """Another country for people among refugees and migrants of whom no more is known, unless these moved within the country."""
    moved = [p for g in memory.people for p in g.people if {"refugees", "migrants"} & set(p.victims)]
    stayed = any(t.lower in flow_words("within") for p in moved for t in annotated.tokens[max(0, p.first - _AROUND) : p.last + _AROUND])
    return (Whereabout("abroad", group.first, group.first),) if moved and not stayed else ()


def _part_of(annotated: Annotated, people: People, memory: Memory, *, same: bool) -> bool:
    """True for people who come from where those before come from without being the same."""
    return not people.origins and ((same and _fled_too(people, memory)) or among_them(annotated.tokens, people.last))


def _fled_too(people: People, memory: Memory) -> bool:
    """True for refugees behind other refugees ("Syrian refugee women …, while refugee children")."""
    return "refugees" in people.victims and any("refugees" in p.victims and p.origins for g in memory.people for p in g.people)


def origins_before(memory: Memory) -> tuple[Whereabout, ...]:
    """Where the people come from of whom the text spoke last."""
    return tuple(dict.fromkeys(o for g in memory.people for p in g.people for o in p.origins))


def remember(frame: Frame, memory: Memory, sentence: Sentence, *, exploited: bool) -> None:
    """Keep the people and the places of a statement for those that follow."""
    places = [e for e in frame.said if e.kind == "place" and e.places]
    if frame.people:
        memory.way, memory.index, memory.group = tuple(places), sentence.index, sentence.group
        memory.exploited = exploited or (frame.points_back and memory.exploited)
        memory.path = _path(frame, places, exploited=exploited) or (memory.path if frame.points_back else ())
        memory.people = tuple(_from(g, places) for g in frame.people)
    named = [p for e in places if e.places for p in e.places.items if p.code not in {"home", "abroad", *POINTING}]
    reached = [p for e in places if e.value != "from" and e.places for p in e.places.items if p in named]
    if named:
        memory.places = tuple(reached or named)  # in "the same countries": those to which people go, not those from which they come
    elif frame.people and (origins := [o for g in frame.people for p in g.people for o in p.origins]):
        memory.places = tuple(origins)


def _path(frame: Frame, places: Sequence[Element], *, exploited: bool) -> tuple[Whereabout, ...]:
    """The places that people have come through and to; the narrative's country where none other is named."""
    held = routes(places)
    known = any(_named(p) for g in frame.people for p in g.people)
    passed = [p for r in held for p in (*(r.origins if known else ()), *r.via, *r.ends) if p.code not in POINTING]
    arrived = any(r.ends for r in held) or not exploited
    return tuple(dict.fromkeys((*passed, *(() if arrived else (Whereabout("home", frame.first, frame.first),)))))


def _from(group: Group, places: Sequence[Element]) -> Group:
    """A group with the origins that the statement names apart from it."""
    named = tuple(p for e in places if e.value == "from" and e.places for p in e.places.items if p.code not in POINTING)
    if not named:
        return group
    return group._replace(people=tuple(p if _named(p) else p._replace(origins=named) for p in group.people))


def _named(people: People) -> bool:
    """True for people of whom a place is named that they come from, not only "foreign victims"."""
    return any(o.code != "abroad" for o in people.origins)
