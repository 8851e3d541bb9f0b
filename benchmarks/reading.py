"""How long reading takes, from text to facts, against the whole stock pipeline of the same language model over the same text.

    python -m benchmarks.reading [FOLDER] [--rounds N] [--documents N] [--most RATIO]

Both are timed in one run, alternating, so that both meet the same machine; the ratio is that of the medians. Documents are read in
groups, as a build reads them; the stock pipeline is given one text after another, and, as a second measure, all of them at once, which
spaCy calls its pipe. The texts are the *.txt of FOLDER, or those of the gold. With --most the exit code is 1 where the ratio is higher.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import spacy

from kg.facts.reading import read_facts
from kg.grouping import groups, sizes
from kg.language.annotate import annotate_all
from kg.language.pipeline import load
from kg.narrative.model import Document
from kg.narrative.reading import read
from kg.narrative.text import document

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each round."""

    reading: tuple[float, ...]
    stock: tuple[float, ...]
    batches: tuple[float, ...]
    """Of the stock pipeline that is given all texts at once."""

    @property
    def ratio(self) -> float:
        """How many times as long as the stock pipeline reading takes."""
        return median(self.reading) / median(self.stock)


def timed(work: Callable[[Sequence[Document]], object], documents: Sequence[Document]) -> float:
    """The seconds that work on all documents takes."""
    begin = perf_counter()
    work(documents)
    return perf_counter() - begin


def measure(documents: Sequence[Document], rounds: int) -> Timing:
    """Time all ways in turns, after one document each to warm up."""
    pipeline = load()
    stock = spacy.load(pipeline.nlp.path)

    def facts(given: Sequence[Document]) -> object:
        anew = [document(known.text, id=known.id, country=known.country, year=known.year) for known in given]
        return [read_facts(annotated) for group in groups(anew, sizes(1)) for annotated in annotate_all(group, pipeline)]

    def parses(given: Sequence[Document]) -> object:
        return [len(stock(known.text)) for known in given]

    def batches(given: Sequence[Document]) -> object:
        return [len(doc) for doc in stock.pipe(known.text for known in given)]

    ways = (facts, parses, batches)
    for work in ways:
        timed(work, documents[:1])
    rows = [tuple(timed(work, documents) for work in ways) for _ in range(rounds)]
    return Timing(*(tuple(row[n] for row in rows) for n in range(3)))


def main() -> int:
    """Print words a second of both, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--documents", type=int, default=60, help="how many documents at most")
    parser.add_argument("--most", type=float, help="the highest ratio that passes")
    arguments = parser.parse_args()
    files = [str(path) for path in sorted(arguments.folder.rglob("*.txt"))]
    documents = [item for item in read(files) if isinstance(item, Document)][: arguments.documents]
    words = sum(len(one.text.split()) for one in documents)
    timing = measure(documents, arguments.rounds)
    print(f"{len(documents)} documents, {words:,} words, {arguments.rounds} rounds")
    for name, seconds in (
        ("reading, from text to facts", timing.reading),
        ("stock pipeline", timing.stock),
        ("stock pipeline, all at once", timing.batches),
    ):
        print(f"{name:30}{words / median(seconds):8,.0f} words/s (median of {min(seconds):.2f} to {max(seconds):.2f} s)")
    print(f"{'ratio':30}{timing.ratio:8.2f} (to the stock pipeline all at once {median(timing.reading) / median(timing.batches):.2f})")
    return 1 if arguments.most is not None and timing.ratio > arguments.most else 0


if __name__ == "__main__":
    sys.exit(main())
