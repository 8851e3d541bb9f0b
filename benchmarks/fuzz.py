"""Inputs that are bent until they reach new parts of the program (coverage-guided, by atheris): none may reach a fault of it.

    python -m benchmarks.fuzz [--inputs 20000] [--target NAME] [--seed 6] [--keep FOLDER]

Each target gets so many inputs, those that read with the language model a tenth of them, in a process of its own. The inputs begin with
the project's own documents. One that breaks what is promised is written to the folder, told, and makes the exit code 1.
Needs atheris, which runs on Linux: pip install atheris.
"""

import argparse
import importlib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

LONGEST = 4096
"""Bytes of the longest input."""

SLOWEST = 30
"""Seconds that an input may take."""

FORMS = (".txt", ".html", ".csv", ".jsonl", "")
"""The endings of files that are read; the first byte of an input chooses one."""

Target = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is tried: how a target is made, from which inputs it begins, and which part of the inputs it gets."""

    make: Callable[[], Target]
    seeds: Callable[[], Sequence[bytes]]
    words: str = ""
    """Words that the inputs are made of, in one string."""
    part: int = 1


def reader() -> Target:
    """Any bytes as a file of any form are documents and issues, and no issue is a fault of the program."""
    from kg.narrative.model import Document
    from kg.narrative.reading import read

    folder = tempfile.mkdtemp(prefix="kg-fuzz-")

    def target(data: bytes) -> None:
        path = Path(folder) / f"LAO-2011{FORMS[data[0] % len(FORMS)] if data else '.txt'}"
        if data[1:5] == b"%PDF":
            return  # PDFium is a library of its own, in a process of its own
        path.write_bytes(data[1:])
        for item in read([str(path)]):
            if isinstance(item, Document):
                assert all(item.text[section.start : section.end].strip() for section in item.sections)
            else:
                assert "fault of the program" not in item.message, item.message
        path.unlink()

    return target


def facts() -> Target:
    """The facts of any text have its words; what breaks a shape, as a tier 1WL, is told; the others come back from the graph."""
    from pyoxigraph import Store

    from kg.errors import DataProblem
    from kg.facts.reading import read_facts
    from kg.graph.mapping import fact_node, quads
    from kg.graph.provenance import activity
    from kg.graph.recall import facts_in
    from kg.graph.validation import check
    from kg.language.annotate import annotate
    from kg.language.pipeline import load
    from kg.narrative.text import document

    pipeline = load()

    def target(data: bytes) -> None:
        try:
            paper = document(data.decode("utf-8", "ignore"), id="LAO-2011", country="LAO", year=2011)
        except DataProblem:
            return
        found = read_facts(annotate(paper, pipeline))
        assert all(paper.text[e.start : e.end] == e.quote for fact in found for e in fact.evidence)
        kept, findings, *_ = check(paper, found, activity(pipeline))
        told = {finding.fact for finding in findings if finding.severity == "violation"}
        assert told == {fact_node(fact).value for fact in set(found) - set(kept)}, findings
        store = Store()
        store.extend(quads(paper, kept, activity(pipeline)))
        assert {fact for _, fact in facts_in(store)} == set(kept)

    return target


def gold() -> Target:
    """Any bytes as a file of facts are rows, or refused with a reason."""
    from kg.errors import KgError
    from kg.evaluation.gold import read_gold
    from kg.facts.interchange import from_json

    path = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "gold.jsonl"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        try:
            rows = read_gold(path)
            for row in rows:
                from_json(row)
        except KgError:
            return

    return target


def manifest() -> Target:
    """Any bytes as a manifest are rows, or refused with a reason."""
    from kg.errors import KgError
    from kg.narrative.manifest import entry, read_manifest

    path = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "manifest.csv"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        try:
            for row in read_manifest(path).values():
                entry(row, path)
        except KgError:
            return

    return target


def query() -> Target:
    """What another parser of SPARQL takes for a query with SERVICE in it is refused before it is asked."""
    from rdflib.plugins.sparql.parser import parseQuery

    from kg.errors import UsageProblem
    from kg.graph.sparql import must_be_allowed

    def target(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")
        try:
            must_be_allowed(text)
        except UsageProblem:
            return
        if "service" not in text.lower() and "\\u" not in text.lower():
            return
        try:
            parsed = parseQuery(text)
        except Exception:  # whatever it is, the other parser takes it for no query
            return
        assert "ServiceGraphPattern" not in repr(parsed), text

    return target


def _examples(pattern: str, before: bytes = b"") -> list[bytes]:
    return [before + path.read_bytes()[:LONGEST] for path in sorted((ROOT / "examples").glob(pattern))]


def _paragraphs() -> list[bytes]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt")))
    return [f"LAOS (Tier 2)\n\n{part}".encode() for text in texts for part in text.split("\n\n") if part.strip()]


def _files() -> list[bytes]:
    page = b"<html><head><title>LAOS</title></head><body><h1>LAOS (Tier 2)</h1><p>Lao women are taken to Thailand.</p></body></html>"
    rows = [json.dumps({"text": "Men beg in Fiji.", "country": "FJI", "year": 2011}), "text,country,year\nMen beg in Fiji.,FJI,2011\n"]
    return [*_examples("*.txt", b"\x00"), b"\x01" + page, b"\x03" + rows[0].encode(), b"\x02" + rows[1].encode()]


def _queries() -> list[bytes]:
    asked = [path.read_bytes()[:LONGEST] for path in sorted((ROOT / "kg" / "graph" / "questions").glob("*.rq"))]
    service = b"SELECT ?x { ?x ?y 'a' # b\n SERVICE SILENT <http://a> { ?x ?y \"c\" } }"
    return [*asked, service, b"ASK { ?service ?p <http://a#b> . \\u0053ERVICE ?x { } }"]


TARGETS = {
    "reader": Kind(
        reader, _files, 'Tier Recommendations Prosecution <p> </div> &nbsp; <!-- --> \r\n \n \t , {"text": \ufeff \u200f &#xD800;'
    ),
    "manifest": Kind(manifest, lambda: _examples("manifest.csv"), 'file,country,year,title,source,id " LAO 2011 ; \n \ufeff'),
    "gold": Kind(gold, lambda: _examples("gold/*.jsonl"), '{" "evidence": [] null "kind": "flow" "start": 1e9 true "doc": "quote":'),
    "query": Kind(query, _queries, "SERVICE SILENT ?x <http://a> { } ' \" ''' # \n \\u0053 SELECT ASK FROM PREFIX a: ."),
    "facts": Kind(
        facts, _paragraphs, "Thailand Laos women convicted trafficking from to not reported MOU 2010 12 $70 percent “ ” ’ ; -", 10
    ),
}


def _listed(words: str) -> str:
    """Words as a dictionary of libFuzzer; line ends are words too."""

    def spelled(word: str) -> str:
        return "".join(chr(byte) if 32 < byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode())

    return "".join(f'"{spelled(word)}"\n' for word in words.split(" "))


def run(name: str, inputs: int, seed: int, keep: Path) -> None:
    """Try one target in this process, which atheris ends."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["kg"], enable_loader_override=False):
        target = TARGETS[name].make()
    with tempfile.TemporaryDirectory(prefix="kg-fuzz-") as folder:
        begin = Path(folder) / "begin"
        begin.mkdir()
        for n, data in enumerate(TARGETS[name].seeds()):
            (begin / f"{n:03}").write_bytes(data)
        words = Path(folder) / "words"
        words.write_text(_listed(TARGETS[name].words), encoding="utf-8")
        keep.mkdir(parents=True, exist_ok=True)
        options = [f"-runs={inputs}", f"-seed={seed}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-rss_limit_mb=4096"]
        atheris.Setup([sys.argv[0], *options, f"-dict={words}", f"-artifact_prefix={keep}/{name}-", str(begin)], target)
        atheris.Fuzz()


def tried(name: str, arguments: argparse.Namespace) -> bool:
    """Try one target in a process of its own and tell what came of it; False where an input broke it."""
    number = max(1, arguments.inputs // TARGETS[name].part)
    options = ["--run", name, "--inputs", str(number), "--seed", str(arguments.seed), "--keep", str(arguments.keep)]
    done = subprocess.run([sys.executable, "-m", "benchmarks.fuzz", *options], capture_output=True, text=True, cwd=ROOT, check=False)
    reached = re.findall(r"#(\d+)\t.* cov: (\d+) ft: (\d+)", done.stderr)
    inputs, branches, features = map(int, reached[-1]) if reached else (0, 0, 0)
    print(f"{name:10}{inputs:9,} inputs, {branches:6,} branches reached, {features:7,} of their counts", end="")
    print("" if done.returncode == 0 else f": BROKEN, see {arguments.keep}", flush=True)
    if done.returncode:
        lines = [*done.stdout.splitlines(), *done.stderr.splitlines()]
        print("\n".join([line[:1000] for line in lines if not line.startswith(("INFO", "#", "WARNING"))][-40:]))
    return done.returncode == 0


def main() -> int:
    """Print what came of each target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=20_000, help="how many inputs for each target (default 20000)")
    parser.add_argument("--target", choices=sorted(TARGETS), help="one target alone")
    parser.add_argument("--seed", type=int, default=6, help="for other inputs (default 6)")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where inputs that break something go (default build/fuzz)")
    parser.add_argument("--run", choices=sorted(TARGETS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not importlib.util.find_spec("atheris"):
        print("atheris is not installed; pip install atheris brings it on Linux", file=sys.stderr)
        return 3
    if arguments.run:
        run(arguments.run, arguments.inputs, arguments.seed, arguments.keep.resolve())
    found = [tried(name, arguments) for name in ([arguments.target] if arguments.target else TARGETS)]
    return 0 if all(found) else 1


if __name__ == "__main__":
    sys.exit(main())
