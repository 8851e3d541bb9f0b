"""A score as a table for people, with the misses in words."""

from collections.abc import Iterator

from kg.evaluation.gold import Row
from kg.evaluation.score import KindScore, Miss, Rate, Score

_HEADER = ("kind", "gold", "found", "right", "precision", "recall", "F1", "attributes", "evidence")
_HIDDEN = frozenset(("doc", "kind", "evidence", "id", "rule", "page"))
_LONGEST_QUOTE = 150


def format_table(score: Score, errors: int = 0) -> str:
    """The table of kinds, the marks, the figures over all core kinds, and the first ``errors`` misses."""
    kinds = [_kind_line(kind, one) for kind, one in score.kinds.items()]
    marks = [_mark_line(name, rate) for name, rate in score.marks.items()]
    parts = [_aligned([_HEADER, *kinds]), _aligned([("mark", *_HEADER[1:7]), *marks]), "\n".join(_totals(score))]
    if errors > 0 and score.misses:
        parts.append("\n".join(_misses(score, errors)))
    return "\n\n".join(parts)


def _kind_line(kind: str, one: KindScore) -> tuple[str, ...]:
    return (*_mark_line(kind, one.rate), _share(one.attributes), _share(one.evidence))


def _mark_line(name: str, rate: Rate) -> tuple[str, ...]:
    counts = (str(rate.gold), str(rate.predicted), str(rate.right))
    return (name, *counts, _share(rate.precision), _share(rate.recall), _share(rate.f1))


def _totals(score: Score) -> Iterator[str]:
    whole = score.micro
    yield (
        f"{score.documents} {'document' if score.documents == 1 else 'documents'}; core kinds together: "
        f"precision {_share(whole.precision)}, recall {_share(whole.recall)}, F1 {_share(whole.f1)}; "
        f"mean F1 of the core kinds {_share(score.macro)}"
    )
    yield f"pieces of evidence that are not in their text: {score.unfounded}"


def _misses(score: Score, errors: int) -> Iterator[str]:
    missed = sum(miss.how == "missed" for miss in score.misses)
    yield f"{missed} missed, {len(score.misses) - missed} wrong; the first {min(errors, len(score.misses))}:"
    yield from (_miss(miss) for miss in score.misses[:errors])


def _miss(miss: Miss) -> str:
    row = miss.row
    quotes = [str(e.get("quote") or "") for e in row.get("evidence") or ()]
    quote = " ".join(quotes[0].split()) if quotes else ""
    short = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + " …"
    return f"  {miss.how:6} {row['kind']} in {row['doc']}: {_fields(row)} | “{short}”"


def _fields(row: Row) -> str:
    """What is known of a row, without what goes without saying."""
    plain = {"polarity": "affirmed", "certainty": "stated"}
    said = {name: value for name, value in row.items() if name not in _HIDDEN and value not in (None, [], plain.get(name))}
    return ", ".join(f"{name} {'+'.join(map(str, value)) if isinstance(value, list | tuple) else value}" for name, value in said.items())


def _share(value: float) -> str:
    return f"{value:.3f}"


def _aligned(lines: list[tuple[str, ...]]) -> str:
    """Columns as wide as their widest cell: the first to the left, the others to the right."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(_cells(line, widths)) for line in lines)


def _cells(line: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    yield line[0].ljust(widths[0])
    yield from (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
