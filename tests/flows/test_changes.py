"""Changes between the reports of one country."""

from kg.flows.changes import Change, changes
from kg.flows.network import network
from kg.flows.tables import text
from kg.flows.writers import changes_csv
from tests.flows.made import said

REPORTS = (
    said("LAO", "THA", doc="LAO-2006", country="LAO"),
    said("VNM", "THA", "LAO", doc="LAO-2006", country="LAO"),
    said("LAO", "THA", doc="LAO-2011", country="LAO"),
    said("LAO", "CHN", doc="LAO-2011", country="LAO"),
    said("LAO", "MYS", doc="LAO-2011", country="LAO", polarity="negated"),
    said("LAO", "THA", doc="LAO-2012", country="LAO"),
    said("THA", "ZAF", doc="THA-2011", country="THA"),
    said("KHM", "THA", doc="KHM-2011"),
)

FOUND = [
    Change("LAO", 2006, 2011, new=("LAO>CHN",), still=("LAO>THA",), gone=("VNM>LAO>THA",)),
    Change("LAO", 2011, 2012, new=(), still=("LAO>THA",), gone=("LAO>CHN",)),
]


def test_a_report_is_compared_with_the_one_before_it_on_the_same_country() -> None:
    assert changes(reversed(REPORTS)) == FOUND


def test_changes_have_a_table_that_says_what_they_do_not_prove() -> None:
    lines = text(network(REPORTS), FOUND).splitlines()
    assert "Laos       2006 to 2011    1      1     1" in lines
    assert "Laos       2011 to 2012    0      1     1" in lines
    assert [line for line in lines if line.startswith("new, still, gone: ") and "no proof that the flow began or ended" in line]
    assert "report on" not in text(network(REPORTS))


def test_changes_are_written_corridor_by_corridor() -> None:
    assert changes_csv(FOUND[:1]).decode().splitlines() == [
        "country,before,after,change,id",
        "LAO,2006,2011,new,LAO>CHN",
        "LAO,2006,2011,still,LAO>THA",
        "LAO,2006,2011,gone,VNM>LAO>THA",
    ]
