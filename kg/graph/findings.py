"""What a validation finds, in words that name the fact and quote its sentence, and as a standard report graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rdflib
from rdflib import Graph, URIRef
from rdflib.term import Node

from kg.facts.kinds import KINDS
from kg.facts.model import Fact, declared
from kg.graph.shacl import Result, Severity
from kg.graph.table import short
from kg.graph.turtle import Block, block, iri, listed, text, turtle
from kg.vocabulary.iris import BASE, OA, RDF, SH, TIP, camel, hashed

CLASSES: dict[Node, type[Fact]] = {URIRef(TIP + kind.kind.term): kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or doubtful, with the fact that it concerns, if it concerns one."""

    result: Result
    fact: str | None
    """The fact's IRI."""
    described: str
    """The fact by kind and main fields; of something else, its short name."""
    quote: str | None

    @property
    def severity(self) -> Severity:
        """``violation``, ``warning`` or ``info``."""
        return self.result.severity

    def __str__(self) -> str:
        quote = f" “{self.quote}”" if self.quote else ""
        return f"{self.severity}: {self.described}{quote}: {self.result.message}{_found(self.result)}"


def _found(result: Result) -> str:
    """The value that is wrong; where the property itself is, the property before it."""
    if result.value is None:
        return ""
    undeclared = [f"{shown(step)} " for step in result.path if result.component == rdflib.SH.ClosedConstraintComponent]
    return f" Found: {''.join(undeclared)}{shown(result.value)}."


def findings(data: Graph, results: Iterable[Result]) -> list[Finding]:
    """Results with the facts that they concern, in a fixed order; a result that concerns several facts is told of each."""
    found = {finding for result in results for finding in _findings(data, result)}
    return sorted(found, key=lambda f: (f.severity != "violation", f.severity, f.fact or "", str(f), str(f.result)))


def _findings(data: Graph, result: Result) -> Iterator[Finding]:
    facts = sorted(facts_of(data, result.focus))
    for fact in facts:
        yield Finding(result, str(fact), described(data, fact), quote_of(data, fact))
    if not facts:
        yield Finding(result, None, shown(result.focus), quote_of(data, result.focus))


def facts_of(data: Graph, node: Node) -> set[URIRef]:
    """The facts that a node is, or whose evidence it is or belongs to."""
    if (node, URIRef(TIP + "doc"), None) in data or _kind(data, node):
        return {node} if isinstance(node, URIRef) else set()
    parts = {node, *data.subjects(URIRef(OA + "hasSelector"), node)}
    return {fact for part in parts for fact in data.subjects(URIRef(TIP + "evidence"), part) if isinstance(fact, URIRef)}


def described(data: Graph, fact: URIRef) -> str:
    """A fact's kind, its identifying fields and its IRI."""
    kind = _kind(data, fact)
    if kind is None:
        return f"fact {fact}"
    fields = [name for name, value in declared(kind).items() if value.identifies]
    values = [
        f"{name.replace('_', ' ')} {shown(v)}" for name in fields for v in sorted(data.objects(fact, URIRef(TIP + camel(name))), key=str)
    ]
    return f"{kind.kind.label.lower()} {fact}" + (f" ({', '.join(values)})" if values else "")


def quote_of(data: Graph, node: Node) -> str | None:
    """The words of a fact's first piece of evidence, or of a piece of evidence, or of a selector."""
    pieces = [node, *data.objects(node, URIRef(TIP + "evidence"))]
    parts = [part for piece in pieces for part in (piece, *data.objects(piece, URIRef(OA + "hasSelector")))]
    quotes = [str(words) for part in parts for words in data.objects(part, URIRef(OA + "exact"))]
    return " ".join(min(quotes, key=lambda q: (len(q), q)).split()) if quotes else None


def shown(node: Node | None) -> str:
    """A term for people."""
    return short(str(node)) if isinstance(node, URIRef) else f"“{node}”"


def _kind(data: Graph, node: Node) -> type[Fact] | None:
    return next((CLASSES[c] for c in data.objects(node, URIRef(RDF + "type")) if c in CLASSES), None)


def report(found: Iterable[Finding]) -> str:
    """The standard SHACL report as Turtle, with the same bytes for the same findings."""
    results = {_name(finding.result): finding.result for finding in found}
    head = block(
        iri(BASE + "report"),
        ("a", "sh:ValidationReport"),
        ("sh:conforms", "false" if results else "true"),
        ("sh:result", [iri(name) for name in sorted(results)]),
    )
    blocks = [head, *(_block(name, result) for name, result in sorted(results.items()))]
    return turtle("A validation report (SHACL, section 3.6)", {"sh": SH}, blocks)


def _name(result: Result) -> str:
    return hashed(BASE + "result/", *map(str, (result.focus, result.path, result.value, result.shape, result.component)))


def _block(name: str, result: Result) -> Block:
    path = [_n3(part) for part in result.path]
    return block(
        iri(name),
        ("a", "sh:ValidationResult"),
        ("sh:resultSeverity", f"sh:{result.severity.capitalize()}"),
        ("sh:focusNode", _n3(result.focus)),
        ("sh:resultPath", path if len(path) < 2 else listed(path)),
        ("sh:value", [] if result.value is None else _n3(result.value)),
        ("sh:resultMessage", text(result.message, "en")),
        ("sh:sourceShape", _n3(result.shape)),
        ("sh:sourceConstraintComponent", _n3(result.component)),
    )


def _n3(node: Node) -> str:
    if isinstance(node, rdflib.Literal):
        return text(str(node)) + (f"^^<{node.datatype}>" if node.datatype else f"@{node.language}" if node.language else "")
    return iri(str(node))
