"""One person whom a sentence names, of whom it tells what courts and police did."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read
from .test_statistic_elided import told

CASES = [
    ("In May police arrested Abel Nomo, a farmer, for subjecting two boys to forced labor.", "arrests=1@2018-05"),
    ("On May 3, police arrested Mara Kolo on charges of trafficking girls.", "arrests=1@2018-05"),
    ("In June, Adel Harun was convicted of trafficking.", "convictions=1@2018-06"),
    ("In July former mayor Juan Pardo was convicted of trafficking.", "convictions=1@2018-07"),
    ("Josef Abema, owner of a brothel, was arrested for sex trafficking.", "arrests=1"),
    ("In May a businesswoman, Rada Perza, was charged with trafficking a man.", "prosecutions=1@2018-05"),
    ("In May a man was convicted of trafficking.", "convictions=1@2018-05"),
    ("The trafficking unit detained youth activist Mara Kolo.", ""),
    ("Prosecutors indicted former minister Adel Harun for trafficking in influence.", ""),
    ("The court convicted Mara Kolo and her husband of trafficking.", ""),
    ("Prosecutors charged Ana Rulo, Karl Dias, and Luis Moro with trafficking.", ""),
    ("The court convicted Ana Rulo of robbery.", ""),
    ("The ministry charged the National Council with preventing trafficking.", ""),
    ("The state charged Nelson Moro Hospital with the care of trafficking victims.", ""),
    ("Police arrested Kenya Airways staff for trafficking.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_who_is_named_is_one(read: Read, text: str, expected: str) -> None:
    found = [told(f) for f in read("LSO", 2018, text, section="other") if isinstance(f, Statistic)]
    assert sorted(found) == sorted(expected.split())
