"""The page of the ontology shows all of it, and needs nothing from elsewhere."""

import re
from functools import cache

import pytest
from lxml import etree, html

from kg.graph.ontology.page import page
from kg.vocabulary.iris import BASE, TIP
from kg.vocabulary.schemes import concepts, schemes
from tests.conftest import ROOT
from tests.ontology.test_ontology import terms


@cache
def parsed() -> html.HtmlElement:
    return html.document_fromstring(page())


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8") == page(), "write it again: make docs"


def test_every_term_has_a_place_on_the_page() -> None:
    assert {term.removeprefix(TIP) for term in terms()} <= {heading.get("id") for heading in parsed().iter("h3")}


def test_every_link_within_the_page_leads_somewhere() -> None:
    names = {element.get("id") for element in parsed().iter() if element.get("id")}
    links = [link.get("href") for link in parsed().iter("a")]
    assert len(links) > 100
    assert [link for link in links if link.removeprefix("#") not in names] == []


def test_nothing_is_asked_from_elsewhere() -> None:
    assert [e.tag for e in parsed().iter() if e.get("src") or e.tag in ("link", "script", "iframe", "object")] == []
    assert not re.search(r"url\((?!#)|@import", page())


@pytest.mark.parametrize("scheme", schemes())
def test_a_vocabulary_is_told_in_full(scheme: str) -> None:
    heading = next(e for e in parsed().iter("h2") if e.getnext().text == BASE + scheme)
    rows = {tuple(cell.text or "" for cell in row)[:3] for row in heading.getnext().getnext().getnext().iter("tr")}
    assert {(c.token, c.label, c.definition) for c in concepts(scheme)} <= rows


def test_the_diagram_shows_every_class_and_the_properties_between_them() -> None:
    (drawing,) = parsed().iter("svg")
    words = [" ".join(text.itertext()) for text in drawing.iter("text")]
    assert {"tip:Flow", "tip:Country", "tip:KnownLaw", "skos:Concept", "oa:SpecificResource"} <= set(words)
    named = {name for label in words for name in re.findall(r"\w+", label)}
    assert {"origin", "destination", "via", "evidence", "doc", "mention", "traffickedTo", "repeats"} <= named


def test_the_boxes_of_the_diagram_lie_within_it_and_apart() -> None:
    (drawing,) = parsed().iter("svg")
    boxes = [tuple(float(rect.get(name)) for name in ("x", "y", "width", "height")) for rect in drawing.iter("rect")]
    width, height = (float(n) for n in drawing.get("viewbox").split()[2:])
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
    apart = [
        a[0] + a[2] < b[0] or b[0] + b[2] < a[0] or a[1] + a[3] < b[1] or b[1] + b[3] < a[1] for n, a in enumerate(boxes) for b in boxes[:n]
    ]
    assert all(apart)


def test_the_diagram_is_well_formed() -> None:
    found = re.search(r"<svg.*</svg>", page(), re.DOTALL)
    assert found is not None
    assert etree.fromstring(found[0]).tag == "{http://www.w3.org/2000/svg}svg"
