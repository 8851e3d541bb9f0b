"""Facilities that no noun names: «one for women and one for girls», «another in Boké», an order that «takes in» girls."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.facts.facility import Facility
from kg.facts.reading.evidence import evidence
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_elided import gapped
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.facility_numbers import SEVERAL, UNITS
from kg.facts.reading.facility_operators import BLANK, listed
from kg.facts.reading.facility_where import PLACE, serves, whom
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, folded
from kg.language.model import Annotated, Sentence
from kg.language.periods import MONTH
from kg.vocabulary.facility_words import facility_words

_WHICH: Final = (
    r"(?:another(?: one)?|one|the other|an? (?:second|third|fourth|fifth|further|similar)(?:(?: [A-Z][\w-]+)?"
    r" (?:one|building|shelter|center|home|house|facility))?)"
)
_FURTHER: Final = re.compile(
    rf"\b(?i:{_WHICH}),?(?:\s+of\s+\w+,)?(?:\s+(?:followed|opened|stands|stood))?\s+"
    rf"(?:in|at|near|(?P<meant>(?:planned|meant|intended|destined|built|scheduled|proposed)\s+(?:for|in)))\s+(?P<where>{PLACE})"
)
_EACH: Final = re.compile(
    rf"(?<!no )(?<!more than )\b(?:(?i:{_WHICH})|{SEVERAL})(?:\s+of\s+(?:which|them))?,?\s+(?:is\s+|was\s+|are\s+|were\s+)?"
    r"(?:for|serving|housing|(?:reserved|designated|intended|meant)\s+for|(?:dedicated|devoted|open)\s+to|that\s+(?:accepts|takes|houses|serves))\s+"
    r"(?P<whom>[\w’' -]{3,50}?)"
    r"(?=[,.;]|\s+(?:and(?!\s+(?:women|men|girls|boys|children|minors|adolescents)\b)"
    r"|in|with|run|managed|operated|did|does|was|were|is|had|has|closed|who|that)\b|$)"
    rf"(?:,?\s+in\s+(?P<where>(?:(?:north|south|east|west|central)(?:ern)?\s+)?{PLACE}))?"
)
_EACH_BY: Final = re.compile(
    rf"\b(?i:{_WHICH}|the\s+(?:first|second|third|latter|former)),?\s+(?:is\s+|was\s+)?(?:run\s+|operated\s+|managed\s+|staffed\s+)?by\s+(?P<who>[^,.;]{{3,60}}?)"
    r"(?=,?\s+and\s+(?:one|another|the\s+(?:other|second)|an?)\b|[,.;]|$)"
)
_HERE_NONE: Final = re.compile(rf"\b(?:[Ii]n\s+(?P<in>{PLACE}),?\s+there\s+(?:was|is|were|are)\s+none|(?P<has>{PLACE})\s+ha[sd]\s+none)\b")
_NONE_IN: Final = re.compile(
    rf"\bnone\s+in\s+(?P<where>(?:the\s+(?:north|south|east|west|capital|countryside|provinces|interior)|{PLACE})"
    rf"(?:(?:,|,?\s+(?:or|and|nor))\s+(?:in\s+)?(?:the\s+)?{PLACE})*)"
)
_OF_THEM: Final = re.compile(
    rf"(?P<funded>\b(?:but|it|and)\s+(?:\w+ly\s+)?(?:fund|financ|subsidi[sz]|support)(?:s|e[sd]?|ed)?\s+)?"
    rf"\b(?P<number>(?i:one|{SEVERAL}|\d{{1,3}}))(?:\s+of\s+(?:them|which|these),?(?:\s+(?:are|were|is|was))?|\s+(?:are|were)|(?(funded)|(?!)))\s+"
    rf"(?:run|operated|managed|staffed)\s+by\s+(?P<who>[^,.;]{{3,60}}?)"
    rf"(?=,?\s+and\s+(?:one|another|the\s+other|the\s+rest|an?|{SEVERAL}|\d+)\b|[,.;]|$)"
)
_TURNS: Final = re.compile(r"\s*,?\s*(?:did|does|do|would|could|can) ?not\s+(?:take|accept|admit|serve|house|shelter)")
_UNBUILT: Final = re.compile(
    r"\s*,?\s*(?:is|was|are|were)\s+(?:still\s+)?(?:being\s+\w+|under\s+construction|planned|to\s+open|due\s+to)\b"
)
_RUN_BY: Final = re.compile(
    r",?\s+(?:which\s+is\s+|which\s+was\s+|and\s+)?(?:run|operated|managed|staffed|administered)\s+by\s+(?P<who>[^,.;]{3,60}?)(?=[,.;)]|\s+and\s+one\b|$)"
)
_PLANNED: Final = re.compile(
    r"\b(?:plan\w*|propos\w+|intend\w*|promis\w+|pledg\w+|will|would|shall|to build|to open|consider\w*"
    r"|(?:is|are|was|were|began|begun|started|still)\s+(?:building|constructing))"
    r"\s+(?:to\s+|soon\s+|also\s+)?(?:\w+\s+)?$"
)
_MONTH: Final = re.compile(rf"{MONTH}\b")


def further(annotated: Annotated, sentence: Sentence, last: Facility, within: tuple[int, int]) -> Iterator[Facility]:
    """A further facility of the same sort that only a number names: «another in Boké», «a third, in Lae, had to close»."""
    for found in _FURTHER.finditer(annotated.document.text, sentence.start, sentence.end):
        if not _MONTH.match(found["where"]) and within[0] <= found.start() and found.end() <= within[1]:
            yield from _part(annotated, sentence, last, found, None)
    for found in _HERE_NONE.finditer(annotated.document.text, *within):
        yield _none(annotated, last, found, " ".join((found["in"] or found["has"]).split()))


def nowhere(annotated: Annotated, sentence: Sentence, last: Facility) -> Iterator[Facility]:
    """Places that have none of what was just told: no shelters for men, *and none in Beni or Oruro*."""
    for found in _NONE_IN.finditer(annotated.document.text, sentence.start, sentence.end):
        for place in re.split(r",?\s+(?:or|and|nor)\s+(?:in\s+)?|,\s+", found["where"]):
            yield _none(annotated, last, found, re.sub(r"^the\s+", "", " ".join(place.split())))


def _none(annotated: Annotated, last: Facility, found: re.Match[str], location: str) -> Facility:
    """None of the facilities just told at a place."""
    return replace(
        last,
        name=None,
        location=location,
        count=None,
        serves=(),
        operators=(),
        polarity="negated",
        evidence=(evidence(annotated, found.start(), found.end()),),
        rule="facility.none_here",
    )


def each(annotated: Annotated, sentence: Sentence, last: Facility, within: tuple[int, int]) -> Iterator[Facility]:
    """The facilities of which the text says for whom each is: «one for women, in Lae, and one for girls»."""
    for found in _EACH.finditer(annotated.document.text, sentence.start, sentence.end):
        if found.start() < within[0] or found.end() > within[1]:
            continue
        if served := whom(sentence, found.start("whom") - sentence.start, found.end("whom") - sentence.start):
            yield from _part(annotated, sentence, last, found, served)
    words = folded(annotated.document.text[sentence.start : sentence.end])
    for found in _EACH_BY.finditer(annotated.document.text, sentence.start, sentence.end):
        if found.start() < within[0] or found.end() > within[1]:
            continue
        start, end = (at - sentence.start for at in found.span("who"))
        if who := listed(annotated, sentence, words, start, end):
            yield replace(last, count=1, operators=who, location=None, evidence=(evidence(annotated, *found.span()),), rule="facility.each")
    for found in _OF_THEM.finditer(annotated.document.text, sentence.start, sentence.end):
        if found.start() < within[0] or found.end() > within[1]:
            continue
        start, end = (at - sentence.start for at in found.span("who"))
        number = UNITS.get(found["number"].lower()) or (int(found["number"]) if found["number"].isdigit() else 1)
        if who := listed(annotated, sentence, words, start, end):
            fact = replace(last, count=number, operators=who, evidence=(evidence(annotated, *found.span()),), rule="facility.each")
            fact = replace(fact, polarity="affirmed", serves=(), location=None) if found["funded"] else fact
            yield fact
            yield from gapped(annotated, sentence, words, fact, end)


def _part(
    annotated: Annotated, sentence: Sentence, last: Facility, found: re.Match[str], served: tuple[str, ...] | None
) -> Iterator[Facility]:
    clause = clause_at(annotated, sentence, found.start())
    words = folded(annotated.document.text[sentence.start : sentence.end])
    start, end = found.start() - sentence.start, found.end() - sentence.start
    if _PLANNED.search(words[:start]):
        return
    closed = re.match(facility_words("absent")[0][1].replace(" ", BLANK), words[end:])
    gone = (None if closed and cue("another").search(closed.group()) else closed) or _TURNS.match(words, end)
    if (found.groupdict().get("meant") and not gone) or _UNBUILT.match(words, end):
        return
    run = _RUN_BY.match(words, end)
    who = listed(annotated, sentence, words, *run.span("who")) if run else ()
    noun = Noun(last.type or "shelter", start, end)
    number = UNITS.get(found.group().split()[0].lower().strip(","))
    single = gone is not None or served is not None or re.match("one", found.group(), re.IGNORECASE)
    yield replace(
        last,
        name=None,
        location=" ".join(found["where"].split()) if found["where"] else None,
        count=number or (1 if single else None),
        serves=serves(sentence, words, noun, []) if served is None else served,
        operators=who or last.operators,
        polarity="negated" if gone else "affirmed",
        period=period_in(annotated, sentence, clause),
        evidence=(evidence(annotated, found.start(), max(found.end(), annotated.tokens[clause.last - 1].end)),),
        rule="facility.further" if served is None else "facility.each",
    )
