"""``kg evaluate``: how well facts agree with gold, for each kind."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import counted, emit, progress, say
from kg.cli.parser import Commands, add_model, add_output, command, natural
from kg.errors import DataProblem, UsageProblem

if TYPE_CHECKING:
    from kg.evaluation.floors import Floors
    from kg.evaluation.score import Score
    from kg.facts.model import Fact

MANIFEST = "manifest.csv"


@dataclass(frozen=True, slots=True)
class Found:
    """What the program finds in the documents of the gold, and their texts as stored."""

    facts: "tuple[Fact, ...]"
    texts: dict[str, str | None]
    """None where the store was built without the texts."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "evaluate",
        run,
        "measure facts against gold: precision, recall and F1 for each kind",
        "Measure facts against gold: precision, recall and F1 for each kind. Only documents that the gold names are measured.",
    )
    parser.add_argument("gold", metavar="GOLD", help="facts as JSON Lines, a file or a folder of *.jsonl")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--store", metavar="DIR", help="measure the facts of this store")
    place.add_argument(
        "--texts",
        metavar="DIR",
        help="read the *.txt of this folder, or its corpora (*.jsonl), and measure what is found; "
        "a manifest.csv in it, or in the folder above, is used",
    )
    parser.add_argument("--errors", type=natural, default=0, metavar="N", help="list the first N facts that were missed or are wrong")
    parser.add_argument("--floors", metavar="FILE", help="fail where a figure is below its floor in this file")
    parser.add_argument(
        "--raise-floors", action="store_true", help="write what was reached into the file of floors, which never lowers one"
    )
    add_model(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the table; the exit code is 1 where a floor was not reached."""
    from kg.evaluation.gold import read_gold, rows_of
    from kg.evaluation.score import score
    from kg.evaluation.table import format_table

    if arguments.raise_floors and not arguments.floors:
        raise UsageProblem("--raise-floors needs the file of floors: --floors FILE")
    before = _floors(arguments)
    gold = read_gold(arguments.gold)
    documents = sorted({str(row["doc"]) for row in gold})
    found = _of_store(arguments.store, documents) if arguments.store else _of_texts(arguments.texts, documents, arguments.model)
    missing = [document for document in documents if document not in found.texts]
    if len(missing) == len(documents):
        raise UsageProblem(f"none of the gold's documents is in {arguments.store or arguments.texts}; it has {_some(documents)}")
    if missing:
        say(f"warning: {counted(len(missing), 'document')} of the gold not found, all their facts count as missed: {_some(missing)}")
    scored = score(gold, rows_of(found.facts), {document: text for document, text in found.texts.items() if text is not None})
    emit(format_table(scored, arguments.errors) + "\n", arguments.output)
    return _gate(arguments, scored, before) if arguments.floors else 0


def _of_store(path: str, documents: list[str]) -> Found:
    """The facts and texts of those documents that the store has."""
    from kg.graph.recall import facts_in
    from kg.graph.remote import open_to_read

    with open_to_read(path) as store:
        held = [document for document in store.ids() if document in set(documents)]
        facts = tuple(fact for document in held for _, fact in facts_in(store.whole(document)))
        return Found(facts, {document: store.document(document).text for document in held})


def _of_texts(folder: str, documents: list[str], model: str | None) -> Found:
    """What is found in those texts of a folder that the gold names; where files are missing, they may be rows of its corpora."""
    from kg.build import Reading, extract
    from kg.narrative.corpora import is_corpus

    if not Path(folder).is_dir():
        raise UsageProblem(f"{folder} is no folder; name the folder that holds the texts of the gold")
    files = [str(path) for path in sorted(Path(folder).rglob("*.txt")) if path.stem in set(documents)]
    if len(files) < len(documents):
        files += [str(path) for path in sorted(Path(folder).rglob("*.jsonl")) if is_corpus(path)]
    if not files:
        return Found((), {})
    facts: list[Fact] = []
    texts: dict[str, str | None] = {}
    for outcome in progress(extract(files, manifest=_manifest(Path(folder)), model=model), unit="documents"):
        if isinstance(outcome, Reading) and outcome.document.id not in documents:
            continue
        if isinstance(outcome, Reading):
            facts.extend(outcome.facts)
            texts[outcome.document.id] = outcome.document.text
        else:
            say(outcome)
    return Found(tuple(facts), texts)


def _manifest(folder: Path) -> Path | None:
    here = folder.resolve()
    return next((path for path in (here / MANIFEST, here.parent / MANIFEST) if path.is_file()), None)


def _floors(arguments: argparse.Namespace) -> "Floors | None":
    """The floors as they are; None where there are none yet, or none are asked for."""
    from kg.evaluation.floors import read_floors

    first = arguments.raise_floors and not Path(arguments.floors).exists()
    return read_floors(arguments.floors) if arguments.floors and not first else None


def _gate(arguments: argparse.Namespace, scored: "Score", before: "Floors | None") -> int:
    """Compare with the floors, or raise them; what keeps the score from passing goes to standard error."""
    from kg.evaluation.floors import check, raised, write_floors
    from kg.evaluation.gold import gold_hash

    gold = gold_hash(arguments.gold)
    if before is None or arguments.raise_floors:
        after = raised(before, scored, gold)
        write_floors(arguments.floors, after.floors)
        for note in after.notes:
            say(note)
        return 0
    failures = check(scored, before, gold)
    for failure in failures:
        say(f"violation: {failure}")
    return DataProblem.exit_code if failures else 0


def _some(documents: list[str]) -> str:
    return ", ".join(documents[:5]) + (", …" if len(documents) > 5 else "")
