"""Figures of courts and prosecutors: charges that nobody filed, how cases ended, the terms that were imposed, and whose number is told."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

CASES = [
    ("Prosecutors filed no charges in 2012.", "prosecutions=0@2012"),
    ("No charges were brought against the traffickers.", "prosecutions=0"),
    ("The attorney general did not file any trafficking charges.", "prosecutions=0"),
    ("No charges were brought against any police officers.", ""),
    ("There were no charges for calls to the line.", ""),
    ("The prosecutor's office pursued 40 suspected traffickers.", "prosecutions=40"),
    ("Courts heard 50 cases, of which 20 resulted in convictions and 12 ended in acquittals.",
     "prosecutions=50 convictions=20 acquittals=12"),
    ("It was the country's first conviction for slavery.", "convictions=1"),
    ("It was not the first conviction.", ""),
    ("Two of the five convicted recruiters had their sentences suspended.", "sentences=2"),
    ("Both of the convicted had their sentences suspended.", "sentences=2"),
    ("Police jailed one of them for 18 months.", "sentences=1 sentences=18"),
    ("A judge ordered the man to prison for 15 years.", "sentences=180"),
    ("The heaviest penalty was nine years.", "sentences=108"),
    ("The heaviest penalty is 20 years under the penal code.", ""),
    ("Courts convicted 12 offenders; their punishment ranged from two months with fines to 11 years.",
     "convictions=12 sentences=2"),
    ("Penalties under the law ranged from one to five years.", ""),
    ("Two traffickers received 12 years and another ten.", "sentences=2 sentences=144 sentences=120"),
    ("Of 11 people jailed in 2003, none will serve more than five years.", "sentences=11@2003"),
    ("The ministry put the number of prosecutions at 40 and the number of people convicted at 22.", "prosecutions=40 convictions=22"),
    ("Police put the victims at risk 12 times.", ""),
    ("The government prosecuted nine traffickers; the figures were four fewer, 12 fewer, and six fewer than before.", "prosecutions=9"),
    ("There were no reports of officials complicit in trafficking, and none was investigated or charged.", ""),
    ("Police investigated five officials, but none was prosecuted.", "investigations=5 prosecutions=0"),
    ("Police identified 12 suspects, and none was charged.", "prosecutions=0"),
    ("The government opened no cases against officials for trafficking.", ""),
    ("The government opened no cases against traffickers.", "investigations=0"),
    ("Police arrested 14 clerks in 2012 for crimes unrelated to trafficking.", ""),
    ("Police investigated 20 cases, four of which were unrelated to trafficking.", "investigations=20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_of_courts_and_prosecutors(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
