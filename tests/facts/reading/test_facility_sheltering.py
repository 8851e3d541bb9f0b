"""Facilities that only a verb tells, those a named body does not have, and names that stand beside a noun."""

import pytest

from kg.facts.facility import Facility

from .conftest import Read

Row = tuple[str | None, str | None, tuple[str, ...], tuple[str, ...], str]


def facilities(read: Read, text: str) -> list[Row]:
    found = (f for f in read("COD", 2015, text, "protection") if isinstance(f, Facility))
    return [(f.name, f.location, f.operators, f.serves, f.polarity) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Caritas took in 30 women in 2012.", [(None, None, ("Caritas",), ("women",), "affirmed")]),
        (
            "Three charities housed 40 boys in Uvira and Fizi.",
            [(None, "Fizi", ("ngo",), ("boys",), "affirmed"), (None, "Uvira", ("ngo",), ("boys",), "affirmed")],
        ),
        (
            "Two NGOs in Uvira and Fizi sheltered 60 girls.",
            [(None, "Fizi", ("ngo",), ("girls",), "affirmed"), (None, "Uvira", ("ngo",), ("girls",), "affirmed")],
        ),
        ("Boys were sheltered by the Salesian Fathers in Goma.", [(None, "Goma", ("Salesian Fathers",), ("boys",), "affirmed")]),
        ("Shelter for men was provided by Caritas.", [(None, None, ("Caritas",), ("men",), "affirmed")]),
        ("Women received aid, including shelter provided by Caritas.", [(None, None, ("Caritas",), (), "affirmed")]),
        ("Women stayed with the Sisters of Charity.", [(None, None, ("Sisters of Charity",), ("women",), "affirmed")]),
        (
            "The NGOs Kela and Slova, which between them provided safe accommodation to 21 victims, received $10,000.",
            [(None, None, ("Kela", "Slova"), (), "affirmed")],
        ),
    ],
)
def test_who_takes_victims_in_keeps_a_shelter(read: Read, text: str, expected: list[Row]) -> None:
    assert facilities(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Employers housed women in crowded rooms.",
        "Police housed 20 women in cells.",
        "A company housed the men in containers.",
        "NGOs said that brothels housed girls.",
        "NGOs could not shelter men.",
        "The NGO Hope hosted a conference for women in Bukavu.",
        "The police lodged a complaint with the NGO Oaza.",
        "Victims lived with the families of NGO workers.",
        "The Honduran Embassy in Mexico City accommodated women on its premises.",
        "The ministry asked NGOs to shelter the victims.",
        "Officials estimate that they shelter 30 runaways.",
        "The government planned shelters in Beni and Goma.",
    ],
)
def test_who_lodges_others_or_only_means_to_keeps_none(read: Read, text: str) -> None:
    assert facilities(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Labor did not have a shelter for victims.", [(None, None, ("Ministry of Labor",), (), "negated")]),
        ("Caritas lacked a shelter for men.", [(None, None, ("Caritas",), ("men",), "negated")]),
        ("The Ministry of Labor had nothing to offer boys.", [(None, None, ("Ministry of Labor",), ("boys",), "negated")]),
        ("The ministry had nowhere to send male victims.", [(None, None, ("government",), ("men",), "negated")]),
        ("There was no equivalent for male victims.", [(None, None, (), ("men",), "negated")]),
        ("Male victims had to do without.", [(None, None, (), ("men",), "negated")]),
        ("The trafficker had nothing to offer the women but debts.", []),
        ("The girls had nowhere to report the abuse.", []),
        ("The law had no equivalent for attempted trafficking.", []),
    ],
)
def test_what_a_body_does_not_have_is_denied(read: Read, text: str, expected: list[Row]) -> None:
    assert facilities(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Villa Aurora, the state’s home for girls in Beni, received 40 girls.",
            [("Villa Aurora", "Beni", ("government",), ("girls",), "affirmed")],
        ),
        (
            "Dar El Amal, the Ministry of Justice’s facility for women, assisted 12 victims.",
            [("Dar El Amal", None, ("Ministry of Justice",), ("women",), "affirmed")],
        ),
        (
            "Sunrise House, the NGO Anima’s shelter for women, opened in 2012.",
            [("Sunrise House", None, ("Anima",), ("women",), "affirmed")],
        ),
        ("The ministry ran a helpline, Linea 123, in 2014.", [("Linea 123", None, ("government",), (), "affirmed")]),
        ("The national hotline, which answers in four languages, took 890 calls.", [(None, None, (), (), "affirmed")]),
        (
            "The Red Cross ran two reception points for girls, at Beni and Goma.",
            [(None, "Beni", ("Red Cross",), ("girls",), "affirmed"), (None, "Goma", ("Red Cross",), ("girls",), "affirmed")],
        ),
        (
            "The Ministry of Labor ran homes for women in nine cities, including Beni and Goma.",
            [
                (None, "Beni", ("Ministry of Labor",), ("women",), "affirmed"),
                (None, "Goma", ("Ministry of Labor",), ("women",), "affirmed"),
                (None, "nine cities", ("Ministry of Labor",), ("women",), "affirmed"),
            ],
        ),
        ("Police sent girls to facilities run by churches.", [(None, None, ("ngo",), ("girls",), "affirmed")]),
    ],
)
def test_a_name_and_a_noun_beside_it_are_one_facility(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(facilities(read, text), key=str) == expected


def test_a_sum_of_money_is_no_number_of_shelters(read: Read) -> None:
    found = [f for f in read("COD", 2015, "Each got 400 francs upon leaving the shelter in Beni.", "protection") if isinstance(f, Facility)]
    assert [(f.location, f.count) for f in found] == [("Beni", 1)]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("A medical rehabilitation center in Goma, run by IOM, treated victims.", "other"),
        ("The state ran 21 centers for social and psychological aid to victims.", "counseling_center"),
        ("A rehabilitation center in Goma, run by IOM, took in victims.", "shelter"),
    ],
)
def test_what_a_center_does_tells_its_sort(read: Read, text: str, sort: str) -> None:
    assert [f.type for f in read("COD", 2015, text, "protection") if isinstance(f, Facility)] == [sort]
