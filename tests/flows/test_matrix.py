"""Flows as a table: which square stands for what, that the legend says so, and that nothing is lost unsaid."""

from itertools import pairwise

import pytest

from kg.flows.drawing import text_width
from kg.flows.filters import FlowFilter, matching
from kg.flows.frame import WIDE
from kg.flows.matrix import SAMPLE, cells, matrix, side, square
from kg.flows.network import network
from kg.flows.palette import FORM_OF, SEVERAL, SEX
from kg.flows.shapes import Area, Line, Scene, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import words
from tests.flows.made import DOUBTFUL, LAOS, crowd, said
from tests.flows.made import SEX as SEXUAL

ALL = FlowFilter().of_any_certainty()


def drawn(statements: tuple[FlowStatement, ...]) -> Scene:
    found = matching(statements, ALL)
    return matrix(found, words(network(found), found, ALL, marks="Squares"), text_width)


def squares(picture: Scene) -> dict[tuple[str, ...], Area]:
    return {shape.flows: shape for shape in picture.shapes if isinstance(shape, Area) and shape.flows}


def texts(picture: Scene) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def test_every_pair_of_places_has_one_square_with_all_its_ways() -> None:
    found = drawn((*LAOS, said("VNM", "THA", doc="VNM-2012", exploitation=SEXUAL)))
    assert set(squares(found)) == {
        ("LAO>CHN",),
        ("LAO>LAO",),
        ("LAO>MYS",),
        ("LAO>THA",),
        ("VNM>LAO",),
        ("CHN>LAO>THA",),
        ("MMR>LAO>THA",),
        ("VNM>LAO>THA", "VNM>THA"),
    }
    assert squares(found)[("VNM>LAO>THA", "VNM>THA")].fill == SEVERAL.colour
    assert squares(found)[("LAO>LAO",)].fill == SEX.colour == FORM_OF["sex_trafficking"].colour


def test_the_square_stands_in_the_row_of_the_origin_and_the_column_of_the_destination() -> None:
    found = drawn((said("VNM", "THA"), said("LAO", "CHN")))
    ((left, top), _, (right, bottom), _) = squares(found)[("VNM>THA",)].rings[0]
    x, y = (left + right) / 2, (top + bottom) / 2
    names = {(shape.text, shape.turned): shape.at for shape in found.shapes if isinstance(shape, Text)}
    assert abs(names["Vietnam", False][1] - y) < abs(names["Laos", False][1] - y)
    assert abs(names["Thailand", True][0] - x) < abs(names["China", True][0] - x)


def test_area_grows_with_statements_and_one_is_still_seen() -> None:
    assert side(25, 100, 23.0) == 10.0
    assert side(1, 10_000, 23.0) == 4.5


def test_what_is_denied_is_empty_dashed_and_crossed_out_and_does_not_hide_what_is_affirmed() -> None:
    found = drawn((said("LAO", "VNM", polarity="negated"), said("LAO", "THA"), said("LAO", "THA", fact="no", polarity="negated")))
    assert set(squares(found)) == {("not LAO>VNM",), ("LAO>THA",)}
    assert squares(found)[("not LAO>VNM",)].fill == found.paper
    rims = [shape for shape in found.shapes if isinstance(shape, Line) and shape.flows == ("not LAO>VNM",)]
    assert [bool(rim.dash) for rim in rims] == [True]
    assert [(cell.line, cell.statements) for cell in cells(network([said("LAO", "VNM", polarity="negated")]))] == [("denied", 1)]


def test_a_small_square_has_as_many_dashes_in_its_rim_as_that_of_the_legend() -> None:
    def rim(half: float) -> Line:
        return next(shape for shape in square((0, 0), half, "#000000", "reported") if isinstance(shape, Line))

    small, legend = rim(2.25), rim(SAMPLE)
    assert small.width / legend.width == pytest.approx(2.25 / SAMPLE)
    assert [8 * 2.25 / sum(small.dash)] == pytest.approx([8 * SAMPLE / sum(legend.dash)])
    assert (rim(12).width, rim(12).dash) == (legend.width, legend.dash)


def test_the_legend_explains_what_is_there_and_only_that() -> None:
    assert {"Area: number of statements, not of victims", "also through a third place", "denied by the text"} <= set(
        texts(drawn((*LAOS, *DOUBTFUL)))
    )
    assert {"also through a third place", "denied by the text", "stated as a fact"}.isdisjoint(texts(drawn(LAOS[:3])))


def test_five_hundred_flows_have_a_square_each_or_are_said_to_be_left_out() -> None:
    found = drawn(tuple(crowd(500)))
    assert len(cells(network(crowd(500)))) == len(squares(found))
    assert not any("left out" in text for text in texts(found))
    many = drawn(tuple(said(f"region:r{n}", "LAO") for n in range(WIDE.rows + 5)))
    assert len(squares(many)) == WIDE.rows
    assert "5 pairs of places of which less is said are left out." in texts(many)


def test_names_of_rows_stand_apart_and_on_the_page() -> None:
    found = drawn(tuple(crowd(500)))
    rows = sorted(shape.at[1] for shape in found.shapes if isinstance(shape, Text) and shape.place and not shape.turned)
    size = next(shape.size for shape in found.shapes if isinstance(shape, Text) and shape.place)
    assert min(b - a for a, b in pairwise(rows)) > size
    assert all(0 < x < found.width and 0 < y < found.height for s in squares(found).values() for ring in s.rings for x, y in ring)
