"""Payments: how much, for what, and what is none."""

import pytest

from kg.facts.model import Evidence
from kg.facts.payment import Payment

from .conftest import Read

CASES = [
    ("Migrants pay brokers $300 to $900 for jobs abroad.", 300, 900, "USD", "recruitment_fee"),
    ("Recruiters charge up to $5,000 for a job in Taiwan.", None, 5000, "USD", "recruitment_fee"),
    ("Recruiters charged workers two million cedis—around $220—for the journey.", 220, 220, "USD", "recruitment_fee"),
    ("Workers owed recruiters 6,000 baht, or about $180, for the journey.", 180, 180, "USD", "debt"),
    ("In damages, $20,000 was awarded to the three victims.", 20000, 20000, "USD", "compensation"),
    ("Workers owe debts of $2,000 to their employers.", 2000, 2000, "USD", "debt"),
    ("A father sold his daughter for 500 dollars.", 500, 500, "USD", "sale"),
    ("Police demanded bribes of $50 per girl.", 50, 50, "USD", "bribe"),
    ("Domestic workers earn less than $30 a month.", None, 30, "USD", "wage"),
    ("Courts awarded victims $14,000 in compensation.", 14000, 14000, "USD", "compensation"),
    ("The owner was released on bail of 5,000 baht ($150).", 150, 150, "USD", "bail"),
    ("Families paid a ransom of $3,000 to the smugglers.", 3000, 3000, "USD", "ransom"),
    ("Officers sold visas for between $1,000 and $2,500.", 1000, 2500, "USD", "visa"),
    ("Offenders face a fine of 80,000 to 200,000 baht.", 80000, 200000, "THB", "fine"),
    ("The law sets fines of 50,000 to 90,000 baht ($1,550-$2,790) for traffickers.", 1550, 2790, "USD", "fine"),
    ("Brokers charge migrants fees of 30,000 baht (US $930).", 930, 930, "USD", "recruitment_fee"),
    ("Parents receive $100 to $200 for a child.", 100, 200, "USD", "other"),
    ("Traffickers pay parents $20 for a boy.", 20, 20, "USD", "other"),
    ("Border guards pocketed 500 baht for each migrant.", 500, 500, "THB", "bribe"),
    ("An inspector was dismissed for taking $300 from a brothel.", 300, 300, "USD", "bribe"),
    ("Sub-agents collect 20,000 baht ($565) from each recruit.", 565, 565, "USD", "recruitment_fee"),
    ("Workers handed over up to $1,500 to agents.", None, 1500, "USD", "recruitment_fee"),
    ("Kidnappers demanded $30,000 for their release.", 30000, 30000, "USD", "ransom"),
    ("Men who could not pay a ransom of $500 were sold.", 500, 500, "USD", "ransom"),
    ("A driver was convicted of carrying girls over the border for $30 a head.", 30, 30, "USD", "fee"),
    ("Parents rented out boys to herders for as little as $10 a month.", 10, 10, "USD", "sale"),
    ("They worked on boats for less than $2 a day.", None, 2, "USD", "wage"),
    ("The unit obtained $19,800 in back pay for maids.", 19800, 19800, "USD", "wage"),
    ("Inspectors recovered $30,400 for 12 girls.", 30400, 30400, "USD", "wage"),
    ("A court awarded the women $17,000.", 17000, 17000, "USD", "compensation"),
    ("Courts ordered traffickers to pay 12 victims a total of $80,000.", 80000, 80000, "USD", "compensation"),
    ("Employers face fines from a few hundred to several thousand dollars.", 100, None, "USD", "fine"),
    ("The owner was ordered to pay $9,000.", 9000, 9000, "USD", "compensation"),
    ("Victims must work off 8,000 euros.", 8000, 8000, "EUR", "debt"),
    ("Fines range from 402 reais to 1,891 reais ($105 to $500).", 105, 500, "USD", "fine"),
    ("It sets a fine of between 20,000 and 900,000 baht ($60 and $2,700).", 60, 2700, "USD", "fine"),
    ("Fines ranged from 9,000 baht ($280) to 22,000 baht ($700).", 280, 700, "USD", "fine"),
    ("Those freed had been paid less than 90 baht ($3) a week.", None, 3, "USD", "wage"),
    ("The law sets fines for trafficking of up to $400,000 XCD ($148,000).", None, 148000, "USD", "fine"),
    ("Traffickers face a fine of $500,000 East Caribbean dollars (XCD) ($185,000).", 185000, 185000, "USD", "fine"),
    ("The law sets a fine of $900 for traffickers, yet it was seldom applied.", 900, 900, "USD", "fine"),
    ("Employers pay maids the equivalent of $15 a month.", 15, 15, "USD", "wage"),
    ("Workers pay recruiters $200 a month for a year.", 200, 200, "USD", "recruitment_fee"),
    ("The fund paid victims a monthly allowance of 9,000 baht ($281).", 281, 281, "USD", "allowance"),
    ("Brokers charge 2,000 New Zealand dollars for a job.", 2000, 2000, "NZD", "recruitment_fee"),
]


def payments(read: Read, text: str) -> list[Payment]:
    return [f for f in read("THA", 2014, text) if isinstance(f, Payment)]


@pytest.mark.parametrize(("text", "expected"), [(text, tuple(rest)) for text, *rest in CASES])
def test_an_amount_is_read_with_its_currency_and_purpose(read: Read, text: str, expected: tuple[object, ...]) -> None:
    assert [(p.min, p.max, p.currency, p.purpose) for p in payments(read, text)] == [expected]


def test_a_payment_has_payer_place_certainty_and_its_words(read: Read) -> None:
    text = "Women reportedly pay agents $700 for work in Malaysia."
    assert payments(read, text) == [
        Payment(
            doc="x",
            min=700,
            max=700,
            currency="USD",
            purpose="recruitment_fee",
            payer="Women",
            place="MYS",
            certainty="reported",
            evidence=(Evidence(0, 32, "Women reportedly pay agents $700"),),
            rule="payment.verb",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The government spent $70,000 on shelters.",
        "The ministry asked for $2 million.",
        "The fund holds $5,000.",
        "Police confiscated $70,000 from the traffickers.",
        "The ministry purchased cars for $45,000.",
        "The ministry rented a house for girls for $2,000 a month.",
        "Police took part in a course on victims that cost $20,000.",
        "The police recovered $5,000 from the traffickers.",
    ],
)
def test_what_authorities_spend_or_ask_for_is_no_payment(read: Read, text: str) -> None:
    assert payments(read, text) == []


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Victims had to pay overstay fines of $20 a day.", "Victims"),
        ("Migrants faced fines of $300 for leaving their employers.", "Migrants"),
        ("Employers faced fines of $500 for each victim.", "offender"),
        ("Courts imposed fines of $700 on the traffickers.", "offender"),
    ],
)
def test_people_who_are_fined_are_the_payers(read: Read, text: str, payer: str) -> None:
    assert [p.payer for p in payments(read, text)] == [payer]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women give brokers as much as $900 for a job in Oman, where some are exploited.", [("recruitment_fee", "Women", "affirmed")]),
        ("NGOs gave victims of trafficking $200.", []),
        ("Maids whose employers had not renewed their permits incurred a fine of $30.", [("fine", "Maids", "affirmed")]),
        ("Migrants who had not left the country accrued fines of $3 a day.", [("fine", "Migrants", "affirmed")]),
    ],
)
def test_people_pay_those_who_find_them_work_and_are_fined_for_others(
    read: Read, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert [(p.purpose, p.payer, p.polarity) for p in payments(read, text)] == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Child labor carries a maximum fine of 5,000 euros ($5,750).", (None, 5750.0)),
        ("Forced labor is punished with a minimum fine of 100 euros ($115).", (115.0, None)),
        ("Those who use forced labor pay a fine not exceeding RM5,000 ($1,200).", (None, 1200.0)),
        ("The maximum penalty for forced labor is a fine of Gs. 3.78 million ($640).", (None, 640.0)),
        ("Child labor below the minimum age is punished with a fine of L$100 ($0.67).", (0.67, 0.67)),
        ("Forced labor carries a maximum of one year's imprisonment and a fine of 3,000 rand ($217).", (217.0, 217.0)),
    ],
)
def test_the_highest_or_lowest_fine_has_one_end(read: Read, text: str, ends: tuple[float | None, float | None]) -> None:
    assert [(f.min, f.max) for f in read("ZAF", 2018, text, "other") if isinstance(f, Payment)] == [ends]


@pytest.mark.parametrize(
    ("heading", "fines"),
    [("b. Prohibition of Forced or Compulsory Labor", [(550.0, 1650.0)]), ("e. Acceptable Conditions of Work", [])],
)
def test_fines_under_a_heading_on_forced_labor_are_of_this_matter(read: Read, heading: str, fines: list[tuple[float, float]]) -> None:
    before = "The law names five offices. All of them are in the capital. Each has two doors. None has a garden."
    text = f"{heading}\n\n{before} Employers face penalties of 2,000-6,000 riyals ($550-$1,650). Cooks paid a monthly fee of $90."
    assert [(f.min, f.max) for f in read("QAT", 2018, text, "other") if isinstance(f, Payment)] == fines


def test_what_people_leave_undone_does_not_deny_their_fine(read: Read) -> None:
    text = "Owners who use child labor or fail to close on Sundays can face fines of 6,000 lei ($1,500)."
    assert [(f.max, f.polarity) for f in read("ROU", 2018, text, "other") if isinstance(f, Payment)] == [(1500.0, "affirmed")]
    text = "Courts failed to impose the fine of 900 lei ($225) for forced labor."
    assert [f.polarity for f in read("ROU", 2018, text, "other") if isinstance(f, Payment)] == ["negated"]


def test_what_workers_say_behind_what_a_law_bars_is_reported(read: Read) -> None:
    text = "The law barred recruitment fees for migrants, yet trafficking victims reported having paid up to $900."
    assert [f.certainty for f in read("ETH", 2023, text) if isinstance(f, Payment)] == ["reported"]
    text = "The law reportedly bars recruitment fees for migrants, but trafficking victims paid $900."
    assert [f.certainty for f in read("ETH", 2023, text) if isinstance(f, Payment)] == ["stated"]
