"""The ways to show flows: each as SVG, PNG and HTML, on light and dark pages, with the sentence behind every flow."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from kg.errors import UsageProblem
from kg.flows.filters import FlowFilter
from kg.flows.looks import SHOWS, Look, Show, looking
from kg.flows.palette import FORMS
from kg.flows.picture import PICTURES, as_html, as_png, as_svg
from kg.flows.themes import DARK, THEMES
from tests.flows.made import DOUBTFUL, HOSTILE, LAOS, crowd, said

USUAL = FlowFilter()
SVG = "{http://www.w3.org/2000/svg}"


class Page(HTMLParser):
    """The elements of a page."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def values(self, tag: str, name: str) -> list[str | None]:
        return [attributes[name] for found, attributes in self.elements if found == tag and name in attributes]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("show", SHOWS)
@pytest.mark.parametrize("format", sorted(PICTURES))
def test_each_way_is_a_picture_of_no_flows_some_and_many_and_always_the_same(show: Show, format: str) -> None:
    for statements in ((), LAOS):
        body = PICTURES[format](statements, USUAL, Look(show))
        assert len(body) > 1000
        assert body == PICTURES[format](list(statements), USUAL, Look(show))


@pytest.mark.parametrize("show", SHOWS)
def test_every_flow_of_the_svg_has_its_sentence(show: Show) -> None:
    root = ElementTree.fromstring(as_svg(LAOS, USUAL, Look(show)))
    found = " ".join(title.text or "" for title in root.iter(SVG + "title"))
    assert {f"“{s.quotes[0]}”" for s in LAOS} == set(re.findall(r"“[^”]*”", found))


@pytest.mark.parametrize("show", ["sankey", "years"])
def test_a_still_page_has_no_script_asks_nobody_and_leads_to_every_sentence(show: Show) -> None:
    body = as_html((*LAOS, *DOUBTFUL), USUAL, Look(show))
    page = Page(body)
    assert [tag for tag, _ in page.elements if tag in ("script", "img", "link", "iframe")] == []
    assert re.findall(rb"(?:https?:)?//[a-z0-9][^\s\"'<>)]*\.[^\s\"'<>)]*|url\((?!#)", body) == []
    ids = {f"#{name}" for tag, attributes in page.elements if (name := attributes.get("id"))}
    assert set(page.values("a", "href")) <= ids
    assert body.count(b"<blockquote>") == len(LAOS) + 1
    assert b"LAO to VNM." not in body


def test_what_a_document_says_is_shown_and_never_run() -> None:
    page = Page(as_html([HOSTILE], USUAL, Look("sankey")))
    assert [tag for tag, _ in page.elements if tag in ("script", "img")] == []
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []


def test_the_page_to_explore_opens_as_the_table_that_was_asked_for() -> None:
    assert b'<option value="matrix" selected>' in as_html(LAOS, USUAL, Look("matrix"))
    assert b'<option value="matrix">' in as_html(LAOS, USUAL, Look("map"))


def test_titles_say_what_is_counted() -> None:
    for show, mark in (("map", "Arrows"), ("matrix", "Squares"), ("sankey", "Bands"), ("years", "Arrows")):
        assert f"{mark} count statements, not victims.".encode() in as_svg(LAOS, USUAL, looking(show))


@pytest.mark.parametrize("show", SHOWS)
def test_dark_pictures_have_no_colour_of_light_ones(show: Show) -> None:
    body = as_svg((*LAOS, *DOUBTFUL), USUAL.of_any_certainty(), looking(show, "dark"))
    assert {colour for colour in DARK if colour.encode() in body} == set()
    assert b"#16191c" in body
    assert as_png(LAOS, USUAL, looking(show, "dark")) != as_png(LAOS, USUAL, looking(show))


def test_forms_are_told_from_the_page_and_the_land_in_both_themes() -> None:
    for form in FORMS:
        assert min(contrast(form.colour, paper) for paper in ("#ffffff", "#eef3f6")) >= 3
        assert min(contrast(form.dark, paper) for paper in ("#16191c", "#1b2126", "#2b3135")) >= 3


def test_unknown_ways_and_themes_are_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageProblem, match=r"'globe', 'light'; use one of map, matrix, sankey, years, and one of light, dark"):
        looking("globe")
    with pytest.raises(UsageProblem, match="'map', 'sepia'"):
        looking("map", "sepia")
    assert THEMES == ("light", "dark")


def test_maps_by_year_of_many_flows_stay_small() -> None:
    assert len(as_html(crowd(500), USUAL, Look("years"))) < 2_000_000


def test_regions_are_drawn_in_every_way() -> None:
    for show in SHOWS:
        body = as_svg((*LAOS, said("ROU", "ITA")), FlowFilter(by="region"), Look(show))
        assert b"Romania" not in body
        assert b"Southeast Asia" in body
