"""Figures of law enforcement: what went on from before, one who was tried, cases of which the noun comes last, terms shared out."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

ONE = [
    ("Police arrested and charged a trafficker.", "arrests=1 prosecutions=1"),
    ("Courts acquitted a boat owner whose accuser had not come.", "acquittals=1"),
    ("The court has not convicted a trafficker.", "convictions=0"),
    ("Courts convicted a police officer of trafficking.", ""),
    ("Police arrested a woman for prostitution.", ""),
    ("Police arrested a trafficker or two.", ""),
    ("Police arrested a couple who ran a brothel.", ""),
    ("A recruiter accused of selling two girls was acquitted.", "acquittals=1"),
    ("The first trafficking conviction under the 2005 law was handed down in March 2014.", "convictions=1@2014-03"),
    ("The first conviction came in 2012.", "convictions=1@2012"),
    ("The first trial was scheduled for May.", ""),
    ("The first prosecution under the act has not been concluded.", ""),
]  # fmt: skip
NONE = [
    ("The government did not initiate new investigations.", "investigations=0"),
    ("The government did not report investigations, prosecutions, or convictions of trafficking crimes in 2012.",
     "investigations=0@2012 prosecutions=0@2012 convictions=0@2012"),
    ("The authorities have not carried out investigations or prosecutions under the law.", "investigations=0 prosecutions=0"),
    ("The government did not report investigations of officials.", ""),
    ("Authorities did not conduct thorough investigations.", ""),
    ("Police do not initiate investigations without a complaint.", ""),
    ("The government did not report data on prosecutions.", ""),
]  # fmt: skip
SHARED = [
    ("Police initiated 12 sex trafficking, three forced labor, and two forced begging investigations.",
     "investigations=12 investigations=3 investigations=2"),
    ("Authorities investigated nine sex trafficking and four forced labor cases in 2012.", "investigations=9@2012 investigations=4@2012"),
    ("Some 70 traffickers were sentenced to one to five years, 28 to more than five years.",
     "sentences=70 sentences=28 sentences=12 sentences=60"),
    ("Five traffickers received sentences of more than five years, three between one and two years.",
     "sentences=5 sentences=60 sentences=3 sentences=12"),
    ("Sentences ranged from ten to seven years.", "sentences=120"),
    ("Of the 96 convicted in 2012, 41, or 43 percent, received prison terms.", "convictions=96@2012 sentences=41@2012"),
]  # fmt: skip
COURSE = [
    ("Prosecutors initiated 569 new prosecutions and continued 1,713 begun in prior years.", "prosecutions=569 prosecutions=1713"),
    ("Courts completed prosecution of six cases, and 12 remained ongoing.", "prosecutions=6 prosecutions=12"),
    ("Authorities opened 31 investigations in 2012; 14 remained pending and five were closed.",
     "investigations=31@2012 investigations=14@2012"),
    ("Police arrested 12 suspects, and three were still free on bail.", "arrests=12"),
    ("Police opened 27 cases, 13 of which the courts heard.", "investigations=27 prosecutions=13"),
    ("Police opened 27 cases, 13 of which it forwarded to prosecutors.", "investigations=27 prosecutions=13"),
    ("Police investigated 27 cases, four of which they closed.", "investigations=27"),
    ("Some 14 cases against 29 persons were transferred to court.", "prosecutions=14 prosecutions=29"),
    ("In all, 19 suspects were picked up and arraigned in court.", "arrests=19 prosecutions=19"),
    ("Police raided 103 brothels in 2012, arresting 58 people.", "arrests=58@2012"),
    ("Of 15 convictions, only four resulted in prison time.", "convictions=15 sentences=4"),
    ("At least 60 cases were filed with police.", "investigations=60"),
    ("In total, 62 persons were held on trafficking charges.", "arrests=62"),
    ("Courts acquitted three suspects and dismissed charges against two more.", "acquittals=3"),
    ("It is unclear how many of the 22 suspects arrested were prosecuted.", "arrests=22"),
    ("Courts sentenced three traffickers arrested in 2010.", "sentences=3"),
    ("This compared with 31 investigations, 23 prosecutions, and six convictions in 2011.",
     "investigations=31@2011 prosecutions=23@2011 convictions=6@2011"),
    ("Courts convicted 23 offenders, about the same as in 2012.", "convictions=23"),
    ("Only one in five investigations led to prosecution.", "prosecutions=20"),
    ("Some 90 percent of those convicted received suspended sentences.", "sentences=90"),
    ("The 16 cases involved 21 alleged perpetrators and 45 victims.", "suspects=21 victims_identified=45"),
    ("The maximum sentence of 15 years was never imposed.", ""),
    ("An employer who held a maid for three years was fined.", ""),
    ("In 2012, police conducted 60 investigations (73 in 2011) involving 112 suspects (131 in 2011).",
     "investigations=60@2012 investigations=73@2011 suspects=112@2012 suspects=131@2011"),
    ("Seven suspects in three cases are currently standing trial.", "prosecutions=7 prosecutions=3"),
    ("There was a slight decline in prosecutions, with 17 in 2012 versus 19 in 2011.", "prosecutions=17@2012 prosecutions=19@2011"),
    ("Two convicted recruiters were ordered to pay fines.", "sentences=2"),
    ("The government recorded 1,200 cases of domestic violence.", ""),
    ("Prosecutors opened 12 cases of rape and forced prostitution.", "investigations=12"),
    ("Police arrested four men for drug smuggling.", ""),
    ("Two soldiers and a customs agent were detained.", "arrests=3"),
    ("Police arrested two men and a woman.", "arrests=3"),
    ("Courts convicted nine traffickers. The government did not report the number of investigations, compared with 14 in 2012.",
     "convictions=9 investigations=14@2012"),
    ("Northern police initiated 12 investigations, Cebu police eight, and Manila police 30.",
     "investigations=12 investigations=8 investigations=30"),
    ("The appeals court upheld three convictions and overturned one.", "convictions=3"),
    ("Prosecutors indicted a driver and a guard, and courts convicted neither.", ""),
    ("Courts convicted two men, both of whom received suspended sentences.", "convictions=2 sentences=2"),
    ("Police arrested two recruiters; both of them fled the country.", "arrests=2"),
    ("The government identified more victims than in the previous reporting period and prosecuted four traffickers.", "prosecutions=4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ONE, *NONE, *SHARED, *COURSE])
def test_a_figure_of_law_enforcement(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
