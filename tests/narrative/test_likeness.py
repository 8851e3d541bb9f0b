"""Which documents tell the same narrative: the same country, year and report, and nearly the same words."""

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.narrative.likeness import ALIKE, KEPT, copies, key, likeness, packed, report, sketch, unpacked
from kg.narrative.model import Document, Section
from tests.narrative.made import ASKED, NARRATIVE, PROFILE, PROSECUTION, PROTECTION


def told(text: str, id: str = "LSO-2010", **fields: str | int | None) -> Document:
    """A document that is one section."""
    return replace(Document(id, text, "LSO", 2010, None, (Section("profile", 0, len(text)),)), **fields)  # type: ignore[arg-type]


def alike(one: str, other: str) -> bool:
    return likeness(sketch(told(one)), sketch(told(other))) >= ALIKE


def long_text(words: int, seed: int = 1) -> str:
    choose = random.Random(seed)
    vocabulary = sorted(set(re.findall(r"\w+", NARRATIVE)))
    return " ".join(choose.choice(vocabulary) for _ in range(words))


@pytest.mark.parametrize(
    "copy",
    [
        NARRATIVE.replace("\n\n", "\n"),
        NARRATIVE.replace("’", "'").replace("South Africa", "SOUTH  AFRICA"),
        NARRATIVE.replace("fi", "ﬁ"),
        NARRATIVE + "Posted on Monday by the editors.",
        NARRATIVE.replace("12 victims", "11 victims"),
    ],
    ids=["other line breaks", "other apostrophes and case", "ligatures", "a line more", "a figure mended"],
)
def test_a_copy_may_differ_in_form_and_in_a_few_words(copy: str) -> None:
    assert alike(NARRATIVE, copy)


@pytest.mark.parametrize(
    "other",
    [
        " ".join(PROFILE),
        f"{PROFILE[0]} {' '.join(f'We comment on point {n} of the report at some length.' for n in range(20))}",
        f"{PROSECUTION} {PROTECTION}",
        NARRATIVE.replace(ASKED, "").replace(PROTECTION, ""),
        "Lesotho is a destination for workers from Asia. Inspectors visited textile mills and found forced labor in two of them.",
    ],
    ids=["a summary", "a quotation with comments", "two sections", "a narrative without two of its sections", "another text"],
)
def test_a_part_or_another_text_is_no_copy(other: str) -> None:
    assert not alike(NARRATIVE, other)


@pytest.mark.parametrize("rate", [0.005, 0.01, 0.02])
def test_a_long_copy_may_have_slips_of_scanning(rate: float) -> None:
    text, choose = long_text(4_000), random.Random(2)
    scanned = " ".join(f"{word}l" if choose.random() < rate else word for word in text.split())
    assert alike(text, scanned)
    assert not alike(text, long_text(4_000, seed=3))


def test_a_sketch_is_small_whatever_the_length() -> None:
    assert len(sketch(told(long_text(20_000)))) == KEPT
    assert len(packed(sketch(told(long_text(20_000))))) < 1_400


def test_the_header_and_what_is_in_no_section_have_no_part_in_it() -> None:
    page = f"Menu Home\nLESOTHO (Tier 2)\n{NARRATIVE}\nShare this"
    begin = page.index(NARRATIVE)
    document = told(page, sections=(Section("header", 10, 26), Section("profile", begin, begin + len(NARRATIVE))))  # type: ignore[arg-type]
    assert sketch(document) == sketch(told(NARRATIVE))


def test_another_year_country_or_report_is_another_narrative_however_alike() -> None:
    human_rights = told(NARRATIVE, title="2010 Country Reports on Human Rights Practices: Lesotho")
    keys = [key(one) for one in (told(NARRATIVE), told(NARRATIVE, year=2011), told(NARRATIVE, country="ZAF"), human_rights)]
    assert keys == ["LSO-2010-tip", "LSO-2011-tip", "ZAF-2010-tip", "LSO-2010-human-rights"]


def test_without_a_year_nobody_can_say() -> None:
    assert key(told(NARRATIVE, year=None)) is None


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (told(NARRATIVE), "tip"),
        (told(NARRATIVE, title="The World Factbook: Lesotho"), "factbook"),
        (told(NARRATIVE, source="U.S. Department of State, Country Report on Human Rights Practices 2010"), "human-rights"),
        (told(NARRATIVE, title="Trafficking in Persons Report 2010", source="Human Rights Report"), "tip"),
        (told(f"2010 Human Rights Report\n\n{NARRATIVE}", sections=(Section("profile", 26, 400),)), "human-rights"),  # type: ignore[arg-type]
        (told(f"{NARRATIVE}\n\nSee the Human Rights Report."), "tip"),
    ],
)
def test_the_report_is_told_by_title_source_or_what_stands_before(document: Document, expected: str) -> None:
    assert report(document) == expected


def test_each_copy_is_like_the_document_that_it_is_a_copy_of_and_not_by_way_of_others() -> None:
    words = long_text(1_000).split()
    slide = {f"{n}": sketch(told(" ".join(words[n * 50 : n * 50 + 500]))) for n in range(8)}
    found = copies(slide)
    assert found
    assert all(likeness(slide[copy], slide[first]) >= ALIKE and first < copy and first not in found for copy, first in found.items())
    assert copies({"0": slide["0"], "7": slide["7"]}) == {}


def test_the_first_id_stays_whatever_the_order() -> None:
    same = sketch(told(NARRATIVE))
    assert copies({"b": same, "c": same, "a": same}) == {"b": "a", "c": "a"}


def test_documents_without_words_are_no_copies() -> None:
    assert copies({"a": frozenset(), "b": frozenset()}) == {}


@given(st.frozensets(st.integers(0, 2**32 - 1), max_size=20))
def test_a_sketch_survives_being_packed(held: frozenset[int]) -> None:
    assert unpacked(packed(held)) == held
