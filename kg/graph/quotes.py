"""Quotations compared with the text of their document, which SHACL cannot do."""

from collections.abc import Iterator
from hashlib import sha256
from typing import cast

from pyoxigraph import NamedNode
from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from kg.graph.nodes import Nodes
from kg.graph.shacl import Result
from kg.graph.terms import oa, tip
from kg.graph.values import Term
from kg.vocabulary.iris import DCTERMS, OA, SHAPE, TIP

TEXT, TEXT_SHA256 = URIRef(TIP + "text"), URIRef(TIP + "textSha256")
_TEXT, _HASH = tip("text"), tip("textSha256")
_SELECTOR, _EXACT, _START, _END, _SOURCE = oa("hasSelector"), oa("exact"), oa("start"), oa("end"), oa("hasSource")
SELECTOR, EXACT, START, END = (URIRef(OA + name) for name in ("hasSelector", "exact", "start", "end"))


def results(data: Graph) -> Iterator[Result]:
    """A violation for each quotation that is not what the text has at its offsets, and for each text that is not the one that was read.

    Documents without their text are passed over; a shape tells of them.
    """
    texts = {document: str(text) for document, text in data.subject_objects(TEXT)}
    for document, text in texts.items():
        stated = data.value(document, TEXT_SHA256)
        if stated is not None and str(stated) != sha256(text.encode()).hexdigest():
            yield _result(document, TEXT, "TextAsRead", "The text is not the one that was read: its SHA-256 differs from the one stated.")
    for node, source in data.subject_objects(URIRef(OA + "hasSource")):
        if source in texts and (node, RDF.type, URIRef(OA + "SpecificResource")) in data:
            yield from _quote(data, node, texts[source], data.value(source, URIRef(DCTERMS + "identifier")) or source)


def agree(nodes: Nodes) -> bool:
    """Whether every text and quotation of a graph is beyond doubt what it must be, as ``results`` would find."""
    texts: dict[Term, str] = {node: fields[_TEXT][0].value for node, fields in nodes.items() if _TEXT in fields}
    hashes = (sha256(text.encode()).hexdigest() == nodes[cast(NamedNode, node)][_HASH][0].value for node, text in texts.items())
    if not all(hashes):
        return False
    for fields in nodes.values():
        for source in fields.get(_SOURCE, ()):
            parts = [nodes[cast(NamedNode, part)] for part in fields.get(_SELECTOR, ()) if part in nodes]
            exact, start, end = ([value.value for part in parts for value in part.get(name, ())] for name in (_EXACT, _START, _END))
            if source in texts and [texts[source][int(a) : int(b)] for a, b in zip(start, end, strict=False)] != exact:
                return False
    return True


def _quote(data: Graph, node: Node, text: str, name: Node) -> Iterator[Result]:
    parts = list(data.objects(node, SELECTOR))
    quotes, starts, ends = ([str(v) for part in parts for v in data.objects(part, p)] for p in (EXACT, START, END))
    if not (len(quotes) == len(starts) == len(ends) == 1 and starts[0].isdecimal() and ends[0].isdecimal()):
        return  # the shapes tell of it
    there = text[int(starts[0]) : int(ends[0])]
    if there != quotes[0]:
        found = f"has “{' '.join(there.split())}” there" if there else "ends before that"
        message = f"The quotation is not what the document {name} has at {starts[0]}–{ends[0]}: the text {found}."
        yield _result(node, EXACT, "QuoteInText", message)


def _result(focus: Node, path: URIRef, name: str, message: str) -> Result:
    return Result("violation", focus, (path,), None, message, URIRef(SHAPE + name), URIRef(SHAPE + name + "Component"))
