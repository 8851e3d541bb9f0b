"""What an archive costs: the whole build, against the stock pipeline of the same language model alone over the same text.

    python -m benchmarks.archive [--documents 4500] [--words 2500] [--texts FOLDER] [--folder DIR] [--enforce]

The archive is made from the project's own documents, or from those of --texts. All is measured in one run: the stock pipeline
over a part of the documents before and after, one by one and all at once (spaCy's pipe), and twice side by side, which shows what
the machine gains by two processes at all; a build of a tenth, one of all with one process, one after a document has changed, one of
all with two processes. --enforce ends with exit code 1 where a limit of the project is broken.
--documents 200 is a run of a few minutes.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time

import spacy

from benchmarks import made
from kg.graph.store import open_store
from kg.language.pipeline import load

LIMITS = (("ratio", 1.0), ("memory", 1.0), ("growth", 1.0), ("rebuild", 5.0))
"""What must not be more: times the stock pipeline, GB of one process, times linear growth (with a tenth for noise), seconds."""
SPEED_UP = 1.7
"""What two processes must gain at least."""


@dataclass(slots=True)
class Run:
    """One build, as a program of its own: its seconds, those of its processors, and the peak of memory of each of its processes in MB."""

    seconds: float = 0.0
    processor: float = 0.0
    peaks: dict[int, int] = field(default_factory=dict)
    said: str = ""

    @property
    def memory(self) -> str:
        """The peaks in words, the highest first."""
        return " + ".join(f"{peak:,}" for peak in sorted(self.peaks.values(), reverse=True)[:4]) + " MB" if self.peaks else "not known"


def build(texts: Path, store: Path, processes: int) -> Run:
    """Build a store from a folder by the command line."""
    run, done = Run(), Event()
    command = [sys.executable, "-m", "kg", "build", str(texts), "--store", str(store), "--processes", str(processes)]
    begin, used = perf_counter(), _used()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as program:
        watch = Thread(target=_watch, args=(program.pid, run.peaks, done), daemon=True)
        watch.start()
        run.said = program.communicate()[1]
    run.seconds, run.processor = perf_counter() - begin, _used() - used
    done.set()
    if program.returncode not in (0, 1):
        sys.exit(f"a build ended with {program.returncode}, so that nothing is measured: {run.said[-500:]}")
    watch.join()
    return run


def _used() -> float:
    """The seconds of processors that programs which have ended took."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(root: int, peaks: dict[int, int], done: Event) -> None:
    """Note the peaks of a process and of those that it started, where the system has /proc."""
    while not done.wait(0.2):
        for pid in _family(root):
            try:
                status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
            except OSError:
                continue
            lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
            if "VmHWM" in lines:
                peaks[pid] = int(lines["VmHWM"].split()[0]) // 1024


def _family(root: int) -> list[int]:
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting += map(int, children.read_text(encoding="utf-8").split())
            except OSError:
                continue
    return found


def stock(paths: Sequence[Path], at_once: bool = False) -> tuple[int, float, float]:
    """The words of some documents, and the seconds, and those of the processor, of the whole stock pipeline over them."""
    nlp = spacy.load(load().nlp.path)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    nlp(texts[0])
    begin, used = perf_counter(), process_time()
    for _ in nlp.pipe(texts) if at_once else map(nlp, texts):
        pass
    return sum(len(text.split()) for text in texts), perf_counter() - begin, process_time() - used


def side_by_side(paths: Sequence[Path]) -> float:
    """How many times the work of one process two do in the same time on this machine: the stock pipeline in both."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(stock, [paths[:1]] * 2))
        alone = pool.submit(stock, paths).result()[1]
        both = [found[1] for found in pool.map(stock, [paths, paths])]
    return 2 * alone / (sum(both) / 2)


def digest(store: Path) -> str:
    """The hash of all quads of a store, in their order as N-Quads."""
    whole = sha256()
    with open_store(store, write=False) as held:
        for line in sorted(str(quad) for quad in held.oxigraph):
            whole.update(line.encode())
    return whole.hexdigest()[:16]


def measure(folder: Path, paths: Sequence[Path], sample: int) -> dict[str, float]:
    """Print what was measured; the measures by name."""
    texts, part = paths[0].parent, folder / "tenth"
    part.mkdir()
    for path in paths[::10]:
        (part / path.name).write_bytes(path.read_bytes())
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    print(f"{len(paths):,} documents, {words:,} words ({words // len(paths):,} each)")
    chosen = paths[:: max(1, len(paths) // sample)]
    before = stock(chosen[::2])
    tenth = build(part, folder / "small", 1)
    one = build(texts, folder / "one", 1)
    print(_line("one process", one, len(paths), words))
    again = _changed(paths[len(paths) // 2], texts, folder / "one")
    two = build(texts, folder / "two", 2)
    print(_line("two processes", two, len(paths), words))
    after = stock(chosen[1::2])
    gains = side_by_side(chosen[1::2])
    at_once = stock(chosen[1::2], at_once=True)
    rate, work = ((before[n] + after[n]) / (before[0] + after[0]) for n in (1, 2))
    print(f"{'stock pipeline alone':24}{1 / rate:9,.0f} words/s (over {len(chosen)} documents)")
    small = len(list(part.iterdir()))
    return {
        "ratio": one.seconds / words / rate,
        "work": one.processor / words / work,
        "at once": one.seconds / words * at_once[0] / at_once[1],
        "speed-up": one.seconds / two.seconds,
        "gains": gains,
        "memory": max([*one.peaks.values(), *two.peaks.values()], default=0) / 1024,
        "growth": (one.seconds / len(paths)) / (tenth.seconds / small),
        "rebuild": again.seconds,
    }


def _changed(path: Path, texts: Path, store: Path) -> Run:
    """Build anew after one document has changed; then it is put back, and built once more so that all is as before."""
    before = path.read_text(encoding="utf-8")
    path.write_text(
        before.replace("Recommendations", "Shelters\n\nThe ministry ran nine shelters for women.\n\nRecommendations", 1), encoding="utf-8"
    )
    run = build(texts, store, 1)
    path.write_text(before, encoding="utf-8")
    build(texts, store, 1)
    return run


def _line(name: str, run: Run, documents: int, words: int) -> str:
    rates = f"{documents / run.seconds:7.2f} documents/s, {words / run.seconds:7,.0f} words/s"
    return f"{name:24}{run.seconds:9,.1f} s ({run.processor:,.1f} of the processor), {rates}, memory {run.memory}"


def broken(found: dict[str, float]) -> list[str]:
    """The measures that break a limit."""
    over = [name for name, limit in LIMITS if found[name] > limit * (1.1 if name == "growth" else 1)]
    return [*over, *(["speed-up"] if found["speed-up"] < SPEED_UP else [])]


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=4500, help="how many documents (default 4500)")
    parser.add_argument("--words", type=int, default=2500, help="how many words each at least (default 2500)")
    parser.add_argument("--sample", type=int, default=200, help="over how many documents the stock pipeline runs (default 200)")
    parser.add_argument("--texts", type=Path, help="make the archive from the texts of this folder (default: the project's own)")
    parser.add_argument("--folder", type=Path, help="where the archive and the stores are made (default: a temporary folder)")
    parser.add_argument("--enforce", action="store_true", help="exit code 1 where a limit is broken")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        own = made.sources(arguments.texts)
        paths = made.write(folder / "texts", own, arguments.documents, arguments.words)
        found = measure(folder, paths, arguments.sample)
        same = digest(folder / "one") == digest(folder / "two")
    print(f"{'whole build / stock':24}{found['ratio']:9.2f} (at most 1.00)")
    print(f"{'… / stock, all at once':24}{found['at once']:9.2f} (the stock pipeline given all texts together)")
    print(f"{'the same in work':24}{found['work']:9.2f} (seconds of the processor, of the build over those of the stock pipeline)")
    print(f"{'two processes':24}{found['speed-up']:9.2f} times as fast as one (at least {SPEED_UP})")
    print(f"{'of two stock pipelines':24}{found['gains']:9.2f} times the work of one in the same time, which is what this machine gives")
    print(f"{'memory of a process':24}{found['memory']:9.2f} GB at the most (at most 1.00)")
    print(f"{'growth':24}{found['growth']:9.2f} times linear, from a tenth to all (at most 1.00 but for noise)")
    print(f"{'one changed document':24}{found['rebuild']:9.2f} s (under 5)")
    print(f"{'graphs':24}{'equal' if same else 'DIFFERENT'} with one process and two, after a change and back")
    failed = broken(found) + ([] if same else ["graphs"])
    if failed:
        print(f"beyond the limits: {', '.join(failed)}")
    return 1 if arguments.enforce and failed else 0


if __name__ == "__main__":
    sys.exit(main())
