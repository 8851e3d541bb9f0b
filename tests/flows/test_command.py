"""What ``kg flows`` gets: tables, or a file in the format of its ending."""

from pathlib import Path

import pytest

from kg.errors import UsageProblem
from kg.flows.command import ENDINGS, FlowFilter, export_flows, write_flows
from tests.flows.test_statements import store


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return store(tmp_path / "store")


def test_without_a_file_the_tables_are_given(built: Path) -> None:
    assert write_flows(built, output=None, filters=FlowFilter()).startswith("1 statement, 1 document, 1 flow, 3 places, 0 within one place")


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("html", b"<!doctype html>"),
        ("svg", b"<?xml"),
        ("png", b"\x89PNG"),
        ("gexf", b"<?xml"),
        ("graphml", b"<?xml"),
        ("csv", b"id,origin"),
        ("json", b"{"),
        ("SVG", b"<?xml"),
    ],
)
def test_the_ending_says_the_format(built: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    output = tmp_path / f"flows.{ending}"
    assert write_flows(built, output=output, filters=FlowFilter()).endswith(": 1 flow\n")
    assert output.read_bytes().startswith(begins)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".part") == []


def test_csv_has_the_places_and_the_changes_beside_it(built: Path, tmp_path: Path) -> None:
    said = write_flows(built, output=tmp_path / "flows.csv", filters=FlowFilter())
    names = ("flows.csv", "flows-places.csv", "flows-changes.csv")
    assert said == f"{', '.join(str(tmp_path / name) for name in names)}: 1 flow\n"
    assert (tmp_path / "flows-changes.csv").read_text() == "country,before,after,change,id\n"
    assert (tmp_path / "flows-places.csv").read_text().startswith("id,label,kind,roles,")


def test_an_unknown_ending_is_refused_with_those_that_are_known(built: Path) -> None:
    with pytest.raises(UsageProblem, match=r"flows\.pdf: the ending says the format, and \.pdf is not known; use \.html, \.svg, \.png"):
        write_flows(built, output=Path("flows.pdf"), filters=FlowFilter())
    with pytest.raises(UsageProblem, match="and none is not known"):
        write_flows(built, output=Path("flows"), filters=FlowFilter())
    assert len(ENDINGS) == 7


def test_a_folder_that_does_not_exist_is_named(built: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"the folder .*nowhere does not exist; make it first"):
        write_flows(built, output=tmp_path / "nowhere" / "flows.svg", filters=FlowFilter())


def test_the_export_holds_what_is_affirmed_and_more_than_possible(built: Path) -> None:
    assert export_flows(built, "cytoscape").count(b'"target":') == 1
    assert b"not KHM" not in export_flows(built, "graphml")
