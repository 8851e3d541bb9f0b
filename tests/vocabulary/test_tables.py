"""Tables are read by their header, and a broken row is named."""

from importlib.resources import files

import pytest

from kg.vocabulary import tables
from kg.vocabulary.tables import listed, rows


def _named() -> list[str]:
    root = files("kg.vocabulary")
    folders = [("", root), *((f"{name}/", root / name) for name in ("cues", "schemes"))]
    return sorted(prefix + f.name.removesuffix(".tsv") for prefix, folder in folders for f in folder.iterdir() if f.name.endswith(".tsv"))


def test_every_table_has_rows_as_wide_as_its_header_and_cells_without_stray_blanks() -> None:
    names = _named()
    assert {"places", "regions", "homonyms", "schemes/role"} <= set(names)
    for name in names:
        assert rows(name), name
        assert [(name, row, cell) for row in rows(name) for cell in row.values() if cell != cell.strip()] == []


def test_no_table_repeats_a_row() -> None:
    for name in _named():
        found = [tuple(row.values()) for row in rows(name)]
        assert len(found) == len(set(found)), name


def test_a_cell_of_several_values_is_split_at_the_bar() -> None:
    assert listed("Lao|Laotian|Laotians") == ("Lao", "Laotian", "Laotians")
    assert listed("") == ()


def test_a_row_that_lacks_a_cell_is_named_with_table_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Folder:
        def __truediv__(self, name: str) -> "Folder":
            return self

        def read_text(self, encoding: str) -> str:
            return "# a comment\na\tb\n1\t2\nonly one\n"

    monkeypatch.setattr(tables, "files", lambda package: Folder())
    with pytest.raises(ValueError, match=r"broken\.tsv, line 4: 1 cells, but the header has 2"):
        rows.__wrapped__("broken")
