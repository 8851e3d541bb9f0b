"""Organizations: each named body once, with all the words that name it."""

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
