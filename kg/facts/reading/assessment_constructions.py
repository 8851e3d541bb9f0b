"""Judgements without a noun of effort: a rise that was not shown, laws not enforced, «did little», «did not adequately act»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.reading.assessment_areas import OF_SECTION, OVERALL, areas_of, named_areas, purpose, purpose_areas
from kg.facts.reading.assessment_efforts import Judgement, efforts
from kg.facts.reading.assessment_phrases import DENIAL, cues, denied, ours, unreal
from kg.facts.reading.wording import pattern
from kg.language.sieve import Several, finditer
from kg.vocabulary.efforts import patterns

PROTECTION: Final = OF_SECTION["protection"]
_FROM_OTHERS: Final = re.compile(rf"[^;.,]{{0,40}}?\b(?:from|by)\s+(?:\w+\s+){{0,3}}?{pattern(patterns('whose')['other']).pattern}")
_THEN: Final = re.compile(r"[^;.]*\b(?:will|would|cannot|could|can)\b")
"""What would follow: «without greater efforts, trafficking will go on» judges nothing."""


def judgements(words: str, section: str, *, counted: bool) -> Iterator[Judgement]:
    """All judgements in the folded words of a sentence; ``counted`` tells that it gives figures."""
    taken = 0
    for found in finditer(_not_increased(), words):
        taken = found.end()
        if found.group().startswith("without") and _THEN.search(words, taken):
            continue
        areas = areas_of("effort", found.group(), words[taken:], section)
        yield Judgement("increased", "negated", areas, found.start(), taken, "not_increased")
        if (narrower := _particularly().match(words, taken)) and (named := named_areas(narrower["what"])):
            yield Judgement("increased", "negated", named, found.start(), narrower.end(), "not_increased")
    for found in finditer(_no_more(), words):
        yield Judgement("increased", "negated", (OVERALL,), found.start(), found.end(), "not_increased")
    for found in finditer(_no_result(), words):
        if named := named_areas(found["what"]):
            yield Judgement("increased", "negated", named, found.start(), found.end(), "no_result")
    for found in finditer(_no_evidence(), words):
        yield Judgement("limited", "affirmed", _acts(found["what"]), found.start(), found.end(), "no_evidence")
    yield from _achieved(words)
    yield from _none_done(words)
    yield from _abilities(words)
    yield from _neglect(words, section)
    for value, wanted in cues("enforcement"):
        for found in finditer(wanted, words):
            yield Judgement(value, "affirmed", ("prosecution_efforts",), found.start(), found.end(), "enforcement")
    yield from _scant(words, section)
    yield from _manners(words)
    yield from efforts(words, section, taken, counted=counted)


def _achieved(words: str) -> Iterator[Judgement]:
    """What a government has achieved as a whole: «made key achievements to do so»."""
    for value, wanted in cues("achieved"):
        for found in finditer(wanted, words):
            before = words[: found.start()]
            if ours(before) and not unreal(before, value) and not denied(before):
                yield Judgement(value, "affirmed", (OVERALL,), found.start(), found.end(), "achieved")


def _scant(words: str, section: str) -> Iterator[Judgement]:
    """What little was done or given, and how that has changed: «offers little to victims, but *what it does has improved*»."""
    scant = [*_amounts(words, section), *_given(words)]
    yield from scant
    areas = next((judged.areas for judged in scant), (OF_SECTION[section],) if section in OF_SECTION else ())
    for value, wanted in cues("what_it_does"):
        for found in finditer(wanted, words):
            yield Judgement(value, "affirmed", areas, found.start(), found.end(), "what_it_does")


def _given(words: str) -> Iterator[Judgement]:
    """How little victims are given: «offers little to victims», «victims receive inadequate care»."""
    for value, wanted in cues("given"):
        for found in finditer(wanted, words):
            if ours(words[: found.start()]) and not _FROM_OTHERS.match(words, found.end()):
                yield Judgement(value, "affirmed", (PROTECTION,), found.start(), found.end(), "given")


def _amounts(words: str, section: str) -> Iterator[Judgement]:
    """How much was done: «did little to», «did more to»."""
    for value, wanted in cues("little"):
        for found in finditer(wanted, words):
            before = words[: found.start()]
            undone = value == "increased" and (denied(before) or unreal(before, value))
            if (what := purpose(words[found.end() :])) and ours(before) and not undone:
                yield Judgement(value, "affirmed", purpose_areas(what, section), found.start(), found.end(), "little")


@cache
def _not_increased() -> re.Pattern[str]:
    part = patterns("not_increased")
    shown = rf"(?: (?:{part['show']}))?(?: \w+){{0,2}}?(?: evidence (?:of|that it)| that it)?(?: is| was| has| had)?"
    risen = rf"(?:(?:{part['adverb']}) )*(?:{part['rise']})(?: in)?(?: (?:{part['kind']}))* efforts?(?: overall)?"
    return pattern(rf"(?:{part['denial']}){shown} {risen}")


@cache
def _no_more() -> re.Pattern[str]:
    """«… could not show that it was doing more than in the year before»."""
    part = patterns("not_increased")
    doing = r"that (?:it|the government) (?:is|was|has|had) (?:doing|done|been doing) (?:any )?more"
    return pattern(rf"(?:{part['denial']})(?: (?:{part['show']}))? {doing}")


@cache
def _no_result() -> re.Pattern[str]:
    """«… have not yet resulted in improvements to victim care or prosecutions»."""
    part = patterns("not_increased")
    return pattern(rf"(?:{part['denial']})(?: yet)? (?:{part['result']}) (?:to|in|of|on) (?P<what>[^;]{{5,240}})")


@cache
def _particularly() -> re.Pattern[str]:
    """«…, particularly in the areas of prosecution and protection»: a rise not shown in these areas besides."""
    part = patterns("not_increased")
    return re.compile(rf"[^;]{{0,120}}?,\s+(?:{part['narrower']})\s+(?P<what>[^;]{{3,140}})")


@cache
def _no_evidence() -> re.Pattern[str]:
    return pattern(rf"(?:{DENIAL['verb']}){patterns('no_evidence')['tail']}(?P<what>.{{10,220}})")


def _acts(what: str) -> tuple[str, ...]:
    """The areas of the verbs in a list of actions."""
    found = [area for area, wanted in cues("act") if wanted.search(what)]
    prevented = "prevention_efforts" not in found and re.search(r"\bprevent", what)
    return (*found, "prevention_efforts") if prevented else tuple(found)


@cache
def _hindered() -> re.Pattern[str]:
    """«… impeded the government's ability to combat trafficking»."""
    hinders = patterns("verb")["hindered"]
    return pattern(
        rf"(?:{hinders}) (?:the |its |their )?(?:(?:government|authorities|state|country|police|courts)(?:'s|'|s')? )?"
        r"(?:ability|capacity|capabilit(?:y|ies)) to (?P<what>[^;]{5,120})"
    )


_HELPED: Final = re.compile(r"\bvictims?\b|\bsurvivors?\b|\bpersons\b")
_WANTING: Final = re.compile(
    r"\b(?:lack|limited|inadequate|insufficient|scarce|scant|low|poor|shortages?)\b[^;.]*\b(?:resources|funding|funds|budgets?|capacity|training|staff\w*"
    r"|personnel|equipment|expertise)\b"
)
"""What a government lacks by a fault of its own, not of the public or the law."""
_CRIME: Final = re.compile(r"\btraffick|\bvictims\b|\bforced\b|\bexploit")


@cache
def _unheeded() -> re.Pattern[str]:
    crime = r"(?:traffick\w*|forced labor|child labor|prostitution|servitude|bonded labor)"
    return pattern(rf"{crime}(?: [\w-]+){{0,5}}? (?:{patterns('unheeded')['attention']})")


def _neglect(words: str, section: str) -> Iterator[Judgement]:
    """What nobody heeds: «internal trafficking receives scant official attention»."""
    for found in _unheeded().finditer(words):
        yield Judgement("limited", "affirmed", (OF_SECTION.get(section, OVERALL),), found.start(), found.end(), "unheeded")


def _abilities(words: str) -> Iterator[Judgement]:
    """What impeded the government in its work as a whole, or in an area of it."""
    for found in finditer(_hindered(), words):
        what = found["what"]
        areas = tuple(a for a in purpose_areas(what, "other") if a != PROTECTION or _HELPED.search(what))
        if areas == (OVERALL,) or (areas and _CRIME.search(what) and _WANTING.search(words, 0, found.start())):
            yield Judgement("limited", "affirmed", areas, found.start(), found.end(), "hindered")


@cache
def _undone() -> re.Pattern[str]:
    verb = r"(?:(?:did|does|do|has|have|had) not|failed to|neither)"
    return pattern(rf"{verb} (?P<what>(?:{'|'.join(patterns('act').values())})[^;]{{15,260}})")


_NEXT: Final = re.compile(r"(?:^|,? (?:and|or|nor) |, )(?:and |or |nor )?(?:(?:did|has|have) not |failed to )?")
_TURN: Final = re.compile(r"\b(?:but|although|though|while|however|despite|because|relied|instead|yet)\b")
_STEPS: Final = re.compile(r"(?:t[ao]ken?|took|made?|undert[ao]ken?|undertook) (?:any |\w+ )?(?:steps|measures|actions?|efforts?) to ")
_RAISES: Final = re.compile(
    r"(?:raised?|conduct(?:ed)?|carry out|carried out|launch(?:ed)?|undertake|undertook|h[eo]ld) (?:[\w-]+ ){0,4}awareness"
)


def _none_done(words: str) -> Iterator[Judgement]:
    """Work that was done in none of several areas: «did not prosecute offenders, protect victims, or raise awareness»."""
    for found in finditer(_undone(), words):
        what = _TURN.split(found["what"])[0]
        heads = [what[m.end() : m.end() + 60] for m in _NEXT.finditer(what)]
        areas = tuple(dict.fromkeys(area for head in heads for area in _head_areas(head)))
        if len(areas) > 1 and ours(words[: found.start()]) and not re.search(r"\bany\b", what):  # «any» counts what was done: none
            end = found.start("what") + len(what.rstrip())
            yield Judgement("limited", "affirmed", areas, found.start(), end, "none_done")


def _head_areas(head: str) -> tuple[str, ...]:
    """The area of the verb that begins one part of a list."""
    if _RAISES.match(head):
        return ("prevention_efforts",)
    if steps := _STEPS.match(head):
        return purpose_areas(head[steps.end() :], "other")
    return tuple(area for area, wanted in cues("act") if wanted.match(head))


@cache
def _manner() -> Several[str]:
    how, act = patterns("adverb"), f"(?:{'|'.join(patterns('act').values())})"
    acts, no = rf"(?P<act>(?:,? (?:and |or )?{act})+)", f"(?:{DENIAL['verb']})(?: (?!only)\\w+)?"
    many = r" (?:an? |any )?(?:significant|substantial|sufficient|adequate) number of"
    late = r"(?: [\w'-]+){1,6} (?:adequately|effectively|sufficiently|vigorously|aggressively)"
    unable = "failure|unwillingness|inability|reluctance"
    fails = rf"(?:failed|fails|(?:{unable})(?: (?:and|or) (?:{unable}))?|failing)(?: for an? [\w-]+ (?:consecutive )?year)? to(?: \w+ly)?"
    whom = r"(?! (?:[\w-]+ ){0,3}(?:any|official\w*|\d+))(?= (?:[\w-]+ ){0,8}(?:victims|traffickers|offenders|those))"
    kept = r"(?P<act>(?:identify|protect|assist|prosecute and (?:convict|punish)|investigate and prosecute)(?:,? (?:and|or) \w+)?)"
    return Several(
        (
            ("limited", pattern(rf"{fails} {kept}{whom}")),
            ("limited", pattern(rf"{no}(?:,? to)? (?:{how['enough']}){acts}")),
            ("limited", pattern(rf"{no} (?P<act>{act}(?: and {act})?){late}")),
            ("limited", pattern(rf"(?:{DENIAL['verb']}){acts}{many}")),
            ("limited", pattern(rf"(?:{how['weak']}|(?:{how['slow']}) to){acts}")),
            ("sustained", pattern(rf"(?:{how['strong']}){acts}")),
        )
    )


def _manners(words: str) -> Iterator[Judgement]:
    """How the authorities act: «did not adequately investigate», «vigorously prosecuted»."""
    taken: list[tuple[int, int]] = []
    for value, found in _manner().finditer(words):
        before = words[: found.start()]
        if any(s < found.end() and found.start() < e for s, e in taken) or not ours(before):
            continue
        taken.append(found.span())
        if value == "sustained" and (unreal(before, value) or denied(before)):
            continue
        if areas := _acts(found["act"]):
            yield Judgement(value, "affirmed", areas, found.start(), found.end(), "manner")
