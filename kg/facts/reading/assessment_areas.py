"""Which area of work a judgement is about: what the efforts are for, else what kind of efforts they are, else the section's subject."""

import re
from functools import cache
from typing import Final

from kg.facts.reading.wording import pattern
from kg.vocabulary.efforts import patterns

OF_SECTION: Final = {"prosecution": "prosecution_efforts", "protection": "protection_efforts", "prevention": "prevention_efforts"}
AREAS: Final = tuple(OF_SECTION.values())
OVERALL: Final = "overall_efforts"

_INTO: Final = r"to|at|into|in|on|against|toward\w*|for|of|aimed at|about|regarding|related to|concerning"
_NO_PURPOSE: Final = r"(?:the (?:year|reporting|past|part|ground)|this year|\d{4}|recent|part|behalf)\b"
_JOINS: Final = r"to|and|or|in|on|of|for|at|against|both|nor|toward|via"


_THROUGH: Final = re.compile(r"[^;.]{0,90}?\bthrough\s+(?P<what>[^;.]{5,90})")
"""Behind efforts: the areas of work by which they are made."""


@cache
def _purpose() -> re.Pattern[str]:
    when = rf"(?: ?,? (?:in|during|over|for|since|throughout|within|this|last) (?:{patterns('purpose_when')['time']}))?"
    was = r"(?:was|were|is|are|has|have|had|have not|has not|were not|was not)"
    made = rf"(?: {was}(?: (?:been|being|not|also|yet))* (?:{patterns('passive')['done']}))?"
    return _spaced(rf"{when}{made}(?: \w+ly)?{when} (?:{_INTO}) (?!{_NO_PURPOSE})(?P<what>.{{0,170}})")


@cache
def _end() -> re.Pattern[str]:
    ends = patterns("purpose_end")
    return _spaced(rf"[;:(—]|, (?:{ends['comma']})\b|\b(?:{ends['word']})\b")


@cache
def _head() -> re.Pattern[str]:
    return _spaced(rf"(?:^|\b(?:{_JOINS})|[,/]) ?(?:\w+ly )*(?:(?:{patterns('head')['word']}) )*$")


def _spaced(text: str) -> re.Pattern[str]:
    return re.compile(text.replace(" ?", r"\s*").replace(" ", r"\s+"))


@cache
def _whole() -> re.Pattern[str]:
    """«overall efforts», which are those of all areas in whichever section they are told."""
    return pattern(patterns("whole")["effort"])


@cache
def _here(what: str) -> re.Pattern[str]:
    """A purpose that only points back, to an area or to trafficking: «efforts *in this area*», «efforts to *combat it*»."""
    return pattern(patterns("purpose_here")[what])


@cache
def _plain() -> re.Pattern[str]:
    """What may stand before a service that is told of in its section without a word on whom it is for."""
    return _spaced(rf" ?(?:(?:{patterns('here')['modifier']}),? )*[a-z]+")


@cache
def area_cues(value: str) -> re.Pattern[str]:
    """The cues of an area of ``efforts.tsv``."""
    return pattern(patterns("area")[value])


def purpose(after: str) -> str | None:
    """What the words behind a noun say that it is for; a later clause is no part of it."""
    found = _purpose().match(after)
    if found is None:
        return None
    end = _end().search(found["what"])
    return found["what"][: end.start()] if end else found["what"]


def named_areas(text: str) -> tuple[str, ...]:
    """The areas whose cues a modifier holds: «law enforcement and victim protection»."""
    return tuple(area for area in AREAS if area_cues(area).search(text))


def purpose_areas(what: str, section: str) -> tuple[str, ...]:
    """The areas that a purpose is about: the heads of its parts; trafficking as such is the section's, or all of them."""
    if area_cues(OVERALL).match(what):
        return (OF_SECTION.get(section, OVERALL),)
    if _here("area").match(what):
        return (OF_SECTION[section],) if section in OF_SECTION else ()
    if _here("it").match(what):
        return () if section == "other" else (OF_SECTION.get(section, OVERALL),)
    found = sorted((m.start(), m.end(), area) for area in AREAS for m in area_cues(area).finditer(what))
    heads = tuple(dict.fromkeys(area for start, _, area in found if _head().search(what[:start])))
    if found:
        return heads or (found[0][2],)
    if area_cues("protection_efforts weak").search(what):
        return ("protection_efforts",)
    if area_cues(OVERALL).search(what) or "traffick" in what or "forced labor" in what:
        return (OF_SECTION.get(section, OVERALL),)
    return ()


def _of_enforcers(modifiers: str, after: str, section: str) -> tuple[str, ...]:
    """The area of what law enforcement, as a body, does for victims: «law enforcement efforts to *identify victims*»."""
    what = purpose(after) if re.search(r"\blaw\s+enforcement(?:'s)?\s+efforts?$", modifiers) else None
    areas = purpose_areas(what, section) if what else ()
    return areas if areas == (OF_SECTION["protection"],) else ()


def areas_of(kind: str, modifiers: str, after: str, section: str) -> tuple[str, ...]:
    """The areas of a noun of some kind of ``efforts.tsv`` with what stands before and behind it; none where it is about something else."""
    area, _, where = kind.partition(" ")
    if where == "here" and (OF_SECTION.get(section) != area or not _plain().fullmatch(modifiers)):
        return ()
    if area in AREAS:
        return (area,)
    if kind == "effort" and re.search(r"\banti-trafficking\s+(?:and|or)\b", modifiers):
        return (OF_SECTION.get(section, OVERALL),)
    if kind == "step" and not re.match(
        r"\s+against\s+(?:\w+\s+)?(?:trafficking\b|forced\s+labor)|(?:\s+(?!against\b|on\b)[\w-]+){0,6}?\s+(?:to|aimed\s+at|toward)\b",
        after,
    ):
        return ()
    if kind == "effort" and (named := named_areas(re.sub(r"\b(?!raising|screening)\w+ing\b", "", modifiers))):
        return _of_enforcers(modifiers, after, section) or named
    whole = kind in {"effort", "progress"} and _whole().search(modifiers)
    what = purpose(after)
    if whole and (what is None or area_cues(OVERALL).match(what)):
        return (OVERALL,)
    if what is not None:
        by = _THROUGH.match(after)
        if by and len(several := named_areas(by["what"])) > 1:
            return several
        return purpose_areas(what, section) or ((OVERALL,) if kind == "effort" and "anti-trafficking" in modifiers else ())
    return (OF_SECTION.get(section, OVERALL),) if kind in {"effort", "progress"} else ()
