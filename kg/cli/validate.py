"""``kg validate``: a store or an RDF file against the shapes, in words or as the standard report."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import counted, emit, progress, say
from kg.cli.parser import Commands, add_output, add_read_store, command
from kg.errors import DataProblem, UsageProblem

if TYPE_CHECKING:
    from kg.graph.validation import Finding


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "validate", run, "check a store or an RDF file against the shapes")
    parser.add_argument("file", nargs="?", metavar="FILE.ttl", help="an RDF file to check instead of a store")
    add_read_store(parser, required=False)
    parser.add_argument("--format", choices=("text", "turtle"), default="text", help="words (default) or the standard report as Turtle")
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; the exit code is 1 where a violation is among it."""
    from kg.graph.validation import report

    if (arguments.file is None) == (arguments.store is None):
        raise UsageProblem("name either a store (--store DIR) or an RDF file")
    found = list(_of_file(arguments.file) if arguments.file else _of_store(arguments.store))
    if arguments.format == "turtle":
        emit(report(found), arguments.output)
    else:
        emit("".join(f"{finding}\n" for finding in found), arguments.output)
    say(_summary(found))
    return DataProblem.exit_code if any(finding.severity == "violation" for finding in found) else 0


def _of_file(path: str) -> list["Finding"]:
    from kg.graph.validation import validate_file

    return validate_file(Path(path))


def _of_store(path: str) -> Iterator["Finding"]:
    from kg.graph.checks import check_store
    from kg.graph.remote import open_to_read
    from kg.graph.validation import validate_store

    with open_to_read(path) as store:
        for _, found in progress(validate_store(store), unit="documents"):
            yield from found
        for _, found in progress(check_store(store), unit="checks"):
            yield from found


def _summary(found: list["Finding"]) -> str:
    numbers = {severity: sum(finding.severity == severity for finding in found) for severity in ("violation", "warning", "info")}
    doubts = ", ".join(counted(numbers[s], s) for s in ("warning", "info") if numbers[s])
    head = counted(numbers["violation"], "violation") if numbers["violation"] else "no violation"
    return f"{head}, {doubts}" if doubts else head
