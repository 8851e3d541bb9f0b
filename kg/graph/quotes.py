"""Quotations compared with the text of their document, which SHACL cannot do."""

from collections.abc import Iterator
from hashlib import sha256

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from kg.graph.shacl import Result
from kg.vocabulary.iris import DCTERMS, OA, SHAPE, TIP

TEXT, TEXT_SHA256 = URIRef(TIP + "text"), URIRef(TIP + "textSha256")
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
