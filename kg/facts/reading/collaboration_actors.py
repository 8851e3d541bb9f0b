"""Who works together: named bodies, countries' authorities, and the words for government, NGOs and international organizations."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from kg.facts.reading.explaining import explains, introduces
from kg.facts.reading.wording import pattern
from kg.language.bodies import Body, antecedent, bodies_between
from kg.language.model import Annotated, Mention, Sentence
from kg.language.periods import MONTH
from kg.language.sieve import finditer
from kg.vocabulary.collaboration_words import collaboration_words

GOVERNMENT: Final = "government"
ASKS: Final = re.compile(r"(?:['’]s?)?\s+(?:request|invitation|behest|urging)\b")
"""Behind the country's own name, what makes it one who acts: «at Nepal's *request*»."""
_PART: Final = re.compile(r"\s+(?:of|within|in|under)\s+the\s+")
_OWNS: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+)?")
_OF_NAME: Final = re.compile(rf"\b(?:from|by|with)\s+(?!{MONTH}\b)[A-Z][a-z]{{4,}}\s+$")
"""Before a country that ends the name of somebody else: «support from *Vodafone* Kenya»."""
_WITHIN: Final = re.compile(r"\s+(?:in|of|from)\s+(?:the\s+)?")


class Actor(NamedTuple):
    """One who acts, where a sentence names it; ``own`` tells the country's own authorities and bodies."""

    name: str
    start: int
    end: int
    own: bool
    bare: bool = False
    """Whether it is only a country's name, which acts where the words around say so."""
    sort: str | None = None
    """The type of a named body."""


@cache
def words(role: str, value: str = "") -> re.Pattern[str]:
    """The pattern of a role of ``collaboration_words.tsv``, or of one of its values."""
    return pattern(*(p for v, p in collaboration_words(role) if not value or v == value))


@cache
def _abroad() -> re.Pattern[str]:
    """Who acts for a country, before its name: «the *police of* Ghana»."""
    return re.compile(rf"{words('agent').pattern}\s+(?:of|from|in)\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _paper() -> re.Pattern[str]:
    """What is only a body's paper: «relying on a 1996 MERCOSUR *protocol*»."""
    return re.compile(rf"\s+{words('paper').pattern}")


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[’'`]s?)?\s+(?:(?!(?:and|or|an?|the|its|to|with|of|in|(?!armed|united)\w+ed)\b)(?-i:[a-z])[\w-]*\s+){{0,2}}?{words('authority').pattern}",
        re.IGNORECASE,
    )


@cache
def _listed() -> re.Pattern[str]:
    """The rest of a list of countries' adjectives before their authorities: «French, Dutch, and Dominican prosecutors»."""
    more = r"(?:,|,?\s+(?:and|or))\s+[A-Z][\w-]+"
    return re.compile(rf"{more}(?:{more})*\s+{words('authority').pattern}")


def actors(annotated: Annotated, sentence: Sentence, folded: str) -> list[Actor]:
    """The actors of a sentence in order, none inside another; offsets are those of its folded words."""
    found: list[Actor] = []
    for actor in (*_bodies(annotated, sentence), *_places(annotated, sentence), *_plain(annotated, sentence, folded)):
        if not any(a.start < actor.end and actor.start < a.end for a in found):
            found.append(actor)
    found.sort(key=lambda a: a.start)
    told = _wholes_left_out(_told_apart(found, folded), folded)
    return [
        one
        for one, two in zip_longest(told, told[1:])
        if one and not (two and (_of_another(one, two, folded) or (one.name == "ngo" and 0 <= two.start - one.end <= 1)))
    ]


def _wholes_left_out(found: list[Actor], folded: str) -> list[Actor]:
    """The actors without bodies of which only a part acts: «the Unit *of the Ministry of Labor*», «*the Ministry of Labor's* unit»."""
    near = [(one, two) for one, two in pairwise(found) if one.sort and two.sort]
    wholes = [two for one, two in near if two.own and _PART.fullmatch(folded, one.end, two.start)]
    wholes += [one for one, two in near if one.own and two.own and _OWNS.fullmatch(folded, one.end, two.start)]
    return [a for a in found if a not in wholes]


def _told_apart(found: list[Actor], folded: str) -> list[Actor]:
    """The actors without those that only explain the name beside them: «Renacer, an NGO», «two NGOs, Renacer and Tani»."""
    kept: list[Actor] = []
    for one, two in zip_longest(found, found[1:]):
        before = kept[-1] if kept else None
        if one.name == "ngo":
            sort, names = (one.start, one.end), [(a.start, a.end) for a in (before, two) if a and a.sort == "ngo"]
            if any(explains(folded, sort, name) or introduces(folded, sort, name) for name in names):
                continue
        kept.append(one)
    return kept


def _of_another(one: Actor, two: Actor, folded: str) -> bool:
    """Whether plain words for authorities are said of another country: «prosecutors in France»."""
    if two.own or one.name != GOVERNMENT or one.bare:
        return False
    return _WITHIN.fullmatch(folded[one.end : two.start]) is not None


def _bodies(annotated: Annotated, sentence: Sentence) -> Iterator[Actor]:
    home = annotated.document.country
    for body in bodies_between(annotated, sentence.start, sentence.end):
        if body.type not in {"media", "armed_group"} and not _paper().match(annotated.document.text, body.end):
            yield Actor(_name(body, home), body.start - sentence.start, body.end - sentence.start, _own(body, home), sort=body.type)


def _name(body: Body, home: str | None) -> str:
    """A foreign embassy stands for its country."""
    return body.country if body.type == "diplomatic_mission" and body.country and body.country != home else body.name


def _own(body: Body, home: str | None) -> bool:
    return body.country == home and body.type not in {"ngo", "international_organization", "company"}


def _places(annotated: Annotated, sentence: Sentence) -> Iterator[Actor]:
    text, home = annotated.document.text, annotated.document.country
    for place in sentence.of("place"):
        if ":" in place.value:
            continue
        own = place.value == home
        end = _reach(text, place, sentence.end)
        if end is not None:
            yield Actor(GOVERNMENT if own else place.value, place.start - sentence.start, end - sentence.start, own)
        elif place.form == "name" and _OF_NAME.search(text, sentence.start, place.start):
            continue
        elif place.form == "name" and not own:
            bare = not _abroad().search(text[sentence.start : place.start])
            yield Actor(place.value, place.start - sentence.start, place.end - sentence.start, False, bare)
        elif own and (place.form == "name" or ASKS.match(text, place.end)):
            yield Actor(GOVERNMENT, place.start - sentence.start, place.end - sentence.start, True, True)


def _reach(text: str, place: Mention, end: int) -> int | None:
    """The end of the authorities that a country's adjective or possessive describes."""
    if found := _authority().match(text, place.end, end):
        return found.end()
    return place.end if place.form != "name" and _listed().match(text, place.end, end) else None


def _plain(annotated: Annotated, sentence: Sentence, folded: str) -> Iterator[Actor]:
    for match in finditer(words("body"), folded):
        noun = match.group().split(maxsplit=1)[1]
        body = antecedent(annotated, sentence.start + match.start(), noun)
        if body:
            yield Actor(body.name, match.start(), match.end(), _own(body, annotated.document.country))
    for value in ("ngo", "international_organization", GOVERNMENT):
        for match in finditer(words("actor", value), folded):
            yield Actor(value, match.start(), match.end(), value == GOVERNMENT)
