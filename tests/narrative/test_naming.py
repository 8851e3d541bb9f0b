"""Header lines, titles and names of files say whose narrative it is."""

import pytest

from kg.narrative.naming import Header, at_start, country_of, from_stem, header, report_year, tier_line


@pytest.mark.parametrize(
    ("line", "country", "tier", "year"),
    [
        ("LAOS (Tier 2)", "LAO", "2", None),
        ("LAOS (TIER 2)", "LAO", "2", None),
        ("LAOS (Tier\xa02)", "LAO", "2", None),
        ("QATAR: Tier 2 Watch List", "QAT", "2WL", None),
        ("GUINEA (Tier 2 Watch List)", "GIN", "2WL", None),
        ("GUINEA (Tier 2 – Watch List)", "GIN", "2WL", None),
        ("GUINEA (Tier 2 Watchlist)", "GIN", "2WL", None),
        ("BURMA (Tier 3)", "MMR", "3", None),
        ("Paraguay: Tier 1", "PRY", "1", None),
        ("SOMALIA (Special Case)", "SOM", "SC", None),
        ("YEMEN: Special Case", "YEM", "SC", None),
        ("LAOS – Tier 2", "LAO", "2", None),
        ("CHINA (Tier 2 Watch List) *", "CHN", "2WL", None),
        ("CÔTE D’IVOIRE (Tier 2)", "CIV", "2", None),
        ("COTE D'IVOIRE (Tier 2)", "CIV", "2", None),
        ("BAHAMAS, THE (Tier 2)", "BHS", "2", None),
        ("CONGO, DEMOCRATIC REPUBLIC OF THE (Tier 3)", "COD", "3", None),
        ("CONGO, REPUBLIC OF THE (Tier 2)", "COG", "2", None),
        ("KOREA, REPUBLIC OF (Tier 1)", "KOR", "1", None),
        ("ST. VINCENT & THE GRENADINES (Tier 2)", "VCT", "2", None),
        ("Former Yugoslav Republic of Macedonia (Tier 2)", "MKD", "2", None),
        ("Trafficking in Persons Report 2011- LAOS (Tier 2)", "LAO", "2", 2011),
        ("2017 TIP Report: LAOS (Tier 2 Watch List) « A blog", "LAO", "2WL", 2017),
        ("Country Narratives -- LAOS (Tier 2)", "LAO", "2", None),
        ("2021 Trafficking in Persons Report: Laos", "LAO", None, 2021),
        ("Trafficking in Persons Report 2011 – Country Narratives – Laos", "LAO", None, 2011),
        ("2016 Country Reports on Human Rights Practices: Laos", "LAO", None, 2016),
        ("Laos", "LAO", None, None),
    ],
)
def test_a_header_names_country_tier_and_year(line: str, country: str, tier: str | None, year: int | None) -> None:
    found = header(line)
    assert found is not None
    assert (found.country, found.tier, found.year) == (country, tier, year)


def test_prose_may_follow_a_header_on_its_line() -> None:
    line = "Macedonia (Tier 2) is a country of transit."
    assert header(line) == Header("MKD", "2", None, len("Macedonia (Tier 2)"))


@pytest.mark.parametrize(
    "line",
    [
        "Trafficking in Persons Report 2011",
        "Tier 2 Watch List",
        "The Government of Laos was placed on Tier 2 again.",
        "Thailand (Tier 3), Laos (Tier 2), Burma (Tier 3)",
        "Victims: Laos",
        "Laos.",
        "Atlantis (Tier 2)",
        "",
    ],
)
def test_other_lines_are_no_headers(line: str) -> None:
    assert header(line) is None


@pytest.mark.parametrize(
    ("line", "tier"),
    [("TIER 2 WATCH LIST", "2WL"), ("Tier Ranking: Tier 3", "3"), ("Special Cases", "SC"), ("Tier 2 was given", None), ("On Tier 2", None)],
)
def test_a_tier_may_stand_on_a_line_of_its_own(line: str, tier: str | None) -> None:
    assert tier_line(line) == tier


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Trafficking in Persons Report 2011", 2011),
        ("Trafficking in Persons Report, June 2009", 2009),
        ("2017 Trafficking in Persons Report: Paraguay", 2017),
        ("the 2010 TIP Report", 2010),
        ("https://www.state.gov/reports/2021-trafficking-in-persons-report/laos/", 2021),
        ("July 11, 2011", None),
        ("Trafficking in Persons Report", None),
    ],
)
def test_the_year_of_a_report_stands_beside_its_name(text: str, year: int | None) -> None:
    assert report_year(text) == year


@pytest.mark.parametrize(
    ("stem", "country", "year"),
    [
        ("LAO-2011", "LAO", 2011),
        ("LAO_2011_second-copy", "LAO", 2011),
        ("cabo-verde-2018", "CPV", 2018),
        ("guinea-bissau-2010", "GNB", 2010),
        ("democratic-republic-of-the-congo-2022", "COD", 2022),
        ("laos-2011-blog-page", "LAO", 2011),
        ("israel-west-bank-and-gaza-2022", "ISR", 2022),
        ("notes-on-laos-and-thailand", None, None),
        ("ABC-2011", None, 2011),
        ("stdin", None, None),
    ],
)
def test_names_of_files_tell_country_and_year(stem: str, country: str | None, year: int | None) -> None:
    assert from_stem(stem) == (country, year)


def test_a_country_is_known_by_any_of_its_names_whatever_the_case_and_the_accents() -> None:
    names = ("Lao PDR", "lao people's democratic republic", "THE GAMBIA", "Gambia, The", "Türkiye", "Turkey", "Atlantis")
    assert [country_of(name) for name in names] == ["LAO", "LAO", "GMB", "GMB", "TUR", "TUR", None]


def test_a_title_may_begin_with_a_country() -> None:
    titles = ("Laos - United States Department of State", "South Sudan: a summary", "A page on Laos")
    assert [at_start(title) for title in titles] == ["LAO", "SSD", None]
