"""Telling sections apart where the headings were lost: by cues, in the order that the reports keep."""

import re
from collections.abc import Sequence
from functools import cache

from kg.narrative.model import SectionName
from kg.vocabulary.tables import rows

_MARKS = re.compile(r"[^\w'/-]+")
_FIRST = 220
_FIRST_COUNTS = 4.0
_WEIGHTY = 6.0
_LONG = 40


@cache
def _cues() -> tuple[tuple[str, SectionName, float], ...]:
    names: dict[str, SectionName] = {name: name for name in ("profile", "prosecution", "protection", "prevention")}
    return tuple((_plain(row["cue"]), names[row["section"]], float(row["weight"])) for row in rows("section_cues"))


def _plain(text: str) -> str:
    """The words in lower case with one blank before each, so that what begins with a blank begins with a word."""
    return " " + " ".join(_MARKS.sub(" ", text.casefold().replace("’", "'")).split())


def shares(text: str) -> dict[SectionName, float]:
    """How much of the cues in a paragraph speak for each section, in shares of one; what begins it counts for more."""
    plain = _plain(text)
    first = plain[:_FIRST]
    found: dict[SectionName, float] = {}
    for cue, section, weight in _cues():
        if hits := min(3, plain.count(cue)):
            found[section] = found.get(section, 0.0) + weight * (hits + _FIRST_COUNTS * (cue in first))
    total = sum(found.values())
    return {section: score / total for section, score in found.items()}


def opens_narrative(text: str) -> bool:
    """Whether a paragraph begins as narratives and their summaries do, with one of the weightiest cues of a profile."""
    plain = _plain(text[: 2 * _FIRST])
    return any(section == "profile" and weight >= _WEIGHTY and cue in plain for cue, section, weight in _cues())


def opens_efforts(text: str) -> bool:
    """Whether a line or paragraph begins as one on a government's efforts does, with one of the weightiest cues for them."""
    plain = _plain(text[:_FIRST])
    return any(section != "profile" and weight >= _WEIGHTY and cue in plain for cue, section, weight in _cues())


def resumes_narrative(text: str) -> bool:
    """Whether a long paragraph begins as one on a government's efforts, so that a narrative goes on after an interruption."""
    return opens_efforts(text) and len(text.split()) >= _LONG


def labels(texts: Sequence[str], order: Sequence[SectionName]) -> tuple[SectionName, ...]:
    """The section of each paragraph, so that they follow ``order`` and the shares of all are together as high as can be."""
    best = [0.0] * len(order)
    steps: list[list[int]] = []
    for text in texts:
        of = shares(text)
        before = [max(range(state + 1), key=lambda earlier: best[earlier]) for state in range(len(order))]
        best = [best[before[state]] + of.get(section, 0.0) for state, section in enumerate(order)]
        steps.append(before)
    state = max(range(len(order)), key=lambda last: best[last])
    way: list[SectionName] = []
    for before in reversed(steps):
        way.append(order[state])
        state = before[state]
    return tuple(reversed(way))
