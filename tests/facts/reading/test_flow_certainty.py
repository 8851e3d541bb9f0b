"""How sure flows are whose people are brought somewhere first, or whose one end is only heard of."""

import pytest

from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girls are reportedly taken to Oman, where they are forced into prostitution.", {"OMN": "reported"}),
        ("Girls may be taken to Oman, where they are forced into prostitution.", {"OMN": "possible"}),
        ("Girls are taken to Oman, where they are forced into prostitution.", {"OMN": "stated"}),
        ("Nepali men are trafficked to Oman and, reportedly, to Iraq for forced labor.", {"OMN": "stated", "IRQ": "reported"}),
        ("Nepali men are trafficked to Oman and allegedly to the Maldives for forced labor.", {"OMN": "stated", "MDV": "reported"}),
    ],
)
def test_what_is_only_heard_of_is_reported(read: Read, text: str, expected: dict[str, str]) -> None:
    found = [f for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)]
    assert {f.destination: f.certainty for f in found} == expected
