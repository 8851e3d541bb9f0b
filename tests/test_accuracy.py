"""The gate: on no gold may a figure fall below its floor, and floors only rise (``make floors``)."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, Kg

GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"

PARTS = ("dev", "test", "closed", "passages/dev", "passages/test")
OWN = [(GOLD / part / "gold", GOLD / part / "texts", GOLD / part / "floors.json") for part in PARTS]


@pytest.mark.parametrize(("gold", "texts", "floors"), OWN, ids=PARTS)
def test_no_figure_falls_below_its_floor_on_the_projects_gold(kg: Kg, gold: Path, texts: Path, floors: Path) -> None:
    ran = kg("evaluate", gold, "--texts", texts, "--floors", floors)
    assert ran.code == 0, f"{ran.out}\n{ran.err}"


@pytest.mark.skipif(not (SHARED / "gold" / "dev").is_dir(), reason="the wider gold is not beside this repository (../shared/gold/dev)")
def test_no_figure_falls_below_its_floor_on_the_wider_gold(kg: Kg) -> None:
    ran = kg("evaluate", SHARED / "gold" / "dev", "--texts", SHARED / "corpus", "--floors", GOLD / "shared-floors.json")
    assert ran.code == 0, f"{ran.out}\n{ran.err}"
