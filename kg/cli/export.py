"""``kg export``: the whole store in a format that other programs read."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import emit, writable
from kg.cli.parser import Commands, add_output, add_read_store, command
from kg.errors import UsageProblem

if TYPE_CHECKING:
    from kg.graph.store import Store

NETWORK = ("graphml", "gexf", "cytoscape")
"""The formats of the flow network."""

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "jsonl", "csv", *NETWORK)


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "export", run, "write the graph, the facts, tables or the flow network in a standard format")
    add_read_store(parser)
    parser.add_argument("--format", choices=FORMATS, required=True, metavar="F", help=", ".join(FORMATS))
    add_output(parser, "FILE|DIR")


def run(arguments: argparse.Namespace) -> int:
    """Write what the store holds."""
    from kg.graph.remote import open_to_read

    output = None if arguments.output == "-" else arguments.output
    with open_to_read(arguments.store) as store:
        if arguments.format == "csv":
            _tables(store, output)
        elif arguments.format in NETWORK:
            _network(store, arguments.format, output)
        else:
            _stream(store, arguments.format, output)
    return 0


def _tables(store: "Store", output: str | None) -> None:
    from kg.graph.tables import write_tables

    if output is None:
        raise UsageProblem("csv is a folder of tables: name it with -o DIR")
    if Path(output).is_file():
        raise UsageProblem(f"{output} is a file; csv is a folder of tables: name a folder")
    write_tables(store, Path(output))


def _network(store: "Store", format: str, output: str | None) -> None:
    from kg.flows.command import export_flows

    emit(export_flows(store, format), output)


def _stream(store: "Store", format: str, output: str | None) -> None:
    from kg.graph.export import write, write_to

    if output is None:
        sys.stdout.flush()
        write(store, format, sys.stdout.buffer)
    else:
        write_to(store, format, writable(output))
