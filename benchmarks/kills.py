"""Builds that are killed (kill -9) at random moments: whether the next one ends with the same graph, byte for byte.

    python -m benchmarks.kills [--kills 20] [--documents 12] [--words 1200] [--seed 6]

A build of made narratives is killed once, at a moment drawn from the whole time that an undisturbed one takes; then the same
command is run until it ends, and the N-Quads of the store are compared with those of the undisturbed build. The kills take turns:
the only process, the first of two with its readers left behind, and one of the readers. The exit code is 1 where a graph differs.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from benchmarks import made
from kg.errors import KgError
from kg.graph.export import write
from kg.graph.store import open_store

ROOT = Path(__file__).resolve().parent.parent

OFTEN = """
import sys
import kg.graph.writing
from kg.cli import main
if __name__ == "__main__":
    kg.graph.writing.TOGETHER, kg.graph.writing.PART = {together}, 6_000
    sys.exit(main())
"""
"""``kg``, which writes in small parts after so many quads, so that few documents are enough for kills before, while and after it writes."""

TOGETHER = (10_000, 10_000_000)
"""After how many quads it writes, in turn: every few documents, and when all are read."""

VICTIMS = (("the only process", 1), ("the first of two processes", 2), ("a reading process", 2))
"""Who is killed in turn, and with how many processes the build runs."""

FINE = (0, 1)
"""The exit codes of a build that came to its end; 1 where a fact or a document was kept out."""

PATIENCE = 30.0
"""Seconds after which a reader whose parent was killed must have ended."""

EARLIER, TRIES = 0.8, 10
"""Where the build had ended before its moment, this part of the time is tried on a new store, so often."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One kill: who was killed after how many seconds, what was there then, and what became of it."""

    victim: str
    processes: int
    after: float
    killed: bool
    """False where the build had ended by then, always."""
    there: int
    """How many documents the store held after the kill."""
    left: tuple[int, ...]
    """Processes that were still there long after the kill."""
    same: bool
    """Whether the finished graph is that of an undisturbed build."""

    def __str__(self) -> str:
        what = f"{self.there:3} documents there" if self.killed else "it had ended"
        verdict = "the same bytes" if self.same and not self.left else f"processes left: {self.left}" if self.left else "OTHER BYTES"
        return f"{self.victim:28}{self.after:6.2f} s  {what:20}  {verdict}"


def nquads(store: Path) -> bytes:
    """The whole store as ``kg export --format nquads`` writes it."""
    output = BytesIO()
    with open_store(store, write=False) as held:
        write(held, "nquads", output)
    return output.getvalue()


def command(inputs: Sequence[str], store: Path, processes: int, together: int = TOGETHER[0]) -> list[str]:
    """The build, as a program that writes after so many quads."""
    return [sys.executable, "-c", OFTEN.format(together=together), "build", *inputs, "--store", str(store), "--processes", str(processes)]


def undisturbed(inputs: Sequence[str], store: Path, processes: int) -> float:
    """The seconds that a build takes which nobody disturbs."""
    begin = time.monotonic()
    done = subprocess.run(command(inputs, store, processes), cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode not in FINE:
        raise SystemExit(f"the build ended with {done.returncode}: {done.stderr}")
    return time.monotonic() - begin


def trial(
    inputs: Sequence[str], store: Path, victim: str, processes: int, after: float, expected: bytes, together: int = TOGETHER[0]
) -> Trial:
    """Kill a build after so many seconds, go on until it ends, and compare."""
    line = command(inputs, store, processes, together)
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        time.sleep(after)
        readers = _readers(program.pid)
        killed = program.poll() is None
        if killed and victim == VICTIMS[2][0] and readers:
            os.kill(readers[0], signal.SIGKILL)
        else:
            program.send_signal(signal.SIGKILL)
        program.wait()
    there = _documents(store)
    again = subprocess.run(line, cwd=ROOT, check=False, capture_output=True)
    same = again.returncode in FINE and nquads(store) == expected
    return Trial(victim, processes, after, killed, there, _gone(readers), same)


def _documents(store: Path) -> int:
    """How many documents a store holds; none where it was killed while it was being made."""
    try:
        with open_store(store, write=False) as held:
            return len(held.ids())
    except KgError:
        return 0


def _readers(pid: int) -> list[int]:
    """The processes that read documents for another one."""
    return [child for child in _children(pid) if b"spawn_main" in _told(child, "cmdline")]


def _children(pid: int) -> Iterator[int]:
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, file.read_text(encoding="utf-8").split())
        except OSError:
            continue


def _told(pid: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes()
    except OSError:
        return b""


def _gone(pids: Sequence[int]) -> tuple[int, ...]:
    """Those processes that do not end by themselves."""
    end = time.monotonic() + PATIENCE
    while (left := tuple(pid for pid in pids if b"spawn_main" in _told(pid, "cmdline"))) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def trials(inputs: Sequence[str], folder: Path, number: int, seed: int, said: Callable[[str], object] = print) -> Iterator[Trial]:
    """So many kills at moments drawn from parts of the whole time, one moment from each part."""
    seconds = {processes: undisturbed(inputs, folder / f"undisturbed-{processes}", processes) for processes in (1, 2)}
    expected = nquads(folder / "undisturbed-1")
    same = expected == nquads(folder / "undisturbed-2")
    said(f"undisturbed {seconds[1]:.1f} s with one process, {seconds[2]:.1f} s with two: {'the same' if same else 'OTHER'} bytes")
    chance = random.Random(seed)
    shares = [(n + chance.random()) / number for n in range(number)]
    chance.shuffle(shares)
    for n, ((victim, processes), share) in enumerate(zip(islice(cycle(VICTIMS), number), shares, strict=True)):
        after, tries = share * seconds[processes], 0
        together = TOGETHER[n // len(VICTIMS) % len(TOGETHER)]
        while not (found := trial(inputs, folder / f"{n}-{tries}", victim, processes, after, expected, together)).killed and tries < TRIES:
            after, tries = after * EARLIER, tries + 1
        yield found


def main() -> int:
    """Print what came of each kill."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20, help="how many builds are killed (default 20)")
    parser.add_argument("--documents", type=int, default=12, help="how many documents each build reads (default 12)")
    parser.add_argument("--words", type=int, default=1200, help="how many words each has at least (default 1200)")
    parser.add_argument("--seed", type=int, default=6, help="for other moments (default 6)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        texts = made.write(Path(name) / "texts", made.sources(None), arguments.documents, arguments.words)
        found = []
        for one in trials([str(texts[0].parent)], Path(name), arguments.kills, arguments.seed):
            found.append(one)
            print(one, flush=True)
    good = sum(one.same and not one.left for one in found)
    print(f"{good} of {len(found)} the same, byte for byte; {sum(one.killed for one in found)} were killed before their end")
    return 0 if good == len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
