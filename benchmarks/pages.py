"""How much of a narrative is kept of HTML pages, and how much that is none of it: ours, and libraries for main text that are installed.

    python -m benchmarks.pages [--pages FOLDER --main ID]

The pages are made of the project's example narratives as sites of eighteen kinds build them (tests/narrative/sites.py). With --pages,
saved pages are measured too, whose main text is the element with the id --main. Words are compared in runs of four; the libraries are
trafilatura, resiliparse, justext and readability-lxml, none of which the program needs.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any, NamedTuple

from lxml import html

from kg.errors import DataProblem
from kg.narrative.html import convert
from tests.narrative.sites import parts, sites, words

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
RUN = 4

Reader = Callable[[str], str]


class Case(NamedTuple):
    """A page and the words of its narrative."""

    kind: str
    page: str
    narrative: str


class Score(NamedTuple):
    """The share of the narrative's runs of words that was kept, and the share of what was kept that is not the narrative's."""

    kept: float
    other: float


def readers() -> Iterator[tuple[str, Reader]]:
    """Ours, and the libraries that are installed."""
    yield "tip-kg", lambda page: convert(page).text
    for name, make in LIBRARIES.items():
        try:
            yield name, make()
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)


def _trafilatura() -> Reader:
    library: Any = import_module("trafilatura")
    return lambda page: library.extract(page, include_comments=False) or ""


def _resiliparse() -> Reader:
    library: Any = import_module("resiliparse.extract.html2text")
    return lambda page: str(library.extract_plain_text(page, main_content=True))


def _justext() -> Reader:
    library: Any = import_module("justext")
    stop = library.get_stoplist("English")
    return lambda page: "\n".join(part.text for part in library.justext(page.encode(), stop) if not part.is_boilerplate)


def _readability() -> Reader:
    library: Any = import_module("readability")
    return lambda page: " ".join(map(str, html.fromstring(library.Document(page).summary()).itertext()))


LIBRARIES: dict[str, Callable[[], Reader]] = {
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
    "justext": _justext,
    "readability": _readability,
}


def made() -> Iterator[Case]:
    """The examples on made pages."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        narrative = parts(path.read_text(encoding="utf-8"))
        for kind, page in sites(narrative).items():
            yield Case(kind, page, words(narrative))


def saved(folder: Path, main: str) -> Iterator[Case]:
    """Saved pages, with the text of one of their elements."""
    for path in sorted(folder.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        root: Any = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
        for element in root.xpath("//script|//style|//noscript|//template"):
            element.drop_tree()
        yield Case(path.stem, page, " ".join(text for part in root.xpath("//*[@id=$main]", main=main) for text in part.itertext()))


def score(narrative: str, found: str) -> Score:
    """Compare what was found with the narrative."""
    wanted, got = _runs(narrative), _runs(found)
    return Score((wanted & got).total() / max(1, wanted.total()), (got - wanted).total() / max(1, got.total()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    found = re.findall(r"\w+", text)
    return Counter(tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


def measure(name: str, read: Reader, cases: list[Case]) -> None:
    """Print the scores of one reader, and the pages on which it is far from the narrative."""
    begin = perf_counter()
    scores = [(case.kind, score(case.narrative, _found(read, case.page))) for case in cases]
    seconds = perf_counter() - begin
    kept, other = (mean(getattr(one, field) for _, one in scores) for field in ("kept", "other"))
    print(f"{name:14}kept {kept:.4f}  other {other:.4f}  {seconds / len(cases) * 1000:6.0f} ms a page")
    for kind in dict.fromkeys(kind for kind, _ in scores):
        some = [one for other, one in scores if other == kind]
        if mean(one.kept for one in some) < 0.95 or mean(one.other for one in some) > 0.05:
            print(f"    {kind:32}kept {mean(one.kept for one in some):.3f}  other {mean(one.other for one in some):.3f}")


def _found(read: Reader, page: str) -> str:
    try:
        return read(page)
    except DataProblem:
        return ""


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="measure the *.html of this folder too")
    parser.add_argument("--main", metavar="ID", default="report_content", help="the id of their main text (default report_content)")
    arguments = parser.parse_args()
    sets = {"made pages": list(made()), **({"saved pages": list(saved(arguments.pages, arguments.main))} if arguments.pages else {})}
    for title, cases in sets.items():
        print(f"{len(cases)} {title}")
        for name, read in readers():
            measure(name, read, cases)
    return 0


if __name__ == "__main__":
    sys.exit(main())
