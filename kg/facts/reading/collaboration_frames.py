"""Collaborations that no word leads to: partners who act for the country's own, subsidies, joint doing, two agents."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kg.facts.reading.agreement_parties import is_country
from kg.facts.reading.assessment_phrases import denied
from kg.facts.reading.collaboration_actors import GOVERNMENT, Actor, words
from kg.language.sieve import finditer

_ITS: Final = re.compile(
    r"(?:['’]s(?:\s+\w+)?\s+(?:offices?|branch|mission|bureau|chapter|program))?(?:['’]s)?(?:[\s,)]|\([\w-]+\)|\b(?:also|has|have|had|again|later|then|together|both|each|\w+ly|staff|experts|trainers|workers|representatives|lawyers)\b)*"
)
_APPOSED: Final = re.compile(r",\s+an?\s+[\w'’ -]{3,50}")
"""What a partner is said to be: «Hope House, *a women's charity* on which the state relies»."""
_LISTED: Final = re.compile(r"(?:[\s,]|\b(?:and|or|the|both|of|from)\b)*")
_MORE: Final = re.compile(r"(?:,?\s+and\s+(?:\w+\s+){1,2}(?:states|countries|members))?(?:\s+(?:also|jointly|together|\w+ly))*\s+")
_RELATIVE: Final = re.compile(r"\b(?:in|at)\s+which\s+(?:the\s+)?$|\bwhere\s+(?:the\s+)?$")
_OF: Final = re.compile(r"\s+(?:of|by|from|at|with)\s+(?:the\s+)?")
_AGENTS: Final = re.compile(r"\s+(?:and|but)\s+(?:\w+\s+){1,5}by\s+(?:the\s+|an?\s+)?")
_AND: Final = re.compile(r"(?:\s(?:and|while|that|which)|[,;])\s+(?:which\s+|that\s+)?(?:the\s+|an?\s+)?(?:local\s+)?(?:ngos?\s+)?$")
_PAYS: Final = re.compile(r"(?:pa(?:id|ys?|ying)|financ|fund)")
_FOR_OTHERS: Final = re.compile(
    r"[^.;,]{0,50}\b(?:of|by|for|to)\s+(?:the\s+|an?\s+|local\s+)*(?:ngos?|non-?governmental|civil\s+society|charit\w+|church\w*)\b"
    r"|[^.;,]{0,25}\b(?:returns?|repatriation|tickets?|journeys?|travel|care|treatment|lodging)\b"
)
_TEACHES: Final = re.compile(
    r"(?:train|instruct|taught|teach|brief)|\w+ [^.;]*(?:course|training|instruction|lesson|lecture|seminar|workshop|class|trial)"
)
_REFUSES: Final = re.compile(r"(?:did|does|has|have|had|never|failed|refuse|den|ignore|reject|turned|left)")
_NOBODY: Final = re.compile(r"\b(?:no|neither|none of the)\s+(?:\w+\s+)?$")
_NOT: Final = re.compile(r"^(?:was|were|are|is|has been|have been)\s+(?:not|never)\b")
_WHICH: Final = re.compile(r"\b(?:which|that)\s+(?:the\s+|an?\s+)?$")
_LEFT_OUT: Final = re.compile(r"(?:took|take|had|has|have)\s+no\b|.*\b(?:excluded|left\s+out|barred|absent|shut\s+out)\b")
_STAYED_AWAY: Final = re.compile(r"[^.;]{0,60}\bbut\s+(?:it\s+|they\s+)?(?:did\s+not|declined|failed|refused|never)\b")
_OPERATED: Final = re.compile(
    r"(?:\s+\([\w-]+\))?\s+(?:\w+ly\s+)?(?:r[au]ns?|operate[sd]?|manage[sd]?|maintain(?:s|ed)|staff(?:s|ed)|keeps|kept)\s+"
)
_BESIDE: Final = re.compile(
    r"(?:\s+\([\w-]+\))?,\s+(?:together\s+|along\s+)?with\s+(?:(?:the|an?|two|three|several|its)\s+)*"
    r"(?:(?:local|international|partner)\s+)?(?:ngos?\s+)?"
)
_CLOSED: Final = re.compile(r"(?:\s+\([\w-]+\))?,\s+(?!and\b|or\b)\w")
"""A partner between commas behind the subject: «the ministry, *with the ILO,* visited farms»."""
_ASIDE: Final = re.compile(r"(?:[\w ]+ )?with\b")
_AGENT: Final = re.compile(r"\bby\s+(?:the\s+|an?\s+)?$")


@cache
def _verb() -> re.Pattern[str]:
    """The verb of the second of two, which is not about things of its own: «and NGOs *run* nine others»."""
    return re.compile(rf"\s+(?:\w+ly\s+)?(?P<verb>\w+)(?!\s+{words('apart').pattern})")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words('subject').pattern})\s+(?:(?:the|an?|its|some|other|\w+ly)\s+)?$")


_PEOPLE: Final = re.compile(rf"{words('member').pattern}\s+(?:of|from)\s+(?:the\s+|an?\s+)?$")


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
    yield from _beside(text, named)
    yield from _agents(text, named)
    yield from _relied(text, named)
    yield from _providers(text, named)


def _toward(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """A partner does something for the country's own: «the embassy trained twelve judges»."""
    for found in finditer(words("link", "toward"), text):
        partners = _listed_before(text, [a for a in named if not a.own and a.end <= found.start()], found.start(), _ITS)
        before = text[: partners[0].start] if partners else ""
        if not partners or (_object().search(before) and not _PEOPLE.search(before)):
            continue
        if _PAYS.match(found.group()) and _FOR_OTHERS.match(text, found.end()):
            continue
        if _TEACHES.match(found.group()) and not any(_of_states(a) for a in partners):
            continue  # what others teach is their own work
        of = _OF.match(text, found.end())
        reach = of.end() if of else found.end()
        own = [a for a in named if a.own and not a.bare and found.start() <= a.start <= reach][:1]
        if _WHICH.search(before):
            own = own or [a for a in named if a.own and not a.bare and a.end <= partners[0].start][:1]
        who = (*partners, *(own or [Actor(GOVERNMENT, found.end(), found.end(), True)]))
        undone = denied(text[: found.start()]) or _REFUSES.match(found.group()) or _NOBODY.search(before) or _NOT.search(found.group())
        undone = undone or _STAYED_AWAY.match(text, found.end()) or _LEFT_OUT.match(found.group())
        yield Link(who, partners[0].start, found.end(), bool(undone), "toward")


def _subsidized(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """A partner, or what it runs, is paid for by the public: «shelters run by NGOs received state subsidies»."""
    for found in finditer(words("link", "subsidized"), text):
        reach = 3 if _ASIDE.match(found.group()) else 160
        fitting = [
            a
            for a in named
            if not a.own
            and not a.bare
            and (0 <= found.start() - a.end < reach or (reach == 3 and _OPERATED.fullmatch(text, a.end, found.start())))
        ]
        if fitting and not denied(text[: found.start()]):
            public = Actor(GOVERNMENT, found.end(), found.end(), True)
            yield Link((fitting[-1], public), fitting[-1].start, found.end(), False, "subsidized")


def _between(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Countries and bodies that do together what only several can: «in which India and Bhutan take part»."""
    for found in finditer(words("link", "between"), text):
        group = _listed_before(text, [a for a in named if a.end <= found.start()], found.start(), _MORE)
        own, abroad = any(a.own for a in group), any(not a.own for a in group)
        if abroad and (own or (len(group) > 1 and _RELATIVE.search(text[: group[0].start]))):
            who = tuple(group) if own else (*group, Actor(GOVERNMENT, group[0].start, group[0].start, True))
            no = denied(text[: found.start()]) or re.search(r"\bno\b", found.group()) is not None
            yield Link(who, group[0].start, found.end(), no, "between")


def _beside(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """A partner named between commas: «the ministry, with the NGO Sahara, visited 212 villages»."""
    for one, two in pairwise(named):
        if one.own != two.own and not (one.bare or two.bare) and _BESIDE.fullmatch(text, one.end, two.start):
            listed = _listed_behind(text, [a for a in named if a.start > two.start], two)
            if _CLOSED.match(text, listed[-1].end) and not _object().search(text[: one.start]):
                yield Link((one, *listed), one.start, listed[-1].end, denied(text[: one.start]), "beside")


def _of_states(actor: Actor) -> bool:
    """Whether one is a country, or belongs to several, and teaches officials as their partner."""
    return is_country(actor.name) or "international_organization" in {actor.name, actor.sort}


def _agents(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Two agents of one thing: «guarded by the police and run by an NGO»."""
    for one, two in pairwise(named):
        if one.own != two.own and _AGENTS.fullmatch(text[one.end : two.start]) and _AGENT.search(text[: one.start]):
            yield Link((one, two), one.start, two.end, False, "agents")


def _providers(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Two who each do a part of one thing: «the government built a home, which nuns run»."""
    for one, two in pairwise(named):
        if one.own == two.own or one.bare or two.bare:
            continue
        own, other = (words("giver"), words("runner")) if one.own else (words("runner"), words("giver"))
        gap = text[one.end : two.start]
        listed = _listed_behind(text, [a for a in named if a.start > two.start], two)
        behind = _verb().match(text, listed[-1].end)
        if own.match(gap.lstrip()) and _AND.search(gap) and behind and other.match(behind["verb"]):
            yield Link((one, *listed), one.start, behind.end(), denied(text[: one.start]), "providers")


def _listed_behind(text: str, named: Sequence[Actor], first: Actor) -> list[Actor]:
    """An actor and those that a list joins to it."""
    found = [first]
    for actor in named:
        if not _LISTED.fullmatch(text, found[-1].end, actor.start):
            break
        found.append(actor)
    return found


def _relied(text: str, named: Sequence[Actor]) -> Iterator[Link]:
    """Those on whom the country's own depend: «aid comes from NGOs, on which the government relies»."""
    for found in finditer(words("link", "relied"), text):
        before = [a for a in named if not a.own and a.end <= found.start()]
        partners = _listed_before(text, before, found.start(), _LISTED) or _listed_before(text, before, found.start(), _APPOSED)
        if partners and not denied(text[: found.start()]):
            public = Actor(GOVERNMENT, found.end(), found.end(), True)
            none = found.group().startswith(("neither", "none"))
            yield Link((*partners, public), partners[0].start, found.end(), none, "relied")


def _listed_before(text: str, named: Sequence[Actor], start: int, gap: re.Pattern[str]) -> list[Actor]:
    """The actors that stand right before a verb, as a list of one or several."""
    found: list[Actor] = []
    for actor in reversed(named):
        if not (_LISTED if found else gap).fullmatch(text[actor.end : found[0].start if found else start]):
            break
        found.insert(0, actor)
    return found
