"""The way of people of whom exploitation is already said: where they are taken, pass and go on to."""

from collections.abc import Iterator, Sequence

from kg.facts.reading.flow_context import Memory
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_passing import way_of_others
from kg.language.model import Annotated, Sentence, Token
from kg.language.phrases import phrase_at
from kg.vocabulary.flow_words import flow_phrases, flow_words

_WAYS = frozenset({"move", "transit", "force", "same", "undergo", "seen"})


def going_on(annotated: Annotated, sentence: Sentence, frame: Frame, memory: Memory) -> list[Element]:
    """The verb by which people are moved of whom exploitation was said before; none where authorities act or people return."""
    told = frame.agent > 0 or any(e.kind in {"exploitation", "service"} for e in frame.said)
    stopover = told and bool(frame.people) and on_way(annotated, sentence, frame.people[0].first)
    trafficked = (frame.points_back and memory.exploited) or frame.same_way or stopover or _brought_too(annotated, sentence, frame, memory)
    if not (trafficked and frame.people) or frame.object_of or way_of_others(frame):
        return []
    places = [e for e in frame.said if e.kind == "place"]
    ending = any(v.value == "seen" or (v.value == "undergo" and annotated.tokens[v.last - 1].lower == "up") for v in frame.verbs)
    if any(e.value == "back" for e in places) or not _leads(places, ending=ending):
        return []
    verbs = [v for v in frame.verbs if v.value in _WAYS]
    if len(verbs) != len(frame.verbs) or _acted(annotated, sentence, frame):
        return []
    first = next((e for e in places if e.value in {"to", "via"}), places[0])
    return [verbs[0] if verbs else Element("verb", first.first, first.last, "move", "passive")]


def _brought_too(annotated: Annotated, sentence: Sentence, frame: Frame, memory: Memory) -> bool:
    """True for people told of in one breath with those exploited: "…; several Burmese workers *were brought by way of* Dubai"."""
    taken = [
        v for v in frame.verbs if v.value == "move" and v.voice == "passive" and annotated.tokens[v.first].lower in flow_words("taken")
    ]
    foreign = [p for g in frame.people for p in g.people if p.origins]
    through = any(e.value == "via" and e.places for e in frame.said)
    return memory.exploited and memory.group == sentence.group and bool(taken and foreign) and through


def _leads(places: list[Element], *, ending: bool) -> bool:
    """True where a place is named to which or through which the people go, or in which they end up."""
    named = [e for e in places if e.places and e.places.items[0].code != "there"]
    return any(e.value in {"to", "via"} or (ending and e.value == "in") for e in named)


def _acted(annotated: Annotated, sentence: Sentence, frame: Frame) -> bool:
    """True where the sentence speaks of authorities, laws, of the way back or of those who got away."""
    words = {t.lower for t in annotated.tokens[sentence.first : sentence.last]}
    return bool(words & (flow_words("action") | flow_words("legal") | flow_words("return") | flow_words("moving_on")))


def on_way(annotated: Annotated, sentence: Sentence, last: int) -> bool:
    """True where the narrative's country is said to lie on the way ("lies on the route by which", "use the islands as a stopover")."""
    tokens, home = annotated.tokens, {"home", annotated.document.country}
    stations = flow_phrases("waystation")
    if any(tokens[i].lower in stations and phrase_at(tokens, i, last, stations) > i for i in range(sentence.first, last)):
        return True
    here = [(m.first, m.last) for m in sentence.of("place") if m.value in home and m.form == "name" and m.first > sentence.first]
    if any(tokens[first - 1].lower in flow_words("using") and tokens[end].lower in {"to", "as"} for first, end in here):
        return True
    if any(end <= last and _as_way(tokens, end, sentence.last) for end in _unnamed(tokens, sentence, flow_words("using"))):
        return True
    served = [end for m in sentence.of("place") if m.value in home and m.last < last for end in range(m.last, min(last, m.last + _CALLED))]
    return any(tokens[i].lower == "used" and tokens[i - 1].pos == "AUX" and _as_way(tokens, i + 1, sentence.last) for i in served)


_CALLED = 6
"""How many tokens behind "to" or "as" may say that people are moved on."""


def _unnamed(tokens: Sequence[Token], sentence: Sentence, behind: frozenset[str]) -> Iterator[int]:
    """Where words end that stand for the narrative's country without its name, behind one of some words: "use *the island*"."""
    for i in range(sentence.first + 1, sentence.last):
        if tokens[i - 1].lower in behind:
            for kind in ("here", "inland", "soil"):
                if (end := phrase_at(tokens, i, sentence.last, flow_phrases(kind))) > i and end < sentence.last:
                    yield end


def _as_way(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True before "to move women to" and "as a corridor"."""
    behind = tokens[i + 1 : min(last, i + _CALLED)]
    if tokens[i].lower == "as":
        return any(t.lower in flow_words("waynoun") for t in behind)
    return tokens[i].lower == "to" and any(t.lemma in flow_words("moving") for t in behind[:1])
