"""Pictures as files: well-formed, self-contained, deterministic, and harmless whatever a document says."""

import json
import re
import struct
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.flows.filters import FlowFilter
from kg.flows.looks import Look, titles
from kg.flows.network import network
from kg.flows.picture import PICTURES, as_html, as_png, as_svg
from tests.flows.made import DOUBTFUL, HOSTILE, LAOS, PACIFIC, crowd

SVG = "{http://www.w3.org/2000/svg}"
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}

DEFAULT = FlowFilter()


class Page(HTMLParser):
    """The elements of a page and the text of its scripts."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script" and self.scripts:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.elements.append(("/script", {}))

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)

    @property
    def data(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.scripts[0])
        return found


def references(body: bytes) -> set[str]:
    return {found.decode() for found in re.findall(rb"(?:https?:)?//[a-z0-9][^\s\"'<>)]*\.[^\s\"'<>)]*", body)}


def test_svg_is_well_formed_and_refers_to_nothing_outside() -> None:
    body = as_svg([*LAOS, *PACIFIC], DEFAULT)
    root = ElementTree.fromstring(body)
    assert root.tag == SVG + "svg"
    assert references(body) <= NAMESPACES
    assert b"<!DOCTYPE" not in body
    assert [element.tag for element in root.iter() if element.tag in (SVG + "image", SVG + "script")] == []


def test_svg_has_texts_that_stay_texts_and_a_description() -> None:
    root = ElementTree.fromstring(as_svg(LAOS, DEFAULT))
    found = [text.text for text in root.iter(SVG + "text")]
    assert {"Trafficking flows: LAO-2011", "Laos", "Thailand", "Width: number of statements, not of victims"} <= set(found)
    assert (root.findtext(SVG + "title"), root.get("role")) == ("Trafficking flows: LAO-2011", "img")
    assert root.findtext(SVG + "desc") == "What the report says; one government's assessment. Arrows count statements, not victims."


def test_an_arrow_of_the_svg_leads_to_its_sentence() -> None:
    root = ElementTree.fromstring(as_svg(LAOS, DEFAULT))
    found = {title.text for group in root.iter(SVG + "g") for title in group.findall(SVG + "title")}
    assert "Laos → Malaysia (stated; forced labor; 1 statement; 2011)\n“LAO to MYS.”" in found
    assert "Vietnam → Laos → Thailand (stated; forced labor, sex trafficking; 1 statement; 2011)\n“VNM to THA.”" in found


def test_titles_say_what_is_denied() -> None:
    assert titles(network(DOUBTFUL[1:2])) == {"not LAO>VNM": "Laos → Vietnam (denied; forced labor; 1 statement; 2011)\n“LAO to VNM.”"}


def test_what_a_document_says_is_shown_and_never_run() -> None:
    body = as_svg([HOSTILE], DEFAULT)
    ElementTree.fromstring(body)
    assert b"<script" not in body
    assert b"&lt;/script&gt;&lt;script&gt;alert('x')&lt;/script&gt; &amp;" in body
    page = Page(as_html([HOSTILE], DEFAULT))
    assert (page.count("script"), page.count("img")) == (3, 0)
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []
    (statement,) = page.data["statements"]  # type: ignore[misc]
    assert statement["quotes"] == list(HOSTILE.quotes)  # type: ignore[has-type]
    assert page.data["documents"] == {"LAO-2011": HOSTILE.title}


def test_the_page_refers_to_nothing_outside() -> None:
    body = as_html([*LAOS, *PACIFIC], DEFAULT)
    page = Page(body)
    assert references(body) == set()
    assert [name for _, attributes in page.elements for name in ("src", "action", "srcset") if name in attributes] == []
    assert [attributes["href"] for _, attributes in page.elements if "href" in attributes] == ["#list"]
    assert re.findall(rb"fetch\(|XMLHttpRequest|WebSocket|import\(|@import|url\(", body) == []
    (policy,) = [a["content"] for tag, a in page.elements if tag == "meta" and a.get("http-equiv")]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def test_the_page_holds_statements_of_every_certainty_with_the_doubtful_ones_switched_off() -> None:
    page = Page(as_html([*LAOS, *DOUBTFUL], DEFAULT))
    boxes = {a["value"]: "checked" in a for tag, a in page.elements if tag == "input" and a["type"] == "checkbox"}
    assert boxes == {"stated": True, "reported": True, "possible": False, "denied": False}
    assert len(page.data["statements"]) == len(LAOS) + len(DOUBTFUL)  # type: ignore[arg-type]
    wanted = FlowFilter(certainty=frozenset({"possible"}), polarity=frozenset({"affirmed", "negated"}))
    boxes = {
        a["value"]: "checked" in a for tag, a in Page(as_html(DOUBTFUL, wanted)).elements if tag == "input" and a["type"] == "checkbox"
    }
    assert boxes == {"stated": False, "reported": False, "possible": True, "denied": True}


def test_the_page_holds_only_what_the_other_filters_let_through() -> None:
    page = Page(as_html([*LAOS, *PACIFIC], FlowFilter(destinations=frozenset({"MYS"}))))
    assert page.data["statements"] == [
        {
            "fact": "fact:LAO-2011-LAO--MYS",
            "doc": "LAO-2011",
            "year": 2011,
            "origin": "LAO",
            "destination": "MYS",
            "via": [],
            "exploitation": ["forced_labor"],
            "victims": ["men"],
            "sectors": ["fishing"],
            "denied": False,
            "certainty": "stated",
            "quotes": ["LAO to MYS."],
        }
    ]


def test_the_page_offers_the_years_forms_and_places_that_it_holds() -> None:
    page = Page(as_html(LAOS[:3], DEFAULT))
    assert [a["value"] for tag, a in page.elements if tag == "option"] == [
        *("", "2011"),
        *("", "sex_trafficking", "forced_labor", "forced_marriage"),
        *("", "CHN", "LAO", "MYS", "THA"),
        *("map", "matrix"),
        *("country", "region"),
    ]


def test_png_is_twice_as_fine_as_the_page() -> None:
    body = as_png(LAOS, DEFAULT)
    width, height = struct.unpack(">II", body[16:24])
    assert (body[:8], width, 1200 < height < 2200) == (b"\x89PNG\r\n\x1a\n", 2240, True)


@pytest.mark.parametrize("format", sorted(PICTURES))
def test_the_same_statements_give_the_same_bytes(format: str) -> None:
    assert PICTURES[format](LAOS, DEFAULT, Look()) == PICTURES[format](list(LAOS), DEFAULT, Look())


@pytest.mark.parametrize("format", sorted(PICTURES))
def test_no_flows_and_very_many_are_pictures_too(format: str) -> None:
    assert len(PICTURES[format]([], DEFAULT, Look())) > 1000
    assert len(PICTURES[format](crowd(500), DEFAULT, Look())) > 20_000


def test_no_picture_knows_when_or_where_it_was_made() -> None:
    for draw in PICTURES.values():
        body = draw(LAOS, DEFAULT, Look())
        assert re.findall(rb"dc:date|tIME|Creation Time|Matplotlib v", body) == []
        assert str(Path.cwd()).encode() not in body
        assert str(Path.home()).encode() not in body
