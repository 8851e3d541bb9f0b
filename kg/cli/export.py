"""``kg export``: the whole store in a format that other programs read."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import emit
from kg.cli.parser import Commands, add_output, add_read_store, command, report_year
from kg.errors import UsageProblem

if TYPE_CHECKING:
    from kg.graph.selection import Selection
    from kg.graph.store import Store

NETWORK = ("graphml", "gexf", "cytoscape")
"""The formats of the flow network."""

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "jsonl", "csv", *NETWORK)

SELECTED = {
    "country": "only documents about this country, by code or name",
    "year": "only reports of this year",
    "kind": "only facts of this kind: flow, law, …",
    "graph": "only this graph: a document's id, derived/shortcuts, or the IRI of either",
}
"""The options that choose a part of the store."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "export", run, "write the graph, the facts, tables or the flow network in a standard format")
    add_read_store(parser)
    parser.add_argument("--format", choices=FORMATS, required=True, metavar="F", help=", ".join(FORMATS))
    add_output(parser, "FILE|DIR")
    for option, meaning in SELECTED.items():
        parser.add_argument(
            f"--{option}", action="append", default=[], metavar=option.upper(), help=f"{meaning}; may be given several times"
        )
    evidence = parser.add_mutually_exclusive_group()
    evidence.add_argument(
        "--with-evidence", dest="evidence", action="store_true", default=True, help="with the quoted words and their places (default)"
    )
    evidence.add_argument("--no-evidence", dest="evidence", action="store_false", help="without them")


def run(arguments: argparse.Namespace) -> int:
    """Write what is selected of the store."""
    from kg.graph.remote import open_to_read

    output = None if arguments.output == "-" else arguments.output
    with open_to_read(arguments.store) as store:
        wanted = _selection(store, arguments)
        if arguments.format == "csv":
            _tables(store, output, wanted)
        elif arguments.format in NETWORK:
            _network(store, arguments.format, output, wanted)
        else:
            _stream(store, arguments.format, output, wanted)
    return 0


def _selection(store: "Store", arguments: argparse.Namespace) -> "Selection":
    from kg.flows.filters import place_code
    from kg.graph.selection import Selection, named

    documents, derived = named(store, arguments.graph)
    return Selection(
        countries=frozenset(map(place_code, arguments.country)),
        years=frozenset(map(report_year, arguments.year)),
        ids=documents,
        kinds=frozenset(kind.replace("-", "_") for kind in arguments.kind),
        derived=derived,
        evidence=arguments.evidence,
    )


def _tables(store: "Store", output: str | None, wanted: "Selection") -> None:
    from kg.graph.tables import write_tables

    if output is None:
        raise UsageProblem("csv is a folder of tables: name it with -o DIR")
    if Path(output).is_file():
        raise UsageProblem(f"{output} is a file; csv is a folder of tables: name a folder")
    if (Path(output) / "CURRENT").is_file():
        raise UsageProblem(f"{output} is a store; name another folder for the tables")
    write_tables(store, Path(output), wanted)


def _network(store: "Store", format: str, output: str | None, wanted: "Selection") -> None:
    from kg.flows.command import export_flows

    emit(export_flows(store, format, wanted), output)


def _stream(store: "Store", format: str, output: str | None, wanted: "Selection") -> None:
    from kg.graph.export import write, write_to

    if output in (None, "-"):
        sys.stdout.flush()
        write(store, format, sys.stdout.buffer, wanted)
    else:
        write_to(store, format, Path(output), wanted)
