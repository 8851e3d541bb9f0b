"""The flow network for the command line: as a table, a file for network programs, or a picture."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.errors import UsageProblem
from kg.files import whole
from kg.flows import tables, writers
from kg.flows.changes import changes
from kg.flows.filters import FlowFilter, matching, place_code
from kg.flows.network import network
from kg.flows.statements import FlowStatement, read_statements
from kg.graph.selection import ALL, Selection
from kg.graph.store import Store

__all__ = ["ENDINGS", "FlowFilter", "export_flows", "place_code", "write_flows"]

PICTURES: Final = ("html", "svg", "png")
NETWORKS: Final = ("gexf", "graphml", "csv", "json")

ENDINGS: Final = (*PICTURES, *NETWORKS)
"""The endings of files that can be written; ``json`` is that of Cytoscape."""


def write_flows(store_path: Path | str, *, output: Path | None, filters: FlowFilter, show: str = "map", theme: str = "light") -> str:
    """Write the flows of a store to a file in the format of its ending, and say in one line what was written.

    Without a file, the network, its measures and the changes between reports as tables. A CSV file has the flows; the places with their
    measures and the changes are written beside it.
    UsageProblem for an unknown ending or a folder that does not exist.
    """
    ending = _ending(output) if output else ""
    statements = read_statements(store_path)
    wanted = matching(statements, filters)
    graph = network(wanted)
    if output is None:
        return tables.text(graph, changes(wanted))
    files = {output: _drawn(statements, filters, ending, show, theme) if ending in PICTURES else writers.write(graph, ending)}
    if ending == "csv":
        files[output.with_name(f"{output.stem}-places.csv")] = writers.places_csv(graph)
        files[output.with_name(f"{output.stem}-changes.csv")] = writers.changes_csv(changes(wanted))
    for path, body in files.items():
        with whole(path) as file:
            file.write(body)
    flows = graph.number_of_edges()
    return f"{', '.join(map(str, files))}: {flows} flow{'' if flows == 1 else 's'}\n"


def export_flows(store: Store | Path | str, format: str, selection: Selection = ALL) -> bytes:
    """The network of all that is affirmed and more than possible, in one of the formats of ``kg.flows.writers``.

    Of the selection, the documents hold; without evidence, no edge has a quotation.
    """
    found = [s for s in read_statements(store) if _is_selected(s, selection)]
    statements = found if selection.evidence else [replace(s, quotes=()) for s in found]
    return writers.write(network(matching(statements, FlowFilter())), format)


def _is_selected(statement: FlowStatement, selection: Selection) -> bool:
    return (
        (not selection.countries or statement.country in selection.countries)
        and (not selection.years or statement.year in selection.years)
        and (not selection.ids or statement.doc in selection.ids)
        and (not selection.kinds or "flow" in selection.kinds)
    )


def _ending(output: Path) -> str:
    ending = output.suffix.removeprefix(".").lower()
    if ending not in ENDINGS:
        raise UsageProblem(f"{output}: the ending says the format, and {output.suffix or 'none'} is not known; use .{', .'.join(ENDINGS)}")
    if not output.parent.is_dir():
        raise UsageProblem(f"the folder {output.parent} does not exist; make it first")
    return ending


def _drawn(statements: list[FlowStatement], filters: FlowFilter, ending: str, show: str, theme: str) -> bytes:
    """Imported here, for matplotlib takes longer to load than a table to print."""
    from kg.flows.looks import looking  # noqa: PLC0415
    from kg.flows.picture import PICTURES as DRAW  # noqa: PLC0415

    return DRAW[ending](statements, filters, looking(show, theme))
