"""What somebody only asks for, wishes, plans or supposes is no fact, whatever words ask for it."""

from collections.abc import Callable

import pytest

from kg.facts.model import Fact

Read = Callable[..., tuple[Fact, ...]]
KINDS = {"facility", "agreement", "complicity", "collaboration", "plan", "practice", "statistic", "payment"}


def kinds(read: Read, text: str) -> list[tuple[str, str]]:
    """Kind and rule of what is read as done or existing."""
    return [(f.kind.name, f.rule or "") for f in read("LAO", 2011, text, "protection") if f.kind.name in KINDS]


@pytest.mark.parametrize(
    "text",
    [
        "NGOs said the government should open a shelter for male victims in Vientiane.",
        "NGOs said that the government should have opened a shelter for male victims in Vientiane.",
        "Advocates want the government to build a shelter for boys in Pakse.",
        "Experts suggested that a hotline be set up in Vientiane.",
        "The rapporteur recommended the establishment of a shelter for men in Vientiane.",
        "It was recommended that the ministry set up a shelter for boys in Champasak.",
        "NGOs have long called for a shelter for men in Vientiane.",
        "The need for a shelter for male victims in Vientiane was raised by NGOs.",
        "A new shelter in Luang Prabang is planned for 2012.",
        "The government is to open a shelter in Pakse.",
        "The ministry may soon open a shelter for boys in Pakse.",
        "The two governments were to sign a memorandum of understanding with Thailand on labor migration.",
        "The ministry announced its intention to open three shelters in the south.",
        "Officials said they were looking into opening a shelter for men in the capital.",
        "If the government opened a shelter in Pakse, victims would stay longer.",
        "Had the government opened a shelter in Pakse, fewer victims would have left.",
        "The ministry lacked the funds to open a shelter in Pakse.",
        "Observers called on the Ministry of Labor to sign a memorandum of understanding with Thailand on labor migration.",
        "The government intends to sign a memorandum of understanding with China.",
        "The commission advised the government to negotiate a labor agreement with Malaysia.",
        "The government was urged to investigate officials complicit in trafficking.",
        "Activists demanded that the government prosecute complicit officials.",
        "There were calls for the government to punish officials who collude with traffickers.",
        "The government pledged to prosecute soldiers who traffic in children.",
        "NGOs said police ought to work with IOM to identify victims.",
        "IOM and the Ministry of Labor plan to sign an agreement on repatriation.",
        "Observers noted that the government needed to adopt a national action plan.",
        "UNICEF encouraged the government to adopt guidelines on victim identification.",
        "NGOs called for victims to be granted temporary residence permits.",
        "Prosecutors said they would charge three police officers.",
        "The strategy envisages the training of 500 police officers.",
        "The court recommended that an employer pay $2,000 in compensation.",
    ],
)
def test_what_is_only_wanted_or_planned_is_no_fact(read: Read, text: str) -> None:
    assert kinds(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After NGOs urged action, the government opened a shelter in Pakse for boys.", [("facility", "facility.named")]),
        ("Although observers recommended more shelters, the ministry ran two shelters in Vientiane.", [("facility", "facility.named")]),
        ("The government wants to expand the shelter that IOM operates in Vientiane.", [("facility", "facility.named")]),
        ("Victims are encouraged to stay at the government shelter in Vientiane.", [("facility", "facility.named")]),
        ("The ministry, which plans to hire staff, runs a shelter in Pakse.", [("facility", "facility.named")]),
        ("As recommended by NGOs, police arrested two officers who took bribes from traffickers.", [("complicity", "complicity.pursued")]),
        ("Despite promises to do more, the state convicted no officials complicit in trafficking.", [("complicity", "complicity.pursued")]),
        ("Of the victims who wished to return home, 40 were repatriated.", [("statistic", "statistic.verb")]),
        ("A new action plan for 2010 was adopted and police arrested 40 men.", [("plan", "plan.named"), ("statistic", "statistic.verb")]),
    ],
)  # fmt: skip
def test_what_is_done_is_told_beside_what_is_wanted(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, rule) for kind, rule in kinds(read, text) if kind in {k for k, _ in expected}] == expected
