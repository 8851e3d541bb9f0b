"""What a document costs where, for the plan of a graph that no single machine reads: the worker, the first process, the disk, the links.

    python -m benchmarks.scale [--documents 120] [--words 2500] [--same 25 50 100]

The documents are read by two workers of a cluster on this machine. Seconds are those of the processor, so that other work
on the machine changes little. --same builds so many documents of one country and tells how long their links take.
Needs Dask: pip install 'tip-kg[cluster]'.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time, thread_time

from benchmarks import made
from benchmarks.local import cluster
from kg.build import build
from kg.graph.store import open_store
from kg.narrative.reading import read


@dataclass(slots=True)
class Links:
    """How long the links took, on the processor."""

    seconds: float = 0.0
    groups: int = 0
    _begin: float = field(default=0.0)

    def __call__(self, groups: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """The groups, timed."""
        self._begin = process_time()
        for group in groups:
            self.groups += 1
            yield group
        self.seconds = process_time() - self._begin


def processor(pid: int) -> float:
    """The seconds that a process of this system has had of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, documents: int, words: int) -> None:
    """Print what each document costs, read by two workers."""
    texts = made.write(folder / "texts", made.sources(None), documents, words)
    begin = thread_time()
    for _ in read([str(folder / "texts")]):
        pass
    reading = thread_time() - begin
    links = Links()
    with cluster(folder, 2) as local:
        first = texts[:2]
        build([str(path) for path in first], folder / "warm", cluster=local.address)
        workers, own = sum(processor(one.pid) for one in local.workers), process_time()
        scheduler = processor(local.scheduler.pid)
        build([str(folder / "texts")], folder / "store", cluster=local.address, linking=links)
        own = process_time() - own
        workers = sum(processor(one.pid) for one in local.workers) - workers
        scheduler = processor(local.scheduler.pid) - scheduler
    with open_store(folder / "store", write=False) as store:
        quads = len(store.oxigraph)
    rest = own - links.seconds
    print(f"{documents:,} documents of {words:,} words and more; seconds of the processor for each document:")
    for name, seconds in (("worker: annotate, extract, check", workers), ("scheduler", scheduler), ("first process: send, store", rest)):
        print(f"  {name:36}{seconds / documents:9.4f} s")
    print(f"  {'  of it to read the texts':36}{reading / documents:9.4f} s")
    print(f"  {'links, at the end':36}{links.seconds / documents:9.4f} s ({links.groups:,} groups)")
    print(f"a first process keeps {workers / rest:,.0f} workers busy")
    print(f"{quads / documents:,.0f} quads, {size(folder / 'store') / documents / 1000:,.0f} kB of store, ", end="")
    print(f"{size(folder / 'texts') / documents / 1000:,.0f} kB of text for each document")


def same_country(folder: Path, number: int, words: int) -> None:
    """Print how long the links take of so many documents of one country."""
    own = made.sources(None)
    place = folder / f"same-{number}"
    place.mkdir()
    for n in range(number):
        (place / f"FJI-{2001 + n % 25}-{n}.txt").write_text(made.narrative(own, "Fiji", words, n), encoding="utf-8")
    manifest = folder / f"same-{number}.csv"
    rows = [f"same-{number}/{path.name},FJI,{path.name[4:8]},," for path in sorted(place.iterdir())]
    manifest.write_text("\n".join(["file,country,year,title,source", *rows]) + "\n", encoding="utf-8")
    links = Links()
    build([str(place)], folder / f"store-{number}", manifest=manifest, processes=2, linking=links)
    print(f"{number:6,} documents of one country: links {links.seconds:8.2f} s, {links.seconds / number:8.4f} s a document")


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=120, help="how many documents (default 120)")
    parser.add_argument("--words", type=int, default=2500, help="how many words each at least (default 2500)")
    parser.add_argument("--same", type=int, nargs="*", default=[25, 50, 100], help="how many of one country (default 25 50 100)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), arguments.documents, arguments.words)
        for number in arguments.same:
            same_country(Path(name), number, arguments.words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
