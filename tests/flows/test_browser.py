"""The page in a real browser: what is drawn, what a click and a key show, what the filters leave, and that nothing of a document runs."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from kg.flows.filters import FlowFilter
from kg.flows.looks import SHOWS, looking
from kg.flows.picture import as_html
from kg.flows.statements import FlowStatement
from tests.flows.made import CODES, DOUBTFUL, HOSTILE, LAOS, PACIFIC, crowd, said
from tests.web.browser import browsing

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine; Debian's package is called chromium")

DRIVER = """
<script>
const arrows = () => [...document.querySelectorAll(".flows .flow")];
const arrow = (label) => arrows().find((element) => element.getAttribute("aria-label").startsWith(label));
const press = (element, key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const set = (name, value) => {
  document.querySelector(`[name=${name}]`).value = value;
  document.forms[0].dispatchEvent(new Event("input"));
};
const tick = (value) => { document.querySelector(`[value=${value}]`).click(); };
const out = [];
try { %s } catch (error) { out.push(`error: ${error}`); }
const report = document.createElement("pre");
report.id = "report";
report.textContent = JSON.stringify(out);
document.body.append(report);
</script>
</body>"""


def run(tmp_path: Path, statements: tuple[FlowStatement, ...], script: str, size: str = "1300,1000") -> str:
    """What a script puts into ``out``, as JSON, after it ran on the page with every name on the network unknown."""
    page = tmp_path / "page.html"
    page.write_text(as_html(statements, FlowFilter()).decode().replace("</body>", DRIVER % script), encoding="utf-8")
    command = [
        str(CHROMIUM),
        *(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={tmp_path / 'profile'}",
        ),
        *(f"--window-size={size}", "--dump-dom", page.as_uri()),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="report">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    return unescape(found[1])


def test_every_flow_of_laos_is_an_arrow_and_a_line_of_the_list(tmp_path: Path) -> None:
    found = run(tmp_path, (*LAOS, *DOUBTFUL), 'out.push(arrows().length, document.querySelectorAll("aside .entry").length);')
    assert found == "[10,9]"


def test_a_click_on_an_arrow_shows_its_sentence(tmp_path: Path) -> None:
    script = """
    arrow("Laos → Malaysia").dispatchEvent(new MouseEvent("click"));
    out.push(...[...document.querySelectorAll("aside h2, aside blockquote, aside .badge")].map((e) => e.textContent));
    out.push(document.activeElement.tagName);
    """
    assert run(tmp_path, LAOS, script) == '["Laos → Malaysia","stated","LAO to MYS.","H2"]'


def test_the_same_from_the_keyboard_and_back(tmp_path: Path) -> None:
    script = """
    out.push(arrow("Within Laos").tabIndex);
    press(arrow("Within Laos"), "Enter");
    out.push(document.querySelector("aside blockquote").textContent, document.querySelectorAll(".chosen").length);
    press(document.body, "Escape");
    out.push(document.querySelectorAll("aside .entry").length, document.querySelectorAll(".chosen").length);
    """
    assert run(tmp_path, LAOS, script) == '[0,"LAO to LAO.",1,8,0]'


def test_a_way_through_laos_is_chosen_as_a_whole(tmp_path: Path) -> None:
    script = """
    arrow("Vietnam → Laos → Thailand").dispatchEvent(new MouseEvent("click"));
    out.push(document.querySelectorAll(".chosen").length, document.querySelectorAll("aside blockquote").length);
    """
    assert run(tmp_path, LAOS, script) == "[2,1]"


def test_filters_leave_what_they_say(tmp_path: Path) -> None:
    script = """
    const list = () => [...document.querySelectorAll("aside .entry")].map((e) => e.children[1].textContent);
    set("exploitation", "forced_marriage"); out.push(list());
    set("exploitation", ""); set("place", "VNM"); out.push(list());
    set("place", ""); set("year", "2012"); out.push(list());
    """
    assert run(tmp_path, (*LAOS, *PACIFIC), script) == (
        '[["Laos → China"],["Vietnam → Laos","Vietnam → Laos → Thailand"],'
        '["China → Fiji","Fiji → neighboring countries","Southeast Asia → Fiji","Within Fiji"]]'
    )


def test_denied_and_possible_flows_are_drawn_dashed_when_they_are_switched_on(tmp_path: Path) -> None:
    script = """
    out.push(arrows().map((a) => a.getAttribute("aria-label")));
    tick("possible"); tick("denied");
    const dash = (label) => arrow(label).querySelector(".shaft").getAttribute("stroke-dasharray");
    out.push(dash("Denied: Laos → Vietnam"), dash("Laos → Cambodia"));
    out.push(arrow("Denied").querySelectorAll(".head").length);
    """
    assert run(tmp_path, DOUBTFUL, script) == '[["Laos → Singapore, 1 statement"],"9 3 1.6 3","1.6 3.2",3]'


def test_nothing_that_a_document_says_is_run(tmp_path: Path) -> None:
    script = """
    arrows()[0].dispatchEvent(new MouseEvent("click"));
    out.push(document.querySelector("aside blockquote").textContent);
    out.push(document.images.length, performance.getEntriesByType("resource").length);
    """
    assert run(tmp_path, (HOSTILE,), script) == '["</script><script>alert(\'x\')</script> & \\"y\\" <!--",0,0]'


def test_of_five_hundred_flows_the_map_shows_what_can_be_read_and_the_list_all(tmp_path: Path) -> None:
    script = """
    out.push(document.querySelectorAll("aside .entry").length > 300, arrows().length < 110);
    out.push(/60 of the \\d+ flows/.test(document.getElementById("count").textContent));
    const boxes = [...document.querySelectorAll(".names text")].map((e) => e.getBoundingClientRect());
    const overlap = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5;
    out.push(boxes.length > 20, boxes.filter((a, n) => boxes.slice(n + 1).some((b) => overlap(a, b))).length);
    """
    assert run(tmp_path, tuple(crowd(500)), script) == "[true,true,true,true,0]"


def test_what_is_chosen_stays_chosen_when_the_map_moves(tmp_path: Path) -> None:
    script = """
    arrow("Laos → Malaysia").dispatchEvent(new MouseEvent("click"));
    document.getElementById("in").click();
    dispatchEvent(new Event("resize"));
    out.push(document.querySelectorAll(".chosen").length, document.querySelector("aside blockquote").textContent);
    """
    assert run(tmp_path, LAOS, script) == '[1,"LAO to MYS."]'


def test_a_map_can_be_zoomed_from_the_keyboard(tmp_path: Path) -> None:
    script = """
    const before = arrow("Laos → Malaysia").querySelector(".shaft").getTotalLength();
    document.getElementById("in").click();
    out.push(Math.round(10 * arrow("Laos → Malaysia").querySelector(".shaft").getTotalLength() / before) / 10 > 1.4);
    document.getElementById("whole").click();
    out.push(Math.abs(arrow("Laos → Malaysia").querySelector(".shaft").getTotalLength() - before) < 1);
    """
    assert run(tmp_path, LAOS, script) == "[true,true]"


def test_the_map_is_magnified_and_moved_with_keys_when_it_has_the_focus(tmp_path: Path) -> None:
    script = """
    const map = document.querySelector("#map svg"), x = () => arrow("Laos → Malaysia").querySelector(".shaft").getBoundingClientRect().x;
    const key = (key) => map.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    out.push(map.tabIndex);
    const whole = x(); key("ArrowRight"); out.push(x() === whole);
    key("+"); const near = x(); out.push(near !== whole);
    key("ArrowRight"); out.push(x() < near - 50);
    key("0"); out.push(Math.abs(x() - whole) < 1);
    """
    assert run(tmp_path, LAOS, script) == "[0,true,true,true,true]"


def test_dense_flows_can_be_read_as_a_table(tmp_path: Path) -> None:
    script = """
    set("view", "matrix");
    const rows = [...document.querySelectorAll("#matrix tr")].map((row) => [...row.children].map((e) => e.textContent));
    document.querySelector("#matrix button[aria-label^='Burma']").click();
    out.push(rows, document.getElementById("map").hidden, document.querySelectorAll("aside blockquote").length);
    set("view", "map");
    out.push(document.getElementById("matrix").hidden);
    """
    assert run(tmp_path, LAOS, script) == (
        '[[["from ↓ to →","Thailand","Laos","China","Malaysia"],["Laos","1","1","1","1"],["Vietnam","◇ 1","1","",""],'
        '["Burma","◇ 1","","",""],["China","◇ 1","","",""]],true,1,true]'
    )


def test_a_small_window_needs_no_scrolling_to_the_side(tmp_path: Path) -> None:
    script = "out.push(document.documentElement.scrollWidth <= innerWidth, document.querySelector('[name=limit]').value < 60);"
    assert run(tmp_path, tuple(crowd(100)), script, size="500,900") == "[true,true]"


def test_of_many_flows_some_that_are_drawn_go_through_a_third_place(tmp_path: Path) -> None:
    script = """
    set("limit", "12");
    out.push([...new Set(arrows().map((e) => e.getAttribute("aria-label").split(", ")[0]).filter((label) => label.split("→").length > 2))]);
    out.push(document.getElementById("count").textContent.includes("first, 2 at least through a third place; the list"));
    """
    direct = [said("LAO", code, fact=f"{code}{n}") for code in CODES[:20] if code != "LAO" for n in range(2)]
    ways = (said("KEN", "ARE", "UGA"), said("IND", "SAU", "NPL"), said("MMR", "MYS", "THA"))
    assert run(tmp_path, (*direct, *ways), script) == '[["India → Nepal → Saudi Arabia","Kenya → Uganda → United Arab Emirates"],true]'


def test_the_number_of_flows_follows_the_width_until_the_reader_sets_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(as_html(crowd(300), FlowFilter()))
    limit = "Number(document.querySelector('[name=limit]').value)"
    with browsing(tmp_path / "profile", width=1280) as browser:
        browser.open(page.as_uri())
        wide = browser.run(limit)
        browser.size(360, 800)
        narrow = browser.until(f"{limit} < {wide} && {limit}")
        browser.size(1280, 900)
        browser.until(f"{limit} === {wide}")
        browser.run("document.querySelector('[name=limit]').select()")
        browser.type("33")
        browser.size(360, 800)
        browser.until("document.querySelector('#map svg').viewBox.baseVal.width < 400")
        assert (wide, narrow, browser.run(limit)) == (60, 9, 33)
        assert browser.problems == []


def test_marks_that_are_moved_apart_keep_the_direction_in_which_their_countries_lie(tmp_path: Path) -> None:
    script = """
    const marks = [...document.querySelectorAll(".marks .mark")];
    const mark = (name) => marks.find((e) => e.querySelector("title").textContent.startsWith(name));
    const at = (name) => { const box = mark(name).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
    const [laos, vietnam, thailand, china] = ["Laos", "Vietnam", "Thailand", "China"].map(at);
    out.push(vietnam[0] > laos[0], vietnam[1] > laos[1], thailand[0] < laos[0], thailand[1] > laos[1]);
    out.push(thailand[0] < vietnam[0], china[1] < laos[1]);
    """
    flows = (*LAOS, said("ECU", "ITA"), said("COL", "ECU"), said("MWI", "ZAF"))
    assert run(tmp_path, flows, script, size="500,900") == "[true,true,true,true,true,true]"


def test_the_legend_of_the_page_explains_every_mark_that_the_map_holds(tmp_path: Path) -> None:
    script = """
    const key = () => [...document.querySelectorAll("#key section")].find((e) => e.textContent.startsWith("Marks")).querySelectorAll("li");
    const marks = () => [...key()].map((e) => e.textContent);
    tick("denied"); out.push(marks());
    set("place", "LAO"); out.push(marks());
    set("place", "VNM"); out.push(marks());
    """
    flows = (said("LAO", "LAO"), said("VNM", "KHM", polarity="negated"), said("ROU", "ITA", "AUT"))
    assert run(tmp_path, flows, script) == (
        '[["source: people are taken from here","transit","destination","within it only, or only denied"],'
        '["exploitation within it only"],["only in what is denied"]]'
    )


NEAREST = """
    const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
    const titled = (e) => e.querySelector("title").textContent.split(":")[0];
    const marks = new Map([...document.querySelectorAll(".marks .mark")].map((e) => [titled(e), middle(e.getBoundingClientRect())]));
    const names = [...document.querySelectorAll(".names text")].filter((e) => marks.has(e.textContent));
    const far = ({ left, right, top, bottom }, [x, y]) => Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
    const astray = names.filter((e) => { const box = e.getBoundingClientRect(), own = far(box, marks.get(e.textContent));
      return own > 110 || [...marks.values()].some((at) => far(box, at) < own - 14); });
"""


def test_a_name_stands_near_its_mark_or_is_left_out_and_shown_at_the_focus(tmp_path: Path) -> None:
    script = f"""
    {NEAREST}
    out.push(names.length > 8, astray.map((e) => e.textContent));
    out.push(/[1-9]\\d* names find no room and are left out/.test(document.getElementById("count").textContent));
    const quiet = [...document.querySelectorAll(".marks .mark[tabindex]")];
    const name = () => document.querySelector(".names .passing")?.textContent;
    quiet[0].focus(); const shown = name();
    out.push(quiet[0].getAttribute("aria-label").startsWith(shown));
    quiet[0].blur(); out.push(name() === undefined);
    """
    assert run(tmp_path, tuple(crowd(100)), script, size="768,1000") == "[true,[],true,true,true]"


def test_no_page_asks_anybody_and_every_way_to_show_flows_leads_to_sentences(tmp_path: Path) -> None:
    with browsing(tmp_path / "profile") as browser:
        for show in SHOWS:
            page = tmp_path / f"{show}.html"
            page.write_bytes(as_html(LAOS, FlowFilter(), looking(show)))
            for dark in (False, True):
                browser.dark(dark)
                browser.open(page.as_uri())
                browser.picture(PICTURES / f"file-{show}-{'dark' if dark else 'light'}.png")
            if show in ("sankey", "years"):
                browser.run("document.querySelector('svg a.flow[aria-label^=\"Laos → Malaysia\"]').focus()")
                browser.press("Enter")
                assert browser.until("document.querySelector('section:target blockquote')?.textContent") == "LAO to MYS."
            browser.size(1280, 900, zoom=2)
            assert browser.run("document.documentElement.scrollWidth <= innerWidth") is True
            browser.size(1280, 900)
        assert {address.partition("#")[0] for address in browser.requests} == {(tmp_path / f"{show}.html").as_uri() for show in SHOWS}
        assert browser.problems == []


def test_a_page_without_flows_says_so(tmp_path: Path) -> None:
    assert run(tmp_path, (), 'out.push(arrows().length, document.getElementById("count").textContent);') == '[0,"0 statements, 0 flows."]'


def test_no_arrow_crosses_the_mark_of_a_place_that_it_does_not_lead_to(tmp_path: Path) -> None:
    script = """
    const at = (name) => {
      const marks = [...document.querySelectorAll(".marks .mark")];
      const box = marks.find((e) => e.querySelector("title").textContent.startsWith(name)).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2, box.width / 2];
    };
    const near = (label, name) => {
      const path = arrow(label).querySelector(".shaft"), matrix = path.getScreenCTM(), [x, y, r] = at(name);
      const points = Array.from({ length: 800 }, (_, n) => path.getPointAtLength((n / 799) * path.getTotalLength()));
      return points.map((p) => p.matrixTransform(matrix)).some((p) => Math.hypot(p.x - x, p.y - y) < r);
    };
    out.push(near("Ecuador → Italy", "Spain"), near("Ecuador → Spain", "Italy"), near("Ecuador → Spain", "Spain"));
    """
    flows = (said("ECU", "ITA"), said("ECU", "ESP"), said("COL", "ECU"), said("ECU", "VEN"), said("NPL", "ZAF", "MWI"), *LAOS)
    assert run(tmp_path, flows, script, size="1400,1000") == "[false,false,false]"


def test_one_count_of_statements_is_shown_and_says_what_the_filters_leave_out(tmp_path: Path) -> None:
    script = """
    const texts = () => [...document.querySelectorAll("#count, header p, footer")].map((e) => e.textContent);
    const counts = () => texts().filter((words) => /\\d statement/.test(words));
    out.push(counts());
    tick("possible"); tick("denied");
    out.push(counts());
    """
    assert run(tmp_path, (*LAOS, *DOUBTFUL), script) == (
        '[["9 of 11 statements, 9 flows; the filters leave out the rest."],["11 statements, 11 flows."]]'
    )


def test_countries_are_gathered_into_regions_and_seldom_flows_left_out(tmp_path: Path) -> None:
    script = """
    const list = () => [...document.querySelectorAll("aside .entry")].map((e) => e.children[1].textContent);
    tick("denied"); set("by", "region"); out.push(list(), /United Nations M49/.test(document.getElementById("count").textContent));
    set("least", "2"); out.push(list());
    document.querySelector("aside .entry").click();
    out.push(document.querySelectorAll("aside blockquote").length);
    """
    flows = (*LAOS, *DOUBTFUL[1:2], said("ROU", "ITA", "AUT"))
    assert run(tmp_path, flows, script) == (
        '[["Within Southeast Asia","East Asia → Southeast Asia","Eastern Europe → Western Europe → Southern Europe",'
        '"Southeast Asia → East Asia"],true,["Within Southeast Asia"],6]'
    )


def test_the_page_opens_with_the_grouping_and_threshold_that_were_asked_for(tmp_path: Path) -> None:
    page = as_html(LAOS, FlowFilter(by="region", least=2)).decode()
    assert ('<option value="region" selected>' in page, 'name="least" min="1" max="9999" value="2"' in page) == (True, True)


def test_the_map_shows_the_part_of_the_world_that_the_filters_leave_until_it_is_moved(tmp_path: Path) -> None:
    script = """
    const apart = () => { const [a, b] = ["Laos", "China"].map((name) => [...document.querySelectorAll(".marks .mark")].find((e) =>
      e.querySelector("title").textContent.startsWith(name)).getBoundingClientRect()); return Math.hypot(a.x - b.x, a.y - b.y); };
    const before = apart();
    set("place", "LAO"); const near = apart();
    document.getElementById("whole").click(); const whole = apart();
    set("year", "2011");
    out.push(near > 2 * before, whole < near, Math.abs(apart() - whole) < 2);
    """
    assert run(tmp_path, (*LAOS, said("ECU", "ITA"), said("ECU", "USA")), script, size="1400,1000") == "[true,true,true]"


def test_the_neighbors_of_one_country_are_chosen_alone_or_with_those_of_all(tmp_path: Path) -> None:
    area = "region:neighboring-countries"
    script = f"""
    const list = () => [...document.querySelectorAll("aside .entry")].map((e) => e.children[1].textContent);
    set("place", "{area}:LAO"); out.push(list());
    set("place", "{area}"); out.push(list());
    document.querySelector("aside .entry").click();
    out.push(document.querySelector("aside h2").textContent, document.querySelector("aside blockquote").textContent);
    """
    flows = (said("LAO", f"{area}:LAO"), said("PER", f"{area}:PER", doc="PER-2012"), said("LAO", "THA"))
    assert run(tmp_path, flows, script) == (
        '[["Laos → neighboring countries of Laos"],["Laos → neighboring countries of Laos","Peru → neighboring countries of Peru"],'
        '"Laos → neighboring countries of Laos","LAO to region:neighboring-countries:LAO."]'
    )
