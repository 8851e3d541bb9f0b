"""The way of people of whom exploitation is already said: where they are taken, pass and go on to."""

from kg.facts.reading.flow_context import Memory
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.language.model import Annotated, Sentence
from kg.language.phrases import phrase_at
from kg.vocabulary.flow_words import flow_phrases, flow_words

_WAYS = frozenset({"move", "transit", "force", "same", "undergo", "seen"})


def going_on(annotated: Annotated, sentence: Sentence, frame: Frame, memory: Memory) -> list[Element]:
    """The verb by which people are moved of whom exploitation was said before; none where authorities act or people return."""
    told = frame.agent > 0 or any(e.kind in {"exploitation", "service"} for e in frame.said)
    stopover = told and bool(frame.people) and on_way(annotated, sentence, frame.people[0].first)
    trafficked = (frame.points_back and memory.exploited) or frame.same_way or stopover
    if not (trafficked and frame.people) or frame.object_of:
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
    if any(phrase_at(tokens, i, last, flow_phrases("waystation")) > i for i in range(sentence.first, last)):
        return True
    here = [m for m in sentence.of("place") if m.value in home and m.form == "name" and m.first > sentence.first]
    return any(tokens[m.first - 1].lower in flow_words("using") and tokens[m.last].lower in {"to", "as"} for m in here)
