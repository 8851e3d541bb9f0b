"""Where people come from who were just said to be exploited in the narrative's country: "most of the women are from Nepal"."""

from collections.abc import Iterator

from kg.facts.flow import Flow
from kg.facts.reading.flow_arrivals import arrival
from kg.facts.reading.flow_context import Memory, Received
from kg.facts.reading.flow_elements import elements
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.roles import Called
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence, Token
from kg.language.qualifiers import qualify
from kg.vocabulary.flow_words import flow_words

_TELLING = 8
"""How many tokens of a sentence may name who tells it."""


def hailing(annotated: Annotated, sentence: Sentence, memory: Memory) -> Iterator[Flow]:
    """The flows of a sentence that tells where the people just spoken of come from."""
    held = memory.received
    if held is None or sentence.index - held.sentence != 1:
        return
    first = _told(annotated, sentence)
    verb = next((i for i in range(first, sentence.last) if _is_verb(annotated.tokens[i])), None)
    if verb is None or not _of_them(annotated, sentence, first, verb):
        return
    if (come := _come(annotated, sentence, verb)) is None:
        yield from _peoples(annotated, sentence, (first, verb), held)
        return
    stop = next((i for i in range(come + 1, sentence.last) if _is_verb(annotated.tokens[i])), sentence.last)
    found = elements(annotated, sentence)
    ways = [e for e in found if verb <= e.first < stop and e.kind == "place"]
    more = any(e.kind == "exploitation" or (e.kind == "verb" and e.first > come) for e in found)
    if more or not ways or not ways[0].first <= come < ways[0].last or any(e.value != "from" for e in ways):
        return
    own = {v for e in found if e.group and e.last <= verb for p in e.group.people for v in p.victims}
    home = annotated.document.country
    origins = [(e, o) for e in ways if e.places for o in e.places.items]
    for element, origin in origins:
        if origin.code != home and origin.is_named:
            yield _flow(annotated, sentence, element, origin.code, held._replace(victims=tuple(own) or held.victims))
    memory.received = held._replace(sentence=sentence.index)


def received(annotated: Annotated, sentence: Sentence, held: tuple[Called, ...], memory: Memory) -> Received | None:
    """The people for whom a sentence calls the narrative's country a destination."""
    home = {"home", annotated.document.country}
    here = [c for c in held if {p.code for p in c.places} <= home and any(r.role == "destination" for r in c.roles)]
    if not here or memory.index != sentence.index or qualify(annotated, sentence, here[-1].first).polarity == "negated":
        return None
    people = {v for g in memory.people for v in g.victims}
    return Received(sentence.index, tuple(people), memory.called_for[1])


def _flow(annotated: Annotated, sentence: Sentence, element: Element, origin: str, held: Received) -> Flow:
    own = qualify(annotated, sentence, element.first).certainty
    return arrival(
        annotated,
        (sentence.first, element.last),
        origin,
        rule="flow.hailing",
        certainty=held.certainty if own == "stated" and sentence.section == "other" else own,
        victims=held.victims,
        exploitation=held.exploitation,
    )


def _peoples(annotated: Annotated, sentence: Sentence, subject: tuple[int, int], held: Received) -> Iterator[Flow]:
    """The peoples that they are: "the majority of these children *were Bulgarian or Romanian*"."""
    tokens, (first, verb) = annotated.tokens, subject
    people = any(first <= m.first < verb for m in sentence.of("victims", "persons")) or any(t.lower == "them" for t in tokens[first:verb])
    begin = next((i for i in range(verb + 1, sentence.last) if not _often(tokens[i])), sentence.last)
    named = [m for m in sentence.of("place") if m.first >= begin]
    end = next((i for i in range(begin, sentence.last) if tokens[i].text in {".", ";"}), sentence.last)
    inside = {i for m in (*named, *sentence.of("victims", "persons")) for i in range(m.first, m.last)}
    only = all(i in inside or tokens[i].pos in {"CCONJ", "PUNCT", "DET"} for i in range(begin, end))
    if tokens[verb].lemma != "be" or not people or not only or any(m.form != "demonym" for m in named):
        return
    for m in named:
        if m.value not in {"home", annotated.document.country}:
            yield _flow(annotated, sentence, Element("place", m.first, m.last), m.value, held)


def _told(annotated: Annotated, sentence: Sentence) -> int:
    """Where a statement begins that somebody is said to make: "*NGOs reported that* most of them", "*according to NGOs,* most of them"."""
    tokens = annotated.tokens
    ahead = range(sentence.first, min(sentence.last, sentence.first + _TELLING))
    if tokens[sentence.first].lower == "according":
        return next((i + 1 for i in ahead if tokens[i].text == ","), sentence.first)
    said = next((i for i in ahead if tokens[i].tag in FINITE), -1)
    if said < 0 or tokens[said].lemma not in flow_words("telling"):
        return sentence.first
    return said + 1 + (tokens[min(said + 1, sentence.last - 1)].lower == "that")


def _is_verb(token: Token) -> bool:
    return token.tag in FINITE or (token.pos == "VERB" and token.lemma in flow_words("arriving"))


def _often(token: Token) -> bool:
    """True for an adverb that does not deny."""
    return token.pos == "ADV" and token.lower not in flow_words("seldom")


def _of_them(annotated: Annotated, sentence: Sentence, first: int, verb: int) -> bool:
    """True where the subject is those people, or a part of them: "most", "the majority of these women", "they"."""
    if any(t.lower in {"none", "neither"} for t in annotated.tokens[first:verb]):
        return False
    people = {i for m in sentence.of("victims", "persons") for i in range(m.first, m.last)}
    subject = [(i, t) for i, t in enumerate(annotated.tokens[first:verb], first) if t.pos != "PUNCT"]
    told = flow_words("quantity") | flow_words("share") | flow_words("theirs")
    return bool(subject) and all(i in people or t.lower in told or t.tag == "CD" or _often(t) for i, t in subject)


def _come(annotated: Annotated, sentence: Sentence, verb: int) -> int | None:
    """Where the places begin behind "are from", "have come chiefly from"."""
    tokens, i = annotated.tokens, verb
    while i < sentence.last and (
        (tokens[i].pos == "ADV" and tokens[i].lower not in flow_words("seldom"))
        or tokens[i].lemma in {"be", "have"}
        or tokens[i].lemma in flow_words("arriving")
    ):
        i += 1
    return i if i < sentence.last and i > verb and tokens[i].lower == "from" else None
