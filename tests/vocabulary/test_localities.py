"""Towns and provinces of each country."""

from kg.vocabulary.localities import is_town_of


def test_provinces_are_places_of_their_country_with_or_without_accents() -> None:
    assert [is_town_of(name, code) for name, code in (("Pará", "BRA"), ("Chimborazo", "ECU"), ("Chimborazo", "PER"))] == [True, True, False]


def test_a_country_without_towns_has_none() -> None:
    assert not is_town_of("Vientiane", "XXX")
