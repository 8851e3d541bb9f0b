"""Laws as extracts of reports on human rights name them, and rules and lists that were or were not made."""

import pytest

from kg.facts.law import Law

from .conftest import Read

MATTER = "Children were exploited in forced labor and in prostitution. "


def told(read: Read, text: str, section: str = "other") -> list[tuple[str | None, str | None, int | None, str]]:
    return [(f.title, f.provision, f.year, f.polarity) for f in read("ALB", 2018, MATTER + text, section) if isinstance(f, Law)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Refugee Act governs their stay.", ("Refugee Act", None, None, "affirmed")),
        ("The penal code lists gender as an aggravating factor.", ("penal code", None, None, "affirmed")),
        ("Traders petitioned the court against the deposit law.", ("deposit law", None, None, "affirmed")),
        ("A 2017 decree issued by the Ministry of Health sets a limit on night work.", ("decree", None, 2017, "affirmed")),
        ("The Hazardous Work List bars them from diving.", ("Hazardous Work List", None, None, "affirmed")),
        (
            "The 2012 National List of Dangerous Trades for Minors bars diving.",
            ("National List of Dangerous Trades for Minors", None, 2012, "affirmed"),
        ),
        ("Under the criminal codes of the two entities, this is a crime.", ("criminal codes", None, None, "affirmed")),
        ("Violations of the labor law are punishable by one to two years in prison.", ("labor law", None, None, "affirmed")),
        ("There was no list of hazardous occupations.", (None, None, None, "negated")),
        ("The government has not determined by law or regulation the types of hazardous work.", (None, None, None, "negated")),
    ],
)
def test_an_extract_names_laws_of_every_matter(read: Read, text: str, expected: tuple[object, ...]) -> None:
    assert told(read, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Violations of the labor law were common.",
        "Penalties for child labor law violations were up to five years in prison.",
        "The Public Order Police kept the peace.",
        "Courts observed a law prohibiting forced exile.",
        "The law includes a list of hazardous work.",
    ],
)
def test_what_an_extract_only_speaks_of_is_no_law(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_whole_report_on_other_matters_names_those_of_the_exploited(read: Read) -> None:
    text = "The press was free. Courts were slow. Roads were closed. Voters stayed away. Parties met. " * 3 + "The Press Act fines editors."
    assert told(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A new law on organized crime, number 39/2003, allowed undercover agents in trafficking cases.",
            [("law on organized crime", "39/2003", 2003, "affirmed")],
        ),
        ("A law on witness protection allows victims to testify by video.", [("law on witness protection", None, None, "affirmed")]),
        (
            "The ministry had yet to issue implementing regulations for the 2012 Trafficking Act.",
            [("Trafficking Act", None, 2012, "affirmed"), ("implementing regulations", None, None, "negated")],
        ),
        ("Albanian law does not punish women for prostitution.", []),
        ("Albanian law does not punish debt bondage.", [(None, None, None, "negated")]),
    ],
)
def test_a_law_by_its_number_and_the_rules_that_go_with_it(
    read: Read, text: str, expected: list[tuple[str | None, str | None, int | None, str]]
) -> None:
    assert told(read, text, "prosecution") == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The law calls begging a criminal act punishable by one year in prison.", []),
        ("The Order of Psychologists spoke.", []),
        ("Both civil law and custom forbid this.", []),
        ("The Civil Code of Alba forbids this.", ["Civil Code of Alba"]),
        ("In January the Gender Autonomy Act went into effect.", ["Gender Autonomy Act"]),
        ("The Maria da Luz Law protects women.", ["Maria da Luz Law"]),
    ],
)
def test_a_title_begins_and_ends_where_its_words_do(read: Read, text: str, titles: list[str]) -> None:
    assert [title for title, *_ in told(read, text)] == titles


@pytest.mark.parametrize(
    "text",
    [
        "The government did not issue implementing regulations for the mining code.",
        "The government has not published the list of hazardous waste sites.",
    ],
)
def test_what_was_not_made_for_other_matters_is_no_gap(read: Read, text: str) -> None:
    assert [row for row in told(read, text, "prosecution") if row[-1] == "negated"] == []
