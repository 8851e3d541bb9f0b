"""A document's country, year, tier and sections, whatever stands around the narrative."""

from textwrap import fill

import pytest

from kg.errors import DataProblem
from kg.narrative.model import Document, Section
from kg.narrative.text import Known, document, documents
from tests.narrative.made import (
    ASKED,
    BODY,
    CLAIM,
    EXPECTED,
    HEADER,
    NARRATIVE,
    NEW_STATE,
    PAGES,
    PREVENTION,
    PROFILE,
    PROSECUTION,
    PROTECTION,
    WORDS,
    printed,
    sections_of,
    words_of,
)


def test_a_narrative_alone_is_told_into_sections_by_what_its_paragraphs_say() -> None:
    assert sections_of(document(NARRATIVE, id="x")) == EXPECTED


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_the_narrative_is_found_in_a_page(page: str) -> None:
    found = document(page, id="x")
    assert (found.country, found.tier, words_of(found)) == ("LSO", "2WL", WORDS)


def test_the_narrative_is_found_in_a_print_of_wrapped_lines_with_running_heads() -> None:
    assert words_of(document(printed(), id="x")) == WORDS


def test_wrapped_lines_without_blank_lines_between_paragraphs_are_told_apart_where_a_paragraph_ends_early() -> None:
    text = "\n".join((HEADER, *(fill(part, 90) for part in BODY)))
    assert words_of(document(text, id="x")) == WORDS


def test_headings_and_bullets_open_and_hold_sections() -> None:
    found = document(NEW_STATE, id="x")
    bullets = (
        "• Enact the draft rules for referral.\n • Open a shelter in Maseru.\n • Train border guards to recognize victims\n"
        " • Convict officials who sell travel papers."
    )
    assert sections_of(found) == (
        ("header", HEADER),
        ("profile", "\n".join(PROFILE)),
        ("recommendations", bullets),
        ("prosecution", PROSECUTION),
        ("protection", PROTECTION),
        ("prevention", PREVENTION),
    )
    assert (found.country, found.year, found.tier) == ("LSO", 2012, "2WL")


def test_recommendations_end_where_prose_begins_that_recommends_nothing() -> None:
    lines = ("Train the police.", "Proactively screen herd boys.", "Enact the rules.")
    text = NARRATIVE.replace(f"{CLAIM} {ASKED}", "RECOMMENDATIONS FOR LESOTHO\n\n" + "\n".join(lines))
    assert dict(sections_of(document(text, id="x"))) == {**dict(EXPECTED), "recommendations": "\n".join(lines)}


def test_headings_in_one_block_with_their_paragraphs_are_no_part_of_them() -> None:
    parts = zip(("Prosecution", "Protection", "Prevention"), BODY[3:], strict=True)
    text = "\n\n".join((HEADER, *BODY[:3], *(f"{heading}\n{part}" for heading, part in parts)))
    assert sections_of(document(text, id="x")) == EXPECTED


def test_special_cases_have_scope_and_efforts() -> None:
    parts = ("SOMALIA (Special Case)", "Somalia remains a special case.", f"Scope and Magnitude. {PROFILE[0]}")
    found = document("\n\n".join((*parts, f"Government Efforts. {PROSECUTION}", PROTECTION)), id="x")
    assert (found.tier, [(name, words[:20]) for name, words in sections_of(found)]) == (
        "SC",
        [
            ("header", "SOMALIA (Special Cas"),
            ("profile", "Somalia remains a sp"),
            ("profile", PROFILE[0][:20]),
            ("prosecution", PROSECUTION[:20]),
            ("protection", PROTECTION[:20]),
        ],
    )


def test_the_last_header_before_the_narrative_is_its_header() -> None:
    quote = "Secretary Example: “Lesotho arrested 900 traffickers. Girls are trafficked from Lesotho to Japan.”"
    text = f"Trafficking in Persons Report 2012- {HEADER}\n\n{quote}\n\nThe Report\n\n{NARRATIVE}"
    found = document(text, id="x")
    assert (sections_of(found), found.year) == (EXPECTED, 2012)


def test_a_page_with_one_header_far_above_begins_at_the_prose_that_names_the_country() -> None:
    menu = "Letter from Secretary\nSpecial Cases\nGlossary of Acronyms\n1 Prosecution\n2 Protection"
    body = NARRATIVE.split("\n\n", 1)[1]
    found = document(f"{HEADER}\n\nA new report was released by the department on Tuesday.\n\n{menu}\n\n{body}", id="x")
    assert sections_of(found) == EXPECTED


@pytest.mark.parametrize(
    ("header", "first"),
    [("LESOTHO\nTier 2 Watch List", "LESOTHO\nTier 2 Watch List"), ("Tier 2 Watch List\n\nLESOTHO", "Tier 2 Watch List\n\nLESOTHO")],
)
def test_the_tier_may_stand_on_the_line_above_or_below(header: str, first: str) -> None:
    found = document(NARRATIVE.replace(HEADER, header), id="x")
    assert (found.tier, sections_of(found)[0]) == ("2WL", ("header", first))


def test_a_menu_of_tiers_gives_no_tier() -> None:
    found = document(NARRATIVE.replace(HEADER, "Tier 1\nTier 2\nTier 3\n\nLesotho"), id="x")
    assert (found.tier, sections_of(found)) == (None, EXPECTED[1:])


def test_a_header_may_run_into_the_first_sentence() -> None:
    found = document(NARRATIVE.replace(f"{HEADER}\n\n", f"{HEADER} "), id="x")
    assert sections_of(found) == EXPECTED


@pytest.mark.parametrize("interruption", ["Related\n\nMinisters meet in Maseru", "ADVERTISEMENT\n\nShare this article"])
def test_a_narrative_goes_on_after_an_interruption(interruption: str) -> None:
    found = document(NARRATIVE.replace(PROTECTION, f"{interruption}\n\n{PROTECTION}"), id="x")
    assert sections_of(found) == EXPECTED


def test_a_summary_of_one_paragraph_is_all_profile() -> None:
    text = f"current situation: {PROFILE[0]} tier rating: Tier 3 - Lesotho does not fully comply with the minimum standards (2013)"
    found = document(text, id="LSO-2016")
    assert found == Document("LSO-2016", text, "LSO", 2016, None, (Section("profile", 0, len(text)),))


def test_the_year_in_brackets_at_the_end_is_the_last_resort() -> None:
    assert document(f"current situation: {PROFILE[0]} (2013)", id="summary").year == 2013


def test_an_extract_without_header_is_covered_but_for_marked_headings_and_references() -> None:
    reference = "See the Department of State’s Trafficking in Persons Report at https://www.state.gov/trafficking-in-persons-report/ ."
    prose = ("The law prohibits forced labor. It is not enforced.", "Bonded Work", "Some farms hold herd boys in debt.")
    text = f"{prose[0]}\n\n## Trafficking in Persons\n\n## {reference}\n\n{prose[1]}\n\n{prose[2]}\n"
    found = document(text, id="lesotho-2018")
    assert (found.country, found.year, found.tier) == ("LSO", 2018, None)
    assert sections_of(found) == (("other", prose[0]), ("other", f"{prose[1]}\n\n{prose[2]}"))


def test_of_a_report_on_many_subjects_only_what_is_on_trafficking_is_narrative() -> None:
    titles = ("Killings", "Prisons", "Arrests", "Trials", "Press", "Assembly", "Religion", "Elections", "Corruption")
    parts = [f"## {title}\n\nNothing was reported about {title.lower()} this year." for title in titles]
    text = "\n\n".join(
        (*parts[:5], "## Forced or Compulsory Labor\n\nThe law forbids it.", *parts[5:], "Herd boys were trafficked to a farm.")
    )
    assert sections_of(document(text, id="lesotho-2018")) == (
        ("other", "The law forbids it."),
        ("other", "Herd boys were trafficked to a farm."),
    )


def test_what_is_given_comes_before_what_the_text_says() -> None:
    found = document(NARRATIVE, id="LAO-2011", country="THA", year=2009, title="Laos", source="A citation")
    assert (found.country, found.year, found.tier, found.title, found.source) == ("THA", 2009, "2WL", "Laos", "A citation")


@pytest.mark.parametrize(
    ("text", "id", "title", "country", "year"),
    [
        (NARRATIVE, "LAO-2011", "Burma 2009", "LSO", 2011),
        ("Herd boys work unpaid on farms.", "LAO-2011", "Burma", "LAO", 2011),
        ("Herd boys work unpaid on farms.", "notes", "Burma: 2009 Trafficking in Persons Report", "MMR", 2009),
        ("The Government of Laos does not fully comply with the minimum standards.", "notes", None, "LAO", None),
        ("Laos is a source country for men who work unpaid on farms.", "notes", None, "LAO", None),
    ],
)
def test_country_and_year_come_from_text_then_name_then_title(
    text: str, id: str, title: str | None, country: str, year: int | None
) -> None:
    found = document(text, id=id, title=title)
    assert (found.country, found.year) == (country, year)


def test_the_text_is_stored_as_decoded_with_simple_line_ends() -> None:
    assert document(f"\r\n {NARRATIVE}\r\n\r\n", id="x").text == f"\n {NARRATIVE}\n\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "x: the document is empty; nothing to read"),
        (" \r\n\ufeff\t", "x: the document is empty; nothing to read"),
        ("12 34\n--", "x: the document has no words; is it text?"),
        ("Herd boys work.", "x: the document does not say which country it is about; give --country and --year or a manifest"),
    ],
)
def test_what_is_no_narrative_is_refused_with_a_reason(text: str, problem: str) -> None:
    with pytest.raises(DataProblem) as raised:
        document(text, id="x")
    assert str(raised.value) == problem


def _of(name: str, tier: str | None = "Tier 2") -> str:
    return NARRATIVE.replace(HEADER, f"{name.upper()} ({tier})" if tier else name.upper()).replace("Lesotho", name)


def test_a_text_with_several_narratives_is_one_document_for_each() -> None:
    years = [f"Trafficking in Persons Report {year}\n\n" for year in (2010, 2011)]
    text = f"{years[0]}{_of('Laos')}\n{years[1]}{_of('Laos', 'Tier 3')}\n{_of('Burma')}"
    found = list(documents(text, "all", Known(source="A citation")))
    assert [(d.id, d.country, d.year, d.tier, d.source) for d in found] == [
        ("all/LAO-2010", "LAO", 2010, "2", "A citation"),
        ("all/LAO-2011", "LAO", 2011, "3", "A citation"),
        ("all/MMR-2011", "MMR", 2011, "2", "A citation"),
    ]
    assert [[name for name, _ in sections_of(d)] for d in found] == [[name for name, _ in EXPECTED]] * 3
    assert "".join(d.text for d in found) == text


def test_narratives_under_one_heading_with_their_tier_share_it() -> None:
    text = f"TIER 2\n\n{_of('Laos', None)}\n{_of('Ghana', None)}\nTIER 3\n\n{_of('Burma', None)}"
    assert [(d.id, d.tier) for d in documents(text, "old", Known())] == [("old/LAO", "2"), ("old/GHA", "2"), ("old/MMR", "3")]


def test_a_repeated_header_and_a_teaser_begin_no_other_narrative() -> None:
    teaser = "Related posts\n\nBURMA (Tier 3)\n\nBurma is a source country for men, women and …"
    text = f"{_of('Laos')}\n\nLAOS (Tier 2)\n\n{teaser}"
    found = list(documents(text, "page", Known()))
    assert [(d.id, [name for name, _ in sections_of(d)]) for d in found] == [("page", [name for name, _ in EXPECTED])]


def test_of_several_narratives_the_one_of_the_country_asked_for_is_taken() -> None:
    (found,) = documents(f"{_of('Laos')}\n{_of('Burma', 'Tier 3')}", "both", Known(country="MMR"))
    assert (found.id, found.tier, sections_of(found)[0]) == ("both", "3", ("header", "BURMA (Tier 3)"))
