"""``kg build``: narratives into a store, and a summary of what came of it."""

import argparse
import csv
import io
import time
from collections.abc import Iterable, Iterator, Sized
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import counted, duration, emit, progress, say
from kg.cli.parser import Commands, add_inputs, add_model, add_store, command, positive
from kg.errors import DataProblem, harmless
from kg.files import writable

if TYPE_CHECKING:
    from kg.build import Report

AUDIT = ("doc", "section", "start", "end", "trigger", "words", "sentence")
"""The columns of an audit."""

MEANINGS = (
    ("added", "new"),
    ("changed", "changed"),
    ("unchanged", "unchanged"),
    ("failed", "kept out"),
)
"""The parts of a report's documents, and how a summary calls them."""

MANY_PARTS = 20
"""From how many parts of the graph on it takes more than some seconds to put their files in order."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "build",
        run,
        "read narratives, extract facts, validate and store them",
        "Read narratives, extract facts, validate and store them. What the store holds already is skipped, what changed is replaced.",
    )
    add_inputs(parser)
    add_store(parser)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--processes", type=positive, default=1, metavar="N", help="how many processes read (default 1)")
    where.add_argument("--cluster", metavar="tcp://HOST:PORT", help="let the workers of a Dask scheduler read (needs tip-kg[cluster])")
    parser.add_argument("--no-text", action="store_true", help="store the facts and their quotes, but not the text of the documents")
    parser.add_argument(
        "--audit", metavar="FILE.csv", help="list the sentences with words that promise a fact and gave none; reads everything"
    )
    add_model(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build, and say what was stored, what was kept out, and why."""
    if arguments.processes > 1:
        from kg.processes import prepare

        prepare()  # which loads what readers need while this process loads what a build needs

    from kg.build import build
    from kg.narrative.position import Position

    begin, position = time.monotonic(), Position()
    audit = writable(Path(arguments.audit)) if arguments.audit else None
    report = build(
        arguments.inputs,
        arguments.store,
        manifest=Path(arguments.manifest) if arguments.manifest else None,
        country=arguments.country,
        year=arguments.year,
        model=arguments.model,
        keep_text=not arguments.no_text,
        audit=audit is not None,
        processes=arguments.processes,
        cluster=arguments.cluster,
        progress=lambda outcomes: progress(outcomes, unit="documents", share=lambda: position.share),
        writing=_written,
        linking=lambda groups: progress(groups, unit="groups of facts linked"),
        position=position,
    )
    for line in (*_problems(report, debug=arguments.debug), *_summary(report, arguments.store)):
        say(line)
    say(f"time: {duration(time.monotonic() - begin)}")
    if audit:
        emit(_audit(report), arguments.audit)
        say(f"{counted(len(report.unread), 'trigger')} led to no fact: {audit}")
    return 0 if report.ok else DataProblem.exit_code


def _written(parts: Iterable[int]) -> Iterator[int]:
    """The parts of the graph while they are written; behind many of them, what goes on when there is nothing more to count."""
    yield from progress(parts, unit="parts of the graph written")
    if isinstance(parts, Sized) and len(parts) >= MANY_PARTS:
        say("putting the files of the graph in order")


def _problems(report: "Report", *, debug: bool) -> Iterator[str]:
    """Everything that somebody must look at, one line each."""
    for issue in report.issues:
        yield str(issue)
    for fault in report.faults:
        yield str(fault) if not (debug and fault.trace) else f"{fault}\n{fault.trace}"
    yield from map(str, report.told)


def _audit(report: "Report") -> str:
    """What was not understood, as CSV."""
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerow(AUDIT)
    writer.writerows([getattr(missed, name) for name in AUDIT] for missed in report.unread)
    return rows.getvalue()


def _summary(report: "Report", store: str) -> Iterator[str]:
    documents = {name: len(getattr(report, name)) for name, _ in MEANINGS}
    if not any(documents.values()):
        yield f"no narrative was read into {store}"
        return
    parts = ", ".join(f"{documents[name]:,} {meaning}" for name, meaning in MEANINGS if documents[name])
    yield f"{counted(sum(documents.values()), 'document')}: {parts}"
    for copy, first in report.copies.items():
        told = f"it tells the same narrative as {harmless(first)} and is kept as a further source; its facts count once"
        yield f"info: {harmless(copy)}: {told}"
    if not (documents["added"] or documents["changed"]):
        yield f"nothing changed in {store}"
        return
    yield f"{counted(sum(report.facts.values()), 'fact')} in what was read" + (":" if report.facts else "")
    for kind, number in sorted(report.facts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{number:7,}  {kind.replace('_', ' ')}"
    out = len({told.finding.fact for told in report.kept_out})
    if out:
        yield f"{counted(out, 'fact')} kept out, as said above"
