"""A PDF on its way through the program: a fact's page is in the graph, in every export and in what is shown."""

import csv
import json
from pathlib import Path

from tests.conftest import Kg
from tests.narrative.papers import Style, report

LESOTHO = (
    "LESOTHO (Tier 2)",
    *("The Government of Lesotho held meetings on the matter, and the meetings were well attended by all who came." for _ in range(60)),
    "Men from Lesotho are subjected to forced labor in Qatar.",
)
MALAWI = ("MALAWI (Tier 3)", "Girls from Malawi are subjected to sex trafficking in Togo.")


def test_a_fact_of_a_pdf_tells_its_page(kg: Kg, tmp_path: Path) -> None:
    made = report([LESOTHO, MALAWI], Style(head="TRAFFICKING IN PERSONS REPORT 2012"))
    assert (made.begins, made.pages) == ((1, 2), 2)
    (tmp_path / "tip.pdf").write_bytes(made.data)
    shown = kg("inspect", tmp_path / "tip.pdf").out.splitlines()
    assert [line for line in shown if line.startswith("  pages")] == ["  pages           1 to 2", "  pages           2"]
    store = tmp_path / "store"
    assert kg("build", tmp_path / "tip.pdf", "--store", store).code == 0
    facts = [json.loads(line) for line in kg("export", "--store", store, "--format", "jsonl").out.splitlines()]
    pages = {(fact["doc"], fact["page"]) for fact in facts if fact["kind"] in {"flow", "tier_ranking"}}
    assert pages == {("tip/LSO-2012", 1), ("tip/LSO-2012", 2), ("tip/MWI-2012", 2)}
    (flow,) = (fact for fact in facts if fact["kind"] == "flow" and fact["doc"] == "tip/MWI-2012")
    assert "  page            2\n" in kg("explain", "--store", store, flow["id"].rpartition("/")[2]).out
    assert kg("export", "--store", store, "--format", "csv", "-o", tmp_path / "tables").code == 0
    with (tmp_path / "tables" / "flow.csv").open(encoding="utf-8", newline="") as table:
        assert {(row["doc"], row["page"]) for row in csv.DictReader(table)} == {("tip/LSO-2012", "2"), ("tip/MWI-2012", "2")}
