"""Facilities that only a verb tells: who shelters, houses or lodges victims, and where, with no noun for a house."""

import re
from collections.abc import Iterator
from typing import Final

from kg.facts.facility import Facility
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.facility_operators import listed, right_before
from kg.facts.reading.facility_where import beside, places, whom
from kg.facts.reading.periods import period_in
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_at, clause_evidence, words_of
from kg.language.bodies import bodies_between
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import finditer

_BOUND: Final = re.compile(r"[;—]|,\s+(?:while|whereas|but|although|since|and\s+(?:the|an?|its)\s)")
"""What parts one who shelters from what others do."""
_OBJECT: Final = re.compile(r"\s+(?:[^.;,]|,(?=\d)){0,70}")
_BY: Final = re.compile(r"(?:\s+(?:\w+ly|there|afterwards|instead))?\s+(?:by|with|at\s+the\s+homes?\s+of)\s+")
_WITH: Final = re.compile(
    r"\s+(?:for\s+(?:[\w-]+\s+){1,4}|temporarily\s+|also\s+)?with\s+(?!(?:the\s+|their\s+)?(?:famil|relatives|friends|parents|host))"
)
_AHEAD: Final = re.compile(r"\b(?:to|would|should|will|must|cannot|not|never|n't|refus\w+|declin\w+|unable\s+to)\s+(?:\w+ly\s+)?$")
_STATE: Final = frozenset({"government"})
_OTHERS: Final = frozenset({"company", "armed_group", "media", "diplomatic_mission", "judiciary", "legislature"})
"""Sorts of bodies that are no operators of shelters; embassies take in their own citizens."""


def sheltered(annotated: Annotated, sentence: Sentence, here: list[Noun], known: list[Facility]) -> Iterator[Facility]:
    """Each who is said to shelter victims, where no noun near tells of a facility: «two NGOs in Gulu and Lira sheltered 60 girls»."""
    words = words_of(annotated, sentence)
    for found in finditer(cue("shelters"), words):
        begin, end = _part(words, found.start(), found.end())
        if any(begin <= n.start < end for n in here if n.type != "hotline") or _undone(annotated, sentence, words, found):
            continue
        who, served = _who(annotated, sentence, words, found)
        who = _fit(annotated, sentence, who)
        if who and served is not None and not any({*who} & {*f.operators} for f in known):
            yield from _facilities(annotated, sentence, words, found, who, served)


def _part(words: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence around a verb that signs and conjunctions close off."""
    begin = max((m.end() for m in _BOUND.finditer(words, 0, start)), default=0)
    after = _BOUND.search(words, end)
    return begin, after.start() if after else len(words)


def _undone(annotated: Annotated, sentence: Sentence, words: str, found: re.Match[str]) -> bool:
    """Whether nobody does it: it is denied, asked for, or only meant."""
    at = annotated.token_at(sentence.start + found.start())
    asked = wished(annotated, sentence, sentence.start + found.start(), None, ("asked", "needed", "intended", "supposed"))
    return bool(asked or _AHEAD.search(words[: found.start()]) or qualify(annotated, sentence, at).polarity == "negated")


def _who(annotated: Annotated, sentence: Sentence, words: str, found: re.Match[str]) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """Those who shelter, and the victims, or None where no victims are named: the subject and object, or the agent and subject."""
    if found["active"]:
        token = annotated.tokens[annotated.token_at(sentence.start + found.start())]
        behind = _OBJECT.match(words, found.end())
        if token.pos not in {"VERB", "AUX"} or behind is None or cue("unsheltered").search(behind.group()):
            return (), None
        return right_before(annotated, sentence, words, found.start()), _served(sentence, words, *behind.span())
    by = (_WITH if found["stays"] else _BY).match(words, found.end())
    other = by is None or cue("lodging").search(words, by.end(), by.end() + 40)
    who = () if by is None or other else listed(annotated, sentence, words, by.end(), min(len(words), by.end() + 110))
    if found["given"]:
        return who, whom(sentence, *found.span())
    return who, _served(sentence, words, max(0, found.start() - 90), found.start())


def _served(sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...] | None:
    return whom(sentence, start, end) if cue("sheltered").search(words, start, end) else None


def _fit(annotated: Annotated, sentence: Sentence, who: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the operators who may keep a shelter; none where the government is among them."""
    bodies = {b.name: b.type for b in bodies_between(annotated, sentence.start, sentence.end)}
    return () if _STATE & {*who} else tuple(w for w in who if bodies.get(w) not in _OTHERS)


def _facilities(
    annotated: Annotated, sentence: Sentence, words: str, found: re.Match[str], who: tuple[str, ...], served: tuple[str, ...]
) -> Iterator[Facility]:
    clause = clause_at(annotated, sentence, sentence.start + found.start())
    where = places(annotated, sentence, Noun("shelter", *found.span()), []) or beside(annotated, sentence, found.start())
    told: list[str | None] = [*where] or [None]
    for place in told:
        yield Facility(
            doc=annotated.document.id,
            type="shelter",
            location=place,
            serves=served,
            operators=who,
            period=period_in(annotated, sentence, clause),
            evidence=(clause_evidence(annotated, clause),),
            rule="facility.sheltering",
        )
