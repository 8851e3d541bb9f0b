"""Figures whose verb or noun stands with another figure: lists, gaps, all but some, halves of a year."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read

CASES = [
    ("In 2013, 28 persons stood trial for trafficking, and all but five were found guilty.", "prosecutions=28@2013 convictions=23@2013"),
    ("All but five were found guilty.", ""),
    ("Police arrested all but five of the 24 traffickers.", "arrests=19"),
    ("Police arrested 24 traffickers, and prosecuted all but five of them.", "arrests=24"),
    ("The government spent $50,000 on lawyers for victims. All but five were women.", "funding=50000"),
    ("Courts tried 28 suspects. The state spent $900 on lawyers, and all but five were convicted.",
     "prosecutions=28 funding=900 convictions=23"),
    ("From January to August of 2012, police arrested 18 traffickers.", "arrests=18@2012-01/2012-08"),
    ("From January to August in 2012, police arrested 18 traffickers.", "arrests=18@2012-01/2012-08"),
    ("Courts tried 28 suspects, and all but five suspects were convicted.", "prosecutions=28"),
    ("In 2013, a man was convicted of trafficking.", "convictions=1@2013"),
    ("A woman was arrested for trafficking girls.", "arrests=1"),
    ("A man who was convicted of trafficking fled.", ""),
    ("A trafficker was not convicted.", ""),
    ("From January to March, police arrested 18 traffickers.", "arrests=18@2014-01/2014-03"),
    ("On March 15, 2011, police arrested 18 traffickers.", "arrests=18@2011-03"),
    ("On March 15, police arrested 18 traffickers.", "arrests=18@2014-03"),
    ("Eight suspects were arrested in May 2013, and a further six in August.", "arrests=8@2013-05 arrests=6@2013-08"),
    ("The shelter in Davao lodged 58 women and the one in Manila 33.", "victims_assisted=58 victims_assisted=33"),
    ("In 2013 the government identified 95 victims and NGOs 60 more.", "victims_identified=95@2013 victims_identified=60@2013"),
    ("In 2013 the police investigated 60 trafficking cases; 48 in 2012.", "investigations=60@2013 investigations=48@2012"),
    ("Eight cases were tried: six led to convictions and two to acquittals.", "prosecutions=8 convictions=6 acquittals=2"),
    ("It trained 250 officials in 12 sessions, compared with 180 the year before.", "people_trained=250 people_trained=180@previous"),
    ("In May, 115 labor inspectors, 60 prosecutors, and 40 judges received training.",
     "people_trained=115@2013-05 people_trained=60@2013-05 people_trained=40@2013-05"),
    ("Since the law entered into force in 2010, the courts have heard five cases.", "prosecutions=5@2010/2014"),
    ("None of the officials accused since 2008 has been tried.", "prosecutions=0"),
    ("Embassies repatriated 410 maids in the first half of 2013.", "victims_repatriated=410@2013-01/2013-06"),
    ("During the first ten months of 2013, 79 girls were sheltered.", "victims_assisted=79@2013-01/2013-10"),
    ("Police arrested nine men in the last quarter of 2013.", "arrests=9@2013-10/2013-12"),
    ("Prosecutors brought 16 cases involving 29 defendants in 2013.", "prosecutions=16@2013 prosecutions=29@2013"),
    ("Three hundred victims asked for help, of whom 290 were given food and shelter.", "victims_assisted=290"),
    ("The line received 1,020 calls in 2013, compared with 870 in 2012, and identified 41 victims.",
     "calls=1020@2013 calls=870@2012 victims_identified=41@2013"),
    ("The consulate sheltered 120 runaway maids and sent home 95 of them.", "victims_assisted=120 victims_repatriated=95"),
    ("Sixty-six victims were granted reflection periods (52 in 2012).", "victims_assisted=66 victims_assisted=52@2012"),
    ("The state earmarked nothing for male victims.", "funding=0"),
    ("The state spent $270,000 on shelters, half of what it had spent in 2012.", "funding=270000"),
    ("An NGO estimated that there were 60,000 children in prostitution.", "victims_estimated=60000"),
    ("Courts convicted nine offenders in 2013. Of these, seven were sentenced to five years.",
     "convictions=9@2013 sentences=7@2013 sentences=60@2013"),
    ("Courts convicted three men for forced labor and none for sex trafficking, a decline from 2012.", "convictions=3 convictions=0"),
    ("The first seven convictions were secured in 2012.", "convictions=7@2012"),
    ("Official data for 2012 states that 194 traffickers were arrested.", "arrests=194@2012"),
    ("An armed group released 286 child soldiers.", "victims_identified=286"),
    ("Some 102 prosecutions, dating from as far back as 2006, were pending at the end of 2013.", "prosecutions=102@2013"),
    ("The number of investigations dropped to 33 in 2013 from 58 in 2012.", "investigations=33@2013 investigations=58@2012"),
    ("The ministry held five courses, which 130 judges attended.", "people_trained=130"),
    ("In 2013 the center received 74 victims, as many as in 2012.", "victims_assisted=74@2013 victims_assisted=74@2012"),
    ("It referred 52 victims to NGOs (2012: 40), and NGOs found another 70.",
     "victims_referred=52 victims_referred=40@2012 victims_identified=70"),
    ("It gave NGOs $54,000 for victim services, $12,000 less than the year before.", "funding=54000"),
    ("The ministry filed criminal complaints against 11 recruiters.", "prosecutions=11"),
]  # fmt: skip


def told(found: Statistic) -> str:
    """A statistic in short: measure, number and period."""
    number = found.value if found.value is not None else found.min
    return f"{found.measure}={number or 0:.7g}" + (f"@{found.period}" if found.period else "")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_shares_the_words_of_another(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("PHL", 2014, text) if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
