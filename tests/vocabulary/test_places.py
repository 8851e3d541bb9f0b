"""The tables of countries and regions are complete, unambiguous and inside the map."""

import re
from collections import defaultdict

import pytest

from kg.vocabulary.cities import cities
from kg.vocabulary.places import Place, by_code, homonyms, meant, name_of, places, regions


def _forms() -> dict[str, set[str]]:
    found = defaultdict(set)
    for place in (*places(), *regions()):
        for form in (*place.names, *place.demonyms):
            found[form].add(place.code)
    for town, code in cities().items():
        found[town].add(code)
    return found


def _code(form: str) -> str:
    (code,) = _forms()[form]
    return code


def test_the_tables_hold_every_country_and_the_named_regions() -> None:
    assert (len(places()), len(regions()), len(by_code())) == (250, 107, 357)


def test_codes_are_iso_alpha_3_or_region_and_words_and_stand_in_order() -> None:
    assert [p.code for p in places() if not re.fullmatch(r"[A-Z]{3}", p.code)] == []
    assert [r.code for r in regions() if not re.fullmatch(r"region:[a-z]+(-[a-z]+)*", r.code)] == []
    for table in (places(), regions()):
        assert [p.code for p in table] == sorted({p.code for p in table})


def test_a_written_form_belongs_to_one_place() -> None:
    assert {form: codes for form, codes in _forms().items() if len(codes) > 1} == {}


def test_a_shared_form_stands_with_the_first_of_the_places_it_may_mean() -> None:
    assert len(homonyms()) == 30
    for form, codes in homonyms().items():
        assert len(codes) > 1
        assert _code(form) == codes[0]
        assert set(codes) <= set(by_code())


def test_a_shared_form_means_the_country_that_the_narrative_is_about() -> None:
    assert meant("Congolese", "COD", "COG") == "COG"
    assert meant("Congolese", "COD", "RWA") == "COD"
    assert meant("Congolese", "COD", None) == "COD"
    assert meant("Rwandan", "RWA", "COG") == "RWA"


def test_centres_are_on_the_map() -> None:
    assert [p.code for p in by_code().values() if not (-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180)] == []
    assert [p.code for p in places() if (p.latitude, p.longitude) == (0.0, 0.0)] == []


def test_no_two_countries_share_a_centre() -> None:
    centres = [(p.latitude, p.longitude) for p in places()]
    assert len(set(centres)) == len(centres)


def test_forms_are_written_with_the_straight_apostrophe_and_single_blanks() -> None:
    assert [form for form in _forms() if "’" in form or "  " in form or form.endswith("'s")] == []


def test_a_name_with_an_accent_is_listed_without_it_too() -> None:
    folded = str.maketrans("àáâãäåçèéêëìíîïñòóôõöùúûü", "aaaaaaceeeeiiiinooooouuuu")
    for place in places():
        forms = {*place.names, *place.demonyms}
        plain = {form.replace("Å", "A").translate(folded) for form in place.names}
        assert (place.code, plain - forms) == (place.code, set())


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Lao PDR", "LAO"),
        ("Lao", "LAO"),
        ("Laotians", "LAO"),
        ("Myanmar", "MMR"),
        ("Burma", "MMR"),
        ("Côte d'Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Ivorian", "CIV"),
        ("DRC", "COD"),
        ("Republic of the Congo", "COG"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Soviet Union", "RUS"),
        ("Serbia and Montenegro", "SRB"),
        ("East Timor", "TLS"),
        ("Cape Verde", "CPV"),
        ("Swaziland", "SWZ"),
        ("Swazi", "SWZ"),
        ("Macedonia", "MKD"),
        ("Czechia", "CZE"),
        ("Türkiye", "TUR"),
        ("Gaza", "PSE"),
        ("PRC", "CHN"),
        ("Hong Kong", "HKG"),
        ("Taiwan", "TWN"),
        ("Kosovo", "XKX"),
        ("U.S.", "USA"),
        ("Welsh", "GBR"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Bissau-Guinean", "GNB"),
        ("Equatoguinean", "GNQ"),
        ("Guinean", "GIN"),
        ("Basotho", "LSO"),
        ("Batswana", "BWA"),
        ("ni-Vanuatu", "VUT"),
        ("Malagasy", "MDG"),
        ("Kyrgyz", "KGZ"),
        ("Filipinas", "PHL"),
        ("West Africans", "region:west-africa"),
        ("Eastern European", "region:eastern-europe"),
        ("sub-Saharan African", "region:sub-saharan-africa"),
        ("Gulf States", "region:gulf"),
        ("former Soviet Union", "region:former-soviet-union"),
    ],
)
def test_a_written_form_is_resolved(form: str, code: str) -> None:
    assert _code(form) == code


@pytest.mark.parametrize(
    ("longer", "code", "shorter"),
    [
        ("Niger Delta", "NGA", "Niger"),
        ("Lao Cai", "VNM", "Lao"),
        ("British Columbia", "CAN", "British"),
        ("South China Sea", "region:south-china-sea", "China"),
        ("Turkish Cypriots", "CYP", "Turkish"),
        ("Dominican Republic", "DOM", "Dominica"),
        ("Balkan-Egyptian", "ALB", "Egyptian"),
        ("Indian Ocean", "region:indian-ocean", "Indian"),
    ],
)
def test_a_longer_name_that_holds_another_place_has_a_row_of_its_own(longer: str, code: str, shorter: str) -> None:
    assert (_code(longer), _code(longer) != _code(shorter)) == (code, True)


def test_a_code_is_shown_by_its_name_and_an_unlisted_region_by_its_words() -> None:
    assert name_of("MMR") == "Burma"
    assert name_of("region:west-africa") == "West Africa"
    assert name_of("region:neighboring-countries") == "neighboring countries"


def test_a_row_is_read_whole() -> None:
    assert by_code()["LAO"] == Place(
        code="LAO",
        name="Laos",
        names=(
            "Laos",
            "Lao PDR",
            "Lao P.D.R.",
            "the Lao PDR",
            "LPDR",
            "Lao People's Democratic Republic",
            "the Lao People's Democratic Republic",
        ),
        demonyms=("Lao", "Laotian", "Laotians"),
        latitude=18.5,
        longitude=103.8,
    )
