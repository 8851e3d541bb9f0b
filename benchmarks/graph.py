"""How long the graph takes at the size of an archive: to build, to ask, to export, to validate; and rdflib beside it where it can.

    python -m benchmarks.graph [--quads 1500000] [--beside 15000] [--folder DIR]

The documents are the project's own, repeated under other countries and years, with their facts. All is measured in one run; rdflib
does the same work over fewer quads, and what is compared is compared at that size. --quads 10000000 is the archive of 25 years.
"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import islice, product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import rdflib

from kg.build import Reading, extract
from kg.facts.model import Fact, field_values, ordered
from kg.facts.unite import unite
from kg.graph.export import write, write_to
from kg.graph.mapping import quads
from kg.graph.provenance import Activity
from kg.graph.questions import list_questions
from kg.graph.shacl import graph
from kg.graph.sparql import prefixes
from kg.graph.store import Store, open_store
from kg.graph.validation import validate_graph
from kg.graph.worker import ask, write_answer
from kg.narrative.model import Document
from kg.vocabulary.places import places

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [ROOT / "examples", ROOT / "tests" / "gold" / "dev" / "texts"]
ACTIVITY = Activity("none", "0", "0" * 64)
PATIENCE = 20
"""Seconds that rdflib has for one question."""

LOOKUP = """
SELECT ?fact ?kind ?sentence {
  GRAPH ?g {
    ?document tip:country place:%s .
    ?fact tip:doc ?document ; a ?kind ; tip:evidence/oa:hasSelector/oa:exact ?sentence .
    FILTER(?kind != tip:Fact)
  }
}
"""

Told = tuple[Document, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """How long questions took, in seconds by name; those that were given up are left out."""

    seconds: dict[str, float]
    given_up: int = 0

    def __str__(self) -> str:
        worst = max(self.seconds, key=lambda name: self.seconds[name])
        late = f", {self.given_up} given up after {PATIENCE} s" if self.given_up else ""
        return f"median {median(self.seconds.values()) * 1000:,.1f} ms, worst {self.seconds[worst] * 1000:,.0f} ms ({worst}){late}"


def read() -> list[Told]:
    """The project's own documents and what is read from them."""
    files = [str(path) for folder in TEXTS for path in sorted(folder.glob("*.txt"))]
    return [(found.document, found.facts) for found in extract(files) if isinstance(found, Reading)]


def repeated(own: Sequence[Told]) -> Iterator[Told]:
    """The documents under every country and year, without end: after the last year they begin again under other ids."""
    countries = [place.code for place in places()]
    for again, year, code in product(range(100), range(2001, 2026), countries):
        document, facts = own[(year + len(code) + again + countries.index(code)) % len(own)]
        yield moved(document, facts, f"{code}-{year}-{again}", code, year)


def moved(document: Document, facts: Sequence[Fact], name: str, code: str, year: int) -> Told:
    """A document told of another country and year; the two countries change places in its facts."""
    swap = {document.country or "": code, code: document.country or code}

    def new(value: Any) -> Any:
        if isinstance(value, tuple):
            return ordered(swap.get(item) or item for item in value)
        return swap.get(value, value) if isinstance(value, str) else value

    changed = (replace(fact, doc=name, **{field: new(value) for field, value in field_values(fact).items()}) for fact in facts)
    return replace(document, id=name, country=code, year=year), unite(changed)


def fill(path: Path, documents: Iterable[Told], wanted: int) -> tuple[int, int, float, float]:
    """Put documents into a store until it has so many quads: documents, quads, the seconds to put and the seconds to link them."""
    count, names = 0, list[str]()
    with open_store(path, write=True) as store:
        begin = perf_counter()
        for document, facts in documents:
            found = list(quads(document, facts, ACTIVITY))
            store.put(document, found)
            names.append(document.id)
            count += len(found)
            if count >= wanted:
                break
        middle = perf_counter()
        store.link()
        return len(names), len(store.oxigraph), middle - begin, perf_counter() - middle


def timed(work: Callable[[], object]) -> float:
    """The seconds that some work takes."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def ask_ours(store: Store) -> Asked:
    """All questions, each answered to the last row; the better of two times, since the first reads the disk."""

    def answer(sparql: str) -> None:
        write_answer(ask(store, sparql), "csv", BytesIO())

    return Asked({q.name: min(timed(partial(answer, q.sparql)) for _ in range(2)) for q in list_questions()})


def ask_rdflib(dataset: rdflib.Dataset) -> Asked:
    """The same by rdflib's engine, within its limit of time."""

    def answer(sparql: str) -> None:
        list(dataset.query(sparql, initNs=prefixes()))

    seconds = {}
    for question in list_questions():
        with suppress(TimeoutError), alarm(PATIENCE):
            seconds[question.name] = timed(partial(answer, question.sparql))
    return Asked(seconds, len(list_questions()) - len(seconds))


@contextmanager
def alarm(limit: float) -> Iterator[None]:
    """Raise TimeoutError in what takes longer than a limit."""

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def looked_up(store: Store, code: str) -> None:
    """Ask for all facts about a country, with their sentences."""
    write_answer(ask(store, LOOKUP % code), "csv", BytesIO())


def validated(store: Store, number: int) -> list[float]:
    """The seconds of validating each of some documents."""

    def validate(name: str) -> None:
        validate_graph(graph(store.graph(name)))

    return [timed(partial(validate, name)) for name in store.ids()[:number]]


def large(folder: Path, own: Sequence[Told], wanted: int, slowest: int) -> None:
    """Measure the program at the size that is wanted."""
    number, count, putting, linking = fill(folder / "large", repeated(own), wanted)
    print(f"{number:,} documents, {count:,} quads")
    print(f"  put           {putting:8.1f} s ({putting / number * 1000:.0f} ms a document), linked in {linking:.1f} s")
    print(f"  opened        {timed(lambda: open_store(folder / 'large', write=False)) * 1000:8.1f} ms")
    with open_store(folder / "large", write=False) as store:
        asked = ask_ours(store)
        print(f"  questions     {asked}")
        for name, seconds in sorted(asked.seconds.items(), key=lambda pair: -pair[1])[:slowest]:
            print(f"    {name:30}{seconds * 1000:8,.0f} ms")
        codes = sorted({document.country for document in islice(store.documents(), 200)})[:20]
        lookups = [timed(partial(looked_up, store, code)) for code in codes]
        print(
            f"  a country     median {median(lookups) * 1000:.1f} ms, worst {max(lookups) * 1000:.1f} ms (its facts with their sentences)"
        )
        for syntax in ("turtle", "trig"):
            seconds = timed(partial(write_to, store, syntax, folder / "out"))
            print(f"  {syntax:13} {seconds:8.1f} s ({(folder / 'out').stat().st_size / 1e6:,.0f} MB)")
        times = validated(store, 20)
        print(f"  validation    median {median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms a document")


def beside(folder: Path, own: Sequence[Told], wanted: int) -> None:
    """Measure the program and rdflib over the same quads."""
    _, count, *_ = fill(folder / "small", repeated(own), wanted)
    with open_store(folder / "small", write=False) as store:
        out = BytesIO()
        write(store, "trig", out)
        dataset = rdflib.Dataset(default_union=True)
        loading = timed(lambda: dataset.parse(data=out.getvalue(), format="trig"))
        print(f"beside rdflib, over {count:,} quads (which it loads in {loading:.1f} s)")
        ours, theirs = ask_ours(store), ask_rdflib(dataset)
        print(f"  ours          {ours}\n  rdflib        {theirs}")
        ratios = [theirs.seconds[name] / ours.seconds[name] for name in theirs.seconds]
        print(f"  questions     rdflib takes {median(ratios):,.0f} times as long (median), {min(ratios):,.1f} to {max(ratios):,.0f}")
        flat = rdflib.Graph()
        for triple in dataset.triples((None, None, None)):
            flat.add(triple)
        for syntax, held in (("turtle", flat), ("trig", dataset)):
            mine = timed(partial(write, store, syntax, BytesIO()))
            others = timed(partial(held.serialize, format=syntax))
            print(f"  {syntax:13} {mine:.2f} s, rdflib {others:.2f} s: {others / mine:.1f} times as long")


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_500_000, help="how many quads at least (default 1500000)")
    parser.add_argument("--beside", type=int, default=15_000, help="over how many quads rdflib is measured (default 15000)")
    parser.add_argument("--slowest", type=int, default=5, metavar="N", help="name the N slowest questions (default 5)")
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: a temporary folder)")
    arguments = parser.parse_args()
    own = read()
    print(f"{len(own)} documents of the project's own, {sum(len(facts) for _, facts in own)} facts")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        beside(Path(folder), own, arguments.beside)
        large(Path(folder), own, arguments.quads, arguments.slowest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
