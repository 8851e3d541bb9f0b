"""Facts of one identity become one, and figures for the reporting period get its year."""

from kg.facts.model import Evidence
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.facts.unite import unite


def figure(period: str | None, start: int, value: float = 33) -> Statistic:
    return Statistic(doc="x", measure="convictions", value=value, unit="offenders", actor="LAO", period=period, evidence=(words(start),))


def words(start: int) -> Evidence:
    return Evidence(start, start + 2, "33")


def test_evidence_is_joined_and_the_stronger_certainty_wins() -> None:
    told = Statistic(doc="x", measure="calls", value=5, certainty="reported", evidence=(words(0),))
    again = Statistic(doc="x", measure="calls", value=5, evidence=(words(9),))
    assert unite([told, again]) == (Statistic(doc="x", measure="calls", value=5, evidence=(words(0), words(9))),)


def test_a_figure_of_the_reporting_period_and_of_the_year_before_the_report_is_one_with_the_year() -> None:
    tier = TierRanking(doc="x", country="LAO", tier="2", year=2011, evidence=(words(0),))
    assert unite([tier, figure("reporting", 4), figure("2010", 9)])[1:] == (
        Statistic(doc="x", measure="convictions", value=33, unit="offenders", actor="LAO", period="2010", evidence=(words(4), words(9))),
    )


def test_a_year_long_before_the_report_is_not_the_reporting_period() -> None:
    tier = TierRanking(doc="x", country="LAO", tier="2", year=2011, evidence=(words(0),))
    found = unite([tier, figure("reporting", 4), figure("2006", 9)])
    assert [f.period for f in found] == [None, "reporting", "2006"]


def test_without_a_ranking_only_the_latest_year_is_the_reporting_period() -> None:
    found = unite([figure("reporting", 0), figure("2009", 9), figure("2012", 20, value=7)])
    assert [f.period for f in found] == ["reporting", "2009", "2012"]
