"""Whether a statement speaks of exploitation, and what speaks against it: laws, efforts, questions."""

from collections.abc import Iterator, Sequence

from kg.facts.reading.flow_elements import Element
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.roles import Called
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.flow_words import flow_words

_NAMED = frozenset({"exploitation", "service", "sector"})
_DONE = frozenset({"force", "make", "move", "exploit"})
_NEAR = 9
"""How many tokens may stand between traffickers and what they do."""
_WORKS = frozenset({"prosecution", "protection", "prevention"})


def evidence_of(annotated: Annotated, sentence: Sentence, frame: Frame, role: Called | None) -> list[Element]:
    """The verbs and nouns by which a statement speaks of exploitation; empty where it does not."""
    tokens = annotated.tokens
    found = [v for v in frame.verbs if _tells(tokens, sentence, frame, v)]
    found += [e for e in frame.said if e.kind == "exploitation" and _condition(tokens, frame, e, role)]
    only_tourism = {v for e in frame.said if e.kind == "exploitation" for v in e.values} == {"child_sex_tourism"}
    if only_tourism and not any(v.value in {"exploit", "force"} for v in found):
        return []
    found += _implied(annotated, sentence, frame, role) if not found else []
    return found if not _excluded(annotated, sentence, frame, found) else []


def _implied(annotated: Annotated, sentence: Sentence, frame: Frame, role: Called | None) -> list[Element]:
    """What follows from a role ("a destination for women from Laos"), or from people being called victims of a place abroad."""
    tokens = annotated.tokens
    origins = {o.code for g in frame.people for p in g.people for o in p.origins} - {"home", "abroad", annotated.document.country}
    group = next(iter(frame.people), None)
    if group is None:
        return []
    here = Element("verb", group.first, group.last, "role" if role else "victims", "noun")
    ends = {i.code for e in frame.said if e.kind == "place" and e.places and e.value in {"in", "to"} for i in e.places.items}
    abroad = bool(ends - {"home", annotated.document.country})
    named = any(p.origins for p in group.people)
    called_so = frame.victims or any(p.kind == "victim" for p in group.people)
    transit = role is not None and {r.role for r in role.roles} == {"transit"}
    if role and (origins or (transit and abroad)):
        return [here]
    sent = [e for e in frame.said if e.value == "from" and e.first >= group.last]
    told = sentence.section in {"profile", "other"} and called_so
    if told and sent and not frame.object_of and all(tokens[v.first].lemma in flow_words("arriving") for v in frame.verbs):
        return [here]
    if told and named and (abroad or (origins and (ends or frame.victims))):
        return [here]
    return []


def _tells(tokens: Sequence[Token], sentence: Sentence, frame: Frame, verb: Element) -> bool:
    after = frame.after(verb)
    kinds = {e.kind for e in after}
    match verb.value:
        case "labor":
            return True
        case "exploit":
            return verb.voice != "active" or frame.object_of in _DONE or _pronoun_behind(tokens, verb)
        case "force" | "make":
            done_to = verb.voice == "passive" or frame.object_of in _DONE or _pronoun_behind(tokens, verb)
            return done_to and bool(kinds & _NAMED)
        case "undergo":
            return "exploitation" in kinds or any(e.kind == "service" and "sex_trafficking" in e.values for e in after)
        case "risk":
            return "exploitation" in kinds or any(v.value in {"trade", "exploit"} and v.first >= verb.last for v in frame.verbs)
        case "victims":
            trade = any(v.value == "trade" and v.first >= verb.last for v in frame.verbs)
            return _predicate(tokens, sentence, frame, verb) and ("exploitation" in kinds or trade)
        case "move":
            return _moved(tokens, frame, verb, after)
        case "transit":
            return any(e.value == "via" for e in frame.said) and not any("migrants" in g.victims for g in frame.people)
        case "include":
            return frame.victims
        case "trade":
            return frame.object_of == "trade" or _bare(frame)
    return False


def _pronoun_behind(tokens: Sequence[Token], verb: Element) -> bool:
    return verb.last < len(tokens) and tokens[verb.last].lower in {"them", "him", "her"}


def _predicate(tokens: Sequence[Token], sentence: Sentence, frame: Frame, verb: Element) -> bool:
    """True for "men are victims of forced labor", and for victims of whom origins are said."""
    if any(g.first <= verb.first < g.last and any(p.origins for p in g.people) for g in frame.people):
        return True
    return any(t.lemma in {"be", "become"} for t in tokens[max(sentence.first, verb.first - 4) : verb.first])


def _moved(tokens: Sequence[Token], frame: Frame, verb: Element, after: Sequence[Element]) -> bool:
    """True where people are taken or sent into exploitation, or where traffickers move them from place to place."""
    if verb.voice == "active" and frame.object_of != "move":
        return False
    if 0 <= verb.first - frame.agent < _NEAR and any(e.kind == "place" and e.value in {"to", "from", "via"} for e in frame.said):
        return True
    limit = min(
        (v.first for v in frame.verbs if v.first > verb.first and v.value in {"force", "exploit", "risk", "undergo"}),
        default=frame.last + 1,
    )
    into = [e for e in after if e.first < limit and e.kind in {"exploitation", "service"} and _led_to(tokens, e, verb)]
    return any(e.kind == "exploitation" or "forced_labor" not in e.values or verb.value == "force" for e in into)


def _led_to(tokens: Sequence[Token], element: Element, verb: Element) -> bool:
    """True where "for", "into", "to", "as" or "in" leads to a form of exploitation."""
    first = max(verb.last, element.first - 6)
    return any(t.lower in {"for", "into", "to", "as", "in", "and"} for t in tokens[first : element.first])


def _condition(tokens: Sequence[Token], frame: Frame, element: Element, role: Called | None) -> bool:
    """True for "women in forced prostitution" and "forced labor of children"."""
    for group in frame.people:
        between = tokens[group.last : element.first]
        if 0 < len(between) < 7 and all(t.lower in flow_words("condition") for t in between):
            return True
        if role and between and between[0].lower == "for":
            return True
        before = tokens[element.last : group.first]
        if 0 < len(before) < 6 and before[-1].lower in flow_words("suffered"):
            return True
    return False


def _bare(frame: Frame) -> bool:
    """True for trafficking from one named place to another without people."""
    cues = {e.value for e in frame.said if e.kind == "place"}
    return not frame.people and {"from", "to"} <= cues


def _excluded(annotated: Annotated, sentence: Sentence, frame: Frame, found: Sequence[Element]) -> bool:
    """True where laws or efforts are spoken of: all statements of law, and of efforts those that name no place."""
    if not found:
        return True
    first = min([found[0].first, *(g.first for g in frame.people)])
    lead = {t.lower for t in annotated.tokens[max(sentence.first, min(first, frame.first)) : first]} | set(
        _opening(annotated, sentence, first)
    )
    clause = sentence.clause_of(first)
    general = {e.value for e in found} <= {"trade"} or all(e.kind == "exploitation" for e in found)
    around = {t.lower for t in annotated.tokens[clause.first : clause.last]} if general else set[str]()
    if (lead | around) & flow_words("legal"):
        return True
    placed = any(p.origins for g in frame.people for p in g.people) or any(e.kind == "place" for e in frame.said)
    if placed and not (lead & flow_words("action") and {e.value for e in found} <= {"victims", "trade"}):
        return False
    return bool(lead & flow_words("action")) or sentence.section in _WORKS


def _opening(annotated: Annotated, sentence: Sentence, first: int) -> Iterator[str]:
    """The words of the clause before a statement."""
    clause = sentence.clause_of(first)
    yield from (t.lower for t in annotated.tokens[clause.first : first])
