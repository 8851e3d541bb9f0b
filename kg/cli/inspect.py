"""``kg inspect``: what would be read of inputs, without reading facts."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import counted, emit, say
from kg.cli.parser import Commands, add_inputs, command
from kg.errors import DataProblem, harmless

if TYPE_CHECKING:
    from kg.narrative.inspection import Inspection


def add(commands: Commands) -> None:
    """Declare the command."""
    add_inputs(command(commands, "inspect", run, "show what would be read: narratives, country, year, tier, sections, doubts"))


def run(arguments: argparse.Namespace) -> int:
    """Print an outline of each narrative, and the issues on standard error."""
    from kg.narrative.inspection import Copies, inspect
    from kg.narrative.model import Issue
    from kg.narrative.reading import read

    manifest = Path(arguments.manifest) if arguments.manifest else None
    violations, copies = 0, Copies()
    for item in read(arguments.inputs, manifest=manifest, country=arguments.country, year=arguments.year):
        if isinstance(item, Issue):
            say(item)
            violations += item.severity == "violation"
        else:
            emit("".join(f"{line}\n" for line in _outline(inspect(item))))
            copies.add(item)
    for copy, first in copies.found().items():
        told = f"tells the same narrative as {harmless(first)}; a build keeps it as a further source and counts its facts once"
        emit(f"{harmless(copy)}: {told}\n")
    return DataProblem.exit_code if violations else 0


def _outline(found: "Inspection") -> Iterator[str]:
    tier = f"tier {found.tier}" if found.tier else "no tier"
    yield f"{harmless(found.id)}: {found.name} ({found.country}), {found.year or 'no year'}, {tier}, {counted(found.words, 'word')}"
    if found.pages:
        first, last = found.pages
        yield f"  {'pages':16}{first}" + (f" to {last}" if last > first else "")
    for name, words in found.sections:
        yield f"  {name:16}{counted(words, 'word')}"
    if found.furniture:
        yield f"  {'left out':16}{counted(found.furniture, 'character')} that are no narrative"
    for doubt in found.doubts:
        yield f"  doubt: {doubt}"
