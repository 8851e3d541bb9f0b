"""Choose the command, run it, and turn every error into one line and an exit code."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from kg import __version__
from kg.cli import build, diff, evaluate, explain, export, flows, inspect, push, query, serve, text, validate
from kg.cli.interruption import kept
from kg.cli.output import say
from kg.cli.parser import Parser
from kg.errors import CannotRun, KgError, harmless
from kg.files import WAITING

COMMANDS = (build, inspect, export, query, validate, flows, explain, text, diff, push, serve, evaluate)

STORES = ("store", "before", "after")
"""The arguments that name stores."""

INTERRUPTED = 130
"""The exit code that shells know for a program stopped from the keyboard."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; the exit code is 0 fine, 1 a problem in the data, 2 wrong usage, 3 cannot run now."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # what --processes asks for is enough; before numpy is imported
    whole = parser()
    arguments, rest = whole.parse_known_args(argv)
    if rest and not arguments.takes_parameters:
        whole.error(f"unrecognized arguments: {' '.join(rest)}")
    arguments.parameters = rest
    try:
        _must_have_output(arguments)
        _tell_of_what_waits(arguments)
        with kept():
            code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
        return 0
    except KeyboardInterrupt:
        say("kg: interrupted")
        return INTERRUPTED
    except KgError as error:
        say("\n".join(map(harmless, f"kg: {error}".split("\n"))))
        _show_where(arguments)
        return error.exit_code
    except OSError as error:
        say(harmless(f"kg: {_of_system(error)}"))
        _show_where(arguments)
        return CannotRun.exit_code
    except Exception as error:
        say(f"kg: a fault of the program, please report it: {type(error).__name__}: {error} (--debug shows where)")
        _show_where(arguments)
        return CannotRun.exit_code
    return code


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    whole = Parser(
        prog="kg",
        description="Reads Trafficking in Persons narratives into a graph of facts with the exact words behind every fact.",
        epilog="Exit codes: 0 fine, 1 a problem in the data, 2 wrong usage, 3 cannot run now. «kg COMMAND --help» explains a command.",
    )
    whole.add_argument("--version", action="version", version=f"kg {__version__}")
    whole.add_argument("--debug", action="store_true", help="show where in the program a fault happened")
    commands = whole.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add(commands)
    return whole


def _must_have_output(arguments: argparse.Namespace) -> None:
    """A closed standard output or error is None to Python: CannotRun where the answer would go there, silence where nothing would."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the program runs
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the program runs
        if getattr(arguments, "output", "") in (None, "-"):
            raise CannotRun("standard output is closed, so there is nowhere to write to; name a file with -o")


def _tell_of_what_waits(arguments: argparse.Namespace) -> None:
    """Say of a store that is only read that a build has read more than it holds."""
    stores = {getattr(arguments, name, None) for name in STORES if arguments.command != "build"}
    for store in sorted(path for path in stores if isinstance(path, str) and os.path.isfile(os.path.join(path, WAITING))):  # noqa: PTH113, PTH118 - false, whatever is wrong with the name
        told = "what has been read and not yet written is not in the answer; an interrupted build goes on with: kg build INPUT… --store"
        say(harmless(f"note: a build into {store} is under way or was interrupted; {told} {store}"))


def _show_where(arguments: argparse.Namespace) -> None:
    if arguments.debug:
        traceback.print_exc()


def _of_system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _close_output() -> None:
    """Whoever read standard output has gone: let what is left in it vanish, so that Python does not complain at its end."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
