"""Names stand over no mark and no other name, and get a line where they had to move away."""

from itertools import combinations

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
