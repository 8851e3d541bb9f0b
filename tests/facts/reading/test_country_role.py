"""Reading of country roles, on sentences written for the tests."""

import pytest

from kg.facts.country_role import CountryRole
from tests.facts.reading.conftest import Read


def roles(read: Read, country: str, text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Country, role and extent of each role in a text."""
    return {(f.country, f.role, f.extent) for f in read(country, 2014, text, "profile") if isinstance(f, CountryRole)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Laos is a source, transit, and destination country for women.",
            {("LAO", "source", None), ("LAO", "transit", None), ("LAO", "destination", None)},
        ),
        (
            "Laos is primarily a source and, to a much lesser extent, a transit country for women.",
            {("LAO", "source", "primary"), ("LAO", "transit", "limited")},
        ),
        ("Laos is a country of origin for men who are trafficked to Thailand.", {("LAO", "source", None)}),
        ("Traffickers use Laos as a transit point for victims from Vietnam.", {("LAO", "transit", None)}),
        (
            "Laos is a destination for children and a source country for women exploited abroad.",
            {("LAO", "destination", None), ("LAO", "source", None)},
        ),
        (
            "Thailand is the main destination for victims, followed by Malaysia and, to a lesser extent, China.",
            {("THA", "destination", "primary"), ("MYS", "destination", None), ("CHN", "destination", "limited")},
        ),
        (
            "As both a source and destination country for trafficked women, Laos faces a hard task.",
            {("LAO", "source", None), ("LAO", "destination", None)},
        ),
        ("Although primarily a source of trafficked girls, Laos has new brothels.", {("LAO", "source", "primary")}),
        ("Traditionally a source country for exploited women, the country has new brothels.", {("LAO", "source", None)}),
        ("Laos, a transit country for trafficked women, opened a shelter.", {("LAO", "transit", None)}),
        (
            "Laos is mainly a source country for women, and to a lesser degree a country of transit and destination.",
            {("LAO", "source", "primary"), ("LAO", "transit", "limited"), ("LAO", "destination", "limited")},
        ),
        ("To a limited extent Laos serves as a corridor for trafficked men.", {("LAO", "transit", "limited")}),
        ("A source and transit country for victims of trafficking, Laos lies inland.", {("LAO", "source", None), ("LAO", "transit", None)}),
        ("Laos is a source country for women whose countries of destination vary.", {("LAO", "source", None)}),
        ("Laos is a source country for women trafficked to Thailand and other destination countries.", {("LAO", "source", None)}),
        ("Laos serves as a conduit for victims of trafficking.", {("LAO", "transit", None)}),
    ],
)
def test_a_place_called_so_has_the_role(read: Read, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert roles(read, "LAO", text) == expected


def test_a_role_has_the_people_and_the_exploitation_it_is_called_so_for(read: Read) -> None:
    text = "Laos is a source country for women and girls subjected to sex trafficking, and for men in forced labor."
    (role,) = [f for f in read("LAO", 2014, text, "profile") if isinstance(f, CountryRole)]
    assert (role.victims, role.exploitation) == (("girls", "men", "women"), ("forced_labor", "sex_trafficking"))


@pytest.mark.parametrize(
    "text",
    [
        "Laos is a destination for sex tourists from Asia.",
        "Officials met counterparts from source and destination countries to discuss victims.",
        "Laos is a popular tourist destination.",
        "Some Lao men travel to destinations including Thailand and Malaysia to buy sex from trafficked girls.",
    ],
)
def test_other_destinations_are_no_role(read: Read, text: str) -> None:
    assert roles(read, "LAO", text) == set()


def test_a_role_that_nobody_reported_is_denied(read: Read) -> None:
    text = "There were no confirmed reports during the year that the country was a source, destination, or transit country for victims."
    found = [f for f in read("LAO", 2018, text, "other") if isinstance(f, CountryRole)]
    assert {(f.role, f.polarity, f.certainty) for f in found} == {(r, "negated", "reported") for r in ("source", "transit", "destination")}


def test_countries_of_origin_and_a_country_s_role_are_read(read: Read) -> None:
    found = [
        f for f in read("BEL", 2014, "The main countries of origin of the victims are Nigeria and China.") if isinstance(f, CountryRole)
    ]
    assert {(f.country, f.role) for f in found} == {("NGA", "source"), ("CHN", "source")}
    text = "Kazakhstan's role as a destination for Uzbek workers subjected to forced labor has grown."
    (own,) = [f for f in read("KAZ", 2014, text) if isinstance(f, CountryRole)]
    assert (own.country, own.role, own.exploitation) == ("KAZ", "destination", ("forced_labor",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos is a presumed source and transit country for trafficked women.", {("source", "possible"), ("transit", "possible")}),
        ("Laos is a suspected transit country for trafficked women.", {("transit", "possible")}),
        ("Laos is a source and, possibly, a transit country for trafficked women.", {("source", "stated"), ("transit", "possible")}),
        (
            "Laos is thought to be a source and potentially a destination country for trafficked women.",
            {("source", "reported"), ("destination", "possible")},
        ),
        ("Laos is a source country for women and potential victims of trafficking.", {("source", "stated")}),
    ],
)
def test_a_role_is_possible_from_the_word_on_that_says_so(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = read("LAO", 2014, text, "profile")
    assert {(f.role, f.certainty) for f in found if isinstance(f, CountryRole)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women are trafficked to Italy and Spain, the most common destinations.", {("ITA", "destination"), ("ESP", "destination")}),
        ("Men are subjected to forced labor in Qatar, the main destination country.", {("QAT", "destination")}),
        ("Boys are forced to beg in Senegal and Mali, both transit countries.", {("SEN", "transit"), ("MLI", "transit")}),
        ("Workers send money from Oman, a major source of income, and some are victims of forced labor.", set()),
    ],
)
def test_places_explained_by_a_role_behind_them_are_called_so(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = read("LAO", 2014, text, "profile")
    assert {(f.country, f.role) for f in found if isinstance(f, CountryRole)} == expected


def test_a_role_named_without_people_is_read_beside_a_statement_on_them(read: Read) -> None:
    text = "Laos is a source and transit country. Lao men are subjected to forced labor in Thailand."
    assert roles(read, "LAO", text) == {("LAO", "source", None), ("LAO", "transit", None)}
    assert roles(read, "LAO", "Laos is a source country. Its dams feed the grid of Thailand.") == set()


def test_what_a_country_no_longer_only_is_it_still_is(read: Read) -> None:
    text = "Laos is no longer only a source country for trafficked women."
    (role,) = [f for f in read("LAO", 2014, text, "profile") if isinstance(f, CountryRole)]
    assert (role.role, role.polarity) == ("source", "affirmed")
