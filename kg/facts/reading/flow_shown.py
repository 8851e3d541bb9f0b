"""Exploitation that no verb of it tells: what people were freed from ("freed girls from brothels"), and what their conditions amount to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.roles import Called
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.flow_words import flow_words

_OF_WHOM = 5
"""How many tokens before a verb "of whom" may stand."""
_BEFORE = 4
"""How many tokens may stand between a verb of freeing and the people."""
_AMOUNTS = 4
"""How many tokens may stand between "amount to" and the exploitation."""
_HARDSHIP = 8
"""How many tokens before "amount to" may tell of the conditions."""
_APART = 14
"""How many tokens may stand between exploitation and those of whom a part is told that suffer it."""
_YOUNG = frozenset({"children", "boys", "girls"})
_FORCED = frozenset({"sex_trafficking", "forced_begging", "forced_criminality", "forced_marriage", "child_soldiering"})


def shown(annotated: Annotated, sentence: Sentence, frame: Frame) -> Iterator[Element]:
    """What shows that the people of a statement are exploited, without a verb that says so."""
    tokens = annotated.tokens
    for element in frame.said if frame.people else ():
        if element.kind == "exploitation" and _amounted(tokens, sentence, frame, element):
            yield element
    yield from _deceived(tokens, frame)
    if freed_from(tokens, sentence, frame):
        yield from (e for e in frame.said if _left(tokens, frame, e))


def _deceived(tokens: Sequence[Token], frame: Frame) -> Iterator[Element]:
    """The sex trade in which people work of whom some were made to: "women *in the sex trade*, some of *whom were deceived*"."""
    for verb in frame.verbs if frame.people else ():
        ahead = [t.lower for t in tokens[max(frame.first, verb.first - _OF_WHOM) : verb.first]]
        if (
            verb.voice == "passive"
            and verb.value in {"force", "move"}
            and any(a == "of" and b in {"whom", "them"} for a, b in pairwise(ahead))
        ):
            yield from (e for e in frame.said if e.kind == "service" and "sex_trafficking" in e.values and e.last <= verb.first)


def freed_from(tokens: Sequence[Token], sentence: Sentence, frame: Frame) -> bool:
    """True for people whom somebody frees: "police rescued *12 girls* from"."""
    if not frame.people:
        return False
    first = frame.people[0].first
    ahead = tokens[max(sentence.first, first - _BEFORE) : first]
    if any(t.lemma in flow_words("freeing") and t.pos in {"VERB", "NOUN"} for t in ahead):
        return True
    behind = tokens[frame.people[-1].last : frame.people[-1].last + _BEFORE]
    return any(t.lemma in flow_words("freeing") and t.tag == "VBN" for t in behind)


def _left(tokens: Sequence[Token], frame: Frame, element: Element) -> bool:
    """True for prostitution, begging and the like, and for the trades of children, right behind "from"."""
    forced = element.kind == "service" and bool(_FORCED & set(element.values))
    young = bool(_YOUNG & {v for g in frame.people for v in g.victims})
    around = tokens[max(0, frame.people[0].first - _BEFORE) : frame.people[-1].last + _BEFORE]
    trade = element.kind == "sector" and young and any(t.lemma in {"free", "rescue", "liberate"} for t in around)
    i = element.first - 1
    while i > frame.first and tokens[i].pos in {"ADJ", "DET", "NOUN", "NUM", "PUNCT", "CCONJ"}:
        i -= 1
    return (forced or trade) and tokens[i].lower == "from" and i >= frame.people[0].last


def _amounted(tokens: Sequence[Token], sentence: Sentence, frame: Frame, element: Element) -> bool:
    """True for "men work for no pay, *conditions that amount to* forced labor"."""
    begin = max(sentence.first, element.first - _AMOUNTS)
    at = next((i for i in range(element.first - 1, begin - 1, -1) if tokens[i].lower in flow_words("amounting")), -1)
    if at < frame.people[0].last:
        return False
    ahead = tokens[max(frame.people[0].last, at - _HARDSHIP) : at]
    if any(t.lower in flow_words("elsewhere") for t in tokens[frame.people[0].last : at]):
        return False
    return any(t.lower in flow_words("hardship") for t in ahead)


def condition(tokens: Sequence[Token], frame: Frame, element: Element, role: Called | None) -> bool:
    """True for "women in forced prostitution", "forced labor of children" and "the prostitution of children"."""
    for group in frame.people:
        if element.first < group.first < element.last:
            return bool({t.lower for t in tokens[element.last : element.last + 4]} & flow_words("occurring"))
        between = tokens[group.last : element.first]
        if 0 < len(between) < 7 and all(t.lower in flow_words("condition") for t in between):
            return True
        if between and between[0].lower in {"who", "living"} and between[-1].lower in {"in", "under"} and _lives(between):
            return True
        if role and between and between[0].lower == "for":
            return True
        if 0 < len(between) < 7 and _called_victims(tokens, element, group.last):
            return True
        before = tokens[element.last : group.first]
        heading = group.last < len(tokens) and tokens[group.last].text == ":"
        if 0 < len(before) < 6 and before[-1].lower in flow_words("suffered") and not heading:
            return True
        if 1 < len(before) < _APART and before[-1].lower in {"of", "by", "among"} and _set_apart(before) and not heading:
            return True
    return False


def _lives(between: Sequence[Token]) -> bool:
    """True for "who live as restaveks, in" servitude."""
    finite = [t for t in between if t.tag in FINITE]
    joined = any(t.pos == "CCONJ" for t in between)
    return not joined and len(between) < _APART and len(finite) <= 1 and any(t.lemma in flow_words("abiding") for t in between)


def _set_apart(before: Sequence[Token]) -> bool:
    """True for "forced labor in herding, *particularly of* children", with no statement of its own between."""
    return before[-2].lower in flow_words("part") and not any(t.tag in FINITE or t.text == ";" for t in before)


def _called_victims(tokens: Sequence[Token], element: Element, first: int) -> bool:
    """True for people who "are sex trafficking victims", or were "identified as forced labor victims"."""
    led = element.first > first and tokens[element.first - 1].lower in {"as", *flow_words("linking")}
    victims = {t.lower for t in tokens[element.last - 1 : element.last + 1]} & {"victim", "victims"}
    return led and bool(victims) and any(t.pos == "AUX" for t in tokens[first : element.first])
