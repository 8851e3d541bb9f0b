"""Rows made at random from few values, so that many are nearly alike."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from kg.evaluation.matching import MATCHINGS
from kg.facts.kinds import BY_NAME
from kg.facts.model import declared, many

Row = dict[str, Any]

PER_KIND = 60

TITLES = ("Penal Code", "the Penal Code of Laos", "National Plan of Action", "Plan", "Action Plan against Trafficking", "Labor Code", "")
PLACES = (
    "LAO",
    "THA",
    "region:west-africa",
    "region:other-west-african-countries",
    "region:gulf-states",
    "region:gulf",
    "region:some-states",
)
TOKENS = ("women", "girls", "Men", "ngo")

POOLS: dict[str, tuple[Any, ...]] = {
    "acronym": ("LWU", "IOM", "Mol", ""),
    "comparator": ("exactly", "at_least", "at_most", "more_than", "less_than"),
    "count": (0, 1, 2),
    "country": PLACES,
    "currency": ("USD", "THB"),
    "destination": PLACES,
    "location": ("Vientiane", "Vientiane and Pakse", "Pakse"),
    "max": (10, 20),
    "measure": ("convictions", "arrests", "other"),
    "min": (10, 20.0),
    "name": (
        "Lao Women's Union",
        "LWU",
        "Ministry of Labor",
        "Ministry of Labor and Social Welfare",
        "Ministry of Justice",
        "Women's Union",
    ),
    "origin": PLACES,
    "parties": ("LAO", "VNM", "lao", "ILO"),
    "penalty_life": (True, False),
    "provision": ("Article 134", "art. 134", "Section 7 and Article 134", 134, "Act 7"),
    "title": TITLES,
    "value": (0, 10, 10.0, 20),
    "via": PLACES,
    "year": (2006, 2010),
}
"""What a field is drawn from; other fields are drawn from ``TOKENS``."""

PERIODS = (None, "reporting", "previous", "2010", "2010-04", "2009/2010", "2011")
SPANS = ((0, 10), (4, 14), (2, 12), (5, 60), (50, 90), (8, 9), (0, 640), (0, 2000), (100, 250), (20, 20))


@pytest.fixture
def made() -> Callable[[int], list[Row]]:
    """Rows for a seed: of all scored kinds, in three documents, any field of which may be missing or unknown."""

    def rows(seed: int) -> list[Row]:
        by = random.Random(seed)
        return [_row(matching.kind, by) for matching in MATCHINGS for _ in range(PER_KIND)]

    return rows


def _row(kind: str, by: random.Random) -> Row:
    row: Row = {"doc": by.choice("abc"), "kind": kind}
    values = {name: _value(kind, name, by) for name in declared(BY_NAME[kind])}
    common = {"polarity": by.choice(("affirmed", "negated")), "certainty": by.choice(("stated", "possible")), "period": by.choice(PERIODS)}
    chance = by.choice((0.0, 0.2, 0.6))
    row |= {name: value for name, value in {**values, **common}.items() if by.random() >= chance}
    if by.random() < 0.9:
        row["evidence"] = [{"start": a, "end": b, "quote": ""} for a, b in by.sample(SPANS, by.choice((0, 1, 1, 1, 2)))]
    return row


def _value(kind: str, name: str, by: random.Random) -> Any:
    pool = POOLS.get(name, TOKENS)
    if name in many(BY_NAME[kind]):
        return by.sample(pool, by.choice((0, 1, 2)))
    return by.choice((*pool, None))
