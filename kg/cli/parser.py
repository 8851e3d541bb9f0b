"""The arguments that commands share, and errors of usage in one line."""

import argparse
import re
from collections.abc import Callable
from typing import NoReturn, Protocol

from kg.errors import UsageProblem

Run = Callable[[argparse.Namespace], int]


class Commands(Protocol):
    """What argparse's own class of subparsers offers; that class has no public name."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:
        """Make the parser of one command."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says where to read on."""

    def error(self, message: str) -> NoReturn:
        """Leave with the exit code for wrong usage."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def command(commands: Commands, name: str, run: Run, help: str, description: str = "") -> argparse.ArgumentParser:
    """Add a command; ``run`` gets its arguments and returns the exit code."""
    parser = commands.add_parser(name, help=help, description=description or f"{help[0].upper()}{help[1:]}.")
    parser.set_defaults(run=run, takes_parameters=False)
    parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show where in the program a fault happened")
    return parser


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """The narratives that a command reads, and what is known of them."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder, a URL, or - for standard input")
    parser.add_argument("--manifest", metavar="FILE.csv", help="file, country, year, title and source of the inputs")
    parser.add_argument("--country", metavar="ISO3", help="the country of a single input")
    parser.add_argument("--year", type=int, metavar="YYYY", help="the report's year of a single input")


def add_store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The store that a command makes or changes."""
    parser.add_argument("--store", required=required, metavar="DIR", help="the folder of the graph, made by kg build")


def add_read_store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The store that a command reads."""
    what = "the folder of the graph, made by kg build, or the address of a SPARQL server that holds it (https://…/sparql)"
    parser.add_argument("--store", required=required, metavar="DIR|URL", help=what)


def add_output(parser: argparse.ArgumentParser, metavar: str = "FILE") -> None:
    """Where the data goes."""
    parser.add_argument("-o", "--output", metavar=metavar, help="write here instead of to standard output")


def add_model(parser: argparse.ArgumentParser) -> None:
    """The language model that reads."""
    parser.add_argument("--model", metavar="NAME", help="the language model: a package's name or a folder")


def natural(words: str) -> int:
    """A whole number from 0; ArgumentTypeError for anything else."""
    if not (words.isascii() and words.isdecimal()):
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number from 0")
    return int(words)


def positive(words: str) -> int:
    """A whole number from 1; ArgumentTypeError for anything else."""
    if not (words.isascii() and words.isdecimal() and int(words)):
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number from 1")
    return int(words)


def seconds(words: str) -> float:
    """A time above 0; ArgumentTypeError for anything else."""
    try:
        time = float(words)
    except ValueError:
        time = 0.0
    if not 0 < time < float("inf"):
        raise argparse.ArgumentTypeError(f"{words!r} is not a number of seconds above 0")
    return time


def report_year(words: str) -> int:
    """The year of a report; UsageProblem for anything else."""
    if not re.fullmatch(r"(?:19|20)\d\d", words):
        raise UsageProblem(f"--year {words!r} is no year; give the report's year in four digits")
    return int(words)
