"""Areas made of words."""

import pytest

from tests.language.conftest import Annotate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They go to neighbouring countries.", [("region:neighboring-countries", "neighbouring countries")]),
        ("They go to other African countries.", [("region:africa", "African countries")]),
        ("They go to countries in the Gulf.", [("region:gulf", "countries in the Gulf")]),
        ("They go to South and Southeast Asia.", [("region:south-asia", "South"), ("region:southeast-asia", "Southeast Asia")]),
        (
            "They go to European and Middle Eastern countries.",
            [("region:europe", "European"), ("region:middle-east", "Middle Eastern countries")],
        ),
        ("They go to wealthier countries.", [("region:wealthier-countries", "wealthier countries")]),
    ],
)
def test_an_area_has_the_code_of_its_words(annotated: Annotate, text: str, expected: list[tuple[str, str]]) -> None:
    found = annotated(text)
    assert [(m.value, found.words(m.first, m.last)) for m in found.sentences[0].of("place")] == expected
