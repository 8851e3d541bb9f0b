"""What is seen as files: facts as CSV and Turtle, flows as CSV, pictures and networks, a document's text."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.facts.kinds import KINDS
from kg.facts.model import declared
from kg.flows import writers
from kg.flows.grouping import grouped
from kg.flows.looks import Look
from kg.flows.network import corridor, network
from kg.flows.picture import PICTURES
from kg.flows.statements import FlowStatement
from kg.flows.writers import inert
from kg.graph.excerpt import excerpt
from kg.graph.explain import explain
from kg.web import search
from kg.web.entity import thing_of
from kg.web.flowpages import leads, touches
from kg.web.holdings import Holdings, Said
from kg.web.pages import fact_hash, holdings, missing
from kg.web.view import View, read_view

SEPARATOR: Final = "|"
"""Between the values of a set in one cell, as in the tables of ``kg export``."""

TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "html": "text/html; charset=utf-8",
    "gexf": "application/xml",
    "graphml": "application/xml",
    "json": "application/json",
}

PAGE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; sandbox allow-scripts"
"""The file with the interactive map holds its own script, and is opened as a page of nobody."""


def facts(request: Request) -> Response:
    """The facts of a country, a document, an organization, a corridor, or one fact, as the filters let them through."""
    held, view, ending = holdings(request), read_view(request.query_params), request.path_params["ending"]
    found = _wanted(held, view, request.query_params)
    if ending == "csv":
        return _file(request, _csv(found).encode(), "facts.csv")
    if ending == "ttl":
        return _file(request, excerpt(held.store, [item.iri for item in found]), "facts.ttl")
    raise missing(f"Facts are to be had as csv and ttl, not as {ending}.")


def _wanted(held: Holdings, view: View, fields: Mapping[str, str]) -> list[Said]:
    if "fact" in fields:
        return [_one(held, fields["fact"])]
    if "q" in fields:
        return _of_search(held, view, fields["q"])
    if "document" in fields:
        source = held.sources.get(fields["document"])
        said: Iterable[Said] = held.facts(source) if source else ()
    elif "organization" in fields:
        found = thing_of(held, fields["organization"])
        said = [*found.own, *found.others]
    elif "country" in fields:
        said = held.said_about(fields["country"])
    else:
        wanted = {s.fact: s.doc for s in view.matching(_of_corridor(held, view, fields))}
        sources = [held.sources[doc] for doc in sorted(set(wanted.values()))]
        return [item for source in sources for item in held.facts(source) if item.iri in wanted]
    return [item for item in said if view.shows(item.fact, item.source.year)]


def _of_search(held: Holdings, view: View, asked: str) -> list[Said]:
    """The facts behind the sentences that a search finds, in their order."""
    words = search.words_of(asked)
    found = search.sentences(held, words, view) if words else []
    said = [item for sentence in found for item in held.facts(sentence.source) if fact_hash(item.iri) in sentence.facts]
    return list({item.iri: item for item in said}.values())


def _one(held: Holdings, hash: str) -> Said:
    try:
        found = explain(held.store, hash)
    except KgError as error:
        raise missing(f"The store has no fact {hash}.") from error
    return Said(found.iri, found.fact, held.sources[found.document.id])


def _of_corridor(held: Holdings, view: View, fields: Mapping[str, str]) -> list[FlowStatement]:
    via = tuple(sorted(fields.getlist("via"))) if hasattr(fields, "getlist") else ()
    statements = grouped(held.statements, view.by)
    return [s for s in statements if leads(s, fields.get("origin"), fields.get("destination")) and (not via or s.via == via)]


def _csv(said: list[Said]) -> str:
    """One table of facts of several kinds: a column for each field that one of them has."""
    kinds = {type(item.fact) for item in said}
    fields = list(dict.fromkeys(name for kind in KINDS if kind in kinds for name in declared(kind)))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    ends = ("polarity", "certainty", "period", "rule", "page")
    writer.writerow(["id", "kind", "doc", "report_country", "report_year", *fields, *ends, "quote"])
    for item in said:
        own = [_cell(getattr(item.fact, name, None)) for name in (*fields, *ends)]
        quote = f" {SEPARATOR} ".join(piece.quote for piece in item.fact.evidence)
        source = item.source
        writer.writerow([item.iri, item.fact.kind.name, inert(source.id), source.country, source.year or "", *own, inert(quote)])
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, tuple | str):
        words: str = inert(value if isinstance(value, str) else SEPARATOR.join(value))
        return words
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def flows(request: Request) -> Response:
    """The flow network as a table, a picture or a file for network programs."""
    held, view, ending = holdings(request), read_view(request.query_params), request.path_params["ending"]
    place, keys = request.query_params.get("place"), set(request.query_params.getlist("flow"))
    statements = [
        s
        for s in held.statements
        for seen in grouped([s], view.by)
        if (not place or touches(seen, place)) and (not keys or corridor(seen) in keys)
    ]
    if ending == "ttl":
        said = [s.fact for s in view.matching(statements)]
        return _file(request, held.kept(("file", ending, view, place, frozenset(keys)), lambda: excerpt(held.store, said)), "flows.ttl")
    make = _makers().get(ending)
    if make is None:
        raise missing(f"Flows are to be had as {', '.join((*_makers(), 'ttl'))}, not as {ending}.")
    body = held.kept(("file", ending, view, place, frozenset(keys)), lambda: make(statements, view))
    answer = _file(request, body, f"flows.{ending}")
    if ending == "html":
        answer.headers["content-security-policy"] = PAGE_POLICY
    return answer


def _makers() -> dict[str, Callable[[list[FlowStatement], View], bytes]]:
    def picture(ending: str) -> Callable[[list[FlowStatement], View], bytes]:
        return lambda statements, view: PICTURES[ending](statements, view.flows, Look(view.show))

    def table(ending: str) -> Callable[[list[FlowStatement], View], bytes]:
        return lambda statements, view: writers.write(network(view.matching(statements)), ending)

    return {ending: picture(ending) for ending in PICTURES} | {ending: table(ending) for ending in ("csv", "gexf", "graphml", "json")}


def text(request: Request) -> Response:
    """A document's text as stored."""
    held, doc = holdings(request), request.query_params.get("document", "")
    if doc not in held.sources:
        raise missing(f"The store has no document {doc}.")
    stored = held.store.document(doc).text
    if stored is None:
        raise missing(f"The text of {doc} was left out of the store.")
    return Response(stored, media_type="text/plain; charset=utf-8")


def _file(request: Request, body: bytes, name: str) -> Response:
    """A file to keep, or to look at where the address says so."""
    way = "inline" if "show" in request.query_params else "attachment"
    headers = {"Content-Disposition": f'{way}; filename="{name}"'}
    return Response(body, media_type=TYPES[name.rpartition(".")[2]], headers=headers)
