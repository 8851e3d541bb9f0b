"""Assessments: formulas of the minimum standards, and judgements of the level or trend of efforts."""

from collections.abc import Callable

import pytest

from kg.facts.assessment import Assessment
from kg.facts.model import Evidence, Fact

Read = Callable[..., tuple[Fact, ...]]


def judged(read: Read, text: str, section: str = "profile") -> list[tuple[str | None, str | None, str]]:
    """Criterion, value and polarity of what is read."""
    facts = read("NPL", 2021, text, section)
    return [(f.criterion, f.value, f.polarity) for f in facts if isinstance(f, Assessment)]


def test_the_formula_of_the_standards_gives_two_facts_with_their_clauses(read: Read) -> None:
    text = "Nepal does not fully meet the minimum standards; however, it is making significant efforts to do so."
    start = text.index("it is making")
    assert tuple(f for f in read("NPL", 2021, text, "profile") if isinstance(f, Assessment)) == (
        Assessment(
            doc="x",
            country="NPL",
            criterion="minimum_standards",
            value="not_full",
            evidence=(Evidence(0, text.index(";"), text[: text.index(";")]),),
            rule="assessment.minimum_standards",
        ),
        Assessment(
            doc="x",
            country="NPL",
            criterion="significant_efforts",
            value="yes",
            evidence=(Evidence(start, len(text) - 1, text[start:-1]),),
            rule="assessment.significant_efforts",
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania fully complies with the minimum standards.", [("minimum_standards", "full", "affirmed")]),
        ("Ruritania meets the minimum standards.", [("minimum_standards", "full", "affirmed")]),
        ("Ruritania does not comply with the minimum standards.", [("minimum_standards", "none", "affirmed")]),
        ("The government did not meet the minimum standards in several key areas.", [("minimum_standards", "not_full", "affirmed")]),
        ("It is unclear whether the government meets the minimum standards.", []),
        ("The government meets the minimum standards in some respects.", []),
        ("The plan would constitute making significant efforts to meet the minimum standards.", []),
        ("It is not making significant efforts to do so.", [("significant_efforts", "no", "affirmed")]),
    ],
)
def test_the_minimum_standards_are_met_only_where_the_text_says_so(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government did little to help victims.", [("protection_efforts", "limited", "affirmed")]),
        ("The government took no steps to identify victims.", [("protection_efforts", "limited", "affirmed")]),
        ("The government has not taken adequate steps to prosecute traffickers.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The government failed to make progress in protecting victims.", [("protection_efforts", "increased", "negated")]),
        ("The government devoted inadequate resources to victim protection.", [("protection_efforts", "limited", "affirmed")]),
        ("The government continued robust efforts to protect victims.", [("protection_efforts", "sustained", "affirmed")]),
        ("The government vigorously investigated and prosecuted such crimes.", [("prosecution_efforts", "sustained", "affirmed")]),
        ("The government has made no tangible efforts to prevent trafficking.", [("prevention_efforts", "limited", "affirmed")]),
        ("Prosecutions of offenders remained low against the scope of the problem.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The government made progress in prosecuting offenders.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Law enforcement made modest progress, including two arrests.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Prosecutions decreased, victim identification was inadequate.", [("protection_efforts", "limited", "affirmed")]),
        ("Referrals of victims rose and protection was weak.", [("protection_efforts", "limited", "affirmed")]),
        ("Little progress was made in convicting traffickers.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The government demonstrated decreased efforts to prevent trafficking.", [("prevention_efforts", "decreased", "affirmed")]),
        ("Prevention efforts flagged over the year.", [("prevention_efforts", "limited", "affirmed")]),
        ("Efforts to identify victims fell short.", [("protection_efforts", "limited", "affirmed")]),
        ("The government lacked the political will to combat trafficking.", [("overall_efforts", "limited", "affirmed")]),
        ("Victim identification and referral remained weak.", [("protection_efforts", "limited", "affirmed")]),
        ("Law enforcement efforts improved markedly.", [("prosecution_efforts", "increased", "affirmed")]),
        ("The government provided minimal assistance to victims.", [("protection_efforts", "limited", "affirmed")]),
        ("The government's commitment to prosecuting traffickers waned.", [("prosecution_efforts", "decreased", "affirmed")]),
        ("The government did not improve victim protection.", [("protection_efforts", "increased", "negated")]),
        ("It failed to show evidence of increasing efforts to combat trafficking.", [("overall_efforts", "increased", "negated")]),
        ("The government did not effectively enforce the law.", [("prosecution_efforts", "limited", "affirmed")]),
    ],
)
def test_a_sentence_that_judges_the_level_or_trend_of_efforts_is_an_assessment(
    read: Read, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert judged(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NGOs made significant efforts to protect victims.",
        "The government should increase efforts to prosecute traffickers.",
        "The government pledged to improve victim protection efforts.",
        "Greater efforts are needed to protect victims.",
        "The government made efforts to combat trafficking.",
        "The government provided no assistance to the three victims.",
        "The law increased protections for victims.",
        "The number of prosecutions fell from 12 to six.",
        "The government does not share information on its anti-trafficking efforts.",
    ],
)
def test_a_plan_a_gap_a_count_or_somebody_elses_work_is_no_assessment(read: Read, text: str) -> None:
    assert judged(read, text) == []


def test_efforts_made_by_something_are_overall_efforts(read: Read) -> None:
    text = "The government increased its efforts by prosecuting 10 individuals, opening a shelter, and training police."
    assert judged(read, text) == [("overall_efforts", "increased", "affirmed")]


def test_efforts_for_two_ends_are_judged_in_both_areas(read: Read) -> None:
    text = "The government made few efforts to punish traffickers or proactively identify victims."
    assert judged(read, text) == [
        ("prosecution_efforts", "limited", "affirmed"),
        ("protection_efforts", "limited", "affirmed"),
    ]


def test_what_is_not_evidenced_is_limited_in_each_area(read: Read) -> None:
    text = "It did not provide evidence that it prosecuted traffickers, protected victims, or ran programs to prevent trafficking."
    assert judged(read, text) == [
        ("prevention_efforts", "limited", "affirmed"),
        ("prosecution_efforts", "limited", "affirmed"),
        ("protection_efforts", "limited", "affirmed"),
    ]


def test_efforts_without_a_purpose_belong_to_their_section(read: Read) -> None:
    assert judged(read, "The government sustained its anti-trafficking efforts.", section="prevention") == [
        ("prevention_efforts", "sustained", "affirmed")
    ]


def test_recommendations_hold_no_assessments(read: Read) -> None:
    assert judged(read, "Make greater efforts to protect victims.", section="recommendations") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("These steps have not yet resulted in concrete improvements to victim care.", ("protection_efforts", "increased", "negated")),
        ("Prevention was a mixed picture.", ("prevention_efforts", "limited", "affirmed")),
        ("Police failed to fully implement victim referral procedures.", ("protection_efforts", "limited", "affirmed")),
        ("Its failure to apply effective criminal penalties stands out.", ("prosecution_efforts", "limited", "affirmed")),
    ],
)
def test_results_not_brought_and_means_not_applied_are_judgements(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert judged(read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prevention efforts decreased and protection efforts were weak.",
            [("prevention_efforts", "decreased", "affirmed"), ("protection_efforts", "limited", "affirmed")],
        ),
        ("No traffickers were convicted and victim identification remained inadequate.", [("protection_efforts", "limited", "affirmed")]),
        ("NGOs ran shelters, but victim protection remained weak.", [("protection_efforts", "limited", "affirmed")]),
        ("Victim services, particularly for men, remained limited.", [("protection_efforts", "limited", "affirmed")]),
        ("Authorities made modest progress in prosecutions.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Authorities made limited progress in prosecutions.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Police made a significant increase in efforts, with 30 arrests.", [("prosecution_efforts", "increased", "affirmed")]),
        ("The government continued an awareness campaign.", [("prevention_efforts", "sustained", "affirmed")]),
        ("The government lacks victim protection services.", [("protection_efforts", "limited", "affirmed")]),
        ("The government provided no victim services.", [("protection_efforts", "limited", "affirmed")]),
        ("The government failed to identify and refer victims.", [("protection_efforts", "limited", "affirmed")]),
        ("The government failed to prosecute any officials.", []),
        ("The government did more to assist victims.", [("protection_efforts", "increased", "affirmed")]),
        ("There was insufficient evidence of increasing efforts.", [("overall_efforts", "increased", "negated")]),
        ("It could not show that it was doing more than in 2005.", [("overall_efforts", "increased", "negated")]),
        ("Preventive work gained momentum.", [("prevention_efforts", "increased", "affirmed")]),
        ("The government stepped up police work.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Prevention was all but absent.", [("prevention_efforts", "limited", "affirmed")]),
        ("The government put more effort into prevention.", [("prevention_efforts", "increased", "affirmed")]),
        ("Assistance to victims stayed at the level of 2009.", [("protection_efforts", "sustained", "affirmed")]),
        ("Little was done to prevent trafficking.", [("prevention_efforts", "limited", "affirmed")]),
        ("Law enforcement efforts continued to improve.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Authorities provided them with no legal protection.", []),
        ("NGOs provided no services to victims.", []),
    ],
)
def test_judgements_are_told_in_many_ways(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was not deemed to be making significant efforts to do so.", [("significant_efforts", "no", "affirmed")]),
        ("The government did not take steps to increase its efforts to combat trafficking.", [("overall_efforts", "increased", "negated")]),
        (
            "Neither prosecution nor protection efforts improved.",
            [("prosecution_efforts", "increased", "negated"), ("protection_efforts", "increased", "negated")],
        ),
        ("The government ceased its efforts to raise awareness.", [("prevention_efforts", "decreased", "affirmed")]),
        ("The government no longer made efforts to identify victims.", [("protection_efforts", "limited", "affirmed")]),
        ("Without greater efforts, trafficking will continue.", []),
    ],
)
def test_denials_told_in_other_words_are_denials(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


def test_work_left_undone_in_several_areas_is_a_judgement_of_each(read: Read) -> None:
    none = "The government did not prosecute traffickers, assist victims, or take steps to raise awareness of the problem."
    assert judged(read, none) == [
        ("prevention_efforts", "limited", "affirmed"),
        ("prosecution_efforts", "limited", "affirmed"),
        ("protection_efforts", "limited", "affirmed"),
    ]
    assert judged(read, "The government did not prosecute any traffickers or assist any victims.") == []
    assert judged(read, "The government did not prosecute traffickers who held girls.") == []


def test_what_impedes_a_governments_ability_is_a_judgement_of_its_efforts(read: Read) -> None:
    assert judged(read, "The war impeded the government's ability to combat trafficking.") == [("overall_efforts", "limited", "affirmed")]
    assert judged(read, "Fear of reprisal hampered the government's ability to interview girls.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The police made no effort to fight trafficking through prosecution or prevention.",
            [("prevention_efforts", "limited", "affirmed"), ("prosecution_efforts", "limited", "affirmed")],
        ),
        ("The courts did not convict and punish a significant number of traffickers.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The inspectors are poor at identifying victims.", [("protection_efforts", "limited", "affirmed")]),
        ("Child trafficking gets little official attention.", [("overall_efforts", "limited", "affirmed")]),
        (
            "Protection efforts were weak but improving.",
            [("protection_efforts", "increased", "affirmed"), ("protection_efforts", "limited", "affirmed")],
        ),
        ("Awareness-raising activities were sustained.", [("prevention_efforts", "sustained", "affirmed")]),
        ("Little was done to stop child begging.", [("prevention_efforts", "limited", "affirmed")]),
        ("Bribery hampers efforts to bring traffickers to justice.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Efforts to prosecute traffickers were about the same as before.", [("prosecution_efforts", "sustained", "affirmed")]),
        ("Identification of victims was carried out on an ad hoc basis.", [("protection_efforts", "limited", "affirmed")]),
        ("Raids were carried out in a haphazard manner.", []),
        ("Government assistance remained limited.", [("protection_efforts", "limited", "affirmed")]),
        ("The state conducted awareness-raising activities on trafficking, and continued work on its rules.", []),
    ],
)
def test_levels_told_in_other_words(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(judged(read, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government made key achievements to do so during the reporting period.", [("overall_efforts", "increased", "affirmed")]),
        ("Officials made significant achievements during the year.", [("overall_efforts", "increased", "affirmed")]),
        ("The government had made no significant achievements.", []),
        ("The NGO made key achievements during the year.", []),
        ("Authorities maintained robust law enforcement against traffickers.", [("prosecution_efforts", "sustained", "affirmed")]),
        ("Law enforcement data for the year were not available.", []),
        ("Police showed no comparable progress.", [("prosecution_efforts", "increased", "negated")]),
        ("Courts suspended most sentences.", []),
        ("The number of convictions was fewer than the year before.", []),
        ("Officials consider that they have made significant efforts.", []),
        ("The government has made significant efforts to comply.", [("significant_efforts", "yes", "affirmed")]),
    ],
)
def test_achievements_are_judged_and_data_and_claims_are_not(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


def test_overall_efforts_are_those_of_all_areas_in_every_section(read: Read) -> None:
    text = "The government showed weak overall efforts. Serious and sustained efforts were not made. It made weak efforts."
    found = [(f.criterion, f.value) for f in read("NPL", 2020, text, "prosecution") if isinstance(f, Assessment)]
    assert found[0] == ("overall_efforts", "limited")
    assert found[-1] == ("prosecution_efforts", "limited")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The efforts were not serious and sustained compared with those of the year before.", ("overall_efforts", "sustained", "negated")),
        ("Its efforts to prosecute traffickers showed no real change.", ("prosecution_efforts", "sustained", "affirmed")),
        ("State aid for victims was nil.", ("protection_efforts", "limited", "affirmed")),
        ("Help for victims remains scarce.", ("protection_efforts", "limited", "affirmed")),
    ],
)
def test_what_is_not_kept_up_or_hardly_there(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    found = [(f.criterion, f.value, f.polarity) for f in read("NPL", 2020, text, "profile") if isinstance(f, Assessment)]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The protection that victims receive is still inadequate.", [("protection_efforts", "limited", "affirmed")]),
        ("The protection that witnesses receive is inadequate.", []),
        ("Nepal stepped up its prevention campaign.", [("prevention_efforts", "increased", "affirmed")]),
        ("Police strengthened their crackdown on traffickers.", [("prosecution_efforts", "increased", "affirmed")]),
        ("Police launched a crackdown on brothels.", []),
        ("Courts enforced the law unevenly.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Courts enforced laws against trafficking inconsistently.", [("prosecution_efforts", "limited", "affirmed")]),
    ],
)
def test_campaigns_services_and_laws_are_judged_by_what_stands_behind_them(
    read: Read, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert judged(read, text) == expected


def test_in_a_report_on_many_subjects_help_for_others_is_not_judged(read: Read) -> None:
    text = "Trafficking occurs. The government provided little protection to refugees. It provided little protection to victims."
    assert [f.evidence[0].quote for f in read("NPL", 2020, text, "other") if isinstance(f, Assessment)] == [
        "It provided little protection to victims"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government made no effort to enforce its 2009 anti-trafficking law.", [None]),
        ("Little progress was made in implementing the 2010-2016 national action plan.", [None]),
        ("In 2012 the government increased its efforts to enforce the 2004 Trafficking in Persons Act.", ["2012"]),
        ("The government increased its prosecution efforts during the 2010 reporting period.", ["2010"]),
    ],
)
def test_the_year_of_a_law_or_plan_is_no_period(read: Read, text: str, expected: list[str | None]) -> None:
    assert [f.period for f in read("NPL", 2021, text, "profile") if isinstance(f, Assessment)] == expected


LIMITED = ("protection_efforts", "limited", "affirmed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Government gives little to victims.", [LIMITED]),
        ("It does little for victims, although what it does has improved.", [LIMITED, ("protection_efforts", "increased", "affirmed")]),
        ("Victims receive only limited help from the state.", [LIMITED]),
        ("Victims receive little help from NGOs.", []),
        ("Few services were available to victims.", [LIMITED]),
        ("The government failed to provide victims with protective services.", [LIMITED]),
        ("The government relies on NGOs and provides virtually no services to victims.", [LIMITED]),
        ("NGOs gave little to victims.", []),
        ("State support for victims is negligible.", [LIMITED]),
    ],
)
def test_what_little_victims_are_given_is_judged(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("Services remained inadequate.", "protection", [LIMITED]),
        ("Services remained inadequate.", "prosecution", []),
        ("Medical services remained inadequate.", "protection", []),
        ("The quality of services improved.", "protection", [("protection_efforts", "increased", "affirmed")]),
        ("The authorities' efforts in this area were inconsistent.", "protection", [LIMITED]),
        ("The authorities' efforts in this area were inconsistent.", "profile", []),
    ],
)
def test_what_names_no_area_is_judged_in_the_section_of_one(
    read: Read, text: str, section: str, expected: list[tuple[str, str, str]]
) -> None:
    assert judged(read, text, section) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resources, inspections, and remediation were inadequate.", True),
        ("Resources, inspections, and remediation were generally adequate.", False),
        ("Penalties were rarely applied against violators.", True),
        ("Penalties were regularly applied against violators.", False),
        ("Very few traffickers were brought to justice.", True),
        ("Courts rarely prosecuted traffickers.", True),
        ("Prosecutions of traffickers remained rare.", True),
        ("Prosecutions of complicit officials remained rare.", False),
        ("The handling of trafficking cases was slow.", True),
        ("Data on law enforcement were poor.", False),
        ("Lack of funds limits the government's ability to prosecute traffickers.", True),
        ("The fear of witnesses limits the government's ability to prosecute traffickers.", False),
    ],
)
def test_law_enforcement_is_weak_where_little_of_it_is_done(read: Read, text: str, expected: bool) -> None:
    assert judged(read, text) == ([("prosecution_efforts", "limited", "affirmed")] if expected else [])


def test_in_a_report_on_many_subjects_prosecutions_are_judged_only_where_their_matter_is_named(read: Read) -> None:
    text = "Prosecutions of hate crimes were rare. Prosecutions of traffickers were rare."
    assert [f.evidence[0].quote for f in read("NPL", 2020, text, "other") if isinstance(f, Assessment)] == [
        "Prosecutions of traffickers were rare"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government made some efforts to prevent trafficking.", [("prevention_efforts", "limited", "affirmed")]),
        ("The government reduced its already weak efforts to prevent trafficking.", [("prevention_efforts", "decreased", "affirmed")]),
        ("The government took significant steps to prevent trafficking.", [("prevention_efforts", "increased", "affirmed")]),
        ("The government did not take significant steps to prevent trafficking.", [("prevention_efforts", "limited", "affirmed")]),
        ("Its efforts to prevent trafficking, while growing, were insufficient.", [("prevention_efforts", "limited", "affirmed")]),
        ("Its efforts have not kept pace with the problem.", [("overall_efforts", "limited", "affirmed")]),
        ("The government has an excellent record of preventing trafficking.", [("prevention_efforts", "sustained", "affirmed")]),
        ("The government stepped up its fight against trafficking.", [("overall_efforts", "increased", "affirmed")]),
        ("NGOs increased their efforts to prevent trafficking.", []),
        ("NGOs and the government increased their efforts to prevent trafficking.", [("prevention_efforts", "increased", "affirmed")]),
    ],
)
def test_some_already_and_others_change_what_efforts_are(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penalties were rarely applied against violators.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Penalties for violations were seldom imposed.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Resources, inspections, and remediation were inadequate.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The ministry lacked sufficient resources to conduct inspections.", [("prosecution_efforts", "limited", "affirmed")]),
        ("A shortage of inspectors and vehicles impeded investigations.", [("prosecution_efforts", "limited", "affirmed")]),
        ("Penalties were regularly applied against violators.", []),
        ("Resources, inspections, and remediation were adequate.", []),
    ],
)
def test_penalties_and_inspections_that_are_hardly_there_are_weak_enforcement(
    read: Read, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert judged(read, f"The law prohibits forced labor. {text}", "other") == expected


@pytest.mark.parametrize(
    ("text", "judgements"),
    [
        ("Discrimination: The law bans discrimination against women. The government did not effectively enforce the law.", 0),
        ("Criminalization: The code forbids acts between men. The government did not enforce the law.", 0),
        ("The law prohibits forced labor. The government did not effectively enforce the law.", 1),
        ("The law prohibits forced labor.\n\nThe government did not effectively enforce the law.", 1),
        ("The government did not effectively enforce the law. Observers said that inspectors overlooked forced labor.", 1),
        ("## b. Prohibition of Forced or Compulsory Labor\n\nThe government did not effectively enforce the law.", 1),
    ],
)
def test_in_a_report_on_many_subjects_the_enforcement_of_other_laws_is_not_judged(read: Read, text: str, judgements: int) -> None:
    assert len(judged(read, text, "other")) == judgements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It knows of trafficking but has done little to address it.", [("overall_efforts", "limited", "affirmed")]),
        ("The government intensified its campaign against trafficking.", [("overall_efforts", "increased", "affirmed")]),
        ("The government launched a campaign against trafficking.", []),
        ("Serious shortcomings remain in victim protection.", [LIMITED]),
        ("The government showed renewed commitment to fight trafficking.", [("overall_efforts", "increased", "affirmed")]),
        ("The government took no meaningful action against trafficking.", [("overall_efforts", "limited", "affirmed")]),
        ("The government took no action against the officer.", []),
        ("The government showed a lack of will to prosecute traffickers.", [("prosecution_efforts", "limited", "affirmed")]),
        ("The government lacks adequate capacity to protect victims.", [LIMITED]),
        ("The government undertook some efforts to improve its protection of victims.", []),
        ("The treatment of victims remained poor.", [LIMITED]),
        ("Albania's response to trafficking is in its infancy.", [("overall_efforts", "limited", "affirmed")]),
    ],
)
def test_what_is_wanting_and_what_is_renewed(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text) == expected


OVERALL_UP = ("overall_efforts", "increased", "affirmed")
ENFORCED = ("prosecution_efforts", "limited", "affirmed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The police enforced the ban on forced labor, and they made greater efforts to do so.",
            [("prosecution_efforts", "increased", "affirmed")],
        ),
        ("The government enforced the law on forced labor in cities but did not do so effectively elsewhere.", [ENFORCED]),
        ("Inspections of farms for forced labor remained infrequent.", [ENFORCED]),
        ("Laws against forced labor were enforced inconsistently.", [ENFORCED]),
        ("The law on forced labor passed in 2009, but its implementation was not always effective.", [ENFORCED]),
        ("The government did not take action against brothel owners or traffickers.", [ENFORCED]),
        ("Efforts to eliminate forced begging were largely ineffective.", [("prevention_efforts", "limited", "affirmed")]),
        ("The government improved the quality of victim services.", [("protection_efforts", "increased", "affirmed")]),
        ("Law enforcement efforts to identify trafficking victims improved.", [("protection_efforts", "increased", "affirmed")]),
        ("Corruption continued to hinder progress in combating trafficking.", [("overall_efforts", "limited", "affirmed")]),
        ("Campaigns to raise awareness of trafficking continued.", [("prevention_efforts", "sustained", "affirmed")]),
        ("Police did not take proactive measures to identify victims.", [LIMITED]),
        ("The country made an advancement in eliminating the worst forms of child labor.", [OVERALL_UP]),
    ],
)
def test_judgements_as_reports_on_human_rights_have_them(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert judged(read, text, "other") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Penalties for forced labor were insufficient to deter violations.",
        "The trafficking victims had sued, but the police did not enforce the court order.",
        "Labor inspections found forced labor; a study of the camps indicated gaps in shelter and health services.",
        "Inspections were limited to the formal sector, where forced labor is unknown.",
        "The government did not take action against complicit officials or traffickers.",
        "The government conducted campaigns to raise awareness of trafficking.",
    ],
)
def test_what_reports_on_human_rights_tell_without_judging_efforts(read: Read, text: str) -> None:
    assert judged(read, text, "other") == []


def test_what_others_criticize_is_reported(read: Read) -> None:
    facts = read("NPL", 2021, "NGOs criticized the authorities for failing to identify victims of trafficking.", "protection")
    assert [f.certainty for f in facts if isinstance(f, Assessment)] == ["reported"]
