"""Flows that follow from what a country is called, without any verb: "a source country for trafficking victims in Italy"."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_context import POINTING
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.roles import Called
from kg.language.model import Annotated, Sentence
from kg.language.people import groups
from kg.language.qualifiers import qualify
from kg.language.whereabouts import Places, named, places_at
from kg.vocabulary.flow_words import flow_words

_NEAR = 8
"""How many tokens may stand between a role and the victims for whom it is."""


def by_role(annotated: Annotated, sentence: Sentence, held: Sequence[Called]) -> Iterator[Fact]:
    """The flows that a sentence's role words tell by themselves."""
    yield from _for_people(annotated, sentence, held)
    own = {"home", annotated.document.country}
    for one in held:
        if {p.code for p in one.places} <= own and one.places:
            yield from _onward(annotated, sentence, one)
            yield from _between(annotated, sentence, one)
            yield from _elsewhere(annotated, sentence, one)


def without_onward(held: Sequence[Called], frame: Frame) -> list[Element]:
    """What is said of people, without the places to which the country is called a transit country behind them."""
    ways = {one.last for one in held if {r.role for r in one.roles} == {"transit"} and frame.people and frame.people[0].first < one.first}
    return [e for e in frame.said if e.kind != "place" or e.first not in ways]


def _onward(annotated: Annotated, sentence: Sentence, one: Called) -> Iterator[Flow]:
    """The way through a country that others before it are trafficked to: "and, to a lesser extent, a transit country *to Italy*"."""
    tokens = annotated.tokens
    if {r.role for r in one.roles} != {"transit"} or one.last >= sentence.last or tokens[one.last].lower not in {"to", "toward", "into"}:
        return
    people = [g for g in groups(annotated, sentence) if g.last <= one.first]
    places = places_at(tokens, one.last + 1, sentence.last, named(sentence))
    if not people or places is None or (places.last < sentence.last and tokens[places.last].lower == "for"):
        return
    forms = {v for m in sentence.of("exploitation") if people[-1].last <= m.first < one.first for v in m.value.split(",")}
    yield from _flows(annotated, sentence, one, places, (None, people[-1].victims, forms, (annotated.document.country or "",)))


def _between(annotated: Annotated, sentence: Sentence, one: Called) -> Iterator[Flow]:
    """The way for which a country is called one of transit: "a transit point for sex trafficking *from Togo to Italy*"."""
    tokens, home = annotated.tokens, annotated.document.country
    form = next((m for m in sentence.of("exploitation", "trafficking") if m.first == one.last + 1), None)
    if {r.role for r in one.roles} != {"transit"} or form is None or tokens[one.last].lower not in {"for", "of", "in"}:
        return
    names = named(sentence)
    start = places_at(tokens, form.last + 1, sentence.last, names) if tokens[form.last].lower == "from" else None
    if start is None or start.last >= sentence.last or tokens[start.last].lower not in {"to", "into", "toward"}:
        return
    forms = set(form.value.split(",")) if form.label == "exploitation" else set[str]()
    ends = places_at(tokens, start.last + 1, sentence.last, names)
    if ends is None:
        return
    for origin in (p.code for p in start.items if p.is_named and p.code != home):
        yield from _flows(annotated, sentence, one, ends, (origin, (), forms, (home or "",)))


def _elsewhere(annotated: Annotated, sentence: Sentence, one: Called) -> Iterator[Flow]:
    """The places where the victims are for whom a country is called a source: "a source country for sex trafficking *victims in Italy*"."""
    tokens = annotated.tokens
    if "source" not in {r.role for r in one.roles} or one.last >= sentence.last or tokens[one.last].lower not in {"for", "of"}:
        return
    end = min(sentence.last, one.last + _NEAR)
    at = next((m.last for m in sentence.of("persons") if m.value == "victim" and one.last <= m.first < end), None)
    if at is None or any(t.text in {",", ";"} or t.tag.startswith("VB") for t in tokens[one.last : at - 1]):
        return
    at += at < sentence.last and tokens[at].lower in flow_words("encountered")
    places = places_at(tokens, at + 1, sentence.last, named(sentence)) if at < sentence.last and tokens[at].lower == "in" else None
    forms = {v for m in sentence.of("exploitation") if one.last <= m.first < at for v in m.value.split(",")}
    if places is not None:
        yield from _flows(annotated, sentence, one, places, (annotated.document.country, (), forms, ()))


_Told = tuple[str | None, Sequence[str], set[str], tuple[str, ...]]
"""The origin, the people, the forms of exploitation and the countries between."""


def _flows(annotated: Annotated, sentence: Sentence, one: Called, places: Places, told: _Told) -> Iterator[Flow]:
    origin, victims, forms, via = told
    state = qualify(annotated, sentence, one.first)
    for place in places.items:
        if place.code not in {"home", "abroad", annotated.document.country, *POINTING} and place.is_named:
            yield Flow(
                doc=annotated.document.id,
                polarity=state.polarity,
                certainty=state.certainty,
                evidence=(of_tokens(annotated, one.first, places.last),),
                rule="flow.role",
                origin=origin,
                destination=place.code,
                via=ordered(via),
                victims=ordered(victims) or ("nationals",),
                exploitation=ordered(forms),
            )


def _for_people(annotated: Annotated, sentence: Sentence, held: Sequence[Called]) -> Iterator[Fact]:
    """Flows of the narrative's people to the places that it calls their destinations, and from those it calls sources."""
    home = annotated.document.country
    for one in (c for c in held if not (c.apposed or _victims_elsewhere(annotated, sentence, c))):
        for place in one.places:
            elsewhere = place.code not in {"home", home, "abroad", *POINTING} or _among_sources(one, home)
            of_people = _introduces(annotated, sentence, one)
            told = {r.role for r in one.roles if not of_people or (r.role == "source" and place.first > one.last)} - {"transit"}
            for role in told if elsewhere else ():
                state = qualify(annotated, sentence, one.first)
                yield Flow(
                    doc=annotated.document.id,
                    polarity=state.polarity,
                    certainty=state.certainty,
                    evidence=(of_tokens(annotated, min(one.first, place.first), max(one.last, place.last)),),
                    rule="flow.role",
                    origin=home if role == "destination" or place.code == "home" else place.code,
                    destination=place.code if role == "destination" else home,
                    victims=("nationals",),
                    exploitation=ordered(_forms_of(sentence, one)),
                )


def _victims_elsewhere(annotated: Annotated, sentence: Sentence, one: Called) -> bool:
    """True for the sources of victims who are in another country: "the source countries for victims *in Oman*"."""
    tokens, names, own = annotated.tokens, named(sentence), {"home", annotated.document.country, "abroad", *POINTING}
    if "source" not in {r.role for r in one.roles}:
        return False
    near = range(one.last, min(sentence.last - 1, one.last + _NEAR))
    ends = (places_at(tokens, i + 1, sentence.last, names) for i in near if tokens[i].lower in {"in", "to"})
    return any(p.is_named and p.code not in own for held in ends if held for p in held.items)


def _among_sources(one: Called, home: str | None) -> bool:
    """True where the narrative's country is one of several sources: "the countries of origin were *Dutch*"."""
    own = {p.code for p in one.places} & {"home", home}
    return bool(own) and len({p.code for p in one.places}) > len(own) and {r.role for r in one.roles} == {"source"}


def _introduces(annotated: Annotated, sentence: Sentence, one: Called) -> bool:
    """True where people follow whom the role is about, not for "countries of origin for forced labor"."""
    led = any(t.lower == "for" for t in annotated.tokens[one.last : min(sentence.last, one.last + 2)])
    return led and not _forms_of(sentence, one)


def _forms_of(sentence: Sentence, one: Called) -> tuple[str, ...]:
    """The exploitation for which places are called sources or destinations, without people."""
    return tuple(v for m in sentence.of("exploitation") if m.first == one.last + 1 for v in m.value.split(","))
