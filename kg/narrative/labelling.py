"""Telling sections apart where the headings were lost: by cues, in the order that the reports keep."""

import re
from collections.abc import Sequence
from functools import cache

from kg.narrative.model import SectionName
from kg.vocabulary.tables import rows

_FIRST = 220
_FIRST_COUNTS = 4.0
_WEIGHTY = 6.0
_LONG = 40


@cache
def _cues() -> tuple[tuple[re.Pattern[str], SectionName, float], ...]:
    names: dict[str, SectionName] = {
        "profile": "profile",
        "prosecution": "prosecution",
        "protection": "protection",
        "prevention": "prevention",
    }
    return tuple((re.compile(rf"\b{re.escape(row['cue'])}"), names[row["section"]], float(row["weight"])) for row in rows("section_cues"))


def shares(text: str) -> dict[SectionName, float]:
    """How much of the cues in a paragraph speak for each section, in shares of one; what begins it counts for more."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    found: dict[SectionName, float] = {}
    for cue, section, weight in _cues():
        hits = min(3, len(cue.findall(plain))) + _FIRST_COUNTS * bool(cue.search(plain[:_FIRST]))
        if hits:
            found[section] = found.get(section, 0.0) + weight * hits
    total = sum(found.values())
    return {section: score / total for section, score in found.items()}


def opens_narrative(text: str) -> bool:
    """Whether a paragraph begins as narratives and their summaries do, with one of the weightiest cues of a profile."""
    plain = " ".join(text.casefold().split())[: 2 * _FIRST]
    return any(section == "profile" and weight >= _WEIGHTY and cue.search(plain) for cue, section, weight in _cues())


def resumes_narrative(text: str) -> bool:
    """Whether a long paragraph begins as one on a government's efforts does, so that a narrative goes on after an interruption."""
    plain = " ".join(text.casefold().split())[:_FIRST]
    weighty = (cue for cue, section, weight in _cues() if section != "profile" and weight >= _WEIGHTY)
    return len(text.split()) >= _LONG and any(cue.search(plain) for cue in weighty)


def labels(texts: Sequence[str], order: Sequence[SectionName]) -> tuple[SectionName, ...]:
    """The section of each paragraph, so that they follow ``order`` and the shares of all are together as high as can be."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * len(order)
    for text in texts:
        of = shares(text)
        reached: list[tuple[float, tuple[int, ...]]] = []
        for state, section in enumerate(order):
            score, way = max(best[: state + 1], key=lambda b: b[0])
            reached.append((score + of.get(section, 0.0), (*way, state)))
        best = reached
    _, way = max(best, key=lambda b: b[0])
    return tuple(order[state] for state in way)
