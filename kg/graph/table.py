"""A query's answer as a table for people: short names for IRIs, columns sized to what they hold."""

import json
import textwrap
from collections.abc import Sequence
from urllib.parse import unquote

from kg.graph.sparql import prefixes

GAP = "  "
NARROWEST = 8


def table(results: bytes, width: int | None = None) -> str:
    """SPARQL JSON results as text; with ``width`` the widest columns are wrapped until the lines fit."""
    found = json.loads(results)
    if "boolean" in found:
        return "yes\n" if found["boolean"] else "no\n"
    names: list[str] = found["head"]["vars"]
    rows = [[_cell(row.get(name)) for name in names] for row in found["results"]["bindings"]]
    widths = _fitted([max(map(len, column)) for column in zip(names, *rows, strict=True)], width)
    lines = [_lines([name.replace("_", " ") for name in names], widths), ["-" * w for w in widths]]
    text = lines[0] + [GAP.join(lines[1])] + [line for row in rows for line in _lines(row, widths)]
    return "".join(line.rstrip() + "\n" for line in text)


def short(iri: str) -> str:
    """An IRI with a prefix, where one is known and the rest is a plain name.

    >>> short("https://w3id.org/tip-kg/place/LAO"), short("https://example.org/")
    ('place:LAO', '<https://example.org/>')
    """
    for prefix, namespace in prefixes().items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest and "/" not in rest and "#" not in rest:
            return f"{prefix}:{unquote(rest)}"
    return f"<{iri}>"


def _cell(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    return short(term["value"]) if term["type"] == "uri" else " ".join(term["value"].split())


def _fitted(widths: list[int], width: int | None) -> list[int]:
    """The widths of the columns, the widest made narrower until all fit."""
    fitted = list(widths)
    while width and fitted and sum(fitted) + len(GAP) * (len(fitted) - 1) > width and max(fitted) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _lines(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    parts = [textwrap.wrap(cell, w) if len(cell) > w else [cell] for cell, w in zip(cells, widths, strict=True)]
    height = max(map(len, parts), default=0)
    return [GAP.join((part[n] if n < len(part) else "").ljust(w) for part, w in zip(parts, widths, strict=True)) for n in range(height)]
