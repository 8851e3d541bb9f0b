"""The flow network as text for a terminal: what it holds, the flows, the places with their measures, and what these mean."""

from collections.abc import Iterable, Sequence
from typing import Final

from kg.flows.changes import MEANING, Change
from kg.flows.filters import UNKNOWN, end_name
from kg.flows.measures import MEASURES, RECIPROCITY, Summary, measures, summary
from kg.flows.network import Network
from kg.vocabulary.places import name_of

CAUTION: Final = "These numbers count statements in documents, never victims; they are one government's assessment."

LARGEST: Final = 60
"""The rows of a table after which it is cut; the CSV file has all."""

Row = Sequence[str]


def text(graph: Network, changes: Sequence[Change] = ()) -> str:
    """All tables of the network, and of the changes between reports."""
    if not graph.number_of_edges():
        return "No flows: the store holds none that match.\n"
    parts = [
        headline(summary(graph)),
        _table(("from", "via", "to", "exploitation", "years", "certainty", "statements", "documents"), _flow_rows(graph)),
        _table(("place", "roles", *(measure.label for measure in MEASURES)), _place_rows(graph)),
        "\n".join(f"{measure.label}: {measure.meaning}" for measure in MEASURES) + f"\nreciprocity: {RECIPROCITY}\n",
        *_changes(changes),
        CAUTION + "\n",
    ]
    return "\n".join(parts)


def _changes(changes: Sequence[Change]) -> list[str]:
    rows = [(name_of(c.country), f"{c.before} to {c.after}", str(len(c.new)), str(len(c.still)), str(len(c.gone))) for c in changes]
    return [_table(("report on", "years", "new", "still", "gone"), rows), f"new, still, gone: {MEANING}\n"] if rows else []


def headline(found: Summary) -> str:
    """The numbers about the whole network in one line."""
    parts = [
        _counted(found.statements, "statement"),
        _counted(found.documents, "document"),
        _counted(found.corridors, "flow"),
        _counted(found.places, "place"),
        f"{found.internal} within one place",
    ]
    reciprocity = "" if found.reciprocity is None else f"; reciprocity {found.reciprocity:.2f}"
    return ", ".join(parts) + reciprocity + "\n"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _flow_rows(graph: Network) -> list[Row]:
    edges = sorted(graph.edges(data=True, keys=True), key=lambda e: (-e[3]["statements"], -e[3]["documents"], e[2]))
    return [
        (
            end_name(origin),
            _words(map(end_name, data["via"])),
            end_name(destination),
            _words(data["exploitation"]),
            _words(map(str, data["years"])),
            data["certainty"] if data["polarity"] == "affirmed" else "denied",
            str(data["statements"]),
            str(data["documents"]),
        )
        for origin, destination, _, data in edges
    ]


def _place_rows(graph: Network) -> list[Row]:
    values = measures(graph)
    total = {node: sum(values[name].get(node, 0) for name in ("out", "in", "through", "internal")) for node in graph}
    return [
        (
            end_name(node),
            _words(graph.nodes[node]["roles"]),
            *(_number(values[measure.name].get(node, 0)) for measure in MEASURES),
        )
        for node in sorted(set(graph) - {UNKNOWN}, key=lambda node: (-total[node], node))
    ]


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.2f}"


def _words(tokens: Iterable[str]) -> str:
    return ", ".join(token.replace("_", " ") for token in tokens)


def _table(header: Row, rows: Sequence[Row]) -> str:
    """Columns as wide as what they hold; numbers to the right."""
    shown = rows[:LARGEST]
    widths = [max(map(len, column)) for column in zip(header, *shown, strict=True)]
    numeric = [all(row[n].replace(".", "").isdigit() for row in shown) for n in range(len(header))]
    lines = [header, ["-" * width for width in widths], *shown]
    cells = [[c.rjust(w) if n else c.ljust(w) for c, w, n in zip(line, widths, numeric, strict=True)] for line in lines]
    rest = f"… and {len(rows) - LARGEST} more; write a .csv file for all\n" if len(rows) > LARGEST else ""
    return "".join("  ".join(line).rstrip() + "\n" for line in cells) + rest
