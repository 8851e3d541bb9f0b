"""The pages on which texts are read: a document with its facts marked, and one fact with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.facts.kinds import KINDS
from kg.graph.explain import Passage, explain
from kg.vocabulary.iris import FACT
from kg.web.holdings import Said
from kg.web.pages import fact_hash, holdings, missing, render
from kg.web.view import read_view


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that the same facts quote."""

    start: int
    text: str
    facts: tuple[str, ...]
    """The hashes of the facts."""
    kind: str = ""
    """The kind of the first of them."""
    role: str = ""
    """The field that the words stand for."""


@dataclass(frozen=True)
class Part:
    """A section of the document, or what lies between two."""

    name: str
    pieces: Sequence[Piece]

    @cached_property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.pieces[0].start if self.pieces else 0


def document(request: Request) -> Response:
    """The text of a document with the facts marked."""
    held = holdings(request)
    name = request.path_params["id"]
    source = held.sources.get(name)
    if source is None:
        raise missing(f"The store has no document {name}.")
    stored = held.store.document(name)
    view = read_view(request.query_params)
    every = held.facts(source)
    said = [item for item in every if replace(view, years=()).shows(item.fact, source.year)]
    groups = [(kind, [item for item in said if isinstance(item.fact, kind)]) for kind in KINDS]
    return render(
        request,
        "document.html",
        view=view,
        hidden=len(every) - len(said),
        document=stored,
        source=source,
        link=web_address(stored.source),
        copies=[(copy, held.store.document(copy.id).source) for copy in held.copies(name)],
        web_address=web_address,
        said=said,
        groups=[(kind.kind, found) for kind, found in groups if found],
        parts=parts(stored.text, [(s.name, s.start, s.end) for s in stored.sections], said) if stored.text is not None else None,
    )


def parts(text: str, sections: Sequence[tuple[str, int, int]], said: Sequence[Said]) -> list[Part]:
    """The text cut at its sections and at every bound of evidence."""
    bounds = [(name, start, end) for name, start, end in sections]
    found, at = [], 0
    for name, start, end in (*bounds, ("", len(text), len(text))):
        if text[at:start].strip():
            found.append(Part("", pieces(text, at, start, said)))
        if start < end:
            found.append(Part(name, pieces(text, start, end, said)))
        at = max(at, end)
    return found


def pieces(text: str, start: int, end: int, said: Sequence[Said]) -> list[Piece]:
    """A run of the text, without blanks at its ends, in pieces, each with the facts that quote it."""
    first, last = start + _blank(text[start:end]), end - _blank(text[start:end][::-1])
    spans = [(e.start, e.end, item) for item in said for e in item.fact.evidence if e.start < end and e.end > start]
    cuts = sorted({first, last, *(cut for a, b, _ in spans for cut in (a, b) if start < cut < end)})
    found = []
    for a, b in pairwise(cut for cut in cuts if first <= cut <= last):
        here = [item for begin, stop, item in spans if begin <= a and b <= stop]
        found.append(Piece(a, text[a:b], tuple(fact_hash(item.iri) for item in here), here[0].fact.kind.name if here else ""))
    return found


def _blank(text: str) -> int:
    """How many spaces and line ends a text begins with."""
    return len(text) - len(text.lstrip())


def fact(request: Request) -> Response:
    """One fact: its sentence with the roles marked, the rule, the document."""
    held = holdings(request)
    try:
        found = explain(held.store, request.path_params["hash"])
    except KgError as error:
        raise missing(f"The store has no fact {request.path_params['hash']}.") from error
    return render(
        request,
        "fact.html",
        found=found,
        kind=found.fact.kind,
        hash=found.iri.removeprefix(FACT),
        source=held.sources[found.document.id],
        link=web_address(found.document.source),
        passages=[(passage, marked(passage)) for passage in found.passages],
        fields=[(name, words) for name, words in found.fields if name not in ("rule", "page", "polarity", "certainty")],
    )


def marked(passage: Passage) -> list[Piece]:
    """The sentence in pieces: the words before the evidence, the roles in it, and the rest."""
    first, last = passage.quote
    cuts = sorted({0, first, last, len(passage.text), *(cut for mark in passage.marks for cut in (mark.start, mark.end))})
    found = []
    for a, b in pairwise(cuts):
        role = next((mark.field for mark in passage.marks if mark.start <= a and b <= mark.end), "")
        found.append(Piece(a, passage.text[a:b], ("quoted",) if first <= a and b <= last else (), role=role))
    return found


def web_address(source: str | None) -> str | None:
    """A source as a link, where it is an address of the web and nothing that a browser would run."""
    return source if source and urlsplit(source).scheme in ("http", "https") else None
