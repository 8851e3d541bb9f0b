"""The answers to all questions over the project's own documents; ``python -m tests.graph.expected`` writes them anew."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kg.facts.interchange import from_json
from kg.facts.unite import unite
from kg.graph.mapping import quads
from kg.graph.query import select
from kg.graph.questions import list_questions
from kg.graph.store import open_store
from kg.narrative.model import Document
from kg.narrative.reading import read
from tests.graph.made import ACTIVITY

HERE = Path(__file__).parent / "questions"
EXPECTED = HERE / "expected"
EXAMPLES = Path(__file__).parents[2] / "examples"

SETS = {
    ", ": {"through", "victims", "exploitation", "sectors", "serves", "prohibits", "topics", "for", "without"},
    "; ": {"parties", "operators", "actors", "other_names", "why"},
}
"""The columns whose cells hold several values, in no order, and what stands between the values."""


def gold_store(path: Path) -> Path:
    """A store of the facts that were annotated by hand: of the examples, and of the narratives made for the questions."""
    manifest = EXAMPLES / "manifest.csv"
    examples = read(sorted(map(str, EXAMPLES.glob("*.txt"))), manifest=manifest)
    made = read(sorted(map(str, (HERE / "texts").glob("*.txt"))))
    with open_store(path, write=True) as store:
        for folder, documents in ((EXAMPLES / "gold", examples), (HERE / "gold", made)):
            for document in documents:
                assert isinstance(document, Document), document
                lines = (folder / f"{document.id}.jsonl").read_text(encoding="utf-8").splitlines()
                store.put(document, quads(document, unite(from_json(json.loads(line)) for line in lines), ACTIVITY))
    return path


def normal(row: dict[str, str]) -> dict[str, str]:
    """A row in which the values of a cell that holds several are in the order of the alphabet; empty cells are none."""
    joints = {name: joint for joint, names in SETS.items() for name in names if name in row}
    ordered = {name: joint.join(sorted(row[name].split(joint))) for name, joint in joints.items()}
    return {name: value for name, value in {**row, **ordered}.items() if value}


def table(rows: Iterable[dict[str, str]]) -> str:
    """Rows as TSV, with a header of all columns that any row has."""
    found = [normal(row) for row in rows]
    names = list(dict.fromkeys(name for row in found for name in row))
    lines = ["\t".join(names), *("\t".join(" ".join(row.get(name, "").split()) for name in names) for row in found)]
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Write the answers, and remove those of questions that are no more."""
    with tempfile.TemporaryDirectory() as folder:
        path = gold_store(Path(folder) / "store")
        for old in EXPECTED.glob("*.tsv"):
            old.unlink()
        for asked in list_questions():
            if asked.is_select:
                (EXPECTED / f"{asked.name}.tsv").write_text(table(select(path, asked.sparql)), encoding="utf-8")


if __name__ == "__main__":
    main()
