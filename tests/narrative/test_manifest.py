"""The manifest says what files are about; what is wrong with it is told before anything is read."""

from pathlib import Path

import pytest

from kg.errors import UsageProblem
from kg.narrative.manifest import Entry, entry, read_manifest


def test_rows_are_found_by_the_file_they_are_about(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(
        "\ufefffile,country,year,title,source,id\na/x.txt,lao,2011,A title,A source,one\nb.txt,The Gambia,,,,\n", encoding="utf-8"
    )
    rows = read_manifest(path)
    assert {name.relative_to(tmp_path.resolve()).as_posix(): entry(row, path) for name, row in rows.items()} == {
        "a/x.txt": Entry("one", "LAO", 2011, "A title", "A source"),
        "b.txt": Entry(None, "GMB", None, None, None),
    }


NEEDED = "the manifest must have the columns file,country,year,title,source[,id]; it lacks"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "path,iso3,year\nx.txt,LAO,2011\n",
            f"{NEEDED} file, country, title, source and has path, iso3, year",
        ),
        (
            "",
            f"{NEEDED} file, country, year, title, source and has none",
        ),
        ("a\0b", "the manifest cannot be read: it is no text: it holds NUL bytes; save it as UTF-8 text"),
    ],
)
def test_wrong_columns_are_named(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageProblem) as raised:
        read_manifest(path)
    assert str(raised.value) == f"{path}: {problem}"


def test_a_missing_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="there is no such manifest"):
        read_manifest(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("x.txt,Atlantis,2011,,", "line 2: unknown country 'Atlantis'; give its ISO 3166-1 alpha-3 code, such as LAO"),
        ("x.txt,LAO,11,,", "line 2: '11' is no year of a report; give four digits, such as 2011"),
    ],
)
def test_a_row_with_an_unknown_country_or_year_is_told_with_its_line(tmp_path: Path, cells: str, problem: str) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(f"file,country,year,title,source\n{cells}\n", encoding="utf-8")
    (row,) = read_manifest(path).values()
    with pytest.raises(UsageProblem) as raised:
        entry(row, path)
    assert str(raised.value) == f"{path}, {problem}"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_spreadsheet_may_have_saved_it_with_semicolons_or_tabs(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text("file,country,year,title,source\nx.txt,LAO,2011,,\n".replace(",", mark), encoding="utf-8")
    (row,) = read_manifest(path).values()
    assert entry(row, path) == Entry(None, "LAO", 2011, None, None)
