"""The neighbors of one country in the explorer: a place of their own on maps, on corridor pages and in files, told by the graph's words."""

import csv
import io
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from kg.facts.flow import Flow
from kg.graph.mapping import quads
from kg.graph.store import open_store
from kg.narrative.model import Document, Section
from tests.graph.made import ACTIVITY, quoted
from tests.web.served import Client, serving
from tests.web.test_pages import links, words

AREA = "region:neighboring-countries"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server over two reports that each tell of the neighboring countries of another country."""
    path = tmp_path_factory.mktemp("areas") / "store"
    with open_store(path, write=True) as opened:
        for code, name in (("LAO", "Laos"), ("PER", "Peru")):
            text = f"Women of {name} are taken to neighboring countries. Men of neighboring countries work in {name}."
            document = Document(f"{code}-2012", text, code, 2012, None, (Section("profile", 0, len(text)),))
            said = [
                Flow(doc=document.id, origin=code, destination=AREA, evidence=(quoted(text.partition(". ")[0], text),)),
                Flow(doc=document.id, origin=AREA, destination=code, evidence=(quoted(text.partition(". ")[2], text),)),
            ]
            opened.put(document, quads(document, said, ACTIVITY))
    with serving(path) as found:
        yield found


def test_the_map_leads_to_the_corridor_of_each_country(client: Client) -> None:
    home = client.get("/")
    assert {f"/corridor/{code}/{AREA}:{code}" for code in ("LAO", "PER")} <= set(links(home, "/corridor/"))
    assert {f"/corridor/{AREA}:{code}/{code}" for code in ("LAO", "PER")} <= set(links(home, "/corridor/"))


def test_a_corridor_has_the_sentences_of_its_country_alone(client: Client) -> None:
    page = client.get(f"/corridor/LAO/{AREA}:LAO")
    assert page.status == 200
    text = words(page)
    assert "Laos → neighboring countries of Laos" in text
    assert "Women of Laos" in text
    assert "Peru" not in text
    assert all(client.get(link).status == 200 for link in links(page, "/f") + links(page, "/corridor/"))


def test_the_area_without_a_country_means_those_of_all(client: Client) -> None:
    text = words(client.get(f"/flows?place={AREA}"))
    assert "4 flows" in text
    assert "2 flows" in words(client.get(f"/flows?place={AREA}:PER"))


@pytest.mark.parametrize("place", [f"{AREA}:LAO", f"{AREA}:PER"])
def test_files_hold_what_the_page_shows_with_the_words_of_the_graph(client: Client, place: str) -> None:
    code = place[-3:]
    (row,) = csv.DictReader(io.StringIO(client.get(f"/facts.csv?origin={code}&destination={quote(place)}").text))
    assert (row["origin"], row["destination"], row["doc"]) == (code, AREA, f"{code}-2012")
    turtle = client.get(f"/facts.ttl?origin={code}&destination={quote(place)}").text
    assert turtle.count("tip:Flow ") == 1
    assert "tip:destination region:neighboring-countries ;" in turtle
    flows = list(csv.DictReader(io.StringIO(client.get(f"/flows.csv?place={quote(place)}").text)))
    assert {(row["origin"], row["destination"]) for row in flows} == {(code, place), (place, code)}


def test_an_area_of_a_country_that_no_report_names_is_empty_and_no_fault(client: Client) -> None:
    assert client.get(f"/corridor/FJI/{AREA}:FJI").status == 404
    assert "0 flows" in words(client.get(f"/flows?place={AREA}:FJI"))
