"""``kg text``: a document's text as stored, to which the offsets of evidence refer."""

import argparse

from kg.cli.output import emit
from kg.cli.parser import Commands, add_output, add_read_store, command
from kg.errors import DataProblem


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "text", run, "print a document's text as stored, to which the offsets refer")
    add_read_store(parser)
    parser.add_argument("document", metavar="DOC", help="the document's id")
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the text with nothing before, after or changed in it."""
    from kg.graph.remote import open_to_read

    with open_to_read(arguments.store) as store:
        text = store.document(arguments.document).text
    if text is None:
        raise DataProblem(f"{arguments.document}: the text was left out of the store (--no-text); build it again without that option")
    emit(text, arguments.output)
    return 0
