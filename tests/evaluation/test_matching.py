"""Facts of a kind are matched by one declaration, and every kind but practice has one."""

from typing import Any

import pytest

from kg.evaluation.matching import FREE_TEXT, MATCHINGS, SCORED, SETS, agreement_of
from kg.facts.kinds import BY_NAME, KINDS
from kg.facts.model import declared, many

HERE = {"evidence": [{"start": 0, "end": 10, "quote": ""}]}
THERE = {"evidence": [{"start": 90, "end": 99, "quote": ""}]}


def test_every_kind_but_practice_is_scored_in_the_order_of_kinds() -> None:
    assert [m.kind for m in MATCHINGS] == [k.kind.name for k in KINDS if k.kind.name != "practice"]
    assert [m.kind for m in MATCHINGS if not m.core] == ["complicity", "payment", "collaboration"]


def test_fields_that_are_compared_are_declared_and_no_extras() -> None:
    for matching in MATCHINGS:
        fields = declared(BY_NAME[matching.kind])
        assert {*matching.compared, *matching.one_by} <= {name for name, value in fields.items() if not value.extra}


def test_sets_and_free_texts_are_what_the_declarations_hold() -> None:
    compared = {field for m in MATCHINGS for field in m.compared}
    sets = {field for m in MATCHINGS for field in many(BY_NAME[m.kind]) if not declared(BY_NAME[m.kind])[field].extra}
    assert sets == SETS
    assert compared & FREE_TEXT == {"name", "location", "subject", "who", "provision", "unit", "purpose"}


@pytest.mark.parametrize(
    ("kind", "gold", "found", "likeness"),
    [
        ("tier_ranking", {"country": "LAO", "tier": "2"}, {"country": "LAO", "tier": "2"}, 1.0),
        ("tier_ranking", {"country": "LAO", "tier": "2"}, {"country": "LAO", "tier": "2WL"}, 0.0),
        ("country_role", {"country": "region:gulf", "role": "source"}, {"country": "region:gulf-states", "role": "source"}, 1.0),
        ("flow", {"origin": "LAO", "destination": "THA"}, {"origin": "THA", "destination": "LAO"}, 0.0),
        ("flow", {"origin": "LAO", "destination": "LAO"}, {"origin": "LAO"}, 0.6),
        ("flow", {"destination": "LAO"}, {"origin": "LAO", "destination": "LAO"}, 0.6),
        ("flow", {"origin": "LAO", "destination": "THA"}, {"origin": "LAO"}, 0.0),
        ("statistic", {"measure": "convictions", "value": 33}, {"measure": "convictions", "value": 33, "period": "2010"}, 0.8),
        ("statistic", {"measure": "convictions", "value": 33}, {"measure": "arrests", "value": 33}, 0.0),
        ("law", {"provision": "Article 134", **HERE}, {"provision": "art. 134", "title": "Penal Code", **HERE}, 1.0),
        ("law", {"provision": "Article 134", **HERE}, {"provision": "art. 134", "title": "Penal Code", **THERE}, 0.0),
        ("organization", {"acronym": "LWU", "name": "x"}, {"acronym": "LWU", "name": "y"}, 1.0),
        ("organization", {"acronym": "LWU", "name": "Lao Women's Union"}, {"name": "LWU"}, 0.9),
        ("organization", {"name": "Ministry of Justice"}, {"name": "Ministry of Labor"}, 1 / 3),
        ("facility", {"type": "shelter", "location": "Vientiane"}, {"type": "shelter", "location": "Pakse"}, 0.0),
        ("facility", {"type": "shelter", "location": "Vientiane", **HERE}, {"type": "shelter", **HERE}, 0.5),
        ("agreement", {"type": "mou", "parties": ["LAO", "VNM"]}, {"type": "mou", "parties": ["VNM"]}, 0.5),
        ("agreement", {"type": "mou", "parties": ["LAO"], **HERE}, {"type": "mou", "parties": ["THA"], **HERE}, 0.0),
        ("plan", {"title": "Plan of Action", **HERE}, {"title": "Action Framework for All", **HERE}, 0.9),
        ("recommendation", HERE, HERE, 1.0),
        ("assessment", {"criterion": "overall_efforts", "value": "limited"}, {"criterion": "overall_efforts", "value": "limited"}, 1.0),
        ("complicity", {"status": "alleged"}, {"status": "alleged"}, 0.4),
        ("payment", {"value": 70, "currency": "USD"}, {"min": 70, "max": 70}, 1.0),
        ("collaboration", {"actors": ["UNICEF"], **HERE}, {"actors": ["unicef"], **HERE}, 1.0),
    ],
)
def test_facts_are_as_alike_as_their_kind_says(kind: str, gold: dict[str, Any], found: dict[str, Any], likeness: float) -> None:
    assert SCORED[kind].alike(gold, found) == pytest.approx(likeness)


def test_attributes_agree_by_sets_words_and_values_and_what_neither_knows_does_not_count() -> None:
    gold = {"via": ["THA"], "victims": ["women", "girls"], "exploitation": [], "certainty": "stated"}
    found = {"via": [], "victims": ["women"], "exploitation": [], "certainty": "stated"}
    assert agreement_of(SCORED["flow"], gold, found) == pytest.approx((0.0 + 2 / 3 + 1.0) / 3)
    assert agreement_of(SCORED["agreement"], {"subject": "repatriation of victims"}, {"subject": "Victims' repatriation"}) == 1.0
    assert agreement_of(SCORED["plan"], {}, {}) == 1.0
