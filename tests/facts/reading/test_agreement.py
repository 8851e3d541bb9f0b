"""Agreements: parties, subject and status, and what is none."""

import pytest

from kg.facts.agreement import Agreement

from .conftest import Read

Row = tuple[str, tuple[str, ...], str | None, str | None, str]

ONE = [
    ("Ratification of the UN TIP Protocol was pending.", ("treaty", ("KEN",), "UN TIP Protocol", "pending", "affirmed")),
    (
        "Kenya and Uganda signed an agreement to share information.",
        ("bilateral_agreement", ("KEN", "UGA"), "share information", "signed", "affirmed"),
    ),
    ("The police and the Ministry of Labor signed an MOU.", ("mou", ("Ministry of Labor", "police"), None, "signed", "affirmed")),
    (
        "The Ministry of Tourism signed an agreement with hotels on a code of conduct.",
        ("other", ("Ministry of Tourism", "hotels"), "code of conduct", "signed", "affirmed"),
    ),
    ("Kenya could not accede to the UN TIP Protocol.", ("treaty", ("KEN",), "UN TIP Protocol", "not_party", "affirmed")),
    ("Kenya let its MOU with Malaysia lapse.", ("mou", ("KEN", "MYS"), None, "expired", "affirmed")),
    (
        "Negotiations with Qatar on a labor agreement collapsed.",
        ("bilateral_agreement", ("KEN", "QAT"), "labor", "in_negotiation", "negated"),
    ),
    ("There is no extradition treaty with Myanmar.", ("treaty", ("KEN", "MMR"), "extradition", None, "negated")),
    ("The MOU with Malaysia expired in 2012.", ("mou", ("KEN", "MYS"), None, "expired", "affirmed")),
    (
        "A labor agreement between Kenya and the Philippines entered into force in 2013.",
        ("bilateral_agreement", ("KEN", "PHL"), "labor", "in_force", "affirmed"),
    ),
    (
        "The government drafted an MOU with Sudan on child trafficking that awaits signature.",
        ("mou", ("KEN", "SDN"), "child trafficking", "pending", "affirmed"),
    ),
    (
        "Under a memorandum of understanding between the Ministry of Health and the police, victims are referred.",
        ("mou", ("Ministry of Health", "police"), None, "in_force", "affirmed"),
    ),
    ("A Ghana-Kenya memorandum of understanding was signed.", ("mou", ("GHA", "KEN"), None, "signed", "affirmed")),
    ("Kenya signed but has not ratified the UN TIP Protocol.", ("treaty", ("KEN",), "UN TIP Protocol", "signed", "affirmed")),
    ("Kenya is not a party to the 2000 UN TIP Protocol.", ("treaty", ("KEN",), "2000 UN TIP Protocol", "not_party", "affirmed")),
    (
        "Mali, Togo, and Kenya signed a multilateral agreement against child trafficking.",
        ("regional_agreement", ("KEN", "MLI", "TGO"), "child trafficking", "signed", "affirmed"),
    ),
    (
        "Negotiations with Oman on the recruitment of maids continued.",
        ("bilateral_agreement", ("KEN", "OMN"), "recruitment of maids", "in_negotiation", "affirmed"),
    ),
    ("Kenya amended its 2005 accord with Qatar.", ("bilateral_agreement", ("KEN", "QAT"), None, "signed", "affirmed")),
    ("A pact with Jordan on wages was concluded.", ("bilateral_agreement", ("JOR", "KEN"), "wages", "signed", "affirmed")),
    ("A draft agreement with Mali was before parliament.", ("bilateral_agreement", ("KEN", "MLI"), None, "pending", "affirmed")),
    ("Pursuant to its MOU with Oman, the state bars fees charged to maids.", ("mou", ("KEN", "OMN"), None, "in_force", "affirmed")),
    (
        "Kenya's memorandum with Togo on labor inspection, signed in 2003, remained in effect.",
        ("mou", ("KEN", "TGO"), "labor inspection", "in_force", "affirmed"),
    ),
    (
        "Kenya remains a party to the 2006 multilateral cooperation agreement against trafficking in persons.",
        ("regional_agreement", ("KEN",), "trafficking in persons", "ratified", "affirmed"),
    ),
    ("The army signed a protocol with three NGOs on referral.", ("other", ("KEN", "ngo"), "referral", "signed", "affirmed")),
    ("A deal with Togo on border posts took effect.", ("bilateral_agreement", ("KEN", "TGO"), "border posts", "in_force", "affirmed")),
    ("The memorandum that Kenya and Mali signed has lain idle.", ("mou", ("KEN", "MLI"), None, "signed", "affirmed")),
    ("Kenya has been party to the UN TIP Protocol since 2005.", ("treaty", ("KEN",), "UN TIP Protocol", "ratified", "affirmed")),
    ("Togo and Kenya exchanged drafts of a labor accord.", ("bilateral_agreement", ("KEN", "TGO"), "labor", "in_negotiation", "affirmed")),
    ("The 2006 memorandum between Mali and Togo lapsed.", ("mou", ("MLI", "TGO"), None, "expired", "affirmed")),
    ("A bill to ratify the UN TIP Protocol was drafted.", ("treaty", ("KEN",), "UN TIP Protocol", "pending", "affirmed")),
    ("Kenya ratified the UN protocol on trafficking.", ("treaty", ("KEN",), "UN protocol on trafficking", "ratified", "affirmed")),
    (
        "Once ratified, the memorandum of understanding with Egypt will protect maids.",
        ("mou", ("EGY", "KEN"), None, "pending", "affirmed"),
    ),
    (
        "The labor accord with Kuwait, once in force, would standardize contracts.",
        ("bilateral_agreement", ("KEN", "KWT"), "labor", "pending", "affirmed"),
    ),
]


def agreements(read: Read, text: str) -> list[Agreement]:
    return [f for f in read("KEN", 2015, text, "partnership") if isinstance(f, Agreement)]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_an_agreement_has_parties_subject_and_status(read: Read, text: str, expected: Row) -> None:
    assert [(a.type, a.parties, a.subject, a.status, a.polarity) for a in agreements(read, text)] == [expected]


def test_one_agreement_with_each_partner_country(read: Read) -> None:
    found = agreements(read, "In 2006 Kenya signed bilateral agreements with Togo and Benin to repatriate victims.")
    assert [(a.parties, a.subject, a.period) for a in found] == [
        (("BEN", "KEN"), "repatriate victims", "2006"),
        (("KEN", "TGO"), "repatriate victims", "2006"),
    ]


def test_talks_put_off_are_about_the_agreement_named_before(read: Read) -> None:
    found = agreements(read, "In May the government signed an MOU with Qatar on domestic workers. Talks with Oman were put off.")
    assert [(a.parties, a.status, a.polarity, a.certainty, a.subject) for a in found] == [
        (("KEN", "QAT"), "signed", "affirmed", "stated", "domestic workers"),
        (("KEN", "OMN"), "in_negotiation", "negated", "stated", "domestic workers"),
    ]


def test_two_conventions_in_one_sentence_are_two(read: Read) -> None:
    found = agreements(read, "Parliament ratified ILO Convention 182 in 2001 and ILO Convention 29.")
    assert [(a.subject, a.status) for a in found] == [("ILO Convention 182", "ratified"), ("ILO Convention 29", "ratified")]


def test_an_agreement_like_the_one_before_is_told_in_few_words(read: Read) -> None:
    found = agreements(read, "Kenya has no labor agreement with Oman, and one with Qatar expired in 2013.")
    assert [(a.parties, a.status, a.polarity, a.period, a.subject) for a in found] == [
        (("KEN", "OMN"), None, "negated", None, "labor"),
        (("KEN", "QAT"), "expired", "affirmed", "2013", "labor"),
    ]


def test_several_agreements_of_a_sentence_share_its_subject_and_each_has_its_status(read: Read) -> None:
    told = "An accord with Oman on maids, signed in 2014, went into effect, whereas negotiations with Qatar faltered"
    text = f"{told} and the pact with Togo ran out."
    assert {(a.parties, a.status, a.subject) for a in agreements(read, text)} == {
        (("KEN", "OMN"), "in_force", "maids"),
        (("KEN", "QAT"), "in_negotiation", "maids"),
        (("KEN", "TGO"), "expired", "maids"),
    }


def test_the_protocol_is_the_one_named_before(read: Read) -> None:
    found = agreements(read, "Kenya signed the UN TIP Protocol in 2001. It acceded to the protocol in 2005.")
    assert [(a.subject, a.status, a.period, len(a.evidence)) for a in found] == [("UN TIP Protocol", "ratified", "2005", 2)]


def test_conventions_that_share_a_head_are_each_one(read: Read) -> None:
    found = agreements(read, "Kenya ratified ILO Conventions 29, 138, and 182.")
    assert {a.subject for a in found} == {"ILO Convention 29", "ILO Convention 138", "ILO Convention 182"}


@pytest.mark.parametrize(
    "text",
    [
        "The law permits employment agreements with persons younger than 14.",
        "The suspects reached a plea agreement with Ugandan prosecutors.",
        "Employers force them into an agreement to repay debts.",
        "Peace talks between the government and rebels continued.",
        "The recruitment agency forces workers to sign a contract.",
        "The government adopted the protocol for assisting victims.",
    ],
)
def test_what_is_no_agreement_gives_no_fact(read: Read, text: str) -> None:
    assert agreements(read, text) == []


def test_an_agreement_that_was_never_used_is_not_implemented(read: Read) -> None:
    assert [a.status for a in agreements(read, "The agreement with Kuwait on labor was never implemented.")] == [None]


def test_whether_it_was_signed_is_no_agreement(read: Read) -> None:
    assert agreements(read, "It is unclear whether the government signed an agreement with Jordan.") == []


def test_an_agreement_that_two_never_signed_is_denied_and_whereas_opens_another(read: Read) -> None:
    text = "Kenya and Sudan have yet to sign a protocol on extradition, whereas an agreement with Uganda, signed in 2012, was extended."
    found = [f for f in read("KEN", 2015, text) if isinstance(f, Agreement)]
    assert {(f.parties, f.status, f.polarity) for f in found} == {
        (("KEN", "SDN"), "signed", "negated"),
        (("KEN", "UGA"), "signed", "affirmed"),
    }


def test_in_a_report_on_many_subjects_only_conventions_about_the_exploited_are_told(read: Read) -> None:
    text = "The country joined the 1980 Hague Convention on Child Abduction.\n\nIt ratified ILO Convention 189 in 2013."
    found = [f.subject for f in read("KEN", 2015, text, "other") if isinstance(f, Agreement)]
    assert found == ["ILO Convention 189"]


def test_a_convention_neither_signed_nor_ratified_is_not_joined_whatever_was_done_with_another(read: Read) -> None:
    text = "Kenya signed but has not ratified the 2000 UN TIP Protocol and has neither signed nor ratified ILO Convention 189."
    assert {(a.subject, a.status, a.polarity) for a in agreements(read, text)} == {
        ("2000 UN TIP Protocol", "signed", "affirmed"),
        ("ILO Convention 189", "not_party", "affirmed"),
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The government was on the verge of signing a labor agreement with Sri Lanka.", "pending"),
        ("The ministry was about to sign an agreement with Kuwait on domestic workers.", "pending"),
        ("The labor agreement with Bahrain is due to be signed in May.", "pending"),
        ("The state remained outside the 2000 UN TIP Protocol.", "not_party"),
    ],
)
def test_what_is_about_to_be_signed_is_not_signed(read: Read, text: str, status: str) -> None:
    assert [a.status for a in agreements(read, text)] == [status]


def test_papers_that_workers_are_made_to_sign_are_no_agreement(read: Read) -> None:
    assert agreements(read, "Traffickers forced workers to sign an agreement with an employer in Oman.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has an agreement on labor with Qatar but none with Oman.",
        "Kenya has an agreement on labor with Qatar; there is none with Oman.",
        "Kenya has an agreement on labor with Qatar and no such agreement with Oman.",
    ],
)
def test_there_is_none_with_another_country(read: Read, text: str) -> None:
    told = [(f.parties, f.status, f.polarity) for f in read("KEN", 2011, text) if isinstance(f, Agreement)]
    assert told == [(("KEN", "QAT"), "in_force", "affirmed"), (("KEN", "OMN"), None, "negated")]


def test_none_of_something_else_is_no_agreement(read: Read) -> None:
    text = "Kenya has an agreement on labor with Qatar; none of the workers with papers was hurt."
    assert [f.polarity for f in read("KEN", 2011, text) if isinstance(f, Agreement)] == ["affirmed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight counties had cooperation agreements among police, clinics, and NGOs.",
            [("other", ("government", "ngo"), "in_force", "affirmed")],
        ),
        (
            "Negotiations on an extradition treaty with Greece were broken off in May.",
            [("treaty", ("GRC", "KEN"), "in_negotiation", "negated")],
        ),
        (
            "Kenya signed a labor agreement with Jordan; there was none with Oman.",
            [("bilateral_agreement", ("JOR", "KEN"), "signed", "affirmed"), ("bilateral_agreement", ("KEN", "OMN"), None, "negated")],
        ),
        (
            "Kenya signed an MOU with Jordan in 2010; a similar accord with Oman is under negotiation.",
            [("mou", ("JOR", "KEN"), "signed", "affirmed"), ("mou", ("KEN", "OMN"), "in_negotiation", "affirmed")],
        ),
        ("ILO Convention 188, which Kenya has not ratified, protects fishermen.", [("treaty", ("KEN",), "not_party", "affirmed")]),
        ("Kenya could not accede to the UN TIP Protocol.", [("treaty", ("KEN",), "not_party", "affirmed")]),
        (
            "Kenya finalized, but had not yet signed, an agreement with China on extradition.",
            [("bilateral_agreement", ("CHN", "KEN"), "pending", "affirmed")],
        ),
        (
            "The extradition convention that Kenya signed with Algeria in 2005 cannot be invoked.",
            [("treaty", ("DZA", "KEN"), "signed", "affirmed")],
        ),
    ],
)
def test_agreements_are_told_by_those_before_them_and_by_what_was_done_with_them(
    read: Read, text: str, expected: list[tuple[str, tuple[str, ...], str | None, str]]
) -> None:
    found = [f for f in read("KEN", 2015, text, "prosecution") if isinstance(f, Agreement)]
    assert [(a.type, a.parties, a.status, a.polarity) for a in found] == expected


@pytest.mark.parametrize(
    "text",
    ["Police had arrangements with brothel owners to look away.", "Lists of victims changed hands with Uganda."],
)
def test_dealings_that_nobody_wrote_down_are_no_agreement(read: Read, text: str) -> None:
    assert not [f for f in read("KEN", 2015, text, "prosecution") if isinstance(f, Agreement)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2000 Kenya signed the UN TIP Protocol, which it has not ratified.",
        "Kenya signed the UN TIP Protocol in 2000, but parliament had not ratified it by 2004.",
        "The UN TIP Protocol, signed in 2005, went unratified.",
    ],
)
def test_a_convention_that_was_only_signed_was_not_ratified(read: Read, text: str) -> None:
    assert [(a.subject, a.status, a.polarity) for a in agreements(read, text)] == [
        ("UN TIP Protocol", "signed", "affirmed"),
        ("UN TIP Protocol", "ratified", "negated"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya signed the Maputo Protocol in 2003 and ratified it in 2010.", ("treaty", ("KEN",), "ratified", "affirmed", "2010")),
        (
            "In accordance with a 2003 agreement on the return of minors, Spain sent back 30 boys.",
            ("bilateral_agreement", ("ESP", "KEN"), "in_force", "affirmed", "2003"),
        ),
        ("A draft agreement with Oman was under discussion.", ("bilateral_agreement", ("KEN", "OMN"), "in_negotiation", "affirmed", None)),
        (
            "The government did not sign any new bilateral labor agreements.",
            ("bilateral_agreement", ("KEN",), "signed", "negated", None),
        ),
        ("The government signed no new extradition agreements.", ("bilateral_agreement", ("KEN",), None, "negated", None)),
    ],
)
def test_what_follows_a_signature_who_carries_out_an_accord_and_none_signed(read: Read, text: str, expected: Row) -> None:
    assert [(a.type, a.parties, a.status, a.polarity, a.period) for a in agreements(read, text)] == [expected]


def test_what_families_agree_with_employers_is_no_agreement(read: Read) -> None:
    assert agreements(read, "Children work under an agreement between parents and employers.") == []


def test_a_protocol_for_victims_is_no_agreement_with_those_who_helped_to_write_it(read: Read) -> None:
    assert agreements(read, "UNICEF and UNODC supported the government in drafting a protocol for victim care.") == []


def test_an_extract_names_agreements_and_conventions_of_every_matter(read: Read) -> None:
    text = (
        "Children were exploited in forced labor.\n\nThe country is a signatory to the 1954 "
        "Convention Relating to the Status of Stateless Persons. "
        "The Kenyan and Ugandan governments signed an agreement to keep out opponents."
    )
    assert [(f.type, f.parties, f.subject, f.status) for f in read("KEN", 2018, text, "other") if isinstance(f, Agreement)] == [
        ("treaty", ("KEN",), "1954 Convention Relating to the Status of Stateless Persons", "signed"),
        ("bilateral_agreement", ("KEN", "UGA"), "keep out opponents", "signed"),
    ]
