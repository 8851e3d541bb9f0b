"""Laws: titles, provisions, years, what they forbid and prescribe, and those that do not exist."""

import pytest

from kg.facts.law import Law

from .conftest import Read

Row = tuple[str | None, str | None, int | None, tuple[str, ...], float | None, float | None, bool | None, str]

ONE = [
    (
        "Section 22 of the Sexual Offences Act prohibits child prostitution and prescribes penalties of six to 20 years’ imprisonment.",
        ("Sexual Offences Act", "Section 22", None, ("sex_trafficking",), 72, 240, None, "affirmed"),
    ),
    (
        "Kenya prohibits all trafficking through its 2010 Counter-Trafficking in Persons Act, which prescribes 30 years to life in prison.",
        ("Counter-Trafficking in Persons Act", None, 2010, ("all_forms",), 360, None, True, "affirmed"),
    ),
    (
        "The government enacted a comprehensive anti-trafficking law in 2012.",
        ("anti-trafficking law", None, 2012, (), None, None, None, "affirmed"),
    ),
    ("No plan was made to go with the anti-trafficking law (2013)", ("anti-trafficking law", None, None, (), None, None, None, "affirmed")),
    (
        "Inspectors did not enforce the law prohibiting employers from keeping workers’ passports.",
        ("law prohibiting employers from keeping workers’ passports", None, None, (), None, None, None, "affirmed"),
    ),
    (
        "The Law Against Violence, Exploitation, and Trafficking of 2009 prescribed penalties of eight to 18 years’ imprisonment.",
        ("Law Against Violence, Exploitation, and Trafficking", None, 2009, ("all_forms",), 96, 216, None, "affirmed"),
    ),
    (
        "As the Penal Code prohibits forced labor, prosecutors use it.",
        ("Penal Code", None, None, ("forced_labor",), None, None, None, "affirmed"),
    ),
    ("Courts did not apply the Victims Act (2005).", ("Victims Act", None, 2005, (), None, None, None, "affirmed")),
    ("The Victims Act entered into force in January 2012.", ("Victims Act", None, 2012, (), None, None, None, "affirmed")),
    (
        "A 2013 amendment to the Immigration Law raised the maximum penalty for trafficking from 10 to 20 years’ imprisonment.",
        ("Immigration Law", None, 2013, (), None, 240, None, "affirmed"),
    ),
    (
        "Nine men were convicted under Section 51 of the Penal Code for trafficking.",
        ("Penal Code", "Section 51", None, (), None, None, None, "affirmed"),
    ),
    ("The government does not have a specific trafficking law.", ("trafficking law", None, None, (), None, None, None, "negated")),
    ("The penal code does not specifically prohibit trafficking.", ("penal code", None, None, ("all_forms",), None, None, None, "negated")),
    ("Kenyan law does not prohibit all forms of trafficking.", (None, None, None, ("all_forms",), None, None, None, "negated")),
    (
        "Prosecutors fell back on statutes against pimping and false imprisonment to jail traffickers.",
        ("statutes against pimping and false imprisonment", None, None, (), None, None, None, "affirmed"),
    ),
    (
        "Police charged traffickers under laws punishing rape, abduction, and assault.",
        ("laws punishing rape, abduction, and assault", None, None, (), None, None, None, "affirmed"),
    ),
    (
        "The legislature passed a law criminalizing human trafficking in 2006.",
        ("law criminalizing human trafficking", None, 2006, ("all_forms",), None, None, None, "affirmed"),
    ),
    (
        "A 2012 law criminalizing the sale of children, child prostitution, and child labor is weak.",
        (
            "law criminalizing the sale of children, child prostitution, and child labor",
            None,
            2012,
            ("sex_trafficking",),
            None,
            None,
            None,
            "affirmed",
        ),
    ),
    (
        "Pimping is a crime under Article 188 and carries three to eight years.",
        (None, "Article 188", None, ("sex_trafficking",), 36, 96, None, "affirmed"),
    ),
    ("Nothing in the penal code makes trafficking a crime.", ("penal code", None, None, ("all_forms",), None, None, None, "negated")),
    ("The Employment Act does not cover domestic workers.", ("Employment Act", None, None, (), None, None, None, "affirmed")),
    ("Debt bondage is not a crime under Kenyan law.", (None, None, None, ("debt_bondage",), None, None, None, "negated")),
    (
        "Parliament failed to enact anti-trafficking legislation.",
        ("anti-trafficking legislation", None, None, (), None, None, None, "negated"),
    ),
    (
        "The republic lacks a comprehensive trafficking law.",
        ("trafficking law", None, None, ("all_forms",), None, None, None, "negated"),
    ),
    (
        "The state has not enacted legislation targeting forced labor.",
        (None, None, None, ("forced_labor",), None, None, None, "negated"),
    ),
    (
        "In 2012 the senate passed legislation outlawing all forms of trafficking.",
        ("legislation outlawing all forms of trafficking", None, 2012, ("all_forms",), None, None, None, "affirmed"),
    ),
    (
        "A 2008 royal decree bans forced labor.",
        ("royal decree", None, 2008, ("forced_labor",), None, None, None, "affirmed"),
    ),
    (
        "A Ministry of Labor order bars children from quarry work.",
        ("Ministry of Labor order", None, None, (), None, None, None, "affirmed"),
    ),
    ("Kenya lacks a law that criminalizes trafficking.", (None, None, None, ("all_forms",), None, None, None, "negated")),
    ("Kenya lacks legislation prohibiting forced labor.", (None, None, None, ("forced_labor",), None, None, None, "negated")),
    ("Kenyan law falls short of outlawing debt bondage.", (None, None, None, ("debt_bondage",), None, None, None, "negated")),
    (
        "The penal code stops short of prohibiting all forms of trafficking.",
        ("penal code", None, None, ("all_forms",), None, None, None, "negated"),
    ),
    ("Nor does the law criminalize debt bondage.", (None, None, None, ("debt_bondage",), None, None, None, "negated")),
    (
        "The assembly passed new anti-trafficking legislation.",
        ("anti-trafficking legislation", None, None, (), None, None, None, "affirmed"),
    ),
    (
        "Penalties under the Sexual Offences Act range from 10 years to life.",
        ("Sexual Offences Act", None, None, (), 120, None, True, "affirmed"),
    ),
    (
        "The Organized Crime Act (OCA) of 2004 criminalizes trafficking.",
        ("Organized Crime Act", None, 2004, ("all_forms",), None, None, None, "affirmed"),
    ),
    ("Kenya does not prohibit all forms of trafficking.", (None, None, None, ("all_forms",), None, None, None, "negated")),
    ("The state did not have a law that criminalized forced labor.", (None, None, None, ("forced_labor",), None, None, None, "negated")),
    ("The penal code is silent on debt bondage.", ("penal code", None, None, ("debt_bondage",), None, None, None, "negated")),
    (
        "No article of the penal code deals with forced marriage.",
        ("penal code", None, None, ("forced_marriage",), None, None, None, "negated"),
    ),
    ("Trafficking is not a crime under the penal code.", ("penal code", None, None, ("all_forms",), None, None, None, "negated")),
    (
        "The Children’s Act makes forced begging a crime.",
        ("Children’s Act", None, None, ("forced_begging",), None, None, None, "affirmed"),
    ),
    (
        "Kenya’s anti-trafficking law of 2010, Law No. 8, forbids all forms of trafficking.",
        ("anti-trafficking law", None, 2010, ("all_forms",), None, None, None, "affirmed"),
    ),
    (
        "Section 5 of the Employment Act prohibits forced labor; offenders face between two and nine years behind bars.",
        ("Employment Act", "Section 5", None, ("forced_labor",), 24, 108, None, "affirmed"),
    ),
    (
        "Section 5 of the Employment Act forbids forced labor and prescribes a fine or two years’ imprisonment.",
        ("Employment Act", "Section 5", None, ("forced_labor",), None, 24, None, "affirmed"),
    ),
    (
        "Law 12 of 2009, the Act against Human Trafficking, criminalized labor trafficking and prescribed eight to 20 years’ imprisonment.",
        ("Act against Human Trafficking", "Law 12", 2009, ("forced_labor",), 96, 240, None, "affirmed"),
    ),
    (
        "Article 130 required a demonstration of force or fraud to constitute child sex trafficking.",
        (None, "Article 130", None, ("sex_trafficking",), None, None, None, "affirmed"),
    ),
    (
        "The revised penal code imposes one to three years’ imprisonment for forced labor.",
        ("penal code", None, None, ("forced_labor",), 12, 36, None, "affirmed"),
    ),
    (
        "Under the penal code, forced labor carries a penalty of up to eight years’ imprisonment.",
        ("penal code", None, None, ("forced_labor",), None, 96, None, "affirmed"),
    ),
    (
        "Traffickers face a fine of one million shillings, 30 years’ imprisonment, or both, under the Trafficking Act of 2018.",
        ("Trafficking Act of 2018", None, 2018, (), None, 360, None, "affirmed"),
    ),
    (
        "The Labor Act prohibits forced labor with terms of six to 12 years, rising to 20 where the victim is a child.",
        ("Labor Act", None, None, ("forced_labor",), 72, 240, None, "affirmed"),
    ),
    (
        "The Labor Act prohibits forced labor with terms of six to 12 years and fines rising to 50,000 rupees.",
        ("Labor Act", None, None, ("forced_labor",), 72, 144, None, "affirmed"),
    ),
    (
        "The Labor Act prohibits forced labor with up to six years’ imprisonment and a fine of 900 rupees, rising to 20.",
        ("Labor Act", None, None, ("forced_labor",), None, 72, None, "affirmed"),
    ),
    (
        "The draft anti-trafficking law, sent to parliament in 2012, had not been adopted by the end of the year.",
        ("anti-trafficking law", None, None, (), None, None, None, "negated"),
    ),
    (
        "Legislation that would prohibit all forms of trafficking remained pending.",
        ("Legislation that would prohibit all forms of trafficking", None, None, ("all_forms",), None, None, None, "negated"),
    ),
    (
        "The law does not sufficiently prohibit, however, the trafficking of children.",
        (None, None, None, ("all_forms",), None, None, None, "negated"),
    ),
    (
        "Section 5 of the Employment Act punishes forced labor with no more than a decade in prison.",
        ("Employment Act", "Section 5", None, ("forced_labor",), None, 120, None, "affirmed"),
    ),
    (
        "Parliament raised the minimum penalty under its Penal Code, which covers forced labor, from two to six years in prison.",
        ("Penal Code", None, None, ("forced_labor",), 72, None, None, "affirmed"),
    ),
    (
        "The amended Penal Code raised penalties for slavery from one to three years in prison to four to nine years in prison.",
        ("Penal Code", None, None, (), 48, 108, None, "affirmed"),
    ),
    (
        "The Anti-Trafficking Act provides prison terms of up to 12 years for forced labor and grants victims a 30-day reflection period.",
        ("Anti-Trafficking Act", None, None, ("forced_labor",), None, 144, None, "affirmed"),
    ),
    (
        "Offenders can be imprisoned for up to 14 years under the Slavery Act.",
        ("Slavery Act", None, None, ("slavery",), None, 168, None, "affirmed"),
    ),
    (
        "A judge sentenced one pimp under Section 12 of the Penal Code to eight years in prison.",
        ("Penal Code", "Section 12", None, (), None, None, None, "affirmed"),
    ),
    (
        "Courts convicted two traffickers under the Crimes Act and sentenced each to six years in prison.",
        ("Crimes Act", None, None, (), None, None, None, "affirmed"),
    ),
    (
        "Trafficking is illegal, but police charged the men under Section 5 of the Passports Act.",
        ("Passports Act", "Section 5", None, (), None, None, None, "affirmed"),
    ),
]


def laws(read: Read, text: str) -> list[Law]:
    return [f for f in read("KEN", 2015, text) if isinstance(f, Law)]


def row(law: Law) -> Row:
    terms = law.penalty_min_months, law.penalty_max_months, law.penalty_life
    return (law.title, law.provision, law.year, law.prohibits, *terms, law.polarity)


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_law_is_read_with_what_it_forbids_and_prescribes(read: Read, text: str, expected: Row) -> None:
    assert [row(law) for law in laws(read, text)] == [expected]


def test_what_neither_of_two_laws_forbids_is_denied_of_both(read: Read) -> None:
    text = "Neither the penal code nor the labor code prescribes penalties for debt bondage."
    told = (None, None, ("debt_bondage",), None, None, None, "negated")
    assert {row(law) for law in laws(read, text)} == {("penal code", *told), ("labor code", *told)}


def test_the_law_against_trafficking_is_named_once(read: Read) -> None:
    text = "Law 812 criminalizes all forms of trafficking. Courts convicted nine men under the anti-trafficking law."
    assert [(law.title, law.prohibits) for law in laws(read, text)] == [("Law 812", ("all_forms",))]


def test_one_law_by_two_general_words_is_named_once(read: Read) -> None:
    text = "The 2009 anti-trafficking law is new. The first trafficker was convicted under its human trafficking law."
    assert [(law.title, law.year) for law in laws(read, text)] == [("anti-trafficking law", 2009)]


@pytest.mark.parametrize(
    "text",
    ["There are no hate crime laws.", "Fines for child labor law violators rose.", "Prostitution is not criminalized in Kenya."],
)
def test_other_laws_are_passed_over(read: Read, text: str) -> None:
    assert laws(read, text) == []


def test_a_provision_belongs_to_the_code_named_before_and_the_latter_has_the_penalty(read: Read) -> None:
    text = (
        "Article 155 of the Criminal Code (procuring) and Article 156 (abduction for prostitution) were used; "
        "penalties under the latter range from three to 12 years."
    )
    assert [row(law) for law in laws(read, text)] == [
        ("Criminal Code", "Article 155", None, ("sex_trafficking",), None, None, None, "affirmed"),
        ("Criminal Code", "Article 156", None, ("sex_trafficking",), 36, 144, None, "affirmed"),
    ]


def test_a_number_of_people_behind_a_provision_is_none_of_its_own(read: Read) -> None:
    text = "Courts tried 84 traffickers, 71 of them under Article 150 and 13 under Article 151 of the penal code."
    assert [law.provision for law in laws(read, text)] == ["Article 151"]


def test_the_year_of_trials_under_a_law_is_not_its_own(read: Read) -> None:
    assert [law.year for law in laws(read, "Courts convicted nine traffickers under the anti-trafficking law in 2012.")] == [None]
    assert [law.year for law in laws(read, "Parliament passed an anti-trafficking law in 2012.")] == [2012]


def test_penalties_that_are_neither_stringent_nor_commensurate(read: Read) -> None:
    text = "The labor code bans forced labor, but its penalties are neither sufficiently stringent nor commensurate with those for rape."
    assert [(law.stringent, law.commensurate) for law in laws(read, text)] == [(False, False)]


def test_laws_that_and_joins_share_their_penalty(read: Read) -> None:
    text = (
        "The Labor Act and the Bonded Labor Act of 2002 prescribe up to two years’ imprisonment, "
        "and the penal code provides for longer terms for trafficking."
    )
    assert {(law.title, law.penalty_max_months) for law in laws(read, text)} == {
        ("Labor Act", 24),
        ("Bonded Labor Act of 2002", 24),
        ("penal code", None),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The draft law on trafficking remained before parliament.",
        "Inspectors enforced the labor law on farms with children.",
        "They found no violations of child labor laws.",
        "The law prohibits forced labor and prescribes penalties of up to 12 years in prison.",
        "The penal code criminalizes same-sex conduct.",
    ],
)
def test_what_is_no_law_that_could_be_cited_gives_no_fact(read: Read, text: str) -> None:
    assert laws(read, text) == []


def test_those_whom_a_law_is_about_belong_to_its_title(read: Read) -> None:
    assert [law.title for law in laws(read, "Kenya's Children's Act prohibits child labor.")] == ["Children's Act"]
    assert [law.title for law in laws(read, "Kenya's Employment Act prohibits forced labor.")] == ["Employment Act"]


def test_a_provision_of_the_act_is_one_of_the_law_named_before(read: Read) -> None:
    text = (
        "The Persons Act criminalized sex trafficking. "
        "Section 4 of the Act prohibits forced labor and prescribes two to six years' imprisonment."
    )
    assert [(x.title, x.provision, x.prohibits, x.penalty_min_months, x.penalty_max_months) for x in laws(read, text)] == [
        ("Persons Act", "Section 4", ("forced_labor", "sex_trafficking"), 24, 72)
    ]


def test_the_year_of_a_treaty_is_none_of_a_law_that_is_to_comply_with_it(read: Read) -> None:
    text = "The government amended its penal code to comply with the 2000 UN TIP Protocol."
    assert [(law.title, law.year) for law in laws(read, text)] == [("penal code", None)]


def test_a_law_that_leaves_sexual_exploitation_free_is_denied(read: Read) -> None:
    found = laws(read, "Kenyan law does not criminalize the recruitment of girls for sexual exploitation.")
    assert [(law.title, law.polarity) for law in found] == [(None, "negated")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Trafficking Act of 2014 fixed 20 years in prison as the longest term for a trafficker.", (None, 240)),
        ("The Anti-Slavery Act fixed 12 years in prison as the minimum for trafficking.", (144, None)),
        ("The camel jockey statute provides two years' imprisonment.", (24, 24)),
    ],
)
def test_a_term_fixed_as_the_least_or_the_longest_is_that_alone(read: Read, text: str, expected: tuple[int | None, int | None]) -> None:
    assert [(law.penalty_min_months, law.penalty_max_months) for law in laws(read, text)] == [expected]


def test_what_no_statute_makes_a_crime_is_denied(read: Read) -> None:
    assert [(law.polarity, law.prohibits) for law in laws(read, "No statute makes debt bondage a crime.")] == [
        ("negated", ("debt_bondage",))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Law 12-88 on the Smuggling of Migrants and Traffic in Women, enacted in 2011, criminalized sex trafficking.",
            ("Law 12-88 on the Smuggling of Migrants and Traffic in Women", 2011),
        ),
        ("Federal Act 17/2014 to Protect Minors criminalized child sex trafficking.", ("Federal Act 17/2014 to Protect Minors", 2014)),
        (
            "Under the March 2016 Act to Prevent Child Exploitation, the National Inspection Unit may enter homes.",
            ("Act to Prevent Child Exploitation", 2016),
        ),
        (
            "The 2008 Traffic in Women (Prevention, Prosecution, and Care) Act criminalizes sex trafficking.",
            ("Traffic in Women (Prevention, Prosecution, and Care) Act", 2008),
        ),
        ("Police applied Law 44 on Tuesday against two traffickers.", ("Law 44", None)),
        ("The minister presented the Trafficking Act to Parliament.", ("Trafficking Act", None)),
        ("The assembly passed a law on the recruitment of maids in 2009.", ("law on the recruitment of maids", 2009)),
        ("The state made efforts by enacting a law on the care of minors and convicting pimps.", ("law on the care of minors", None)),
        ("A law on the care of child victims entered into force in June 2010.", ("law on the care of child victims", 2010)),
        ("Kenya filled the gap with the passage of a law making slavery a crime.", ("law making slavery a crime", None)),
        ("A witness protection law passed in 1997 is a dead letter.", ("witness protection law", 1997)),
    ],
)
def test_a_law_is_named_by_its_number_and_matter_or_by_its_matter_if_it_was_made(
    read: Read, text: str, expected: tuple[str, int | None]
) -> None:
    assert [(law.title, law.year) for law in laws(read, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet considered enacting a law on migrant workers.",
        "The assembly debated a law on the recruitment of maids.",
        "Labor law violations were met with fines.",
        "A bill to ban child marriage was before parliament.",
        "There is no comprehensive law on asylum.",
        "Laws do not exist regarding the use of children in drug trafficking.",
        "The bill did not pass because lawmakers wished to know more.",
    ],
)
def test_a_law_that_is_only_spoken_of_gives_no_fact(read: Read, text: str) -> None:
    assert laws(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No law in Kenya deals with trafficking as such.", (None, ("all_forms",))),
        ("No statute in the country addresses forced begging.", (None, ("forced_begging",))),
        ("The absence of comprehensive legislation hampered trials.", (None, ("all_forms",))),
        ("In the absence of a law prohibiting trafficking, nobody was tried.", (None, ("all_forms",))),
        ("Kenya has no law against the trafficking of men.", (None, ("all_forms",))),
        ("Kenya does not have a law specifically prohibiting debt bondage.", (None, ("debt_bondage",))),
        ("A law against trafficking does not exist.", (None, ("all_forms",))),
        ("Judges do without any law aimed at traffickers.", (None, ("all_forms",))),
        ("Kenya does not prohibit any form of debt bondage.", (None, ("debt_bondage",))),
        ("A working group drafted comprehensive legislation, which has not been enacted.", (None, ("all_forms",))),
        ("A bill to give nannies a day of rest, first read in 2009, was not adopted.", ("bill to give nannies a day of rest", ())),
        ("Draft amendments to the labor code died in committee.", ("amendments to the labor code", ())),
        ("Deputies rejected a bill to raise the penalties for pimping.", ("bill to raise the penalties for pimping", ())),
        ("A bill that would punish pimps never reached the floor.", ("bill that would punish pimps", ())),
    ],
)
def test_a_law_that_there_is_not_is_denied_with_what_it_would_forbid(
    read: Read, text: str, expected: tuple[str | None, tuple[str, ...]]
) -> None:
    assert [(law.title, law.prohibits, law.polarity) for law in laws(read, text)] == [(*expected, "negated")]


def test_what_a_law_leaves_free_is_denied(read: Read) -> None:
    found = laws(read, "The penal code outlaws child prostitution, but not debt bondage.")
    assert [(law.polarity, law.prohibits) for law in found] == [("affirmed", ("sex_trafficking",)), ("negated", ("debt_bondage",))]
    (law,) = laws(read, "The penal code outlaws child prostitution but did not deter pimps.")
    assert law.polarity == "affirmed"


def test_a_provision_tells_what_it_forbids_and_when_it_was_added(read: Read) -> None:
    text = "Section 3 of the penal code criminalizes sex trafficking. Section 9, added in 2019, makes debt bondage a crime."
    assert [(law.title, law.provision, law.year, law.prohibits) for law in laws(read, text)] == [
        ("penal code", "Section 3", None, ("sex_trafficking",)),
        ("penal code", "Section 9", 2019, ("debt_bondage",)),
    ]


def test_a_provision_that_was_enumerated_with_others_is_not_told_again(read: Read) -> None:
    text = "Articles 15 and 26 of the penal code prohibit trafficking. Of 90 cases, 40 were begun under Article 15 and 50 under Article 26."
    assert [law.provision for law in laws(read, text)] == ["Articles 15 and 26"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Article 7 concerns forced labor and imposes three to five years’ imprisonment.", ("Article 7", ("forced_labor",), 36, 60)),
        (
            "Article 9 covers the trafficking of minors and provides for 10 to 20 years’ imprisonment.",
            ("Article 9", ("all_forms",), 120, 240),
        ),
        ("Article 9 punishes the trafficking of minors with 20 years in prison.", ("Article 9", ("all_forms",), 240, 240)),
        ("Article 9 covers theft and provides for five to ten years in prison.", None),
        ("Article 9 punishes drug trafficking with 20 years in prison.", None),
        ("Article 9 of the convention covers the trafficking of minors and provides for extradition.", None),
    ],
)
def test_a_provision_covers_a_matter_and_has_its_own_penalty(read: Read, behind: str, expected: tuple[object, ...] | None) -> None:
    found = laws(read, f"Article 3 of the penal code prohibits pimping. {behind}")[1:]
    told = [(x.provision, x.prohibits, x.penalty_min_months, x.penalty_max_months) for x in found]
    assert told == ([expected] if expected else [])


def test_a_bylaw_that_is_issued_has_its_year(read: Read) -> None:
    (law,) = laws(read, "The cabinet issued the Refuge Bylaw in May 2014 to protect victims of trafficking.")
    assert (law.title, law.year) == ("Refuge Bylaw", 2014)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not all forms of trafficking are prohibited.", [(None, ("all_forms",), "negated")]),
        ("The government has not criminalized forced labor.", [(None, ("forced_labor",), "negated")]),
        ("Legislation prohibiting trafficking does not exist.", [(None, ("all_forms",), "negated")]),
        ("The government has yet to pass a law that would criminalize trafficking.", [(None, ("all_forms",), "negated")]),
        ("The country has laws against pimping but none against trafficking.", [(None, ("all_forms",), "negated")]),
        ("There are no laws prohibiting child sex tourism.", [(None, ("child_sex_tourism",), "negated")]),
        ("Officials who aid trafficking act with impunity.", []),
        ("Not all employers comply with the rules.", []),
    ],
)
def test_what_not_all_laws_or_none_forbid_is_denied(read: Read, text: str, expected: list[tuple[str | None, tuple[str, ...], str]]) -> None:
    assert [(law.title, law.prohibits, law.polarity) for law in laws(read, text)] == expected


@pytest.mark.parametrize(
    ("text", "title", "provision"),
    [
        ("Articles 204 through 206 prohibit forced prostitution.", None, "Articles 204 through 206"),
        ("A separate provision, Article 52, punishes child prostitution.", None, "Article 52"),
        ("Legislation enacted in 2007 makes trafficking punishable by ten years in prison.", "Legislation", None),
        ("The 2009 trafficking-in-persons law covers sex trafficking.", "trafficking-in-persons law", None),
        ("Military Order 42 prohibits the enlistment of anyone under 18.", "Military Order 42", None),
    ],
)
def test_provisions_and_legislation_forbid_in_the_plural_too(read: Read, text: str, title: str | None, provision: str | None) -> None:
    assert [(law.title, law.provision) for law in laws(read, text)] == [(title, provision)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Although the constitution prohibits slavery, no law criminalizes forced labor.",
            [("constitution", ("slavery",)), (None, ("forced_labor",))],
        ),
        ("The law does not criminally prohibit debt bondage.", [(None, ("debt_bondage",))]),
        ("Laws do not prohibit the use of children in illicit activities such as drug trafficking.", [(None, ())]),
    ],
)
def test_what_one_law_forbids_ends_where_another_is_missing(
    read: Read, text: str, expected: list[tuple[str | None, tuple[str, ...]]]
) -> None:
    assert [(f.title, f.prohibits) for f in read("MLI", 2018, text, "other") if isinstance(f, Law)] == expected


def test_a_constitution_has_no_penalties(read: Read) -> None:
    text = "The constitution prohibits forced labor. Penalties for forced labor range from six months to 10 years in prison."
    (law,) = [f for f in read("MLI", 2018, text, "other") if isinstance(f, Law)]
    assert (law.penalty_min_months, law.penalty_max_months) == (None, None)


@pytest.mark.parametrize(
    ("text", "title", "terms"),
    [
        ("The Smuggling Act carries penalties of up to $90,000 and ten years in prison.", "Smuggling Act", (None, 120)),
        ("Under the Aliens Act, trafficking victims may receive a residence permit for six months.", "Aliens Act", (None, None)),
        ("The Trafficking Act allows for prison terms of as long as 12 years.", "Trafficking Act", (None, 144)),
        ("The Criminal Code (Amendment) Act of 2005 outlaws trafficking.", "Criminal Code (Amendment) Act of 2005", (None, None)),
        ("Republic Act (RA) 7777 outlaws trafficking.", "Republic Act (RA) 7777", (None, None)),
        ("Royal Decree No. M/44 outlaws trafficking.", "Royal Decree No. M/44", (None, None)),
        ("A 2005 decree bans child labor.", "decree", (None, None)),
    ],
)
def test_sums_and_stays_are_no_terms_and_numbers_belong_to_titles(
    read: Read, text: str, title: str, terms: tuple[float | None, float | None]
) -> None:
    assert [(law.title, (law.penalty_min_months, law.penalty_max_months)) for law in laws(read, text)] == [(title, terms)]


def test_a_course_on_the_law_in_general_names_no_law(read: Read) -> None:
    assert laws(read, "Judges attended a course on trafficking law.") == []
    assert [law.title for law in laws(read, "Judges attended a course on the trafficking law.")] == ["trafficking law"]
