"""Facts as rows of JSON Lines, as the gold and the program's export hold them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import DataProblem, UsageProblem
from kg.facts.interchange import to_json
from kg.facts.model import Fact

Row = Mapping[str, Any]
"""One fact as in the interchange format; a field that is missing is unknown."""


def read_gold(path: str | Path) -> tuple[Row, ...]:
    """All rows of a file, or of every ``*.jsonl`` below a folder in the order of their names.

    Raises UsageProblem where there is nothing to read, and DataProblem, naming file and line, for a line that is no fact.
    """
    return tuple(row for file in _files(Path(path)) for row in _rows(file))


def rows_of(facts: Iterable[Fact]) -> tuple[Row, ...]:
    """Facts as rows, to be scored against rows that were read."""
    return tuple(to_json(fact) for fact in facts)


def read_texts(folder: str | Path) -> dict[str, str]:
    """The ``*.txt`` below a folder by the document's id, which is the file's name without its ending."""
    if not Path(folder).is_dir():
        raise UsageProblem(f"{folder} is no folder; give the folder that holds the texts of the gold")
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(Path(folder).rglob("*.txt"))}


def gold_hash(path: str | Path) -> str:
    """The SHA-256 of the gold: the contents of its files in the order of their names, whatever folder they are in."""
    digest = sha256()
    for file in _files(Path(path)):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{file.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise UsageProblem(f"{path} does not exist; give a file or a folder of facts (*.jsonl)")
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise UsageProblem(f"there is no *.jsonl in {path}; give a file or a folder of facts")
    return files


def _rows(file: Path) -> Iterator[Row]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataProblem(f"{file} cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, f"{file}, line {number}")


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataProblem(f"{where} is no JSON object ({error.msg}); write one fact a line") from error
    if not isinstance(row, dict):
        raise DataProblem(f"{where} is no JSON object; write one fact a line")
    for field in ("doc", "kind"):
        if not isinstance(row.get(field), str):
            raise DataProblem(f"{where}: the fact has no {field}; every fact names its document and its kind")
    return row
