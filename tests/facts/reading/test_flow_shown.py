"""Reading of flows: what shows exploitation without a verb of it, and what is told of others, of things and of courses."""

import pytest

from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read
from tests.facts.reading.test_flow import flows, one


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("TGO", "Gendarmes freed 31 girls from brothels in Lomé and placed them with relatives.", {"TGO>TGO"}),
        ("GHA", "Police rescued 14 boys from fishing boats on the lake.", {"GHA>GHA"}),
        ("GHA", "Police in Togo rescued Ghanaian girls from bars in Lomé.", {"GHA>TGO"}),
        ("BEN", "Police rescued Nigerian girls from brothels in Cotonou and returned them to Nigeria.", {"NGA>BEN"}),
        ("BEN", "Beninese children were rescued from quarries in Nigeria.", {"BEN>NGA"}),
        ("ITA", "Coast guards rescued 400 migrants from boats off Lampedusa.", set()),
        ("TGO", "The ministry removed 17 girls from markets in Lomé.", set()),
    ],
)
def test_what_people_were_freed_from_befell_them(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "NPL",
            "Nepali men who go to Oman often work 16 hours a day for a fraction of the agreed pay, conditions that amount to forced labor.",
            {"NPL>OMN"},
        ),
        (
            "JOR",
            "Visitors purchase Syrian girls for short marriages that amount to commercial sexual exploitation.",
            {"SYR>JOR"},
        ),
        ("IND", "Traders buy girls in Assam for forced marriage to farmers in Haryana.", {"IND>IND"}),
        ("PRK", "Agencies provide laborers to foreign firms under contracts that amount to forced labor.", set()),
        ("JOR", "Rich men from the Gulf buy houses in Amman, and some buy brides.", set()),
        ("KWT", "Maids from Benin attended a course on the signs of forced labor.", set()),
    ],
)
def test_conditions_that_amount_to_exploitation_show_it(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("NPL", "A consul was jailed for selling three Nepali women to a brothel in Mumbai.", {"NPL>IND"}),
        ("CMR", "A judge received a suspended sentence for keeping a young girl as an unpaid servant.", {"CMR>CMR"}),
        ("PAN", "Prosecutors investigated two consuls for alleged involvement in the trafficking of Cuban women.", {"CUB>PAN"}),
        ("BRA", "The code sets fines for holding a worker in debt bondage.", set()),
        ("PAN", "Prosecutors investigated two consuls for alleged involvement in the smuggling of Cuban cigars.", set()),
        ("PAN", "A mayor spoke of his part in the fight against the trafficking of Venezuelan girls.", set()),
    ],
)
def test_what_somebody_is_tried_for_befell_certain_people(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("NOR", "Most victims identified in Norway are Nigerians, Albanians, and Romanians.", {"NGA>NOR", "ALB>NOR", "ROU>NOR"}),
        ("IRL", "The most common nationalities among the 60 victims identified were Nigerian and Romanian.", {"NGA>IRL", "ROU>IRL"}),
        ("AUT", "Of the 210 victims identified, Serbians (44) and Slovaks (31) were the largest groups.", {"SRB>AUT", "SVK>AUT"}),
        ("PHL", "Officials assisted 30 nationals trafficked abroad: 22 in Jordan and eight in Libya.", {"PHL>JOR", "PHL>LBY"}),
        ("SEN", "The shelter received 300 children, including 14 from Gambia who had been forced to beg.", {"GMB>SEN"}),
        ("FIN", "Thailand and Ukraine are source countries for pickers exploited in the forests.", {"THA>FIN", "UKR>FIN"}),
        ("NOR", "Most officers trained in Norway are Poles and Latvians.", set()),
        ("IRL", "Officials identified 60 victims; the most common nationality of the suspects was Nigerian.", set()),
        ("SEN", "The shelter received 300 children, including 14 from Gambia who had lost their parents.", set()),
    ],
)
def test_peoples_of_victims_are_origins(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("PAK", "Women from Bangladesh are trafficked to Pakistan, and Pakistani goods are sold to the Gulf.", {"BGD>PAK"}),
        ("SDN", "Sudanese girls are forced into prostitution in Egypt, and Egyptian police returned some to Sudan.", {"SDN>EGY"}),
        ("UGA", "Ugandan women are forced into domestic servitude outside the country—in Oman and Iraq.", {"UGA>OMN", "UGA>IRQ"}),
        ("MAR", "Women from Mali waiting in Tangier for passage to Spain are forced into prostitution.", {"MLI>MAR"}),
        ("LBY", "Women from Nigeria are forced into prostitution in Libya; the men are sold as laborers.", {"NGA>LBY"}),
        ("KWT", "Many male and female migrant workers face conditions of forced labor.", {"->KWT"}),
        ("GHA", "Ghana and Togo agreed to return children trafficked between the two countries.", set()),
        ("ARE", "To bring a child from Asia to ride in a race is an offense, for which the law provides a fine.", set()),
        ("CAN", "Canadian tourists in Cuba sexually exploit children.", set()),
        ("MEX", "Criminal groups move migrants to the United States.", set()),
    ],
)
def test_an_arrow_is_not_drawn_by_others_or_by_things(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("MOZ", "Mozambican girls have been discovered in shebeens and private homes in South Africa.", {"MOZ>ZAF"}),
        ("TGO", "Girls are exploited in Lomé; those taken abroad are sold as maids in Gabon.", {"TGO>TGO", "TGO>GAB"}),
        ("DJI", "Somali women pass through Djibouti on their way to Yemen; many are put to forced labor on arrival.", {"SOM>YEM via DJI"}),
        ("UGA", "Guesthouse owners pay brokers who bring them girls from the villages for sex.", {"UGA>UGA"}),
        ("RWA", "Members of the youth wing forced villagers to do unpaid road work.", {"RWA>RWA"}),
        ("NOR", "Police dismantled a ring that had forced Bulgarian women into prostitution in Oslo.", {"BGR>NOR"}),
        ("ESP", "Criminal groups move Ukrainian women to Spain through Poland.", {"UKR>ESP via POL"}),
        ("BOL", "Bolivian families are found in many districts of Buenos Aires.", set()),
        ("RWA", "Members of the youth wing forced villagers to vote.", set()),
    ],
)
def test_who_does_it_and_where_people_are_found_may_stand_anywhere(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("STP", "Neither Angolan women nor Angolan men are known to be trafficked to Sao Tome and Principe.", {"not AGO>STP"}),
        ("ISL", "There were no cases in which Icelandic women were trafficked to Norway.", {"not ISL>NOR"}),
        (
            "CPV",
            "It was once feared that migrants from Guinea would be trafficked to Spain through Praia; none ever was.",
            {"not GIN>ESP via CPV"},
        ),
        ("ITA", "None of the women trafficked to Italy received help.", {"ITA>ITA"}),
    ],
)
def test_what_is_denied_of_its_subject_is_negated(read: Read, country: str, text: str, expected: set[str]) -> None:
    found = flows(read, country, text)
    assert {f for f in found if f.startswith("not ")} == {f for f in expected if f.startswith("not ")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girls in the bars of the coast are prostituted until a debt is repaid.", {("KEN", "KEN")}),
        ("Officials trained 40 officers on children who are forced to beg.", set()),
        ("Of the 60 adults recognized as victims, 40 were exploited in prostitution.", set()),
        ("There was no inquiry into a consul who sold stranded maids to new employers.", set()),
    ],
)
def test_among_what_is_done_only_plain_statements_are_flows(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = [f for f in read("KEN", 2014, text, "protection") if isinstance(f, Flow)]
    assert {(f.origin, f.destination) for f in found} == expected


def test_an_accusation_is_reported(read: Read) -> None:
    assert one(read, "LUX", "Two diplomats were accused of keeping a Filipina maid as an unpaid servant.").certainty == "reported"
