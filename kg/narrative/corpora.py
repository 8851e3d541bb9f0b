"""Corpora: CSV and JSON Lines files with one narrative a row."""

import codecs
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import IO

from kg.errors import DataProblem
from kg.narrative.decoding import GUESS, unmarked
from kg.vocabulary.tables import rows

COLUMNS = ("id", "text", "country", "year", "title", "source")
_SAMPLE = 1_000_000
_TRIED = 20
"""So many lines of JSON are looked at for one that is an object."""
TABLES = frozenset({".csv", ".tsv"})
ENDINGS = TABLES | {".jsonl", ".ndjson"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a corpus: its number from 1 and its cells, those of ``COLUMNS`` alone, or what is wrong with it."""

    number: int
    cells: Mapping[str, str]
    problem: str | None = None


def is_corpus(path: Path) -> bool:
    """Whether the file has a column ``text``; a table or a list of facts without it is no corpus."""
    return "text" in map(_column, columns(path))


def columns(path: Path) -> tuple[str, ...]:
    """The names of a file's columns; none if they cannot be told."""
    try:
        with _opened(path, encoding(path)) as file:
            if path.suffix.lower() in TABLES:
                return tuple(name.strip() for name in next(_reader(file), []))
            return next((tuple(value) for value in islice(_values(file), _TRIED) if isinstance(value, dict)), ())
    except (OSError, UnicodeError, csv.Error, ValueError, RecursionError):
        return ()


def _values(file: IO[str]) -> Iterator[object]:
    """The values of the lines; None for a broken one."""
    for line in file:
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield None


def encoding(path: Path) -> str:
    """UTF-16 where the file has its mark, UTF-8 where it begins as such, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if wide := unmarked(start):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return GUESS
    return "utf-8-sig"


def corpus_rows(path: Path) -> Iterator[Row]:
    """The rows of a corpus, one at a time; raises DataProblem where the rest of the file cannot be read."""
    form = encoding(path)
    with _opened(path, form) as file:
        try:
            yield from (_csv_rows if path.suffix.lower() in TABLES else _json_rows)(file)
        except UnicodeDecodeError as error:
            raise DataProblem(f"it is not {form} from here on ({error.reason}); save it as UTF-8") from None
        except csv.Error as error:
            raise DataProblem(f"it is no CSV from here on ({error})") from None


def _opened(path: Path, form: str) -> IO[str]:
    return path.open(encoding=form, newline="")


def _reader(file: IO[str]) -> Iterator[list[str]]:
    """The rows of a CSV file."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    first = file.readline()
    return csv.reader(chain([first], file), delimiter=separator(first))


def separator(first: str) -> str:
    """What parts the cells of a table: of comma, semicolon and tab the most frequent in its first line."""
    return max(",;\t", key=first.count)


def _csv_rows(file: IO[str]) -> Iterator[Row]:
    table = _reader(file)
    names = [name.strip() for name in next(table, [])]
    for number, cells in enumerate((cells for cells in table if cells), 1):
        yield Row(number, _known(dict(zip(names, cells, strict=False))))


def _json_rows(file: IO[str]) -> Iterator[Row]:
    number = 0
    for line in file:
        if not line.strip():
            continue
        number += 1
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Row(number, {}, f"it is no JSON ({error})")
            continue
        yield Row(number, _cells(value)) if isinstance(value, dict) else Row(number, {}, "it is no JSON object")


def _cells(value: Mapping[str, object]) -> Mapping[str, str]:
    return _known({name: str(cell) for name, cell in value.items() if cell is not None})


def _known(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells of known columns; where several are called one thing, the one with its very name, else the first."""
    found: dict[str, str] = {}
    for name, cell in cells.items():
        if (column := _column(name)) and (column == name or column not in found):
            found[column] = cell
    return found


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["column"] for row in rows("columns")}


@lru_cache(1_000)
def _column(name: str) -> str | None:
    """The column that a name means: in any case and spelling ("reportYear", "Report Year"), or by another word for it."""
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip().lstrip("\ufeff")).casefold()
    return _names().get(re.sub(r"[\s_-]+", "_", parts))
