"""The map and the graph in a real browser: magnified and moved with mouse, wheel, buttons and keys, without asking the server."""

import pytest

from tests.web.browser import CHROMIUM, WITHOUT, Browser
from tests.web.served import Client
from tests.web.test_browser import PICTURES, browser, link, page, text

__all__ = ["browser", "page"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WITHOUT)

MAP = "document.querySelector('.wide .movable')"
SCALE = f"Number({MAP}.getAttribute('transform').match(/scale\\(([^)]*)/)[1])"
MOVED = f"{MAP}.getAttribute('transform').match(/translate\\(([^)]*)/)[1].split(' ').map(Number)"


def press(page: Browser, label: str) -> None:
    page.click(f"document.querySelector('.wide .zoom button[aria-label=\"{label}\"]')")


def mouse(page: Browser, kind: str, at: tuple[float, float], **more: object) -> None:
    page.call("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], **more)


def middle(page: Browser) -> tuple[float, float]:
    page.run("document.querySelector('.wide svg.map').scrollIntoView({ block: 'start', behavior: 'instant' })")
    x, y = page.run(
        "(() => { const r = document.querySelector('.wide .window').getBoundingClientRect(); return [r.x + r.width / 2, r.y + 200]; })()"
    )
    return x, y


def test_buttons_magnify_the_map_and_show_it_whole_again(page: Browser) -> None:
    before = page.run("document.querySelector('.wide .movable a.name text').getBoundingClientRect().height")
    for _ in range(3):
        press(page, "Zoom in")
    assert page.run(f"Math.round(100 * {SCALE}) / 100") == 3.38
    assert page.run("document.querySelector('.wide .movable a.name text').getBoundingClientRect().height") < 1.5 * before
    page.picture(PICTURES / "map-magnified.png")
    press(page, "Whole map")
    assert page.run(SCALE) == 1
    assert page.run("document.querySelector('.wide .zoom button[aria-label=\"Zoom out\"]').disabled") is True
    assert [address for address in page.requests if "/static/" not in address] == [page.run("location.href")]


def test_the_wheel_magnifies_about_the_pointer_and_a_drag_moves_without_following_an_arrow(page: Browser) -> None:
    at = middle(page)
    mouse(page, "mouseWheel", at, deltaX=0, deltaY=-600)
    page.until(f"{SCALE} > 2")
    before = page.run(MOVED)
    mouse(page, "mousePressed", at, button="left", clickCount=1)
    mouse(page, "mouseMoved", (at[0] + 60, at[1] + 20), button="left", buttons=1)
    page.until(f"{MOVED}[0] > {before[0]}")
    mouse(page, "mouseReleased", (at[0] + 60, at[1] + 20), button="left", clickCount=1)
    assert page.run("location.pathname") == "/"


def test_keys_magnify_and_move_the_map_that_has_the_focus(page: Browser) -> None:
    page.run("document.querySelector('.wide .frame').focus()")
    page.press("+")
    page.press("+")
    assert page.run(f"{SCALE} > 2") is True
    before = page.run(MOVED)
    page.press("ArrowDown")
    assert page.run(MOVED)[1] < before[1]
    page.press("0")
    assert page.run(SCALE) == 1


def test_an_arrow_keeps_its_ends_at_the_marks_and_is_still_followed(page: Browser) -> None:
    press(page, "Zoom in")
    press(page, "Zoom in")
    far = page.run(
        "(() => { const path = document.querySelector('.movable a.flow path[data-pins]'), end = path.getPointAtLength(0), "
        "[x, y] = path.dataset.pins.split(' ').map(Number); return Math.hypot(end.x - x, end.y - y); })()"
    )
    assert far < 8
    page.run("document.querySelector('.movable a.flow[aria-label^=\"Laos → Malaysia\"]').focus()")
    page.press("Enter")
    page.until("!!document.querySelector('blockquote')")
    assert text(page, "h1") == "Laos → Malaysia"


def test_the_table_of_flows_is_chosen_and_stays_in_the_address(page: Browser) -> None:
    page.run("document.querySelector('[name=show]').value = 'matrix'")
    page.run("document.querySelector('[name=show]').dispatchEvent(new Event('change', { bubbles: true }))")
    page.until("location.search === '?show=matrix' && document.readyState === 'complete'")
    page.picture(PICTURES / "matrix.png", whole=True)
    page.go("document.querySelector('.wide a.flow[aria-label^=\"Vietnam → Laos → Thailand\"]')")
    assert page.run("new URLSearchParams(location.search).get('show')") == "matrix"


def test_triples_and_rows_are_shown_as_a_graph(page: Browser, client: Client) -> None:
    page.open(f"http://127.0.0.1:{client.port}/query?query=CONSTRUCT%20WHERE%20%7B%20%3Fa%20tip%3AtraffickedTo%20%3Fb%20%7D")
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Graph')")
    page.until("document.querySelectorAll('svg.graph a.thing').length > 5")
    page.picture(PICTURES / "query-graph.png")
    assert page.run("document.querySelectorAll('svg.graph .edge').length > 5") is True
    page.go("document.querySelector('svg.graph a.thing[href=\"/country/LAO\"]')")
    assert text(page, "h1") == "Laos"
    page.go(link("SPARQL", "nav"))
    page.click(link("corridors", ".examples"))
    page.click("[...document.querySelectorAll('.tabs button')].find((e) => e.textContent === 'Graph')")
    page.until("document.querySelectorAll('svg.graph .edge').length > 10")
    page.picture(PICTURES / "query-graph-rows.png", whole=True)
    named = page.run("[...document.querySelectorAll('svg.graph text')].map((e) => e.textContent)")
    assert {"Laos", "Thailand", "Vietnam"} <= set(named)
