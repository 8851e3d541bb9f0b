"""Victims that authorities counted in the narrative's country, by where they come from: each origin is a flow to it."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.reading.flow_arrivals import arrival
from kg.facts.reading.flow_before import told_before
from kg.facts.reading.flow_context import Memory
from kg.facts.reading.flow_elements import elements
from kg.facts.reading.flow_parts import Element
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.language.unplaced import UNKNOWN
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.role_words import role_words

_COPULA = 9
"""How many tokens behind "nationalities" the verb may stand."""
_RANK = 5
"""How many tokens behind people may say that they were the largest group."""
_THERE = 9
"""How many tokens may stand between "there are" and those who are there."""
_NEAR = 3
"""How many sentences behind the count of victims their origins may be told."""


def tallies(annotated: Annotated, sentence: Sentence, memory: Memory) -> Iterator[Flow]:
    """The flows of a sentence that tells counted victims by origin; remembers that victims were counted."""
    words = {t.lower for t in annotated.tokens[sentence.first : sentence.last]}
    if any(m.value == "victim" for m in sentence.of("persons")) and words & flow_words("counted"):
        memory.counted = sentence.index
    if not sentence.of("place") or sentence.index - memory.counted > _NEAR or words & flow_words("uncounted") or "whether" in words:
        return
    if _only_resident(annotated, sentence):
        return
    found = elements(annotated, sentence)
    places = [e for e in found if e.kind == "place" and e.value in {"in", "to"} and e.places]
    home = {"home", annotated.document.country}
    if any(p.code not in {*home, UNKNOWN} for e in places if e.places for p in e.places.items):
        return
    told = [(e, o) for e in found if not _of_others(annotated, sentence, found, e) for o in _origins(annotated, sentence, e)]
    told = told or [(Element("place", o.first, o.last), o) for o in _nationalities(annotated, sentence)]
    if any(o.code not in home for _, o in told):
        yield from (_flow(annotated, sentence, found, e, o) for e, o in told if o.is_named)


def _only_resident(annotated: Annotated, sentence: Sentence) -> bool:
    """True for "there were 40,000 migrant workers in the country, mainly from Nepal", who are no victims."""
    there = any(t.tag == "EX" for t in annotated.tokens[sentence.first : sentence.last])
    victims = any(m.value == "victim" for m in sentence.of("persons")) or sentence.of("exploitation", "trafficking")
    return there and not victims and any({"migrants", "refugees"} & set(m.value.split(",")) for m in sentence.of("victims"))


def _origins(annotated: Annotated, sentence: Sentence, element: Element) -> Sequence[Whereabout]:
    """Where counted people come from: "four were from Ghana", "five, all Cubans", "two of them Filipina"."""
    if not _counted(annotated, sentence, element):
        return ()
    if element.kind == "place" and element.value == "from" and element.places:
        return element.places.items
    tokens = annotated.tokens
    held = element.group.people if element.group else ()
    return [o for p in held if p.kind != "person" or tokens[p.last - 1].lower in flow_words("citizen") for o in p.origins]


def _nationalities(annotated: Annotated, sentence: Sentence) -> Sequence[Whereabout]:
    """The peoples of "the most common nationalities were Moroccan, Brazilian, and Thai", and the countries of origin named so."""
    tokens = annotated.tokens
    noun = next((i for i in range(sentence.first, sentence.last) if tokens[i].lower in {"nationalities", "nationality"}), -1)
    if noun < 0:
        return ()
    at = next((i for i in range(noun + 1, min(sentence.last, noun + _COPULA)) if tokens[i].lower in role_words("copula")), -1)
    if at < 0 or any(t.lower in flow_words("not_victims") for t in tokens[sentence.first : at]):
        return ()
    stop = next((i for i in range(at + 1, sentence.last) if tokens[i].tag in FINITE or tokens[i].text == ";"), sentence.last)
    held = [m for m in sentence.of("place") if at < m.first < stop]
    near = [m for n, m in enumerate(held) if m.first - (held[n - 1].last if n else at) <= _RANK]
    return [Whereabout(m.value, m.first, m.last) for m in near] if len(near) == len(held) else ()


def _of_others(annotated: Annotated, sentence: Sentence, found: Sequence[Element], element: Element) -> bool:
    """True behind a noun for others than victims: "officers from Italy", "there were 40,000 migrant workers, mainly from Nepal"."""
    if any(e.group and e.first <= element.first and _only_there(annotated, sentence, e) for e in found):
        return True
    before = element.first - 1
    if element.kind != "place" or before < sentence.first or annotated.tokens[before].pos not in {"NOUN", "PROPN"}:
        return False
    victims = any(e.group and e.first <= before < e.last for e in found) or any(m.first <= before < m.last for m in sentence.of("persons"))
    return not victims and annotated.tokens[before].lower not in flow_words("share")


def _only_there(annotated: Annotated, sentence: Sentence, people: Element) -> bool:
    """True for migrants and refugees of whom a sentence only says that they are in the country."""
    if people.group is None or not people.group.victims or not set(people.group.victims) <= {"migrants", "refugees"}:
        return False
    return any(t.tag == "EX" for t in annotated.tokens[max(sentence.first, people.first - _THERE) : people.first])


def _counted(annotated: Annotated, sentence: Sentence, element: Element) -> bool:
    """True where a number or "most of them" tells how many come from there, or where these made up a share of the victims."""
    tokens = annotated.tokens
    behind = tokens[element.last : min(element.last + _RANK, sentence.last)]
    if element.group and behind and behind[0].lower in flow_words("making_up"):
        return True
    if element.group and [t.text for t in behind[:1]] == ["("] and behind[1:2] and behind[1].tag == "CD":
        return True
    if element.group and behind and behind[0].pos == "AUX" and any(t.lower in flow_words("rank") for t in behind):
        return True
    end = min(element.first + 3, element.last) if element.group else element.first
    ahead = [t for t in tokens[max(sentence.first, element.first - 5) : end] if t.lower not in {"the"}]
    stop = max((n + 1 for n, t in enumerate(ahead) if t.text in {";", ":"} or t.tag == "POS"), default=0)
    return any(t.tag == "CD" or t.lower in flow_words("share") for t in ahead[stop:])


def _flow(annotated: Annotated, sentence: Sentence, found: Sequence[Element], element: Element, origin: Whereabout) -> Flow:
    people = [p for p in element.group.people if origin in p.origins] if element.group else []
    forms = {v for e in found if e.kind == "exploitation" for v in e.values}
    before = None if forms else told_before(annotated, sentence)
    clause = sentence.clause_of(element.first)
    befalls = next((e.first for e in found if e.kind == "verb" and element.last <= e.first < clause.last), element.first)
    doubted = "possible" in {qualify(annotated, sentence, i).certainty for i in (element.first, befalls)}
    return arrival(
        annotated,
        (element.first, element.last),
        origin.code,
        rule="flow.tally",
        certainty="possible" if doubted else before.certainty if before else "stated",
        victims=(v for p in people for v in p.victims),
        exploitation=before.exploitation if before else forms if len(forms) == 1 else (),
        sectors=before.sectors if before else (),
    )
