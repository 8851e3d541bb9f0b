"""Tables of the package, tab-separated with a header; lines that begin with ``#`` are comments."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``kg/vocabulary/<name>.tsv``, each a mapping from column to cell.

    Raises ValueError, naming table and line, where a row has not as many cells as the header.
    """
    text = (files("kg.vocabulary") / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [(n, line.split("\t")) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    (_, header), *body = lines
    for n, cells in body:
        if len(cells) != len(header):
            raise ValueError(f"{name}.tsv, line {n}: {len(cells)} cells, but the header has {len(header)}")
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in body)


def listed(cell: str) -> tuple[str, ...]:
    """A cell that holds several values separated by ``|``."""
    return tuple(part for part in cell.split("|") if part)
