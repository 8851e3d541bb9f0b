"""Figures of none that a verb alone tells, people whom only the verb shows to be some, and those whom courts dealt with otherwise."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

CASES = [
    ("The government did not identify victims during the year.", "victims_identified=0@reporting"),
    ("The government did not report identifying trafficking victims.", "victims_identified=0"),
    ("The government did not always identify victims.", ""),
    ("Police did not identify victims among the women whom they arrested.", ""),
    (
        "The government did not investigate, prosecute, or convict traffickers, including complicit officials.",
        "investigations=0 prosecutions=0 convictions=0",
    ),
    ("The ministry did not report prosecuting or convicting traffickers.", "prosecutions=0 convictions=0"),
    ("The government did not provide anti-trafficking training to its diplomats.", "people_trained=0"),
    ("The army did not train its peacekeepers on trafficking.", "people_trained=0"),
    ("The government did not provide specialized anti-trafficking training.", ""),
    ("The law contains no stipulated sentences for trafficking.", ""),
    ("No prison sentences were handed down.", "sentences=0"),
    ("Prosecutors indicted a retired colonel and two clerks.", "prosecutions=3"),
    ("Two abbots were convicted of trafficking boys.", "convictions=2"),
    ("Police seized two vessels.", ""),
    ("The court convicted one man and acquitted another.", "convictions=1 acquittals=1"),
    ("Police arrested another trafficker in May.", "arrests=1@2013-05"),
    ("The appeals court upheld the sentences of four traffickers.", "sentences=4"),
    ("Of nine defendants, seven went to prison and the other two went free on suspended terms.", "sentences=7 sentences=2"),
    ("The home provided lodging for 58 women.", "victims_assisted=58"),
    ("Four Malians were put across the border the next day.", "deportations=4"),
    ("The line took 500 calls, roughly a tenth of which concerned trafficking.", "calls=500 calls=10"),
    ("Raids on 12 nightclubs in September led to 31 arrests.", "arrests=31@2013-09"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_that_a_verb_tells(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
