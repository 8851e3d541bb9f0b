"""On the real documents beside the checkout, where they are there, sections hold what the facts were read from."""

import csv
import json
from pathlib import Path

import pytest

from kg.narrative.html import convert
from kg.narrative.model import Document
from kg.narrative.reading import read
from kg.narrative.subject import on_subject

SHARED = Path(__file__).parents[3] / "shared"
CORPUS, GOLD = SHARED / "corpus", SHARED / "gold" / "dev"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
MENUS = ("Bahamas, The", "Privacy Policy", "Custom Report", "Skip to content", "Under Secretary for", "Back to Top", "White House\n")
FOLDERS = ("narratives", "written", "factbook", "human-rights")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    inputs = [str(CORPUS / folder) for folder in FOLDERS]
    return {one.id: one for one in read(inputs, manifest=CORPUS / "manifest.csv") if isinstance(one, Document)}


def test_every_document_is_read_with_country_and_year_of_the_manifest(documents: dict[str, Document]) -> None:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        told = {Path(row["file"]).stem: row for row in csv.DictReader(file) if row["file"].split("/")[0] in FOLDERS}
    assert {name: (d.country, str(d.year)) for name, d in documents.items()} == {
        name: (row["country"], row["year"]) for name, row in told.items()
    }


def test_all_evidence_of_gold_lies_in_a_section_and_recommendations_in_theirs(documents: dict[str, Document]) -> None:
    facts = [json.loads(line) for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    outside = []
    for fact in facts:
        for evidence in fact["evidence"]:
            sections = documents[fact["doc"]].sections
            names = {s.name for s in sections if s.start <= evidence["start"] and evidence["end"] <= s.end}
            if not names or (fact["kind"] == "recommendation" and names != {"recommendations"}):
                outside.append((fact["doc"], fact["kind"], evidence["quote"], names))
    assert len(facts) > 1000
    assert outside == []


def test_the_blog_page_has_the_sections_of_the_narrative_alone(documents: dict[str, Document]) -> None:
    page, alone = (
        [(s.name, documents[name].text[s.start : s.end].replace("\xa0", " ")) for s in documents[name].sections]
        for name in ("laos-2011-blog-page", "LAO-2011")
    )
    assert page == alone


@pytest.mark.parametrize("path", sorted((CORPUS / "html").glob("*.html")), ids=lambda path: path.stem)
def test_whole_pages_of_state_gov_lose_their_menus_and_keep_their_parts_on_trafficking(path: Path) -> None:
    (found,) = (one for one in read([str(path)]) if isinstance(one, Document))
    page = convert(path.read_text(encoding="utf-8"))
    held = " ".join(found.text[s.start : s.end] for s in found.sections)
    country, year = path.stem.split("-")[-2:]
    assert found.year == int(year)
    assert (found.source or "").rstrip("/") == f"https://www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}"
    assert not [menu for menu in MENUS if menu in page.text]
    assert on_subject(held)
    assert "Arbitrary Deprivation" not in held
