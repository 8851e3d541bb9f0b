"""Zeros of reports on human rights: what was never done, imposed or told of; and the months of figures that are compared."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

LABOR = "## b. Prohibition of Forced or Compulsory Labor\n\nForced labor occurred on farms. "
CHILD_LABOR = "## c. Prohibition of Child Labor\n\nChild labor was common. "
NONE = [
    ("Authorities again failed to identify trafficking victims.", "victims_identified=0"),
    ("Police often failed to identify trafficking victims.", ""),
    ("Victims whom police failed to identify were deported.", ""),
    ("Because police failed to identify victims, some were deported.", ""),
    ("It failed to identify or offer protection to trafficking victims.", "victims_identified=0"),
    ("It did not prosecute trafficking offenses, identify victims, or refer them to care.", "prosecutions=0 victims_identified=0"),
    ("The state did not use the 2008 act to prosecute cases of forced labor.", "prosecutions=0"),
    ("The code has never been used to convict traffickers.", "convictions=0"),
    ("The state did not use all means to prosecute traffickers.", ""),
    ("The forced prostitution of girls has not led to arrests.", "arrests=0"),
    ("Inspections for forced labor did not result in prosecutions or convictions.", "prosecutions=0 convictions=0"),
    ("There were no reports in the press of cases, prosecutions, or convictions for forced labor.", "prosecutions=0 convictions=0"),
    ("There were no court cases of forced labor in 2017.", "prosecutions=0@2017"),
    ("There were no cases of forced labor in 2017.", ""),
    ("No defendant was convicted or sentenced under this law.", "convictions=0 sentences=0"),
    ("None of the traffickers served over five years.", "sentences=60"),
    ("No one was charged by the end of March.", "prosecutions=0"),
    ("Penalties were never applied against violators.", "sentences=0"),
    ("No penalties for these crimes were imposed.", "sentences=0"),
    ("Courts did not impose any penalties in 2017.", "sentences=0@2017"),
    ("Penalties were rarely applied.", ""),
    ("Inspectors often did not impose penalties.", ""),
    ("Police often did not investigate cases of forced labor.", ""),
    ("Penalties were not applied consistently.", ""),
    ("Courts did not apply penalties sufficient to deter violations.", ""),
    ("The law does not impose penalties.", ""),
]  # fmt: skip
MONTHS = [
    ("In the first half of 2017, police arrested 41 traffickers, down from 55 in the same period of 2016.",
     "arrests=41@2017-01/2017-06 arrests=55@2016-01/2016-06"),
    ("From January to October, police arrested 41 traffickers, compared with 55 in the same period in 2017.",
     "arrests=41@2018-01/2018-10 arrests=55@2017-01/2017-10"),
    ("As of October, police arrested 41 traffickers, compared with 55 in 2017.", "arrests=41@2018-10 arrests=55@2017"),
    ("On May 15, the ministry announced that it had identified 20 trafficking victims.", "victims_identified=20@2018-05"),
    ("According to the ministry, as of August, police had identified 20 trafficking victims.", "victims_identified=20@2018-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_what_was_never_done_is_none(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("LSO", 2018, f"{LABOR}{text}", section="other") if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_the_months_of_a_figure(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("LSO", 2018, text, section="other") if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())


def test_a_main_clause_of_none_is_not_hedged_by_the_clause_before(read: Read) -> None:
    told_of = "While there were reports that girls had been trafficked to brothels, no convictions took place."
    assert [f.certainty for f in read("LSO", 2018, told_of, section="other") if isinstance(f, Statistic)] == ["stated"]


def test_no_reports_of_prosecutions_is_reported(read: Read) -> None:
    found = read("LSO", 2018, f"{LABOR}There were no reports of prosecutions for forced labor during the year.", section="other")
    assert [f.certainty for f in found if isinstance(f, Statistic)] == ["reported"]


CHILDREN = [
    ("An estimated 43,000 children worked on farms, 4,400 in shops, and 2,200 in hotels.",
     "children_in_labor=43000 children_in_labor=4400 children_in_labor=2200"),
    ("The office estimated that 9,000 children were working, 4,000 of them in hazardous conditions.",
     "children_in_labor=9000 children_in_labor=4000"),
    ("An estimated 43,000 children worked on farms, 4,400 fewer than in 2010.", "children_in_labor=43000"),
    ("An estimated 43,000 children worked on farms, and 4,400 went to school.", "children_in_labor=43000"),
    ("An aid group estimated 800 children begged on the streets.", "children_in_labor=800"),
    ("In 2017 there were more than 200 cases of child labor.", "children_in_labor=200@2017"),
    ("In 2017 there were more than 200 cases of dengue.", ""),
    ("Inspectors found no child labor.", "children_in_labor=0"),
    ("There was no child labor in the towns.", ""),
    ("Police referred 40 trafficking cases to the referral mechanism.", "victims_referred=40"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHILDREN)
def test_children_who_work_and_cases_of_their_work(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("LSO", 2018, f"{CHILD_LABOR}{text}", section="other") if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())


NOT_NONE = [
    "Officials at times failed to identify victims.",
    "Many judges failed to convict traffickers.",
    "Courts rarely failed to convict traffickers.",
    "Police have not failed to identify victims.",
    "Foreign governments failed to prosecute traffickers.",
    "The new database had not been used to prosecute traffickers.",
    "The government imposed no other penalties on the convicted traffickers.",
    "There have been no criminal cases against journalists.",
    "Inspectors found no child labor in the farms that they saw.",
    "Police arrested the warlord Charles Mbeki.",
    "Grace Mbeki was charged with assault of a model.",
]


@pytest.mark.parametrize("text", NOT_NONE)
def test_what_some_left_undone_and_what_concerns_others_is_no_figure(read: Read, text: str) -> None:
    assert [told(f) for f in read("LSO", 2018, text, section="prosecution") if isinstance(f, Statistic)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 3, the minister announced that courts convicted 12 traffickers during the year.", "convictions=12@reporting"),
        ("On May 3, the minister announced that courts convicted 12 traffickers.", "convictions=12@2017-05"),
        ("In March, police reported that they identified 40 victims since the law took effect.", "victims_identified=40"),
    ],
)
def test_the_date_of_an_announcement_gives_way_to_that_of_the_figure(read: Read, text: str, expected: str) -> None:
    assert [told(f) for f in read("LSO", 2018, text, section="prosecution") if isinstance(f, Statistic)] == [expected]
