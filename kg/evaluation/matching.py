"""How facts of each kind are matched: one declaration a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.evaluation.gold import Row
from kg.evaluation.likeness import alignment, lowered, overlap, place, same_numbers, same_period, shared, words, words_in

Likeness = Callable[[Row, Row], float]


@dataclass(frozen=True, slots=True)
class Matching:
    """How facts of a kind are matched: two may be one pair where they are at least ``least`` alike."""

    kind: str
    alike: Likeness
    compared: tuple[str, ...]
    """The fields that do not identify the fact, whose agreement is the kind's ``attributes``."""
    least: float = 0.5
    one_by: tuple[str, ...] = ()
    """The fields that, with document and polarity, make two facts one before they are matched."""
    core: bool = True
    """Whether the kind counts towards the figures over all kinds."""


def _alike_in(*fields: str) -> Likeness:
    return lambda gold, found: float(all(str(place(gold.get(f))) == str(place(found.get(f))) for f in fields))


def _flow(gold: Row, found: Row) -> float:
    """1 for the same way; 0.6 for a flow inside a country against one with that country at one end and the other unsaid."""
    first, second = _way(gold), _way(found)
    if first == second:
        return 1.0
    inside, other = (first, second) if first[0] == first[1] else (second, first)
    near = inside[0] == inside[1] and None in other and inside[0] in other
    return 0.6 if near else 0.0


def _way(row: Row) -> tuple[object, object]:
    return place(row.get("origin")), place(row.get("destination"))


def _statistic(gold: Row, found: Row) -> float:
    counted = gold.get("measure") == found.get("measure") and same_numbers(gold, found)
    return same_period(gold, found) if counted else 0.0


def _law(gold: Row, found: Row) -> float:
    numbers = {w for w in words_in(gold, "provision") & words_in(found, "provision") if w.isdigit()}
    return 1.0 if numbers and overlap(gold, found) else _titles(gold, found)


def _titles(gold: Row, found: Row) -> float:
    return shared(words_in(gold, "title"), words_in(found, "title"))


def _plan(gold: Row, found: Row) -> float:
    akin = words_in(gold, "title") & words_in(found, "title")
    return max(_titles(gold, found), 0.9 * overlap(gold, found) if akin else 0.0)


def _organization(gold: Row, found: Row) -> float:
    ours, theirs = gold.get("acronym"), found.get("acronym")
    if ours and ours == theirs:
        return 1.0
    a, b = words_in(gold, "name"), words_in(found, "name")
    return 0.9 if str(ours or "").lower() in b or str(theirs or "").lower() in a else shared(a, b)


def _facility(gold: Row, found: Row) -> float:
    a, b = (words_in(row, "name", "location", "operators") for row in (gold, found))
    if gold.get("type") != found.get("type") or (a and b and not a & b):
        return 0.0
    named = shared(a, b)
    return max((overlap(gold, found) + named) / 2, named if a and b else 0.0)


def _agreement(gold: Row, found: Row) -> float:
    ours, theirs = set(gold.get("parties") or ()), set(found.get("parties") or ())
    if gold.get("type") != found.get("type") or (ours and theirs and not ours & theirs):
        return 0.0
    return max(shared(ours, theirs) if ours else 0.0, 0.9 * overlap(gold, found))


def _complicity(gold: Row, found: Row) -> float:
    return max(0.4, overlap(gold, found)) if gold.get("status") == found.get("status") else 0.0


def _payment(gold: Row, found: Row) -> float:
    ours, theirs = gold.get("currency"), found.get("currency")
    return float(same_numbers(gold, found) and (ours or theirs) == (theirs or ours))


def _collaboration(gold: Row, found: Row) -> float:
    return min(overlap(gold, found), 0.3 + shared(lowered(gold, "actors"), lowered(found, "actors")))


MATCHINGS: Final = (
    Matching("tier_ranking", _alike_in("country", "tier"), ("year",), one_by=("country", "tier")),
    Matching("country_role", _alike_in("country", "role"), ("extent", "victims", "exploitation"), one_by=("country", "role")),
    Matching("flow", _flow, ("via", "victims", "exploitation", "sectors"), one_by=("origin", "destination")),
    Matching("statistic", _statistic, ("comparator", "unit", "actor", "exploitation"), least=0.8),
    Matching("law", _law, ("provision", "country", "year", "prohibits", "penalty_min_months", "penalty_max_months", "penalty_life")),
    Matching("organization", _organization, ("acronym", "type", "country"), least=0.6),
    Matching("facility", _facility, ("name", "location", "count", "serves", "operators")),
    Matching("agreement", _agreement, ("subject", "status")),
    Matching("plan", _plan, ("status", "years")),
    Matching("recommendation", alignment, ("topics",)),
    Matching("assessment", _alike_in("criterion", "value"), ("country",), one_by=("criterion", "value")),
    Matching("complicity", _complicity, ("country", "who"), least=0.4, core=False),
    Matching("payment", _payment, ("purpose",), core=False),
    Matching("collaboration", _collaboration, ("topics",), core=False),
)
"""The kinds that are scored; practices are not."""

SCORED: Final = {matching.kind: matching for matching in MATCHINGS}

SETS: Final = frozenset(("victims", "exploitation", "sectors", "via", "topics", "serves", "operators", "parties", "prohibits", "actors"))
"""The fields that hold sets."""

FREE_TEXT: Final = frozenset(("name", "location", "subject", "title", "who", "provision", "unit", "purpose"))
"""The fields whose words count, not their spelling."""


def agreement_of(matching: Matching, gold: Row, found: Row) -> float:
    """The mean agreement of the compared fields and the certainty of a matched pair; fields unknown to both do not count."""
    got = [value for field in (*matching.compared, "certainty") if (value := _agreement_in(field, gold, found)) is not None]
    return sum(got) / len(got) if got else 1.0


def _agreement_in(field: str, gold: Row, found: Row) -> float | None:
    if field in SETS:
        ours, theirs = lowered(gold, field), lowered(found, field)
        return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else None
    a, b = gold.get(field), found.get(field)
    if a is None and b is None:
        return None
    if field in FREE_TEXT:
        return shared(words(_text(a)), words(_text(b)))
    return float(str(a).lower() == str(b).lower())


def _text(value: object) -> str:
    return str(value) if value else ""
