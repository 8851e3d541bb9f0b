"""Numbers as written: values, ranges, bounds, shares and money."""

from collections.abc import Callable

import pytest

from kg.language.model import Annotated

CASES = [
    ("Police arrested 1,250 people.", [(1250.0, None, None, "exactly", "", "1,250")]),
    ("Thirty-three men were freed.", [(33.0, None, None, "exactly", "", "Thirty-three")]),
    ("One hundred and three were women.", [(103.0, None, None, "exactly", "", "One hundred and three")]),
    ("It spent 1.5 million kip.", [(1_500_000.0, None, None, "exactly", "", "1.5 million")]),
    ("At least 43 were children.", [(43.0, None, None, "at_least", "", "At least 43")]),
    ("No fewer than 30 were men.", [(30.0, None, None, "at_least", "", "No fewer than 30")]),
    ("Up to 20 were fined.", [(20.0, None, None, "at_most", "", "Up to 20")]),
    ("There were 150 or more.", [(150.0, None, None, "at_least", "", "150 or more")]),
    ("Slightly over half was spent.", [(50.0, None, None, "more_than", "percent", "over half")]),
    ("Nine in 10 were girls.", [(90.0, None, None, "exactly", "percent", "Nine in 10")]),
    ("One call in ten came from a girl.", [(10.0, None, None, "exactly", "percent", "One call in ten")]),
    ("It ran three shelters in four provinces.", [(3.0, None, None, "exactly", "", "three"), (4.0, None, None, "exactly", "", "four")]),
    ("About 12 per cent were boys.", [(12.0, None, None, "approximately", "percent", "About 12 per cent")]),
    ("Between 250 and 300 left.", [(None, 250.0, 300.0, "exactly", "", "Between 250 and 300")]),
    ("They pay $70 to $200.", [(None, 70.0, 200.0, "exactly", "USD", "$70 to $200")]),
    ("It gave 30,000 euros.", [(30_000.0, None, None, "exactly", "EUR", "30,000 euros")]),
    ("Tens of thousands left.", [(None, 10_000.0, None, "at_least", "", "Tens of thousands")]),
    ("Several dozen were held.", [(None, 24.0, None, "at_least", "", "Several dozen")]),
    ("Dozens were held.", [(None, 24.0, None, "at_least", "", "Dozens")]),
    ("Fees run from a few hundred to several thousand dollars.",
     [(None, 100.0, None, "at_least", "USD", "few hundred to several thousand dollars")]),
    ("It lasted four and a half years.", [(4.5, None, None, "exactly", "", "four and a half")]),
    ("It fell from 31 to 18.", [(31.0, None, None, "exactly", "", "31"), (18.0, None, None, "exactly", "", "18")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_are_read_with_what_bounds_them(annotated: Callable[[str], Annotated], text: str, expected: list[object]) -> None:
    found = [(q.value, q.min, q.max, q.comparator, q.unit, text[q.start : q.end]) for s in annotated(text).sentences for q in s.quantities]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third of the women came home.", (33.0, None, "approximately", "percent")),
        ("Two-thirds of them were girls.", (66.0, None, "approximately", "percent")),
        ("Three quarters of them were girls.", (75.0, None, "exactly", "percent")),
        ("Several hundred men came home.", (None, 100.0, "at_least", "")),
        ("He got between two and four and a half years.", (None, 2.0, "exactly", "")),
    ],
)
def test_parts_of_a_whole_and_open_numbers(annotated: Callable[[str], Annotated], text: str, expected: object) -> None:
    found = annotated(text).sentences[0].quantities[0]
    assert (found.value, found.min, found.comparator, found.unit) == expected


def test_the_first_half_of_a_year_is_no_share(annotated: Callable[[str], Annotated]) -> None:
    assert annotated("In the first half of the year nothing happened.").sentences[0].quantities == ()


@pytest.mark.parametrize("figure", ["9" * 16, "1" + "0" * 400, ",".join(["999"] * 120), "7 " + "billion " * 40, "9" * 251])
def test_a_figure_too_large_to_count_anything_is_no_quantity(annotated: Callable[[str], Annotated], figure: str) -> None:
    assert [q.value for s in annotated(f"Police arrested {figure} traffickers and freed 12 women.").sentences for q in s.quantities] == [
        12.0
    ]
