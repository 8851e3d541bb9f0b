"""Names stand over no mark and no other name, nearest to their own mark, and get a line where they had to move away."""

from itertools import combinations
from math import hypot

import pytest

from kg.flows.labels import Cover, Label, Wanted, placed
from kg.flows.projection import Point
from kg.flows.shapes import Box

PAGE = (0.0, 0.0, 600.0, 400.0)


def width(text: str, size: float) -> float:
    return len(text) * size * 0.6


def wanted(name: str, at: Point) -> Wanted:
    return Wanted(name, name, name[:3].upper(), at, 8.0, 11.0)


def box(label: Label) -> Box:
    wide = width(label.text, label.size)
    left = label.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.at[1] - 8, left + wide, label.at[1]


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_a_lone_name_stands_to_the_right_of_its_mark() -> None:
    (label,) = placed([wanted("Laos", (300, 200))], Cover(PAGE), width)
    assert (label.text, label.anchor, label.leader) == ("Laos", "start", None)
    assert label.at == pytest.approx((311.5, 204.07))


def test_a_name_at_the_right_edge_stands_to_the_left() -> None:
    (label,) = placed([wanted("Thailand", (590, 200))], Cover(PAGE), width)
    assert label.anchor == "end"


def test_a_name_with_no_room_near_by_gets_a_line() -> None:
    cover = Cover(PAGE)
    cover.cover((200, 150, 400, 250))
    (label,) = placed([wanted("Laos", (300, 200))], cover, width)
    assert label.leader is not None
    assert not overlap(box(label), (200, 150, 400, 250))


@pytest.mark.parametrize("spacing", [14, 24, 60])
def test_no_two_names_overlap_and_none_covers_a_mark(spacing: int) -> None:
    marks = [(300.0 + spacing * (n % 5 - 2), 200.0 + spacing * (n // 5 - 2)) for n in range(25)]
    cover = Cover(PAGE)
    for x, y in marks:
        cover.cover((x - 5, y - 5, x + 5, y + 5))
    labels = placed([wanted(f"Country {n}", at) for n, at in enumerate(marks)], cover, width)
    boxes = [box(label) for label in labels]
    assert len(boxes) == 25
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert [b for b in boxes for x, y in marks if overlap(b, (x - 5, y - 5, x + 5, y + 5))] == []
    assert all(PAGE[0] <= b[0] and b[2] <= PAGE[2] and PAGE[1] <= b[1] and b[3] <= PAGE[3] for b in boxes)


def test_lines_are_crossed_rather_than_marks_covered() -> None:
    cover = Cover(PAGE)
    cover.line([(x, 200.0) for x in range(600)], 1.0)
    (label,) = placed([wanted("Laos", (300, 200))], cover, width)
    assert not overlap(box(label), (0, 199.5, 600, 200.5))


def reach(label: Box, at: Point) -> float:
    return hypot(max(label[0] - at[0], 0, at[0] - label[2]), max(label[1] - at[1], 0, at[1] - label[3]))


@pytest.mark.parametrize("spacing", [14, 24, 60])
def test_no_name_is_nearer_to_another_mark_than_to_its_own(spacing: int) -> None:
    marks = {f"Country {n}": (300.0 + spacing * (n % 5 - 2), 200.0 + spacing * (n // 5 - 2)) for n in range(25)}
    cover = Cover(PAGE)
    for name, at in marks.items():
        cover.mark(name, at, 5.0)
    labels = placed([Wanted(name, name, name[8:], at, 5.0, 11.0) for name, at in marks.items()], cover, width)
    assert len(labels) >= 12
    boxes = {label.id: box(label) for label in labels}
    assert [(name, other) for name in boxes for other in marks if reach(boxes[name], marks[other]) < reach(boxes[name], marks[name])] == []


def test_a_name_that_finds_no_room_on_the_map_is_left_out() -> None:
    assert (
        placed(
            [Wanted("far", "a name as wide as the page is, and wider", "as wide as the page", (30, 20), 5.0, 11.0)],
            Cover((0, 0, 60, 40)),
            width,
        )
        == []
    )


def test_a_name_beneath_the_edge_of_the_map_is_shifted_into_it() -> None:
    cover = Cover(PAGE)
    cover.mark("Laos", (455, 200), 7.0)
    cover.mark("way", (585, 200), 3.0)
    (label,) = placed([Wanted("way", "neighboring areas", "neighboring areas", (585, 200), 3.0, 11.0)], cover, width)
    assert box(label)[2] <= 600
    assert reach(box(label), (585, 200)) < reach(box(label), (455, 200))
