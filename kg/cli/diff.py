"""``kg diff``: what changed between two stores, in facts."""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.cli.output import counted, emit, progress, say
from kg.cli.parser import Commands, add_output, command

if TYPE_CHECKING:
    from kg.facts.model import Fact
    from kg.facts.values import Value
    from kg.graph.diff import DocumentChange, FactChange

SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "diff",
        run,
        "show what changed between two stores, in facts",
        "Show what changed from one store to another: for each document the facts that came (+), went (-) or have other attributes (~).",
    )
    parser.add_argument("before", metavar="STORE_A", help="the earlier store: a folder, or the address of a SPARQL server")
    parser.add_argument("after", metavar="STORE_B", help="the later store")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="words (default), or JSON, a change a line")
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the changes; the exit code is 0 whether there are any or not."""
    from kg.graph.diff import diff, rows
    from kg.graph.remote import open_to_read

    with open_to_read(arguments.before) as before, open_to_read(arguments.after) as after:
        changes = list(progress(diff(before, after), unit="documents"))
    if arguments.format == "jsonl":
        lines = (json.dumps(row, ensure_ascii=False) for change in changes for row in rows(change))
    else:
        lines = (line for change in changes for line in _lines(change))
    emit("".join(f"{line}\n" for line in lines), arguments.output)
    say(_summary(changes))
    return 0


def _lines(change: "DocumentChange") -> Iterator[str]:
    counts = [f"{n} {sort}" for sort in ("added", "removed", "changed") if (n := sum(fact.sort == sort for fact in change.facts))]
    own = [f"its {', '.join(name.replace('_', ' ') for name in change.fields)} changed"] if change.fields else []
    own += [f"it is a copy of {change.copy_of}"] if change.copy_of else []
    own += [f"compared with {change.compared}, which told the same narrative before"] if change.compared else []
    state = "" if change.sort == "changed" else f" {change.sort}"
    yield f"{change.doc}{state}: {'; '.join([', '.join(counts) or 'no fact', *own])}"
    for fact in change.facts:
        yield f"  {SIGNS[fact.sort]} {_described(fact.fact)}{_differences(fact)} “{_quote(fact.fact)}”"


def _described(fact: "Fact") -> str:
    """A fact's kind and the fields that identify it."""
    from kg.facts.model import declared
    from kg.graph.diff import identifying

    values = [f"{name.replace('_', ' ')} {_shown(value, declared(type(fact))[name])}" for name, value in identifying(fact).items()]
    negated = ["negated"] if fact.polarity == "negated" else []
    return " ".join(filter(None, (fact.kind.label.lower(), f"({', '.join([*negated, *values])})" if negated or values else "")))


def _differences(change: "FactChange") -> str:
    """The fields that differ, each with what was and what is."""
    from kg.facts.model import COMMON, declared

    if change.before is None or change.after is None:
        return ""
    known = {**declared(type(change.after)), **COMMON}
    told = []
    for name in change.fields:
        if name == "evidence":
            told.append("other words")
        else:
            was, now = (_shown(getattr(fact, name), known[name]) for fact in (change.before, change.after))
            told.append(f"{name.replace('_', ' ')} {was} → {now}")
    return f": {', '.join(told)}"


def _shown(value: Any, declared: "Value") -> str:
    from kg.graph.wording import shown

    if value is None or value == ():
        return "none"
    return " + ".join(shown(item, declared.type) for item in (value if isinstance(value, tuple) else (value,)))


def _quote(fact: "Fact") -> str:
    return " … ".join(" ".join(piece.quote.split()) for piece in fact.evidence)


def _summary(changes: list["DocumentChange"]) -> str:
    if not changes:
        return "no difference"
    counts = {sort: sum(fact.sort == sort for change in changes for fact in change.facts) for sort in SIGNS}
    told = ", ".join(f"{n:,} {sort}" for sort, n in counts.items() if n) or "none changed"
    return f"{counted(len(changes), 'document')} with differences; facts: {told}"
