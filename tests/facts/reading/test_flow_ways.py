"""Reading of flows: through which countries people are taken, in the sentence itself or in one beside it."""

import pytest

from tests.facts.reading.conftest import Read
from tests.facts.reading.test_flow import flows


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "GNQ",
            "Girls from Benin and Togo are trafficked to Equatorial Guinea for domestic servitude. "
            "Most come by sea, aboard boats that set out from Cameroon and stop at Sao Tome.",
            {"BEN>GNQ via CMR,STP", "TGO>GNQ via CMR,STP"},
        ),
        (
            "KGZ",
            "Kyrgyz women are exploited in prostitution in Turkey. The usual road leads by way of Almaty and Moscow.",
            {"KGZ>TUR via KAZ,RUS"},
        ),
        ("KGZ", "Kyrgyz women are exploited in prostitution in Turkey. The common way goes over Almaty.", {"KGZ>TUR via KAZ"}),
        (
            "LBN",
            "Women from Kenya and Togo are subjected to domestic servitude in Lebanon. Some of the Kenyans arrive by way of Ethiopia.",
            {"KEN>LBN via ETH", "TGO>LBN"},
        ),
        (
            "LBN",
            "Women from Kenya and Togo are subjected to domestic servitude in Lebanon. Kenyan women usually change planes in Doha.",
            {"KEN>LBN via QAT", "TGO>LBN"},
        ),
        (
            "MDA",
            "Moldova is a source country for women trafficked to the United Arab Emirates and Turkey for sexual exploitation. "
            "Women from villages are promised jobs and then flown to Dubai through Kyiv or Odesa.",
            {"MDA>ARE via UKR", "MDA>TUR"},
        ),
        (
            "GHA",
            "Ghana is a destination country for children trafficked from Togo. Girls work without pay in homes. "
            "Most arrive on roads that cross Burkina Faso.",
            {"TGO>GHA via BFA"},
        ),
        (
            "OMN",
            "Indian men are subjected to forced labor on farms; several Ugandan maids were brought by way of Dubai after paying.",
            {"IND>OMN", "UGA>OMN via ARE"},
        ),
        ("KEN", "Kenyan women are exploited in Oman. Officials travelled through Sudan to meet the victims.", {"KEN>OMN"}),
        ("KEN", "Kenyan women are exploited in Oman. Most of the drugs pass through Sudan.", {"KEN>OMN"}),
        ("KEN", "Kenyan women are exploited in Oman. Migrants from Eritrea cross Sudan on their way to Europe.", {"KEN>OMN"}),
        ("KEN", "Kenyan women are exploited in Oman. The government repatriated 30 of them through Sudan.", {"KEN>OMN"}),
    ],
)
def test_a_way_told_apart_is_that_of_the_same_people(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "DZA",
            "Migrants from Mali and Guinea travel overland through Niger; once in Algeria, some are sold into prostitution.",
            {"MLI>DZA via NER", "GIN>DZA via NER"},
        ),
        (
            "TUN",
            "Men from Sudan make their way across Libya; after they arrive in Tunisia, some are held in forced labor on farms.",
            {"SDN>TUN via LBY"},
        ),
        (
            "ZAF",
            "Ethiopian men cross Kenya and Tanzania by truck. In South Africa many are put to forced labor in shops.",
            {"ETH>ZAF via KEN,TZA"},
        ),
        ("LBY", "Men from Mali travel through Niger to Algeria. Some are sold to farmers in Libya.", {"MLI>LBY"}),
        ("KEN", "Migrants from Somalia travel overland through Ethiopia to Kenya.", set()),
    ],
)
def test_people_exploited_where_they_have_come_to_came_by_the_way_told_before(
    read: Read, country: str, text: str, expected: set[str]
) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("CYP", "Traffickers use the island to move Syrian women to Greece.", {"SYR>GRC via CYP"}),
        ("MLT", "Criminal gangs use the island as a way to bring Nigerian women to Italy for prostitution.", {"NGA>ITA via MLT"}),
        ("DJI", "Djibouti's port is used to move Ethiopian women to Oman for domestic servitude.", {"ETH>OMN via DJI"}),
        ("TJK", "Afghan women may transit its territory on their way to Russia for forced prostitution.", {"AFG>RUS via TJK"}),
        ("ARM", "Women from Ukraine are conveyed across Armenia to the bars of northern Iran.", {"UKR>IRN via ARM"}),
        ("SYR", "Iraqi women are taken over Syria to Lebanon, where they are forced into prostitution.", {"IRQ>LBN via SYR"}),
        ("KEN", "Somali refugees who land in Mombasa may be trafficked onward to Oman.", {"SOM>OMN via KEN"}),
        (
            "LBY",
            "Malian women are forced into prostitution in Libya and, after crossing the sea, in Italy.",
            {"MLI>LBY", "MLI>ITA via LBY"},
        ),
        ("KEN", "Kenyan women are trafficked by ship to Yemen, calling at Djibouti.", {"KEN>YEM via DJI"}),
        (
            "ZMB",
            "From Rwanda and Uganda through Zambia to Namibia, traffickers take girls into prostitution.",
            {"RWA>NAM via ZMB", "UGA>NAM via ZMB"},
        ),
        ("CYP", "Traffickers use the island's nightclubs to exploit Moldovan women.", {"MDA>CYP"}),
        ("KEN", "Men from India are exploited on vessels that call at Kenyan ports.", {"IND>KEN"}),
        ("KEN", "Ugandan girls are forced to beg over the course of the year in Kenya.", {"UGA>KEN"}),
        ("KEN", "Girls are trafficked across the country for domestic servitude.", {"KEN>KEN"}),
    ],
)
def test_what_is_only_crossed_or_used_lies_on_the_way(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("FJI", "Transit of Indian women through Suva to Australia for domestic servitude was noted earlier.", {"IND>AUS via FJI"}),
        ("KEN", "NGOs observed the passage of Ethiopian girls through Kenya to brothels in Tanzania.", {"ETH>TZA via KEN"}),
        ("KEN", "The movement of Ugandan women through Kenya to Oman for forced labor increased.", {"UGA>OMN via KEN"}),
        ("ROU", "The main trafficking routes from Moldova to Turkey run through the port of Constanta.", {"MDA>TUR via ROU"}),
        ("KEN", "The transit of migrants through Kenya to South Africa grew.", set()),
        ("KEN", "Heroin trafficking routes from Afghanistan to Europe run through Mombasa.", set()),
    ],
)
def test_a_noun_for_a_way_tells_a_flow_where_its_purpose_is_said(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No evidence came to light that Armenians were trafficked through Georgia.",
        "The trafficking of Armenians through Georgia was not observed.",
        "There were no reports that Armenians were trafficked through Georgia.",
    ],
)
def test_a_way_that_is_denied_is_negated(read: Read, text: str) -> None:
    assert flows(read, "GEO", text) == {"not ARM>- via GEO"}


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("GHA", "Ghana is a transit point for sex trafficking from Togo to Italy.", {"TGO>ITA via GHA"}),
        ("GHA", "Ghana is a transit point for drug trafficking from Colombia to Europe.", set()),
        ("UGA", "Ugandan women are flown to Dubai and end up in brothels in Oman.", {"UGA>OMN via ARE"}),
        ("UGA", "Ugandan women are trafficked to Dubai, and others end up in brothels in Oman.", {"UGA>ARE", "UGA>OMN"}),
        ("GAB", "Children from Togo are exploited in Gabon. The boats that carry them leave from Nigeria.", {"TGO>GAB via NGA"}),
        ("SEN", "Women from Guinea pass Senegal on the way to Kuwait, where they are held in domestic servitude.", {"GIN>KWT via SEN"}),
        ("ZWE", "Zimbabwean women are exploited in Kenya. Refugees from Burundi pass through Zambia.", {"ZWE>KEN"}),
        ("THA", "Lao women are trafficked to Malaysia, and Thailand is a country that they pass.", {"LAO>MYS"}),
        (
            "MDA",
            "Moldovan women are flown to Dubai through Kyiv or Moscow, where they are forced into prostitution.",
            {"MDA>ARE via RUS,UKR"},
        ),
    ],
)
def test_stops_are_told_apart_from_the_end_of_a_way(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Migrants from Chad reached Albania after passing through Egypt, where many were subjected to forced labor.", {"TCD>EGY"}),
        ("Migrants from Chad cross Egypt, where some are forced to work, before reaching Albania.", {"TCD>EGY"}),
        ("Women from Chad are trafficked to Albania after passing through Egypt, where they are sold.", {"TCD>ALB", "TCD>EGY"}),
    ],
)
def test_people_exploited_on_their_way_are_not_exploited_at_its_end(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "ALB", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girls are exploited in prostitution at truck stops along the Greece road.", {"ALB>ALB"}),
        ("Girls are exploited in prostitution on the Tirana–Skopje highway.", {"ALB>ALB"}),
        ("Albanian boys are forced to beg on the Milan–Rome motorway.", {"ALB>ITA"}),
    ],
)
def test_a_country_that_a_road_is_named_after_is_no_destination(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "ALB", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A charity active on the Riviera says that 80 children are exploited in prostitution there.", {"ALB>ITA", "ALB>ALB"}),
        ("A charity in the Saranda area says that 80 children are exploited in prostitution there.", {"ALB>ITA", "ALB>ALB"}),
        ("In January, a charity said that 80 Albanian children are exploited in prostitution there.", {"ALB>ITA"}),
        ("A charity in Rome says that 80 Albanian children are exploited in prostitution there.", {"ALB>ITA"}),
    ],
)
def test_there_is_where_those_are_who_tell_it(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "ALB", f"Albanian women are forced into prostitution in Italy. {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Traffickers exploit Bulgarian women in sex trafficking in Durres, as well as Turkish and Syrian men in forced labor in factories.",
        "Traffickers exploit Bulgarian women, as well as Turkish and Syrian men, in forced labor.",
    ],
)
def test_people_behind_as_well_as_are_exploited_too(read: Read, text: str) -> None:
    assert flows(read, "ALB", text) == {"BGR>ALB", "TUR>ALB", "SYR>ALB"}


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "POL",
            "Girls from Armenia and Georgia are headed for Austria, where they are forced into prostitution. "
            "Polish women are exploited in prostitution in the same countries.",
            {"ARM>AUT", "GEO>AUT", "POL>AUT"},
        ),
        ("OMN", "Men from Nepal are trafficked to Oman. Omani men are subjected to forced labor there.", {"NPL>OMN", "OMN>OMN"}),
    ],
)
def test_the_same_countries_are_those_to_which_people_go(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("LBN", "Iraqi boys are forced to beg in the streets of Tripoli.", {"IRQ>LBN"}),
        ("LBN", "Lebanese men are subjected to forced labor in Tripoli, Libya.", {"LBN>LBY"}),
        ("TUN", "Tunisian men are subjected to forced labor in Tripoli.", {"TUN>LBY"}),
        ("GTM", "Honduran girls are exploited in prostitution in Antigua.", {"HND>GTM"}),
        ("MNE", "Egyptian children are forced to beg in Serbia.", {"MNE>SRB"}),
        ("JOR", "Egyptian men are subjected to forced labor on farms in Jordan.", {"EGY>JOR"}),
    ],
)
def test_a_name_that_places_share_means_the_one_in_the_narratives_country(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected
