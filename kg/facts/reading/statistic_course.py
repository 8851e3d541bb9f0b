"""The course of cases: the year of the investigations goes on for the trials, verdicts and sentences that the next sentence tells."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import PEOPLE
from kg.facts.reading.statistic_links import Reading, link
from kg.facts.reading.statistic_scene import Scene
from kg.language.clauses import FINITE
from kg.language.model import Mention
from kg.vocabulary.count_words import count_words

_STAGES: Final = {
    "investigations": 1,
    "suspects": 1,
    "arrests": 1,
    "prosecutions": 2,
    "convictions": 3,
    "acquittals": 3,
    "sentences": 4,
}
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:-\d\d)?(?:/(?:19|20)\d\d(?:-\d\d)?)?")
_THOSE_WHO_TRY: Final = frozenset(
    "courts court judges judge authorities government prosecutors police officials it they the these those their its and then "
    "also of national country".split()
)
"""Words of a subject that are the state's own, nobody named: another body's figures may be of another time."""
_TERMS: Final = count_words("term")
_OTHER_TIME: Final = frozenset(
    "since yet ever still date now currently pending remain remained remains previously earlier later subsequently this has have".split()
)


def in_course(where: Scene, found: Sequence[Reading], near: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, with the period of the stage of the cases before where they go on with them and say no time."""
    done: list[Reading] = []
    for reading in found:
        untold = reading.fact.period is None and reading.how != "comparison"
        when = _goes_on(where, reading, [*near, *done]) if untold else None
        done.append(replace(reading, fact=replace(reading.fact, period=when)) if when else reading)
    return done


def _goes_on(where: Scene, reading: Reading, before: Sequence[Reading]) -> str | None:
    """The year of the stage told right before, in the same paragraph, where a figure is of one that follows it, by nobody named."""
    told = [r for r in before if r.how != "comparison" and r.fact.measure in _STAGES]
    base = next((r for r in reversed(told) if r.fact.period or r.how != "part"), None)
    if base is None or not base.fact.period or not _YEAR.fullmatch(base.fact.period):
        return None
    if len({r.fact.period for r in told if r.sentence is base.sentence and r.fact.period}) > 1:
        return None
    text = where.annotated.document.text
    follows = _STAGES.get(str(reading.fact.measure), 0) >= _STAGES[str(base.fact.measure)]
    if not follows or reading.fact.polarity != "affirmed" or reading.fact.actor != base.fact.actor:
        return None
    alone, last = base.sentence is where.sentence, told[-1].sentence
    if not alone and (not (last is where.sentence or where.follows(last)) or "\n" in text[base.sentence.end : where.sentence.start]):
        return None
    named = not _nobody_named(where, reading, anew=base.sentence.group != where.sentence.group)
    return None if named or _of_another_time(where, reading, base.fact.period, alone=alone) else base.fact.period


def _of_another_time(where: Scene, reading: Reading, told: str, *, alone: bool) -> bool:
    """Whether words around a figure give another time than the one told; ``alone``, one before it is that of the stage before.

    A time with which it is compared is none, if it is an earlier one.
    """
    clause = where.sentence.clause_of(reading.count.first)
    said = {t.lower for t in where.tokens[clause.first : clause.last]}
    first = reading.count.first if alone else where.sentence.first
    others = (m for m in where.sentence.of("period") if m.value != "previous" and m.first >= first)
    lasting = {"has", "have"} if "/" in told and "-" not in told else set()
    return bool(said & _OTHER_TIME - lasting) or any(not (m.value < told and _compares(where, m)) for m in others)


def _compares(where: Scene, mention: Mention) -> bool:
    """Whether a period is one with which a figure is compared: compared with 11 *in 2007*, the same as *in 2007*.

    One in brackets, (11 in 2007), leaves open of what time the figure before them is.
    """
    before = [c for c in where.counts if c.last <= mention.first]
    near = {t.lower for t in where.tokens[max(where.sentence.first, mention.first - 4) : mention.first]}
    bracketed = bool(before) and where.tokens[before[-1].first - 1].text == "("
    return bool(near & {"than", "as"}) or (bool(before) and not bracketed and link(where, before[-1]) == "comparison")


def _nobody_named(where: Scene, reading: Reading, *, anew: bool) -> bool:
    """Whether the subject is the state's own without a name, or those counted or their sentences; ``anew``, only such as were told of."""
    tokens, clause = where.tokens, where.sentence.clause_of(reading.count.first)
    verb = next((i for i in range(clause.first, clause.last) if tokens[i].tag in FINITE), None)
    if verb is None or reading.count.first < verb:
        single = reading.count.whole == "one" or tokens[reading.count.first].lower in {"a", "an"}
        return not single and (not anew or reading.how == "part" or reading.fact.measure == "sentences")
    counted = {i for c in where.counts if c.group in PEOPLE for i in range(c.first, c.last)}
    told = (tokens[i] for i in range(clause.first, verb) if i not in counted)
    subject = {t.lower for t in told if t.pos not in {"PUNCT", "DET", "ADV", "CCONJ"}}
    return bool(subject & _TERMS) or subject <= _THOSE_WHO_TRY
