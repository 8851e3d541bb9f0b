"""Reading of flows: exploitation that is only said to occur, as reports on human rights do, and what is counted there."""

import pytest

from kg.facts.flow import Flow

from .conftest import Read


def told(read: Read, text: str, country: str = "MLI") -> list[str]:
    """Flows as ``MLI>MLI children forced_labor mining``, with the certainty unless it is stated, and "not" before what is denied."""
    found = [f for f in read(country, 2018, text, "other") if isinstance(f, Flow)]
    return sorted(
        " ".join(
            [
                *(["not"] if f.polarity == "negated" else []),
                *([f.certainty] if f.certainty != "stated" else []),
                f"{f.origin or '-'}>{f.destination or '-'}",
                *(",".join(part) for part in (f.victims, f.exploitation, f.sectors) if part),
            ]
        )
        for f in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child sex trafficking remained a problem.", ["MLI>MLI children sex_trafficking"]),
        ("Forced child labor occurred in restaurants and on building sites.", ["MLI>MLI children forced_labor construction,hospitality"]),
        ("Forced labor, including by children, persisted in herding.", ["MLI>MLI children forced_labor herding"]),
        ("The law was weak, and forced labor, including forced child labor, occurred.", ["MLI>MLI children forced_labor"]),
        ("There were anecdotal reports of child prostitution near the mines.", ["reported MLI>MLI children sex_trafficking mining"]),
        ("Cases of forced child labor were reported in the south.", ["reported MLI>MLI children forced_labor"]),
        ("NGOs reported cases of forced labor during the year among migrant workers.", ["reported ->MLI migrants forced_labor"]),
        ("Child domestic servitude was a common practice.", ["MLI>MLI children domestic_servitude"]),
        ("Although the law bans child sex trafficking, child prostitution occurred in the ports.", ["MLI>MLI children sex_trafficking"]),
        ("Child trafficking was widespread.", ["MLI>MLI children"]),
    ],
)
def test_exploitation_that_occurs_is_a_flow_where_it_is_said_whose_it_is(read: Read, text: str, expected: list[str]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Forced labor occurred in mines and quarries.",
        "Child sex trafficking remained illegal.",
        "Child prostitution continued to decline.",
        "Forced child labor did not occur.",
        "No cases of forced child labor were reported.",
        "There were no reports of child sex trafficking or forced child labor.",
        "Investigations of forced child labor continued.",
        "Data on child prostitution remained a problem.",
        "Police investigated reports of child prostitution.",
        "The law bans the sale of children, and child trafficking, including child pornography, enforcement remained a problem.",
        "There were reports of child pornography.",
        "Combating child sex trafficking remained a challenge.",
    ],
)
def test_what_is_denied_forbidden_or_only_dealt_with_does_not_occur(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_reference_to_another_part_of_the_report_says_nothing(read: Read) -> None:
    text = "Commercial sexual exploitation of children occurred (see also section 6, Women)."
    assert told(read, text) == ["MLI>MLI children sex_trafficking"]


def test_domestic_victims_may_be_denied(read: Read) -> None:
    text = "There were no confirmed reports that traffickers exploited domestic or foreign victims in Dominica."
    assert told(read, text, "DMA") == ["not reported ->DMA nationals", "not reported DMA>DMA nationals"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified three victims of forced labor in 2017.", []),
        ("The maid was identified as a victim of trafficking and taken to a shelter.", []),
        (
            "Employers reportedly forced workers from Togo to work without pay. Police identified three victims of labor trafficking.",
            ["reported TGO>MLI nationals forced_labor"],
        ),
        ("Police identified 12 victims of trafficking. There were 40,000 migrant workers in the country, mostly from Togo.", []),
        ("Police identified 12 victims of trafficking. Most were from Togo.", ["TGO>MLI nationals"]),
    ],
)
def test_victims_whom_authorities_counted_are_a_flow_by_their_origin_only(read: Read, text: str, expected: list[str]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roma children were labor trafficked.", ["MLI>MLI children,minorities forced_labor"]),
        (
            "Poverty led children to migrate to urban areas, which made them vulnerable to forced labor.",
            ["possible MLI>MLI children forced_labor"],
        ),
        ("Women were subjected to forced labor, according to NGOs.", ["reported MLI>MLI women forced_labor"]),
        ("Villagers were forced to dig trenches.", ["MLI>MLI nationals forced_labor"]),
        ("The court used the term for a hate crime against an individual.", []),
        ("Intersex persons experienced discrimination because of their sex characteristics.", []),
    ],
)
def test_words_that_mean_more_or_less_than_they_seem(read: Read, text: str, expected: list[str]) -> None:
    assert told(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were reports of women who were forced into prostitution in bars.", ["reported MLI>MLI women sex_trafficking hospitality"]),
        ("There were documented cases of women who were forced into prostitution.", ["MLI>MLI women sex_trafficking"]),
        (
            "Some doctors participating in Cuba's overseas medical program showed indicators of forced labor.",
            ["MLI>MLI nationals forced_labor"],
        ),
        ("Many migrant workers arrived in debt bondage to actors outside the country.", ["->MLI migrants debt_bondage"]),
    ],
)
def test_reports_of_people_are_hearsay_and_owners_and_creditors_are_no_places(read: Read, text: str, expected: list[str]) -> None:
    assert told(read, text) == expected
