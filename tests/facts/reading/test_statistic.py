"""Figures: what is counted, by whom, when, and what is no figure."""

import pytest

from kg.facts.model import Evidence
from kg.facts.statistic import Statistic

from .conftest import Read

COUNTED = [
    ("The police had 14 trafficking cases under investigation at year's end.", "investigations=14"),
    ("Nine cases were opened, all of them into forced labor on farms.", "investigations=9"),
    ("Detectives looked into six allegations of trafficking.", "investigations=6"),
    ("Prosecutors launched 22 new probes, five more than the 17 they had launched in 2012.", "investigations=22 investigations=17"),
    ("It launched investigations into 30 cases of suspected trafficking.", "investigations=30"),
    ("Police named 12 suspects.", "suspects=12"),
    ("No one has ever been investigated for trafficking in the country.", "investigations=0"),
    ("Eight men went on trial for pimping minors.", "prosecutions=8"),
    ("Prosecutors took 11 cases to court.", "prosecutions=11"),
    ("Five trials were under way when the year closed.", "prosecutions=5"),
    ("A total of 16 people have been brought to justice.", "prosecutions=16"),
    ("Three defendants are awaiting trial.", "prosecutions=3"),
    ("Of seven defendants tried, four were convicted.", "prosecutions=7 convictions=4"),
    ("Twenty-one traffickers were prosecuted; nine were convicted, and two acquitted.", "prosecutions=21 convictions=9 acquittals=2"),
    ("The courts returned six guilty verdicts.", "convictions=6"),
    ("A lone trafficker was found guilty.", "convictions=1"),
    ("Judges handed down convictions against 13 people.", "convictions=13"),
    ("The state won five convictions.", "convictions=5"),
    ("Not a single trafficker was convicted.", "convictions=0"),
    ("The courts convicted nobody of trafficking.", "convictions=0"),
    ("There were three convictions, after none the year before.", "convictions=0 convictions=3"),
    ("There were 12 convictions, the same number as in 2013.", "convictions=12 convictions=12"),
    ("Convicted offenders were given between one and five years in jail.", "sentences=[12,60]"),
    ("He was jailed for two years.", "sentences=24"),
    ("Four of them were sent to prison for terms of three to 10 years.", "sentences=4 sentences=[36,120]"),
    ("None went to prison.", "sentences=0"),
    ("The ringleader got ten years.", "sentences=120"),
    ("Nine offenders received suspended sentences.", "sentences=9"),
    ("Forty-one people were taken into custody in the raids.", "arrests=41"),
    ("The raids led to 18 arrests.", "arrests=18"),
    ("Officers picked up three recruiters at the port.", "arrests=3"),
    ("The squad found 27 victims of trafficking.", "victims_identified=27"),
    (
        "Officials identified 44 victims, 31 in the sex trade and 13 on farms.",
        "victims_identified=44 victims_identified=31 victims_identified=13",
    ),
    ("Nine trafficked girls were rescued from bars.", "victims_identified=9"),
    ("During inspections 160 children were removed from mines.", "victims_identified=160"),
    ("No victims came to the attention of the authorities.", "victims_identified=0"),
    ("The ministry was unable to identify a single victim.", "victims_identified=0"),
    ("Eighteen women were recognized as victims.", "victims_identified=18"),
    ("The number of victims identified was 52.", "victims_identified=52"),
    ("The number of victims identified dropped to 52 from 70 the previous year.", "victims_identified=52 victims_identified=70"),
    ("Police identified 25 victims and referred all 25 to shelters.", "victims_identified=25 victims_referred=25"),
    ("Sixty-three victims stayed in government shelters.", "victims_assisted=63"),
    ("The center took care of 90 women.", "victims_assisted=90"),
    ("Shelter was given to 34 women.", "victims_assisted=34"),
    ("The ministry provided medical care to 210 victims.", "victims_assisted=210"),
    ("Fifteen children were placed in foster homes.", "victims_assisted=15"),
    ("Victims housed in the shelter numbered 41.", "victims_assisted=41"),
    ("Legal aid was provided to 70 migrant workers.", "victims_assisted=70"),
    ("No victim received any assistance.", "victims_assisted=0"),
    ("Police handed 33 victims over to NGOs for care.", "victims_referred=33"),
    ("Eight girls were transferred to a state shelter.", "victims_referred=8"),
    ("Fourteen Ethiopian women were sent home.", "victims_repatriated=14"),
    ("The embassy arranged for 55 women to return home.", "victims_repatriated=55"),
    ("It facilitated the repatriation of 23 children.", "victims_repatriated=23"),
    ("Six victims were flown home at the government's expense.", "victims_repatriated=6"),
    ("The consulate helped 19 nationals to return.", "victims_repatriated=19"),
    ("Seventy-five judges attended a seminar on trafficking.", "people_trained=75"),
    ("Training was given to more than 500 police.", "people_trained=500"),
    ("The ministry ran a course for 36 consular officers.", "people_trained=36"),
    ("Twenty prosecutors were taught how to interview victims.", "people_trained=20"),
    ("The academy instructed 1,200 cadets in victim identification.", "people_trained=1200"),
    ("The helpline fielded 350 calls.", "calls=350"),
    ("Operators answered 87 calls.", "calls=87"),
    ("The hotline handled 1,200 calls, of which 40 concerned trafficking.", "calls=1200 calls=40"),
    ("Some 300 migrants were deported.", "deportations=300"),
    ("Immigration officers expelled 75 foreigners without screening them.", "deportations=75"),
    ("The government set aside $2 million for victim care.", "funding=2000000"),
    ("Parliament voted the equivalent of $150,000 for the plan.", "funding=150000"),
    ("The state's grant to the shelter came to $45,000.", "funding=45000"),
    ("No money was allocated to implement the plan.", "funding=0"),
    ("The plan had no budget.", "funding=0"),
    ("The committee's budget rose to $500,000 from $420,000 in 2012.", "funding=500000 funding=420000"),
    ("The government did not fund any shelter.", "funding=0"),
    ("An estimated 25,000 people are held in bonded labor.", "victims_estimated=25000"),
    ("Tens of thousands of women are exploited in brothels.", "victims_estimated=[10000,]"),
    ("NGOs put the number of victims at 200,000.", "victims_estimated=200000"),
    ("In 2013, prosecutors brought 14 defendants to trial.", "prosecutions=14"),
    ("Police opened 31 investigations in 2013, six more than the 25 opened in 2012.", "investigations=31 investigations=25"),
    ("Nine traffickers were convicted in 2013; in 2012 the figure was 12.", "convictions=9 convictions=12"),
    ("Over the past year officials identified 88 victims.", "victims_identified=88"),
    ("Officials identified 88 victims during the year, up from 61 the year before.", "victims_identified=88 victims_identified=61"),
    ("There has been no conviction since 2012.", "convictions=0"),
    ("Seven investigations and three prosecutions were opened during the reporting period.", "investigations=7 prosecutions=3"),
    ("From January to June 2013 the center sheltered 44 victims.", "victims_assisted=44"),
    ("Shelters took in 130 victims in 2013 and 96 in 2012.", "victims_assisted=130 victims_assisted=96"),
    ("Arrests in 2013 totaled 22, and eight people were convicted that year.", "arrests=22 convictions=8"),
    ("In May 2013 ninety judges were trained.", "people_trained=90"),
    ("Courts convicted 16 people, 11 of whom were jailed.", "convictions=16 sentences=11"),
    ("Of the 70 victims identified, 40 were boys and 30 girls.", "victims_identified=70 victims_identified=40 victims_identified=30"),
    ("Fourteen victims were identified, nine of whom were referred to a shelter.", "victims_identified=14 victims_referred=9"),
    ("Only three of the 20 people prosecuted were convicted.", "convictions=3"),
    ("Of the 20 people prosecuted, three were convicted.", "prosecutions=20 convictions=3"),
    ("Police identified five victims (two Lao and three Cambodian).", "victims_identified=5 victims_identified=2 victims_identified=3"),
    ("Forty Cambodian beggars were deported.", "deportations=40"),
    ("Between 5,000 and 8,000 women are thought to be trafficked to Europe each year.", "victims_estimated=[5000,8000]"),
    ("A foreign study put the number of forced laborers at 600,000.", "victims_estimated=600000"),
    ("An NGO shelter was paid the equivalent of $24,000 by the state.", "funding=24000"),
    ("The plan had a budget of $1 million, half of which was never spent.", "funding=1000000 funding=50"),
    ("Of 2,000 calls to the hotline, 12 concerned trafficking.", "calls=2000 calls=12"),
    ("Sentences, most of them suspended, ran from six months to two years.", "sentences=[6,24]"),
    ("A recruiter was sentenced in absentia to five years.", "sentences=60"),
    ("The longest sentence handed down was 15 years.", "sentences=180"),
    ("Two officers were arrested, but neither was convicted.", "arrests=2 convictions=0"),
    ("Four new cases were brought to the attention of investigators and investigated.", "investigations=4"),
    ("The police referred no victims to care.", "victims_referred=0"),
    ("No victim was repatriated.", "victims_repatriated=0"),
    ("It identified three foreign victims, all of them Vietnamese.", "victims_identified=3"),
    ("The government neither prosecuted nor convicted any trafficker.", "prosecutions=0 convictions=0"),
    ("For want of a law, no one was prosecuted for trafficking.", "prosecutions=0"),
    ("Police have not opened a single investigation into forced labor.", "investigations=0"),
    ("It could point to no convictions.", "convictions=0"),
    ("The government failed to secure any convictions.", "convictions=0"),
    ("No judges were trained.", "people_trained=0"),
    ("The prosecutor won his first conviction.", ""),
    ("The country obtained its first conviction.", "convictions=1"),
    ("Indictments were filed against 18 people in seven cases.", "prosecutions=18 prosecutions=7"),
    ("Training was given to 90 clerks and judges.", "people_trained=90"),
    ("The academy trained 70 judges, prosecutors, and police officers.", "people_trained=70"),
    ("The ombudsman received complaints about nine officers and said that it referred two to a court.", "suspects=9"),
    (
        "Courts convicted five offenders: two Kenyans, two Somalis, and an Ethiopian.",
        "convictions=5 convictions=2 convictions=2 convictions=1",
    ),
    ("It assisted 30 victims. All but four of the 30 were minors.", "victims_assisted=30 victims_assisted=26"),
    (
        "It identified 23 victims. There were 20 women, no men, and three girls.",
        "victims_identified=23 victims_identified=20 victims_identified=0 victims_identified=3",
    ),
    ("Foreign victims included three Indians.", "victims_identified=3"),
    ("Of the assisted victims, 41 were minors.", "victims_assisted=41"),
    ("Estimates of 2,000 to 3,000 women are cited.", "victims_estimated=[2000,3000]"),
    ("Estimates of the number of enslaved workers range from 300 to 900.", "victims_estimated=[300,900]"),
    ("Experts speak of forced labor affecting hundreds of migrant workers.", "victims_estimated=[100,]"),
    ("There were no confirmed reports of child labor.", "children_in_labor=0"),
    ("There were no reports of prosecutions or convictions.", "prosecutions=0 convictions=0"),
    ("The fund disbursed nothing.", "funding=0"),
    ("The judge imposed eight years, the minimum.", "sentences=96"),
    ("The longest sentence was six years; the shortest, 18 months.", "sentences=72 sentences=18"),
    ("A total of 310 victims—200 women and 110 girls—were assisted.", "victims_assisted=310 victims_assisted=200 victims_assisted=110"),
    ("Nurses issued papers, without charge, to 28 victims.", "victims_assisted=28"),
    (
        "It did not identify, give shelter to, or refer to clinics any victims.",
        "victims_identified=0 victims_assisted=0 victims_referred=0",
    ),
    ("Police detained three smugglers along with 19 girls.", "arrests=3 victims_identified=19"),
    ("The bench convicted in nine cases and acquitted in four.", "convictions=9 acquittals=4"),
    ("Seven cases ended in conviction, two in acquittal.", "convictions=7 acquittals=2"),
    ("IOM assisted 44, the Red Cross 12.", "victims_assisted=44 victims_assisted=12"),
    ("The government did not prosecute or convict trafficking offenders.", "prosecutions=0 convictions=0"),
    ("The republic has never convicted traffickers.", "convictions=0"),
    ("The year ended without convictions.", "convictions=0"),
    ("Judges convicted not one recruiter.", "convictions=0"),
    ("Convictions were nil.", "convictions=0"),
    ("The courts prosecuted and censured six pimps.", "prosecutions=6"),
    ("Labor inspectors investigated 310 reports of forced labor.", "investigations=310"),
    ("Criminal proceedings were opened in five trafficking cases.", "prosecutions=5"),
    ("Thirteen trafficking cases remained pending before the courts.", "prosecutions=13"),
    ("Trials against 11 defendants went on.", "prosecutions=11"),
    ("The consulate assisted in removing 19 victims from farms.", "victims_assisted=19"),
    ("Police found twice as many victims (34) as in 2012 (17).", "victims_identified=34 victims_identified=17"),
    ("The courts convicted fewer traffickers than in 2012: eight against 13.", "convictions=8 convictions=13"),
    ("Fewer people were convicted (eight) than in 2012 (13).", "convictions=8 convictions=13"),
    ("Prosecutions numbered nine in 2013 but none in 2012.", "prosecutions=9 prosecutions=0"),
    (
        "It secured 30 prosecutions and 20 convictions. In the previous year the figures had been 11 and seven.",
        "prosecutions=30 convictions=20 prosecutions=11 convictions=7",
    ),
    ("Of 16 investigations, nine concerned sex trafficking and seven forced labor.", "investigations=16 investigations=9 investigations=7"),
    ("A trafficker from the north will serve nine years.", "sentences=108"),
    ("Penalties handed down ranged between six months and four years.", "sentences=[6,48]"),
    ("The shelter housed from 20 to 35 victims.", "victims_assisted=[20,35]"),
    ("Arrests rose by half to 45.", "arrests=45"),
    ("Six men went before a judge and four were found guilty.", "convictions=4"),
    ("Judges tried 14 suspects and found nine guilty.", "prosecutions=14 convictions=9"),
    ("The shelter had room for 30 but held six women.", "victims_assisted=6"),
    ("An NGO concluded that nine of the women had been forced into prostitution.", "victims_identified=9"),
    ("A union obtained back pay for 23 maids.", "victims_assisted=23"),
    ("It opened 21 trafficking-related investigations.", "investigations=21"),
    ("The state has not obtained a forced labor conviction.", "convictions=0"),
    ("Fourteen suspects remained in pretrial detention.", "arrests=14"),
    ("Nine cases ended in convictions with sentences of eight and 12 years.", "convictions=9 sentences=96 sentences=144"),
    ("The number of victims receiving assistance increased to 341, up from 290.", "victims_assisted=341 victims_assisted=290"),
    ("Police investigated 22 cases. Of these, prosecutors took nine to court.", "investigations=22 prosecutions=9"),
    ("Of 80 people tried, 14 were acquitted, and five died before a verdict.", "prosecutions=80 acquittals=14"),
    ("Parliament voted $90,000 for shelters, less than half the $200,000 of the year before.", "funding=90000 funding=200000"),
    ("Courts meted out anything from 20 months to seven years.", "sentences=[20,84]"),
    ("The shelters took in 500 women; 30 percent were in the end confirmed as victims.", "victims_assisted=500 victims_identified=30"),
    ("In 2013, 304 children were subject to child labor.", "children_in_labor=304"),
    ("Police arrested two sisters who forced children to beg.", "arrests=2"),
    ("The squad netted 18 traffickers.", "arrests=18"),
    ("Judges disposed of nine trafficking cases in open court.", "prosecutions=9"),
    ("Two nurses attended to 97 victims.", "victims_assisted=97"),
    ("Of these, 61 victims were turned over to NGOs.", "victims_referred=61"),
    ("Police held a seminar attended by 610 officers.", "people_trained=610"),
    ("State funding for shelters fell to $800,000, from $1.1 million.", "funding=800000 funding=1100000"),
    ("No public money was spent on prevention.", "funding=0"),
    ("Nine Uzbeks were sent home within days.", "deportations=9"),
    ("Nine victims were sent home within days.", "victims_repatriated=9"),
    ("In late 2013 there were 55 victims in shelters.", "victims_assisted=55"),
    ("Seventy victims received meals and a bus ticket.", "victims_assisted=70"),
    ("The bench convicted 14 traffickers, twice the seven of the preceding period.", "convictions=14 convictions=7"),
    ("Some 140 clerks and constables sat through a course on trafficking.", "people_trained=140"),
]
NOT_COUNTED = [
    "The government did not adequately prosecute traffickers.",
    "The government did not identify victims among vulnerable groups.",
    "The law came into force in 2011 and has 32 articles.",
    "Offenders face five to 15 years in prison.",
    "The country has three shelters with 60 beds.",
    "The committee met four times and has 12 members.",
    "Victims may remain for six months.",
    "About 200,000 migrants live in the country.",
    "Girls as young as 12 are sold.",
    "The government did not report how many people it prosecuted.",
    "The ministry did not provide data on prosecutions or convictions.",
    "It distributed 20,000 leaflets and aired 15 radio spots.",
    "Two officials were transferred to other posts.",
    "The government revoked the licenses of 14 recruitment agencies.",
    "There were no shelters for men.",
    "The police unit has 31 officers and one vehicle.",
    "Some 40 percent of the population is under 15.",
    "No one knows how many people have been trafficked.",
    "Officials estimated that the trade is worth $3 million a year.",
    "Villagers earn less than two dollars a day.",
    "The minister resigned after two weeks.",
    "A second conviction was overturned.",
    "In 2020 an appeals court quashed the 2017 convictions of two traffickers.",
    "In a first for the country, a bill was drafted.",
    "The new law provides for fines of up to $5,000.",
    "Twelve ministries sit on the committee.",
    "The embassy issues some 3,000 visas a year.",
    "Traffickers charge women up to $3,000.",
    "Children of 10 or 12 years work alongside their parents.",
    "The agency employs 45 inspectors for 2,300 factories.",
    "The hotline operates 24 hours a day, seven days a week.",
    "He had promised the girls jobs at $200 a month.",
    "It established 14 committees in 12 provinces.",
    "Posters were hung in 30 schools.",
    "Two lieutenants were dismissed; three of them had been suspended before.",
    "Women were sent back without any investigation.",
    "With thousands of migrant workers, the island has a problem of forced labor.",
    "The minimum age in such cases is 16.",
    "It did not provide sufficient funding for shelters.",
    "The shelter has a capacity of 40 victims.",
    "Citizens, both men and women, are trafficked abroad according to NGOs.",
    "Donors gave support to six NGOs.",
    "The law provides that offenders receive five to 10 years in prison.",
]
DATED = [
    ("In 2013, prosecutors brought 14 defendants to trial.", {"prosecutions=14": "2013"}),
    (
        "Police opened 31 investigations in 2013, six more than the 25 opened in 2012.",
        {"investigations=31": "2013", "investigations=25": "2012"},
    ),
    ("Nine traffickers were convicted in 2013; in 2012 the figure was 12.", {"convictions=9": "2013", "convictions=12": "2012"}),
    ("Over the past year officials identified 88 victims.", {"victims_identified=88": "reporting"}),
    (
        "Officials identified 88 victims during the year, up from 61 the year before.",
        {"victims_identified=88": "reporting", "victims_identified=61": "previous"},
    ),
    ("There has been no conviction since 2012.", {"convictions=0": "2012/2014"}),
    (
        "Seven investigations and three prosecutions were opened during the reporting period.",
        {"investigations=7": "reporting", "prosecutions=3": "reporting"},
    ),
    ("From January to June 2013 the center sheltered 44 victims.", {"victims_assisted=44": "2013-01/2013-06"}),
    ("Shelters took in 130 victims in 2013 and 96 in 2012.", {"victims_assisted=130": "2013", "victims_assisted=96": "2012"}),
    ("Arrests in 2013 totaled 22, and eight people were convicted that year.", {"arrests=22": "2013", "convictions=8": "2013"}),
    ("In May 2013 ninety judges were trained.", {"people_trained=90": "2013-05"}),
    (
        "It opened 12 cases, against 15 and 20 in 2012 and 2011, respectively.",
        {"investigations=12": None, "investigations=15": "2012", "investigations=20": "2011"},
    ),
    ("In 2013 prosecutors indicted 30 people. Nine were convicted.", {"prosecutions=30": "2013", "convictions=9": "2013"}),
    ("In 2013 prosecutors indicted 30 people. Courts convicted nine men.", {"prosecutions=30": "2013", "convictions=9": "2013"}),
    ("Seven cases were investigated, some dating to 2009.", {"investigations=7": None}),
    ("One trafficker was convicted, a decrease from 2012.", {"convictions=1": None}),
    ("No trafficker has been convicted since the code was adopted in 2006.", {"convictions=0": "2006/2014"}),
    ("There were eight arrests, the highest number since 2004.", {"arrests=8": None}),
    ("It opened 24 investigations in 2013, down from 39.", {"investigations=24": "2013", "investigations=39": "previous"}),
    ("There were 18 arrests, up from the previous year's 11.", {"arrests=18": None, "arrests=11": "previous"}),
    (
        "It told of 12 arrests and nine convictions in 2013, compared with the 15 arrests and seven convictions of 2012.",
        {"arrests=12": "2013", "convictions=9": "2013", "arrests=15": "2012", "convictions=7": "2012"},
    ),
    ("In the first half of 2013 police freed 19 girls.", {"victims_identified=19": "2013-01/2013-06"}),
    ("Police arrested 25 suspects in 2013, resulting in nine convictions.", {"arrests=25": "2013", "convictions=9": "2013"}),
    ("Police arrested 25 suspects in 2013 and charged nine.", {"arrests=25": "2013", "prosecutions=9": "2013"}),
    ("In March, 18 men were rescued from boats.", {"victims_identified=18": "2014-03"}),
    ("In October, 18 men were rescued from boats.", {"victims_identified=18": "2013-10"}),
    ("The number of victims identified in 2013 was 71.", {"victims_identified=71": "2013"}),
    ("Three men arrested in 2012 were convicted in 2013.", {"convictions=3": "2013"}),
    ("Under the 2009 law, prosecutors charged 12 people.", {"prosecutions=12": None}),
    ("In 2013 it obtained 14 convictions, and in 2012, nine.", {"convictions=14": "2013", "convictions=9": "2012"}),
    ("Like 2012, in 2013 the courts convicted nobody.", {"convictions=0": "2013"}),
]


def figures(read: Read, text: str) -> list[Statistic]:
    return [f for f in read("THA", 2014, text) if isinstance(f, Statistic)]


def said(fact: Statistic) -> str:
    """A figure as the tables above write it."""
    ends = [f"{n:g}" if n is not None and n < 1e6 else "" if n is None else str(int(n)) for n in (fact.value, fact.min, fact.max)]
    return f"{fact.measure}={ends[0]}" if fact.value is not None else f"{fact.measure}=[{ends[1]},{ends[2]}]"


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_is_read(read: Read, text: str, expected: str) -> None:
    assert {said(f) for f in figures(read, text)} == set(expected.split())


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_other_numbers_are_no_figures(read: Read, text: str) -> None:
    assert figures(read, text) == []


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_each_figure_has_its_own_period(read: Read, text: str, expected: dict[str, str]) -> None:
    assert {said(f): f.period for f in figures(read, text)} == expected


def test_a_figure_has_unit_actor_certainty_period_and_its_words(read: Read) -> None:
    text = "During the reporting period, authorities reported convicting at least 12 sex traffickers."
    assert figures(read, text) == [
        Statistic(
            doc="x",
            measure="convictions",
            value=12,
            comparator="at_least",
            unit="traffickers",
            actor="THA",
            certainty="reported",
            period="reporting",
            evidence=(Evidence(50, 88, "convicting at least 12 sex traffickers"),),
            rule="statistic.verb",
        )
    ]


def test_compared_figures_have_their_own_period_and_the_same_measure(read: Read) -> None:
    text = "Courts convicted 17 traffickers (19 in 2012), one fewer than the 18 convicted the year before."
    found = [(f.measure, f.value, f.period, f.certainty) for f in figures(read, text)]
    assert found == [
        ("convictions", 17, None, "stated"),
        ("convictions", 19, "2012", "stated"),
        ("convictions", 18, "previous", "stated"),
    ]


def test_parts_have_the_period_of_the_whole_and_their_own_exploitation(read: Read) -> None:
    text = "In 2013 it opened 33 investigations—21 for sex trafficking and 12 for forced labor—as against 30 in 2012."
    found = [(f.value, f.exploitation, f.period) for f in figures(read, text)]
    assert found == [(33, (), "2013"), (21, ("sex_trafficking",), "2013"), (12, ("forced_labor",), "2013"), (30, (), "2012")]


def test_figures_compared_one_by_one_keep_their_order(read: Read) -> None:
    text = "It prosecuted 27 defendants and convicted 12 traffickers, compared with 25 and nine, respectively, in 2012."
    found = [(f.measure, f.value, f.period) for f in figures(read, text)]
    assert found == [("prosecutions", 27, None), ("convictions", 12, None), ("prosecutions", 25, "2012"), ("convictions", 9, "2012")]


def test_a_trend_gives_both_ends(read: Read) -> None:
    found = [(f.value, f.period) for f in figures(read, "Prosecutions fell from 31 in 2012 to 18 in 2013.")]
    assert sorted(found) == [(18, "2013"), (31, "2012")]


def test_nothing_reported_is_zero_and_reported(read: Read) -> None:
    found = [(f.measure, f.value, f.polarity, f.certainty) for f in figures(read, "The government did not report prosecuting any cases.")]
    assert found == [("prosecutions", 0, "affirmed", "reported")]


def test_officials_who_were_not_punished_are_no_figure(read: Read) -> None:
    assert figures(read, "The government reported no prosecutions or convictions of complicit officials.") == []


def test_a_number_that_is_denied_is_negated(read: Read) -> None:
    found = [(f.value, f.polarity) for f in figures(read, "The 60 soldiers sent abroad were not given training about trafficking.")]
    assert found == [(60, "negated")]


@pytest.mark.parametrize("denial", ["did not ensure that", "failed to ensure that"])
def test_what_was_not_ensured_is_denied(read: Read, denial: str) -> None:
    found = figures(read, f"The government {denial} the 120 gendarmes whom it sent abroad were trained on trafficking.")
    assert [(f.value, f.polarity) for f in found] == [(120, "negated")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("NGOs identified 64 victims.", "ngo"),
        ("An international organization assisted 64 victims.", "international_organization"),
        ("NGOs and IOM assisted 64 victims.", "International Organization for Migration"),
        ("Malaysian authorities repatriated 64 victims.", "MYS"),
        ("Police in Laos rescued 64 victims.", "LAO"),
        ("According to UNICEF, 64 victims were assisted.", "UNICEF"),
        ("The ministry referred 64 victims to care.", "THA"),
        ("Some 64 victims were assisted by an NGO.", "ngo"),
        ("The NGO Hope House is small. Hope House sheltered 64 victims.", "Hope House"),
    ],
)
def test_the_actor_is_who_counted_or_acted(read: Read, text: str, actor: str) -> None:
    assert [f.actor for f in figures(read, text)] == [actor]


def test_of_two_currencies_the_dollars_are_funding(read: Read) -> None:
    text = "The state gave shelters 12 million baht ($370,000), up from nine million ($280,000) in 2012."
    assert [(f.measure, f.value, f.unit, f.period) for f in figures(read, text)] == [
        ("funding", 370000, "USD", None),
        ("funding", 280000, "USD", "2012"),
    ]


def test_terms_that_a_law_prescribes_are_no_figures(read: Read) -> None:
    text = "The law prescribes penalties of four to 10 years' imprisonment; courts sentenced two men to three years in prison."
    assert [said(f) for f in figures(read, text)] == ["sentences=2", "sentences=36"]


def test_recommendations_are_no_figures(read: Read) -> None:
    assert read("THA", 2014, "Convict at least 20 traffickers and train 100 judges.", "recommendations")[0].kind.name == "recommendation"


def test_other_reports_are_read_near_words_of_the_subject_only(read: Read) -> None:
    assert read("THA", 2022, "Police arrested 12 protesters.", "other") == ()


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("A charity in the capital puts the number of minors in prostitution at 1,500.", "reported"),
        ("A government survey put the number of minors in prostitution at 1,500.", "stated"),
        ("As many as 300 girls could be victims of sex trafficking in the mining camps.", "possible"),
        ("According to the police, ten traffickers were tried; six were convicted.", "reported"),
        ("The ministry stated it had assisted 30 victims.", "reported"),
        ("There were no confirmed reports during the year of the worst forms of child labor.", "reported"),
        ("There were no convictions for trafficking during the year.", "stated"),
    ],
)
def test_whose_figure_it_is_and_what_only_may_be_so_is_told(read: Read, text: str, certainty: str) -> None:
    assert {f.certainty for f in read("KEN", 2014, text) if isinstance(f, Statistic)} == {certainty}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 126 victims. According to the ministry, 96 of them were girls.", {126: "stated", 96: "reported"}),
        ("Police identified 126 victims. Of these, 96 were girls.", {126: "stated", 96: "stated"}),
        ("Prosecutors tried 26 alleged traffickers, 22 of them for forced labor.", {26: "stated", 22: "stated"}),
        ("A study by the ILO estimated that 28,000 children were exploited by traffickers.", {28_000: "reported"}),
        ("An estimated 28,000 children were exploited by traffickers.", {28_000: "stated"}),
    ],
)
def test_a_part_and_an_estimate_are_as_certain_as_their_own_sentence(read: Read, text: str, expected: dict[float, str]) -> None:
    assert {f.value: f.certainty for f in figures(read, text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The government reported no convictions, compared with three convictions in the previous year.",
        "Authorities did not convict anyone, compared to three convictions the previous year.",
    ],
)
def test_a_number_that_none_is_compared_with_is_not_denied(read: Read, text: str) -> None:
    found = [(f.value, f.polarity) for f in read("GTM", 2013, text) if isinstance(f, Statistic)]
    assert sorted(found) == [(0, "affirmed"), (3, "affirmed")]
