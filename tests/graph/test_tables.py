"""The CSV package: a table a kind that reads back exactly, described by its datapackage.json."""

import csv
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest

from kg.facts.kinds import KINDS
from kg.graph.selection import Selection
from kg.graph.store import open_store
from kg.graph.tables import write_tables
from tests.graph.made import TEXT, document, example, examples, filled, flow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "s", (document(), [*examples(), flow("MMR", None)]))


def written(path: Path, folder: Path, selection: Selection | None = None) -> Path:
    with open_store(path, write=False) as store:
        write_tables(store, folder, selection or Selection())
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_there_is_a_table_for_each_kind_for_documents_and_for_evidence(path: Path, tmp_path: Path) -> None:
    folder = written(path, tmp_path / "csv")
    names = {kind.kind.name for kind in KINDS} | {"documents", "evidence"}
    assert {p.name for p in folder.iterdir()} == {f"{name}.csv" for name in names} | {"datapackage.json"}


def test_a_flow_is_a_row_with_sets_separated_by_a_bar(path: Path, tmp_path: Path) -> None:
    (row,) = (r for r in rows(written(path, tmp_path / "csv") / "flow.csv") if r["origin"] == "LAO")
    fact = example(KINDS[2])
    assert fact.kind.name == "flow"
    assert {name: cell for name, cell in row.items() if name != "id"} == {
        "doc": "LAO-2011",
        "origin": "LAO",
        "destination": "THA",
        "via": "LAO",
        "victims": "women",
        "exploitation": "forced_labor",
        "sectors": "fishing",
        "trend": "increasing",
        "means": "debt",
        "from_place": "Savannakhet",
        "to_place": "Bangkok",
        "polarity": "affirmed",
        "certainty": "stated",
        "period": "2010",
        "rule": "made.rule",
        "page": "1",
        "quote": "Lao women are trafficked to Thailand through Burma.",
    }


def test_evidence_points_into_the_text(path: Path, tmp_path: Path) -> None:
    found = rows(written(path, tmp_path / "csv") / "evidence.csv")
    assert len(found) == len(KINDS) + 1
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["quote"] for row in found)


READ: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.get, "string": str}


def test_every_cell_is_of_the_type_and_among_the_values_that_the_package_says(path: Path, tmp_path: Path) -> None:
    folder = written(path, tmp_path / "csv")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    checked = 0
    for resource in package["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        for row in rows(folder / resource["path"]):
            assert list(row) == list(fields)
            for name, cell in row.items():
                if cell:
                    assert READ[fields[name]["type"]](cell) is not None
                    assert cell in fields[name].get("constraints", {}).get("enum", [cell])
                    checked += 1
    assert checked == 293


def test_only_the_tables_of_selected_kinds_are_written(path: Path, tmp_path: Path) -> None:
    folder = written(path, tmp_path / "csv", Selection(kinds=frozenset({"law"}), evidence=False))
    assert {p.name for p in folder.iterdir()} == {"law.csv", "documents.csv", "datapackage.json"}


def test_two_writings_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    first, second = written(path, tmp_path / "a"), written(path, tmp_path / "b")
    assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}


def test_another_program_finds_the_package_and_all_its_tables_valid(path: Path, tmp_path: Path) -> None:
    report = frictionless.validate(str(written(path, tmp_path / "csv") / "datapackage.json"))
    assert [error.message for task in report.tasks for error in task.errors] == []
    assert report.valid
    assert {task.name for task in report.tasks} == {kind.kind.name for kind in KINDS} | {"documents", "evidence"}


def test_another_program_finds_what_is_wrong_in_a_package(path: Path, tmp_path: Path) -> None:
    folder = written(path, tmp_path / "csv")
    table = folder / "flow.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("affirmed", "perhaps"), encoding="utf-8")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert {error.type for task in report.tasks for error in task.errors} == {"constraint-error"}


def test_without_evidence_there_is_no_quotation(path: Path, tmp_path: Path) -> None:
    folder = written(path, tmp_path / "csv", Selection(evidence=False))
    assert not (folder / "evidence.csv").exists()
    assert all("quote" not in row for row in rows(folder / "flow.csv"))
    assert frictionless.validate(str(folder / "datapackage.json")).valid
