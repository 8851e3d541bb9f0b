"""Places to which people travel for the exploitation of children: "men from Oman *travel to* Lae *for child sex tourism*"."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.model import ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_places import places
from kg.language.model import Annotated, Sentence, Token
from kg.language.qualifiers import qualify
from kg.vocabulary.flow_words import flow_words

_SECTIONS = frozenset({"profile", "other"})


def visited(annotated: Annotated, sentence: Sentence) -> Iterator[Flow]:
    """The flows inside the places to which people travel for child sex tourism: their own countries are no origins."""
    tokens, home = annotated.tokens, annotated.document.country
    form = next((m for m in sentence.of("exploitation") if m.value == "child_sex_tourism"), None)
    words = {t.lower for t in tokens[sentence.first : sentence.last]}
    if form is None or sentence.section not in _SECTIONS or words & (flow_words("legal") | flow_words("action") | flow_words("never_so")):
        return
    verb = next((i for i in range(form.first - 1, sentence.first, -1) if _goes(tokens, i)), None)
    told = [e for e in places(tokens, sentence, set()) if e.value in {"in", "to"} and e.places]
    held = {home if p.code == "home" else p.code for e in told if e.places for p in e.places.items if p.is_named or p.code == "home"}
    state = qualify(annotated, sentence, form.first)
    if (
        verb is None
        or home is None
        or state.polarity == "negated"
        or "abroad" in {p.code for e in told if e.places for p in e.places.items}
    ):
        return
    for place in ordered(code for code in held or {home} if code):
        yield Flow(
            doc=annotated.document.id,
            polarity="affirmed",
            certainty=state.certainty,
            evidence=(of_tokens(annotated, sentence.first, max([form.last, *(e.last for e in told)])),),
            rule="flow.occurring",
            origin=place,
            destination=place,
            victims=("children",),
            exploitation=(form.value,),
        )


def _goes(tokens: Sequence[Token], i: int) -> bool:
    """True for a verb of going somewhere or taking part, and for one that the parser takes for a noun ("men … *travel to*")."""
    verb = tokens[i].pos == "VERB" or (tokens[i].lower == "travel" and tokens[i + 1].lower == "to")
    return verb and tokens[i].lemma in flow_words("touring")
