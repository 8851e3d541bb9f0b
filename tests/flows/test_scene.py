"""The map as a page: what is drawn for which flow, that nothing hides anything, and that the rest is told."""

import re
from collections import Counter
from itertools import combinations
from math import hypot

import pytest

from kg.flows.drawing import text_width
from kg.flows.filters import FlowFilter, matching
from kg.flows.frame import wrapped
from kg.flows.legend import HOLLOW
from kg.flows.marks import INK
from kg.flows.network import network
from kg.flows.palette import DASHES, FORMS
from kg.flows.scene import LONGEST, scene
from kg.flows.selection import READABLE
from kg.flows.shapes import Area, Box, Disc, Line, Scene, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import spans, words
from kg.vocabulary.places import by_code
from tests.flows.made import DOUBTFUL, HOSTILE, LAOS, PACIFIC, crowd, said

ALL = FlowFilter().of_any_certainty()

CASES = {"Laos": LAOS, "Pacific": PACIFIC, "doubtful": (*LAOS, *DOUBTFUL), "forty": tuple(crowd(40)), "five hundred": tuple(crowd(500))}


def drawn(statements: tuple[FlowStatement, ...], wanted: FlowFilter = ALL) -> Scene:
    found = matching(statements, wanted)
    graph = network(found)
    return scene(graph, words(graph, found, wanted), text_width)


def lines(picture: Scene) -> list[Line]:
    return [shape for shape in picture.shapes if isinstance(shape, Line) and shape.flows]


def heads(picture: Scene) -> list[Area]:
    return [shape for shape in picture.shapes if isinstance(shape, Area) and shape.flows]


def on_map(picture: Scene, shape: Text | Disc) -> bool:
    y = shape.at[1] if isinstance(shape, Text) else shape.centre[1]
    return picture.clip[1] < y < picture.clip[3]


def names(picture: Scene) -> list[Text]:
    return [shape for shape in picture.shapes if isinstance(shape, Text) and shape.halo and on_map(picture, shape)]


def box(text: Text) -> Box:
    wide = text_width(text.text, text.size)
    left = text.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.at[1] - text.size * 0.72, left + wide, text.at[1]


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def texts(picture: Scene) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def test_every_flow_of_laos_is_drawn_and_the_way_through_it_as_one_path() -> None:
    assert {line.flows for line in lines(drawn(LAOS))} == {
        ("LAO>THA",),
        ("LAO>MYS",),
        ("LAO>CHN",),
        ("LAO>LAO",),
        ("VNM>LAO",),
        ("VNM>LAO>THA",),
        ("CHN>LAO>THA",),
        ("MMR>LAO>THA",),
        ("CHN>LAO>THA", "MMR>LAO>THA", "VNM>LAO>THA"),
    }
    assert [text.text for text in names(drawn(LAOS))] == ["Laos", "Thailand", "China", "Vietnam", "Burma", "Malaysia"]


def test_an_internal_flow_is_a_loop() -> None:
    (loop,) = [line for line in lines(drawn(LAOS)) if line.flows == ("LAO>LAO",)]
    assert loop.way == "cubic"
    assert hypot(loop.points[0][0] - loop.points[3][0], loop.points[0][1] - loop.points[3][1]) < 40


def test_a_way_through_a_place_is_a_double_line_and_has_one_colour() -> None:
    picture = drawn(LAOS)
    parts = [line for line in lines(picture) if "VNM>LAO>THA" in line.flows]
    cores = [shape.points for shape in picture.shapes if isinstance(shape, Line) and shape.width == 1.2 and shape.way == "quadratic"]
    assert len({part.colour for part in parts}) == 1
    assert [part.points in cores for part in parts] == [True, True]
    assert [line.points in cores for line in lines(picture) if line.flows == ("LAO>THA",)] == [False]


def test_denied_and_possible_flows_are_not_drawn_unless_asked_for_and_then_dashed() -> None:
    plain = drawn((*LAOS, *DOUBTFUL), FlowFilter())
    assert {flow for line in lines(plain) for flow in line.flows} & {"LAO>KHM", "not LAO>VNM", "LAO>VNM"} == set()
    assert "Cambodia" not in texts(plain)
    dashes = {line.flows: line.dash for line in lines(drawn((*LAOS, *DOUBTFUL)))}
    assert dashes["LAO>KHM",] == DASHES["possible"]
    assert dashes["not LAO>VNM",] == DASHES["denied"]
    assert dashes["LAO>SGP",] == DASHES["reported"]
    assert dashes["LAO>THA",] == ()


def test_a_denied_flow_is_crossed_out() -> None:
    rings: Counter[tuple[str, ...]] = Counter()
    for head in heads(drawn((*LAOS, *DOUBTFUL))):
        rings[head.flows] += len(head.rings)
    assert (rings["not LAO>VNM",], rings["LAO>THA",]) == (3, 1)


def test_ends_that_no_map_can_show_are_stubs_with_a_name() -> None:
    picture = drawn(PACIFIC)
    assert "neighboring countries" in texts(picture)
    assert texts(picture).count("?") == 2  # one on the map, one in the legend
    assert {"unknown>MHL", "FJI>region:neighboring-countries"} <= {flow for line in lines(picture) for flow in line.flows}


def test_flows_between_places_that_no_map_can_show_are_told() -> None:
    picture = drawn((said("region:neighboring-countries", None), said("LAO", "THA")))
    assert "1 flow between places that no map can show is left out." in texts(picture)
    assert [line.flows for line in lines(picture)] == [("LAO>THA",)]


def test_a_network_without_any_place_is_still_a_picture() -> None:
    picture = drawn((said("region:neighboring-countries", None),))
    assert lines(picture) == []
    empty = texts(drawn((), FlowFilter(origins=frozenset({"LAO"}))))
    assert empty == [
        "Trafficking flows",
        "What the reports say; one government's assessment. Arrows count statements, not victims.",
        "Only from Laos.",
        "No statement matches.",
        "Source: 0 statements in 0 documents. Map: Natural Earth.",
    ]


@pytest.mark.parametrize("case", sorted(CASES))
def test_names_overlap_neither_names_nor_marks_and_stay_on_the_map(case: str) -> None:
    picture = drawn(CASES[case])
    boxes = [box(text) for text in names(picture)]
    dots = [shape for shape in picture.shapes if isinstance(shape, Disc) and on_map(picture, shape) and shape.fill == INK]
    left, top, right, bottom = picture.clip
    assert len(boxes) >= 6
    assert len(dots) >= 3
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert [b for b in boxes for d in dots if overlap(b, (d.centre[0] - 1, d.centre[1] - 1, d.centre[0] + 1, d.centre[1] + 1))] == []
    assert all(left <= b[0] and b[2] <= right and top <= b[1] and b[3] <= bottom for b in boxes)


@pytest.mark.parametrize("case", sorted(CASES))
def test_every_place_has_a_name_on_the_map_or_in_a_note(case: str) -> None:
    picture = drawn(CASES[case])
    codes = {part.strip().partition(": ")[2] for text in texts(picture) for part in text.split(";")}
    (note,) = [text for text in texts(picture) if text.startswith("Without a name")] or [""]
    shown = {place for line in lines(picture) for flow in line.flows for place in re.split("[>+]", flow) if place.isupper()}
    assert len(shown) >= 4
    said = {text.text for text in names(picture)} | codes
    assert [code for code in shown if (label := by_code()[code].name) not in said and label not in note] == []


@pytest.mark.parametrize("case", sorted(CASES))
def test_arrow_heads_are_not_under_the_mark_that_they_point_to(case: str) -> None:
    picture = drawn(CASES[case])
    dots = [shape.centre for shape in picture.shapes if isinstance(shape, Disc) and on_map(picture, shape) and shape.fill == INK]
    tips = [ring[0] for head in heads(picture) for ring in head.rings]
    assert len(tips) >= 8
    assert [tip for tip in tips for dot in dots if hypot(tip[0] - dot[0], tip[1] - dot[1]) < 3] == []


@pytest.mark.parametrize("case", sorted(CASES))
def test_everything_lies_on_the_map(case: str) -> None:
    picture = drawn(CASES[case])
    left, top, right, bottom = picture.clip
    points = [point for line in lines(picture) for point in (line.points[0], line.points[-1])]
    assert all(left <= x <= right and top <= y <= bottom for x, y in points)


def test_of_many_flows_the_most_stated_are_shown_and_the_rest_is_told() -> None:
    statements = (*crowd(300), *(said("LAO", "THA", fact=f"more-{n}", doc=f"LAO-20{n}") for n in range(10, 20)))
    picture = drawn(statements)
    total = network(statements).number_of_edges()
    shown = {flow for line in lines(picture) for flow in line.flows}
    assert "LAO>THA" in shown
    assert len(shown) <= READABLE
    (note,) = [text for text in texts(picture) if "flows are shown" in text]
    assert note.startswith(f"{READABLE} of {total} flows are shown, those with most statements")
    assert f"{total - READABLE} are left out." in " ".join(texts(picture))


def test_the_legend_explains_what_the_map_holds() -> None:
    found = texts(drawn(LAOS))
    assert "Width: number of statements, not of victims" in found
    assert [text for text in found if text in {form.label for form in FORMS}] == [
        "Sex trafficking",
        "Forced labor",
        "Several forms",
        "Another form",
    ]
    assert [text for text in found if text.endswith(("statement", "statements"))] == ["1 statement", "3 statements"]
    assert "one way through a transit place" in found
    assert "place not named (abroad, foreign)" not in found
    assert "place not named (abroad, foreign)" in texts(drawn(PACIFIC))


def test_the_legend_explains_the_mark_of_a_place_that_is_neither_source_nor_transit_nor_destination() -> None:
    def hollow(*statements: FlowStatement) -> list[str]:
        return [text for text in texts(drawn(statements)) if text in HOLLOW.values()]

    within, denied = said("LAO", "LAO"), said("VNM", "THA", polarity="negated")
    assert hollow(within) == ["exploitation within it only"]
    assert hollow(denied) == ["only in what is denied"]
    assert hollow(within, denied) == ["within it only, or only denied"]
    assert hollow(*LAOS) == []


def test_marks_tell_of_flows_too_that_are_not_drawn() -> None:
    picture = drawn((*crowd(300), said("PRK", "PRK")))
    total = network((*crowd(300), said("PRK", "PRK"))).number_of_edges()
    assert f"Marks say what places are in all {total}." in " ".join(texts(picture))


def test_title_subtitle_and_source_say_whose_words_these_are() -> None:
    found = texts(drawn(LAOS))
    assert found.count("Trafficking flows: LAO-2011") == 1
    assert "What the report says; one government's assessment. Arrows count statements, not victims." in found
    assert "Source: 8 statements in 1 document, report of 2011. Map: Natural Earth." in found
    filtered = texts(drawn(PACIFIC, FlowFilter(destinations=frozenset({"FJI"}))))
    assert "Trafficking flows, reports of 2012–2013" in filtered
    assert "Only to Fiji." in filtered


def test_the_heading_says_that_flows_are_only_possible_only_reported_or_denied() -> None:
    def heading(polarity: str, *certainty: str) -> list[str]:
        wanted = FlowFilter(certainty=frozenset(certainty), polarity=frozenset(polarity.split()))
        return [text for text in texts(drawn((*LAOS, *DOUBTFUL), wanted)) if "LAO-2011" in text or text.startswith(("Only", "Also"))]

    assert heading("affirmed", "possible") == ["Possible trafficking flows: LAO-2011", "Only what is possible, at risk."]
    assert heading("affirmed", "reported") == ["Reported trafficking flows: LAO-2011", "Only what is reported or alleged."]
    assert heading("negated", "stated") == ["Denied trafficking flows: LAO-2011", "Only what is denied by the text."]
    assert heading("affirmed", "stated", "reported") == ["Trafficking flows: LAO-2011"]
    assert heading("affirmed negated", "stated", "reported", "possible") == [
        "Trafficking flows: LAO-2011",
        "Also what is possible, at risk or denied by the text.",
    ]


def test_a_long_title_is_cut_and_long_notes_are_wrapped() -> None:
    region = said("LAO", "region:" + "-".join(["far"] * 20), doc="LAO-2011")
    assert max(len(text.text) for text in names(drawn((region,)))) <= LONGEST
    long = said("LAO", "THA", title="A report " * 40)
    assert all(text_width(shape.text, shape.size) < 1120 for shape in drawn((long,)).shapes if isinstance(shape, Text))
    assert wrapped("one two three", 50, 10, lambda text, size: len(text) * size * 0.6) == ["one two", "three"]
    assert texts(drawn((HOSTILE,)))


def test_years_are_written_as_spans() -> None:
    assert spans([2011]) == "2011"
    assert spans([2011, 2012]) == "2011, 2012"
    assert spans([2019, 2004, 2010, 2009, 2011]) == "2004, 2009–2011, 2019"
