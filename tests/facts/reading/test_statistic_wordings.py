"""Figures in wordings that leave out what was said before: comparisons, parts, single cases, the time of the figures before."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

COMPARED = [
    ("The embassy flew 31 trafficked women home in 2013; the year before, 19.",
     "victims_repatriated=31@2013 victims_repatriated=19@previous"),
    ("In 2013 police arrested 20 traffickers; in 2012, only six.", "arrests=20@2013 arrests=6@2012"),
    ("In 2013, 15 traffickers were tried, in 2012 eight, and in 2011 three.",
     "prosecutions=15@2013 prosecutions=8@2012 prosecutions=3@2011"),
    ("Twenty traffickers were convicted in 2013. In 2012 there were nine, and in 2011 none.",
     "convictions=20@2013 convictions=9@2012 convictions=0@2011"),
    ("The ministry trained 214 officers, as opposed to 180 last year.", "people_trained=214 people_trained=180@previous"),
    ("Prosecutors filed charges in nine trafficking cases; the attorney general had filed 12 the year before.",
     "prosecutions=9 prosecutions=12@previous"),
    ("The shelter identified and referred 20 victims, compared with 12 in 2012.",
     "victims_identified=20 victims_identified=12@2012 victims_referred=20 victims_referred=12@2012"),
    ("Police opened 30 trafficking cases against 51 suspects in 2013, compared with 41 cases and 70 suspects in 2012.",
     "investigations=30@2013 suspects=51@2013 investigations=41@2012 suspects=70@2012"),
    ("Trucks with firewood were stopped 12 times; the year before, 19.", ""),
    ("In 2013 the port handled 40 ships; in 2012, 38.", ""),
]  # fmt: skip
PARTS = [
    ("In 2013 police opened 135 trafficking cases; at least 13 involved forced labor.", "investigations=135@2013 investigations=13@2013"),
    ("Courts heard 20 trafficking cases; three were under the labor code.", "prosecutions=20 prosecutions=3"),
    ("Police identified 99 trafficking victims. Fifty-two of the total had been subjected to forced labor.",
     "victims_identified=99 victims_identified=52"),
    ("The hotline took 900 calls, 54 of which were passed to prosecutors.", "calls=900 calls=54"),
    ("A hotline for trafficking victims received 5,700 complaints.", "calls=5700"),
    ("Police received 5,700 complaints about noise.", ""),
    ("A court sentenced two recruiters of a girl of 17 for trafficking.", "sentences=2"),
    ("Police began an investigation into a mayor who kept two children as servants.", ""),
    ("Prison terms ranged from seven years to 23.", "sentences=84"),
]  # fmt: skip
SINGLE = [
    ("Courts handed down a single conviction for trafficking in 2013.", "convictions=1@2013"),
    ("Courts did not hand down a single conviction for trafficking in 2013.", "convictions=0@2013"),
    ("In 2013 there had been a single conviction of a trafficker.", "convictions=1@2013"),
    ("The courts convicted four traffickers in a single case.", "convictions=4"),
    ("An Italian hotelier was acquitted of trafficking in 2013.", "acquittals=1@2013"),
    ("A bill was adopted in 2013.", ""),
]  # fmt: skip
ENFORCED = [
    ("The court incarcerated four traffickers.", "sentences=4"),
    ("Four traffickers were put behind bars.", "sentences=4"),
    ("Seven suspected traffickers were remanded in custody.", "arrests=7"),
    ("Eight traffickers were held for trial.", "prosecutions=8"),
    ("Fourteen traffickers were hauled before the courts.", "prosecutions=14"),
    ("Prosecutors sent 398 persons to trial for trafficking.", "prosecutions=398"),
    ("Embassy staff accompanied 31 victims to court.", "victims_assisted=31"),
    ("The NGO helped two Filipino women to return home.", "victims_repatriated=2"),
    ("The academy taught 160 recruits a module on trafficking.", "people_trained=160"),
    ("Two women were prosecuted for prostitution.", ""),
    ("Two women were prosecuted for forcing girls into prostitution.", "prosecutions=2"),
    ("The police handed two girls over to welfare authorities.", "victims_referred=2"),
    ("The state gives victims a monthly allowance of $280.", ""),
]  # fmt: skip
COUNTED = [
    ("Police opened half a dozen trafficking investigations in 2013.", "investigations=6@2013"),
    ("A pair of traffickers were convicted.", "convictions=2"),
    ("A couple of dozen victims were sheltered.", "victims_assisted=24"),
    ("A lone travel agent was found guilty of trafficking.", "convictions=1"),
    ("The sole convict was sentenced to eight years.", "sentences=96"),
    ("Six cases await trial.", "prosecutions=6"),
    ("Prosecutors filed charges of trafficking against 13 people.", "prosecutions=13"),
    ("The shelter housed 90 victims, among them 12 children and a man.", "victims_assisted=90 victims_assisted=12 victims_assisted=1"),
    ("Unlike in 2012, when nobody was convicted, courts convicted four traffickers in 2013.", "convictions=0@2012 convictions=4@2013"),
    ("Not all of the 16 suspects were held for trial.", ""),
    ("State assistance for trafficking victims is nil.", ""),
]  # fmt: skip
DATED = [
    ("In mid-2013, police arrested five traffickers.", "arrests=5@2013"),
    ("Shelters cared for 88 victims in 2013, whereas the year before they had cared for 61.",
     "victims_assisted=88@2013 victims_assisted=61@previous"),
    ("From 2010 onward, three traffickers were convicted.", "convictions=3@2010/2014"),
    ("Investigations rose to 40 from 33.", "investigations=40 investigations=33@previous"),
    ("Police opened 30 trafficking cases in 2012. In the same year, 12 traffickers were convicted.",
     "investigations=30@2012 convictions=12@2012"),
    ("Courts convicted four traffickers in 2011. The following year, they convicted six.", "convictions=4@2011 convictions=6@2012"),
    ("Police opened 30 trafficking cases in 2013. Courts convicted 21 traffickers, fewer than the 30 of 2012.",
     "investigations=30@2013 convictions=21@2013 convictions=30@2012"),
    ("Police opened 30 trafficking cases in 2012. Courts convicted 21 traffickers in 2013.", "investigations=30@2012 convictions=21@2013"),
    ("Since the law was passed in September 2010, 28 traffickers have been arrested.", "arrests=28@2010/2014"),
    ("No traffickers had been convicted in the previous three years.", "convictions=0@2010/2012"),
    ("As of February, police had arrested four traffickers.", "arrests=4@2014-02"),
    ("In 2013, the state deported 95 foreign victims of trafficking, as the accord concluded in 2012 would allow.", "deportations=95@2013"),
    ("Police opened seven trafficking investigations during the first nine months of 2013 and secured four convictions.",
     "investigations=7@2013-01/2013-09 convictions=4@2013-01/2013-09"),
    ("Police reported seven investigations of forced labor in 2013 and four convictions.", "investigations=7@2013 convictions=4@2013"),
    ("Courts convicted nine traffickers and acquitted 11, whereas in 2012 there had been a single conviction.",
     "convictions=9 acquittals=11 convictions=1@2012"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*COMPARED, *PARTS, *SINGLE, *ENFORCED, *COUNTED, *DATED])
def test_a_figure_is_told_by_what_was_said_before(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
