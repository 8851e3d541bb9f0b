"""The command line: arguments in, data to standard output, messages to standard error, and an exit code."""

from kg.cli.program import main

__all__ = ["main"]
