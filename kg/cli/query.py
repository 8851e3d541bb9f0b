"""``kg query``: SPARQL over a store, written out, from a file, or one of the shipped example questions."""

import argparse
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import emit
from kg.cli.parser import Commands, add_output, add_read_store, command, positive, seconds
from kg.errors import UsageProblem

if TYPE_CHECKING:
    from kg.graph.questions import Question

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a question may be called; no SPARQL query is written so."""

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "rdfxml", "jsonld")


DESCRIPTION = (
    "Ask the graph in SPARQL, or one of the example questions by name. Parameters of a question follow it, as --destination THA "
    "--year 2011; «kg query --list NAME» tells which it has."
)


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "query", run, "ask the graph in SPARQL, or one of the example questions by name", DESCRIPTION)
    parser.set_defaults(takes_parameters=True)
    parser.add_argument(
        "query", nargs="?", metavar="QUERY|FILE.rq|NAME", help="SPARQL, a file of it, - for standard input, or a name of --list"
    )
    add_read_store(parser, required=False)
    parser.add_argument(
        "--list", action="store_true", help="list the example questions: name, tab, description; with a name, its parameters"
    )
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="F", help=f"{', '.join(FORMATS)} (default table)")
    parser.add_argument("--timeout", type=seconds, default=30.0, metavar="SECONDS", help="stop the query after so long (default 30)")
    parser.add_argument(
        "--memory", type=positive, default=4096, metavar="MB", help="stop the query where it needs more memory (default 4096)"
    )
    parser.add_argument("--allow-service", action="store_true", help="let the query ask other servers with SERVICE")
    parser.add_argument(
        "--default-graph",
        choices=("union", "strict"),
        default="union",
        help="what a query without FROM sees: all graphs together (default), or the unnamed graph alone",
    )
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the answer."""
    from kg.graph.query import Limits
    from kg.graph.query import run as ask

    if arguments.list:
        emit(_described(_question(arguments.query)) if arguments.query else _list(), arguments.output)
        return 0
    if arguments.query is None or arguments.store is None:
        raise UsageProblem("name a store and a question: kg query --store DIR QUERY, or see kg query --list")
    answer = ask(
        arguments.store,
        _sparql(arguments.query, arguments.parameters),
        format=arguments.format,
        timeout=arguments.timeout,
        default_graph=arguments.default_graph,
        limits=Limits(memory=arguments.memory << 20),
        allow_service=arguments.allow_service,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() and not arguments.output else None,
    )
    emit(answer.body, arguments.output)
    return 0


def _list() -> str:
    from kg.graph.questions import list_questions

    return "".join(f"{question.name}\t{question.description}\n" for question in list_questions())


def _described(question: "Question") -> str:
    """A question, and its parameters one a line: name, type, what the file has, meaning."""
    rows = [("--" + p.name, p.type, p.default or "any", p.meaning) for p in question.parameters]
    return f"{question.description}\n" + "".join("\t".join(row) + "\n" for row in rows)


def _sparql(words: str, rest: list[str]) -> str:
    """The SPARQL that is meant, with the values of its parameters bound."""
    from kg.graph.questions.binding import bound

    try:
        asked = _question(words)
    except UsageProblem as problem:
        raise UsageProblem(f"{rest[0]} is no option of kg query, and {problem}" if rest else str(problem)) from None
    return bound(asked, _given(rest)) if rest else asked.sparql


def _given(rest: list[str]) -> dict[str, list[str]]:
    """The values of parameters by name, from --name value and --name=value."""
    found: dict[str, list[str]] = {}
    waiting = iter(rest)
    for word in waiting:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise UsageProblem(f"{word!r} is one word too many; a parameter is given as --name value, after the question")
        given = value if equals else next(waiting, None)
        if given is None or (not equals and given.startswith("--")):
            raise UsageProblem(f"--{name} needs a value")
        found.setdefault(name, []).append(given)
    return found


def _question(words: str) -> "Question":
    """The question that is meant: standard input for -, a file, the question of a name, else the words themselves."""
    from kg.graph.questions import question, read_question

    if words == "-":
        return read_question("of standard input", sys.stdin.read())
    if words.endswith((".rq", ".sparql")) and "\n" not in words:
        return read_question(words, _file(Path(words)))
    return question(words) if NAME.fullmatch(words) else read_question("as written", words)


def _file(path: Path) -> str:
    if not path.is_file():
        raise UsageProblem(f"the file {path} does not exist")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{path} is no UTF-8 text: {error.reason} at byte {error.start}") from error
