"""The pages of the explorer: what they say, where they lead, and that words of documents are text."""

import csv
import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from rdflib import Graph

from kg.facts.facility import Facility
from kg.facts.flow import Flow
from kg.facts.law import Law
from kg.facts.model import Evidence, Fact
from kg.facts.organization import Organization
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.flows.statements import FlowStatement
from kg.graph.questions import list_questions
from kg.narrative.model import Document, Section
from kg.web.security import POLICY
from kg.web.view import View
from tests.graph.made import FLOW_SENTENCE, filled, flow, quoted
from tests.graph.made import document as made
from tests.web.served import Client, Reply, serving

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
EVERY = (
    "/",
    "/flows",
    "/country/LAO",
    "/country/THA",
    "/corridor/VNM/THA?via=LAO",
    "/document/LAO-2011",
    "/search?q=police",
    "/query",
    "/nowhere",
)


EVERY_CERTAINTY = ("stated", "reported", "possible", "denied")


def words(reply: Reply) -> str:
    """What a reader sees: the text without tags, blanks as one."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", reply.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def links(reply: Reply, begin: str) -> list[str]:
    """The addresses on a page that begin so."""
    return [html.unescape(found) for found in re.findall(r'href="([^"]*)"', reply.text) if found.startswith(begin)]


@pytest.mark.parametrize("path", EVERY)
def test_every_page_keeps_to_the_policy(client: Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status == (404 if path == "/nowhere" else 200)
    assert reply.headers["content-security-policy"] == POLICY
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert re.search(r"<script(?![^>]*\bsrc=)", reply.text) is None
    assert re.search(r"<[^>]+\s(?:style|on\w+)=", re.sub(r'"[^"]*"', '""', reply.text)) is None
    outside = [found for found in re.findall(r'(?:src|href|action)="([^"]*)"', reply.text) if re.match(r"(?:\w+:)?//", found)]
    assert outside == []


@pytest.mark.parametrize("path", [path for path in EVERY if path != "/nowhere"])
def test_every_link_of_a_page_leads_somewhere(client: Client, path: str) -> None:
    found = {link.partition("#")[0] for link in links(client.get(path), "/")}
    assert len(found) > 4
    assert [link for link in sorted(found)[:60] if client.get(link).status != 200] == []


def test_the_map_leads_to_every_corridor_of_laos(client: Client) -> None:
    home = client.get("/")
    assert home.text.count('<svg class="map"') == 1
    assert "/corridor/LAO/MYS" in links(home, "/corridor/")
    assert "/corridor/VNM/THA?via=LAO" in links(home, "/corridor/")
    assert "/country/LAO" in links(home, "/country/")


def test_a_corridor_shows_its_sentences(client: Client) -> None:
    reply = client.get("/corridor/VNM/THA?via=LAO")
    assert "Vietnam → Laos → Thailand" in words(reply)
    assert "Laos serves more and more as a transit country for women from Vietnam, China, and Burma" in words(reply)
    (fact,) = links(reply, "/fact/")
    found = words(client.get(fact))
    assert "women victims from Vietnam origin , China" in found
    assert "Laos via serves" in found


def test_a_country_page_has_all_that_the_report_says(client: Client) -> None:
    reply = client.get("/country/LAO")
    text = words(reply)
    for heading in (
        "Tier",
        "Roles",
        "Out of Laos",
        "Into Laos",
        "Through Laos",
        "Within Laos",
        "Figures over the years",
        "Agencies and organizations",
        "Shelters and other facilities",
        "Laws",
        "Agreements",
        "Plans",
        "Complicity of officials",
        "Recommendations",
    ):
        assert heading in text
    assert "Lao Women’s Union" in text
    assert "Penal Code, Article 134" in text
    assert "84 facts of 1 report: 2011" in text


def test_a_zero_a_silence_and_a_missing_report_are_told_apart(tmp_path: Path) -> None:
    text = "None was convicted. Ten were convicted."
    none, ten = Evidence(0, 19, text[:19]), Evidence(20, 39, text[20:])

    def report(year: int, *figures: Statistic) -> tuple[Document, list[Fact]]:
        return Document(f"LAO-{year}", text, "LAO", year, None, (Section("profile", 0, len(text)),)), list(figures)

    def convicted(year: int, value: float, evidence: Evidence) -> Statistic:
        doc, unit = f"LAO-{year}", "offenders" if value else None  # which is the same row: the unit says no more than the measure
        return Statistic(doc=doc, measure="convictions", value=value, unit=unit, actor="LAO", period=str(year - 1), evidence=(evidence,))

    store = filled(tmp_path / "store", report(2009, convicted(2009, 0, none)), report(2010), report(2013, convicted(2013, 10, ten)))
    with serving(store) as client:
        row = re.search(r'<th scope="row">Convictions.*?</tr>', client.get("/country/LAO").text, re.DOTALL)
    assert row
    states = re.findall(r'<td class="(\w+)">', row[0])
    assert states == ["zero", "silent", "unread", "unread", "figure"]


def test_a_flow_between_islands_without_land_on_the_map_has_its_page(tmp_path: Path) -> None:
    with serving(filled(tmp_path / "s", (made("PYF-2011", country="PYF"), [flow("PYF", "TON", doc="PYF-2011")]))) as client:
        assert [client.get(f"/country/{code}").status for code in ("PYF", "TON")] == [200, 200]


def test_a_report_without_a_tier_and_a_year_without_a_report_are_told_apart(tmp_path: Path) -> None:
    ranked = TierRanking(doc="LAO-2009", country="LAO", tier="2", year=2009, evidence=(quoted(FLOW_SENTENCE),))
    store = filled(tmp_path / "s", *((made(f"LAO-{year}", year=year), [ranked] if year == 2009 else []) for year in (2009, 2010, 2012)))
    with serving(store) as client:
        page = client.get("/country/LAO")
    row = re.search(r'<table class="tiers">.*?</table>', page.text, re.DOTALL)
    assert row
    assert re.findall(r'<td class="([\w-]+)">', row[0]) == ["tier-2", "silent", "unread", "silent"]
    assert "no report of that year in the store" in words(page)


def test_a_recommendation_that_comes_again_after_a_gap_names_the_reports_before(tmp_path: Path) -> None:
    same, other = "Train police officers to identify victims.", "Amend the criminal code."
    text = f"{same} {other}"

    def report(year: int, words: str) -> tuple[Document, list[Fact]]:
        evidence = Evidence(text.index(words), text.index(words) + len(words), words)
        document = Document(f"LAO-{year}", text, "LAO", year, None, (Section("profile", 0, len(text)),))
        return document, [Recommendation(doc=document.id, evidence=(evidence,))]

    reports = [report(2011, same), report(2012, same), report(2014, same), report(2015, other), report(2016, same)]
    with serving(filled(tmp_path / "store", *reports)) as client:
        page = client.get("/country/LAO")
    found = {
        year: re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", items))).strip()
        for year, items in re.findall(r"Report of (\d+): 1 recommendation</summary>(.*?)</ol>", page.text, re.DOTALL)
    }
    assert found == {
        "2016": f"also in 2011, 2012, 2014 {same} not in the report of 2015; no report of 2013 in the store",
        "2015": f"gone in 2016 {other}",
        "2014": f"gone in 2015 also in 2011, 2012 {same} no report of 2013 in the store",
        "2012": f"2 years running {same}",
        "2011": same,
    }


COUNTED = (
    "The government did not report convicting any traffickers. It reported no prosecutions. "
    "Police reported 12 arrests. No investigations were reported. It has not reported any repatriations."
)


def test_what_was_not_reported_is_no_zero_and_what_is_only_reported_is_marked(tmp_path: Path) -> None:
    def counted(measure: str, value: float, quote: str, period: str | None = "2010") -> Statistic:
        return Statistic(
            doc="LAO-2011",
            measure=measure,
            value=value,
            actor="LAO",
            period=period,
            certainty="reported",
            evidence=(Evidence(COUNTED.index(quote), COUNTED.index(quote) + len(quote), quote),),
        )

    said: list[Fact] = [
        counted("convictions", 0, "convicting any traffickers"),
        counted("prosecutions", 0, "no prosecutions"),
        counted("arrests", 12, "12 arrests"),
        counted("investigations", 0, "No investigations"),
        counted("victims_repatriated", 0, "any repatriations", period=None),
    ]
    report = Document("LAO-2011", COUNTED, "LAO", 2011, None, (Section("profile", 0, len(COUNTED)),))
    with serving(filled(tmp_path / "store", (report, said))) as client:
        page = client.get("/country/LAO")
    rows = dict(re.findall(r'<th scope="row">(\w+).*?\n<td class="(\w+)">', page.text))
    assert rows == {"Investigations": "unreported", "Arrests": "figure", "Prosecutions": "zero", "Convictions": "unreported"}
    text = words(page)
    assert "Convictions n/r none was reported" in text
    assert "Prosecutions 0 r only reported" in text
    assert "Arrests 12 r only reported" in text
    assert "n/r the report says that none was reported, be there any or not" in text
    assert "not reported Victims repatriated: none was reported 2011" in text


def test_filters_stand_in_the_address_and_in_every_link(client: Client) -> None:
    assert "25 statements" in words(client.get("/"))
    only = client.get("/?year=2011&exploitation=forced_labor")
    assert "7 statements, only reports of 2011; forced labor" in words(only)
    assert all("year=2011" in link and "exploitation=forced_labor" in link for link in links(only, "/corridor/"))
    assert "<option selected>2011</option>" in only.text
    doubtful = client.get("/?certainty=possible&certainty=denied")
    assert "2 statements" in words(doubtful)
    assert "25 statements" in words(client.get("/?year=nonsense&certainty=nobody"))


def test_several_years_and_forms_of_a_link_are_shown_and_kept(client: Client) -> None:
    page = client.get("/?year=2004&year=2011&exploitation=sex_trafficking&exploitation=forced_labor").text
    assert re.findall(r"<option[^>]*selected>([^<]*)<", page.partition("Show as")[0]) == ["2004, 2011", "Sex trafficking, Forced labor"]
    chosen = re.findall(r'<option value="([^"]*,[^"]*)" selected>', page)
    assert chosen == ["2004,2011", "sex_trafficking,forced_labor"]
    again = client.get(f"/?year={chosen[0]}&exploitation={chosen[1]}").text
    assert again == page
    assert '<option value="1999" selected>1999</option>' in client.get("/?year=1999").text
    assert "The address asks for year=20x, which" in client.get("/?year=2004,20x").text


def test_to_tick_one_more_certainty_hides_nothing(client: Client) -> None:
    def shown(*wanted: str) -> tuple[int, int, int]:
        reply = client.get("/country/LAO?" + "&".join(f"certainty={token}" for token in wanted))
        checked = re.findall(r'name="certainty" value="(\w+)" checked', reply.text)
        assert checked == list(wanted or EVERY_CERTAINTY)
        denied = reply.text.count('<span class="badge denied">denied</span>')
        assert (denied > 0) == ("denied" in checked)
        return int(re.search(r"(\d+) facts? of", words(reply))[1]), denied, reply.text.count("<tr><th")  # type: ignore[index]

    steps = [shown(*EVERY_CERTAINTY[:count]) for count in range(1, 5)]
    assert all(before <= after for one, other in pairwise(steps) for before, after in zip(one, other, strict=True))
    assert steps[-1][0] == 84
    assert steps[-1] == shown()


def test_the_map_of_a_country_leaves_out_what_is_possible_or_denied_until_asked(client: Client) -> None:
    every = "?" + "&".join(f"certainty={token}" for token in EVERY_CERTAINTY)
    usual, asked = client.get("/country/MWI").text, client.get("/country/MWI" + every).text
    assert "not on the map" in usual
    assert "not on the map" not in asked
    assert usual.count("<path") < asked.count("<path")


def test_a_flow_that_is_denied_is_shown_however_sure_the_denial() -> None:
    denied = FlowStatement(fact="a", doc="a", origin="LAO", polarity="negated", certainty="possible")
    assert View(certainty=("denied",)).matching([denied]) == [denied]
    assert View(certainty=("stated", "denied")).matching([denied]) == [denied]
    assert View(certainty=("stated", "possible")).matching([denied]) == []


def test_filters_that_mean_nothing_are_told_and_others_are_not(client: Client) -> None:
    page = client.get("/?year=abc&exploitation=foo&certainty=stated&least=02&show=map&by=").text
    assert "The address asks for year=abc, exploitation=foo, which means nothing here and was left out" in page
    assert 'id="unknown"' not in client.get("/?year=2011&certainty=stated&certainty=reported&least=2&show=years&by=region").text


def test_a_document_has_its_whole_text_with_the_facts_marked(client: Client) -> None:
    reply = client.get("/document/LAO-2011")
    stored = client.get("/text?document=LAO-2011").text
    shown = "".join(re.findall(r'<p class="narrative">(.*?)</p>', reply.text, re.DOTALL))
    text = html.unescape(re.sub(r"<[^>]*>", "", shown))
    assert "".join(text.split()) == "".join(stored.split())
    marks = re.findall(r'data-facts="([^"]*)"', reply.text)
    listed = set(re.findall(r'data-fact="([^"]*)"', reply.text))
    assert len(listed) == 84
    assert {fact for mark in marks for fact in mark.split()} == listed
    ids = set(re.findall(r'\bid="(c\d+)"', reply.text))
    assert {link[1:] for link in links(reply, "#c") if link != "#content"} <= ids


def test_a_narrative_told_twice_counts_once_and_its_page_names_the_other_source(tmp_path: Path) -> None:
    blog = replace(made("blog"), title="A blog", source="https://example.org/blog?a=1")
    plain = replace(made("copy/ä"), source="a citation & more")
    store = filled(tmp_path / "s", (made("LAO-2011"), [flow()]), (blog, [flow(doc="blog")]), (plain, [flow(doc="copy/ä")]))
    with serving(store) as client:
        page, copy, home, country = (client.get(path) for path in ("/document/LAO-2011", "/document/blog", "/", "/country/LAO"))
    assert "The same narrative is also told by blog ( source ), copy/ä (a citation & more). It is counted once." in words(page)
    assert {"https://example.org/blog?a=1", "/document/copy/%C3%A4"} <= set(links(page, ""))
    assert "This document tells the same narrative as LAO-2011 , nearly word for word." in words(copy)
    assert "0 facts" in words(copy)
    assert "1 narrative of the Trafficking in Persons Report on 1 country, 2011." in words(home)
    assert "1 fact of 1 report: 2011 ." in words(country)


def test_an_organization_has_its_facts_and_those_in_which_it_has_a_part(client: Client) -> None:
    found = links(client.get("/search?q=lwu"), "/organization/")
    reply = client.get(found[0])
    text = words(reply)
    assert "Lao Women’s Union" in text
    assert "Also written: LWU" in text
    assert "Facts in which it has a part" in text
    assert "Shelter, Vientiane, Lao Women’s Union" in text


def test_the_search_finds_countries_things_and_sentences(client: Client) -> None:
    assert "/country/MWI" in links(client.get("/search?q=malaw"), "/country/")
    reply = client.get("/search?q=" + quote("women's union shelter"))
    assert "<mark>" in reply.text
    assert all(word in words(reply).lower() for word in ("women", "union", "shelter"))
    assert "Nothing in the store has these words." in words(client.get("/search?q=zebra"))
    assert client.get("/search?q=" + quote('") } DELETE \\ "')).status == 200
    assert "LAO-2011" not in client.get("/search?q=police&year=2004").text


def test_what_is_seen_can_be_kept(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/facts.csv?country=LAO").text)))
    assert len(rows) == 84
    assert {row["report_year"] for row in rows} == {"2011"}
    (one,) = csv.DictReader(io.StringIO(client.get("/facts.csv?origin=VNM&destination=THA&via=LAO").text))
    assert (one["kind"], one["origin"], one["via"], one["destination"]) == ("flow", "VNM", "LAO", "THA")
    turtle = client.get("/facts.ttl?origin=VNM&destination=THA&via=LAO")
    assert turtle.type == "text/turtle"
    assert turtle.headers["content-disposition"] == 'attachment; filename="facts.ttl"'
    asked = "ASK { ?f tip:via place:LAO ; tip:evidence/oa:hasSelector/oa:exact ?words ; tip:doc/dcterms:identifier 'LAO-2011' }"
    assert Graph().parse(data=turtle.body, format="turtle").query(asked).askAnswer
    flows = list(csv.DictReader(io.StringIO(client.get("/flows.csv?year=2004").text)))
    assert len(flows) == 6
    assert client.get("/flows.svg").body.startswith(b"<?xml")
    assert client.get("/flows.png").body.startswith(b"\x89PNG")
    assert "sandbox" in client.get("/flows.html").headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/country/XXX",
        "/corridor/VNM/XXX",
        "/document/nothing",
        "/fact/nothing",
        "/fact/0",
        "/organization/nothing",
        "/organization/" + quote("> } DELETE", safe=""),
        "/facts.exe?country=LAO",
        "/flows.exe",
        "/text?document=nothing",
        "/static/../app.py",
    ],
)
def test_what_is_not_there_is_told_in_words(client: Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status == 404
    assert "Not here" in words(reply) or reply.type == "text/plain"


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_every_example_question_is_on_the_page(client: Client, question: object) -> None:
    reply = client.get("/query")
    assert f'/query?example={question.name}"' in reply.text  # type: ignore[attr-defined]


def test_a_link_holds_a_query(client: Client) -> None:
    reply = client.get("/query?query=" + quote("ASK { <u:a> <u:b> '</textarea><script>' }"))
    assert "ASK { &lt;u:a&gt; &lt;u:b&gt; &#39;&lt;/textarea&gt;&lt;script&gt;&#39; }" in reply.text
    assert "data-runs" in reply.text
    assert "data-runs" not in client.get("/query").text


def test_rows_with_an_origin_and_a_destination_become_a_map(client: Client) -> None:
    body = b'[{"origin": "LAO", "destination": "https://w3id.org/tip-kg/place/THA", "statements": "3"}, {"origin": "nowhere"}]'
    reply = client.ask("POST", "/query/map", body)
    assert (reply.status, reply.type) == (200, "image/svg+xml")
    assert "Laos → Thailand" in reply.text
    assert "3 statements" in reply.text
    assert client.ask("POST", "/query/map", b"[1]").status == 400
    assert client.ask("POST", "/query/map", b"{").status == 400


def hostile_store(path: Path) -> Path:
    """A store of a document that tries to run something wherever it can."""
    text = f"Women of Laos are sold to Thailand. {HOSTILE}"
    common: dict[str, Any] = {"doc": "LAO-2011", "evidence": (Evidence(0, len(text), text),)}
    facts = [
        Flow(origin="LAO", destination="THA", from_place=(HOSTILE,), rule=HOSTILE, **common),
        Organization(name=HOSTILE, acronym="<b>", country="LAO", **common),
        Law(title=HOSTILE, country="LAO", **common),
        Facility(type="shelter", name=HOSTILE, operators=(HOSTILE,), **common),
        Statistic(measure="convictions", value=1, unit=HOSTILE, period="2010", place=HOSTILE, **common),
    ]
    sections = (Section("profile", 0, len(text)),)
    document = Document("LAO-2011", text, "LAO", 2011, "2", sections, title=HOSTILE, source="javascript:alert(3)")
    return filled(path, (document, facts))


def test_no_cell_of_a_table_is_a_formula_and_numbers_stay(tmp_path: Path) -> None:
    text = "=HYPERLINK(1) -2 cases from Laos to Thailand"
    common: dict[str, Any] = {"doc": "LAO-2011", "evidence": (Evidence(0, len(text), text),)}
    facts = [
        Flow(origin="LAO", destination="THA", from_place=("@a", "b"), **common),
        Organization(name="+name", acronym="plain", country="LAO", **common),
        Statistic(measure="convictions", value=-2, unit="-unit", period="2010", place="\tplace", **common),
    ]
    with serving(
        filled(tmp_path / "s", (Document("LAO-2011", text, "LAO", 2011, "2", (Section("profile", 0, len(text)),)), facts))
    ) as client:
        rows = {row["kind"]: row for row in csv.DictReader(io.StringIO(client.get("/facts.csv?country=LAO").text))}
        (flow,) = csv.DictReader(io.StringIO(client.get("/flows.csv").text))
    assert {row["quote"] for row in (*rows.values(), flow)} == {f"'{text}"}
    assert (rows["flow"]["from_place"], rows["organization"]["name"], rows["organization"]["acronym"]) == ("'@a|b", "'+name", "plain")
    assert [rows["statistic"][name] for name in ("value", "unit", "place")] == ["-2", "'-unit", "'\tplace"]
    assert flow["statements"] == "1"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server over the hostile document."""
    with serving(hostile_store(tmp_path_factory.mktemp("hostile") / "store")) as found:
        yield found


def test_words_of_documents_are_text_on_every_page(hostile: Client) -> None:
    seen: dict[str, Reply] = {}
    waiting = ["/", f"/search?q={quote('<script>')}"]
    while waiting:
        path = waiting.pop()
        if path not in seen and len(seen) < 80:
            seen[path] = reply = hostile.get(path)
            if reply.type != "text/html":
                continue
            waiting += [link.partition("#")[0] for link in links(reply, "/") if not link.startswith(("/query", "/static", "/sparql"))]
    pages = {path: reply for path, reply in seen.items() if reply.type == "text/html" and not path.startswith("/flows.html")}
    assert {path.split("/")[1].partition("?")[0] for path in pages} >= {
        "",
        "country",
        "corridor",
        "document",
        "fact",
        "organization",
        "search",
    }
    for reply in pages.values():
        assert reply.status == 200
        assert "<script>alert" not in reply.text
        assert "<img src=x" not in reply.text
        assert 'href="javascript:' not in reply.text
    assert sum(HOSTILE in html.unescape(reply.text) for reply in pages.values()) >= 6


def test_the_page_of_an_organization_keeps_to_the_filters(client: Client) -> None:
    address = links(client.get("/search?q=lwu"), "/organization/")[0].partition("?")[0]
    every, none = client.get(address), client.get(address + "?year=2004")
    shown = int(re.search(r">(\d+) facts?\.", every.text)[1])  # type: ignore[index]
    assert every.text.count('class="statement"') == shown > 2
    assert none.text.count('class="statement"') == 0
    assert f"0 facts. {shown} further facts are left out by the filters. " in words(none)
    assert "<option selected>2004</option>" in none.text
    rows = list(csv.DictReader(io.StringIO(client.get(f"/facts.csv?organization={address.rpartition('/')[2]}").text)))
    assert len(rows) == shown


def test_a_document_marks_only_the_facts_that_the_filters_let_through(client: Client) -> None:
    some = client.get("/document/LAO-2011?exploitation=forced_labor&certainty=reported&year=2004")
    shown, hidden = map(int, re.search(r"(\d+) facts?, (\d+) further ones? left out", words(some)).groups())  # type: ignore[union-attr]
    assert shown + hidden == 84
    assert len(set(re.findall(r'data-fact="([^"]*)"', some.text))) == shown < 40
