"""Rows are read from a file or a folder, and a bad line is named."""

from pathlib import Path

import pytest

from kg.errors import DataProblem, UsageProblem
from kg.evaluation.gold import gold_hash, read_gold, read_texts, rows_of
from kg.facts.model import Evidence
from kg.facts.tier_ranking import TierRanking

ONE, TWO = '{"doc": "a", "kind": "flow"}', '{"doc": "b", "kind": "plan", "title": "é"}'


def test_a_folder_is_read_in_the_order_of_names_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.jsonl").write_text(f"\n{ONE}\n\n", encoding="utf-8")
    (tmp_path / "deep" / "c.jsonl").write_text(TWO, encoding="utf-8")
    (tmp_path / "a.txt").write_text("no gold", encoding="utf-8")
    assert read_gold(tmp_path) == ({"doc": "a", "kind": "flow"}, {"doc": "b", "kind": "plan", "title": "é"})
    assert read_gold(str(tmp_path / "b.jsonl")) == ({"doc": "a", "kind": "flow"},)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 is no JSON object"),
        ("[1]", "line 2 is no JSON object"),
        ('{"kind": "flow"}', "line 2: the fact has no doc"),
        ('{"doc": "a", "kind": 3}', "line 2: the fact has no kind"),
    ],
)
def test_a_line_that_is_no_fact_is_named(line: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{ONE}\n{line}\n", encoding="utf-8")
    with pytest.raises(DataProblem, match=said):
        read_gold(file)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataProblem, match=r"gold\.jsonl cannot be read as UTF-8"):
        read_gold(tmp_path)


def test_nothing_to_read_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="does not exist"):
        read_gold(tmp_path / "none.jsonl")
    with pytest.raises(UsageProblem, match=r"no \*\.jsonl"):
        read_gold(tmp_path)
    with pytest.raises(UsageProblem, match="is no folder"):
        read_texts(tmp_path / "none")


def test_the_hash_follows_names_and_contents_and_nothing_else(tmp_path: Path) -> None:
    for name, lines in {"one": f"{ONE}\n{TWO}\n", "same": f"{ONE}\r\n{TWO}\r\n", "other": f"{TWO}\n{ONE}\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "gold.jsonl").write_bytes(lines.encode())
    hashes = {name: gold_hash(tmp_path / name) for name in ("one", "same", "other")}
    assert hashes["one"] == hashes["same"] == gold_hash(tmp_path / "one" / "gold.jsonl")
    assert hashes["one"] != hashes["other"]


def test_texts_are_named_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "LAO-2011.txt").write_text("Laos", encoding="utf-8")
    (tmp_path / "deep" / "a.b.txt").write_text("A", encoding="utf-8")
    assert read_texts(tmp_path) == {"LAO-2011": "Laos", "a.b": "A"}


def test_facts_become_rows() -> None:
    fact = TierRanking(doc="a", country="LAO", tier="2", year=2011, evidence=(Evidence(0, 4, "Laos"),))
    assert rows_of([fact]) == (
        {
            "doc": "a",
            "kind": "tier_ranking",
            "country": "LAO",
            "tier": "2",
            "year": 2011,
            "polarity": "affirmed",
            "certainty": "stated",
            "period": None,
            "evidence": [{"start": 0, "end": 4, "quote": "Laos"}],
            "rule": None,
            "page": None,
        },
    )
