"""Facilities: who runs them, where, how many, for whom, and what is none."""

import pytest

from kg.facts.facility import Facility
from kg.facts.model import Evidence

from .conftest import Read

Row = tuple[str, str | None, str | None, tuple[str, ...], int | None, tuple[str, ...], str]

RUN = [
    (
        "A shelter run by the Salvation Army in Kisumu housed nine girls.",
        ("shelter", None, "Kisumu", ("Salvation Army",), 1, ("girls",), "affirmed"),
    ),
    ("The Ministry of Labor’s 24-hour hotline received 300 calls.", ("hotline", None, None, ("Ministry of Labor",), None, (), "affirmed")),
    (
        "Catholic nuns operate a home for abused girls on the outskirts of the capital.",
        ("shelter", None, "on the outskirts of the capital", ("ngo",), 1, ("girls",), "affirmed"),
    ),
    (
        "Casa Esperanza, run by the Adoratrix sisters with a state subsidy, had room for 15 women.",
        ("shelter", "Casa Esperanza", None, ("Adoratrix sisters",), 1, ("women",), "affirmed"),
    ),
    (
        "The Ministry of Women, with support from UNICEF, opened a transit center in Gulu.",
        ("transit_center", None, "Gulu", ("Ministry of Women",), 1, (), "affirmed"),
    ),
    (
        "IOM and the Ministry of Women opened a crisis center for women in Lira.",
        ("shelter", None, "Lira", ("IOM", "Ministry of Women"), 1, ("women",), "affirmed"),
    ),
    ("The government continued to fund a hotline run by an NGO.", ("hotline", None, None, ("ngo",), 1, (), "affirmed")),
    ("The hotline 116 is answered by police.", ("hotline", "116", None, ("government",), None, (), "affirmed")),
    ("A foundation runs a house in Lira for eight girls.", ("shelter", None, "Lira", ("ngo",), 1, ("girls",), "affirmed")),
    ("The department of Lira ran one shelter for girls.", ("shelter", None, "Lira", ("government",), 1, ("girls",), "affirmed")),
    ("The governorate of Lira has a shelter.", ("shelter", None, "Lira", ("government",), 1, (), "affirmed")),
    ("The ministry’s call center received 300 calls from victims.", ("hotline", None, None, ("government",), None, (), "affirmed")),
    ("NGOs ran two day centers for victims.", ("other", None, None, ("ngo",), 2, (), "affirmed")),
    ("The police ran 15 victim support offices.", ("counseling_center", None, None, ("government",), 15, (), "affirmed")),
    ("A religious order in Gulu takes in girls.", ("shelter", None, "Gulu", ("ngo",), None, ("girls",), "affirmed")),
    (
        "In six provinces the state has counseling centers.",
        ("counseling_center", None, "six provinces", ("government",), None, (), "affirmed"),
    ),
    (
        "The town lends a house to the NGO Trace Hope for its shelter for boys.",
        ("shelter", None, None, ("Trace Hope",), 1, ("boys",), "affirmed"),
    ),
    (
        "Authorities screened migrants, and operated facilities dedicated to victims.",
        ("shelter", None, None, ("government",), None, (), "affirmed"),
    ),
    ("NGOs ran two shelters, one for women and the other for men.", ("shelter", None, None, ("ngo",), 2, ("men", "women"), "affirmed")),
    ("Victims were placed in one of 12 state-run orphanages.", ("shelter", None, None, ("government",), 12, (), "affirmed")),
    ("The government paid $40,000 to two NGO shelters.", ("shelter", None, None, ("ngo",), 2, (), "affirmed")),
    (
        "The center, which the Ministry of Social Affairs runs, can house 20 women.",
        ("shelter", None, None, ("Ministry of Social Affairs",), 1, ("women",), "affirmed"),
    ),
    ("A house in Gulu kept by nuns received 40 girls.", ("shelter", None, "Gulu", ("ngo",), 1, ("girls",), "affirmed")),
    ("One home near Lira lodged 17 boys.", ("shelter", None, "Lira", (), 1, ("boys",), "affirmed")),
    ("The Red Cross hosts a center for girls in Gulu.", ("shelter", None, "Gulu", ("Red Cross",), 1, ("girls",), "affirmed")),
    ("Two NGOs share a house in Lira where up to 16 victims can stay.", ("shelter", None, "Lira", (), 1, (), "affirmed")),
    ("The state ran 12 homes for children.", ("shelter", None, None, ("government",), 12, ("children",), "affirmed")),
    ("An NGO rented four safe apartments for women.", ("shelter", None, None, (), 4, ("women",), "affirmed")),
    (
        "The ministry has nine walk-in centers for women, which offer legal advice but no beds.",
        ("counseling_center", None, None, ("government",), 9, ("women",), "affirmed"),
    ),
    ("The Malaika Center in the capital lodged 40 women.", ("shelter", "Malaika Center", "capital", (), 1, ("women",), "affirmed")),
    ("The child assistance line, 147, took 30 calls.", ("hotline", "147", None, (), None, ("children",), "affirmed")),
    ("A toll-free line that a bank pays for opened in May.", ("hotline", None, None, (), 1, (), "affirmed")),
]
DENIED = [
    ("There is no facility for male victims.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("Shelter for men was not available.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("Male victims had no access to shelters.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("The government closed its only shelter in December.", ("shelter", None, None, ("government",), 1, (), "negated")),
    ("Men had nowhere to go.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("No bed was set aside for male victims.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("There are no beds for men.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("Men, for whom no place exists, sleep in the offices of an NGO.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("Men are turned away from the shelter.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("There was not a single shelter in Lira.", ("shelter", None, "Lira", (), None, (), "negated")),
    ("Nobody offered shelter to adult women.", ("shelter", None, None, (), None, ("adults", "women"), "negated")),
    ("No comparable home exists for boys.", ("shelter", None, None, (), None, ("boys",), "negated")),
    ("The number of shelters for men remained nil.", ("shelter", None, None, (), None, ("men",), "negated")),
    ("Shelters for boys are lacking.", ("shelter", None, None, (), None, ("boys",), "negated")),
    ("The government no longer operates a hotline.", ("hotline", None, None, ("government",), None, (), "negated")),
    ("NGOs were not allowed to run shelters.", ("shelter", None, None, ("ngo",), None, (), "negated")),
    ("Plans for a shelter in Lira came to nothing.", ("shelter", None, "Lira", (), None, (), "negated")),
    ("A planned shelter in Lira has not yet opened.", ("shelter", None, "Lira", (), 1, (), "negated")),
    (
        "Neither the Ministry of Health nor the Ministry of Justice had a shelter for victims.",
        ("shelter", None, None, ("Ministry of Health", "Ministry of Justice"), None, (), "negated"),
    ),
    ("Nobody operates a hotline.", ("hotline", None, None, (), None, (), "negated")),
    ("The NGO shelter in Gulu folded in August.", ("shelter", None, "Gulu", ("ngo",), 1, (), "negated")),
    ("Kisumu, the third city, has no shelter.", ("shelter", None, "Kisumu", (), None, (), "negated")),
    ("Services for male victims did not exist.", ("other", None, None, (), None, ("men",), "negated")),
    ("There is no government-run shelter for victims.", ("shelter", None, None, ("government",), None, (), "negated")),
    ("Shelters did not accept boys over the age of 12.", ("shelter", None, None, (), None, ("boys",), "negated")),
    (
        "The shelter in Gulu, operated by World Hope International, closed for lack of funds.",
        ("shelter", None, "Gulu", ("World Hope International",), 1, (), "negated"),
    ),
]


def facilities(read: Read, text: str) -> list[Facility]:
    return [f for f in read("KEN", 2015, text, "protection") if isinstance(f, Facility)]


def rows(found: list[Facility]) -> list[Row]:
    return [(f.type or "", f.name, f.location, f.operators, f.count, f.serves, f.polarity) for f in found]


@pytest.mark.parametrize(("text", "expected"), [*RUN, *DENIED])
def test_a_facility_is_read_with_operator_place_number_and_those_it_serves(read: Read, text: str, expected: Row) -> None:
    assert rows(facilities(read, text)) == [expected]


def test_each_town_of_a_list_has_a_facility_of_its_own(read: Read) -> None:
    found = facilities(read, "It opened three reception centers in Agadez, Arlit, and Niamey.")
    assert [(f.location, f.operators, f.count) for f in found] == [(t, ("government",), 1) for t in ("Agadez", "Arlit", "Niamey")]


def test_two_facilities_that_a_place_tells_apart_are_two(read: Read) -> None:
    found = facilities(read, "NGOs ran two shelters, one for women, in Gulu, and one for girls. A third, for boys, did not take victims.")
    assert rows(found) == [
        ("shelter", None, "Gulu", ("ngo",), 1, ("women",), "affirmed"),
        ("shelter", None, None, ("ngo",), 1, ("girls",), "affirmed"),
        ("shelter", None, None, ("ngo",), 1, ("boys",), "negated"),
    ]


def test_places_that_have_none_are_facts_of_their_own(read: Read) -> None:
    assert rows(facilities(read, "There were no shelters for men, and none in Gulu or Lira.")) == [
        ("shelter", None, None, (), None, ("men",), "negated"),
        ("shelter", None, "Gulu", (), None, (), "negated"),
        ("shelter", None, "Lira", (), None, (), "negated"),
    ]


def test_those_of_several_that_a_body_runs_are_a_fact_of_their_own(read: Read) -> None:
    assert rows(facilities(read, "There were 12 shelters nationwide, seven of them run by NGOs.")) == [
        ("shelter", None, None, (), 12, (), "affirmed"),
        ("shelter", None, None, ("ngo",), 7, (), "affirmed"),
    ]


def test_the_beds_of_two_places_are_of_two_facilities(read: Read) -> None:
    found = facilities(read, "Trace Hope, an NGO, runs two homes for girls, 30 places in Gulu and 25 in Lira.")
    assert [(f.location, f.count, f.operators) for f in found] == [("Gulu", 1, ("Trace Hope",)), ("Lira", 1, ("Trace Hope",))]


def test_each_of_two_hotlines_has_its_operator(read: Read) -> None:
    found = facilities(read, "Two hotlines, one run by police and the other by the NGO Trace Hope, took calls.")
    assert {f.operators for f in found} == {("government",), ("Trace Hope",)}


def test_what_a_list_asks_for_is_not_there(read: Read) -> None:
    assert facilities(read, "The government should jail traffickers; open shelters for men; and train judges.") == []


def test_a_facility_is_where_those_are_who_run_it(read: Read) -> None:
    found = facilities(read, "Two NGOs in Gulu and Lira ran shelters.")
    assert [(f.location, f.operators) for f in found] == [("Gulu", ("ngo",)), ("Lira", ("ngo",))]


def test_centers_that_refuse_men_are_two_facts(read: Read) -> None:
    found = facilities(read, "The state funds 12 crisis centers, none of which accept men.")
    assert {(f.count, f.operators, f.serves, f.polarity) for f in found} == {(12, (), (), "affirmed"), (None, (), ("men",), "negated")}


def test_those_told_before_are_closed_to_whom_neither_was_open(read: Read) -> None:
    found = facilities(read, "NGOs ran a shelter for women and a home for boys. Male victims had access to neither.")
    assert [(f.serves, f.polarity) for f in found] == [(("boys", "women"), "affirmed"), (("men",), "negated")]


def test_the_name_before_a_shelter_is_its_town_where_the_text_says_so_elsewhere(read: Read) -> None:
    found = facilities(read, "The state built a clinic in Quzwara. Nuns managed the new Quzwara shelter.")
    assert [(f.location, f.operators) for f in found] == [("Quzwara", ("ngo",))]


def test_one_here_and_one_there_are_two(read: Read) -> None:
    found = facilities(read, "The government ran two shelters, one in the capital and one in Gulu, which took 90 victims.")
    assert [(f.location, f.operators, f.count) for f in found] == [("Gulu", ("government",), 1), ("capital", ("government",), 1)]


def test_two_sorts_that_share_a_noun_are_two(read: Read) -> None:
    found = facilities(read, "Victims could use two state-run and four private shelters.")
    assert [(f.operators, f.count) for f in found] == [(("government",), 2), (("ngo",), 4)]


def test_towns_in_brackets_have_one_each(read: Read) -> None:
    found = facilities(read, "NGOs operated two regional centers (in Gulu and Lira) for abused women.")
    assert [(f.location, f.operators, f.serves) for f in found] == [("Gulu", ("ngo",), ("women",)), ("Lira", ("ngo",), ("women",))]


def test_a_country_is_no_name_of_a_shelter(read: Read) -> None:
    assert [f.name for f in facilities(read, "With a grant from Norway, an NGO opened a shelter in Gulu.")] == [None]


def test_a_month_without_a_year_is_of_the_time_that_the_report_covers(read: Read) -> None:
    found = facilities(read, "A toll-free line for victims opened in March. A shelter was inaugurated in September.")
    assert [f.period for f in found] == ["2015-03", "2014-09"]


def test_a_common_noun_means_the_body_named_last(read: Read) -> None:
    found = facilities(read, "The Ministry of Gender trained 20 officers. The ministry’s hotline received 300 calls.")
    assert [(f.type, f.operators) for f in found] == [("hotline", ("Ministry of Gender",))]


def test_the_evidence_is_the_clause(read: Read) -> None:
    text = "Raids were few, but the police maintained a hotline."
    assert [f.evidence for f in facilities(read, text)] == [(Evidence(20, 51, "the police maintained a hotline"),)]


@pytest.mark.parametrize(
    "text",
    [
        "The embassies of Indonesia and Nepal gave refuge to some 500 of their nationals.",
        "The Embassy of Mongolia in Beijing helped bring 18 victims home.",
        "The government planned to open a shelter for men in 2016.",
        "NGOs provided victims with shelter, food, and counseling.",
        "Traffickers kept girls in private homes in the capital.",
        "Local authorities in Tamale and Wa had no money for shelters.",
        "Men were forced to work in call centers in Sihanoukville.",
    ],
)
def test_what_is_no_facility_gives_no_fact(read: Read, text: str) -> None:
    assert facilities(read, text) == []


def test_places_without_one_are_told_beside_those_for_whom_there_is_none(read: Read) -> None:
    assert [(f.location, f.serves, f.polarity) for f in facilities(read, "There were no shelters for men, and none in Beni or Oruro.")] == [
        (None, ("men",), "negated"),
        ("Beni", (), "negated"),
        ("Oruro", (), "negated"),
    ]


def test_a_denial_reaches_the_verbs_that_a_list_goes_on_with(read: Read) -> None:
    text = "The government failed to train police, establish victim care centers, and fund NGOs."
    assert [(f.type, f.operators, f.polarity) for f in facilities(read, text)] == [("shelter", ("government",), "negated")]


def test_a_part_of_the_country_that_runs_a_facility_is_where_it_is(read: Read) -> None:
    assert [(f.location, f.count) for f in facilities(read, "The department of La Paz ran one shelter for girls.")] == [("La Paz", 1)]


def test_a_shelter_that_no_longer_takes_men_is_denied_them(read: Read) -> None:
    found = facilities(read, "The state's one shelter, in Sofia, no longer accepts men.")
    assert [(f.location, f.serves, f.polarity) for f in found] == [("Sofia", (), "affirmed"), (None, ("men",), "negated")]


def test_what_stands_between_two_nouns_is_of_the_first(read: Read) -> None:
    text = "The Department of Welfare ran two shelters for girls, one in Lira and one in Gulu, and sent women to a shelter run by an NGO."
    assert rows(facilities(read, text)) == [
        ("shelter", None, "Lira", ("Department of Welfare",), 1, ("girls",), "affirmed"),
        ("shelter", None, "Gulu", ("Department of Welfare",), 1, ("girls",), "affirmed"),
        ("shelter", None, None, ("ngo",), 1, ("women",), "affirmed"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government paid an NGO $30,000 to run a shelter in Lira.", [("shelter", None, "Lira", ("ngo",), 1, (), "affirmed")]),
        (
            "Two NGOs, Caritas and World Vision, run the country's only shelters.",
            [("shelter", None, None, ("Caritas", "World Vision"), None, (), "affirmed")],
        ),
        ("The free line 1818, which the police answer, took 90 calls.", [("hotline", "1818", None, ("government",), None, (), "affirmed")]),
        ("The ministry took over a shelter in Lira.", [("shelter", None, "Lira", ("government",), 1, (), "affirmed")]),
        ("The government's two NGO-run shelters for girls closed.", [("shelter", None, None, ("ngo",), 2, ("girls",), "negated")]),
        (
            "Caritas keeps a house for women in Lira and another for girls in Gulu.",
            [
                ("shelter", None, "Gulu", ("Caritas",), 1, ("girls",), "affirmed"),
                ("shelter", None, "Lira", ("Caritas",), 1, ("women",), "affirmed"),
            ],
        ),
        ("Boys were not allowed to live with their mothers in shelters.", [("shelter", None, None, (), None, ("boys",), "negated")]),
    ],
)
def test_who_runs_it_where_others_are_named_beside(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(rows(facilities(read, text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The government has promised a shelter for boys.",
        "The law obliges the state to open shelters for victims.",
        "The act requires the ministry to establish a shelter in Lira.",
        "Embassies of labor-sending countries operated shelters.",
    ],
)
def test_a_shelter_that_is_owed_or_is_another_countrys_is_none(read: Read, text: str) -> None:
    assert facilities(read, text) == []


def test_none_of_those_told_before_takes_some(read: Read) -> None:
    told = [("shelter", None, "Lira", ("government",), 2, (), "affirmed"), ("shelter", None, None, (), None, ("boys",), "negated")]
    assert rows(facilities(read, "The ministry ran two shelters in Lira. None of them took in boys.")) == told
    assert rows(facilities(read, "The ministry ran two shelters in Lira; none was open to boys.")) == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government did not provide shelter to male victims.", [("shelter", None, None, (), None, ("men",), "negated")]),
        ("Civil society organizations ran at least 11 of the 17 shelters.", [("shelter", None, None, ("ngo",), 11, (), "affirmed")]),
        (
            "The Ministry of Labor opened eight additional shelter homes.",
            [("shelter", None, None, ("Ministry of Labor",), 8, (), "affirmed")],
        ),
        (
            "The Ministry of Labor ran nine shelters, including four dedicated to men, four dedicated to women, and one dedicated to boys.",
            [("shelter", None, None, ("Ministry of Labor",), 9, ("boys", "men", "women"), "affirmed")],
        ),
    ],
)
def test_shelters_given_counted_and_dedicated(read: Read, text: str, expected: list[Row]) -> None:
    assert rows(facilities(read, text)) == expected


def test_a_hotline_that_takes_calls_is_one_whoever_runs_it(read: Read) -> None:
    assert [f.type for f in facilities(read, "Donor-backed hotlines took 890 calls.")] == ["hotline"]
    assert facilities(read, "The hotline took 890 calls.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neither in Lira nor in Gulu did the government run a shelter.",
            [
                ("shelter", None, "Gulu", ("government",), None, (), "negated"),
                ("shelter", None, "Lira", ("government",), None, (), "negated"),
            ],
        ),
        (
            "In Lira and Gulu, where NGOs ran shelters for girls, police found 12 victims.",
            [
                ("shelter", None, "Gulu", ("ngo",), None, ("girls",), "affirmed"),
                ("shelter", None, "Lira", ("ngo",), None, ("girls",), "affirmed"),
            ],
        ),
        (
            "The ministry funded four homes run by NGOs and, in Lira, a shelter for girls.",
            [("shelter", None, None, ("ngo",), 4, (), "affirmed"), ("shelter", None, "Lira", (), 1, ("girls",), "affirmed")],
        ),
    ],
)
def test_places_stand_before_what_is_there(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(rows(facilities(read, text)), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry funded 30 facilities for women.", ("shelter", None, None, (), 30, ("women",), "affirmed")),
        (
            "Two shelters under the Ministry of Gender housed girls.",
            ("shelter", None, None, ("Ministry of Gender",), 2, ("girls",), "affirmed"),
        ),
        ("A third center catered to boys.", ("shelter", None, None, (), 1, ("boys",), "affirmed")),
        ("An NGO ran two protected apartments for women.", ("shelter", None, None, ("ngo",), 2, ("women",), "affirmed")),
        (
            "The Immigration Department ran six detention centers in which trafficking victims were held.",
            ("detention_center", None, None, ("Immigration Department",), 6, (), "affirmed"),
        ),
        (
            "The Victim Aid Center, a counseling facility run by nuns, had 40 clients, all women.",
            ("counseling_center", "Victim Aid Center", None, ("ngo",), 1, (), "affirmed"),
        ),
        (
            "The National Resource Center, operated by the NGO Lumos, received 310 calls.",
            ("hotline", "National Resource Center", None, ("Lumos",), 1, (), "affirmed"),
        ),
        ("Nine Amani Care Centers took in girls.", ("shelter", "Amani Care Centers", None, (), 9, ("girls",), "affirmed")),
    ],
)
def test_names_and_nouns_that_what_is_said_of_them_shows(read: Read, text: str, expected: Row) -> None:
    assert rows(facilities(read, text)) == [expected]


def test_a_noun_in_the_name_of_a_body_is_no_facility(read: Read) -> None:
    assert facilities(read, "The government paid two NGOs, Nova Safe House Network and Lumos, to care for victims.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The NGO Sahara runs a shelter for women in Lira; boys cannot be accommodated there.",
        "The NGO Sahara runs a shelter for women in Lira. Boys are turned away.",
    ],
)
def test_a_facility_is_closed_to_those_who_are_turned_away(read: Read, text: str) -> None:
    told = [(f.serves, f.polarity) for f in read("UGA", 2013, text) if isinstance(f, Facility)]
    assert told == [(("women",), "affirmed"), (("boys",), "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "Plans for a new ward at the shelter that Caritas runs in Lira came to nothing.",
        "Neither the police nor the courts had access to the shelter that Caritas runs in Lira.",
        "The number of calls to the hotline that Caritas runs remained nil.",
    ],
)
def test_what_is_denied_of_a_facility_does_not_deny_it(read: Read, text: str) -> None:
    assert [f.polarity for f in read("UGA", 2013, text) if isinstance(f, Facility) and f.polarity == "negated"] == []
