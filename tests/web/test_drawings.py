"""Flows in the explorer as a table, as bands and by year; between regions; and those that enough statements tell of."""

import re
from html import unescape

import pytest
from rdflib import RDF, Graph, URIRef
from starlette.datastructures import QueryParams

from kg.vocabulary.iris import TIP
from kg.web.sheets import SHEETS
from kg.web.view import View, read_view
from tests.web.served import Client
from tests.web.test_pages import links, words

SHOWS = ("map", "matrix", "sankey", "years")


def marks(client: Client, path: str) -> list[str]:
    """What the flows of a picture are called, those only that are reached from the keyboard."""
    found = re.findall(r'<a href="[^"]*" class="flow" aria-label="([^"]*)"', client.get(path).text)
    return [unescape(label).partition("\n")[0] for label in found]


@pytest.mark.parametrize("show", SHOWS)
def test_each_way_to_show_flows_has_its_sentences_and_leads_to_pages(client: Client, show: str) -> None:
    page = client.get(f"/?show={show}")
    assert page.status == 200
    assert page.text.count('<svg class="map"') == 1
    assert f'<option value="{show}" selected>' in page.text
    assert any(mark.startswith("Vietnam → Laos → Thailand (stated") for mark in marks(client, f"/?show={show}"))
    found = [link for link in links(page, "/corridor/") if "via=LAO" in link]
    assert found
    assert all(client.get(link).status == 200 for link in found[:5])


def test_an_arrow_of_a_year_leads_to_what_that_year_says(client: Client) -> None:
    found = [link for link in links(client.get("/?show=years"), "/corridor/VNM/THA") if "year=" in link]
    assert set(found) == {"/corridor/VNM/THA?via=LAO&year=2011"}
    assert "1 statement" in words(client.get(found[0]))


def test_regions_stand_in_the_place_of_countries_and_lead_to_their_sentences(client: Client) -> None:
    page = client.get("/?by=region")
    within = "/corridor/region:southeast-asia/region:southeast-asia?by=region"
    assert within in links(page, "/corridor/")
    assert "/flows?place=region:southeast-asia&by=region" in links(page, "/flows")
    corridor = words(client.get(within))
    assert "Vietnam → Laos → Thailand" in corridor
    assert "Laos serves more and more as a transit country" in corridor
    rows = client.get("/facts.csv?origin=region:southeast-asia&destination=region:southeast-asia&by=region").text.splitlines()
    assert len(rows) - 1 == int(re.findall(r"(\d+) statements?\.", corridor)[0])


def test_files_hold_what_is_shown(client: Client) -> None:
    table = client.get("/flows.csv?by=region&least=2").text
    assert "region:southeast-asia" in table
    assert "VNM" not in table
    shown = {show: client.get(f"/flows.svg?show={show}").text for show in SHOWS}
    assert len(set(shown.values())) == len(SHOWS)
    assert "Squares count statements" in shown["matrix"]
    place = client.get("/flows.svg?by=region&place=region:southeast-asia").text
    assert "Southeast Asia" in place
    for link in links(client.get("/?by=region&least=2&show=matrix"), "/flows."):
        assert {"by=region", "least=2", "show=matrix"} <= set(link.partition("?")[2].split("&"))


def test_flows_that_few_statements_tell_of_are_left_out_when_a_reader_wants_that(client: Client) -> None:
    every, some = (words(client.get(path)) for path in ("/flows", "/flows?least=2"))
    count = re.compile(r"(\d+) flows?")
    assert int(count.findall(every)[0]) > int(count.findall(some)[0])
    assert "only flows with 2 or more statements" in words(client.get("/?least=2"))


def test_a_country_is_shown_as_a_country_whatever_the_map_shows(client: Client) -> None:
    assert "Vietnam → Laos → Thailand" in words(client.get("/country/LAO?by=region&show=matrix&least=9"))


def test_filters_of_a_page_keep_how_flows_are_gathered(client: Client) -> None:
    page = client.get("/corridor/region:southeast-asia/region:southeast-asia?by=region&least=2").text
    assert '<input type="hidden" name="by" value="region">' in page
    assert '<input type="hidden" name="least" value="2">' in page


def test_facts_behind_flows_and_search_results_are_to_be_had_as_turtle_and_csv(client: Client) -> None:
    found = Graph().parse(data=client.get("/flows.ttl?place=MYS").text, format="turtle")
    assert len(set(found.subjects(RDF.type, URIRef(TIP + "Flow")))) == 1
    assert len(client.get("/flows.ttl").text) > len(client.get("/flows.ttl?year=2011").text)
    rows = client.get("/facts.csv?q=transit+country").text.splitlines()
    assert len(rows) > 3
    assert all("transit" in row.casefold() and "country" in row.casefold() for row in rows[1:])
    assert "/facts.ttl?q=transit%20country" in links(client.get("/search?q=transit+country"), "/facts.ttl")
    assert client.get("/facts.ttl?q=transit+country").status == 200
    assert client.get("/facts.csv?q=").text.count("\n") == 1


def test_what_means_nothing_in_an_address_is_left_out() -> None:
    assert read_view(QueryParams("show=globe&by=planet&least=many")) == View()
    assert read_view(QueryParams("show=map&by=country&least=1")).pairs == []
    wanted = View(years=(2011,), least=3, by="region", show="years")
    assert read_view(QueryParams(wanted.pairs)) == wanted
    assert wanted.link("/") == "/?year=2011&least=3&by=region&show=years"
    assert wanted.plain == View(years=(2011,))


@pytest.mark.parametrize("path", ["/?show=matrix", "/", "/country/LAO"])
def test_the_picture_alone_is_to_be_had_for_each_width(client: Client, path: str) -> None:
    found = [client.get(f"{path}{'&' if '?' in path else '?'}sheet={name}").text for name in SHEETS]
    assert [re.findall(r'viewBox="0 [\d.]+ (\d+) ', text) for text in found] == [["1120"], ["740"], ["380"]]
    assert all("<h1" not in text for text in found)
    assert len(set(re.findall(r' id="([^"]*)"', "".join(found)))) == len(re.findall(r' id="([^"]*)"', "".join(found)))


def test_a_map_of_rows_is_drawn_for_the_width_that_is_asked_for(client: Client) -> None:
    rows = b'[{"origin": "LAO", "destination": "THA"}]'
    found = [client.ask("POST", f"/query/map?sheet={name}", rows).text for name in (*SHEETS, "vast")]
    widths = [re.findall(r'viewBox="0 [\d.]+ (\d+) ', svg)[0] for svg in found]
    assert widths == [f"{sheet.width:g}" for sheet in SHEETS.values()] + ["1120"]
