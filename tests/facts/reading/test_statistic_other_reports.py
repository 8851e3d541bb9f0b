"""Figures of reports on human rights, of which trafficking is one matter among others."""

import pytest

from kg.facts.reading.relevance import names_other_matter
from kg.facts.statistic import Statistic
from kg.language.annotate import annotate
from kg.language.pipeline import Pipeline
from kg.narrative.model import Document, Section
from kg.vocabulary.tables import rows

from .conftest import Read

LABOR = "## c. Prohibition of Child Labor and Minimum Age for Employment\n\n"
FOUND = [
    ("Police reported six pending child-labor court cases.", "prosecutions=6"),
    ("The ministry's report detailed 125 forced labor cases during the year.", "investigations=125@reporting"),
    ("The institute received 32 complaints of child labor, a decrease from 55 in the previous year.",
     "children_in_labor=32 children_in_labor=55@previous"),
    ("The inspectorate reported no complaints related to child labor.", "children_in_labor=0"),
    ("The inspectorate reported no incidents of forced labor.", ""),
    ("It prosecuted traffickers in 12 cases.", "prosecutions=12"),
    ("Child labor persisted. A survey found that 23 percent of children between ages five and 14 were working.", "children_in_labor=23"),
    ("Estimates of the number of children in child labor ranged from 370,000 to 510,000.", "children_in_labor=370000"),
    ("Child labor law was enforced. Inspectors found 22 violations involving 18 minors in 2021.", "children_in_labor=18@2021"),
    ("Apart from forced begging, in 2017 inspectors found 40 children working in quarries.", "children_in_labor=40@2017"),
    ("It opened two trafficking cases in 2017 involving 21 victims.", "investigations=2@2017 victims_identified=21@2017"),
    ("From January to August, police identified 45 trafficking victims.", "victims_identified=45@2018-01/2018-08"),
    ("On March 15, police rescued 155 bonded laborers.", "victims_identified=155@2018-03"),
    ("It received five reports of human trafficking, including six sex trafficking victims.", "investigations=5 victims_identified=6"),
    ("The number of assisted minor victims of trafficking rose from 82 in 2016 to 199 in 2017.",
     "victims_assisted=82@2016 victims_assisted=199@2017"),
    ("There were no confirmed reports during the year of the worst forms of child labor.", "children_in_labor=0@reporting"),
    ("Two cases of forced labor were prosecuted under the code.", "prosecutions=2"),
    ("No cases of bonded labor were investigated.", "investigations=0"),
    ("In the first nine months of the year, police identified 45 trafficking victims.", "victims_identified=45@2018-01/2018-09"),
    ("Police arrested nine traffickers in the first half of the year.", "arrests=9@2018-01/2018-06"),
    ("Police arrested nine traffickers in the first half of the 2015 season.", "arrests=9"),
    ("According to a 2014 national child labor survey, 12,000 children worked in hazardous conditions.", "children_in_labor=12000@2014"),
    ("An NGO estimated in 2015 (the last year with reported data) that 5,000 children were exploited in commercial sex.",
     "victims_estimated=5000@2015"),
    ("The number of victims of trafficking who received assistance fell from 105 in 2016 to 59 in 2017.",
     "victims_assisted=105@2016 victims_assisted=59@2017"),
    ("In late May police arrested three traffickers.", "arrests=3@2018-05"),
    ("In mid-June police arrested five traffickers.", "arrests=5@2018-06"),
    ("By the end of August, prosecutors had opened 15 trafficking cases.", "investigations=15@2018-08"),
    ("As of September 1, police had arrested 45 traffickers.", "arrests=45@2018-09"),
    ("The ministry reported 13 victims (nine women and four men) of forced labor in the first seven months of the year. Two victims were "
     "from Kenya.", "victims_identified=13@2018-01/2018-07 victims_identified=9@2018-01/2018-07 victims_identified=4@2018-01/2018-07 "
     "victims_identified=2@2018-01/2018-07"),
    ("According to Global Slavery Index 2017 data, some 40,000 persons lived in modern slavery.", "victims_estimated=40000@2017"),
    ("According to the 2016 Global Slavery Index, 40,000 persons lived in modern slavery.", "victims_estimated=40000@2016"),
    ("The law bans child labor. The number of underage working children fell from 20,000 to 12,000.",
     "children_in_labor=20000 children_in_labor=12000"),
    ("Child labor occurred. The union reported 39,000 employed minors, 1,700 of whom were migrants.",
     "children_in_labor=39000 children_in_labor=1700"),
    ("The law bans child labor. There were no reports children worked in factories.", "children_in_labor=0"),
    ("Inspectors did not report any child labor law violations.", "children_in_labor=0"),
    ("During the year no child labor cases were brought to court.", "prosecutions=0@reporting"),
    ("Child labor occurred. In 2016 inspectors did not register any labor complaints involving children.", "children_in_labor=0@2016"),
    ("In 2016 inspectors found 12 cases of child labor. A further nine underage workers were found working at night.",
     "children_in_labor=12@2016 children_in_labor=9@2016"),
]  # fmt: skip
NOT_FOUND = [
    "Child labor occurred. The ministry received 17 complaints regarding child and adolescent workers.",
    "The Taliban beat reporters. Officials arrested 30 men.",
    "The state runs a project to remove 2,000 children from forced labor.",
    "Penalties for trafficking, a fine or 25 years' imprisonment, would be sufficient to deter it.",
    "The raid on a trafficking ring involved 300 police officers.",
    "Trafficking occurs. The number of documented foreign workers was put at 145,000.",
    "Children who are exploited in quarries had no proper training.",
    "Traffickers are feared. A court sentenced soldiers to 23 years in prison for the killing of a nurse.",
    "Traffickers are feared.\n\nThe government detained 21 people for an unlawful march.",
    "Migrants are exploited. Inspectors identified 5,222 irregular workers, of whom 3,549 were undeclared.",
    "Some are victims of trafficking. The government granted refugee status to 595 people.",
    "Persons sentenced for trafficking to three years' imprisonment may have their punishment converted.",
    "There were no reports of forced labor in offices, but children begged.",
    "The law bans child labor. Inspectors found no violations of the labor code.",
    "The law bans child labor. There were no reports children were denied school.",
]


def told(found: object) -> str:
    """A statistic in short: measure, number and period."""
    assert isinstance(found, Statistic)
    number = found.value if found.value is not None else found.min
    return f"{found.measure}={number or 0:g}" + (f"@{found.period}" if found.period else "")


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_figures_about_the_subject_are_read(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("ITA", 2018, text, "other") if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())


@pytest.mark.parametrize("text", NOT_FOUND)
def test_figures_of_other_matters_and_of_what_was_not_done_are_not_read(read: Read, text: str) -> None:
    assert [told(f) for f in read("ITA", 2018, text, "other") if isinstance(f, Statistic)] == []


def test_a_heading_on_labor_makes_its_paragraphs_about_the_subject(read: Read) -> None:
    text = LABOR + "The law prohibits child labor.\n\nThere were no prosecutions during the year."
    assert [told(f) for f in read("ITA", 2018, text, "other") if isinstance(f, Statistic)] == ["prosecutions=0@reporting"]


def test_a_line_of_a_broken_paragraph_is_no_heading(read: Read) -> None:
    text = "Prison conditions were poor.\nForced labor in the prisons and camps\nWas told of by inmates.\n\nThere were no prosecutions."
    assert [told(f) for f in read("ITA", 2018, text, "other") if isinstance(f, Statistic)] == []


@pytest.mark.parametrize("word", [row["word"] for row in rows("other_matters")])
def test_every_word_of_another_matter_is_found_in_a_sentence(pipeline: Pipeline, word: str) -> None:
    text = f"Observers told of {word.upper()} in the capital."
    annotated = annotate(Document("x", text, "ITA", 2018, None, (Section("other", 0, len(text)),)), pipeline)
    assert names_other_matter(annotated, annotated.sentences[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Strada assisted 40 trafficking victims.", "La Strada"),
        ("The NGO Terra Nova assisted 40 trafficking victims.", "Terra Nova"),
        ("An NGO assisted 40 trafficking victims.", "ngo"),
        ("The Ministry of Labor assisted 40 trafficking victims.", "ITA"),
        ("NGO Terra Nova reported there were approximately 300 children begging in the streets.", "Terra Nova"),
        ("There were approximately 300 children begging in the streets.", None),
    ],
)
def test_an_organization_that_counts_is_told_by_its_name(read: Read, text: str, expected: str | None) -> None:
    assert [f.actor for f in read("ITA", 2018, text, "other") if isinstance(f, Statistic)] == [expected]
