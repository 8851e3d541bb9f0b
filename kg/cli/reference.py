"""The page of all commands, ``docs/commands.md``, made from what the commands declare: ``python -m kg.cli.reference``."""

import argparse
import sys
from collections.abc import Iterator

from kg.cli.parser import Parser
from kg.cli.program import COMMANDS

HEAD = """# Commands

Made from what the commands declare (`make docs`); do not edit.

Data goes to standard output or to the file of `-o`, messages and progress to standard error.
Exit codes: 0 fine (warnings and no rows are fine), 1 a problem in the data (something was kept out, a violation was found),
2 wrong usage (a missing file, an unknown option or name, a broken query), 3 it cannot run now (the store is in use, the language
model is missing).
`--debug` shows where in the program a fault happened.
"""


def page() -> str:
    """The page as Markdown, the same for every version of Python."""
    whole = Parser(prog="kg")
    commands = whole.add_subparsers()
    for module in COMMANDS:
        module.add(commands)
    return HEAD + "".join(f"\n{line}\n" for name, one in commands.choices.items() for line in _command(name, one))


def _command(name: str, one: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## kg {name}"
    yield one.description or ""
    shown = [action for action in one._actions if action.dest not in ("help", "debug")]
    rows = [f"| {_written(action)} | {_meaning(action)} |" for action in shown]
    yield "\n".join(["| argument | meaning |", "|---|---|", *rows])


def _written(action: argparse.Action) -> str:
    """How an argument is written: its names and what follows them."""
    choices = f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest
    value = "" if action.nargs == 0 else str(action.metavar or choices)
    words = f"{', '.join(action.option_strings)} {value}".strip() + ("…" if action.nargs == "+" else "")
    return f"`{words}`".replace("|", "\\|")


def _meaning(action: argparse.Action) -> str:
    required = " (required)" if action.required and action.option_strings else ""
    return f"{action.help}{required}".replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(page())
