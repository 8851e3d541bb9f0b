"""Small maps by year: the same part of the world and the same widths on all, and nothing that reads like an end of a flow."""

from kg.flows.drawing import text_width
from kg.flows.filters import FlowFilter, matching
from kg.flows.looks import titles_as
from kg.flows.network import network
from kg.flows.panels import MOST, YEARS, panels, years_of
from kg.flows.shapes import Area, Line, Scene, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import words
from tests.flows.made import DOUBTFUL, LAOS, PACIFIC, crowd, said

USUAL = FlowFilter()

TWO = (*(said("LAO", "THA", fact=str(n)) for n in range(6)), said("LAO", "THA", doc="LAO-2012"), said("VNM", "LAO", doc="LAO-2012"))


def drawn(statements: tuple[FlowStatement, ...], wanted: FlowFilter = USUAL) -> Scene:
    found = matching(statements, wanted)
    return panels(found, words(network(found), found, wanted), text_width)


def lines(picture: Scene) -> dict[tuple[str, ...], Line]:
    return {shape.flows: shape for shape in picture.shapes if isinstance(shape, Line) and shape.flows}


def texts(picture: Scene) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def frames(picture: Scene) -> list[tuple[float, ...]]:
    return sorted({shape.clip for shape in picture.shapes if isinstance(shape, Area) and shape.clip}, key=lambda box: (box[1], box[0]))


def test_every_year_has_its_map_with_its_own_flows() -> None:
    found = drawn(TWO)
    assert set(lines(found)) == {("2011 LAO>THA",), ("2012 LAO>THA",), ("2012 VNM>LAO",)}
    assert {"2011", "2012", "6 statements, 1 document", "2 statements, 1 document", YEARS} <= set(texts(found)) | {
        " ".join(texts(found)[-4:-2])
    }


def test_widths_mean_the_same_in_all_years() -> None:
    found = lines(drawn(TWO))
    assert found[("2011 LAO>THA",)].width > found[("2012 LAO>THA",)].width == found[("2012 VNM>LAO",)].width


def test_maps_stand_side_by_side_and_show_the_same_part_of_the_world() -> None:
    found = frames(drawn((*LAOS, *PACIFIC)))
    assert len(found) == len(years_of(matching((*LAOS, *PACIFIC), USUAL))) == 4
    assert len({(round(right - left, 3), round(bottom - top, 3)) for left, top, right, bottom in found}) == 1
    assert [round(box[1], 3) for box in found[:3]] == [round(found[0][1], 3)] * 3
    assert found[3][1] > found[0][3]


def test_arrows_of_a_year_stay_within_its_map() -> None:
    picture = drawn(tuple(crowd(500)))
    for line in lines(picture).values():
        assert any(
            all(left - 2 <= x <= right + 2 and top - 2 <= y <= bottom + 2 for x, y in (line.points[0], line.points[-1]))
            for left, top, right, bottom in frames(picture)
        )


def test_a_crowded_year_says_how_many_flows_it_shows() -> None:
    found = texts(drawn(tuple(crowd(500))))
    assert any(text.endswith(f"only {MOST} of 34 flows drawn") for text in found)
    note = f"A map shows no more than {MOST} flows, those with most statements; its heading says of how many, and marks tell of all."
    assert note in found


def test_statements_without_a_year_are_said_to_be_left_out() -> None:
    assert "1 statement of documents without a year is left out." in texts(drawn((*LAOS, said("LAO", "KHM", year=None))))


def test_a_flow_of_a_year_has_the_sentence_of_that_year() -> None:
    found = titles_as("years", TWO)
    assert found["2012 LAO>THA"] == "Laos → Thailand (stated; 1 statement; 2012)\n“LAO to THA.”"
    assert found["2011 LAO>THA"] == "Laos → Thailand (stated; 6 statements; 2011)\n“LAO to THA.”"


def test_denied_and_possible_flows_are_off_and_dashed_when_on() -> None:
    assert set(lines(drawn(DOUBTFUL))) == {("2011 LAO>SGP",)}
    found = lines(drawn(DOUBTFUL, USUAL.of_any_certainty()))
    assert all(line.dash for line in found.values())
    assert len(found) == 3
