"""The explorer in a real browser: the ways that a user goes, with mouse and keyboard; pictures of them are kept in build/screenshots."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.browser import CHROMIUM, WITHOUT, Browser, browsing
from tests.web.served import Client, serving
from tests.web.test_pages import HOSTILE, hostile_store

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WITHOUT)

PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"

SENTENCE = (
    "Laos serves more and more as a transit country for women from Vietnam, China, and Burma "
    "who are put to prostitution or forced labor in Thailand."
)
ARROW = (
    """[...document.querySelectorAll(".wide a.flow[aria-label]")]"""
    """.find((e) => /^Vietnam → Laos → Thailand[^\\n]*\\n[^\\n]*$/.test(e.getAttribute("aria-label")))"""
)
"""An arrow that stands for this way alone."""
SHARED = """[...document.querySelectorAll(".wide a.flow[aria-label]")]
  .find((e) => (e.getAttribute("aria-label").match(/ → Laos → Thailand /g) || []).length > 1)"""
"""The arrow from Laos to Thailand on which several ways go on."""


COVERED = """
(() => {
  document.querySelector(".wide svg.map").scrollIntoView();
  const arrows = [...document.querySelectorAll(".wide a.flow[aria-label]")].filter((a) => a.querySelector(".hit"));
  const covered = arrows.filter((a) => {
    const path = a.querySelector("path"), p = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
    const there = document.elementFromPoint(p.x, p.y);
    return there === null || there.closest(".around") !== null || there.closest("a.flow") === null;
  });
  return { arrows: arrows.length, covered: covered.map((a) => a.getAttribute("aria-label")) };
})()
"""
"""How many arrows there are, and those in whose middle another thing is hit than an arrow."""

BROKEN = """
[...document.querySelectorAll("table.flows a, #shown td, #shown th")].filter((e) => e.firstChild).flatMap((a) => {
  const range = document.createRange(), node = a.firstChild, found = [];
  for (const word of node.data.matchAll(/\\p{L}+/gu)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    if (range.getClientRects().length > 1) found.push(word[0]);
  }
  return found;
})
"""
"""The words in names of flows and in results that stand on two lines."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browsing(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, client: Client) -> Iterator[Browser]:
    """The browser at the first page; afterwards it must have asked nobody but the server, and have complained of nothing."""
    browser.requests.clear()
    browser.problems.clear()
    browser.dark(False)
    browser.size(1280, 900)
    browser.open(f"http://127.0.0.1:{client.port}/")
    yield browser
    browser.run("1")
    assert [address for address in browser.requests if not address.startswith((f"http://127.0.0.1:{client.port}/", "data:", "blob:"))] == []
    assert browser.problems == []


def text(page: Browser, selector: str) -> str:
    found = page.run(f"document.querySelector({selector!r})?.textContent ?? ''")
    return " ".join(str(found).split())


def link(words: str, within: str = "main") -> str:
    return f"[...document.querySelectorAll({within + ' a'!r})].find((e) => e.textContent.trim() === {words!r})"


def test_from_the_map_to_the_sentence_in_three_clicks(page: Browser) -> None:
    page.picture(PICTURES / "map.png", whole=True)
    page.go(ARROW)
    assert text(page, "h1") == "Vietnam → Laos → Thailand"
    assert text(page, "blockquote") == SENTENCE
    page.picture(PICTURES / "corridor.png")
    page.go(link("the fact"))
    page.picture(PICTURES / "fact.png")
    page.go(link("Characters 1063 to 1207 of the document"))
    assert SENTENCE in text(page, "#text")
    assert "Vietnam → Laos → Thailand" in page.until(
        "[...document.querySelectorAll('li.chosen .label')].map((e) => e.textContent).join('; ')"
    )


def test_a_part_of_a_way_that_several_flows_share_leads_to_a_list_and_the_sentence(page: Browser) -> None:
    page.run(f"{SHARED}.focus()")
    page.press("Enter")
    page.until("document.querySelector('h1').textContent === 'The flows behind the arrow' && document.readyState === 'complete'")
    assert page.run("document.querySelectorAll('table.flows tbody tr').length > 1") is True
    page.go(link("Vietnam → Laos → Thailand"))
    assert text(page, "blockquote") == SENTENCE


def test_no_arrow_is_covered_by_what_can_be_hit_beside_another(page: Browser) -> None:
    found = page.run(COVERED)
    assert found["arrows"] > 10
    assert found["covered"] == []


DRAWN = "[...document.querySelectorAll('svg.map')].some((svg) => svg.getClientRects().length > 0)"
"""Whether the picture for this width is there."""

MISSED = """
[...document.querySelectorAll("a.flow[aria-label]")].filter((a) => a.getClientRects().length).filter((a) => {
  const path = a.querySelector("path"), long = path.getTotalLength(), to = a.getAttribute("href");
  const hits = Array.from({ length: 9 }, (_, n) => path.getPointAtLength(long * (0.14 + 0.09 * n)).matrixTransform(path.getScreenCTM()))
    .filter((p) => document.elementFromPoint(p.x, p.y)?.closest("a.flow")?.getAttribute("href") === to);
  return hits.length < 4;
}).map((a) => a.getAttribute("aria-label"))
"""
"""The arrows of which the mouse misses more than half of nine points along them."""


@pytest.mark.parametrize("width", [400, 800, 1280])
def test_every_arrow_can_be_hit_also_between_places_that_are_close(page: Browser, client: Client, width: int) -> None:
    page.size(width, 1600)
    page.open(f"http://127.0.0.1:{client.port}/")
    page.until(DRAWN)
    page.run("document.querySelector('.sheet').parentElement.scrollIntoView()")
    assert page.run(MISSED) == []


def test_the_same_way_by_country(page: Browser) -> None:
    page.go("document.querySelector(\".wide a.name[href='/country/LAO']\")")
    assert text(page, "h1") == "Laos"
    page.picture(PICTURES / "country.png", whole=True)
    page.go(link("Vietnam → Laos → Thailand"))
    assert text(page, "blockquote") == SENTENCE


def test_every_arrow_is_reached_and_followed_from_the_keyboard(page: Browser) -> None:
    page.run(f"({ARROW}).focus()")
    assert page.run(f"document.activeElement === {ARROW}") is True
    page.press("Enter")
    page.until("!!document.querySelector('blockquote')")
    assert text(page, "blockquote") == SENTENCE
    assert page.run("[...document.querySelectorAll('a, button, input, select')].every((e) => e.tabIndex >= 0)") is True


def test_the_skip_link_is_the_first_stop(page: Browser) -> None:
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.press("Enter")
    assert page.until("location.hash") == "#content"
    assert page.run("document.activeElement.id") == "content"


def tabbed(page: Browser, wanted: str, most: int = 60) -> int:
    """Press Tab until the expression holds for the element ``e`` with the focus; how often that was."""
    for count in range(1, most):
        page.press("Tab")
        if page.run(f"((e) => {wanted})(document.activeElement)"):
            return count
    raise AssertionError(f"{wanted} is not reached")


def test_filters_and_what_is_below_the_picture_are_reached_from_the_keyboard(page: Browser) -> None:
    tabbed(page, "e.name === 'certainty' && e.value === 'possible'")
    page.run("window.left = false")
    page.press(" ")
    page.until("window.left === undefined && document.readyState === 'complete' && location.search.includes('possible')")
    assert page.run("[document.activeElement.name, document.activeElement.value].join()") == "certainty,possible"
    page.press("Tab")
    assert page.run("document.activeElement.value") == "denied"
    assert tabbed(page, "e.textContent === 'Skip the picture'") < 4
    page.press("Enter")
    page.until("location.hash === '#below'")
    assert tabbed(page, "e.textContent === 'SVG'") == 1
    assert tabbed(page, "e.closest('table.flows') !== null") < 9
    page.press("Enter")
    page.until("!!document.querySelector('blockquote')")


STOP = """
(() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  if (e === document.body) return "end";
  const lit = e.matches("a.flow") && [...e.querySelectorAll(".hit")].some((path) => getComputedStyle(path).stroke !== "rgba(0, 0, 0, 0)");
  const shown = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return shown && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || lit) ? "" : e.outerHTML.slice(0, 120);
})()
"""
"""Empty where the element with the focus can be seen, and that it has the focus; what it is where not."""


@pytest.mark.parametrize("path", ["/", "/country/LAO", "/document/LAO-2011", "/query?example=corridors", "/search?q=police", "/flows"])
def test_every_stop_of_the_tab_key_is_in_sight_and_marked(page: Browser, client: Client, path: str) -> None:
    page.open(f"http://127.0.0.1:{client.port}{path}")
    found = []
    for _ in range(70):
        page.press("Tab")
        found.append(page.run(STOP))
        if found[-1] == "end":
            break
    assert len(found) > 30
    assert {stop for stop in found if stop not in ("", "end")} == set()


def test_the_keyboard_does_not_lose_its_place_when_a_query_ends(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query")
    page.run("document.getElementById('stop').hidden = false; document.getElementById('stop').focus()")
    page.run("document.getElementById('ask').requestSubmit(document.querySelector('#ask .main'))")
    page.until("document.getElementById('stop').hidden && / in /.test(document.getElementById('took').textContent)")
    assert page.run("document.activeElement.textContent") == "Run"


def test_a_filter_by_year_stays_in_the_address(page: Browser) -> None:
    page.run("document.querySelector('[name=year]').value = '2004'")
    page.run("document.querySelector('[name=year]').dispatchEvent(new Event('change', { bubbles: true }))")
    page.until("location.search === '?year=2004'")
    page.until("document.querySelector('[role=status]')?.textContent.includes('only reports of 2004')")
    page.picture(PICTURES / "map-2004.png")
    page.go("document.querySelector('table.flows a')")
    assert page.run("new URLSearchParams(location.search).get('year')") == "2004"
    page.go("document.querySelector('.filters [value=denied]')")
    assert page.run("new URLSearchParams(location.search).getAll('certainty').join()") == "stated,reported,denied"


def test_several_years_of_a_link_stay_when_another_filter_is_changed(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/?year=2004&year=2011")
    page.picture(PICTURES / "map-several-years.png")
    page.go("document.querySelector('.filters [value=denied]')")
    assert page.run("location.search") == "?year=2004&year=2011&certainty=stated&certainty=reported&certainty=denied"
    assert page.run("document.querySelector('.filters [name=year]').value") == "2004,2011"


def test_after_the_way_back_the_filters_are_those_of_the_address(page: Browser) -> None:
    for year in ("2004", "2011"):
        page.run("window.left = false")
        page.run(f"document.querySelector('.filters [name=year]').value = '{year}'")
        page.run("document.querySelector('.filters [value=possible]').click()")
        page.until(f"window.left === undefined && location.search.includes('year={year}') && document.readyState === 'complete'")
    for search, year, possible in (("?year=2004&certainty=stated&certainty=reported&certainty=possible", "2004", True), ("", "", False)):
        page.run("history.back()")
        page.until(f"location.search === {search!r} && document.readyState === 'complete'")
        assert page.until(f"document.querySelector('.filters [name=year]')?.value === {year!r}")
        assert page.run("document.querySelector('.filters [value=possible]').checked") is possible


def test_marks_and_facts_of_a_document_lead_to_each_other(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/document/LAO-2011")
    page.click(f"[...document.querySelectorAll('a.mark')].find((e) => e.textContent === {SENTENCE!r})")
    chosen = page.until("[...document.querySelectorAll('li.chosen .label')].map((e) => e.textContent)")
    assert {"Vietnam → Laos → Thailand", "China → Laos → Thailand", "Burma → Laos → Thailand"} <= set(chosen)
    time.sleep(0.6)
    page.picture(PICTURES / "document.png")
    page.click("[...document.querySelectorAll('#facts .label')].find((e) => e.textContent === 'Laos → Malaysia')")
    page.until("[...document.querySelectorAll('a.mark.chosen')].map((e) => e.textContent).join().includes('Malaysia, China, and Thailand')")
    assert page.run("document.activeElement.className").startswith("mark")
    assert page.run("location.hash").startswith("#c")


def test_flows_told_from_and_to_have_a_map_and_a_graph_that_tells_what_it_leaves_out(page: Browser, client: Client) -> None:
    ends = "?flow a tip:Flow ; tip:origin ?from OPTIONAL { ?flow tip:destination ?to }"
    query = f"SELECT ?from ?via ?to {{ {ends} OPTIONAL {{ ?flow tip:via ?via }} }}"
    page.open(f"http://127.0.0.1:{client.port}/query?query={quote(query)}")
    page.until("/rows in/.test(document.getElementById('took').textContent)")
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Map')")
    page.until("document.querySelectorAll('#shown svg.map a.flow').length > 0")
    assert int(str(page.run("document.querySelectorAll('#shown svg.map a.flow').length"))) > 10
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Graph')")
    page.until("document.querySelectorAll('#shown svg.graph').length === 1")
    said = str(page.run("document.querySelector('#shown p.quiet').textContent"))
    assert "1 of 26 rows has no from or no to, so that no line stands for it." in said
    page.picture(PICTURES / "query-graph-of-flows.png")


def test_an_example_question_is_run_and_its_result_shown_and_kept(page: Browser, client: Client, tmp_path: Path) -> None:
    page.go(link("SPARQL", "nav"))
    page.click(link("corridors", ".examples"))
    page.until("/^23 rows in/.test(document.getElementById('took').textContent)")
    assert (
        page.run("[...document.querySelectorAll('#shown th')].map((e) => e.textContent).join()")
        == "origin,destination,statements,documents,sentence"
    )
    page.picture(PICTURES / "query.png")
    assert page.run("new URLSearchParams(location.search).get('query').includes('SELECT')") is True
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Map')")
    page.until("document.querySelectorAll('#shown svg.map a.flow').length > 20")
    page.picture(PICTURES / "query-map.png")
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Chart')")
    page.until("document.querySelectorAll('#shown rect').length === 23")
    page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    page.click("[...document.querySelectorAll('#files button')].find((e) => e.textContent === 'CSV')")
    file = tmp_path / "result.csv"
    end = time.monotonic() + 10
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert file.read_text(encoding="utf-8").startswith("origin,destination,statements,documents,sentence")
    assert file.read_bytes().count(b"\r\n") == 24


def test_the_link_of_a_query_opens_with_its_answer(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query?query=ASK%20%7B%20%3Ff%20a%20tip%3AFlow%20%7D")
    assert page.until("document.getElementById('shown').textContent") == "Yes"


def test_an_error_stands_at_its_line(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query")
    page.run("(() => { const e = document.getElementById('query'); e.value = 'SELECT *\\nWHERE {\\n  ?a nope:b ?c\\n}'; e.focus(); })()")
    page.press("Enter", control=True)
    assert "at line 3" in page.until("!document.getElementById('error').hidden && document.getElementById('error').textContent")
    page.until("document.querySelector('#coloured .wrong')?.textContent")
    assert page.run("document.getElementById('query').value.slice(0, document.activeElement.selectionStart).split('\\n').length") == 3
    page.picture(PICTURES / "query-error.png")
    page.problems.clear()  # the refusal of the query itself


def test_terms_are_completed_from_the_keyboard(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query")
    page.run(
        "(() => { const e = document.getElementById('query'); e.value = 'SELECT * { ?f '; e.focus(); e.setSelectionRange(99, 99); })()"
    )
    page.type("tip:desti")
    page.until("!document.getElementById('completions').hidden")
    page.picture(PICTURES / "query-completion.png")
    page.press("Enter")
    assert page.run("document.getElementById('query').value") == "SELECT * { ?f tip:destination"
    page.type(" place:TH")
    page.until("!document.getElementById('completions').hidden")
    page.press("Escape")
    assert page.run("document.getElementById('completions').hidden") is True


@pytest.mark.parametrize("path", ["/", "/country/LAO", "/corridor/VNM/THA", "/document/LAO-2011", "/search?q=police", "/query", "/flows"])
def test_pages_need_no_scrolling_to_the_side_at_200_percent(page: Browser, client: Client, path: str) -> None:
    page.size(1280, 900, zoom=2)
    page.open(f"http://127.0.0.1:{client.port}{path}")
    page.picture(PICTURES / f"zoomed-{path.strip('/').replace('/', '-').partition('?')[0] or 'map'}.png")
    assert page.run("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.parametrize(
    "path", ["/", "/country/LAO", "/corridor/VNM/THA", "/flows", "/query", "/query?example=corridors", "/query?example=agreements"]
)
def test_a_narrow_page_needs_no_scrolling_to_the_side_and_breaks_no_name(page: Browser, client: Client, path: str) -> None:
    page.size(400, 800)
    page.open(f"http://127.0.0.1:{client.port}{path}")
    if "example" in path:
        page.until("document.querySelectorAll('#shown td').length > 20")
    page.picture(PICTURES / f"narrow-{path.strip('/').replace('/', '-').replace('?', '-') or 'map'}.png", whole=True)
    assert page.run("document.documentElement.scrollWidth <= innerWidth") is True
    assert page.run(BROKEN) == []


SEEN = """
(() => {
  const seen = [...document.querySelectorAll("svg.map")].filter((svg) => svg.getClientRects().length);
  const high = (text) => Number(text.getAttribute("font-size")) * Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b);
  return {
    pictures: seen.length,
    fits: seen.every((svg) => svg.parentElement.scrollWidth <= svg.parentElement.clientWidth),
    least: Math.min(...seen.flatMap((svg) => [...svg.querySelectorAll("text")].map(high))),
    reached: [...document.querySelectorAll("a.flow")].filter((a) => a.getClientRects().length && a.tabIndex === 0).length,
  };
})()
"""
"""What is seen of a picture drawn for several widths: how many, whether it fits, its smallest writing, the arrows that Tab reaches."""


@pytest.mark.parametrize("width", [360, 400, 620, 800, 900, 1280, 1920])
@pytest.mark.parametrize("path", ["/", "/?show=matrix", "/?show=sankey", "/?show=years", "/country/LAO"])
def test_one_picture_is_seen_whole_at_every_width_and_can_be_read(page: Browser, client: Client, path: str, width: int) -> None:
    page.size(width, 900)
    page.open(f"http://127.0.0.1:{client.port}{path}")
    page.until(DRAWN)
    found = page.run(SEEN)
    assert (found["pictures"], found["fits"]) == (1, True)
    assert found["least"] > 6.1
    assert found["reached"] > 5


SMALLEST = """
Math.min(...[...document.querySelectorAll("#shown svg text")]
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d))
"""
"""The height of the smallest writing of a result, in pixels."""


@pytest.mark.parametrize("width", [400, 800, 1280])
@pytest.mark.parametrize("view", ["Graph", "Map", "Chart"])
def test_results_are_drawn_for_the_room_that_there_is(page: Browser, client: Client, view: str, width: int) -> None:
    page.size(width, 900)
    page.open(f"http://127.0.0.1:{client.port}/query?example=corridors")
    page.click(f"[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === {view!r})")
    page.until("document.querySelectorAll('#shown svg text').length > 5")
    page.picture(PICTURES / f"query-{view.lower()}-{width}.png", whole=True)
    assert page.run(SMALLEST) > 6.4
    assert page.run("[document.documentElement, document.getElementById('shown')].every((e) => e.scrollWidth <= e.clientWidth)") is True


def test_a_table_of_many_years_scrolls_in_its_own_frame(page: Browser, client: Client) -> None:
    page.size(1280, 900, zoom=2)
    page.open(f"http://127.0.0.1:{client.port}/country/LAO")
    page.run("document.querySelector('.figures').style.width = '3000px'")
    assert page.run("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.parametrize("path", ["/", "/country/LAO", "/query?example=corridors"])
def test_dark_pages_are_dark(page: Browser, client: Client, path: str) -> None:
    page.dark(True)
    page.open(f"http://127.0.0.1:{client.port}{path}")
    page.picture(PICTURES / f"dark-{path.strip('/').replace('/', '-').partition('?')[0] or 'map'}.png")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(22, 25, 28)"


def test_words_of_a_document_do_not_run(browser: Browser, tmp_path: Path) -> None:
    browser.requests.clear()
    browser.problems.clear()
    with serving(hostile_store(tmp_path / "store")) as client:
        for path in (
            "/",
            "/country/LAO",
            "/document/LAO-2011",
            "/corridor/LAO/THA",
            "/search?q=women",
            "/query?query=SELECT%20*%20%7B%3Fa%20oa%3Aexact%20%3Fb%7D",
        ):
            browser.open(f"http://127.0.0.1:{client.port}{path}")
            browser.until("document.body.textContent.includes('Women of Laos') || location.pathname === '/'")
            assert browser.run("document.querySelectorAll('img').length") == 0
            assert HOSTILE.split("'")[0] in browser.run(
                "document.documentElement.outerHTML.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '\"')"
            )
    assert [address for address in browser.requests if "127.0.0.1" not in address and not address.startswith("data:")] == []
    assert browser.problems == []
