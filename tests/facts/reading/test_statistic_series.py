"""Figures that stand to one another: parts of those told before, levels of a series, terms of one judgment after another."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read

FOUND = "Police identified 60 victims. "
PARTS = [
    ("The 60 comprised 38 girls, 12 women, and ten men.", [38, 12, 10]),
    ("The victims comprised 38 girls and 22 women.", [38, 22]),
    ("This number included 38 girls.", [38]),
    ("These consisted of 38 minors and 22 adults.", [38, 22]),
    ("Among them were 38 minors.", [38]),
    ("Among the victims were 38 minors and nine foreign nationals.", [38, 9]),
    ("Thirty-eight of the 60 victims were minors.", [38]),
    ("Half of the victims were minors.", [50]),
    ("The remaining nine were men.", [9]),
    ("Of the total, 38 victims were foreign.", [38]),
    ("A third of the money was lost.", []),
    ("The victims were aged 14 to 17.", []),
]
SERIES = [
    (
        "The unit investigated 14 cases involving 33 suspects, compared with 23 in 2019.",
        "investigations=14 suspects=33 investigations=23@2019",
    ),
    (
        "The unit investigated 14 cases involving 33 suspects, compared with 50 suspects in 2019.",
        "investigations=14 suspects=33 suspects=50@2019",
    ),
    ("The courts convicted 33 offenders, after a previous year without a single conviction.", "convictions=33 convictions=0@previous"),
    ("Police arrested 12 suspects, following a previous year with 30 arrests.", "arrests=12 arrests=30@previous"),
    ("It convicted nine traffickers in 2010 without a single acquittal.", "convictions=9@2010 acquittals=0@2010"),
    (
        "There were 22 convictions. The year before there had been 41.",
        "convictions=22 convictions=41@previous",
    ),
    (
        "Courts convicted 22 men, a sharp fall from 41 in 2012.",
        "convictions=22 convictions=41@2012",
    ),
    (
        "Courts convicted 22 men, double the previous year's 11.",
        "convictions=22 convictions=11@previous",
    ),
    (
        "Arrests fell to 24, and convictions to 10.",
        "arrests=24 convictions=10",
    ),
    (
        "Prosecutions numbered 12 and convictions three.",
        "prosecutions=12 convictions=3",
    ),
    (
        "The number of victims identified nearly doubled, from 30 to 58.",
        "victims_identified=30@previous victims_identified=58",
    ),
    (
        "They arrested 24 men (20 in 2012) and convicted 13 (15).",
        "arrests=24 arrests=20@2012 convictions=13 convictions=15@2012",
    ),
    (
        "Police identified 40 victims, fewer than in 2012, when 125 were identified.",
        "victims_identified=40 victims_identified=125@2012",
    ),
    (
        "There were 12 convictions in 2013, nine in 2012, and none in 2011.",
        "convictions=12@2013 convictions=9@2012 convictions=0@2011",
    ),
    (
        "Police identified 60 victims, up from 33 (nine of them boys) in 2012.",
        "victims_identified=60 victims_identified=33@2012 victims_identified=9@2012",
    ),
    (
        "Police opened 41 cases and prosecuted 22 men, the same number as in the previous year.",
        "investigations=41 prosecutions=22 prosecutions=22@previous",
    ),
    (
        "Police investigated 35 suspects in 21 cases.",
        "investigations=35 investigations=21",
    ),
]
TERMS = [
    ("In May 2013, a court sentenced two former guards to 12 years each.", [144.0, 2.0]),
    ("Sentences ranged from one year and six months to 12 years.", [(18.0, 144.0)]),
    ("One man was sentenced to ten years, two to five years, and one to 30 months.", [120.0, 60.0, 30.0, 1.0, 2.0, 1.0]),
    ("The court sentenced one recruiter to ten years and the other to six.", [120.0, 72.0, 1.0]),
    ("They were sentenced to five, six, and nine years.", [60.0, 72.0, 108.0]),
    ("Two offenders were sentenced to five years or more.", [60.0, 2.0]),
    ("A judge gave a recruiter six years.", [72.0]),
    ("Two victims were sentenced to six months for immigration offenses.", []),
    ("Three were placed under house arrest.", [3.0]),
    ("The recruiter received two years' probation.", [24.0]),
    ("Victims received three months' salary.", []),
    ("Employers received five days' notice of inspections.", []),
    ("Convictions result in a fine, imprisonment for up to ten years, or both.", []),
]
DENIED = [
    ("The government did not investigate and prosecute trafficking offenses, or take other steps.", []),
    ("The government did not make efforts to prosecute traffickers.", []),
    ("The government did not report efforts to prosecute traffickers.", [("prosecutions", 0, "affirmed")]),
    ("The police do not investigate cases of forced labor.", []),
    ("Without a law, the courts cannot convict any traffickers.", []),
    ("Some 40 percent of the cases had not reached trial.", []),
    ("Though victims were not to be penalized, police detained three girls.", [("arrests", 3, "affirmed")]),
    ("The police did not screen migrants before deporting 60 workers.", [("deportations", 60, "affirmed")]),
]

CARRIED = [
    (
        "Courts tried 34 men in 2013, compared with 21 in 2012, and delivered 12 convictions, against eight; they acquitted five men.",
        "prosecutions=34@2013 prosecutions=21@2012 convictions=12@2013 convictions=8@2012 acquittals=5@2013",
    ),
    (
        "Prosecutors charged 46 suspects, compared with 51 the previous year, and convicted 31, compared with 17.",
        "prosecutions=46 prosecutions=51@previous convictions=31 convictions=17@previous",
    ),
    ("The ministry inspected 900 factories in 2013 and found 32 cases of forced labor.", "investigations=32@2013"),
    ("The police formed an anti-trafficking unit in May 2013 and gave two days' training to 55 officers.", "people_trained=55"),
    ("The ministry inspected 900 factories in 2013, and courts convicted 32 traffickers.", "convictions=32"),
    (
        "In 2012 police completed 34 trafficking investigations. They also identified 88 victims.",
        "investigations=34@2012 victims_identified=88@2012",
    ),
    ("In 2012 police completed 34 trafficking investigations. Shelters housed 88 victims.", "investigations=34@2012 victims_assisted=88"),
    (
        "In 2012 police completed 34 trafficking investigations. They have also identified 88 victims.",
        "investigations=34@2012 victims_identified=88",
    ),
    (
        "Police opened 47 cases in 2013; most concerned forced labor. Seventeen persons were charged and six convicted.",
        "investigations=47@2013 prosecutions=17 convictions=6",
    ),
    ("The government did not fund any shelters or other services in 2013.", "funding=0@2013"),
]
"""What goes on with the figures just told, in the same sentence or with *also* in the next one, has their time."""

COURSE = [
    (
        "In 2013, police investigated 25 cases. Prosecutors charged 12 suspects, and courts convicted nine. Judges sentenced six.",
        "investigations=25@2013 prosecutions=12@2013 convictions=9@2013 sentences=6@2013",
    ),
    (
        "Police investigated 25 cases in 2013. Courts convicted nine traffickers, compared with 11 the previous year.",
        "investigations=25@2013 convictions=9@2013 convictions=11@previous",
    ),
    ("The courts heard 34 cases in 2013 and delivered 12 convictions.", "prosecutions=34@2013 convictions=12@2013"),
    ("Police investigated 25 cases in 2013. The Anti-Corruption Bureau arrested two traffickers.", "investigations=25@2013 arrests=2"),
    ("Police investigated 25 cases in 2013. A trafficker was arrested in Phuket.", "investigations=25@2013 arrests=1"),
    ("Police investigated 25 cases in 2013. Since then courts have convicted nine traffickers.", "investigations=25@2013 convictions=9"),
    ("Police investigated 25 cases in 2013. Courts have convicted nine traffickers.", "investigations=25@2013 convictions=9"),
    ("The government formed an anti-trafficking unit in May 2013 and prosecuted 55 traffickers.", "prosecutions=55"),
    ("Of the 20 defendants, 11 were convicted, five were acquitted, and four remained at large.", "convictions=11 acquittals=5"),
    ("The police trained 120 officers; a further 60 were to be trained in 2014.", "people_trained=120"),
    ("Courts convicted nine traffickers in 2013. Police investigated 25 cases.", "convictions=9@2013 investigations=25"),
    ("Police investigated 25 cases in 2013.\n\nCourts convicted nine traffickers.", "investigations=25@2013 convictions=9"),
    (
        "Police identified 40 victims, down from 125 in 2012, when 60 men were identified in one case. Of these 40, 17 were women.",
        "victims_identified=40 victims_identified=125@2012 victims_identified=60@2012 victims_identified=17",
    ),
    (
        "Police arrested 15 suspects in 2013 and 20 in 2012. Courts convicted nine traffickers.",
        "arrests=15@2013 arrests=20@2012 convictions=9",
    ),
]
"""The year of a stage of the cases goes on for the next, as long as nobody else is named and no other time is told."""


def figures(read: Read, text: str) -> list[Statistic]:
    return [f for f in read("THA", 2014, text) if isinstance(f, Statistic)]


@pytest.mark.parametrize(("text", "values"), PARTS)
def test_a_sentence_says_who_the_people_told_before_were(read: Read, text: str, values: list[int]) -> None:
    found = [f for f in figures(read, FOUND + text) if f.value != 60]
    assert sorted(f.value or 0 for f in found) == sorted(values)
    assert {f.measure for f in found} <= {"victims_identified"}


@pytest.mark.parametrize(("text", "expected"), [*SERIES, *CARRIED, *COURSE])
def test_figures_of_a_series_have_their_own_time(read: Read, text: str, expected: str) -> None:
    found = (f"{f.measure}={f.value or 0:g}" + (f"@{f.period}" if f.period else "") for f in figures(read, text))
    assert sorted(found) == sorted(expected.split())


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_terms_of_several_who_were_sentenced(read: Read, text: str, expected: list[object]) -> None:
    found = figures(read, text)
    terms = [(f.min, f.max) if f.min else f.value for f in found if f.unit == "months"]
    people = [f.value for f in found if f.unit != "months"]
    assert sorted(map(str, [*terms, *people])) == sorted(map(str, expected))


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_what_is_not_simply_denied_is_no_zero(read: Read, text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(f.measure, f.value, f.polarity) for f in figures(read, text)] == expected


def test_figures_that_reported_ones_are_compared_with_are_stated(read: Read) -> None:
    text = "Police reported investigating 73 cases and convicting 34 offenders, as opposed to 55 cases and 42 convictions in 2009."
    found = {f.value: (f.period, f.certainty) for f in read("GHA", 2011, text, "prosecution") if isinstance(f, Statistic)}
    assert found == {73: (None, "reported"), 34: (None, "reported"), 55: ("2009", "stated"), 42: ("2009", "stated")}
