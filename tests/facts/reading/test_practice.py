"""Practices: what is done for victims or against trafficking, by whom and for whom, and what is not done."""

from collections.abc import Callable

import pytest

from kg.facts.model import Evidence, Fact
from kg.facts.practice import Practice

Read = Callable[..., tuple[Fact, ...]]


def practices(read: Read, text: str) -> list[tuple[str | None, str | None, tuple[str, ...], str]]:
    """Type, actor, people and polarity of what is read."""
    return [(f.type, f.actor, f.applies_to, f.polarity) for f in read("NPL", 2012, text, "protection") if isinstance(f, Practice)]


def test_a_fact_holds_what_is_done_by_whom_for_whom_and_where(read: Read) -> None:
    text = "The government gave legal aid to women in Kathmandu."
    assert [f for f in read("NPL", 2012, text, "protection") if isinstance(f, Practice)] == [
        Practice(
            doc="x",
            type="legal_aid",
            applies_to=("women",),
            actor="government",
            place="Kathmandu",
            evidence=(Evidence(0, len(text) - 1, text[:-1]),),
            rule="practice.done",
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Victims were provided with medical care.", ("medical_care", None, (), "affirmed")),
        ("Nepal does not offer foreign victims any alternative to deportation.", ("legal_alternatives", "government", (), "negated")),
        ("The government did not provide witness protection to victims.", ("witness_protection", "government", (), "negated")),
        ("Not one victim received restitution.", ("civil_remedy", None, (), "negated")),
        ("Police have no formal procedures to identify victims.", ("identification_procedures", "government", (), "negated")),
        ("The government took no measures to reduce the demand for commercial sex.", ("demand_reduction", "government", (), "negated")),
        (
            "No efforts were made to improve its services or to raise awareness of trafficking.",
            ("awareness_campaign", None, (), "negated"),
        ),
        ("The government took no steps to punish traffickers or reduce demand for sex.", ("demand_reduction", "government", (), "negated")),
        ("The police did not act on tips and continued to jail victims.", ("non_punishment", None, (), "negated")),
        ("Medical help came from the NGOs.", ("medical_care", "ngo", (), "affirmed")),
        ("The police trained 240 border guards.", ("training", "government", (), "affirmed")),
    ],
)
def test_what_is_done_is_told_from_what_is_not(read: Read, text: str, expected: tuple[str, str | None, tuple[str, ...], str]) -> None:
    assert practices(read, text) == [expected]


def test_victims_who_are_punished_are_not_protected_from_punishment(read: Read) -> None:
    assert practices(read, "Some victims were jailed for leaving their employers.") == [("non_punishment", None, (), "negated")]
    assert practices(read, "Victims were not punished for leaving their employers.") == [("non_punishment", None, (), "affirmed")]


def test_victims_to_be_protected_are_not_those_to_be_prosecuted(read: Read) -> None:
    assert practices(read, "The government failed to prosecute traffickers or protect victims.") == []


def test_a_text_on_other_subjects_tells_no_practice(read: Read) -> None:
    text = "The law forbids discrimination in housing and health care."
    assert [f for f in read("NPL", 2012, text, "other") if isinstance(f, Practice)] == []


def test_what_is_only_planned_is_no_practice(read: Read) -> None:
    assert practices(read, "The government plans to provide legal aid to victims.") == []


def test_those_left_out_are_excluded(read: Read) -> None:
    text = "The government gave legal aid to victims, excluding men."
    assert [(f.applies_to, f.excludes) for f in read("NPL", 2012, text, "protection") if isinstance(f, Practice)] == [((), ("men",))]


def test_care_of_others_is_no_practice_for_victims(read: Read) -> None:
    text = "The law on forced labor requires a medical exam. Young workers receive medical care."
    assert [f for f in read("NPL", 2012, text, "other") if isinstance(f, Practice)] == []
