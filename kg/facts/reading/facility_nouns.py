"""Which words of a sentence stand for a facility for victims: nouns, proper names, and names that what is said of them shows."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.reading.facility_cues import cue
from kg.facts.reading.wording import folded, pattern
from kg.language.sieve import finditer, search
from kg.vocabulary.facility_words import facility_words

_ARTICLE: Final = re.compile(
    r"\b(?:a|an|one|the|its|their|this|such|another|no|any|only|neither|either|each|every|that|his"
    r"|her)\s+(?:[\w'()/-]+\s+){0,5}$|\w's\s+(?:[\w'()/-]+\s+){0,3}$"
)
_CAPITALS: Final = r"[A-ZÀ-Þ][\w’'-]*"
_NAMED: Final = re.compile(
    rf"(?<![\w’'])(?P<name>{_CAPITALS}(?:\s+(?:(?:for|of|and|de|la|del)\s+)*{_CAPITALS})*\s+(?:Shelters?|Homes?|House|Centers?|Centres?"
    rf"|Refuge|Safehouse)(?:\s+(?:for|of)\s+(?:the\s+)?{_CAPITALS}(?:(?:,|,?\s+and|\s+of|\s+for|\s+in(?=\s+(?:Vulnerable|Need|Distress|Difficult)))?\s+{_CAPITALS})*)?)(?![\w-])"
)
_SHOWN: Final = re.compile(
    rf"(?<![\w’'])(?P<name>{_CAPITALS}(?:[ -]{_CAPITALS}|\s+(?:de|la|del|al"
    rf"|of)\s+{_CAPITALS})*),\s+(?=(?:(?:an?|the(?=\s[^,.;]{{2,60}}['’]s?\s))\s+(?:(?!(?:NGO|organi[sz]ation|association|charity|church|foundation|group)\b(?!\s+[A-Z]))[\w’'-]+\s+){{0,8}}?(?:shelter|refuge|safe\s+house|home|hotline|center|facility)\b"
    rf"|(?:which\s+is\s+|was\s+)?(?:run|operated|managed|administered)\s+by\b))"
)
_OF: Final = re.compile(rf"\b(?:in|near|of|outside|from|with|to|by)\s+(?:(?:{_CAPITALS}(?:[ -]{_CAPITALS})*,?\s+)+and\s+)?$")
"""Before a place, or the last of several, which is no facility: «a home in Lae, Wewak, *and* Madang, a center for»."""
_EXPLAINED: Final = re.compile(r"(?:an?|the)\s+(?:[\w’'-]+\s+){0,8}?(?P<noun>shelter|refuge|safe\s+house|home|hotline|center|facility)\b")
_CALLED: Final = re.compile(rf"\s*,?\s*(?:known\s+as|called|named|the)\s+[“\"]?(?P<name>{_CAPITALS}(?:[ -](?:al-)?{_CAPITALS})*)")
_SAID: Final = frozenset({"counseling_center", "transit_center", "hotline", "reception_center"})
"""Sorts that the words with which a name is explained tell."""
SEVERAL_NAMED: Final = ("Centers", "Centres", "Shelters", "Homes")
"""Ends of a name that several facilities share: «the Isange One Stop Centers»."""
_TOOK_CALLS: Final = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s+(?:run|operated|managed|staffed)\s+by\s+[^;.]{3,90}?,)?"
    r"\s+(?:received|took|answered|handled|fielded)\s+(?:\w+\s+){0,2}\d[\d,]*\s+(?:\w+\s+)?calls\b"
)
"""What shows that a center is one for calls."""
_LEADING: Final = re.compile(
    r"^(?:(?:The|A|An|At|In|Since|Victims|From|Its|All|Both|Another|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+)+"
)
_VISITED: Final = r"(?!(?:interview|question|hear|meet|train|process|screen|identif|receiv)\w*ing\b)"
"""Behind *for*: not what victims only come for, to be heard or trained."""
_HOLDS: Final = re.compile(
    r"[^.;]*?\b(?:beds|places for|with (?:space|room|beds|capacity) for|dedicated to (?:\w+ ){0,3}victims"
    rf"|for {_VISITED}(?:\w+ ){{0,3}}victims"
    r"|for (?:trafficking|trafficked|abused|exploited)|that (?:accept"
    r"|assist|shelter|house)\w*|(?:can|could) (?:house|hold|accommodate|shelter|lodge|take in)"
    r"|(?:where|in which) (?:[\w-]+ ){0,4}(?:victims|survivors|women|girls|boys|children|maids|workers) (?:can |could |may |might )?"
    r"(?:stay|live|sleep|slept|spend|spent|remain|reside|recover|learn)(?:ed|d)?"
    r"|(?:managed|run|operated|kept|maintained|administered|owned|staffed) by"
    r"|(?:which|that) (?:[\w'-]+ ){1,6}(?:manag|operat|administer|maintain|run|keep)(?:s|es|ed)?)\b"
)
_LODGED: Final = re.compile(
    r"[^.;]*?\b(?:took in|takes in|sheltered|shelters|lodged|lodges|housed|houses|accommodated|accommodates|received"
    r"|catered to|caters to|provided lodging (?:for|to)) (?:[\w,-]+ ){0,3}(?:victims|women|girls|boys|children|minors|men|survivors)\b"
)
_DWELLING: Final = re.compile(r"homes?|houses?|residences?|apartments?|flats?|rooms?|villas?")
_HOSTEL: Final = re.compile(r"hostels?|guest ?houses?|dormitor\w+|orphanages?|convents?")
_FIRST_TOLD: Final = re.compile(r"\b(?:an?|one|two|three|four|five|six|\d+)\s+(?:[\w'-]+\s+){0,3}$")
_RUNS_MANY: Final = re.compile(
    r"\b(?:operat\w+|ran|runs?|maintain\w*|manag\w+|fund\w*|open\w*|establish\w*|set\s+up)\s+(?:[\w-]+\s+){0,2}$"
)
_RUNS: Final = re.compile(
    r"\b(?:operat\w+|ran|runs?|maintain\w*|manag\w+|open\w*|establish\w*|keeps?|kept|owns?|hosts?|hosted|ha[sd]|offers|offered|fund\w*|financ\w+|subsidi[sz]\w+)\s+(?:[\w-]+\s+){0,3}(?:and\s+an?\s+(?:[\w-]+\s+)?)?$"
)
_HAVING: Final = re.compile(r",?\s+with\s+(?:(?:its|their|own|small|several|two|three|four|five|six|\d+)\s+){0,2}$")
_IN_AND_TOOK: Final = re.compile(
    r"\s+in\s+[^.;]*?\b(?:took\s+in|takes?\s+in|housed|houses|sheltered|shelters|assisted|assists|cared\s+for|cares\s+for|served|serves|received|accommodated|lodged)\b"
)
"""«Atina, with centers in Belgrade and Niš, housed 40 victims»."""
_KEPT_FOR: Final = re.compile(
    rf"(?:\s+in\s+\w+(?:\s+\w+)?)?\s+for\s+{_VISITED}(?:(?!the\b)[\w-]+\s+){{0,4}}?(?:girls|women|boys|men|children|minors|adults|victims|survivors|maids|domestic\s+workers)\b(?!\s+with\b)"
)
_DETERMINED: Final = re.compile(
    r"(?:\b(?:an?|the|one|its|their|whose|two|three|four|five|six|seven|eight|nine|ten|twelve|several|of|\d+)\s+)(?:[\w'-]+\s+){0,3}$"
)


_VICTIMS_IN: Final = re.compile(
    r"(?:\s+for\s+\w+)?(?:\s+in\s+\w+)?\s+(?:held|detained|housed)\s+(?:\w+\s+){0,2}(?:victims|trafficked)|\s+for\s+(?:\w+\s+)?(?:victims|traffick)|,?\s+(?:in\s+which|where|that|which)\s+(?:[\w-]+\s+){0,4}(?:trafficking|forced\s+labor|identified)\s+victims\b"
)
"""Behind a center of detention: «centers *in which unidentified trafficking victims* were held»."""
_NAMED_NEXT: Final = re.compile(r"(?:\s+in\s+[^,;.]{2,30})?,\s+(?:the\s+|[A-Z][\w’' ]{2,50}['’]s?\s+)?")
"""Before the name of a facility that a noun tells: «the only shelter in the country, *the* Hope Home»."""
_TOLD_BEFORE: Final = re.compile(r"\b(?:shelters?|homes?|refuge|safe\s+houses?|facilit(?:y|ies)),\s+(?:the\s+)?$")
_RUN_BEHIND: Final = re.compile(r"\s+(?:run|operated|managed|staffed|maintained)\s+by\b")
_VERB: Final = re.compile(r"\b(?:they|it|who|which|we|not|could|can|would|to|also)\s+(?:\w+ly\s+)?$")
"""What stands before «shelter» as a verb."""
_GIVEN: Final = re.compile(
    r"\b(?:provid(?:ed|es|ing)|offer(?:ed|s|ing)|g[ai]v(?:e|es|ing)|arrang(?:ed|es|ing))\s+"
    r"(?:(?:temporary|emergency|short-term|long-term|safe|basic|free|adequate|appropriate)\s+){0,2}$"
)
_APPOSED: Final = re.compile(r",\s+an?\s+(?:[\w-]+\s+){0,3}")


class Noun(NamedTuple):
    """A noun or name at its offsets in the sentence's words."""

    type: str
    start: int
    end: int
    name: str | None = None


def nouns(text: str, named: list[tuple[int, int]]) -> Iterator[Noun]:
    """The facilities that a sentence's words name, none inside another; ``named`` are the offsets of organizations, which are none."""
    words = folded(text)
    if not search(_any(), words):
        return
    taken: list[tuple[int, int]] = []
    apart: list[Noun] = []
    for noun in [*_names(text, words), *_common(words)]:
        body = any(s < noun.end and noun.start < e if noun.name else s < noun.start and noun.end <= e for s, e in named)
        if not body and not any(s < noun.end and noun.start < e for s, e in taken):
            at = text.rfind(noun.name, 0, noun.end) if noun.name else noun.start
            taken += [(noun.start, noun.end), (at, at + len(noun.name or ""))]
            apart.append(noun)
    yield from _explained(text, words, apart)


def _explained(text: str, words: str, apart: list[Noun]) -> Iterator[Noun]:
    """The nouns, a line and what it is explained as being one: «the 119 line, a hotline that the police answer»."""
    before: Noun | None = None
    for noun in sorted(apart, key=lambda n: n.start):
        if before is not None and noun.name and not before.name and _NAMED_NEXT.fullmatch(text, before.end, noun.start):
            before = Noun(before.type, before.start, noun.end, noun.name)
            continue
        same = before is not None and before.type == noun.type == "hotline" and _APPOSED.fullmatch(words, before.end, noun.start)
        if before is not None and not same:
            yield before
        before = Noun("hotline", before.start, noun.end, text[before.start : before.end]) if before is not None and same else noun
    if before is not None:
        yield before


@cache
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in facility_words("noun"))


@cache
def _any() -> re.Pattern[str]:
    return pattern(*(p for _, p in facility_words("noun")), r"(?:run|operated|managed|administered) by")


def _common(words: str) -> Iterator[Noun]:
    for kind, wanted in _nouns():
        for found in finditer(wanted, words):
            if (kind == "=" and not _for_victims(words, found)) or (kind == "detention_center" and not _holding(words, found)):
                continue
            if found.group() == "shelter" and (_VERB.search(words, max(0, found.start() - 25), found.start()) or _given(words, found)):
                continue
            if (
                found.group() == "shelter"
                and not _ARTICLE.search(words[max(0, found.start() - 60) : found.start()])
                and not _run_by(words, found)
            ):
                continue
            yield Noun("shelter" if kind == "=" else kind, *found.span())


def _given(words: str, found: re.Match[str]) -> bool:
    """Whether shelter is only what somebody gives, not a house: *provided shelter*, food, and counseling."""
    before = words[max(0, found.start() - 60) : found.start()]
    return bool(_GIVEN.search(before)) and not re.search(r"\b(?:not|never|nor|neither|fail\w*|unable|without)\b", before)


def _names(text: str, words: str) -> Iterator[Noun]:
    """Proper names: «Hope House in Lae», and «Casa Esperanza, run by …» where it is said to hold victims."""
    for found in _SHOWN.finditer(text):
        start, name = _proper(found)
        noun = _EXPLAINED.match(text, found.end())
        what = (found.end(), noun.end()) if noun else found.span("name")
        kind = next((k for k, wanted in _nouns() if k in _SAID and wanted.search(words, *what)), "shelter")
        of = _OF.search(text[:start])
        if name and not of and cue("near_name").search(words, found.end()) and not re.search(r"NGO|Ministry|Committee|Union", name):
            yield Noun(kind, *(noun.span("noun") if noun else (start, start + len(name))), name)
    for found in _NAMED.finditer(text):
        start, name = _proper(found)
        kind = next((k for k, wanted in _nouns() if k != "=" and wanted.search(words, start, found.end("name"))), "shelter")
        kind = "hotline" if _TOOK_CALLS.match(words, found.end("name")) else kind
        around = (
            _TOLD_BEFORE.search(words[:start])
            or cue("near_name").search(words[:start] + words[found.end() :])
            or kind not in {"shelter"}
            or name.endswith(("Shelter", "Refuge"))
        )
        office = _OFFICE.search(name) and not _LODGED.match(words, found.end("name"))
        if (
            around
            and not office
            and len(name.split()) > (2 if name.endswith(SEVERAL_NAMED) else 1)
            and not re.search(r"White House|Open Center|Detention", name)
        ):
            yield Noun(kind, start, found.end("name"), name)


_OFFICE: Final = re.compile(r"(?:Welfare|Work|Employment|Job|Health|Training|Education|Labor|Business)\s+Cent(?:er|re)s?$")
"""Names of public offices, which are no facilities for victims where nobody is lodged."""
_OWNER: Final = re.compile(r"[A-Z]\w+\s[^,]*?\w['’]s?\s+(?=[A-Z]\w+\s)")
"""Whose a named facility is: «*Grace Relief’s* Recovery Center»."""


def _proper(found: re.Match[str]) -> tuple[int, str]:
    lead = _LEADING.match(found["name"])
    owned = max((m.end() for m in _OWNER.finditer(found["name"])), default=0)
    at = max(owned, lead.end() if lead else 0)
    return found.start("name") + at, " ".join(found["name"][at:].split())


_NUMBER: Final = r"(?!(?:19|20)\d\d\b)(?P<number>\d{3,5}(?:[ -]\d{1,4})*)"
_NUMBER_AFTER: Final = re.compile(rf",?\s+[(“\"]?{_NUMBER}\b(?!\s+(?:calls|times|people|victims))")
_NUMBER_BEFORE: Final = re.compile(
    rf"(?:^|(?<=\s)){_NUMBER}\s+(?:(?:anti-trafficking|national|trafficking|emergency|police|free|toll-free)\s+)?$"
)


_TITLE: Final = re.compile(r",\s+[“\"]?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?\s+\d[\d -]*\d)[”\"]?(?=[,.;])")
"""A title with a number by which a hotline goes: «a helpline, *Allo 11-16*,»."""


def numbered(text: str, start: int, end: int) -> str | None:
    """The number by which a hotline is called: «the toll-free number 101», «the 116 006 helpline», «the 145 line»."""
    found = _NUMBER_AFTER.match(text, end) or _NUMBER_BEFORE.search(text[:start])
    if title := _TITLE.match(text, end):
        return " ".join(title["name"].split())
    return found["number"] if found else text[start:end] if re.match(r"\d{3,4}\b", text[start:end]) else None


def called(text: str, end: int) -> str | None:
    """The name that follows a noun: «a shelter, known as Beit al-Aman»."""
    found = _CALLED.match(text, end)
    return found["name"] if found and re.match(r"\s*,?\s*(?:known|called|named)", found.group()) else None


def _run_by(words: str, found: re.Match[str]) -> bool:
    """Whether a sort of operator stands right before the noun; «shelter» alone is a service, not a place."""
    before = words[max(0, found.start() - 40) : found.start()]
    return any(re.search(rf"(?:^|[\s(-])(?:{p})\s+$", before) for _, p in facility_words("operator"))


def _holding(words: str, found: re.Match[str]) -> bool:
    """Whether victims are held in a center of detention."""
    before = words[max(0, found.start() - 110) : found.start()]
    return bool(_VICTIMS_IN.match(words, found.end()) or cue("held").search(before))


def _for_victims(words: str, found: re.Match[str]) -> bool:
    """Whether a bare «center» or «home» is one for victims: it has beds or places, or victims are sent to it, or it shelters them."""
    after, before = words[found.end() : found.end() + 90], words[max(0, found.start() - 110) : found.start()]
    many = re.match(r"(?:facilities|cent(?:er|re)s|homes|rooms|houses)$", found.group())
    if many and _HAVING.search(before) and _IN_AND_TOOK.match(words[found.end() :]):
        return True
    placed = cue("sent").search(before) and _RUN_BEHIND.match(after)
    several = many and (
        placed or _RUNS_MANY.search(before) or (_run_by(words, found) and not re.search(r"\b(?:detain|held|confin|lock)", before))
    )
    if not (_DETERMINED.search(before) or several) or re.match(r"\s+countr(?:y|ies)", after):
        return False
    if _DWELLING.fullmatch(found.group()) and re.search(r"\b(?:private|their|employers?'?|family|own)\s+$", before):
        return False
    if re.search(
        r"\b(?:victims|women|children|people|persons|nationals|citizens|abusive|illegal|detention|prison|correctional|juvenile|unlicensed|unregistered)\s+$",
        before,
    ):
        return False
    if _KEPT_FOR.match(after) and _RUNS.search(before):
        return True
    told_first = after.startswith(" in ") or _FIRST_TOLD.search(before)
    if told_first and _LODGED.match(after):
        return True
    sent = cue("sent").search(before)
    holds = _HOLDS.match(after) and re.search(r"victim|traffick|women|girls|children|boys|shelter|\bbeds\b", words)
    run = re.search(r"(?:-run|-operated|government|state|ngo) $", before) and sent
    if _DWELLING.fullmatch(found.group()) or _HOSTEL.fullmatch(found.group()):
        return bool(
            holds
            or run
            or (sent and re.search(r"\b(?:one of|its(?: own)?|\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ ){0,2}$", before))
        )
    return bool(holds or sent)
