"""Inspection says what was read and what is doubtful about it."""

from kg.narrative.inspection import Copies, Inspection, inspect
from kg.narrative.text import document
from tests.narrative.made import EXPECTED, HEADER, NARRATIVE, OLD_STATE, PROFILE


def test_a_full_narrative_raises_no_doubt() -> None:
    sizes = tuple((name, len(text.split())) for name, text in EXPECTED)
    assert inspect(document(NARRATIVE, id="LSO-2012")) == Inspection(
        id="LSO-2012",
        country="LSO",
        name="Lesotho",
        year=2012,
        tier="2WL",
        sections=sizes,  # type: ignore[arg-type]
        words=sum(size for _, size in sizes),
        furniture=len("RecommendationsforLesotho:"),
        doubts=(),
    )


def test_what_is_missing_is_doubtful() -> None:
    found = inspect(document("\n\n".join((HEADER, *PROFILE, *PROFILE, *PROFILE)), id="x"))
    missing = ("recommendations", "prosecution", "protection", "prevention")
    assert found.doubts == ("no year found", *(f"no {name} section" for name in missing))


def test_reports_before_2008_are_not_missed_recommendations_in() -> None:
    found = inspect(document("\n\n".join((HEADER, *PROFILE, *PROFILE, *PROFILE)), id="x", year=2003))
    assert found.doubts == ("no prosecution section", "no protection section", "no prevention section")


def test_a_page_that_is_mostly_furniture_is_doubtful() -> None:
    page = OLD_STATE.replace(NARRATIVE, f"{HEADER}\n\n{PROFILE[0][:150]}.")
    assert inspect(document(page, id="x")).doubts == ("the narrative has 31 words only", "half of the page is furniture")


def test_letters_that_were_lost_are_doubtful() -> None:
    assert inspect(document(NARRATIVE.replace("’", "\ufffd"), id="LSO-2012")).doubts == (
        "some letters were lost in an earlier conversion (�)",
    )


def test_documents_that_tell_one_narrative_are_found_whatever_their_order() -> None:
    named = [document(NARRATIVE, id=name, year=2012) for name in ("blog", "LSO-2012")]
    other = document(NARRATIVE, id="LSO-2013", year=2013)
    for order in ([*named, other], [other, *reversed(named)]):
        copies = Copies()
        for one in order:
            copies.add(one)
        assert copies.found() == {"blog": "LSO-2012"}
