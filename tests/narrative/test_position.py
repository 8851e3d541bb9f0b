"""How much of the inputs was read: it only grows, and ends at the whole."""

from pathlib import Path

from kg.narrative.position import Position
from kg.narrative.reading import read

PAGE = "<html><body><p>NEPAL (Tier 2)</p><p>Nepal is a source country for men.</p></body></html>"


def test_the_position_moves_on_with_what_is_read_and_ends_at_the_whole(tmp_path: Path) -> None:
    (tmp_path / "LAO-2011.txt").write_text("LAOS (Tier 2)\n\n" + "Laos is a source country for women.\n" * 100, encoding="utf-8")
    (tmp_path / "NPL-2011.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text('{"text": "Men beg.", "country": "FJI"}\n{"text": "", "country": "FJI"}\n', encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG" * 1000)
    position = Position()
    shares = [position.share for _ in read([str(tmp_path)], position=position)]
    assert position.total == sum((tmp_path / name).stat().st_size for name in ("LAO-2011.txt", "NPL-2011.html", "rows.jsonl"))
    assert shares == sorted(shares)
    assert 0.8 < shares[0] < shares[-1] < 1
    assert position.share == 1


def test_nothing_was_read_of_nothing(tmp_path: Path) -> None:
    position = Position()
    assert [issue.severity for issue in read([str(tmp_path)], position=position) if not hasattr(issue, "text")] == ["warning"]
    assert position.share == 0
