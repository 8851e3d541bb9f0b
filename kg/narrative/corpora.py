"""Corpora: CSV and JSON Lines files with one narrative a row."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.errors import DataProblem

COLUMNS = ("id", "text", "country", "year", "title", "source")
ENDINGS = frozenset({".csv", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a corpus: its number from 1 and its cells, those of ``COLUMNS`` alone, or what is wrong with it."""

    number: int
    cells: Mapping[str, str]
    problem: str | None = None


def is_corpus(path: Path) -> bool:
    """Whether the file has a column ``text``; a table or a list of facts without it is no corpus."""
    try:
        return "text" in _columns(path)
    except (OSError, UnicodeError, csv.Error, ValueError, RecursionError):
        return False


def columns_of(path: Path) -> str:
    """The names of a file's columns, for a message; "none" if it cannot be told."""
    try:
        return ", ".join(_columns(path)) or "none"
    except (OSError, UnicodeError, csv.Error, ValueError, RecursionError):
        return "none"


def corpus_rows(path: Path) -> Iterator[Row]:
    """The rows of a corpus, one at a time; raises DataProblem where the rest of the file cannot be read."""
    with _opened(path) as file:
        try:
            yield from (_csv_rows if path.suffix.lower() == ".csv" else _json_rows)(file)
        except UnicodeDecodeError as error:
            raise DataProblem(f"it is not UTF-8 from here on ({error.reason}); save it as UTF-8") from None
        except csv.Error as error:
            raise DataProblem(f"it is no CSV from here on ({error})") from None


def _opened(path: Path) -> IO[str]:
    return path.open(encoding="utf-8-sig", newline="")


def _columns(path: Path) -> tuple[str, ...]:
    with _opened(path) as file:
        if path.suffix.lower() == ".csv":
            return tuple(name.strip() for name in next(csv.reader(io.StringIO(file.readline(100_000))), []))
        first = json.loads(next((line for line in file if line.strip()), "{}"))
        return tuple(first) if isinstance(first, dict) else ()


def _csv_rows(file: IO[str]) -> Iterator[Row]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    table = csv.DictReader(file)
    table.fieldnames = [name.strip() for name in table.fieldnames or ()]
    for number, row in enumerate(table, 1):
        yield Row(number, {key: row[key] or "" for key in COLUMNS if key in row})


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
    return {key: str(value[key]) for key in COLUMNS if value.get(key) is not None}
