"""Collaborations: who works with, relies on, is helped or paid by whom."""

from collections.abc import Callable

import pytest

from kg.facts.collaboration import Collaboration
from kg.facts.model import Evidence, Fact

Read = Callable[..., tuple[Fact, ...]]


def together(read: Read, text: str) -> list[tuple[tuple[str, ...], str]]:
    """Actors and polarity of what is read."""
    return [(f.actors, f.polarity) for f in read("NPL", 2012, text) if isinstance(f, Collaboration)]


def test_a_fact_holds_the_actors_their_subject_and_the_words_that_say_it(read: Read) -> None:
    text = "The government relied heavily on NGOs to provide shelter to victims."
    assert [f for f in read("NPL", 2012, text) if isinstance(f, Collaboration)] == [
        Collaboration(
            doc="x",
            actors=("government", "ngo"),
            topics=("protection",),
            evidence=(Evidence(0, len(text) - 1, text[:-1]),),
            rule="collaboration.linked",
        )
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The government ran a project with the ILO to withdraw boys from mines.", ("ILO", "government")),
        ("The government financed two homes run by Caritas.", ("Caritas", "government")),
        ("An NGO, in cooperation with the district administration, freed 12 boys.", ("government", "ngo")),
        ("The police arranged a seminar with the U.S. Embassy.", ("USA", "government")),
        ("Indian and Nepali officers jointly broke up a ring.", ("IND", "government")),
        (
            "The International Organization for Migration (IOM) and the police academy jointly trained 520 recruits.",
            ("International Organization for Migration", "government"),
        ),
        ("The Bar Council and the Ministry of Labor held joint forums.", ("Bar Council", "Ministry of Labor")),
        ("Cooperation with Kazakhstan continued.", ("KAZ", "government")),
        ("The government refers victims to NGOs.", ("government", "ngo")),
        ("The government worked through NGOs to assist victims.", ("government", "ngo")),
        ("The government subsidized a shelter run by Caritas.", ("Caritas", "government")),
        ("UNICEF helped to draft the guidelines.", ("UNICEF", "government")),
        ("Aid to victims came from NGOs, on which the government depends.", ("government", "ngo")),
        ("The state gave an NGO a house for its shelter.", ("government", "ngo")),
        ("A joint task force of Nepal and India arrested three men.", ("IND", "government")),
        ("With Australian funding, 44 constables took a course.", ("AUS", "government")),
        ("Police extradited a Spaniard to Uruguay.", ("URY", "government")),
        ("Prosecutors set up a joint team with Argentina.", ("ARG", "government")),
        ("French and Nepali prosecutors held a conference on the case.", ("FRA", "government")),
        ("Police took part in operations of INTERPOL against traffickers.", ("INTERPOL", "government")),
        ("With U.S. funding, the police taught 40 judges about trafficking.", ("USA", "government")),
        (
            "The police trained 25 officers, using a grant of 60,000 euros ($68,800) from the European Union.",
            ("European Union", "government"),
        ),
        ("The Government of the United States helped train 310 police officers.", ("USA", "government")),
        ("Ten of its officers were trained by the United States.", ("USA", "government")),
        ("The campaign was funded by the European Union.", ("European Union", "government")),
        ("NGOs, with government support, ran a hotline.", ("government", "ngo")),
        ("Officials met counterparts from India and China.", ("CHN", "IND", "government")),
        ("The Ministry of Home Affairs, in coordination with UNODC, drafted guidelines.", ("Ministry of Home Affairs", "UNODC")),
        ("The council against trafficking brought together 10 ministries and four NGOs.", ("government", "ngo")),
        ("A home, which the ministry built and which a religious order manages, opened.", ("government", "ngo")),
        ("The government pays the rent of a shelter that the Hope Foundation operates.", ("Hope Foundation", "government")),
        ("The Ministry of Labor, with instructors from UNICEF, taught recruits.", ("Ministry of Labor", "UNICEF")),
        ("Thanks to a grant from Norway, the police bought two vans.", ("NOR", "government")),
        ("Inspectors, accompanied by staff of UNICEF, visited farms.", ("UNICEF", "government")),
        ("The government, NGOs, and international organizations ran a campaign.", ("government", "international_organization", "ngo")),
        ("The Ministry of Labor, UNICEF experts, and a chamber of growers counted children.", ("Ministry of Labor", "UNICEF")),
        ("UNICEF and Caritas together assisted 43 victims.", ("Caritas", "UNICEF")),
        ("Social workers of Caritas accompanied police on raids.", ("Caritas", "government")),
        ("Caritas runs the hotline for the ministry.", ("Caritas", "government")),
        ("The ministry lent Caritas a house.", ("Caritas", "government")),
        ("The government and UNICEF launched a campaign.", ("UNICEF", "government")),
        ("The police consulted prosecutors in Qatar and Kuwait.", ("KWT", "QAT", "government")),
        ("An officer attends meetings in Delhi, in which India and Bhutan take part.", ("BTN", "IND", "government")),
        ("The house is guarded by the police and run by an NGO.", ("government", "ngo")),
        ("NGO shelters received state subsidies of 2 million rupees.", ("government", "ngo")),
        ("Radio stations broadcast debates, for which UNICEF bore the cost.", ("UNICEF", "government")),
        ("The United States trained 30 prosecutors.", ("USA", "government")),
        ("An Australian adviser worked in the ministry.", ("AUS", "government")),
        ("NGOs sit on the national committee.", ("government", "ngo")),
        ("Coordination between the police and NGOs was weak.", ("government", "ngo")),
        ("UNICEF, UNODC, and the government drafted guidelines.", ("UNICEF", "UNODC", "government")),
        ("Thanks to tips from NGOs, police freed 12 girls.", ("government", "ngo")),
        ("Nepal and India conducted joint patrols.", ("IND", "government")),
    ],
)
def test_actors_are_named_bodies_countries_and_the_words_for_the_rest(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "affirmed")]


def test_work_that_is_not_done_together_is_negated(read: Read) -> None:
    assert together(read, "The police did not cooperate with NGOs.") == [(("government", "ngo"), "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "The government should work with NGOs.",
        "Traffickers in Nepal cooperate with rings in India.",
        "The government did not permit NGOs to assist victims.",
        "The country hosted refugees from Bhutan.",
        "NGOs reported that police work with traffickers.",
        "The Ministry of Labor signed an agreement with hotels.",
        "The government and UNICEF reported different figures.",
    ],
)
def test_what_is_only_wanted_or_names_no_partner_is_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


def test_no_formal_cooperation_is_none(read: Read) -> None:
    assert together(read, "The government has no formal cooperation with NGOs.") == [(("government", "ngo"), "negated")]


def test_to_do_so_takes_up_the_subject_of_the_part_before(read: Read) -> None:
    text = "The Ministry of Home Affairs consulted prosecutors in India; it did not do so with Chinese authorities."
    assert together(read, text) == [(("IND", "Ministry of Home Affairs"), "affirmed"), (("CHN", "Ministry of Home Affairs"), "negated")]


@pytest.mark.parametrize(
    "text",
    ["The government ceased cooperating with UNICEF.", "There is no indication that the government cooperated with UNICEF on cases."],
)
def test_work_together_that_ended_or_of_which_there_is_no_sign_is_negated(read: Read, text: str) -> None:
    assert together(read, text) == [(("UNICEF", "government"), "negated")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police took part in two joint raids, with India, Bhutan, and Oman.", [(("BTN", "IND", "OMN", "government"), "affirmed")]),
        ("Through Interpol, police located two suspects.", [(("Interpol", "government"), "affirmed")]),
        (
            "The ministry, in cooperation with IOM and with the support of Norway, trained 20 men.",
            [(("IOM", "NOR", "government"), "affirmed")],
        ),
        ("India did not respond to a request for testimony.", [(("IND", "government"), "negated")]),
        ("Bhutan refused a request for extradition.", [(("BTN", "government"), "negated")]),
        ("India seconded a prosecutor to the ministry.", [(("IND", "government"), "affirmed")]),
        ("Trace Foundation and the government continued to operate a portal.", [(("Trace Foundation", "government"), "affirmed")]),
        (
            "The Organization for Security and Cooperation in Europe paid for half of the seminars.",
            [(("Organization for Security and Cooperation in Europe", "government"), "affirmed")],
        ),
    ],
)
def test_partners_are_told_in_many_ways(read: Read, text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert together(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Victims received assistance from NGOs.",
        "Most of the women were assisted by NGOs.",
        "Caritas trained 40 judges.",
        "IOM trained 40 girls as weavers.",
        "The OSCE held a course on trafficking for its own staff.",
        "IOM paid for the return of six women.",
        "The European Union funded a project of the NGO Lumos.",
        "NGOs and police officials suspect that more girls are held.",
    ],
)
def test_what_organizations_do_by_themselves_is_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


def test_in_a_report_on_many_subjects_work_for_others_than_the_exploited_is_none(read: Read) -> None:
    text = (
        "Forced labor exists. The government worked with UNHCR to shelter refugees. The police worked with IOM to free trafficking victims."
    )
    found = [f.actors for f in read("NPL", 2012, text, "other") if isinstance(f, Collaboration)]
    assert found == [("IOM", "government")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With UNICEF, the Ministry of Education printed leaflets.", [(("Ministry of Education", "UNICEF"), "affirmed")]),
        ("With NGOs short of money, the Ministry of Education closed a shelter.", []),
        ("With money and equipment from Norway, the police opened a trafficking desk.", [(("NOR", "government"), "affirmed")]),
        ("A hotline for victims was set up with Danish funds.", [(("DNK", "government"), "affirmed")]),
        (
            "Together with the Catholic Church, the Ministry of Labor warned migrants.",
            [(("Catholic Church", "Ministry of Labor"), "affirmed")],
        ),
        ("An order of nuns manages the shelter, with twenty beds, on the ministry's behalf.", [(("government", "ngo"), "affirmed")]),
        ("No NGO was consulted on the new trafficking law.", [(("government", "ngo"), "negated")]),
        ("NGOs were consulted on the new trafficking law.", [(("government", "ngo"), "affirmed")]),
        ("Civil society groups hold three of the nine seats on the committee.", [(("government", "ngo"), "affirmed")]),
        ("The police, tipped off by their Tanzanian colleagues, stopped a bus of trafficked girls.", [(("TZA", "government"), "affirmed")]),
        ("The prosecutors traded information on traffickers with Interpol.", [(("Interpol", "government"), "affirmed")]),
    ],
)
def test_partners_open_a_sentence_give_hints_or_sit_on_a_committee(
    read: Read, text: str, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    assert together(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hotline for victims is run jointly by the Ministry of Labor and IOM.", [(("IOM", "Ministry of Labor"), "affirmed")]),
        ("The hotline for victims is run jointly by the police and the Ministry of Labor.", []),
        ("At the Foreign Ministry's request, IOM flew nine victims home.", [(("Foreign Ministry", "IOM"), "affirmed")]),
        ("The police did not seek help from Ugandan authorities in any case.", [(("UGA", "government"), "negated")]),
        ("The trafficking law allows prosecutors to request assistance from foreign governments.", []),
        (
            "The police held joint investigations with Ugandan, Rwandan, and Zambian police.",
            [(("RWA", "UGA", "ZMB", "government"), "affirmed")],
        ),
        ("Soldiers were briefed on trafficking by the Canadian military.", [(("CAN", "government"), "affirmed")]),
        ("Danish prosecutors gave a course to 30 judges.", [(("DNK", "government"), "affirmed")]),
        ("The Norwegian embassy covered the rent of the shelter for victims.", [(("NOR", "government"), "affirmed")]),
        ("Services for victims depend on international donors.", [(("government", "international_organization"), "affirmed")]),
        ("Victims are sent to a home of nuns, who receive nothing from the state.", []),
        (
            "The Ministry of Education handed out booklets printed by Save the Children.",
            [(("Ministry of Education", "Save the Children"), "affirmed")],
        ),
        ("NGOs were not invited to the meetings of the trafficking council.", [(("government", "ngo"), "negated")]),
        ("The ministry signed a contract with a Lutheran charity to care for victims.", [(("government", "ngo"), "affirmed")]),
    ],
)
def test_partners_run_pay_teach_and_print_for_the_countrys_own(read: Read, text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert together(read, text) == expected


def test_words_that_explain_a_name_are_no_further_partner(read: Read) -> None:
    named = [(("Caritas", "government"), "affirmed")]
    assert together(read, "Caritas, an NGO, runs a shelter for victims with money from the government.") == named
    both = [(("Caritas", "World Vision", "government"), "affirmed")]
    assert together(read, "Two NGOs, Caritas and World Vision, run a shelter together with the police.") == both


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shelter for victims is run by a Catholic order with money from the Ministry of Labor.",
            [(("Ministry of Labor", "ngo"), "affirmed")],
        ),
        ("The Ministry of Labor allotted $50,000 to an NGO-run shelter for victims.", [(("Ministry of Labor", "ngo"), "affirmed")]),
        ("The government awarded contracts to three NGOs for the care of victims.", [(("government", "ngo"), "affirmed")]),
        ("The government awarded contracts to two builders of shelters for victims.", []),
        (
            "The government contracted with two NGOs, Caritas and Lumos, to lodge victims.",
            [(("Caritas", "Lumos", "government"), "affirmed")],
        ),
        ("Care for victims was outsourced to three NGOs.", [(("government", "ngo"), "affirmed")]),
        ("The shelter for victims was run by a nonprofit under government contract.", [(("government", "ngo"), "affirmed")]),
        ("The center for victims was co-managed by the Ministry of Labor and IOM.", [(("IOM", "Ministry of Labor"), "affirmed")]),
        ("Victims stay at Hope House, a charity on which the government relies.", [(("Hope House", "government"), "affirmed")]),
        ("Police leaned on NGOs for the counseling of victims.", [(("government", "ngo"), "affirmed")]),
        ("Police turned to a local NGO to lodge victims.", [(("government", "ngo"), "affirmed")]),
        ("Victims turned to a local NGO for shelter.", []),
        ("NGOs and IOM carried the cost of the trafficking campaign.", [(("IOM", "government", "ngo"), "affirmed")]),
        ("The European Union reimbursed the government for the care of victims.", [(("European Union", "government"), "affirmed")]),
    ],
)
def test_those_are_partners_whom_the_public_pays_or_hires(read: Read, text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert together(read, text) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Ministry of Health disbursed 12 million rupees to Caritas.", ("Caritas", "Ministry of Health")),
        ("The ministry lent its boat to Caritas.", ("Caritas", "government")),
        ("Police handed five girls over to the Sisters of Mercy.", ("Sisters of Mercy", "government")),
        ("Victims were passed on to IOM.", ("IOM", "government")),
        ("Under a memorandum of understanding with IOM, the Directorate of Migration lodged men.", ("Directorate of Migration", "IOM")),
        ("The ministry co-hosts a hotline with UNICEF.", ("UNICEF", "government")),
        ("Posters were hung under the auspices of the Council of Europe.", ("Council of Europe", "government")),
        ("Caritas, whose grant the ministry halved, closed a home.", ("Caritas", "government")),
        ("UNICEF sent two trainers to the police academy.", ("UNICEF", "government")),
        ("Swiss police handed over three suspects.", ("CHE", "government")),
        ("Police from Macau handed over three suspects.", ("MAC", "government")),
        ("A working group of ministries and NGOs drafted rules.", ("government", "ngo")),
        ("Children were placed in homes run by churches.", ("government", "ngo")),
        ("The Ministry of Labor paid for a campaign that UNICEF and Caritas carried out.", ("Caritas", "Ministry of Labor", "UNICEF")),
        ("The Ministry of Labor and UNICEF have organized courses.", ("Ministry of Labor", "UNICEF")),
    ],
)
def test_what_is_given_handed_over_or_entrusted_is_done_together(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "Parents placed their children in homes run by churches.",
        "Victims may count on NGOs for lodging.",
        "The Council of Europe noted that NGOs train judges.",
        "Parents handed their children over to the Church of Light.",
        "The trafficker handed over three women to the police.",
        "The government provided neither funds nor premises to NGOs.",
        "The government provided some resources to NGOs.",
        "Officials provided training on indicators to NGOs.",
        "IOM provided food to victims at the police station.",
        "The government allocated 2 million rupees to the Council against Trafficking.",
        "The government continued to implement its agreement with India on cooperation against trafficking.",
        "Nepal and Oman concluded an agreement on maids.",
    ],
)
def test_gifts_of_others_and_gifts_within_the_government_are_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


def test_ngos_that_were_not_invited_did_not_take_part(read: Read) -> None:
    text = "NGOs were not invited to the sessions of the Office of Crime Prevention."
    assert together(read, text) == [(("Office of Crime Prevention", "ngo"), "negated")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("UNODC and the OSCE trained 70 judges and policemen.", ("OSCE", "UNODC", "government")),
        ("UNODC held two seminars for 60 prosecutors.", ("UNODC", "government")),
        ("With UNICEF support, the Ministry of Health opened a home for boys.", ("Ministry of Health", "UNICEF")),
        ("With IOM it repaired a safe house.", ("IOM", "government")),
        ("With a $75,000 grant from Norway, IOM aired a television spot.", ("IOM", "NOR")),
        ("The Ministry of Health, with the NGO Sahara, visited 212 villages.", ("Ministry of Health", "Sahara")),
        ("The police, with the ILO, inspected 40 farms.", ("ILO", "government")),
        ("The shelter is run by a local NGO with $63,000 from the Ministry of Health.", ("Ministry of Health", "ngo")),
        ("Nuns, to whom the state gives food, run the shelter.", ("government", "ngo")),
        ("Officials placed nine girls in church-run homes.", ("government", "ngo")),
        ("Police handed 12 victims to an NGO.", ("government", "ngo")),
        ("Authorities transferred the boys to IOM.", ("IOM", "government")),
        ("The ministry printed leaflets, which UNICEF helped to produce.", ("UNICEF", "government")),
        ("The hotline is run by Caritas in a building that the state owns.", ("Caritas", "government")),
        ("An Indian court, at Nepal's request, convicted two traffickers.", ("IND", "government")),
        (
            "The government and the International Labor Organization (ILO) ran a campaign.",
            ("International Labor Organization", "government"),
        ),
        ("The Ministry of Justice and the Ministry of Labor trained 300 officers.", ("Ministry of Justice", "Ministry of Labor")),
        ("For legal aid the ministry turned to Caritas.", ("Caritas", "government")),
    ],
)
def test_partners_are_told_by_grants_courses_and_asides(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "affirmed")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The ministry ceased referring victims to NGOs.", ("government", "ngo")),
        ("The government stopped short of working with NGOs.", ("government", "ngo")),
        ("No agency coordinated with NGOs.", ("government", "ngo")),
        ("Police acted without the help of NGOs.", ("government", "ngo")),
        ("The ministry severed its ties with IOM.", ("IOM", "government")),
        ("Contacts with the Indian police are nonexistent.", ("IND", "government")),
        ("Cooperation with Bhutan was lacking.", ("BTN", "government")),
        ("IOM and the Ministry of Labor carried out no joint activities.", ("IOM", "Ministry of Labor")),
        ("Proposals to India for a joint patrol went unanswered.", ("IND", "government")),
        ("India was invited to the session but did not attend.", ("IND", "government")),
    ],
)
def test_what_is_absent_broken_off_or_refused_is_not_done_together(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "The government made proposals to India for a joint patrol.",
        "NGOs cared for victims without support from the government.",
        "The Ministry of Justice and the Ministry of Labor opened 40 investigations.",
        "The Ministry of Labor, with little money, inspected few farms.",
        "The ministry turned to the press.",
    ],
)
def test_proposals_kindnesses_and_work_side_by_side_are_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The police joined the NGO Shakti in a drive to warn parents.", ("Shakti", "government")),
        ("UNICEF joined the government in a campaign against child labor.", ("UNICEF", "government")),
        ("In Pokhara, the municipality pays an NGO to run a home for girls.", ("government", "ngo")),
        ("The ministry contracted Caritas to manage the shelter.", ("Caritas", "government")),
        ("Police arrested nine members of a ring in a joint operation with Thai and Indian authorities.", ("IND", "THA", "government")),
        ("Workshops held by the Ministry of Justice and the Norwegian Embassy drew 60 judges.", ("Ministry of Justice", "NOR")),
        ("Posters printed by the Ministry of Labor and UNICEF were hung in airports.", ("Ministry of Labor", "UNICEF")),
        ("The army freed 30 captives and referred 12 of them to Caritas for care.", ("Caritas", "government")),
    ],
)
def test_who_joins_pays_sends_or_holds_with_others_works_with_them(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Women runs a shelter in Pokhara, and NGOs run nine others around the country.",
        "A Catholic NGO kept two homes for girls in Pokhara, and the Ministry of Women opened a shelter in Butwal.",
        "The government runs shelters in Pokhara, and NGOs run shelters in Butwal.",
        "Police joined traffickers in a scheme.",
        "The ministry paid recruiters to bring workers.",
        "Police referred 20 cases to the Attorney General's Office.",
        "Shelters run by the government and NGOs housed 30 women.",
    ],
)
def test_who_runs_others_or_joins_criminals_does_not_work_together(read: Read, text: str) -> None:
    assert together(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With UNICEF's help the police trained officers on trafficking.", [(("UNICEF", "government"), "affirmed")]),
        (
            "The commission's members included representatives from ten ministries, NGOs, and UNICEF.",
            [(("UNICEF", "government", "ngo"), "affirmed")],
        ),
        ("With IOM's support, officials identified 20 victims.", [(("IOM", "government"), "affirmed")]),
        ("Victims were aided by the joint IOM and Ministry of Labor team.", [(("IOM", "Ministry of Labor"), "affirmed")]),
        ("The government ran a hotline with technical support from Vodafone Kenya.", []),
    ],
)
def test_help_that_opens_a_sentence_and_joint_teams(read: Read, text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert together(read, text) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A committee against trafficking, which includes five ministries and two NGOs, met in May.", ("government", "ngo")),
        ("District child protection committees bring together teachers, police, and NGOs.", ("government", "ngo")),
        ("The council, headed by a judge and including civil society, drew up a plan.", ("government", "ngo")),
        ("A state-funded, NGO-run home lodged 20 victims.", ("government", "ngo")),
        ("Homes are run by religious orders, often with government support.", ("government", "ngo")),
        ("Police took part in an INTERPOL-led operation.", ("INTERPOL", "government")),
        ("An EU-funded project trained 70 police officers.", ("EU", "government")),
        ("Nepali police provided evidence to Belgian prosecutors.", ("BEL", "government")),
        ("The authorities assisted India in the arrest of two brokers.", ("IND", "government")),
        ("Officials contacted the Government of Oman about three suspects.", ("OMN", "government")),
        ("The government engaged Qatari and Emirati officials on wages.", ("ARE", "QAT", "government")),
        ("Prosecutors benefited from a course on trafficking given by UNODC.", ("UNODC", "government")),
        ("The National Council, advised by Amnesty International, drafted rules.", ("Amnesty International", "National Council")),
        ("Nine boys were handed over to the NGO Sahara.", ("Sahara", "government")),
        ("Victims were referred by the police to NGO shelters.", ("government", "ngo")),
        ("Police called on NGOs to lodge the girls.", ("government", "ngo")),
        ("The government sought comments from civil society on its plan.", ("government", "ngo")),
        ("The ministry shared the draft with NGOs.", ("government", "ngo")),
        ("An NGO trained 40 officers in premises provided by the government.", ("government", "ngo")),
        ("The government strengthened its ties with NGOs.", ("government", "ngo")),
        ("NGOs had close relations with the police.", ("government", "ngo")),
        ("Instructors from France worked alongside the police at the airport.", ("FRA", "government")),
        ("A combined operation of Nepal and India freed ten men.", ("IND", "government")),
        ("The government, religious leaders, and NGOs ran a campaign.", ("government", "ngo")),
        ("NGOs and government social workers jointly visited farms.", ("government", "ngo")),
    ],
)
def test_committees_courses_ties_and_help_to_other_countries_are_work_together(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(actors, "affirmed")]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("NGOs complained that the police did not cooperate with them.", "reported"),
        ("Two NGOs reported a lack of cooperation from the police.", "reported"),
        ("NGOs are not represented on the national council.", "stated"),
        ("The national committee does not include NGOs.", "stated"),
    ],
)
def test_partners_left_out_or_left_alone_do_not_work_together(read: Read, text: str, certainty: str) -> None:
    found = [f for f in read("NPL", 2012, text) if isinstance(f, Collaboration)]
    assert [(f.actors, f.polarity, f.certainty) for f in found] == [(("government", "ngo"), "negated", certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "The government lacked a mechanism to cooperate with NGOs.",
        "NGOs stated that more cooperation with the police is needed.",
        "Recruitment agencies cooperate with brokers in Oman.",
        "Victims cooperated with Belgian prosecutors.",
        "Victims received training from NGOs.",
        "Police were reluctant to assist NGOs.",
        "The Human Rights Council and the Society for Human Rights received complaints.",
        "A witness contacted the Indian police.",
    ],
)
def test_means_needs_and_help_that_victims_give_are_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


@pytest.mark.parametrize(
    ("text", "actors", "polarity"),
    [
        ("Nepali police and the Indian attorney general's office conducted a joint raid.", ("IND", "government"), "affirmed"),
        ("Police brought the girls to NGO shelters.", ("government", "ngo"), "affirmed"),
        ("The government requested India's assistance in locating a broker.", ("IND", "government"), "affirmed"),
        ("The ministry adopted a curriculum that Save the Children had written.", ("Save the Children", "government"), "affirmed"),
        ("Nuns run a home on land that belongs to the state.", ("government", "ngo"), "affirmed"),
        ("The government did not involve civil society in its plan.", ("government", "ngo"), "negated"),
        ("Civil society took no part in the council's work.", ("government", "ngo"), "negated"),
        ("NGOs were excluded from the meetings of the council.", ("government", "ngo"), "negated"),
        ("Requests to India for information were not answered.", ("IND", "government"), "negated"),
    ],
)
def test_who_is_asked_brought_or_left_out(read: Read, text: str, actors: tuple[str, ...], polarity: str) -> None:
    assert together(read, text) == [(actors, polarity)]


@pytest.mark.parametrize(
    "text",
    [
        "The law obliges judges to refer victims to NGOs.",
        "Victims were brought to NGO shelters by neighbors.",
        "Requests to India for information were sent in May.",
        "Traffickers brought girls to NGO shelters to recruit others.",
    ],
)
def test_duties_and_what_others_bring_are_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Ministry of Labor and the Ministry of Interior share responsibility for laws on forced labor.", ("Interior", "Labor")),
        ("Responsibility for child labor is shared between the Ministry of Labor and the Ministry of Justice.", ("Justice", "Labor")),
        ("Victims may turn to a Ministry of Interior and Ministry of Labor jointly operated complaints office.", ("Interior", "Labor")),
        ("The hotline is jointly operated by the Ministry of Health and the Ministry of Labor.", ("Health", "Labor")),
        ("The Ministry of Health, the Ministry of Justice, and the Ministry of Labor trained 90 teachers.", ("Health", "Justice", "Labor")),
        ("The Ministry of Health and the Ministry of Labor, through offices, shared responsibility for shelters.", ("Health", "Labor")),
    ],
)
def test_bodies_of_one_state_that_share_a_task_by_name(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert together(read, text) == [(tuple(f"Ministry of {name}" for name in actors), "affirmed")]


@pytest.mark.parametrize(
    ("text", "actors", "polarity"),
    [
        ("NGOs ran a shelter in cooperation with the country's anti-trafficking coordinator.", ("government", "ngo"), "affirmed"),
        ("UNICEF and its NGO partners trained teachers to find child soldiers.", ("UNICEF", "ngo"), "affirmed"),
        ("The government participated in an ILO program against child labor.", ("ILO", "government"), "affirmed"),
        ("A working group including the Ministry of Labor, police, and NGOs met.", ("Ministry of Labor", "government", "ngo"), "affirmed"),
        ("The referral mechanism brought together the police and NGOs.", ("government", "ngo"), "affirmed"),
        (
            "NGOs worked with the Ministry of Labor's Department of Children's Services to find child beggars.",
            ("Department of Children's Services", "ngo"),
            "affirmed",
        ),
        (
            "There was no coordination between the Ministry of Labor and the Ministry of Justice.",
            ("Ministry of Justice", "Ministry of Labor"),
            "negated",
        ),
    ],
)
def test_who_of_a_state_works_with_others(read: Read, text: str, actors: tuple[str, ...], polarity: str) -> None:
    assert together(read, text) == [(actors, polarity)]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Labor and the Ministry of Justice are responsible for enforcing laws on forced labor.",
        "The Ministry of Labor and the Ministry of Justice opened 12 investigations.",
        "The Ministry of Labor and the Ministry of Justice should share responsibility for shelters.",
        "The police and prosecutors shared responsibility for enforcing the law.",
        "A commission called for better coordination between the Ministry of Labor and the Ministry of Justice.",
    ],
)
def test_what_bodies_of_one_state_each_do_is_no_collaboration(read: Read, text: str) -> None:
    assert together(read, text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("An NGO coordinator cooperated with UNICEF to shelter victims of trafficking.", ("UNICEF", "ngo")),
        ("The national coordinator cooperated with UNICEF to shelter victims of trafficking.", ("UNICEF", "government")),
    ],
)
def test_only_a_coordinator_of_the_state_is_the_government(read: Read, text: str, actors: tuple[str, ...]) -> None:
    assert [found for found, _ in together(read, text)] == [actors]
