"""Checks across documents: one SPARQL file each, which says the problem and the remedy and finds the facts that have it.

A check never keeps a fact out: what documents say of each other may differ because the world changed or because one of them is wrong.
Its comment has the lines ``severity:``, ``problem:`` and ``remedy:``. Its rows have ``fact`` (or a
document), the id of its ``document``, and ``told``, which completes the problem in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from pyoxigraph import NamedNode, Quad
from rdflib import URIRef

from kg.graph import shacl
from kg.graph.findings import Finding, findings
from kg.graph.query import select
from kg.graph.shacl import Result, Severity
from kg.graph.store import Store
from kg.graph.terms import oa, tip
from kg.vocabulary.iris import SHAPE


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that documents are compared by."""

    name: str
    severity: Severity
    problem: str
    remedy: str
    sparql: str


@cache
def list_checks() -> tuple[Check, ...]:
    """All checks, by name."""
    found = [f for f in files("kg.graph.checks").iterdir() if f.name.endswith(".rq")]
    return tuple(sorted((_check(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in found), key=lambda c: c.name))


def check_store(store: Store) -> Iterator[tuple[Check, list[Finding]]]:
    """Each check with what it finds in a store."""
    for check in list_checks():
        yield check, [finding for row in select(store, check.sparql) for finding in _findings(store, check, row)]


def _findings(store: Store, check: Check, row: dict[str, str]) -> list[Finding]:
    """A row in words, with the fact that it concerns as its document has it."""
    name = URIRef(SHAPE + "".join(part.capitalize() for part in check.name.split("-")))
    message = f"{check.problem.rstrip('.')}: {' '.join(row['told'].split())}. {check.remedy}"
    result = Result(check.severity, URIRef(row["fact"]), (), None, message, name, name)
    return findings(shacl.graph(_said(store, row["document"], row["fact"])), [result])


def _said(store: Store, document: str, fact: str) -> list[Quad]:
    """A fact and its evidence."""
    quads = list(store.graph(document))
    reached = {fact}
    for link in (tip("evidence"), oa("hasSelector")):
        reached |= {cast(NamedNode, q.object).value for q in quads if q.predicate == link and cast(NamedNode, q.subject).value in reached}
    return [q for q in quads if cast(NamedNode, q.subject).value in reached]


def _check(name: str, sparql: str) -> Check:
    lines = [line.lstrip("# ").strip() for line in sparql.split("\n\n", 1)[0].splitlines()]
    said = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
    return Check(name, cast(Severity, said["severity"]), said["problem"], said["remedy"], sparql)
