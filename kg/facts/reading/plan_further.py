"""Plans that are told by another: its successor or predecessor, its short name, the same one in other words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.facts.plan import Plan
from kg.facts.reading.wording import folded, pattern
from kg.vocabulary.plan_words import plan_words

_SHORT: Final = re.compile(r"(?:[a-z-]+ )*nap")
_SUMMARY: Final = re.compile(r"\b(?:by|includ(?:ed|es|ing)|efforts?)\b[^.;]*\w+ing\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,4}$")
_PROPER: Final = re.compile(r"[A-Z]|(?:19|20)\d\d")


@cache
def successors() -> re.Pattern[str]:
    """A plan that comes after another one: «a *successor* was drafted»."""
    return pattern(rf"(?<!without )(?<!lacked )(?<!lacks )(?:an?|its|the) (?P<title>{plan_words('successor')})(?! of\b|, (?:the|a|an) \w)")


@cache
def predecessors() -> re.Pattern[str]:
    """A plan that came before another one, with how long it lasted: «*its predecessor* lapsed»."""
    return pattern(rf"(?:its|the) (?P<title>{plan_words('predecessor')})(?: \([^)]*\))?,? (?:{plan_words('lasted')})")


@cache
def absent() -> re.Pattern[str]:
    """Procedures written down nowhere: «nor any *national referral mechanism*»."""
    return pattern(rf"(?:{plan_words('lacks')}) (?P<title>{plan_words('absent')})")


def short(fact: Plan) -> bool:
    """Whether a plan is called by letters only and without its years, as one named before would be."""
    return bool(_SHORT.fullmatch(folded(fact.title or ""))) and fact.years is None


def once(plans: Iterable[tuple[Plan, str]]) -> Iterator[Plan]:
    """Plans, with the words before each, those told again left out: by letters only, or in a summary of what the report tells."""
    all_ = [*plans]
    gone: set[int] = set()
    for n, (fact, before) in enumerate(all_):
        others = [m for m, (other, _) in enumerate(all_) if m != n and m not in gone and other.polarity == "affirmed"]
        same = next((m for m in others if _same(fact, all_[m][0], before, earlier=m < n)), None)
        if same is not None:
            other = all_[same][0]
            all_[same] = (
                replace(other, status=other.status or fact.status, evidence=(*other.evidence, *fact.evidence)),
                all_[same][1],
            )
            gone.add(n)
    yield from (fact for n, (fact, _) in enumerate(all_) if n not in gone)


def _same(fact: Plan, other: Plan, before: str, *, earlier: bool) -> bool:
    if fact.polarity != "affirmed":
        return False
    if "nap" in folded(fact.title or "").split():
        return earlier and (short(fact) or fact.years == other.years)
    general = not _PROPER.search(fact.title or "") and fact.years is None and fact.status == "approved"
    named = bool(_PROPER.search(other.title or "")) and other.status in {"approved", "implemented"}
    return general and named and not earlier and bool(_SUMMARY.search(before))
