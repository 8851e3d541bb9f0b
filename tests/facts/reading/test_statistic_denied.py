"""Figures of none that a verb alone tells, people whom only the verb shows to be some, and those whom courts dealt with otherwise."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

CASES = [
    ("The government did not identify victims during the year.", "victims_identified=0@reporting"),
    ("The government did not report identifying trafficking victims.", "victims_identified=0"),
    ("The government did not always identify victims.", ""),
    ("Courts did not convict any traffickers in 2013, in contrast to three convictions in 2012.", "convictions=0@2013 convictions=3@2012"),
    ("Authorities did not, however, prosecute any traffickers.", "prosecutions=0"),
    ("The government was yet to prosecute anyone under the law.", "prosecutions=0"),
    ("Police did not identify victims among the women whom they arrested.", ""),
    (
        "The government did not investigate, prosecute, or convict traffickers, including complicit officials.",
        "investigations=0 prosecutions=0 convictions=0",
    ),
    ("The ministry did not report prosecuting or convicting traffickers.", "prosecutions=0 convictions=0"),
    ("The government did not provide anti-trafficking training to its diplomats.", "people_trained=0"),
    ("The army did not train its peacekeepers on trafficking.", "people_trained=0"),
    ("The government did not provide specialized anti-trafficking training.", ""),
    ("It is unclear whether the 12 men identified as migrants were victims of forced labor.", ""),
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
    ("Officials identified 90 victims, including 70 in forced labor and 20 whose age was not specified.",
     "victims_identified=90 victims_identified=70 victims_identified=20"),
    ("Six men were convicted, four of them in a single case in Davao involving 11 girls.",
     "convictions=6 convictions=4 victims_identified=11"),
    ("Officials identified 279 victims. Two-thirds of the 279 were women repatriated from Kuwait.", "victims_identified=279"),
    ("NGOs assisted 300 victims of domestic violence.", ""),
    ("NGOs assisted 300 victims of violence and trafficking.", "victims_assisted=300"),
    ("The army rejected the claim and launched no inquiry.", ""),
    ("The academy trained 118 judges in 2013; there were 64 participants in 2012.", "people_trained=118@2013 people_trained=64@2012"),
    ("An NGO puts the number of minors in prostitution in Manila at 1,500 or more.", "victims_estimated=1500"),
    ("Neither organization obtains money from the state.", "funding=0"),
    ("NGOs received nothing from the state budget.", "funding=0"),
    ("The hotline received 52 tips about trafficking.", "calls=52"),
    ("Fishermen received no pay for two years.", ""),
    ("One trafficker received two years.", "sentences=1 sentences=24"),
    ("Raids on 12 nightclubs in September led to 31 arrests.", "arrests=31@2013-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_that_a_verb_tells(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
