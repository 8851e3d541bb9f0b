"""Colours can be told apart with any colour vision, and are seen on land; widths grow with statements."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from kg.flows.marks import PAPER
from kg.flows.palette import DASHES, FORMS, OTHER, SEVERAL, UNSAID, form, stroke
from kg.vocabulary.schemes import tokens

VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is seen of linear RGB (Machado, Oliveira and Fernandes, Simulation of Color Vision Deficiency, 2009)."""

XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
DIFFERENT = 13
"""In CIE Lab (1976) 2.3 is a difference just noticed."""

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


def linear(colour: str) -> Vector:
    rgb = np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: Vector) -> Vector:
    xyz = np.array(XYZ) @ np.clip(rgb, 0, 1) / np.array([0.9505, 1, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(a: str, b: str) -> float:
    low, high = sorted(float(np.dot(XYZ[1], linear(colour))) for colour in (a, b))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("vision", sorted(VISION))
@pytest.mark.parametrize("page", ["colour", "dark"])
def test_any_two_forms_can_be_told_apart(vision: str, page: str) -> None:
    seen = [lab(np.array(VISION[vision]) @ linear(getattr(f, page))) for f in FORMS]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > DIFFERENT


def test_every_colour_stands_out_from_the_page() -> None:
    assert [f.name for f in FORMS if contrast(f.colour, PAPER) < 3 or contrast(f.dark, "#16191c") < 3] == []


def test_every_word_of_exploitation_has_a_form() -> None:
    forms = {token: form([token]).name for token in tokens("exploitation")}
    assert forms == {
        "sex_trafficking": "sex",
        "child_sex_tourism": "sex",
        "forced_labor": "labor",
        "domestic_servitude": "labor",
        "debt_bondage": "labor",
        "forced_marriage": "other",
        "forced_begging": "other",
        "forced_criminality": "other",
        "child_soldiering": "other",
        "organ_removal": "other",
        "slavery": "other",
    }
    assert (form([]), form(["slavery", "organ_removal"]), form(["slavery", "debt_bondage"])) == (UNSAID, OTHER, SEVERAL)


def test_only_what_is_stated_is_a_full_line() -> None:
    assert [line for line, dash in DASHES.items() if not dash] == ["stated"]


def test_lines_grow_with_statements_and_never_too_wide() -> None:
    for most in (1, 5, 30, 4000):
        widths = [stroke(n, most) for n in range(1, most + 1)]
        assert widths[0] == stroke(1, 1) == 1.9
        assert all(a < b or most > 1000 for a, b in pairwise(widths))
        assert widths == sorted(widths)
        assert widths[-1] <= 8.2
