"""Every button that gives a file, pressed in a real browser: the file comes, under its name, and is what it says it is."""

import csv
import io
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Graph

from tests.web.browser import CHROMIUM, WITHOUT, Browser
from tests.web.served import Client
from tests.web.test_browser import browser, page

__all__ = ["browser", "page"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WITHOUT)

LINKS = "[...document.querySelectorAll('.downloads a')]"
BUTTONS = "[...document.querySelectorAll('#files button')]"

PAGES = {
    "/": ["SVG", "PNG", "interactive HTML", "CSV", "Turtle", "GEXF", "GraphML", "Cytoscape"],
    "/?year=2011&exploitation=sex_trafficking": ["SVG", "PNG", "interactive HTML", "CSV", "Turtle", "GEXF", "GraphML", "Cytoscape"],
    "/flows": ["CSV", "Turtle", "SVG", "PNG"],
    "/country/LAO": ["CSV", "Turtle", "SVG", "PNG", "CSV", "Turtle"],
    "/corridor/VNM/THA": ["CSV", "Turtle"],
    "/document/LAO-2011": ["its facts, CSV", "its facts, Turtle", "its text"],
    "/search?q=police": ["CSV", "Turtle"],
}
"""Pages, each with the words of its buttons."""

QUESTIONS = {
    "SELECT ?f ?c { ?f tip:certainty ?c } LIMIT 7": ["CSV", "TSV", "JSON", "XML"],
    "ASK { ?f a tip:Flow }": ["JSON", "XML"],
    "CONSTRUCT { ?f a tip:Flow } WHERE { ?f a tip:Flow } LIMIT 7": ["Turtle", "N-Triples", "RDF/XML", "JSON-LD"],
}
"""Queries, each with the words of the buttons of its result."""


@pytest.fixture
def folder(page: Browser, tmp_path: Path) -> Iterator[Path]:
    """Where the browser puts what it is given."""
    page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    yield tmp_path
    page.call("Browser.setDownloadBehavior", behavior="default")


def came(folder: Path) -> Path:
    """The file that has come."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found = [path for path in folder.iterdir() if path.suffix != ".crdownload" and path.is_file() and not path.name.startswith(".")]
        if found and not list(folder.glob("*.crdownload")):
            return found[0]
        time.sleep(0.03)
    raise AssertionError("no file came")


def read_csv(data: bytes) -> None:
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    assert rows
    assert all(len(row) == len(head) for row in rows)


def read_tsv(data: bytes) -> None:
    head, *rows = data.decode("utf-8").splitlines()
    assert rows
    assert all(row.count("\t") == head.count("\t") for row in rows)


def read_json(data: bytes) -> None:
    found = json.loads(data)
    assert found["elements"]["edges"] if "elements" in found else "boolean" in found or found["results"]["bindings"]


def read_turtle(data: bytes) -> None:
    assert len(Graph().parse(data=data, format="turtle")) > 2


def read_triples(data: bytes) -> None:
    assert len(Graph().parse(data=data, format="nt")) == 7


def read_rdf_xml(data: bytes) -> None:
    assert len(Graph().parse(data=data, format="xml")) == 7


def read_linked(data: bytes) -> None:
    assert len(Graph().parse(data=data, format="json-ld")) == 7


def read_svg(data: bytes) -> None:
    assert ElementTree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"


def read_png(data: bytes) -> None:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert data.rstrip(b"\0").endswith(b"IEND\xaeB`\x82")


def read_page(data: bytes) -> None:
    assert data.startswith(b"<!doctype html>")
    assert data.rstrip().endswith(b"</html>")


def read_gexf(data: bytes) -> None:
    assert nx.read_gexf(io.BytesIO(data)).number_of_edges() > 1


def read_graphml(data: bytes) -> None:
    assert nx.read_graphml(io.BytesIO(data), force_multigraph=True).number_of_edges() > 1


def read_results(data: bytes) -> None:
    found = ox.parse_query_results(data, format=ox.QueryResultsFormat.XML)
    assert found if isinstance(found, ox.QueryBoolean) else list(found)


def read_text(data: bytes) -> None:
    assert "Laos" in data.decode("utf-8")


READERS = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".json": read_json,
    ".cyjs": read_json,
    ".ttl": read_turtle,
    ".nt": read_triples,
    ".rdf": read_rdf_xml,
    ".jsonld": read_linked,
    ".svg": read_svg,
    ".png": read_png,
    ".html": read_page,
    ".gexf": read_gexf,
    ".graphml": read_graphml,
    ".xml": read_results,
    ".srx": read_results,
    ".txt": read_text,
}


def pressed(page: Browser, folder: Path, buttons: str, number: int) -> None:
    """Press a button, and read what comes as what its name says."""
    page.click(f"{buttons}[{number}]")
    file = came(folder)
    READERS[file.suffix](file.read_bytes())
    shutil.move(file, folder.parent / f"{folder.name}-{number}-{file.name}")


@pytest.mark.parametrize("path", PAGES)
def test_every_button_of_a_page_gives_its_file(page: Browser, client: Client, folder: Path, path: str) -> None:
    page.open(f"http://127.0.0.1:{client.port}{path}")
    assert page.run(f"{LINKS}.map((e) => e.textContent.trim())") == PAGES[path]
    for number in range(len(PAGES[path])):
        pressed(page, folder, LINKS, number)


def test_the_buttons_of_a_fact_and_of_an_organization_give_their_files(page: Browser, client: Client, folder: Path) -> None:
    page.open(f"http://127.0.0.1:{client.port}/country/LAO")
    for kind in ("fact", "organization"):
        page.open(page.run(f"document.querySelector('a[href^=\"/{kind}/\"]').href"))
        assert page.run(f"{LINKS}.map((e) => e.textContent.trim())") == ["CSV", "Turtle"]
        for number in range(2):
            pressed(page, folder, LINKS, number)
        page.open(f"http://127.0.0.1:{client.port}/country/LAO")


@pytest.mark.parametrize("query", QUESTIONS)
def test_every_button_of_a_result_gives_its_file(page: Browser, client: Client, folder: Path, query: str) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query")
    page.run(f"document.getElementById('query').value = {query!r}")
    page.press("Escape")
    page.run("document.getElementById('query').focus()")
    page.press("Enter", control=True)
    page.until(f"{BUTTONS}.length > 0")
    assert page.run(f"{BUTTONS}.map((e) => e.textContent.trim())") == QUESTIONS[query]
    for number in range(len(QUESTIONS[query])):
        pressed(page, folder, BUTTONS, number)
