"""The graph as JSON that people can read and RDF programs too (JSON-LD 1.1): one object a document and one a fact, with short keys.

Evidence stands in the first fact that has it, sections stand in their document; what the context has no short form for is written in full.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any, BinaryIO, Final, cast

from pyoxigraph import Literal, NamedNode, Triple

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, declared, many
from kg.facts.values import Token
from kg.graph.sparql import prefixes
from kg.graph.terms import BOOLEAN, INTEGER, dcterms, label, oa, prop, prov, qb, skos, tip, type_
from kg.graph.values import Term
from kg.vocabulary.iris import BASE, PLACE, REGION, TIP, XSD

Value = dict[str, Any] | list[Any] | str | int | bool

NAMED: Final[Mapping[str, NamedNode]] = {
    "identifier": dcterms("identifier"),
    "mediaType": dcterms("format"),
    "title": dcterms("title"),
    "source": dcterms("source"),
    "label": label,
    "altLabel": skos("altLabel"),
    "document": oa("hasSource"),
    "selector": oa("hasSelector"),
    "start": oa("start"),
    "end": oa("end"),
    "exact": oa("exact"),
    "prefix": oa("prefix"),
    "suffix": oa("suffix"),
    "used": prov("used"),
    "wasAssociatedWith": prov("wasAssociatedWith"),
    "wasGeneratedBy": prov("wasGeneratedBy"),
    "dataSet": qb("dataSet"),
}
"""The short names of properties that are not the project's own; of its own the short name is the local one."""

LINKS: Final = frozenset(
    {
        *(NAMED[name] for name in ("document", "selector", "used", "wasAssociatedWith", "wasGeneratedBy", "dataSet")),
        *(tip(name) for name in ("doc", "evidence", "section", "organization")),
    }
)
"""Properties besides those of facts whose values are things."""

SETS: Final = frozenset(
    {tip("evidence"), tip("section"), oa("hasSelector"), skos("altLabel"), *(prop(name) for kind in KINDS for name in many(kind))}
)
"""Properties whose values stand in a list even where there is one."""

INSIDE: Final = frozenset({tip("evidence"), tip("section"), oa("hasSelector")})
"""Properties whose values stand inside the thing that has them."""

OUTSIDE: Final = ("dcterms", "oa", "org", "prov", "qb", "rdfs", "skos", "xsd")
"""The prefixes of vocabularies of others; names of the project's own are relative to its base."""

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_PATH = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_%~-][A-Za-z0-9_%~.-]*)+")
_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")


def context() -> dict[str, Any]:
    """What the short keys mean; made from the declarations of the kinds of fact."""
    names = {name: {"@id": _short(node), **({"@type": "@id"} if node in LINKS else {})} for name, node in NAMED.items()}
    own = {_key(node): {"@id": node.value, "@type": "@id"} for node in sorted(LINKS - set(NAMED.values()), key=str)}
    fields = {_key(node): _field_context(node, spaces) for node, spaces in sorted(vocabularies().items(), key=str)}
    known = {name: prefixes()[name] for name in OUTSIDE}
    return {"@version": 1.1, "@base": BASE, "@vocab": TIP, "id": "@id", "a": "@type", **known, **names, **own, **fields}


def _field_context(node: NamedNode, spaces: frozenset[str]) -> dict[str, Any]:
    """Values of one vocabulary are bare words, and no other key has a meaning among them; those of several are relative IRIs."""
    if len(spaces) > 1:
        return {"@id": node.value, "@type": "@id"}
    (space,) = spaces
    more = {"region": {"@id": REGION, "@prefix": True}} if space == PLACE else {}
    return {"@id": node.value, "@type": "@vocab", "@context": [None, {"@vocab": space, **more}]}


@cache
def vocabularies() -> dict[NamedNode, frozenset[str]]:
    """The properties of facts that hold nothing but places and values of vocabularies, and what the IRIs of their values begin with."""
    found: dict[NamedNode, set[str]] = {}
    for kind in KINDS:
        for name, value in {**COMMON, **declared(kind)}.items():
            space = f"{BASE}{value.type.scheme}/" if isinstance(value.type, Token) else PLACE if value.type.name == "place" else ""
            found.setdefault(prop(name), set()).add(space)
    return {node: frozenset(spaces) for node, spaces in found.items() if "" not in spaces}


def write_jsonld(documents: Iterable[list[Triple]], output: BinaryIO) -> None:
    """Write the triples of each document in their order; one thing a line, so that a text tool can work with them too."""
    output.write(f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": ['.encode())
    gap = "\n"
    for triples in documents:
        for thing in _things(triples):
            output.write(f"{gap}{json.dumps(thing, ensure_ascii=False)}".encode())
            gap = ",\n"
    output.write(b"\n]}\n")


def _things(triples: list[Triple]) -> list[dict[str, Any]]:
    """The objects of one document: each thing at its place in the order, or inside the first that it belongs to."""
    groups = {subject: list(some) for subject, some in groupby(triples, key=lambda triple: cast(NamedNode, triple.subject))}
    placed: set[NamedNode] = set()
    return [_thing(subject, groups, placed) for subject in groups if subject not in placed]


def _thing(subject: NamedNode, groups: Mapping[NamedNode, list[Triple]], placed: set[NamedNode]) -> dict[str, Any]:
    placed.add(subject)
    found: dict[str, Any] = {"id": _relative(subject)}
    for predicate, some in groupby(groups[subject], key=lambda triple: triple.predicate):
        values = [_value(predicate, cast(Term, triple.object), groups, placed) for triple in some]
        found[_key(predicate)] = values if predicate in SETS or len(values) > 1 else values[0]
    return found


def _value(predicate: NamedNode, term: Term, groups: Mapping[NamedNode, list[Triple]], placed: set[NamedNode]) -> Value:
    if isinstance(term, Literal):
        return _literal(term)
    if predicate == type_:
        return _key(term)
    if predicate in INSIDE and term in groups and term not in placed:
        return _thing(term, groups, placed)
    if predicate in LINKS:
        return _relative(term)
    spaces = vocabularies().get(predicate)
    return {"@id": term.value} if spaces is None else _word(term, spaces)


def _word(term: NamedNode, spaces: frozenset[str]) -> Value:
    """A value of a vocabulary as the context of its field has it."""
    if len(spaces) > 1:
        return _relative(term)
    (space,) = spaces
    for namespace, head in ((space, ""), *(((REGION, "region:"),) if space == PLACE else ())):
        rest: str = term.value.removeprefix(namespace)
        if rest != term.value and _PLAIN.fullmatch(rest):
            return f"{head}{rest}"
    return {"@id": term.value}


def _literal(term: Literal) -> Value:
    """A literal as JSON has it, where that is read back as the same literal."""
    if term.datatype == BOOLEAN and term.value in ("true", "false"):
        return bool(term.value == "true")
    if term.datatype == INTEGER and _WHOLE.fullmatch(term.value):
        return int(term.value)
    if term.language:
        return {"@value": term.value, "@language": term.language}
    plain: str = term.value
    return plain if term.datatype.value == XSD + "string" else {"@value": plain, "@type": term.datatype.value}


@cache
def _key(node: NamedNode) -> str:
    """The key of a property, or the name of a class."""
    if node == type_:
        return "a"
    names = {found: name for name, found in NAMED.items()}
    local = node.value.removeprefix(TIP)
    if node in names:
        return names[node]
    return local if local != node.value and local not in (*NAMED, "id", "a") and _PLAIN.fullmatch(local) else _short(node)


def _relative(node: NamedNode) -> str:
    """An IRI relative to the project's base, where it is below it."""
    rest = node.value.removeprefix(BASE)
    return rest if rest != node.value and _PATH.fullmatch(rest) else node.value


@cache
def _short(node: NamedNode) -> str:
    """An IRI with a prefix of another vocabulary, where the rest is a plain name; in full otherwise."""
    for prefix in OUTSIDE:
        rest = node.value.removeprefix(prefixes()[prefix])
        if rest != node.value and _PLAIN.fullmatch(rest):
            return f"{prefix}:{rest}"
    return node.value
