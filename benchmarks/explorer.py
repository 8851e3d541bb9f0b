"""How soon the explorer answers, measured in a browser: python -m benchmarks.explorer [--store DIR | --quads N]

Without a store, one of the size that is wanted is made as in benchmarks/graph.py. Chromium opens the pages of a running «kg serve»; a page
counts as seen when its load event has ended. Then many clients ask at once, pages and queries by turns, while one runs a query without end.
"""

import argparse
import http.client
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.graph import fill, read, repeated
from kg.graph.query import select
from kg.graph.store import open_store
from kg.vocabulary.iris import place_of
from tests.web.browser import CHROMIUM, WITHOUT, Browser, browsing

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a tip:certainty ?b . ?c tip:certainty ?d . ?e tip:certainty ?f }"
LIMIT = 10
"""Seconds after which the server stops a query."""

SEEN = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@contextmanager
def served(store: Path) -> Iterator[tuple[int, float]]:
    """The port of a server of its own over a store, and the seconds until it answered."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", "--timeout", str(LIMIT)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            told = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
            assert told, "the server did not start"
            yield int(told[1]), time.perf_counter() - began
        finally:
            process.terminate()
            process.communicate()


def opened(browser: Browser, address: str) -> float:
    """The milliseconds until a page was seen, with nothing in the browser's cache."""
    browser.call("Network.clearBrowserCache")
    browser.open(address)
    return float(browser.until(SEEN))


def told(name: str, times: Sequence[float]) -> None:
    """Print how long pages took."""
    print(f"  {name:28}{median(times):7,.0f} ms (median of {len(times)}; worst {max(times):,.0f} ms)")


def pages(browser: Browser, port: int, countries: Sequence[str], documents: Sequence[str]) -> None:
    """Open the pages that people open first."""
    here = f"http://127.0.0.1:{port}"
    told("first view, the first time", [opened(browser, here + "/")])
    told("first view, again", [opened(browser, here + "/") for _ in range(5)])
    told("a country, the first time", [opened(browser, f"{here}/country/{code}") for code in countries])
    told("a country, again", [opened(browser, f"{here}/country/{code}") for code in countries])
    told("all flows", [opened(browser, here + "/flows") for _ in range(3)])
    told("the map of one year", [opened(browser, f"{here}/?year={year}") for year in (2003, 2008, 2013)])
    told("a document", [opened(browser, f"{here}/document/{quote(name)}") for name in documents])
    told("a search", [opened(browser, f"{here}/search?q={word}") for word in ("police", "shelter", "ministry")])
    told("a query and its result", [opened(browser, f"{here}/query?example=corridors") for _ in range(3)])


@dataclass
class Crowd:
    """Clients that ask until they are told to stop."""

    port: int
    paths: Sequence[str]
    stopped: threading.Event = field(default_factory=threading.Event)
    seconds: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    """How long answers took, by status."""

    def ask(self, path: str) -> None:
        """Ask once."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        self.seconds[answer.status].append(time.perf_counter() - began)

    def client(self, number: int) -> None:
        """Ask one path after another."""
        turn = number
        while not self.stopped.is_set():
            self.ask(self.paths[turn % len(self.paths)])
            turn += 1


def crowded(port: int, clients: int, countries: Sequence[str]) -> None:
    """Let many clients ask at once while one runs a query without end."""
    query = "/sparql?query=" + quote("SELECT (COUNT(?f) AS ?n) { ?f a tip:Flow }")
    crowd, endless = Crowd(port, ["/", query, *(f"/country/{code}" for code in countries[:6]), query]), Crowd(port, [])
    threads = [threading.Thread(target=crowd.client, args=[n]) for n in range(clients)]
    asker = threading.Thread(target=endless.ask, args=["/sparql?query=" + quote(ENDLESS)])
    asker.start()
    for thread in threads:
        thread.start()
    asker.join()
    crowd.stopped.set()
    for thread in threads:
        thread.join()
    (status, (seconds,)), times = *endless.seconds.items(), crowd.seconds
    print(f"{clients} clients at once while one runs a query without end")
    print(f"  the endless query ended after {seconds:.1f} s with {status}")
    for status, found in sorted(times.items()):
        print(f"  {len(found)} answers with {status}: median {median(found) * 1000:,.0f} ms, worst {max(found) * 1000:,.0f} ms")
    began = Crowd(port, [])
    began.ask("/")
    print(f"  afterwards the first view takes {began.seconds[200][0] * 1000:,.0f} ms at the server")


def measured(store: Path, clients: int) -> None:
    """Print what was measured over a store."""
    with open_store(store, write=False) as held:
        quads = len(held.oxigraph)
    rows = select(store, "SELECT ?id ?country { ?d a tip:Document ; dcterms:identifier ?id ; tip:country ?country } ORDER BY ?id")
    countries = sorted({code for row in rows if (code := place_of(row["country"]))})
    print(f"{len(rows):,} documents on {len(countries)} countries, {quads:,} quads")
    some = countries[:: max(1, len(countries) // 12)][:12]
    with served(store) as (port, seconds):
        print(f"  the server answers after {seconds:.1f} s")
        with tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as browser:
            pages(browser, port, some, [row["id"] for row in rows[:: max(1, len(rows) // 5)]][:5])
        crowded(port, clients, some)


def main() -> int:
    """Measure a store that is there or one that is made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="the store to serve (default: one is made)")
    parser.add_argument("--quads", type=int, default=1_500_000, help="how many quads a store that is made has at least (default 1500000)")
    parser.add_argument("--clients", type=int, default=20, help="how many clients ask at once (default 20)")
    arguments = parser.parse_args()
    if CHROMIUM is None:
        print(WITHOUT, file=sys.stderr)
        return 3
    if arguments.store:
        measured(arguments.store, arguments.clients)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "store", repeated(read()), arguments.quads)
        measured(Path(folder) / "store", arguments.clients)
    return 0


if __name__ == "__main__":
    sys.exit(main())
