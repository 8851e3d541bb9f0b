"""Facilities of which only a number is left, with those who run them: «Caritas ran two for girls, in Lae», «four by the state»."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.facts.facility import Facility
from kg.facts.reading.evidence import evidence
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.facility_numbers import SEVERAL, UNITS
from kg.facts.reading.facility_operators import acting, listed
from kg.facts.reading.facility_where import places, serves
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, folded, pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.facility_words import facility_words

_MORE: Final = r"(?:\s+(?:more|others?|further|additional|such|similar))?"
_NUMBER: Final = (
    rf"(?:another(?:\s+one|\s+two|\s+three)?|the\s+others?|the\s+rest|the\s+only\s+one|an?\s+(?:second|third|fourth|fifth|further)(?:\s+one)?"
    rf"|(?:only\s+)?(?:one|{SEVERAL}|\d{{1,3}}){_MORE})"
)
_ALONE: Final = (
    r"(?=\s*(?:[.;]|$)|,?\s+(?:for|in|at|near|outside|with|and|but|while|whose|which|that"
    r"|serving|reserved|elsewhere|(?:around|across|throughout)\s+the\s+country|of\s+(?:them|which|these))\b)"
)
_NOT_ONE: Final = re.compile(r"(?:one\s+of\b|\S+\s+of\s+(?!them|which|these))|(?:19|20)\d\d")
_GAPPED: Final = re.compile(
    rf",?\s+and\s+(?:the\s+)?(?:remaining\s+|other\s+)?(?P<number>{_NUMBER})\s+by\s+(?P<who>[^,.;]{{3,60}}?)(?=[,.;]|\s+and\s|$)"
)
_FAR: Final = re.compile(r"\b(?:plan\w*|propos\w+|intend\w*|promis\w+|pledg\w+|will|would|should|to)\s+(?:\w+ly\s+)?$")


@cache
def _runs() -> re.Pattern[str]:
    verbs = "|".join(p for _, p in facility_words("runs_some"))
    return re.compile(rf"{pattern(verbs).pattern}\s+(?P<number>{_NUMBER}){_ALONE}")


@cache
def _verbs() -> re.Pattern[str]:
    return pattern(*(p for _, p in facility_words("runs_some")))


_WITHOUT_VERB: Final = re.compile(
    rf"(?:,|;|,?\s+and)\s+(?P<who>(?:(?!\b(?:and|by|of|for|in|to|with|from|at|including)\b)[^,.;]){{3,50}}?)\s+(?P<number>{_NUMBER}){_ALONE}"
)
"""«The state ran two shelters, and NGOs five»."""


def elided(annotated: Annotated, sentence: Sentence, last: Facility) -> Iterator[Facility]:
    """The facilities of the sort just named that somebody else runs, where a number stands for the noun."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    for found in _runs().finditer(words):
        if _NOT_ONE.match(words, found.start("number")) or _FAR.search(words[: found.start()]):
            continue
        clause = clause_at(annotated, sentence, sentence.start + found.start())
        who = acting(annotated, sentence, clause, words, found.start())
        if who:
            yield from _run(annotated, sentence, words, last, found, who)
    verb = _verbs().search(words)
    for found in _WITHOUT_VERB.finditer(words, verb.end()) if verb else ():
        who = listed(annotated, sentence, words, *found.span("who"))
        if verb and who and "," not in words[verb.end() : found.start()] and not _NOT_ONE.match(words, found.start("number")):
            yield from _run(annotated, sentence, words, last, found, who)


def sorted_apart(words: str, noun: Noun) -> tuple[str, int | None] | None:
    """Who runs the first of two sorts that share a noun, and how many those are: «*11 government-run* and 23 NGO-run shelters»."""
    found = _two_sorts().search(words[: noun.start])
    if found is None:
        return None
    who = next(value for value, wanted in facility_words("operator") if pattern(wanted).fullmatch(found["who"]))
    return who, how_many(found["number"])


@cache
def _two_sorts() -> re.Pattern[str]:
    sorts = "|".join(p.replace(" ", r"\s+") for _, p in facility_words("operator"))
    number = rf"(?:one|{SEVERAL}|\d{{1,3}})"
    return re.compile(rf"(?<![\w-])(?P<number>{number})\s+(?P<who>{sorts})(?:,|,?\s+and)\s+{number}\s+(?:{sorts})\s+(?:[\w-]+\s+){{0,2}}$")


def _run(
    annotated: Annotated, sentence: Sentence, words: str, last: Facility, found: re.Match[str], who: tuple[str, ...]
) -> Iterator[Facility]:
    noun = Noun(last.type or "shelter", *found.span("number"))
    where = places(annotated, sentence, noun, [])
    clause = clause_at(annotated, sentence, sentence.start + found.start())
    number = how_many(found["number"])
    fact = replace(
        last,
        name=None,
        location=None,
        operators=who,
        count=number if len(where) < 2 else 1 if number == len(where) else None,
        serves=serves(sentence, words, noun, []),
        polarity="affirmed",
        certainty="stated",
        period=period_in(annotated, sentence, clause),
        evidence=(evidence(annotated, annotated.tokens[clause.first].start, annotated.tokens[clause.last - 1].end),),
        rule="facility.elided",
    )
    yield from [replace(fact, location=place) for place in where] or [fact]


def gapped(annotated: Annotated, sentence: Sentence, words: str, like: Facility, end: int) -> Iterator[Facility]:
    """The rest of «three run by NGOs and two by the state», where the first part ends at an offset of the words."""
    while found := _GAPPED.match(words, end):
        if who := listed(annotated, sentence, words, *found.span("who")):
            span = (sentence.start + found.start("number"), sentence.start + found.end())
            yield replace(like, count=how_many(found["number"]), operators=who, evidence=(evidence(annotated, *span),))
        end = found.end()


def how_many(words: str) -> int | None:
    """The number that words for some of several tell: two for «two more», one for «another»."""
    first = words.split(maxsplit=1)[0]
    if first == "only":
        first = words.split()[1]
    if first.isdigit():
        return int(first)
    if re.fullmatch(r"another|an?\s+\w+(?:\s+one)?|the\s+only\s+one|another\s+one|the\s+other", " ".join(words.split())):
        return 1
    return UNITS.get(words.rsplit(maxsplit=1)[-1] if first == "another" else first)
