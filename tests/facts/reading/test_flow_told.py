"""Reading of flows: bondage told as work, exploitation that is said to happen, buyers and those who do it, and where people were kept."""

import pytest

from kg.facts.country_role import CountryRole
from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read
from tests.facts.reading.test_flow import flows, one


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "ITA",
            "Romanians and Moroccans pick tomatoes in the south under the eye of gangmasters who keep their documents.",
            {"ROU>ITA", "MAR>ITA"},
        ),
        ("KAZ", "Uzbek men harvest cotton in southern Kazakhstan, often without receiving the pay that they were promised.", {"UZB>KAZ"}),
        ("MWI", "Malawian men were found on farms in Zambia working under coercion.", {"MWI>ZMB"}),
        ("USA", "Mexican workers pick crops in Florida for crew leaders who hold them in debt.", {"MEX>USA"}),
        ("ZAF", "Boys from Lesotho are used as herders in South Africa.", {"LSO>ZAF"}),
        ("HUN", "Hungarian women stand behind windows in Zurich, most of them under the control of pimps.", {"HUN>CHE"}),
        ("DJI", "Migrants from Ethiopia fall victim to trafficking upon reaching Djibouti City.", {"ETH>DJI"}),
        ("NZL", "Thai women work in brothels in Auckland with valid visas and keep their earnings.", set()),
        ("POL", "Ukrainians pick strawberries in June and go home in August with their pay.", set()),
    ],
)
def test_work_told_as_bondage_is_exploitation(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("CRI", "Child sex tourism in resort areas remained a problem.", {"CRI>CRI"}),
        ("KEN", "Child prostitution has been reported in Mombasa and Malindi.", {"KEN>KEN"}),
        ("MNG", "Japanese tourists reportedly engage in child sex tourism in Mongolia.", {"MNG>MNG"}),
        ("JPN", "Japanese men travel to Thailand and the Philippines for child sex tourism.", {"THA>THA", "PHL>PHL"}),
        ("KEN", "Child prostitution is illegal.", set()),
        ("KEN", "Child sex tourism is not known to occur.", set()),
        ("KEN", "Child sex trafficking victims remained in a government center.", set()),
        ("KEN", "Child sex tourism was a topic of the meeting.", set()),
        ("FRA", "Child sex tourism by French nationals in Asia remains a problem.", set()),
        ("CRI", "Costa Rica is a destination for child sex tourists from the United States.", set()),
        ("NLD", "The government ran a campaign against child sex tourism in Brazil.", set()),
        ("CAN", "Canadians engage in child sex tourism abroad.", set()),
    ],
)
def test_exploitation_of_children_that_is_said_to_happen_is_inside_the_country(
    read: Read, country: str, text: str, expected: set[str]
) -> None:
    assert flows(read, country, text) == expected


def test_children_suffer_the_exploitation_that_is_named_after_them(read: Read) -> None:
    flow = one(read, "KEN", "Child prostitution has been reported in Mombasa.")
    assert (flow.victims, flow.exploitation, flow.to_place) == (("children",), ("sex_trafficking",), ("Mombasa",))
    assert flow.certainty == "reported"


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "MAR",
            "Rural boys may face conditions of forced labor, and child prostitution involving foreign tourists, mainly French and Spanish, "
            "has been reported in Marrakech.",
            {"MAR>MAR"},
        ),
        ("CRI", "Most of the customers are Americans, Canadians, and Germans who come for child prostitution.", set()),
        (
            "EGY",
            "Wealthy men from Kuwait pay for summer marriages with Egyptian girls, who are then used for sex or as maids.",
            {"EGY>EGY"},
        ),
        ("MRT", "Boys from Mali study at Koranic schools whose teachers force them to beg in Nouakchott.", {"MLI>MRT"}),
        ("MOZ", "Farmers in South Africa use Mozambican boys without pay and have them arrested as illegal immigrants.", {"MOZ>ZAF"}),
        (
            "MUS",
            "In 2017 police identified 12 victims of forced labor. There were some 39,500 migrant workers in the country, mainly from "
            "India and China.",
            {"MUS>MUS"},
        ),
    ],
)
def test_buyers_and_those_who_do_it_are_no_victims(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("UZB", "Two Uzbek women who had escaped from a brothel in Dubai said that a neighbor had sold them.", {"UZB>ARE"}),
        ("JOR", "Filipina maids who flee employers in Jordan were trafficked onward to Lebanon.", {"PHL>LBN via JOR"}),
        ("DEU", "Most victims of sex trafficking come from Bulgaria and Romania, and from Nigeria.", {"BGR>DEU", "ROU>DEU", "NGA>DEU"}),
        ("YEM", "Yemeni boys were taken across the Saudi border and made to beg.", {"YEM>SAU"}),
        ("ISR", "Some 3,000 women a year are smuggled across the Egyptian border and sold to pimps.", {"ISR>ISR"}),
        ("PHL", "Filipino women clean houses in Hong Kong and are sold for sex in Malaysian bars.", {"PHL>MYS"}),
        (
            "MEX",
            "Hondurans who cross Mexico on their way north are kidnapped by criminal groups and made to carry drugs.",
            {"HND>MEX"},
        ),
        ("CMR", "Children are trafficked between Gabon and Nigeria.", {"GAB>NGA via CMR", "NGA>GAB via CMR"}),
        ("BEN", "Agents took children to Togo to work.", {"BEN>TGO"}),
        ("LBN", "Of the 27 victims identified, 20 were Syrian, and three came from Morocco.", {"SYR>LBN", "MAR>LBN"}),
    ],
)
def test_where_people_were_kept_or_taken_is_where_they_are_exploited(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("PRY", "Paraguayan women account for the largest group of foreign victims of sex trafficking in Argentina.", {"PRY>ARG"}),
        ("BRA", "Brazilian police said that Paraguayans accounted for half of the smugglers arrested on the border.", set()),
        ("LKA", "Authorities identified labor trafficking victims among Sri Lankan women who seek employment in Kuwait.", {"LKA>KWT"}),
        ("BWA", "Adults and children were reported to be in forced labor on farms in the country's west.", {"BWA>BWA"}),
        ("KHM", "Newspapers told of gangs trafficking Malaysian nationals into Cambodia for forced labor.", {"MYS>KHM"}),
        (
            "NLD",
            "The principal countries of origin of victims were the Netherlands, Nigeria, and Hungary.",
            {"NLD>NLD", "NGA>NLD", "HUN>NLD"},
        ),
        ("LAO", "Burma, Laos, and Cambodia are the main source countries of victims found in Thailand.", set()),
        ("COD", "Armed groups recruit Congolese children to serve as porters, spies, and sex slaves.", {"COD>COD"}),
        ("OMN", "Most of the human trafficking found in Oman involves migrant workers.", {"->OMN"}),
        ("PRK", "Trafficking involves North Korean women who cross the border voluntarily.", set()),
        ("MUS", "Unionists reported cases of forced labor among migrant workers.", {"->MUS"}),
        ("CHE", "Nationals of Hungary accounted for the largest number of victims in 2012.", {"HUN>CHE"}),
        ("GAB", "Girls from Togo, and boys from the same countries, are put to work and are seldom paid.", {"TGO>GAB"}),
        ("NGA", "Boko Haram used child soldiers as cooks.", {"NGA>NGA"}),
        ("COL", "Colombian children are forcibly recruited by guerrillas.", {"COL>COL"}),
        ("COD", "Children were recruited by the M23 in Rwanda.", set()),
        ("IRQ", "Children were recruited by a charity as readers.", set()),
        (
            "VNM",
            "Brokers from Taiwan arrange marriages after which Vietnamese women are forced to work as maids in these countries.",
            {"VNM>TWN"},
        ),
        ("IDN", "Indonesian girls are sent to Malaysian Borneo as debt-bonded maids.", {"IDN>MYS"}),
        ("LBY", "Militia groups are reported to conscript Libyan children.", {"LBY>LBY"}),
        ("NGA", "The army screened child soldiers whom it had found.", set()),
    ],
)
def test_victims_are_told_by_their_share_or_by_those_among_whom_they_are(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("LKA", "Women work in Kuwait and Oman, and their pay is the country's largest source of foreign exchange.", set()),
        (
            "HKG",
            "The Hong Kong Special Administrative Region of the People's Republic of China is a destination for trafficked women.",
            {("HKG", "destination")},
        ),
    ],
)
def test_what_is_no_source_of_people_or_only_owns_the_place_has_no_role(
    read: Read, country: str, text: str, expected: set[tuple[str, str]]
) -> None:
    found = list(read(country, 2014, text, "profile"))
    assert {(f.country, f.role) for f in found if isinstance(f, CountryRole)} == expected
    assert not expected or not any(isinstance(f, Flow) and f.origin == "CHN" for f in found)
