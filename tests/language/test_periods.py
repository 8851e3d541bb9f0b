"""Years, months, spans, and words for the reporting and the previous period."""

from collections.abc import Callable

import pytest

from kg.language.model import Annotated

CASES = [
    ("In 2010 police acted.", [("2010", "2010")]),
    ("In April 2010 they met.", [("2010-04", "April 2010")]),
    ("On April 6-8, 2010, they met.", [("2010-04", "April 6-8, 2010")]),
    ("The 2014-2018 plan lapsed.", [("2014/2018", "2014-2018")]),
    ("The 2012-13 budget rose.", [("2012/2013", "2012-13")]),
    ("From January to March 2013 nobody came.", [("2013-01/2013-03", "January to March 2013")]),
    ("Between 2005 and 2008 it grew.", [("2005/2008", "2005 and 2008")]),
    ("It grew in 2005 and 2008.", [("2005", "2005"), ("2008", "2008")]),
    ("During the reporting period it grew.", [("reporting", "During the reporting period")]),
    ("It grew during the year.", [("reporting", "during the year")]),
    ("It fell from 331 the previous year.", [("previous", "the previous year")]),
    ("It fell from the year before.", [("previous", "the year before")]),
    ("As in previous years, nobody came.", []),
    ("There were no reports during the year that anybody came.", [("reporting", "during the year")]),
    ("It ended during the year of his arrest.", []),
    ("In 2013, the last year available, nobody came.", [("2013", "2013")]),
    ("Children may work in May.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_periods_are_mentions_with_their_value(annotated: Callable[[str], Annotated], text: str, expected: list[tuple[str, str]]) -> None:
    found = [(m.value, text[m.start : m.end]) for s in annotated(text).sentences for m in s.of("period")]
    assert found == expected
