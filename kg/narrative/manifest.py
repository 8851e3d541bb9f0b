"""The manifest: a CSV file that says country, year, title and source of files."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataProblem, UsageProblem
from kg.narrative import naming
from kg.narrative.corpora import separator
from kg.narrative.decoding import decode
from kg.narrative.inputs import real

COLUMNS = ("file", "country", "year", "title", "source")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one input beforehand; None where it is left to the document."""

    id: str | None = None
    country: str | None = None
    year: int | None = None
    title: str | None = None
    source: str | None = None


def read_manifest(path: Path) -> Mapping[Path, Mapping[str, str]]:
    """The rows by the file each is about, resolved against the manifest's folder.

    Raises UsageProblem if the manifest is missing, is no text, or lacks a column.
    """
    if not path.is_file():
        raise UsageProblem(f"{path}: there is no such manifest; give the path of a CSV file with the columns {','.join(COLUMNS)}[,id]")
    try:
        text = decode(path.read_bytes()).text
        mark = separator(text.partition("\n")[0])
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        columns = [column.strip() for column in table.fieldnames or ()]
        table.fieldnames = columns
        if missing := [column for column in COLUMNS if column not in columns]:
            lacks, has = ", ".join(missing), ", ".join(columns) or "none"
            raise UsageProblem(f"{path}: the manifest must have the columns {','.join(COLUMNS)}[,id]; it lacks {lacks} and has {has}")
        rows: dict[Path, Mapping[str, str]] = {}
        for cells in table:
            if cells["file"]:
                row, file = _row(cells, table.line_num), real(path.parent / cells["file"])
                _must_be_new(rows.get(file), row, path)
                rows[file] = row
    except (OSError, csv.Error, DataProblem, ValueError) as error:
        raise UsageProblem(f"{path}: the manifest cannot be read: {error}") from None
    return rows


def _must_be_new(before: Mapping[str, str] | None, row: Mapping[str, str], path: Path) -> None:
    if before:
        raise UsageProblem(f"{path}: lines {before['']} and {row['']} are about one file, {row['file']}; leave one of them out")


def _row(row: Mapping[str | None, str | list[str] | None], line: int) -> Mapping[str, str]:
    cells = {key: value.strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
    return {**cells, "": str(line)}


def entry(row: Mapping[str, str], path: Path) -> Entry:
    """What a manifest's row says; raises UsageProblem for an unknown country or a year that is none."""
    where = f"{path}, line {row.get('', '?')}"
    return Entry(
        row.get("id") or None,
        checked_country(row.get("country", ""), where),
        checked_year(row.get("year", ""), where),
        row.get("title") or None,
        row.get("source") or None,
    )


def checked_country(value: str, where: str) -> str | None:
    """The code of a country, given as its code in any case or as its name; None for an empty value."""
    if not value:
        return None
    code = value.upper() if naming.known_code(value.upper()) else naming.country_of(value)
    if code is None:
        raise UsageProblem(f"{where}: unknown country {value!r}; give its ISO 3166-1 alpha-3 code, such as LAO")
    return code


def checked_year(value: str, where: str) -> int | None:
    """A year of a report; None for an empty value."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) not in naming.YEARS:
        raise UsageProblem(f"{where}: {value!r} is no year of a report; give four digits, such as 2011")
    return int(value)
