"""``kg query``: SPARQL over a store, written out, from a file, or one of the shipped example questions."""

import argparse
import shutil
import sys

from kg.cli.output import emit
from kg.cli.parser import Commands, add_output, add_store, command, seconds
from kg.errors import UsageProblem

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "query", run, "ask the graph in SPARQL, or one of the example questions by name")
    parser.add_argument(
        "query", nargs="?", metavar="QUERY|FILE.rq|NAME", help="SPARQL, a file of it, - for standard input, or a name of --list"
    )
    add_store(parser, required=False)
    parser.add_argument("--list", action="store_true", help="list the example questions: name, tab, description")
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="F", help=f"{', '.join(FORMATS)} (default table)")
    parser.add_argument("--timeout", type=seconds, default=30.0, metavar="SECONDS", help="stop the query after so long (default 30)")
    parser.add_argument(
        "--default-graph",
        choices=("union", "strict"),
        default="union",
        help="what a query without FROM sees: all graphs together (default), or the unnamed graph alone",
    )
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the answer."""
    from kg.graph.query import run as ask

    if arguments.list:
        return _list(arguments)
    if arguments.query is None or arguments.store is None:
        raise UsageProblem("name a store and a question: kg query --store DIR QUERY, or see kg query --list")
    answer = ask(
        arguments.store,
        _sparql(arguments.query),
        format=arguments.format,
        timeout=arguments.timeout,
        default_graph=arguments.default_graph,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() and not arguments.output else None,
    )
    emit(answer.body, arguments.output)
    return 0
