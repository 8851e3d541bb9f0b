"""Reading of flows, on sentences written for the tests."""

from pathlib import Path

import pytest

from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read


def flows(read: Read, country: str, text: str) -> set[str]:
    """The flows of a text as ``LAO>THA via KHM``, a dash for an end that is not said."""
    found = [f for f in read(country, 2014, text, "profile") if isinstance(f, Flow)]
    return {
        ("not " if f.polarity == "negated" else "")
        + f"{f.origin or '-'}>{f.destination or '-'}"
        + (f" via {','.join(f.via)}" if f.via else "")
        for f in found
    }


def one(read: Read, country: str, text: str) -> Flow:
    """The only flow of a text."""
    (found,) = [f for f in read(country, 2014, text, "profile") if isinstance(f, Flow)]
    return found


def test_a_flow_has_victims_exploitation_trade_and_the_words_that_say_it(read: Read) -> None:
    text = "Observers met Lao men and boys who are subjected to forced labor on fishing boats in Thailand."
    flow = one(read, "LAO", text)
    assert (flow.origin, flow.destination, flow.via) == ("LAO", "THA", ())
    assert (flow.victims, flow.exploitation, flow.sectors) == (("boys", "men"), ("forced_labor",), ("fishing",))
    assert (flow.polarity, flow.certainty, flow.rule) == ("affirmed", "stated", "flow.force")
    assert [e.quote for e in flow.evidence] == ["Lao men and boys who are subjected to forced labor on fishing boats in Thailand"]


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("KEN", "Girls are trafficked within the country for domestic servitude.", {"KEN>KEN"}),
        ("KEN", "Boys are forced to beg in the capital.", {"KEN>KEN"}),
        ("KEN", "Foreign women are forced into prostitution.", {"->KEN"}),
        ("KEN", "Kenyan women are exploited abroad.", {"KEN>-"}),
        ("KEN", "Migrant workers are subjected to forced labor on farms.", {"->KEN"}),
        ("KEN", "Local and Somali men are forced to labor in quarries.", {"KEN>KEN", "SOM>KEN"}),
    ],
)
def test_what_is_not_said_follows_from_who_the_people_are(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "ROU",
            "Moldovan, Ukrainian, and possibly Uzbek women are trafficked to Romania for prostitution.",
            {"MDA>ROU", "UKR>ROU", "UZB>ROU"},
        ),
        (
            "MHL",
            "Marshallese girls and women from East Asia are subjected to sex trafficking.",
            {"MHL>MHL", "region:east-asia>MHL"},
        ),
        (
            "TGO",
            "Togolese girls are trafficked to Benin, Gabon, and other West African countries.",
            {"TGO>BEN", "TGO>GAB", "TGO>region:west-africa"},
        ),
        (
            "GHA",
            "Ghana is a destination for Togolese, Malian, and, to a lesser extent, Chinese women subjected to sex trafficking.",
            {"TGO>GHA", "MLI>GHA", "CHN>GHA"},
        ),
        ("KEN", "Women are sold in South and Southeast Asia.", {"KEN>region:south-asia", "KEN>region:southeast-asia"}),
    ],
)
def test_lists_share_their_cue(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "ZMB",
            "Zambian women are trafficked to South Africa via Zimbabwe and to Europe via Malawi.",
            {"ZMB>ZAF via ZWE", "ZMB>region:europe via MWI"},
        ),
        ("LAO", "Laos is a transit country for Burmese women who are forced into prostitution in Thailand.", {"MMR>THA via LAO"}),
        ("IRQ", "Women from Iran are trafficked to or through Iraq.", {"IRN>IRQ", "IRN>- via IRQ"}),
        ("GHA", "Migrants from Mali smuggled into or through Ghana are vulnerable to exploitation.", {"MLI>GHA", "MLI>- via GHA"}),
        ("GHA", "Migrants from Mali smuggled to Ghana are vulnerable to exploitation.", {"MLI>-"}),
        ("ALB", "Albanian girls are trafficked to Italy and onward to Belgium.", {"ALB>ITA", "ALB>BEL via ITA"}),
        ("DJI", "Ethiopian women transit Djibouti en route to domestic servitude in Yemen.", {"ETH>YEM via DJI"}),
        ("ITA", "Nigerian women are trafficked from Libya to Italy.", {"NGA>ITA via LBY"}),
    ],
)
def test_transit_is_part_of_the_way(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


def test_an_order_of_words_does_not_turn_the_arrow(read: Read) -> None:
    forward = flows(read, "CHN", "Women are trafficked to China from Burma and Laos.")
    backward = flows(read, "CHN", "From Burma and Laos, women are trafficked to China.")
    assert forward == backward == {"MMR>CHN", "LAO>CHN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reports from Togo suggest Ghanaian girls are trafficked to Benin.", {"GHA>BEN"}),
        ("Girls from Togo are trafficked to Benin.", {"TGO>BEN"}),
        ("The government still denies the existence of forced labor and the recruitment of child soldiers in Ghana.", set()),
        ("Officials denied the problem, but Chinese women are forced into prostitution in Ghana.", {"CHN>GHA"}),
        ("Many Cuban doctors who work in Ghana experience forced labor.", {"CUB>GHA"}),
        ("Cuban doctors with work experience in Ghana teach women.", set()),
        ("Most victims are migrants from Ghana's neighboring countries who are forced to labor.", {"region:neighboring-countries>GHA"}),
        ("Girls are trafficked to Ghana's neighbors for prostitution.", {"GHA>region:neighboring-countries"}),
        ("Girls are trafficked from Ghana's northern regions to the capital.", {"GHA>GHA"}),
        ("Thousands of Ghanaians fled the country and are vulnerable to forced labor.", {"GHA>-"}),
        ("Due to Ghana's war, thousands of Ghanaians have fled the country and are vulnerable to forced labor.", {"GHA>-"}),
        ("Malians who fled the country because of war are forced to beg in Ghana.", {"MLI>GHA"}),
        ("Traffickers fled the country after they exploited girls in prostitution.", {"GHA>GHA"}),
        ("Victims come from Togo; the government has not identified victims of forced prostitution.", {"TGO>GHA"}),
        ("Servants in homes where the ministry has no jurisdiction may be subject to forced labor.", {"GHA>GHA"}),
    ],
)
def test_news_is_no_origin_and_what_somebody_denies_or_does_not_find_no_flow(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


def test_these_migrants_are_those_who_migrated(read: Read) -> None:
    text = "Women and men migrate from Nepal to work in Jordan; some of these migrants are subjected to forced labor."
    found = [f.victims for f in read("JOR", 2014, text, "profile") if isinstance(f, Flow)]
    assert found == [("men", "migrants", "women")]


def test_people_who_are_only_compared_have_no_flow(read: Read) -> None:
    text = "Victims come to Togo from Benin and Mali and are subjected to the same exploitation as internally trafficked victims elsewhere."
    assert flows(read, "TGO", text) == {"BEN>TGO", "MLI>TGO"}


def test_people_and_places_just_named_are_taken_up(read: Read) -> None:
    text = "Lao women migrate to Malaysia. Some of them are forced into prostitution there."
    assert flows(read, "LAO", text) == {"LAO>MYS"}


def test_each_way_has_its_own_exploitation(read: Read) -> None:
    text = "Cuban women are exploited in sex trafficking in Mexico and in forced labor in Spain."
    found = [f for f in read("CUB", 2014, text, "profile") if isinstance(f, Flow)]
    assert {f.destination: f.exploitation for f in found} == {"MEX": ("sex_trafficking",), "ESP": ("forced_labor",)}


def test_what_may_befall_people_is_possible_and_what_is_denied_is_negated(read: Read) -> None:
    assert one(read, "LAO", "Lao workers in Thailand are at risk of forced labor.").certainty == "possible"
    assert one(read, "LAO", "Lao women reportedly are forced into marriage in China.").certainty == "reported"
    assert one(read, "LAO", "There is no evidence that Lao women are trafficked to Japan.").polarity == "negated"


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("LAO", "Thai authorities deported 300 Lao migrants in 2010."),
        ("LAO", "Laos and Vietnam signed an agreement against trafficking in persons."),
        ("LAO", "Courts convicted three Chinese men of trafficking offenses."),
        ("LAO", "Officers from Laos attended a workshop on forced labor in Singapore."),
        ("LAO", "The law prohibits the sex trafficking of children."),
        ("LAO", "Laos is a source country for men and women subjected to forced labor."),
        ("LAO", "Forced labor occurs in agriculture."),
        ("LAO", "Lao women married Chinese men and moved to China."),
        ("LAO", "Officials did not ask whether the women from Vietnam had been trafficked."),
    ],
)
def test_a_sentence_without_exploitation_of_people_gives_no_flow(read: Read, country: str, text: str) -> None:
    assert flows(read, country, text) == set()


def test_those_who_do_it_are_no_victims(read: Read) -> None:
    assert flows(read, "NPL", "Chinese men force Nepali girls into prostitution in bars frequented by Indian tourists.") == {"NPL>NPL"}


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "BIH",
            "Most victims are from Moldova. They reach Bosnia through Romania and Serbia. Some are later transferred to Croatia.",
            {"MDA>BIH via ROU,SRB", "MDA>HRV via BIH,ROU,SRB"},
        ),
        (
            "KGZ",
            "Women from Uzbekistan cross into Kyrgyzstan by road; those who continue to Turkey are forced into prostitution there.",
            {"UZB>TUR via KGZ"},
        ),
        ("PAN", "Colombian women are trafficked to Panama; from there some are sent to Mexico.", {"COL>PAN", "COL>MEX via PAN"}),
        (
            "GHA",
            "Ghanaian children are trafficked to Togo; others to The Gambia, where they fish.",
            {"GHA>TGO", "GHA>GMB"},
        ),
        (
            "SVK",
            "Slovak women are trafficked to Germany. The same route is used for women from Ukraine.",
            {"SVK>DEU", "UKR>DEU via SVK"},
        ),
        ("BRB", "Guyanese women are exploited in Barbados before being sent to Antigua.", {"GUY>BRB", "GUY>ATG via BRB"}),
    ],
)
def test_people_are_followed_over_sentences(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "ALB",
            "Albania lies on the route by which women from Moldova reach Italy, where they are forced into prostitution.",
            {"MDA>ITA via ALB"},
        ),
        ("FIN", "Finland is crossed by women from Russia bound for Sweden, where they are exploited in prostitution.", {"RUS>SWE via FIN"}),
        ("MEX", "Migrants in transit to the United States are kidnapped and forced into drug running.", {"->MEX"}),
        ("LBY", "Eritrean men on their way to Europe are sold to farmers.", {"ERI>LBY"}),
    ],
)
def test_a_country_on_the_way_is_passed_or_the_place_of_exploitation(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("CRI", "Of the 30 victims identified, 14 were from Nicaragua and nine from Venezuela.", {"NIC>CRI", "VEN>CRI"}),
        (
            "MNE",
            "The shelter assisted 11 victims: four Serbians, two Ukrainians, and five Montenegrins.",
            {"SRB>MNE", "UKR>MNE", "MNE>MNE"},
        ),
        ("TTO", "Officials identified 51 victims. Venezuelans made up half of them, and three were from Guyana.", {"VEN>TTO", "GUY>TTO"}),
        ("KHM", "The government received 44 Cambodian victims repatriated from Thailand and Malaysia.", set()),
        ("NGA", "Authorities identified 30 victims and arrested four suspects, two from Togo and two from Benin.", set()),
    ],
)
def test_victims_counted_by_origin_are_flows(read: Read, country: str, text: str, expected: set[str]) -> None:
    found = [f for f in read(country, 2014, text, "protection") if isinstance(f, Flow)]
    assert {f"{f.origin}>{f.destination}" for f in found} == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Anecdotal evidence suggests that women from Guyana are forced into prostitution.", "reported"),
        ("Grenada may be a transit country for women from Guyana trafficked to Barbados.", "possible"),
        ("Women from Guyana are at risk of being trafficked to Grenada.", "possible"),
        ("Possible victims from Guyana were identified in Grenada.", "possible"),
        ("Government officials acknowledge that women from Guyana are trafficked to Grenada.", "stated"),
    ],
)
def test_hedges_make_a_flow_reported_or_possible(read: Read, text: str, certainty: str) -> None:
    assert one(read, "GRD", text).certainty == certainty


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("CUB", "Cuba is a transit point for the smuggling of migrants from China to the United States."),
        ("OMN", "Officials underwent training on how to identify cases of forced labor."),
        ("GNB", "Members of the military trafficked in drugs."),
        ("MNE", "Selling a minor for prostitution is a crime that carries a penalty of ten years."),
    ],
)
def test_smuggling_training_and_definitions_give_no_flow(read: Read, country: str, text: str) -> None:
    assert flows(read, country, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women from Freedonia are forced to beg in Laos.", set()),
        ("Freedonian women are forced to beg in Laos.", set()),
        ("Women from the Republic of Freedonia are trafficked to Laos.", set()),
        ("Women from Thai\u200bland are forced to beg in Laos.", set()),
        ("Viet\u0301namese women are forced to beg in Laos.", set()),
        ("Lao women are forced into prostitution in Freedonia.", set()),
        ("Burmese women are trafficked to Freedonia.", set()),
        ("Women from Burma, Freedonia, and Vietnam are forced to beg in Laos.", {"MMR>LAO", "VNM>LAO"}),
        ("Freedonian and Burmese women are forced to beg in Laos.", {"MMR>LAO"}),
        ("Girls from Oudom Province are forced into prostitution in Laos.", {"LAO>LAO"}),
        ("Girls from Savannakhet are forced into prostitution in Thailand.", {"LAO>THA"}),
        ("Lao girls are forced into prostitution in Luang Prabang.", {"LAO>LAO"}),
        ("Some boys from Quranic schools are forced to beg.", {"LAO>LAO"}),
    ],
)
def test_a_name_that_no_table_has_gives_no_arrow_unless_it_is_a_part_of_the_country(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "LAO", text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("KEN", "Kenyans are victims of forced labor in at least 60 countries.", {"KEN>-"}),
        (
            "KEN",
            "Kenyan women migrate to countries within the region and, increasingly, Oman but are subjected to forced labor.",
            {"KEN>-", "KEN>OMN"},
        ),
        ("KEN", "Girls from countries, including Uganda and Rwanda, are subjected to forced labor.", {"UGA>KEN", "RWA>KEN"}),
        (
            "KEN",
            "Women from neighboring countries such as Uganda and Rwanda are subjected to forced prostitution.",
            {"region:neighboring-countries>KEN", "UGA>KEN", "RWA>KEN"},
        ),
        (
            "KEN",
            "Women from European, African, and Central Asian countries are forced into prostitution.",
            {"region:europe>KEN", "region:africa>KEN", "region:central-asia>KEN"},
        ),
        (
            "KEN",
            "Girls may be sent to Oman and Middle Eastern and other Asian countries for prostitution.",
            {"KEN>OMN", "KEN>region:middle-east", "KEN>region:asia"},
        ),
        ("KEN", "Kenyans are trafficked to Germany, Poland, Russian, and Turkey.", {"KEN>DEU", "KEN>POL", "KEN>RUS", "KEN>TUR"}),
        ("KEN", "Women are trafficked to Kenya from Uganda and even as far away as Europe.", {"UGA>KEN", "region:europe>KEN"}),
        ("KEN", "Asian women from China and Nepal are forced into prostitution.", {"CHN>KEN", "NPL>KEN"}),
        ("KEN", "A few Kenyans are trafficked internally and subjected to sex trafficking abroad.", {"KEN>KEN", "KEN>-"}),
        ("KEN", "Kenyan men on Thai-owned vessels are subjected to forced labor in international waters.", {"KEN>-"}),
        ("KEN", "Kenyan men are subjected to forced labor on Thai-owned fishing vessels.", {"KEN>THA"}),
        ("KEN", "Traffickers from Kenya exploit victims in the Netherlands.", {"->NLD"}),
        ("KEN", "The extent to which adults are trafficked for forced labor is unclear.", set()),
        ("KEN", "Drug syndicates coerced Tanzanian women to carry drugs into Kenya.", {"TZA>KEN"}),
        (
            "KEN",
            "Kenya is a transit and destination country for Ugandan women subjected to domestic servitude in Kenya and Oman.",
            {"UGA>KEN", "UGA>OMN via KEN"},
        ),
    ],
)
def test_places_without_names_and_lists_that_share_a_word_are_read(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


def test_a_hedge_before_one_origin_leaves_the_others_stated(read: Read) -> None:
    found = read("KEN", 2014, "Ugandan and possibly Thai women are forced into prostitution in Kenya.", "profile")
    assert {(f.origin, f.certainty) for f in found if isinstance(f, Flow)} == {("UGA", "stated"), ("THA", "possible")}


def test_an_ethnic_group_of_the_country_is_no_foreign_origin(read: Read) -> None:
    flow = one(read, "MYS", "A few Malaysian women, chiefly ethnic Chinese, have been trafficked to Australia.")
    assert (flow.origin, flow.destination, flow.victims) == ("MYS", "AUS", ("minorities", "women"))


def test_what_people_say_of_themselves_is_reported(read: Read) -> None:
    assert one(read, "IRL", "Nigerian nationals on farms often report indicators of forced labor.").certainty == "reported"


def test_what_could_not_be_confirmed_is_reported(read: Read) -> None:
    assert one(read, "MYS", "It could not be confirmed that Malaysian girls were trafficked in logging camps.").certainty == "reported"


def test_abuse_listed_beside_other_means_is_no_prostitution(read: Read) -> None:
    flow = one(read, "KEN", "Migrant workers face conditions of involuntary servitude, including physical and sexual abuse.")
    assert flow.exploitation == ("forced_labor",)


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("HND", "Honduran girls passing through Mexico are forced into prostitution in the bars of the south.", {"HND>MEX"}),
        ("SVK", "Women from Romania pass through Slovakia before being forced into prostitution in Austria.", {"ROU>AUT via SVK"}),
        ("TGO", "Togolese girls end up as unpaid domestic servants in Gabon after a journey through Benin.", {"TGO>GAB via BEN"}),
        ("CHL", "Chilean girls are forced to marry, while others are exploited in Peru.", {"CHL>CHL", "CHL>PER"}),
        ("BLR", "Belarusian women have been exploited as far away as Israel.", {"BLR>ISR"}),
        ("GIN", "Guinean girls are subjected to forced labor not only at home but also in Mali.", {"GIN>GIN", "GIN>MLI"}),
        ("KOR", "Russian women are forced to sell sex in bars near U.S. bases in South Korea.", {"RUS>KOR"}),
        ("ECU", "Children from Chimborazo are forced to beg in Colombia.", {"ECU>COL"}),
        ("MYS", "Rohingya refugees in Malaysia are forced to work.", {"MMR>MYS"}),
        ("CYP", "Dominican and Filipina artistes in Cypriot cabarets have been coerced into prostitution.", {"DOM>CYP", "PHL>CYP"}),
        ("GHA", "Children are compelled to sell goods in the street.", {"GHA>GHA"}),
        ("SAU", "Women, chiefly Ethiopian and Kenyan, have been captured and sold into prostitution.", {"ETH>SAU", "KEN>SAU"}),
        ("QAT", "Qatar's road sweepers, most of them Bangladeshi, work without wages.", {"BGD>QAT"}),
        ("GRC", "From the Balkans come women who are sold to clubs in Athens.", {"region:balkans>GRC"}),
        ("ETH", "Girls leave for Beirut and Riyadh; many are then enslaved as domestics.", {"ETH>LBN", "ETH>SAU"}),
        ("KHM", "Brokers take women to buyers in rural China, who keep them as wives against their will.", {"KHM>CHN"}),
        ("GTM", "Girls wind up in the bars of Tapachula.", {"GTM>MEX"}),
        ("MAR", "African women waiting for a boat to Spain are forced to beg.", {"region:africa>MAR"}),
        ("IRL", "Pakistani workers in restaurants and Filipino men on trawlers are in forced labor.", {"PAK>IRL", "PHL>IRL"}),
        ("ISL", "Women from Brazil are exploited in nightclubs, and men from Lithuania on building sites.", {"BRA>ISL", "LTU>ISL"}),
        ("JPN", "Filipinas who held entertainer visas were compelled to sell sex.", {"PHL>JPN"}),
        ("MLI", "Malian children are worked on plantations in Guinea.", {"MLI>GIN"}),
        ("ZMB", "Zambian girls have been traced to brothels in South Africa.", {"ZMB>ZAF"}),
        ("CHL", "Migrants from Haiti are worked with by the police in shelters.", set()),
        ("AZE", "Uzbek women are flown to Baku and on to Dubai, where they are sold for sex.", {"UZB>ARE via AZE"}),
        ("SOM", "Somali women are trafficked to Yemen and on to Oman.", {"SOM>YEM", "SOM>OMN via YEM"}),
        ("MNG", "Mongolian women, brought first to Macau, are later taken to Malaysia to be prostituted.", {"MNG>MYS via MAC"}),
        ("NPL", "Nepali women are taken to India, from where they are flown to Kuwait into forced labor.", {"NPL>KWT via IND"}),
        ("POL", "Ukrainian women trafficked to Germany are brought across Poland.", {"UKR>DEU via POL"}),
        ("HUN", "Traffickers use Hungary to move women from Moldova to Austria.", {"MDA>AUT via HUN"}),
        ("AZE", "Baku is a stop for Uzbek women on their way to brothels in Turkey.", {"UZB>TUR via AZE"}),
        ("SGP", "Indonesian women in transit in Singapore are on their way to domestic servitude in Oman.", {"IDN>OMN via SGP"}),
        ("JOR", "Filipina maids who flee employers in Jordan were trafficked onward to Lebanon.", {"PHL>LBN via JOR"}),
        ("ISR", "Russian-speaking women were forced into prostitution in Haifa.", {"ISR>ISR"}),
        ("HUN", "Bulgarian women are trafficked to Italy, Hungary is only crossed.", {"BGR>ITA"}),
        ("GRC", "Each year many thousands of Syrians pass through Turkey on their way to Greece.", set()),
        ("GEO", "Victims who return to Georgia from Turkey can stay in a shelter.", set()),
        ("GRC", "Nigerian women come through Turkey with false papers and are kept in debt bondage.", {"NGA>GRC via TUR"}),
        ("RUS", "Russia remains the main country of destination for Tajik labor migrants.", set()),
    ],
)
def test_wordings_of_many_authors(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("BRB", "Officials denied that Guyanese women are forced into prostitution in Barbados.", ("negated", "reported")),
        ("TTO", "No Trinidadian victims were found abroad.", ("negated", "stated")),
        ("LCA", "Rumors persist that Venezuelan women are forced to sell sex in Saint Lucia.", ("affirmed", "reported")),
        ("VCT", "Unconfirmed reports have it that girls are taken to Trinidad for prostitution.", ("affirmed", "reported")),
        ("UGA", "Ugandan girls are in danger of sexual exploitation in Kenya.", ("affirmed", "possible")),
        ("KGZ", "Kyrgyz migrants in Russia frequently fall prey to traffickers.", ("affirmed", "stated")),
        ("DJI", "Girls who do not pay the smugglers run the risk of being enslaved in Yemen.", ("affirmed", "possible")),
    ],
)
def test_what_is_denied_rumored_or_risked(read: Read, country: str, text: str, expected: tuple[str, str]) -> None:
    flow = one(read, country, text)
    assert (flow.polarity, flow.certainty) == expected


GOLD = Path(__file__).resolve().parents[2] / "gold"


def listed(name: str) -> list[list[str]]:
    """The rows of a file of sentences, without its comments."""
    return [line.split("\t") for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def test_no_sentence_that_only_names_places_gives_an_arrow(read: Read) -> None:
    arrows = {
        text: found for country, text in listed("no_flow.txt") if (found := {f for f in flows(read, country, text) if f[:4] != "not "})
    }
    assert arrows == {}


def test_no_sentence_that_states_flows_gives_an_arrow_that_it_does_not_state(read: Read) -> None:
    wrong = {
        text: extra
        for country, text, stated in listed("flow_pairs.tsv")
        if (extra := {_sorted(f) for f in flows(read, country, text)} - {_sorted(f.strip()) for f in stated.split(";")})
    }
    assert wrong == {}


def _sorted(flow: str) -> str:
    """A flow with the places on its way in alphabetical order."""
    ends, _, via = flow.partition(" via ")
    return f"{ends} via {','.join(sorted(v.strip() for v in via.split(',')))}" if via else ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malian men in transit to Gabon may be made to pay off their debts in shops there.", {"MLI>GAB via GHA"}),
        ("Malian men on their way to Gabon are subjected to forced labor there.", {"MLI>GAB via GHA"}),
        (
            "Migrants from Mali and elsewhere who transit the country on their way north are vulnerable to trafficking.",
            {"MLI>- via GHA"},
        ),
        ("Migrants from Mali who cross the country toward Libya are vulnerable to trafficking in Libya.", {"MLI>LBY via GHA"}),
        (
            "Malian women go through Accra airport bound for Oman, where many are held in servitude. "
            "From Accra some are flown on to Shanghai and forced to sell sex. Others go through Niamey to Tripoli; there they are sold.",
            {"MLI>OMN via GHA", "MLI>CHN via GHA", "MLI>LBY via GHA,NER"},
        ),
    ],
)
def test_people_underway_are_exploited_where_the_text_says_it(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana is a transit and destination country for Malian women trafficked abroad.", {"MLI>- via GHA", "MLI>GHA"}),
        ("Ghana is a destination country for Malian girls trafficked abroad for domestic servitude.", {"MLI>GHA"}),
        (
            "Ghana is a destination and transit country for women from Togo who look for work in Qatar but are forced to beg on arrival.",
            {"TGO>GHA", "TGO>QAT via GHA"},
        ),
        ("Destination countries for Ghanaian women included Italy and Spain.", {"GHA>ITA", "GHA>ESP"}),
        ("Italy and the Gulf states are destinations for Ghanaian girls in prostitution.", {"GHA>ITA", "GHA>region:gulf"}),
        ("Countries of origin for victims identified in 2014 included Albania and Togo.", {"ALB>GHA", "TGO>GHA"}),
        ("Ghana is no longer a source country for women trafficked to Germany.", {"not GHA>DEU"}),
    ],
)
def test_role_words_say_where_the_people_behind_them_are_exploited(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Women, who have been barred from domestic work in Oman, reach Kuwait by way of Dubai and end up in servitude.",
            {"GHA>KWT via ARE"},
        ),
        ("Men who were offered jobs in Jordan were instead taken to Iraq, where they were forced to work.", {"GHA>IRQ"}),
        ("Men recruited for construction in Malaysia ended up in servitude on boats off Indonesia.", {"GHA>IDN"}),
        ("Ghanaians seeking jobs in Thailand are taken to Burma and forced to work in compounds.", {"GHA>MMR"}),
        ("Young women answer offers of work in Beirut; on arrival they are made to serve as unpaid maids.", {"GHA>LBN"}),
    ],
)
def test_a_place_that_people_did_not_come_to_is_no_destination(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No evidence was found that Togolese children were trafficked to Gabon.", {"not TGO>GAB"}),
        ("The government denied that North Korean workers were subjected to forced labor.", {"not PRK>GHA"}),
        ("Reports that girls were trafficked to Germany proved unfounded.", {"not GHA>DEU"}),
        ("The practice of sending girls to Germany for prostitution has ended.", {"not GHA>DEU"}),
        ("Observers reported that migrants who do not pay are enslaved on farms.", {"->GHA"}),
    ],
)
def test_a_denial_reaches_the_flow_from_afar(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Victims were housed in a shelter in Togo run by nuns from Ireland.", set()),
        ("Victims from Togo were sent home with help from offices in Switzerland.", set()),
        ("Foreign victims were moved from Accra to Tema and then to shelters in Togo.", set()),
        ("Two peacekeepers in South Sudan were accused of exploiting girls.", set()),
        ("NGOs in Sweden report that Ghanaian women are trafficked to Finland by way of Turkey.", {"GHA>FIN via TUR"}),
        ("Victims of trafficking in Ghana come from Togo and Benin.", {"TGO>GHA", "BEN>GHA"}),
        ("Most victims are girls; there were single cases of a Chinese man and a Thai woman.", {"CHN>GHA", "THA>GHA"}),
        ("Poor women hired as domestic workers in Lebanon are vulnerable to abuse by recruiters.", {"GHA>LBN"}),
        ("PRC nationals employed at worksites are vulnerable to forced labor.", {"CHN>GHA"}),
        ("As in Togo and Benin, children in Ghana are exploited on farms.", {"GHA>GHA"}),
        ("In the UAE women are forced into prostitution.", {"GHA>ARE"}),
    ],
)
def test_only_where_victims_come_from_and_are_exploited_makes_a_flow(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Albania and Togo were the most likely foreign countries of origin for forced labor.", {"ALB>GHA", "TGO>GHA"}),
        ("Malian and Nigerien migrants being smuggled to Europe often are subjected to forced labor.", {"MLI>-", "NER>-"}),
        ("Malian women smuggled to Italy are forced into prostitution.", {"MLI>ITA"}),
        ("The transport of girls from Ghana to the Gulf for sexual exploitation is on the rise.", {"GHA>region:gulf"}),
        ("The government regulates the transport of children to school in Togo.", set()),
        ("Chinese nationals enter Ghana on visas and are made to run online scams from villas in Accra.", {"CHN>GHA"}),
        ("The transport of girls from and through Ghana en route to Italy for prostitution goes on.", {"GHA>ITA", "->ITA via GHA"}),
        ("Refugees from Togo may be recruited for forced labor elsewhere in Ghana.", {"TGO>GHA"}),
        ("Togolese children are rented from their parents and set to beg in Accra.", {"TGO>GHA"}),
        ("Togolese girls are lent to relatives in Accra, for whom they cook and clean for no wage.", {"TGO>GHA"}),
    ],
)
def test_further_words_for_ways_and_for_work_without_pay(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malian migrants hoping to reach Spain are forced to work on farms.", {"MLI>GHA"}),
        (
            "Malian adults enter Ghana willingly, for onward travel to Europe, but some of the women are forced into prostitution.",
            {"MLI>GHA"},
        ),
        (
            "Women transit Ghana from Mali to Gabon and from Togo to Spain and are sold into brothels there.",
            {"MLI>GAB via GHA", "TGO>ESP via GHA"},
        ),
        ("Children are forced to beg, with small numbers of girls sex trafficked in Togo.", {"GHA>GHA", "GHA>TGO"}),
        ("Children are forced to work on farms, with some taken to nearby countries.", {"GHA>GHA", "GHA>region:nearby-countries"}),
        ("Malian refugee women are sold into marriage in Togo, while refugee boys are forced to beg.", {"MLI>TGO", "MLI>GHA"}),
        ("Some Ghanaian victims are exploited in neighboring West African countries.", {"GHA>region:neighboring-west-african-countries"}),
        ("Ghanaian and migrant women are exploited in brothels.", {"GHA>GHA", "->GHA"}),
        ("Labor trafficking of men to work in the mining, farming, and service sectors of Gabon is a problem.", {"GHA>GAB"}),
        (
            "Women are trafficked for forced labor domestically and, to a lesser extent, sex and labor trafficking abroad.",
            {"GHA>GHA", "GHA>-"},
        ),
    ],
)
def test_plans_lists_and_people_of_whom_more_is_said(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Border guards received training to identify women trafficked to Europe.",
        "There are gaps in the ban on trafficking in children for labor exploitation.",
        "Profits from the trafficking of Malian women rose sharply.",
        "It is an offense to hire a child for sex or exploitation in prostitution.",
        "Officials spoke with Oman on remedies for exploited Ghanaian workers.",
        "Some 2,100 children were subject to child labor last year.",
        "Apprentices in films are subject to stricter labor rules.",
        "Migrants were forced to share rooms with strangers, and the work was just enough to cover rent.",
        "Children also worked as servants and in begging.",
    ],
)
def test_what_is_taught_forbidden_gained_or_only_work_is_no_flow(read: Read, text: str) -> None:
    assert flows(read, "GHA", text) == set()


def test_those_who_do_it_may_name_the_exploitation(read: Read) -> None:
    assert one(read, "GHA", "Sex traffickers exploit Togolese girls in Accra.").exploitation == ("sex_trafficking",)
    assert one(read, "GHA", "Labor traffickers exploit Togolese men in Accra.").exploitation == ("forced_labor",)


def test_people_without_a_verb_share_the_exploitation_before_them(read: Read) -> None:
    text = "Boys are exploited for sex trafficking in Togo and women and girls in Mali."
    found = {(f.destination, f.exploitation) for f in read("GHA", 2014, text, "profile") if isinstance(f, Flow)}
    assert found == {("TGO", ("sex_trafficking",)), ("MLI", ("sex_trafficking",))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman deported 312 Ghanaians who had been exploited there.", {"GHA>OMN"}),
        ("In May, Omani authorities expelled dozens of women who had been held in domestic servitude.", {"GHA>OMN"}),
        ("Dozens of women who had been exploited as maids were deported from Oman.", {"GHA>OMN"}),
        ("Six victims of forced labor were repatriated from Oman.", set()),
        ("Togo returned 30 Ghanaians.", set()),
        ("The country hosts thousands of refugees, and some children among them are forced to beg.", {"->GHA"}),
        ("Thousands of Malian refugees live in camps. Some women among them are exploited in prostitution.", {"MLI>GHA"}),
        ("Girls are taken to Togo and Benin, or shipped from Cotonou to Gabon.", set()),
        ("Girls are trafficked to Togo and Benin, or shipped from Cotonou to Gabon.", {"GHA>TGO", "GHA>BEN", "GHA>GAB via BEN"}),
        ("Ghanaian women are sold into prostitution in Togo. A smaller number end up in Gabon.", {"GHA>TGO", "GHA>GAB"}),
        ("Malian refugees arriving in Niger told of months in Libya, where smugglers held them and forced them to work.", {"MLI>LBY"}),
        ("Men recruited for Qatar face conditions of forced labor.", {"GHA>QAT"}),
    ],
)
def test_where_people_were_before_they_came_home_or_went_on(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "GHA", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women trying to emigrate are trafficked to Oman.", {"KEN>OMN"}),
        ("Girls hoping to study are trafficked to Oman for sex.", {"KEN>OMN"}),
        ("Women hoping to go on to Oman are forced into prostitution in Mombasa.", {"KEN>KEN"}),
        ("Somali refugees hoping to reach Italy are subjected to forced labor in Libya.", {"SOM>LBY"}),
        ("In workshops on the outskirts of the city, children are forced to work for long hours.", {"KEN>KEN"}),
        ("Recruiters instructed women to lie about their age, and the girls are trafficked to Oman.", {"KEN>OMN"}),
        ("Officials received a manual on how to recognize children trafficked to Uganda.", set()),
        ("Officers received training on identifying, interviewing, and referring women trafficked to Oman.", set()),
        ("The country has many internal migrants. Some girls among them are forced to beg.", {"KEN>KEN"}),
        ("Internally displaced persons live in camps. Some women among them are exploited in prostitution.", {"KEN>KEN"}),
        ("Refugees live in camps. Some women among them are exploited in prostitution.", {"->KEN"}),
        ("Children in Uganda benefit from compulsory schooling and labor inspections.", set()),
        ("Men are found in conditions of forced and bonded labor.", {"KEN>KEN"}),
        ("Ugandan police returned 12 girls who had been held as maids to their families.", {"KEN>KEN"}),
    ],
)
def test_hopes_lessons_and_moves_within_the_country_do_not_turn_a_way(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "KEN", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women were confined to the home by their husbands.", set()),
        ("Elderly persons were confined to their rooms in state institutions.", set()),
        ("Employers force migrants to stay to prevent criminal behavior.", set()),
    ],
)
def test_seclusion_alone_and_crimes_of_others_are_no_exploitation(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "KEN", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traffickers force women into prostitution near military operations in the north.", ("sex_trafficking",)),
        ("Girls displaced in hostilities are forced into prostitution.", ("sex_trafficking",)),
        ("Armed groups force children to take part in hostilities.", ("child_soldiering",)),
        ("Militias use boys in military operations.", ("child_soldiering",)),
        ("Gangs force children into criminal behavior.", ("forced_criminality",)),
    ],
)
def test_hostilities_and_crimes_count_for_those_who_are_made_to_take_part(read: Read, text: str, expected: tuple[str, ...]) -> None:
    assert one(read, "KEN", text).exploitation == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Kenyan boys might be taken to Uganda and forced to herd cattle.", "possible"),
        ("Kenyan girls are reportedly lured to Qatar and exploited in brothels there.", "reported"),
        ("Kenyan boys are taken to Uganda and forced to herd cattle.", "stated"),
        ("Kenyan girls may be recruited, and they are forced into prostitution in Oman.", "stated"),
    ],
)
def test_participles_share_the_hedge_of_the_auxiliary_they_share(read: Read, text: str, certainty: str) -> None:
    assert one(read, "KEN", text).certainty == certainty


@pytest.mark.parametrize(
    "text",
    [
        "Forced labor occurred among migrant workers, notably domestic workers.",
        "Foreign workers, especially maids and cleaners, are subjected to forced labor.",
    ],
)
def test_a_part_of_migrants_are_no_people_of_the_country(read: Read, text: str) -> None:
    assert flows(read, "KEN", text) == {"->KEN"}


def test_a_part_of_internal_migrants_are_people_of_the_country(read: Read) -> None:
    assert "KEN>KEN" in flows(read, "KEN", "Internal migrants, especially children, are subjected to forced labor on farms.")


@pytest.mark.parametrize(
    ("country", "told", "way", "expected"),
    [
        ("KEN", "Kenyan women are exploited in Oman.", "They are moved through Sudan.", {"KEN>OMN via SDN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Brokers guide them by way of Sudan.", {"KEN>OMN via SDN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "The usual route leads through Sudan and Egypt.", {"KEN>OMN via EGY,SDN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Recruiters use Sudan as a transit point.", {"KEN>OMN via SDN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Most reach it overland through Sudan to Egypt.", {"KEN>OMN via EGY,SDN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Many travel to Uganda, from where they fly on.", {"KEN>OMN via UGA"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Many go to Uganda, where they are given false papers.", {"KEN>OMN via UGA"}),
        (
            "KEN",
            "Kenyan women are exploited in Oman and China.",
            "Those bound for China fly through Qatar.",
            {"KEN>OMN", "KEN>CHN via QAT"},
        ),
        ("KEN", "Kenyan women are exploited in Oman.", "Their path runs through Kampala in Uganda.", {"KEN>OMN via UGA"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Most had paid agents through relatives in Qatar.", {"KEN>OMN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "Some fled to Qatar through the desert.", {"KEN>OMN"}),
        ("KEN", "Kenyan women are exploited in Oman.", "The embassy helped many of them return through Qatar.", {"KEN>OMN"}),
    ],
)
def test_a_way_told_in_the_next_sentence_leads_to_the_ends_told_before(
    read: Read, country: str, told: str, way: str, expected: set[str]
) -> None:
    assert flows(read, country, f"{told} {way}") == expected


def test_a_country_used_as_a_corridor_is_on_the_way(read: Read) -> None:
    assert flows(read, "KEN", "Gangs lure Kenyan women into prostitution in Oman, using Sudan as a corridor.") == {"KEN>OMN via SDN"}
    assert flows(read, "KEN", "Kenyan women are trafficked to Oman, with Sudan serving as the main stopover.") == {"KEN>OMN via SDN"}
    assert flows(read, "KEN", "Kenyan women trafficked to Oman usually change planes in Addis Ababa.") == {"KEN>OMN via ETH"}


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "KEN",
            "Ugandan men may be exploited on farms, as may Somalis who cross Kenya on their way to Malawi.",
            {"UGA>KEN", "SOM>MWI via KEN"},
        ),
        ("KEN", "Ugandan girls seen in the bars of Mombasa may also be victims.", {"UGA>KEN"}),
        ("KEN", "Somali women are often victims of robbery in Nairobi.", set()),
        ("KEN", "Kenyan men were recognized as forced labor victims in Canada.", {"KEN>CAN"}),
        (
            "KEN",
            "Thai and Chinese, and possibly Lao, women transit Kenya for sexual exploitation in Malawi.",
            {"THA>MWI via KEN", "CHN>MWI via KEN", "LAO>MWI via KEN"},
        ),
        ("KEN", "Kenyan women are exploited in third countries, including Oman and Qatar.", {"KEN>OMN", "KEN>QAT"}),
        ("KEN", "Somali girls from Kenya are trafficked to Oman for prostitution.", {"KEN>OMN"}),
        ("KEN", "Migrants enter the country over the desert. Women and children among them are forced into prostitution.", {"->KEN"}),
        ("OMN", "Domestic workers in Oman, most of whom are from India, are confined to the house.", {"IND>OMN"}),
    ],
)
def test_people_who_are_called_victims_or_are_part_of_those_before(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan women who may have been deceived about their pay are exploited in Oman.", "stated"),
        ("Kenyan men who reportedly owe large debts are forced to labor on farms in Oman.", "stated"),
        ("Kenyan women, who are believed to number in the hundreds, are exploited in Oman.", "stated"),
        ("Kenyan women who are poor may be exploited in Oman.", "possible"),
        ("Ugandan girls seen in the bars of Mombasa may also be victims.", "possible"),
    ],
)
def test_a_hedge_in_a_relative_clause_is_about_that_clause(read: Read, text: str, expected: str) -> None:
    assert one(read, "KEN", text).certainty == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepali crews stopped in Kenyan ports were smuggled rather than trafficked.", {"not NPL>- via KEN"}),
        ("Nepali cooks found in Kenya had been smuggled, not trafficked.", {"not NPL>KEN"}),
        ("The study did not find that Kenyan women were sold as brides in Iraq.", {"not KEN>IRQ"}),
        ("It was not established that the Nepali cooks had been trafficked to Kenya.", {"not NPL>KEN"}),
        ("There were no recorded cases of Kenyan women being trafficked to Japan.", {"not KEN>JPN"}),
        ("Trafficking of Kenyan women to Japan has not been recorded in recent years.", {"not KEN>JPN"}),
        ("There is a lack of evidence that Somali men are trafficked to Kenya.", {"not SOM>KEN"}),
        ("Kenya is not a country from which women are trafficked to Europe.", {"not KEN>region:europe"}),
        ("A lack of papers leaves Somali men in Kenya vulnerable to forced labor.", {"SOM>KEN"}),
    ],
)
def test_what_an_inquiry_did_not_find_is_denied(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "KEN", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Young Kenyan women who migrate to Iraq are in jeopardy of forced marriage.", "possible"),
        ("Undocumented Kenyan maids in Iraq are in danger of debt bondage.", "possible"),
        ("A women's group in Nairobi believes that Ugandan girls are forced into prostitution.", "reported"),
        ("A chaplain in Riyadh told interviewers that Kenyan maids are held in servitude in Saudi Arabia.", "reported"),
    ],
)
def test_what_only_threatens_or_somebody_holds_is_no_plain_statement(read: Read, text: str, expected: str) -> None:
    assert one(read, "KEN", text).certainty == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("KEN", "Kenyan women are trafficked to Oman and Japan, the latter often by way of Dubai.", {"KEN>OMN", "KEN>JPN via ARE"}),
        ("KEN", "Women from Burundi in transit to Oman are victims of forced labor.", {"BDI>OMN via KEN"}),
        (
            "KEN",
            "Burundian girls are trafficked via Uganda to Egypt and onward to Italy, where they are exploited.",
            {"BDI>EGY via UGA", "BDI>ITA via EGY,UGA"},
        ),
        (
            "KEN",
            "Girls are brought to Nairobi and then taken by way of Dubai to Oman for sexual exploitation.",
            {"KEN>OMN via ARE"},
        ),
        ("PER", "Peruvian women in Santiago, Chile, are forced into domestic servitude.", {"PER>CHL"}),
        ("PER", "Chilean officials say that some Peruvian maids in Santiago are held against their will.", {"PER>CHL"}),
        ("PER", "Bolivian girls are sold to brothels in Santa Cruz.", {"BOL>PER"}),
    ],
)
def test_a_way_has_only_the_stops_that_are_said_of_it(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan women are trafficked to Oman, not to Iraq.", {"KEN>OMN"}),
        ("Kenyan women are trafficked to Oman but no longer to Iraq.", {"KEN>OMN"}),
        ("Kenyan men were subjected to forced labor in Qatar, but none in Iraq.", {"KEN>QAT"}),
        ("Kenyan women are not only trafficked to Oman but also to Iraq.", {"KEN>OMN", "KEN>IRQ"}),
        ("Unlike women from Uganda, Kenyan women are exploited in brothels in Oman.", {"KEN>OMN"}),
        ("Unlike Ugandan women, Kenyan women are not trafficked to Oman.", {"not KEN>OMN"}),
        ("Although there is no evidence of organized rings, Kenyan girls are trafficked to Oman.", {"KEN>OMN"}),
        (
            "Kenyan girls are exploited in Oman, and police freed Ugandan girls forced into prostitution in Nairobi.",
            {"KEN>OMN", "UGA>KEN"},
        ),
        (
            "Kenyan girls are exploited in Oman, but inspectors identified Ugandan boys who were forced to beg in Nairobi.",
            {"KEN>OMN", "UGA>KEN"},
        ),
    ],
)
def test_places_and_people_that_are_set_against_others_share_nothing_with_them(read: Read, text: str, expected: set[str]) -> None:
    assert flows(read, "KEN", text) == expected


def test_an_end_in_a_clause_that_is_only_reported_is_reported(read: Read) -> None:
    text = "Moldovan men are sold to Russia for forced labor, and there are unconfirmed reports that a few have worked on farms in Latvia."
    found = {f.destination: f.certainty for f in read("MDA", 2014, text, "profile") if isinstance(f, Flow)}
    assert found == {"RUS": "stated", "LVA": "reported"}
