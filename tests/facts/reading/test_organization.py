"""Organizations: each named body once, with all the words that name it."""

import pytest

from kg.facts.model import Evidence
from kg.facts.organization import Organization

from .conftest import Read


def organizations(read: Read, text: str) -> list[Organization]:
    return [f for f in read("KEN", 2015, text, "protection") if isinstance(f, Organization)]


def test_a_body_and_its_acronym_are_one_fact_with_the_evidence_of_both(read: Read) -> None:
    text = "The Ministry of Gender (MOG) met in May. Later the MOG trained officers."
    assert organizations(read, text) == [
        Organization(
            doc="x",
            name="Ministry of Gender",
            acronym="MOG",
            type="ministry",
            country="KEN",
            evidence=(Evidence(4, 22, "Ministry of Gender"), Evidence(51, 54, "MOG")),
            rule="organization.named",
        )
    ]


def test_recommendations_name_no_organization(pipeline: object, read: Read) -> None:
    assert read("KEN", 2015, "Strengthen the Ministry of Gender.", "header") == ()
    assert [f for f in read("KEN", 2015, "Strengthen the Ministry of Gender.", "recommendations") if isinstance(f, Organization)] == []


def test_where_most_of_a_report_is_on_other_matters_only_bodies_near_the_subject_count(read: Read) -> None:
    aside = " ".join(f"The constitution provides for freedom of the press, and courts heard {n} cases on it." for n in range(3, 20))
    text = f"{aside} The Union of Journalists protested.\n\nForced labor occurred on farms. The Ministry of Gender inspected them."
    found = [f.name for f in read("KEN", 2015, text, "other") if isinstance(f, Organization)]
    assert found == ["Ministry of Gender"]


def test_bodies_of_an_extract_on_the_subject_all_count(read: Read) -> None:
    text = "The Union of Journalists wrote of it. Forced labor occurred on farms. The Ministry of Gender inspected them."
    assert {f.name for f in read("KEN", 2015, text, "other") if isinstance(f, Organization)} == {
        "Union of Journalists",
        "Ministry of Gender",
    }


def test_the_text_explains_what_a_name_is(read: Read) -> None:
    told = "Amparo, the state's child welfare agency, and NGO partners such as Nyota, Upendo, and Tumaini helped children."
    assert [(o.name, o.type) for o in organizations(read, told)] == [
        ("Amparo", "government_body"),
        ("Nyota", "ngo"),
        ("Upendo", "ngo"),
        ("Tumaini", "ngo"),
    ]
    shared = organizations(read, "The Ministry of Equality between Women and Men ran Amani Care Centers (ACCs).")
    assert [o.name for o in shared] == ["Ministry of Equality between Women and Men"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Liberal Farmers Party spoke of it. Later the LFP asked for a law.", [("Liberal Farmers Party", "LFP", "mass_organization")]),
        (
            "The HRB spoke of it. Later the Human Rights Board met.",
            [("HRB", "HRB", "government_body"), ("Human Rights Board", None, "committee")],
        ),
        (
            "The ILO trained officers. The International Labor Organization paid.",
            [("International Labor Organization", "ILO", "international_organization")],
        ),
        ("Freedom of Movement : The law allows it.", []),
        ("DISPLACED PERSONS (DPS)\nThe law protects them.", []),
        ("She was found at home in Nairobi, Santa Marta Department, and freed.", []),
        ("See the Department of Labor's report Findings on Child Labor.", []),
        ("Girls underwent FGM/C, which UNAMID reported.", [("UNAMID", "UNAMID", "international_organization")]),
        ("The Bureau of Public Safety arrested him.", [("Bureau of Public Safety", None, "law_enforcement")]),
    ],
)
def test_acronyms_headings_and_areas(read: Read, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(o.name, o.acronym, o.type) for o in organizations(read, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry of labor and social affairs inspected farms.", [("ministry of labor and social affairs", "ministry")]),
        ("The ministry of labor met. Later the Ministry of Labor agreed.", [("Ministry of Labor", "ministry")]),
        ("The labor ministry met with the ministry of the region.", []),
        (
            "The Indonesian embassy sheltered victims; the embassy of Nepal did not.",
            [("Indonesian embassy", "diplomatic_mission"), ("embassy of Nepal", "diplomatic_mission")],
        ),
        ("Foreign embassies and the embassy sheltered victims.", []),
        (
            "The Attorney General's office and the Prime Minister's office met.",
            [("Attorney General's office", "law_enforcement"), ("Prime Minister's office", "government_body")],
        ),
        ("Girls were passed on to the Center for Guidance and Study (CEGE), a local NGO.", [("Center for Guidance and Study", "ngo")]),
        (
            "The Trauma Recovery Center and the Victim/Witness Unit counseled girls.",
            [("Trauma Recovery Center", "government_body"), ("Victim/Witness Unit", "government_body")],
        ),
        ("The Ministry of Health and Save the Children met.", [("Ministry of Health", "ministry"), ("Save the Children", "ngo")]),
        (
            "The Direction Nationale de l'Action Sociale et de l'Enfance met.",
            [("Direction Nationale de l'Action Sociale et de l'Enfance", "government_body")],
        ),
        ("The Criminal Investigations Department's (CID) staff met.", [("Criminal Investigations Department", "law_enforcement")]),
        ("The TARIM project withdrew children from mines.", []),
        ("The NGO Kazi CARE met.", [("Kazi CARE", "ngo")]),
        ("The Workers Education Program trained officers, said the Inspector General of Police.", []),
        ("The Coastal Women's Lobby met.", [("Coastal Women's Lobby", "ngo")]),
    ],
)
def test_names_are_found_with_and_without_capitals(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((o.name, o.type) for o in organizations(read, text)) == sorted(expected)


def test_pieces_of_a_torn_word_are_no_bodies(read: Read) -> None:
    text = "Trafficking of LG BT QI+ persons was reported to the ILO."
    assert [f.name for f in read("VNM", 2022, text, "other") if isinstance(f, Organization)] == ["ILO"]
