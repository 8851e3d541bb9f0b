"""Plans: titles, how far they have come, the years they cover and who approves them."""

import pytest

from kg.facts.agreement import Agreement
from kg.facts.plan import Plan

from .conftest import Read

Row = tuple[str | None, str | None, str | None, str | None, str]

ONE = [
    (
        "The government drafted a national program for 2014-2017 that awaits cabinet approval.",
        ("national program", "pending_approval", "cabinet", "2014/2017", "affirmed"),
    ),
    ("The five-year strategy expired in 2014, and parliament approved a law.", ("five-year strategy", None, None, None, "affirmed")),
    (
        "The cabinet approved the 2016-2020 National Plan of Action against Trafficking.",
        ("2016-2020 National Plan of Action against Trafficking", "approved", "cabinet", "2016/2020", "affirmed"),
    ),
    (
        "Kenya lacked a national action plan to combat trafficking.",
        ("national action plan to combat trafficking", None, None, None, "negated"),
    ),
    ("The government continued to implement its national action plan.", ("national action plan", "implemented", None, None, "affirmed")),
    (
        "The government had not adopted its draft national action plan.",
        ("draft national action plan", "not_adopted", None, None, "affirmed"),
    ),
    (
        "In May the council of ministers adopted the draft national plan against trafficking.",
        ("draft national plan against trafficking", "approved", "council of ministers", None, "affirmed"),
    ),
    ("Its action plan, which the cabinet approved in 2008, was not implemented.", ("action plan", "approved", None, None, "affirmed")),
    (
        "The Ministry of Justice drafted guidelines for assisting victims, but they are awaiting approval by the Prime Minister’s Office.",
        ("guidelines for assisting victims", "pending_approval", "Prime Minister’s Office", None, "affirmed"),
    ),
    ("The government had not updated its national strategy since 2010.", ("national strategy", None, None, None, "affirmed")),
    ("The government set aside no money for implementation of the action plan.", ("action plan", None, None, None, "affirmed")),
    (
        "The army adopted an action plan to end the recruitment of child soldiers.",
        ("action plan to end the recruitment of child soldiers", "approved", None, None, "affirmed"),
    ),
]


def plans(read: Read, text: str) -> list[Plan]:
    return [f for f in read("KEN", 2015, text, "prevention") if isinstance(f, Plan)]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_plan_has_title_status_body_and_years(read: Read, text: str, expected: Row) -> None:
    assert [(p.title, p.status, p.body, p.years, p.polarity) for p in plans(read, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The government had a plan to open a shelter.",
        "Plan International ran programs in the mining sector.",
        "The national development plan was adopted.",
        "The government did not develop formal victim identification procedures.",
        "The government did not develop formal victim identification and referral procedures, did not open shelters, and did not fund any.",
    ],
)
def test_what_is_no_plan_against_trafficking_gives_no_fact(read: Read, text: str) -> None:
    assert plans(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A plan for 2016-2020 was drafted and awaited the signature of the president.", ("plan for 2016-2020", "pending_approval")),
        ("The draft for 2014-2020, sent back twice, went unadopted.", ("draft for 2014-2020", "not_adopted")),
        ("Efforts to draft a national plan of action were abandoned.", ("national plan of action", "not_adopted")),
        ("A protocol for identifying victims was distributed to health workers.", ("protocol for identifying victims", "approved")),
        ("The ministry issued a manual on victim identification.", ("manual on victim identification", "approved")),
        ("No budget was set aside for the national action plan.", ("national action plan", None)),
        ("The government did not renew its national strategy.", ("national strategy", None)),
    ],
)
def test_a_plan_is_known_by_its_years_or_by_those_it_is_for(read: Read, text: str, expected: tuple[str, str | None]) -> None:
    assert [(p.title, p.status) for p in plans(read, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Officials lack formal procedures for identifying victims.",
        "Measures have not led to improvements to victim identification procedures.",
        "Because of inconsistent use of operating procedures, victims were punished.",
    ],
)
def test_procedures_that_nobody_wrote_down_are_no_plan(read: Read, text: str) -> None:
    assert plans(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The commission adopted an action program for 2012-2014.", [("action program", "approved", "2012/2014")]),
        ("Deputies endorsed the 2012-2016 NAP in December.", [("2012-2016 NAP", "approved", "2012/2016")]),
        (
            "The state pays for its Program for the Control of Trafficking in Minors for 2005-2008.",
            [("Program for the Control of Trafficking in Minors", None, "2005/2008")],
        ),
        ("The ministry circulated a draft strategy that the Cabinet had yet to adopt.", [("draft strategy", "pending_approval", None)]),
        ("The Ministry of Labor has yet to approve guidelines for inspectors.", [("guidelines for inspectors", "pending_approval", None)]),
        (
            "The national action plan ran out in 2012. The ministry submitted a successor to the Cabinet, which had not endorsed it.",
            [("national action plan", None, None), ("successor", "pending_approval", None)],
        ),
        (
            "The cabinet approved a national action plan for 2011-2015; the previous one had expired in 2009.",
            [("national action plan", "approved", "2011/2015"), ("previous one", None, None)],
        ),
        (
            "The cabinet approved the 2011-2015 National Action Plan (NAP). Agencies carried out the 2011-2015 NAP.",
            [("2011-2015 National Action Plan", "approved", "2011/2015")],
        ),
        (
            "Kenya made efforts by adopting a national action plan. The cabinet approved the 2011-2015 National Plan against Trafficking.",
            [("2011-2015 National Plan against Trafficking", "approved", "2011/2015")],
        ),
    ],
)
def test_plans_are_told_by_programs_letters_and_those_before_them(
    read: Read, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(p.title, p.status, p.years) for p in plans(read, text)] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The country has no national referral mechanism.", "national referral mechanism"),
        ("The state did not have SOPs to identify and refer victims to shelters.", "SOPs to identify and refer victims"),
        ("The police lacked standard operating procedures.", "standard operating procedures"),
        ("The state does not have written guidelines for identifying victims.", "written guidelines for identifying victims"),
    ],
)
def test_procedures_that_were_never_written_down_are_a_plan_that_there_is_not(read: Read, text: str, title: str) -> None:
    assert [(p.title, p.polarity) for p in plans(read, text)] == [(title, "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "The committee was charged with drafting a national strategy.",
        "Kenya and Uganda signed a protocol on the protection of victims.",
        "The law of 2004 was weak; the previous one had expired.",
        "The government adopted a new strategy to attract tourists.",
        "The government still lacks formal procedures to identify and refer victims.",
    ],
)
def test_what_is_only_asked_for_or_another_matter_is_no_plan(read: Read, text: str) -> None:
    assert plans(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cabinet approved a strategy for street children.", [("strategy for street children", "approved")]),
        (
            "A plan for the protection of victims awaits the approval of parliament.",
            [("plan for the protection of victims", "pending_approval")],
        ),
        (
            "Officials did not approve a protocol for victim identification that the ministry wrote with UNICEF.",
            [("protocol for victim identification", "not_adopted")],
        ),
        ("Police did not adopt guidelines for the referral of victims.", []),
        ("Officers were trained on referral procedures.", []),
    ],
)
def test_plans_for_people_and_written_procedures_that_were_not_approved(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.title, p.status) for p in plans(read, text)] == expected


def test_a_protocol_that_somebody_helped_to_write_is_no_agreement(read: Read) -> None:
    text = "Officials did not approve a protocol for victim identification that the ministry drafted with UNICEF."
    assert not any(isinstance(f, Agreement) for f in read("KEN", 2014, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The National Policy on Child Labor was adopted in 2012.", [("National Policy on Child Labor", "approved", "affirmed")]),
        ("The cabinet rejected the draft national plan in March.", [("draft national plan", "not_adopted", "affirmed")]),
        ("A national action plan drafted in 2011 was never adopted.", [("national action plan", "not_adopted", "affirmed")]),
        (
            "A five-year strategy on trafficking, drafted in 2010, lapsed without a successor.",
            [("five-year strategy", "drafted", "affirmed")],
        ),
        (
            "Officials implemented the Counter Trafficking in Persons National Plan of Action.",
            [("Counter Trafficking in Persons National Plan of Action", "implemented", "affirmed")],
        ),
        (
            "The government issued guidelines to police on identifying victims.",
            [("guidelines to police on identifying victims", "approved", "affirmed")],
        ),
        ("The National Policy on Roads was adopted in 2012.", []),
        (
            "The government enacted the country's first national referral mechanism for victims.",
            [("national referral mechanism", "approved", "affirmed")],
        ),
        ("Police sent the victims to the national referral mechanism.", []),
        (
            "Cabinet adopted a five-year action program against trafficking.",
            [("five-year action program against trafficking", "approved", "affirmed")],
        ),
        ("The government issued guidelines to schools on meals.", []),
    ],
)
def test_policies_guidelines_for_officers_and_plans_that_were_rejected(
    read: Read, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = [f for f in read("KEN", 2015, text, "prevention") if isinstance(f, Plan)]
    assert [(f.title, f.status, f.polarity) for f in found] == expected
