"""The page on which queries are written: the example questions, the words that can be completed, and maps of results."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kg.errors import KgError
from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, declared
from kg.flows.drawing import text_width
from kg.flows.filters import UNKNOWN, place_code
from kg.flows.inline import inline
from kg.flows.looks import titles
from kg.flows.network import network
from kg.flows.scene import scene
from kg.flows.statements import FlowStatement
from kg.flows.words import Words
from kg.graph.questions import list_questions
from kg.graph.sparql import prefixes
from kg.vocabulary.iris import camel, place_of
from kg.vocabulary.places import places
from kg.vocabulary.schemes import concepts, schemes
from kg.web.endpoint import limited_body
from kg.web.pages import corridor_path, render
from kg.web.protocol import Refused
from kg.web.sheets import SHEETS

FIRST: Final = "corridors"
"""The question with which the page opens."""

MOST: Final = 2000
"""The rows of a result that a map draws, and the most statements that one row stands for."""

ALWAYS: Final = (
    *(("tip:doc", "The document that says a fact."), ("tip:evidence", "The words of the document that say a fact.")),
    *(
        ("tip:year", "The year of a document's report, or of what a fact tells of."),
        ("tip:country", "The country of a document or a fact."),
    ),
    *(("oa:hasSelector", "Where the words of evidence are."), ("oa:exact", "The words of evidence."), ("oa:start", "Where they begin.")),
    *(("dcterms:identifier", "The id of a document."), ("dcterms:title", "The title of a document."), ("skos:prefLabel", "A name.")),
    *(("tip:Document", "A narrative."), ("tip:Fact", "Anything that a document says."), ("tip:Entity", "A thing over documents.")),
    *(("tip:mention", "A fact that mentions a thing."), ("tip:inYear", "The one year that a figure is about.")),
    *(("tip:yearsRunning", "For how many reports running a recommendation stands."), ("tip:traffickedTo", "A stated flow, in short.")),
)


def editor(request: Request) -> Response:
    """The page, with the query of the address or a first question."""
    questions = list_questions()
    first = next(q for q in questions if q.name == request.query_params.get("example", FIRST) or q.name == FIRST)
    wanted = next((q for q in questions if q.name == request.query_params.get("example")), first)
    return render(
        request,
        "query.html",
        questions=questions,
        query=request.query_params.get("query", wanted.sparql),
        runs="query" in request.query_params or "example" in request.query_params,
        prefixes=prefixes(),
    )


def terms(request: Request) -> Response:
    """What can be completed: each term with what it means."""
    return JSONResponse(_terms(), headers={"Cache-Control": "max-age=3600"})


@cache
def _terms() -> list[tuple[str, str]]:
    return list(dict(_all_terms()).items())


def _all_terms() -> Iterator[tuple[str, str]]:
    yield from ALWAYS
    for kind in KINDS:
        yield f"tip:{kind.kind.term}", kind.kind.definition
    for kind in KINDS:
        for name, value in {**declared(kind), **COMMON}.items():
            yield f"tip:{camel(name)}", value.definition
    for scheme in schemes():
        for concept in concepts(scheme):
            yield f"{scheme}:{concept.token}", concept.definition or concept.label
    for place in places():
        yield f"place:{place.code}", place.name


async def drawn_map(request: Request) -> Response:
    """The map of rows with an origin and a destination, which the page sends as JSON."""
    try:
        rows = json.loads(await limited_body(request))
        statements = list(_statements(rows[:MOST]))
    except Refused as refused:
        return PlainTextResponse(refused.message, refused.status)
    except (ValueError, TypeError, KeyError, AttributeError):
        return PlainTextResponse("the rows cannot be read: send a list of objects with origin and destination", 400)
    graph = network(statements)
    words = Words("Flows of the result", (), "Width: number of statements in the result. Map: Natural Earth.")
    keys = {key: (origin, destination) for origin, destination, key in graph.edges(keys=True)}
    svg = inline(
        scene(graph, words, text_width, SHEETS.get(request.query_params.get("sheet", "wide"), SHEETS["wide"])),
        titles(graph),
        lambda found: corridor_path(*keys[found[0]]),
        lambda code: f"/country/{code}" if len(code) == 3 else "/flows",
    )
    return Response(svg, media_type="image/svg+xml")


def _statements(rows: Iterable[Mapping[str, Any]]) -> Iterator[FlowStatement]:
    """A statement for each that a row stands for; ends that are no places are not named."""
    for n, row in enumerate(rows):
        origin, destination = _place(row.get("origin")), _place(row.get("destination"))
        if origin or destination:
            via = tuple(sorted({code for part in str(row.get("via") or "").split(",") if (code := _place(part))}))
            forms = tuple(part.strip() for part in str(row.get("exploitation") or "").split(",") if part.strip())
            for each in range(min(MOST, max(1, int(row.get("statements") or 1)))):
                yield FlowStatement(fact=f"{n}-{each}", doc=str(n), origin=origin, destination=destination, via=via, exploitation=forms)


def _place(words: object) -> str | None:
    """The code of a place by its IRI, code or name."""
    found = str(words or "").strip()
    try:
        code = place_of(found) or (place_code(found) if found else None)
    except KgError:
        return None
    return None if code == UNKNOWN else code
