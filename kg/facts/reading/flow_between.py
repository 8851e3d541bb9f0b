"""Ways that lead both there and back: "children are trafficked *between Gabon and Nigeria*"."""

from collections.abc import Iterator

from kg.facts.flow import Flow
from kg.facts.model import ordered
from kg.facts.reading.evidence import of_tokens
from kg.language.model import Annotated, Sentence
from kg.language.people import groups
from kg.language.qualifiers import qualify
from kg.language.whereabouts import named, places_at

_PEOPLE = 6
"""How many tokens may stand between people and "trafficked between"."""


def between(annotated: Annotated, sentence: Sentence) -> Iterator[Flow]:
    """The flows from each of two countries to the other between which people are said to be trafficked."""
    tokens, home = annotated.tokens, annotated.document.country
    for verb in (m for m in sentence.of("trafficking") if m.value == "exploit" and m.last < sentence.last - 3):
        if tokens[verb.last].lower != "between" or tokens[verb.first].tag not in {"VBN", "VBD"}:
            continue
        places = places_at(tokens, verb.last + 1, sentence.last, named(sentence))
        people = [g for g in groups(annotated, sentence) if 0 <= verb.first - g.last <= _PEOPLE]
        codes = [home if p.code == "home" else p.code for p in places.items if p.is_named or p.code == "home"] if places else []
        if places is None or len(codes) != 2 or codes[0] == codes[1] or len(places.items) != 2 or not people:
            continue
        state = qualify(annotated, sentence, verb.first)
        for origin, destination in (codes, codes[::-1]):
            yield Flow(
                doc=annotated.document.id,
                polarity=state.polarity,
                certainty=state.certainty,
                evidence=(of_tokens(annotated, people[-1].first, places.last),),
                rule="flow.between",
                origin=origin,
                destination=destination,
                via=() if home is None or home in codes else (home,),
                victims=ordered(people[-1].victims) or ("nationals",),
            )
