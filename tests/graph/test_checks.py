"""Checks across documents: each finds what it names in data made for it, and nothing in data without it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.facts.country_role import CountryRole
from kg.facts.flow import Flow
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.graph.checks import Check, check_store, list_checks
from kg.graph.store import open_store
from tests.graph.expected import gold_store
from tests.graph.made import TEXT, document, filled, quoted


def said(kind: type[Fact], report_year: int, /, *, about: str = "LAO", copy: str = "", **fields: Any) -> Fact:
    return kind(doc=f"{about}-{report_year}{copy}", evidence=(quoted("Train police."),), **fields)


def figure(year: int, value: float) -> Fact:
    return said(Statistic, year, measure="arrests", value=value, period="2010")


def body(year: int, name: str, acronym: str | None, type: str | None = None) -> Fact:
    return said(Organization, year, name=name, acronym=acronym, country="LAO", type=type)


def law(report_year: int, /, **fields: Any) -> Fact:
    return said(Law, report_year, title="Penal Code", country="LAO", **fields)


def tier(tier: str, copy: str = "") -> Fact:
    return said(TierRanking, 2011, copy=copy, country="LAO", year=2011, tier=tier)


def flow(about: str, **fields: Any) -> Fact:
    return said(Flow, 2011, about=about, origin="LAO", destination="THA", **fields)


WRONG: dict[str, tuple[list[Fact], str]] = {
    "contradicting-figures": ([figure(2011, 1), figure(2012, 2)], "LAO-2011 says “Train police.”"),
    "organization-with-two-acronyms": ([body(2011, "Ministry", "MI"), body(2012, "the Ministry", "MO")], "Ministry is MI and MO"),
    "acronym-of-two-organizations": (
        [body(2011, "Ministry of Interior", "MOI"), body(2012, "Ministry of Information", "MOI")],
        "MOI is Ministry of Information and Ministry of Interior",
    ),
    "organization-of-two-types": (
        [body(2011, "Union", None, "ngo"), body(2012, "Union", None, "mass_organization")],
        "Union is mass_organization and ngo",
    ),
    "law-with-two-years": ([law(2011, year=2005), law(2012, year=2006)], "Penal Code is of 2005 and of 2006"),
    "law-with-two-penalties": (
        [law(2011, penalty_max_months=60), law(2012, penalty_max_months=84)],
        "Penal Code has at most 60 months and at most 84 months",
    ),
    "flow-affirmed-and-denied": ([flow("LAO"), flow("THA", polarity="negated")], "LAO-2011 says “Train police.”"),
    "role-affirmed-and-denied": (
        [said(CountryRole, 2011, about=a, country="LAO", role="source", polarity=p) for a, p in (("LAO", "affirmed"), ("THA", "negated"))],
        "LAO-2011 says “Train police.”",
    ),
    "two-tiers-in-a-year": ([tier("1"), tier("2")], "LAO in 2011 is on tier 1 and on tier 2"),
    "tier-unlike-header": ([tier("2")], "the header has tier 2WL"),
    "two-narratives-of-a-year": ([tier("2WL"), tier("2WL", "-copy")], "the other is LAO-2011"),
}
"""Facts that have the problem, and how it is told; the header of every document made for these tests has tier 2WL."""

FINE: dict[str, list[Fact]] = {
    "contradicting-figures": [figure(2011, 1), figure(2012, 1)],
    "organization-with-two-acronyms": [body(2011, "Ministry", "MI"), body(2012, "the Ministry", "MI")],
    "acronym-of-two-organizations": [body(2011, "Ministry of Labor", "ML"), body(2012, "Ministry of Labor and Welfare", "ML")],
    "organization-of-two-types": [body(2011, "Union", None, "ngo"), body(2012, "Union", None)],
    "law-with-two-years": [law(2011, year=2005), law(2012)],
    "law-with-two-penalties": [law(2011, penalty_max_months=60), law(2012, provision="Article 3", penalty_max_months=84)],
    "flow-affirmed-and-denied": [flow("LAO"), said(Flow, 2012, origin="LAO", destination="THA", polarity="negated")],
    "role-affirmed-and-denied": [said(CountryRole, 2011, country="LAO", role=r) for r in ("source", "transit")],
    "two-tiers-in-a-year": [tier("2WL"), said(TierRanking, 2012, country="LAO", year=2012, tier="2")],
    "tier-unlike-header": [tier("2WL"), said(TierRanking, 2011, country="THA", year=2011, tier="3")],
    "two-narratives-of-a-year": [tier("2WL"), flow("THA")],
}


def found(path: Path, facts: Sequence[Fact]) -> dict[str, list[str]]:
    """What each check tells of a store of these facts."""
    docs = sorted({fact.doc for fact in facts})
    texts = {d: TEXT if len(d) == len("LAO-2011") else f"{TEXT}{TEXT.replace('a', 'e')}" for d in docs}
    pairs = [(document(d, text=texts[d], country=d[:3], year=int(d[4:8])), [f for f in facts if f.doc == d]) for d in docs]
    with open_store(filled(path, *pairs), write=False) as store:
        return {check.name: [str(finding) for finding in told] for check, told in check_store(store)}


def test_the_checks_are_known_by_name() -> None:
    assert sorted(check.name for check in list_checks()) == sorted(WRONG) == sorted(FINE)


@pytest.mark.parametrize("check", list_checks(), ids=lambda c: c.name)
def test_a_check_says_problem_and_remedy_and_is_never_a_violation(check: Check) -> None:
    assert check.severity in ("warning", "info")
    for words in (check.problem, check.remedy):
        assert re.fullmatch(r"[A-Z].+\.", words)


@pytest.mark.parametrize("check", list_checks(), ids=lambda c: c.name)
def test_a_check_finds_its_problem_and_tells_of_it(tmp_path: Path, check: Check) -> None:
    facts, told = WRONG[check.name]
    (finding,) = found(tmp_path / "s", facts)[check.name]
    assert finding.startswith(f"{check.severity}: ")
    assert finding.endswith(f": {check.problem.rstrip('.')}: {told}. {check.remedy}")
    assert "“Train police.”: " in finding or check.name == "two-narratives-of-a-year"


@pytest.mark.parametrize("check", list_checks(), ids=lambda c: c.name)
def test_a_check_finds_nothing_where_the_problem_is_not(tmp_path: Path, check: Check) -> None:
    assert found(tmp_path / "s", FINE[check.name])[check.name] == []


def test_validation_of_a_store_tells_of_checks_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--store", str(gold_store(tmp_path / "s"))]) == 0
    printed = capsys.readouterr()
    assert [line.split(":")[0] for line in printed.out.splitlines()] == ["warning"]
    assert "An earlier report gives another number for the same measure and year: MWI-2019 says" in printed.out
    assert printed.err == "no violation, 1 warning\n"
