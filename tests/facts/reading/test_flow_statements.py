"""Reading of flows: people who share a verb, and statements beside laws, questions and lists of wishes."""

import pytest

from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read
from tests.facts.reading.test_flow import flows


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("OMN", "Women from China are coerced into prostitution; so are some maids from Kenya.", {"CHN>OMN", "KEN>OMN"}),
        ("OMN", "Boys from Nepal are forced to work in mines; so are girls from Bhutan in factories.", {"NPL>OMN", "BTN>OMN"}),
        ("OMN", "Women from Togo are forced into prostitution; nor are women from Benin safe.", {"TGO>OMN"}),
        (
            "OMN",
            "Nepali men who work in construction and Kenyan women in private homes are subjected to forced labor.",
            {"NPL>OMN", "KEN>OMN"},
        ),
        ("OMN", "Ghanaian boys employed on farms and Togolese girls in markets are subjected to forced labor.", {"GHA>OMN", "TGO>OMN"}),
        ("OMN", "Police met Kenyan women who work in bars and the government trained officers in forced labor.", set()),
    ],
)
def test_people_put_beside_others_share_their_verb(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("TCD", "Although the law forbids slavery, children are held in bonded labor on farms.", {"TCD>TCD"}),
        ("TCD", "The law bans forced labor, but NGOs reported that boys were forced to beg.", {"TCD>TCD"}),
        ("TCD", "The government did not enforce the law, and there were reports of forced labor of migrants in mines.", {"->TCD"}),
        ("TCD", "The law prohibits slavery and criminalizes forced labor of women.", set()),
        ("TCD", "The law punishes trafficking, and anyone who forces a child to beg faces ten years in prison.", set()),
        ("TCD", "The law prohibits begging and penalizes employers who exploit women in prostitution.", set()),
    ],
)
def test_a_clause_of_its_own_beside_a_law_is_a_statement(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("COD", "Both rebel groups recruited children.", {"COD>COD"}),
        ("COD", "Militias continued to recruit boys, some as young as nine.", {"COD>COD"}),
        ("COD", "The army recruited 200 women last year.", set()),
        ("COD", "The army does not recruit children.", {"not COD>COD"}),
        ("COD", "NGOs worked to keep rebels from recruiting boys.", set()),
    ],
)
def test_armed_groups_that_recruit_children_make_soldiers_of_them(read: Read, country: str, text: str, expected: set[str]) -> None:
    found = flows(read, country, text)
    assert {f for f in found if f[:4] != "not "} == {f for f in expected if f[:4] != "not "}


@pytest.mark.parametrize(
    "text",
    [
        "It is unknown whether Kenyan women in the capital are victims of sex trafficking.",
        "Had workers been held there against their will, the fine would have been higher.",
        "Investigate, with Thailand, the recruiters of women exploited in Omani brothels; fund shelters; and train consular staff.",
        "The ministry did not publish the number of women trafficked to Italy.",
    ],
)
def test_what_is_only_asked_or_wished_is_no_flow(read: Read, text: str) -> None:
    assert flows(read, "OMN", text) == set()


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "MEX",
            "Women are trafficked to Italy and other European countries from Eastern Asia.",
            {"region:eastern-asia>ITA", "region:eastern-asia>region:europe"},
        ),
        (
            "LBY",
            "Eritreans have been abducted in Sudan, held there for ransom, and forced to labor; those released cross into Libya.",
            {"ERI>SDN"},
        ),
        ("KEN", "Observers reported forced labor in mines and on farms, especially of boys and migrants.", {"KEN>KEN", "->KEN"}),
        ("KEN", "UNICEF put the number of Kenyan women trafficked to Oman at 4,000.", {"KEN>OMN"}),
        ("KEN", "No Kenyan has been found in forced labor in Qatar.", {"not KEN>QAT"}),
    ],
)
def test_ends_are_those_of_the_statement_itself(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


def test_groups_called_vulnerable_are_possible_flows(read: Read) -> None:
    text = (
        "Mexico is a source country for men in forced labor. Groups considered most vulnerable include orphans and undocumented migrants."
    )
    found = [f for f in read("MEX", 2014, text, "profile") if isinstance(f, Flow)]
    assert {(f.origin, f.destination, f.certainty) for f in found} >= {("MEX", "MEX", "possible"), (None, "MEX", "possible")}


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Some 900 Ugandan soldiers attended lectures on trafficking before they were sent to Somalia.", set()),
        ("Troops took a course in human trafficking after they were sent to Kenya.", set()),
        ("Consuls who were sent to Oman learned about sex trafficking.", set()),
        ("Soldiers hold them in camps before they are sent to Somalia as slaves.", {"UGA>SOM"}),
        ("They bribe officials before they are sent to Somalia as slaves.", {"UGA>SOM"}),
    ],
)
def test_those_who_are_sent_to_serve_are_no_victims(read: Read, behind: str, expected: set[str]) -> None:
    assert flows(read, "UGA", f"Brokers promise migrant workers good wages. {behind}") == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("NOR", "Norwegian men sexually exploit children in Ghana and Togo.", set()),
        ("NOR", "Some Norwegian citizens sexually exploited girls in Ghana.", set()),
        ("NOR", "Norwegian traffickers exploit Norwegian girls in Ghana.", {"NOR>GHA"}),
        ("NOR", "Traffickers exploit children in prostitution in Sweden.", {"NOR>SWE"}),
        ("NOR", "Norwegian men exploit children in Oslo.", {"NOR>NOR"}),
        ("NOR", "The government paid for projects in Ghana and Togo to assist victims of forced labor in fishing.", set()),
        ("NOR", "Norwegian victims of forced labor were found in Sweden.", {"NOR>SWE"}),
    ],
)
def test_those_whom_a_country_exploits_or_helps_abroad_are_not_its_own(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected
