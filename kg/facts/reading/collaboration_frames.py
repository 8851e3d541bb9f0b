"""Collaborations that no word leads to: partners who act for the country's own, subsidies, joint doing, two agents."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kg.facts.reading.assessment_phrases import denied
from kg.facts.reading.collaboration_actors import GOVERNMENT, Actor, words

_ITS: Final = re.compile(
    r"(?:['’]s)?(?:[\s,]|\b(?:also|has|have|had|again|later|then|together|both|each|\w+ly|staff|experts|trainers|workers|representatives|lawyers)\b)*"
)
_LISTED: Final = re.compile(r"(?:[\s,]|\b(?:and|or|the|both|of|from)\b)*")
_MORE: Final = re.compile(r"(?:,?\s+and\s+(?:\w+\s+){1,2}(?:states|countries|members))?(?:\s+(?:also|jointly|together|\w+ly))*\s+")
_RELATIVE: Final = re.compile(r"\b(?:in|at)\s+which\s+(?:the\s+)?$|\bwhere\s+(?:the\s+)?$")
_AGENTS: Final = re.compile(r"\s+(?:and|but)\s+(?:\w+\s+){1,5}by\s+(?:the\s+|an?\s+)?")
_AGENT: Final = re.compile(r"\bby\s+(?:the\s+|an?\s+)?$")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words('subject').pattern})\s+(?:(?:the|an?|its|some|other|\w+ly)\s+)?$")


class Link(NamedTuple):
    """Those who work together, and where the words that say so stand."""

    who: tuple[Actor, ...]
    start: int
    end: int
    denied: bool
    rule: str


def frames(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """The collaborations of a sentence that its actors and the frames of ``collaboration_words.tsv`` tell."""
    yield from _toward(text, named)
    yield from _subsidized(text, named)
    yield from _between(text, named)
    yield from _agents(text, named)
    yield from _relied(text, named)


def _toward(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """A partner does something for the country's own: «the embassy trained twelve judges»."""
    for found in words("link", "toward").finditer(text):
        partners = _listed_before(text, [a for a in named if not a.own and a.end <= found.start()], found.start(), _ITS)
        if not partners or _object().search(text[: partners[0].start]):
            continue
        own = [a for a in named if a.own and not a.bare and found.start() <= a.start <= found.end()][:1]
        who = (*partners, *(own or [Actor(GOVERNMENT, found.end(), found.end(), True)]))
        yield Link(who, partners[0].start, found.end(), denied(text[: found.start()]), "toward")


def _subsidized(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """A partner, or what it runs, is paid for by the public: «shelters run by NGOs received state subsidies»."""
    for found in words("link", "subsidized").finditer(text):
        fitting = [a for a in named if not a.own and not a.bare and 0 <= found.start() - a.end < 160]
        if fitting and not denied(text[: found.start()]):
            public = Actor(GOVERNMENT, found.end(), found.end(), True)
            yield Link((fitting[-1], public), fitting[-1].start, found.end(), False, "subsidized")


def _between(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Countries and bodies that do together what only several can: «in which India and Bhutan take part»."""
    for found in words("link", "between").finditer(text):
        group = _listed_before(text, [a for a in named if a.end <= found.start()], found.start(), _MORE)
        own, abroad = any(a.own for a in group), any(not a.own for a in group)
        if abroad and (own or (len(group) > 1 and _RELATIVE.search(text[: group[0].start]))):
            who = tuple(group) if own else (*group, Actor(GOVERNMENT, group[0].start, group[0].start, True))
            yield Link(who, group[0].start, found.end(), denied(text[: found.start()]), "between")


def _agents(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Two agents of one thing: «guarded by the police and run by an NGO»."""
    for one, two in pairwise(named):
        if one.own != two.own and _AGENTS.fullmatch(text[one.end : two.start]) and _AGENT.search(text[: one.start]):
            yield Link((one, two), one.start, two.end, False, "agents")


def _relied(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Those on whom the country's own depend: «aid comes from NGOs, on which the government relies»."""
    for found in words("link", "relied").finditer(text):
        partners = _listed_before(text, [a for a in named if not a.own and a.end <= found.start()], found.start(), _LISTED)
        if partners and not denied(text[: found.start()]):
            yield Link((*partners, Actor(GOVERNMENT, found.end(), found.end(), True)), partners[0].start, found.end(), False, "relied")


def _listed_before(text: str, named: Sequence[Actor], start: int, gap: re.Pattern[str]) -> list[Actor]:
    """The actors that stand right before a verb, as a list of one or several."""
    found: list[Actor] = []
    for actor in reversed(named):
        if not (_LISTED if found else gap).fullmatch(text[actor.end : found[0].start if found else start]):
            break
        found.insert(0, actor)
    return found
