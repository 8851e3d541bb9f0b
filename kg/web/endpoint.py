"""The SPARQL 1.1 Protocol endpoint: requests in, results or words and the right status out."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import CannotRun, KgError
from kg.graph.description import service_description
from kg.web.negotiation import RESULTS, TRIPLES, Format, best, by_name
from kg.web.pool import Pool
from kg.web.protocol import LARGEST, Asked, Refused, asked_by_get, asked_by_post

Result = TypeVar("Result")

METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")

RETRY: Final = {"Retry-After": "5"}


async def endpoint(request: Request) -> Response:
    """Answer a request to /sparql."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join(METHODS), "Accept-Query": "application/sparql-query"})
    try:
        asked = await _asked(request)
        return _described(request) if asked is None else await _answered(request, asked)
    except Refused as refused:
        return PlainTextResponse(refused.message + "\n", refused.status)


async def _asked(request: Request) -> Asked | None:
    address: bytes = request.scope["query_string"]
    if request.method != "POST":
        return asked_by_get(address)
    return asked_by_post(address, request.headers.get("content-type"), await limited_body(request))


async def limited_body(request: Request) -> bytes:
    """The body of a request; Refused where it is too large."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise Refused(413, f"the request is larger than {LARGEST >> 20} MB")
    return body


def _described(request: Request) -> Response:
    """The description of the service; for a browser, the page on which queries are written."""
    accept = request.headers.get("accept")
    if accept and "text/html" in accept and best(accept.replace("*/*", ""), TRIPLES[:2]) is None:
        return RedirectResponse("/query", 303)
    chosen = _must_be_acceptable(best(accept, TRIPLES), TRIPLES)
    return Response(service_description(_address(request), chosen.name), media_type=chosen.content_type, headers={"Vary": "Accept"})


def _address(request: Request) -> str:
    """The address of the endpoint, which relative IRIs are relative to."""
    return str(request.url.replace(path="/sparql", query="", fragment=""))


def _must_be_acceptable(format: Format | None, formats: tuple[Format, ...]) -> Format:
    if format is None:
        raise Refused(406, f"none of the types in Accept is to be had; there are {', '.join(f.types[0] for f in formats)}")
    return format


def _wanted(request: Request, asked: Asked) -> Format:
    """The format of the answer: the one that the address names, else the one that the client likes best."""
    formats = TRIPLES if asked.gives_triples else RESULTS
    if asked.format is None:
        return _must_be_acceptable(best(request.headers.get("accept"), formats), formats)
    known = by_name(formats)
    if asked.format not in known:
        raise Refused(406, f"the format {asked.format!r} is not to be had for this query; formats are {', '.join(known)}")
    return known[asked.format]


async def _answered(request: Request, asked: Asked) -> Response:
    chosen = _wanted(request, asked)
    pool: Pool = request.app.state.pool
    began = time.perf_counter()
    try:
        work = pool.answer(asked.query, format=chosen.name, dataset=asked.dataset, base=_address(request))
        answer = await while_connected(request, work)
    except CannotRun as error:
        return PlainTextResponse(f"{error}\n", 503, RETRY)
    except KgError as error:
        raise Refused(400, str(error)) from error
    took = f"query;dur={(time.perf_counter() - began) * 1000:.0f}"
    return Response(answer.body, media_type=chosen.content_type, headers={"Vary": "Accept", "Server-Timing": took})


async def while_connected(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """The result of some work, which is given up when the client goes (Refused)."""
    done, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({done, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not done.done():
            raise Refused(499, "the client has gone")
        return done.result()
    finally:
        done.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    """Return when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
