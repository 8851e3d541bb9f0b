"""Reading of collaborations: who works with, relies on, is helped or paid by whom."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.collaboration import Collaboration
from kg.facts.model import Evidence, Fact, ordered
from kg.facts.reading.agreement_parties import is_country
from kg.facts.reading.assessment_areas import purpose_areas
from kg.facts.reading.assessment_phrases import denied
from kg.facts.reading.collaboration_actors import ASKS, GOVERNMENT, Actor, actors, words
from kg.facts.reading.collaboration_frames import Link, frames
from kg.facts.reading.collaboration_joined import JOINED, before_object, joined
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import period_in
from kg.facts.reading.recommendation import topics
from kg.facts.reading.subject import asked, names_trafficking, on_trafficking
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_at, clause_evidence, pattern, words_of
from kg.language.bodies import bodies
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import finditer, search
from kg.vocabulary.collaboration_words import collaboration_words

_LEADING: Final = ("after", "done", "body")
"""The values of links behind which the partner stands."""
_SECTIONS: Final = frozenset({"prosecution", "protection", "prevention"})
_STOPS: Final = re.compile(r"[;:(]|\b(?:to|which|that|who|while|but|after|when|during|because|although|has|have|had|was|were|is|are)\b")
_PURPOSE: Final = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:to|for|on|in|of)\s+(?P<what>[^.;]{3,90})")
_WITHOUT: Final = re.compile(
    r"\b(?:without|no|lack(?:s|ed)?|lack\s+of|absence\s+of)\s+(?:(?:any|formal|regular|direct|effective|official|systematic|further)\s+)*$"
)
_THEN: Final = re.compile(r"(?:\s+\([\w-]+\))?,\s+(?:the\s+)?")
"""Between a partner with whom a sentence opens and its subject: «With a grant from Norway, IOM …»."""
_COMMAS: Final = re.compile(r",(?!\d{3})")
_CONTRAST: Final = re.compile(r",\s+(?:but|while|although|whereas)\s|;|—")
_AND_WITH: Final = re.compile(r"(?:\s+\([\w-]+\))?(?:,?\s+and\s+(?:also\s+)?|\s+)")
_WITH: Final = re.compile(r"(?:with|in|through|together|along|jointly|alongside)\b")
_ALONE: Final = re.compile(
    r"(?:\s+\([\w-]+\))?(?:\s+(?:experts|staff|officials|(?:(?:technical|financial|logistical)\s+)?"
    r"(?:support|assistance|help|aid|funding|funds|money|backing|financing|cooperation|grants?)))?,\s+(?:the|an?|its|[\w-]+\s+\w)"
    r"|(?:\s+\([\w-]+\))?\s+(?:it|they)\s"
    r"|['’]s?\s+(?:(?:technical|financial|logistical|active|close)\s+)?(?:support|assistance|help|aid|funding|money|backing|cooperation),?\s+\w"
)
"""Behind a partner with whom a sentence opens: «With UNICEF, the ministry …»."""
_MEANS: Final = re.compile(
    r"\b(?:no|not have|lack(?:s|ed|ing)?|without|needs?|needed)\s+(?:(?:an?|any|the)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:mechanisms?|systems?|procedures?|means|frameworks?|process(?:es)?|channels?|protocols?|capacity|resources)\s+(?:to|for|of|on)\s+(?:\w+ly\s+)?$"
)
"""Before work together for which there is only no means: «*lacked a mechanism to* cooperate with NGOs»."""
_NEEDED: Final = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:is|are|was|were|remain(?:s|ed)?)\s+(?:\w+ly\s+|still\s+|also\s+)?(?:needed|required|necessary|essential|desirable|crucial)\b"
)
"""Behind partners with whom work is only wanted."""
_BETWEEN: Final = re.compile(r"\b(?:between|among|joint\w*|together|shared)\b")
_IN: Final = re.compile(r"\bin\s+(?:the\s+)?$")
"""Before a country where somebody is who does not act for it: «with brokers *in* Oman»."""
_THEM: Final = re.compile(r"\s+(?:them|it|us)\b(?!\s+(?:to|in|on|for)\s+(?:be|become)\b)")
"""Those of whom a sentence tells that they said something: «NGOs complained that the police did not work with *them*»."""
_SHORT: Final = re.compile(r"\b(?:stopped|fell)\s+short\s+of\s+(?:\w+ly\s+)?$")
_UNWILLING: Final = re.compile(
    r"\b(?:reluctant|unwilling|hesitant|hesitated|reluctance|unwillingness|loath|averse|unable)\s+to\s+(?:\w+ly\s+)?$"
)
_NO_ONE: Final = re.compile(r"(?:^|[;,]\s+|\b(?:and|but|while)\s+)(?:no|not one|not a single|none of (?:the|its))\s+(?:[\w-]+\s+){1,4}$")
"""What denies the subject of the verb behind it: «*no agency* worked with NGOs»."""
_WORKING: Final = re.compile(r"(?:cooperat\w+|collaborat\w+|provid(?:e[sd]?|ing)|g[ai]ve[sn]?)\b")
_HELPED: Final = re.compile(r"(?:assisted|aided|helped|supported|received|accept(?:s|ed)|sought|obtained|turn(?:s|ed|ing)?\s+to)\b")
_VICTIMS: Final = re.compile(
    r"\b(?:victims?|survivors?|women|girls|boys|children|men|migrants|workers|returnees|refugees|persons|people|nationals|whom|who|them|most|some|\d+),?\s+"
    r"(?:(?:were|was|are|is|had|have|has|been|also|then|being|all|both|often|usually|\w+ly)\s+)*$"
)
"""Victims who are helped by somebody, which is no work with the country's own."""
_BY: Final = re.compile(
    r"\b(?:run|operated|managed|staffed|administered|maintained|led|organi[sz]ed|conducted|provided)\s+by\s+"
    r"(?:(?:an?|the|two|three|several|local|ngos?)\s+)*$"
)
_GIVEN: Final = re.compile(r"(?:\b(?:it|they|was|were|is|are|been|be|being)\s+(?:\w+ly\s+|also\s+|then\s+)?|^|^[^,]{0,60},\s+)$")
"""What stands before a verb of giving that has no actor as its subject: a pronoun, or the verb of a passive."""


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read collaborations outside the recommendations."""
    before: Link | None = None
    group = -1
    naming = {body.sentence for body in bodies(annotated)}
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or asked(annotated, sentence):
            continue
        text = words_of(annotated, sentence)
        if not (sentence.index in naming or _foreign(annotated, sentence) or search(_partner_words(), text)):
            continue
        before = before if sentence.group == group else None
        group = sentence.group
        for link in _links_of(annotated, sentence, text, before) if _relevant(annotated, sentence, text) else ():
            before = link
            yield from _fact(annotated, sentence, text, link)


def _relevant(annotated: Annotated, sentence: Sentence, text: str) -> bool:
    """Whether those who work together do so for the exploited; in a report on many subjects a sentence may be about others."""
    if sentence.section != "other" or not words("aside").search(text):
        return on_trafficking(annotated, sentence)
    return names_trafficking(annotated.document.text, sentence.start, sentence.end)


def _links_of(annotated: Annotated, sentence: Sentence, text: str, before: Link | None) -> Iterator[Link]:
    """The collaborations of a sentence, none inside another."""
    found = sorted((m for value in _LEADING for m in finditer(_links(value), text)), key=lambda m: (m.start(), m.re is not _links("after")))
    framed = search(words("link", "quick"), text)
    if not (found or framed or JOINED.search(text)):
        return
    named = actors(annotated, sentence, text)
    taken: list[tuple[int, int]] = []
    linked: list[Link] = []
    for match in found:
        link = _linked(annotated, sentence, text, named, match)
        if link and not _by_criminals().search(text[: match.start()]) and not any(s < link.end and match.start() < e for s, e in taken):
            taken.append((match.start(), link.end))
            more = linked and _AND_WITH.fullmatch(text, linked[-1].end, match.start()) and _WITH.match(match.group())
            one = _taken_up(link, text[match.start() : match.end()], before)
            linked = _with_more(linked, one) if more else [*linked, one]
    yield from linked
    for link in (*(frames(text, named) if framed else ()), *joined(annotated, sentence, text, named)):
        if not _by_criminals().search(text[: link.start]) and not any(s < link.end and link.start < e for s, e in taken):
            taken.append((link.start, link.end))
            asking = re.search(r"request|invit", text[link.start : link.end])
            if not wished(annotated, sentence, sentence.start + (link.start if asking else link.end)):
                yield link


def _with_more(linked: list[Link], link: Link) -> list[Link]:
    """A further link, united with the last one where both are of one subject: «with IOM and with the support of Norway»."""
    last = linked[-1]
    if last.who[0] != link.who[0] or last.denied != link.denied:
        return [*linked, link]
    more = tuple(a for a in link.who if a not in last.who)
    return [*linked[:-1], last._replace(who=(*last.who, *more), end=link.end)]


def _taken_up(link: Link, words_of_link: str, before: Link | None) -> Link:
    """With the subject of the part before, where «do so» takes it up."""
    if before is None or "do so" not in words_of_link or link.who[0].start < link.who[0].end:
        return link
    return link._replace(who=(before.who[0], *link.who[1:]))


def _foreign(annotated: Annotated, sentence: Sentence) -> bool:
    return any(m.value != annotated.document.country and ":" not in m.value for m in sentence.of("place"))


@cache
def _partner_words() -> re.Pattern[str]:
    return pattern(*(p for value, p in collaboration_words("actor") if value != GOVERNMENT))


@cache
def _links(value: str) -> re.Pattern[str]:
    return pattern(*(p for v, p in collaboration_words("link") if v == value))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]|\b(?:{words('gap').pattern})\b)*")


@cache
def _by_criminals() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words('criminals').pattern})\s+$")


def _linked(annotated: Annotated, sentence: Sentence, text: str, named: list[Actor], found: re.Match[str]) -> Link | None:
    if words("plan").search(text[max(0, found.start() - 25) : found.start()]) or _MEANS.search(text[: found.start()]):
        return None
    partners = _partners(text, named, found.end())
    if not text[: found.start()].strip():
        partners = _opening(text, partners, found)
    given = found.re is _links("body")
    if given and (any(is_country(p.name) for p in partners) or not _near(text, found, partners)):
        return None
    partners = partners or _taken_for(text, named, found)
    if not partners or _NEEDED.match(text, partners[-1].end) or wished(annotated, sentence, sentence.start + found.start()):
        return None
    clause = clause_at(annotated, sentence, sentence.start + found.start())
    subjects = _doers(text, named, found, partners, annotated.tokens[clause.first].start - sentence.start)
    if found.re is _links("done") and not any(a.own for a in (*subjects, *partners) if subjects):
        return None
    near = subjects and 0 <= found.start() - subjects[0].start < 180
    undone = _undone(text, found, partners)
    if not _holds(found.group(), partners, undone) or (not subjects and _by_victims(text[: found.start()], found.group())):
        return None
    if given and (all(a.own for a in (*subjects, *partners)) or not (subjects or _GIVEN.search(text[: found.start()]))):
        return None
    own = all(a.own for a in (*subjects, *partners)) and all(a.name == GOVERNMENT for a in subjects)
    if own and not _among(found, partners) and (all(a.name != GOVERNMENT for a in partners) or not subjects):
        return None  # what the country's own do among themselves
    if not subjects and not any(p.own for p in partners):
        subjects = [Actor(GOVERNMENT, found.start(), found.start(), True)]
        near = False
    return Link((*subjects, *partners), subjects[0].start if near else found.start(), partners[-1].end, undone, "linked")


def _doers(text: str, named: list[Actor], found: re.Match[str], partners: list[Actor], first: int) -> list[Actor]:
    """The subject of a link, from the clause that begins at ``first`` or else before it; none of what a state's bodies do among them."""
    agent = _agent(text, named, found.start())
    subjects = agent or _subjects(text, named, first, found.start()) or _behind(text, named, found, partners[-1].end)
    subjects = subjects or _subjects(text, named, 0, found.start())
    own = all(a.own for a in partners) and all(a.own and a.name == GOVERNMENT for a in subjects)
    telling = subjects and words("tells").match(text, subjects[-1].end + 1)
    return [] if (own or telling) and _among(found, partners) else subjects


def _among(found: re.Match[str], partners: list[Actor]) -> bool:
    """Whether a link leads to several bodies, by name, who do a thing together: «coordination between the two ministries named»."""
    return len({p.name for p in partners if p.sort}) > 1 and _BETWEEN.search(found.group()) is not None


def _taken_for(text: str, named: list[Actor], found: re.Match[str]) -> list[Actor]:
    """The one that tells something, where a link leads to a pronoun: «*NGOs* complained that the police did not work with them»."""
    teller = next(iter(named), None)
    if teller is None or teller.own or teller.bare or teller.end > found.start() or not _THEM.match(text, found.end()):
        return []
    told = words("tells").match(text, teller.end + 1)
    return [teller._replace(start=found.end(), end=found.end())] if told else []


def _by_victims(before: str, link: str) -> bool:
    """Whether victims are those who are helped by somebody, or work with somebody."""
    if _VICTIMS.search(before) is None:
        return False
    return bool(_HELPED.match(link) or (_WORKING.match(link) and not before.rstrip().endswith(",")))


def _opening(text: str, partners: list[Actor], found: re.Match[str]) -> list[Actor]:
    """The partners of a link that opens its sentence, without the subject behind a comma: «With a grant from Norway, IOM …»."""
    if len(partners) > 1 and _THEN.fullmatch(text, partners[-2].end, partners[-1].start):
        partners = partners[:-1]
    if found.group() != "with":
        return partners
    ends = (n for n, p in enumerate(partners) if partners[n + 1 :] == [] or partners[n + 1].own)
    alone = next((n for n in ends if _ALONE.match(text, partners[n].end)), -1)
    return partners[: alone + 1]


def _holds(link: str, partners: list[Actor], undone: bool) -> bool:
    """Whether a link, denied or not, is one at all: a kindness that is denied is none, nor is what is only proposed."""
    if words("proposed").match(link):
        return undone
    return not (undone and (words("favor").match(link) or (link.startswith("without") and partners[0].own)))


def _undone(text: str, found: re.Match[str], partners: list[Actor]) -> bool:
    """Whether the words around a link, or of it, deny that anything is done together."""
    before = text[: found.start()]
    return (
        words("absent").match(text, partners[-1].end + 1) is not None
        or denied(before)
        or any(cue.search(before) for cue in (_WITHOUT, _SHORT, _NO_ONE, _UNWILLING))
        or re.search(r"\b(?:no|not|never|neither|without|lack|absence)\b", found.group()) is not None
        or words("ended").match(found.group()) is not None
    )


def _near(text: str, found: re.Match[str], partners: list[Actor]) -> bool:
    """Whether nothing but articles and numbers stands before the first who is given something."""
    return bool(partners) and _between().fullmatch(text, found.end(), max(found.end(), partners[0].start)) is not None


def _partners(text: str, named: list[Actor], start: int) -> list[Actor]:
    """The actors that a link leads to: the first one near it, and those listed with it."""
    found: list[Actor] = []
    for actor in (a for a in named if a.end > start and not (a.own and a.bare and not ASKS.match(text, a.end))):
        gap = text[found[-1].end if found else start : actor.start]
        fits = _between().fullmatch(gap) if found else len(gap) < 50 and not _STOPS.search(gap) and not _COMMAS.search(gap.strip(", "))
        if not fits or (actor.bare and _IN.search(text[: actor.start])):
            break
        found.append(actor)
    return found


def _subjects(text: str, named: list[Actor], first: int, last: int) -> list[Actor]:
    """The actors before a link that may be its subject: the first of the clause that is nobody's object, and those listed with it."""
    found: list[Actor] = []
    for actor in (a for a in named if first <= a.start and a.end <= last):
        if found and not re.fullmatch(r"(?:[\s,]|\b(?:and|the|both)\b)*", text[found[-1].end : actor.start]):
            break
        if not actor.bare and (found or not before_object().search(text[first : actor.start])):
            found.append(actor)
    return found


def _behind(text: str, named: list[Actor], found: re.Match[str], end: int) -> list[Actor]:
    """The subject behind a link that opens its clause: «With help from the ILO, the police …»."""
    comma = re.search(r"^[^:;,]{0,60},", text[end:])
    if len(text[: found.start()].split()) > 6 or comma is None:
        return []
    return _subjects(text, named, end + comma.end(), end + comma.end() + 90)


def _agent(text: str, named: list[Actor], start: int) -> list[Actor]:
    """Who does what a passive tells, right before a link: «run *by a Catholic order* with money from the ministry»."""
    last = next((a for a in reversed(named) if a.end <= start), None)
    near = last and not last.bare and not text[last.end : start].strip(" ,") and _BY.search(text[: last.start])
    return [last] if last and near else []


def _fact(annotated: Annotated, sentence: Sentence, text: str, link: Link) -> Iterator[Fact]:
    who = list(dict.fromkeys(a.name for a in link.who))
    if len(who) < 2 and GOVERNMENT not in who:
        who.append(GOVERNMENT)
    if len(who) < 2:
        return
    clause = clause_at(annotated, sentence, sentence.start + link.end - 1)
    qualified = qualify(annotated, sentence, annotated.token_at(sentence.start + link.end - 1) - 1)
    unheard = qualified.polarity == "negated" and any(c.endswith(" that") for c in qualified.cues)  # no sign that they worked together
    yield Collaboration(
        doc=annotated.document.id,
        actors=ordered(who),
        topics=_topics(annotated, sentence, text, link, clause),
        polarity="negated" if link.denied or unheard else "affirmed",
        certainty="reported" if qualified.certainty == "reported" else "stated",
        period=period_in(annotated, sentence, clause),
        evidence=(_words(annotated, sentence, link, clause),),
        rule=f"collaboration.{link.rule}",
    )


def _words(annotated: Annotated, sentence: Sentence, link: Link, clause: Clause) -> Evidence:
    """From the subject, or the link where that is far, to the end of the clause; of the next one too where the partners end it."""
    first = clause_at(annotated, sentence, sentence.start + link.start)
    begin, end = clause_evidence(annotated, first).start, clause_evidence(annotated, clause).end
    after = [c for c in sentence.clauses if c.first >= clause.last]
    if after and end - (sentence.start + link.end) < 4:
        end = clause_evidence(annotated, after[0]).end
    if contrast := _CONTRAST.search(annotated.document.text, sentence.start + link.end, end):
        end = contrast.start()
    near = sentence.start + link.start - begin < 60 or (link.who[0].start == link.who[0].end and end - begin < 220)
    return evidence(annotated, begin if near else sentence.start + link.start, end)


def _topics(annotated: Annotated, sentence: Sentence, text: str, link: Link, clause: Clause) -> tuple[str, ...]:
    """What they do together, else the section's subject, else what the clause is about."""
    purpose = _PURPOSE.match(text[link.end :])
    areas = purpose_areas(purpose["what"], "") if purpose else ()
    told = ordered(area.removesuffix("_efforts") for area in areas if not area.startswith("overall"))
    if told:
        return told
    if sentence.section in _SECTIONS:
        return (sentence.section,)
    return tuple(t for t in topics(annotated.words(clause.first, clause.last)) if t != "partnership")
